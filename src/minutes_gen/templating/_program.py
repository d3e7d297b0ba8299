"""What a template may do, and how it is done: Jinja2 reads it, and what is listed here runs.

A template is not a program. Of what Jinja2 reads, the tables `_STATEMENTS` and `_EXPRESSIONS`
know output, names, items of records, our own filters, if, for, and/or/not and comparisons;
all else is an error with its line. Nothing of Jinja2 is ever run, and no attribute of a Python
object is ever looked up; loops and output have an end.

>>> program = compile_template("{% for 人 in 参加者 %}・{{ 人|様 }}{% endfor %}", source="x.txt")
>>> [put.text for put in program.run({"参加者": ("橋野", "出口")}).values]
['橋野 様', '出口 様']
>>> compile_template("場所：\\n{{ 場所 * 9 }}", source="x.txt")
Traceback (most recent call last):
minutes_gen.errors.TemplateError: x.txt:2: * cannot stand in a template; allowed are {{ a value }} \
with filters behind |, if, for, and, or, not and comparisons
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from attrs import Factory, define, frozen
from jinja2 import nodes

from minutes_gen.errors import ModelError, TemplateError, ValuesError, shown, suggest
from minutes_gen.model._validators import LARGEST_NUMBER
from minutes_gen.templating._filters import DEFAULTS, FILTERS, apply_filter, takes_argument
from minutes_gen.templating._parse import DEEPEST, TOO_DEEP, parse_template
from minutes_gen.templating._run import Run
from minutes_gen.templating._values import Count, lines_of, plain_name, unwrapped

LOOP = "loop"  # what a loop knows of itself: its index from 1, first, last

Scope: TypeAlias = Mapping[str, object]
_Expression: TypeAlias = Callable[[Run, Scope], object]
_Statement: TypeAlias = Callable[[Run, Scope], None]


@frozen
class Use:
    """Where a template names a value first, whether it can do without, and if `for` takes it."""

    line: int
    optional: bool
    listed: bool


@frozen
class Program:
    """A template that was read once and can be run again and again."""

    source: str
    statements: tuple[_Statement, ...]
    uses: dict[str, Use]

    def run(self, scope: Scope, as_of: date | None = None) -> Run:
        """Run it over values; `as_of` is the day of the paper, in whose era it writes."""
        run = Run(self.source, as_of)
        _run_all(self.statements, run, scope)
        return run


def compile_template(text: str, *, source: str) -> Program:
    """Read a template; TemplateError, with its line, for what none may hold."""
    body = parse_template(text, source=source)
    compiler = _Compiler(source)
    return Program(source, compiler.block(body, 0), compiler.uses)


_ALLOWED = "{{ a value }} with filters behind |, if, for, and, or, not and comparisons"
_WRITTEN = {
    "Add": "+", "Sub": "-", "Mul": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**",
    "Neg": "-", "Pos": "+", "Concat": "~", "Call": "a call ( )", "Getitem": "[ ]", "List": "[ ]",
    "Tuple": "a comma", "Dict": "{ : }", "CondExpr": "if … else in {{ }}", "Test": "is",
    "Assign": "{% set %}", "AssignBlock": "{% set %}", "CallBlock": "{% call %}",
    "FilterBlock": "{% filter %}", "FromImport": "{% from %}", "NSRef": "a namespace",
    "Scope": "{% autoescape %}",
}  # fmt: skip
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
    "in": lambda item, many: item in many,
    "notin": lambda item, many: item not in many,
}


def _run_all(statements: Sequence[_Statement], run: Run, scope: Scope) -> None:
    for statement in statements:
        statement(run, scope)


def _described(node: nodes.Node) -> str:
    """Write an expression that was found sound, as messages name it."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_described(node.node)}.{node.attr}"
        case nodes.Filter() if node.node:
            return f"{_described(node.node)}|{node.name}"
        case nodes.Const():
            return shown(node.value)
    return "what stands here"


def _weight(value: object) -> int:
    """Say how many steps it takes to look through a value."""
    return len(value) // 100 if isinstance(value, str | tuple) else 0


@define
class _Compiler:
    """Turns what Jinja2 read into functions, and notes the names that values must have."""

    source: str
    uses: dict[str, Use] = Factory(dict)
    _local: list[str] = Factory(list)
    _tested: list[str] = Factory(list)
    _testing: bool = False
    _line: int = 1
    _made: int = 0

    def fail(self, node: nodes.Node, problem: str) -> TemplateError:
        # Jinja2 gives some nodes no line; they stand behind the one before.
        return TemplateError(self.source, node.lineno or self._line, problem)

    def block(self, body: Sequence[nodes.Node], depth: int) -> tuple[_Statement, ...]:
        return tuple(self.make(_STATEMENTS, node, depth + 1) for node in body)

    def expression(self, node: nodes.Node, depth: int) -> _Expression:
        made: _Expression = self.make(_EXPRESSIONS, node, depth + 1)
        return made

    def make(self, table: dict[type, Callable[..., Any]], node: nodes.Node, depth: int) -> Any:  # noqa: ANN401  (either kind of function)
        if depth > DEEPEST:
            raise self.fail(node, TOO_DEEP)
        self._made += 1
        self._line = node.lineno or self._line
        make = table.get(type(node))
        if make is None:
            name = type(node).__name__
            what = _WRITTEN.get(name, f"{{% {name.lower()} %}}")
            raise self.fail(node, f"{what} cannot stand in a template; allowed are {_ALLOWED}")
        return make(self, node, depth)

    def output(self, node: nodes.Output, depth: int) -> _Statement:
        parts = tuple(self._part(part, depth) for part in node.nodes)
        return lambda run, scope: _run_all(parts, run, scope)

    def _part(self, node: nodes.Expr, depth: int) -> _Statement:
        line = node.lineno
        if isinstance(node, nodes.TemplateData):
            text = node.data
            return lambda run, _scope: run.put(text, line)
        value, name = self.expression(node, depth), _described(node)
        return lambda run, scope: run.put_value(value(run, scope), line, name)

    def choice(self, node: nodes.If, depth: int) -> _Statement:
        before = len(self._tested)
        arms = [self._arm(arm, depth) for arm in (node, *node.elif_)]
        otherwise = self.block(node.else_, depth)
        del self._tested[before:]

        def choose(run: Run, scope: Scope) -> None:
            for test, body in arms:
                if unwrapped(test(run, scope)):
                    return _run_all(body, run, scope)
            return _run_all(otherwise, run, scope)

        return choose

    def _arm(self, node: nodes.If, depth: int) -> tuple[_Expression, tuple[_Statement, ...]]:
        return self._test(node.test, depth), self.block(node.body, depth)

    def _test(self, node: nodes.Node, depth: int) -> _Expression:
        """Make an expression whose values may be missing."""
        outside, self._testing = self._testing, True
        made = self.expression(node, depth)
        self._testing = outside
        return made

    def loop(self, node: nodes.For, depth: int) -> _Statement:
        if not isinstance(node.target, nodes.Name) or node.test or node.recursive or node.else_:
            raise self.fail(node, "for is written {% for item in list %} … {% endfor %}")
        line, source, item = node.lineno, self.source, plain_name(node.target.name)
        if isinstance(node.iter, nodes.Name):
            self._note(node.iter, listed=True)
        many, name = self.expression(node.iter, depth), _described(node.iter)
        before = self._made
        self._local += [item, LOOP]
        body = self.block(node.body, depth)
        del self._local[-2:]
        cost = 1 + self._made - before

        def repeat(run: Run, scope: Scope) -> None:
            found = many(run, scope)
            items = lines_of(found)
            if items is None:
                problem = f"{name}: for needs a list, not {shown(unwrapped(found))}"
                raise ValuesError(source, line, problem)
            run.charge(1 + _weight(items), line)
            inner = dict(scope)
            for index, value in enumerate(items, start=1):
                run.charge(cost, line)
                inner[item] = value
                inner[LOOP] = {
                    "index": Count(index),
                    "first": index == 1,
                    "last": index == len(items),
                }
                _run_all(body, run, inner)

        return repeat

    def constant(self, node: nodes.Const, _depth: int) -> _Expression:
        value = node.value
        if isinstance(value, int | float) and not 0 <= value <= LARGEST_NUMBER:
            raise self.fail(node, f"a number in a template goes from 0 to {LARGEST_NUMBER}")
        return lambda _run, _scope: value

    def name(self, node: nodes.Name, _depth: int) -> _Expression:
        name = plain_name(node.name)
        self._note(node)
        return lambda _run, scope: scope.get(name)

    def _note(self, node: nodes.Name, *, listed: bool = False) -> None:
        name = plain_name(node.name)
        if name in self._local:
            return
        if self._testing:
            self._tested.append(name)
        known = self.uses.get(name, Use(node.lineno, optional=True, listed=False))
        optional = known.optional and name in self._tested
        self.uses[name] = Use(known.line, optional, known.listed or listed)

    def item(self, node: nodes.Getattr, depth: int) -> _Expression:
        record, of, key = self.expression(node.node, depth), _described(node.node), node.attr
        line, source, key = node.lineno, self.source, plain_name(key)

        def look_up(run: Run, scope: Scope) -> object:
            found = record(run, scope)
            if not isinstance(found, Mapping):
                raise ValuesError(
                    source,
                    line,
                    f"{of}: must be a record with {shown(key)}, not {shown(unwrapped(found))}",
                )
            if key not in found:
                hint = suggest(key, map(str, found))
                raise ValuesError(source, line, f"{of} has no {shown(key)}{hint}")
            return found[key]

        return look_up

    def filtered(self, node: nodes.Filter, depth: int) -> _Expression:
        name = plain_name(node.name)
        if name not in FILTERS or node.node is None:
            raise self.fail(node, f"unknown filter {shown(name)}{suggest(name, FILTERS)}")
        most, allowed = (1, "one thing") if takes_argument(name) else (0, "nothing")
        if len(node.args) > most or node.kwargs or node.dyn_args or node.dyn_kwargs:
            raise self.fail(node, f"{name} takes {allowed} in brackets")
        before = len(self._tested)
        operand = self._test if name in DEFAULTS else self.expression
        value = operand(node.node, depth)
        if not self._testing:
            del self._tested[before:]
        argument = self.expression(node.args[0], depth) if node.args else None
        line, source, what = node.lineno, self.source, _described(node.node)

        def apply(run: Run, scope: Scope) -> object:
            given = value(run, scope)
            if given is None and name not in DEFAULTS:
                raise ValuesError(source, line, f"{what} has no value, and {name} needs one")
            run.charge(1 + _weight(unwrapped(given)), line)
            behind = unwrapped(argument(run, scope)) if argument else None
            try:
                return apply_filter(name, given, behind, run.as_of)
            except ModelError as error:
                raise ValuesError(source, line, f"{what}|{name}: {error.problem}") from None

        return apply

    def negation(self, node: nodes.Not, depth: int) -> _Expression:
        value = self.expression(node.node, depth)
        return lambda run, scope: not unwrapped(value(run, scope))

    def conjunction(self, node: nodes.And, depth: int) -> _Expression:
        left, right = self.expression(node.left, depth), self.expression(node.right, depth)
        return lambda run, scope: unwrapped(left(run, scope)) and right(run, scope)

    def disjunction(self, node: nodes.Or, depth: int) -> _Expression:
        left, right = self.expression(node.left, depth), self.expression(node.right, depth)

        def choose(run: Run, scope: Scope) -> object:
            value = left(run, scope)
            return value if unwrapped(value) else right(run, scope)

        return choose

    def comparison(self, node: nodes.Compare, depth: int) -> _Expression:
        first = self.expression(node.expr, depth)
        others = [(_COMPARISONS[op.op], self.expression(op.expr, depth)) for op in node.ops]
        line, source = node.lineno, self.source

        def compare(run: Run, scope: Scope) -> bool:
            left = unwrapped(first(run, scope))
            for holds, other in others:
                right = unwrapped(other(run, scope))
                run.charge(1 + _weight(left) + _weight(right), line)
                try:
                    if not holds(left, right):
                        return False
                except TypeError:
                    problem = f"{shown(left)} and {shown(right)} cannot be compared so"
                    raise ValuesError(source, line, problem) from None
                left = right
            return True

        return compare


_STATEMENTS: dict[type, Callable[..., Any]] = {
    nodes.Output: _Compiler.output,
    nodes.If: _Compiler.choice,
    nodes.For: _Compiler.loop,
}
_EXPRESSIONS: dict[type, Callable[..., Any]] = {
    nodes.Const: _Compiler.constant,
    nodes.Name: _Compiler.name,
    nodes.Getattr: _Compiler.item,
    nodes.Filter: _Compiler.filtered,
    nodes.Not: _Compiler.negation,
    nodes.And: _Compiler.conjunction,
    nodes.Or: _Compiler.disjunction,
    nodes.Compare: _Compiler.comparison,
}

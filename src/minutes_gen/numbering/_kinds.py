"""What the labels of a document are counted in: the scheme of its levels, and what differs.

Some labels tell only together which system counts: 一 to 九 are counted as 十 or 一〇 behind them
is, and ９ before 10 is one digit full-width and two half-width.

>>> from minutes_gen.numbering import read_label
>>> nine, ten = read_label("第９条 甲"), read_label("第10条 乙")
>>> kinds_of([Taken.of(1, nine), Taken.of(1, ten)]).scheme.labels
('第{fullwidth-to-nine}条',)
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from attrs import evolve

from minutes_gen.numbering._labels import Label
from minutes_gen.numbering._patterns import Pattern
from minutes_gen.numbering._schemes import ARTICLE, SCHEMES, Scheme
from minutes_gen.numbering.numerals import TO_NINE

# Systems that share labels, by the likeliest of them.
_SHARED = {
    name: names[0]
    for names in (("decimal", "fullwidth", TO_NINE), ("kanji", "kanji-positional"))
    for name in names
}


class Taken(NamedTuple):
    """A label in its place: its level, how it looks, and the systems that may have counted it."""

    level: int
    pattern: Pattern
    systems: tuple[str, ...]

    @classmethod
    def of(cls, level: int, label: Label, pattern: Pattern | None = None) -> "Taken":
        """Take a label at its level; `pattern` is that of its readings that it has there.

        >>> from minutes_gen.numbering import read_label
        >>> Taken.of(1, read_label("一、甲")).systems
        ('kanji', 'kanji-positional')
        """
        pattern = pattern or label.pattern
        kin = (other for other, _ in label.readings if other.family == pattern.family)
        return cls(level, pattern, tuple(other.system for other in kin))


class Kinds(NamedTuple):
    """The scheme of a document, and for each label its kind where that is not of the scheme.

    >>> kinds_of([Taken(1, Pattern("", "circled", ""), ("circled",))])[1]
    (None,)
    """

    scheme: Scheme
    deviating: tuple[str | None, ...]


def kinds_of(labels: Sequence[Taken], depth: int = 0) -> Kinds:
    """Settle the kinds of the labels of a document, given in their order.

    A level is written as its first label is; `depth` is the least number of levels.
    """
    patterns = _settled(labels)
    levels = [label.level for label in labels]
    first: dict[int, Pattern] = {}
    for level, pattern in zip(levels, patterns, strict=True):
        first.setdefault(level, pattern)
    scheme = complete(_distinct(first), max([depth, *first]))
    own = [scheme.patterns[level - 1] for level in levels]
    pairs = zip(patterns, own, strict=True)
    return Kinds(scheme, tuple(None if p == usual else p.spelling for p, usual in pairs))


def _distinct(patterns: Mapping[int, Pattern]) -> dict[int, Pattern]:
    """Leave out what an outer level has: no two levels of a scheme are of one kind."""
    found: dict[int, Pattern] = {}
    for level, pattern in sorted(patterns.items()):
        if pattern.family not in {other.family for other in found.values()}:
            found[level] = pattern
    return found


class _Run(NamedTuple):
    """Labels that one system may have counted: which systems may, and which labels they are."""

    systems: tuple[str, ...]
    members: list[int]


def _settled(labels: Sequence[Taken]) -> list[Pattern]:
    """Choose for each label a system: one for as many that follow each other as it can write."""
    patterns = [label.pattern for label in labels]
    runs: dict[tuple[int, Pattern], _Run] = {}
    for index, (level, pattern, systems) in enumerate(labels):
        if pattern.system not in _SHARED:
            continue
        # 条 count on through 章 and 節.
        key = (
            0 if pattern.suffix == ARTICLE else level,
            evolve(pattern, system=_SHARED[pattern.system], begins=1),
        )
        run = runs.get(key)
        common = tuple(name for name in run.systems if name in systems) if run else ()
        if not (run and common):
            runs[key] = _Run(systems, [index])
            continue
        run.members.append(index)
        changed = run.members if common != run.systems else [index]
        for member in changed:
            patterns[member] = evolve(patterns[member], system=common[0])
        runs[key] = _Run(common, run.members)
    return patterns


def complete(patterns: Mapping[int, Pattern], depth: int = 0) -> Scheme:
    """Make the scheme of patterns by their levels; levels without one are as in `handout`.

    >>> complete({2: Pattern("", "decimal", ".")}, depth=3).labels
    ('(1)', '1.', '①')
    """
    families = {pattern.family for pattern in patterns.values()}
    found = []
    for level in range(1, max([depth, *patterns]) + 1):
        if (pattern := patterns.get(level)) is None:
            usual = SCHEMES["handout"].patterns
            rest = (*usual[level - 1 :], *usual)
            pattern = next(other for other in rest if other.family not in families)
            families.add(pattern.family)
        found.append(pattern)
    return Scheme(tuple(found))

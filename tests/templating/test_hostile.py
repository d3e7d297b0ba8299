"""Templates that mean harm: each ends at once, in one line with the template and its line.

The bounds are those of the operating system: a second of the processor and 200 MB for each.
"""

import json
import subprocess
import sys

import pytest

from minutes_gen import Template
from minutes_gen.errors import NotationError

VALUES = {"題名": "研修", "会員": [chr(0x4E00 + number) for number in range(1000)]}
_LONG = "a\\n" * 9000
_EACH = "{% for x in '" + _LONG + "' %}"
HOSTILE = {
    # Walks through classes
    "classes": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "attribute": "{{ 題名.__class__ }}",
    "globals": "{{ 題名.__init__.__globals__ }}",
    "loop over attributes": "{% for x in 題名.__class__.__mro__ %}{{ x }}{% endfor %}",
    "attr": "{{ 題名|attr('__class__') }}",
    "map": "{{ 会員|map(attribute='__class__') }}",
    "subscript": "{{ 題名['__class__'] }}",
    "self": "{{ self.__init__ }}",
    "cycler": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "loop": "{% for x in 会員 %}{{ loop.__class__ }}{% endfor %}",
    "loop out": "{{ loop }}",
    "dotted filter": "{{ 題名|a.__class__ }}",
    # Sizes
    "times": "{{ 'A' * 200000000 }}",
    "list times": "{{ [0] * 200000000 }}",
    "ljust": "{{ 'A'.ljust(2000000000) }}",
    "center": "{{ 'A'|center(2000000000) }}",
    "center method": "{{ 'A'.center(2000000000) }}",
    "percent": "{{ '%1000000000d' % 1 }}",
    "format filter": "{{ '%1000000000d'|format(1) }}",
    "format": "{{ '{:>1000000000}'.format(1) }}",
    "power": "{{ 9 ** 9 ** 9 }}",
    "tilde": "{% set a = 'x' %}" + "{% set a = a ~ a %}" * 60 + "{{ a }}",
    "tilde alone": "{{ 題名 ~ 題名 }}",
    "separator": "{{ 会員|つなぐ('" + "a" * 40_000 + "') }}",
    "lipsum": "{{ lipsum(n=100000000) }}",
    "decimal digits": "{{ " + "9" * 40_000 + " }}",
    "hexadecimal digits": "{{ 0x" + "f" * 40_000 + " }}",
    "float": "{{ 1e99999 }}",
    "long": "x" * 3_000_000,
    "lines": "x\n" * 24_000,
    # Loops
    "range": "{% for i in range(10**9) %}{{ i }}{% endfor %}",
    "nested": "{% for x in 会員 %}" * 12 + "x" + "{% endfor %}" * 12,
    "nested empty": "{% for x in 会員 %}" * 30 + "{% endfor %}" * 30,
    "nested constants": _EACH + _EACH + "{% endfor %}{% endfor %}",
    "nested values": "{% for x in 会員 %}" * 4 + "{{ x }}" + "{% endfor %}" * 4,
    "nested text": "{% for x in 会員 %}" * 4 + "x" * 20_000 + "{% endfor %}" * 4,
    "wide": "{% for x in 会員 %}" * 6 + "{% if 0 %}{% endif %}" * 2000 + "{% endfor %}" * 6,
    "comparing": _EACH + "{% if 'x' in '" + "a" * 20_000 + "' %}{% endif %}{% endfor %}",
    "joining": _EACH + "{% if '" + _LONG + "'|つなぐ %}{% endif %}{% endfor %}",
    "recursive": "{% for x in 会員 recursive %}{{ loop(会員) }}{% endfor %}",
    "loop with a test": "{% for x in 会員 if x %}{% endfor %}",
    "loop with two": "{% for x, y in 会員 %}{% endfor %}",
    # Statements of other kinds
    "macro": "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "call block": "{% call m() %}{% endcall %}",
    "set": "{% set x = 1 %}",
    "namespace": "{% set ns = namespace(x=1) %}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'os' as os %}",
    "from": "{% from 'os' import path %}",
    "extends": "{% extends 'base' %}",
    "block": "{% block x %}{{ self.x() }}{% endblock %}",
    "with": "{% with x = 1 %}{% endwith %}",
    "filter block": "{% filter upper %}x{% endfilter %}",
    "autoescape": "{% autoescape true %}{% endautoescape %}",
    "do": "{% do x.append(1) %}",
    "call": "{{ 題名() }}",
    "conditional": "{{ 1 if 2 else 3 }}",
    "test": "{{ 題名 is defined }}",
    "list": "{{ [1, 2] }}",
    "dict": "{{ {'a': 1} }}",
    "slice": "{{ 題名[::-1] }}",
    "spread": "{{ 題名|和暦(*会員) }}",
    "keyword": "{{ 題名|和暦(x=1) }}",
    # Depth
    "brackets": "{{ " + "(" * 10_000 + "1" + ")" * 10_000 + " }}",
    "square brackets": "{{ " + "[" * 10_000 + "]" * 10_000 + " }}",
    "braces": "{{" * 10_000,
    "not": "{{ " + "not " * 10_000 + "1 }}",
    "minus": "{{ " + "- " * 10_000 + "1 }}",
    "and": "{{ 題名" + " and 題名" * 6000 + " }}",
    "or": "{% if 題名" + " or 題名" * 6000 + " %}{% endif %}",
    "attributes": "{{ 題名" + ".a" * 20_000 + " }}",
    "filters": "{{ 題名" + "|様" * 20_000 + " }}",
    "filters in filters": "{{ 題名" + "|既定(題名" * 6000 + ")" * 6000 + " }}",
    "blocks": "{% if 題名 %}" * 2000 + "{% endif %}" * 2000,
    "loops": "{% for x in 会員 %}" * 1500 + "{% endfor %}" * 1500,
    "conditions": "{{ " + "1 if 0 else " * 4000 + "1 }}",
    # Nonsense
    "comparisons": "{{ 1" + " < 2" * 12_000 + " }}",
    "arguments": "{{ 題名|和暦(" + "1, " * 16_000 + "1) }}",
    "unclosed string": "{{ '" + "a" * 40_000,
    "unclosed comment": "{#" * 20_000,
    "unclosed block": "{% if",
    "unclosed value": "{{ 題名",
    "stray end": "{% endfor %}",
    "dashes": "{%- " * 12_000,
    "spaces": "{{" + " " * 49_000,
    "escape": "{{ '\\N{x' }}",
    "control": "{{ '\\x00' }}",
    "surrogate": "{{ '\\ud800' }}",
    "unknown filter": "{{ 題名|tojson }}",
    "true": "{{ true }}",
    "none": "{{ none }}",
}
_CHILD = """
import json, resource, signal, sys
from minutes_gen import MinutesError, Template

Template("{{ x|様 }}").fill(x="甲")
pages = int(open("/proc/self/statm").read().split()[0]) if sys.platform == "linux" else 0
if pages:
    limit = pages * resource.getpagesize() + 200 * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
texts, values = json.load(sys.stdin)
messages = {}
for name, text in texts.items():
    signal.setitimer(signal.ITIMER_PROF, 1)
    try:
        template = Template(text, "own.txt")
        own = {value.name for value in template.values}
        template.fill({key: values[key] for key in own & set(values)})
        messages[name] = "it was filled in"
    except MinutesError as error:
        messages[name] = str(error)
json.dump(messages, sys.stdout)
"""


def fill(text: str) -> None:
    """Fill a template in with those values that it takes."""
    template = Template(text, "own.txt")
    own = {value.name for value in template.values}
    template.fill({key: value for key, value in VALUES.items() if key in own})


@pytest.fixture(scope="module")
def messages() -> dict[str, str]:
    """Try them all in a process with bounds: what exceeds one kills it."""
    assert len(HOSTILE) >= 40
    done = subprocess.run(
        [sys.executable, "-c", _CHILD],
        input=json.dumps([HOSTILE, VALUES]),
        capture_output=True,
        check=True,
        text=True,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_ends_in_one_line(messages: dict[str, str], name: str) -> None:
    """It is refused, or stopped, with its name and the line."""
    assert messages[name].startswith(("own.txt:1: ", "own.txt: a template has at most"))
    assert "\n" not in messages[name]
    assert len(messages[name]) < 600


@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends_so_in_every_program(name: str) -> None:
    """A script that uses the package gets the same error."""
    with pytest.raises(NotationError):
        fill(HOSTILE[name])

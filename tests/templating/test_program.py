"""What templates do: what is tested, chosen and repeated, and where that ends."""

from collections.abc import Mapping

import pytest

from minutes_gen.errors import TemplateError, ValuesError
from minutes_gen.templating._parse import DEEPEST, LONGEST_TEMPLATE
from minutes_gen.templating._program import compile_template
from minutes_gen.templating._run import MOST_VALUES, SIGN
from minutes_gen.templating._values import Spelled

NAMES = Spelled(("橋野", "出口"), "橋野 出口")


def out(text: str, **scope: object) -> str:
    """Run a template and put the values into what it puts out."""
    run = compile_template(text, source="own.txt").run(scope)
    values = iter(run.values)
    return SIGN.sub(lambda _: next(values).text, "".join(piece for piece, _ in run.pieces))


@pytest.mark.parametrize(
    ("text", "scope", "expected"),
    [
        ("{% if x %}甲{% elif y %}乙{% else %}丙{% endif %}", {"x": "1"}, "甲"),
        ("{% if x %}甲{% elif y %}乙{% else %}丙{% endif %}", {"y": 1}, "乙"),
        ("{% if x %}甲{% elif y %}乙{% else %}丙{% endif %}", {}, "丙"),
        ("{% if not x and (y or z) %}甲{% endif %}", {"z": NAMES}, "甲"),
        ("{% if x and y %}甲{% endif %}乙", {"x": "1"}, "乙"),
        ("{{ x or '乙' }}", {}, "乙"),
        ("{{ x or '乙' }}", {"x": NAMES}, "橋野 出口"),
        ("{{ x and '乙' }}", {"x": NAMES}, "乙"),
        ("{% if 1 < x <= 3 %}甲{% endif %}", {"x": 3}, "甲"),
        ("{% if 1 < x <= 3 %}甲{% endif %}乙", {"x": 4}, "乙"),
        ("{% if x != '乙' and x >= '甲' and x > '一' %}甲{% endif %}", {"x": "甲"}, "甲"),
        ("{% if '出口' in x and '金子' not in x %}甲{% endif %}", {"x": NAMES}, "甲"),
        ("{% for n in x %}{{ loop.index }}{{ n }}{% endfor %}", {"x": NAMES}, "1橋野2出口"),
        (
            "{% for n in x %}{{ n }}{% if not loop.last %}と{% endif %}{% endfor %}",
            {"x": NAMES},
            "橋野と出口",
        ),
        ("{% for n in x %}{{ n }}{% endfor %}", {}, ""),
        ("{% for n in x %}{{ n }}/{% endfor %}", {"x": "甲\n乙"}, "甲/乙/"),
        (
            "{% for a in x %}{% for b in a.y %}{{ a.n }}{{ b }}{% endfor %}{% endfor %}",
            {"x": ({"n": 1, "y": ("甲", "乙")}, {"n": 2, "y": ("丙",)})},
            "1甲1乙2丙",
        ),
        ("{% raw %}{{ x }}{% endraw %}{# 甲 #}", {}, "{{ x }}"),
        ("  {% if 1 %}\n甲\n  {% endif %}\n乙\n", {}, "甲\n乙\n"),
    ],
)
def test_what_a_template_may_do(text: str, scope: Mapping[str, object], expected: str) -> None:
    """Choices, loops and comparisons are those of Jinja2."""
    assert out(text, **scope) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("甲\n{{ x.y.z }}", "own.txt:2: x: must be a record with 'y', not "),
        ("{% for n in 5 %}{% endfor %}", "own.txt:1: 5: for needs a list, not 5"),
        ("{{ 5|様|曜日 }}", "own.txt:1: 5|様|曜日: must be a single day, not '5 様'"),
        ("{{ 1 < 2 }}", "own.txt:1: what stands here: must be a text, not True"),
        ("{{ '' < 2 }}", "own.txt:1: '' and 2 cannot be compared so"),
        ("{{ x }}", "own.txt:1: x has no value; give one, or write {% if x %} around it"),
        ("{{ '\\ud83d' }}", "own.txt:1: '\\ud83d': '\\ud83d' holds U+D83D, which no document"),
    ],
)
def test_what_is_no_value(text: str, problem: str) -> None:
    """What cannot be put out, gone through or compared is told with its line."""
    with pytest.raises(ValuesError) as caught:
        out(text)
    assert problem in str(caught.value)


def test_how_far_a_template_goes() -> None:
    """As deep, as long and as many as is allowed, and not one more."""
    deep = DEEPEST // 2 - 2
    out("{% if 1 %}" * deep + "甲" + "{% endif %}" * deep)
    out("あ" * LONGEST_TEMPLATE)
    with pytest.raises(TemplateError, match="at most 50000 characters"):
        out("あ" * (LONGEST_TEMPLATE + 1))
    many = "{% for n in x %}{{ n }}{% endfor %}"
    assert len(out(many, x=("甲",) * MOST_VALUES)) == MOST_VALUES
    with pytest.raises(TemplateError, match="puts out more than 2048 values"):
        out(many, x=("甲",) * (MOST_VALUES + 1))


def test_what_values_a_template_uses() -> None:
    """A name that is only looked at where it is tested can be missing."""
    text = "{% if a %}{{ a }}{{ b }}{% endif %}\n{{ c|既定(d) }}"
    text += "{% for e in f %}{{ e }}{% endfor %}{{ a }}"
    uses = compile_template(text, source="own.txt").uses
    assert {name: (use.line, use.optional, use.listed) for name, use in uses.items()} == {
        "a": (1, False, False),
        "b": (1, False, False),
        "c": (2, True, False),
        "d": (2, False, False),
        "f": (2, False, True),
    }

"""A value never becomes structure, whatever it holds and wherever it stands."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import assume, example, given

from minutes_gen import Template, read_text, render_text
from minutes_gen.errors import MinutesError
from minutes_gen.session import Block, Bullet, Section, Session, Table
from strategies import TEMPLATE_HEADER, template_texts, template_values

PLAIN = {"甲": "甲", "乙": "乙", "数": 1, "日": "平成30年6月7日", "名": ["橋野", "出口"]}


def blocks_of(blocks: Iterable[Block]) -> list[Any]:
    """Return the kinds of blocks, and what is within them."""
    return [
        (block.mark, blocks_of(block.blocks))
        if isinstance(block, Bullet)
        else (len(block.header), len(block.rows))
        if isinstance(block, Table)
        else type(block).__name__
        for block in blocks
    ]


def sections_of(sections: Iterable[Section]) -> list[Any]:
    """Return what is in sections, but for texts and numbers."""
    return [(blocks_of(section.blocks), sections_of(section.sections)) for section in sections]


def structure_of(session: Session) -> tuple[Any, ...]:
    """Return all of a session that is no text, no number and no date."""
    # The number is no part of it: a title that bears one says it, whatever it was made of.
    head = [session.title, session.issued, session.issuer]
    return (
        [value is not None for value in head],
        blocks_of(session.lead),
        blocks_of(session.details),
        blocks_of(session.notes),
        sections_of(session.sections),
    )


@given(template_texts, template_values)
@example(TEMPLATE_HEADER + "研修\n\n場所：{{ 甲 }}", PLAIN | {"甲": "会議室\n1. にせ"})
@example(TEMPLATE_HEADER + "{{ 甲 }}\n{{ 甲 }}\n{{ 甲 }}", PLAIN | {"甲": "平成30年6月7日"})
@example(TEMPLATE_HEADER + "1. 子\n① 丑\n2. 寅\n{{ 数 }}) 卯", PLAIN | {"数": 51})
@example(TEMPLATE_HEADER + "{{ 数 }}．{{ 数 }}倍", PLAIN | {"数": 9999})
@example(TEMPLATE_HEADER + "{{ 数 }}1. {{ 甲 }}", PLAIN | {"数": 1000})
@example(TEMPLATE_HEADER + "・{{ 甲 }}\n{{ 甲 }}", PLAIN | {"甲": "・"})
@example(TEMPLATE_HEADER + "｜{{ 甲 }}｜\n｜{{ 甲 }}｜", PLAIN | {"甲": "---"})
def test_values_are_no_structure(text: str, values: dict[str, object]) -> None:
    """The structure is the same for every value, and so it is when the paper is read again."""
    template = Template(text)
    try:
        expected = structure_of(template.fill(PLAIN))
        session = template.fill(values)
    except MinutesError as error:
        assert "\n" not in str(error)
        assume(False)
    assert structure_of(session) == expected
    assert read_text(render_text(session)) == session


@pytest.mark.parametrize("code", [0xD800, 0xD83D, 0xDC00, 0xDFFF])
def test_a_sign_cannot_be_forged(code: int) -> None:
    """What stands for a value while lines are read can be in no value, list, name or template."""
    value, problem = f"甲{chr(code)}", rf"U\+{code:X}"
    for text in ("{{ x }}{{ y }}", "場所：{{ x }}", "担当：{{ x }}{{ y }}"):
        with pytest.raises(MinutesError, match=problem):
            Template(text).fill(x=value, **({"y": "秘"} if "y" in text else {}))
    with pytest.raises(MinutesError, match=problem):
        Template("{{ 担当 }}").fill(担当=[value])
    with pytest.raises(MinutesError, match=problem):
        Template("{% for x in 表 %}{{ x.甲 }}{% endfor %}").fill(表=[{"甲": value}])
    with pytest.raises(MinutesError, match=problem):
        Template(f"{{{{ y }}}}{value}")
    with pytest.raises(MinutesError, match=problem):
        Template("{{ y }}{{ '" + value.encode("unicode-escape").decode() + "' }}").fill(y="秘")
    with pytest.raises(MinutesError):
        Template("{{ y }}" + "{{ '" + value + "' }}")

"""Document → plain text in the notation."""

import pytest

from minutes_gen import read_text, render_text
from minutes_gen.formats.notation.writer import spread
from minutes_gen.layout.style import HouseStyle, Indents
from minutes_gen.session import Detail, Section, Session


def test_a_byte_order_mark_is_escaped() -> None:
    """At the start of a file it would be no part of the text."""
    session = Session(title="\ufeff題")
    assert render_text(session) == "\\\ufeff題\n"
    assert read_text("\\\ufeff題\n") == session


def test_an_empty_label_gets_no_value() -> None:
    """A form to fill in stays one, however far in the next heading stands."""
    session = Session(sections=[Section("甲", ["場所："], sections=[Section("子")])])
    style = HouseStyle(indents=Indents(level=3.0))
    assert render_text(session, style) == "1. 甲\n　場所：\n\n　　　(1) 子\n"
    assert read_text(render_text(session, style)) == session


@pytest.mark.parametrize(
    ("label", "em", "expected"),
    [
        ("日時", 4, "日　　時"),
        ("参加者", 4, "参 加 者"),
        ("参考資料", 4, "参考資料"),
        ("議事録署名人", 4, "議事録署名人"),
        ("メモ", 4, "メ　　モ"),
        ("メモ", 3, "メモ　"),  # メ　モ is the section メ with the title モ
        ("ア", 4, "ア　　　"),
        ("1", 4, "1　　　 "),
        ("ア", 2, "ア"),  # ア　：x is the section ア with the title ：x
    ],
)
def test_labels_are_spread_where_that_can_be_read(label: str, em: float, expected: str) -> None:
    """均等割り付け, but never so that a label reads as a section."""
    assert spread(label, em) == expected
    detail = Session(details=[Detail(label, "x")])
    assert read_text(render_text(detail, HouseStyle(label_width=em))) == detail

"""Session → plain text in the notation."""

from pathlib import Path

import pytest

from minutes_gen import read_text, render_text
from minutes_gen.formats.notation._write_blocks import spread
from minutes_gen.layout.line_length import Measure
from minutes_gen.layout.style import HouseStyle, Indents
from minutes_gen.session import Detail, Section, Session

SESSION = Session(title="研修", sections=[Section("協働とは", ["共に動く。"])])


def test_a_style_may_be_a_value_a_name_or_a_file(tmp_path: Path) -> None:
    """Whatever the style is given as, it is the same style."""
    path = tmp_path / "office.toml"
    path.write_text('numbering = "koyobun"', encoding="utf-8")
    texts = {render_text(SESSION, style) for style in (HouseStyle(numbering="koyobun"), str(path))}
    assert texts == {"研修\n\n第１　協働とは\n　共に動く。\n"}
    assert render_text(SESSION, "koyobun") in texts


def test_a_width_is_of_the_style() -> None:
    """The page is that of the style, whatever the style is given as; a Measure is itself."""
    pages = {
        render_text(SESSION, style, width=width)
        for style in (None, "handout", HouseStyle())
        for width in ("page", 35, "70c", Measure(35))
    }
    assert pages == {"　　　　　　　　　　　　　　　　 研修\n\n　　1. 協働とは\n　　　共に動く。\n"}
    assert render_text(SESSION, "koyobun", width=6) == (
        "　　　研修\n\n第１　協働と\nは\n　共に動く。\n"
    )


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

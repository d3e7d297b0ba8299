"""The text that a PDF extractor gave → Session (the real notice has its own tests)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen import read_extracted
from minutes_gen.errors import NotationError
from minutes_gen.session import Bullet, Detail, Example, Paragraph, Section, Session

LONG = "市民はサービスを受ける側でしたが、社会の変化にともない行政主導に"


def section(text: str) -> Section:
    """Read a section whose heading tells that spaces end paragraphs."""
    return read_extracted(f"1. 題 \n{text}").sections[0]


def test_spaces_at_line_ends_are_evidence() -> None:
    """A line that no space ends goes on in the next, however short it is."""
    assert section("異種の組織が\n\n共に動くこと。 \n次の段落 \n").blocks == (
        Paragraph("異種の組織が共に動くこと。"),
        Paragraph("次の段落"),
    )


def test_a_line_broken_by_hand_is_joined() -> None:
    """A line that fills the page goes on in one that is set in and bears no mark."""
    text = f"・{LONG} \n  よる。 \n  （補足） \n長い行\nの続き \n"
    assert section(text).blocks[0] == Bullet(f"{LONG}よる。", ["（補足）"])


def test_words_keep_their_space() -> None:
    """Two Latin words that the page parted are two words, and Japanese needs no space."""
    assert section("see the\nManual of\nＮＰＯ法 \n").blocks == (
        Paragraph("see the Manual ofＮＰＯ法"),
    )


def test_the_extractors_spaces_are_taken_out() -> None:
    """Spaces between kana or kanji and Latin or digits are; those between words stay."""
    blocks = section("平成 30 年の NPO 法人（ NPO ）橋野 出口\n。 \n").blocks
    assert blocks == (Paragraph("平成30年のNPO法人（ NPO ）橋野 出口。"),)


def test_without_evidence_long_lines_are_joined() -> None:
    """Where spaces tell nothing, a line that fills the page and ends no sentence goes on."""
    text = f"1. 題\n{LONG}\n{LONG}\nなる。\n短い行\n{LONG[:-1]}。\n終わり"
    assert read_extracted(text).sections[0].blocks == (
        Paragraph(f"{LONG}{LONG}なる。"),
        Paragraph("短い行"),
        Paragraph(f"{LONG[:-1]}。"),
        Paragraph("終わり"),
    )


def test_lighter_bullets_hang_under_heavier_ones() -> None:
    """Where all lines stand at the margin, the weight of the marks tells what hangs under what."""
    lines = [
        "●群",
        "・点",
        "- 細",
        "例）会報",
        "・点",
        "→ 先",
        "●群",
        "■別",
        "・点",
        "文",
        "例）会報",
    ]
    expected = (
        Bullet(
            "群",
            [
                Bullet("点", [Bullet("細", [Example("会報")], mark="-")]),
                Bullet("点", [Bullet("先", mark="→")]),
            ],
            mark="●",
        ),
        Bullet(
            "群",
            [Bullet("別", [Bullet("点"), Paragraph("文"), Example("会報")], mark="■")],
            mark="●",
        ),
    )
    assert read_extracted("1. 題\n" + "\n".join(lines)).sections[0].blocks == expected


def test_a_heavier_bullet_ends_lighter_ones() -> None:
    """● after ・ stands beside it."""
    assert section("・点 \n●群 \n").blocks == (Bullet("点"), Bullet("群", mark="●"))


def test_details_and_what_follows_them() -> None:
    """A line after a detail of the head is its next one; in a section it is a paragraph."""
    text = "研修\n内 容：甲\n乙\n丙\n場 所：x\n下記のとおり。\n1. 次回\n日 時：未定\n文\n"
    assert read_extracted(text) == Session(
        title="研修",
        details=[Detail("内容", ["甲", "乙", "丙"]), Detail("場所", "x")],
        notes=["下記のとおり。"],
        sections=[Section("次回", [Detail("日時", "未定"), "文"])],
    )


def test_bullets_outside_sections() -> None:
    """Before the first section bullets stand at the margin."""
    assert read_extracted("第1回 研修\n・点\n例）会報\n").lead == (Bullet("点", [Example("会報")]),)


def test_names_that_the_page_parted() -> None:
    """Where a line of names ends, a name ends."""
    names = Detail("参加者", "橋野 出口 奈良 横山 瀬島")
    assert section("参加者：橋野 出口 奈良\n横山 瀬島 \n").blocks == (names,)


def test_a_margin_and_radicals() -> None:
    """Spaces that all lines begin with are the page's margin; ⽇ is 日."""
    text = "    第1回 研修\n    ⽇時：平成30年6⽉12⽇\n    1. 題\n    ・点\n    文\n"
    session = read_extracted(text)
    assert session.schedule is not None
    assert session.sections[0].blocks == (Bullet("点"), Paragraph("文"))


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_no_text(text: str) -> None:
    """A file with nothing in it is an error."""
    with pytest.raises(NotationError, match="no text"):
        read_extracted(text)


def test_errors_name_the_line_of_the_source() -> None:
    """The line is that of the extracted text, joined or not."""
    with pytest.raises(NotationError, match=r"x\.txt:5: .*28 days"):
        read_extracted("研修 \n長い\n行 \n\n日時：平成 30年 2月\n30日 \n", source="x.txt")


@given(st.text() | st.lists(st.sampled_from("・●1. 例）：あ。 \n　a"), max_size=60).map("".join))
def test_any_text_is_a_session_or_an_error(text: str) -> None:
    """Arbitrary text never crashes the reader."""
    try:
        read_extracted(text)
    except NotationError as error:
        assert "\n" not in str(error)

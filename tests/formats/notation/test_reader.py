"""The notation → Session."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen import read_text
from minutes_gen.errors import NotationError
from minutes_gen.session import (
    Bullet,
    Detail,
    Example,
    Paragraph,
    Section,
    Session,
    Table,
)


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("研修", Session(title="研修")),
        ("あしや\n研修", Session(issuer="あしや", title="研修")),
        (
            "第２回　研修\n下記のとおり開く",
            Session(title="研修", number=2, lead=["下記のとおり開く"]),
        ),
        ("あしや\n第2回研修", Session(issuer="あしや", title="研修", number=2)),
        ("研修\n　下記のとおり", Session(title="研修", lead=["下記のとおり"])),
        ("研修\n下記のとおり開く。", Session(title="研修", lead=["下記のとおり開く。"])),
        ("　　　　研修", Session(title="研修")),
        ("　　　　平成30年6月7日\n研修", Session(issued=date(2018, 6, 7), title="研修")),
        ("Ｈ３０．６．７", Session(issued=date(2018, 6, 7), issued_as="Ｈ３０．６．７")),
        ("研修\n平成30年6月7日", Session(title="研修", lead=["平成30年6月7日"])),
        ("\\第2回 研修", Session(title="第2回 研修")),
        ("\\平成30年6月7日\n\\開く。", Session(issuer="平成30年6月7日", title="開く。")),
        ("甲\n乙\n丙", Session(issuer="甲", title="乙", lead=["丙"])),
        ("研修\n　第2回 文", Session(title="研修", lead=["第2回 文"])),
        ("　文", Session(lead=["文"])),
        ("\ufeff研修", Session(title="研修")),
        ("研修\r\n\r\n場所：x", Session(title="研修", details=[Detail("場所", "x")])),
    ],
)
def test_heads(text: str, session: Session) -> None:
    """The day, the issuer, the title, and where the head ends."""
    assert read_text(text) == session


@pytest.mark.parametrize(
    ("text", "details", "notes"),
    [
        ("内容：甲\n　　　　　乙\n　　　　　1. 丙", [Detail("内容", ["甲", "乙", "1. 丙"])], []),
        ("内容：\n　甲\n　乙", [Detail("内容", ["甲", "乙"])], []),
        ("内容：甲\n\n　乙", [Detail("内容", "甲")], ["乙"]),
        ("内容：甲\n　\\\\乙", [Detail("内容", ["甲", "\\乙"])], []),
        ("内容：甲\n乙", [Detail("内容", "甲")], ["乙"]),
        ("甲：x\n\n乙：y", [Detail("甲", "x"), Detail("乙", "y")], []),
        ("甲：x\n文\n乙：y", [Detail("甲", "x")], ["文", Detail("乙", "y")]),
        ("場所:x", [Detail("場所", "x")], []),
    ],
)
def test_details(text: str, details: list[Detail], notes: list[str]) -> None:
    """A detail goes on in lines that stand further in, until an empty one."""
    assert read_text(text) == Session(details=details, notes=notes)


def test_an_empty_label_is_a_paragraph() -> None:
    """A label with nothing behind it is a form to fill in."""
    assert read_text("研修\n\n署　　名：").lead == (Paragraph("署　　名："),)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("文\n　文", [Paragraph("文"), Paragraph("文")]),
        ("・点\n文", [Bullet("点"), Paragraph("文")]),
        ("・点\n　文\n　例）会報\n文", [Bullet("点", ["文", Example("会報")]), Paragraph("文")]),
        (
            "・点\n　・子\n　　・孫\n　・子",
            [Bullet("点", [Bullet("子", [Bullet("孫")]), Bullet("子")])],
        ),
        ("　・点\n・点", [Bullet("点"), Bullet("点")]),
        ("・点\n　場所：x\n　　y", [Bullet("点", [Detail("場所", ["x", "y"])])]),
        ("●群\n・点", [Bullet("群", mark="●"), Bullet("点")]),
        ("\\・点\n\\\\文\n\\", [Paragraph("・点"), Paragraph("\\文"), Paragraph("\\")]),
        ("文\t文", [Paragraph("文 文")]),
    ],
)
def test_blocks_hang_under_what_they_stand_further_in_than(text: str, blocks: list[object]) -> None:
    """Columns decide what hangs under a bullet."""
    assert list(read_text(f"1. 題\n{text}").sections[0].blocks) == blocks


def test_bullets_deeper_than_the_model_goes() -> None:
    """The tenth bullet and what hangs under it stay at the ninth level."""
    text = "\n".join("　" * depth + "・点" for depth in range(12)) + "\n" + "　" * 12 + "文"
    bullet = read_text("1. 題\n" + text).sections[0].blocks[0]
    assert isinstance(bullet, Bullet)
    assert bullet.depth == 9
    while isinstance(bullet.blocks[-1], Bullet):
        bullet = bullet.blocks[-1]
    assert bullet == Bullet("点", ["文"])


@pytest.mark.parametrize(
    ("text", "sections", "numbering"),
    [
        ("1. 甲\n２．乙", [Section("甲"), Section("乙")], None),
        ("（１）甲\n(2) 乙", [Section("甲"), Section("乙")], ("（１）",)),
        ("1. 甲\n(1) 子\n2. 乙", [Section("甲", sections=[Section("子")]), Section("乙")], None),
        ("①甲\n1、子", [Section("甲", sections=[Section("子")])], ("①", "1、")),
        (
            "3. 甲\n5. 乙\n6. 丙",
            [Section("甲", number=3), Section("乙", number=5), Section("丙")],
            None,
        ),
        (
            "1. 甲\nア　子\n2. 乙\n(1) 子\n(2) 子",
            [
                Section("甲", sections=[Section("子")]),
                Section("乙", sections=[Section("子"), Section("子")]),
            ],
            ("1.", "ア"),
        ),
        (
            "1. 甲\n(1) 子\n①孫\n2. 乙\n① 子",
            [
                Section("甲", sections=[Section("子", sections=[Section("孫")])]),
                Section("乙", sections=[Section("子")]),
            ],
            None,
        ),
    ],
)
def test_sections(text: str, sections: list[Section], numbering: tuple[str, ...] | None) -> None:
    """A new kind of label goes one level deeper; kinds that are mixed are read as one scheme."""
    assert read_text(text) == Session(sections=sections, numbering=numbering)


def test_a_number_that_the_scheme_cannot_write_is_text() -> None:
    """Where kinds are mixed, a number that the first cannot write stays as it is typed."""
    sections = read_text("ア　甲\n① 乙\nア　丙\n60. 丁").sections
    assert sections[1] == Section("丙", ["60. 丁"], number=1)


def test_sections_deeper_than_the_model_goes() -> None:
    """An eighth kind of label stays at the seventh level."""
    labels = "1. (1) ① ア　 (ア) ａ　 (ａ) 1)".split(" ")
    session = read_text("\n".join(label + "題" for label in labels))
    assert session.depth == 7


@pytest.mark.parametrize(
    ("text", "where", "problem"),
    [
        ("", "x.txt:1", "no text in it"),
        ("研修\n\n平成\x00", "x.txt:3", "U+0000 at position 3"),
        ("研修\ud800", "x.txt:1", "U+D800 at position 3"),
        ("平成30年2月30日", "x.txt:1", "28 days"),
        ("平成30年6月7日\n研修\n日時：6月12日（水）13時", "x.txt:3", "is not 水 but 火"),
        ("研修\n日時：6月12日15時～13時", "x.txt:2", "is not after"),
        ("\n昭和64年1月8日", "x.txt:2", "平成元年1月8日"),
        ("研修\n日時：平成30年6月12日（水）", "x.txt:2", "平成30年6月12日（火）"),
        ("研修\n1. 題\n・点\n　日時：未定\n　　平成30年2月30日", "x.txt:4", "28 days"),
        ("令和元年6月7日\n日時：平成31年6月12日", "x.txt:2", "令和元年6月12日"),
    ],
)
def test_errors_name_the_line(text: str, where: str, problem: str) -> None:
    """What cannot be is one line with file, line and reason."""
    with pytest.raises(NotationError) as caught:
        read_text(text, source="x.txt")
    message = str(caught.value)
    assert message.startswith(f"{where}: ")
    assert problem in message
    assert "\n" not in message


@given(st.text())
def test_any_text_is_a_session_or_an_error(text: str) -> None:
    """Arbitrary Unicode never crashes the reader."""
    try:
        read_text(text)
    except NotationError as error:
        assert error.line is not None
        assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        (
            "｜担当　｜期限　　｜\n｜金子　｜6月30日｜\n｜阿部　｜　　　　｜",
            [Table(["担当", "期限"], [["金子", "6月30日"], ["阿部", ""]])],
        ),
        (
            "| 担当 | 期限 |\n|---|:-:|\n| 金子 | 6月30日 |",
            [Table(["担当", "期限"], [["金子", "6月30日"]])],
        ),
        ("｜甲｜\n\n｜乙｜", [Table(["甲"]), Table(["乙"])]),
        ("｜甲｜\n｜乙｜丙｜", [Table(["甲", ""], [["乙", "丙"]])]),
        ("｜甲｜\n｜---｜", [Table(["甲"], [["---"]])]),
        ("｜｜", [Table([""])]),
    ],
)
def test_tables(text: str, tables: list[Table]) -> None:
    """Rows between bars are a table, until an empty line; short rows are filled."""
    assert list(read_text("1. 題\n" + text).sections[0].blocks) == tables


@pytest.mark.parametrize("text", ["||", "| |", "｜", "｜甲", "|甲｜", "|甲｜乙|", "｜" * 65])
def test_what_is_no_row(text: str) -> None:
    """Lone and mixed bars are text."""
    assert read_text("1. 題\n" + text).sections[0].blocks == (Paragraph(text),)

"""Document → plain text in the notation."""

from datetime import date

import pytest

from minutes_gen import read_text, render_text
from minutes_gen.formats.notation.writer import spread
from minutes_gen.layout.style import HouseStyle, Indents
from minutes_gen.session import Bullet, Detail, Example, Section, Session, Table


def test_a_whole_session() -> None:
    """Every kind of block, with the indents of the page as full-width spaces."""
    session = Session(
        title="スタッフ研修",
        number=2,
        issued=date(2018, 7, 5),
        issuer="あしや",
        lead=["下記のとおり開く。"],
        details=[Detail("日時", "平成30年7月"), Detail("内容", ["甲", "\\乙"])],
        notes=["以上"],
        sections=[
            Section(
                "甲",
                ["文", Example("会報"), Detail("場所", "x"), Bullet("点", ["補"])],
                sections=[Section("子", ["文"]), Section("子")],
            ),
            Section("乙", [Bullet("群", [Bullet("点")], mark="●"), Bullet("群", mark="●")]),
        ],
    )
    assert render_text(session) == (
        "平成30年7月5日\n\nあしや\n\n第2回 スタッフ研修\n\n　下記のとおり開く。\n\n"
        "日　　時：平成30年7月\n内　　容：甲\n　　　　　\\\\乙\n\n　以上\n\n"
        "1. 甲\n　文\n　例）会報\n　場　　所：x\n　・点\n　　補\n"
        "　(1) 子\n　　文\n　(2) 子\n\n2. 乙\n●群\n　　・点\n\n●群\n"
    )
    assert read_text(render_text(session)) == session


@pytest.mark.parametrize(
    ("session", "text"),
    [
        (Session(title="・題"), "\\・題\n"),
        (Session(title="第2回 題"), "\\第2回 題\n"),
        (Session(title="平成30年6月7日"), "\\平成30年6月7日\n"),
        (Session(title="題。", issuer="1. 甲"), "\\1. 甲\n\n\\題。\n"),
        (Session(title="\ufeff題"), "\\\ufeff題\n"),
        (Session(lead=["日時：未定"]), "　\\日時：未定\n"),
        (Session(lead=["日時：", "\\文"]), "　日時：\n　\\\\文\n"),
        (Session(lead=[Bullet("・点"), Bullet("点", mark="-")]), "　・ ・点\n　- 点\n"),
    ],
)
def test_what_would_be_read_otherwise_is_escaped(session: Session, text: str) -> None:
    r"""A `\` or a space stands where the reader would see a mark, and nowhere else."""
    assert render_text(session) == text
    assert read_text(text) == session


DAY = date(2018, 7, 5)


@pytest.mark.parametrize(
    ("session", "text"),
    [
        (Session(title="題", issuer="甲 様"), "\\甲 様\n\n題\n"),
        (Session(title="題", issuer="総発第1号"), "\\総発第1号\n\n題\n"),
        (Session(title="【題】", addressees=["甲 様"]), "甲 様\n\n【題】\n"),
        (Session(title="【題】", issuer="甲"), "甲\n\n\\【題】\n"),
        (
            Session(
                issued=DAY,
                lead=["各位", "皆様"],
                sections=[Section("題", numbered=False)],
            ),
            "平成30年7月5日\n\n　各位\n　\\皆様\n\n【題】\n",
        ),
        (Session(title="題", issued=DAY, reference="5"), "\\5\n平成30年7月5日\n\n題\n"),
        (Session(title="題", addressees=["総発第1号", "乙 様"]), "\\総発第1号\n乙 様\n\n題\n"),
        (Session(title="題", issuer="甲", signatory=["会長"]), "甲\n\\会長\n\n題\n"),
        (
            Session(title="題", addressees=["甲 様"], issuer="会長", signatory=["乙 丙", "乙"]),
            "甲 様\n\n会長\n乙 丙\n\\乙\n\n題\n",
        ),
        (
            Session(title="題", reference="総第1号", issuer="甲", signatory=[*"乙丙丁", "会長 戊"]),
            "総第1号\n\n甲\n乙\n丙\n\\丁\n会長 戊\n\n題\n",
        ),
        (
            Session(title="題", reference="総発第1号", issuer="甲", signatory=["乙", "・丙"]),
            "総発第1号\n\n甲\n乙\n\\・丙\n\n題\n",
        ),
        (
            Session(title="題", reference="総発第1号", issuer="甲", signatory=["乙", "丙"]),
            "総発第1号\n\n甲\n乙\n\\丙\n\n題\n",
        ),
        (Session(title="甲 様"), "甲 様\n"),
        (Session(lead=["記"]), "　記\n"),
        (Session(lead=["記", "以 上"]), "　\\記\n　以 上\n"),
        (
            Session(title="記", lead=["記"], notes=["記"], ki=True),
            "\\記\n\n　\\記\n\n記\n\n　記\n以上\n",
        ),
        (
            Session(lead=["記"], details=[Detail("甲", ["乙", "以上"])]),
            "　\\記\n\n甲　　　：乙\n　　　　　以上\n",
        ),
    ],
)  # fmt: skip
def test_the_head_of_a_letter_is_escaped_where_it_must_be(session: Session, text: str) -> None:
    r"""A `\` stands where a line has a form that is not its own, or lacks one."""
    assert render_text(session) == text
    assert read_text(text) == session


def test_what_stands_further_in_than_a_detail_is_parted_from_it() -> None:
    """An empty line keeps a block that follows a detail from being its next line."""
    session = Session(details=[Detail("甲", "x")], notes=["文", Detail("乙", "y"), "文"])
    assert render_text(session) == "甲　　　：x\n\n　文\n乙　　　：y\n\n　文\n"
    assert read_text(render_text(session)) == session


def test_tables_are_aligned() -> None:
    """Cells are filled to one width, whatever stands in them."""
    table = Table(["担当", "期限"], [["金子", "6月30日"], ["Abe", ""], ["が", "|"]])
    session = Session(sections=[Section("題", [table, Table(["x"]), Bullet("点", [Table(["y"])])])])
    assert render_text(session) == (
        "1. 題\n"
        "　｜担当｜期限 　｜\n"
        "　｜金子｜6月30日｜\n"
        "　｜Abe ｜ 　　　｜\n"
        "　｜が　｜|　　　｜\n\n"
        "　｜x｜\n　・点\n　　｜y｜\n"
    )
    assert read_text(render_text(session)) == session


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

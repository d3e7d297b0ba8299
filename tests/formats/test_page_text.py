"""Document → text for people, in lines as wide as the page."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import example, given, settings

from minutes_gen import render_text
from minutes_gen.formats.page_text import document_to_page
from minutes_gen.layout.compose import compose
from minutes_gen.layout.document import Block, Document, Part
from minutes_gen.layout.line_length import Measure, as_measure
from minutes_gen.layout.style import HouseStyle, Indents
from minutes_gen.session import Bullet, Detail, Example, Section, Session, Table
from minutes_gen.typeset import MONOSPACE
from office import seen
from strategies import sessions, widths

WHOLE = Session(
    title="スタッフ研修",
    number=2,
    issued=date(2018, 7, 5),
    issuer="あしやＮＰＯ",
    lead=["下記のとおり、来月の研修を開く。"],
    details=[
        Detail("場所", "あしや市民活動センター事務室"),
        Detail("内容", ["甲について", "乙のほか丙丁について"]),
        Detail("議事録署名人", "橋野 出口 奈良 横山"),
    ],
    sections=[
        Section(
            "協働とは何かを考えるために",
            [
                "異種の組織が、対等な立場で共に動く。",
                Example("会報を共に作ることなど、いろいろ。"),
                Bullet("補助や助成のことを知っておく。", mark="-"),
                Table(["担当", "宿題"], [["金子", "会場を予約し、案内を送る"]]),
                Table(["x"]),
            ],
            sections=[Section("子", [Bullet("点", [Example("施設の運営を任せ、育てていく。")])])],
        ),
        Section("乙", [Bullet("群", [Bullet("点")], mark="●"), Bullet("群", mark="●")]),
    ],
)


def test_a_whole_session() -> None:
    """Every kind of block stands where the page has it, and wraps where it wraps there."""
    assert render_text(WHOLE, width=16).splitlines() == [
        "　　　　　　　 平成30年7月5日",
        "　　　　　　　　　　あしやＮＰＯ",
        "",
        "　　　第2回 スタッフ研修",
        "",
        "　下記のとおり、来月の研修を開く。",
        "",
        "場　　所：あしや市民活動センター",
        "　　　　　事務室",
        "内　　容：甲について",
        "　　　　　乙のほか丙丁について",
        "議事録署名人：橋野 出口 奈良 横",
        "　　　　　山",
        "",
        "　　1. 協働とは何かを考えるため",
        "　　に",
        "　　　異種の組織が、対等な立場で",
        "　　　共に動く。",
        "　　　例）会報を共に作ることなど、",
        "　　　いろいろ。",
        "　　　- 補助や助成のことを知って",
        "　　　　おく。",
        "　　　｜担当｜宿題　　　　　　｜",
        "　　　｜－－｜－－－－－－－－｜",
        "　　　｜金子｜会場を予約し、案｜",
        "　　　｜　　｜内を送る　　　　｜",
        "",
        "　　　｜x｜",
        "　　　(1) 子",
        "　　　　・点",
        "　　　　　例）施設の運営を任せ、",
        "　　　　　　　育てていく。",
        "",
        "　　2. 乙",
        "　　●群",
        "　　　　・点",
        "",
        "　　●群",
    ]


def test_columns() -> None:
    """In columns nothing hangs, and Latin has no room beside it; on a page both is so."""
    session = Session(
        issued=date(2018, 7, 5), title="研修", lead=["市民、行政、企業、組合、学校。"]
    )
    assert render_text(session, width="25c").splitlines() == [
        "　　　　　 平成30年7月5日",
        "",
        "　　　　　研修",
        "",
        "　市民、行政、企業、組",
        "合、学校。",
    ]
    assert render_text(session, width=12.5).splitlines() == [
        "　　　　平成30年7月5日",
        "",
        "　　　　　研修",
        "",
        "　市民、行政、企業、組合、",
        "学校。",
    ]


def test_it_is_not_the_notation() -> None:
    r"""What a reader would need, a `\` or a doubled mark's space, does not stand on a page."""
    session = Session(title="・題", lead=["1. 甲", Bullet("・点")])
    assert render_text(session, width=20) == "　　　　　　　　　・題\n\n　1. 甲\n　・・点\n"


def test_what_hangs_leaves_no_blank() -> None:
    """A line of a title that is fuller than full begins at the margin."""
    assert render_text(Session(title="会場と、日程"), width=4) == "会場と、\n　日程\n"
    assert render_text(Session(title="会場など、日程"), width=4) == "会場など、\n　日程\n"


def test_long_titles_stay_in_the_middle() -> None:
    """Each line of a title is centred, and each of an issuer stands at the right."""
    session = Session(issuer="特定非営利活動法人あしや", title="協働についての研修の案内")
    assert render_text(session, width=10).splitlines() == [
        "特定非営利活動法人あ",
        "　　　　　　　　しや",
        "",
        "協働についての研修の",
        "　　　　案内",
    ]


def test_a_letter_at_the_right() -> None:
    """The style says how far from the right margin lines end, and where the title stands."""
    session = Session(
        reference="総発第1号",
        addressees=["甲会", "会長　様"],
        issuer="特定非営利活動法人みどりの会",
        signatory=["理事長"],
        title="総会について",
        sections=[Section("議事")],
        ki=True,
    )
    style = HouseStyle(title="left", indents=Indents(title=2.0, right=1.0, numbered=0.0))
    assert render_text(session, style, width=13).splitlines() == [
        "　　　　　　　総発第1号",
        "",
        "甲会",
        "会長　様",
        "",
        "特定非営利活動法人みどり",
        "　　　　　　　　　　の会",
        "　　　　　　　　　理事長",
        "",
        "　　総会について",
        "",
        "　　　　　　記",
        "",
        "1. 議事",
        "　　　　　　　　　　以上",
    ]


def test_indents_give_way() -> None:
    """Where lines are short no indent is more than half of one."""
    session = Session(sections=[Section("甲", [Bullet("群", [Example("会報")], mark="●")])])
    style = HouseStyle(indents=Indents(numbered=2.0, heavy=2.0, under_heavy=4.0))
    assert (
        render_text(session, style, width=40)
        == "　　1. 甲\n　　　　●群\n　　　　　　　　例）会報\n"
    )
    assert render_text(session, style, width=7) == ("　　1. 甲\n　　　●群\n　　　例）会報\n")


@pytest.mark.parametrize(
    ("em", "lines"),
    [
        (9, ["議事録署名人：橋野", "　　　　出口"]),
        (8, ["議事録署名人：", "　　　　橋野 出", "　　　　口"]),
        (4, ["議事録署", "　　名", "　　人：", "　　橋野", "　　出口"]),
    ],
)
def test_a_label_that_leaves_no_room_has_its_own_lines(em: float, lines: list[str]) -> None:
    """Text begins behind its label where 2 em are left for it, else below."""
    session = Session(details=[Detail("議事録署名人", "橋野 出口")])
    assert render_text(session, width=em).splitlines() == lines


def test_a_label_stays_with_its_text() -> None:
    """No line ends behind a bullet or inside a spread label, even if a word is too long."""
    session = Session(
        details=[Detail("日時", "https://example.org/2018")],
        notes=[Bullet("https://example.org/2018")],
    )
    assert render_text(session, width=10).splitlines() == [
        "日　　時：https://ex",
        "　　　　　ample.org/",
        "　　　　　2018",
        "",
        "　・https://example.",
        "　　org/2018",
    ]


def bare(text: str) -> str:
    """Take away white space and what tables are drawn with."""
    return "".join(text.translate(dict.fromkeys(map(ord, "｜－-"))).split())


def said(block: Block) -> str:
    """Give all that a block says, in the order of the page."""
    colon = "：" * (block.part is Part.DETAIL)
    rows = block.rows if block.part is Part.TABLE else ()
    return block.label + colon + "".join([*block.lines, *map("".join, rows)])


def pick(document: Document, *, tables: bool) -> Document:
    """Leave out the tables, or all else."""
    return evolve(
        document, blocks=tuple(b for b in document.blocks if (b.part is Part.TABLE) == tables)
    )


@settings(max_examples=200)
@given(sessions(), widths)
def test_nothing_is_lost(session: Session, line: str | float) -> None:
    """Every character of every block stands on the page, and in its order but for wrapped cells."""
    document = compose(session)
    measure = as_measure(line, document.style)
    written = bare(document_to_page(document, measure))
    assert sorted(written) == sorted(bare("".join(map(said, document.blocks))))
    document = pick(document, tables=False)
    written = bare(document_to_page(document, measure))
    assert written == bare("".join(map(said, document.blocks)))


@settings(max_examples=200)
@given(sessions(), widths)
@example(Session(lead=[Bullet("・・・ \u200b", mark="●")]), 4)
@example(Session(lead=[Table(["", "0 \u0e33"])]), 4)
def test_no_line_is_too_wide(session: Session, line: str | float) -> None:
    """A line is wider than the page only by a mark that hangs; a table never is."""
    document = compose(session)
    measure = as_measure(line, document.style)
    for written in document_to_page(pick(document, tables=False), measure).splitlines():
        hangs = measure.rules.hang and written.endswith(("、", "。", "，", "．"))
        assert measure.width(seen(written)) <= measure.em + hangs + 0.001
    columns = Measure(measure.em, MONOSPACE)
    for written in document_to_page(pick(document, tables=True), measure).splitlines():
        assert columns.width(seen(written)) <= measure.em

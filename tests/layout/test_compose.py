"""Session + HouseStyle → Document."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given

from minutes_gen.errors import ModelError
from minutes_gen.layout.compose import compose
from minutes_gen.layout.document import Meta, Part
from minutes_gen.layout.style import STYLES, HouseStyle, Indents
from minutes_gen.session import (
    Bullet,
    Detail,
    Example,
    Paragraph,
    Section,
    Session,
    Signer,
    Signing,
)
from strategies import sessions


def placed(
    session: Session, style: HouseStyle | None = None
) -> list[tuple[str, str, float, float]]:
    """Show each block's label, text, indent and hanging indent."""
    blocks = compose(session, style).blocks
    return [(block.label, block.text, block.indent, block.hanging) for block in blocks]


def test_the_page_of_the_notice() -> None:
    """Each kind of block stands where the page of 平成30年6月7日 has it."""
    group = Bullet("群", ["補", Bullet("点", [Example("会報")])], mark="●")
    direct = Bullet("点", [Example("会報")])
    session = Session(
        sections=[Section("題", ["文", Example("会報"), direct]), Section("他", [group])]
    )
    assert placed(session) == [
        ("1.", "題", 2.0, 0.0),
        ("", "文", 3.0, 0.0),
        ("例）", "会報", 3.0, 0.0),
        ("・", "点", 3.0, 1.0),
        ("例）", "会報", 4.0, 2.0),
        ("2.", "他", 2.0, 0.0),
        ("●", "群", 2.0, 0.0),
        ("", "補", 4.0, 0.0),
        ("・", "点", 4.0, 1.0),
        ("例）", "会報", 5.0, 2.0),
    ]


def test_what_follows_a_bullet_goes_no_further_in() -> None:
    """A sibling that would stand further in than the bullet before it would hang under it."""
    session = Session(sections=[Section("題", ["文", Bullet("群", mark="●"), "文", Bullet("点")])])
    assert [indent for _, _, indent, _ in placed(session)] == [2.0, 3.0, 2.0, 2.0, 2.0]


def test_outside_the_sections() -> None:
    """Details stand at the margin, and paragraphs begin 1 em in and wrap to it."""
    session = Session(lead=["文"], details=[Detail("場所", "x")], notes=["文", Detail("他", "y")])
    assert placed(session) == [
        ("", "文", 1.0, -1.0),
        ("場所", "x", 0.0, 5.0),
        ("", "文", 1.0, -1.0),
        ("他", "y", 0.0, 5.0),
    ]


def test_empty_lines() -> None:
    """An empty line parts head, details and sections, and groups under ●."""
    groups = [Bullet("群", ["文"], mark="●"), Bullet("群", mark="●"), Bullet("群", mark="●")]
    session = Session(
        title="題",
        issued=date(2018, 6, 7),
        lead=["文", "文"],
        details=[Detail("場所", "x"), Detail("他", "y")],
        notes=["文"],
        sections=[Section("甲", groups, sections=[Section("乙")]), Section("丙")],
    )
    spaces = [block.space for block in compose(session).blocks]
    assert spaces == [0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 0, 1]


def test_labels_are_counted() -> None:
    """Sections count on, restart in each parent, and go on from a number that is given."""
    within = [Section("子"), Section("子")]
    session = Session(
        sections=[
            Section("甲", sections=within),
            Section("乙", number=5, sections=within),
            Section("丙"),
        ]
    )
    headings = [(block.label, block.number, block.level) for block in compose(session).blocks]
    assert headings == [
        ("1.", 1, 1),
        ("(1)", 1, 2),
        ("(2)", 2, 2),
        ("5.", 5, 1),
        ("(1)", 1, 2),
        ("(2)", 2, 2),
        ("6.", 6, 1),
    ]


def test_the_sources_own_ways_without_a_style() -> None:
    """The numbering and the spelling of dates are the source's, unless a style is named."""
    session = Session(
        title="題",
        issued=date(2018, 6, 7),
        issued_as="H30.6.7",
        details=[Detail("日時", "平成30年6月12日"), Detail("参加者", "橋野、出口")],
        sections=[Section("甲")],
        numbering=("（１）",),
    )
    own = [(block.label, block.text) for block in compose(session).blocks]
    styled = [(block.label, block.text) for block in compose(session, STYLES["koyobun"]).blocks]
    assert own == [
        ("", "H30.6.7"),
        ("", "題"),
        ("日時", "平成30年6月12日"),
        ("参加者", "橋野、出口"),
        ("（１）", "甲"),
    ]
    assert styled == [
        ("", "平成30年6月7日"),
        ("", "題"),
        ("日時", "平成30年6月12日（火）"),
        ("参加者", "橋野、出口"),
        ("第１", "甲"),
    ]


def test_dates_in_the_style_of_the_house() -> None:
    """A style decides how days are written, and whether their weekday is."""
    session = Session(issued=date(2018, 6, 7), details=[Detail("日時", date(2018, 6, 12))])
    style = HouseStyle(dates="kanji", weekday=False)
    assert [block.text for block in compose(session, style).blocks] == [
        "平成三十年六月七日",
        "平成三十年六月十二日",
    ]


def test_a_day_after_the_era_is_written_as_the_paper_would() -> None:
    """A paper of 平成30年 writes 平成31年6月."""
    session = Session(issued=date(2018, 6, 7), details=[Detail("日時", date(2019, 6, 1))])
    assert compose(session).blocks[-1].text == "平成31年6月1日（土）"


def test_a_number_that_cannot_be_written_has_a_path() -> None:
    """A scheme that lacks a level or a number is an error that says where."""
    section = Section("甲", sections=[Section("乙"), Section("丙", number=51)])
    with pytest.raises(ModelError) as caught:
        compose(Session(sections=[section]), HouseStyle(numbering=("1.", "①")))
    assert str(caught.value).startswith("sections[0].sections[1]: 51 cannot be written")
    with pytest.raises(ModelError, match=r"sections\[0\].sections\[0\]: level 2 has no label"):
        compose(Session(sections=[section]), HouseStyle(numbering=("1.",)))


def test_indents_are_the_styles() -> None:
    """An office sets its own indents."""
    style = HouseStyle(indents=Indents(numbered=0.0, body=2.0, under_light=1.5))
    session = Session(sections=[Section("題", [Bullet("点", [Paragraph("文")])])])
    assert [indent for _, _, indent, _ in placed(session, style)] == [0.0, 2.0, 3.5]


def test_properties() -> None:
    """A document carries what the properties of a file say."""
    session = Session(title="研修", number=2, issued=date(2018, 6, 7), issuer="ＮＰＯ")
    assert compose(session).meta == Meta("第2回 研修", "ＮＰＯ", date(2018, 6, 7))


def _titles(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield section.title if section.numbered else f"【{section.title}】"
        yield from _titles(section.sections)


@given(sessions())
def test_every_text_of_a_session_is_in_its_document(session: Session) -> None:
    """Composing loses no text: the titles, and as many blocks of each part as there are."""
    document = compose(session)
    assert all(block.lines or block.rows for block in document.blocks)
    headings = [block.text for block in document.blocks if block.part is Part.HEADING]
    assert headings == list(_titles(session.sections))
    parts = [block.part for block in document.blocks]
    assert parts.count(Part.TITLE) == (session.title is not None)
    assert parts.count(Part.ISSUED) == (session.issued is not None)


def test_who_signs_stands_in_columns() -> None:
    """Roles and names are as wide as the widest; a line to sign on may bear no seal."""
    signers = [Signer("議長", "橋野太郎", "印"), Signer("監事", None, None)]
    blocks = compose(Session(title="議事録", signing=Signing(signers))).blocks
    signing = [(block.label, block.text) for block in blocks if block.part is Part.SIGNER]
    assert signing[0] == ("議長", "橋野太郎　　　　　　　印")
    assert signing[1][1].strip("＿_") == ""

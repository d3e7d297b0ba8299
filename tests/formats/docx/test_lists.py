"""word/numbering.xml: Word counts the sections, and every list is a real one."""

import re

import pytest
from attrs import evolve
from lxml import etree

from minutes_gen.formats.docx._counting import WORD_FORMATS
from minutes_gen.formats.docx.writer import document_to_docx
from minutes_gen.layout.compose import compose
from minutes_gen.layout.document import Block, Part
from minutes_gen.layout.style import STYLES, HouseStyle
from minutes_gen.model._marks import BULLETS
from minutes_gen.numbering.numerals import SYSTEMS
from minutes_gen.session import Bullet, Section, Session
from ooxml import faults, parts_of, shown, values


def labels(*numbers: int | None, numbering: str) -> list[str]:
    """Write sections with these numbers, and return the label that Word counts for each."""
    sections = [Section("題", number=number) for number in numbers]
    session = Session(sections=sections, numbering=tuple(numbering.split()))
    return [text.removesuffix("題") for text in shown(document_to_docx(compose(session)))]


def part(session: Session, name: str, style: HouseStyle | None = None) -> str:
    """Write a session and take a part out of its file."""
    return parts_of(document_to_docx(compose(session, style)))[f"word/{name}.xml"].decode()


def tree(*numbers: int) -> Session:
    """Make a session of sections with one section in each, all with these numbers."""
    return Session(
        sections=[Section("題", sections=[Section("子")], number=number) for number in numbers]
    )


@pytest.mark.parametrize(
    ("numbering", "expected"),
    [
        ("1.", ["1. ", "2. ", "3. "]),
        ("第１", ["第１　", "第２　", "第３　"]),
        ("(1)", ["(1) ", "(2) ", "(3) "]),
        ("（１）", ["（１）　", "（２）　", "（３）　"]),
        ("①", ["①　", "②　", "③　"]),
        ("ア", ["ア　", "イ　", "ウ　"]),
        ("ａ", ["ａ　", "ｂ　", "ｃ　"]),
    ],
)
def test_labels(numbering: str, expected: list[str]) -> None:
    """Every scheme is shown with its marks, and what stands between a label and its title."""
    assert labels(None, None, None, numbering=numbering) == expected


def test_word_counts() -> None:
    """No label is typed where Word counts: the heading holds its title alone."""
    document = part(tree(1, 2), "document")
    assert re.findall('preserve">(.*?)<', document) == ["題", "子", "題", "子"]
    assert "w:numPr" not in document


def test_headings_are_linked_to_their_levels() -> None:
    """The list's levels name the heading styles, and these the list: a new section counts on."""
    session = Session(sections=[Section("題")])
    numbering = part(session, "numbering", STYLES["koyobun"])
    formats = re.findall(r'w:numFmt w:val="(\w+)"/><w:pStyle w:val="Heading(\d)"', numbering)
    assert formats == [
        ("decimalFullWidth", "1"),
        ("decimalFullWidth", "2"),
        ("decimal", "3"),
        ("aiueoFullWidth", "4"),
        ("aiueoFullWidth", "5"),
    ]
    styles = part(session, "styles", STYLES["koyobun"])
    counted = re.findall(
        r'w:styleId="Heading(\d)">(?:(?!</w:style>).)*<w:numId w:val="1"/>', styles
    )
    assert counted == ["1", "2", "3", "4", "5"]


def test_levels_of_headings() -> None:
    """Each level is further in by what the style says, in its list."""
    numbering = part(tree(1), "numbering", STYLES["koyobun"])
    first = numbering.partition("</w:abstractNum>")[0]
    assert re.findall(r'w:leftChars="(\d+)"', first) == [str(n) for n in range(0, 900, 100)]


def test_a_number_that_does_not_follow() -> None:
    """A number of its own is where Word begins to count anew."""
    assert labels(None, 5, None, numbering="1.") == ["1. ", "5. ", "6. "]
    session = Session(sections=[Section("題"), Section("題", number=5), Section("題")])
    assert re.findall(r'w:numId w:val="(\d+)"', part(session, "document")) == ["4", "4"]
    assert '<w:startOverride w:val="5"/>' in part(session, "numbering")


@pytest.mark.parametrize("one_list", [True, False])
def test_a_number_within(one_list: bool) -> None:
    """Under each heading a level begins at 1 again, whatever began at another number before."""
    session = Session(
        sections=[
            Section("題", sections=[Section("子", number=3), Section("子")]),
            Section("題", sections=[Section("子"), Section("子", number=7)]),
            Section("題", sections=[Section("子")], number=9),
            Section("題", sections=[Section("子", number=7)]),
        ]
    )
    counted = shown(document_to_docx(compose(session)), one_list=one_list)
    assert counted == [
        *("1. 題", "(3) 子", "(4) 子", "2. 題", "(1) 子", "(7) 子"),
        *("9. 題", "(1) 子", "10. 題", "(7) 子"),
    ]


def test_a_number_that_word_cannot_count() -> None:
    """Behind ⑳ labels are typed."""
    assert labels(20, None, 5, numbering="①") == ["⑳　", "㉑　", "⑤　"]
    session = Session(sections=[Section("題", number=21)], numbering=("①",))
    assert 'preserve">㉑\u3000題<' in part(session, "document")
    assert re.findall(r'w:numId w:val="(\d+)"', part(session, "document")) == ["2"]


def test_a_level_that_word_cannot_count() -> None:
    """Full-width letters are typed, and the level under them begins anew under each."""
    session = Session(
        sections=[Section("題", sections=[Section("子")]), Section("題", sections=[Section("子")])],
        numbering=("ａ", "(1)"),
    )
    assert shown(document_to_docx(compose(session))) == ["ａ　題", "(1) 子", "ｂ　題", "(1) 子"]
    styles = part(session, "styles")
    assert not re.search(r'w:styleId="Heading1">(?:(?!</w:style>).)*w:numPr', styles)


@pytest.mark.parametrize("name", WORD_FORMATS)
def test_the_range_of_word_is_within_ours(name: str) -> None:
    """What Word counts, the system can write."""
    maximum = SYSTEMS[name].maximum
    assert maximum is None or WORD_FORMATS[name][1] <= maximum


def test_bullets() -> None:
    """Each mark is a list of its own; ・ is the list of Word's own styles."""
    session = Session(
        lead=[
            Bullet("甲", [Bullet("乙")], mark="●"),
            Bullet("丙", mark="-"),
            Bullet("丁", mark="※"),
        ]
    )
    content = document_to_docx(compose(session))
    assert shown(content) == ["●甲", "・乙", "-\t丙", "※丁"]
    document = etree.fromstring(parts_of(content)["word/document.xml"])
    assert values(document, "pStyle") == ["ListBullet", "ListBullet2", "ListBullet", "ListBullet"]
    assert values(document, "numId") == ["4", "6", "5"]
    assert values(document, "ilvl") == ["0", "0", "0"]


def test_every_mark() -> None:
    """All marks of the notation can be the marks of lists."""
    session = Session(lead=[Bullet("文", mark=mark) for mark in BULLETS])
    content = document_to_docx(compose(session))
    assert [text[0] for text in shown(content)] == list(BULLETS)


def test_bullets_nine_deep() -> None:
    """Bullets nest as deep as Word's lists go, beyond the five styles that Word has for them."""
    bullet = Bullet("点")
    for _ in range(8):
        bullet = Bullet("点", [bullet])
    content = document_to_docx(compose(Session(lead=[bullet])))
    document = etree.fromstring(parts_of(content)["word/document.xml"])
    assert values(document, "pStyle")[3:7] == ["ListBullet4", *["ListBullet5"] * 3]
    assert values(document, "ilvl") == ["5", "6", "7", "8"]
    assert shown(content) == ["・点"] * 9


def test_a_document_that_nobody_composed() -> None:
    """A mark that the notation does not know, and headings without a number or a level's label."""
    document = compose(Session(lead=["文"]))
    blocks = (
        Block(Part.BULLET, ("点",), "&", level=1),
        Block(Part.HEADING, ("題",), level=1),
        Block(Part.HEADING, ("題",), "附則", level=9),
    )
    content = document_to_docx(evolve(document, blocks=blocks))
    assert faults(content) == []
    assert shown(content) == ["&\t点", "題", "附則\u3000題"]


def test_lists_that_look_alike_are_one_when_pasted() -> None:
    """Equal lists of two files have one nsid, others another."""
    first, second = part(tree(1), "numbering"), part(tree(1, 5), "numbering")
    other = part(tree(1), "numbering", STYLES["koyobun"])
    nsids = [values(etree.fromstring(xml.encode()), "nsid") for xml in (first, second, other)]
    assert nsids[0] == nsids[1]
    assert nsids[0][0] != nsids[2][0]
    assert len(set(nsids[0])) == 3


@pytest.mark.parametrize(
    ("numbering", "sections", "expected"),
    [
        (
            "decimal",
            [Section("題", sections=[Section("子"), Section("子", number=3), Section("子")])],
            ["1　題", "1.1　子", "1.3　子", "1.4　子"],
        ),
        (
            "decimal",
            [Section("甲", numbered=False, sections=[Section("子")]), Section("題", number=7)],
            ["【甲】", "0.1　子", "7　題"],
        ),
        (
            "decimal",
            [Section("題", number=5, sections=[Section("子"), Section("子")]), Section("題")],
            ["5　題", "5.1　子", "5.2　子", "6　題"],
        ),
        (
            "law",
            [
                Section("題", sections=[Section("子"), Section("子")]),
                Section("題", sections=[Section("子", number=5)]),
                Section("題", sections=[Section("子")]),
            ],
            ["第１条　題", "２　子", "３　子", "第２条　題", "５　子", "第３条　題", "２　子"],
        ),
        (
            ("第１", "1.1"),
            [Section("題", sections=[Section("子"), Section("子")])],
            ["第１　題", "1.1　子", "1.2　子"],
        ),
        (
            ("一", "(i)"),
            [Section("題", sections=[Section("子")]), Section("乙", numbered=False)],
            ["一　題", "(i) 子", "【乙】"],
        ),
    ],
)
@pytest.mark.parametrize("one_list", [True, False])
def test_schemes(
    numbering: str | tuple[str, ...], sections: list[Section], expected: list[str], one_list: bool
) -> None:
    """Word shows the labels of the text, whether it counts them or they are typed."""
    session = Session(title="題", sections=sections, numbering=numbering)
    shown_ = shown(document_to_docx(compose(session)), one_list=one_list)
    assert shown_[1:] == expected


def test_a_paper_that_continues_another() -> None:
    """Word begins to count where the other ended."""
    session = Session(sections=[Section("題"), Section("題")], start=8)
    assert shown(document_to_docx(compose(session))) == ["8. 題", "9. 題"]
    assert labels(None, None, numbering="1.") == ["1. ", "2. "]


def test_a_level_that_came_before_the_one_above_it() -> None:
    """Under a heading without a number a deeper level may come first; the one above it is settled.

    LibreOffice would count the missing heading, so that Word is told with what number to begin.
    """
    first = Section("甲", numbered=False, sections=[Section("子")])
    session = Session(title="題", sections=[first, Section("乙"), Section("丙")])
    content = document_to_docx(compose(session))
    assert shown(content)[1:] == ["【甲】", "(1) 子", "1. 乙", "2. 丙"]

    assert "w:startOverride" in parts_of(content)["word/numbering.xml"].decode()

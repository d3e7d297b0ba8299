"""Word files are valid: three checkers find nothing, and find what is broken on purpose."""

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from attrs import evolve

from minutes_gen import read_text
from minutes_gen.formats.docx.writer import document_to_docx
from minutes_gen.layout.compose import compose
from minutes_gen.layout.document import Document
from minutes_gen.layout.style import STYLES, Fonts, HouseStyle, Indents, Page
from office import need
from ooxml import audit_faults, faults, has_sdk, packed, parts_of, sdk_faults
from sampling import sample
from strategies import sessions

JUNE_TEXT = Path(__file__).parents[3] / "examples" / "june-7-notice.txt"
ODD = HouseStyle(
    page=Page(width=148, height=210, top=8, bottom=8, lines=60),
    fonts=Fonts(japanese="游明朝", latin='R&D "Serif"', size=10.5),
    indents=Indents(numbered=0.5, level=2.5),
    label_width=6.5,
)


def june(style: HouseStyle | None = None) -> Document:
    """Compose the June notice."""
    return compose(read_text(JUNE_TEXT.read_text(encoding="utf-8")), style)


@cache
def generated() -> list[Document]:
    """Compose generated sessions, some with a numbering of their own.

    The others are one document, so that the checkers, of which each run takes its time, see many.
    """
    documents = [compose(session) for session in sample(sessions(), 100)]
    usual = [document for document in documents if document.scheme == documents[0].scheme]
    blocks = tuple(block for document in usual for block in document.blocks)
    assert len(usual) > 50
    own = sample(sessions().filter(lambda session: session.numbering is not None), 5)
    return [evolve(usual[0], blocks=blocks), *map(compose, own)]


def files(folder: Path, documents: list[Document]) -> list[Path]:
    """Write documents into a folder."""
    paths = [folder / f"{number}.docx" for number in range(len(documents))]
    for path, document in zip(paths, documents, strict=True):
        path.write_bytes(document_to_docx(document))
    return paths


NOTICE = read_text((JUNE_TEXT.parent / "meeting-notice.txt").read_text(encoding="utf-8"))
STYLED = [june(), june(STYLES["koyobun"]), june(ODD)]
STYLED += [compose(NOTICE), compose(NOTICE, STYLES["koyobun"])]


def test_own_checker() -> None:
    """Our own checker finds nothing in the notices, in any style."""
    assert [faults(document_to_docx(document)) for document in STYLED] == [[]] * len(STYLED)


def test_open_xml_sdk(tmp_path: Path) -> None:
    """The validator of the Open XML SDK finds nothing."""
    need("ooxml-validator (npm install --prefix tests/tools)", present=has_sdk())
    documents = [*STYLED, *generated()[:2]]
    assert [sdk_faults(path) for path in files(tmp_path, documents)] == [[]] * len(documents)


def test_openxml_audit(tmp_path: Path) -> None:
    """openxml-audit finds nothing."""
    need("openxml-audit", present=find_spec("openxml_audit") is not None)
    documents = [*STYLED, *generated()]
    found = [audit_faults(path) for path in files(tmp_path, documents)]
    assert found == [[]] * len(documents)


Change = Callable[[dict[str, bytes]], None]


def replace(name: str, old: str, new: str) -> Change:
    """Make a change of one place in a part."""

    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[name]
        parts[name] = parts[name].replace(old.encode(), new.encode(), 1)

    return change


def drop(name: str) -> Change:
    """Make a change that takes a part away."""

    def change(parts: dict[str, bytes]) -> None:
        del parts[name]

    return change


BODY, STYLES_XML, LISTS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
TYPES, RELS, CORE = "[Content_Types].xml", "word/_rels/document.xml.rels", "docProps/core.xml"

# One fault each, by what our own checker says of it.
BROKEN: dict[str, Change] = {
    "word/document.xml: style NoSuch is not defined": replace(BODY, '"BodyText"', '"NoSuch"'),
    "word/styles.xml: style NoSuch is not defined": replace(
        STYLES_XML, '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="NoSuch"/>'
    ),
    "word/numbering.xml: style NoSuch is not defined": replace(LISTS, '"Heading1"', '"NoSuch"'),
    "style Title twice": replace(STYLES_XML, 'w:styleId="Issued"', 'w:styleId="Title"'),
    "no default style of paragraphs": replace(
        STYLES_XML, ' w:default="1" w:styleId="Normal"', ' w:styleId="Normal"'
    ),
    "word/document.xml: numId 77 is not defined": replace(
        BODY, '<w:numId w:val="4"/>', '<w:numId w:val="77"/>'
    ),
    "word/styles.xml: numId 77 is not defined": replace(
        STYLES_XML, '<w:numId w:val="1"/>', '<w:numId w:val="77"/>'
    ),
    "word/document.xml: list 4 has no level 9": replace(
        BODY, '<w:ilvl w:val="0"/>', '<w:ilvl w:val="9"/>'
    ),
    "abstractNumId 77 is not defined": replace(
        LISTS, '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="77"/>'
    ),
    "numId 1 twice": replace(LISTS, '<w:num w:numId="2">', '<w:num w:numId="1">'),
    "two lists have one abstractNumId": replace(
        LISTS, '<w:abstractNum w:abstractNumId="2">', '<w:abstractNum w:abstractNumId="1">'
    ),
    "word/document.xml: relationship rIdNo1 is not defined": replace(
        BODY, 'r:id="rId', 'r:id="rIdNo'
    ),
    "word/_rels/document.xml.rels: rId1 twice": replace(RELS, 'Id="rId3"', 'Id="rId1"'),
    "word/_rels/document.xml.rels: header1.xml is not there": drop("word/header1.xml"),
    "no relationship leads to numbering": replace(
        RELS, "relationships/numbering", "relationships/no"
    ),
    "word/styles.xml: missing": drop(STYLES_XML),
    "no core properties": drop(CORE),
    "word/numbering.xml: no content type of its own": replace(
        TYPES, "/word/numbering.xml", "/word/lists.xml"
    ),
    "word/document.xml: content type application": replace(
        TYPES, "document.main+xml", "document.no+xml"
    ),
    "_rels/.rels: no content type": replace(TYPES, 'Extension="rels"', 'Extension="no"'),
    "docProps/core.xml: created '2018-06-31T00:00:00Z'": replace(CORE, "2018-06-07", "2018-06-31"),
    "docProps/core.xml: created '平成30年6月7日'": replace(
        CORE, "2018-06-07T00:00:00Z", "平成30年6月7日"
    ),
    "word/document.xml: EntityRef": replace(BODY, "スタッフ研修", "R&D"),
    "word/document.xml: xmlParseCharRef": replace(BODY, "スタッフ研修", "&#8;"),
    "word/document.xml: Opening and ending tag mismatch": replace(BODY, "</w:t>", ""),
    "fitText 4 twice": replace(BODY, 'w:id="5"', 'w:id="4"'),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_own_checker_finds(fault: str) -> None:
    """Each file that is broken on purpose is found, with what is wrong in it."""
    parts = parts_of(document_to_docx(june()))
    BROKEN[fault](parts)
    assert [found for found in faults(packed(parts)) if found.startswith(fault)] != []


def test_own_checker_finds_damaged_archives() -> None:
    """A file that is cut off, or in which a byte differs, is found."""
    content = document_to_docx(june())
    assert faults(content[:-100])[0].startswith("no archive")
    damaged = bytearray(content)
    damaged[content.index(b"word/styles.xml") + 300] ^= 1
    assert faults(bytes(damaged)) != []


# What is wrong by the schema of WordprocessingML, which our own checker does not know.
AGAINST_THE_SCHEMA: dict[str, Change] = {
    "an order of elements": replace(
        STYLES_XML, "<w:keepNext/><w:numPr>", '<w:outlineLvl w:val="0"/><w:numPr>'
    ),
    "an unknown element": replace(BODY, "<w:br/>", "<w:no/>"),
    "an unknown value": replace(STYLES_XML, '<w:jc w:val="both"/>', '<w:jc w:val="no"/>'),
    "no number where one must be": replace(STYLES_XML, '<w:sz w:val="24"/>', '<w:sz w:val="no"/>'),
    "a missing attribute": replace(LISTS, '<w:lvl w:ilvl="0">', "<w:lvl>"),
}


@pytest.mark.parametrize("name", AGAINST_THE_SCHEMA)
def test_open_xml_sdk_finds(name: str, tmp_path: Path) -> None:
    """The Open XML SDK finds what is against the schema."""
    need("ooxml-validator (npm install --prefix tests/tools)", present=has_sdk())
    parts = parts_of(document_to_docx(june()))
    AGAINST_THE_SCHEMA[name](parts)
    path = tmp_path / "broken.docx"
    path.write_bytes(packed(parts))
    assert sdk_faults(path) != []


def test_openxml_audit_finds(tmp_path: Path) -> None:
    """openxml-audit finds a style that is not defined."""
    need("openxml-audit", present=find_spec("openxml_audit") is not None)
    parts = parts_of(document_to_docx(june()))
    replace(BODY, '"BodyText"', '"NoSuch"')(parts)
    path = tmp_path / "broken.docx"
    path.write_bytes(packed(parts))
    assert audit_faults(path) != []

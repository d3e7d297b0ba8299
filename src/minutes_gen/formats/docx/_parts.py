"""The parts of a file of ours: what each is, what leads to it, and those without a setting.

>>> [part.name for part in PARTS[BODY]][:2]
['word/header1.xml', 'word/numbering.xml']
"""

from typing import NamedTuple

from minutes_gen.formats.docx._units import WORD_MAIN, XML_DECLARATION

PACKAGE = ""
BODY, CORE, NUMBERING = "word/document.xml", "docProps/core.xml", "word/numbering.xml"
STYLES, SETTINGS = "word/styles.xml", "word/settings.xml"

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-"
_WORD = f"{_TYPE}officedocument.wordprocessingml."


class _Part(NamedTuple):
    name: str
    relation: str
    type: str

    @property
    def kind(self) -> str:
        """The last word of the relationship's type."""
        return self.relation.rpartition("/")[2]


def _in_word(kind: str, number: str = "") -> _Part:
    return _Part(f"word/{kind}{number}.xml", f"{RELATIONS}/{kind}", f"{_WORD}{kind}+xml")


# What leads to each part. The relationships of one source are rId1, rId2 … in this order.
PARTS: dict[str, tuple[_Part, ...]] = {
    PACKAGE: (
        _Part(BODY, f"{RELATIONS}/officeDocument", f"{_WORD}document.main+xml"),
        _Part(
            CORE,
            f"{_PACKAGE}/relationships/metadata/core-properties",
            f"{_TYPE}package.core-properties+xml",
        ),
        _Part(
            "docProps/app.xml",
            f"{RELATIONS}/extended-properties",
            f"{_TYPE}officedocument.extended-properties+xml",
        ),
    ),
    BODY: (
        _in_word("header", "1"),
        _in_word("numbering"),
        _in_word("styles"),
        _in_word("footer", "1"),
        _in_word("settings"),
        _in_word("fontTable"),
        _Part("word/theme/theme1.xml", f"{RELATIONS}/theme", f"{_TYPE}officedocument.theme+xml"),
    ),
}


def _relationships(source: str) -> str:
    folder = source.rpartition("/")[0]
    relations = (
        f'<Relationship Id="rId{number}" Type="{part.relation}" '
        f'Target="{part.name.removeprefix(folder).lstrip("/")}"/>'
        for number, part in enumerate(PARTS[source], start=1)
    )
    return (
        f'{XML_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{''.join(relations)}</Relationships>"
    )


def _content_types() -> str:
    written = (
        f'<Override PartName="/{part.name}" ContentType="{part.type}"/>'
        for parts in PARTS.values()
        for part in parts
    )
    return (
        f'{XML_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_TYPE}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(written)}</Types>'
    )


def _field(instruction: str) -> str:
    """Write a field; Word puts in what it counts."""
    return f'<w:fldSimple w:instr="{instruction}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _edge(element: str, style: str, content: str = "") -> str:
    return (
        f'{XML_DECLARATION}<w:{element} xmlns:w="{WORD_MAIN}"><w:p><w:pPr>'
        f'<w:pStyle w:val="{style}"/></w:pPr>{content}</w:p></w:{element}>'
    )


_SLASH = '<w:r><w:t xml:space="preserve"> / </w:t></w:r>'

# Parts that are the same whatever the style. The header is empty, but there: who wants a
# letterhead writes it there.
ALWAYS: dict[str, str] = {
    "[Content_Types].xml": _content_types(),
    "_rels/.rels": _relationships(PACKAGE),
    "word/_rels/document.xml.rels": _relationships(BODY),
    "word/header1.xml": _edge("hdr", "Header"),
    "word/footer1.xml": _edge("ftr", "Footer", _field("PAGE") + _SLASH + _field("NUMPAGES")),
}
# What leads from w:sectPr to the header and the footer.
EDGES = "".join(
    f'<w:{edge}Reference w:type="default" r:id="rId{number}"/>'
    for number, part in enumerate(PARTS[BODY], start=1)
    for edge in ("header", "footer")
    if part.relation.endswith(edge)
)

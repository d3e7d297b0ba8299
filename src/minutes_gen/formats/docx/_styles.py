"""word/styles.xml: Word's own styles, as a house style wants them, and nine of ours.

Word shows built-in names in its user's language: Title is 表題, Body Text 本文.
"""

from collections.abc import Container, Iterator
from typing import NamedTuple

from minutes_gen.formats.docx._counting import LEVELS
from minutes_gen.formats.docx._lists import (
    DOTS,
    HEADINGS,
    LIST_BULLETS,
    bullet_indent,
    counted_levels,
    heading_indent,
    list_bullet,
)
from minutes_gen.formats.docx._units import (
    WORD_MAIN,
    XML_DECLARATION,
    escaped,
    indentation,
    mm_to_twips,
    right_indentation,
    spacing,
    twips,
)
from minutes_gen.layout.style import HouseStyle, Indents
from minutes_gen.numbering import Scheme

_TITLE = 7 / 6  # 14 pt above a text of 12 pt


class Placement(NamedTuple):
    """Where a paragraph stands: indent and hanging in em, and how many empty lines before it."""

    indent: float = 0.0
    hanging: float = 0.0
    space: int = 0

    @property
    def column(self) -> tuple[float, float]:
        """Where its lines begin."""
        return self.indent, self.hanging


class ParagraphStyle(NamedTuple):
    """A style of paragraphs.

    list_     the list that it belongs to and the level there, from 1
    heading   the level that it has in Word's navigation, from 1
    size      its size, where it is not that of the text
    whole     whether its lines stay on one page
    right     how far from the right margin its lines end, in em
    follows   the style of the paragraph that a user begins behind it
    """

    id: str
    name: str
    place: Placement = Placement()
    list_: tuple[int, int] | None = None
    keep: bool = False
    whole: bool = False
    align: str = ""
    heading: int | None = None
    size: float | None = None
    custom: bool = False
    right: float = 0.0
    follows: str = "BodyText"

    def xml(self, style: HouseStyle) -> str:
        """Write the style; what belongs to a list stands where its level in the list says."""
        list_ = indent = run = ""
        if self.list_:
            number, level = self.list_
            list_ = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{number}"/></w:numPr>'
        elif self.place.column != Placement().column:
            indent = indentation(*self.place.column, style.fonts.size)
        elif self.right:
            indent = right_indentation(self.right, style.fonts.size)
        pitch, exact = line_pitch(style), 0
        align = f'<w:jc w:val="{self.align}"/>' if self.align else ""
        heading = f'<w:outlineLvl w:val="{self.heading - 1}"/>' if self.heading else ""
        if self.size:
            # Larger letters on a line of the same height: the page holds as many lines as ever.
            half, exact = round(self.size * 2), max(pitch, twips(1, self.size))
            run = f'<w:rPr><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
        keep = _KEEP * self.keep + _WHOLE * self.whole
        before = spacing(self.place.space, pitch, exact)
        return (
            f'<w:style w:type="paragraph"{_CUSTOM * self.custom} w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/><w:basedOn w:val="Normal"/>'
            f'<w:next w:val="{self.follows}"/><w:qFormat/><w:pPr>{keep}{list_}'
            f"{before}{indent}{align}{heading}</w:pPr>{run}</w:style>"
        )


_CUSTOM, _KEEP, _WHOLE = ' w:customStyle="1"', "<w:keepNext/>", "<w:keepLines/>"


def paragraph_styles(style: HouseStyle, scheme: Scheme) -> tuple[ParagraphStyle, ...]:
    """List the styles of a document's paragraphs, beside Normal, on which they are based."""
    body = Placement(style.indents.numbered + style.indents.body)
    details = Placement(0.0, style.label_width + 1)
    return (
        *_head(style),
        ParagraphStyle("BodyText", "Body Text", body),
        ParagraphStyle("Example", "例", body, custom=True),
        ParagraphStyle("Detail", "記書き", details, custom=True, follows="Detail"),
        ParagraphStyle(
            "NoteHeading", "Note Heading", Placement(space=1), keep=True, align="center",
            follows="Detail",
        ),
        ParagraphStyle("Closing", "Closing", align="right", right=style.indents.right),
        *_minutes(style),
        *_headings(style.indents, counted_levels(scheme)),
        *_bullets(style.indents),
        ParagraphStyle("Header", "header", follows="Header"),
        ParagraphStyle("Footer", "footer", align="center", follows="Footer"),
    )  # fmt: skip


def _head(style: HouseStyle) -> Iterator[ParagraphStyle]:
    right = style.indents.right
    left = style.title == "left"
    yield ParagraphStyle(
        "Reference", "文書番号", keep=True, align="right", custom=True, right=right
    )
    # Not Word's Date: pandoc takes paragraphs of that style out of the text.
    yield ParagraphStyle("Issued", "発行日", keep=True, align="right", custom=True, right=right)
    yield ParagraphStyle("Addressee", "宛名", keep=True, custom=True, follows="Addressee")
    yield ParagraphStyle("Signature", "Signature", keep=True, align="right", right=right)
    yield ParagraphStyle(
        "Title", "Title", Placement(style.title_indent, space=1), keep=True,
        align="left" if left else "center", size=style.fonts.size * _TITLE,
    )  # fmt: skip


def _minutes(style: HouseStyle) -> Iterator[ParagraphStyle]:
    right = style.indents.right
    yield ParagraphStyle("Vote", "表決", align="right", custom=True, right=right)
    # What is signed, the day and all who sign keep together on one page.
    yield ParagraphStyle(
        "Statement", "証明文", Placement(1.0, -1.0, 1), keep=True, whole=True, custom=True,
        follows="Signer",
    )  # fmt: skip
    yield ParagraphStyle(
        "SigningDay", "署名日", Placement(space=1), keep=True, whole=True, custom=True,
        follows="Signer",
    )  # fmt: skip
    yield ParagraphStyle(
        "Signer", "署名欄", keep=True, whole=True, align="right", custom=True, right=right,
        follows="Signer",
    )  # fmt: skip


def _headings(indents: Indents, counted: Container[int]) -> Iterator[ParagraphStyle]:
    for level in range(1, LEVELS + 1):
        yield ParagraphStyle(
            f"Heading{level}",
            f"heading {level}",
            Placement(heading_indent(indents, level), 0.0, int(level == 1)),
            list_=(HEADINGS, level) if level in counted else None,
            keep=True,
            heading=level,
        )


def _bullets(indents: Indents) -> Iterator[ParagraphStyle]:
    for level in range(1, LIST_BULLETS + 1):
        id_, place = list_bullet(level), Placement(*bullet_indent(indents, level))
        name = "List Bullet" if level == 1 else f"List Bullet {level}"
        yield ParagraphStyle(id_, name, place, list_=(DOTS, level), follows=id_)


_HEAD = f'{XML_DECLARATION}<w:styles xmlns:w="{WORD_MAIN}">'

# Kinsoku, punctuation in the margin and the gap between Japanese and Latin are Word's defaults;
# written all the same, since a reader of the file sees them and other programs follow them.
_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/><w:pPr><w:widowControl/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE/>"
    '<w:autoSpaceDN/><w:jc w:val="both"/></w:pPr></w:style>'
)
# Table Grid takes the space away that the defaults of a letterhead put between paragraphs.
_OTHERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
    "<w:unhideWhenUsed/></w:style>"
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" '
    'w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:pPr><w:spacing w:after="0" '
    'w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>"
)


# Word lists the styles that are here, and of its own others only those that are used.
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)


def styles_xml(style: HouseStyle, scheme: Scheme) -> str:
    """Write styles.xml."""
    ours = [paragraph.xml(style) for paragraph in paragraph_styles(style, scheme)]
    return "".join([_HEAD, _defaults(style), _LATENT, _NORMAL, *ours, _OTHERS, "</w:styles>"])


def _defaults(style: HouseStyle) -> str:
    fonts, half_points = style.fonts, round(style.fonts.size * 2)
    latin, japanese = escaped(fonts.latin), escaped(fonts.japanese)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" '
        f'w:eastAsia="{japanese}" w:cs="Times New Roman"/>'
        f'<w:kern w:val="2"/><w:sz w:val="{half_points}"/>'
        f'<w:szCs w:val="{half_points}"/><w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def line_pitch(style: HouseStyle) -> int:
    """Return the height of a line in twips, such that the page holds as many as it should."""
    page = style.page
    return mm_to_twips(page.height - page.top - page.bottom) // page.lines

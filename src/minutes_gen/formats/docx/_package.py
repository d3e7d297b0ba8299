"""The parts of a .docx that all documents of a house style share, built once for each style."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from attrs import frozen

from minutes_gen.formats.docx._archive import Kept
from minutes_gen.formats.docx._fonts import font_table, theme
from minutes_gen.formats.docx._line_rules import WORD
from minutes_gen.formats.docx._parts import (
    ALWAYS,
    BODY,
    CORE,
    EDGES,
    NUMBERING,
    RELATIONS,
    SETTINGS,
    STYLES,
)
from minutes_gen.formats.docx._settings import APPLICATION_XML, SETTINGS_XML
from minutes_gen.formats.docx._styles import Placement, line_pitch, paragraph_styles, styles_xml
from minutes_gen.formats.docx._units import WORD_MAIN, XML_DECLARATION, mm_to_twips
from minutes_gen.layout.style import HouseStyle
from minutes_gen.numbering import Scheme
from minutes_gen.typeset import BreakRules

_FROM_EDGE = 12.7  # of header and footer, in mm
_SPACES = f'xmlns:w="{WORD_MAIN}" xmlns:r="{RELATIONS}"'
_OPEN = f"{XML_DECLARATION}<w:document {_SPACES}><w:body>"
_CLOSE = "</w:body></w:document>"


@frozen(eq=False, repr=False)
class Adopted:
    """What our styles and lists are called among those of another document.

    styles      the id of each of our styles there
    above       how many ids of lists stand before ours
    numbering   their numbering.xml, where they have one
    """

    styles: Mapping[str, str] = {}
    above: int = 0
    numbering: bytes | None = None

    def style(self, id_: str) -> str:
        """Return the id of one of our styles."""
        return self.styles.get(id_, id_)


@frozen(eq=False, repr=False)
class Setting:
    """How the blocks of a document are set.

    places    where styles put their paragraphs, by their ids
    adopted   what styles and lists are called in the file
    rules     by which Word breaks the lines of its text
    """

    style: HouseStyle
    scheme: Scheme
    places: Mapping[str, Placement]
    adopted: Adopted = Adopted()
    rules: BreakRules = WORD


@frozen(eq=False, repr=False)
class Frame:
    """What the blocks of a document are put into.

    kept         the parts that do not change from document to document
    opening      what stands before the blocks in the body's part
    closing      what stands behind them: w:sectPr, which is the page, its header and footer
    names        what the parts are called that are written for each document
    properties   core properties that are not the document's own
    lists        makes the bytes of numbering.xml of our lists in it
    """

    setting: Setting
    kept: Kept
    opening: str
    closing: str
    names: Mapping[str, str] = {BODY: BODY, CORE: CORE, NUMBERING: NUMBERING}
    properties: str = ""
    lists: Callable[[str], bytes] = str.encode


@lru_cache(maxsize=64)
def frame(style: HouseStyle, scheme: Scheme) -> Frame:
    """Return the frame of a style and a scheme; neither ever changes, and equal ones share it."""
    parts = {
        **ALWAYS,
        "docProps/app.xml": APPLICATION_XML,
        SETTINGS: SETTINGS_XML,
        STYLES: styles_xml(style, scheme),
        "word/fontTable.xml": font_table(style.fonts),
        "word/theme/theme1.xml": theme(style.fonts),
    }
    kept = Kept.of({name: part.encode() for name, part in parts.items()})
    setting = Setting(style, scheme, places_of(style, scheme))
    return Frame(setting, kept, _OPEN, _section(style) + _CLOSE)


def places_of(style: HouseStyle, scheme: Scheme) -> dict[str, Placement]:
    """Say for each style, by its id, where it puts its paragraphs."""
    return {made.id: made.place for made in paragraph_styles(style, scheme)}


def _section(style: HouseStyle) -> str:
    """Write w:sectPr: the page with its header and its footer."""
    page = style.page
    lengths = {
        "top": page.top,
        "right": page.right,
        "bottom": page.bottom,
        "left": page.left,
        "header": min(_FROM_EDGE, page.top / 2),
        "footer": min(_FROM_EDGE, page.bottom / 2),
        "gutter": 0.0,
    }
    margins = "".join(f' w:{name}="{mm_to_twips(mm)}"' for name, mm in lengths.items())
    return (
        f"<w:sectPr {_SPACES}>{EDGES}"
        f'<w:pgSz w:w="{mm_to_twips(page.width)}" w:h="{mm_to_twips(page.height)}"/>'
        f'<w:pgMar{margins}/><w:cols w:space="720"/>'
        f'<w:docGrid w:linePitch="{line_pitch(style)}" w:type="lines"/></w:sectPr>'
    )

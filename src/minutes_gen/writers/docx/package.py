"""The parts of a .docx that all documents of a house style share: python-docx builds them once."""

import re
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from functools import lru_cache
from io import BytesIO

import docx
from attrs import frozen
from docx.document import Document as Package
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from lxml import etree

from minutes_gen.numbering import Scheme
from minutes_gen.style import HouseStyle
from minutes_gen.writers.docx.adopt_lists import OURS, Adopted
from minutes_gen.writers.docx.archive import Kept
from minutes_gen.writers.docx.fonts import font_table, theme_with_fonts
from minutes_gen.writers.docx.measure import WORD_MAIN, XML_DECLARATION
from minutes_gen.writers.docx.settings import APPLICATION, SETTINGS
from minutes_gen.writers.docx.styles import Placement, line_pitch, paragraph_styles, styles_xml

BODY, CORE, NUMBERING = "word/document.xml", "docProps/core.xml", "word/numbering.xml"
_WRITTEN_EACH_TIME = {BODY, CORE, NUMBERING}
_THEME = "word/theme/theme1.xml"
# What python-docx's template brings along and no document has a use for.
_NEEDLESS = re.compile("/(customXml|stylesWithEffects|thumbnail|webSettings)$")
_FROM_EDGE = 12.7  # of header and footer, in mm
_OPEN = (
    f'{XML_DECLARATION}<w:document xmlns:w="{WORD_MAIN}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
_CLOSE = "</w:body></w:document>"


@frozen(eq=False)
class Setting:
    """How the blocks of a document are set.

    places    where styles put their paragraphs, by their ids
    adopted   what styles and lists are called in the file
    """

    style: HouseStyle
    scheme: Scheme
    places: Mapping[str, Placement]
    adopted: Adopted = OURS


@frozen(eq=False)
class Frame:
    """What the blocks of a document are put into.

    kept         the parts that do not change from document to document
    opening      what stands before the blocks in the body's part
    closing      what stands behind them: w:sectPr, which is the page, its header and footer
    names        what the parts are called that are written for each document
    properties   core properties that are not the document's own
    """

    setting: Setting
    kept: Kept
    opening: str
    closing: str
    names: Mapping[str, str] = {BODY: BODY, CORE: CORE, NUMBERING: NUMBERING}
    properties: str = ""


@lru_cache(maxsize=64)
def frame(style: HouseStyle, scheme: Scheme) -> Frame:
    """Return the frame of a style and a scheme; neither ever changes, and equal ones share it."""
    package = _new_package(style)
    parts = _parts(package)
    texts = {
        "word/styles.xml": styles_xml(style, scheme),
        "word/settings.xml": SETTINGS,
        "word/fontTable.xml": font_table(style.fonts),
        _THEME: theme_with_fonts(parts[_THEME].decode(), style.fonts),
        "docProps/app.xml": APPLICATION,
    }
    parts |= {name: text.encode() for name, text in texts.items()}
    kept = Kept.of({name: part for name, part in parts.items() if name not in _WRITTEN_EACH_TIME})
    setting = Setting(style, scheme, places_of(style, scheme))
    return Frame(setting, kept, _OPEN, _section(package) + _CLOSE)


def places_of(style: HouseStyle, scheme: Scheme) -> dict[str, Placement]:
    """Say for each style, by its id, where it puts its paragraphs."""
    return {made.id: made.place for made in paragraph_styles(style, scheme)}


def _new_package(style: HouseStyle) -> Package:
    """Make an empty document with the page, the header and the footer of a style."""
    package = docx.Document()
    for relations in (package.part.rels, package.part.package.rels):
        needless = [id_ for id_, rel in relations.items() if _NEEDLESS.search(rel.reltype)]
        for id_ in needless:
            del relations[id_]
    page, section = style.page, package.sections[0]
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.header_distance = Mm(min(_FROM_EDGE, page.top / 2))
    section.footer_distance = Mm(min(_FROM_EDGE, page.bottom / 2))
    grid = package.element.body.sectPr.find(qn("w:docGrid"))
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(line_pitch(style)))
    # The header is empty, but there: a letterhead goes into it.
    section.header.is_linked_to_previous = False
    footer = section.footer.paragraphs[0]
    _add_field(footer, "PAGE")
    footer.add_run(" / ")
    _add_field(footer, "NUMPAGES")
    return package


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field, which python-docx knows nothing of; Word puts in what it counts."""
    field = OxmlElement("w:fldSimple", {qn("w:instr"): instruction})
    field.append(paragraph.add_run("1")._r)  # noqa: SLF001
    paragraph._p.append(field)  # noqa: SLF001


def _parts(package: Package) -> dict[str, bytes]:
    """Take what python-docx would save, part by part."""
    file = BytesIO()
    package.save(file)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _section(package: Package) -> str:
    section = deepcopy(package.element.body.sectPr)
    section.attrib.clear()  # revision ids of whoever made the template
    etree.cleanup_namespaces(section)
    return etree.tostring(section, encoding="unicode")

"""word/document.xml: the blocks of a Document as paragraphs.

A paragraph has its style, and states only what differs from that.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from minutes_gen.formats.docx._labels import label_runs
from minutes_gen.formats.docx._lists import TYPED, Place, bullet_indent, list_bullet
from minutes_gen.formats.docx._package import Frame, Setting
from minutes_gen.formats.docx._styles import line_pitch
from minutes_gen.formats.docx._tables import TABLE, table_xml
from minutes_gen.formats.docx._units import (
    escaped,
    indentation,
    spacing,
)
from minutes_gen.layout.document import Block, Document, Part, space_on_paper
from minutes_gen.model._marks import COLON

_EMPTY = "<w:p/>"
_KEEP_WITH_NEXT = "<w:keepNext/>"
_TO_THE_LEFT = '<w:jc w:val="left"/>'  # a line that ends by hand would be stretched to the margin
_ABOVE_TABLE = ("",)  # the lines of a detail whose value is the table below

# Asked for each block, and Python 3.11 takes ten times as long to find them in their class.
_TABLE, _BULLET, _HEADING, _ISSUER = Part.TABLE, Part.BULLET, Part.HEADING, Part.ISSUER

# Characters that Latin and Japanese fonts share (※ → ①) are Japanese, as an IME marks them.
_RUN = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">'
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_END = "</w:t></w:r></w:p>"

# These words stand where their style says, and not where a paragraph would.
_PLACED = (Part.KI_ALONE, Part.ENDING)
_STYLES = {
    Part.REFERENCE: "Reference",
    Part.ISSUED: "Issued",
    Part.ADDRESSEE: "Addressee",
    Part.ISSUER: "Signature",
    Part.SIGNATORY: "Signature",
    Part.TITLE: "Title",
    Part.KI: "NoteHeading",
    Part.KI_ALONE: "NoteHeading",
    Part.CLOSING: "Closing",
    Part.ENDING: "Closing",
    Part.REMARK: "Addressee",
    Part.TAIL: "Addressee",
    Part.DETAIL: "Detail",
    Part.EXAMPLE: "Example",
    Part.VOTE: "Vote",
    Part.STATEMENT: "Statement",
    Part.SIGNED: "SigningDay",
    Part.SIGNER: "Signer",
}


def document_xml(document: Document, frame: Frame, lists: Iterable[Place | None]) -> str:
    """Write document.xml; `lists` says for each block in which list it is, and at which level."""
    blocks, setting = document.blocks, frame.setting
    written = [frame.opening]
    around = zip((None, *blocks[:-1]), blocks, (*blocks[1:], None), lists, strict=True)
    for index, (before, block, after, list_) in enumerate(around):
        part, lines = block.part, block.lines
        if part is _TABLE:
            written += _table(block, before, after, setting)
            continue
        mark = block.label if part is _BULLET else ""
        space = space_on_paper(before, block) if part is _ISSUER or not index else block.space
        # A list puts the paragraphs of a level where headings of that level stand.
        elsewhere = list_ is not None and list_.level != block.level - 1
        stand = _Stand(block.indent, block.hanging, space, elsewhere)
        opening, placed = _style_and_place(setting, part, block.level, mark, stand)
        if _leads(block, after) if mark else lines == _ABOVE_TABLE:
            opening += _KEEP_WITH_NEXT
        if list_ is not None:
            opening += _in_list(setting, list_)
        if len(lines) > 1:
            placed += _TO_THE_LEFT
        write = _labelled if list_ and list_.id == TYPED else _WRITERS.get(part)
        text = write(block, index, setting) if write else _RUN + escaped(lines[0])
        written.append(f"{opening}{placed}</w:pPr>{text}{_END}")
    written.append(frame.closing)
    return "".join(written)


def _table(
    block: Block, before: Block | None, after: Block | None, setting: Setting
) -> Iterator[str]:
    if before is not None:
        yield from [_EMPTY] * block.space
    yield table_xml(block, setting.style, setting.rules, setting.adopted.style(TABLE))
    # Word makes one table of two that touch, and wants a paragraph behind the last.
    if after is None or after.part is _TABLE:
        yield _EMPTY


def _leads(bullet: Block, after: Block | None) -> bool:
    """Say whether what follows a bullet hangs under it, and must not part from it."""
    if after is None or after.part is _HEADING:
        return False
    return after.level > bullet.level or (after.level == bullet.level and after.part is not _BULLET)


class _Stand(NamedTuple):
    """Where a paragraph stands, in em, with so many empty lines above it.

    `elsewhere` says that a list would put it at another place than its style does.
    """

    indent: float
    hanging: float
    space: int
    elsewhere: bool


@lru_cache(maxsize=4096)
def _style_and_place(
    setting: Setting, part: Part, level: int, mark: str, stand: _Stand
) -> tuple[str, str]:
    """Begin a paragraph with its style, and say in what its place differs from that of the style.

    `mark` is that of a bullet.
    """
    id_ = _style_id(part, level)
    usual = setting.places[id_]
    indent, hanging, space, elsewhere = stand
    if part in _PLACED:
        indent, hanging = usual.column
    column = bullet_indent(setting.style.indents, level, mark) if mark else usual.column
    above = spacing(space, line_pitch(setting.style)) if space != usual.space else ""
    # Where it is the same it must not be said: LibreOffice would put the paragraph at the margin.
    moved = elsewhere or (indent, hanging) != column
    across = indentation(indent, hanging, setting.style.fonts.size) if moved else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{setting.adopted.style(id_)}"/>', above + across


def _style_id(part: Part, level: int) -> str:
    if part is Part.HEADING:
        return f"Heading{level}"
    return list_bullet(level) if part is Part.BULLET else _STYLES.get(part, "BodyText")


@lru_cache(maxsize=4096)
def _in_list(setting: Setting, place: Place) -> str:
    id_ = place.id + setting.adopted.above
    return f'<w:numPr><w:ilvl w:val="{place.level}"/><w:numId w:val="{id_}"/></w:numPr>'


def _labelled(block: Block, _index: int, _setting: Setting) -> str:
    return _RUN + escaped(block.opening + block.text)


def _detail(block: Block, index: int, setting: Setting) -> str:
    style = setting.style
    label = label_runs(block.label, style.label_width, style.fonts.size, index + 1)
    return label + _RUN + COLON + _BREAK.join(map(escaped, block.lines))


# Of what does not show its text as it is.
_WRITERS: dict[Part, Callable[[Block, int, Setting], str]] = {
    Part.TITLE: _labelled,
    Part.DETAIL: _detail,
    Part.EXAMPLE: _labelled,
    Part.SIGNER: _labelled,
}

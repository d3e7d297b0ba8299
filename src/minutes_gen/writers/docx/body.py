"""word/document.xml: the blocks of a Document as paragraphs.

A paragraph has its style, and says itself only what differs from it.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from minutes_gen.document import Block, Document, Part, space_on_paper
from minutes_gen.notation import COLON
from minutes_gen.numbering import separator
from minutes_gen.writers.docx.labels import label_runs
from minutes_gen.writers.docx.lists import TYPED, bullet_indent, list_bullet
from minutes_gen.writers.docx.measure import (
    escaped,
    indentation,
    spacing,
)
from minutes_gen.writers.docx.package import Frame, Setting
from minutes_gen.writers.docx.styles import line_pitch
from minutes_gen.writers.docx.tables import TABLE, table_xml

_PARTING = ("<w:p/>",)
_ABOVE_TABLE = ("",)  # the lines of a detail whose value is the table below

# Characters that Latin and Japanese fonts share (※ → ①) are Japanese, as an IME marks them.
_RUN = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">'
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_END = "</w:t></w:r></w:p>"

_STYLES = {
    Part.REFERENCE: "Reference",
    Part.ISSUED: "Issued",
    Part.ADDRESSEE: "Addressee",
    Part.ISSUER: "Signature",
    Part.SIGNATORY: "Signature",
    Part.TITLE: "Title",
    Part.KI: "NoteHeading",
    Part.CLOSING: "Closing",
    Part.DETAIL: "Detail",
    Part.PARAGRAPH: "BodyText",
    Part.EXAMPLE: "Example",
    Part.VOTE: "Vote",
    Part.STATEMENT: "Statement",
    Part.SIGNED: "SigningDay",
    Part.SIGNER: "Signer",
}


class _Shape(NamedTuple):
    """All that decides how a paragraph stands: what blocks of one shape begin with is one text.

    mark     of a bullet
    list_    which list it is in, where its style does not say that
    leads    whether the next one hangs under it and must not part from it
    broken   whether it has lines that end by hand
    """

    part: Part
    mark: str
    level: int
    indent: float
    hanging: float
    space: int
    list_: int | None
    leads: bool
    broken: bool


def document_xml(document: Document, frame: Frame, lists: Iterable[int | None]) -> str:
    """Write document.xml; `lists` says for each block in which list of numbering.xml it is."""
    blocks, written = document.blocks, [frame.opening]
    setting = frame.setting
    around = zip((None, *blocks[:-1]), blocks, lists, (*blocks[1:], None), strict=True)
    for number, (before, block, list_, after) in enumerate(around):
        part = block.part
        if part is Part.TABLE:
            written += _PARTING * (block.space * bool(number))
            written.append(table_xml(block, setting.style, setting.adopted.style(TABLE)))
            # Word makes one table of two that touch, and wants a paragraph behind the last.
            written += _PARTING * (after is None or after.part is Part.TABLE)
            continue
        is_bullet = part is Part.BULLET
        shape = _Shape(
            part,
            block.label if is_bullet else "",
            block.level,
            block.indent,
            block.hanging,
            space_on_paper(before, block),
            list_,
            (is_bullet and _hangs_under(block, after)) or block.lines == _ABOVE_TABLE,
            len(block.lines) > 1,
        )
        text = _typed_heading if list_ == TYPED else _TEXTS[part]
        written += (_opening(setting, shape), text(block, number, setting), _END)
    return "".join([*written, frame.closing])


def _hangs_under(bullet: Block, block: Block | None) -> bool:
    if block is None or block.part is Part.HEADING:
        return False
    return block.level >= bullet.level + (block.part is Part.BULLET)


@lru_cache(maxsize=4096)
def _opening(setting: Setting, shape: _Shape) -> str:
    """Write what stands before the text of a paragraph."""
    style, level, list_ = _style_of(shape), shape.level, shape.list_
    usual, name = setting.places[style], setting.adopted.style(style)
    numbering = before = indent = ""
    if list_ is not None:
        id_ = list_ + setting.adopted.above
        numbering = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{id_}"/></w:numPr>'
    if shape.space != usual.space:
        before = spacing(shape.space, line_pitch(setting.style))
    column = usual.column
    if shape.mark:
        column = bullet_indent(setting.style.indents, level, shape.mark)
    # Where it is the same it must not be said: LibreOffice would put the paragraph at the margin.
    if column != (shape.indent, shape.hanging):
        indent = indentation(shape.indent, shape.hanging, setting.style.fonts.size)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{_KEEP * shape.leads}{numbering}{before}{indent}'
        # A line that ends by hand would be stretched to the margin.
        f"{_LEFT * shape.broken}</w:pPr>"
    )


def _style_of(shape: _Shape) -> str:
    if shape.part is Part.HEADING:
        return f"Heading{shape.level}"
    return list_bullet(shape.level) if shape.part is Part.BULLET else _STYLES[shape.part]


_KEEP = "<w:keepNext/>"
_LEFT = '<w:jc w:val="left"/>'


def _plain(block: Block, _index: int, _setting: Setting) -> str:
    return _RUN + escaped(block.text)


def _labelled(block: Block, _index: int, _setting: Setting) -> str:
    return _RUN + block.label + escaped(block.text)


def _title(block: Block, _index: int, _setting: Setting) -> str:
    return _RUN + escaped(f"{block.label} {block.text}" if block.label else block.text)


def _typed_heading(block: Block, _index: int, _setting: Setting) -> str:
    label = block.label + separator(block.label) if block.label else ""
    return _RUN + escaped(label + block.text)


def _detail(block: Block, index: int, setting: Setting) -> str:
    style = setting.style
    label = label_runs(block.label, style.label_width, style.fonts.size, index + 1)
    return label + _RUN + COLON + _BREAK.join(map(escaped, block.lines))


def _signer(block: Block, _index: int, _setting: Setting) -> str:
    return _RUN + escaped(block.opening + block.text)


_TEXTS: dict[Part, Callable[[Block, int, Setting], str]] = {
    Part.REFERENCE: _plain,
    Part.ISSUED: _plain,
    Part.ADDRESSEE: _plain,
    Part.ISSUER: _plain,
    Part.SIGNATORY: _plain,
    Part.TITLE: _title,
    Part.KI: _plain,
    Part.CLOSING: _plain,
    Part.DETAIL: _detail,
    Part.HEADING: _plain,
    Part.PARAGRAPH: _plain,
    Part.EXAMPLE: _labelled,
    Part.BULLET: _plain,
    Part.VOTE: _plain,
    Part.STATEMENT: _plain,
    Part.SIGNED: _plain,
    Part.SIGNER: _signer,
}

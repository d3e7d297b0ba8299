"""word/document.xml: the blocks of a Document as paragraphs.

A paragraph has its style, and says itself only what differs from it.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from minutes_gen.formats.docx._labels import label_runs
from minutes_gen.formats.docx._lists import TYPED, bullet_indent, list_bullet
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
from minutes_gen.numbering import separator

_PARTING = ("<w:p/>",)
_ABOVE_TABLE = ("",)  # the lines of a detail whose value is the table below

# Asked for each block: by its class Python 3.11 finds a member only in some three times the time.
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
    Part.PARAGRAPH: "BodyText",
    Part.EXAMPLE: "Example",
    Part.VOTE: "Vote",
    Part.STATEMENT: "Statement",
    Part.SIGNED: "SigningDay",
    Part.SIGNER: "Signer",
}


def document_xml(document: Document, frame: Frame, lists: Iterable[int | None]) -> str:
    """Write document.xml; `lists` says for each block in which list of numbering.xml it is."""
    blocks, written = document.blocks, [frame.opening]
    setting = frame.setting
    around = zip((None, *blocks[:-1]), blocks, lists, (*blocks[1:], None), strict=True)
    for index, (before, block, list_, after) in enumerate(around):
        part, lines, label, _, level, indent, hanging, space, _ = block
        if part is _TABLE:
            written += _PARTING * (space * bool(index))
            table = setting.adopted.style(TABLE)
            written.append(table_xml(block, setting.style, setting.rules, table))
            # Word makes one table of two that touch, and wants a paragraph behind the last.
            written += _PARTING * (after is None or after.part is _TABLE)
            continue
        if before is None or part is _ISSUER:
            space = space_on_paper(before, block)
        mark, leads = (label, _hangs_under(block, after)) if part is _BULLET else ("", False)
        leads = leads or lines == _ABOVE_TABLE
        broken = len(lines) > 1
        write = _typed_heading if list_ == TYPED else _WRITERS.get(part)
        written += (
            _opening(setting, part, mark, level, indent, hanging, space, list_, leads, broken),
            write(block, index, setting) if write else _RUN + escaped(lines[0]),
            _END,
        )
    return "".join([*written, frame.closing])


def _hangs_under(bullet: Block, block: Block | None) -> bool:
    if block is None:
        return False
    part, level = block.part, block.level
    return part is not _HEADING and level >= bullet.level + (part is _BULLET)


@lru_cache(maxsize=4096)
def _opening(  # noqa: PLR0913, PLR0917  (all that decides how a paragraph stands)
    setting: Setting,
    part: Part,
    mark: str,
    level: int,
    indent: float,
    hanging: float,
    space: int,
    list_: int | None,
    leads: bool,
    broken: bool,
) -> str:
    """Write what stands before the text of a paragraph: the same for all that stand alike.

    mark     of a bullet
    list_    which list it is in, where its style does not say that
    leads    whether the next one hangs under it and must not part from it
    broken   whether it has lines that end by hand
    """
    style = _style_of(part, level)
    usual, name = setting.places[style], setting.adopted.style(style)
    numbering = before = column = ""
    if part in _PLACED:
        indent, hanging = usual.column
    if list_ is not None:
        id_ = list_ + setting.adopted.above
        numbering = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{id_}"/></w:numPr>'
    if space != usual.space:
        before = spacing(space, line_pitch(setting.style))
    expected = bullet_indent(setting.style.indents, level, mark) if mark else usual.column
    # Where it is the same it must not be said: LibreOffice would put the paragraph at the margin.
    if expected != (indent, hanging):
        column = indentation(indent, hanging, setting.style.fonts.size)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{_KEEP * leads}{numbering}{before}{column}'
        # A line that ends by hand would be stretched to the margin.
        f"{_LEFT * broken}</w:pPr>"
    )


def _style_of(part: Part, level: int) -> str:
    if part is Part.HEADING:
        return f"Heading{level}"
    return list_bullet(level) if part is Part.BULLET else _STYLES[part]


_KEEP = "<w:keepNext/>"
_LEFT = '<w:jc w:val="left"/>'


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


# Of what does not show its text as it is.
_WRITERS: dict[Part, Callable[[Block, int, Setting], str]] = {
    Part.TITLE: _title,
    Part.DETAIL: _detail,
    Part.EXAMPLE: _labelled,
    Part.SIGNER: _signer,
}

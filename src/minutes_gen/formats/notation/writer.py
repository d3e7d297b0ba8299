"""Session → plain text in the notation, one line for a paragraph.

Each block is written as if it stood alone. Then each way in which a line could be misread for the
company it keeps is looked for, and a `\\` put before what would be; then all is printed.

>>> from minutes_gen.session import Detail
>>> print(render_text(Session(title="研修", details=[Detail("場所", "事務室")])), end="")
研修
<BLANKLINE>
場　　所：事務室
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from minutes_gen.formats.notation._write_blocks import Written, is_bracketed, write_alone
from minutes_gen.formats.notation._write_ends import (
    PLACES,
    as_head_lines,
    begins_by_position,
    count_head,
    hide,
    joins_foot,
    reads_as_head,
)
from minutes_gen.layout.compose import compose
from minutes_gen.layout.document import Block, Document, Part
from minutes_gen.layout.style import HouseStyle, as_style
from minutes_gen.model._foot_forms import Place, place_of
from minutes_gen.model._head_by_form import MOST, Shape
from minutes_gen.model._head_forms import LINES_ABOVE_NAME, is_closing, is_ki
from minutes_gen.model._looks import is_addressee, is_reference, signs
from minutes_gen.model._marks import Kind, indent, read_mark
from minutes_gen.session import Session
from minutes_gen.typeset import width as width_of

if TYPE_CHECKING:
    from minutes_gen.layout.line_length import Measure

Blocks: TypeAlias = Sequence[Block]


def render_text(
    session: Session,
    style: HouseStyle | str | None = None,
    *,
    width: "Measure | float | str | None" = None,
) -> str:
    """Write a session as plain text in the notation, which `read_text` reads back.

    `style` is a HouseStyle, the name of a preset or the path of a TOML file. With none, the
    source's own numbering and spelling of dates are kept.

    With a width the text is for people: broken into lines, each where the page has it, and not
    read back. `width` is `"page"` for the lines of the style's page, a number of em (40) for lines
    as long, or columns (`"70c"`) for terminals and mail; from 4 em or 8 columns up. What is no
    such width is a TypesetError.

    >>> session = Session(issuer="あしやＮＰＯ", title="研修", lead=["下記のとおり開きます。"])
    >>> print(render_text(session, width="20c").replace("　", "□"), end="")
    □□□□あしやＮＰＯ
    <BLANKLINE>
    □□□□研修
    <BLANKLINE>
    □下記のとおり開きま
    す。
    """
    document = compose(session, as_style(style))
    if width is None:
        return document_to_text(document)
    # The notation needs no lines as long as a page's.
    from minutes_gen.formats.page_text import document_to_page  # noqa: PLC0415 - for people only
    from minutes_gen.layout.line_length import as_measure  # noqa: PLC0415 - for people only

    return document_to_page(document, as_measure(width, document.style))


def document_to_text(document: Document) -> str:
    """Write a document as text that `read_text` reads back.

    >>> document_to_text(compose(Session(title="第2回 研修")))
    '\\\\第2回 研修\\n'
    """
    written = write_alone(document)
    head = _write_head(document, written)
    for misread in (_as_ki, _as_foot):
        for index in misread(document.blocks, written):
            hide(written[index])
    printed = list(_printed(document, written))
    joining = joins_foot(document.blocks, printed, head)
    if joining is not None:
        hide(written[joining])
        printed = list(_printed(document, written))
    return "".join(f"{line}\n" for line in printed)


def _write_head(document: Document, written: Written) -> Shape:
    """Write the head plainly if its forms say what it is, else so that its places do.

    Return what its lines are where their forms say so.
    """
    blocks = document.blocks
    count = count_head(blocks)
    by_place = written[:count]
    written[:count] = [[block.opening + block.text] for block in blocks[:count]]
    holds = _holds(document, written)
    if holds is None and count < len(blocks):
        hide(written[count])
        holds = _holds(document, written)
    if holds:
        return tuple(PLACES[block.part] for block in blocks[:count])
    written[:count] = by_place
    for misread in _MISREADINGS:
        for index in misread(blocks, written):
            hide(written[index])
    return ()


def _holds(document: Document, written: Written) -> bool | None:
    # The reader takes the lines to sign on away before it looks for a head.
    above = _foot(document.blocks)
    lines = as_head_lines(_printed(document, written[:above]))
    return reads_as_head(document.blocks, list(islice(lines, MOST)))


def _printed(document: Document, written: Written) -> Iterator[str]:
    """Set the lines in, and part the blocks."""
    inset, previous = 0.0, None
    for block, lines in zip(document.blocks, written, strict=False):
        part = block.part
        if part is Part.HEADING:
            # The page sets its numbered part in from the margin; a text file has no margin.
            inset = document.style.indents.numbered
        # Nor has it a middle or a right. What stands below 以上 stands as it was typed.
        at = 0.0 if part is Part.TITLE else block.indent - inset * (part is not Part.TAIL)
        if previous is not None:
            yield from [""] * max(block.space, _parting(previous, block))
        yield indent(at) + lines[0]
        if len(lines) > 1:
            under = width_of(lines[0]) - width_of(block.text) if part is Part.DETAIL else 0
            yield from (indent(at + under) + line for line in lines[1:])
        previous = block


def _parting(previous: Block, block: Block) -> int:
    """Keep apart what would be read as one: two tables, a detail and what stands further in."""
    if block.part is previous.part is Part.TABLE:
        return 1
    if block.indent <= previous.indent:
        return 0
    # A paragraph that is a label with nothing behind it would become a detail.
    empty = previous.part is Part.PARAGRAPH and read_mark(previous.text).kind is Kind.DETAIL
    return int(previous.part is Part.DETAIL or empty)


# Each way to be misread for what stands around: which blocks would be. Later ones see what earlier
# ones have escaped.


def _head(blocks: Blocks) -> Blocks:
    """Return the blocks above the text of the paper."""
    return blocks[: count_head(blocks)]


def _as_reference(blocks: Blocks, _written: Written) -> Iterator[int]:
    """Find an addressee or an issuer on top that has the form of 文書番号."""
    if blocks and blocks[0].part in (Part.ADDRESSEE, Part.ISSUER) and is_reference(blocks[0].text):
        yield 0


def _as_title(blocks: Blocks, written: Written) -> Iterator[int]:
    """Find the lines under the issuer that would not be read as those who sign.

    The last of them must sign, by its form or with a `\\`. In a letter a few lines of another form
    may stand above one that signs; elsewhere each has a `\\`.
    """
    head = _head(blocks)
    letter = any(block.part in (Part.REFERENCE, Part.ADDRESSEE) for block in head)
    waiting: list[int] = []
    for index, block in enumerate(head):
        if block.part is not Part.SIGNATORY:
            continue
        signed = letter and signs(block.text, head[index - 1].text)
        plain = letter and not is_addressee(block.text) and written[index] == [block.text]
        if plain and not signed and len(waiting) < LINES_ABOVE_NAME:
            waiting.append(index)
            continue
        if not signed:
            yield index
        waiting.clear()
    yield from waiting[-1:]


def _as_section(blocks: Blocks, _written: Written) -> Iterator[int]:
    """Find a title in brackets: behind an issuer it would be a section without a number."""
    head = _head(blocks)
    if any(block.part is Part.ISSUER for block in head):
        for index, block in enumerate(head):
            if block.part is Part.TITLE and not block.label and is_bracketed(block):
                yield index


def _as_addressee(blocks: Blocks, _written: Written) -> Iterator[int]:
    """Find what would be the end of 宛名, if a section in brackets below it were the title."""
    at = next((i for i, block in enumerate(blocks) if block.part is Part.HEADING), 0)
    if not at or blocks[at].label:
        return
    above = blocks[at - 1]
    if above.part is Part.PARAGRAPH:
        misread = all(map(_addresses, blocks[:at]))
    else:
        titled = above.part is Part.TITLE and not above.label
        misread = titled and (is_addressee(above.text) or is_reference(above.text))
    if misread:
        yield at - 1


def _addresses(block: Block) -> bool:
    """Say whether 宛名 may go on behind a block."""
    if block.part in (Part.REFERENCE, Part.ISSUED, Part.ADDRESSEE):
        return True
    return block.part in (Part.TITLE, Part.PARAGRAPH) and is_addressee(block.text)


def _as_ki(blocks: Blocks, written: Written) -> Iterator[int]:
    """Find 記 above the details, where 以上 stands below it, so that the two mean something."""
    found = []
    for index, block in enumerate(blocks):
        if block.part in (Part.KI, Part.HEADING) or (
            block.part is Part.DETAIL and block.level == 0
        ):
            break
        if is_ki(written[index][0]):
            found.append(index)
    if found:
        closes = (index for index, lines in enumerate(written) if any(map(is_closing, lines)))
        last = max(closes, default=-1)
        yield from (index for index in found if index < last)


_FOOT = {
    Part.STATEMENT: Place.STATEMENT,
    Part.SIGNED: Place.DAY,
    Part.SIGNER: Place.SIGNER,
}


def _foot(blocks: Blocks) -> int:
    """Say where the foot begins."""
    at = len(blocks)
    while at and blocks[at - 1].part in _FOOT:
        at -= 1
    return at


def _as_foot(blocks: Blocks, written: Written) -> Iterator[int]:
    """Find a last line that would be read as part of the foot; something must stand above it."""
    at = _foot(blocks)
    below = _FOOT[blocks[at].part] if at < len(blocks) else None
    if at > 1 and place_of(written[at - 1][0], below) is not None and not _has_other_tail(blocks):
        yield at - 1


def _has_other_tail(blocks: Blocks) -> bool:
    """Say whether something below 以上 is no line of a foot, so that all of it is the tail."""
    closing = next((i for i, block in enumerate(blocks) if block.part is Part.CLOSING), None)
    if closing is None:
        return False
    place: Place | None = None
    for block in reversed(blocks[closing + 1 :]):
        place = place_of(block.text, place)
        if place is None:
            return True
    return False


def _by_position(blocks: Blocks, _written: Written) -> Iterator[int]:
    return begins_by_position(blocks)


# In a head that its places tell.
_MISREADINGS = (_as_reference, _as_title, _as_section, _as_addressee, _by_position)

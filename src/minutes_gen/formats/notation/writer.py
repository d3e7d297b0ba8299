"""Document → plain text in the notation, one line for a paragraph.

>>> from minutes_gen.layout.compose import compose
>>> from minutes_gen.session import Detail, Session
>>> session = Session(title="研修", details=[Detail("場所", "事務室")])
>>> print(document_to_text(compose(session)), end="")
研修
<BLANKLINE>
場　　所：事務室
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from minutes_gen.formats.notation._table import table_lines
from minutes_gen.layout.document import Block, Document, Part
from minutes_gen.model._foot_forms import Place, place_of
from minutes_gen.model._head_forms import LINES_ABOVE_NAME, is_closing, is_ki
from minutes_gen.model._looks import (
    escape,
    escape_title,
    is_addressee,
    is_name,
    is_reference,
    signs,
)
from minutes_gen.model._marks import COLON, ESCAPE, Kind, escape_value, indent, read_mark
from minutes_gen.typeset import justify_label, width


def document_to_text(document: Document) -> str:
    """Write a document as text that `read_text` reads back."""
    return "".join(f"{line}\n" for line in _lines(document))


# Asked for each block: by its class Python 3.11 finds a member only in some three times the time.
_HEADING, _DETAIL, _TITLE = Part.HEADING, Part.DETAIL, Part.TITLE
_SIGNATORY, _KI, _TABLE, _PARAGRAPH = Part.SIGNATORY, Part.KI, Part.TABLE, Part.PARAGRAPH


class _Place(NamedTuple):
    """What decides, beside its text, how a block is written.

    `on_top` says that it is the first, `issued_by` that the paper names an issuer.
    """

    label_width: float
    on_top: bool
    issued_by: bool


def _lines(document: Document) -> Iterator[str]:
    style, inset = document.style, 0.0
    previous: Block | None = None
    signatories = _signatories(document.blocks)
    blocks = document.blocks
    opens = _closes([block for block in blocks if block.part not in _FOOT_PARTS])
    issued_by = any(block.part is Part.ISSUER for block in blocks)
    place = _Place(style.label_width, on_top=True, issued_by=issued_by)
    addressed = True  # whether a reader may still take what stands here for 宛名
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        part = block.part
        if part is _HEADING:
            # The page sets its numbered part in from the margin; a text file has no margin.
            inset = style.indents.numbered
        # Nor has it a middle or a right.
        at = 0.0 if part is _TITLE else block.indent - inset
        lines = [next(signatories)] if part is _SIGNATORY else _WRITERS[part](block, place)
        opens = opens and part not in (_KI, _HEADING) and (part is not _DETAIL or block.level > 0)
        if opens and is_ki(lines[0]):
            lines[0] = ESCAPE + lines[0]
        addressed = addressed and _addresses(block)
        if after is None or after.part in _FOOT_PARTS:
            misread = previous is not None and _joins_foot(lines[0], block, after)
        else:
            misread = after.part is _HEADING and _gives_way(block, after, addressed=addressed)
        if misread and not lines[0].startswith(ESCAPE):
            lines[0] = ESCAPE + lines[0]
        if previous is not None:
            yield from [""] * max(block.space, _parting(previous, block))
        yield indent(at) + lines[0]
        if len(lines) > 1 and part is _DETAIL:
            at += width(lines[0]) - width(block.text)
        yield from (indent(at) + line for line in lines[1:])
        if previous is None:
            place = place._replace(on_top=False)
        previous = block


def _parting(previous: Block, block: Block) -> int:
    """Keep apart what would be read as one: two tables, a detail and what stands further in."""
    if block.part is previous.part is _TABLE:
        return 1
    if block.indent <= previous.indent:
        return 0
    # A paragraph that is a label with nothing behind it would become a detail.
    empty = previous.part is _PARAGRAPH and read_mark(previous.text).kind is Kind.DETAIL
    return int(previous.part is _DETAIL or empty)


def _gives_way(block: Block, heading: Block, *, addressed: bool) -> bool:
    """Say whether a section in brackets below would be read as the title, and this as 宛名."""
    if heading.label:
        return False
    if block.part is Part.PARAGRAPH:
        return addressed
    titled = block.part is Part.TITLE and not block.label
    return titled and (is_addressee(block.text) or is_reference(block.text))


def _addresses(block: Block) -> bool:
    """Say whether 宛名 may go on behind a block."""
    if block.part in (Part.REFERENCE, Part.ISSUED, Part.ADDRESSEE):
        return True
    return block.part in (Part.TITLE, Part.PARAGRAPH) and is_addressee(block.text)


_FOOT = {
    Part.STATEMENT: Place.STATEMENT,
    Part.SIGNED: Place.DAY,
    Part.SIGNER: Place.SIGNER,
}


# As a tuple, it says at once that a part is none of them.
_FOOT_PARTS = tuple(_FOOT)


def _joins_foot(line: str, block: Block, after: Block | None) -> bool:
    """Say whether a line that is no part of the foot would be read as one."""
    if block.part in _FOOT_PARTS:
        return False
    return place_of(line, _FOOT[after.part] if after else None) is not None


def _closes(blocks: Sequence[Block]) -> bool:
    """Say whether the last line will be 以上, so that 記 above the details means something."""
    return bool(blocks) and is_closing("".join(blocks[-1].lines[-1:]))


def _reference(block: Block, _place: _Place) -> list[str]:
    return [block.text if is_reference(block.text) else ESCAPE + block.text]


def _addressee(block: Block, place: _Place) -> list[str]:
    misread = place.on_top and is_reference(block.text)
    return [ESCAPE + block.text if misread else escape_title(block.text)]


def _issuer(block: Block, place: _Place) -> list[str]:
    return [ESCAPE + block.text] if is_addressee(block.text) else _addressee(block, place)


def _signatories(blocks: Sequence[Block]) -> Iterator[str]:
    r"""Write the lines under the issuer.

    The last of them must sign, by its form or with a `\`. In a letter a few lines of another form
    may stand above one that signs; elsewhere each has a `\`.
    """
    letter = any(block.part in (Part.REFERENCE, Part.ADDRESSEE) for block in blocks[:2])
    lines = [b.text for b in blocks if b.part in (Part.ISSUER, Part.SIGNATORY)]
    waiting: list[str] = []
    for above, text in pairwise(lines):
        plain = letter and is_name(text) and not is_addressee(text)
        formed = letter and signs(text, above)
        if plain and not formed and len(waiting) < LINES_ABOVE_NAME:
            waiting.append(text)
        else:
            yield from (*waiting, text if formed else ESCAPE + text)
            waiting.clear()
    yield from waiting[:-1]
    yield from (ESCAPE + text for text in waiting[-1:])


def _title(block: Block, place: _Place) -> list[str]:
    # Only behind an issuer a title in brackets would be a section.
    if not (block.label or place.issued_by) and read_mark(block.text).kind is Kind.UNNUMBERED:
        return [block.text]
    return [block.opening + block.text if block.label else escape_title(block.text)]


def _plain(block: Block, _place: _Place) -> list[str]:
    return [escape(block.text)]


def _labelled(block: Block, _place: _Place) -> list[str]:
    return [block.opening + block.text]


def _bullet(block: Block, _place: _Place) -> list[str]:
    # The reader takes ・・ for no mark.
    doubled = block.opening == block.text[:1]
    return [block.opening + " " * doubled + block.text]


def _detail(block: Block, place: _Place) -> list[str]:
    label = spread(block.label, place.label_width) + COLON
    return [label + block.text, *map(escape_value, block.lines[1:])]


def _table(block: Block, _place: _Place) -> list[str]:
    return table_lines(block.rows)


_WRITERS: dict[Part, Callable[[Block, _Place], list[str]]] = {
    Part.REFERENCE: _reference,
    Part.ISSUED: _labelled,
    Part.ADDRESSEE: _addressee,
    Part.ISSUER: _issuer,
    Part.TITLE: _title,
    Part.KI: _labelled,
    Part.CLOSING: _labelled,
    Part.DETAIL: _detail,
    Part.HEADING: _labelled,
    Part.PARAGRAPH: _plain,
    Part.EXAMPLE: _labelled,
    Part.BULLET: _bullet,
    Part.TABLE: _table,
    Part.VOTE: _labelled,
    Part.STATEMENT: _labelled,
    Part.SIGNED: _labelled,
    Part.SIGNER: _labelled,
}


@lru_cache(maxsize=4096)
def spread(label: str, em: float) -> str:
    """Spread a label (均等割り付け), but never so that it would be read as something else.

    >>> spread("参加者", 4), spread("ア行", 3)
    ('参 加 者', 'ア行\u3000')
    """
    padded = label + indent(em - width(label))
    for written in (justify_label(label, em), padded):
        mark = read_mark(written + COLON + "x")
        if mark.kind is Kind.DETAIL and mark.sign == label:
            return written
    return label

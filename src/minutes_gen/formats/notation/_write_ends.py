r"""The two ends of a letter as a reader will see them, and whether each line is still what it is.

The head is written plainly and read back by its forms. Where another head would be read, or where
the text of the paper would be taken into the head or the foot, a `\` is put in the way.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from minutes_gen.layout.document import Block, Part
from minutes_gen.model._head_by_form import (
    MOST,
    HeadLine,
    Place,
    find_foot,
    shape_of_foot,
    shape_of_head,
)
from minutes_gen.model._looks import look_at
from minutes_gen.model._marks import ESCAPE, column

PLACES = {
    Part.REFERENCE: Place.REFERENCE,
    Part.ISSUED: Place.ISSUED,
    Part.ADDRESSEE: Place.ADDRESSEE,
    Part.ISSUER: Place.ISSUER,
    Part.SIGNATORY: Place.SIGNATORY,
    Part.TITLE: Place.TITLE,
    Part.REMARK: Place.REMARK,
}
Blocks = Sequence[Block]


def count_head(blocks: Blocks) -> int:
    """Count the blocks of the head."""
    return next((i for i, block in enumerate(blocks) if block.part not in PLACES), len(blocks))


def as_head_lines(printed: Iterable[str]) -> Iterator[HeadLine]:
    """See printed lines as a reader of the head does."""
    apart = False
    for line in printed:
        text = line.strip()
        if text:
            at = column(line)
            yield HeadLine(look_at(text), at == 0 or at >= 2, apart)
        apart = not text


def _last_lines(printed: Sequence[str], count: int) -> list[HeadLine]:
    """See so many lines at the end, and the one above, which tells if the first stands apart."""
    at, seen = len(printed), 0
    while at and seen <= count:
        at -= 1
        seen += printed[at] != ""
    return list(as_head_lines(printed[at:]))


def reads_as_head(blocks: Blocks, lines: Sequence[HeadLine]) -> bool | None:
    """Say whether the blocks of the head are read as what they are.

    None where they are, but the text below them would be taken into the head, too.
    """
    head = blocks[: count_head(blocks)]
    expected = tuple(PLACES[block.part] for block in head)
    shape = shape_of_head(lines)
    if shape is None or shape[: len(expected)] != expected or not all(map(_says, head, lines)):
        return False
    return True if len(shape) == len(expected) else None


def _says(block: Block, line: HeadLine) -> bool:
    """Say whether a line is read as the block's label and text."""
    if block.part is not Part.TITLE:
        return line.look.text == block.text
    wanted = (block.number, block.text) if block.label else (None, block.text)
    return (line.look.numbered or (None, line.look.text)) == wanted


def begins_by_position(blocks: Blocks) -> Iterator[int]:
    r"""Find the first line of a head without a form: its `\` has the head read by position."""
    head = enumerate(blocks[: count_head(blocks)])
    yield from islice((index for index, block in head if not _is_formed(block)), 1)


def _is_formed(block: Block) -> bool:
    look = look_at(block.text)
    formed = {
        Part.ISSUED: True,
        Part.REFERENCE: look.refers,
        Part.ADDRESSEE: look.addresses,
    }
    return formed.get(block.part, False)


def joins_foot(blocks: Blocks, printed: Sequence[str], head: Sequence[Place]) -> int | None:
    """Find the block that would be taken into the foot of the letter, and is no part of it."""
    if Place.TITLE not in head:
        return None
    begins = count_head(blocks)
    foot = sum(block.part in PLACES for block in blocks[begins:])
    closing = next((i for i, block in enumerate(blocks) if block.part is Part.CLOSING), None)
    if closing is not None:
        tail = next((i for i, block in enumerate(blocks) if block.part is Part.TAIL), None)
        if tail is None:
            return None
        count = len(blocks) - closing - 1
        below = _last_lines(printed, count)[-count:]
        return tail if len(shape_of_foot(below[:MOST], head)) > foot else None
    if not blocks or blocks[-1].part is Part.SIGNER:
        return None
    lines = _last_lines(printed, MOST)
    taken = len(lines) - find_foot(lines, head)
    above = len(blocks) - foot - 1
    return above if taken > foot and above >= 0 else None


def hide(written: list[str]) -> None:
    r"""Put a `\` before the first line of a block that has none."""
    if not written[0].startswith(ESCAPE):
        written[0] = ESCAPE + written[0]

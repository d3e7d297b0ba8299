"""Document → text for people: broken into the lines of a page, for mail and print-outs.

>>> from minutes_gen.compose import compose
>>> from minutes_gen.session import Detail, Section, Session
>>> detail = Detail("参考資料", "「知っておきたいＮＰＯのこと」")
>>> session = Session(title="研修", details=[detail], sections=[Section("題", ["共に動くこと。"])])
>>> print(document_to_page(compose(session), Measure(12)).replace("　", "□"), end="")
□□□□□研修
<BLANKLINE>
参考資料：「知っておきた
□□□□□いＮＰＯのこ
□□□□□と」
<BLANKLINE>
□□1. 題
□□□共に動くこと。
"""

from collections.abc import Callable, Iterator

from minutes_gen.document import Block, Document, Part
from minutes_gen.measure import Measure
from minutes_gen.notation import COLON, indent
from minutes_gen.typeset import justify_label
from minutes_gen.writers.table import table_lines

# What a label must leave in its line for the text behind it, in em.
_LEAST = 2


def document_to_page(document: Document, measure: Measure) -> str:
    """Write a document as a text whose lines are those of a page as wide as the measure.

    Everything stands where it stands on the page: the day and the issuer at the right, the title in
    the middle, the numbered part set in, wrapped lines under their text, tables no wider than the
    lines. There is no `\\`: such a text is for people, and is not read back.

    Where lines are short, indents give way: none is more than half of the line. A label that would
    leave its text less than 2 em has lines of its own.
    """
    return "".join(f"{line}\n" for line in _lines(document, measure))


def _lines(document: Document, measure: Measure) -> Iterator[str]:
    label_width, previous = document.style.label_width, None
    for block in document.blocks:
        if previous is not None:
            yield from [""] * _space(previous, block)
        write = _WRITERS.get(block.part, _from_the_left)
        yield from write(block, measure, label_width)
        previous = block


def _space(previous: Block, block: Block) -> int:
    if block.part is Part.ISSUER:
        return 0  # on paper it stands directly under the date
    return max(block.space, block.part is previous.part is Part.TABLE)


def _from_the_left(block: Block, measure: Measure, label_width: float) -> Iterator[str]:
    first, later = measure.indent(block.indent), measure.indent(block.indent + block.hanging)
    opening, text = _opening(block, label_width), "\n".join(block.lines)
    if block.part is Part.EXAMPLE:
        opening, text = "", opening + text  # its bracket is set with what follows
    begin = first + measure.width(opening)
    if measure.em - begin < _LEAST:
        lines = measure.lines(opening, first, later) + measure.lines(text, later, later)
    else:
        lines = measure.lines(text, begin, later)
        lines[0] = opening + lines[0]
    yield indent(first) + lines[0]
    yield from (indent(later) + line for line in lines[1:])


def _opening(block: Block, label_width: float) -> str:
    if block.part is Part.DETAIL:
        return justify_label(block.label, label_width) + COLON
    return block.opening


def _aligned(share: float) -> "Callable[[Block, Measure, float], Iterator[str]]":
    """Make the writer of lines with so much of their blank at their left."""

    def write(block: Block, measure: Measure, _label_width: float) -> Iterator[str]:
        for line in measure.lines(block.opening + block.text):
            blank = max(0.0, measure.em - measure.width(line))
            yield indent(blank * share) + line

    return write


def _table(block: Block, measure: Measure, _label_width: float) -> Iterator[str]:
    first = measure.indent(block.indent)
    yield from (indent(first) + line for line in table_lines(block.rows, measure.em - first))


_WRITERS: dict[Part, Callable[[Block, Measure, float], Iterator[str]]] = {
    Part.ISSUED: _aligned(1),
    Part.ISSUER: _aligned(1),
    Part.TITLE: _aligned(0.5),
    Part.TABLE: _table,
}

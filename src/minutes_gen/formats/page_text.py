"""Document → text for people: broken into the lines of a page, for mail and print-outs.

>>> from minutes_gen.layout.compose import compose
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

from minutes_gen.formats._table import table_lines
from minutes_gen.layout.document import Block, Document, Part, space_on_paper
from minutes_gen.layout.line_length import Measure
from minutes_gen.layout.style import HouseStyle
from minutes_gen.model._marks import COLON, indent
from minutes_gen.typeset import justify_label

# What a label must leave in its line for the text behind it, in em.
_LEAST = 2


def document_to_page(document: Document, measure: Measure) -> str:
    """Write a document as a text whose lines are those of a page as wide as the measure.

    Everything stands where it stands on the page: reference, day and issuer at the right, the title
    in the middle or where the style wants it, the numbered part set in, wrapped lines under their
    text, tables no wider than the lines. There is no `\\`: such a text is for people, and is not
    read back.

    Where lines are short, indents give way: none is more than half of the line. A label that would
    leave its text less than 2 em has lines of its own.

    >>> from minutes_gen import Session
    >>> from minutes_gen.layout.compose import compose
    >>> from minutes_gen.layout.line_length import as_measure
    >>> document = compose(Session(title="研修", lead=["共に動くことを、協働という。"]))
    >>> page = document_to_page(document, as_measure(8, document.style))
    >>> print(page.replace("\u3000", "□"), end="")
    □□□研修
    <BLANKLINE>
    □共に動くことを、
    協働という。
    """
    return "".join(f"{line}\n" for line in _lines(document, measure))


def _lines(document: Document, measure: Measure) -> Iterator[str]:
    style, previous = document.style, None
    for block in document.blocks:
        if previous is not None:
            yield from [""] * _space(previous, block)
        write = _WRITERS.get(block.part, _from_the_left)
        yield from write(block, measure, style)
        previous = block


def _space(previous: Block, block: Block) -> int:
    return max(space_on_paper(previous, block), block.part is previous.part is Part.TABLE)


def _from_the_left(block: Block, measure: Measure, style: HouseStyle) -> Iterator[str]:
    first, later = measure.indent(block.indent), measure.indent(block.indent + block.hanging)
    opening, text = _opening(block, style.label_width), "\n".join(block.lines)
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


def _in_the_middle(block: Block, measure: Measure, _style: HouseStyle) -> Iterator[str]:
    yield from _aligned(block, measure, 0.5)


def _at_the_right(block: Block, measure: Measure, style: HouseStyle) -> Iterator[str]:
    yield from _aligned(block, measure, 1.0, measure.indent(style.indents.right))


def _aligned(block: Block, measure: Measure, share: float, free: float = 0.0) -> Iterator[str]:
    """Write lines with so much of their blank at their left, and `free` em more at their right."""
    for line in measure.lines(block.opening + block.text, free, free):
        blank = max(0.0, measure.em - free - measure.width(line))
        yield indent(blank * share) + line


def _title(block: Block, measure: Measure, style: HouseStyle) -> Iterator[str]:
    write = _from_the_left if style.title == "left" else _in_the_middle
    return write(block, measure, style)


def _table(block: Block, measure: Measure, _style: HouseStyle) -> Iterator[str]:
    first = measure.indent(block.indent)
    yield from (indent(first) + line for line in table_lines(block.rows, measure.em - first))


_WRITERS: dict[Part, Callable[[Block, Measure, HouseStyle], Iterator[str]]] = {
    Part.REFERENCE: _at_the_right,
    Part.ISSUED: _at_the_right,
    Part.ISSUER: _at_the_right,
    Part.SIGNATORY: _at_the_right,
    Part.TITLE: _title,
    Part.KI: _in_the_middle,
    Part.KI_ALONE: _in_the_middle,
    Part.CLOSING: _at_the_right,
    Part.ENDING: _at_the_right,
    Part.TABLE: _table,
    Part.VOTE: _at_the_right,
    Part.SIGNER: _at_the_right,
}

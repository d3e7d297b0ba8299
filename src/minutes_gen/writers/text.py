"""Document → plain text in the notation, one line for a paragraph.

>>> from minutes_gen.compose import compose
>>> from minutes_gen.session import Detail, Session
>>> session = Session(title="研修", details=[Detail("場所", "事務室")])
>>> print(document_to_text(compose(session)), end="")
研修
<BLANKLINE>
場　　所：事務室
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from minutes_gen.document import Block, Document, Part
from minutes_gen.notation import (
    COLON,
    Kind,
    escape,
    escape_title,
    escape_value,
    indent,
    read_mark,
)
from minutes_gen.typeset import justify_label, width
from minutes_gen.writers.table import table_lines


def document_to_text(document: Document) -> str:
    """Write a document as text that `read_text` reads back."""
    return "".join(f"{line}\n" for line in _lines(document))


def _lines(document: Document) -> Iterator[str]:
    style, previous, inset = document.style, None, 0.0
    heading, detail = Part.HEADING, Part.DETAIL  # asked for each block
    for block in document.blocks:
        if block.part is heading:
            # The page sets its numbered part in from the margin; a text file has no margin.
            inset = style.indents.numbered
        at = block.indent - inset
        lines = _WRITERS[block.part](block, style.label_width)
        if previous is not None:
            yield from [""] * max(block.space, _parting(previous, block))
        yield indent(at) + lines[0]
        if len(lines) > 1 and block.part is detail:
            at += width(lines[0]) - width(block.text)
        yield from (indent(at) + line for line in lines[1:])
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


def _title(block: Block, _label_width: float) -> list[str]:
    return [block.opening + block.text if block.label else escape_title(block.text)]


def _plain(block: Block, _label_width: float) -> list[str]:
    return [escape(block.text)]


def _labelled(block: Block, _label_width: float) -> list[str]:
    return [block.opening + block.text]


def _bullet(block: Block, _label_width: float) -> list[str]:
    # The reader takes ・・ for no mark.
    doubled = block.opening == block.text[:1]
    return [block.opening + " " * doubled + block.text]


def _detail(block: Block, label_width: float) -> list[str]:
    label = spread(block.label, label_width) + COLON
    return [label + block.text, *map(escape_value, block.lines[1:])]


def _table(block: Block, _label_width: float) -> list[str]:
    return table_lines(block.rows)


_WRITERS: dict[Part, Callable[[Block, float], list[str]]] = {
    Part.ISSUED: _labelled,
    Part.ISSUER: _title,
    Part.TITLE: _title,
    Part.DETAIL: _detail,
    Part.HEADING: _labelled,
    Part.PARAGRAPH: _plain,
    Part.EXAMPLE: _labelled,
    Part.BULLET: _bullet,
    Part.TABLE: _table,
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

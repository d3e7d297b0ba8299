"""Each block of a document as the notation writes it where it stands alone."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from minutes_gen.formats._table import table_lines
from minutes_gen.layout.document import Block, Document, Part
from minutes_gen.model._head_forms import is_closing
from minutes_gen.model._looks import escape, escape_title, is_addressee, is_reference
from minutes_gen.model._marks import COLON, ESCAPE, Kind, escape_value, indent, read_mark
from minutes_gen.typeset import justify_label, width

# The lines of each block; more than one has only a detail or a table.
Written: TypeAlias = list[list[str]]


def write_alone(document: Document) -> Written:
    """Write each block; the writer puts them together."""
    em = document.style.label_width
    return [_WRITERS.get(block.part, _labelled)(block, em) for block in document.blocks]


def _reference(block: Block, _em: float) -> list[str]:
    return [block.text if is_reference(block.text) else ESCAPE + block.text]


def _named(block: Block, _em: float) -> list[str]:
    return [escape_title(block.text)]


def _issuer(block: Block, _em: float) -> list[str]:
    return [ESCAPE + block.text if is_addressee(block.text) else escape_title(block.text)]


def _title(block: Block, _em: float) -> list[str]:
    if block.label:
        return [block.opening + block.text]
    return [block.text if is_bracketed(block) else escape_title(block.text)]


def is_bracketed(block: Block) -> bool:
    """Say whether the text of a block would be a section without a number."""
    return read_mark(block.text).kind is Kind.UNNUMBERED


def _plain(block: Block, _em: float) -> list[str]:
    return [escape(block.text)]


def _labelled(block: Block, _em: float) -> list[str]:
    return [block.opening + block.text]


def _bullet(block: Block, _em: float) -> list[str]:
    # The reader takes ・・ for no mark.
    doubled = block.opening == block.text[:1]
    return [f"{block.opening} {block.text}" if doubled else block.opening + block.text]


def _detail(block: Block, em: float) -> list[str]:
    label = spread(block.label, em) + COLON
    return [label + block.text, *map(escape_value, block.lines[1:])]


def _tail(block: Block, _em: float) -> list[str]:
    hidden = is_closing(block.text) or block.text.startswith(ESCAPE)
    return [ESCAPE + block.text if hidden else block.text]


def _table(block: Block, _em: float) -> list[str]:
    return table_lines(block.rows)


# Of what is more than its label and its text.
_WRITERS: dict[Part, Callable[[Block, float], list[str]]] = {
    Part.REFERENCE: _reference,
    Part.ADDRESSEE: _named,
    Part.ISSUER: _issuer,
    Part.SIGNATORY: _named,
    Part.TITLE: _title,
    Part.KI_ALONE: _plain,
    Part.ENDING: _plain,
    Part.TAIL: _tail,
    Part.DETAIL: _detail,
    Part.PARAGRAPH: _plain,
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

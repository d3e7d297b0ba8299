r"""The notation (plain text) → Session: one line is one paragraph.

>>> session = read_text("第1回 スタッフ研修\n\n場所：事務室\n\n1. 協働とは\n　共に動くこと。")
>>> session.title, session.place, session.sections[0].blocks
('スタッフ研修', '事務室', (Paragraph(text='共に動くこと。'),))
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutes_gen.errors import NotationError
from minutes_gen.formats.notation._lines import Line
from minutes_gen.formats.notation._read_body import Body, blocks_of, sections_of
from minutes_gen.formats.notation._read_foot import read_foot
from minutes_gen.formats.notation._read_head import (
    Head,
    find_letter_foot,
    read_head,
    read_letter_foot,
)
from minutes_gen.model._foot_forms import Signing
from minutes_gen.model._head_forms import is_closing, is_ki
from minutes_gen.model._marks import (
    BYTE_ORDER_MARK,
    column,
    indent,
)
from minutes_gen.session import (
    Session,
)


def read_text(text: str, *, source: str = "<text>") -> Session:
    """Read a session from plain text in the notation.

    A NotationError names the source and the line of what cannot be: an impossible date, a
    character that no document can hold, nothing at all.

    >>> read_text("研修\\n平成30年\\x00", source="june.txt")
    Traceback (most recent call last):
    minutes_gen.errors.NotationError: june.txt:2: '平成30年\\x00' holds U+0000 at position 6, \
which a Word file cannot hold
    """
    return read_lines(list(split_lines(text)), source=source)


def split_lines(text: str) -> Iterator[Line]:
    r"""Split a text into its lines that are not empty.

    >>> [(line.number, line.column, line.text) for line in split_lines("研修\n\n　場所")]
    [(1, 0, '研修'), (3, 1.0, '場所')]
    """
    apart = False
    for number, line in enumerate(text.removeprefix(BYTE_ORDER_MARK).splitlines(), start=1):
        content = line.strip().replace("\t", " ")
        if content:
            yield Line(number, column(line), content, apart)
        apart = not content


def read_lines(lines: Sequence[Line], *, source: str) -> Session:
    """Read a session from lines that are split already: the way in for every source of lines.

    >>> read_lines([Line(1, 0.0, "研修"), Line(2, 1.0, "共に動く。")], source="x.txt").title
    '研修'
    """
    for line in lines:
        if problem := line.problem():
            raise NotationError(source, line.number, problem)
    if not lines:
        raise NotationError(source, 1, "no text in it; a notice has a title, details, sections")
    parts = _parts(lines, source)
    head, body = parts.head, parts.body
    kinds = body.outline.kinds
    return Session(
        title=head.title,
        number=head.number,
        reference=head.reference,
        issued=head.issued,
        addressees=head.addressees,
        issuer=head.issuer,
        signatory=head.signatory,
        issued_as=head.issued_as,
        remarks=head.remarks,
        order=head.order,
        lead=blocks_of(body.lead),
        details=body.details,
        notes=blocks_of(body.notes),
        sections=sections_of(body.sections, iter(kinds.deviating)),
        ki=body.ki,
        tail=_tail(parts.tail),
        signing=parts.signing,
        numbering=kinds.scheme if body.sections else None,
    )


class _Parts(NamedTuple):
    """A paper taken apart: what stands on top, between, and below."""

    head: Head
    body: Body
    tail: Sequence[Line] = ()
    signing: Signing | None = None


def _parts(lines: Sequence[Line], source: str) -> _Parts:
    """Take a paper apart: the last 以上 below 記 closes it, or both words are paragraphs."""
    opening = next((i for i, line in enumerate(lines) if is_ki(line.text)), len(lines))
    below = range(len(lines) - 1, opening, -1)
    closing = next((i for i in below if is_closing(lines[i].text)), None)
    if closing is not None and (parts := _closed_parts(lines, opening, closing, source)):
        return parts
    signing, end = read_foot(lines, source)
    head, rest = read_head(lines[:end], source)
    foot = end if signing else rest + find_letter_foot(head, lines[rest:end])
    letter, _ = read_letter_foot(head, lines[foot:end], source)
    body = Body(source, letter)
    body.read(lines[rest:foot])
    return _Parts(letter, body, signing=signing)


def _closed_parts(lines: Sequence[Line], opening: int, closing: int, source: str) -> _Parts | None:
    """Take a paper apart in which 以上 closes what 記 opens; None where nothing is between."""
    signing, end = read_foot(lines, source)
    tail = lines[closing + 1 :]
    if signing and end > closing + 1:
        signing = None  # a form below 以上 has lines to sign on, too
    head, rest = read_head(lines[:opening], source)
    letter, taken = (head, 0) if signing else read_letter_foot(head, tail, source)
    body = Body(source, letter, closed=True)
    body.read(lines[rest:closing])
    if not (body.ki and (body.details or body.notes or body.sections)):
        return None
    return _Parts(letter, body, () if signing else tail[taken:], signing)


def _tail(lines: Sequence[Line]) -> Iterator[str]:
    """Keep the lines below 以上 as they stand."""
    for line in lines:
        if line.apart:
            yield ""
        yield indent(line.column) + line.filled(line.look.text)

r"""The notation (plain text) → Session: one line is one paragraph.

>>> session = read_text("第1回 スタッフ研修\n\n場所：事務室\n\n1. 協働とは\n　共に動くこと。")
>>> session.title, session.place, session.sections[0].blocks
('スタッフ研修', '事務室', (Paragraph(text='共に動くこと。'),))
"""

import warnings
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from attrs import Factory, define, field

from minutes_gen.errors import ModelError, NotationError, NotationWarning, ScheduleError
from minutes_gen.formats.notation._lines import Line
from minutes_gen.formats.notation._read_foot import read_foot
from minutes_gen.formats.notation._read_head import (
    Head,
    find_letter_foot,
    read_head,
    read_letter_foot,
)
from minutes_gen.model._blocks import DEEPEST_BULLET, DEEPEST_SECTION
from minutes_gen.model._detail import Detail
from minutes_gen.model._foot_forms import Signing
from minutes_gen.model._head_forms import is_closing, is_ki
from minutes_gen.model._marks import (
    BYTE_ORDER_MARK,
    Kind,
    Mark,
    column,
    indent,
    is_rule,
    split_row,
)
from minutes_gen.model._section_numbers import without_counted
from minutes_gen.numbering import Label, Outline
from minutes_gen.session import (
    Block,
    Bullet,
    Example,
    Paragraph,
    Section,
    Session,
    Table,
    Vote,
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
        lead=_blocks(body.lead),
        details=body.details,
        notes=_blocks(body.notes),
        sections=_sections(body.sections, iter(kinds.deviating)),
        ki=body.ki,
        tail=_tail(parts.tail),
        signing=parts.signing,
        numbering=kinds.scheme if body.sections else None,
    )


class _Parts(NamedTuple):
    """A paper taken apart: what stands on top, between, and below."""

    head: Head
    body: "_Body"
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
    body = _Body(source, letter)
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
    body = _Body(source, letter, closed=True)
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


@define(eq=False, repr=False)
class _OpenBullet:
    """A bullet that may still gather blocks: all that stands further in than its mark."""

    column: float
    mark: str
    text: str
    blocks: "list[_Item]" = Factory(list)


@define(eq=False, repr=False)
class _OpenSection:
    """A section that may still gather blocks and sections."""

    title: str
    number: int | None
    blocks: "list[_Item]" = Factory(list)
    sections: "list[_OpenSection]" = Factory(list)


_Item = Paragraph | Example | Detail | Table | Vote | _OpenBullet


def _blocks(items: "list[_Item]") -> Iterator[Block]:
    for item in items:
        if isinstance(item, _OpenBullet):
            yield Bullet(item.text, _blocks(item.blocks), mark=item.mark)
        else:
            yield item


def _sections(opened: "list[_OpenSection]", kinds: Iterator[str | None]) -> Iterator[Section]:
    # What counting gives is left out at once: the model would make the section anew.
    kept = without_counted(section.number for section in opened)
    for section, number in zip(opened, kept, strict=True):
        yield Section(
            section.title,
            _blocks(section.blocks),
            kind=None if section.number is None else next(kinds),
            sections=_sections(section.sections, kinds),
            number=number,
            numbered=section.number is not None,
        )


@define(eq=False, repr=False)
class _Body:
    """What stands under the head, gathered line by line."""

    source: str
    head: Head
    closed: bool = False
    ki: bool = False
    lead: list[_Item] = field(factory=list)
    details: list[Detail] = field(factory=list)
    notes: list[_Item] = field(factory=list)
    sections: list[_OpenSection] = field(factory=list)
    outline: Outline = field(factory=lambda: Outline(DEEPEST_SECTION))
    _open_sections: list[_OpenSection] = field(factory=list)
    _open_bullets: list[_OpenBullet] = field(factory=list)

    def read(self, lines: Sequence[Line]) -> None:
        """Gather every line."""
        at = 0
        while at < len(lines):
            line = lines[at]
            look, mark = line.look, line.look.mark
            escaped, text = look.escaped, look.text
            more = _MORE[mark.kind](lines, at) if mark.kind in _MORE else []
            at += 1 + len(more)
            if mark.kind is Kind.SECTION and mark.label and self._take(line, mark.label):
                continue
            if mark.kind is Kind.UNNUMBERED and self._has_begun():
                title = line.filled(mark.rest)
                self._open_section(self.outline.take_unnumbered(line.column), title, None)
                continue
            if mark.kind is Kind.BULLET:
                self._open_bullet(_OpenBullet(line.column, mark.sign, line.filled(mark.rest)))
            elif mark.kind is Kind.EXAMPLE:
                self._place(Example(line.filled(mark.rest)), line.column)
            elif mark.kind is Kind.VOTE:
                self._place(Vote.read(text), line.column)
            elif mark.kind is Kind.ROW:
                self._place(_table(line, more), line.column)
            elif mark.kind is Kind.DETAIL and (mark.rest or more):
                self._place(self._detail(line, mark, more), line.column)
            elif escaped or not self._begins_details(text):
                self._place(Paragraph(line.filled(text)), line.column)

    def _has_begun(self) -> bool:
        """Say whether something stands above: a section without a number opens no paper."""
        above = self.head.title or self.lead or self.details or self.ki or self.sections
        return bool(above)

    def _begins_details(self, text: str) -> bool:
        """Take 記 for the word above the details, where 以上 ends the paper; say whether it is."""
        begins = self.closed and is_ki(text) and not (self.ki or self.details or self.sections)
        if begins:
            self.ki = True
            self._open_bullets.clear()
        return begins

    def _detail(self, line: Line, mark: Mark, more: list[str]) -> Detail:
        try:
            value = line.filled_value([mark.rest, *more] if mark.rest else more)
            return _read_detail(line.filled(mark.sign), tuple(value), self.head.issued)
        except ModelError as error:
            raise NotationError(self.source, line.number, error.problem) from None
        except ScheduleError as error:
            raise NotationError(self.source, line.number, str(error)) from None

    def _take(self, line: Line, label: Label) -> bool:
        """Open the section that a label begins; a label that can be none here is text."""
        place = self.outline.take(label, line.column)
        if place is None:
            return False
        if place.surprises:
            wanted = f"where {place.expected} is expected; kept"
            self._warn(line, f"the number {place.number} stands {wanted}")
        self._open_section(place.level, line.filled(label.rest), place.number)
        return True

    def _warn(self, line: Line, problem: str) -> None:
        warnings.warn(NotationWarning(self.source, line.number, problem), stacklevel=2)

    def _open_section(self, level: int, title: str, number: int | None) -> None:
        del self._open_sections[level - 1 :]
        self._open_bullets.clear()
        siblings = self._open_sections[-1].sections if self._open_sections else self.sections
        siblings.append(_OpenSection(title, number))
        self._open_sections.append(siblings[-1])

    def _open_bullet(self, bullet: _OpenBullet) -> None:
        self._close_bullets(bullet.column)
        del self._open_bullets[DEEPEST_BULLET - 1 :]
        self._here().append(bullet)
        self._open_bullets.append(bullet)

    def _place(self, item: _Item, column: float) -> None:
        self._close_bullets(column)
        if isinstance(item, Detail) and not self._open_bullets and self._at_details():
            self.details.append(item)
        else:
            self._here().append(item)

    def _at_details(self) -> bool:
        return not self._open_sections and not self.notes

    def _close_bullets(self, column: float) -> None:
        while self._open_bullets and self._open_bullets[-1].column >= column:
            self._open_bullets.pop()

    def _here(self) -> list[_Item]:
        """Find what gathers the next block."""
        if self._open_bullets:
            return self._open_bullets[-1].blocks
        if self._open_sections:
            return self._open_sections[-1].blocks
        return self.notes if self.details or self.ki else self.lead


# Of a thousand notices most say the same place and the same names, and without their details kept
# filling a template in takes a fifth longer.
@lru_cache(maxsize=128)
def _read_detail(label: str, value: tuple[str, ...], issued: date | None) -> Detail:
    return Detail(label, value).settled(issued)


def _continuation(lines: Sequence[Line], at: int) -> list[str]:
    """Gather the further lines of the detail at `at`: those that stand further in, with no gap."""
    more = []
    for line in (lines[i] for i in range(at + 1, len(lines))):
        if line.apart or line.column <= lines[at].column:
            break
        more.append(line.look.text)
    return more


def _further_rows(lines: Sequence[Line], at: int) -> list[str]:
    """Gather the further rows of the table at `at`: those that follow with no gap."""
    more = []
    for line in (lines[i] for i in range(at + 1, len(lines))):
        if line.apart or line.mark.kind is not Kind.ROW:
            break
        more.append(line.text)
    return more


_MORE = {Kind.DETAIL: _continuation, Kind.ROW: _further_rows}


def _table(line: Line, more: list[str]) -> Table:
    """Make a table of rows; short ones are filled with empty cells."""
    header, *rows = map(split_row, [line.text, *more])
    if rows and is_rule(more[0]):
        del rows[0]
    length = max(map(len, [header, *rows]))
    filled = [
        tuple(map(line.filled_cell, row)) + ("",) * (length - len(row)) for row in [header, *rows]
    ]
    return Table(filled[0], filled[1:])

"""The two ends of a letter: reference, day, addressees, issuer, signatory and title.

A line's form decides what it is, wherever in the head it stands. Where a line has no form, having a
`\\` before it, its place decides: the day, the issuer and the title follow each other.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from attrs import evolve, frozen

from minutes_gen.errors import NotationError, ScheduleError
from minutes_gen.formats.notation._lines import Line
from minutes_gen.model._head_by_form import (
    MOST,
    HeadLine,
    Place,
    Shape,
    find_foot,
    shape_of_foot,
    shape_of_head,
)
from minutes_gen.model._head_forms import LINES_ABOVE_NAME
from minutes_gen.model._head_order import order_of
from minutes_gen.model._looks import signs
from minutes_gen.model._marks import BYTE_ORDER_MARK, Kind
from minutes_gen.model._title_forms import is_open_day
from minutes_gen.schedule import parse_day


@frozen
class Head:
    """The top of a paper, and the foot of a letter, by the fields of a Session.

    `shape` says what its lines are, where their forms decided.
    """

    reference: str | None = None
    issued: date | None = None
    issued_as: str | None = None
    addressees: tuple[str, ...] = ()
    issuer: str | None = None
    signatory: tuple[str, ...] = ()
    number: int | None = None
    title: str | None = None
    remarks: tuple[str, ...] = ()
    order: tuple[str, ...] | None = None
    shape: Shape = ()


class _Name(NamedTuple):
    """A line that can be issuer, signatory or title, and its text behind its `\\` or 第N回."""

    line: Line
    text: str
    escaped: bool
    number: int | None = None

    @property
    def bracketed(self) -> bool:
        """Whether it is a section without a number, should a title stand above it."""
        return self.line.look.is_bracketed and self.number is None

    @property
    def said(self) -> str:
        """The text as the model gets it."""
        return self.line.filled(self.text)


def read_head(lines: Sequence[Line], source: str) -> tuple[Head, int]:
    """Read the head, and say how many lines it takes.

    The lines stand at the margin, or so far in that they are centred or set right; a line that
    stands in by 1 em is a paragraph.
    """
    shape = shape_of_head(_head_lines(lines[:MOST]))
    if shape is None:
        return _read_by_position(lines, source)
    head = _of_shape(Head(), shape, lines, source)
    return evolve(head, shape=shape, order=order_of(shape, ())), len(shape)


def read_letter_foot(head: Head, lines: Sequence[Line], source: str) -> tuple[Head, int]:
    """Read on in the lines below 以上: the day and the sender; say how many lines they take."""
    foot = shape_of_foot(_head_lines(lines[:MOST]), head.shape)
    if not foot:
        return head, 0
    whole = _of_shape(head, foot, lines, source)
    return evolve(whole, order=order_of(head.shape, foot)), len(foot)


def find_letter_foot(head: Head, lines: Sequence[Line]) -> int:
    """Find where the last lines of a letter without 以上 begin: the day, and who sends it."""
    last = max(len(lines) - MOST, 0)
    return last + find_foot(_head_lines(lines[last:]), head.shape)


def _head_lines(lines: Iterable[Line]) -> list[HeadLine]:
    return [HeadLine(line.look, line.aligned, line.apart) for line in lines]


def _of_shape(head: Head, shape: Shape, lines: Sequence[Line], source: str) -> Head:
    """Put the lines that have a shape into a head."""
    at: dict[Place, list[Line]] = {place: [] for place in Place}
    for line, place in zip(lines, shape, strict=False):
        at[place].append(line)
    title, day = at[Place.TITLE], at[Place.ISSUED]
    if title:
        number, text = title[0].look.numbered or (None, title[0].look.text)
        head = evolve(head, number=number, title=title[0].filled(text))
    if day:
        head = evolve(head, issued=_read_day(day[0], source), issued_as=day[0].text)
    if at[Place.ISSUER]:
        head = evolve(head, issuer=_said(at[Place.ISSUER][0]))
    return evolve(
        head,
        reference=_said(at[Place.REFERENCE][0]) if at[Place.REFERENCE] else head.reference,
        addressees=head.addressees or tuple(map(_said, at[Place.ADDRESSEE])),
        signatory=head.signatory or tuple(map(_said, at[Place.SIGNATORY])),
        remarks=(*head.remarks, *map(_said, at[Place.REMARK])),
    )


def _read_by_position(lines: Sequence[Line], source: str) -> tuple[Head, int]:
    referenced = _has_reference(lines)
    at = start = referenced + _has_day(lines[referenced:])
    addressed = _count_addressees(lines[at:])
    at += addressed
    letter = bool(referenced or addressed)
    names = _names(lines[at:], letter=letter)
    title = names[-1] if names else None
    senders = [name.said for name in names[:-1]]
    day = lines[start - 1] if start > referenced else None
    head = Head(
        reference=_said(lines[0]) if referenced else None,
        issued=_read_day(day, source) if day else None,
        issued_as=day.text if day else None,
        addressees=tuple(map(_said, lines[start:at])),
        issuer=senders[0] if senders else None,
        signatory=tuple(senders[1:]),
        number=title.number if title else None,
        title=title.said if title else None,
    )
    return head, at + len(names)


def _said(line: Line) -> str:
    return line.filled(line.look.text)


def _name(line: Line) -> _Name | None:
    look = line.look
    if not line.aligned or not (look.numbered or look.escaped or look.is_title):
        return None
    number, text = look.numbered or (None, look.text)
    return _Name(line, text, look.escaped, number)


def _has_reference(lines: Sequence[Line]) -> bool:
    """Say whether the first line is a reference: by its form, or with a `\\` above a day.

    In both cases a line that can be the title stands below it.
    """
    if not lines or not lines[0].aligned:
        return False
    look = lines[0].look
    dated = _has_day(lines[1:])
    below = lines[1 + dated :]
    titled = bool(below) and (_count_addressees(below) > 0 or _name(below[0]) is not None)
    return titled and (dated if look.escaped else look.refers)


def _has_day(lines: Sequence[Line]) -> bool:
    if not lines or not lines[0].aligned or lines[0].text.startswith(BYTE_ORDER_MARK):
        return False
    return lines[0].mark.kind is Kind.PLAIN and lines[0].look.is_day


def _read_day(line: Line, source: str) -> date | None:
    if is_open_day(line.look.text):
        return None
    try:
        return parse_day(line.text)
    except ScheduleError as error:
        raise NotationError(source, line.number, str(error)) from None


def _count_addressees(lines: Sequence[Line]) -> int:
    """Count the lines that address somebody, with those of an organisation right above a name.

    A line that can be the issuer or the title follows them.
    """
    count = end = 0
    for index, line in enumerate(lines):
        if index - end > LINES_ABOVE_NAME or (line.apart and index > end):
            break
        if line.look.addresses:
            end = index + 1
            if end < len(lines) and _name(lines[end]):
                count = end
        elif (name := _name(line)) is None or name.number:
            break
    return count


def _names(lines: Sequence[Line], *, letter: bool) -> list[_Name]:
    """Gather issuer, signatory and title, or the title alone.

    The signatory is as far as a line signs: with a `\\`, or in a letter by its form. The title is
    the line below.
    """
    names: list[_Name] = []
    signed, above = 0, LINES_ABOVE_NAME if letter else 0
    for index, line in enumerate(lines):
        name = _name(line)
        if name is None or (names and name.bracketed):
            break
        if index > 1 and _signs(*names[-2:], letter=letter):
            signed = index - 1
        names.append(name)
        if name.number or index > signed + above + 1:
            break
    return names[: signed + 2]


def _signs(above: _Name, name: _Name, *, letter: bool) -> bool:
    return name.escaped or (letter and signs(name.text, above.text))

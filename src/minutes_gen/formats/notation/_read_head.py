"""The head of a paper: reference, day, addressees, issuer, signatory and title.

What a line is, its form and its place say. Reference, addressees, issuer and signatory are such
only above a title; the day needs none.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from minutes_gen.errors import NotationError, ScheduleError
from minutes_gen.formats.notation._lines import Line
from minutes_gen.model._head_forms import LINES_ABOVE_NAME
from minutes_gen.model._looks import signs
from minutes_gen.model._marks import BYTE_ORDER_MARK, Kind
from minutes_gen.schedule import parse_day


class Head(NamedTuple):
    """The top of a paper, by the fields of a Session."""

    reference: str | None = None
    issued: date | None = None
    issued_as: str | None = None
    addressees: tuple[str, ...] = ()
    issuer: str | None = None
    signatory: tuple[str, ...] = ()
    number: int | None = None
    title: str | None = None


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

    The day and the title stand at the margin, or so far in that they are centred or set right; a
    line that stands in by 1 em is a paragraph.
    """
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

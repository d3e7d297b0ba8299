"""The head of a paper: its day, who issued it, and its title."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from minutes_gen.errors import NotationError, ScheduleError
from minutes_gen.notation import (
    BYTE_ORDER_MARK,
    Kind,
    is_title,
    read_mark,
    read_numbered_title,
    unescape,
)
from minutes_gen.readers.lines import Line
from minutes_gen.schedule import parse_day


@frozen
class Head:
    """The top of a paper: its day, who issued it, and its title."""

    issued: date | None = None
    issued_as: str | None = None
    issuer: str | None = None
    number: int | None = None
    title: str | None = None


def read_head(lines: Sequence[Line], source: str) -> tuple[Head, int]:
    """Read the head, and say how many lines it takes.

    The day comes first, if at all; then the issuer and the title, or the title alone. They
    stand at the margin, or so far in that they are centred or set right; a line that stands
    in by 1 em is a paragraph.
    """
    issued = _read_day(lines[0], source)
    names: list[str] = []
    number: int | None = None
    taken = int(issued is not None)
    for line in lines[taken : taken + 2]:
        escaped, text = unescape(line.text)
        numbered = None if escaped or not line.aligned else read_numbered_title(text)
        if numbered:
            number, text = numbered
        elif not line.aligned or not (escaped or is_title(text)):
            break
        elif names and not escaped and read_mark(text).kind is Kind.UNNUMBERED:
            break  # the first section
        names.append(text)
        if numbered:
            break
    head = Head(
        issued=issued,
        issued_as=lines[0].text if issued else None,
        issuer=names[0] if len(names) > 1 else None,
        number=number,
        title=names[-1] if names else None,
    )
    return head, taken + len(names)


def _read_day(line: Line, source: str) -> date | None:
    plain = read_mark(line.text).kind is Kind.PLAIN and not line.text.startswith(BYTE_ORDER_MARK)
    if not (plain and line.aligned):
        return None
    try:
        return parse_day(line.text)
    except ScheduleError as error:
        raise NotationError(source, line.number, str(error)) from None

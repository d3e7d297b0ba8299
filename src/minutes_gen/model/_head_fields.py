"""What the fields of a head may hold: validators and converters for attrs."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from attrs import Attribute

from minutes_gen import era
from minutes_gen.errors import EraError, ModelError, ScheduleError, shown
from minutes_gen.model._head_forms import LINES_ABOVE_NAME
from minutes_gen.model._looks import is_addressee
from minutes_gen.model._marks import BYTE_ORDER_MARK, column, indent
from minutes_gen.model._title_forms import is_open_day
from minutes_gen.model._validators import as_tuple, text_problem
from minutes_gen.schedule import parse_day


def check_day(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate the day of a paper (attrs): a date that has an era."""
    if type(value) is not date:
        raise ModelError(attribute.name, f"must be a datetime.date, not {shown(value)}")
    try:
        era.to_era(value)
    except EraError as error:
        raise ModelError(attribute.name, str(error)) from None


def as_addressees(values: Iterable[str]) -> tuple[str, ...]:
    """Make a tuple of the lines of 宛名."""
    return as_tuple(values, "addressees")


def as_signatory(values: Iterable[str]) -> tuple[str, ...]:
    """Make a tuple of the lines that sign."""
    return as_tuple(values, "signatory")


def as_remarks(values: Iterable[str]) -> tuple[str, ...]:
    """Make a tuple of the remarks of a head."""
    return as_tuple(values, "remarks")


def as_tail(values: Iterable[str]) -> tuple[str, ...]:
    """Make the lines of a tail: each set in by full-width spaces, and no two empty ones in a row.

    >>> as_tail(["", "  きりとり線", "", "", "氏名"])
    ('\u3000きりとり線', '', '氏名')
    """
    lines = [
        indent(column(line)) + line.strip() if isinstance(line, str) and line.strip() else line
        for line in as_tuple(values, "tail")
    ]
    kept = [
        line
        for above, line in zip(["", *lines], lines, strict=False)
        if line or above  # an empty line at the top, or below another, says nothing
    ]
    return tuple(kept[:-1] if kept and not kept[-1] else kept)


def check_tail(_instance: object, attribute: "Attribute[Any]", lines: Sequence[object]) -> None:
    """Validate the lines of a tail (attrs): texts, set in or not, and empty lines between."""
    for index, line in enumerate(lines):
        text = line.lstrip() if isinstance(line, str) else line
        if text != "" and (problem := text_problem(text)):
            raise ModelError(f"{attribute.name}[{index}]", problem)


def check_lines(_instance: object, attribute: "Attribute[Any]", lines: Sequence[object]) -> None:
    """Validate lines of the head (attrs)."""
    for index, line in enumerate(lines):
        if problem := text_problem(line):
            raise ModelError(f"{attribute.name}[{index}]", problem)


def check_addressees(instance: object, attribute: "Attribute[Any]", lines: Sequence[str]) -> None:
    """Validate 宛名 (attrs): the last line, and of any three in a row one, ends as a name does."""
    check_lines(instance, attribute, lines)
    above = 0
    for index, line in enumerate(lines):
        above = 0 if is_addressee(line) else above + 1
        if above > LINES_ABOVE_NAME or (above and index == len(lines) - 1):
            raise ModelError(
                f"{attribute.name}[{index}]",
                f"{shown(line)} addresses nobody; wanted is a line that ends in 様, 殿, 御中, 各位",
            )


def spelling(issued: date | None, written: str | None, name: str = "issued_as") -> str | None:
    """Keep a spelling of a day only where it is not ours; `name` is the field that holds it.

    Of a letter whose day is not fixed (4月吉日) the spelling is all there is.
    """
    if written is None:
        return None
    if problem := text_problem(written):
        raise ModelError(name, problem)
    if issued is None and name == "issued_as" and is_open_day(written):
        return written
    try:
        day = parse_day(written)
    except ScheduleError as error:
        raise ModelError(name, str(error)) from None
    if issued is None or day != issued:
        raise ModelError(name, f"{shown(written)} does not say {issued}")
    if written.startswith(BYTE_ORDER_MARK):
        raise ModelError(name, f"{shown(written)} begins with a byte order mark")
    bare = "".join(written.split())
    return None if bare == era.format_date(issued) else bare

"""What the head of a paper may hold: the day of issue and its spelling."""

from datetime import date
from typing import Any

from attrs import Attribute

from minutes_gen import era
from minutes_gen.errors import EraError, ModelError, ScheduleError, shown
from minutes_gen.fields import text_problem
from minutes_gen.notation import BYTE_ORDER_MARK
from minutes_gen.schedule import parse_day


def check_day(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate the day of a paper (attrs): a date that has an era."""
    if type(value) is not date:
        raise ModelError(attribute.name, f"{shown(value)} is no datetime.date")
    try:
        era.to_era(value)
    except EraError as error:
        raise ModelError(attribute.name, str(error)) from None


def spelling(issued: date | None, written: str | None) -> str | None:
    """Keep a spelling of the issue date only where it is not ours."""
    if written is None:
        return None
    if problem := text_problem(written):
        raise ModelError("issued_as", problem)
    try:
        day = parse_day(written)
    except ScheduleError as error:
        raise ModelError("issued_as", str(error)) from None
    if issued is None or day != issued:
        raise ModelError("issued_as", f"{shown(written)} does not say the issue date {issued}")
    if written.startswith(BYTE_ORDER_MARK):
        raise ModelError("issued_as", f"{shown(written)} begins with a byte order mark")
    bare = "".join(written.split())
    return None if bare == era.format_date(issued) else bare

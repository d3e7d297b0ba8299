"""What one moment says + what was said before it → its date."""

import re
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, cast

from attrs import define

from minutes_gen import era
from minutes_gen.errors import EraError, NotAScheduleError, ScheduleError
from minutes_gen.schedule._hours import RawTime, Rules
from minutes_gen.schedule._later import NEXT_MONTH, Later
from minutes_gen.schedule._token_readers import Raw, Token, number
from minutes_gen.schedule._values import Date, Time
from minutes_gen.schedule._vocabulary import WEEKDAYS

_GLOSS = r"\((?:西暦)?(.*?)([元0-9〇一二三四五六七八九十百千]+)年?度?\)"


def _check_gloss(raw: Raw, year: int) -> None:
    """Hold the years that are written beside the year to it."""
    for gloss in raw.gloss:
        found = cast("Token", re.fullmatch(_GLOSS, gloss.replace(" ", "")))
        name, said = found[1].rstrip("."), number(found[2])
        beside = era.from_era(name, said, strict=False) if name else said
        if beside != year:
            raise ScheduleError(f"{raw.era or ''}{raw.year}年 is {year}, not {beside}")


@define(eq=False, repr=False)
class Context:
    """What was said before: the date, the era of its year, the time."""

    date: Date | None = None
    era: str | None = None
    time: tuple[RawTime, Time] | None = None


def date_of(raw: Raw, before: Context, rules: Rules) -> Date:
    """Return the date, with what it leaves out taken over from the one before it."""
    if raw.points:
        known = era.parse_date(raw.points, strict=rules.strict, as_of=rules.as_of)
        check_weekday(known, raw.weekday, rules)
        return Date(known.year, known.month, known.day)
    previous = before.date
    if raw.year is not None:
        year, month, later = _year(raw, before, rules), raw.month, None
        if raw.gloss:
            _check_gloss(raw, year)
    elif previous is None:
        year, month, later = None, raw.month, raw.later
    elif raw.later and raw.later.in_days and previous.is_day:
        return days_later(raw, raw.later, previous.first, rules)
    elif raw.later and raw.later.in_days and raw.day is None:
        return Date(later=raw.later) if raw.later.days else previous
    else:
        year, month, later = taken_over(raw, previous)
    return _date(raw, year, month, later, rules)


def _date(raw: Raw, year: int | None, month: int | None, later: Later | None, rules: Rules) -> Date:
    """Put a date together whose year, if anything says it, is found."""
    fiscal, day, part = raw.fiscal, raw.day, raw.part
    if fiscal and month is not None and year is not None:  # 30年度1月 is a month of 平成31年
        year, fiscal = year + (month < 4), False
    if day is not None and month is None and year is not None:
        raise NotAScheduleError(f"{day}日 must have its month beside the year {year}")
    if part == "last":
        part = "end"
        if year is not None and month is not None:
            part, day = "", Date(year, month).last.day
    if year is not None and month is not None and day is not None:
        found = Date(year, month, day)
        if raw.weekday is not None:
            check_weekday(found.first, raw.weekday, rules)
        return found
    weekday = raw.weekday if year is None and day is not None else None
    if raw.weekday is not None and weekday is None:
        raise NotAScheduleError(
            f"the weekday {WEEKDAYS[raw.weekday]} must stand behind a day, such as 6月12日"
        )
    return Date(year, month, day, fiscal=fiscal, part=part, later=later, weekday=weekday)


def check_weekday(day: date, weekday: int | None, rules: Rules) -> None:
    """Refuse a day whose weekday is not the one that is written."""
    if weekday is not None and weekday != day.weekday() and rules.strict:
        written = era.format_date(day, as_of=rules.as_of)
        right = era.format_date(day, weekday=True, as_of=rules.as_of)
        raise ScheduleError(
            f"{written} is not {WEEKDAYS[weekday]} but {WEEKDAYS[day.weekday()]}; "
            f"probably {right} is meant"
        )


def _year(raw: Raw, before: Context, rules: Rules) -> int:
    """Return the Gregorian year of the year that a moment says."""
    year, name = raw.year or 0, raw.era
    if name is None:
        if year >= 1000:
            return year
        name = before.era  # 平成30年4月1日から31年3月31日まで
        if name is None:
            raise NotAScheduleError(f"{year}年: the era, or the century, is missing")
    before.era = name
    if raw.fiscal:
        return _fiscal_year(name, year, rules)
    day = raw.day if raw.month is not None else None  # _date asks of which month it is
    return era.from_era(name, year, raw.month, day, strict=rules.strict, as_of=rules.as_of)


def _fiscal_year(name: str, year: int, rules: Rules) -> int:
    """Return the year of a 年度 that lies at least partly in its era before the next January."""
    limits: dict[str, Any] = {"strict": rules.strict, "as_of": rules.as_of}
    try:
        return era.from_era(name, year, 4, **limits)
    except EraError:
        with suppress(EraError):
            return era.from_era(name, year, 12, **limits)  # 令和元年度 begins in 平成31年4月
        raise


def days_later(raw: Raw, later: Later, day: date, rules: Rules) -> Date:
    """Return 翌日 of a day; a date written beside it must be the same."""
    try:
        found = day + timedelta(later.days or 0)
    except OverflowError:
        raise ScheduleError(f"{later.word} of {day} lies behind the end of the calendar") from None
    if raw.day not in {None, found.day} or raw.month not in {None, found.month}:
        raise ScheduleError(f"{later.word} of {day} is {found}, not the {raw.day}日 beside it")
    check_weekday(found, raw.weekday, rules)
    return Date(found.year, found.month, found.day)


# What is known of a date: its year, its month, and how much later it is than one not known.
_Known = tuple[int | None, int | None, Later | None]


def taken_over(raw: Raw, previous: Date) -> _Known:
    """Return what is known of a date that leaves out what the one before it says."""
    year, month, later = previous.year, raw.month, raw.later
    if previous.later and (later or raw.month is None):
        raise NotAScheduleError(
            "a date behind 翌年, 翌月 or 翌日 must name its month, and be none of them"
        )
    if previous.fiscal and not raw.fiscal and month is not None and year is not None:
        year += month < 4
    if later and later.years is not None:
        return _years_later(year, later.years, month)
    if month is None and not raw.fiscal:
        if previous.month is None and year is not None:
            raise NotAScheduleError(f"{raw.day}日 must have its month")
        month = previous.month
        if later == NEXT_MONTH and month is not None:
            return _years_later(year, month // 12, month % 12 + 1)
        return year, month, later if later == NEXT_MONTH else None
    if previous.month is not None and month is not None and _earlier(raw, previous):
        return _years_later(year, 1, month)
    return year, month, None


def _years_later(year: int | None, years: int, month: int | None) -> _Known:
    """Return a month so many years later, be the year known or not."""
    if year is None:
        return None, month, Later(years=years) if years else None
    return year + years, month, None


def _earlier(raw: Raw, previous: Date) -> bool:
    """Whether a date without a year can only lie in the year after the one before it."""
    month, day = raw.month or 0, raw.day or 31
    return (month, day) < (previous.month or 0, previous.day or 1)

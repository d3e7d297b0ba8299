"""Tokens → moments, as far as the text itself says them: nothing is filled in yet."""

import re
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, cast

from attrs import define

from minutes_gen import era
from minutes_gen.era import read_number
from minutes_gen.errors import EraError, NotAScheduleError, ScheduleError
from minutes_gen.schedule._hours import NOON, RawTime, Rules
from minutes_gen.schedule._lexer import WEEKDAYS
from minutes_gen.schedule._values import LATER, Date, Time

Token = re.Match[str]

_PARTS = {
    "上旬": "early",
    "初旬": "early",
    "中旬": "mid",
    "下旬": "late",
    "末": "end",
    "吉日": "lucky",
    "末日": "last",
    "晦日": "last",
    "当初": "start",
    "初め": "start",
    "上半期": "H1",
    "上期": "H1",
    "下半期": "H2",
    "下期": "H2",
    **{f"第{sign}四半期": f"Q{n}" for n in (1, 2, 3, 4) for sign in (n, "一二三四"[n - 1])},
}
_LATER = {"翌年": "+1y", "翌月": "+1m", "翌日": "+1d", "翌": "+1d", "翌々日": "+2d"}
_LATER |= {"同年": "+0y", "同月": "+0m", "同日": "+0d"}
_LATIN = {"am": "午前", "a.m.": "午前", "pm": "午後", "p.m.": "午後"}


@define(eq=False, repr=False)
class Raw:
    """What the words of one moment say; the rest is None."""

    era: str | None = None
    year: int | None = None  # of the era, or Gregorian if there is none
    fiscal: bool = False
    month: int | None = None
    day: int | None = None
    part: str = ""
    weekday: int | None = None
    later: str = ""
    time: RawTime | None = None
    points: str = ""  # H30.6.12, which `era` reads
    gloss: tuple[str, ...] = ()  # a year beside the year
    beside: tuple[str, ...] = ()  # words that stand in the middle of it
    start: int = 0
    end: int = 0

    @property
    def has_date(self) -> bool:
        """Whether it says anything of a date."""
        return bool(self.points or self.later) or self._has_numbers

    @property
    def says_when(self) -> bool:
        """Whether it says more than 翌日 or 自, which alone are none."""
        return bool(self.time or self.points or self.fiscal) or self._has_numbers

    @property
    def _has_numbers(self) -> bool:
        return not (self.year is None and self.month is None and self.day is None)


def number(digits: str) -> int:
    """Return the number that ASCII digits or kanji numerals write.

    >>> number("元"), number("三十")
    (1, 30)
    """
    found = read_number(digits)
    if found is None:
        raise NotAScheduleError(f"{digits!r} is no number")
    return found


def _points(raw: Raw, token: Token) -> None:
    raw.points = token[0]


_FULL = ("full_era", "full_ey", "full_gy", "full_month", "full_day", "full_weekday")


def _full(raw: Raw, token: Token) -> None:
    """Read what most texts begin with: 平成30年6月12日（火）."""
    name, of_era, year, month, day, weekday = token.group(*_FULL)
    raw.era, raw.year = name and name.rstrip("."), number(of_era or year)
    raw.month, raw.day = number(month), number(day)
    if weekday:
        raw.weekday = WEEKDAYS.index(weekday)


def _read_year(raw: Raw, token: Token) -> None:
    raw.era = token["era"] and token["era"].rstrip(".")
    raw.year = number(token["ey"] or token["gy"])
    raw.fiscal = bool(token["fiscal"] or token["fiscal2"])
    if token["pointed"]:
        raw.month = number(token["pointed"])
    raw.gloss = tuple(filter(None, (token["gloss1"], token["gloss2"])))


_GLOSS = r"\((?:西暦)?(.*?)([元0-9〇一二三四五六七八九十百千]+)年?度?\)"


def _check_gloss(raw: Raw, year: int) -> None:
    """Hold the years that are written beside the year to it."""
    for gloss in raw.gloss:
        found = cast("Token", re.fullmatch(_GLOSS, gloss.replace(" ", "")))
        name, said = found[1].rstrip("."), number(found[2])
        beside = era.from_era(name, said, strict=False) if name else said
        if beside != year:
            raise ScheduleError(f"{raw.era or ''}{raw.year}年 is {year}, not {beside}")


def _month(raw: Raw, token: Token) -> None:
    raw.month = number(token[0].rstrip("月 "))


def _day(raw: Raw, token: Token) -> None:
    raw.day = number(token[0].rstrip("日 "))


def _slash(raw: Raw, token: Token) -> None:
    month, _, day = token[0].partition("/")
    raw.month, raw.day = int(month), int(day)


def _part(raw: Raw, token: Token) -> None:
    raw.part = part_of(token[0])


def _weekday(raw: Raw, token: Token) -> None:
    raw.weekday = WEEKDAYS.index(token["wd1"] or token["wd2"] or token["wd3"])
    if token["holiday"]:
        raw.beside += (f"（{token['holiday']}）",)


def _later(raw: Raw, token: Token) -> None:
    raw.later = "+1y" if token["year_later"] else _LATER[token["later"]]
    raw.fiscal = bool(token["ofyear"])


def _time(raw: Raw, token: Token) -> None:
    when = token["when"] or token["behind"] or ""
    if token["clock"]:
        hour, _, minute = token["clock"].partition(":")
    else:
        hour, minute = token["hour"], token["minute"] or ("30" if token["half"] else "0")
    raw.time = RawTime(number(hour), number(minute), _LATIN.get(when, when))


def _about(raw: Raw, token: Token) -> None:
    raw.beside += (token[0],)


def _since(_raw: Raw, _token: Token) -> None:
    """Pass 自, to which 至 answers."""


def _noon(raw: Raw, _token: Token) -> None:
    raw.time = RawTime(12, when=NOON)


def _ampm(raw: Raw, token: Token) -> None:
    raw.time = RawTime(0, half={"午前": "AM", "午後": "PM"}[token["ap"]])


# Each puts what a token of that kind says into the moment.
READERS = {
    "full": _full,
    "points": _points,
    "year": _read_year,
    "fiscal": _read_year,
    "month": _month,
    "day": _day,
    "slash": _slash,
    "part": _part,
    "weekday": _weekday,
    "later": _later,
    "since": _since,
    "about": _about,
    "time": _time,
    "noon": _noon,
    "ampm": _ampm,
}


def part_of(written: str) -> str:
    """Return the name of a part of a month or a year.

    >>> part_of("の 上旬")
    'early'
    """
    return _PARTS[written.replace(" ", "").removeprefix("の")]


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
        year, month, later = _year(raw, before, rules), raw.month, ""
        if raw.gloss:
            _check_gloss(raw, year)
    elif previous is None:
        year, month, later = None, raw.month, raw.later
    elif raw.later in DAYS_LATER and previous.is_day:
        return days_later(raw, previous.first, rules)
    elif raw.later in DAYS_LATER and raw.day is None:
        return Date(later=raw.later) if DAYS_LATER[raw.later] else previous
    else:
        year, month, later = taken_over(raw, previous)
    return _date(raw, year, month, later, rules)


def _date(raw: Raw, year: int | None, month: int | None, later: str, rules: Rules) -> Date:
    """Put a date together whose year, if anything says it, is found."""
    fiscal, day, part = raw.fiscal, raw.day, raw.part
    if fiscal and month is not None and year is not None:  # 30年度1月 is a month of 平成31年
        year, fiscal = year + (month < 4), False
    if day is not None and month is None and year is not None:
        raise NotAScheduleError(f"{day}日 of which month of {year}?")
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
        raise NotAScheduleError(f"{WEEKDAYS[raw.weekday]} is the weekday of no day")
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


DAYS_LATER = {"+0d": 0, "+1d": 1, "+2d": 2}


def days_later(raw: Raw, day: date, rules: Rules) -> Date:
    """Return 翌日 of a day; a date written beside it must be the same."""
    try:
        found = day + timedelta(DAYS_LATER[raw.later])
    except OverflowError:
        raise ScheduleError(f"the calendar has no {LATER[raw.later]} of {day}") from None
    if raw.day not in {None, found.day} or raw.month not in {None, found.month}:
        raise ScheduleError(
            f"{LATER[raw.later]} of {day} is {found}, not the {raw.day}日 beside it"
        )
    check_weekday(found, raw.weekday, rules)
    return Date(found.year, found.month, found.day)


def taken_over(raw: Raw, previous: Date) -> tuple[int | None, int | None, str]:
    """Return year, month and `later` of a date that leaves out what the one before it says."""
    year, month, later = previous.year, raw.month, raw.later
    if previous.later and (later or raw.month is None):
        raise NotAScheduleError("two dates that wait for a third one")
    if previous.fiscal and not raw.fiscal and month is not None and year is not None:
        year += month < 4
    if later[2:] == "y":
        step = int(later[1])
        return (None, month, later if step else "") if year is None else (year + step, month, "")
    if month is None and not raw.fiscal:
        if previous.month is None and year is not None:
            raise NotAScheduleError(f"{raw.day}日 of which month?")
        month = previous.month
        if later == "+1m" and month is not None:
            over, month = month // 12, month % 12 + 1
            return (None, month, "+1y" * over) if year is None else (year + over, month, "")
        return year, month, later if later == "+1m" else ""
    if previous.month is not None and month is not None and _earlier(raw, previous):
        return (None, month, "+1y") if year is None else (year + 1, month, "")
    return year, month, ""


def _earlier(raw: Raw, previous: Date) -> bool:
    """Whether a date without a year can only lie in the year after the one before it."""
    month, day = raw.month or 0, raw.day or 31
    return (month, day) < (previous.month or 0, previous.day or 1)

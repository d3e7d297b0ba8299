"""Text → date: the shapes that a date may have, and the rules that it must keep."""

from datetime import date

from minutes_gen.era._format import format_date
from minutes_gen.era._spelling import shape_of, tokens_of
from minutes_gen.era._table import (
    ERA_SPELLINGS,
    ERAS,
    FIRST_DAY,
    LAST_DAY,
    LUNISOLAR,
    TOO_LATE,
    WEEKDAYS,
    Era,
    check_date,
    days_in_month,
    era_limits,
    gregorian_year,
    outside,
    to_era,
    year_text,
)
from minutes_gen.errors import EraError, NotADateError, shown

# Shapes (see `_spelling`) of the year, and what their numbers are in their order: year of the
# era `y`, Gregorian year `g`. Either year may carry the other one as a gloss.
_YEARS_BEFORE_MONTH = {
    "EN年": "y",
    "L年": "g",
    **dict.fromkeys(("EN(L)年", "EN年(L)", "EN年(L年)"), "yg"),
    **dict.fromkeys(("L(EN)年", "L年(EN)", "L年(EN年)"), "gy"),
}
_YEARS_BEFORE_POINT = {"EN": "y", "L": "g", "EN(L)": "yg", "L(EN)": "gy"}
_DATES = {
    **{f"{year}N月N日": f"{order}md" for year, order in _YEARS_BEFORE_MONTH.items()},
    # 末日 and 晦日 are the last day of their month.
    **{f"{year}N月末日": f"{order}m" for year, order in _YEARS_BEFORE_MONTH.items()},
    **{f"{year}N月晦日": f"{order}m" for year, order in _YEARS_BEFORE_MONTH.items()},
    **{
        f"{year}{point}N{point}N": f"{order}md"
        for year, order in _YEARS_BEFORE_POINT.items()
        for point in "./-・"
    },
    "EC": "c",
}
_WEEKDAYS = {
    form.replace("?", name): number
    for form in ("(?)", "(?曜日)", "(?曜)", "?曜日", "?曜", "?")
    for number, name in enumerate(WEEKDAYS)
}
_WEEKDAY_LENGTHS = (3, 5, 4, 2, 1)
_MOST_TOKENS = max(map(len, _DATES)) + max(_WEEKDAY_LENGTHS)

# Circles that alone are no 〇 (zero), but stand for a number to come: 平成30年○月○日.
_TO_FILL_IN = frozenset("○◯")
# What is understood and yet is no day.
_WANTED = "write a full one, such as 平成30年6月7日, H30.6.7 or 2018-06-07"
_NO_DAYS = {
    **dict.fromkeys(
        [f"{year}年度" for year in ("EN", "L", "EN(L)", "L(EN)")] + ["L年(EN年)度"],
        "a fiscal year (年度) is not a day",
    ),
    **dict.fromkeys(
        (*_YEARS_BEFORE_MONTH, *_YEARS_BEFORE_POINT), "the month and the day are missing"
    ),
    **dict.fromkeys((f"{year}N月" for year in _YEARS_BEFORE_MONTH), "the day is missing"),
    **dict.fromkeys((f"{year}N月N" for year in _YEARS_BEFORE_MONTH), "日 is missing"),
    **dict.fromkeys(("N月N日", "N/N", "N.N", "N-N", "N月", "N日"), "the year is missing"),
    **dict.fromkeys(
        ("N年N月N日", "N/N/N", "N.N.N", "N-N-N", "C"), "the era, or the century, is missing"
    ),
}

# 平成30年, 6月7日 and （木） as `format_date` writes them, for which no spelling has to be undone.
_LONG_YEARS = {
    f"{era.name}{year_text(year - era.year_one + 1)}": (era, year)
    for era in ERAS
    for year in range(era.first.year, min(era.last.year, 2100) + 1)
}
_LONG_DAYS = {
    f"{month}月{day}日": (month, day)
    for month in range(1, 13)
    for day in range(1, days_in_month(2000, month) + 1)
}
_LONG_WEEKDAYS = {f"（{name}）": number for number, name in enumerate(WEEKDAYS)}


def parse_date(text: str, *, strict: bool = True, as_of: date | None = None) -> date:
    """Return the date that `text` writes: a full date, nothing less and nothing after it.

    Forgiving in spelling (widths, white space, kanji numerals, letters, a Gregorian year beside
    that of the era; docs/era.md has the table), strict in fact: a day outside its era, 2月30日, a
    weekday that is not that day's are errors.

    `as_of` is the day on which the paper was issued: the era that ran on it may be written for
    later days too (平成31年6月1日 in a paper of 平成30年). With `strict` false any era may be
    written for days after its end, and for the days of its 元年 before its beginning.

    Raises EraError (NotADateError for a text that has not the form of a date), TypeError if `text`
    is no str or `as_of` no plain date.

    >>> parse_date("令和元(2019)年9月2日(月)")
    datetime.date(2019, 9, 2)
    >>> parse_date("平成32年2月1日", strict=False)
    datetime.date(2020, 2, 1)
    >>> parse_date("平成30年6月12日（水）")
    Traceback (most recent call last):
        ...
    minutes_gen.errors.EraError: '平成30年6月12日（水）': 平成30年6月12日 is not 水 but 火; \
probably 平成30年6月12日（火） is meant
    """
    if not isinstance(text, str):
        raise TypeError(f"a date must be a str, not {text!r}")
    if as_of is not None:
        check_date(as_of)
    head, _, tail = text.partition("年")
    weekday = _LONG_WEEKDAYS.get(tail[-3:])
    if weekday is not None:
        tail = tail[:-3]
    if head in _LONG_YEARS and tail in _LONG_DAYS:
        era, year = _LONG_YEARS[head]
        month, number = _LONG_DAYS[tail]
        if number <= 28 or number <= days_in_month(year, month):
            day = date(year, month, number)
            if era.first <= day <= era.last and weekday in {None, day.weekday()}:
                return day
    try:
        return _parse_any(text, strict=strict, as_of=as_of)
    except EraError as error:
        raise type(error)(f"{shown(text)}: {error}") from None


def _parse_any(text: str, *, strict: bool, as_of: date | None) -> date:
    """Return the date that `text` writes in any spelling; raise EraError with the reason alone."""
    tokens = tokens_of(text)
    shape, era, numbers = shape_of(tokens)
    order, weekday = _match(shape)
    if order is None:
        raise NotADateError(_why_no_date(shape, tokens))
    if 0 in numbers and not _TO_FILL_IN.isdisjoint(text):
        raise EraError("the day is still to be filled in")
    part = dict(zip(order, numbers, strict=True))
    if "c" in part:
        part["y"], month_and_day = divmod(part["c"], 10_000)
        part["m"], part["d"] = divmod(month_and_day, 100)
    day = _day(_year(era, part), part["m"], part.get("d"))
    if era is not None:
        first, last = era_limits(era, strict=strict, as_of=as_of)
        if not first <= day <= last:
            raise EraError(f"{outside(era, day)}; probably {format_date(day)} is meant")
    if weekday is not None and day.weekday() != weekday:
        raise EraError(
            f"{format_date(day, as_of=as_of)} is not {WEEKDAYS[weekday]} but "
            f"{WEEKDAYS[day.weekday()]}; "
            f"probably {format_date(day, weekday=True, as_of=as_of)} is meant"
        )
    return day


def _match(shape: str) -> tuple[str | None, int | None]:
    """Return the order of the numbers of a date, and the weekday (月 is 0) if it has one."""
    order = _DATES.get(shape)
    if order is not None:
        return order, None
    for length in _WEEKDAY_LENGTHS:
        order, weekday = _DATES.get(shape[:-length]), _WEEKDAYS.get(shape[-length:])
        # Behind a number (H30.6.3日) 日 alone may be either the day or the weekday.
        if order is not None and weekday is not None and (length > 1 or shape[-2] == "日"):
            return order, weekday
    return None, None


def _year(era: Era | None, part: dict[str, int]) -> int:
    """Return the Gregorian year of the numbers of a date."""
    if era is None:
        if part["g"] < FIRST_DAY.year:
            raise EraError(LUNISOLAR)
        if part["g"] > LAST_DAY.year:
            raise EraError(TOO_LATE)
        return part["g"]
    year = gregorian_year(era, part["y"])
    if part.get("g", year) != year:
        written = f"{era.name}{year_text(part['y'])}年"
        raise EraError(f"{written} is {year}, not {part['g']}")
    return year


def _day(year: int, month: int, number: int | None) -> date:
    """Return the day, the last of the month if `number` is None."""
    if not 1 <= month <= 12:
        raise EraError(f"there is no month {month}")
    length = days_in_month(year, month)
    if number is None:
        number = length
    if not 1 <= number <= length:
        raise EraError(f"{month}月 of {year} has {length} days, no day {number}")
    return date(year, month, number)


def _why_no_date(shape: str, tokens: list[str]) -> str:
    """Return what is wrong with a text whose shape is that of no date."""
    if shape in _NO_DAYS:
        return f"{_NO_DAYS[shape]}; {_WANTED}"
    for length in range(min(len(tokens), _MOST_TOKENS), 0, -1):
        if _match(shape_of(tokens[:length])[0])[0] is not None:
            return f"{shown(''.join(tokens[length:]))} stands after the date"
    for length in range(min(len(tokens), _MOST_TOKENS), 0, -1):
        if _match(shape_of(tokens[-length:])[0])[0] is not None:
            return f"{shown(''.join(tokens[:-length]))} stands before the date"
    return f"this is not a date; {_WANTED}"


def from_era(  # noqa: PLR0913 - the parts of a date, and the options of `parse_date`
    era_name_or_letter: str,
    year_of_era: int,
    month: int | None = None,
    day: int | None = None,
    *,
    strict: bool = True,
    as_of: date | None = None,
) -> int:
    """Return the Gregorian year of a year of an era (令和, 令, R, Reiwa, ㋿).

    Raises EraError if there is no such era, or if the year (or the month, or the day, where one is
    given) lies wholly outside it or never was; a day needs its month. `strict` and `as_of` are
    those of `parse_date`.

    >>> from_era("平成", 31, 4)
    2019
    >>> from_era("平成", 31, 5)
    Traceback (most recent call last):
        ...
    minutes_gen.errors.EraError: '平成31年5月': 平成 ended on 平成31年4月30日; \
probably 令和元年5月 is meant
    """
    era = ERA_SPELLINGS.get(era_name_or_letter) or _era_named(era_name_or_letter)
    parts = (year_of_era, month, day)
    try:
        return _year_in_era(era, parts, era_limits(era, strict=strict, as_of=as_of))
    except EraError as error:
        written = _written(era, parts)
        raise EraError(f"{written!r}: {error}") from None


def _era_named(text: str) -> Era:
    shape, era, _ = shape_of(tokens_of(text))
    if era is None or shape != "E":
        known = ", ".join(f"{known.name} ({known.letter})" for known in ERAS)
        raise EraError(f"there is no era {shown(text)}; known are {known}")
    return era


def _written(era: Era, parts: tuple[int, int | None, int | None]) -> str:
    """Write a year of an era, and the month and the day where they are given."""
    year, month, day = parts
    written = f"{era.name}{year_text(year)}年"
    if month is not None:
        written += f"{month}月"
    return written if day is None else f"{written}{day}日"


def _year_in_era(
    era: Era, parts: tuple[int, int | None, int | None], limits: tuple[date, date]
) -> int:
    """Return the Gregorian year if any day of it, or of its month, lies within the limits."""
    year_of_era, month, day = parts
    year, (first, last) = gregorian_year(era, year_of_era), limits
    if day is None:
        begin = _day(year, 1 if month is None else month, 1)
        end = _day(year, 12 if month is None else month, None)
    elif month is None:
        raise EraError(f"day {day} of which month?")
    else:
        begin = end = _day(year, month, day)
    if end < first or last < begin:
        meant, meant_year = to_era(begin if last < begin else end)
        raise EraError(
            f"{outside(era, begin)}; probably {_written(meant, (meant_year, month, day))} is meant"
        )
    return year

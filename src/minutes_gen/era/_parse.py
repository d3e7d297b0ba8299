"""Text → date: the shapes that a date may have, and the rules that it must keep."""

from datetime import date

from minutes_gen.era._format import format_date
from minutes_gen.era._spelling import plain, shape_of
from minutes_gen.era._table import (
    FIRST_DAY,
    LUNISOLAR,
    WEEKDAYS,
    Era,
    days_in_month,
    era_limits,
    gregorian_year,
    outside,
    shown,
    year_text,
)
from minutes_gen.errors import EraError

# A shape (see `_spelling`) and the names of its values in their order: era, year of it, Gregorian
# year, month, day. An era year may carry its Gregorian year as a gloss, and the reverse.
_GREGORIAN = ("L", "西暦L")
_YEARS_WITH_MARK = {
    "EN年": "en",
    **{f"{g}年": "g" for g in _GREGORIAN},
    **{shape: "eng" for g in _GREGORIAN for shape in (f"EN({g})年", f"EN年({g})", f"EN年({g}年)")},
    **{shape: "gen" for g in _GREGORIAN for shape in (f"{g}(EN)年", f"{g}年(EN)", f"{g}年(EN年)")},
}
_YEARS = {"EN": "en", "L": "g", "EN(L)": "eng", "L(EN)": "gen"}
_SHAPES = {
    **{f"{shape}N月N日": f"{order}md" for shape, order in _YEARS_WITH_MARK.items()},
    **{
        f"{shape}N月{last}日": f"{order}m"
        for shape, order in _YEARS_WITH_MARK.items()
        for last in "末晦"
    },
    **{f"{shape}{p}N{p}N": f"{order}md" for shape, order in _YEARS.items() for p in "./-・"},
    "EC": "ec",
}
_WEEKDAYS = {
    suffix: place
    for place, name in enumerate(WEEKDAYS)
    for suffix in (f"({name})", f"({name}曜)", f"({name}曜日)", f"{name}曜", f"{name}曜日")
}
_LONGEST_WEEKDAY = max(map(len, _WEEKDAYS))

# What is understood and yet no day: shape → what it is.
_NO_DAYS = {
    "年度": "a fiscal year (年度) is not a day",
    "N日": "the year is missing",
}


def parse_date(text: str, *, strict: bool = True, as_of: date | None = None) -> date:
    """Return the date that `text` writes: a full date, nothing less and nothing after it.

    Forgiving in spelling (widths, white space, kanji numerals, letters, a Gregorian year beside
    that of the era; docs/era.md has the table), strict in fact: a day outside its era, 2月30日, a
    weekday that is not that day's are errors.

    `as_of` is the day on which the paper was issued: the era that ran on it may be written for
    later days too (平成31年6月1日 in a paper of 平成30年). With `strict` false any era may be written
    for days after its end, and for the days of its 元年 before its beginning.

    Raises EraError, TypeError if `text` is no str.

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
        raise TypeError(f"{text!r} is no str")
    spelled = plain(text)
    shape, values, starts = shape_of(spelled)
    order, weekday = _match(shape)
    if order is None:
        raise EraError(f"{shown(text)}: {_why_none(shape, spelled, starts)}")
    day = _date(dict(zip(order, values, strict=True)), shown(text), strict=strict, as_of=as_of)
    if weekday is not None and day.weekday() != weekday:
        right = format_date(day, as_of=as_of)
        raise EraError(
            f"{shown(text)}: {right} is not {WEEKDAYS[weekday]} but {WEEKDAYS[day.weekday()]}; "
            f"probably {format_date(day, weekday=True, as_of=as_of)} is meant"
        )
    return day


def _match(shape: str) -> tuple[str | None, int | None]:
    """Return the order of the values in `shape` and the weekday at its end."""
    order = _SHAPES.get(shape)
    if order is not None:
        return order, None
    for length in range(2, _LONGEST_WEEKDAY + 1):
        weekday = _WEEKDAYS.get(shape[-length:])
        order = _SHAPES.get(shape[:-length])
        if weekday is not None and order is not None:
            return order, weekday
    return None, None


def _date(
    part: dict[str, Era | int | str], subject: str, *, strict: bool, as_of: date | None
) -> date:
    """Return the date that the values of a shape make, having held it against every rule."""
    if "c" in part:
        digits = str(part["c"])
        part |= {"n": int(digits[:2]), "m": int(digits[2:4]), "d": int(digits[4:])}
    era, year, month = part.get("e"), part.get("g"), part["m"]
    if isinstance(era, Era):
        number = part["n"]
        counted = gregorian_year(era, number, subject)
        if year is not None and year != counted:
            raise EraError(f"{subject}: {era.name}{year_text(number)}年 is {counted}, not {year}")
        year = counted
    if year < FIRST_DAY.year:
        raise EraError(f"{subject}: {LUNISOLAR}")
    if not 1 <= month <= 12:
        raise EraError(f"{subject}: there is no month {month}")
    length = days_in_month(year, month)
    number_of_day = part.get("d", length)
    if not 1 <= number_of_day <= length:
        raise EraError(f"{subject}: {month}月 of {year} has {length} days, no day {number_of_day}")
    day = date(year, month, number_of_day)
    if isinstance(era, Era):
        first, last = era_limits(era, strict=strict, as_of=as_of)
        if not first <= day <= last:
            raise EraError(f"{subject}: {outside(era, day)}; probably {format_date(day)} is meant")
    return day


def _why_none(shape: str, spelled: str, starts: list[int]) -> str:
    for length in range(len(shape) - 1, 0, -1):
        if _match(shape[:length])[0] is not None:
            return f"{shown(spelled[starts[length] :])} stands after the date"
    return "is no full date, such as 平成30年6月7日, H30.6.7 or 2018-06-07"

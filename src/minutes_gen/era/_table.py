"""The eras (元号) as one table, and the arithmetic between their years and Gregorian ones.

A new era is one new row at the end of `_ROWS`; everything else follows from it.
"""

from datetime import date, datetime, timedelta

from minutes_gen.errors import EraError

WEEKDAYS = "月火水木金土日"

# Above this, a number behind an era's name is a Gregorian year put in the wrong place.
LAST_YEAR_OF_ERA = 999

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Era:
    """An era (元号), one of `ERAS`; frozen, compared by identity.

    `name` is 令和, `letter` R (JIS X 0301), `romaji` Reiwa (Hepburn, with its macron); `first`
    and `last` are its days, both included (`last` of the running era is that of its year 999, and
    `first` of 明治 the first day of the Gregorian calendar in Japan); `year_one` is the Gregorian
    year in which its 元年 lies.

    >>> ERAS[-1]
    <Era 令和 (R, Reiwa) from 2019-05-01>
    """

    __slots__ = ("first", "last", "letter", "name", "romaji", "year_one")

    name: str
    letter: str
    romaji: str
    first: date
    last: date
    year_one: int

    def __init__(  # noqa: PLR0913, PLR0917 - one argument for each column
        self, name: str, letter: str, romaji: str, first: date, last: date, year_one: int
    ) -> None:
        columns = (name, letter, romaji, first, last, year_one)
        for field, value in zip(type(self).__annotations__, columns, strict=True):
            object.__setattr__(self, field, value)

    def __setattr__(self, field: str, value: object) -> None:
        raise AttributeError(f"an Era is frozen; its {field} cannot be set")

    def __delattr__(self, field: str) -> None:
        raise AttributeError(f"an Era is frozen; its {field} cannot be deleted")

    def __repr__(self) -> str:
        return f"<Era {self.name} ({self.letter}, {self.romaji}) from {self.first}>"

    def __reduce__(self) -> tuple[object, tuple[str]]:
        # A pickled or copied era is the same era: there are no others.
        return _era_named, (self.name,)


def _era_named(name: str) -> Era:
    return ERA_SPELLINGS[name]


# Name, letter, romaji, first day, year one, and whether the first day also bears the name of
# the era before it: the rescripts of 大正 and 昭和 took effect within their day, the cabinet
# orders of 平成 and 令和 on the day after.
_ROWS = (
    ("明治", "M", "Meiji", date(1873, 1, 1), 1868, False),
    ("大正", "T", "Taishō", date(1912, 7, 30), 1912, True),
    ("昭和", "S", "Shōwa", date(1926, 12, 25), 1926, True),
    ("平成", "H", "Heisei", date(1989, 1, 8), 1989, False),
    ("令和", "R", "Reiwa", date(2019, 5, 1), 2019, False),
)


# The last day that can be written, in the running era: all that writes or reads a day agrees on it.
LAST_DAY = date(_ROWS[-1][4] + LAST_YEAR_OF_ERA - 1, 12, 31)


def _eras() -> tuple[Era, ...]:
    lasts = [first - timedelta(days=not shared) for *_, first, _, shared in _ROWS[1:]]
    return tuple(
        Era(name, letter, romaji, first, last, year_one)
        for (name, letter, romaji, first, year_one, _), last in zip(
            _ROWS, [*lasts, LAST_DAY], strict=True
        )
    )


#: The eras, oldest first.
ERAS = _eras()

FIRST_DAY = ERAS[0].first
_NEWEST_FIRST = ERAS[::-1]


def _spellings(era: Era) -> set[str]:
    romaji = era.romaji.lower()
    return {
        era.name,
        era.name[0],
        era.letter.lower(),
        *(romaji.replace("ō", vowel) for vowel in ("ō", "o", "ou")),
    }


#: Every spelling of an era, NFKC and lower case.
ERA_SPELLINGS = {spelling: era for era in ERAS for spelling in _spellings(era)}


def check_date(day: date) -> None:
    """Raise TypeError if `day` is no plain date.

    A datetime is refused though it is a date by inheritance: on which day it lies depends on
    a time zone, and its time would be lost without a word.
    """
    if isinstance(day, datetime):
        raise TypeError(f"{day!r} is a datetime; give its .date()")
    if not isinstance(day, date):
        raise TypeError(f"a day must be a datetime.date, not {day!r}")


def to_era(day: date) -> tuple[Era, int]:
    """Return the era of `day` and the year of that era.

    A day with two names (1912-07-30, 1926-12-25) belongs to the new era. Raises EraError
    before 1873-01-01 (明治6年1月1日) and after 3017-12-31 (令和999年), TypeError if `day` is a
    datetime or no date.

    >>> to_era(date(2019, 5, 1))
    (<Era 令和 (R, Reiwa) from 2019-05-01>, 1)
    """
    if type(day) is not date:
        check_date(day)
    if day > LAST_DAY:
        raise EraError(f"{day}: {TOO_LATE}")
    for era in _NEWEST_FIRST:
        if day >= era.first:
            return era, day.year - era.year_one + 1
    raise EraError(f"{day}: {LUNISOLAR}")


TOO_LATE = (
    f"the last day that is written is that of {ERAS[-1].name}{LAST_YEAR_OF_ERA}年, {LAST_DAY}"
)
LUNISOLAR = (
    "before 明治6年1月1日 (1873-01-01) Japan's calendar was lunisolar (旧暦), "
    "and such dates are not converted"
)


def days_in_month(year: int, month: int) -> int:
    """Return how many days the Gregorian month has.

    >>> days_in_month(2024, 2)
    29
    """
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _MONTH_LENGTHS[month - 1] + leap


def era_limits(era: Era, *, strict: bool, as_of: date | None) -> tuple[date, date]:
    """Return the first and last day that may be written in `era`.

    A paper issued while `era` ran may write any later day in it; without `strict` every
    paper may, and any day of 元年 too.
    """
    if not strict:
        return max(FIRST_DAY, date(era.year_one, 1, 1)), LAST_DAY
    if as_of is not None and era.first <= as_of <= era.last:
        return era.first, LAST_DAY
    return era.first, era.last


def gregorian_year(era: Era, year_of_era: int) -> int:
    """Return the Gregorian year; raise EraError if there is none."""
    if year_of_era < 1:
        raise EraError(f"{era.name} has no year {year_of_era}; it begins with 元年")
    if year_of_era > LAST_YEAR_OF_ERA:
        raise EraError(
            f"{year_of_era} is not a year of {era.name}; "
            f"probably the Gregorian year {year_of_era} is meant, without {era.name}"
        )
    year = era.year_one + year_of_era - 1
    if year < FIRST_DAY.year:
        raise EraError(LUNISOLAR)
    return year


def year_text(year_of_era: int) -> str:
    """Return the number before 年: 元 for the first."""
    return "元" if year_of_era == 1 else str(year_of_era)


def outside(era: Era, day: date) -> str:
    """Return why `day`, which `era` does not hold, is outside it."""
    verb, edge = ("began", era.first) if day < era.first else ("ended", era.last)
    year = year_text(edge.year - era.year_one + 1)
    return f"{era.name} {verb} on {era.name}{year}年{edge.month}月{edge.day}日"


def weekday_name(day: date) -> str:
    """Return the weekday of `day` as one character.

    >>> weekday_name(date(2018, 6, 7))
    '木'
    """
    check_date(day)
    return WEEKDAYS[day.weekday()]

"""Dates → text, in the styles that offices write."""

from datetime import date

from minutes_gen.era._table import ERAS, LAST_YEAR_OF_ERA, WEEKDAYS, to_era
from minutes_gen.errors import EraError

# What `typing` calls by this name; importing it would cost more than all the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_KANJI_DIGITS = "〇一二三四五六七八九"
_KANJI_UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def _fullwidth(number: int) -> str:
    return str(number).translate(_FULLWIDTH)


def _kanji(number: int) -> str:
    text = ""
    for unit, mark in _KANJI_UNITS:
        count, number = divmod(number, unit)
        if count:
            text += f"{_KANJI_DIGITS[count] if count > 1 else ''}{mark}"
    return text + _KANJI_DIGITS[number] if number else text


def _two_digits(number: int) -> str:
    return f"{number:02}"


class _Style:
    """The parts of a date as one style writes them, ready to be put together."""

    __slots__ = ("after_year", "days", "eras", "months", "number", "years")

    def __init__(self, era_name: str, number: "Callable[[int], str]", marks: str) -> None:
        self.eras = {
            era: {"name": era.name, "letter": era.letter, "kanji": era.name[0]}[era_name]
            for era in ERAS
        }
        self.number = number
        self.after_year, after_month, after_day = marks.split(" ")
        self.years = [f"{number(year)}{self.after_year}" for year in range(100)]
        if self.after_year == "年":  # 元 is written where 年 is: 令和元年5月1日, but R1.5.1
            self.years[1] = "元年"
        self.months = [f"{number(month)}{after_month}" for month in range(13)]
        self.days = [f"{number(day)}{after_day}" for day in range(32)]

    def later_year(self, year: int) -> str:
        """Return a year that `years` does not reach."""
        return f"{self.number(year)}{self.after_year}"


_STYLES = {
    "long": _Style("name", str, "年 月 日"),
    "fullwidth": _Style("name", _fullwidth, "年 月 日"),
    "kanji": _Style("name", _kanji, "年 月 日"),
    "short": _Style("letter", str, ". . "),
    "jis": _Style("letter", _two_digits, ". . "),
    "abbrev": _Style("kanji", str, ". . "),
}

#: The names of the styles that `format_date` knows.
STYLES = tuple(_STYLES)


def format_date(
    day: date, style: str = "long", *, weekday: bool = False, as_of: date | None = None
) -> str:
    """Return `day` as an office writes it.

    | style     |                                  |
    |-----------|----------------------------------|
    | long      | 平成30年6月7日, 令和元年5月1日   |
    | fullwidth | 平成３０年６月７日               |
    | kanji     | 平成三十年六月七日               |
    | short     | H30.6.7, R1.5.1                  |
    | jis       | H30.06.07 (JIS X 0301)           |
    | abbrev    | 平30.6.7                         |

    `weekday` adds （木）. `as_of` is the day on which the paper was issued: if the era that ran
    then has ended since, later days are still written in it, as that paper would.

    Raises EraError before 1873-01-01 (明治6年1月1日), after 3017-12-31 (令和999年) and for an
    unknown style, TypeError if `day` is a datetime or no date.

    >>> format_date(date(2019, 6, 1), "jis")
    'R01.06.01'
    >>> format_date(date(2019, 6, 1), weekday=True, as_of=date(2018, 6, 7))
    '平成31年6月1日（土）'
    """
    try:
        write = _STYLES[style]
    except KeyError:
        raise EraError(f"there is no style {style!r}; known are {', '.join(STYLES)}") from None
    era, year = to_era(day)
    if as_of is not None:
        issued_in, _ = to_era(as_of)
        issued_year = day.year - issued_in.year_one + 1
        if era is not issued_in and day > as_of and issued_year <= LAST_YEAR_OF_ERA:
            era, year = issued_in, issued_year
    written_year = write.years[year] if year < 100 else write.later_year(year)
    text = f"{write.eras[era]}{written_year}{write.months[day.month]}{write.days[day.day]}"
    return f"{text}（{WEEKDAYS[day.weekday()]}）" if weekday else text

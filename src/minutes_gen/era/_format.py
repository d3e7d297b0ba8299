"""Dates → text, in the styles that offices write."""

from datetime import date

from minutes_gen.era._table import WEEKDAYS, check_date, to_era
from minutes_gen.errors import EraError

_FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_DIGITS = "〇一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def _fullwidth(number: int) -> str:
    return str(number).translate(_FULLWIDTH)


def _kanji(number: int) -> str:
    text = ""
    for unit, mark in _UNITS:
        count, number = divmod(number, unit)
        if count:
            text += f"{_DIGITS[count] if count > 1 else ''}{mark}"
    return text + _DIGITS[number] if number else text


def _two_digits(number: int) -> str:
    return f"{number:02}"


# Style: which name of the era (its length, or its letter), how numbers are written, how the
# first year is, and what follows year, month and day. 元 is written where 年 is.
_STYLES = {
    "long": ("name", str, "元", "年", "月", "日"),
    "fullwidth": ("name", _fullwidth, "元", "年", "月", "日"),
    "kanji": ("name", _kanji, "元", "年", "月", "日"),
    "short": ("letter", str, "1", ".", ".", ""),
    "jis": ("letter", _two_digits, "01", ".", ".", ""),
    "abbrev": ("kanji", str, "1", ".", ".", ""),
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

    `weekday` adds （木）. `as_of` is the day on which the paper was issued: if the era running on
    it has ended since, later days are still written in that era, as that paper would.

    Raises EraError before 1873-01-01 (明治6年1月1日) and for an unknown style, TypeError if `day`
    is a datetime or no date.

    >>> format_date(date(2019, 6, 1), "jis")
    'R01.06.01'
    >>> format_date(date(2019, 6, 1), weekday=True, as_of=date(2018, 6, 7))
    '平成31年6月1日（土）'
    """
    try:
        name, number, first_year, after_year, after_month, after_day = _STYLES[style]
    except KeyError:
        raise EraError(f"{style!r} is no style; known are {', '.join(STYLES)}") from None
    era, year = to_era(day)
    if as_of is not None:
        issued_in, _ = to_era(as_of)
        if day > issued_in.last:
            era, year = issued_in, day.year - issued_in.year_one + 1
    prefix = era.name[0] if name == "kanji" else getattr(era, name)
    text = (
        f"{prefix}{first_year if year == 1 else number(year)}{after_year}"
        f"{number(day.month)}{after_month}{number(day.day)}{after_day}"
    )
    return f"{text}（{WEEKDAYS[day.weekday()]}）" if weekday else text

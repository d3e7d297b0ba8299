"""The commonest forms, 平成30年6月12日（火）13時30分～15時 and its like, read by one expression.

It saves time and nothing else: what it reads, the grammar reads in the same way, and what it
leaves alone, be it only because something in it is wrong, goes to the grammar.
"""

import re
from datetime import date
from functools import cache

from minutes_gen.era import from_era
from minutes_gen.schedule.hours import HOURS_OF_24, STRICT, Rules
from minutes_gen.schedule.lexer import (
    DAY_SIGN,
    ERA,
    GLOSS,
    HALF_SIGN,
    HOUR_SIGN,
    MINUTE_SIGN,
    MONTH_SIGN,
    PART,
    TIMES_OF_DAY,
    WEEKDAYS,
    YEAR_OF_ERA,
    YEAR_SIGN,
)
from minutes_gen.schedule.model import Schedule
from minutes_gen.schedule.reading import Context, Raw, date_of, number, part_of
from minutes_gen.schedule.values import Date, Moment, Span, Time
from minutes_gen.schedule.words import HARMLESS

_N = r"(?:[0-9]{1,2}|[〇一二三四五六七八九十]{1,4})"


def _date_form(place: str) -> str:
    """Return the expression of 平成30年6月12日（火）, a part of that, 平成30年度末, or H30.6.12."""
    year = rf"(?P<{place}>(?:({ERA})\ *+({YEAR_OF_ERA})|((?<![0-9])[0-9]{{4}}))\ *+)"
    return rf"""{year}?
        (?:(?({place})(?:({GLOSS})\ *+)?(?:{YEAR_SIGN}\ *+(度)?(?:\ *+({GLOSS})\ *+(度)?)?|$))\ *+
            (?:({_N})\ *+{MONTH_SIGN}\ *+)?(?:({_N})\ *+{DAY_SIGN}|({PART}))?
          |(?({place})|(?!))(?P<{place}_mark>[./-])([0-9]{{1,2}})(?P={place}_mark)([0-9]{{1,2}})
            (?![0-9./-]))
        (?:\ *+\(([{WEEKDAYS}])(?:曜日?)?\))?\ *+"""


_TIME = rf"""(?:({TIMES_OF_DAY})?\ *+([0-9]{{1,2}})(?:\ *+{HOUR_SIGN}
    (?:\ *+([0-9]{{1,2}})\ *+{MINUTE_SIGN}|({HALF_SIGN}))?|:([0-9]{{2}})(?![0-9:]))|(正午))?"""
_FORM = rf"""(?:(%s)\ *+)?{_date_form("begins")}{_TIME}
    (?:\ *+([～-]|から|以降|以後|まで|以前)
        (?:(?<=[～ら-])\ *+{_date_form("ends")}{_TIME}(?:(?<![～ら\ -])まで)?)?)?
    (?:\ *+(%s))?"""
_NO_WORDS = "(?!)"
# No words stand before or behind what begins or ends so.
_TELL = frozenset("0123456789年月日時分半旬～") | {""}
# Where the groups of each part stand among all.
_BEGINS, _OPENS, _SIGN = slice(1, 16), slice(16, 22), 22
_ENDS, _CLOSES = slice(23, 38), slice(38, 44)
_UNTIL = frozenset({"まで", "以前"})
_Groups = tuple[str | None, ...]


@cache
def _form(words: str) -> "re.Pattern[str]":
    """Compile the form with such words around it when a text first needs it: it takes long."""
    return re.compile(_FORM % (words, words), re.VERBOSE)


def read_quickly(
    text: str, plain_text: str, *, strict: bool, as_of: date | None
) -> Schedule | None:
    """Read a text that has the form and is right in all; None for every other."""
    found = _form(_NO_WORDS).fullmatch(plain_text)
    if found is None and (plain_text[:1] not in _TELL or plain_text[-1:] not in _TELL):
        found = _form(HARMLESS).fullmatch(plain_text)
    if found is None:
        return None
    said = found.groups()
    label, rest = said[0] or "", said[-1] or ""
    if (label or rest) and len(text) != len(plain_text):
        return None
    rules = STRICT if strict and as_of is None else Rules(strict, as_of)
    words = (text[: len(label)], text[len(text) - len(rest) :])
    try:
        return Schedule(spans=(_span(said, rules),), words=words)
    except ValueError:
        return None


def _span(said: _Groups, rules: Rules) -> Span:
    """Put the span together; a ValueError for all that is more than quick work."""
    opens, sign = said[_OPENS], said[_SIGN]
    start = Moment(_date(said[_BEGINS], None, rules), _time(opens, None))
    if sign is None:
        return Span(start, start)
    if sign in _UNTIL:
        return Span(None, start)
    day = _date(said[_ENDS], start.date, rules)
    time = _time(said[_CLOSES], None if day else opens[0])
    if day is not None:
        return Span(start, Moment(day, time))
    if time is None:
        return Span(start, None)
    if start.time is None or time.minutes <= start.time.minutes:
        raise ValueError(sign)
    return Span(start, Moment(start.date, time))


def _date(said: _Groups, before: Date | None, rules: Rules) -> Date | None:
    """Return the date: a full day at once, all else as the grammar does."""
    # fmt: off
    (written, name, of_era, gregorian, gloss, fiscal, gloss2, fiscal2,
     months, days, part, mark, short_months, short_days, weekday) = said
    # fmt: on
    if mark:
        months, days = short_months, short_days
    elif not (written or months or days):
        if part or weekday:
            raise ValueError(part or weekday)
        return None
    year = number(of_era or gregorian or "") if written else None
    month, day = number(months) if months else None, number(days) if days else None
    era = name and name.rstrip(".")
    if year and month and day and not (fiscal or gloss or gloss2):
        if era:
            year = from_era(era, year, month, day, strict=rules.strict, as_of=rules.as_of)
        if weekday and WEEKDAYS[date(year, month, day).weekday()] != weekday:
            raise ValueError(weekday)
        return Date(year, month, day)
    raw = Raw(era, year, bool(fiscal or fiscal2), month, day)
    raw.part = part_of(part) if part else ""
    raw.weekday = WEEKDAYS.index(weekday) if weekday else None
    if gloss or gloss2:
        raw.gloss = tuple(filter(None, (gloss, gloss2)))
    return date_of(raw, Context(before), rules)


def _time(said: _Groups, before: str | None) -> Time | None:
    """Return the time, in the half of the day that it or the time before it names."""
    when, hours, minutes, half, clock, noon = said
    if noon:
        return Time(12)
    if hours is None:
        return None
    hour, when = int(hours), when or before
    if when:
        hour = HOURS_OF_24.get((when, hour), -1)
    return Time(hour, 30 if half else int(minutes or clock or 0))

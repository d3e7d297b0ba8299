"""The commonest forms, 平成30年6月12日（火）13時30分～15時 and its like, read by one expression.

It saves time and nothing else: what it reads, the grammar reads in the same way, and what it
leaves alone, be it only because something in it is wrong, goes to the grammar.
"""

import re
from datetime import date
from functools import cache

from minutes_gen.era import from_era, read_number
from minutes_gen.schedule._dates import Context, date_of
from minutes_gen.schedule._hours import HOURS_OF_24, STRICT, Rules
from minutes_gen.schedule._schedule import Schedule
from minutes_gen.schedule._token_readers import Raw, part_of
from minutes_gen.schedule._values import Date, Moment, Span, Time
from minutes_gen.schedule._vocabulary import (
    ERA_KANJI,
    ERA_LETTERS,
    ERA_NAMES,
    ERA_ROMAJI,
    GLOSS,
    PART,
    TIMES_OF_DAY,
    WEEKDAYS,
)
from minutes_gen.schedule._words_beside import HARMLESS

# A class of kanji that stand far apart takes a quarter of a millisecond to compile, and all those
# of the grammar more than reading a paper takes. So numbers, weekdays and years in brackets are
# taken loosely here, and looked at afterwards.
_KANJI_NUMBER = r"[^\W\d元]{1,4}?"
_N = rf"(?:[0-9]{{1,2}}|{_KANJI_NUMBER})"
_ERA = (
    rf"{ERA_NAMES}|(?<![a-z0-9])(?:{ERA_ROMAJI}|[{ERA_LETTERS}]\.?)"
    rf"|(?<![^\W\d])[{ERA_KANJI}]"
)
_YEAR_OF_ERA = rf"[0-9]{{1,4}}|元|{_KANJI_NUMBER}"
_GLOSS = rf"\(\ *+(?:西暦|[0-9a-z]|{ERA_NAMES})[^()]*\)"


def _date_form(place: str) -> str:
    """Return the expression of 平成30年6月12日（火）, a part of that, 平成30年度末, or H30.6.12."""
    year = rf"(?P<{place}>(?:({_ERA})\ *+({_YEAR_OF_ERA})|((?<![0-9])[0-9]{{4}}))\ *+)"
    return rf"""{year}?
        (?:(?({place})(?:({_GLOSS})\ *+)?(?:年(?!以)\ *+(度)?(?:\ *+({_GLOSS})\ *+(度)?)?|$))\ *+
            (?:({_N})\ *+月\ *+)?(?:({PART})|({_N})\ *+日)?
          |(?({place})|(?!))(?P<{place}_mark>[./-])([0-9]{{1,2}})(?P={place}_mark)([0-9]{{1,2}})
            (?![0-9./-]))
        (?:\ *+\((\w)(?:曜日?)?\))?\ *+"""


_TIME = rf"""(?:({TIMES_OF_DAY})?\ *+([0-9]{{1,2}})(?:\ *+時
    (?:\ *+([0-9]{{1,2}})\ *+分|(半))?|:([0-9]{{2}})(?![0-9:]))|(正午))?"""
_FORM = rf"""(?:(%s)\ *+)?{_date_form("begins")}{_TIME}
    (?:\ *+([～-]|から|以降|以後|まで|以前)(?:\ *+{_date_form("ends")}{_TIME}(まで)?)?)?
    (?:\ *+(%s))?"""
_NO_WORDS = "(?!)"
# Behind the signs 年, 月, 日, 時 and 半 words that begin so make others of them: 3年生, 6月号.
_WORDS_BEHIND = rf"(?![生齢代号額給点期刻差限制短事数広尾端席]){HARMLESS}"
# No words stand before or behind what begins or ends so.
_TELL = frozenset("0123456789年月日時分半旬～") | {""}
# Where the groups of each part stand among all.
_BEGINS, _OPENS, _SIGN = slice(1, 16), slice(16, 22), 22
_ENDS, _CLOSES, _UNTIL_BEHIND = slice(23, 38), slice(38, 44), 44
_UNTIL = frozenset({"まで", "以前"})
_JOINING = frozenset({"～", "-", "から"})
_Groups = tuple[str | None, ...]


@cache
def _form(*, words: bool = False) -> "re.Pattern[str]":
    """Compile the form, with words around it or not, for the first text: it takes long."""
    around = (HARMLESS, _WORDS_BEHIND) if words else (_NO_WORDS, _NO_WORDS)
    return re.compile(_FORM % around, re.VERBOSE)


@cache
def _gloss() -> "re.Pattern[str]":
    return re.compile(GLOSS)


def read_quickly(
    text: str, plain_text: str, *, strict: bool, as_of: date | None
) -> Schedule | None:
    """Read a text that has the form and is right in all; None for every other."""
    found = _form().fullmatch(plain_text)
    if found is None and (plain_text[:1] not in _TELL or plain_text[-1:] not in _TELL):
        found = _form(words=True).fullmatch(plain_text)
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
    except (ValueError, KeyError):  # KeyError: there is no 第五四半期
        return None


def _span(said: _Groups, rules: Rules) -> Span:
    """Put the span together; a ValueError for all that is more than quick work."""
    opens, sign = said[_OPENS], said[_SIGN]
    start = Moment(_date(said[_BEGINS], None, rules), _time(opens, None))
    if sign is None:
        return Span(start, start)
    day = _date(said[_ENDS], start.date, rules)
    time = _time(said[_CLOSES], None if day else opens[0])
    if day is None and time is None:
        if said[_UNTIL_BEHIND]:
            raise ValueError(sign)
        return Span(None, start) if sign in _UNTIL else Span(start, None)
    if sign not in _JOINING:
        raise ValueError(sign)
    if day is not None:
        return Span(start, Moment(day, time))
    if time is None or start.time is None or time.minutes <= start.time.minutes:
        raise ValueError(sign)
    return Span(start, Moment(start.date, time))


def _date(said: _Groups, before: Date | None, rules: Rules) -> Date | None:
    """Return the date: a full day, a month or a year at once, all else as the grammar does."""
    # fmt: off
    (written, name, of_era, gregorian, gloss, fiscal, gloss2, fiscal2,
     months, part, days, mark, short_months, short_days, weekday) = said
    # fmt: on
    if mark:
        months, days = short_months, short_days
    elif not (written or months or days):
        if part or weekday:
            raise ValueError(part or weekday)
        return None
    year = read_number(of_era or gregorian or "") if written else None
    month, day = read_number(months) if months else None, read_number(days) if days else None
    if (written and year is None) or (months and month is None) or (days and day is None):
        raise ValueError(said)
    era = name and name.rstrip(".")
    if year and (month or not day) and not (fiscal or gloss or gloss2 or part):
        if era:
            year = from_era(era, year, month, day, strict=rules.strict, as_of=rules.as_of)
        if weekday and WEEKDAYS[date(year, month or 0, day or 0).weekday()] != weekday:
            raise ValueError(weekday)
        return Date(year, month, day)
    raw = Raw(era, year, bool(fiscal or fiscal2), month, day)
    raw.part = part_of(part) if part else ""
    raw.weekday = WEEKDAYS.index(weekday) if weekday else None
    raw.gloss = tuple(filter(None, (gloss, gloss2)))
    if not all(map(_gloss().fullmatch, raw.gloss)):
        raise ValueError(raw.gloss)
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

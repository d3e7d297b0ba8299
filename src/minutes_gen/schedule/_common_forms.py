"""The commonest forms, 平成30年6月12日（火）13時30分～15時 and its like, read by one expression.

It saves time and nothing else: what it reads, the grammar reads in the same way, and what it
leaves alone, be it only because something in it is wrong, goes to the grammar.
"""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

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


class _DateParts(NamedTuple):
    """What the groups of a date hold."""

    written: str | None  # its year, with what stands before 年
    era: str | None
    of_era: str | None
    gregorian: str | None
    gloss: str | None
    fiscal: str | None
    gloss_behind: str | None
    fiscal_behind: str | None
    month: str | None
    part: str | None
    day: str | None
    mark: str | None  # what stands between the numbers of H30.6.12
    short_month: str | None
    short_day: str | None
    weekday: str | None


class _TimeParts(NamedTuple):
    """What the groups of a time hold."""

    when: str | None
    hour: str | None
    minute: str | None
    half: str | None
    clock: str | None
    noon: str | None


def _groups(place: str, parts: type[_DateParts | _TimeParts]) -> tuple[str, ...]:
    """Name the groups of a date or a time: `start_year` and its like."""
    return tuple(f"{place}_{part}" for part in parts._fields)


def _date_form(place: str) -> str:
    """Return the expression of 平成30年6月12日（火）, a part of that, 平成30年度末, or H30.6.12."""
    begins = f"P<{place}"
    year = rf"""(?{begins}_written>(?:(?{begins}_era>{_ERA})\ *+(?{begins}_of_era>{_YEAR_OF_ERA})
        |(?{begins}_gregorian>(?<![0-9])[0-9]{{4}}))\ *+)"""
    return rf"""{year}?
        (?:(?({place}_written)(?:(?{begins}_gloss>{_GLOSS})\ *+)?
                (?:年(?!以)\ *+(?{begins}_fiscal>度)?
                    (?:\ *+(?{begins}_gloss_behind>{_GLOSS})\ *+(?{begins}_fiscal_behind>度)?)?
                |$))\ *+
            (?:(?{begins}_month>{_N})\ *+月\ *+)?
            (?:(?{begins}_part>{PART})|(?{begins}_day>{_N})\ *+日)?
          |(?({place}_written)|(?!))(?{begins}_mark>[./-])(?{begins}_short_month>[0-9]{{1,2}})
            (?P={place}_mark)(?{begins}_short_day>[0-9]{{1,2}})(?![0-9./-]))
        (?:\ *+\((?{begins}_weekday>\w)(?:曜日?)?\))?\ *+"""


def _time_form(place: str) -> str:
    """Return the expression of 午後1時30分, 13:30 or 正午, or of none of them."""
    begins = f"P<{place}"
    return rf"""(?:(?{begins}_when>{TIMES_OF_DAY})?\ *+(?{begins}_hour>[0-9]{{1,2}})
        (?:\ *+時(?:\ *+(?{begins}_minute>[0-9]{{1,2}})\ *+分|(?{begins}_half>半))?
        |:(?{begins}_clock>[0-9]{{2}})(?![0-9:]))|(?{begins}_noon>正午))?"""


_FORM = rf"""(?:(?P<label>%s)\ *+)?{_date_form("start")}{_time_form("start")}
    (?:\ *+(?P<sign>[～-]|から|以降|以後|まで|以前)
        (?:\ *+{_date_form("end")}{_time_form("end")}(?P<until>まで)?)?)?
    (?:\ *+(?P<rest>%s))?"""
_START, _OPENS = _groups("start", _DateParts), _groups("start", _TimeParts)
_END, _CLOSES = _groups("end", _DateParts), _groups("end", _TimeParts)
_NO_WORDS = "(?!)"
# Behind the signs 年, 月, 日, 時 and 半 words that begin so make others of them: 3年生, 6月号.
_WORDS_BEHIND = rf"(?![生齢代号額給点期刻差限制短事数広尾端席]){HARMLESS}"
# No words stand before or behind what begins or ends so.
_TELL = frozenset("0123456789年月日時分半旬～") | {""}
_UNTIL = frozenset({"まで", "以前"})
_JOINING = frozenset({"～", "-", "から"})


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
    label, rest = found["label"] or "", found["rest"] or ""
    if (label or rest) and len(text) != len(plain_text):
        return None
    rules = STRICT if strict and as_of is None else Rules(strict, as_of)
    words = (text[: len(label)], text[len(text) - len(rest) :])
    try:
        return Schedule(spans=(_span(found, rules),), words=words)
    except (ValueError, KeyError):  # KeyError: there is no 第五四半期
        return None


def _span(found: "re.Match[str]", rules: Rules) -> Span:
    """Put the span together; a ValueError for all that is more than quick work."""
    opens, sign = _TimeParts._make(found.group(*_OPENS)), found["sign"]
    start = Moment(_date(_DateParts._make(found.group(*_START)), None, rules), _time(opens, None))
    if sign is None:
        return Span(start, start)
    day = _date(_DateParts._make(found.group(*_END)), start.date, rules)
    time = _time(_TimeParts._make(found.group(*_CLOSES)), None if day else opens.when)
    if day is None and time is None:
        if found["until"]:
            raise ValueError(sign)
        return Span(None, start) if sign in _UNTIL else Span(start, None)
    if sign not in _JOINING:
        raise ValueError(sign)
    if day is not None:
        return Span(start, Moment(day, time))
    if time is None or start.time is None or time.minutes <= start.time.minutes:
        raise ValueError(sign)
    return Span(start, Moment(start.date, time))


def _date(said: _DateParts, before: Date | None, rules: Rules) -> Date | None:
    """Return the date: a full day, a month or a year at once, all else as the grammar does."""
    months, days = (said.short_month, said.short_day) if said.mark else (said.month, said.day)
    if not (said.written or months or days):
        if said.part or said.weekday:
            raise ValueError(said)
        return None
    year = _number((said.of_era or said.gregorian) if said.written else None)
    month, day = _number(months), _number(days)
    era = said.era and said.era.rstrip(".")
    glosses = tuple(filter(None, (said.gloss, said.gloss_behind)))
    if year and (month or not day) and not (said.fiscal or glosses or said.part):
        if era:
            year = from_era(era, year, month, day, strict=rules.strict, as_of=rules.as_of)
        if said.weekday and WEEKDAYS[date(year, month or 0, day or 0).weekday()] != said.weekday:
            raise ValueError(said)
        return Date(year, month, day)
    if not all(map(_gloss().fullmatch, glosses)):
        raise ValueError(said)
    raw = Raw(era, year, bool(said.fiscal or said.fiscal_behind), month, day, gloss=glosses)
    raw.part = part_of(said.part) if said.part else ""
    raw.weekday = WEEKDAYS.index(said.weekday) if said.weekday else None
    return date_of(raw, Context(before), rules)


def _number(digits: str | None) -> int | None:
    """Return the number that is written, or None for none; a ValueError for what is no number."""
    if digits is None:
        return None
    number = read_number(digits)
    if number is None:
        raise ValueError(digits)
    return number


def _time(said: _TimeParts, before: str | None) -> Time | None:
    """Return the time, in the half of the day that it or the time before it names."""
    if said.noon:
        return Time(12)
    if said.hour is None:
        return None
    hour, when = int(said.hour), said.when or before
    if when:
        hour = HOURS_OF_24.get((when, hour), -1)
    return Time(hour, 30 if said.half else int(said.minute or said.clock or 0))

"""The commonest form of all, 平成30年6月12日（火）13時30分～15時, read by one expression.

It saves time and nothing else: what it reads, the grammar reads in the same way, and what it
leaves alone, be it only because something in it is wrong, goes to the grammar.
"""

import re
from datetime import date
from functools import cache

from minutes_gen import era
from minutes_gen.schedule.lexer import WEEKDAYS
from minutes_gen.schedule.model import Schedule
from minutes_gen.schedule.values import Date, Moment, Span, Time
from minutes_gen.schedule.words import HARMLESS

_NAMES = "|".join(known.name for known in era.ERAS)
_N = r"(?:[0-9]{1,2}|[〇一二三四五六七八九十]{1,4})"
_WEEKDAY = rf"(?:\ *+\(([{WEEKDAYS}])(?:曜日?)?\))?"
_DAY = rf"""((?:(?:{_NAMES})\ *+(?:元|{_N})|[0-9]{{4}})\ *+年\ *+{_N}\ *+月\ *+{_N}\ *+日
    (?![間目分])|[mtshr][0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{1,2}}(?![0-9./-]))"""
_TIME = r"""(?:(午前|午後)?\ *+([0-9]{1,2})(?:\ *+時(?![間代給点期刻差限制短事])
    (?:\ *+([0-9]{1,2})\ *+分(?!間)|(半)(?![日年期数月額分]))?|:([0-9]{2})(?![0-9:])))"""
_NO_WORDS = "(?!)"


@cache
def _form(words: str) -> "re.Pattern[str]":
    """Compile the form with such words before and behind it; most texts have none."""
    return re.compile(
        rf"""(?:({words})\ *+)?(?:{_DAY}{_WEEKDAY}\ *+)?{_TIME}?\ *+
        (?:(～|-|から)\ *+
        (?:(?:{_DAY}|(?:([0-9]{{1,2}})月)?([0-9]{{1,2}})日){_WEEKDAY}\ *+)?{_TIME}?(?:まで)?)?
        (?:\ *+({words}))?""",
        re.VERBOSE,
    )


# The month of a meeting whose day is not yet known. A month on whose first day the era was not
# yet there is left to the grammar.
_MONTH = re.compile(rf"(?:(?:{_NAMES}) *+(?:元|{_N})|[0-9]{{4}}) *+年 *+{_N} *+月")


def read_quickly(
    text: str, plain_text: str, *, strict: bool, as_of: date | None
) -> Schedule | None:
    """Read a text that has the form and is right in all; None for every other."""
    if _MONTH.fullmatch(plain_text):
        return _month(plain_text, strict=strict, as_of=as_of)
    found = _form(_NO_WORDS).fullmatch(plain_text) or _form(HARMLESS).fullmatch(plain_text)
    if found is None:
        return None
    label, *said, rest = found.groups()
    if (label or rest) and len(text) != len(plain_text):
        return None
    try:
        span = _span(said, strict=strict, as_of=as_of)
    except ValueError:
        return None
    if not (label or rest):
        return Schedule(spans=(span,))
    words = (text[: len(label or "")], text[len(text) - len(rest or "") :])
    return Schedule(spans=(span,), words=words)


def _month(plain_text: str, *, strict: bool, as_of: date | None) -> Schedule | None:
    try:
        first = _day(f"{plain_text}1日", None, strict=strict, as_of=as_of)
    except ValueError:
        return None
    return Schedule(spans=(Span.at(Moment(Date(first.year, first.month))),))


def _span(said: list[str | None], *, strict: bool, as_of: date | None) -> Span:
    """Put the span together; a ValueError for all that is more than quick work."""
    (written, weekday), joined, (last_written, *_) = said[:2], said[7], said[8:9]
    opens = _time(said[2:7], None)
    closes = _time(said[12:17], said[2])
    day = _day(written, weekday, strict=strict, as_of=as_of) if written else None
    start = Moment(_date(day), opens)
    if not joined:
        return Span(start, start)
    if closes and not opens:
        raise ValueError(closes)
    if last_written:
        end_day = _day(last_written, said[11], strict=strict, as_of=as_of)
    elif said[10]:
        end_day = _same_year(day, said[9], said[10], said[11])
    elif closes is None:
        return Span(start, None)
    else:
        return Span(start, Moment(start.date, closes))
    if day is None or end_day <= day:
        raise ValueError(end_day)
    return Span(start, Moment(_date(end_day), closes))


def _day(written: str, weekday: str | None, *, strict: bool, as_of: date | None) -> date:
    year, _, behind = written.partition("年")
    if year[0] in "0123456789":
        month, _, number = behind.partition("月")
        day = date(int(year), int(month), int(number.rstrip("日 ")))
    else:
        day = era.parse_date(written.replace(" ", ""), strict=strict, as_of=as_of)
    return _checked(day, weekday)


def _same_year(day: date | None, month: str | None, number: str, weekday: str | None) -> date:
    if day is None:
        raise ValueError(number)
    return _checked(date(day.year, int(month or day.month), int(number)), weekday)


def _checked(day: date, weekday: str | None) -> date:
    if weekday and WEEKDAYS[day.weekday()] != weekday:
        raise ValueError(weekday)
    return day


def _date(day: date | None) -> Date | None:
    return Date(day.year, day.month, day.day) if day else None


def _time(said: list[str | None], before: str | None) -> Time | None:
    """Return the time, in the half of the day that it or the time before it names."""
    when, hours, minutes, half, clock = said
    if hours is None:
        return None
    hour, minute = int(hours), 30 if half else int(minutes or clock or 0)
    when = when or before
    if hour >= (12 if when else 24):
        raise ValueError(hour)
    return Time(hour + 12 * (when == "午後"), minute)

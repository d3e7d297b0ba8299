"""The commonest forms, 平成30年6月12日（火）13時30分～15時 and its like, read by one expression.

It saves time and nothing else: what it reads, the grammar reads in the same way, and what it
leaves alone, be it only because something in it is wrong, goes to the grammar.
"""

import re
from datetime import date

from minutes_gen.era import from_era
from minutes_gen.schedule.hours import HOURS_OF_24
from minutes_gen.schedule.lexer import ERA, TIMES_OF_DAY, WEEKDAYS, YEAR_OF_ERA
from minutes_gen.schedule.model import Schedule
from minutes_gen.schedule.reading import number
from minutes_gen.schedule.values import Date, Moment, Span, Time
from minutes_gen.schedule.words import HARMLESS

_N = r"(?:[0-9]{1,2}|[〇一二三四五六七八九十]{1,4})"


def _date_form(name: str) -> str:
    """Return the expression of 平成30年6月12日（火） or H30.6.12, and behind such a date of 13日."""
    return rf"""(?:(?P<{name}>(?:({ERA})\ *+({YEAR_OF_ERA})|((?<![0-9])[0-9]{{4}}))\ *+)?
        (?:(?({name})年\ *+)(?:({_N})\ *+月\ *+)?({_N})\ *+日(?!\ *+[間目]|分)
          |(?({name})|(?!))(?P<{name}_mark>[./-])([0-9]{{1,2}})(?P={name}_mark)([0-9]{{1,2}})
            (?![0-9./-]))
        (?:\ *+\(([{WEEKDAYS}])(?:曜日?)?\))?\ *+)"""


_TIME = rf"""(?:({TIMES_OF_DAY})?\ *+([0-9]{{1,2}})(?:\ *+時(?![間代給点期刻差限制短事])
    (?:\ *+([0-9]{{1,2}})\ *+分(?!間)|(半)(?![日年期数月額分ば]))?|:([0-9]{{2}})(?![0-9:]))|(正午))"""
_FORM = re.compile(
    rf"""(?:({HARMLESS})\ *+)?{_date_form("begins")}?{_TIME}?
    (?:\ *+([～-]|から|以降|以後|まで|以前)(?:(?<=[～ら-])\ *+{_date_form("ends")}?{_TIME}?(?:(?<![～ら\ -])まで)?)?)?
    (?:\ *+({HARMLESS}))?""",
    re.VERBOSE,
)
# Where the groups of each part stand among all.
_BEGINS, _OPENS, _SIGN, _ENDS, _CLOSES = (
    slice(1, 11),
    slice(11, 17),
    17,
    slice(18, 28),
    slice(28, 34),
)
_UNTIL = frozenset({"まで", "以前"})
_Groups = tuple[str | None, ...]


def read_quickly(
    text: str, plain_text: str, *, strict: bool, as_of: date | None
) -> Schedule | None:
    """Read a text that has the form and is right in all; None for every other."""
    found = _FORM.fullmatch(plain_text)
    if found is None:
        return None
    said = found.groups()
    label, rest = said[0], said[-1]
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


def _span(said: _Groups, *, strict: bool, as_of: date | None) -> Span:
    """Put the span together; a ValueError for all that is more than quick work."""
    begins, opens, sign = said[_BEGINS], said[_OPENS], said[_SIGN]
    day = _date(begins, None, strict=strict, as_of=as_of)
    start = Moment(day, _time(opens, None))
    if sign is None:
        return Span(start, start)
    if sign in _UNTIL:
        return Span(None, start)
    last = _date(said[_ENDS], day, strict=strict, as_of=as_of)
    closes = _time(said[_CLOSES], None if last else opens[0])
    if last is None and closes is None:
        return Span(start, None)
    if last is None:
        if start.time is None or closes.minutes <= start.time.minutes:
            raise ValueError(sign)
        last = day
    return Span(start, Moment(last, closes))


def _date(said: _Groups, before: Date | None, *, strict: bool, as_of: date | None) -> Date | None:
    """Return the date; what it leaves out, it takes over from the one before it."""
    written, name, of_era, gregorian, long_month, long_day, _, short_month, short_day, weekday = said
    days, months = short_day or long_day, short_month or long_month
    if days is None:
        return None
    day, month = number(days), number(months) if months else None
    if name and of_era:
        year = from_era(name, number(of_era), month, day, strict=strict, as_of=as_of)
    elif before and not written:
        year, month = before.year or 0, month or before.month
    else:
        year = int(gregorian or 0)
    found = Date(year, month, day)
    if weekday and WEEKDAYS[found.first.weekday()] != weekday:
        raise ValueError(weekday)
    return found


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

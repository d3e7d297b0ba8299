"""The ISO forms of a schedule → its spans."""

import re

from minutes_gen.errors import NotAScheduleError, ScheduleError, shown
from minutes_gen.schedule._later import LATER_OF_ISO
from minutes_gen.schedule._values import Date, Moment, Span, Time
from minutes_gen.schedule._vocabulary import WEEKDAYS

_MOMENT = re.compile(
    rf"""(?P<later>{"|".join(map(re.escape, LATER_OF_ISO))})?
    (?:(?P<fiscal>FY)?(?P<year>\d{{4}})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?
      |--(?P<m>\d\d)(?:-(?P<d>\d\d))? |---(?P<dd>\d\d) |(?P<f>FY))?
    (?:-(?P<part>[a-zHQ1-4]+)(?:\(\d{{4}}-\d\d-\d\d\))?)?
    (?:\((?P<weekday>[{WEEKDAYS}])\))?
    (?:T(?:(?P<hour>\d\d):(?P<minute>\d\d)(?P<about>~)?|(?P<half>AM|PM)))?""",
    re.ASCII | re.VERBOSE,
)


def read_spans(text: str) -> tuple[tuple[Span, ...], str]:
    """Read what `Schedule.isoformat` writes: the spans, and the days that stood in brackets."""
    listed, *asides = text.split("; ")
    try:
        spans = tuple(_span(part) for part in listed.split(","))
        beside = "".join(f"（{_span(day).isoformat()}）" for day in asides)
    except ScheduleError as error:
        raise type(error)(f"{shown(text)}: {error}") from None
    return spans, beside


def _span(text: str) -> Span:
    range_, _, daily = text.partition("@")
    first, slash, last = range_.partition("/")
    start = None if first == ".." else _moment(first)
    if not slash and not daily:
        return Span.at(_moment(first))
    end = None if last == ".." else _moment(last)
    if start and start.date and end and end.date is None:
        end = Moment(start.date, end.time)
    hours = None
    if daily:
        opens, _, closes = daily.partition("/")
        begins, ends = _moment(opens).time, None if closes == ".." else _moment(closes).time
        if begins is None:
            raise NotAScheduleError(
                f"the hours of each day must be such as T09:00/T17:00, not {daily!r}"
            )
        hours = (begins, ends)
    return Span(start, end, hours)


def _moment(text: str) -> Moment:
    found = _MOMENT.fullmatch(text)
    if found is None or not text:
        raise NotAScheduleError(
            f"must be a day (2018-06-12), a month (2018-07) or a time (T13:30), not {text!r}"
        )
    part = found.groupdict()
    month, day = part["month"] or part["m"], part["day"] or part["d"] or part["dd"]
    when = None
    if part["year"] or month or day or part["later"] or part["f"]:
        when = Date(
            *(None if said is None else int(said) for said in (part["year"], month, day)),
            fiscal=bool(part["fiscal"] or part["f"]),
            part=part["part"] or "",
            later=LATER_OF_ISO[part["later"]] if part["later"] else None,
            weekday=WEEKDAYS.index(part["weekday"]) if part["weekday"] else None,
        )
    time = None
    if part["half"]:
        time = Time(half=part["half"])
    elif part["hour"]:
        time = Time(int(part["hour"]), int(part["minute"]), about=bool(part["about"]))
    return Moment(when, time)

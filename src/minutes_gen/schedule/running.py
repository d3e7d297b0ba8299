"""Dates at the head of a line and in running text."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from minutes_gen import era
from minutes_gen.errors import EraError, NotADateError, ScheduleError
from minutes_gen.schedule.elements import Element, elements_of
from minutes_gen.schedule.grammar import parse_schedule
from minutes_gen.schedule.lexer import ERA_NAMES, plain, tokens_of
from minutes_gen.schedule.model import Schedule
from minutes_gen.schedule.reading import Raw

# Era or Gregorian year, month, and perhaps a day with its weekday, in any width of digits.
_DATE = re.compile(
    rf"(?:(?P<era>{ERA_NAMES})(?P<year>元|\d{{1,4}})|(?P<gregorian>\d{{4}}))年"
    r"(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日(?P<weekday>[(（〔][月火水木金土日](?:曜日?)?[)）〕])?)?"
)


@lru_cache(maxsize=256)  # a paper asks several times what its first line is
def parse_day(text: str) -> date | None:
    """Read a line that is a full date and nothing else; None for a line that is something else.

    A line that begins as a date and names one that never was is a ScheduleError.

    >>> parse_day("平成 30年 6月 7日")
    datetime.date(2018, 6, 7)
    >>> parse_day("平成30年度の予定") is None
    True
    """
    bare = "".join(text.split())
    match = _DATE.match(bare)
    try:
        if match is None or match["day"]:
            day = era.parse_date(match[0] if match else bare)
            return day if match is None or match.end() == len(bare) else None
        if match["gregorian"]:
            Schedule(int(match["gregorian"]), int(match["month"]))
        else:
            number = 1 if match["year"] == "元" else int(match["year"])
            month = int(match["month"])
            Schedule(era.from_era(match["era"], number, month), month)
    except NotADateError:
        return None
    except EraError as error:
        raise ScheduleError(str(error)) from None
    return None


def find_schedules(text: str) -> list[tuple[int, int, Schedule]]:
    """Find the dates and times of a running text: where each begins and ends, and what it is.

    Words are no part of them. What cannot be, such as 2月30日, is left out, and so is a day with
    no month.

    >>> [(at, end, when.isoformat()) for at, end, when in find_schedules("次は7月3日、13時から")]
    [(2, 12, '--07-03T13:00/..')]
    """
    bare, places = plain(text)
    found = []
    for first, last in _runs(elements_of(tokens_of(bare), brackets=False)):
        start, end = places[first], places[last - 1] + 1
        try:
            schedule = parse_schedule(text[start:end], strict=False)
        except ScheduleError:
            continue
        moment = schedule.spans[0].start or schedule.spans[0].end
        if not (moment and moment.date and moment.date.day and not moment.date.month):
            found.append((start, end, schedule))
    return found


def _runs(elements: list[Element]) -> Iterator[tuple[int, int]]:
    """Find moments that are joined to each other, and the sign of an open end behind them."""
    at = 0
    while at < len(elements):
        element = elements[at]
        at += 1
        if not isinstance(element, Raw):
            continue
        first, last = element.start, element.end
        while at < len(elements):
            gap, following = elements[at], elements[at + 1 : at + 2]
            if isinstance(gap, Raw):
                last, at = gap.end, at + 1
            elif gap.kind in {"range", "list"} and following and isinstance(following[0], Raw):
                last, at = following[0].end, at + 2
            else:
                if gap.kind == "range":
                    last, at = gap.end, at + 1
                break
        yield first, last

"""Dates and times in running text."""

from collections.abc import Iterator

from minutes_gen.errors import ScheduleError
from minutes_gen.schedule._lexer import tokens_of
from minutes_gen.schedule._moments import Element, elements_of
from minutes_gen.schedule._plain_text import plain
from minutes_gen.schedule._schedule import Schedule
from minutes_gen.schedule._signs import RANGES, Sign
from minutes_gen.schedule._text import parse_schedule
from minutes_gen.schedule._token_readers import Raw


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
            elif gap.sign in (*RANGES, Sign.LIST) and following and isinstance(following[0], Raw):
                last, at = following[0].end, at + 2
            else:
                if gap.sign in RANGES:
                    last, at = gap.end, at + 1
                break
        yield first, last

"""When they meet next (次回): under its label, or in the sentence that tells of it."""

import re
from datetime import date

from minutes_gen.errors import ScheduleError
from minutes_gen.facts._lines import Kind, below
from minutes_gen.facts._page import Page, days_in
from minutes_gen.model._detail import Detail
from minutes_gen.model.roles import Role
from minutes_gen.schedule import Schedule, parse_schedule

_SENTENCE = re.compile(r"次回(?!まで|以降)[^。]{0,60}")
_PAST = re.compile("前回")
_MOST_LINES = 4


def find_next(page: Page, base: date | None) -> tuple[Schedule, str] | None:
    """Find when they meet next; `base` is a day before it, which gives a year left out."""
    for index, line in enumerate(page.lines):
        heads = page.ahead[index] and (line.role is Role.NEXT or line.kind is Kind.HEADING)
        if isinstance(line.block, Detail) and isinstance(line.block.value, Schedule):
            if page.ahead[index]:
                return _dated(line.block.value, line.path, base)
            continue
        if heads:
            under = below(page.lines, index, _MOST_LINES)
            texts = [(line.path, line.text), *((other.path, other.body) for other in under)]
        elif (match := _SENTENCE.search(line.text)) and not _PAST.search(line.text):
            texts = [(line.path, match[0])]
        else:
            continue
        for path, text in texts:
            if (schedule := _first(text)) is not None:
                return _dated(schedule, path, base)
    return None


def _first(text: str) -> Schedule | None:
    for found in days_in(text):
        moment = found.when.spans[0].start
        if moment and moment.date and moment.date.month:
            try:
                return parse_schedule(text[found.start : found.end])
            except ScheduleError:
                return None
    return None


def _dated(schedule: Schedule, path: str, base: date | None) -> tuple[Schedule, str] | None:
    """Find the year that is left out; None where the weekday is not that of the day."""
    if base is None or not schedule.waits_for_year:
        return schedule, path
    try:
        return schedule.resolved(base), path
    except ScheduleError:
        return None

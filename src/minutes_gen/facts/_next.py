"""When they meet next (次回): under its label, or in the sentence that tells of it."""

import re
from datetime import date

from minutes_gen.errors import ScheduleError
from minutes_gen.facts._lines import Kind, Line, below
from minutes_gen.facts._page import Page, days_in
from minutes_gen.facts._text import bare, flat
from minutes_gen.model._detail import Detail
from minutes_gen.model.roles import Role
from minutes_gen.schedule import Schedule, parse_schedule

_SENTENCE = re.compile(
    r"(?:次回(?!まで|以降)|(?:次|つぎ)の[^。、]{0,14}?(?:会|会議|ミーティング|MTG)(?:の\S{0,6})?は|(?:^|[。、])(?:次|つぎ)は(?=\s*\d))"
    r"[^。]{0,60}"
)
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
        elif text := _sentence(page, line):
            texts = [(line.path, text)]
        else:
            continue
        for path, text in texts:
            if (schedule := _first(text)) is not None:
                return _dated(schedule, path, base)
    return None


def _sentence(page: Page, line: Line) -> str:
    """Return what a line says of the next: 次回は…, 次の理事会は…, or 第3回 in the second."""
    if _PAST.search(line.text):
        return ""
    if match := _SENTENCE.search(line.text):
        return match[0]
    number = page.paper.number
    following = number is not None and line.kind is not Kind.TITLE
    return line.body if following and f"第{(number or 0) + 1}回" in bare(flat(line.body)) else ""


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

"""When they met (日時): under a label, in or beside the title, or in a sentence on it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from minutes_gen.errors import ScheduleError
from minutes_gen.facts._lines import Kind, Line, below
from minutes_gen.facts._page import Found, Page, days_in
from minutes_gen.facts._text import flat
from minutes_gen.model._detail import Detail
from minutes_gen.model.roles import Role
from minutes_gen.schedule import Schedule, parse_schedule


class When(NamedTuple):
    """A schedule, the line that it begins in, and what else that line says behind it."""

    schedule: Schedule
    at: int
    rest: str = ""
    labelled: bool = False


def find_when(page: Page) -> When | None:
    """Find when they met; None where no form says so, or where two days would do."""
    return _labelled(page) or _beside_title(page) or _told(page)


# ---- under a label


def _labelled(page: Page) -> When | None:
    for index, line in enumerate(page.lines):
        if page.ahead[index] or not _is_when(page.lines, index):
            continue
        texts = [(index, line.value)] if line.value else []
        if line.label != _DAYS:
            texts += [
                (index + 1 + at, under.body)
                for at, under in enumerate(below(page.lines, index, _MOST_LINES))
            ]
        for place, (at, text) in enumerate(texts):
            found = _first_day(text)
            if found is None and not place and (typed := _typed(line)):
                return _dated(page, When(typed, index, labelled=True))
            if found is None:
                if line.value and not place and not _is_time(text):
                    break
                continue
            later = [body for _, body in texts[place + 1 : place + 1 + _MOST_LINES]]
            when = _settled(page, line, _Day(found, text, at, later))
            return when and when._replace(labelled=True)
    return None


def _is_when(lines: tuple[Line, ...], index: int) -> bool:
    """Say whether a label is one of the meeting: 日時, and 日付 with the hours below it."""
    role = lines[index].role
    below_it = lines[index + 1].role if index + 1 < len(lines) else None
    return role is Role.SCHEDULE or (role is Role.ISSUED and below_it is Role.HOURS)


_MOST_LINES = 5
# Below this label may stand the days of a whole year, or the hours of one day.
_DAYS = "日程"


def _first_day(text: str) -> Found | None:
    days = days_in(text)
    return next((found for found in days if found.day), None) or next(
        (found for found in days if _is_month(found) and found.start == 0), None
    )


def _is_month(found: Found) -> bool:
    moment = found.when.spans[0].start
    return bool(moment and moment.date and (moment.date.month or moment.date.fiscal))


class _Day(NamedTuple):
    """A day, the text and the line that it stands in, and the lines under that."""

    found: Found
    text: str
    at: int
    later: list[str]


def _settled(page: Page, line: Line, day: _Day) -> When | None:
    """Put the day and the time of the meeting together, wherever the time stands."""
    found, text = day.found, day.text
    written = text[found.start : found.end]
    hours = ""
    if not found.time:
        hours = _time_in(text[found.end :]) or next(filter(None, map(_time_first, day.later)), "")
        hours = hours or _hours(page) or _next_line(page, day.at)
    schedule = _ended(page, f"{written} {hours}".strip())
    if schedule is None:
        return None
    typed = _typed(line)
    if typed and schedule.isoformat() == found.when.isoformat():
        schedule = typed  # with the words that stand beside
    return _dated(page, When(schedule, day.at, text[found.end :]))


def _typed(line: Line) -> Schedule | None:
    """Return the schedule that a detail is."""
    value = line.block.value if isinstance(line.block, Detail) else None
    return value if isinstance(value, Schedule) else None


def _read(page: Page, text: str) -> Schedule | None:
    """Read a day by the strict rules: one that contradicts itself is none, and so is an end."""
    for written in (text, _RANGE.split(text, maxsplit=1)[0]):
        try:
            return parse_schedule(written, as_of=page.paper.issued)
        except ScheduleError:
            continue
    return None


_RANGE = re.compile("[～~〜]")


def _dated(page: Page, when: When) -> When | None:
    """Find the year that is left out: by the day of the paper, or the title's.

    None where the weekday is not that of the day in that year.
    """
    schedule = when.schedule
    base = page.base or (page.year and _same_day(schedule, page.year))
    if not (base and schedule.waits_for_year):
        return when
    try:
        return when._replace(schedule=schedule.resolved(base))
    except ScheduleError:
        return None


def _same_day(schedule: Schedule, year: int) -> date | None:
    """Return the first day of a schedule in that year."""
    moment = schedule.spans[0].start or schedule.spans[0].end
    day = moment.date if moment else None
    try:
        return date(year, day.month, day.day or 1) if day and day.month else None
    except ValueError:
        return None


# ---- hours

_CLOCK = (
    r"(?:[0-9０-９]{1,2}[:：][0-9０-９]{2}|(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})時|正午)"
)
_HOUR = rf"(?:(?:午[前後]|[AP]M|夜|朝)\s*)?{_CLOCK}"
_STARTS_TIME = re.compile(rf"(?:[\s（(［\[:：]|開会|開始|時間)*{_HOUR}", re.IGNORECASE)


def _is_time(text: str) -> bool:
    return _STARTS_TIME.match(text) is not None


def _time_first(text: str) -> str:
    """Return the time that a line begins with; '' for another line."""
    return _time_in(text) if _is_time(text) else ""


def _time_in(text: str) -> str:
    """Return the first time of a text, with its end, as it is written."""
    found = next((found for found in days_in(text) if found.time and not found.day), None)
    return text[found.start : found.end] if found and found.start <= _NEAR else ""


_NEAR = 12  # characters from the day to its hours


def _hours(page: Page) -> str:
    """Find the time under 時間 or 開会."""
    for role in (Role.HOURS, Role.BEGINNING):
        for index, line in enumerate(page.lines):
            if line.role is role and not page.ahead[index]:
                texts = [line.value, *(under.body for under in below(page.lines, index, 1))]
                if time := next(filter(None, map(_time_in, texts)), ""):
                    return time
    opened = (line.text for line in page.lines[:_OPENING] if len(line.text) <= _SHORT)
    return next((_time_in(text) for text in opened if _OPENS.search(text)), "")


_OPENING, _SHORT = 60, 24
_OPENS = re.compile(rf"{_HOUR}[^。]{{0,8}}(?:開会|開議|開始)")


def _next_line(page: Page, at: int) -> str:
    """Return the time that the line right below is, and nothing else."""
    for line in page.lines[at + 1 : at + 2]:
        time = _time_first(line.text)
        if time and len(line.text) <= len(time) + 4:
            return time
    return ""


_CLOSES = re.compile(
    rf"({_HOUR}(?:[0-9０-９一二三四五六七八九十]{{1,3}}分|半)?)[^。時:：]{{0,12}}?(?:閉会|散会|終了|終会|解散)"
)
_CLOSED = re.compile(
    rf"(?:閉会|散会|終了|終会)(?:時刻)?[\s:：]*({_HOUR}(?:[0-9０-９一二三四五六七八九十]{{1,3}}分|半)?)"
)


def _ended(page: Page, written: str) -> Schedule | None:
    """Read day and time; an end that stands elsewhere (閉会 午後3時) is put behind it."""
    schedule = _read(page, written)
    if schedule is None or len(schedule.spans) > 1 or not _is_open(schedule):
        return schedule
    closing = next(_closings(page), "")
    begin = written.rstrip("～~〜-－からより ")
    return (_read(page, f"{begin}～{closing}") if closing else None) or schedule


def _is_open(schedule: Schedule) -> bool:
    span = schedule.spans[0]
    return bool(span.start and span.start.time and (span.end is None or span.is_moment))


def _closings(page: Page) -> Iterator[str]:
    for index, line in enumerate(page.lines):
        if page.ahead[index]:
            continue
        if line.role is Role.ENDING and (time := _time_in(line.value)):
            yield time
        elif any(word in line.text for word in _ENDINGS):
            text = line.text[:_LONG]
            if match := _CLOSES.search(text) or _CLOSED.search(text):
                yield match[1]


_ENDINGS = ("閉会", "散会", "終了", "終会", "解散")
_LONG = 300


# ---- in the title, or bare beside it

_FRAME = " \t　[]（）()［］【】〔〕<>＜＞、,，~～〜-－ー.．・/／@＠"
_SENTENCE = re.compile("[。！？]|です|ます|した$")


def _beside_title(page: Page) -> When | None:
    """Find a day that stands alone near the title, or in it."""
    bare = _bare_day(page)
    title = next((i for i, line in enumerate(page.lines[:40]) if line.kind is Kind.TITLE), None)
    inside = _in_title(page, title) if title is not None else None
    if bare and inside and _day_of(bare) != _day_of(inside):
        return None  # nobody can tell which of them it is
    return bare or inside


def _day_of(when: When) -> tuple[int | None, int | None]:
    moment = when.schedule.spans[0].start
    day = moment.date if moment else None
    return (day.month, day.day) if day else (None, None)


def _in_title(page: Page, index: int) -> When | None:
    days = [found for found in days_in(page.lines[index].text) if found.day]
    if len(days) != 1 or len(days[0].when.spans) > 1:
        return None
    text = page.lines[index].text
    return _unlabelled(page, index, text, days[0])


def _unlabelled(page: Page, index: int, text: str, found: Found) -> When | None:
    written = text[found.start : found.end]
    hours = "" if found.time else _hours(page) or _next_line(page, index)
    schedule = _ended(page, f"{written} {hours}".strip())
    return _dated(page, When(schedule, index, text[found.end :])) if schedule else None


_TOP = 8


def _bare_day(page: Page) -> When | None:
    """Find the line of the head that is a day, with its time and its place perhaps."""
    candidates = []
    for index, line in enumerate(page.lines[:_TOP]):
        if line.kind is Kind.TITLE:
            continue
        if line.labelled or _SENTENCE.search(line.text):
            break
        found = _first_day(line.body)
        if not (found and found.day) or line.body[: found.start].strip(_FRAME):
            if line.rank < _CONTENT:
                break
            continue
        alike = [o for o in page.lines if o.rank == line.rank < _CONTENT and _is_day(o)]
        if len(alike) > 1:
            return None  # a book of several meetings
        if _is_fixed(page, line, found):
            candidates.append((index, line, found))
    if not candidates:
        return None
    index, line, found = candidates[0]
    return _unlabelled(page, index, line.body, found)


_CONTENT = 50


def _is_day(line: Line) -> bool:
    found = _first_day(line.body)
    return bool(found and found.day and not line.body[: found.start].strip(_FRAME))


def _is_fixed(page: Page, line: Line, found: Found) -> bool:
    """Say whether a bare day is the meeting's, and not that of the letter."""
    moment = found.when.spans[0].start
    weekday = re.match(r".*[（(][月火水木金土日]", flat(line.body)[:40])
    told = found.time or bool(weekday) or bool(moment and moment.date and not moment.date.year)
    return told or page.records or "[" in line.text or "［" in line.text


# ---- in a sentence

_HELD = re.compile(
    r"[^。]{0,80}?(?:開催|開か|開き|開い|行われ|行い|行な|実施|開会|執り行|集ま|集合|お越し)[^。]{0,6}(?:た|ました|る|ます|致し|いたし|、|ください|下さい)"
)
_OTHER = re.compile("前回|次回|昨年|前年|先般|来年|前日|まで[にの]")


def _told(page: Page) -> When | None:
    """Find the one sentence at the beginning that tells when they meet or met."""
    for index, line in enumerate(page.lines[:_TELLS]):
        if line.kind not in {Kind.TEXT, Kind.DETAIL} or line.labelled or page.ahead[index]:
            continue
        days = [found for found in days_in(line.text) if found.day]
        if not days or not _HELD.match(line.text, days[0].end) or _OTHER.search(line.text[:100]):
            continue
        sure = days[0].time or (days[0].when.spans[0].start and not days[0].when.waits_for_year)
        if len({found.when for found in days}) == 1 and sure:
            return _unlabelled(page, index, line.text, days[0])
    return None


_TELLS = 14

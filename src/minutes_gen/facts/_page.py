"""A paper as its facts are sought: its lines, and what of them tells of another meeting."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from minutes_gen.errors import ScheduleError
from minutes_gen.facts._lines import Kind, Line, lines_of
from minutes_gen.facts._text import flat
from minutes_gen.model.paper import Paper
from minutes_gen.model.roles import Role
from minutes_gen.schedule import Schedule, find_schedules, parse_schedule


class Page(NamedTuple):
    """The lines of a paper, its title in one spelling, and the year that the title names.

    `ahead` says of each line whether it tells of the next meeting (次回). `records` says that the
    title is one of minutes or of a report, so that a day in the head is the day they met.
    """

    paper: Paper
    lines: tuple[Line, ...]
    ahead: tuple[bool, ...]
    title: str
    records: bool
    year: int | None
    base: date | None


_RECORDS = re.compile(
    r"議事録|会議録|速記録|議事要旨|議事概要|議事メモ|記録|報告|要録|minutes|memo|notes",
    re.IGNORECASE,
)
_NEXT = re.compile("次回|次の(?:会議|例会|総会)")
_YEAR = re.compile(
    r"(?P<year>(?:19|20)\d\d)年?(?!度|\d)|(?P<era>令和|平成|昭和)(?P<number>元|\d{1,2})年(?!度)"
)
_BEFORE = {"令和": 2018, "平成": 1988, "昭和": 1925}


def page_of(paper: Paper) -> Page:
    """Read the lines of a paper once, for all its facts."""
    lines = lines_of(paper)
    ahead = [False] * len(lines)
    for index, line in enumerate(lines):
        heads = line.kind is Kind.HEADING or line.rank < _HEADINGS
        if line.role is Role.NEXT or (heads and _NEXT.search(line.text)):
            for below in range(index, line.end):
                ahead[below] = True
    title = flat(" ".join(line.text for line in lines[:_HEAD] if line.kind is Kind.TITLE))
    records = _RECORDS.search(title) is not None
    base = paper.issued or _issued(lines)
    return Page(paper, lines, tuple(ahead), title, records, _year_in(title), base)


def _issued(lines: tuple[Line, ...]) -> date | None:
    """Find the day of the paper where its form is not one of a head: 送信日時：…, …発行."""
    for line in (*lines[:_HEAD_LINES], *lines[-_FOOT_LINES:]):
        text = line.value if line.role is Role.ISSUED else line.body
        if line.role is Role.ISSUED or _ISSUED.search(line.text[-_SHORT:]):
            days = [found for found in days_in(text) if found.when.start]
            if days:
                return days[0].when.start
    return None


_HEAD_LINES, _FOOT_LINES, _SHORT = 10, 4, 24
_ISSUED = re.compile("日\\s*(?:発行|発信|作成|付け?)$")
_HEADINGS = 10  # ranks of the headings of Markdown
_HEAD = 40


def _year_in(text: str) -> int | None:
    match = _YEAR.search(text)
    if match is None:
        return None
    if match["year"]:
        return int(match["year"])
    number = 1 if match["number"] == "元" else int(match["number"])
    return _BEFORE[match["era"]] + number


_LONGEST = 200  # characters of a line in which a day is sought
_NUMBER = re.compile(r"[0-9０-９元一二三四五六七八九十]")
_UNIT = re.compile(r"[月日時年:：/／.．-]|午[前後]")


class Found(NamedTuple):
    """A day or a time in a text: where it begins and ends."""

    start: int
    end: int
    when: Schedule

    @property
    def day(self) -> bool:
        """Whether it names a day, with its year or without."""
        moment = self.when.spans[0].start or self.when.spans[0].end
        return bool(moment and moment.date and moment.date.month and moment.date.day)

    @property
    def time(self) -> bool:
        """Whether it names an hour."""
        moment = self.when.spans[0].start
        return bool((moment and moment.time) or self.when.spans[0].daily)


@lru_cache(maxsize=256)
def days_in(text: str) -> tuple[Found, ...]:
    """Find the days and times in the first characters of a text.

    >>> [found.when.isoformat() for found in days_in("次は7月3日、13時から")]
    ['--07-03T13:00/..']
    """
    text = text[:_LONGEST]
    if not (_NUMBER.search(text) and _UNIT.search(text)):
        return ()
    if _COMMON.fullmatch(text):
        try:
            return (Found(0, len(text), parse_schedule(text, strict=False)),)
        except ScheduleError:
            return ()
    return tuple(Found(*found) for found in find_schedules(text))


# A day, its weekday and its hours, and nothing else, is read at once.
_COMMON = re.compile(
    r"(?:(?:令和|平成)(?:元|\d{1,2})年|\d{4}年)?\d{1,2}月\d{1,2}日(?:[（(][月火水木金土日](?:曜日?)?[)）])?"
    r"\s{0,4}(?:(?:午[前後])?\d{1,2}(?:時(?:\d{1,2}分)?|[:：]\d{2})(?:[～〜~-](?:午[前後])?\d{1,2}(?:時(?:\d{1,2}分)?|[:：]\d{2}))?)?"
)

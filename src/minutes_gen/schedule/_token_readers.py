"""One token → what it says of a moment: nothing is filled in yet."""

import re

from attrs import define

from minutes_gen.era import read_number
from minutes_gen.errors import NotAScheduleError
from minutes_gen.schedule._hours import NOON, RawTime
from minutes_gen.schedule._later import LATER_OF_WORD, NEXT_YEAR, Later
from minutes_gen.schedule._vocabulary import ENGLISH_WEEKDAYS, PARTS, WEEKDAYS

Token = re.Match[str]

_LATIN = {"am": "午前", "a.m.": "午前", "pm": "午後", "p.m.": "午後"}


@define(eq=False, repr=False)
class Raw:
    """What the words of one moment say; the rest is None."""

    era: str | None = None
    year: int | None = None  # of the era, or Gregorian if there is none
    fiscal: bool = False
    month: int | None = None
    day: int | None = None
    part: str = ""
    weekday: int | None = None
    later: Later | None = None
    time: RawTime | None = None
    points: str = ""  # H30.6.12, which `era` reads
    gloss: tuple[str, ...] = ()  # a year beside the year
    ahead: str = ""  # a word of which the beginning of it is a part: 今夜9時
    beside: tuple[str, ...] = ()  # words that stand in the middle of it
    start: int = 0
    end: int = 0

    @property
    def has_date(self) -> bool:
        """Whether it says anything of a date."""
        return bool(self.points or self.later) or self._has_numbers

    @property
    def says_when(self) -> bool:
        """Whether it says more than 翌日 or 自, which alone are none."""
        return bool(self.time or self.points or self.fiscal) or self._has_numbers

    @property
    def _has_numbers(self) -> bool:
        return not (self.year is None and self.month is None and self.day is None)


def number(digits: str) -> int:
    """Return the number that ASCII digits or kanji numerals write.

    >>> number("元"), number("三十")
    (1, 30)
    """
    found = read_number(digits)
    if found is None:
        raise NotAScheduleError(f"must be a number, not {digits!r}")
    return found


_WORD = re.compile(r"\w+")


def headed_years(token: Token) -> list[Raw]:
    """Read the heading of a table, 年度(令和) 4 5 6 or 年度（令和4）; nothing if it is none.

    Numbers behind it are years where each is that behind the one before it: what follows may be the
    numbers of a row. One alone is a year where nothing follows it.
    """
    text, written = token.string, token["heading_era"] or ""
    name = None if written in {"", "西暦"} else written.rstrip(".")
    column = "heading_years" if token["heading_years"] else "heading_year"
    places = [found.span() for found in _WORD.finditer(text, *token.span(column))]
    try:
        years = [number(text[start:end]) for start, end in places]
    except NotAScheduleError:
        return []
    alone = column == "heading_years" and len(years) == 1 and token.end() < len(text)
    if alone or years != list(range(years[0], years[0] + len(years))):
        return []
    if name is None and years[0] < 1000:
        return []
    raws = [
        Raw(name, year, fiscal=True, start=start, end=end)
        for year, (start, end) in zip(years, places, strict=True)
    ]
    raws[0].start, raws[-1].end = token.span()
    return raws


def _points(raw: Raw, token: Token) -> None:
    raw.points = token[0]


_FULL = ("full_era", "full_ey", "full_gy", "full_month", "full_day", "full_weekday")


def _full(raw: Raw, token: Token) -> None:
    """Read what most texts begin with: 平成30年6月12日（火）."""
    name, of_era, year, month, day, weekday = token.group(*_FULL)
    raw.era, raw.year = name and name.rstrip("."), number(of_era or year)
    raw.month, raw.day = number(month), number(day)
    if weekday:
        raw.weekday = WEEKDAYS.index(weekday)


def _read_year(raw: Raw, token: Token) -> None:
    raw.era = token["era"] and token["era"].rstrip(".")
    raw.year = number(token["ey"] or token["gy"])
    raw.fiscal = bool(token["fiscal"] or token["fiscal2"])
    if token["pointed"]:
        raw.month = number(token["pointed"])
    raw.gloss = tuple(filter(None, (token["gloss1"], token["gloss2"])))


def _month(raw: Raw, token: Token) -> None:
    raw.month = number(token[0].rstrip("月 "))


def _day(raw: Raw, token: Token) -> None:
    raw.day = number(token[0].rstrip("日 "))


def _slash(raw: Raw, token: Token) -> None:
    month, _, day = token[0].partition("/")
    raw.month, raw.day = int(month), int(day)


def _part(raw: Raw, token: Token) -> None:
    raw.part = part_of(token[0])


_HOLIDAYS = ("holiday1", "holiday2", "holiday3", "holiday4")


def _weekday(raw: Raw, token: Token) -> None:
    if token["wd4"]:
        raw.weekday = list(ENGLISH_WEEKDAYS).index(token["wd4"][:3])
    else:
        raw.weekday = WEEKDAYS.index(token["wd1"] or token["wd2"] or token["wd3"])
    raw.beside += tuple(f"（{holiday}）" for holiday in token.group(*_HOLIDAYS) if holiday)


def _later(raw: Raw, token: Token) -> None:
    raw.later = NEXT_YEAR if token["year_later"] else LATER_OF_WORD[token["later"]]
    raw.fiscal = bool(token["ofyear"])


def _time(raw: Raw, token: Token) -> None:
    when = token["when"] or token["behind"] or ""
    if token["clock"]:
        hour, _, minute = token["clock"].partition(":")
    else:
        hour, minute = token["hour"], token["minute"] or ("30" if token["half"] else "0")
    if token["which"]:
        raw.ahead = token["which"] + when
    raw.time = RawTime(number(hour), number(minute), _LATIN.get(when, when))


def _about(raw: Raw, token: Token) -> None:
    """Mark a time as near; with a day alone 頃 is a word."""
    if raw.time and not raw.time.half:
        raw.time = raw.time._replace(about=True)
    else:
        raw.beside += (token[0],)


def _since(_raw: Raw, _token: Token) -> None:
    """Pass 自, to which 至 answers."""


def _noon(raw: Raw, _token: Token) -> None:
    raw.time = RawTime(12, when=NOON)


def _ampm(raw: Raw, token: Token) -> None:
    raw.time = RawTime(0, half={"午前": "AM", "午後": "PM"}[token["ap"]])


# Each puts what a token of that kind says into the moment.
READERS = {
    "full": _full,
    "points": _points,
    "year": _read_year,
    "fiscal": _read_year,
    "month": _month,
    "day": _day,
    "slash": _slash,
    "part": _part,
    "weekday": _weekday,
    "later": _later,
    "since": _since,
    "about": _about,
    "time": _time,
    "noon": _noon,
    "ampm": _ampm,
}


def part_of(written: str) -> str:
    """Return the name of a part of a month or a year.

    >>> part_of("の 上旬")
    'early'
    """
    return PARTS[written.replace(" ", "").removeprefix("の")]

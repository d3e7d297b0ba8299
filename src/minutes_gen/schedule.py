"""日時: when a session is held, as a day or as a month that nobody has fixed a day of yet.

>>> parse_schedule("平成30年6月12日（火）").isoformat()
'2018-06-12'
>>> format_schedule(parse_schedule("平成３０年７月"))
'平成30年7月'
"""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date

from attrs import field, frozen
from attrs.validators import instance_of, optional

from minutes_gen import era
from minutes_gen.errors import EraError, NotADateError, NotAScheduleError, ScheduleError, shown


@frozen(order=True)
class Schedule:
    """A day, or a month where `day` is None. A month stays a month: no day is ever invented.

    >>> Schedule(2018, 7).isoformat()
    '2018-07'
    """

    year: int = field(validator=instance_of(int))
    month: int = field(validator=instance_of(int))
    day: int | None = field(default=None, validator=optional(instance_of(int)))

    def __attrs_post_init__(self) -> None:
        """Refuse a day that never was, and one before the calendar of the eras."""
        try:
            era.to_era(date(self.year, self.month, 1 if self.day is None else self.day))
        except ValueError as error:
            raise ScheduleError(
                f"year {self.year!r}, month {self.month!r}, day {self.day!r}: {error}"
            ) from None

    @classmethod
    def on(cls, day: date) -> "Schedule":
        """Make the schedule of one day.

        >>> Schedule.on(date(2018, 6, 12))
        Schedule(year=2018, month=6, day=12)
        """
        return cls(day.year, day.month, day.day)

    @classmethod
    def fromisoformat(cls, text: str) -> "Schedule":
        """Read what `isoformat` writes.

        >>> Schedule.fromisoformat("2018-13")
        Traceback (most recent call last):
        minutes_gen.errors.ScheduleError: '2018-13': year 2018, month 13, day None: \
month must be in 1..12
        """
        match = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", text, re.ASCII)
        if match is None:
            raise ScheduleError(
                f"{shown(text)} is neither a day (2018-06-12) nor a month (2018-07)"
            )
        try:
            return cls(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
        except ScheduleError as error:
            raise ScheduleError(f"{text!r}: {error}") from None

    def isoformat(self) -> str:
        """Write 2018-06-12 for a day and 2018-07 for a month."""
        month = f"{self.year:04}-{self.month:02}"
        return month if self.day is None else f"{month}-{self.day:02}"

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, self.month, self.day or 1)


# Era or Gregorian year, month, and perhaps a day with its weekday, in any width of digits.
_ERA = "明治|大正|昭和|平成|令和"
_DATE = re.compile(
    rf"(?:(?P<era>{_ERA})(?P<year>元|\d{{1,4}})|(?P<gregorian>\d{{4}}))年"
    r"(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日(?P<weekday>[(（〔][月火水木金土日](?:曜日?)?[)）〕])?)?"
)
_SPACES = re.compile(r"\s+")


def parse_schedule(text: str, *, as_of: date | None = None, strict: bool = True) -> Schedule:
    """Read a day or a month; spaces count for nothing.

    A text that begins with an impossible date is a ScheduleError; one that says anything
    else than one day or one month is its subclass NotAScheduleError.

    `as_of` is the issue date of the paper, `strict=False` leaves it open: a paper may name
    later dates in the era that ran when it was issued (平成31年6月 in one of 平成30年).

    >>> parse_schedule("平成30年6月12日（水）")
    Traceback (most recent call last):
    minutes_gen.errors.ScheduleError: '平成30年6月12日（水）': 平成30年6月12日 is not 水 but 火; \
probably 平成30年6月12日（火） is meant
    >>> parse_schedule("追って連絡")
    Traceback (most recent call last):
    minutes_gen.errors.NotAScheduleError: '追って連絡' is neither a day nor a month
    """
    bare = _SPACES.sub("", text)
    match = _DATE.match(bare)
    try:
        if match is None:
            found = _spelled_otherwise(bare, strict=strict, as_of=as_of)
        else:
            found = _schedule_of(match, strict=strict, as_of=as_of)
    except EraError as error:
        raise ScheduleError(str(error)) from None
    if found is None or (match and match.end() != len(bare)):
        raise NotAScheduleError(f"{shown(text)} is neither a day nor a month")
    return found


# Any month has one of these days in an era that it belongs to, 大正元年7月 and its like too.
_SOME_DAYS = ("1日", "28日", "31日")


def _spelled_otherwise(bare: str, *, strict: bool, as_of: date | None) -> Schedule | None:
    """Read what is not written in Arabic numerals with 年月日: H30.6.7, 平成三十年六月七日."""
    if not bare.endswith("月"):
        with suppress(NotADateError):
            return Schedule.on(era.parse_date(bare, strict=strict, as_of=as_of))
        return None
    for ending in _SOME_DAYS:
        with suppress(EraError):
            day = era.parse_date(bare + ending, strict=strict, as_of=as_of)
            return Schedule(day.year, day.month)
    return None


def _schedule_of(match: re.Match[str], *, strict: bool, as_of: date | None) -> Schedule:
    if match["day"]:
        return Schedule.on(era.parse_date(match[0], strict=strict, as_of=as_of))
    month = int(match["month"])
    if match["gregorian"]:
        return Schedule(int(match["gregorian"]), month)
    number = 1 if match["year"] == "元" else int(match["year"])
    year = era.from_era(match["era"], number, month, strict=strict, as_of=as_of)
    return Schedule(year, month)


def parse_day(text: str) -> date | None:
    """Read a line that is a full date and nothing else; None for a line that is something else.

    A line that has the form of a date and names one that never was is a ScheduleError.

    >>> parse_day("平成 30年 6月 7日")
    datetime.date(2018, 6, 7)
    >>> parse_day("平成30年度の予定") is None
    True
    """
    try:
        found = parse_schedule(text)
    except NotAScheduleError:
        return None
    return found.start if found.day else None


def format_schedule(
    schedule: Schedule, style: str = "long", *, weekday: bool = True, as_of: date | None = None
) -> str:
    """Write a schedule in one of the date styles of `era.format_date`.

    >>> format_schedule(Schedule(2018, 6, 12), weekday=True)
    '平成30年6月12日（火）'
    >>> format_schedule(Schedule(2019, 6), as_of=date(2018, 6, 7))
    '平成31年6月'
    """
    if schedule.day:
        return era.format_date(schedule.start, style, weekday=weekday, as_of=as_of)
    # A month belongs to the era of its last day: 昭和64年1月 had seven days, 平成元年1月 the rest.
    last = date(schedule.year, schedule.month, monthrange(schedule.year, schedule.month)[1])
    return _without_day(era.format_date(last, style, as_of=as_of))


def _without_day(written: str) -> str:
    """Take the day away from a written date: 平成30年7月31日 → 平成30年7月, H30.7.31 → H30.7."""
    return re.sub(r"(?:(?<=月).+|[.].{2})$", "", written)

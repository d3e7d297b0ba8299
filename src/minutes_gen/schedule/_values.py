"""The values that a Schedule is made of: Date and Time make a Moment, and Moments a Span.

Each says as much as the text did and no more: what is None was not said.
"""

from datetime import date, timedelta

from attrs import field, frozen

from minutes_gen import era
from minutes_gen.errors import NotAScheduleError, ScheduleError
from minutes_gen.schedule._later import LATER, Later
from minutes_gen.schedule._vocabulary import MONTH_PARTS, WEEKDAYS, YEAR_PARTS

_FIRST_DAY, _LAST_DAY = era.ERAS[0].first, era.ERAS[-1].last
_HALVES = {"AM": (0, 720), "PM": (720, 1440)}


@frozen
class Date:
    """A day, a month, a year (年), a fiscal year (年度) or a part of one; the year may be unsaid.

    `later` must have a word, `weekday` (月 is 0) is kept only where no year confirms it.

    >>> Date(2018, 7, part="mid").isoformat(), Date(2018, fiscal=True).isoformat()
    ('2018-07-mid', 'FY2018')
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    fiscal: bool = field(default=False, kw_only=True)
    part: str = field(default="", kw_only=True)
    later: Later | None = field(default=None, kw_only=True)
    weekday: int | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse a day that never was, and one outside the calendar of the eras."""
        if _is_plain_day(self):
            return
        year, month, day = self.year, self.month, self.day
        for name in ("year", "month", "day", "weekday"):
            number = getattr(self, name)
            if number is not None and type(number) is not int:
                raise TypeError(f"{name} must be a whole number, not {number!r}")
        try:
            if not self._is_sound():
                raise NotAScheduleError("must together be one day, month or year, or a part of one")
            named = 1 if month is None else month, 1 if day is None else day
            date(2000 if year is None else year, *named)
            if year is not None and not _FIRST_DAY.year < year < _LAST_DAY.year:
                era.to_era(self.first)
        except (ValueError, OverflowError) as error:
            kind = NotAScheduleError if isinstance(error, NotAScheduleError) else ScheduleError
            raise kind(f"year {year!r}, month {month!r}, day {day!r}: {error}") from None

    def _is_sound(self) -> bool:
        year, month, day = self.year is not None, self.month is not None, self.day is not None
        weekday = self.weekday
        if year and month and day:
            return not (self.fiscal or self.part or self.later or weekday is not None)
        if self.later and self.later not in LATER:
            return False
        parts = MONTH_PARTS if month else YEAR_PARTS if year else {}
        return (
            (year or month or day or bool(self.later))
            and not (year and (self.later or day or weekday is not None))
            and not (self.fiscal and (month or day or not (year or self.later)))
            and not (weekday is not None and (not day or weekday not in range(7)))
            and (not self.part or (self.part in parts and not day))
        )

    @property
    def first(self) -> date:
        """The first day; a ScheduleError where no year is known.

        >>> Date(2018, 7, part="mid").first
        datetime.date(2018, 7, 11)
        """
        return self._bounds()[0]

    @property
    def last(self) -> date:
        """The last day; a ScheduleError where no year is known.

        >>> Date(2018, fiscal=True).last
        datetime.date(2019, 3, 31)
        """
        return self._bounds()[1]

    def _bounds(self) -> tuple[date, date]:
        if self.year is None:
            raise ScheduleError(f"{self.isoformat()} has no year")
        if self.day is not None and self.month is not None:
            day = date(self.year, self.month, self.day)
            return day, day
        if self.month is None:
            _, first_month, last_month = YEAR_PARTS.get(self.part, ("", 0, 11))
            first, last = self._month(first_month)[0], self._month(last_month)[1]
            return (last if self.part == "end" else first, first if self.part == "start" else last)
        length = era.days_in_month(self.year, self.month)
        _, from_day, to_day = MONTH_PARTS.get(self.part, ("", 1, None))
        return (
            date(self.year, self.month, from_day or length),
            date(self.year, self.month, to_day or length),
        )

    def _month(self, number: int) -> tuple[date, date]:
        """Return the first and the last day of a month of the year or fiscal year, from 0."""
        years, before = divmod(number + 3 * self.fiscal, 12)
        year, month = (self.year or 0) + years, before + 1
        return date(year, month, 1), date(year, month, era.days_in_month(year, month))

    @property
    def is_day(self) -> bool:
        """Whether it is one day of a known year.

        >>> Date(2018, 7, 10).is_day, Date(2018, 7).is_day
        (True, False)
        """
        return self.year is not None and self.day is not None

    @property
    def is_only_later(self) -> bool:
        """Whether it is 翌日 or its like and nothing else.

        >>> Date(later=Later(days=1)).is_only_later
        True
        """
        return bool(self.later) and self.month is None and self.day is None and not self.fiscal

    def isoformat(self, *, exact: bool = False) -> str:
        """Write the date; `exact` also says the weekday that no year confirms."""
        if self.is_day:  # which says no more than that
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        month = "" if self.month is None else f"{self.month:02}"
        day = "" if self.day is None else f"-{self.day:02}"
        if self.year is not None:
            text = f"FY{self.year:04}" if self.fiscal else f"{self.year:04}"
            text += "" if self.month is None else f"-{month}"
        elif self.month is None and self.day is None:
            text = "FY" if self.fiscal else ""
        else:
            text = f"--{month}{day}" if self.month is not None else f"--{day}"
        if self.part:
            text += f"-{self.part}"
            known = self.year is not None and self.part in {"start", "end"}
            text += f"({self.first})" if known else ""
        if exact and self.weekday is not None:
            text += f"({WEEKDAYS[self.weekday]})"
        return self.later.isoformat() + text if self.later else text


def _is_plain_day(day: Date) -> bool:
    """Whether it is a day of the calendar and nothing else, which most dates are."""
    if day.day is None or type(day.year) is not int:
        return False
    if day.fiscal or day.part or day.later or day.weekday is not None:
        return False
    try:
        return _FIRST_DAY <= date(day.year, day.month, day.day) <= _LAST_DAY  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False


@frozen
class Time:
    """A time of day to the minute, from 0:00 to 24:00, or a half of the day (AM 午前, PM 午後).

    `about` is 頃: a time near this one.

    >>> Time(13, 30).isoformat(), Time(13, about=True).isoformat(), Time(half="AM").isoformat()
    ('T13:30', 'T13:00~', 'TAM')
    """

    hour: int | None = None
    minute: int = 0
    half: str = field(default="", kw_only=True)
    about: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse 25時 and 13時60分."""
        if self.hour is None:
            sound = self.half in _HALVES and self.minute == 0 and not self.about
        else:
            sound = 0 <= self.minute < 60 and 0 <= 60 * self.hour + self.minute <= 1440
            sound = sound and not self.half
        if not sound:
            raise ScheduleError(f"{self.hour}時{self.minute}分: a day goes from 0時 to 24時")

    @property
    def minutes(self) -> tuple[int, int]:
        """The minutes of the day at which it begins and ends.

        >>> Time(13, 30).minutes, Time(half="AM").minutes
        ((810, 810), (0, 720))
        """
        if self.hour is None:
            return _HALVES[self.half]
        return 60 * self.hour + self.minute, 60 * self.hour + self.minute

    def isoformat(self) -> str:
        """Write T13:30, T13:30~ or TAM."""
        if self.hour is None:
            return f"T{self.half}"
        return f"T{self.hour:02}:{self.minute:02}{'~' if self.about else ''}"


@frozen
class Moment:
    """A date, a time, or a time on a date (or in a month whose day is not fixed).

    >>> Moment(Date(2018, 6, 12), Time(13, 30)).isoformat()
    '2018-06-12T13:30'
    """

    date: Date | None = None
    time: Time | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a moment that says nothing."""
        if self.date is None and self.time is None:
            raise NotAScheduleError("a moment is a date, a time or both")
        day, time = self.date, self.time
        if day and day.later and time is None and day.is_only_later:
            raise NotAScheduleError(f"{day.later.word} alone must have a time behind it")
        if day and time:
            in_days = day.day or day.month or (day.later and day.later.in_days)
            if day.part or not in_days:
                raise NotAScheduleError(
                    f"a time must be on a day or in a month, not {day.isoformat()}"
                )

    def isoformat(self, *, exact: bool = False) -> str:
        """Write the date and the time."""
        text = self.date.isoformat(exact=exact) if self.date else ""
        return text + self.time.isoformat() if self.time else text


Hours = tuple[Time, Time | None]


@frozen
class Span:
    """A moment (start equals end), or from start to end; None is an open end.

    `daily` are the hours of each of its days, where it has any: from, and to or None.

    >>> Span(Moment(Date(2018, 6, 12), Time(13, 30)), None).isoformat()
    '2018-06-12T13:30/..'
    """

    start: Moment | None
    end: Moment | None
    daily: Hours | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a span that ends before it begins, or whose ends do not go together."""
        start, end = self.start, self.end
        if start is None and end is None:
            raise NotAScheduleError("a span must have a start, an end or both")
        if start is not None and start is not end and end is not None:
            if start.time == end.time and start.date == end.date:
                object.__setattr__(self, "end", start)  # so `is_moment` need not look at it again
            else:
                _check_order(start, end)
        if self.daily is not None:
            if not (start and end and start.date and start != end) or start.time or end.time:
                raise NotAScheduleError(
                    "daily hours must be those of a range of days without times"
                )
            opens, closes = self.daily
            if closes is not None and closes.minutes[1] <= opens.minutes[0]:
                raise ScheduleError(f"{closes.isoformat()} is not after {opens.isoformat()}")

    @classmethod
    def at(cls, moment: Moment) -> "Span":
        """Make the span of one moment.

        >>> Span.at(Moment(Date(2018, 6, 12))).is_moment
        True
        """
        return cls(moment, moment)

    @property
    def is_moment(self) -> bool:
        """Whether it is one moment, and not a range.

        >>> Span(Moment(Date(2018, 6, 12)), None).is_moment
        False
        """
        return self.start is self.end

    def isoformat(self, *, exact: bool = False) -> str:
        """Write start/end, with .. for an open end and @ before the hours of each day."""
        start, end = self.start, self.end
        if start is not None and self.is_moment:
            if not exact and start.time is None and start.date and _has_days(start.date):
                return f"{start.date.first}/{start.date.last}"
            return start.isoformat(exact=exact)
        first = ".." if start is None else start.isoformat(exact=exact)
        if end is None:
            last = ".."
        elif start and start.date and not start.date.year and end.time and start.date == end.date:
            last = end.time.isoformat()
        else:
            last = end.isoformat(exact=exact)
        if self.daily is None:
            return f"{first}/{last}"
        opens, closes = self.daily
        return f"{first}/{last}@{opens.isoformat()}/{closes.isoformat() if closes else '..'}"

    def days(self) -> tuple[date, ...]:
        """List its days; of an open span the day that it names, of one with no year none.

        >>> Span(Moment(Date(2018, 6, 12)), Moment(Date(2018, 6, 13))).days()[1]
        datetime.date(2018, 6, 13)
        """
        named = [m.date for m in (self.start, self.end) if m is not None and m.date is not None]
        if not named or any(d.year is None for d in named):
            return ()
        first, last = named[0].first, named[-1].last
        return tuple(first + timedelta(n) for n in range((last - first).days + 1))


def _has_days(day: Date) -> bool:
    return day.year is not None and day.part[:1] in {"H", "Q"}


def _check_order(start: Moment, end: Moment) -> None:
    ours, theirs = start.date, end.date
    if (ours is None) != (theirs is None) and not (
        start.date is None and end.date and end.date.is_only_later
    ):
        raise NotAScheduleError("both ends of a range must have a date, or neither")
    if ours and theirs:
        if (ours.year is None) != (theirs.year is None):
            raise NotAScheduleError("both ends of a range must have a year, or neither")
        before = ours.year is not None and ours is not theirs and theirs.last < ours.first
    else:
        before = False
    if start.time and end.time and (ours is theirs or ours == theirs):
        before = end.time.minutes[1] <= start.time.minutes[0]
    if before:
        raise ScheduleError(f"{end.isoformat()} is not after {start.isoformat()}")

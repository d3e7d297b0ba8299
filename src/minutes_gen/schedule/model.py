"""The values: Date and Time make a Moment, Moments a Span, and Spans a Schedule.

Each says as much as the text did and no more: what is None was not said.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import total_ordering

from attrs import evolve, field, frozen
from attrs.validators import in_, instance_of, optional

from minutes_gen import era
from minutes_gen.errors import NotAScheduleError, ScheduleError, shown
from minutes_gen.schedule.lexer import WEEKDAYS, words_problem

# The parts of a month: name, how it is written, first and last day (None: the last of the month).
MONTH_PARTS: dict[str, tuple[str, int | None, int | None]] = {
    "early": ("上旬", 1, 10),
    "mid": ("中旬", 11, 20),
    "late": ("下旬", 21, None),
    "end": ("末", None, None),
    "lucky": ("吉日", 1, None),
}
# The parts of a year (年) and of a fiscal year (年度): name, how it is written, first and last
# month, counted from 0. `start` and `end` are a day.
YEAR_PARTS: dict[str, tuple[str, int, int]] = {
    "H1": ("上半期", 0, 5),
    "H2": ("下半期", 6, 11),
    **{f"Q{q}": (f"第{q}四半期", 3 * q - 3, 3 * q - 1) for q in (1, 2, 3, 4)},
    "start": ("当初", 0, 0),
    "end": ("末", 11, 11),
}
# How much later than what was said before: 翌年 and its like, where that is not known.
LATER = {
    "+0y": "同年",
    "+0m": "同月",
    "+0d": "同日",
    "+1y": "翌年",
    "+1m": "翌月",
    "+1d": "翌日",
    "+2d": "翌々日",
}
_HALVES = {"AM": (0, 720), "PM": (720, 1440)}
_whole = optional(instance_of(int))


@frozen
class Date:
    """A day, a month, a year (年), a fiscal year (年度) or a part of one; the year may be unsaid.

    `later` is a key of LATER, `weekday` (月 is 0) is kept only where no year confirms it.

    >>> Date(2018, 7, part="mid").isoformat(), Date(2018, fiscal=True).isoformat()
    ('2018-07-mid', 'FY2018')
    """

    year: int | None = field(default=None, validator=_whole)
    month: int | None = field(default=None, validator=_whole)
    day: int | None = field(default=None, validator=_whole)
    fiscal: bool = field(default=False, kw_only=True)
    part: str = field(default="", kw_only=True)
    later: str = field(default="", kw_only=True, validator=in_(("", *LATER)))
    weekday: int | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse a day that never was, and one before the calendar of the eras."""
        try:
            if not self._is_sound():
                raise NotAScheduleError("these do not make one date")
            if self.year is not None:
                era.to_era(self.first)
                self.last  # noqa: B018  (10000-03-31, the end of 9999年度, is no day)
            else:
                date(2000, *(1 if n is None else n for n in (self.month, self.day)))
        except (ValueError, OverflowError) as error:
            kind = NotAScheduleError if isinstance(error, NotAScheduleError) else ScheduleError
            raise kind(
                f"year {self.year!r}, month {self.month!r}, day {self.day!r}: {error}"
            ) from None

    def _is_sound(self) -> bool:
        year, month, day = (value is not None for value in (self.year, self.month, self.day))
        parts = MONTH_PARTS if month else YEAR_PARTS if year else {}
        return (
            (year or month or day or bool(self.later))
            and not (year and (self.later or (day and not month) or self.weekday is not None))
            and not (self.fiscal and (month or day or not (year or self.later)))
            and not (self.weekday is not None and (not day or self.weekday not in range(7)))
            and (not self.part or (self.part in parts and not day))
        )

    @property
    def first(self) -> date:
        """The first day; a ScheduleError where no year is known."""
        return self._bounds()[0]

    @property
    def last(self) -> date:
        """The last day; a ScheduleError where no year is known."""
        return self._bounds()[1]

    def _bounds(self) -> tuple[date, date]:
        if self.year is None:
            raise ScheduleError(f"{self.isoformat()} has no year")
        if self.day is not None and self.month is not None:
            day = date(self.year, self.month, self.day)
            return day, day
        if self.month is not None:
            length = monthrange(self.year, self.month)[1]
            _, first, last = MONTH_PARTS.get(self.part, ("", 1, None))
            return tuple(date(self.year, self.month, n or length) for n in (first, last))  # type: ignore[return-value]
        _, from_month, to_month = YEAR_PARTS.get(self.part, ("", 0, 11))
        first, last = (self._month(from_month)[0], self._month(to_month)[1])
        return (last if self.part == "end" else first, first if self.part == "start" else last)

    def _month(self, number: int) -> tuple[date, date]:
        """Return the first and the last day of a month of the year or fiscal year, from 0."""
        years, month = divmod(number + 3 * self.fiscal, 12)
        year = (self.year or 0) + years
        return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])

    @property
    def is_day(self) -> bool:
        """Whether it is one day of a known year."""
        return self.year is not None and self.day is not None

    @property
    def is_only_later(self) -> bool:
        """Whether it is 翌日 or its like and nothing else."""
        return bool(self.later) and self.month is None and self.day is None and not self.fiscal

    def isoformat(self, *, exact: bool = False) -> str:
        """Write the date; `exact` also says the weekday that no year confirms."""
        month = "" if self.month is None else f"{self.month:02}"
        day = "" if self.day is None else f"-{self.day:02}"
        if self.year is not None:
            text = f"FY{self.year:04}" if self.fiscal else f"{self.year:04}"
            text += "" if self.month is None else f"-{month}{day}"
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
        return self.later + text


@frozen
class Time:
    """A time of day to the minute, from 0:00 to 24:00, or a half of the day (AM 午前, PM 午後).

    >>> Time(13, 30).isoformat(), Time(half="AM").isoformat()
    ('T13:30', 'TAM')
    """

    hour: int | None = field(default=None, validator=_whole)
    minute: int = field(default=0, validator=instance_of(int))
    half: str = field(default="", kw_only=True, validator=in_(("", *_HALVES)))

    def __attrs_post_init__(self) -> None:
        """Refuse 25時 and 13時60分."""
        if self.hour is None:
            sound = bool(self.half) and self.minute == 0
        else:
            sound = 0 <= self.minute < 60 and 0 <= 60 * self.hour + self.minute <= 1440
            sound = sound and not self.half
        if not sound:
            raise ScheduleError(f"{self.hour}時{self.minute}分: a day goes from 0時 to 24時")

    @property
    def minutes(self) -> tuple[int, int]:
        """The minutes of the day at which it begins and ends."""
        if self.hour is None:
            return _HALVES[self.half]
        return 60 * self.hour + self.minute, 60 * self.hour + self.minute

    def isoformat(self) -> str:
        """Write T13:30, or TAM."""
        return f"T{self.half}" if self.hour is None else f"T{self.hour:02}:{self.minute:02}"


@frozen
class Moment:
    """A date, a time, or a time on a date (or in a month whose day is not fixed)."""

    date: Date | None = field(default=None, validator=optional(instance_of(Date)))
    time: Time | None = field(default=None, validator=optional(instance_of(Time)))

    def __attrs_post_init__(self) -> None:
        """Refuse a moment that says nothing."""
        if self.date is None and self.time is None:
            raise NotAScheduleError("a moment is a date, a time or both")
        day, time = self.date, self.time
        if day is not None and time is None and day.is_only_later:
            raise NotAScheduleError(f"{LATER[day.later]} alone is no date")
        if day and time and (day.part or not (day.day or day.month or day.is_only_later)):
            raise NotAScheduleError(f"{day.isoformat()} has no time of day")

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

    start: Moment | None = field(validator=optional(instance_of(Moment)))
    end: Moment | None = field(validator=optional(instance_of(Moment)))
    daily: Hours | None = field(default=None)

    def __attrs_post_init__(self) -> None:
        """Refuse a span that ends before it begins, or whose ends do not go together."""
        start, end = self.start, self.end
        if start is None and end is None:
            raise NotAScheduleError("a span begins or ends somewhere")
        if start is not None and end is not None and start != end:
            _check_order(start, end)
        if self.daily is not None:
            if not (start and end and start.date and start != end) or start.time or end.time:
                raise NotAScheduleError("only days that follow each other have daily hours")
            opens, closes = self.daily
            if closes is not None and closes.minutes[1] <= opens.minutes[0]:
                raise ScheduleError(f"{closes.isoformat()} is not after {opens.isoformat()}")

    @classmethod
    def at(cls, moment: Moment) -> "Span":
        """Make the span of one moment."""
        return cls(moment, moment)

    @property
    def is_moment(self) -> bool:
        """Whether it is one moment, and not a range."""
        return self.start == self.end

    def isoformat(self, *, exact: bool = False) -> str:
        """Write start/end, with .. for an open end and @ before the hours of each day."""
        start, end = self.start, self.end
        if start is not None and start == end:
            if not exact and start.time is None and start.date and _has_days(start.date):
                return f"{start.date.first}/{start.date.last}"
            return start.isoformat(exact=exact)
        first = ".." if start is None else start.isoformat(exact=exact)
        if end is None:
            last = ".."
        elif start and end.time and start.date and start.date == end.date and not start.date.year:
            last = end.time.isoformat()
        else:
            last = end.isoformat(exact=exact)
        if self.daily is None:
            return f"{first}/{last}"
        opens, closes = self.daily
        return f"{first}/{last}@{opens.isoformat()}/{closes.isoformat() if closes else '..'}"

    def days(self) -> tuple[date, ...]:
        """List its days; of an open span the day that it names, of one with no year none."""
        named = [m.date for m in (self.start, self.end) if m is not None and m.date is not None]
        if not named or any(d.year is None for d in named):
            return ()
        first, last = named[0].first, named[-1].last
        return tuple(first + timedelta(n) for n in range((last - first).days + 1))


def _has_days(day: Date) -> bool:
    return day.year is not None and day.part[:1] in {"H", "Q"}


def _check_order(start: Moment, end: Moment) -> None:
    if (start.date is None) != (end.date is None) and not (
        start.date is None and end.date and end.date.is_only_later
    ):
        raise NotAScheduleError("one end of the range has a date and the other has none")
    ours, theirs = start.date, end.date
    if ours and theirs:
        if (ours.year is None) != (theirs.year is None):
            raise NotAScheduleError("one end of the range has a year and the other has none")
        known = ours.year is not None
        before = theirs.last < ours.first if known else False
        same = ours == theirs
    else:
        before, same = False, theirs is None
    if same and start.time and end.time:
        before = end.time.minutes[1] <= start.time.minutes[0]
    if before:
        raise ScheduleError(f"{end.isoformat()} is not after {start.isoformat()}")


@total_ordering
@frozen(init=False, repr=False, order=False)
class Schedule:
    """日時: one span or more, and the words around them, of which nothing is lost.

    Schedule(2018, 6, 12) is that day, Schedule(2018, 7) that month and Schedule(2018) that
    year; a month stays a month, and no day is ever invented. All else is made of `spans`.
    `words` are what stands before the first span, between two (empty for ・ or 、) and behind
    the last.

    >>> Schedule(2018, 7).isoformat()
    '2018-07'
    >>> Schedule(2018, 7, note="（予定）")
    Schedule.fromisoformat('2018-07', words=('', '（予定）'))
    """

    spans: tuple[Span, ...]
    words: tuple[str, ...]

    def __init__(
        self,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        *,
        note: str = "",
        spans: tuple[Span, ...] = (),
        words: tuple[str, ...] = (),
    ) -> None:
        if not spans:
            spans = (Span.at(Moment(Date(year, month, day))),)
        elif (year, month, day) != (None, None, None):
            raise ScheduleError("give either a year, month and day, or spans")
        if note and words:
            raise ScheduleError("give either a note or words")
        spans = tuple(spans)
        words = tuple(words) or ("",) * len(spans) + (note,)
        self.__attrs_init__(spans, words)  # type: ignore[attr-defined]

    def __attrs_post_init__(self) -> None:
        """Refuse words that would be read as something else, and spans that no text can list."""
        if len(self.words) != len(self.spans) + 1:
            raise ScheduleError(
                f"{len(self.spans)} spans have {len(self.spans) + 1} words around them, "
                f"not {len(self.words)}"
            )
        for place, text in enumerate(self.words):
            if text and (
                problem := words_problem(text, first=place == 0, last=place == len(self.spans))
            ):
                raise NotAScheduleError(f"{shown(text)}: {problem}")
        _check_sequence(self.spans)

    def __repr__(self) -> str:
        words = f", words={self.words!r}" if any(self.words) else ""
        return f"Schedule.fromisoformat({self.isoformat(exact=True)!r}{words})"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Schedule):
            return NotImplemented
        return self._key() < other._key()

    def _key(self) -> tuple[date, str, tuple[str, ...]]:
        return self.start or date.min, self.isoformat(exact=True), self.words

    @classmethod
    def on(cls, day: date) -> "Schedule":
        """Make the schedule of one day.

        >>> Schedule.on(date(2018, 6, 12)) == Schedule(2018, 6, 12)
        True
        """
        return cls(day.year, day.month, day.day)

    @classmethod
    def fromisoformat(cls, text: str, *, words: tuple[str, ...] = ()) -> "Schedule":
        """Read what `isoformat` writes.

        >>> Schedule.fromisoformat("2018-13")
        Traceback (most recent call last):
        minutes_gen.errors.ScheduleError: '2018-13': year 2018, month 13, day None: \
month must be in 1..12
        """
        from minutes_gen.schedule.iso import read_spans  # noqa: PLC0415  (it makes the values above)

        spans, asides = read_spans(text)
        if asides and not words:
            words = ("",) * len(spans) + (asides,)
        return cls(spans=spans, words=words)

    def isoformat(self, *, exact: bool = False) -> str:
        """Write the schedule in the forms of ISO 8601 and its like; docs/schedule.md lists them.

        The words are left out, but for the days that stand in brackets among them. `exact`
        leaves these out too, and keeps what the common form does not tell apart: FY2023-H1 for
        2023-04-01/2023-09-30, and the weekday of a day that has no year. What it writes and
        `words` are all of a schedule.
        """
        text = ",".join([span.isoformat(exact=exact) for span in self.spans])
        if exact or not any(self.words):
            return text
        from minutes_gen.schedule.grammar import asides  # noqa: PLC0415  (it makes the values above)

        return "; ".join([text, *(span.isoformat() for span in asides(self))])

    def resolved(self, base: date, *, strict: bool = True) -> "Schedule":
        """Find the years that are left out, for a paper issued on the day `base`.

        A day lies at most nine months from its paper; where two years would do, the weekday
        decides, and without one it lies no more than three months before the paper. A weekday
        that contradicts is a ScheduleError.

        >>> Schedule.fromisoformat("--06-12(火)").resolved(date(2018, 6, 7))
        Schedule.fromisoformat('2018-06-12')
        """
        from minutes_gen.schedule.resolving import Rules, resolve  # noqa: PLC0415  (as above)

        return resolve(self, base, Rules(strict=strict))

    @property
    def note(self) -> str:
        """What the text says besides: 開会, 必着, （当日消印有効）."""
        return " ".join(filter(None, self.words))

    @property
    def start(self) -> date | None:
        """The first day; None where it is open, or where no year is known."""
        moment = self.spans[0].start
        known = moment is not None and moment.date is not None and moment.date.year is not None
        return moment.date.first if known else None  # type: ignore[union-attr]

    @property
    def end(self) -> date | None:
        """The last day; None where it is open, or where no year is known."""
        moment = self.spans[-1].end
        known = moment is not None and moment.date is not None and moment.date.year is not None
        return moment.date.last if known else None  # type: ignore[union-attr]

    def days(self) -> tuple[date, ...]:
        """List the days of all spans in their order, each once; of an open span the named one.

        >>> Schedule.fromisoformat("2018-06-12/2018-06-13,2018-06-20").days()[1:]
        (datetime.date(2018, 6, 13), datetime.date(2018, 6, 20))
        """
        return tuple(dict.fromkeys(day for span in self.spans for day in span.days()))

    @property
    def day(self) -> date | None:
        """The day, where it is one day and nothing else."""
        moment = self.spans[0].start
        single = len(self.spans) == 1 and self.spans[0].is_moment and not any(self.words)
        if single and moment and moment.date and moment.date.is_day and moment.time is None:
            return moment.date.first
        return None


def _check_sequence(spans: tuple[Span, ...]) -> None:
    """Refuse dates of which one, behind the one before it, would be read as another."""
    moments = [moment for span in spans for moment in _ends(span)]
    for before, behind in zip(moments, moments[1:], strict=False):
        ours, theirs = before.date, behind.date
        if _said(ours) > _said(theirs) or (ours and ours.later) or not _follows(ours, theirs):
            raise NotAScheduleError(
                f"{behind.isoformat()} cannot be told behind {before.isoformat()}"
            )


def _ends(span: Span) -> tuple[Moment, ...]:
    ends = (span.start,) if span.is_moment else (span.start, span.end)
    return tuple(moment for moment in ends if moment is not None)


def _said(day: Date | None) -> int:
    """Say how much a date tells: nothing, a day, a month, a year."""
    if day is None or day.is_only_later:
        return 0
    if day.year is not None:
        return 3
    return 2 if day.month is not None else 1


def _follows(before: Date | None, behind: Date | None) -> bool:
    """Whether a date that waits for a year can stand behind another."""
    if before is None or behind is None or behind.year is not None:
        return behind is None or not behind.later or behind.is_only_later
    if behind.later:
        both = bool(before.month and behind.month)
        return behind.later == "+1y" and both
    if before.month is None or behind.month is None:
        return True
    return (behind.month, behind.day or 31) >= (before.month, before.day or 1)

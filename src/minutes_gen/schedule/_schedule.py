"""日時: the Schedule, and what can be told in one text."""

from datetime import date
from functools import total_ordering
from itertools import pairwise

from attrs import field, frozen

from minutes_gen.errors import NotAScheduleError, ScheduleError
from minutes_gen.schedule._days_in_brackets import days_in_brackets
from minutes_gen.schedule._hours import LENIENT, Rules
from minutes_gen.schedule._iso import read_spans
from minutes_gen.schedule._later import NEXT_MONTH, NEXT_YEAR
from minutes_gen.schedule._missing_years import resolve
from minutes_gen.schedule._values import Date, Moment, Span
from minutes_gen.schedule._words_beside import is_harmless, may_hold_days


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
    # The days in brackets among the words: a text is read for them once.
    _asides: tuple[Span, ...] | None = field(default=None, init=False, eq=False)

    def __init__(  # noqa: PLR0913  (either the first three and a note, or spans and words)
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
        elif year is not None or month is not None or day is not None:
            raise ScheduleError("give either a year, month and day, or spans")
        if note and words:
            raise ScheduleError("give either a note or words")
        words = tuple(words) or ("",) * len(spans) + (note,)
        self.__attrs_init__(tuple(spans), words)

    def __attrs_post_init__(self) -> None:
        """Refuse words that would be read as something else, and spans that no text can list."""
        if len(self.words) != len(self.spans) + 1:
            raise ScheduleError(
                f"{len(self.spans)} spans have {len(self.spans) + 1} words around them, "
                f"not {len(self.words)}"
            )
        if len(self.spans) > 1 or not _is_settled(self.spans[0]):
            _check_sequence(self.spans)
        if not all(map(is_harmless, filter(None, self.words))):
            from minutes_gen.schedule._read_back import check_words  # noqa: PLC0415 - most are

            check_words(self.spans, self.words)

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
        if self._asides is None:
            self.find_asides()
        return "; ".join([text, *(span.isoformat() for span in self._asides or ())])

    def find_asides(self, rules: Rules = LENIENT) -> None:
        """Find the days that stand in brackets among the words, such as （雨天時は6月13日）.

        A ScheduleError if one of them, by these rules, cannot be.

        >>> picnic = Schedule(2018, 6, 12, note="（雨天時は6月13日）")
        >>> picnic.find_asides()
        >>> picnic.isoformat()
        '2018-06-12; 2018-06-13'
        """
        found: tuple[Span, ...] = ()
        if may_hold_days(self.words):
            found = days_in_brackets(self.words, self.start, rules)
        object.__setattr__(self, "_asides", found)

    def resolved(self, base: date, *, strict: bool = True) -> "Schedule":
        """Find the years that are left out, for a paper issued on the day `base`.

        A day lies at most nine months from its paper; where two years would do, the weekday
        decides, and without one it lies no more than three months before the paper. A weekday
        that contradicts is a ScheduleError.

        >>> Schedule.fromisoformat("--06-12(火)").resolved(date(2018, 6, 7))
        Schedule.fromisoformat('2018-06-12')
        """
        return Schedule(spans=resolve(self.spans, base, strict=strict), words=self.words)

    @property
    def waits_for_year(self) -> bool:
        """Whether it names a date and leaves the year out.

        >>> Schedule.fromisoformat("--06-12").waits_for_year, Schedule(2018, 6).waits_for_year
        (True, False)
        """
        moments = (moment for span in self.spans for moment in (span.start, span.end))
        return any(moment and moment.date and moment.date.year is None for moment in moments)

    @property
    def note(self) -> str:
        """What the text says besides: 開会, 必着, （当日消印有効）.

        >>> Schedule(2018, 7, note="（予定）").note
        '（予定）'
        """
        return " ".join(filter(None, self.words))

    @property
    def start(self) -> date | None:
        """The first day; None where it is open, or where no year is known.

        >>> Schedule(2018, 7).start
        datetime.date(2018, 7, 1)
        """
        day = _known(self.spans[0].start)
        return day.first if day else None

    @property
    def end(self) -> date | None:
        """The last day; None where it is open, or where no year is known.

        >>> Schedule(2018, 7).end
        datetime.date(2018, 7, 31)
        """
        day = _known(self.spans[-1].end)
        return day.last if day else None

    def days(self) -> tuple[date, ...]:
        """List the days of all spans in their order, each once; of an open span the named one.

        >>> Schedule.fromisoformat("2018-06-12/2018-06-13,2018-06-20").days()[1:]
        (datetime.date(2018, 6, 13), datetime.date(2018, 6, 20))
        """
        return tuple(dict.fromkeys(day for span in self.spans for day in span.days()))


def _known(moment: Moment | None) -> Date | None:
    """Return the date of a moment, if its year is known."""
    day = moment.date if moment else None
    return day if day and day.year is not None else None


def _is_settled(span: Span) -> bool:
    """Whether a span leaves no year out, or says only one thing."""
    start, end = span.start, span.end
    if start is end or start is None or end is None:
        return True
    ours, theirs = start.date, end.date
    return ours is theirs or bool(ours and theirs and ours.year and theirs.year)


def _check_sequence(spans: tuple[Span, ...]) -> None:
    """Refuse dates of which one, behind the one before it, would be read as another."""
    moments = [moment for span in spans for moment in _ends(span)]
    for before, behind in pairwise(moments):
        if not _follows(before.date, behind.date):
            raise NotAScheduleError(
                f"{behind.isoformat()} behind {before.isoformat()} would be read as another date"
            )


def _ends(span: Span) -> tuple[Moment, ...]:
    ends = (span.start,) if span.is_moment else (span.start, span.end)
    return tuple(moment for moment in ends if moment is not None)


def _said(day: Date) -> int:
    """Say how much a date tells: a day, a month, a year."""
    if day.year is not None:
        return 3
    return 2 if day.month is not None else 1


def _follows(before: Date | None, behind: Date | None) -> bool:
    """Whether a date behind another is read as what it is, and not from the other one."""
    if before is None:
        return True
    if before.later or behind is None:
        return False
    if behind.is_only_later:
        return not before.is_day
    if _said(before) != _said(behind):
        return False
    if behind.later:
        return behind.later == (NEXT_YEAR if before.month and behind.month else NEXT_MONTH)
    if behind.year is not None or before.month is None or behind.month is None:
        return True
    return (behind.month, behind.day or 31) >= (before.month, before.day or 1)

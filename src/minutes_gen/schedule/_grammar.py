"""Tokens → moments and the gaps between them → spans, and the words around them."""

from collections.abc import Sequence
from typing import cast

from attrs import Factory, define

from minutes_gen.errors import NotAScheduleError
from minutes_gen.schedule._cursor import Cursor
from minutes_gen.schedule._dates import Context, date_of
from minutes_gen.schedule._hours import NOON, RawTime, Rules, end_time, time_of
from minutes_gen.schedule._later import NEXT_DAY
from minutes_gen.schedule._lexer import tokens_of
from minutes_gen.schedule._moments import elements_of
from minutes_gen.schedule._signs import RANGES, Gap, Sign
from minutes_gen.schedule._token_readers import Raw
from minutes_gen.schedule._values import Moment, Span, Time
from minutes_gen.schedule._words_beside import only_separates

# What ends a meeting: the time before such a word is the end of the time before it.
_CLOSING = ("散会", "閉会", "閉議", "終了", "終演", "解散", "閉場", "延会", "終会")


Told = tuple[tuple[Span, ...], tuple[str, ...]]


def fold(text: str, bare: str, places: Sequence[int], rules: Rules) -> Told:
    """Read a text, and return its spans and the words around them, of which a Schedule is made.

    `bare` is its plain spelling, and `places` are where each character of that stood.
    """
    elements = elements_of(tokens_of(bare))
    if all(isinstance(element, Gap) for element in elements):
        raise NotAScheduleError("names no date and no time")
    return _Fold(text, bare, places, Cursor(elements), rules).told()


@define
class _Fold:
    """Puts elements together to spans, and keeps the words between them."""

    text: str
    bare: str
    places: Sequence[int]
    cursor: Cursor
    rules: Rules
    said: Context = Factory(Context)
    spans: list[Span] = Factory(list)
    words: list[str] = Factory(list)
    ahead: list[str] = Factory(list)  # words of the moment that stand before it
    beside: list[str] = Factory(list)
    plain_days: int = 0  # how many days without a time the last of the spans are, listed with ・

    def told(self) -> Told:
        """Read `[words] item {gap item} [words]`."""
        self._gap()
        while not self.cursor.is_at_end:
            self._item()
            self.words[-1] = " ".join(filter(None, (self.words[-1], *self.ahead)))
            self.ahead.clear()
            self._distribute()
            self._gap()
        return tuple(self.spans), tuple(self.words)

    def _gap(self) -> None:
        """Read `gap = separator | words`, all that stands before the next item."""
        gaps: list[Gap] = []
        while not self.cursor.is_at_end and not self._begins_item():
            gaps.append(self.cursor.take_gap())  # a moment would begin an item
        if gaps:
            self._read_gap(gaps)
        if self.beside:
            self.plain_days = 0
        self.words.append(" ".join(self.beside))
        self.beside.clear()

    def _read_gap(self, gaps: list[Gap]) -> None:
        """Keep what stands between two items, unless it only separates them."""
        first, last = gaps[0], gaps[-1]
        if first.sign in RANGES and self.spans:
            raise NotAScheduleError(
                f"{first.written} must stand beside a date or a time that it joins"
            )
        inner = self.spans and not self.cursor.is_at_end
        if not (inner and only_separates(self.bare[first.start : last.end])):
            self._keep(first, last)
        if any(gap.sign is Sign.BREAK for gap in gaps):
            self.plain_days = 0

    def _begins_item(self) -> bool:
        cursor = self.cursor
        if cursor.moment():
            return True
        listed = not self.spans or cursor.sign(-1) in (Sign.LIST, Sign.BREAK)
        return listed and cursor.sign() is Sign.DASH and cursor.moment(1) is not None

    def _keep(self, first: Gap, last: Gap) -> None:
        """Keep words that stand beside the dates, their white space aside."""
        words = self.text[self.places[first.start] : self.places[last.end]]
        self.beside.append(" ".join(words.split()))

    def _item(self) -> None:
        """Read one item of the list.

        item = moment | moment [words] join moment ["まで"] | moment ("から" | "～" | "以降")
             | moment ("まで" | "以前") | "～" moment | time words time closing
        """
        cursor = self.cursor
        if cursor.sign() is Sign.DASH:
            cursor.take_gap()
            self.spans.append(Span(None, self._moment()))
            self._skip_until()
            return
        start = self._moment()
        if cursor.sign() is Sign.WORDS and cursor.sign(1) is Sign.DASH and cursor.moment(2):
            self._keep_gaps(1)
        sign = cursor.sign()
        span = Span.at(start)
        if sign is Sign.UNTIL:
            cursor.take_gap()
            span = Span(None, start)
        elif sign in (Sign.DASH, Sign.FROM) and cursor.moment(1):
            cursor.take_gap()
            span = self._range(start)
        elif sign in RANGES:
            cursor.take_gap()
            span = Span(start, None)
        elif start.time and (gaps := self._closes(start.time)):
            self._keep_gaps(gaps)
            span = Span(start, self._moment(ends=True))
        self.spans.append(span)

    def _moment(self, *, ends: bool = False) -> Moment:
        """Read `moment = date [[words] time] | time`."""
        cursor = self.cursor
        raw = cursor.take_moment()
        time = raw.time
        if time is None:
            words = int(cursor.sign() is Sign.WORDS)
            behind = cursor.moment(words)
            if behind is not None and not behind.has_date:
                self._keep_gaps(words)
                cursor.take_moment()
                time = behind.time
                self.beside += (*filter(None, (behind.ahead,)), *behind.beside)
        leads = not ends and not raw.has_date
        (self.ahead if leads else self.beside).extend(filter(None, (raw.ahead,)))
        self.beside += raw.beside
        return self._put(raw, time, ends=ends)

    def _put(self, raw: Raw, time: RawTime | None, *, ends: bool) -> Moment:
        said = self.said
        own = raw.has_date
        day = date_of(raw, said, self.rules) if own else said.date
        if time is None:
            said.date, said.time = day, None
            return Moment(day)
        clock, later = self._clock(time, own=own, ends=ends)
        if later:
            day = date_of(Raw(later=NEXT_DAY), Context(day), self.rules)
        said.date = day
        said.time = (time if time.when or not said.time else said.time[0], clock)
        return Moment(day, clock)

    def _clock(self, time: RawTime, *, own: bool, ends: bool) -> tuple[Time, int]:
        """Return the time, with the 午後 of the one before it unless it stands on its own date."""
        before = self.said.time
        handed_on = before and not time.when and before[0].when != NOON
        if before and not own and (ends or handed_on):
            return end_time(time, *before, self.rules)
        return time_of(time, self.rules)

    def _range(self, start: Moment) -> Span:
        """Read `moment ["まで"] [time join [time]]`: the end, and the hours of each day."""
        end = self._moment(ends=True)
        days = start.time is None and end.date != start.date
        cursor = self.cursor
        hours = None
        if days and end.time and cursor.sign() in (Sign.DASH, Sign.FROM, Sign.SINCE):
            cursor.take_gap()  # 9月2日～13日 9時～17時
            behind = cursor.moment()
            closes = self._moment(ends=True) if behind and not behind.has_date else None
            hours, end = (end.time, closes.time if closes else None), Moment(end.date)
        self._skip_until()
        behind = cursor.moment()
        if days and not end.time and behind and not behind.has_date:  # …13日まで 9時～17時
            opens = self._moment().time
            if opens is None or cursor.sign() not in RANGES or not cursor.moment(1):
                raise NotAScheduleError(
                    "several days must have hours from when to when, not one time"
                )
            cursor.take_gap()
            hours = (opens, self._moment(ends=True).time)
            self._skip_until()
        return Span(start, end, hours)

    def _skip_until(self) -> None:
        """Pass まで behind から, which says nothing more."""
        if self.cursor.sign() is Sign.UNTIL:
            self.cursor.take_gap()

    def _closes(self, begins: Time) -> int:
        """Count the gaps before a time that ends what began: 9時30分 開議 9時52分 散会."""
        cursor, gaps = self.cursor, 0
        while cursor.gap(gaps) is not None:
            gaps += 1
        end, words = cursor.moment(gaps), cursor.gap(gaps + 1)
        if cursor.sign() is not Sign.WORDS or end is None or end.has_date or words is None:
            return 0
        if end.time is None or not self._text(words).startswith(_CLOSING):
            return 0
        clock, later = self._clock(end.time, own=False, ends=True)
        return gaps if later or clock.minutes > begins.minutes else 0

    def _text(self, gap: Gap) -> str:
        return self.text[self.places[gap.start] : self.places[gap.end]]

    def _keep_gaps(self, count: int) -> None:
        """Keep so many gaps as words, and go on behind them."""
        gaps = [self.cursor.take_gap() for _ in range(count)]
        if gaps:
            self._keep(gaps[0], gaps[-1])

    def _distribute(self) -> None:
        """Hand the time of the last span to the days before it: 12日・13日13時～15時."""
        span = self.spans[-1]
        day = span.start.date if span.start else None
        untimed = span.is_moment and span.start and span.start.time is None
        if untimed and day and day.day is not None:
            self.plain_days += 1
            return
        count, self.plain_days = self.plain_days, 0
        end = span.end.date if span.end else day
        if not (count and span.start and span.start.time and day == end):
            return
        for at in range(len(self.spans) - 1 - count, len(self.spans) - 1):
            earlier = cast("Moment", self.spans[at].start).date
            opens = Moment(earlier, span.start.time)
            closes = Moment(earlier, span.end.time) if span.end else None
            self.spans[at] = Span(opens, closes)

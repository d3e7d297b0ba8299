"""Tokens → moments and the gaps between them → spans, and the words around them."""

from collections.abc import Sequence
from typing import cast

from attrs import Factory, define

from minutes_gen.errors import NotAScheduleError
from minutes_gen.schedule._dates import Context, date_of
from minutes_gen.schedule._hours import NOON, RawTime, Rules, end_time, time_of
from minutes_gen.schedule._later import NEXT_DAY
from minutes_gen.schedule._lexer import tokens_of
from minutes_gen.schedule._moments import SINCE, UNTIL, Element, Gap, elements_of
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
    return _Fold(text, bare, places, elements_of(tokens_of(bare)), rules).told()


@define
class _Fold:
    """Puts elements together to spans, and keeps the words between them."""

    text: str
    bare: str
    places: Sequence[int]
    elements: list[Element]
    rules: Rules
    at: int = 0
    said: Context = Factory(Context)
    spans: list[Span] = Factory(list)
    words: list[str] = Factory(list)
    ahead: list[str] = Factory(list)  # words of the moment that stand before it
    beside: list[str] = Factory(list)
    plain_days: int = 0  # how many days without a time the last of the spans are, listed with ・

    def told(self) -> Told:
        """Read `[words] item {gap item} [words]`."""
        if all(isinstance(element, Gap) for element in self.elements):
            raise NotAScheduleError("names no date and no time")
        self._gap()
        while self.at < len(self.elements):
            self._item()
            self.words[-1] = " ".join(filter(None, (self.words[-1], *self.ahead)))
            self.ahead.clear()
            self._distribute()
            self._gap()
        return tuple(self.spans), tuple(self.words)

    def _gap(self) -> None:
        """Read `gap = separator | words`, all that stands before the next item."""
        begin, end = self.at, len(self.elements)
        while self.at < end and not self._begins_item():
            self.at += 1
        if self.at > begin:
            # Nothing of it is a moment, which would begin an item.
            self._read_gap(cast("list[Gap]", self.elements[begin : self.at]))
        if self.beside:
            self.plain_days = 0
        self.words.append(" ".join(self.beside))
        self.beside.clear()

    def _read_gap(self, gaps: list[Gap]) -> None:
        """Keep what stands between two items, unless it only separates them."""
        first, last = gaps[0], gaps[-1]
        if first.kind == "range" and self.spans:
            raise NotAScheduleError(f"{first.sign} joins nothing")
        inner = self.spans and self.at < len(self.elements)
        if not (inner and only_separates(self.bare[first.start : last.end])):
            self._keep(first, last)
        if any(gap.kind == "hard" for gap in gaps):
            self.plain_days = 0

    def _begins_item(self) -> bool:
        element = self.elements[self.at]
        if isinstance(element, Raw):
            return True
        before = self.elements[self.at - 1] if self.spans else None
        listed = before is None or (isinstance(before, Gap) and before.kind in {"list", "hard"})
        return listed and self._raw(1) is not None and self._joins(0)

    def _ahead(self, ahead: int = 0) -> Element | None:
        """Return the element that comes, or one further ahead."""
        at = self.at + ahead
        return self.elements[at] if at < len(self.elements) else None

    def _raw(self, ahead: int = 0) -> Raw | None:
        """Return the element that comes, if it is a moment."""
        element = self._ahead(ahead)
        return element if isinstance(element, Raw) else None

    def _gap_at(self, ahead: int) -> Gap | None:
        """Return the element that comes, if it is none."""
        element = self._ahead(ahead)
        return element if isinstance(element, Gap) else None

    def _sign(self, kind: str) -> str:
        """Return the sign or words that come, if they are of that kind."""
        gap = self._gap_at(0)
        if gap is None or gap.kind != kind:
            return ""
        return gap.sign or self._text(gap)

    def _keep(self, first: Element, last: Element) -> None:
        """Keep words that stand beside the dates, their white space aside."""
        words = self.text[self.places[first.start] : self.places[last.end]]
        self.beside.append(" ".join(words.split()))

    def _item(self) -> None:
        """Read one item of the list.

        item = moment | moment [words] join moment ["まで"] | moment ("から" | "～" | "以降")
             | moment ("まで" | "以前") | "～" moment | time words time closing
        """
        if self._sign("range"):
            self.at += 1
            self.spans.append(Span(None, self._moment()))
            self._skip_until()
            return
        start = self._moment()
        if self._sign("words") and self._raw(2) and self._joins(1):
            self._keep_words()
        sign = self._sign("range")
        span = Span.at(start)
        if sign in UNTIL:
            self.at += 1
            span = Span(None, start)
        elif sign and sign not in SINCE and self._raw(1):
            self.at += 1
            span = self._range(start)
        elif sign:
            self.at += 1
            span = Span(start, None)
        elif start.time and (behind := self._closes(start.time)):
            self._keep(self.elements[self.at], self.elements[self.at + behind - 1])
            self.at += behind
            span = Span(start, self._moment(ends=True))
        self.spans.append(span)

    def _joins(self, ahead: int) -> bool:
        """Whether ～ or a dash comes, which joins also with words before it."""
        gap = self._gap_at(ahead)
        return gap is not None and gap.kind == "range" and gap.sign[:1] in {"～", "-"}

    def _moment(self, *, ends: bool = False) -> Moment:
        """Read `moment = date [[words] time] | time`."""
        raw = cast("Raw", self.elements[self.at])
        self.at += 1
        time = raw.time
        if time is None:
            behind = self._raw() or (self._raw(1) if self._sign("words") else None)
            if behind is not None and not behind.has_date:
                if self._raw() is None:
                    self._keep_words()
                self.at += 1
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
        sign, behind = self._sign("range"), self._raw(1)
        hours = None
        if days and end.time and sign and sign not in UNTIL:  # 9月2日～13日 9時～17時
            self.at += 1
            closes = self._moment(ends=True) if behind and not behind.has_date else None
            hours, end = (end.time, closes.time if closes else None), Moment(end.date)
        self._skip_until()
        behind = self._raw()
        if days and not end.time and behind and not behind.has_date:  # …13日まで 9時～17時
            opens = self._moment().time
            if opens is None or not self._sign("range") or not self._raw(1):
                raise NotAScheduleError("one time for several days; say from when to when")
            self.at += 1
            hours = (opens, self._moment(ends=True).time)
            self._skip_until()
        return Span(start, end, hours)

    def _skip_until(self) -> None:
        """Pass まで behind から, which says nothing more."""
        if self._sign("range") in UNTIL:
            self.at += 1

    def _closes(self, begins: Time) -> int:
        """Count the gaps before a time that ends what began: 9時30分 開議 9時52分 散会."""
        gaps = 0
        while self._gap_at(gaps) is not None:
            gaps += 1
        end, words = self._raw(gaps), self._gap_at(gaps + 1)
        if not self._sign("words") or end is None or end.has_date or words is None:
            return 0
        if end.time is None or not self._text(words).startswith(_CLOSING):
            return 0
        clock, later = self._clock(end.time, own=False, ends=True)
        return gaps if later or clock.minutes > begins.minutes else 0

    def _text(self, gap: Gap) -> str:
        return self.text[self.places[gap.start] : self.places[gap.end]]

    def _keep_words(self) -> None:
        self._keep(self.elements[self.at], self.elements[self.at])
        self.at += 1

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

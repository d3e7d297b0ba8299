"""Tokens → moments and the gaps between them → a Schedule."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import Factory, define, evolve, frozen

from minutes_gen.errors import EraError, NotAScheduleError, ScheduleError, shown
from minutes_gen.schedule.lexer import only_separates, plain, tokens_of
from minutes_gen.schedule.model import Date, Moment, Schedule, Span, Time
from minutes_gen.schedule.reading import (
    Context,
    Raw,
    RawTime,
    Rules,
    Token,
    date_of,
    end_time,
    number,
    read_token,
    time_of,
)
from minutes_gen.schedule.resolving import resolve

# Where a token may stand within a moment: each kind only behind those of a lower rank.
_RANK = {"since": 0, "later": 1, "year": 2, "month": 3, "slash": 4, "points": 4, "day": 4}
_RANK |= {"part": 4, "weekday": 5, "time": 6, "noon": 6, "ampm": 6}
_TIMES = frozenset({"time", "noon", "ampm"})
# What ends a meeting: the time before such a word is the end of the time before it.
_CLOSING = ("散会", "閉会", "閉議", "終了", "終演", "解散", "閉場", "延会", "終会")
_SIGNS = frozenset({"range", "list", "hard"})
_UNTIL = frozenset({"まで", "までに", "迄", "以前"})
_SINCE = frozenset({"以後", "以降"})


@frozen
class Gap:
    """Words, or a sign that joins (range) or separates (list, hard), at a place in the text."""

    kind: str
    start: int
    end: int
    sign: str = ""


Element = Raw | Gap


def parse_schedule(
    text: str, *, base: date | None = None, as_of: date | None = None, strict: bool = True
) -> Schedule:
    """Read 日時 as people write it: days, months, 年度, lists, ranges, times, and words beside.

    `base` is the day from which a missing year is found (that of the paper, or the date before).
    `as_of` is the issue date of the paper, of which eras may run on (平成31年6月 in one of
    平成30年). With `strict` false any era may, a weekday may be wrong, 25時30分 is 翌日1時30分,
    and 午前12時 is noon.

    Raises NotAScheduleError for a text that says no date and no time, or in no way that is
    understood, and ScheduleError for one that says what cannot be. docs/schedule.md has the
    grammar.

    >>> parse_schedule("平成30年6月12日（火）13時30分～15時").isoformat()
    '2018-06-12T13:30/2018-06-12T15:00'
    >>> parse_schedule("6月12日（火）", base=date(2018, 6, 7)).isoformat()
    '2018-06-12'
    >>> parse_schedule("平成30年6月12日（水）")
    Traceback (most recent call last):
    minutes_gen.errors.ScheduleError: '平成30年6月12日（水）': 平成30年6月12日 is not 水 but 火; \
probably 平成30年6月12日（火） is meant
    >>> parse_schedule("追って連絡")
    Traceback (most recent call last):
    minutes_gen.errors.NotAScheduleError: '追って連絡' names no date and no time
    """
    rules = Rules(strict=strict, as_of=as_of)
    try:
        bare, places = plain(text)
        tokens = tokens_of(bare)
        elements = elements_of(tokens)
        if not any(isinstance(element, Raw) for element in elements):
            raise NotAScheduleError("names no date and no time")
        schedule = _Fold(text, bare, places, elements, rules).schedule()
        schedule = resolve(schedule, base, rules) if base is not None else schedule
        asides(schedule, rules)  # the days in brackets are held to the calendar, too
    except NotAScheduleError as error:
        raise NotAScheduleError(_said(text, error)) from None
    except (ScheduleError, EraError) as error:
        raise ScheduleError(_said(text, error)) from None
    return schedule


def _said(text: str, error: Exception) -> str:
    reason, quoted = str(error), shown(text)
    if reason.startswith(quoted):
        return reason
    return f"{quoted} {reason}" if reason.startswith("names ") else f"{quoted}: {reason}"


def asides(schedule: Schedule, rules: Rules | None = None) -> tuple[Span, ...]:
    """Return the days that stand in brackets among the words, such as （雨天時は6月13日）."""
    if not any(schedule.words):
        return ()
    rules, found = rules or Rules(strict=False), []
    for words in schedule.words:
        if words:
            found += [Span.at(Moment(day)) for day in _days_in(words, schedule.start, rules)]
    return tuple(found)


def _days_in(words: str, base: date | None, rules: Rules) -> Iterator[Date]:
    bare, _ = plain(words)
    for element in elements_of(tokens_of(bare), brackets=False) if "(" in bare else ():
        if isinstance(element, Raw) and (element.points or (element.month and element.day)):
            day = date_of(element, Context(), rules)
            if not day.is_day and base is not None:
                near = resolve(Schedule(spans=(Span.at(Moment(day)),)), base, rules)
                day = near.spans[0].start.date  # type: ignore[union-attr, assignment]
            if day.is_day:
                yield day


def elements_of(tokens: list[Token], *, brackets: bool = True) -> list[Element]:
    """Put tokens together to moments, and leave all others as gaps.

    What stands in `brackets` is words, whatever it says.
    """
    kinds = _kinds(tokens)
    elements: list[Element] = []
    at, depth = 0, 0
    while at < len(tokens):
        token, kind = tokens[at], kinds[at]
        if brackets and kind in {"open", "close"}:
            depth += 1 if kind == "open" else -1
            if depth < 0:
                raise NotAScheduleError("a bracket is closed that was not opened")
        if not depth and kind in _RANK and kind not in {"weekday", "part"}:
            raw, behind = _moment(tokens, kinds, at)
            if raw is not None:
                elements.append(raw)
                at = behind
                continue
        at += 1
        sign = "words" if depth or kind not in _SIGNS else kind
        last = elements[-1] if elements else None
        if sign == "words" and isinstance(last, Gap) and last.kind == "words":
            elements[-1] = Gap("words", last.start, token.end())
        elif kind != "space" or depth:
            elements.append(Gap(sign, token.start(), token.end(), token[0]))
    if depth:
        raise NotAScheduleError("a bracket is opened and not closed")
    return elements


def _kinds(tokens: list[Token]) -> list[str]:
    """List the kinds of the tokens; a number takes its unit from the one it is joined to.

    12 in 12～14日 is a day, 13 in 13～15時 a time, 平成28 in 平成28～30年度 a year.
    """
    kinds = [str(token.lastgroup) for token in tokens]
    behind: list[str] = []  # the kinds of the two tokens behind, spaces left out
    for at in range(len(tokens) - 1, -1, -1):
        kind = kinds[at]
        if kind == "number":
            unit = behind[-2] if len(behind) > 1 and behind[-1] in {"range", "list"} else ""
            units = {"year"} if tokens[at]["nera"] else {"month", "day", "time", "year"}
            kind = kinds[at] = unit if unit in units else "year" if tokens[at]["nera"] else "word"
        if kind != "space":
            behind = [*behind[-1:], kind]
    return kinds


def _moment(tokens: list[Token], kinds: list[str], at: int) -> tuple[Raw | None, int]:
    """Read one moment from the token at `at` on; also say where it ends."""
    raw, rank, behind = Raw(), -1, at
    begin = at
    while at < len(tokens):
        kind = kinds[at]
        if kind == "space":
            at += 1
            continue
        glue = _glue(tokens, kinds, at) if 3 <= rank < 6 and begin < at else 0
        if glue:
            at, kind = glue, kinds[glue]
        if _RANK.get(kind, -1) <= rank or not _fits(kind, raw, rank):
            break
        try:
            _read(raw, tokens[at], kind)
        except NotAScheduleError:  # 一十百年 has the form of a year and is none
            return None, begin
        rank, at = _RANK[kind], at + 1
        behind = at
    said = raw.time or raw.points or {raw.year, raw.month, raw.day} != {None} or raw.fiscal
    raw.start, raw.end = tokens[begin].start(), tokens[behind - 1].end()
    return (raw, behind) if said else (None, begin)


def _glue(tokens: list[Token], kinds: list[str], at: int) -> int:
    """Find the time behind の or 、 that follows a date directly; 0 if there is none."""
    if kinds[at] != "list" and tokens[at][0] not in {"の", "/"}:
        return 0
    at += 1
    while at < len(tokens) and kinds[at] == "space":
        at += 1
    return at if at < len(tokens) and kinds[at] in _TIMES else 0


def _fits(kind: str, raw: Raw, rank: int) -> bool:
    """Whether a token of that kind can follow what the moment says already."""
    if kind in {"slash", "points"}:
        return rank <= 0
    if kind == "day":
        return rank <= 1 or raw.month is not None
    if kind == "part":
        return 2 <= rank <= 3
    if kind == "weekday":
        return rank == 4
    return True


def _read(raw: Raw, token: Token, kind: str) -> None:
    if token.lastgroup != "number":
        read_token(raw, token)
        return
    said = number(token["n"])
    if kind == "time":
        raw.time = RawTime(said)
    elif kind == "year":
        raw.era, raw.year = token["nera"] and token["nera"].rstrip("."), said
    else:
        setattr(raw, kind, said)


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
    beside: list[str] = Factory(list)
    plain_days: int = 0  # how many days without a time the last of the spans are, listed with ・

    def schedule(self) -> Schedule:
        """Fold all elements."""
        self._gap()
        while self.at < len(self.elements):
            self._item()
            self._distribute()
            self._gap()
        return Schedule(spans=tuple(self.spans), words=tuple(self.words))

    def _gap(self) -> None:
        """Gather what stands before the next item: a separator, or words."""
        begin = self.at
        while self.at < len(self.elements) and not self._begins_item():
            self.at += 1
        gaps = [gap for gap in self.elements[begin : self.at] if isinstance(gap, Gap)]
        kinds = {gap.kind for gap in gaps}
        if gaps and gaps[0].kind == "range" and self.spans:
            raise NotAScheduleError(f"{gaps[0].sign} joins nothing")
        inner = self.at < len(self.elements) and bool(self.spans)
        if gaps and not (inner and only_separates(self.bare[gaps[0].start : gaps[-1].end])):
            self._keep(gaps[0], gaps[-1])
        if self.beside or "hard" in kinds:
            self.plain_days = 0
        self.words.append(" ".join(self.beside))
        self.beside.clear()

    def _begins_item(self) -> bool:
        element = self.elements[self.at]
        if isinstance(element, Raw):
            return True
        return element.sign[:1] in {"～", "-"} and self._raw(1) is not None and (
            self.at == 0 or isinstance(self.elements[self.at - 1], Gap)
        )

    def _raw(self, ahead: int = 0) -> Raw | None:
        """Return the element that comes, if it is a moment."""
        at = self.at + ahead
        element = self.elements[at] if at < len(self.elements) else None
        return element if isinstance(element, Raw) else None

    def _sign(self, kind: str) -> str:
        """Return the sign or words that come, if they are of that kind."""
        element = self.elements[self.at] if self.at < len(self.elements) else None
        if not isinstance(element, Gap) or element.kind != kind:
            return ""
        return element.sign or self.text[self.places[element.start] : self.places[element.end]]

    def _keep(self, first: Gap, last: Gap) -> None:
        """Keep words that stand beside the dates, their white space aside."""
        words = self.text[self.places[first.start] : self.places[last.end]]
        self.beside.append(" ".join(words.split()))

    def _item(self) -> None:
        """Read one item of the list: a moment, a range, or one with an open end."""
        if self._sign("range"):
            self.at += 1
            self.spans.append(Span(None, self._moment()))
            self._skip_until()
            return
        start = self._moment()
        sign = self._sign("range")
        span = Span.at(start)
        if sign in _UNTIL:
            self.at += 1
            span = Span(None, start)
        elif sign and sign not in _SINCE and self._raw(1):
            self.at += 1
            span = self._range(start)
        elif sign:
            self.at += 1
            span = Span(start, None)
        elif start.time and self._closes():
            self._keep_words()
            span = Span(start, self._moment(ends=True))
        self.spans.append(span)

    def _moment(self, *, ends: bool = False) -> Moment:
        """Read a date, a time, or a date and the time behind it, perhaps with words between."""
        raw = self._raw()
        assert raw is not None
        self.at += 1
        time = raw.time
        if time is None:
            behind = self._raw() or (self._raw(1) if self._sign("words") else None)
            if behind is not None and not behind.has_date:
                if self._raw() is None:
                    self._keep_words()
                self.at += 1
                time = behind.time
        if raw.holiday:
            self.beside.append("（祝）")
        return self._put(raw, time, ends=ends)

    def _put(self, raw: Raw, time: RawTime | None, *, ends: bool) -> Moment:
        said = self.said
        own = raw.has_date
        day = date_of(raw, said, self.rules) if own else said.date
        if time is None:
            said.date, said.time = day, None
            return Moment(day)
        if said.time and not own and (ends or time.when == ""):
            clock, later = end_time(time, *said.time, self.rules)
        else:
            clock, later = time_of(time, self.rules)
        if later:
            day = date_of(Raw(later="+1d"), Context(day), self.rules)
        said.date = day
        said.time = (time if time.when or not said.time else said.time[0], clock)
        return Moment(day, clock)

    def _range(self, start: Moment) -> Span:
        """Read the end of a range, and the hours of its days."""
        end = self._moment(ends=True)
        hours = None
        if start.time is None and end.time and end.date != start.date:
            sign = self._sign("range")
            behind = self._raw(1)
            if sign and sign not in _UNTIL:
                self.at += 1
                opens = end.time
                closes = None
                if behind is not None and not behind.has_date:
                    closes = self._moment(ends=True).time
                hours, end = (opens, closes), Moment(end.date)
        self._skip_until()
        return Span(start, end, hours)

    def _skip_until(self) -> None:
        """Pass まで behind から, which says nothing more."""
        if self._sign("range") in _UNTIL:
            self.at += 1

    def _closes(self) -> bool:
        """Whether a time follows that ends what began: 9時30分 開議 9時52分 散会."""
        end, words = self._raw(1), self.elements[self.at + 2 : self.at + 3]
        if not self._sign("words") or end is None or end.has_date or not words:
            return False
        gap = words[0]
        return isinstance(gap, Gap) and self._text(gap).startswith(_CLOSING)

    def _text(self, gap: Gap) -> str:
        return self.text[self.places[gap.start] : self.places[gap.end]]

    def _keep_words(self) -> None:
        gap = self.elements[self.at]
        assert isinstance(gap, Gap)
        self._keep(gap, gap)
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
            earlier = self.spans[at].start
            opens = evolve(earlier, time=span.start.time)
            closes = evolve(earlier, time=span.end.time) if span.end else None
            self.spans[at] = Span(opens, closes)

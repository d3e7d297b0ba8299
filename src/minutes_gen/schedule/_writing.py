"""Spans and the words around them → text, in the styles of dates that offices write."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from minutes_gen import era
from minutes_gen.schedule._values import Date, Moment, Span, Time
from minutes_gen.schedule._vocabulary import MONTH_PARTS, WEEKDAYS, YEAR_PARTS

Previous: TypeAlias = Date | None


def write(
    spans: Sequence[Span],
    words: Sequence[str],
    style: str = "long",
    *,
    weekday: bool = True,
    as_of: date | None = None,
) -> str:
    """Write spans and the words around them in one of the date styles of `era.format_date`."""
    return _Writer(style, weekday, as_of).text(spans, words)


_POINTED = frozenset({"short", "jis", "abbrev"})
_NUMBERS = {"kanji": 1, "fullwidth": 2}


class _Writer(NamedTuple):
    style: str
    weekday: bool
    as_of: date | None

    def text(self, spans: Sequence[Span], words: Sequence[str]) -> str:
        parts, before = [_before(words[0])], None
        separator = _separator(spans)
        for index, span in enumerate(spans):
            apart = bool(index and words[index])
            parts.append(self._span(span, before, apart=apart))
            behind = words[index + 1]
            parts.append(_behind(behind))
            if index + 1 < len(spans):
                parts.append(" " if behind else separator)
            before = span.end or span.start
        return "".join(parts)

    def _span(self, span: Span, before: Moment | None, *, apart: bool) -> str:
        start, end = span.start, span.end
        if start is None:
            return self._moment(end, before, apart=apart) + "まで"
        text = self._moment(start, before, apart=apart)
        if span.is_moment:
            return text
        text += "～"
        if end is not None:
            text += self._moment(end, start, ends=True)
        if span.daily:
            opens, closes = span.daily
            gap = " " if self.style in _POINTED else ""
            text += gap + self._time(opens) + "～" + (self._time(closes) if closes else "")
        return text

    def _moment(
        self,
        moment: Moment | None,
        before: Moment | None,
        *,
        apart: bool = False,
        ends: bool = False,
    ) -> str:
        """Write a moment; what the one before it says is left out, words `apart` stand between."""
        day, time = (moment.date, moment.time) if moment else (None, None)
        said = before.date if before else None
        if day is None or (time and before and (before.time or ends) and day == said):
            return self._time(time) if time else ""
        text = self._date(day, None if apart else said)
        if time is None:
            return text
        return f"{text} {self._time(time)}" if self.style in _POINTED else text + self._time(time)

    def _date(self, day: Date, previous: Previous) -> str:
        if day.year is None:
            return self._yearless(day)
        whole = self._whole(day)
        if day.month is None:
            part = YEAR_PARTS[day.part][0] if day.part else ""
            return whole + ("度" if day.fiscal else "") + part
        if day.day is not None:
            mark = f"（{WEEKDAYS[day.first.weekday()]}）" if self.weekday else ""
            return self._shortened(whole, day, previous) + mark
        part = MONTH_PARTS[day.part][0] if day.part else ""
        if part and self.style in _POINTED:
            year, month = whole.split(".")
            return f"{year}年{month}月{part}"
        return self._shortened(whole, day, previous) + part

    def _whole(self, day: Date) -> str:
        """Write a day, a month or a year in full."""
        if day.day is not None:
            return era.format_date(day.first, self.style, as_of=self.as_of)
        year = day.year or 0
        # A month belongs to the era of its last day: 昭和64年1月 had seven days.
        month = day.month or 12
        last = date(year, month, era.days_in_month(year, month))
        written = era.format_date(last, self.style, as_of=self.as_of)
        if day.month is None:
            return self._of_year(written)
        if self.style in _POINTED:
            return written[: written.rindex(".")]
        return written[: written.index("月") + 1]

    def _shortened(self, whole: str, day: Date, previous: Previous) -> str:
        """Leave out the year, and the month, that the date before has."""
        if self.style in _POINTED or previous is None or previous.month is None:
            return whole
        if previous.year is None or (previous.month, previous.day or 1) > (
            day.month or 12,
            day.day or 31,
        ):
            return whole
        before = self._whole(previous)
        year = before[: before.index("年") + 1]
        if not whole.startswith(year):
            return whole
        month = before[: before.index("月") + 1]
        if day.day is not None and previous.day is not None and whole.startswith(month):
            return whole[len(month) :]
        return whole[len(year) :]

    def _of_year(self, written: str) -> str:
        if self.style in _POINTED:
            return written[: written.index(".")] + "年"
        return written[: written.index("年") + 1]

    def _yearless(self, day: Date) -> str:
        text = day.later.word if day.later else ""
        if day.fiscal:
            text += "度"
        if day.month is not None:
            text += f"{self._number(day.month)}月"
        if day.day is not None:
            text += f"{self._number(day.day)}日"
        elif day.part and day.month is not None:
            text += MONTH_PARTS[day.part][0]
        return text + ("" if day.weekday is None else f"（{WEEKDAYS[day.weekday]}）")

    def _time(self, time: Time) -> str:
        if time.hour is None:
            return {"AM": "午前", "PM": "午後"}[time.half]
        about = "頃" if time.about else ""
        if self.style in _POINTED:
            return f"{time.hour}:{time.minute:02}{about}"
        minute = f"{self._number(time.minute)}分" if time.minute else ""
        return f"{self._number(time.hour)}時{minute}{about}"

    def _number(self, number: int) -> str:
        if self.style == "kanji":
            tens, ones = divmod(number, 10)
            digits = "〇一二三四五六七八九"
            head = (digits[tens] if tens > 1 else "") + "十" if tens else ""
            return head + (digits[ones] if ones or not tens else "")
        if self.style == "fullwidth":
            return str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
        return str(number)


def _separator(spans: Sequence[Span]) -> str:
    """Choose what parts the spans: ； where 、 would hand a time to the days before it."""
    timed = [bool(m and m.time) for s in spans for m in (s.start or s.end,)]
    if not any(timed):
        return "・"
    return "、" if all(timed) else "；"


def _before(words: str) -> str:
    return f"{words} " if words else ""


def _behind(words: str) -> str:
    close = words[:1] in "（(、，。［[【〔"
    return words if not words or close else f" {words}"

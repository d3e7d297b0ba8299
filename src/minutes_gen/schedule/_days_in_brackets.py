"""The days that stand in brackets among the words: （雨天時は6月13日）."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from minutes_gen.schedule._dates import Context, date_of
from minutes_gen.schedule._hours import Rules
from minutes_gen.schedule._lexer import tokens_of
from minutes_gen.schedule._missing_years import resolve_date
from minutes_gen.schedule._moments import elements_of
from minutes_gen.schedule._plain_text import plain
from minutes_gen.schedule._token_readers import Raw
from minutes_gen.schedule._values import Date, Moment, Span

_NUMBER = re.compile("[0-9一二三四五六七八九十]")


def days_in_brackets(words: Iterable[str], base: date | None, rules: Rules) -> tuple[Span, ...]:
    """Return the days that stand in brackets in these words beside a date, `base`."""
    return tuple(
        Span.at(Moment(day)) for text in words if text for day in _days_in(text, base, rules)
    )


def _days_in(words: str, base: date | None, rules: Rules) -> Iterator[Date]:
    bare, _ = plain(words)
    if "(" not in bare or not _NUMBER.search(bare):
        return
    for element in elements_of(tokens_of(bare), brackets=False):
        if isinstance(element, Raw) and (element.points or (element.month and element.day)):
            day = date_of(element, Context(), rules)
            if not day.is_day and base is not None:
                day = resolve_date(day, base, strict=rules.strict)
            if day.is_day:
                yield day

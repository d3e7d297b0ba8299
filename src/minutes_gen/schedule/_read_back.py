"""Words beside dates, and whether they would be read as something else."""

import re
from collections.abc import Sequence
from functools import cache

from minutes_gen.errors import NotAScheduleError, ScheduleError, shown
from minutes_gen.schedule._grammar import fold
from minutes_gen.schedule._hours import STRICT
from minutes_gen.schedule._lexer import tokens_of
from minutes_gen.schedule._plain_text import plain
from minutes_gen.schedule._values import Moment, Span
from minutes_gen.schedule._vocabulary import (
    ERA_KANJI,
    ERA_LETTERS,
    ERA_NAMES,
    ERA_ROMAJI,
    GLOSS,
    KANJI_NUMBERS,
    PART,
    TIMES_OF_DAY,
)
from minutes_gen.schedule._words_beside import is_harmless
from minutes_gen.schedule._writing import write

# The kinds of tokens that say when.
_CORE = frozenset({"full", "points", "year", "month", "day", "slash", "time", "noon", "ampm"})
# What of these stands first behind a date is a part of it.
_GOES_ON = frozenset({"range", "weekday", "part"})
# `plain` makes of 平成３０年 what is written in the long style, so that `fullwidth` is left out.
_STYLES = ("long", "kanji", "short", "jis", "abbrev")


# Both expressions take long to compile, and wait for the first words that need them.


@cache
def _loose_head() -> "re.Pattern[str]":
    """Find words that would be taken for more of the date before them."""
    return re.compile(
        rf"""{PART}|半(?![日年期数月額分ば])|[度間目分]
    |[0-9{KANJI_NUMBERS}]+\ *(?:分(?!間)|[:./])|[ap]\.?m|{GLOSS}""",
        re.VERBOSE,
    )


@cache
def _loose_tail() -> "re.Pattern[str]":
    """Find words that would be taken for the beginning of the date behind them."""
    return re.compile(
        rf"""(?:[0-9{KANJI_NUMBERS}]\ *(?:[年月日・、～./:-]|から|と|及び)|元年|第|西暦|翌々日
    |(?:{ERA_NAMES}|[{ERA_KANJI}])(?:\ *[0-9{KANJI_NUMBERS}元]+\ *[・、～./:-])?
    |[翌同](?:[年月日]度?)?|自|至|[～ー-]|(?<![今昨明毎])(?:{TIMES_OF_DAY})|午前の|午後の
    |(?<![a-z0-9])(?:{ERA_ROMAJI}|[{ERA_LETTERS}]\.?|[ap]\.?m\.?))\ *\Z""",
        re.VERBOSE,
    )


def check_words(spans: Sequence[Span], words: Sequence[str]) -> None:
    """Refuse words that say a date themselves, or that are read as more of one beside them.

    What they may be taken for depends on all of the grammar: they are written in every style, and
    read again.

    >>> from minutes_gen.schedule._values import Date, Moment
    >>> day = (Span.at(Moment(Date(2018, 6, 12))),)
    >>> check_words(day, ("", "から"))
    Traceback (most recent call last):
    minutes_gen.errors.NotAScheduleError: 'から' would be read as more of the date before it
    >>> check_words(day, ("", " 開会"))
    Traceback (most recent call last):
    minutes_gen.errors.NotAScheduleError: ' 開会' beside a date would be read as something else
    """
    doubtful = [at for at, text in enumerate(words) if text and not is_harmless(text)]
    for at in doubtful:
        opened = at == 0 or _is_open(spans[at - 1].end)
        last = at == len(spans)
        if problem := _problem(words[at], first=at == 0, last=last, opened=opened):
            raise NotAScheduleError(f"{shown(words[at])} {problem}")
    for style in _STYLES:
        for weekday in (True, False):
            if not _is_read_back(spans, words, write(spans, words, style, weekday=weekday)):
                text = shown(words[doubtful[0]])
                raise NotAScheduleError(f"{text} beside a date would be read as something else")


def _problem(text: str, *, first: bool, last: bool, opened: bool) -> str:
    """Say what is wrong with words; `opened` are those before which a day would be read."""
    bare, _ = plain(text)
    kinds = _kinds(bare)
    if kinds is None:
        return "has a bracket without the other one"
    if not _CORE.isdisjoint(kinds) and not _only_counts(kinds, first=opened):
        return "says a date or a time itself"
    if not first and ((kinds[:1] and kinds[0] in _GOES_ON) or _loose_head().match(bare)):
        return "would be read as more of the date before it"
    if not last and _loose_tail().search(bare[-12:]):
        return "would be read as the beginning of the date behind it"
    return ""


def _is_open(end: Moment | None) -> bool:
    """Whether a day behind this end would be more of it."""
    return end is None or (end.time is None and end.date is not None and end.date.day is None)


def _only_counts(kinds: list[str], *, first: bool) -> bool:
    """Whether nothing of a date stands in words but a lone day, such as 1日コース."""
    return not first and all(
        kind not in _CORE
        or (
            kind == "day"
            and kinds[at - 1 : at]
            not in (["list"], ["either"], ["range"], ["hard"], ["later"], ["since"])
            and kinds[at + 1 : at + 2] not in (["weekday"], ["time"], ["noon"], ["ampm"], ["about"])
        )
        for at, kind in enumerate(kinds)
    )


def _kinds(plain_text: str) -> list[str] | None:
    """List the kinds of the tokens outside brackets; None if the brackets are not in pairs."""
    depth, kinds = 0, []
    for token in tokens_of(plain_text):
        kind = str(token.lastgroup)
        depth += (kind == "open") - (kind == "close")
        if depth < 0:
            return None
        if depth == 0:
            kinds.append("year" if kind == "number" and token["nera"] else kind)
    return None if depth else kinds


def _is_read_back(spans: Sequence[Span], words: Sequence[str], text: str) -> bool:
    bare, places = plain(text)
    try:
        return fold(text, bare, places, STRICT) == (tuple(spans), tuple(words))
    except ScheduleError:
        return False

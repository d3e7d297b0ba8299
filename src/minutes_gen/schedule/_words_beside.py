"""The words around dates and times, and which of them would be read as something else."""

import re
from collections.abc import Iterable
from functools import cache

from minutes_gen.errors import NotAScheduleError, shown
from minutes_gen.schedule._lexer import tokens_of
from minutes_gen.schedule._plain_text import plain
from minutes_gen.schedule._vocabulary import (
    ERA_KANJI,
    ERA_LETTERS,
    ERA_NAMES,
    ERA_ROMAJI,
    GLOSS,
    KANJI_NUMBERS,
    PART,
    TIMES_OF_DAY,
    WEEKDAYS,
)

#: The kinds of tokens that say when.
CORE = frozenset({"full", "points", "year", "month", "day", "slash", "time", "noon", "ampm"})
_GOES_ON = frozenset({"range", "weekday", "part"})


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
    |[翌同](?:[年月日]度?)?|自|至|[～ー-]|{TIMES_OF_DAY}|午前の|午後の
    |(?<![a-z0-9])(?:{ERA_ROMAJI}|[{ERA_LETTERS}]\.?|[ap]\.?m\.?))\ *\Z""",
        re.VERBOSE,
    )


def _only_counts(kinds: list[str], *, first: bool) -> bool:
    """Whether nothing of a date stands in words but a lone day, such as 1日コース."""
    return not first and all(
        kind not in CORE
        or (
            kind == "day"
            and kinds[at - 1 : at]
            not in (["list"], ["either"], ["range"], ["hard"], ["later"], ["since"])
            and kinds[at + 1 : at + 2] not in (["weekday"], ["time"], ["noon"], ["ampm"], ["about"])
        )
        for at, kind in enumerate(kinds)
    )


_SEPARATORS = re.compile(r"(?:[・、;/の\ ]|と|及び|および|並びに)*+")


def only_separates(plain_text: str) -> bool:
    """Say whether words between two dates are no more than ・, 、 or the like."""
    return _SEPARATORS.fullmatch(plain_text) is not None


# Words of these characters alone belong to no date, time or sign, wherever they stand.
_TELLING = set("年時分半度末上中下旬初吉晦当第午前後夜夕朝早深未昼正翌同至自西暦頃及並以迄")
_TELLING |= set("間目曜" + KANJI_NUMBERS + WEEKDAYS + ERA_KANJI + ERA_NAMES)
HARMLESS = (
    rf"(?:(?:(?![{''.join(sorted(_TELLING))}])[ァ-ヺ一-鿿])+"
    rf"|[(（](?![{WEEKDAYS}])(?:(?![{KANJI_NUMBERS}元])[ぁ-ゖァ-ヺ一-鿿])+[)）])"
)


@cache
def _harmless() -> "re.Pattern[str]":
    return re.compile(HARMLESS)


# A bracket, in which a day may stand: （雨天時は6月13日）.
_OPENING = re.compile("[(（[［{｛〔【〈《︵︷︹︻﹙﹛﹝⁽₍]")


def may_hold_days(words: Iterable[str]) -> bool:
    """Whether days may stand in brackets among the words.

    >>> may_hold_days(("", "政令第一号")), may_hold_days(("", "（雨天時は6月13日）"))
    (False, True)
    """
    return any(_OPENING.search(text) and not is_harmless(text) for text in words if text)


def is_harmless(text: str) -> bool:
    """Whether words are so plain that nothing of a date can be in them or be made of them.

    >>> is_harmless("定例会"), is_harmless("（13日）")
    (True, False)
    """
    return _harmless().fullmatch(text) is not None


def check_words(text: str, *, first: bool, last: bool, opened: bool = False) -> None:
    """Refuse words that cannot stand before, between or behind dates and times.

    They would be read as something else than words. `opened` are those behind an open end,
    which a day among them would close.

    >>> check_words("6月13日", first=False, last=True)
    Traceback (most recent call last):
    minutes_gen.errors.NotAScheduleError: '6月13日' says a date or a time itself
    """
    if is_harmless(text):
        return
    bare, _ = plain(text)
    kinds = _kinds(bare)
    if text != " ".join(text.split()):
        problem = "has white space at an end, or more than one space in a row"
    elif kinds is None:
        problem = "has a bracket without the other one"
    elif not CORE.isdisjoint(kinds) and not _only_counts(kinds, first=first or opened):
        problem = "says a date or a time itself"
    elif not (first or last) and only_separates(bare):
        problem = "only separates; leave it out"
    elif not first and (kinds[0] in _GOES_ON or _loose_head().match(bare)):
        problem = "would be read as more of the date before it"
    elif not last and _loose_tail().search(bare[-12:]):
        problem = "would be read as the beginning of the date behind it"
    else:
        return
    raise NotAScheduleError(f"{shown(text)} {problem}")


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

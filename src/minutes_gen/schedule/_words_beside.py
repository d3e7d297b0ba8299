"""The words around dates and times, and which of them would be read as something else."""

import re
from collections.abc import Iterable
from functools import cache

from minutes_gen.schedule._vocabulary import ERA_KANJI, ERA_NAMES, KANJI_NUMBERS, WEEKDAYS

_SEPARATORS = re.compile(r"(?:[・、;/の\ ]|と|及び|および|並びに)*+")


def only_separates(plain_text: str) -> bool:
    """Say whether words between two dates are no more than ・, 、 or the like."""
    return _SEPARATORS.fullmatch(plain_text) is not None


# Words of these characters alone belong to no date, time or sign, wherever they stand.
_TELLING = set("年時分半度末上中下旬初吉晦当第午前後夜晩今昨毎夕朝早深未昼正翌同至自西暦頃及並以迄")
_TELLING |= set("間目曜" + KANJI_NUMBERS + WEEKDAYS + ERA_KANJI + ERA_NAMES)
HARMLESS = (
    rf"(?:(?:(?![{''.join(sorted(_TELLING))}])[ァ-ヺ一-鿿])+"
    rf"|[(（](?![{WEEKDAYS}祝祭休振])(?:(?![{KANJI_NUMBERS}元])[ぁ-ゖァ-ヺ一-鿿])+[)）])"
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

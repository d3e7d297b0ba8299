"""What stands between moments: signs, by what they do to the moments, and words."""

from enum import Enum
from typing import NamedTuple


class Sign(Enum):
    """What stands between moments; the value is how one of them is written."""

    WORDS = ""
    DASH = "～"  # joins, also where words stand before it
    FROM = "から"  # joins
    SINCE = "以降"  # leaves the end open
    UNTIL = "まで"  # leaves the beginning open
    LIST = "・"
    BREAK = "；"  # lists, and hands no time to the days before it
    EITHER = "又は"


RANGES = (Sign.DASH, Sign.FROM, Sign.SINCE, Sign.UNTIL)
# A moment behind one of these is joined to the one before it, and shares its unit.
JOINING = (Sign.DASH, Sign.FROM, Sign.LIST)

_OF_KIND = {"list": Sign.LIST, "hard": Sign.BREAK, "either": Sign.EITHER}
# The kinds of tokens that are signs.
SIGNS = frozenset({"range", *_OF_KIND})
_OF_RANGE = {
    **dict.fromkeys(("まで", "までに", "迄", "以前"), Sign.UNTIL),
    **dict.fromkeys(("以後", "以降"), Sign.SINCE),
}


def sign_of(kind: str, written: str) -> Sign:
    """Return what a token of that kind is between moments.

    >>> sign_of("range", "までに"), sign_of("word", "まで")
    (<Sign.UNTIL: 'まで'>, <Sign.WORDS: ''>)
    """
    if kind != "range":
        return _OF_KIND.get(kind, Sign.WORDS)
    return _OF_RANGE.get(written) or (Sign.DASH if written[0] in "～-" else Sign.FROM)


class Gap(NamedTuple):
    """A sign or words at a place in the text, `written` as they are if they are a sign."""

    sign: Sign
    start: int
    end: int
    written: str = ""

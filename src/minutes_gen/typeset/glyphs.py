"""Clusters of characters that stay whole (書記素クラスタ), and how wide they are."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from unicodedata import category

from minutes_gen.errors import TypesetError

from .kinds import GLUE, SPACES, is_wide, kind_of
from .rules import BreakRules

# Characters that never join with a neighbour: where a text has no others, and that is the rule
# in Japanese, each character is a cluster and the tables of wcwidth need not be loaded.
LONE = (
    "\t\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u2cee"
    "\u2e00-\u3029\u3030-\u3098\u309b-\ua4cf\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufefe\uff00-\uff9d"
    "\uffe0-\uffee\U00020000-\U0003fffd"
)
ALL_LONE = re.compile(f"[{LONE}]*")
SURROGATE = re.compile("[\ud800-\udfff]")
# Formatting and control characters are set with what they follow; spaces and glue are not.
FOLLOWS = frozenset({"Cc", "Cf"})
KEEPS_APART = frozenset(SPACES + GLUE)
CONTROL_WIDTHS = {"\t": 1, "\n": 0}
SOFT_HYPHEN = "\xad"

SHOWN = 60
KEPT = 1 << 16


def refuse_surrogates(text: str) -> None:
    """Raise `TypesetError` for half of a surrogate pair: it is no character."""
    if found := SURROGATE.search(text):
        shown = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
        raise TypesetError(
            f"{shown!r} has the lone surrogate U+{ord(found[0]):04X} at {found.start()}: "
            "only whole characters can be set"
        )


def clusters(text: str) -> Sequence[str]:
    """Cut a text into what no line break may divide (UAX #29)."""
    if ALL_LONE.fullmatch(text):
        return text
    from wcwidth import iter_graphemes  # noqa: PLC0415 - loads slowly, and few texts need it

    starts: list[int] = []
    end = 0
    for cluster in iter_graphemes(text):
        if not (end and category(cluster[0]) in FOLLOWS and cluster[0] not in KEEPS_APART):
            starts.append(end)
        end += len(cluster)
    return [text[a:b] for a, b in pairwise([*starts, end])]


def _halves(cluster: str, rules: BreakRules) -> int:
    """Count the half em of a cluster, which are also its columns."""
    if cluster in CONTROL_WIDTHS:
        return CONTROL_WIDTHS[cluster]
    if ALL_LONE.fullmatch(cluster):
        return 1 + is_wide(cluster, rules)
    from wcwidth import wcswidth  # noqa: PLC0415 - as above

    shown = "".join(char for char in cluster if category(char) != "Cc" and char != SOFT_HYPHEN)
    return wcswidth(shown, ambiguous_width=1 + (rules.ambiguous == "wide"))


class GlyphBook(dict[str, tuple[int, float]]):
    """The kind and the width of each cluster under one set of rules, found when first asked for."""

    def __init__(self, rules: BreakRules) -> None:
        super().__init__()
        self._rules = rules
        self._widths = dict(rules.widths)

    def __missing__(self, cluster: str) -> tuple[int, float]:
        width = self._widths.get(cluster[0])
        if width is None:
            width = _halves(cluster, self._rules) / 2
        glyph = kind_of(cluster, self._rules), width * self._rules.em
        if len(self) >= KEPT:
            self.clear()
        self[cluster] = glyph
        return glyph


@lru_cache(maxsize=64)
def glyph_book(rules: BreakRules) -> GlyphBook:
    """Keep the book of some rules from one call to the next."""
    return GlyphBook(rules)

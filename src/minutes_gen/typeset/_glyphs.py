"""Clusters of characters that stay whole (書記素クラスタ): what each is, and how wide."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from unicodedata import category, east_asian_width

from minutes_gen.errors import TypesetError
from minutes_gen.typeset._characters import (
    EDGE_OF,
    EDGES,
    GLUE,
    HALF_KANA,
    KANA_OR_KANJI,
    MARK_OF,
    NARROW_OF,
    PICTURE,
    SELECTORS,
    SPACE_OF,
    SPACES,
    Edge,
    Family,
)
from minutes_gen.typeset._rules import BreakRules

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


def has_own_width(char: str, rules: BreakRules) -> bool:
    """Say whether the font has told the width of a character."""
    return any(char == own for own, _ in rules.widths)


def is_wide(char: str, rules: BreakRules) -> bool:
    """Say whether a character is full-width; a width of its own makes an ambiguous one narrow."""
    form = east_asian_width(char)
    if form == "A":
        return rules.ambiguous == "wide" and not has_own_width(char, rules)
    if category(char) == "Cn":
        # Newer than Python's tables, which call what they do not know F; wcwidth knows more.
        from wcwidth import wcwidth  # noqa: PLC0415 - loads slowly, and few texts need it

        return wcwidth(char) > 1
    return form in "FW"


def kind_of(cluster: str, rules: BreakRules) -> int:
    """Give the number of a cluster's kind: its family and its edge."""
    char = cluster[0]
    family = _family(cluster, char, rules)
    edge = Edge.NO_START if family >= Family.BLANK else EDGE_OF[rules.kinsoku].get(char, Edge.FREE)
    if family in (Family.OPEN, Family.CLOSE):
        # Some brackets of JLREQ are missing in Word's lists; they behave as their like do.
        edge = Edge.NO_END if family == Family.OPEN else Edge.NO_START
    return family * EDGES + edge


def _family(cluster: str, char: str, rules: BreakRules) -> Family:
    if char in GLUE or (char in SPACE_OF and not _shows_mark(cluster)):
        return SPACE_OF[char]
    if PICTURE.search(cluster):
        return Family.WIDE
    if is_wide(char, rules):
        return _wide_family(char, rules)
    if HALF_KANA.match(char):
        return Family.HALF
    return NARROW_OF.get(category(char), Family.NARROW)


def _shows_mark(space: str) -> bool:
    """Say whether a space carries a mark (UAX #14, LB10): it is seen, and needs room."""
    return any(category(char)[0] in "LM" and char not in SELECTORS for char in space[1:])


def _wide_family(char: str, rules: BreakRules) -> Family:
    if char in MARK_OF and not has_own_width(char, rules):
        return MARK_OF[char]  # a mark of another width has no half em of blank to lose
    if char in rules.units:
        return Family.UNIT
    if any(ends[0] <= char <= ends[1] for ends in KANA_OR_KANJI):
        return Family.HAN
    return Family.WIDE_DIGIT if rules.units and category(char) == "Nd" else Family.WIDE


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

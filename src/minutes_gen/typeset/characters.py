"""What each character is to a line breaker: its kind, and its width."""

import re
from collections.abc import Sequence
from enum import IntEnum, auto
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, east_asian_width

from .rules import BreakRules


class Kind(IntEnum):
    """A class of characters that all behave alike at a line's edge and beside others."""

    HAN = 0  # kana and kanji
    HAN_NS = auto()  # those that begin no line: 々ゝ, and in strict kinsoku ー and small kana
    OPEN = auto()  # （「
    CLOSE = auto()  # ）」
    STOP = auto()  # 、。，．
    MIDDLE = auto()  # ・：；
    WIDE = auto()  # other wide characters: ＡＢＣ１２３ and symbols
    WIDE_NS = auto()  # ！？％℃
    WIDE_NE = auto()  # ＄￥
    BLANK = auto()  # U+3000
    HALF = auto()  # half-width kana
    HALF_NS = auto()
    HALF_NE = auto()
    LETTER = auto()
    DIGIT = auto()
    NARROW = auto()
    NARROW_NS = auto()
    NARROW_NE = auto()
    SPACE = auto()
    GLUE = auto()


# Word's standard set (標準), from its kinsoku dialogue.
STANDARD_NO_START = "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕゛゜ゝゞ・ヽヾ！％），．：；？］｝｡｣､･ﾞﾟ￠"
STANDARD_NO_END = "$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥"
STRICT_NO_START = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶーｧｨｩｪｫｬｭｮｯｰ"

OPENING = "‘“（〔［｛〈《「『【⦅〘〖«〝"
CLOSING = "’”）〕］｝〉》」』】⦆〙〗»〟"
STOPS = "、。，．"
MIDDLES = "・：；"
GLUES = "\u00a0\u202f\u2007\u2060\ufeff"
SPACES = " \t\n\r\v\f\x85\u2028\u2029\u200b\u1680" + "".join(
    chr(c) for c in range(0x2000, 0x200B) if c != 0x2007
)

# A text all of whose characters are here has one character to a cluster.
SIMPLE = re.compile(
    "[\\x20-\\u02ff\\u0370-\\u0482\\u2010-\\u2027\\u2030-\\u205e\\u2070-\\u20cf"
    "\\u2100-\\u2cff\\u2e00-\\u3029\\u3030-\\u3098\\u309b-\\ua4cf\\uf900-\\ufaff"
    "\\ufe10-\\ufe1f\\ufe30-\\ufefe\\uff00-\\uff9d\\uffe0-\\uffef\\U00020000-\\U0003ffff]*"
)


class Glyph(NamedTuple):
    """One cluster: its width in the unit of the measure, and its kind."""

    width: float
    kind: Kind


def clusters(text: str) -> Sequence[str]:
    """Cut a text into grapheme clusters, which no line break may divide."""
    if SIMPLE.fullmatch(text):
        return text
    from wcwidth import iter_graphemes  # noqa: PLC0415 - few texts need it, and it loads slowly

    return list(iter_graphemes(text))


class GlyphBook(dict[str, Glyph]):
    """The glyphs of one set of rules, worked out when first met."""

    def __init__(self, rules: BreakRules) -> None:
        super().__init__()
        self.rules = rules
        self.widths = dict(rules.widths)

    def __missing__(self, cluster: str) -> Glyph:
        glyph = Glyph(self._width(cluster) * self.rules.em, self._kind(cluster))
        if len(cluster) == 1:
            self[cluster] = glyph
        return glyph

    def _wide(self, char: str) -> bool:
        form = east_asian_width(char)
        return form in "FW" or (
            form == "A" and char not in self.widths and self.rules.ambiguous == "wide"
        )

    def _width(self, cluster: str) -> float:
        if cluster[0] in self.widths:
            return self.widths[cluster[0]]
        if len(cluster) == 1:
            if category(cluster) in ("Mn", "Me", "Cf", "Cc", "Zl", "Zp"):
                return 0.5 if cluster == "\t" else 0.0
            return 1.0 if self._wide(cluster) else 0.5
        from wcwidth import wcswidth  # noqa: PLC0415 - only clusters of several characters

        ambiguous = 2 if self.rules.ambiguous == "wide" else 1
        return max(wcswidth(cluster, ambiguous_width=ambiguous), 0) / 2

    def _kind(self, cluster: str) -> Kind:
        char = cluster[0]
        strict = STRICT_NO_START if self.rules.kinsoku == "strict" else ""
        no_start = char in STANDARD_NO_START or char in strict
        no_end = char in STANDARD_NO_END
        if char in SPACES:
            return Kind.SPACE
        if char in GLUES or category(char) in ("Cc", "Cf"):
            return Kind.GLUE
        if char == "\u3000":
            return Kind.BLANK
        if self._wide(char):
            return self._wide_kind(char, no_start=no_start, no_end=no_end)
        if "\uff61" <= char <= "\uffdc":
            return Kind.HALF_NS if no_start else Kind.HALF_NE if no_end else Kind.HALF
        if no_start or no_end:
            return Kind.NARROW_NS if no_start else Kind.NARROW_NE
        group = category(char)
        return Kind.LETTER if group[0] == "L" else Kind.DIGIT if group == "Nd" else Kind.NARROW

    @staticmethod
    def _wide_kind(char: str, *, no_start: bool, no_end: bool) -> Kind:
        for marks, kind in (
            (OPENING, Kind.OPEN),
            (CLOSING, Kind.CLOSE),
            (STOPS, Kind.STOP),
            (MIDDLES, Kind.MIDDLE),
        ):
            if char in marks:
                return kind
        if "\u3005" <= char <= "\u3007" or "\u3041" <= char <= "\u9fff" or char >= "\uf900":
            han = category(char) in ("Lo", "Lm", "Nl") and not "\uff00" <= char <= "\uff60"
            if han:
                return Kind.HAN_NS if no_start else Kind.HAN
        return Kind.WIDE_NS if no_start else Kind.WIDE_NE if no_end else Kind.WIDE


@lru_cache(maxsize=64)
def glyph_book(rules: BreakRules) -> GlyphBook:
    """The glyphs for these rules, kept from one call to the next."""
    return GlyphBook(rules)

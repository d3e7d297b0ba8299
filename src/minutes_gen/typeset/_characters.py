"""What each character is to a line breaker (文字クラス): the tables, and nothing but them.

Sources: Word's kinsoku sets are those of its dialogue (標準 and 高レベル); the classes of marks
are those of W3C's Requirements for Japanese Text Layout (JLREQ), appendix A, cl-01 to cl-07;
widths are East Asian Width (UAX #11).
"""

import re
from enum import IntEnum, IntFlag


class Edge(IntFlag):
    """Where in a line a character may not stand (禁則)."""

    FREE = 0
    NO_START = 1
    NO_END = 2


class Family(IntEnum):
    """How a character spaces itself, and what it holds on to."""

    HAN = 0  # kana and kanji
    UNIT = 1  # kanji that stay with a number
    WIDE = 2  # other full-width characters: ＡＢＣ, ○, emoji
    WIDE_DIGIT = 3  # full-width digits, where numbers stay whole with their units
    OPEN = 4  # （「
    CLOSE = 5  # ）」
    STOP = 6  # 、。，．
    MIDDLE = 7  # ・：；
    HALF = 8  # half-width kana
    LETTER = 9
    DIGIT = 10
    NARROW = 11  # other narrow characters
    GLUE = 12  # no-break spaces, word joiners, lone controls
    BLANK = 13  # U+3000
    SPACE = 14


HAN = frozenset({Family.HAN, Family.UNIT})
LATIN = frozenset({Family.LETTER, Family.DIGIT})
WORD = LATIN | {Family.NARROW}
NUMBER = frozenset({Family.DIGIT, Family.WIDE_DIGIT})

# A kind is a family and an edge in one number, so that it indexes a table.
EDGES = 4
KINDS = len(Family) * EDGES
BLANKS = Family.BLANK * EDGES  # this kind and all above it are white space

STANDARD = {
    Edge.NO_START: ("!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕゛゜ゝゞ・ヽヾ！％），．：；？］｝｡｣､･ﾞﾟ￠"),
    Edge.NO_END: "$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥",
}
STRICT = {Edge.NO_START: "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶーｧｨｩｪｫｬｭｮｯｰ"}

MARKS = {
    Family.OPEN: "‘“（〔［｛〈《「『【⦅〘〖〝",
    Family.CLOSE: "’”）〕］｝〉》」』】⦆〙〗〟",
    Family.STOP: "、。，．",
    Family.MIDDLE: "・：；",
}
# Spaces after which a line may end: Zs without the no-break ones, controls that move or end a
# line, and the zero-width space.
SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x85 \u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u2028\u2029\u205f"
)
GLUE = "\xa0\u2007\u202f\u2060\ufeff"

# Ranges and no regular expression, which takes as long to compile as a paper takes to be written.
KANA_OR_KANJI = (
    "\u3005\u3007 \u3021\u3029 \u3031\u3035 \u3038\u303c \u3041\u309f \u30a1\u30ff \u31f0\u31ff "
    "\u3400\u4dbf \u4e00\u9fff \uf900\ufaff \U0001aff0\U0001b16f \U00020000\U0003fffd"
).split()
HALF_KANA = re.compile("[｡-ﾟ]")
# A cluster with one of these is shown as a picture, whatever it begins with.
PICTURE = re.compile("[\ufe0f\u20e3\U0001f1e6-\U0001f1ff]")

SELECTORS = frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))

EDGE_OF = {
    "standard": {char: edge for edge, chars in STANDARD.items() for char in chars},
    "strict": {
        char: edge
        for table in (STANDARD, STRICT)
        for edge, chars in table.items()
        for char in chars
    },
}
MARK_OF = {char: family for family, chars in MARKS.items() for char in chars}
SPACE_OF = {
    "\u3000": Family.BLANK,
    **dict.fromkeys(SPACES, Family.SPACE),
    **dict.fromkeys(GLUE, Family.GLUE),
}
# By Unicode category; whatever is not here is NARROW.
NARROW_OF = {
    **dict.fromkeys(("Lu", "Ll", "Lt", "Lm", "Lo"), Family.LETTER),
    "Nd": Family.DIGIT,
    **dict.fromkeys(("Cc", "Cf"), Family.GLUE),
}

"""Text → tokens: years, months, days, weekdays, times, what joins them, and all other words.

Every character is looked at by one regular expression in one pass; a run that it repeats over
is taken whole and never given back, so that the time needed is proportional to the length.
"""

import re
from collections.abc import Sequence
from functools import cache
from unicodedata import normalize

from minutes_gen.era import ERAS

WEEKDAYS = "月火水木金土日"
# The hours (of 24) that a word before the hour allows; 夜9時 is 21:00 and 夜21時 too.
HOURS: dict[str, frozenset[int]] = {
    "午前": frozenset(range(12)),
    "午後": frozenset(range(12, 24)),
    "早朝": frozenset(range(3, 9)),
    "朝": frozenset(range(4, 12)),
    "お昼": frozenset(range(10, 16)),
    "昼": frozenset(range(10, 16)),
    "夕方": frozenset(range(15, 20)),
    "夕": frozenset(range(15, 20)),
    "深夜": frozenset({22, 23, 24, 0, 1, 2, 3, 4}),
    "夜": frozenset(range(17, 25)),
    "未明": frozenset(range(6)),
}

# Every spelling of one character → one character, so that places in the text stay the same.
_ONE: dict[int, str] = {
    **{0xFF01 + n: chr(0x21 + n).lower() for n in range(94)},
    **{ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **dict.fromkeys(map(ord, "[〔【〈《{［｛"), "("),
    **dict.fromkeys(map(ord, "]〕】〉》}］｝"), ")"),
    **dict.fromkeys(map(ord, "~〜∼～"), "～"),
    **dict.fromkeys(map(ord, "-‐‒–—―−－─"), "-"),
    **dict.fromkeys(map(ord, "·•‧･"), "・"),
    **dict.fromkeys(map(ord, ",，､"), "、"),
    **dict.fromkeys(map(ord, "⁄∕"), "/"),
    **dict.fromkeys(map(ord, "零○◯"), "〇"),
    **{
        ord(a): b
        for a, b in zip("壱壹弌弐貳貮弍参參弎肆伍", "一一一二二二二三三三四五", strict=True)
    },
    **{ord(a): b for a, b in zip("陸漆柒捌玖拾佰陌仟阡", "六七七八九十百百千千", strict=True)},
    **dict.fromkeys(
        map(ord, " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f"), " "
    ),
    **dict.fromkeys([*range(0x2000, 0x200B), 0x205F, 0x3000], " "),
}
_TENS = {"廿": "二十", "卄": "二十", "卅": "三十", "丗": "三十", "卌": "四十"}
_INVISIBLE = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060)
_INVISIBLE += (*range(0x2066, 0x206A), *range(0xFE00, 0xFE10), 0xFEFF, *range(0xE0100, 0xE01F0))
# Marks of notes are no numbers, though NFKC would make some of them.
_NOTES = frozenset(map(ord, "²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⓪")).union(
    range(0x2460, 0x2474), range(0x3251, 0x3260), range(0x32B1, 0x32C0)
)
_KEPT = 1 << 16
_UNEVEN = "\0"  # stands for a character whose spelling is not one character


class _Plain(dict[int, str]):
    """The plain spelling of each character, found when first asked for.

    An expression for those that need a spelling would take long to compile: a class of all
    kanji takes a millisecond.
    """

    def __init__(self) -> None:
        super().__init__(_ONE)
        self.update(dict.fromkeys(_INVISIBLE, _UNEVEN))
        self.uneven = dict.fromkeys(map(chr, _INVISIBLE), "")

    def __missing__(self, code: int) -> str:
        character = chr(code)
        spelled = _TENS.get(character) or normalize("NFKC", character)
        plain = character if code in _NOTES else spelled.translate(_ONE)
        if len(plain) != 1:
            self.uneven[character], plain = plain, _UNEVEN
        if len(self) < _KEPT:
            self[code] = plain
        return plain


_PLAIN = _Plain()


def plain(text: str) -> tuple[str, Sequence[int]]:
    """Bring a text into one spelling; also say where each of its characters stood."""
    bare = text.translate(_PLAIN)
    if _UNEVEN not in bare:
        return bare, range(len(text) + 1)
    parts = [_PLAIN.uneven.get(character, character) for character in text]
    places = [place for place, part in enumerate(parts) for _ in part]
    return "".join(parts).translate(_PLAIN), [*places, len(text)]


KANJI_NUMBERS = "〇一二三四五六七八九十百千"
_N = rf"(?<![0-9{KANJI_NUMBERS}])(?>[0-9]+|[{KANJI_NUMBERS}]+)(?![0-9{KANJI_NUMBERS}])"
_SHORT = (
    rf"(?<![0-9{KANJI_NUMBERS}])(?>[0-9]{{1,4}}|[{KANJI_NUMBERS}]{{1,5}})(?![0-9{KANJI_NUMBERS}])"
)
ERA_NAMES = "|".join(era.name for era in ERAS)
ERA_LETTERS = "".join(era.letter.lower() for era in ERAS)
ERA_KANJI = "".join(era.name[0] for era in ERAS)
ERA_ROMAJI = "|".join(
    sorted({era.romaji.lower().replace("ō", o) for era in ERAS for o in ("o", "ou", "ō")})
)
# A kanji, said by what it is not: a class of 20,000 characters takes a millisecond to compile.
_KANJI_LETTER = r"[^\W\d_a-z぀-ヿ]"
ERA = (
    rf"(?:{ERA_NAMES}"
    rf"|(?<![a-z0-9])(?:{ERA_ROMAJI}|[{ERA_LETTERS}]\.?)(?=\ *+[0-9{KANJI_NUMBERS}元])"
    rf"|(?<!{_KANJI_LETTER})[{ERA_KANJI}](?=\ *+[0-9{KANJI_NUMBERS}元]))"
)
YEAR_OF_ERA = rf"(?:元(?!旦)|{_SHORT})"
GLOSS = rf"\(\ *+(?:西暦\ *+)?(?:{ERA}\ *+{YEAR_OF_ERA}|[0-9]{{4}})\ *+年?\ *+度?\ *+\)"
TIMES_OF_DAY = "|".join(HOURS)
# Of the characters that are no signs, digits or letters, those with which a token may begin; all
# others are words, and a run of them is taken whole.
_BEGINNINGS = (
    f"{KANJI_NUMBERS}{WEEKDAYS}{ERA_KANJI}西午早朝昼夕深夜未正頃翌同上初中下末晦吉当第迄以至自及並又若"
    "のごこかよまおともあ"
)

# The signs behind numbers, where they are not the beginning of other words.
YEAR_SIGN = r"年(?![生前後間齢代目以中]|\ *+間)"
MONTH_SIGN = r"月(?![曜間号額]|\ *+間)"
DAY_SIGN = r"日(?![間目分]|\ *+[間目])"
HOUR_SIGN = r"時(?![間代給点期刻差限制短事]|\ *+間)"
MINUTE_SIGN = r"分(?!間|\ *+間)"
HALF_SIGN = r"半(?![日年期数月額分ば])"
PART = r"""(?:の\ *+)?(?:上旬|初旬|中旬|下旬|末日|晦日|末(?![広尾期端席吉])|吉日|当初|初め
      |[上下]半?期|第\ *+[1-4一二三四]\ *+四半期)"""

_SIGNS = rf"""
    (?P<range>[～-]+|ー(?=\ *+[0-9{KANJI_NUMBERS}午正翌同])|から(?!の)|より(?!\ *+前)|までに?|迄
      | 以前|以後|以降|至(?=\ *+[0-9{KANJI_NUMBERS}明大昭平令西午]))
  | (?P<list>[・、]|及び|および|並びに|と(?=\ *+(?:[0-9{KANJI_NUMBERS}翌同]|{ERA_NAMES})))
  | (?P<either>又は|または|もしくは|若しくは|あるいは)
  | (?P<hard>[;/])
"""
_WEEKDAY = rf"""
    (?P<weekday>\(\ *+(?P<wd1>[{WEEKDAYS}])\ *+(?:曜\ *+日?)?\ *+
        (?:[・、./]?\ *+(?P<holiday>祝日?|祭日|休日?|振休|振替休日))?\ *+\)
      | (?P<wd2>[{WEEKDAYS}])曜日?
      | (?<=日)(?P<wd3>[{WEEKDAYS}])(?![^\W\d_]))
"""
_DATE = rf"""
    (?P<month>(?<!第){_SHORT}\ *+{MONTH_SIGN})
  | (?P<day>(?<!第){_SHORT}\ *+{DAY_SIGN})
  | (?P<full>(?:(?P<full_era>{ERA})\ *+(?P<full_ey>{YEAR_OF_ERA})|(?P<full_gy>(?<![0-9])[0-9]{{4}}))
        \ *+年\ *+(?P<full_month>{_SHORT})\ *+月\ *+(?P<full_day>{_SHORT})\ *+{DAY_SIGN}
        (?:\ *+\((?P<full_weekday>[{WEEKDAYS}])(?:曜日?)?\))?)
  | (?P<points>(?:{ERA}\ *+{YEAR_OF_ERA}|(?<![0-9])[0-9]{{4}})
        (?:\({YEAR_OF_ERA}\)|\({ERA}{YEAR_OF_ERA}\))?
        \ *+(?P<mark>[./・-])\ *+{_SHORT}\ *+(?P=mark)\ *+{_SHORT}(?![./-]?[0-9])
      | {ERA}\ *+(?<![0-9])[0-9]{{6}}(?![0-9]))
  | (?P<year>(?:(?P<era>{ERA})\ *+(?P<ey>{YEAR_OF_ERA})|(?:西暦\ *+)?(?P<gy>{_SHORT}))\ *+
        (?:(?P<gloss1>{GLOSS})\ *+)?(?:{YEAR_SIGN}\ *+(?P<fiscal>度)?
        (?:\ *+(?P<gloss2>{GLOSS})\ *+(?P<fiscal2>度)?)?
        |(?(era)(?:[./]\ *+(?P<pointed>{_SHORT})(?!\ *+[./:時]|[0-9])|(?=$|\ *+\())|(?!))))
  | (?P<slash>(?<![0-9/.])[0-9]{{1,2}}/[0-9]{{1,2}}(?![0-9/.]|\ *+%))
"""
_TIME = rf"""
    (?P<time>(?:(?P<when>{TIMES_OF_DAY}|(?<![a-z])(?:[ap]\.m\.|[ap]m))\ *+の?\ *+)?
        (?:(?P<hour>(?<!第)(?!一時[停休的保避預]){_SHORT})\ *+{HOUR_SIGN}
            (?:\ *+(?P<minute>{_SHORT})\ *+{MINUTE_SIGN}|\ *+(?P<half>{HALF_SIGN}))?
        | (?<![0-9:./])(?P<clock>[0-9]{{1,2}}:[0-9]{{2}})(?![0-9]|:[0-9]))
        (?:\ *+(?P<behind>[ap]\.m\.|[ap]m)(?![a-z]))?)
"""
_WORDS_OF_TIME = rf"""
    (?P<noon>正午)
  | (?P<about>頃|ごろ|ころ(?![ぁ-ん]))
  | (?P<ampm>(?P<ap>午前|午後)中?(?!\ *+の部))
  | (?P<later>翌々日|翌年|翌月|翌日|翌(?=\ *+(?:午|朝|[0-9]{{1,2}}(?:時|:)))
      | (?P<year_later>翌(?=\ *+{_SHORT}\ *+月))|同年|同月|同日)(?P<ofyear>度)?
  | (?P<part>{PART})
  | (?P<since>自(?=\ *+[0-9{KANJI_NUMBERS}明大昭平令西午]))
"""
_NUMBER = rf"(?P<number>(?:(?P<nera>{ERA})\ *+)?(?P<n>{_SHORT})(?=\ *+(?:[・、～-]|から|と|及び)))"
# What a token of these kinds may begin with: most of the others are so passed at a glance.
_DATE_AHEAD = rf"(?=[0-9{KANJI_NUMBERS}{ERA_KANJI}{ERA_LETTERS}西])"
_TIME_AHEAD = rf"(?=[0-9{KANJI_NUMBERS}ap{''.join(when[0] for when in HOURS)}])"
_TOKEN = rf"""(?!\ )(?:
    (?P<other>[^\x00-\u3040ァ-ヿ\uff00-\uffff{_BEGINNINGS}]++)
  | {_SIGNS} | {_WEEKDAY}
  | (?P<open>\() | (?P<close>\))
  | {_DATE_AHEAD}(?:{_DATE})
  | {_TIME_AHEAD}{_TIME}
  | {_WORDS_OF_TIME}
  | {_DATE_AHEAD}{_NUMBER}
  | (?P<word>第\ *+[0-9{KANJI_NUMBERS}]++|[0-9{KANJI_NUMBERS}]++(?:\ *+[年月日時分])?
      |[a-z]++|[ァ-ヺー]++|.)
    )"""


@cache
def _token() -> "re.Pattern[str]":
    # Compiled when a text first needs it, which takes as long as reading many a paper.
    return re.compile(_TOKEN, re.VERBOSE | re.DOTALL)


def tokens_of(plain_text: str) -> "list[re.Match[str]]":
    """Return the tokens, but for spaces; `lastgroup` of each is its kind."""
    return list(_token().finditer(plain_text))

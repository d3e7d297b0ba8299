"""The words of which dates and times are made: eras, numerals, signs, parts, times of day.

Expressions are those of `re.VERBOSE`, for text that `plain` has brought into one spelling.
"""

import re

from minutes_gen.era import ERAS

WEEKDAYS = "月火水木金土日"
# Weekdays in English, in the order of those above; what may follow the first letters.
ENGLISH_WEEKDAYS = {
    "mon": "day",
    "tue": "s?(?:day)?",
    "wed": "(?:s|nesday)?",
    "thu": "(?:rs?)?(?:day)?",
    "fri": "day",
    "sat": "(?:ur)?(?:day)?",
    "sun": "day",
}
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
    "晩": frozenset(range(17, 25)),
    "未明": frozenset(range(6)),
}

KANJI_NUMBERS = "〇一二三四五六七八九十百千"
SHORT = (
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
YEAR_OF_ERA = rf"(?:元(?!旦)|{SHORT})"
GLOSS = rf"\(\ *+(?:西暦\ *+)?(?:{ERA}\ *+{YEAR_OF_ERA}|[0-9]{{4}})\ *+年?\ *+度?\ *+\)"
TIMES_OF_DAY = "|".join(HOURS)
# The parts of a month: name, how it is written, first and last day (None: the last of the month).
MONTH_PARTS: dict[str, tuple[str, int | None, int | None]] = {
    "early": ("上旬", 1, 10),
    "mid": ("中旬", 11, 20),
    "late": ("下旬", 21, None),
    "end": ("末", None, None),
    "lucky": ("吉日", 1, None),
}
# The parts of a year (年) and of a fiscal year (年度): name, how it is written, first and last
# month, counted from 0. `start` and `end` are a day.
YEAR_PARTS: dict[str, tuple[str, int, int]] = {
    "H1": ("上半期", 0, 5),
    "H2": ("下半期", 6, 11),
    **{f"Q{q}": (f"第{q}四半期", 3 * q - 3, 3 * q - 1) for q in (1, 2, 3, 4)},
    "start": ("当初", 0, 0),
    "end": ("末", 11, 11),
}
# How they are written → their names. 末日 is a day where its month is known.
PARTS = {
    "上旬": "early",
    "初旬": "early",
    "中旬": "mid",
    "下旬": "late",
    "末": "end",
    "吉日": "lucky",
    "末日": "last",
    "晦日": "last",
    "当初": "start",
    "初め": "start",
    "上半期": "H1",
    "上期": "H1",
    "下半期": "H2",
    "下期": "H2",
    **{f"第{sign}四半期": f"Q{n}" for n in (1, 2, 3, 4) for sign in (n, "一二三四"[n - 1])},
}


def _part_expression(word: str) -> str:
    """Return what finds a word of PARTS: spaces may part a number, and 末 begins other words."""
    spaced = re.sub(r"([1-4一二三四])", r"\\ *+\1\\ *+", word, count=1)
    return f"{spaced}(?![広尾期端席吉])" if word == "末" else spaced


_LONGEST_FIRST = sorted(PARTS, key=len, reverse=True)
PART = rf"(?:の\ *+)?(?:{'|'.join(map(_part_expression, _LONGEST_FIRST))})"
# The signs behind numbers, where they are not the beginning of other words.
YEAR_SIGN = r"年(?![生前後間齢代目以中]|\ *+間)"
MONTH_SIGN = r"月(?![曜間号額]|\ *+間)"
DAY_SIGN = r"日(?![間目分]|\ *+[間目])"
HOUR_SIGN = r"時(?![間代給点期刻差限制短事]|\ *+間)"
MINUTE_SIGN = r"分(?!間|\ *+間)"
# What makes other words of 前 and 後: 前半, 前日, 前売, 後援会.
WORDS_OF_BEFORE = "半日夜回年月期週項記列席座泊売払"
WORDS_OF_AFTER = "半夜期援"
HALF_SIGN = r"半(?![日年期数月額分ば])"

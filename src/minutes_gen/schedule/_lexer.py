"""Text → tokens: years, months, days, weekdays, times, what joins them, and all other words.

Every character is looked at by one regular expression in one pass; a run that it repeats over
is taken whole and never given back, so that the time needed is proportional to the length.
"""

import re
from functools import cache

from minutes_gen.schedule._vocabulary import (
    DAY_SIGN,
    ENGLISH_WEEKDAYS,
    ERA,
    ERA_KANJI,
    ERA_LETTERS,
    ERA_NAMES,
    GLOSS,
    HALF_SIGN,
    HOUR_SIGN,
    HOURS,
    KANJI_NUMBERS,
    MINUTE_SIGN,
    MONTH_SIGN,
    PART,
    SHORT,
    TIMES_OF_DAY,
    WEEKDAYS,
    WORDS_OF_BEFORE,
    YEAR_OF_ERA,
    YEAR_SIGN,
)

# Of the characters that are no signs, digits or letters, those with which a token may begin; all
# others are words, and a run of them is taken whole.
_BEGINNINGS = (
    f"{KANJI_NUMBERS}{WEEKDAYS}{ERA_KANJI}西午早朝昼夕深夜晩今昨毎未正頃翌同上初中下末晦吉当第迄以至自及並又若"
    "のごこかよまおともあ"
)

# The heading of a table, 年度(令和) 4 5 6 or 年度（令和4）; 会計年度 and the like are other words.
_HEADED = rf"(?:元|[0-9]{{1,4}}+|[{KANJI_NUMBERS}]{{1,5}}+)"
_HEADING = rf"""
    (?P<heading>(?<!\w)年度\ *+\(\ *+(?P<heading_era>{ERA_NAMES}|西暦|[{ERA_LETTERS}]\.?)?\ *+(?:
        (?P<heading_year>{_HEADED})\ *+年?\ *+度?\ *+\)(?!\ *+[0-9]{{1,2}}\ *+月)
        |\)\ *+(?P<heading_years>{_HEADED}(?:(?:\ *+[・、]\ *+|\ ++){_HEADED})*+)
            (?=\ |\Z)(?!\ ++[年月日時分度])))
"""
_SIGNS = rf"""
    (?P<range>[～-]+|ー(?=\ *+[0-9{KANJI_NUMBERS}午正翌同])|から(?!の)|より(?!\ *+前)|までに?|迄
      | 以前|以後|以降|至(?=\ *+[0-9{KANJI_NUMBERS}明大昭平令西午]))
  | (?P<list>[・、]|及び|および|並びに|と(?=\ *+(?:[0-9{KANJI_NUMBERS}翌同]|{ERA_NAMES})))
  | (?P<either>又は|または|もしくは|若しくは|あるいは)
  | (?P<hard>[;/])
"""
_ENGLISH = "|".join(f"{name}(?:{rest})?" for name, rest in ENGLISH_WEEKDAYS.items())
# What may stand beside a weekday in its bracket: 祝 and the like, also with no sign between,
# and behind or before a sign the name of a holiday (海の日) or 大安 and the like.
_FEAST = "祝(?:日(?!曜))?+|祭日|休日?+|振休|振替休日"
_HOLIDAY = rf"""(?:{_FEAST}|大安|友引|先勝|先負|仏滅|赤口|元旦
    |(?![{WEEKDAYS}]曜)[ぁ-ヺー一-鿿]{{1,9}}?日)"""
_BESIDE = r"(?:\ *+[・、./]\ *+|\ ++)"
_WEEKDAY = rf"""
    (?P<weekday>\(\ *+(?:(?P<holiday1>{_HOLIDAY}){_BESIDE}|(?P<holiday2>{_FEAST}))?
        (?:(?P<wd1>[{WEEKDAYS}])(?:\ *+曜\ *+日?)?|(?P<wd4>{_ENGLISH})\.?)
        (?:{_BESIDE}(?P<holiday3>{_HOLIDAY})|\ *+(?P<holiday4>{_FEAST}))?\ *+\)
      | (?P<wd2>[{WEEKDAYS}])曜日?
      | (?<=日)(?P<wd3>[{WEEKDAYS}])(?![^\W\d_]))
"""
_DATE = rf"""
    (?P<month>(?<!第){SHORT}\ *+{MONTH_SIGN})
  | (?P<day>(?<!第){SHORT}\ *+{DAY_SIGN})
  | (?P<full>(?:(?P<full_era>{ERA})\ *+(?P<full_ey>{YEAR_OF_ERA})|(?P<full_gy>(?<![0-9])[0-9]{{4}}))
        \ *+年\ *+(?P<full_month>(?!〇++\ *+月){SHORT})\ *+月
        \ *+(?P<full_day>(?!〇++\ *+日){SHORT})\ *+{DAY_SIGN}
        (?:\ *+\((?P<full_weekday>[{WEEKDAYS}])(?:曜日?)?\))?)
  | (?P<points>(?:{ERA}\ *+{YEAR_OF_ERA}|(?<![0-9])[0-9]{{4}})
        (?:\({YEAR_OF_ERA}\)|\({ERA}{YEAR_OF_ERA}\))?
        \ *+(?P<mark>[./・-])\ *+{SHORT}\ *+(?P=mark)\ *+{SHORT}(?![./-]?[0-9])
      | {ERA}\ *+(?<![0-9])[0-9]{{6}}(?![0-9]))
  | (?P<year>(?:(?P<era>{ERA})\ *+(?P<ey>{YEAR_OF_ERA})|(?:西暦\ *+)?(?P<gy>{SHORT}))\ *+
        (?:(?P<gloss1>{GLOSS})\ *+)?(?:{YEAR_SIGN}\ *+(?P<fiscal>度)?
        (?:\ *+(?P<gloss2>{GLOSS})\ *+(?P<fiscal2>度)?)?
        |(?(era)(?:[./]\ *+(?P<pointed>{SHORT})(?!\ *+[./:時]|[0-9])|(?=$|\ *+\())|(?!))))
  | (?P<slash>(?<![0-9/.])[0-9]{{1,2}}/[0-9]{{1,2}}(?![0-9/.]|\ *+%))
"""
_TIME = rf"""
    (?P<time>(?:(?P<which>[今昨明毎](?=[朝夕夜晩]))?
            (?P<when>{TIMES_OF_DAY}|(?<![a-z])(?:[ap]\.m\.|[ap]m))\ *+の?\ *+)?
        (?:(?P<hour>(?<!第)(?!一時[停休的保避預]){SHORT})\ *+{HOUR_SIGN}
            (?:\ *+(?P<minute>{SHORT})\ *+{MINUTE_SIGN}|\ *+(?P<half>{HALF_SIGN}))?
        | (?<![0-9:.])(?P<clock>[0-9]{{1,2}}:[0-9]{{2}})(?![0-9]|:[0-9]))
        (?:\ *+(?P<behind>[ap]\.m\.|[ap]m)(?![a-z]))?)
"""
# What makes a time unclear: 14時15分前 is before 14:15 or at 13:45, 14時の15分前 is not at 14:00.
# The kind of such a token is `unclear`, which is words; 14時15分前半 and 14時15分 前田 are times.
_UNCLEAR = rf"""
    (?:(?P<unclear>(?<=分)(?:前(?![後{WORDS_OF_BEFORE}])|\ ++前(?![一-鿿]))
        |\ *+の\ *+[0-9{KANJI_NUMBERS}]{{1,3}}+\ *+分\ *+[前後]))?
"""
# What is still to be filled in: ○月, 2○年, 〇日, and 令和8年 月 日 with nothing between its signs.
_BLANK = rf"""
    (?P<blank>(?<![0-9○●△▲□■◇×*_])[0-9]*+[○●△▲□■◇×*_]++[0-9]*+\ *+[年月日時分]
      | (?<![0-9{KANJI_NUMBERS}])〇++\ *+[年月日]
      | (?<=[治正和成]\ )年(?=\ ++月) | (?<=年\ )月(?=\ ++日) | (?<=月\ )日(?=\ |\(|\Z|[0-9午～-]))
"""
_WORDS_OF_TIME = rf"""
    (?P<about>頃|ごろ|ころ(?![ぁ-ん]))
  | (?P<ampm>(?P<ap>午前|午後)中?(?!\ *+の部))
  | (?P<later>翌々日|翌年|翌月|翌日|翌(?=\ *+(?:午|朝|[0-9]{{1,2}}(?:時|:)))
      | (?P<year_later>翌(?=\ *+{SHORT}\ *+月))|同年|同月|同日)(?P<ofyear>度)?
  | (?P<part>{PART})
  | (?P<since>自(?=\ *+[0-9{KANJI_NUMBERS}明大昭平令西午]))
"""
_NUMBER = rf"(?P<number>(?:(?P<nera>{ERA})\ *+)?(?P<n>{SHORT})(?=\ *+(?:[・、～-]|から|と|及び)))"
# What a token of these kinds may begin with: most of the others are so passed at a glance.
_DATE_AHEAD = rf"(?=[0-9{KANJI_NUMBERS}{ERA_KANJI}{ERA_LETTERS}西])"
_TIME_AHEAD = rf"(?=[0-9{KANJI_NUMBERS}ap今昨明毎{''.join(when[0] for when in HOURS)}])"
_TOKEN = rf"""(?!\ )(?:
    {_HEADING} |
    (?P<other>[^\x00-\u3040ァ-ヿ\uff00-\uffff{_BEGINNINGS}]++)
  | {_BLANK} | {_SIGNS} | {_WEEKDAY}
  | (?P<open>\() | (?P<close>\))
  | {_DATE_AHEAD}(?:{_DATE})
  | (?:{_TIME_AHEAD}{_TIME}|(?P<noon>正午)){_UNCLEAR}
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

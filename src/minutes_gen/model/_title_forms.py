"""What titles, organisations and the days of letters look like (題名, 団体名, 吉日).

>>> [title_strength(text) for text in ("第3回理事会議事録", "理事会", "みどり会だより係")]
[<Strength.STRONG: 2>, <Strength.WEAK: 1>, <Strength.NONE: 0>]
>>> is_organisation("あしやＮＰＯセンター"), is_organisation("忘年会")
(True, False)
"""

import re
from enum import IntEnum
from unicodedata import normalize

from minutes_gen.era import from_era
from minutes_gen.errors import EraError, NumberingError
from minutes_gen.numbering.numerals import SYSTEMS

_LONGEST = 60  # characters; what is longer is a sentence


class Strength(IntEnum):
    """How surely a line is a title by its form alone."""

    NONE = 0
    WEAK = 1
    STRONG = 2


# What a paper is: words that a title ends in.
_PAPER = (
    r"(?:議事[録要概]\S{0,2}|会議録|速記録|会議報告|記録|メモ|報告書?|要録|お知らせ|おしらせ"
    r"|(?:お|御)願い|(?:会議)?[概要]要|議事要旨|要[旨領項]|(?:ご|御)報告|募集"
    r"|(?:ご|御)?案内状?|(?:ご|御)?通知書?|ご連絡|について|(?:開催|中止|延期|変更)の件|招集\S{0,3}|次第"
    r"|だより|便り|レジュメ|レポート|まとめ|minutes|agenda)"
)
# What people meet for. Some of these are bodies, too: a line that says 委員会 may be either.
_MEETING = (
    r"(?:会議|総会|例会|説明会|懇談会|懇話会|懇親会|座談会|茶話会|講演会|講習会?|見学会|試食会|学習会|勉強会"
    r"|読書会|朗読会|体験会|報告会|忘年会|新年会|送別会|歓迎会|同窓会総会|研修会?|集会|大会|会合|班長?会|朝礼"
    r"|打ち?合わ?せ会?|ミーティング|セミナー|講座|教室|ワークショップ|定例会|臨時会|meeting|meetup)"
)
_BODY = (
    r"(?:理事会|役員会|委員会|協議会|部会|評議会|評議員会|幹事会|審議会|取締役会|監査役会|運営会"
    r"|世話人会|研究会|代表者会議|連絡会)"
)
_ASIDE = (
    r"(?:\s*(?:（[^（）]*）|\([^()]*\)|【[^【】]*】|〔[^〔〕]*〕|第\S{1,4}号"
    r"|(?:No|Ｎｏ|Vol)[.．]?[0-9０-９]+))*"
)
_STRONG = re.compile(rf".+{_PAPER}{_ASIDE}", re.DOTALL | re.IGNORECASE)
_WEAK = re.compile(rf".*(?:{_PAPER}|{_MEETING}|{_BODY}){_ASIDE}", re.DOTALL | re.IGNORECASE)
_KANJI = "〇一二三四五六七八九十百"
_NTH = re.compile(
    rf"第\s*(?:([0-9]{{1,4}})|([{_KANJI}]{{1,6}}))\s*回(?!目)|#([1-9][0-9]{{0,3}})(?![0-9])"
)


def title_strength(text: str) -> Strength:
    """Say how surely a text is a title: …議事録, …のお知らせ, 第N回 …; or a meeting's name."""
    if len(text) > _LONGEST or "。" in text:
        return Strength.NONE
    bare = re.sub(r"\s", "", text)
    if _STRONG.fullmatch(bare) or title_number(text) is not None:
        return Strength.STRONG
    return Strength.WEAK if _WEAK.fullmatch(bare) else Strength.NONE


def title_number(title: str) -> int | None:
    """Read the number (第N回, 第四回, #10) that stands anywhere in a title; None without one.

    Where two differ, neither is the paper's.

    >>> title_number("令和3年度 第2回 理事会 議事録"), title_number("第四回編集委員会")
    (2, 4)
    >>> title_number("議案第3号"), title_number("第1回・第2回の報告")
    (None, None)
    """
    plain = normalize("NFKC", title)
    found = {number for match in _NTH.finditer(plain) if (number := _number(match))}
    return found.pop() if len(found) == 1 else None


def _number(match: re.Match[str]) -> int | None:
    if match[2] is None:
        return int(match[1] or match[3])
    positional = len(match[2]) > 1 and not set(match[2]) & set("十百")
    try:
        return SYSTEMS["kanji-positional" if positional else "kanji"].parse(match[2])
    except NumberingError:
        return None


def retitled(title: str, number: int) -> str:
    """Put another number into a title that bears one, in the spelling that it has there.

    >>> retitled("令和３年度 第２回 理事会", 3), retitled("第四回編集委員会", 5)
    ('令和３年度 第３回 理事会', '第五回編集委員会')
    """
    return _NTH_AS_TYPED.sub(lambda match: match[1] + _spelled(number, match[2]), title)


_NTH_AS_TYPED = re.compile(
    rf"(第\s*(?=[0-9０-９{_KANJI}]{{1,6}}\s*回(?!目))|[#＃](?=[1-9１-９]))([0-9０-９]{{1,4}}|[{_KANJI}]{{1,6}})"
)


def _spelled(number: int, like: str) -> str:
    if like[0] in _KANJI:
        positional = len(like) > 1 and not set(like) & set("十百")
        return SYSTEMS["kanji-positional" if positional else "kanji"].format(number)
    return SYSTEMS["decimal" if like[0].isascii() else "fullwidth"].format(number)


_FISCAL = re.compile(r"(?:(令和|平成|昭和|R|H|S)\s*(元|[0-9]{1,2})|((?:19|20)[0-9]{2}))\s*年\s*度")


def title_fiscal_year(title: str) -> int | None:
    """Read the fiscal year (年度) that a title names, as the year in which it begins.

    >>> title_fiscal_year("令和6年度第1回運営会議"), title_fiscal_year("4月定例会")
    (2024, None)
    """
    match = _FISCAL.search(normalize("NFKC", title))
    if match is None:
        return None
    if match[3]:
        return int(match[3])
    try:
        return from_era(match[1], 1 if match[2] == "元" else int(match[2]))
    except EraError:
        return None


_ORGANISATION = re.compile(
    r"(?:株式会社|有限会社|合同会社|公益財団法人|公益社団法人|一般社団法人|一般財団法人|社会福祉法人"
    r"|特定非営利活動法人|(?:NPO|ＮＰＯ)法人)\S.*"
    r"|.*(?:学校|大学|高校|学園|園|保育所|協会|連合会?|連盟|組合|法人|会社|学会|町会|町内会|自治会|クラブ|サークル"
    r"|センター|団体|機構|財団|事務[所局]|実行委員会|同窓会|後援会|(?:PTA|ＰＴＡ)|(?:NPO|ＮＰＯ)"
    r"|(?<!会)支部|本部|(?<![合同])市|(?<![本全])町|(?<![全])村|役場|役所|(?<![全支])署|病院|議会|.{2,}[団隊]"
    r"|(?<![計企])[課係](?![題程税])|(?<![本一全])[部局])"
    r"|.{2,}会",
    re.DOTALL,
)


_NO_NAME = re.compile(r"[、。，．：:！？!?「」]|[0-9０-９一二三四五六七八九十]+[月日回号]")


def is_organisation(text: str, *, body: bool = False) -> bool:
    """Say whether a text is an organisation's name by its form, and no meeting's.

    `body` says that a name such as …委員会 is meant as the body and not as its meeting: alone above
    a title, or with an office.

    >>> is_organisation("広報委員会"), is_organisation("広報委員会", body=True)
    (False, True)
    """
    bare = re.sub(r"\s", "", text)
    if not 2 <= len(bare) <= 30 or re.search(
        r"[、。，．：:！？!?「」]|[0-9０-９一二三四五六七八九十]+[月日回号]", bare
    ):
        return False
    if _STRONG.fullmatch(bare) or re.fullmatch(rf".*(?:{_PAPER}|{_MEETING})", bare):
        return False
    if re.fullmatch(rf".*{_BODY}", bare):
        return body and len(bare) > 3
    return _ORGANISATION.fullmatch(bare) is not None


# 吉日, and days still to be filled in: 令和8年　月　日, 平成30年○月○日.
_UNFILLED = "[○〇●◯□＿_xXｘＸ?？]"
_OPEN_DAY = re.compile(
    rf"(?:令和|平成|昭和|西暦|[RHS])?(?:[0-9]{{1,4}}|元|{_UNFILLED}*)年"
    rf"(?:[0-9]{{1,2}}|{_UNFILLED}*)月(?:(?:大安)?吉日|{_UNFILLED}*日|[0-9]{{1,2}}日)"
)
_FILLED = re.compile(r"(?:[0-9]+|元)年[0-9]+月[0-9]+日")


def is_open_day(text: str) -> bool:
    """Say whether a text is the day of a letter that is not fixed: 4月吉日, or one to be filled in.

    >>> is_open_day("令和6年4月吉日"), is_open_day("令和8年　月　日"), is_open_day("令和6年4月1日")
    (True, True, False)
    """
    bare = re.sub(r"\s", "", normalize("NFKC", text))
    return _OPEN_DAY.fullmatch(bare) is not None and not _FILLED.search(bare)

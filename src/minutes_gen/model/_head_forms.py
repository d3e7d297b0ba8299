"""The forms that the lines of a head have: 文書番号, 敬称, 職名, and the words 記 and 以上.

>>> has_reference_form("あしや発第12号"), has_honorific("理事各位"), is_office("理事長")
(True, True, True)
"""

import re

# 記 … 以上: the words between which a notice sets its details.
KI, CLOSING = "記", "以上"

_NUMBER = "[0-9０-９〇一二三四五六七八九十百千]+"
_NUMBERS = rf"{_NUMBER}(?:[-－‐−ー―の]{_NUMBER})*"
# 第N号 behind these counts the numbers of a paper or the matters of an assembly.
_NO_REFERENCE = "会報 通信 便り だより ニュース レター 月報 広報 新聞 時報 館報 雑誌 特集 通巻 \
会議録 議事録 速記録 議案 報告 発議 請願 陳情 意見書 諮問 答申 認定 同意 専決 \
条例 規則 規程 要綱 法律 政令 省令 告示 訓令".split()
_REFERENCE = re.compile(
    rf"(?P<sign>[^\s第。、]{{1,12}}|[^\s第。、]{{0,11}}[発収達] )"
    rf"第\s*{_NUMBERS}\s*号(?:の{_NUMBER})?"
    rf"|[^\s。、]{{1,12}}発?号外|事務連絡|(?:No|Ｎｏ|№)[.．]?\s?[0-9０-９][-－0-9０-９]*",
    re.DOTALL,
)


def has_reference_form(line: str) -> bool:
    """Say whether a text reads as a reference (文書番号), such as あしや発第12号."""
    match = _REFERENCE.fullmatch(line)
    return match is not None and not (match["sign"] or "").endswith(tuple(_NO_REFERENCE))


# 敬称. 仕様 and 御殿 are no persons.
_HONORIFIC = re.compile(
    r"(?:.*(?:各\s*位|(?:皆|みな)(?:様|さ[まん])へ?)"
    r"|.+(?:御\s*中|先生|(?<![仕模王神同])様|(?<![御神沈])殿|\sあて|宛て?))"
    r"(?:\s*（[^（）]*）)?",
    re.DOTALL,
)
_LONGEST = 40  # characters; what is longer is a sentence
# So many lines of an address or an organisation stand above the name that 様 is behind.
LINES_ABOVE_NAME = 2


def has_honorific(line: str) -> bool:
    """Say whether a text ends in 様, 殿, 御中, 各位 and the like, and is no sentence.

    >>> [has_honorific(line) for line in ("橋野 太郎 様", "各位（理事を除く）", "仕様")]
    [True, True, False]
    """
    return len(line) <= _LONGEST and bool(_HONORIFIC.fullmatch(line))


# 職名: what the offices of those who sign end in. 延長 and 成長 are none.
_OFFICE = (
    r"\S*(?:(?<![延成特身全波助増冗])長|代表|代表者|理事|知事|取締役|執行役|主任|主査|主事|幹事|監事|大臣|総裁)"
    r"(?:職務)?(?:代理者?|代行|補佐|心得)?"
)
_SEAL = r"(?:\s*(?:印|㊞|（印）|（?公印省略）?))?"
_OFFICER = re.compile(rf"(?:\S+\s+){{0,3}}{_OFFICE}(?:\s+\S{{1,5}}){{0,4}}{_SEAL}|（?公印省略）?")
_OFFICE_ALONE = re.compile(rf"(?:\S+\s+){{0,3}}{_OFFICE}")
# An address or a telephone number of the sender.
_CONTACT = re.compile(
    r"〒.*|(?:℡|TEL|FAX|ＴＥＬ|ＦＡＸ|電話)[\s.．:：]*[(（]?[0-9０-９].*", re.IGNORECASE | re.DOTALL
)
_PERSON = re.compile(rf"\S{{1,4}}(?:\s+\S{{1,4}}){{1,3}}{_SEAL}")


def has_signing_form(line: str, above: str) -> bool:
    """Say whether a text under `above` reads as 職名 氏名, or as 氏名 under 職名."""
    if len(line) > _LONGEST:
        return False
    under_office = _PERSON.fullmatch(line) and _OFFICE_ALONE.fullmatch(above[:_LONGEST])
    return bool(under_office or _OFFICER.fullmatch(line) or _CONTACT.fullmatch(line))


def is_office(text: str) -> bool:
    """Say whether a text is 職名, the name of an office.

    >>> is_office("理事長"), is_office("延長")
    (True, False)
    """
    return _OFFICE_ALONE.fullmatch(text) is not None


def is_officer(line: str) -> bool:
    """Say whether a text is 職名, with a name behind it or without.

    >>> is_officer("理事長　橋野　太郎"), is_officer("橋野 太郎")
    (True, False)
    """
    return len(line) <= _LONGEST and _OFFICER.fullmatch(line) is not None


def is_contact(line: str) -> bool:
    """Say whether a text is an address or a telephone number.

    >>> is_contact("〒659-0000 芦屋市"), is_contact("TEL：0797-00-0000"), is_contact("電話で")
    (True, True, False)
    """
    return len(line) <= _LONGEST and _CONTACT.fullmatch(line) is not None


def is_ki(line: str) -> bool:
    """Say whether a line is 記, the word above the details of a notice."""
    return line == KI


def ends_letter(line: str) -> bool:
    """Say whether a line is 結語, the word that answers 拝啓 or 謹啓.

    >>> ends_letter("敬　具"), ends_letter("敬具を付す")
    (True, False)
    """
    return "".join(line.split()) in _ENDINGS


_ENDINGS = {"敬具", "敬白", "謹白", "謹言", "草々", "早々", "不一", "かしこ", "拝具"}


def is_closing(line: str) -> bool:
    """Say whether a line is 以上, the last word of a notice.

    >>> is_closing("以　上"), is_closing("以上です。")
    (True, False)
    """
    return "".join(line.split()) == CLOSING

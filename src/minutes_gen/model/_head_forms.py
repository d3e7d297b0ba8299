"""The head of a paper: the forms that its lines have, and what its fields may hold.

>>> is_reference("あしや発第12号"), is_addressee("理事各位"), signs("理事長　橋野　太郎", "")
(True, True, True)
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from attrs import Attribute

from minutes_gen import era
from minutes_gen.errors import EraError, ModelError, ScheduleError, shown
from minutes_gen.model._marks import BYTE_ORDER_MARK, escape_title
from minutes_gen.model._validators import as_tuple, text_problem
from minutes_gen.schedule import parse_day

# 記 … 以上: the words between which a notice sets its details.
KI, CLOSING = "記", "以上"

_NUMBER = "[0-9０-９〇一二三四五六七八九十百千]+"
_NUMBERS = rf"{_NUMBER}(?:[-－‐−ー―の]{_NUMBER})*"
# 第N号 behind these counts the numbers of a paper or the matters of an assembly.
_NO_REFERENCE = "会報 通信 便り だより ニュース レター 月報 広報 新聞 時報 館報 雑誌 特集 通巻 \
議案 報告 発議 請願 陳情 意見書 諮問 答申 認定 同意 専決 \
条例 規則 規程 要綱 法律 政令 省令 告示 訓令".split()
_REFERENCE = re.compile(
    rf"(?P<sign>[^\s第。、]{{1,12}}|[^\s第。、]{{0,11}}[発収達] )"
    rf"第\s*{_NUMBERS}\s*号(?:の{_NUMBER})?"
    rf"|[^\s。、]{{1,12}}発?号外|事務連絡|(?:No|Ｎｏ|№)[.．]?\s?[0-9０-９][-－0-9０-９]*",
    re.DOTALL,
)


def is_reference(line: str) -> bool:
    """Say whether a line has the form of a reference (文書番号).

    >>> [is_reference(line) for line in ("30教総第1234号の2", "事務連絡", "会報第12号", "第1号")]
    [True, True, False, False]
    """
    match = _REFERENCE.fullmatch(line)
    counts = match is not None and (match["sign"] or "").endswith(tuple(_NO_REFERENCE))
    return match is not None and not counts and is_name(line)


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


def is_addressee(line: str) -> bool:
    """Say whether a line names an addressee (宛名): it ends in 様, 殿, 御中, 各位 and the like.

    >>> [is_addressee(line) for line in ("橋野 太郎 様", "各位（理事を除く）", "仕様", "・甲様")]
    [True, True, False, False]
    """
    return len(line) <= _LONGEST and bool(_HONORIFIC.fullmatch(line)) and is_name(line)


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
    r"〒.*|(?:℡|TEL|FAX|ＴＥＬ|ＦＡＸ|電話)[\s.．]*[(（]?[0-9０-９].*", re.IGNORECASE | re.DOTALL
)
_PERSON = re.compile(rf"\S{{1,4}}(?:\s+\S{{1,4}}){{1,3}}{_SEAL}")


def signs(line: str, above: str) -> bool:
    """Say whether a line under `above` has the form of a signatory: 職名 氏名, or 氏名 under 職名.

    An address and a telephone number of the sender have it as well.

    >>> signs("橋野 太郎", "理事長"), signs("橋野 太郎", "みどり会"), signs("時間の延長", "")
    (True, False, False)
    """
    if len(line) > _LONGEST or is_addressee(line) or not is_name(line):
        return False
    under_office = _PERSON.fullmatch(line) and _OFFICE_ALONE.fullmatch(above[:_LONGEST])
    return bool(under_office or _OFFICER.fullmatch(line) or _CONTACT.fullmatch(line))


def is_office(text: str) -> bool:
    """Say whether a text is 職名, the name of an office.

    >>> is_office("理事長"), is_office("延長")
    (True, False)
    """
    return _OFFICE_ALONE.fullmatch(text) is not None


def is_name(line: str) -> bool:
    r"""Say whether a line can name somebody in the head, and needs no `\` there."""
    return escape_title(line) == line


def is_ki(line: str) -> bool:
    """Say whether a line is 記, the word above the details of a notice."""
    return line == KI


def is_closing(line: str) -> bool:
    """Say whether a line is 以上, the last word of a notice.

    >>> is_closing("以　上"), is_closing("以上です。")
    (True, False)
    """
    return "".join(line.split()) == CLOSING


def check_day(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate the day of a paper (attrs): a date that has an era."""
    if type(value) is not date:
        raise ModelError(attribute.name, f"{shown(value)} is no datetime.date")
    try:
        era.to_era(value)
    except EraError as error:
        raise ModelError(attribute.name, str(error)) from None


def as_addressees(values: Iterable[str]) -> tuple[str, ...]:
    """Make a tuple of the lines of 宛名."""
    return as_tuple(values, "addressees")


def as_signatory(values: Iterable[str]) -> tuple[str, ...]:
    """Make a tuple of the lines that sign."""
    return as_tuple(values, "signatory")


def check_lines(_instance: object, attribute: "Attribute[Any]", lines: Sequence[object]) -> None:
    """Validate lines of the head (attrs)."""
    for index, line in enumerate(lines):
        if problem := text_problem(line):
            raise ModelError(f"{attribute.name}[{index}]", problem)


def check_addressees(instance: object, attribute: "Attribute[Any]", lines: Sequence[str]) -> None:
    """Validate 宛名 (attrs): the last line, and of any three in a row one, ends as a name does."""
    check_lines(instance, attribute, lines)
    above = 0
    for index, line in enumerate(lines):
        above = 0 if is_addressee(line) else above + 1
        if above > LINES_ABOVE_NAME or (above and index == len(lines) - 1):
            raise ModelError(
                f"{attribute.name}[{index}]",
                f"{shown(line)} addresses nobody; wanted is a line that ends in 様, 殿, 御中, 各位",
            )


def spelling(issued: date | None, written: str | None, name: str = "issued_as") -> str | None:
    """Keep a spelling of a day only where it is not ours; `name` is the field that holds it."""
    if written is None:
        return None
    if problem := text_problem(written):
        raise ModelError(name, problem)
    try:
        day = parse_day(written)
    except ScheduleError as error:
        raise ModelError(name, str(error)) from None
    if issued is None or day != issued:
        raise ModelError(name, f"{shown(written)} does not say {issued}")
    if written.startswith(BYTE_ORDER_MARK):
        raise ModelError(name, f"{shown(written)} begins with a byte order mark")
    bare = "".join(written.split())
    return None if bare == era.format_date(issued) else bare

"""The values of a template: their kinds (日付, 日時, 氏名 …) and what they are read from.

>>> KINDS["氏名"].read("橋野 出口")
Spelled(value=('橋野', '出口'), text='橋野 出口')
>>> KINDS["番号"].read("第2回")
2
>>> KINDS["日時"].read("平成30年2月30日")
Traceback (most recent call last):
minutes_gen.errors.ModelError: value: '平成30年2月30日': 2月 of 2018 has 28 days, no day 30
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from attrs import frozen

from minutes_gen.era import format_date
from minutes_gen.errors import ModelError, ScheduleError, shown
from minutes_gen.model._detail import Detail, names_people, role_of
from minutes_gen.model._marks import Kind, read_mark
from minutes_gen.model._people import People, join_names
from minutes_gen.model._validators import LARGEST_NUMBER, text_problem
from minutes_gen.model.roles import Role
from minutes_gen.schedule import Schedule, format_schedule, parse_day

LONGEST_VALUE = 100_000  # characters
_TOO_LARGE = 10**15
_DEEPEST = 4  # lists and records in each other


@frozen
class Spelled:
    """A value, and how the paper is to write it."""

    value: object
    text: str


class Count(int):
    """What a loop counts: a number that comes from the template, and from no value."""


@frozen
class ValueKind:
    """A kind of values: its name, what it takes, and how it reads that.

    `read` gives what a template works with: a text (its lines parted by line breaks), a number, a
    date, a Schedule, names, records, or one of them Spelled; None for what says nothing.
    """

    name: str
    about: str
    read: Callable[[Any], object]

    def take(self, given: object) -> object:
        """Read a value; what was read a moment ago for another paper is not read again."""
        short = isinstance(given, str) and len(given) <= _SHORT
        return _read_again(self.read, given) if short else self.read(given)


_SHORT = 200  # characters


@lru_cache(maxsize=256)
def _read_again(read: Callable[[Any], object], given: str) -> object:
    return read(given)


@lru_cache(maxsize=256)  # the names of values are the same in every paper
def plain_name(name: str) -> str:
    """Return a name as templates know it, however its characters were typed and spread.

    >>> plain_name(" ＮＰＯ名 "), plain_name("氏　名")
    ('NPO名', '氏名')
    """
    return "".join(unicodedata.normalize("NFKC", name).split())


def unwrapped(value: object) -> object:
    """Return a value without its spelling."""
    return value.value if isinstance(value, Spelled) else value


def is_names(value: object) -> bool:
    """Say whether a value is a list of names or other texts."""
    return isinstance(value, tuple) and all(isinstance(item, str) for item in value)


def written(value: object, as_of: date | None) -> str | None:
    """Write a value in a paper issued on that day; None for what is no text, such as a record.

    >>> written(Schedule(2019, 6), date(2018, 6, 7)), written(("橋野", "出口"), None)
    ('平成31年6月', '橋野 出口')
    """
    match value:
        case Spelled():
            return value.text
        case str():
            return value
        case bool():
            return None
        case int():
            return str(value)
        case date():
            return format_date(value)
        case Schedule():
            return format_schedule(value, as_of=as_of)
        case tuple() if value and is_names(value):
            return join_names(value)
    return None


def _read_text(given: object) -> str | None:
    """Take a text of one line or more, or a list of lines; spaces at their ends are nothing."""
    match given:
        case str():
            lines = given.splitlines()
        case list() | tuple() if all(isinstance(line, str) for line in given):
            lines = [part for line in given for part in line.splitlines()]
        case int() | float() if not isinstance(given, bool) and abs(given) < _TOO_LARGE:
            lines = [str(given)]
        case date() | Schedule() | People() if not isinstance(given, datetime):
            lines = [written(_untyped(given), None) or ""]
        case _:
            raise ModelError("", f"must be a text, not {shown(given)}")
    text = "\n".join(filter(None, (line.strip().replace("\t", " ") for line in lines)))
    if len(text) > LONGEST_VALUE:
        raise ModelError("", f"{len(text)} characters are more than {LONGEST_VALUE}")
    for line in text.splitlines():
        if problem := text_problem(line):
            raise ModelError("", problem)
    return text or None


def _untyped(given: object) -> object:
    return given.names if isinstance(given, People) else given


def _read_day(given: object) -> object:
    if isinstance(given, Schedule) and len(given.days()) == 1:
        given = given.days()[0]
    if isinstance(given, date) and not isinstance(given, datetime):
        return given
    if not isinstance(given, str):
        raise ModelError("", f"must be a date, not {shown(given)}")
    text = _read_text(given)
    if text is None:
        return None
    try:
        day = parse_day(text)
    except ScheduleError as error:
        raise ModelError("", str(error)) from None
    if day is None:
        raise ModelError("", f"must be a full date, such as 平成30年7月5日, not {shown(given)}")
    bare = "".join(text.split())
    # A spelling that would be read as a mark is not kept.
    return Spelled(day, bare) if read_mark(bare).kind is Kind.PLAIN else day


def _read_number(given: object) -> object:
    number: object = given
    if isinstance(given, str):
        if not given.strip():
            return None
        match = _NUMBER.fullmatch(plain_name(given))
        number = int(match[1]) if match else given
    if type(number) is not int or not 1 <= number <= LARGEST_NUMBER:
        raise ModelError("", f"must be a number from 1 to {LARGEST_NUMBER}, not {shown(given)}")
    return number


_NUMBER = re.compile(r"第?\s*([0-9]{1,4})\s*回?", re.ASCII)


def _read_schedule(given: object) -> object:
    """Read 日時 as its detail does; the spelling is kept, and 未定 is a text."""
    if isinstance(given, Schedule):
        return given
    if isinstance(given, date) and not isinstance(given, datetime):
        return Schedule.on(given)
    text = _read_text(given)
    if text is None:
        return None
    value = Detail("日時", text.splitlines()).value
    return Spelled(value, text) if isinstance(value, Schedule) else text


def _read_people(given: object) -> object:
    """Read names as the detail 参加者 does; 17名 is a text, but a list is a list of names."""
    if isinstance(given, People):
        return given.names
    if isinstance(given, list | tuple):
        names = [name for name in map(_read_text, given) if name]
        return People(names).names if names else None
    text = _read_text(given)
    if text is None:
        return None
    value = Detail("参加者", text.splitlines()).value
    return Spelled(value.names, text) if isinstance(value, People) else text


def _read_list(given: object) -> object:
    """Take a list of texts or of records; the lines of a text are such a list, too."""
    if isinstance(given, str):
        text = _read_text(given)
        return tuple(text.splitlines()) if text else None
    if isinstance(given, People):
        return given.names
    if not isinstance(given, list | tuple):
        raise ModelError("", f"must be a list, not {shown(given)}")
    return tuple(map(_read_item, given)) or None


def _read_any(given: object) -> object:
    """Take what is typed as it is, and all else as a text."""
    match given:
        case int() | date() | Schedule() if not isinstance(given, bool | datetime):
            return _read_item(given)
    return _read_text(given)


def _read_item(given: object, depth: int = 1) -> object:
    """Take what stands in a list or in a record, by what it is itself."""
    if depth > _DEEPEST:
        raise ModelError("", f"lists and records stand more than {_DEEPEST} deep in each other")
    match given:
        case Mapping():
            return {
                plain_name(str(key)): _read_item(item, depth + 1) for key, item in given.items()
            }
        case list() | tuple():
            return tuple(_read_item(item, depth + 1) for item in given)
        case int() if not isinstance(given, bool) and abs(given) < _TOO_LARGE:
            return given
        case Schedule():
            return given
        case date() if not isinstance(given, datetime):
            return given
        case None:
            return ""
    return _read_text(given) or ""


KINDS: dict[str, ValueKind] = {
    kind.name: kind
    for kind in (
        ValueKind("文字", "文字。何行でもよい", _read_text),
        ValueKind("日付", "年月日", _read_day),
        ValueKind("日時", "日、月、時刻など", _read_schedule),
        ValueKind("氏名", "人の名前。空白か「、」で区切る", _read_people),
        ValueKind("番号", f"1から{LARGEST_NUMBER}までの数", _read_number),
        ValueKind("一覧", "並んだもの。JSONで渡す", _read_list),
    )
}
_ANY = ValueKind("文字", KINDS["文字"].about, _read_any)
_KNOWN = {"発行日": "日付", "回": "番号"}


def usual_kind(name: str, *, listed: bool = False) -> ValueKind:
    """Say of which kind a value is where the template does not; `listed` if `for` takes it.

    >>> usual_kind("開催日時").name, usual_kind("出席者").name, usual_kind("議案").name
    ('日時', '氏名', '文字')
    """
    dated = role_of(name) in {Role.SCHEDULE, Role.NEXT}
    usual = _KNOWN.get(name) or ("日時" if dated else "氏名" if names_people(name) else None)
    return KINDS[usual or "一覧"] if usual or listed else _ANY


def lines_of(value: object) -> tuple[object, ...] | None:
    """Return what `for` goes through: the items of a list, or the lines of a text."""
    match unwrapped(value):
        case tuple() as items:
            return items
        case str() as text:
            return tuple(text.splitlines())
        case None:
            return ()
    return None

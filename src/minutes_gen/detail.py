"""Details (記書き): 日時, 場所, 参加者 … each a label and what stands behind it.

>>> Detail("日時", "平成30年7月").value
Schedule.fromisoformat('2018-07')
>>> Detail("担当", "金子 阿部").value
People(names=('金子', '阿部'))
>>> Detail("内容", ("協働についての理解", "ＮＰＯの姿勢について")).lines
('協働についての理解', 'ＮＰＯの姿勢について')
"""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from copy import copy
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeAlias

from attrs import Attribute, field, frozen

from minutes_gen.errors import ModelError, NotAScheduleError, ScheduleError, shown, suggest
from minutes_gen.fields import as_tuple, text_problem
from minutes_gen.notation import LABELS, LONGEST_LABEL, Role, is_label
from minutes_gen.schedule import Schedule, format_schedule, parse_schedule

Lines: TypeAlias = tuple[str, ...]

_SEPARATORS = re.compile(r"[、，,]")
_DIGIT = re.compile(r"\d")
_PEOPLE = frozenset({Role.PARTICIPANTS, Role.PEOPLE})


def split_names(line: str) -> Lines:
    """Split names at 、 (or a comma), or else at spaces.

    >>> split_names("橋野 出口　奈良"), split_names("橋野 太郎、出口 花子")
    (('橋野', '出口', '奈良'), ('橋野 太郎', '出口 花子'))
    """
    if _SEPARATORS.search(line):
        return tuple(name.strip() for name in _SEPARATORS.split(line) if name.strip())
    return tuple(line.split())


def join_names(names: Lines) -> str:
    """Write names so that `split_names` reads them: with spaces, or with 、 if a name holds one.

    >>> join_names(("橋野", "出口")), join_names(("橋野 太郎", "出口")), join_names(("橋野 太郎",))
    ('橋野 出口', '橋野 太郎、出口', '橋野 太郎、')
    """
    if all(len(name.split()) == 1 for name in names):
        return " ".join(names)
    return "、".join(names) if len(names) > 1 else names[0] + "、"


def _check_names(_instance: object, _attribute: "Attribute[Any]", names: Lines) -> None:
    if not names:
        raise ModelError("names", "() names nobody; leave the detail out")
    for index, name in enumerate(names):
        if problem := text_problem(name):
            raise ModelError(f"names[{index}]", problem)
        if _SEPARATORS.search(name):
            raise ModelError(f"names[{index}]", f"{name!r} holds a comma, which separates names")


def _as_lines(values: Iterable[str]) -> Lines:
    return as_tuple(values)


@frozen
class People:
    """People by their names, in the order of the paper (at least one)."""

    names: Lines = field(converter=_as_lines, validator=_check_names)


Value: TypeAlias = Schedule | People | Lines


def _as_value(value: "Value | date | str | Iterable[str]") -> Value:
    """Take what a caller finds natural: a date, one line, or several."""
    match value:
        case Schedule() | People():
            return value
        case datetime():
            raise ModelError("value", f"{value!r} has a time of day; give a date or a text")
        case date():
            return Schedule.on(value)
        case str():
            return (value,)
    return as_tuple(value)


def _check_label(_instance: object, _attribute: "Attribute[Any]", label: object) -> None:
    problem = text_problem(label)
    if problem is None and not (isinstance(label, str) and label.split() == [label]):
        problem = f"{shown(label)} holds white space; labels are spread on the page"
    if problem is None and not is_label(str(label)):
        problem = (
            f"{shown(label)} is no label: at most {LONGEST_LABEL} characters, with no mark of the "
            "notation at its start and no punctuation such as ： 、 。 「 in it"
        )
    if problem:
        raise ModelError("label", problem)


def spell(value: Value, issued: date | None = None) -> Lines:
    """Write a value as this project spells it, in a paper issued on that day.

    >>> spell(Schedule(2018, 6, 12)), spell(People(("橋野", "出口")))
    (('平成30年6月12日（火）',), ('橋野 出口',))
    """
    match value:
        case Schedule():
            return (format_schedule(value, as_of=issued),)
        case People():
            return (join_names(value.names),)
    return value


def names_people(label: str) -> bool:
    """Say whether what stands behind a label are names.

    >>> names_people("参加者"), names_people("場所")
    (True, False)
    """
    return _role_of(label) in _PEOPLE


def _role_of(label: object) -> Role | None:
    return LABELS.get(label) if isinstance(label, str) else None


def _bare(lines: Lines) -> str:
    return "".join("".join(lines).split())


def _read_value(role: Role | None, lines: Lines) -> Value:
    """Read the lines as what the role of their label asks for, where they say that."""
    if role is Role.SCHEDULE:
        schedules = [_read_schedule(line, index) for index, line in enumerate(lines)]
        return schedules[0] if len(lines) == 1 and schedules[0] else lines
    if role in _PEOPLE and not any(map(_DIGIT.search, lines)):  # 17名 is a count, and nobody's name
        names = tuple(name for line in lines for name in split_names(line))
        return People(names) if names else lines
    return lines


def _read_schedule(line: str, index: int) -> Schedule | None:
    # Whether a day may stand in an era that had ended by then, the issue date decides, which
    # the Session knows.
    try:
        return _parsed(line, None, strict=False)
    except NotAScheduleError:
        return None
    except ScheduleError as error:
        raise ModelError(f"value[{index}]" if index else "value", str(error)) from None


@lru_cache(maxsize=16)  # within one paper the reader asks, and the Session asks again
def _parsed(line: str, issued: date | None, *, strict: bool = True) -> Schedule:
    return parse_schedule(line, base=issued, as_of=issued, strict=strict)


@frozen
class Detail:
    """A label and its value: a Schedule, People, or lines of text.

    The label decides what the text is read as (`notation.LABELS`): 日時 is a schedule where it
    names a date or a time, 参加者 are people where it names them; all else is lines of text.
    `written` keeps the paper's own spelling where it differs, white space aside, from ours; for
    a day it is kept until a Session, which knows the day of the paper, has taken the detail in.

    >>> Detail("日時", "H30.6.12").written
    ('H30.6.12',)
    """

    label: str = field(validator=_check_label)
    value: Value = field(converter=_as_value)
    written: Lines | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Read the lines of text as what the label asks for."""
        given = self.written is not None or not isinstance(self.value, Schedule | People)
        lines = spell(self.value) if self.written is None else as_tuple(self.written)
        if not lines:
            raise ModelError("value", "() has no line; leave the detail out")
        for index, line in enumerate(lines):
            if problem := text_problem(line):
                raise ModelError(f"value[{index}]" if len(lines) > 1 else "value", problem)
        value = _read_value(self.role, lines)
        if self.written is not None and value != self.value:
            raise ModelError("written", f"{lines!r} does not say the value {self.value!r}")
        # How a day is spelled depends on the day of the paper: `settled` decides that.
        ours = not isinstance(value, Schedule) and _bare(lines) == _bare(spell(value))
        object.__setattr__(self, "value", value)
        object.__setattr__(self, "written", lines if given and not ours else None)

    def settled(self, issued: date | None) -> "Detail":
        """Return the detail as a paper issued on that day holds it.

        A day that such a paper cannot mean is a ScheduleError; a spelling that is the one
        that we would write anyway is forgotten.

        >>> Detail("日時", "平成31年6月1日（土）").settled(date(2018, 6, 7)).written is None
        True
        """
        if self.role is Role.SCHEDULE:
            for line in self.lines:
                with suppress(NotAScheduleError):
                    _parsed(line, issued)
        if not isinstance(self.value, Schedule) or self.written is None:
            return self
        if _bare(self.written) != _bare(spell(self.value, issued)):
            return self
        settled = copy(self)  # which needs not be read once more
        object.__setattr__(settled, "written", None)
        return settled

    @property
    def role(self) -> Role | None:
        """What the detail is about, where its label is a known one."""
        return _role_of(self.label)

    @property
    def lines(self) -> Lines:
        """The value as the paper writes it."""
        return spell(self.value) if self.written is None else self.written

    def to_data(self) -> dict[str, Any]:
        """Write the detail as plain data: 日時 in ISO form with its words, all else as lists."""
        data: dict[str, Any] = {"label": self.label}
        match self.value:
            case Schedule():
                data["value"] = self.value.isoformat(exact=True)
                if any(self.value.words):
                    data["words"] = list(self.value.words)
            case People():
                data["value"] = list(self.value.names)
            case _ if self.role is not Role.SCHEDULE and self.role not in _PEOPLE:
                return data | {"value": list(self.value)}
            case _:
                return data | {"written": list(self.value)}
        return data if self.written is None else data | {"written": list(self.written)}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Detail":
        """Read what `to_data` writes; a value may also be the text as the paper has it.

        >>> Detail.from_data({"label": "日時", "value": "2018-07"}).lines
        ('平成30年7月',)
        """
        if not isinstance(data, Mapping):
            raise ModelError("", f"{shown(data)} is not an object with keys")
        known = ("label", "value", "words", "written")
        if unknown := sorted(map(str, set(data) - set(known))):
            raise ModelError(unknown[0], f"unknown key{suggest(unknown[0], known)}")
        for key in ("label", "value"):
            if key not in data and not (key == "value" and "written" in data):
                raise ModelError(key, "is missing")
        label, written = data["label"], data.get("written")
        if written is not None:
            written = as_tuple(written, "written")
        if "value" not in data:
            return cls(label, written or ())
        words = as_tuple(data.get("words", ()), "words")
        if not all(isinstance(text, str) for text in words):
            raise ModelError("words", f"{shown(words)} are not texts")
        return cls(label, _from_data(_role_of(label), data["value"], words), written=written)


def _from_data(role: Role | None, value: object, words: Lines) -> "Value | str":
    match value:
        case str() if role is Role.SCHEDULE:
            try:
                return Schedule.fromisoformat(value, words=words)
            except ScheduleError as error:
                if isinstance(error, NotAScheduleError) and not words:
                    return value  # 日時 as the paper has it
                raise ModelError("words" if words else "value", str(error)) from None
        case str():
            return value
        case list() | tuple() if role in _PEOPLE:
            return People(value)
        case list() | tuple():
            return tuple(value)
    raise ModelError("value", f"{shown(value)} is neither a text nor a list")

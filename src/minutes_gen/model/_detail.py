"""Details (記書き): 日時, 場所, 参加者 … each a label and what stands behind it.

>>> Detail("日時", "平成30年7月").value
Schedule.fromisoformat('2018-07')
>>> Detail("担当", "金子 阿部").value
People(names=('金子', '阿部'))
>>> Detail("内容", ("協働についての理解", "ＮＰＯの姿勢について")).lines
('協働についての理解', 'ＮＰＯの姿勢について')
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from copy import copy
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any, TypeAlias, cast

from attrs import Attribute, field, frozen

from minutes_gen.errors import ModelError, NotAScheduleError, ScheduleError, shown, suggest
from minutes_gen.model._marks import LONGEST_LABEL, is_label
from minutes_gen.model._people import Lines, People, join_names, read_people
from minutes_gen.model._validators import as_tuple, join_path, text_problem
from minutes_gen.model.roles import LABELS, Role
from minutes_gen.model.task import Task, read_task, spell_task, task_parts
from minutes_gen.schedule import Schedule, format_schedule, parse_schedule

# Whose value is names, or a date where the text says one.
_PEOPLE = frozenset(
    {
        Role.PARTICIPANTS, Role.ABSENT, Role.LATE, Role.EARLY, Role.ONLINE, Role.OBSERVERS,
        Role.CHAIR, Role.RECORDER, Role.SIGNERS, Role.PEOPLE,
    }
)  # fmt: skip
# Roles that one person has: a space belongs to the name.
_ALONE = frozenset({Role.CHAIR, Role.RECORDER})
_DATED = frozenset({Role.SCHEDULE, Role.NEXT})
_TYPED = _PEOPLE | _DATED | {Role.ACTION}

Value: TypeAlias = Schedule | People | tuple[Task, ...] | Lines


def _as_value(value: "Value | Task | date | str | Iterable[str]") -> Value:
    """Take what a caller finds natural: a date, one task, one line, or several."""
    match value:
        case Schedule() | People():
            return value
        case datetime():
            raise ModelError("value", f"{value!r} has a time of day; give a date or a text")
        case date():
            return Schedule.on(value)
        case str():
            return (value,)
        case Task():
            return (value,)
    return as_tuple(cast("Lines", value))


def _check_label(_instance: object, _attribute: "Attribute[Any]", label: object) -> None:
    problem = text_problem(label)
    if problem is None and not (isinstance(label, str) and label.split() == [label]):
        problem = f"{shown(label)} holds white space; labels are spread on the page"
    if problem is None and not is_label(str(label)):
        problem = (
            f"{shown(label)} is not a label: at most {LONGEST_LABEL} characters, with no mark of "
            "the notation at its start and no punctuation such as ： 、 。 「 in it"
        )
    if problem:
        raise ModelError("label", problem)


def spell(
    value: Value, write: Callable[[Schedule], str] = format_schedule, role: Role | None = None
) -> Lines:
    """Write the value of such a role as this project spells it; `write` writes the dates.

    >>> spell(Schedule(2018, 6, 12)), spell(People(("橋野", "出口")))
    (('平成30年6月12日（火）',), ('橋野 出口',))
    """
    match value:
        case Schedule():
            return (write(value),)
        case People():
            return (join_names(value.names, alone=role in _ALONE),)
    if tasks := tasks_of(value):
        return tuple(spell_task(task, write) for task in tasks)
    return cast("Lines", value)


def tasks_of(value: Value) -> tuple[Task, ...]:
    """Return the tasks that a value is; () where it is something else.

    >>> tasks_of(Detail("宿題", "会場").value), tasks_of(Detail("場所", "会場").value)
    ((Task(what='会場', people=(), due=None),), ())
    """
    if isinstance(value, tuple) and value and isinstance(value[0], Task):
        return value
    return ()


def names_people(label: str) -> bool:
    """Say whether what stands behind a label are names.

    >>> names_people("参加者"), names_people("場所")
    (True, False)
    """
    return role_of(label) in _PEOPLE


def role_of(label: object) -> Role | None:
    """Say what a detail with this label is about."""
    return LABELS.get(label) if isinstance(label, str) else None


def _bare(lines: Lines) -> str:
    return "".join("".join(lines).split())


def _read_value(role: Role | None, lines: Lines) -> Value:
    """Read the lines as what the role of their label asks for, where they say that."""
    if role in _DATED:
        schedules = [_read_schedule(line, index) for index, line in enumerate(lines)]
        return schedules[0] if len(lines) == 1 and schedules[0] else lines
    if role in _PEOPLE:
        return read_people(lines, alone=role in _ALONE) or lines
    if role is Role.ACTION:
        return tuple(_read_task(line, index) for index, line in enumerate(lines))
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


def _read_task(line: str, index: int) -> Task:
    try:
        return read_task(line)
    except ScheduleError as error:
        raise ModelError(f"value[{index}]" if index else "value", str(error)) from None


def names_day(value: Value) -> bool:
    """Say whether a value names a date, whose spelling depends on the day of the paper."""
    return isinstance(value, Schedule) or any(
        isinstance(task.due, Schedule) for task in tasks_of(value)
    )


@frozen
class Detail:
    """A label and its value: a Schedule, People, tasks, or lines of text.

    The label decides what the text is read as (`notation.LABELS`): 日時 and 次回 are a schedule
    where they name a date or a time, 参加者 are people where it names them, each line of 宿題 is a
    task; all else is lines of text.
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
        value = self.value
        typed = isinstance(value, Schedule | People) or tasks_of(value)
        given = self.written is not None or not typed
        lines = (
            spell(self.value, role=self.role) if self.written is None else as_tuple(self.written)
        )
        if not lines:
            raise ModelError("value", "() has no line; leave the detail out")
        for index, line in enumerate(lines):
            if problem := text_problem(line):
                raise ModelError(f"value[{index}]" if len(lines) > 1 else "value", problem)
        value = _read_value(self.role, lines)
        if self.written is not None and value != self.value:
            raise ModelError("written", f"{lines!r} does not say the value {self.value!r}")
        # How a day is spelled depends on the day of the paper: `settled` decides that.
        ours = not names_day(value) and _bare(lines) == _bare(spell(value, role=self.role))
        object.__setattr__(self, "value", value)
        object.__setattr__(self, "written", lines if given and not ours else None)

    def settled(self, issued: date | None) -> "Detail":
        """Return the detail as a paper issued on that day holds it.

        A day that such a paper cannot mean is a ScheduleError; a spelling that is the one
        that we would write anyway is forgotten.

        >>> Detail("日時", "平成31年6月1日（土）").settled(date(2018, 6, 7)).written is None
        True
        """
        if self.role in _DATED or self.role is Role.ACTION:
            for line in self.lines:
                when = task_parts(line).when if self.role is Role.ACTION else line
                with suppress(NotAScheduleError):
                    _parsed(when, issued)
        if self.written is None or not names_day(self.value):
            return self
        if _bare(self.written) != _bare(self.spelled(partial(format_schedule, as_of=issued))):
            return self
        settled = copy(self)  # which needs not be read once more
        object.__setattr__(settled, "written", None)
        return settled

    def dated(self, issued: date | None) -> "Detail":
        """Find the year of a day that is named without one, in a paper issued on that day.

        >>> Detail("日時", "1月10日").dated(date(2017, 12, 5)).value
        Schedule.fromisoformat('2018-01-10')
        """
        if isinstance(self.value, Schedule) and issued is not None:
            with suppress(ScheduleError):
                resolved = self.value.resolved(issued)
                return self if resolved == self.value else Detail(self.label, resolved)
        return self

    def called(self, label: str) -> "Detail":
        """Return the same under another label.

        >>> Detail("参加者", "橋野 出口").called("出席者").lines
        ('橋野 出口',)
        """
        if label == self.label:
            return self
        return Detail(label, self.lines if self.written else self.value)

    @property
    def role(self) -> Role | None:
        """What the detail is about, where its label is a known one.

        >>> Detail("会場", "事務室").role
        <Role.PLACE: 'place'>
        """
        return role_of(self.label)

    @property
    def lines(self) -> Lines:
        """The value as the paper writes it.

        >>> Detail("日時", date(2018, 6, 12)).lines
        ('平成30年6月12日（火）',)
        """
        return self.spelled() if self.written is None else self.written

    @property
    def names(self) -> Lines:
        """The names, where the value is people.

        >>> Detail("担当", "金子 阿部").names, Detail("担当", "2名").names
        (('金子', '阿部'), ())
        """
        return self.value.names if isinstance(self.value, People) else ()

    def spelled(self, write: Callable[[Schedule], str] = format_schedule) -> Lines:
        """Write the value as this project does; `write` writes the dates.

        >>> Detail("日時", "H30.6.12").spelled()
        ('平成30年6月12日（火）',)
        """
        return spell(self.value, write, self.role)

    def to_data(self) -> dict[str, Any]:
        """Write the detail as plain data: 日時 in ISO form with its words, all else as lists.

        >>> Detail("日時", "H30.6.12").to_data()
        {'label': '日時', 'value': '2018-06-12', 'written': ['H30.6.12']}
        """
        data: dict[str, Any] = {"label": self.label}
        match self.value:
            case Schedule():
                data["value"] = self.value.isoformat(exact=True)
                if any(self.value.words):
                    data["words"] = list(self.value.words)
            case People():
                data["value"] = list(self.value.names)
            case _ if tasks := tasks_of(self.value):
                data["value"] = [task.to_data() for task in tasks]
            case _ if self.role not in _TYPED:
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
        return cls(label, _from_data(role_of(label), data["value"], words), written=written)


def _from_data(role: Role | None, value: object, words: Lines) -> "Value | str":
    match value:
        case str() if role in _DATED:
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
        case list() | tuple() if role is Role.ACTION:
            return tuple(_task_from_data(item, index) for index, item in enumerate(value))
        case list() | tuple():
            return tuple(value)
    raise ModelError("value", f"{shown(value)} is neither a text nor a list")


def _task_from_data(data: object, index: int) -> Task:
    try:
        return Task.from_data(data)
    except ModelError as error:
        raise ModelError(join_path(f"value[{index}]", error.path), error.problem) from None
    except ScheduleError as error:
        raise ModelError(f"value[{index}]", str(error)) from None

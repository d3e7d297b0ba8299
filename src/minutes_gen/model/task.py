"""Tasks (宿題, TODO): what is to be done, by whom, and until when.

>>> task = read_task("会場を予約する（担当：金子 阿部、期限：平成30年6月30日（土））")
>>> task.what, task.people, task.due
('会場を予約する', ('金子', '阿部'), Schedule.fromisoformat('2018-06-30'))
>>> spell_task(task)
'会場を予約する（担当：金子 阿部、期限：平成30年6月30日（土））'
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import zip_longest
from typing import Any, NamedTuple, TypeAlias

from attrs import field, frozen

from minutes_gen.errors import ModelError, NotAScheduleError, ScheduleError, shown, suggest
from minutes_gen.model._people import Lines, check_names, join_names, split_names
from minutes_gen.model._validators import as_tuple, check_text, text_problem
from minutes_gen.schedule import Schedule, format_schedule, parse_schedule

WHO, WHEN = "担当", "期限"
_LABELS = rf"(?P<who>担当者?|責任者)|(?:{WHEN}|期日|締め?切り?|〆切り?)"
_OPENING = re.compile(rf"(?<!\s)\s*[（(]\s*(?=(?:{_LABELS})\s*[：:])")
_SEPARATORS = "、，,､；;／/"
_ENTRY = re.compile(rf"(?:^|(?<=[{_SEPARATORS}\s]))(?:{_LABELS})\s*[：:]")


def _as_people(value: "str | Iterable[str]") -> Lines:
    return split_names(value) if isinstance(value, str) else as_tuple(value, "people")


def _as_due(value: "Schedule | date | str | None") -> Schedule | str | None:
    if isinstance(value, str) and (problem := text_problem(value)):
        raise ModelError("due", problem)
    if value is not None and not isinstance(value, Schedule | date | str):
        raise ModelError("due", f"must be a date or a text, not {shown(value)}")
    if isinstance(value, str):
        return _read_due(value)
    return Schedule.on(value) if isinstance(value, date) else value


@frozen
class Task:
    """A task (宿題): what is to be done, who does it (担当), and until when (期限).

    `due` is a Schedule where it names a date, and else a text (次回まで). A ModelError refuses what
    would be read as another task.

    >>> Task("会場を予約する", "金子", date(2018, 6, 30)).due.isoformat()
    '2018-06-30'
    """

    what: str = field(validator=check_text)
    people: Lines = field(default=(), converter=_as_people, validator=check_names)
    due: Schedule | str | None = field(default=None, converter=_as_due)

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be told apart in a line."""
        written = spell_task(self)
        if _read(written) != (self.what, self.people, self.due):
            raise ModelError("what", f"{shown(written)} would be read as another task")

    def to_data(self) -> dict[str, Any]:
        """Write the task as plain data: `due` in ISO form; `words` are what else its 期限 says.

        >>> Task("会場を予約する", "金子", "6月30日").to_data()
        {'what': '会場を予約する', 'people': ['金子'], 'due': '--06-30'}
        """
        data: dict[str, Any] = {"what": self.what}
        if self.people:
            data["people"] = list(self.people)
        if isinstance(self.due, Schedule):
            data["due"] = self.due.isoformat(exact=True)
            if any(self.due.words):
                data["words"] = list(self.due.words)
        elif self.due:
            data["words"] = [self.due]
        return data

    @classmethod
    def from_data(cls, data: object) -> "Task":
        """Read what `to_data` writes; a text is read as a line of the paper is.

        >>> Task.from_data({"what": "会場", "due": "2018-06-30"}) == Task("会場", (), "H30.6.30")
        True
        """
        if isinstance(data, str):
            return read_task(data)
        if not isinstance(data, Mapping):
            raise ModelError("", f"{shown(data)} is neither a text nor an object with keys")
        known = ("what", "people", "due", "words")
        if unknown := sorted(map(str, set(data) - set(known))):
            raise ModelError(unknown[0], f"unknown key{suggest(unknown[0], known)}")
        if "what" not in data:
            raise ModelError("what", "is missing")
        words = as_tuple(data.get("words", ()), "words")
        if not all(isinstance(text, str) for text in words):
            raise ModelError("words", f"{shown(words)} are not texts")
        due = data.get("due")
        if due is None:
            return cls(data["what"], data.get("people", ()), words[0] if words else None)
        if not isinstance(due, str):
            raise ModelError("due", f"must be a text, not {shown(due)}")
        try:
            return cls(
                data["what"], data.get("people", ()), Schedule.fromisoformat(due, words=words)
            )
        except ScheduleError as error:
            raise ModelError("due", str(error)) from None


class Parts(NamedTuple):
    """What a line says of a task, as it is typed; empty where it says nothing.

    >>> task_parts("会場を予約する（担当：金子）").who
    '金子'
    """

    what: str
    who: str = ""
    when: str = ""


def task_parts(line: str) -> Parts:
    """Take a line apart: what is to be done, and what the brackets at its end name.

    >>> task_parts("会場（２階）を予約する (期限: 6/30 担当: 金子)。")
    Parts(what='会場（２階）を予約する', who='金子', when='6/30')
    """
    opening = _OPENING.search(line)
    closed = line[:-1] if line.endswith(("。", "｡")) else line
    if opening is None or opening.start() == 0 or closed[-1] not in "）)":
        return Parts(line)
    inside = line[opening.end() : len(closed) - 1]
    found: dict[bool, str] = {}
    entries = list(_ENTRY.finditer(inside))
    ends = [entry.start() for entry in entries[1:]]
    for entry, end in zip_longest(entries, ends):
        is_who = entry["who"] is not None
        if is_who in found:
            return Parts(line)
        text = inside[entry.end() : end].strip()
        # One sign parts it from the next entry; another would belong to its names.
        parted = end is not None and text.endswith(tuple(_SEPARATORS))
        found[is_who] = text[: len(text) - parted].strip()
    return Parts(line[: opening.start()], found.get(True, ""), found.get(False, ""))


def read_task(line: str) -> Task:
    """Read a line as a task; a line of another form says what is to be done.

    A date that cannot be is a ScheduleError.

    >>> read_task("会場を予約する（担当：金子）").people
    ('金子',)
    """
    return Task(*_read(line))


_Fields: TypeAlias = tuple[str, Lines, Schedule | str | None]


def _read(line: str) -> _Fields:
    """Read a line; one whose entries would not be read again as they are has none."""
    said = _said(line)
    return said if _said(_spell(*said)) == said else (line, (), None)


def _said(line: str) -> _Fields:
    what, who, when = task_parts(line)
    return what, split_names(who), _read_due(when) if when else None


def spell_task(task: Task, write: Callable[[Schedule], str] = format_schedule) -> str:
    """Write a task as a line that `read_task` reads.

    >>> spell_task(Task("会場を予約する", "金子"))
    '会場を予約する（担当：金子）'
    """
    return _spell(task.what, task.people, task.due, write)


def _spell(
    what: str,
    people: Lines,
    due: Schedule | str | None,
    write: Callable[[Schedule], str] = format_schedule,
) -> str:
    when = write(due) if isinstance(due, Schedule) else due
    entries = [f"{WHO}：{join_names(people)}"] if people else []
    entries += [f"{WHEN}：{when}"] if when else []
    return f"{what}（{'、'.join(entries)}）" if entries else what


def _read_due(text: str) -> Schedule | str:
    try:
        return parse_schedule(text, strict=False)
    except NotAScheduleError:
        return text

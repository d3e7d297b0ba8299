"""What papers say (事実), for scripts: pure functions of a paper, each answered once.

Nothing here is stored in a paper: it is found in its lines, whatever form the office gives them,
and each fact has a place.

>>> from minutes_gen.session import Paragraph, Session
>>> lead = [Paragraph("日　時　　平成30年6月9日（土）"), Paragraph("■場所"), Paragraph("会議室")]
>>> notice = Session(title="例会のお知らせ", lead=lead)
>>> notice.schedule.isoformat(), notice.place, notice.facts["place"][0].path
('2018-06-09', '会議室', 'lead[1]')
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import evolve, frozen

from minutes_gen.errors import ScheduleError, shown
from minutes_gen.facts._agenda import find_agenda
from minutes_gen.facts._entries import COLUMNS, entries_of, lines_in
from minutes_gen.facts._names import NOBODY, called_by
from minutes_gen.facts._next import find_next
from minutes_gen.facts._page import page_of
from minutes_gen.facts._resolutions import MOTION, Resolution, resolutions_of
from minutes_gen.facts._results import says_result, sentences
from minutes_gen.facts._speeches import Speech, speeches_of
from minutes_gen.facts._tasks import find_tasks
from minutes_gen.facts._under import texts_under
from minutes_gen.facts._when import When, find_when
from minutes_gen.facts._where import Where, find_where
from minutes_gen.facts.attendance import Attendance, attendance_of, where_attended
from minutes_gen.model._blocks import Block, Bullet, Example, Paragraph, Table
from minutes_gen.model._detail import Detail, tasks_of
from minutes_gen.model.paper import Paper
from minutes_gen.model.roles import Role
from minutes_gen.model.task import WHEN, WHO, Task, read_task
from minutes_gen.schedule import Schedule

__all__ = ["Attendance", "Fact", "Resolution", "Speech"]


@frozen
class Fact:
    """What a paper says, and where: a path such as sections[2].blocks[0].

    >>> Fact("会議室", "details[1]").path
    'details[1]'
    """

    value: Any
    path: str


Facts = tuple[Fact, ...]


def facts_of(paper: Paper) -> Mapping[str, Facts]:
    """Find all facts of a paper by their names; what it does not say has none."""
    found = {name: paper.once(find) for name, find in FACTS.items()}
    return {name: facts for name, facts in found.items() if facts}


def line_at(path: str, numbers: Mapping[str, int]) -> int | None:
    """Say in which line of a file a fact stands: that of its path, or of what holds it.

    `numbers` are the lines of the parts that a reader made: sections[0], sections[0].blocks[1] …

    >>> line_at("sections[0].blocks[1].value[2]", {"sections[0]": 4, "sections[0].blocks[1]": 6})
    6
    """
    while path and path not in numbers:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return numbers.get(path)


def values(facts: Facts) -> tuple[Any, ...]:
    """Return the values alone.

    >>> values((Fact(1, "title"), Fact(2, "title")))
    (1, 2)
    """
    return tuple(fact.value for fact in facts)


def first(facts: Facts) -> Any:  # noqa: ANN401 - each fact has a type of its own
    """Return the one value, or None."""
    return facts[0].value if facts else None


def _when(paper: Paper) -> When | None:
    return find_when(paper.once(page_of))


def _where(paper: Paper) -> Where | None:
    return find_where(paper.once(page_of), paper.once(_when))


def schedule(paper: Paper) -> Facts:
    """Find 日時, where it names a date or a time; the day of the paper gives the year left out."""
    when = paper.once(_when)
    return (Fact(when.schedule, paper.once(page_of).lines[when.at].path),) if when else ()


def place(paper: Paper) -> Facts:
    """Find 場所; several lines are one text with line breaks."""
    where = paper.once(_where)
    return (Fact(where.place, paper.once(page_of).lines[where.at].path),) if where else ()


def attendance(paper: Paper) -> Facts:
    """Find who was there, if the paper lists or counts anybody."""
    path = paper.once(where_attended)
    return (Fact(paper.once(attendance_of), path),) if path else ()


def participants(paper: Paper) -> tuple[str, ...]:
    """Return the names of 参加者 as the paper writes them, or else of those who were there."""
    detail = paper.detail(Role.PARTICIPANTS)
    if detail is not None and not any("・" in name or "･" in name for name in detail.names):
        return detail.names
    return tuple(person.name for person in paper.once(attendance_of).present)


def agenda(paper: Paper) -> Facts:
    """List what they met about (議題), item by item; else the motions that bear a number."""
    page = paper.once(page_of)
    items = find_agenda(page) or tuple(
        (motion.title, path)
        for motion, path in paper.once(resolutions_of)
        if MOTION in motion.label
    )
    return tuple(Fact(text, path) for text, path in items)


def decisions(paper: Paper) -> Facts:
    """List what was decided (決定事項); without such entries, the sentences that say so."""
    if entries := _entries(paper, Role.DECISION):
        return entries
    page = paper.once(page_of)
    told = (one for one in sentences(page) if says_result(one.text))
    lines = ((one.text, page.lines[one.at]) for one in told)
    # 議決：可決 says what became of a motion, and not which.
    return tuple(Fact(text, line.path) for text, line in lines if line.role is not Role.RESULT)


def pending(paper: Paper) -> Facts:
    """List what was put off (保留)."""
    return _entries(paper, Role.PENDING)


def materials(paper: Paper) -> Facts:
    """List what was handed out (資料)."""
    return _entries(paper, Role.MATERIALS)


def _entries(paper: Paper, role: Role) -> Facts:
    """List the texts that are entered under a role: as the notation enters them, or by form."""
    paths = paper.once(_paths)
    found = tuple(
        Fact(line, paths.get(id(owner), ""))
        for block, owner in paper.once(entries_of).get(role, ())
        for line in lines_in(block)
        if line not in NOBODY
    )
    return found or tuple(Fact(text, path) for text, path in texts_under(paper.once(page_of), role))


def _paths(paper: Paper) -> dict[int, str]:
    """Say of each block where it stands."""
    lines = paper.once(page_of).lines
    return {id(line.block): line.path for line in reversed(lines) if line.block is not None}


def action_items(paper: Paper) -> Facts:
    """List the tasks (宿題) with their owners and due dates; a year left out is found.

    A due date that cannot be is a ScheduleError; in a detail the readers refuse it.
    """
    when = paper.once(_when)
    base = paper.issued or (when.schedule.start if when else None)
    blocks = {
        id(block): (block, owner) for block, owner in paper.once(entries_of).get(Role.ACTION, ())
    }
    paths = paper.once(_paths)
    found = [
        (task, paths.get(id(owner), ""))
        for block, owner in blocks.values()
        for task in _tasks(block)
        if task.what not in NOBODY
    ]
    if not found:
        names = (person.name for person in paper.once(attendance_of).everybody)
        found = list(find_tasks(paper.once(page_of), called_by(names)))
    return tuple(Fact(_resolved(task, base), path) for task, path in found)


def _tasks(block: Block) -> Iterator[Task]:
    match block:
        case Detail(role=Role.ACTION):
            yield from tasks_of(block.value)
        case Detail(role=None):
            # 金子：会場を予約する names who does it.
            for line in block.lines:
                task = _read(line)
                yield task if task.people else evolve(task, people=(block.label,))
        case Table():
            yield from _rows(block)
        case Paragraph(text) | Example(text) | Bullet(text):
            yield _read(text)


def _read(line: str) -> Task:
    try:
        return read_task(line)
    except ScheduleError as error:
        raise ScheduleError(f"{shown(line)}: {error}") from None


def _rows(table: Table) -> Iterator[Task]:
    """Read a table of tasks: its columns are 担当, 期限, and the first other."""
    columns = [COLUMNS.get("".join(cell.split())) for cell in table.header]
    for row in table.rows:
        said = {column: cell for column, cell in zip(columns, row, strict=True) if column and cell}
        what = next((cell for column, cell in zip(columns, row, strict=True) if not column), "")
        entries = "、".join(f"{name}：{said[name]}" for name in (WHO, WHEN) if name in said)
        if what:
            yield _read(f"{what}（{entries}）" if entries else what)


def _resolved(task: Task, base: date | None) -> Task:
    if base is None or not isinstance(task.due, Schedule):
        return task
    return evolve(task, due=task.due.resolved(base, strict=False))


def resolutions(paper: Paper) -> Facts:
    """List the motions (議案), each with its votes and its result."""
    return tuple(Fact(one, path) for one, path in paper.once(resolutions_of))


def speeches(paper: Paper) -> Facts:
    """List who said what under the headings."""
    paths = paper.once(_paths)
    return tuple(Fact(one, paths.get(id(block), "")) for one, block in speeches_of(paper))


def next_meeting(paper: Paper) -> Facts:
    """Find when they meet next (次回)."""
    when = paper.once(_when)
    base = (when.schedule.start if when else None) or paper.once(page_of).base
    base = paper.issued or base
    found = find_next(paper.once(page_of), base)
    return (Fact(*found),) if found else ()


FACTS: dict[str, Callable[[Paper], Facts]] = {
    "schedule": schedule,
    "place": place,
    "attendance": attendance,
    "agenda": agenda,
    "decisions": decisions,
    "pending": pending,
    "materials": materials,
    "resolutions": resolutions,
    "action_items": action_items,
    "speeches": speeches,
    "next_meeting": next_meeting,
}

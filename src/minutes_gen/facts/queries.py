"""What minutes say (議事録), for scripts: decisions, tasks, speeches and resolutions of a paper.

Nothing here is stored: it is read from the details, bullets and sections that a Session has. An
entry may stand as a detail (決定：…), as a bullet that begins so (・決定：…), or under a heading
or a bullet that is called so (1. 決定事項).
"""

import re
from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from minutes_gen.errors import ScheduleError, shown
from minutes_gen.facts.attendance import Attendance, attendance
from minutes_gen.model._blocks import (
    Block,
    Bullet,
    Example,
    Paragraph,
    Section,
    Table,
    Vote,
    descend,
)
from minutes_gen.model._detail import Detail, role_of, tasks_of
from minutes_gen.model._head_forms import is_office
from minutes_gen.model._marks import Kind, read_mark, read_vote
from minutes_gen.model._section_numbers import walk
from minutes_gen.model.paper import Paper
from minutes_gen.model.roles import Role
from minutes_gen.model.task import WHEN, WHO, Task, read_task
from minutes_gen.numbering import SCHEMES, Scheme
from minutes_gen.schedule import Schedule

__all__ = ["Attendance", "Resolution", "Speech"]


@frozen
class Speech:
    """What somebody said (発言), and the title of the section it stands in.

    >>> Speech("金子", "会場は取れますか。", "会報").speaker
    '金子'
    """

    speaker: str
    text: str
    section: str


@frozen
class Resolution:
    """A motion (議案) and what became of it.

    label   第１号議案, where the paper numbers it
    title   the motion
    vote    the votes, where the paper counts them
    result  可決した。 and the like: 議決：…, or the last paragraph that says so

    >>> from minutes_gen.session import Session
    >>> motion = Section("会費", [Vote(2, 0), Detail("議決", "可決")])
    >>> paper = Session(title="総会", sections=[motion], numbering=["第１号議案"])
    >>> [(found.label, found.title, found.result) for found in resolutions(paper)]
    [('第１号議案', '会費', '可決')]
    """

    label: str
    title: str
    vote: Vote | None
    result: str | None
    section: Section


def all_sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Go through sections and those within them."""
    for section in sections:
        yield section
        yield from all_sections(section.sections)


def _groups(paper: Paper) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Give the blocks of each section, and of the paper itself, with its title."""
    yield "", (*paper.lead, *paper.details, *paper.notes)
    for section in all_sections(paper.sections):
        # What the sections within it are called belongs to a section, too.
        titles = (Paragraph(within.title) for within in section.sections)
        yield section.title, (*section.blocks, *titles)


def all_blocks(paper: Paper) -> Iterator[Block]:
    """Go through all blocks of a paper."""
    for _, blocks in _groups(paper):
        yield from descend(blocks)


def _entries(paper: Paper, role: Role) -> Iterator[Block]:
    """Find what is entered under a role: details, and the blocks under what is called so."""
    for title, blocks in _groups(paper):
        called = _called(title) is role
        for block in blocks if called else ():
            if not (isinstance(block, Detail) and block.role is role):
                yield block
        for block in descend(blocks):
            if isinstance(block, Detail) and block.role is role:
                yield block
            elif isinstance(block, Bullet) and _called(block.text) is role:
                yield from block.blocks
            elif isinstance(block, Table) and role is Role.ACTION and _lists_tasks(block):
                yield block
            elif isinstance(block, Bullet) and not called:
                mark = read_mark(block.text)
                if mark.kind is Kind.DETAIL and mark.rest and role_of(mark.sign) is role:
                    yield Paragraph(mark.rest)


def _called(title: str) -> Role | None:
    """Say what a heading announces: 決定事項, ○ 宿　題：."""
    return role_of("".join(title.split()).rstrip("：:"))


def entries_of(paper: Paper, role: Role) -> tuple[str, ...]:
    """List the texts that are entered under a role: 決定, 保留, 資料."""
    return tuple(line for block in _entries(paper, role) for line in _lines(block))


def _lines(block: Block) -> tuple[str, ...]:
    if isinstance(block, Detail) and block.role is None:
        return tuple(f"{block.label}：{line}" for line in block.lines)
    return block.lines


def action_items(paper: Paper) -> tuple[Task, ...]:
    """List the tasks (宿題) with their owners and due dates; a year left out is found.

    A due date that cannot be is a ScheduleError; in a detail the readers refuse it.
    """
    when = schedule_of(paper)
    base = paper.issued or (when.start if when else None)
    entries = {id(block): block for block in _entries(paper, Role.ACTION)}
    found = (task for block in entries.values() for task in _tasks(block))
    return tuple(_resolved(task, base) for task in found)


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


def _lists_tasks(table: Table) -> bool:
    """Say whether a table is one of tasks, wherever it stands: it has 担当 and 期限."""
    return {WHO, WHEN} <= {_COLUMNS.get("".join(cell.split())) for cell in table.header}


def _rows(table: Table) -> Iterator[Task]:
    """Read a table of tasks: its columns are 担当, 期限, and the first other."""
    columns = [_COLUMNS.get("".join(cell.split())) for cell in table.header]
    for row in table.rows:
        said = {column: cell for column, cell in zip(columns, row, strict=True) if column and cell}
        what = next((cell for column, cell in zip(columns, row, strict=True) if not column), "")
        entries = "、".join(f"{name}：{said[name]}" for name in (WHO, WHEN) if name in said)
        if what:
            yield _read(f"{what}（{entries}）" if entries else what)


_COLUMNS = {
    name: column
    for column, names in {WHO: "担当 担当者 責任者 氏名", WHEN: "期限 期日 締切 締め切り"}.items()
    for name in names.split()
}


def _resolved(task: Task, base: date | None) -> Task:
    if base is None or not isinstance(task.due, Schedule):
        return task
    return evolve(task, due=task.due.resolved(base, strict=False))


def schedule_of(paper: Paper) -> Schedule | None:
    """Find 日時, where it names a date or a time; the day of the paper gives the year left out."""
    detail = paper.detail(Role.SCHEDULE)
    if detail is None or not isinstance(detail.value, Schedule):
        return None
    return detail.value.resolved(paper.issued) if paper.issued else detail.value


def attendance_of(paper: Paper) -> Attendance:
    """Read who was there."""
    return attendance(all_blocks(paper))


_HONORIFICS = ("", "さん", "氏", "様", "委員", "理事", "監事", "会長", "先生")
_OFFICE = "事務局"
# Under headings called so, a label is no speaker.
_ENTERED = (Role.ACTION, Role.DECISION, Role.PENDING, Role.MATERIALS, Role.NEXT)
_TALKS = (Role.CHAIR, Role.RECORDER, Role.PEOPLE)


def speeches(paper: Paper) -> tuple[Speech, ...]:
    """List who said what under the headings: 金子：会場は取れますか。.

    A label is a speaker where it names one of those who were there, or 議長 and the like; in a
    paper that names nobody, every label that is no known one.
    """
    names = {person.name for person in attendance_of(paper).everybody}
    for detail in paper.details:
        if detail.role in {*_TALKS, Role.SIGNERS}:
            names |= {detail.label, *detail.names}
    return tuple(
        Speech(block.label, "\n".join(block.lines), section.title)
        for section in all_sections(paper.sections)
        if _called(section.title) not in _ENTERED
        for block in descend(section.blocks)
        if isinstance(block, Detail) and _speaks(block, names)
    )


def _speaks(detail: Detail, names: set[str]) -> bool:
    label = detail.label
    if detail.role is not None:
        return detail.role in _TALKS and not detail.names
    if names.issuperset(detail.lines):
        return False  # 特別利害関係取締役：丙田 says who it is
    if not names or label == _OFFICE or is_office(label):
        return True
    called = {label.removesuffix(end) for end in _HONORIFICS} - {""}
    return any(_is_named(short, name) for short in called for name in names)


def _is_named(label: str, name: str) -> bool:
    """Say whether a label is a name, or the family name that it begins with."""
    parts = name.split()
    return label in {*parts, "".join(parts)} or (len(label) > 1 and name.startswith(label))


# The words that say what became of a motion.
RESULT = re.compile(
    r"可決|否決|承認|同意|選任|選出|決定|決し|議決|決議|了承|採択|異議な|継続審議|撤回|取り?下げ"
)
_MOTION = "議案"


def resolutions(paper: Paper) -> tuple[Resolution, ...]:
    """List the motions: sections that are numbered as 議案, and those with a vote or a 議決."""
    return tuple(_resolutions(paper))


def _resolutions(paper: Paper) -> Iterator[Resolution]:
    scheme = Scheme.of(paper.numbering) if paper.numbering else SCHEMES["handout"]
    for here in walk(paper.sections, scheme, paper.start):
        section, label = here.section, here.label(scheme)
        blocks = list(descend(section.blocks))
        vote, result = _vote(blocks), _result(blocks)
        moved = _MOTION in label
        if moved or vote or any(_role(block) is Role.RESULT for block in blocks):
            yield Resolution(label.rstrip("：:"), section.title, vote, result, section)


def _role(block: Block) -> Role | None:
    return block.role if isinstance(block, Detail) else None


def _vote(blocks: list[Block]) -> Vote | None:
    for block in blocks:
        if isinstance(block, Vote):
            return block
        if isinstance(block, Detail) and (block.label == "賛成" or block.role is Role.RESULT):
            line = block.label * (block.role is None) + " ".join(block.lines)
            if votes := read_vote(line.replace("：", " ").replace(":", " ")):
                return Vote(*votes)
    return None


def _result(blocks: list[Block]) -> str | None:
    said = [block for block in blocks if _role(block) is Role.RESULT]
    said = said or [
        block for block in blocks if isinstance(block, Paragraph) and RESULT.search(block.text)
    ]
    return "\n".join(_lines(said[-1])) if said else None


def next_meeting(paper: Paper) -> Schedule | None:
    """Find when they meet next (次回): a detail, or 日時 under a heading that is called so."""
    for block in _entries(paper, Role.NEXT):
        if isinstance(block, Detail) and isinstance(block.value, Schedule):
            return block.value.resolved(paper.issued) if paper.issued else block.value
    return None

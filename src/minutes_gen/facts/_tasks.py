"""What is to be done (宿題) where no detail says it: under a label in any form, in boxes to tick.

>>> read_line("資料を送る (@田中, 4/15まで)", frozenset()).people
('田中',)
"""

import re
from collections.abc import Collection, Iterator

from minutes_gen.errors import MinutesError
from minutes_gen.facts._agenda import items_among
from minutes_gen.facts._labels import role_by_form
from minutes_gen.facts._lines import Kind, below
from minutes_gen.facts._names import NOBODY
from minutes_gen.facts._page import Page, days_in
from minutes_gen.facts._text import bare
from minutes_gen.model._blocks import Table
from minutes_gen.model._people import split_names
from minutes_gen.model.roles import Role
from minutes_gen.model.task import Task, read_task, task_parts

Item = tuple[Task, str]

_BOX = re.compile(r"\[([ xX])\]\s+(.*)", re.DOTALL)
_DONE = "（済）"


def find_tasks(page: Page, names: Collection[str]) -> tuple[Item, ...]:
    """List the tasks by their form; `names` are those of who was there."""
    return tuple(_labelled(page, names)) or tuple(_boxes(page, names))


def _labelled(page: Page, names: Collection[str]) -> Iterator[Item]:
    for index, line in enumerate(page.lines):
        if isinstance(line.block, Table):
            if line.path.endswith(_FIRST_ROW):
                yield from _rows(page, index, line.block)
            continue
        if line.role is not Role.ACTION:
            continue
        if line.value:
            yield from [(read_line(line.value, names), line.path)][: line.value not in NOBODY]
        else:
            yield from _below(page, index, names)


def _below(page: Page, index: int, names: Collection[str]) -> Iterator[Item]:
    """List the tasks below a label; a line that is a name (@田中) says who does those below it."""
    under = [line for line in below(page.lines, index) if line.kind is not Kind.ROW]
    items = {line.path for line in items_among(under)}
    owners: tuple[str, ...] = ()
    for line in under:
        if _OWNER.fullmatch(line.body):
            owners = (line.body.removeprefix("@"),)
        elif line.path in items and line.body not in NOBODY:
            yield read_line(line.body, names, owners), line.path


_FIRST_ROW = (".header", ".rows[0][0]")
_WHO = re.compile("担当者?|メンバー|氏名|責任者|だれが|誰が|owner|assignee", re.IGNORECASE)
_WHAT = re.compile("内容|項目|やること|何を|作業|タスク")


def _rows(page: Page, index: int, table: Table) -> Iterator[Item]:
    """Read a table with a column that is called タスク or the like."""
    header = [bare(cell) for cell in table.header]
    roles = [role_by_form(cell)[1] for cell in header]
    what = next((at for at, role in enumerate(roles) if role is Role.ACTION), None)
    who = next((at for at, cell in enumerate(header) if _WHO.fullmatch(cell)), None)
    if what is None and who is not None and _is_under_tasks(page, index):
        what = next((at for at, cell in enumerate(header) if _WHAT.search(cell)), None)
    if what is None:
        return
    path = page.lines[index].path.rpartition(".")[0]
    for at, row in enumerate(table.rows):
        if row[what]:
            people = split_names(row[who]) if who is not None and who != what else ()
            yield read_line(row[what], (), people), f"{path}.rows[{at}]"


def _is_under_tasks(page: Page, index: int) -> bool:
    above = (line for line in page.lines[max(0, index - _NEAR) : index])
    return any(line.role is Role.ACTION and line.end > index for line in above)


_NEAR = 40
_OWNER = re.compile(r"@[^\sはがを、：:]{1,20}(?:\s[^\sはがを、：:]{1,6})?")


def _boxes(page: Page, names: Collection[str]) -> Iterator[Item]:
    for line in page.lines:
        match = _BOX.match(line.text) if line.kind in {Kind.BULLET, Kind.TEXT} else None
        if match:
            done = _DONE if match[1] in "xX" else ""
            yield read_line(f"{match[2]}{done}", names), line.path


_BEHIND = re.compile(r"\s*[（(]([^（()）]{1,40})[）)]\s*[。.]?$")
_PARTS = re.compile(r"[、,，､\s]+")
_CALLED = re.compile(r"@(\S{1,20})|(\S{1,8})(?:さん|氏|くん|様)")
_LED = re.compile(r"@(\S{1,12}(?:\s\S{1,4})?)(?:さん)?(?:は|が|、|:|：)\s*")


def read_line(text: str, names: Collection[str], owners: tuple[str, ...] = ()) -> Task:
    """Read a task, and who does it until when, where form or the names present make it certain."""
    task = read_task(text)
    if task.people or task.due is not None or task_parts(text).who:
        return task
    what, people, due = text, list(owners), None
    if match := _BEHIND.search(text):
        parts = list(filter(None, _PARTS.split(match[1])))
        called = [_person(part, names) for part in parts]
        days = [any(found.day for found in days_in(part)) for part in parts]
        if parts and all(who or day for who, day in zip(called, days, strict=True)):
            what = text[: match.start()]
            people += [who for who in called if who]
            due = next((part for part, day in zip(parts, days, strict=True) if day), None)
    if not people and (match := _LED.match(what)):
        people = [match[1]]
    try:
        return Task(what, tuple(people), due)
    except MinutesError:
        return task


def _person(text: str, names: Collection[str]) -> str | None:
    if match := _CALLED.fullmatch(text):
        return match[1] or match[2]
    return text if text in names else None

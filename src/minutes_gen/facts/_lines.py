"""The lines of a paper in its order, each classified once: its place, its marks, its label.

A line has the lines under it: a heading those up to the next of its rank, a label those up to the
next label. So a value is found wherever it stands, be its label a section to the reader or not.

>>> from minutes_gen.model._blocks import Paragraph, Section
>>> paper = Paper(title="例会", sections=[Section("日　時", ["6月9日"]), Section("場所　会議室")])
>>> [(line.path, line.role and line.role.value, line.value) for line in lines_of(paper)[1:]]
[('sections[0]', 'schedule', ''), ('sections[0].blocks[0]', None, ''), \
('sections[1]', 'place', '会議室')]
"""

import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from itertools import takewhile
from typing import NamedTuple

from minutes_gen.facts._labels import Labelled, split_label, split_labels, split_narrow
from minutes_gen.facts._text import bare, typed_marks, unmarked, without_marks
from minutes_gen.model._blocks import (
    Block,
    Bullet,
    Example,
    Paragraph,
    Section,
    Table,
)
from minutes_gen.model._detail import Detail
from minutes_gen.model._head_by_form import Place
from minutes_gen.model._head_forms import CLOSING
from minutes_gen.model._head_order import in_order
from minutes_gen.model._marks import BLANK, BRACKETS, HEAVY_BULLETS
from minutes_gen.model._section_numbers import walk
from minutes_gen.model.paper import Paper
from minutes_gen.model.roles import Role
from minutes_gen.numbering import SCHEMES, Scheme


class Kind(Enum):
    """Where a line stands."""

    HEAD = "head"
    TITLE = "title"
    TEXT = "text"
    BULLET = "bullet"
    HEADING = "heading"
    DETAIL = "detail"
    VALUE = "value"
    ROW = "row"
    VOTE = "vote"

    __hash__ = object.__hash__


class Line(NamedTuple):
    """A line of a paper.

    path   where it stands: sections[2].blocks[0]
    depth  how many sections and bullets stand around it
    mark   the label of its section, or its bullet
    text   all that it says; `body` without the marks typed before it
    role   what its label is about, and `label`, `value`; `labelled` says that it has one
    rank   the smaller the higher: what stands under a line ends before one of no lower rank
    end    the index of the first line that does not stand under it
    """

    path: str
    kind: Kind
    depth: int
    mark: str
    text: str
    body: str
    rank: int
    labelled: bool = False
    role: Role | None = None
    label: str = ""
    value: str = ""
    place_too: bool = False
    end: int = 0
    block: Block | Section | None = None


# Ranks: headings of Markdown are 1 to 6, those of sections 11 to 17.
_SECTION, _NUMBERED, _LABEL, _CONTENT = 10, 20, 30, 50


class _Raw(NamedTuple):
    path: str
    kind: Kind
    depth: int
    mark: str
    text: str
    block: Block | Section | None = None


def lines_of(paper: Paper) -> tuple[Line, ...]:
    """List the lines of a paper in its order."""
    raws = takewhile(lambda raw: not _CUT.search(raw.text), _raw_lines(paper))
    lines = [line for raw in raws for line in _classified(raw)]
    lines = _unstacked(_beside_a_day(lines))
    ends = [len(lines)] * len(lines)
    open_lines: list[int] = []
    for index, line in enumerate(lines):
        # ■ペンディング ends what ■宿題 has, whatever it is about.
        while line.mark in _HEAVY and any(
            lines[at].labelled and lines[at].mark == line.mark for at in open_lines[-_DEEP:]
        ):
            ends[open_lines.pop()] = index
        while open_lines and lines[open_lines[-1]].rank >= line.rank:
            ends[open_lines.pop()] = index
        open_lines.append(index)
    return tuple(line._replace(end=end) for line, end in zip(lines, ends, strict=True))


# What stands below a line to cut along is a form to fill in.
_CUT = re.compile(r"き\s*り\s*と\s*り|切り?\s*取り?\s*線|キ\s*リ\s*ト\s*リ")
_BESIDE = 5
_WHEN = frozenset({Role.SCHEDULE, Role.HOURS, Role.ISSUED})


def _beside_a_day(lines: list[Line]) -> list[Line]:
    """Part labels from values at a single space near 日時 令和9年6月12日, which does so."""
    days = [i for i, line in enumerate(lines) if line.role in _WHEN and _is_narrow(line)]
    near = {at for day in days for at in range(day - _BESIDE, day + _BESIDE + 1)}
    for at in sorted(near & set(range(len(lines)))):
        line = lines[at]
        if not line.labelled and line.kind is Kind.TEXT and (found := split_narrow(line.body)):
            lines[at] = _with(line._replace(rank=_LABEL), found)
    return lines


def _is_narrow(line: Line) -> bool:
    return bool(line.value) and line.body.endswith(f"{line.label} {line.value}")


_FEWEST = 3


def _unstacked(lines: list[Line]) -> list[Line]:
    """Give values to labels that stand above each other, with their values below in their order."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and lines[end].labelled and not lines[end].value:
            end += 1
        count = end - start
        below = lines[end : end + count]
        if count >= _FEWEST and len(below) == count and not any(b.labelled for b in below):
            values = zip(lines[start:end], below, strict=True)
            if all(_fits(label, line.text) for label, line in values):
                for at, line in enumerate(below):
                    lines[start + at] = lines[start + at]._replace(value=line.body)
                    lines[end + at] = line._replace(kind=Kind.VALUE)
        start = max(end, start + 1)
    return lines


def _fits(label: Line, value: str) -> bool:
    return label.role not in _NUMBERED_ROLES or any(map(str.isnumeric, value))


# What stands behind these labels has a number in it.
_NUMBERED_ROLES = frozenset({Role.SCHEDULE, Role.BEGINNING, Role.ENDING, Role.HOURS, Role.TOTAL})


_HEAVY = frozenset(HEAVY_BULLETS)
_DEEP = 12


def _classified(raw: _Raw) -> Iterator[Line]:
    text = unmarked(raw.text)
    if isinstance(raw.block, Detail):
        yield from _detail(raw, raw.block)
        return
    if isinstance(raw.block, Table):
        yield from _rows(raw, raw.block)
        return
    marks, body = typed_marks(text)
    hashes = next((len(sign) for kind, sign in marks if kind == "hash"), 0)
    mark = raw.mark or "".join(sign for _, sign in marks)
    found = [] if raw.kind in _UNLABELLED else split_labels(body)
    if not found and raw.kind is Kind.HEADING and len(raw.mark) == 1 and raw.mark.isalpha():
        found = split_labels(f"{raw.mark}{BLANK}{text}")  # メ　ン　バ　ー, taken for the item メ
    rank = _CONTENT
    if hashes:
        rank = hashes
    elif raw.kind is Kind.HEADING:
        rank = _SECTION + raw.depth + 1
    elif found:
        rank = _LABEL
    line = Line(raw.path, raw.kind, raw.depth, mark, text, body, rank, block=raw.block)
    for at, label in enumerate(found):
        yield _with(line, label) if not at else _with(line._replace(rank=_LABEL), label)
    if not found:
        yield line


_UNLABELLED = frozenset({Kind.TITLE, Kind.VALUE, Kind.VOTE})


def _with(line: Line, found: Labelled) -> Line:
    return line._replace(
        labelled=True,
        role=found.role,
        label=found.label,
        value=found.value,
        place_too=found.place_too,
    )


def _detail(raw: _Raw, detail: Detail) -> Iterator[Line]:
    """Give the label with the first line of its value, and each further line under it."""
    first, *more = detail.lines
    whole = f"{detail.label}：{first}"
    text = unmarked(whole)
    body = without_marks(text)
    line = Line(raw.path, raw.kind, raw.depth, raw.mark, text, body, _LABEL, block=detail)
    found = split_label(body)
    if found is None and detail.role is not None:
        found = Labelled(detail.role, detail.label, first)
    cut = split_labels(body) if found and not more else []
    if len(cut) > 1:
        yield from (_with(line, label) for label in cut)
    else:
        yield _with(line, found) if found else line._replace(rank=_CONTENT)
    for index, value in enumerate(more, start=1):
        path = f"{raw.path}.value[{index}]"
        inner = split_label(value)
        below = Line(path, Kind.VALUE, raw.depth + 1, "", value, without_marks(value), _CONTENT)
        # 開会 and 散会 stand under 日時.
        yield _with(below, inner) if inner and inner.role in _WITHIN else below


_WITHIN = frozenset({Role.BEGINNING, Role.ENDING, Role.HOURS})


_MEETING = frozenset({Role.SCHEDULE, Role.PLACE})


def _rows(raw: _Raw, table: Table) -> Iterator[Line]:
    """Give the rows of a table: a label in the first cell, or one above each column."""
    rows = [table.header, *table.rows]
    down = [split_label(unmarked(row[0])) for row in rows]
    across = [split_label(unmarked(cell)) if cell else None for cell in table.header]
    columns = len(table.header) > 1 and len(table.rows) >= 1
    if table.rows and not any(down[1:]) and down[0] and down[0].role not in _MEETING:
        down[0] = None  # the header of a column
    named = _MEETING & {label.role for label in across if label}
    if columns and named and sum(map(bool, across)) > 1 and not any(down[1:]):
        for column, label in enumerate(across):
            path = f"{raw.path}.rows[0][{column}]"
            value = unmarked(table.rows[0][column])
            line = Line(path, Kind.ROW, raw.depth, "", value, value, _LABEL, block=table)
            yield _with(line, label._replace(value=value)) if label else line
        return
    for index, (row, label) in enumerate(zip(rows, down, strict=True)):
        path = f"{raw.path}.rows[{index - 1}]" if index else f"{raw.path}.header"
        text = unmarked("　".join(filter(None, row)))
        value = unmarked("　".join(filter(None, row[1:])))
        rank = _LABEL if label and value else _CONTENT
        line = Line(path, Kind.ROW, raw.depth, "", text, text, rank, block=table)
        yield (
            _with(line, label._replace(value=f"{label.value}{value}"))
            if rank == _LABEL and label
            else line
        )


def _raw_lines(paper: Paper) -> Iterator[_Raw]:
    head, foot = _ends(paper)
    yield from head
    for name in ("lead", "details", "notes"):
        yield from _blocks(name, getattr(paper, name), 0)
    scheme = Scheme.of(paper.numbering) if paper.numbering else SCHEMES["handout"]
    for here in walk(paper.sections, scheme, paper.start):
        depth = len(here.parents)
        label = here.label(scheme) or BRACKETS
        yield _Raw(here.path, Kind.HEADING, depth, label, here.section.title, here.section)
        yield from _blocks(f"{here.path}.blocks", here.section.blocks, depth + 1)
    yield from foot


def _ends(paper: Paper) -> tuple[list[_Raw], ...]:
    """Give the lines of the head, and those of the foot, in their order."""
    day = paper.issued_as or (str(paper.issued) if paper.issued else None)
    ends: tuple[list[_Raw], ...] = ([], [])
    at: Counter[str] = Counter()
    for lines, raws in zip(in_order(paper.order, paper.head_texts(day)), ends, strict=True):
        for place, text in lines:
            name = _FIELDS.get(place, place.value)
            path = f"{name}[{at[name]}]" if name in _SEVERAL else name
            at[name] += 1
            kind = Kind.TITLE if place is Place.TITLE else Kind.HEAD
            raws.append(_Raw(path, kind, 0, "", text))
    return ends


_FIELDS = {Place.REMARK: "remarks"}
_SEVERAL = frozenset({"addressees", "signatory", "remarks"})


def _blocks(path: str, blocks: tuple[Block, ...], depth: int) -> Iterator[_Raw]:
    for index, block in enumerate(blocks):
        here = f"{path}[{index}]"
        match block:
            case Bullet(text):
                yield _Raw(here, Kind.BULLET, depth, block.mark, text, block)
                yield from _blocks(f"{here}.blocks", block.blocks, depth + 1)
            case Paragraph(text) | Example(text):
                yield _Raw(here, Kind.TEXT, depth, "", text, block)
            case Detail():
                yield _Raw(here, Kind.DETAIL, depth, "", block.label, block)
            case Table():
                yield _Raw(here, Kind.ROW, depth, "", "", block)
            case _:
                yield _Raw(here, Kind.VOTE, depth, "", block.line, block)


def below(lines: tuple[Line, ...], index: int, most: int = 40) -> tuple[Line, ...]:
    """List the lines that stand under one, up to so many."""
    return lines[index + 1 : min(lines[index].end, index + 1 + most)]


def is_empty(line: Line) -> bool:
    """Say whether a line is a rule (----), or the last word of a notice (以上)."""
    return bare(line.body).strip("-_=*＿ー─…・|｜") in {"", CLOSING}

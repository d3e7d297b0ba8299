"""Tasks (宿題) in Word: a table of 内容, 担当 and 期限 under their label.

>>> task = Block(Part.DETAIL, ("会場（担当：金子）",), "宿題", rows=(("会場", "金子", ""),))
>>> [(block.part.name, block.label, block.rows) for block in with_task_tables((task,))]
[('DETAIL', '宿題', ()), ('TABLE', '', (('内容', '担当', '期限'), ('会場', '金子', '')))]
"""

from collections.abc import Iterator
from itertools import groupby

from minutes_gen.layout.document import Block, Part
from minutes_gen.model.task import WHEN, WHO

_HEADER = ("内容", WHO, WHEN)


def with_task_tables(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Make one table of the tasks that follow each other under one label.

    Tasks of which none says who or until when stay lines.
    """
    if not any(block.rows and _lists_tasks(block) for block in blocks):
        return blocks
    return tuple(block for _, group in groupby(blocks, _kind) for block in _tabled(list(group)))


def _lists_tasks(block: Block) -> bool:
    return block.part is Part.DETAIL and bool(block.rows)


def _kind(block: Block) -> tuple[bool, str, float]:
    """Tell apart what stands in one table from what does not."""
    return _lists_tasks(block), block.label, block.indent


def _tabled(group: list[Block]) -> Iterator[Block]:
    first = group[0]
    if not _lists_tasks(first):
        yield from group
        return
    # A 、 at the end only says that a space belongs to the name before it.
    rows = tuple(
        (what, who.rstrip("、，,"), when) for block in group for what, who, when in block.rows
    )
    if not any(who or when for _, who, when in rows):
        yield from group
        return
    level, indent = first.level, first.indent
    yield Block(Part.DETAIL, ("",), first.label, None, level, indent, first.hanging, first.space)
    yield Block(Part.TABLE, (), level=level, indent=indent, rows=(_HEADER, *rows))

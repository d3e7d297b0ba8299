"""Tables of a text: rows of cells between bars, the columns in one line with each other.

>>> print(*table_lines([("担当", "宿題"), ("金子", "会場を予約する")]), sep="\\n")
｜担当｜宿題　　　　　｜
｜金子｜会場を予約する｜
>>> print(*table_lines([("担当", "宿題"), ("金子", "会場を予約する")], 10), sep="\\n")
｜担当｜宿題　　　｜
｜－－｜－－－－－｜
｜金子｜会場を予約｜
｜　　｜する　　　｜

Widths are those of a font of fixed width: only there do bars stand under each other.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from math import inf
from typing import TypeAlias

from minutes_gen.model._marks import BAR, BLANK, indent
from minutes_gen.typeset import MONOSPACE, break_lines, column_widths, width

Rows = Sequence[Sequence[str]]

# The narrowest column that a cell is broken in, in em.
LEAST = 2
_RULE, _HALF_RULE = "－", "-"


def table_lines(rows: Rows, room: float = inf) -> list[str]:
    """Draw a table that is no wider than `room`, in em.

    Columns have the widths of `typeset.column_widths`; what does not go into a cell goes on below,
    and then a rule parts each two rows. Where not even 2 em are left for a column, the rows are
    broken as paragraphs are.
    """
    between_bars = room - len(rows[0]) - 1
    halves = column_widths(rows, max(0, between_bars) * 2, rules=MONOSPACE)
    sizes = [half / 2 for half in halves]
    if between_bars < 0 or any(map(_is_too_narrow, zip(*rows, strict=True), sizes)):
        return [line for row in rows for line in _run_on(row, room)]
    fills = [_pushed if amounts else _filled for amounts in amount_columns(rows)]
    head, *others = rows
    drawn = [list(_row_lines(head, sizes, [_filled] * len(head)))]
    drawn += [list(_row_lines(row, sizes, fills)) for row in others]
    rule = [_between_bars(map(_rule, sizes))] if any(len(lines) > 1 for lines in drawn) else []
    return [*drawn[0], *(line for lines in drawn[1:] for line in (*rule, *lines))]


# A number with its unit, such as 1,234円; － stands for none.
_AMOUNT = re.compile(
    r"[▲△+＋\-－−]?[¥￥]?\d[\d,，]*(?:[.．]\d+)?\s?(?:[千万億]?円|名|人|票|件|点|個|部|回|枚|冊|本|台|社"
    r"|時間|分|日|泊|歳|団体|世帯|%|％|[kcm㎡]?m|kg)?"
)
_NONE = frozenset({"", "-", "－", "―", "—", "なし"})


def amount_columns(rows: Rows) -> tuple[bool, ...]:
    """Say for each column of a table whether it holds amounts, which are set to the right.

    >>> amount_columns([("科目", "金額"), ("会場費", "1,234円"), ("予備費", "－")])
    (False, True)
    """
    return tuple(map(_holds_amounts, zip(*rows, strict=True)))


def _holds_amounts(column: Sequence[str]) -> bool:
    cells = [cell for cell in column[1:] if cell not in _NONE]
    return bool(cells) and all(map(_AMOUNT.fullmatch, cells))


def _is_too_narrow(column: Sequence[str], em: float) -> bool:
    return em < LEAST and any(_em(cell) > em for cell in column)


_Fill: TypeAlias = Callable[[str, float], str]


def _row_lines(row: Sequence[str], sizes: Sequence[float], fills: Sequence[_Fill]) -> Iterator[str]:
    lines = [_cell_lines(cell, size) for cell, size in zip(row, sizes, strict=True)]
    for parts in zip_longest(*lines, fillvalue=""):
        cells = zip(fills, parts, sizes, strict=True)
        yield _between_bars(fill(part, size) for fill, part, size in cells)


def _cell_lines(cell: str, em: float) -> list[str]:
    if _em(cell) <= em:
        return [cell]
    return [line.rstrip() for line in break_lines(cell, em * 2, rules=MONOSPACE)]


def _run_on(row: Sequence[str], room: float) -> list[str]:
    lines = break_lines(_between_bars(row), room * 2, 0, 2, rules=MONOSPACE)
    return [indent(index > 0) + line.rstrip() for index, line in enumerate(lines)]


def _between_bars(cells: "Iterator[str] | Sequence[str]") -> str:
    return BAR + "".join(cell + BAR for cell in cells)


def _em(cell: str) -> float:
    """Measure a cell in em, as a font of fixed width sets it."""
    return width(cell, MONOSPACE) / 2


def _filled(cell: str, em: float) -> str:
    # An odd half goes before the full-width spaces, where it cannot be taken for an indent.
    rest = max(0.0, em - _em(cell))
    return cell + " " * (rest % 1 >= 0.5) + BLANK * int(rest)


def _pushed(cell: str, em: float) -> str:
    return indent(max(0.0, em - _em(cell))) + cell


def _rule(em: float) -> str:
    return _RULE * int(em) + _HALF_RULE * (em % 1 >= 0.5)

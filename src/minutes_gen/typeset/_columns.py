"""How wide the columns of a table are (列幅): what their contents ask for, and who gives way."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import ceil, inf

from minutes_gen.errors import TypesetError
from minutes_gen.typeset._characters import GLUE
from minutes_gen.typeset._layout import find_breaks, set_text, width
from minutes_gen.typeset._rules import DEFAULT, BreakRules

Rows = Sequence[Sequence[str]]

# In em. A value is read as one word: a day, a time, an amount; the longest day that is commonly
# written, 平成30年12月31日（月・祝）, has 14½. Of text 6 em, the length of a name, stay in one line
# as long as they can, and then 4.
VALUE = 15.0
TEXT = 6.0
SHORT_TEXT = 4.0
# In a word of more than 6 em there are so many in a row that are neither kana nor kanji, or some
# glue; few texts have either, and to look for it is quicker than to lay them out. It is
# compiled when a table needs it.
_LONG_WORD = rf"[^\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]{{5}}|[{GLUE}]"
# What is too little to tell one length from another: a sum of floats need not be whole.
_NOTHING = 1e-6


def column_widths(
    rows: Rows, room: float = inf, *, rules: BreakRules = DEFAULT, margin: int = 0
) -> list[int]:
    """Share the width of a table among its columns, in whole units (columns with `MONOSPACE`).

    `rows` begin with the header; `margin` is what a cell takes beside its text. As in CSS 2.1,
    17.5.2.2, widths lie between a least and a most. The most is what the widest cell takes in one
    line, and every column has it as long as all go into the room. The least of a column of values
    (days, times, amounts) is the same; that of a column of text is its longest word, and 6 em if it
    asks for as much. Between the two the widest give way first. Where not even the least go in,
    text gives way down to 4 em, and then whatever is widest. Rows of different lengths are a
    `TypesetError`.

    >>> from minutes_gen.typeset import MONOSPACE
    >>> task = "会場を予約し、案内を関係者に送り、参加者名簿をつくる"
    >>> rows = [("担当", "宿題", "期限"), ("金子", task, "平成30年8月3日（金）")]
    >>> column_widths(rows, rules=MONOSPACE), column_widths(rows, 50, rules=MONOSPACE)
    ([4, 52, 20], [4, 26, 20])
    """
    if len(set(map(len, rows))) > 1:
        raise TypesetError("the rows of a table must all have as many cells as the first")
    columns = [[(cell, width(cell, rules)) for cell in cells] for cells in zip(*rows, strict=True)]
    wanted = [_whole(max(length for _, length in cells)) + margin for cells in columns]
    if sum(wanted) <= room:
        return wanted
    asked = [_least(cells, rules) for cells in columns]
    for step in zip(*asked, strict=True):
        least = [_whole(length) + margin for length in step]
        if sum(least) <= room:
            return _levelled(least, wanted, int(room))
        wanted = least
    return _levelled([0] * len(wanted), wanted, int(room))


def shares(weights: Sequence[int], total: int) -> list[int]:
    """Divide a whole number by weights, and lose nothing.

    >>> shares([1, 1, 1], 10)
    [3, 3, 4]
    """
    whole = sum(weights)
    edges = [total * weight // whole for weight in accumulate(weights, initial=0)]
    return [right - left for left, right in pairwise(edges)]


def _whole(length: float) -> int:
    return ceil(length - _NOTHING)


def _least(cells: Sequence[tuple[str, float]], rules: BreakRules) -> tuple[float, float]:
    """Say below what width a column is not read well, and below what it is not read at all."""
    header, *others = cells
    filled = [(cell, length) for cell, length in others if cell]
    if filled and all(_is_value(cell, length / rules.em) for cell, length in filled):
        least = max(_longest_word(*header, rules), *(length for _, length in filled))
        return least, least
    least = max(_longest_word(*cell, rules) for cell in cells)
    return least, min(least, SHORT_TEXT * rules.em)


def _is_value(cell: str, em: float) -> bool:
    return em <= VALUE and any(map(str.isnumeric, cell))


def _longest_word(cell: str, length: float, rules: BreakRules) -> float:
    """Measure what of a text should stand in one line: all of a short one, else any word."""
    least = TEXT * rules.em
    if length <= least:
        return length
    if not re.search(_LONG_WORD, cell):
        return least
    setting = set_text(cell, rules)
    breaks = find_breaks(setting, rules)
    words = (
        setting.ends[end] - setting.starts[start]
        for start, end in zip([0, *breaks.places], breaks.content, strict=False)
    )
    return min(max(least, *words), VALUE * rules.em)


def _levelled(least: Sequence[int], most: Sequence[int], room: int) -> list[int]:
    """Cut down the widest to one width, none below its least, so that all just go into the room."""

    def cut(level: int) -> list[int]:
        return [max(low, min(level, high)) for low, high in zip(least, most, strict=True)]

    level = bisect_right(range(max(most)), room, key=lambda level: sum(cut(level))) - 1
    widths, wider = cut(level), cut(level + 1)
    # What the division left over goes to the last of those that would take it.
    left = room - sum(widths)
    for column in range(len(widths) - 1, -1, -1):
        if left > 0 and wider[column] > widths[column]:
            widths[column] += 1
            left -= 1
    return widths

"""How wide the columns of a table are."""

from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen.errors import TypesetError
from minutes_gen.session import Table
from minutes_gen.typeset import MONOSPACE, BreakRules, _columns, column_widths, shares, width
from minutes_gen.typeset._layout import find_breaks, set_text
from strategies import tables

DAY = "平成30年12月31日（月・祝）"  # 26 columns, the widest of all days
TASK = "会場を予約し、案内を関係者に送り、参加者の名簿をつくる"
LONG = "あ" * 90
SPACES = " \u3000"


@pytest.mark.parametrize(
    ("rows", "room", "expected"),
    [
        # All that is asked for, while there is room.
        ([("担当", "宿題"), ("金子", "会場を予約する")], inf, [4, 14]),
        ([("担当", "宿題"), ("金子", "会場を予約する")], 18, [4, 14]),
        # A day, an amount or a time stays in one line, and the text gives way.
        ([("期限", "内容"), (DAY, TASK)], 46, [26, 20]),
        ([("内容", "期限"), (TASK, DAY)], 34, [8, 26]),
        ([("費目", "内容", "金額"), ("会場費", TASK, "1,234,567円")], 36, [6, 19, 11]),
        # A column that holds anything else is text: so are long days of a text.
        ([("期限", "内容"), (DAY, LONG), ("未定の分は追って知らせる", "")], 30, [15, 15]),
        # Of two texts the wider gives way, and a name stays in one line.
        ([("甲", "乙"), ("あ" * 10, LONG)], 50, [20, 30]),
        ([("氏名", "所属", "備考"), ("橋野かおり", LONG, LONG)], 40, [10, 15, 15]),
        # The longest word is not broken, if it is no longer than a day; a header is text, too.
        ([("甲", "乙"), (LONG, "宛先はinfo@example.orgです")], 40, [20, 20]),
        ([("甲", "乙"), (LONG, "a" * 80)], 40, [12, 28]),
        # Text goes down to 4 em before a day is broken, and then what is widest gives way.
        ([("内容", "備考", "期限"), (LONG, LONG, DAY)], 42, [8, 8, 26]),
        ([("内容", "備考", "期限"), (LONG, LONG, DAY)], 41, [8, 8, 25]),
        ([("内容", "備考", "期限"), (LONG, LONG, DAY)], 20, [6, 7, 7]),
        # Where nothing is left, nothing is given.
        ([("甲", "乙")], 0, [0, 0]),
    ],
)
def test_who_gives_way(rows: list[tuple[str, ...]], room: float, expected: list[int]) -> None:
    """Values stay in one line, text gives way, the widest of it first."""
    assert column_widths(rows, room, rules=MONOSPACE) == expected


def test_margins_and_units() -> None:
    """Widths are in the unit of the rules, with what a cell takes beside its text."""
    twips = BreakRules(em=240)
    assert column_widths([("日時", "12月")], rules=twips, margin=216) == [696, 756]


def test_rows_of_different_lengths_are_refused() -> None:
    """A cell without a column is an error, not a ValueError of zip."""
    with pytest.raises(TypesetError, match="as many cells as the first"):
        column_widths([("甲", "乙"), ("丙",)])


@given(tables(), st.integers(0, 200), st.sampled_from([MONOSPACE, BreakRules(em=240)]))
def test_the_room_is_kept(table: Table, room: int, rules: BreakRules) -> None:
    """Columns take all of the room, or all that they ask for, and none gets more than that."""
    rows = (table.header, *table.rows)
    most = [max(width(cell, rules) for cell in cells) for cells in zip(*rows, strict=True)]
    widths = column_widths(rows, room, rules=rules)
    assert all(0 <= given < asked + 1 for given, asked in zip(widths, most, strict=True))
    assert sum(widths) == min(room, sum(column_widths(rows, rules=rules)))


@given(tables(), st.integers(0, 100))
def test_more_room_takes_from_none(table: Table, room: int) -> None:
    """No column is made much narrower by a wider page: by a half em that did not go round."""
    rows = (table.header, *table.rows)
    narrow, wide = (column_widths(rows, room + more, rules=MONOSPACE) for more in (0, 1))
    assert all(after >= before - 1 for before, after in zip(narrow, wide, strict=True))


MIXED = "あ亜々ー、。（」・a1％円１ｱ \u3000\u2060\xa0"


@given(st.text(MIXED, min_size=1), st.sampled_from([MONOSPACE, BreakRules()]))
def test_words_are_not_broken(text: str, rules: BreakRules) -> None:
    """A column of text is wide enough for its longest word, or for as much as a day takes."""
    text += "あ" * 20  # so it is no value
    setting = set_text(text, rules)
    places = [0, *find_breaks(setting, rules).places]
    words = [width(text[start:end].rstrip(SPACES), rules) for start, end in pairwise(places)]
    least, _ = _columns._least([("題", 2.0), (text, width(text, rules))], rules)
    assert least >= min(15 * rules.em, max(words)) - 0.001


@given(st.lists(st.integers(1, 1000), min_size=1), st.integers(0, 10_000))
def test_shares_lose_nothing(weights: list[int], total: int) -> None:
    """Shares add up to the whole, and a larger weight gets no less, but for what is not whole."""
    parts = shares(weights, total)
    assert sum(parts) == total
    by_weight = sorted(zip(weights, parts, strict=True))
    assert all(small[1] <= large[1] + 1 for small, large in pairwise(by_weight))

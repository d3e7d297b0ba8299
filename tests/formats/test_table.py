"""Tables of a text: their bars stand in line, and they keep to a width."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutes_gen.formats._table import table_lines
from minutes_gen.session import Table
from minutes_gen.typeset import MONOSPACE, width
from office import seen
from strategies import tables

ROWS = [("担当", "宿題", "期限"), ("金子", "会場を予約する", "6月30日"), ("Abe", "", "未定")]


def bare(text: str) -> str:
    """Take away white space and all that tables are drawn with."""
    return "".join(text.translate(dict.fromkeys(map(ord, "｜－-"))).split())


@pytest.mark.parametrize(
    ("room", "lines"),
    [
        (
            17,
            [
                "｜担当｜宿題　　　　　｜期限 　｜",
                "｜金子｜会場を予約する｜6月30日｜",
                "｜Abe ｜　　　　　　　｜未定 　｜",
            ],
        ),
        (
            16,
            [
                "｜担当｜宿題 　　　　｜期限 　｜",
                "｜－－｜－－－－－－-｜－－－-｜",
                "｜金子｜会場を予約す ｜6月30日｜",
                "｜　　｜る 　　　　　｜ 　　　｜",
                "｜－－｜－－－－－－-｜－－－-｜",
                "｜Abe ｜ 　　　　　　｜未定 　｜",
            ],
        ),
        (
            10,
            [
                "｜担当｜宿題｜期限｜",
                "｜－－｜－－｜－－｜",
                "｜金子｜会場｜6月 ｜",
                "｜　　｜を予｜30日｜",
                "｜　　｜約す｜　　｜",
                "｜　　｜る　｜　　｜",
                "｜－－｜－－｜－－｜",
                "｜Abe ｜　　｜未定｜",
            ],
        ),
        (
            9,
            [
                "｜担当｜宿題｜期限",
                "　｜",
                "｜金子｜会場を予約",
                "　する｜6月30日｜",
                "｜Abe｜｜未定｜",
            ],
        ),
    ],
)
def test_the_widest_columns_give_way(room: float, lines: list[str]) -> None:
    """What does not fit goes on below, parted by rules; at last the rows are broken."""
    assert table_lines(ROWS, room) == lines


@example(Table(["第１　\u200b"]), 2.0)
@given(tables(), st.integers(4, 60).map(lambda halves: halves / 2))
def test_nothing_is_lost_and_no_line_is_too_wide(table: Table, room: float) -> None:
    """Every character stands in the table, whatever its width, and every line fits."""
    rows = [table.header, *table.rows]
    lines = table_lines(rows, room)
    assert sorted(bare("".join(lines))) == sorted(bare("".join(map("".join, rows))))
    assert all(width(seen(line), MONOSPACE) <= room * 2 for line in lines)

"""Tables in a Word file."""

from io import BytesIO

import docx
import pytest
from docx.table import Table as WordTable
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen import Bullet, Section, Session, Table, render_docx
from minutes_gen.formats.docx._line_rules import WORD
from minutes_gen.formats.docx._tables import widths_of
from ooxml import faults
from strategies import tables

DUTIES = Table(["担当", "内容"], [["金子", "R&D <b> を案内する"], ["阿部", ""]])


def opened(*blocks: Table | Bullet | str) -> list[WordTable]:
    """Write a session with these blocks in a section, and open its tables with python-docx."""
    data = render_docx(Session(title="題", sections=[Section("宿題", blocks)]))
    assert faults(data) == []
    return list(docx.Document(BytesIO(data)).tables)


def test_cells_and_header() -> None:
    """Each cell has its text, borders are drawn, and the header is repeated on each page."""
    (table,) = opened(DUTIES)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["担当", "内容"],
        ["金子", "R&D <b> を案内する"],
        ["阿部", ""],
    ]
    assert table.style is not None
    assert table.style.name == "Table Grid"
    headers = ["w:tblHeader" in row._tr.xml for row in table.rows]
    assert headers == [True, False, False]


def test_two_tables_stay_two() -> None:
    """Tables that touch would be one in Word."""
    assert len(opened(DUTIES, DUTIES)) == 2
    assert len(opened(Bullet("点", [DUTIES]), DUTIES, "文", DUTIES)) == 3


def test_a_table_on_top() -> None:
    """Nothing stands above the table that a paper begins with, nor is a gap left there."""
    data = render_docx(Session(lead=[DUTIES, "以上のとおり。"]))
    assert faults(data) == []
    document = docx.Document(BytesIO(data))
    assert [paragraph.text for paragraph in document.paragraphs] == ["以上のとおり。"]


def test_a_table_fits_the_page() -> None:
    """A table reaches from its indent, 3 em, to the margin."""
    (table,) = opened(DUTIES)
    page = round((210 - 60) * 1440 / 25.4)
    assert sum(column.width.twips for column in table.columns if column.width) == page - 3 * 240


@pytest.mark.parametrize(
    ("rows", "total", "expected"),
    [
        ([["甲", "乙"]], 2000, [1000, 1000]),
        ([["担当", "内容"], ["金子", "あ" * 100]], 5000, [816, 4184]),
        ([["あ" * 100, "い" * 90, "う"]], 5000, [2212, 2212, 576]),
        ([["あ" * 100] * 3], 100, [33, 33, 34]),
    ],
)
def test_widths(rows: list[list[str]], total: int, expected: list[int]) -> None:
    """Short columns get what they need, and the widest give way."""
    assert widths_of(rows, total, 12, WORD) == expected


@given(tables(), st.integers(100, 10_000), st.floats(5, 72))
def test_widths_add_up(table: Table, total: int, size: float) -> None:
    """Whatever the cells, the columns take the whole width, and each has some of it."""
    widths = widths_of((table.header, *table.rows), total, size, WORD)
    assert sum(widths) == total
    assert min(widths) > 0

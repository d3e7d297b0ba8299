"""Tables of values, as spreadsheets write them."""

from pathlib import Path

import pytest

from minutes_gen.batch.tables import MOST_COLUMNS, Row, Rows, read_rows, wrong_cell
from minutes_gen.errors import NotationError


def rows_of(tmp_path: Path, data: bytes) -> Rows:
    """Read the rows of a CSV file."""
    (tmp_path / "a.csv").write_bytes(data)
    return read_rows(tmp_path / "a.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_table_in_any_encoding(tmp_path: Path, encoding: str, newline: str) -> None:
    """A CSV of any spreadsheet: quoted line breaks, empty rows and cells, unnamed columns."""
    lines = ["番号,Ｎ,,氏名", '1,"甲, ""乙""",x,"橋野\n太郎"', ",,,", "2,,,"]
    rows = rows_of(tmp_path, newline.join(lines).encode(encoding))
    assert rows.columns == ("番号", "N", "氏名")
    assert rows.rows == (
        Row(3, {"番号": "1", "N": '甲, "乙"', "氏名": "橋野\n太郎"}),
        Row(5, {"番号": "2"}),
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8", "cp932"])
def test_unicode_text_of_excel(tmp_path: Path, encoding: str) -> None:
    """What Excel calls Unicode text has tabs between its cells, and commas in them."""
    text = '番号\t氏　名\t備考\r\n1\t橋野\t"a, ""b"""\r\n'
    rows = rows_of(tmp_path, text.encode(encoding))
    assert rows.columns == ("番号", "氏名", "備考")
    assert rows.rows == (Row(2, {"番号": "1", "氏名": "橋野", "備考": 'a, "b"'}),)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "a.csv:1: no header in it"),
        (",\n1,2", "a.csv:1: no header in it"),
        ("甲,甲\n", "a.csv:1: column '甲' is there twice"),
        ("氏名,氏　名\n", "a.csv:1: column '氏名' is there twice"),
        ('"甲"乙\n', "a.csv:1: the header cannot be read: "),
        (",".join(f"c{n}" for n in range(MOST_COLUMNS + 1)), "a.csv:1: 1001 columns are too many;"),
    ],
)
def test_what_is_no_table(tmp_path: Path, text: str, problem: str) -> None:
    """The line, and what is wrong with the header."""
    with pytest.raises(NotationError) as caught:
        rows_of(tmp_path, text.encode())
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("row", "line", "problem"),
    [
        ("2,3,4", 3, "3 cells, 2 in the header; put one that holds a comma in quotes"),
        ("2", 3, "1 cells, 2 in the header; an empty one has its comma, too"),
        ('"1"2,', 3, "cannot be read as a row: ',' expected after '\"'; is a quote missing?"),
        (f"{'x' * 200_000},2", 3, "cannot be read as a row: field larger than field limit"),
    ],
)
def test_a_wrong_row_harms_no_other(tmp_path: Path, row: str, line: int, problem: str) -> None:
    """A row with cells too many or too few, or none that can be told, is named with its line."""
    first, wrong, last = rows_of(tmp_path, f"甲,乙\n1,2\n{row}\n3,4\n".encode()).rows
    assert (first, last) == (Row(2, {"甲": "1", "乙": "2"}), Row(4, {"甲": "3", "乙": "4"}))
    assert wrong.line == line
    assert problem in str(wrong.problem)


def test_a_quote_that_is_never_closed(tmp_path: Path) -> None:
    """It takes all that stands behind it, and is named with the line on which it begins."""
    first, wrong = rows_of(tmp_path, b'a,b\n1,2\n"3,4\n5,6\n').rows
    assert (first.problem, wrong.line) == (None, 3)
    assert "unexpected end of data; is a quote missing?" in str(wrong.problem)


def test_cells_without_a_name(tmp_path: Path) -> None:
    """Columns without a name may be left out of a row, and empty cells may stand behind its end."""
    rows = rows_of(tmp_path, b"a,b,,\n1,2\n3,4,,,,\n").rows
    assert rows == (Row(2, {"a": "1", "b": "2"}), Row(3, {"a": "3", "b": "4"}))


@pytest.mark.parametrize(
    "cell", ["#N/A", " #ref! ", "＃ＶＡＬＵＥ！", "#NAME?", "#DIV/0!", "Err:502"]
)
def test_an_error_of_a_spreadsheet_is_no_value(cell: str) -> None:
    """It is named with its column; what only looks like one is a value."""
    problem = f"column '氏名' holds {cell!r}, an error of the spreadsheet"
    assert wrong_cell({"番号": "1", "氏名": cell}) == problem
    assert wrong_cell({"氏名": "#N/A 様", "番号": "#1", "備考": "Err:5", "x": "#N/A" * 9}) is None

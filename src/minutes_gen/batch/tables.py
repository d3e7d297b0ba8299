"""Tables of values: a row for each paper, from a CSV or from what Excel calls Unicode text.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     path = Path(folder, "members.csv")
...     _ = path.write_text("番号,氏　名\\n1,橋野\\n2\\n", encoding="utf-8")
...     first, second = read_rows(path).rows
>>> first.cells, second.problem
({'番号': '1', '氏名': '橋野'}, '1 cells, 2 in the header; an empty one has its comma, too')
"""

import csv
import io
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from minutes_gen.errors import NotationError, shown
from minutes_gen.formats.files import read_file
from minutes_gen.templating._values import plain_name

if TYPE_CHECKING:
    from _csv import Reader

MOST_COLUMNS = 1_000


@frozen
class Row:
    """A row of a table: the line on which it ends, and its cells by the names of their columns.

    `problem` says what is wrong with a row that gives no paper.

    >>> Row(2, {"氏名": "橋野"}).cells["氏名"]
    '橋野'
    """

    line: int
    cells: dict[str, str]
    problem: str | None = None


@frozen
class Rows:
    """A table: the names of its columns, and its rows that are not empty.

    >>> Rows(("氏名",), (Row(2, {"氏名": "橋野"}),)).columns
    ('氏名',)
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_rows(path: str | os.PathLike[str]) -> Rows:
    """Read a table with a header, in any encoding that `load` takes.

    Cells stand between commas, or between tabs if the header has more of these. An empty cell is
    left out of its row; a row with too many cells or too few has a `problem`. NotationError for
    what has no header.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "members.txt")
    ...     _ = path.write_text("番号\\t氏名\\n1\\t橋野\\n", encoding="utf-16")
    ...     [row.cells for row in read_rows(path).rows]
    [{'番号': '1', '氏名': '橋野'}]
    """
    source, text = os.fspath(path), read_file(path)
    header = text.partition("\n")[0]
    delimiter = "\t" if header.count("\t") > header.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = tuple(map(plain_name, next(reader, [])))
    except csv.Error as error:
        raise NotationError(source, 1, f"the header cannot be read: {error}") from None
    _check_columns(columns, source)
    return Rows(tuple(filter(None, columns)), tuple(_rows(reader, columns)))


def _check_columns(columns: tuple[str, ...], source: str) -> None:
    if not any(columns):
        raise NotationError(source, 1, "no header in it; the first row names the columns")
    if len(columns) > MOST_COLUMNS:
        problem = f"{len(columns)} columns are too many; allowed: up to {MOST_COLUMNS}"
        raise NotationError(source, 1, problem)
    twice = [name for name, count in Counter(filter(None, columns)).items() if count > 1]
    if twice:
        raise NotationError(source, 1, f"column {shown(twice[0])} is there twice")


def _rows(reader: "Reader", columns: tuple[str, ...]) -> Iterator[Row]:
    """Go through the rows that are not empty; one that cannot be read is no end of the others."""
    while True:
        begins = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(begins, {}, f"cannot be read as a row: {error}; is a quote missing?")
        else:
            if any(map(str.strip, cells)):
                yield _row(reader.line_num, columns, cells)


def _row(line: int, columns: tuple[str, ...], cells: list[str]) -> Row:
    named = {n: cell for n, cell in zip(columns, cells, strict=False) if n and cell.strip()}
    hint = None
    if any(map(str.strip, cells[len(columns) :])):
        hint = "put one that holds a comma in quotes"
    elif any(columns[len(cells) :]):
        hint = "an empty one has its comma, too"
    count = f"{len(cells)} cells, {len(columns)} in the header"
    return Row(line, named, hint and f"{count}; {hint}")


# What Excel, Google Sheets and LibreOffice write where a formula has no result.
_ERRORS = set(
    "#N/A #REF! #VALUE! #NAME? #DIV/0! #NULL! #NUM! #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! "
    "#UNKNOWN! #BUSY! #GETTING_DATA #PYTHON! #EXTERNAL! #ERROR!".split()
)
_LONGEST_ERROR = 16  # characters
_NUMBERED_ERROR = re.compile("ERR:[0-9]{3}")


def wrong_cell(cells: Mapping[str, str]) -> str | None:
    """Point at the first cell that holds an error of a spreadsheet instead of a value.

    >>> wrong_cell({"番号": "1", "氏名": "#N/A"})
    "column '氏名' holds '#N/A', an error of the spreadsheet"
    """
    for name, cell in cells.items():
        text = unicodedata.normalize("NFKC", cell[:_LONGEST_ERROR]).strip().upper()
        if text in _ERRORS or _NUMBERED_ERROR.fullmatch(text):
            return f"column {shown(name)} holds {shown(cell)}, an error of the spreadsheet"
    return None

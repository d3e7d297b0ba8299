"""Collects the open tasks (宿題) of a folder of minutes into one table, the next due first.

    python examples/action_items.py MINUTES_FOLDER -o tasks.csv -o tasks.docx

Without -o the table is printed. What is marked as done (済, 完了) is left out. A file that cannot
be read is named, and the others are listed all the same.
"""

import argparse
import csv
import io
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from minutes_gen import MinutesError, Schedule, Session, Table, load, render_text, save
from minutes_gen.drafting.next_notice import open_tasks

HEADER = ("期限", "担当", "内容", "会議", "ファイル")
SUFFIXES = (".txt", ".json")


def rows_of(path: Path, session: Session) -> Iterable[tuple[date, tuple[str, ...]]]:
    """Make a row of each open task, with the day that it is due on, for the order."""
    for task in open_tasks(session):
        due = task.due
        day = due.end if isinstance(due, Schedule) and due.end else date.max
        written = day.isoformat() if day != date.max else str(due or "")
        cells = (written, "、".join(task.people), task.what, session.title or "", path.name)
        # A full-width bar parts the cells of a row.
        yield day, tuple(cell.replace("｜", "|") for cell in cells)


def collect(folder: Path) -> Table:
    """Read all minutes of a folder, and of those in it."""
    rows: list[tuple[date, tuple[str, ...]]] = []
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in SUFFIXES:
            continue
        try:
            rows += rows_of(path, load(path))
        except MinutesError as error:
            print(error, file=sys.stderr)
    return Table(HEADER, [row for _day, row in sorted(rows)])


def as_csv(table: Table) -> bytes:
    """Write the table for a spreadsheet: with the mark that tells Excel that it is UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([table.header, *table.rows])
    return text.getvalue().encode("utf-8-sig")


def write(table: Table, output: Path) -> None:
    """Write the table to a .csv, or as a paper: .docx, .txt or .json."""
    if output.suffix.lower() == ".csv":
        output.write_bytes(as_csv(table))
    else:
        save(Session(title="宿題の一覧", lead=[table]), output)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, action="append", default=[])
    call = parser.parse_args()
    found = collect(call.folder)
    for output in call.output:
        write(found, output)
    if not call.output:
        print(render_text(Session(title="宿題の一覧", lead=[found])), end="")

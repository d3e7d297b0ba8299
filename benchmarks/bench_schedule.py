"""日時: ours beside ja-timex, over the real expressions of the tests, in one run.

    python -m pip install ja-timex
    PYTHONPATH=src python benchmarks/bench_schedule.py

Prints Markdown. A row is right if what is read has the expected meaning, or, where the text names
what never was, if it is refused. ja-timex gives TIMEX3 values, one for each expression: it is
right if they are the expected days and times in their order, whether or not they are joined to
a range; its weekdays are passed over. Readers that are not installed are left out.
"""

import csv
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import mean
from types import ModuleType

from measuring import Effort, best_times, machine, named, parser, peer, print_table, timed
from minutes_gen.schedule import parse_schedule

FULL = Effort(rounds=10, seconds=0.003)
DATA = Path(__file__).parent.parent / "tests" / "data" / "era" / "expressions.tsv"

Row = dict[str, str]
Reader = Callable[[str], str]


def rows() -> list[Row]:
    """Return the rows that are right or wrong without more being known."""
    with DATA.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file, delimiter="\t"))
    return [row for row in table if row["strict"] in {"ok", "reject"}]


def ours(text: str) -> str:
    """Return the ISO form, or nothing for an error."""
    try:
        return parse_schedule(text).isoformat()
    except ValueError:
        return ""


def timex(module: ModuleType) -> Reader:
    """Return ja-timex as its documentation shows it: the values of all that it finds."""
    found_by = module.TimexParser()

    def read(text: str) -> str:
        return "/".join(str(found.value) for found in found_by.parse(text))

    return read


def parts(expected: str) -> list[str]:
    """Return what TIMEX3 can say of an expected form: the dates and times in it, each once.

    A time on a date counts as said if the two are said one behind the other.
    """
    named = re.sub(r"FY(\d{4})(?:-end\(.*?\))?", r"\1", expected)
    found: list[str] = []
    for part in re.split(r"/|; |,", named.replace("..", "")):
        day, _, time = part.partition("T")
        for value in (day, f"T{time}" if time else ""):
            if value and value not in found:
                found.append(value)
    return found


def is_right(row: Row, said: str, *, generous: bool) -> bool:
    """Say whether a reader understood a row."""
    if row["strict"] == "reject":
        return not said
    if not generous:
        return said == row["expected"]
    values = [_plain(value) for value in said.split("/") if "-WXX-" not in value]
    return list(dict.fromkeys(values)) == parts(row["expected"])


def _plain(value: str) -> str:
    """Write a TIMEX3 value as we do: 2018-07-XX → 2018-07, T13-XX-XX → T13:00, FY2018 → 2018."""
    value = value.removeprefix("FY").replace("-XX", "")
    if not value.startswith("T"):
        return value
    hour, _, minute = value.partition("-")
    return f"{hour}:{minute or '00'}"


def microseconds(table: list[Row], readers: dict[str, Reader], effort: Effort) -> dict[str, float]:
    """Return how long each reader takes for a row, on average."""
    best = best_times(
        {
            f"{name}/{at}": timed(partial(read, row["text"]))
            for at, row in enumerate(table)
            for name, read in readers.items()
        },
        effort,
    )
    return {name: mean(best[f"{name}/{at}"] for at in range(len(table))) * 1e6 for name in readers}


def main() -> None:
    """Measure both and print it as Markdown."""
    effort, table = parser(__doc__).parse_args().effort or FULL, rows()
    readers: dict[str, Reader] = {"minutes_gen": ours}
    if module := peer("ja_timex"):
        readers[named("ja-timex")] = timex(module)
    best = microseconds(table, readers, effort)
    print(f"{machine()}\n")
    refuse = [row for row in table if row["strict"] == "reject"]

    def right(name: str, of: list[Row]) -> str:
        generous = name != "minutes_gen"
        count = sum(is_right(row, readers[name](row["text"]), generous=generous) for row in of)
        return f"{count} of {len(of)}"

    print_table(
        ["reader", "rows right", "rows refused of those to refuse", "µs a row", "× minutes_gen"],
        [
            [
                name,
                right(name, table),
                right(name, refuse),
                f"{best[name]:,.1f}",
                f"{best[name] / best['minutes_gen']:.1f}",
            ]
            for name in readers
        ],
    )


if __name__ == "__main__":
    main()

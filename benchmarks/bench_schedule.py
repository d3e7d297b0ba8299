"""日時: ours beside ja-timex, over the real expressions of the tests, in one run.

    python -m pip install ja-timex
    PYTHONPATH=src python benchmarks/bench_schedule.py

Prints Markdown. A row is right if what is read has the expected meaning, or, where the text names
what never was, if it is refused. ja-timex gives TIMEX3 values, one for each expression: it is
right if they are the expected days and times in their order, whether or not they are joined to
a range; its weekdays are passed over. In each round each reader reads each row for some
milliseconds, one behind the other; the best time of each row counts.
"""

import csv
import platform
import re
import timeit
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from statistics import mean

ROUNDS = 10
SECONDS_A_ROW = 0.003
DATA = Path(__file__).parent.parent / "tests" / "data" / "era" / "expressions.tsv"

Row = dict[str, str]
Reader = Callable[[str], str]


def rows() -> list[Row]:
    """Return the rows that are right or wrong without more being known."""
    with DATA.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file, delimiter="\t"))
    return [row for row in table if row["strict"] in {"ok", "reject"}]


def ours() -> Reader:
    """Return our reader: the ISO form, or nothing for an error."""
    schedule = import_module("minutes_gen.schedule")

    def read(text: str) -> str:
        try:
            return str(schedule.parse_schedule(text).isoformat())
        except ValueError:
            return ""

    return read


def timex() -> Reader:
    """Return ja-timex as its documentation shows it: the values of all that it finds."""
    parser = import_module("ja_timex").TimexParser()

    def read(text: str) -> str:
        return "/".join(str(found.value) for found in parser.parse(text))

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


def best_times(table: list[Row], readers: dict[str, Reader]) -> dict[str, list[float]]:
    """Return the best time of each reader for each row, in microseconds."""
    best = {name: [float("inf")] * len(table) for name in readers}
    for _ in range(ROUNDS):
        for at, row in enumerate(table):
            for name, read in readers.items():
                timer = timeit.Timer(partial(read, row["text"]))
                calls = max(1, int(SECONDS_A_ROW / timer.timeit(1)))
                best[name][at] = min(best[name][at], timer.timeit(calls) / calls * 1e6)
    return best


def main() -> None:
    """Measure both and print it as Markdown."""
    table = rows()
    readers = {"minutes_gen": ours(), f"ja-timex {version('ja-timex')}": timex()}
    best = {name: mean(times) for name, times in best_times(table, readers).items()}
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
    print("| reader | rows right | rows refused of those to refuse | µs a row | × minutes_gen |")
    print("|---|---|---|---|---|")
    refuse = [row for row in table if row["strict"] == "reject"]
    for name, read in readers.items():
        generous = name != "minutes_gen"
        right = sum(is_right(row, read(row["text"]), generous=generous) for row in table)
        refused = sum(is_right(row, read(row["text"]), generous=generous) for row in refuse)
        times = best[name] / best["minutes_gen"]
        print(
            f"| {name} | {right} of {len(table)} | {refused} of {len(refuse)} "
            f"| {best[name]:,.1f} | {times:.1f} |"
        )


if __name__ == "__main__":
    main()

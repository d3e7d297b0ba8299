"""Era dates: ours beside the era libraries of PyPI and a minimal reference, in one run.

    python -m pip install japanera jpdatetime jptime
    PYTHONPATH=src python benchmarks/bench_era.py

Prints Markdown. Every round times every converter once, so that a machine which slows down
for a while slows them all; the best round of each counts.
"""

import platform
import re
import subprocess
import sys
import timeit
from bisect import bisect_right
from collections.abc import Callable, Collection
from datetime import date, datetime
from functools import partial
from importlib import import_module
from importlib.metadata import version
from time import perf_counter

ROUNDS = 60
SECONDS_A_ROUND = 0.004
IMPORT_ROUNDS = 15

DAY = date(2018, 6, 7)
TEXT = "平成30年6月7日"

# The least that anybody would write: one style, one spelling, no rule but the table.
FIRST_DAYS = [date(1873, 1, 1), date(1912, 7, 30), date(1926, 12, 25), date(1989, 1, 8)]
FIRST_DAYS += [date(2019, 5, 1)]
NAMES = ["明治", "大正", "昭和", "平成", "令和"]
YEARS_ZERO = [1867, 1911, 1925, 1988, 2018]
YEAR_ZERO = dict(zip(NAMES, YEARS_ZERO, strict=True))
LONG_FORM = re.compile(r"(明治|大正|昭和|平成|令和)(元|\d{1,2})年(\d{1,2})月(\d{1,2})日", re.ASCII)


def reference_format(day: date) -> str:
    """Return the long form by a bisection and one f-string."""
    place = bisect_right(FIRST_DAYS, day) - 1
    year = day.year - YEARS_ZERO[place]
    return f"{NAMES[place]}{'元' if year == 1 else year}年{day.month}月{day.day}日"


def reference_parse(text: str) -> date:
    """Return the date of a long form by one strict regular expression."""
    found = LONG_FORM.fullmatch(text)
    if found is None:
        raise ValueError(text)
    name, year, month, day = found.groups()
    return date(YEAR_ZERO[name] + (1 if year == "元" else int(year)), int(month), int(day))


def cases() -> dict[str, tuple[Callable[[], object], Callable[[], object]]]:
    """Return the format and the parse of each converter, as its documentation shows them."""
    era = import_module("minutes_gen.era")
    japanera = import_module("japanera").EraDate
    jpdatetime = import_module("jpdatetime").jpdatetime
    jptime = import_module("jptime").JPTime
    moment = datetime.combine(DAY, datetime.min.time())
    japanera_form, jpdatetime_form = "%-K%-y年%m月%d日", "%G年%-m月%-d日"

    def written_by_jptime() -> str:  # which converts, and leaves the writing to its user
        found = jptime.from_datetime(moment)
        year = "元" if found.jp_year == 1 else found.jp_year
        return f"{found.jp_era.name}{year}年{found.month}月{found.day}日"

    return {
        "minutes_gen": (lambda: era.format_date(DAY), lambda: era.parse_date(TEXT)),
        "reference": (lambda: reference_format(DAY), lambda: reference_parse(TEXT)),
        "japanera": (
            lambda: japanera.from_date(DAY).strftime(japanera_form),
            lambda: japanera.strptime(TEXT, japanera_form),
        ),
        "jpdatetime": (
            lambda: jpdatetime(DAY.year, DAY.month, DAY.day).strftime(jpdatetime_form),
            lambda: jpdatetime.strptime(TEXT, jpdatetime_form),
        ),
        "jptime": (written_by_jptime, lambda: jptime.from_str(TEXT).to_date()),
    }


def other_forms() -> dict[str, Callable[[], object]]:
    """Return calls of ours that the reference and most peers cannot do."""
    era = import_module("minutes_gen.era")
    texts = (
        "平成30年6月7日（木）",
        "平成３０年６月７日",
        "平成三十年六月七日",
        "H30.6.7",
        "2018-06-07",
    )
    writing = {f"format, {style}": partial(era.format_date, DAY, style) for style in era.STYLES}
    reading = {f"parse, {text}": partial(era.parse_date, text) for text in texts}
    weekday = partial(era.format_date, DAY, weekday=True)
    return {**writing, "format, weekday": weekday, **reading}


def best_of_rounds(calls: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the best time of each call, in nanoseconds."""
    timers = {name: timeit.Timer(call) for name, call in calls.items()}
    loops = {
        name: max(1, int(SECONDS_A_ROUND / min(timer.repeat(3, 20)) * 20))
        for name, timer in timers.items()
    }
    best = dict.fromkeys(calls, float("inf"))
    for _ in range(ROUNDS):
        for name, timer in timers.items():
            best[name] = min(best[name], timer.timeit(loops[name]) / loops[name] * 1e9)
    return best


def import_times(statements: Collection[str]) -> dict[str, float]:
    """Return what each import statement adds to a bare Python, in milliseconds.

    Both are the best of some rounds of a new process.
    """
    best = dict.fromkeys(("pass", *statements), float("inf"))
    for _ in range(IMPORT_ROUNDS):
        for statement in best:
            begin = perf_counter()
            subprocess.run([sys.executable, "-c", statement], check=True)
            best[statement] = min(best[statement], (perf_counter() - begin) * 1e3)
    return {statement: best[statement] - best["pass"] for statement in statements}


def main() -> None:
    """Measure everything and print it as Markdown."""
    calls = cases()
    peers = [name for name in calls if name not in {"minutes_gen", "reference"}]
    formats = best_of_rounds({name: pair[0] for name, pair in calls.items()})
    parses = best_of_rounds({name: pair[1] for name, pair in calls.items()})
    ours = "from minutes_gen.era import format_date, parse_date"
    statements = {"minutes_gen": ours, **{name: f"import {name}" for name in peers}}
    milliseconds = import_times([*statements.values()])
    imports = {name: milliseconds[statement] for name, statement in statements.items()}

    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
    print("| converter | format, ns | × reference | parse, ns | × reference | import, ms |")
    print("|---|---|---|---|---|---|")
    for name in calls:
        shown = f"{name} {version(name)}" if name in peers else name
        import_time = f"{imports[name]:.1f}" if name in imports else ""
        print(
            f"| {shown} | {formats[name]:,.0f} | {formats[name] / formats['reference']:.2f} "
            f"| {parses[name]:,.0f} | {parses[name] / parses['reference']:.2f} | {import_time} |"
        )
    print("\n| minutes_gen | ns |")
    print("|---|---|")
    for name, nanoseconds in best_of_rounds(other_forms()).items():
        print(f"| {name} | {nanoseconds:,.0f} |")


if __name__ == "__main__":
    main()

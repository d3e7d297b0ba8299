"""Era dates: ours beside the era libraries of PyPI and a minimal reference, in one run.

    python -m pip install japanera jpdatetime jptime
    PYTHONPATH=src python benchmarks/bench_era.py

Prints Markdown. Converters that are not installed are left out.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from types import ModuleType

from measuring import (
    Effort,
    best_processes,
    best_times,
    machine,
    named,
    parser,
    peer,
    print_table,
    timed,
)
from minutes_gen import era

FULL = Effort(rounds=60, seconds=0.004)
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


Calls = tuple[Callable[[], object], Callable[[], object]]


def japanera(module: ModuleType) -> Calls:
    """Format and parse by a form of its own."""
    form = "%-K%-y年%m月%d日"
    known = module.EraDate
    return lambda: known.from_date(DAY).strftime(form), lambda: known.strptime(TEXT, form)


def jpdatetime(module: ModuleType) -> Calls:
    """Format and parse by a form of its own."""
    form = "%G年%-m月%-d日"
    known = module.jpdatetime
    day = DAY.year, DAY.month, DAY.day
    return lambda: known(*day).strftime(form), lambda: known.strptime(TEXT, form)


def jptime(module: ModuleType) -> Calls:
    """Convert, since it leaves the writing to its user, and parse."""
    known, moment = module.JPTime, datetime.combine(DAY, datetime.min.time())

    def written() -> str:
        found = known.from_datetime(moment)
        year = "元" if found.jp_year == 1 else found.jp_year
        return f"{found.jp_era.name}{year}年{found.month}月{found.day}日"

    return written, lambda: known.from_str(TEXT).to_date()


def converters() -> Iterator[tuple[str, Calls]]:
    """Give the format and the parse of each converter, as its documentation shows them."""
    yield "minutes_gen", (lambda: era.format_date(DAY), lambda: era.parse_date(TEXT))
    yield "reference", (lambda: reference_format(DAY), lambda: reference_parse(TEXT))
    for make in (japanera, jpdatetime, jptime):
        if module := peer(make.__name__):
            yield make.__name__, make(module)


def other_forms() -> dict[str, Callable[[], object]]:
    """Return calls of ours that the reference and most peers cannot do."""
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


def import_times(names: list[str], rounds: int) -> dict[str, float]:
    """Return what importing each converter adds to a bare Python, in milliseconds."""
    statements = {"": "pass", **{name: f"import {name}" for name in names}}
    statements["minutes_gen"] = "from minutes_gen.era import format_date, parse_date"
    commands = {name: [sys.executable, "-c", code] for name, code in statements.items()}
    best = best_processes(commands, rounds)
    return {name: (seconds - best[""]) * 1e3 for name, seconds in best.items()}


def main() -> None:
    """Measure everything and print it as Markdown."""
    effort = parser(__doc__).parse_args().effort or FULL
    calls = dict(converters())
    formats = best_times({name: timed(pair[0]) for name, pair in calls.items()}, effort)
    parses = best_times({name: timed(pair[1]) for name, pair in calls.items()}, effort)
    names = [name for name in calls if name != "reference"]
    imports = import_times(names, IMPORT_ROUNDS if effort is FULL else effort.rounds)

    print(f"{machine()}\n")
    print_table(
        ["converter", "format, ns", "× reference", "parse, ns", "× reference", "import, ms"],
        [
            [
                named(name) if name != "minutes_gen" else name,
                f"{formats[name] * 1e9:,.0f}",
                f"{formats[name] / formats['reference']:.2f}",
                f"{parses[name] * 1e9:,.0f}",
                f"{parses[name] / parses['reference']:.2f}",
                f"{imports[name]:.1f}" if name in imports else "",
            ]
            for name in calls
        ],
    )
    forms = best_times({name: timed(call) for name, call in other_forms().items()}, effort)
    print_table(
        ["minutes_gen", "ns"], [[name, f"{each * 1e9:,.0f}"] for name, each in forms.items()]
    )


if __name__ == "__main__":
    main()

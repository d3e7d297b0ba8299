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
from collections.abc import Callable
from datetime import date, datetime
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


def cases() -> dict[str, tuple[str, Callable[[], object], Callable[[], object]]]:
    """Return for each converter the module that it lives in, its format and its parse."""
    era = import_module("minutes_gen.era")
    japanera = import_module("japanera")
    jpdatetime = import_module("jpdatetime").jpdatetime
    jptime = import_module("jptime").JPTime
    moment = datetime.combine(DAY, datetime.min.time())
    long_form = "%-E%-O年%-m月%-d日"
    jp_long_form = "%G年%-m月%-d日"
    its_day = japanera.EraDate.from_date(DAY)
    its_moment = jpdatetime(2018, 6, 7)
    return {
        "minutes_gen": (
            "minutes_gen.era",
            lambda: era.format_date(DAY),
            lambda: era.parse_date(TEXT),
        ),
        "reference": ("bisect, re", lambda: reference_format(DAY), lambda: reference_parse(TEXT)),
        "japanera": (
            "japanera",
            lambda: its_day.strftime(long_form),
            lambda: japanera.EraDate.strptime(TEXT, long_form),
        ),
        "jpdatetime": (
            "jpdatetime",
            lambda: its_moment.strftime(jp_long_form),
            lambda: jpdatetime.strptime(TEXT, jp_long_form),
        ),
        "jptime": (
            "jptime",
            lambda: jptime.from_datetime(moment),
            lambda: jptime.parse(TEXT),
        ),
    }

"""A line that is a date and nothing else."""

import re
from datetime import date
from functools import cache, lru_cache

from minutes_gen import era
from minutes_gen.errors import EraError, NotADateError, ScheduleError
from minutes_gen.schedule._schedule import Schedule
from minutes_gen.schedule._vocabulary import ERA_NAMES


@cache
def _form() -> "re.Pattern[str]":
    """Find era or Gregorian year, month, and perhaps a day with its weekday, in any digits."""
    # Compiled for the first line with a number; few papers wait for it elsewhere.
    return re.compile(
        rf"(?:(?P<era>{ERA_NAMES})(?P<year>元|\d{{1,4}})|(?P<gregorian>\d{{4}}))年"
        r"(?P<month>\d{1,2})月"
        r"(?:(?P<day>\d{1,2})日(?P<weekday>[(（〔][月火水木金土日](?:曜日?)?[)）〕])?)?"
    )


@lru_cache(maxsize=16)  # a paper asks several times what its first line is
def parse_day(text: str) -> date | None:
    """Read a line that is a full date and nothing else; None for a line that is something else.

    A line that begins as a date and names one that never was is a ScheduleError.

    >>> parse_day("平成 30年 6月 7日")
    datetime.date(2018, 6, 7)
    >>> parse_day("平成30年度の予定") is None
    True
    """
    bare = "".join(text.split())
    match = _form().match(bare)
    try:
        if match is None or match["day"]:
            day = era.parse_date(match[0] if match else bare)
            return day if match is None or match.end() == len(bare) else None
        if match["gregorian"]:
            Schedule(int(match["gregorian"]), int(match["month"]))
        else:
            number = 1 if match["year"] == "元" else int(match["year"])
            month = int(match["month"])
            Schedule(era.from_era(match["era"], number, month), month)
    except NotADateError:
        return None
    except EraError as error:
        raise ScheduleError(str(error)) from None
    return None

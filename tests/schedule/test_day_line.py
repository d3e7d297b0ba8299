"""A line that is a day and nothing else."""

from datetime import date

import pytest

from minutes_gen.errors import ScheduleError
from minutes_gen.schedule import (
    parse_day,
)


def test_a_line_that_is_a_day() -> None:
    """A line is a day, or something else, or an error."""
    assert parse_day("平成30年6月7日（木）") == date(2018, 6, 7)
    assert parse_day("H30.6.7") == date(2018, 6, 7)
    assert parse_day("平成30年6月7日の会") is None
    assert parse_day("平成30年6月") is None
    assert parse_day("令和元年5月") is None
    assert parse_day("2018年6月") is None
    assert parse_day("スタッフ研修") is None
    for text in ("昭和64年1月8日", "平成30年2月30日の会", "平成31年5月", "2018年13月"):
        with pytest.raises(ScheduleError):
            parse_day(text)

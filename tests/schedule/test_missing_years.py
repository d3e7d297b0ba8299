"""Dates that leave out their year."""

from datetime import date

import pytest

from minutes_gen.errors import ScheduleError
from minutes_gen.schedule import (
    parse_schedule,
)


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("6月12日（火）", date(2018, 6, 7), "2018-06-12"),
        ("1月15日", date(2018, 12, 20), "2019-01-15"),
        ("12月20日", date(2019, 1, 10), "2018-12-20"),
        ("9月27日(木曜)から10月16日(火曜)まで", date(2018, 1, 1), "2018-09-27/2018-10-16"),
        ("12月29日から翌年1月1日", date(2018, 6, 7), "2018-12-29/2019-01-01"),
        ("12月29日～1月3日", date(2018, 12, 1), "2018-12-29/2019-01-03"),
        ("5月18日(金) 13:30~", date(2018, 4, 1), "2018-05-18T13:30/.."),
        ("～6月1日", date(2018, 4, 1), "../2018-06-01"),
        ("２３日午前", date(2018, 6, 7), "2018-06-23TAM"),
        ("3日", date(2018, 12, 28), "2019-01-03"),
        ("翌日23日(水)", date(2019, 10, 22), "2019-10-23"),
        ("同日13時", date(2018, 6, 7), "2018-06-07T13:00"),
        ("翌年1月5日", date(2018, 6, 7), "2019-01-05"),
        ("翌月5日", date(2018, 12, 7), "2019-01-05"),
        ("2月29日", date(2024, 1, 7), "2024-02-29"),
        ("6月上旬", date(2018, 4, 1), "2018-06-early"),
        ("2月末日", date(2018, 1, 7), "2018-02-end(2018-02-28)"),
        ("平成30年6月12日", date(2000, 1, 1), "2018-06-12"),
        ("13時～15時", date(2018, 6, 7), "T13:00/T15:00"),
        ("6月12日（雨天時は6月13日）", date(2018, 6, 7), "2018-06-12; 2018-06-13"),
    ],
)
def test_the_day_of_the_paper_gives_the_year(text: str, base: date, expected: str) -> None:
    """A year that is left out is found from the day of the paper, and the weekday confirms it."""
    assert parse_schedule(text, base=base).isoformat() == expected


def test_a_weekday_that_contradicts_the_year() -> None:
    """A slip of the weekday is an error also where the year is left out."""
    text, base = "12月16日(日)予選会13時30分~16時15分", date(2023, 11, 20)
    with pytest.raises(ScheduleError, match="令和5年12月16日 is not 日 but 土"):
        parse_schedule(text, base=base)
    lenient = parse_schedule(text, base=base, strict=False)
    assert lenient.isoformat() == "2023-12-16T13:30/2023-12-16T16:15"
    with pytest.raises(ScheduleError, match="near 2018-06-07"):
        parse_schedule("2月29日", base=date(2018, 6, 7))


@pytest.mark.parametrize(
    "text", ["1月", "1月5日", "12月31日", "31日", "翌年1月5日", "翌日5時", "30日"]
)
@pytest.mark.parametrize("base", [date.min, date.max])
def test_papers_at_the_ends_of_the_calendar(text: str, base: date) -> None:
    """A paper of the first or the last day that there is finds a year, or says that none is."""
    try:
        found = parse_schedule(text, base=base, strict=False).start
    except ScheduleError as error:
        assert repr(text) in str(error)
    else:
        assert found is not None

"""日時: days and months."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen import era
from minutes_gen.errors import NotAScheduleError, ScheduleError
from minutes_gen.schedule import Schedule, format_schedule, parse_day, parse_schedule
from strategies import schedules, texts


@given(schedules, st.sampled_from(era.STYLES), st.booleans())
def test_what_is_written_is_read_back(schedule: Schedule, style: str, weekday: bool) -> None:
    """A day is read back in every style, and a month in those that write 月."""
    written = format_schedule(schedule, style, weekday=weekday)
    if schedule.day or "月" in written:
        assert parse_schedule(written) == schedule
    else:
        assert re.fullmatch(r".*[.]0?(\d+)", written)[1] == str(schedule.month)  # type: ignore[index]


@given(schedules)
def test_iso_form_is_read_back(schedule: Schedule) -> None:
    """fromisoformat(isoformat(s)) == s."""
    assert Schedule.fromisoformat(schedule.isoformat()) == schedule


@given(texts | st.text())
def test_any_text_is_a_schedule_or_an_error(text: str) -> None:
    """Arbitrary text gives a Schedule or a ScheduleError."""
    try:
        assert isinstance(parse_schedule(text), Schedule)
    except ScheduleError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平成30年6月12日（火）", "2018-06-12"),
        ("平成 30 年 6 月 12 日", "2018-06-12"),
        ("平成３０年６月１２日(火曜日)", "2018-06-12"),
        ("H30.6.12", "2018-06-12"),
        ("2018年6月12日〔火〕", "2018-06-12"),
        ("平成30年7月", "2018-07"),
        ("2018年7月", "2018-07"),
        ("令和元年5月", "2019-05"),
        ("昭和64年1月", "1989-01"),
        ("大正元年七月", "1912-07"),
        ("平成三十年六月十二日", "2018-06-12"),
    ],
)
def test_spellings(text: str, expected: str) -> None:
    """A day stays a day and a month a month, however they are spelled."""
    assert parse_schedule(text).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("平成30年6月12日（水）", "火"),
        ("平成30年2月30日", "28 days"),
        ("平成30年13月", "13"),
        ("平成31年5月", "平成"),
        ("2018年13月", "month must be in 1..12"),
        ("平成30年6月12日（水）13時30分", "火"),
        ("1700年1月", "1873"),
        ("平成三十年二月三十日", "28 days"),
        ("R1.4.30", "令和 began"),
    ],
)
def test_impossible(text: str, problem: str) -> None:
    """A day or month that cannot be is an error, also where more text follows it."""
    with pytest.raises(ScheduleError, match=problem) as caught:
        parse_schedule(text)
    assert not isinstance(caught.value, NotAScheduleError)


@pytest.mark.parametrize("text", ["未定", "6月12日", "平成30年6月12日13時～15時", "平成30年", ""])
def test_what_is_neither_day_nor_month(text: str) -> None:
    """What says more or less than a day or a month is told apart from what cannot be."""
    with pytest.raises(NotAScheduleError):
        parse_schedule(text)


def test_a_day_after_the_end_of_an_era() -> None:
    """平成31年6月 is an error, but in a paper of 平成30年 and where that is left open."""
    with pytest.raises(ScheduleError):
        parse_schedule("平成31年6月")
    issued = date(2018, 6, 7)
    assert parse_schedule("平成31年6月", as_of=issued) == Schedule(2019, 6)
    assert parse_schedule("平成31年6月", strict=False) == Schedule(2019, 6)
    assert format_schedule(Schedule(2019, 6, 1), as_of=issued) == "平成31年6月1日（土）"


@pytest.mark.parametrize(("year", "month", "day"), [(2018, 2, 30), (2018, 13, None), (1700, 1, 1)])
def test_no_such_day(year: int, month: int, day: int | None) -> None:
    """A Schedule cannot hold a day that never was, nor one before the eras' calendar."""
    with pytest.raises(ScheduleError, match=str(year)):
        Schedule(year, month, day)


def test_iso_form_of_something_else() -> None:
    """A text that is no ISO day or month is refused, and so is an impossible one."""
    with pytest.raises(ScheduleError, match="neither a day"):
        Schedule.fromisoformat("2018")
    with pytest.raises(ScheduleError, match="2018-02-30"):
        Schedule.fromisoformat("2018-02-30")


def test_the_first_day() -> None:
    """A schedule starts on its day, or on the first of its month."""
    assert (Schedule(2018, 7).start, Schedule(2018, 7, 5).start) == (
        date(2018, 7, 1),
        date(2018, 7, 5),
    )


def test_a_line_that_is_a_day() -> None:
    """A line is a day, or something else, or an error."""
    assert parse_day("平成30年6月7日（木）") == date(2018, 6, 7)
    assert parse_day("平成30年6月") is None
    assert parse_day("スタッフ研修") is None
    with pytest.raises(ScheduleError):
        parse_day("昭和64年1月8日")

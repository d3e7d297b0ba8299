"""Schedules are written as offices do, and read back."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from minutes_gen import era
from minutes_gen.errors import NotAScheduleError, ScheduleError
from minutes_gen.schedule import (
    Schedule,
    format_schedule,
    parse_schedule,
)
from strategies import beside, days, made, schedules


@settings(max_examples=600)
@given(schedules, st.sampled_from(era.STYLES), st.booleans())
def test_what_is_written_is_read_back(schedule: Schedule, style: str, weekday: bool) -> None:
    """parse(format(s)) == s for every kind of schedule in every style."""
    assert parse_schedule(format_schedule(schedule, style, weekday=weekday)) == schedule


@settings(max_examples=600)
@given(made, st.data(), st.sampled_from(era.STYLES), st.booleans())
@example(Schedule.fromisoformat("T13:30/.."), ("", "9999"), "long", True)
@example(Schedule.fromisoformat("--06"), ("", "/13自"), "long", True)
@example(Schedule.fromisoformat("T12:00"), ("AMの", ""), "long", True)
@example(Schedule.fromisoformat("--06"), ("同月開会【り】", "時"), "long", True)
def test_words_beside_are_read_back(
    schedule: Schedule, around: st.DataObject | tuple[str, ...], style: str, weekday: bool
) -> None:
    """A Schedule with any words beside it is refused, or read back in every style."""
    count = len(schedule.spans) + 1
    words = around if isinstance(around, tuple) else around.draw(st.tuples(*[beside] * count))
    try:
        whole = Schedule(spans=schedule.spans, words=words)
    except NotAScheduleError:
        return
    assert parse_schedule(format_schedule(whole, style, weekday=weekday)) == whole


@given(schedules, days)
def test_what_is_written_for_a_paper_is_read_back(schedule: Schedule, issued: date) -> None:
    """A paper issued before an era ended writes later days in it, and reads them again."""
    written = format_schedule(schedule, as_of=issued)
    assert parse_schedule(written, as_of=issued) == schedule


def test_a_day_after_the_end_of_an_era() -> None:
    """平成31年6月 is an error, but in a paper of 平成30年 and where that is left open."""
    with pytest.raises(ScheduleError):
        parse_schedule("平成31年6月")
    issued = date(2018, 6, 7)
    assert parse_schedule("平成31年6月", as_of=issued) == Schedule(2019, 6)
    assert parse_schedule("平成31年6月", strict=False) == Schedule(2019, 6)
    assert parse_schedule("平成32年度", as_of=issued).isoformat() == "FY2020"
    assert format_schedule(Schedule(2019, 6, 1), as_of=issued) == "平成31年6月1日（土）"
    assert format_schedule(parse_schedule("令和元年度"), as_of=issued) == "平成31年度"


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2018-06-12/2018-06-14", "平成30年6月12日（火）～14日（木）"),
        ("2018-06-12/2018-07-03", "平成30年6月12日（火）～7月3日（火）"),
        ("2019-04-30/2019-05-01", "平成31年4月30日（火）～令和元年5月1日（水）"),
        ("2018-06-12,2018-06-13", "平成30年6月12日（火）・13日（水）"),
        ("2018-06-12T13:30/2018-06-12T15:00", "平成30年6月12日（火）13時30分～15時"),
        ("2018-06-12,2018-06-13T10:00", "平成30年6月12日（火）；13日（水）10時"),
        ("2018-06-12T10:00,2018-06-12T13:00", "平成30年6月12日（火）10時、13時"),
        ("2018-06-12/2018-06-14@T09:00/T17:00", "平成30年6月12日（火）～14日（木）9時～17時"),
        ("../2018-06-12", "平成30年6月12日（火）まで"),
        ("FY2018-Q3", "平成30年度第3四半期"),
        ("2018-end(2018-12-31)", "平成30年末"),
        ("+1yFY", "翌年度"),
        ("+1y--01-05", "翌年1月5日"),
        ("--05-18(金)", "5月18日（金）"),
        ("--05-mid", "5月中旬"),
    ],
)
def test_how_it_is_written(iso: str, written: str) -> None:
    """A range leaves out what its beginning says, and nothing that changes within it."""
    assert format_schedule(Schedule.fromisoformat(iso)) == written


def test_other_styles() -> None:
    """The styles of dates are those of `era`; with points, times have colons."""
    assert format_schedule(Schedule.fromisoformat("2018-06-mid"), "short") == "H30年6月中旬"
    schedule = Schedule.fromisoformat("2018-06-12T13:30/2018-06-12T15:00")
    assert [format_schedule(schedule, style) for style in era.STYLES] == [
        "平成30年6月12日（火）13時30分～15時",
        "平成３０年６月１２日（火）１３時３０分～１５時",
        "平成三十年六月十二日（火）十三時三十分～十五時",
        "H30.6.12（火） 13:30～15:00",
        "H30.06.12（火） 13:30～15:00",
        "平30.6.12（火） 13:30～15:00",
    ]

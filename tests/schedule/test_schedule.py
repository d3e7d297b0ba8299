"""Schedule: what it is made of, which days it has, and what it refuses."""

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given

from minutes_gen import Session, era, read_json, render_json
from minutes_gen.errors import EraError, ModelError, ScheduleError
from minutes_gen.schedule import (
    Date,
    Later,
    Moment,
    Schedule,
    Span,
    Time,
    format_schedule,
    parse_schedule,
)
from strategies import schedules


@given(schedules, schedules)
def test_schedules_are_values(one: Schedule, other: Schedule) -> None:
    """Schedules are hashable, picklable, and in one order."""
    assert pickle.loads(pickle.dumps(one)) == one
    assert hash(pickle.loads(pickle.dumps(one))) == hash(one)
    assert [one < other, one == other, one > other].count(True) == 1


def test_no_order_among_other_things() -> None:
    """A schedule is neither before nor behind what is none."""
    with pytest.raises(TypeError):
        assert Schedule(2018) < 5


@pytest.mark.parametrize(
    ("text", "first", "last", "count"),
    [
        ("2018-06-12", "2018-06-12", "2018-06-12", 1),
        ("2018-02", "2018-02-01", "2018-02-28", 28),
        ("2018", "2018-01-01", "2018-12-31", 365),
        ("FY2019", "2019-04-01", "2020-03-31", 366),
        ("FY2018-H1", "2018-04-01", "2018-09-30", 183),
        ("FY2015-end", "2016-03-31", "2016-03-31", 1),
        ("FY2015-start", "2015-04-01", "2015-04-01", 1),
        ("2018-06-mid", "2018-06-11", "2018-06-20", 10),
        ("2018-06-12/2018-06-14,2018-06-14", "2018-06-12", "2018-06-14", 3),
        ("2018-06-12T13:00/..", "2018-06-12", "None", 1),
        ("../2018-06-12", "None", "2018-06-12", 1),
        ("T13:00", "None", "None", 0),
        ("--06-12", "None", "None", 0),
    ],
)
def test_days(text: str, first: str, last: str, count: int) -> None:
    """Every kind says its first and last day and all between, and invents none."""
    schedule = Schedule.fromisoformat(text)
    assert (str(schedule.start), str(schedule.end), len(schedule.days())) == (first, last, count)


def test_days_in_brackets_count_in_the_iso_form_alone() -> None:
    """The day in case of rain is shown by isoformat, and is none of the days."""
    schedule = Schedule.fromisoformat("2018-06-12; 2018-06-13")
    assert schedule.note == "（2018-06-13）"
    assert (schedule.isoformat(), len(schedule.days())) == ("2018-06-12; 2018-06-13", 1)


@pytest.mark.parametrize(("year", "month", "day"), [(2018, 2, 30), (2018, 13, None), (1700, 1, 1)])
def test_no_such_day(year: int, month: int, day: int | None) -> None:
    """A Schedule cannot hold a day that never was, nor one before the eras' calendar."""
    with pytest.raises(ScheduleError, match=str(year)):
        Schedule(year, month, day)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("",), "2 words"),
        (("", "6月13日"), "a date or a time itself"),
        (("", "（6月"), "a bracket"),
        (("", "）6月（"), "a bracket"),
        (("", "開会 "), "read as something else"),
        (("", "から"), "more of the date before it"),
        (("", "度"), "more of the date before it"),
        (("", "（火）"), "more of the date before it"),
        (("平成", ""), "beginning of the date behind it"),
        (("翌日", ""), "beginning of the date behind it"),
    ],
)
def test_words_that_would_be_read_as_more(words: tuple[str, ...], problem: str) -> None:
    """A Schedule refuses words that its text would not give back."""
    with pytest.raises(ScheduleError, match=problem):
        Schedule(spans=Schedule(2018, 6).spans, words=words)


def test_words_between_that_only_separate() -> None:
    """A separator between two spans is written anyway, and kept by nobody."""
    spans = Schedule.fromisoformat("2018-06-12,2018-06-13").spans
    with pytest.raises(ScheduleError, match="read as something else"):
        Schedule(spans=spans, words=("", "、", ""))


def test_what_a_schedule_is_made_of() -> None:
    """The parts are checked when they are made, and the ways to make a Schedule are not mixed."""
    moment = Moment(Date(2018, 6, 12), Time(13))
    assert Schedule(spans=(Span.at(moment),)).isoformat() == "2018-06-12T13:00"
    with pytest.raises(ScheduleError, match="either a year"):
        Schedule(2018, spans=(Span.at(moment),))
    with pytest.raises(ScheduleError, match="either a note"):
        Schedule(2018, note="x", words=("", "x"))
    with pytest.raises(ScheduleError, match="a date, a time"):
        Moment()
    with pytest.raises(ScheduleError, match="0時 to 24時"):
        Time(None, 5)
    with pytest.raises(TypeError, match="year must be a whole number, not '2018'"):
        Schedule("2018")  # type: ignore[arg-type]
    with pytest.raises(ScheduleError, match="has no year"):
        assert Date(None, 6).first
    with pytest.raises(ScheduleError, match="must together be one day, month or year"):
        Date(2018, 6, later=Later(years=9))


@pytest.mark.parametrize("issued", [None, date(1880, 1, 1), date(2018, 6, 7)])
def test_the_last_day_is_one_for_all(issued: date | None) -> None:
    """What a Schedule, a Session and its JSON hold, each style writes and reads again."""
    last = era.ERAS[-1].last
    for style in era.STYLES:
        written = format_schedule(Schedule.on(last), style, as_of=issued)
        assert parse_schedule(written, as_of=issued) == Schedule.on(last)
    session = Session(title="研修", issued=last)
    assert read_json(render_json(session)) == session
    later = last + timedelta(1)
    with pytest.raises(ScheduleError, match="the last day that is written"):
        Schedule.on(later)
    with pytest.raises(EraError, match="the last day that is written"):
        era.format_date(later)
    with pytest.raises(ModelError, match="the last day that is written"):
        Session(title="研修", issued=later)
    with pytest.raises(ScheduleError, match="the last day that is written"):
        parse_schedule(str(later))

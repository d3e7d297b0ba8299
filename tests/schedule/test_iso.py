"""The ISO forms of a schedule."""

import pytest
from hypothesis import given, settings

from minutes_gen.errors import ScheduleError
from minutes_gen.schedule import (
    Schedule,
)
from strategies import schedules


@settings(max_examples=400)
@given(schedules)
def test_the_exact_form_is_read_back(schedule: Schedule) -> None:
    """The exact ISO form and the words are all of a schedule, and so is its repr."""
    exact = schedule.isoformat(exact=True)
    assert Schedule.fromisoformat(exact, words=schedule.words) == schedule
    assert eval(repr(schedule)) == schedule


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "June",
            "2018-6-12",
            "2018-06-12T",
            "2018-06-12T25:00",
            "2018-02-30",
            "T13:60",
            "TXM",
        ),
        *("2018-early", "2018-06-Q1", "2018-06-12-mid", "2018-06-12(火)", "--06(火)", "+1y2018"),
        *(
            "FY-H1",
            "../..",
            "2018-06-12/--06-13",
            "2018-06-12/T",
            "T13:00/2018-06-12",
            "FY2018T13:00",
        ),
        *(
            "2018-06-12@T09:00/T17:00",
            "2018-06-12T09:00/2018-06-13@T09:00/T17:00",
            "2018-06-12/2018-06-13@2018/..",
            "+3d",
            "+1d",
            "-mid",
        ),
        *(
            "2018-06-13/2018-06-12",
            "2018-06-12,T13:00",
            "--06-12,--06-11",
            "+1d---23,---25",
            "+1mT13:00",
        ),
    ],
)
def test_iso_forms_of_something_else(text: str) -> None:
    """A text that is no ISO form, or whose spans no text could list, is refused."""
    with pytest.raises(ScheduleError):
        Schedule.fromisoformat(text)

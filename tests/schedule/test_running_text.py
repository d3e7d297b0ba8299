"""Dates and times in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen import schedule as package
from minutes_gen.schedule import (
    find_schedules,
    parse_schedule,
)
from strategies import whens


def test_a_module_of_schedules_names_what_it_has_not() -> None:
    """What reads running text is loaded when asked for, and nothing else is made up."""
    with pytest.raises(AttributeError, match="has no attribute 'find_schedule'"):
        package.find_schedule  # type: ignore[attr-defined]  # noqa: B018


def test_dates_in_running_text() -> None:
    """Dates and times are found with their places; what cannot be and a lone 1日 is left out."""
    text = (
        "次は平成30年6月12日（火）13時～15時と7月3日から、㋅㏦まで。"
        "2月30日と1日は別。平成30年2月30日。"
    )
    found = find_schedules(text)
    assert [(text[start:end], schedule.isoformat()) for start, end, schedule in found] == [
        (
            "平成30年6月12日（火）13時～15時と7月3日から",
            "2018-06-12T13:00/2018-06-12T15:00,2018-07-03/..",
        ),
        ("㋅㏦まで", "../--06-07"),
    ]


@given(whens | st.text())
def test_places_in_running_text(text: str) -> None:
    """What is found stands in the text one behind the other, and says what is found in it."""
    at = 0
    for start, end, schedule in find_schedules(text):
        assert at <= start < end <= len(text)
        assert parse_schedule(text[start:end], strict=False) == schedule
        at = end

"""Dates and times in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen import schedule as package
from minutes_gen.schedule import (
    find_schedules,
    format_schedule,
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("９４名（令和元年５月１日現在）", [("令和元年５月１日", "2019-05-01")]),
        (
            "令和元年10月1日（火曜日)(午前零時現在)",
            [("令和元年10月1日（火曜日)", "2019-10-01"), ("午前零時", "T00:00")],
        ),
    ],
)
def test_days_in_and_beside_brackets(text: str, expected: list[tuple[str, str]]) -> None:
    """A day is found in a bracket behind other words, and beside one of another kind."""
    found = [(text[start:end], when.isoformat()) for start, end, when in find_schedules(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年度(令和) 4 5 6", "FY2022,FY2023,FY2024"),
        ("年度（令和）　元・２・三", "FY2019,FY2020,FY2021"),
        ("年度(平成)29 30 31", "FY2017,FY2018,FY2019"),
        ("年度(西暦) 2022 2023", "FY2022,FY2023"),
        ("年度(令和) 4", "FY2022"),
        ("年度（令和 4）", "FY2022"),
        ("年度（令和４年度） 12 14", "FY2022"),
        ("年度(R.4)", "FY2022"),
        ("年度（2022）", "FY2022"),
        ("（表）年度(令和) 4 5\n児童数 120 130", "FY2022,FY2023"),
    ],
)
def test_the_years_that_head_a_table(text: str, expected: str) -> None:
    """年度 at the head of a table gives the years of its columns, and writes them as others."""
    ((start, end, found),) = find_schedules(text)
    assert found.isoformat() == expected
    assert parse_schedule(text[start:end]) == found
    assert parse_schedule(format_schedule(found)) == found


@pytest.mark.parametrize(
    "text",
    [
        "年度(令和) 5 7",  # 7 may be a number of the row
        "年度(平成) 29 30 12 14",
        "年度(令和) 4 名",
        "年度(令和) 4 5 6人",
        "年度(令和) 4 5 月",
        "年度(令和)",
        "年度(令和) 一十百",
        "年度（5）",
        "年度(西暦) 4 5",
        "会計年度（令和 4）",
    ],
)
def test_what_only_looks_like_the_years_of_a_table(text: str) -> None:
    """Numbers of which some may be none of the years give none, and stay words beside a date."""
    assert not [when for _, _, when in find_schedules(text) if "FY" in when.isoformat()]
    assert parse_schedule(f"6月12日（{text}）").isoformat() == "--06-12"


@given(whens | st.text())
def test_places_in_running_text(text: str) -> None:
    """What is found stands in the text one behind the other, and says what is found in it."""
    at = 0
    for start, end, schedule in find_schedules(text):
        assert at <= start < end <= len(text)
        assert parse_schedule(text[start:end], strict=False) == schedule
        at = end

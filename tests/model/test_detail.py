"""Details: labels and what stands behind them."""

import pickle
from datetime import date, datetime

import pytest
from hypothesis import given

from minutes_gen.errors import ModelError, ScheduleError
from minutes_gen.model._detail import Detail, Value
from minutes_gen.model._people import People, join_names, split_names
from minutes_gen.schedule import Schedule, parse_schedule
from strategies import details, people


@pytest.mark.parametrize(
    ("label", "value", "expected"),
    [
        ("日時", date(2018, 6, 12), Schedule(2018, 6, 12)),
        ("日時", "平成30年6月12日（火）", Schedule(2018, 6, 12)),
        ("開催日時", "平成30年7月", Schedule(2018, 7)),
        (
            "日時",
            "平成30年6月12日（火）13時30分～",
            Schedule.fromisoformat("2018-06-12T13:30/.."),
        ),
        ("日時", "平成30年6月12日（火）必着", Schedule(2018, 6, 12, note="必着")),
        ("日時", ("平成30年6月12日（火）", "13時30分～15時"), None),
        ("日時", "未定", ("未定",)),
        ("備考", "平成30年6月12日（火）", ("平成30年6月12日（火）",)),
        ("備考", date(2018, 6, 12), ("平成30年6月12日（火）",)),
        ("参加者", "橋野 出口", People(("橋野", "出口"))),
        ("参加者", ("橋野 太郎、出口", "奈良"), People(("橋野 太郎", "出口", "奈良"))),
        ("参加者", "17名", ("17名",)),
        ("参加者", "、", ("、",)),
        ("内容", People(("橋野", "出口")), ("橋野 出口",)),
        ("内容", ["甲", "乙"], ("甲", "乙")),
    ],
)
def test_the_label_decides_what_a_value_is(label: str, value: object, expected: object) -> None:
    """日時 is a schedule, 参加者 are people, where the text says so; all else is text."""
    detail = Detail(label, value)  # type: ignore[arg-type]
    assert detail.value == (value if expected is None else expected)


@given(details())
def test_lines_say_the_value(detail: Detail) -> None:
    """What a detail writes is read as the same value, under the same label."""
    assert Detail(detail.label, detail.lines).value == detail.value


@given(details())
def test_a_detail_is_a_value(detail: Detail) -> None:
    """Details are hashable, picklable and comparable."""
    assert pickle.loads(pickle.dumps(detail)) == detail
    assert hash(Detail(detail.label, detail.value, written=detail.written)) == hash(detail)


@given(people)
def test_names_are_read_as_they_are_written(group: People) -> None:
    """split(join(names)) == names, also where a name holds a space."""
    assert split_names(join_names(group.names)) == group.names


def test_a_papers_own_spelling_is_kept() -> None:
    """Where the paper spells a day or a list of names otherwise, it is written so again."""
    assert Detail("日時", "H30.6.12").settled(None).lines == ("H30.6.12",)
    assert Detail("参加者", "橋野、出口").lines == ("橋野、出口",)
    assert Detail("参加者", "橋野　出口").lines == ("橋野 出口",)


def test_our_own_spelling_is_forgotten() -> None:
    """Once a paper's day is known, a day written as we write it has no spelling of its own."""
    detail = Detail("日時", "平成30年 6月12日（火）").settled(date(2018, 6, 7))
    assert detail == Detail("日時", date(2018, 6, 12))


def test_days_in_an_era_that_ended_later() -> None:
    """平成31年6月 is right in a paper of 平成30年 and wrong in one of 令和元年."""
    detail = Detail("日時", "平成31年6月1日（土）")
    assert detail.settled(date(2018, 6, 7)) == Detail("日時", date(2019, 6, 1))
    with pytest.raises(ScheduleError, match="令和元年6月1日"):
        detail.settled(date(2019, 5, 7))
    assert detail.settled(date(2018, 6, 7)).written is None


@pytest.mark.parametrize(
    ("label", "value", "path", "problem"),
    [
        ("", "x", "label", "is empty"),
        ("日 時", "x", "label", "white space"),
        ("日時：", "x", "label", "is not a label"),
        ("1.日時", "x", "label", "is not a label"),
        ("とてもとても長い見出しの言葉", "x", "label", "at most 12"),
        (5, "x", "label", "must be a text"),
        ("場所", "", "value", "is empty"),
        ("場所", (), "value", "has no line"),
        ("場所", ("甲", "乙\n"), "value[1]", "white space at an end"),
        ("場所", 5, "value", "must be a list"),
        ("日時", "平成30年2月30日", "value", "28 days"),
        ("日時", ("時刻は未定", "平成30年2月30日"), "value[1]", "28 days"),
        ("日時", datetime(2018, 6, 12, 13, 30), "value", "time of day"),  # noqa: DTZ001
    ],
)
def test_what_a_detail_refuses(label: str, value: Value, path: str, problem: str) -> None:
    """The error names the field and what is wrong with it."""
    with pytest.raises(ModelError, match=problem) as caught:
        Detail(label, value)
    assert caught.value.path == path


def test_hours_and_words_are_kept_as_the_paper_has_them() -> None:
    """A schedule is read, and what the paper wrote is written again."""
    text = "平成30年6月12日（火）13時30分～15時00分（受付13時～）"
    detail = Detail("日時", text).settled(date(2018, 6, 7))
    assert isinstance(detail.value, Schedule)
    assert detail.value.isoformat() == "2018-06-12T13:30/2018-06-12T15:00"
    assert detail.lines == (text,)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("平成30年6月12日（火）必着", {"value": "2018-06-12", "words": ["", "必着"]}),
        ("平成30年度上半期", {"value": "FY2018-H1"}),
        ("6月12日（火）13時～", {"value": "--06-12(火)T13:00/.."}),
    ],
)
def test_a_schedule_as_data(text: str, data: dict[str, object]) -> None:
    """The exact ISO form and the words are all that a JSON file needs."""
    detail = Detail("日時", parse_schedule(text))
    assert detail.to_data() == {"label": "日時", **data}
    assert Detail.from_data(detail.to_data()) == detail


def test_words_of_no_schedule_are_refused() -> None:
    """Words that are no list, or that the schedule cannot have, are named."""
    for words in ("必着", ["必着"], ["", "6月"], ["", 5]):
        with pytest.raises(ModelError):
            Detail.from_data({"label": "日時", "value": "2018-06-12", "words": words})


def test_a_spelling_must_say_the_value() -> None:
    """`written` cannot contradict the value."""
    with pytest.raises(ModelError, match="does not say"):
        Detail("日時", date(2018, 6, 12), written=("平成30年6月13日",))
    assert Detail("日時", date(2018, 6, 12), written=("H30.6.12",)).lines == ("H30.6.12",)


@pytest.mark.parametrize(
    ("names", "path"), [((), "names"), (("橋野", ""), "names[1]"), (("橋野、出口",), "names[0]")]
)
def test_what_people_refuse(names: tuple[str, ...], path: str) -> None:
    """People are one or more names, none with a comma in it."""
    with pytest.raises(ModelError) as caught:
        People(names)
    assert caught.value.path == path

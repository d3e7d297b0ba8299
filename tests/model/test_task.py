"""Tasks: what, by whom, until when."""

from datetime import date

import pytest
from hypothesis import given

from minutes_gen.errors import ModelError, ScheduleError
from minutes_gen.model._detail import Detail
from minutes_gen.model.task import Task, read_task, spell_task
from minutes_gen.schedule import Schedule
from minutes_gen.session import Session
from strategies import sources, tasks

JUNE_30 = Schedule(2018, 6, 30)


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("会場（担当：金子、期限：平成30年6月30日）", Task("会場", ("金子",), JUNE_30)),
        ("会場 (期限: H30.6.30 担当者: 金子 阿部)。", Task("会場", ("金子", "阿部"), JUNE_30)),
        (
            "会場（２階）（担当：橋野 太郎、、〆切：次回）",
            Task("会場（２階）", ["橋野 太郎"], "次回"),
        ),
        ("会場（担当：金子）", Task("会場", "金子")),
        ("会場（期限：平成30年6月30日（土）13時）", None),
        ("会場（担当：、期限：）", Task("会場")),
        # Of another form.
        ("会場（担当：金子", Task("会場（担当：金子")),
        ("会場（金子、6月30日）", Task("会場（金子、6月30日）")),
        ("（担当：金子）", Task("（担当：金子）")),
        ("会場（担当：金子、担当：阿部）", Task("会場（担当：金子、担当：阿部）")),
    ],
)
def test_tasks(line: str, task: Task | None) -> None:
    """The brackets at the end name 担当 and 期限; a line of another form is what is to be done."""
    read = read_task(line)
    assert read == (task or read)
    assert read_task(spell_task(read)) == read
    assert task or read.what == "会場"


@given(tasks())
def test_a_task_is_read_as_it_is_written(task: Task) -> None:
    """read(spell(task)) == task, and JSON holds it."""
    assert read_task(spell_task(task)) == task
    assert Task.from_data(task.to_data()) == task


@given(sources)
def test_every_line_is_a_task(source: str) -> None:
    """Whatever line it is, it is read and read again as the same, or names a day that never was."""
    for line in filter(None, map(str.strip, source.split("\n"))):
        try:
            task = read_task(line)
        except (ModelError, ScheduleError):
            continue
        assert read_task(spell_task(task)) == task


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("会場（担当：金子）",), "would be read as another task"),
        (("会場", ["金子", "甲、乙"]), "holds a comma"),
        (("会場", (), ""), "is empty"),
        (("会場", (), 5), "must be a date or a text"),
        (("",), "is empty"),
    ],
)
def test_what_a_task_refuses(arguments: tuple[object, ...], problem: str) -> None:
    """What a line could not carry, or would say otherwise."""
    with pytest.raises(ModelError, match=problem):
        Task(*arguments)  # type: ignore[arg-type]


def test_dates_of_tasks_are_checked() -> None:
    """A day that never was is an error with its place; a year left out is that of the paper."""
    with pytest.raises(ModelError, match="28 days") as caught:
        Detail("宿題", ["甲", "乙（期限：平成30年2月30日）"])
    assert caught.value.path == "value[1]"
    with pytest.raises(ModelError, match="not 金 but 土"):
        Session(issued=date(2018, 6, 7), details=(Detail("宿題", "会場（期限：6月30日（金））"),))


def test_a_due_date_in_our_spelling_needs_no_other() -> None:
    """As with 日時, a spelling is kept only where it is not ours."""
    ours, theirs = "会場（期限：平成30年6月30日（土））", "会場（期限：H30.6.30）"
    assert Detail("宿題", ours).settled(None) == Detail("宿題", Task("会場", (), JUNE_30))
    assert Detail("宿題", theirs).settled(None).lines == (theirs,)


@pytest.mark.parametrize(
    ("data", "path", "problem"),
    [
        (5, "value[0]", "neither a text nor an object"),
        ({"wat": "x"}, "value[0].wat", "did you mean 'what'"),
        ({"people": []}, "value[0].what", "is missing"),
        ({"what": "x", "words": [5]}, "value[0].words", "are not texts"),
        ({"what": "x", "due": 5}, "value[0].due", "must be a text"),
        ({"what": "x", "due": "2018-02-30"}, "value[0].due", "day is out of range"),
        ({"what": "x", "words": ["2月30日"]}, "value[0]", "day is out of range"),
    ],
)
def test_errors_in_data_name_the_path(data: object, path: str, problem: str) -> None:
    """An error in JSON says which task is wrong, and where."""
    with pytest.raises(ModelError, match=problem) as caught:
        Detail.from_data({"label": "宿題", "value": [data]})
    assert caught.value.path == path


def test_tasks_as_data() -> None:
    """The due date in ISO form with its words; a due that is not a date is words alone."""
    lines = ["会場（担当：金子、期限：平成30年6月30日必着）", "案内（期限：次回）"]
    data = Detail("宿題", lines).to_data()
    assert data["value"] == [
        {"what": "会場", "people": ["金子"], "due": "2018-06-30", "words": ["", "必着"]},
        {"what": "案内", "words": ["次回"]},
    ]
    assert Detail.from_data({"label": "宿題", "value": lines}).value == Detail("宿題", lines).value

"""Facts that are found again, whatever form a paper gives them."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from minutes_gen import Session, read_text
from minutes_gen.facts.queries import FACTS, Fact
from minutes_gen.schedule import parse_schedule
from strategies import PLACES, papers_with, schedules_as_typed, sessions

WHEN = ["日時", "開催日時", "期日", "とき", "開催期日", "招集日時", "実施日", "開催年月日"]
WHERE = ["場所", "会場", "開催場所", "ところ", "開催地", "行き先"]
CAME = ["出席者", "参加者", "出席委員", "メンバー"]
NEXT = ["次回", "次回予定", "次回の日程", "次回開催"]


@given(papers_with(WHEN, schedules_as_typed()))
def test_a_schedule_is_found(paper: tuple[str, str]) -> None:
    """The day and its hours, under any label in any form."""
    text, value = paper
    found = read_text(text).schedule
    expected = parse_schedule(value)
    assert found is not None
    assert found.isoformat() == expected.isoformat()


@given(papers_with(WHERE, st.sampled_from(PLACES)))
def test_a_place_is_found(paper: tuple[str, str]) -> None:
    """The place, under any label in any form."""
    text, value = paper
    found = read_text(text).place
    assert found is not None
    assert found.split() == value.split()


NAMES = ["橋野", "出口", "奈良", "瀬島", "横山", "阿部", "金子"]
_lists = st.lists(st.sampled_from(NAMES), min_size=2, unique=True).flatmap(
    lambda names: st.sampled_from("、・，").map(lambda sign: sign.join(names))
)


@given(papers_with(CAME, _lists))
def test_who_came_is_found(paper: tuple[str, str]) -> None:
    """The names, however they are parted."""
    text, value = paper
    names = value.replace("・", "、").replace("，", "、").split("、")
    came = read_text(text).attendance
    assert [person.name for person in came.present] == names
    assert came.count == len(names)


@given(papers_with(CAME, st.integers(2, 200).map(lambda number: f"{number}名")))
def test_how_many_came_is_found(paper: tuple[str, str]) -> None:
    """The number that the paper states."""
    text, value = paper
    assert read_text(text).attendance.count == int(value[:-1])


@given(papers_with(NEXT, schedules_as_typed()))
def test_the_next_meeting_is_found(paper: tuple[str, str]) -> None:
    """The next meeting, and it is not taken for this one."""
    text, value = paper
    session = read_text(text)
    assert session.next_meeting is not None
    assert session.next_meeting.isoformat() == parse_schedule(value).isoformat()
    assert session.schedule is None


@given(sessions())
def test_every_fact_has_a_place(session: Session) -> None:
    """Each path begins with a field of the paper, and equal papers have equal facts."""
    for name in FACTS:
        if name == "action_items":  # a bullet may hold a date that never was
            continue
        for fact in session.once(FACTS[name]):
            assert isinstance(fact, Fact)
            assert hasattr(session, fact.path.partition("[")[0])


def test_answers_are_no_part_of_a_paper() -> None:
    """What was asked of a paper changes neither its equality, nor its JSON, nor a pickle of it."""
    asked, other = read_text("例会\n場所：会議室"), read_text("例会\n場所：会議室")
    assert asked.facts["place"][0].value == "会議室"
    assert asked == other
    assert hash(asked) == hash(other)
    assert asked.to_dict() == other.to_dict()
    assert pickle.dumps(asked) == pickle.dumps(other)

"""The kinds of values: what each takes, and what it makes of that."""

from datetime import date, datetime

import pytest

from minutes_gen.errors import ModelError
from minutes_gen.model._people import People
from minutes_gen.schedule import Schedule
from minutes_gen.templating._values import KINDS, Spelled, lines_of, usual_kind, written

DAY = date(2018, 7, 5)


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        ("文字", " 甲\t乙 \r\n\n 丙 ", "甲 乙\n丙"),
        ("文字", ["甲", "乙\n丙"], "甲\n乙\n丙"),
        ("文字", 5, "5"),
        ("文字", 1.5, "1.5"),
        ("文字", DAY, "平成30年7月5日"),
        ("文字", Schedule(2018, 7), "平成30年7月"),
        ("文字", People(("橋野", "出口")), "橋野 出口"),
        ("文字", " \n", None),
        ("日付", DAY, DAY),
        ("日付", Schedule.on(DAY), DAY),
        ("日付", "平成 30年7月 5日", Spelled(DAY, "平成30年7月5日")),
        ("日付", "", None),
        ("日時", DAY, Schedule.on(DAY)),
        ("日時", Schedule(2018, 7), Schedule(2018, 7)),
        ("日時", "H30.7.5", Spelled(Schedule.on(DAY), "H30.7.5")),
        ("日時", "未定", "未定"),
        ("日時", "", None),
        ("氏名", "橋野　出口", Spelled(("橋野", "出口"), "橋野　出口")),
        ("氏名", ["橋野 太郎", ""], ("橋野 太郎",)),
        ("氏名", [""], None),
        ("氏名", People(("橋野",)), ("橋野",)),
        ("氏名", "17名", "17名"),
        ("氏名", "", None),
        ("番号", "第１２回", 12),
        ("番号", 9999, 9999),
        ("番号", " ", None),
        ("一覧", "甲\n乙", ("甲", "乙")),
        ("一覧", "", None),
        ("一覧", [], None),
        ("一覧", People(("橋野",)), ("橋野",)),
        ("一覧", [{"ＮＰＯ": None}, 3], ({"NPO": ""}, 3)),
    ],
)
def test_kinds(kind: str, given: object, expected: object) -> None:
    """Each kind reads what people type and what programs have."""
    assert KINDS[kind].read(given) == expected
    assert KINDS[kind].take(given) == expected


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("given", [datetime(2018, 7, 5), object(), True, 10**20, float("nan")])  # noqa: DTZ001
def test_what_is_no_value(kind: str, given: object) -> None:
    """What no kind knows is refused by every one."""
    with pytest.raises(ModelError):
        KINDS[kind].read(given)


def test_a_spelling_that_would_be_a_mark_is_not_kept() -> None:
    """2018. 7. 5 is the day it is, and no section."""
    assert KINDS["日付"].read("2018.7.5") == Spelled(DAY, "2018.7.5")


def test_what_a_template_does_not_list() -> None:
    """Typed values stay typed where the template names no kind."""
    assert usual_kind("甲").read(5) == 5
    assert usual_kind("甲").read(DAY) == DAY
    assert usual_kind("甲").read(["a", "b"]) == "a\nb"
    assert usual_kind("甲", listed=True).name == "一覧"
    assert usual_kind("発行日").name == "日付"


def test_what_cannot_be_written() -> None:
    """Records, lists of them and truths are no texts, and for goes through none of these."""
    for value in ({"甲": "乙"}, ({"甲": "乙"},), True, (), None):
        assert written(value, None) is None
    assert lines_of(5) is None
    assert lines_of(None) == ()

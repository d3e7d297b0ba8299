"""What scripts ask of minutes."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given

from minutes_gen import Session, read_text
from minutes_gen.errors import ScheduleError
from minutes_gen.schedule import Schedule
from minutes_gen.session import Task, Vote
from strategies import sessions

MINUTES = """
理事会議事録

日時：平成30年6月12日（火）13時30分
出席：橋野　太郎、出口　花子、金子
議長：橋野　太郎
資料：予算案
次回：7月10日

第１号議案：予算の件
経過：
議長：資料のとおりです。
出口さん：見積りは。
金子：取りました。
事務局：別紙です。
備考：甲
賛成 2　反対 1
議決：原案のとおり可決した。
第２号議案　役員の件
承認について話し合った。
全員異議なく承認した。
第３号議案　その他
採決：賛成 3　反対 0
第４号議案　規程
賛成：3名　反対：0名
第５号議案　保留
"""


def test_resolutions() -> None:
    """The number, the motion, its votes and what became of it."""
    found = read_text(MINUTES).resolutions
    assert [(one.label, one.title, one.vote, one.result) for one in found] == [
        ("第１号議案", "予算の件", Vote(2, 1), "原案のとおり可決した。"),
        ("第２号議案", "役員の件", None, "全員異議なく承認した。"),
        ("第３号議案", "その他", Vote(3, 0), "賛成 3　反対 0"),
        ("第４号議案", "規程", Vote(3, 0), None),
        ("第５号議案", "保留", None, None),
    ]
    assert found[0].section.title == "予算の件"


def test_resolutions_without_a_number_of_their_own() -> None:
    """A section with a vote or a 議決 is a motion, whatever its number."""
    text = "会\n1. 開会\n(1) 予算\n議決：全員異議なく可決\n【役員】\n採決：挙手による\n賛成 1"
    found = read_text(text).resolutions
    assert [(one.label, one.title, one.vote) for one in found] == [
        ("(1)", "予算", None),
        ("", "役員", Vote(1)),
    ]


def test_speeches() -> None:
    """Those who were there speak, and offices; 備考 does not."""
    found = read_text(MINUTES).speeches
    assert [(one.speaker, one.text) for one in found] == [
        ("議長", "資料のとおりです。"),
        ("出口さん", "見積りは。"),
        ("金子", "取りました。"),
        ("事務局", "別紙です。"),
    ]
    assert {one.section for one in found} == {"予算の件"}


def test_speeches_of_a_paper_that_names_nobody() -> None:
    """Each label that is no known one speaks, but not under 宿題."""
    text = "会\n1. 甲\n金子：はい。\n議長：橋野\n場所：x\n2. 宿題\n金子：会場"
    assert [one.speaker for one in read_text(text).speeches] == ["金子"]


def test_a_chair_who_is_named_speaks() -> None:
    """In a section 議長 says something, or is somebody; a family name is enough."""
    text = "会\n司会：橋野 太郎\n1. 甲\n司会：始めます。\n橋野：はい。\n橋：x\n議長：出口"
    text += "\n代表：橋野 太郎"
    assert [one.speaker for one in read_text(text).speeches] == ["司会", "橋野"]


def test_what_is_entered_where() -> None:
    """As details, as bullets, under a heading, under a bullet."""
    text = """会
資料：甲
　　　乙
1. 議事
決定：一
・決定：二
・決定：
　・（なし）
(1) 決定事項
・三
　・四
例）五
｜項目｜｜
｜六｜七｜
備考：八
決定：九
保留：十
賛成 1
・保留事項
　・百
2. 決 定
(1) 千
"""
    session = read_text(text)
    assert session.decisions == (
        "一", "二", "（なし）", "三", "五", "六 七", "備考：八", "十", "賛成 1", "保留事項", "九",
        "千",
    )  # fmt: skip
    assert session.pending == ("十", "百")
    assert session.materials == ("甲", "乙")


def test_action_items() -> None:
    """From details, bullets and tables, with the year that the paper is of."""
    text = """会
日時：平成30年11月12日
1. 議事
宿題：会場（担当：金子、期限：11月30日）
・宿題：案内（期限：1月7日）
｜期限｜内容｜担当｜
｜12月1日｜甲｜阿部 奈良｜
｜｜乙｜｜
｜1月1日｜｜金子｜
2. 宿題
・丙
金子：丁（期限：次回）
金子：戊（担当：阿部）
場所：x
賛成 1
｜内容｜
｜己｜

｜担当｜期限｜
｜庚｜辛｜
"""
    assert read_text(text).action_items == (
        Task("会場", "金子", date(2018, 11, 30)),
        Task("案内", (), date(2019, 1, 7)),
        Task("甲", ["阿部", "奈良"], date(2018, 12, 1)),
        Task("乙"),
        Task("丙"),
        Task("丁", "金子", "次回"),
        Task("戊", "阿部"),
        Task("己"),
    )


def test_due_dates_of_bullets() -> None:
    """A bullet is text, so that its date is checked only when it is asked for."""
    session = read_text("会\n1. 宿題\n・会場（期限：平成30年2月30日）")
    with pytest.raises(ScheduleError, match=r"会場.*28 days"):
        _ = session.action_items
    assert read_text("会\n宿題：会場（期限：6月）").action_items[0].due == Schedule(None, 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("次回：平成30年7月10日", Schedule(2018, 7, 10)),
        ("次回：未定", None),
        ("1. 次回の予定\n日時：平成30年8月\n場所：x", Schedule(2018, 8)),
        ("場所：x", None),
    ],
)
def test_the_next_meeting(text: str, expected: Schedule | None) -> None:
    """A detail, or 日時 under a heading that is called so."""
    assert read_text(f"会\n{text}").next_meeting == expected
    assert read_text("平成30年6月7日\n会\n次回：7月10日").next_meeting == Schedule(2018, 7, 10)


def test_names() -> None:
    """Who had which role."""
    session = read_text(MINUTES)
    assert (session.names("議長"), session.names("書記")) == (("橋野　太郎",), ())


@given(sessions())
def test_every_session_answers(session: Session) -> None:
    """No session makes a query fail, but for a date in a bullet that never was."""
    assert session.attendance is not None
    for query in ("decisions", "pending", "materials", "resolutions", "speeches", "next_meeting"):
        getattr(session, query)
    with suppress(ScheduleError):
        assert all(isinstance(task, Task) for task in session.action_items)


@pytest.mark.parametrize(
    "said",
    [
        "報告を了承した。",
        "甲を選任した。",
        "甲を選出した。",
        "議案を撤回した。",
        "原案のとおり決定した。",
        "議案を取り下げた。",
        "議案を取下げた。",
    ],
)
def test_what_became_of_a_motion(said: str) -> None:
    """What counts as a result where minutes are checked is a result where they are asked."""
    minutes = read_text(f"総会\n第１号議案　甲の件\n説明した。\n{said}")
    assert minutes.resolutions[0].result == said
    assert "議決の結果" not in {lack.name for lack in minutes.missing("general-meeting-minutes")}

"""From the notice to the minutes: what stays, and what has room."""

from pathlib import Path

import pytest
from hypothesis import given

from minutes_gen import load, read_text, render_text
from minutes_gen.drafting.blank_minutes import meeting_title, minutes_of, minutes_title
from minutes_gen.drafting.next_notice import follow_up
from minutes_gen.model._blocks import Paragraph
from minutes_gen.session import Detail, Section, Session
from strategies import sessions

EXAMPLES = Path(__file__).parents[2] / "examples"
ROOM = (Paragraph("経過："), Paragraph("決定："), Paragraph("宿題："))


def test_june() -> None:
    """The details and the titles stay, who was invited is 出席者, and 次回 stays whole."""
    june = load(EXAMPLES / "june-7-notice.txt")
    minutes = minutes_of(june)
    assert (minutes.number, minutes.title) == (1, "スタッフ研修の記録")
    labels = [detail.label for detail in june.details]
    assert [detail.label for detail in minutes.details] == [
        "出席者" if label == "参加者" else label for label in labels
    ]
    assert [section.title for section in minutes.sections] == [s.title for s in june.sections]
    assert all(section.blocks == ROOM for section in minutes.sections[:6])
    assert minutes.sections[6] == june.sections[6]
    assert (minutes.issued, minutes.notes) == (None, (Paragraph("欠席者："),))


def test_there_and_back() -> None:
    """The notice of July is the same, whether June's notice or its minutes tell of it."""
    june = load(EXAMPLES / "june-7-notice.txt")
    assert follow_up(minutes_of(june)) == follow_up(june)


def test_an_official_notice() -> None:
    """Each line of 議題 is a section; what stands below 記 tells of the day; 宛名 is gone."""
    minutes = minutes_of(load(EXAMPLES / "meeting-notice.txt"))
    assert minutes.title == "平成30年度臨時理事会議事録"
    assert [section.title for section in minutes.sections] == [
        *("講座「はじめての市民活動」の開催", "事業計画の変更"),
    ]
    assert minutes.notes == (Paragraph("出席者："), Paragraph("欠席者："))
    assert (minutes.reference, minutes.addressees, minutes.signatory) == (None, (), ())
    assert not minutes.ki


def test_an_agenda_and_sections() -> None:
    """Labels of the agenda number the minutes; sections with other titles follow."""
    notice = read_text(
        """平成29年12月5日
第2回　打合せの開催について（通知）
日時：1月10日
議題：第１号議案　会費
　　　第２号議案　会報
　　　その他
1. 会費
値上げします。
2. 見学
(1) 行き先
(2) 費用
3. 前回の宿題
宿題：会場を予約する"""
    )
    minutes = minutes_of(notice)
    assert minutes.schedule is not None
    assert minutes.schedule.isoformat() == "2018-01-10"
    assert minutes.title == "打合せ議事録"
    assert minutes.numbering == ("第１号議案", "(1)")
    assert [(s.title, s.blocks == ROOM) for s in minutes.sections] == [
        ("会費", True),
        ("会報", True),
        ("その他", True),
        ("見学", False),
        ("前回の宿題", False),
    ]
    assert [section.blocks for section in minutes.sections[3].sections] == [ROOM, ROOM]
    assert minutes.sections[4].blocks == (Detail("宿題", "会場を予約する"),)
    assert read_text(render_text(minutes)) == minutes


@pytest.mark.parametrize(
    ("notice", "minutes"),
    [
        ("スタッフ研修", "スタッフ研修の記録"),
        ("平成30年度通常総会開催通知", "平成30年度通常総会議事録"),
        ("理事会の開催について（通知）", "理事会議事録"),
        ("夏の講座のご案内", "夏の講座の記録"),
        ("会費について", "会費の記録"),
        ("について", "についての記録"),
        ("理事会議事録", "理事会議事録"),
        ("通知の読み方研修", "通知の読み方研修の記録"),
    ],
)
def test_titles(notice: str, minutes: str) -> None:
    """The words of a notice give way to 議事録, or to の記録 where nothing is decided."""
    assert minutes_title(notice) == minutes


def test_the_name_of_the_meeting() -> None:
    """The minutes' own words are no part of it; alone they are."""
    assert [meeting_title(title) for title in ("理事会　会議録", "研修の記録", "議事録")] == [
        *("理事会", "研修", "議事録"),
    ]


def test_a_paper_with_little_in_it() -> None:
    """A title alone has minutes, too, and so has a section."""
    assert minutes_of(Session(title="研修")) == Session(title="研修の記録")
    assert minutes_of(Session(title="甲", sections=[Section("乙")])).sections[0].blocks == ROOM


@given(sessions())
def test_every_notice_has_minutes_that_are_read_back(notice: Session) -> None:
    """The skeleton is a paper like any other, and making it of itself loses no section."""
    if not (notice.title or notice.details or notice.sections):
        return
    minutes = minutes_of(notice)
    assert read_text(render_text(minutes)) == minutes


def test_who_attends_by_office_stays_apart() -> None:
    """出席理事 and 出席監事 are not made one."""
    session = Session(title="理事会", details=[Detail("出席理事", "甲"), Detail("出席監事", "乙")])
    labels = [detail.label for detail in minutes_of(session).details]
    assert labels == ["出席理事", "出席監事"]

"""The notice of the next session, from what a paper says about it."""

import runpy
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from minutes_gen import Template, follow_up, load, read_text, render_text
from minutes_gen.drafting.next_notice import open_points
from minutes_gen.errors import ModelError, NotationError, ValuesError
from minutes_gen.schedule import Schedule
from minutes_gen.session import Detail, Paragraph, Session

EXAMPLES = Path(__file__).parents[2] / "examples"


def followed(text: str) -> Session:
    """Return the follow-up of a paper."""
    return follow_up(read_text(text))


def details_of(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the details of the follow-up of a paper."""
    return [(detail.label, detail.lines) for detail in followed(text).details]


def test_july_follows_june(golden: Callable[[str, str], None]) -> None:
    """Section 7 of June's notice tells of July; all else is as in June."""
    june = load(EXAMPLES / "june-7-notice.txt")
    july = follow_up(june, issued=date(2018, 7, 5))
    golden("july-follow-up.txt", render_text(july))
    assert (july.title, july.number, july.issuer) == (june.title, 2, june.issuer)
    assert july.schedule == Schedule(2018, 7)
    assert july.details[1:4] == june.details[1:4]
    assert (july.sections, july.lead, july.notes) == ((), (), ())


def test_the_example_writes_july(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run as a program, the example writes the notice that the command writes."""
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(EXAMPLES / "july_notice.py"), run_name="__main__")
    golden = Path(__file__).parents[1] / "golden" / "july-notice.txt"
    assert Path("july-notice.txt").read_bytes() == golden.read_bytes()
    assert Path("july-notice.docx").read_bytes()[:2] == b"PK"


def test_what_is_not_said_is_pointed_out() -> None:
    """A month is not a day, 未定 is not a day, and a paper without 次回 has no 日時 at all."""
    june = load(EXAMPLES / "june-7-notice.txt")
    points = {
        follow_up(june): ["発行日: not given", "日時: 平成30年7月 names no day"],
        followed("研修\n期日：2018-06-12\n1. 次回\n期日：未定"): [
            "発行日: not given",
            "期日: 未定 names no day",
        ],
        followed("研修\n日時：2018-06-12"): ["発行日: not given", "日時: not given"],
        follow_up(read_text("研修\n1. 次回\n日時：7月3日から"), issued=date(2018, 7, 1)): [],
    }
    for session, expected in points.items():
        assert [str(point) for point in open_points(session)] == expected


def test_a_letter_is_followed_by_a_letter() -> None:
    """Those to whom and for whom it goes out stay; the reference is that of one paper."""
    letter = load(EXAMPLES / "meeting-notice.txt")
    after = follow_up(letter, issued=date(2018, 8, 1))
    kept = (after.addressees, after.issuer, after.signatory, after.lead, after.ki)
    assert kept == (letter.addressees, letter.issuer, letter.signatory, letter.lead, True)
    assert (after.reference, after.schedule, after.sections) == (None, None, ())
    points = [str(point) for point in open_points(after, letter)]
    assert points == ["文書番号: not given", "日時: not given"]
    assert read_text(render_text(after)) == after


def test_a_letter_fills_in_the_next() -> None:
    """The template for such letters takes from one what stays."""
    letter = read_text(
        "み発第1号\n2018-07-02\n理事各位\nみどり会\n理事長　橋野 太郎\n"
        "第1回理事会の開催について（通知）\n　下記のとおり。\n記\n日時：2018-07-10\n場所：甲\n以上"
    )
    own = {"発行日": date(2018, 8, 1), "日時": "2018-08-07", "議題": "乙"}
    after = Template.load("meeting-notice").fill(letter, own)
    assert (after.addressees, after.issuer) == (letter.addressees, letter.issuer)
    assert (after.signatory, after.title) == (letter.signatory, letter.title)
    assert (letter.number, after.number) == (1, 2)
    two = read_text(
        "2018-07-02\n理事 橋野 様\nみどり会\n会長\n橋野 太郎\n会の開催について\n日時：2018-07-10"
    )
    with pytest.raises(ValuesError, match="宛名, 職名, 差出人, 場所 are missing"):
        Template.load("meeting-notice").fill(two, own)


def test_a_paper_that_says_nothing_of_the_next() -> None:
    """The same details without 日時; a heading 次回 without details says nothing."""
    text = "研修\n日時：2018-06-12\n場所：甲\n内容：乙\n1. 次回\n未定です。"
    assert details_of(text) == [("場所", ("甲",)), ("内容", ("乙",))]


def test_what_next_says_takes_the_place_of_what_was() -> None:
    """By role where there is one, else by label; what is new comes at the end."""
    text = """第3回　研修
とき：2018-06-12
会場：甲
講師：金子
内容：乙
資料：丙
1. 報告
(1) 次回について
日時：2018-07-10
場所：丁
講師：阿部
司会：橋野
テーマ：戊
持ち物：筆記用具"""
    assert details_of(text) == [
        ("とき", ("2018-07-10",)),
        ("会場", ("丁",)),
        ("講師", ("阿部",)),
        ("内容", ("戊",)),
        ("司会", ("橋野",)),
        ("持ち物", ("筆記用具",)),
    ]
    assert followed(text).number == 4
    assert details_of("研修\n1. 次回\n研修：甲\n資料：乙") == [
        ("内容", ("甲",)),
        ("参考資料", ("乙",)),
    ]


def test_a_detail_can_tell_of_the_next() -> None:
    """次回：… in the details or the notes is the next 日時, and is not kept."""
    for text in (
        "研修\n日時：2018-06-12\n次回：2018-07-10",
        "研修\n日時：2018-06-12\n以上です。\n次回日程：2018-07-10",
    ):
        assert details_of(text) == [("日時", ("2018-07-10",))]
    with pytest.raises(NotationError, match="2月 of 2018 has 28 days"):
        followed("研修\n次回：平成30年2月30日")


def test_a_day_without_a_year_gets_that_of_the_paper_that_named_it() -> None:
    """1月10日 in a paper of December is in the next year, whenever the notice goes out."""
    december = read_text("平成29年12月5日\n研修\n1. 次回\n日時：1月10日\n2. 甲")
    assert follow_up(december, issued=date(2018, 1, 4)).schedule == Schedule(2018, 1, 10)
    assert followed("研修\n1. 次回\n日時：1月10日").details[0].lines == ("1月10日",)


def test_the_spelling_of_the_paper_is_kept() -> None:
    """A day is written as the paper wrote it."""
    assert details_of("研修\n1. 次回\n日時：H30.7.10") == [("日時", ("H30.7.10",))]
    assert details_of("研修\n期日：未定\n1. 次回\n日時：H30.7.10") == [("期日", ("H30.7.10",))]


def test_papers_with_little_in_them() -> None:
    """A paper with hardly anything has a follow-up, too."""
    lead = follow_up(Session(lead=["甲"]))
    assert lead.lead == (Paragraph("甲"),)
    assert follow_up(Session(title="研修", number=9999)).number is None
    assert follow_up(Session(details=[Detail("場所", "甲")])).place == "甲"
    assert follow_up(Session(sections=read_text("1. 甲").sections), issued=date(2018, 7, 5))
    with pytest.raises(ModelError, match="tells nothing of a next one"):
        follow_up(Session(sections=read_text("1. 甲").sections))


MINUTES = """平成30年6月13日
第2回　スタッフ会議の記録
日時：平成30年6月12日
出席者：橋野、奈良（14時から）
欠席者：金子
司会：橋野
定足数：2人
議題：会報
決定事項：増やす
宿題：会場を予約する（担当：奈良、期限：6月20日）
　　　ちらしを作る（担当：金子、期限：7月6日まで）
　　　原稿を集める（期限：次回まで）
　　　机を運ぶ（担当：橋野）（済）
1. 会報
・宿題：部数を数える（担当：橋野、期限：平成30年6月20日（水）（期限超過））
宿題：会場を予約する（担当：奈良、期限：6月22日）
2. その他
次回：平成30年7月10日
"""


def test_the_notice_that_follows_minutes() -> None:
    """Who belongs is 参加者, whoever came; what was told and decided is left out."""
    assert details_of(MINUTES) == [
        ("日時", ("平成30年7月10日",)),
        ("参加者", ("橋野 奈良 金子",)),
        ("司会", ("橋野",)),
    ]
    assert (followed(MINUTES).title, followed(MINUTES).number) == ("スタッフ会議", 3)
    counted = "理事会議事録\n出席者数：6人\n出席理事：橋野 出口\n出席監事：奈良\n場所：甲"
    assert details_of(counted) == [("参加者", ("橋野 出口 奈良",)), ("場所", ("甲",))]
    assert details_of("総会議事録\n出席者数：63人\n場所：甲") == [("場所", ("甲",))]


def tasks_of_next(text: str, issued: date | None) -> list[str]:
    """Return the tasks that the follow-up of a paper carries over."""
    sections = follow_up(read_text(text), issued=issued).sections
    assert [section.title for section in sections] == ["前回の宿題"]
    return [
        line for block in sections[0].blocks if isinstance(block, Detail) for line in block.lines
    ]


def test_open_tasks_are_carried_over() -> None:
    """Each once, as it was said last; those past due are marked once, and those done are left."""
    assert tasks_of_next(MINUTES, date(2018, 7, 2)) == [
        "会場を予約する（担当：奈良、期限：平成30年6月22日（金）（期限超過））",
        "ちらしを作る（担当：金子、期限：平成30年7月6日（金）まで）",
        "原稿を集める（期限：次回まで）",
        "部数を数える（担当：橋野、期限：平成30年6月20日（水）（期限超過））",
    ]


def test_what_is_past_on_the_day_they_meet() -> None:
    """Without a day of the notice, the day of the next meeting tells what is past due."""
    late = [line for line in tasks_of_next(MINUTES, None) if "期限超過" in line]
    assert len(late) == 3
    timeless = MINUTES.replace("次回：平成30年7月10日", "次回：未定")
    assert sum("期限超過" in line for line in tasks_of_next(timeless, None)) == 1


def test_carried_tasks_are_carried_again() -> None:
    """What nobody has done by the next meeting stays, and stays marked."""
    july = follow_up(read_text(MINUTES), issued=date(2018, 7, 2))
    again = read_text(render_text(july))
    assert again == july
    lines = tasks_of_next(render_text(again), date(2018, 8, 1))
    assert [line.count("期限超過") for line in lines] == [1, 1, 0, 1]


def test_a_due_date_that_cannot_be() -> None:
    """In a bullet no reader refuses it; the follow-up does, with what is wrong."""
    with pytest.raises(ModelError, match="2月 of 2018 has 28 days"):
        followed("会\n日時：2018-02-12\n1. 甲\n・宿題：乙（期限：平成30年2月30日）")


def test_a_number_in_the_title_is_counted_on_there() -> None:
    """A title that bears its number gets the next one in the same spelling."""
    paper = Session(title="令和６年度　第３回運営会議議事録", details=[Detail("次回", "7月10日")])
    following = follow_up(paper)
    assert (following.title, following.number) == ("令和６年度　第４回運営会議", 4)
    assert follow_up(Session(title="第四回総会", details=[Detail("次回", "7月")])).number == 5

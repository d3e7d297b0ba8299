"""日時: what people write, what it means, and what is refused."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_gen.errors import NotAScheduleError, ScheduleError
from minutes_gen.schedule import (
    Schedule,
    format_schedule,
    parse_schedule,
)
from strategies import texts, whens

DATA = Path(__file__).parents[1] / "data"
SPELLINGS = DATA / "schedule" / "spellings.tsv"


def table(path: Path) -> list[dict[str, str]]:
    """Read a table with the names of its columns on top."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def rows(*kinds: str) -> list[tuple[str, str]]:
    """Return text and expected meaning of the real expressions of these kinds."""
    real = table(DATA / "era" / "expressions.tsv")
    return [(row["text"], row["expected"]) for row in real if row["strict"] in kinds]


@pytest.mark.parametrize(("text", "expected"), rows("ok", "context"))
def test_real_expressions(text: str, expected: str) -> None:
    """Every expression found in a real paper means what a person reads in it."""
    base = date(2019, 10, 22) if text.startswith("翌日") else None
    assert parse_schedule(text, base=base).isoformat() == expected


@pytest.mark.parametrize(("text", "_expected"), rows("reject"))
def test_real_expressions_that_cannot_be(text: str, _expected: str) -> None:
    """An expression that names what never was is an error, and not merely no schedule."""
    with pytest.raises(ScheduleError) as caught:
        parse_schedule(text)
    assert not isinstance(caught.value, NotAScheduleError)


@pytest.mark.parametrize(
    ("text", "problem", "lenient"),
    [
        ("平成30年6月12日（水）", "is not 水 but 火", "2018-06-12"),
        ("26:45", "probably 翌日2時45分 is meant", "+1dT02:45"),
        ("午前12時", "is not clear; probably 正午", "T12:00"),
        ("午後12時", "is not clear", "T24:00"),
        ("午前12時30分", "is not clear", "T00:30"),
        ("午後12時30分", "is not clear", "T12:30"),
        ("午後13時", "13時 without 午後", "T13:00"),
        ("25時30分", "probably 翌日1時30分 is meant", "+1dT01:30"),
        ("平成30年6月12日25時30分", "from 0時 to 24時", "2018-06-13T01:30"),
        ("平成 32年2月1日", "令和2年2月1日", "2020-02-01"),
    ],
)
def test_what_only_lenient_reading_takes(text: str, problem: str, lenient: str) -> None:
    """Strictly an error that names the rule, leniently what was probably meant."""
    with pytest.raises(ScheduleError, match=problem):
        parse_schedule(text)
    assert parse_schedule(text, strict=False).isoformat() == lenient


@pytest.mark.parametrize("row", table(SPELLINGS), ids=lambda row: row["text"])
def test_spellings(row: dict[str, str]) -> None:
    """What offices write is understood, and what they write besides is kept."""
    schedule = parse_schedule(row["text"])
    assert (schedule.isoformat(), schedule.note) == (row["expected"], row["note"])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("平成30年6月12日（水）13時30分", "火"),
        ("平成30年2月30日", "28 days"),
        ("2018年2月30日", "day is out of range"),
        ("平成30年13月", "13"),
        ("平成31年5月", "平成"),
        ("平成32年", "平成"),
        ("昭和64年度", "昭和"),
        ("2018年13月", "month must be in 1..12"),
        ("1700年1月", "1873"),
        ("R1.4.30", "令和 began"),
        ("2024年(令和5年)6月12日", "is 2024, not 2023"),
        ("平成30年6月12日13時70分", "an hour to 59分"),
        ("25時70分", "an hour to 59分$"),
        ("夜2時", "夜2時: 夜 goes from 17時 to 24時; write others in 24 hours"),
        ("朝2時", "朝 goes from 4時 to 11時"),
        ("深夜9時", "深夜 goes from 22時 to 4時"),
        ("平成30年6月12日15時～13時", "is not after"),
        ("平成30年6月12日～10日", "is not after"),
        ("22時～5時", "is not after"),
        ("9999年度", "year 9999"),
        ("3018年", "the last day that is written is that of 令和999年, 3017-12-31"),
        ("平成30年6月12日～13日17時～9時", "is not after"),
        ("平成30年6月12日～翌日14日", "not the 14日"),
        ("平成30年6月12日（雨天時は6月13日（火））", "not 火 but 水"),
        ("0/0", "month must be in"),
        ("夜9時～正午", "is not after"),
        ("3017年12月31日22時～翌5時", "the last day that is written"),
    ],
)
def test_impossible(text: str, problem: str) -> None:
    """What cannot be is an error that says why, also where more text follows it."""
    with pytest.raises(ScheduleError, match=problem) as caught:
        parse_schedule(text)
    assert not isinstance(caught.value, NotAScheduleError)
    assert "\n" not in str(caught.value)


_BRACKETS = "{} {}曜日 {}・祝 祝・{} {}祝 祝{}曜 祝日・{} {}・海の日 海の日・{} {}　海の日 {}、大安"


@pytest.mark.parametrize("bracket", _BRACKETS.split(" "))
@pytest.mark.parametrize("day", range(7))
def test_a_weekday_anywhere_in_its_bracket(bracket: str, day: int) -> None:
    """A weekday is held to its day wherever it stands in the bracket, and a holiday is kept."""
    text = "平成30年7月16日（" + bracket.format("月火水木金土日"[day]) + "）"
    if day:
        with pytest.raises(ScheduleError, match="probably 平成30年7月16日（月） is meant"):
            parse_schedule(text)
        return
    schedule = parse_schedule(text)
    assert schedule.isoformat() == "2018-07-16"
    written = format_schedule(schedule)
    assert written.count("月") == 2
    assert [name for name in ("祝日", "祝", "海の日", "大安") if name in text] == [
        name for name in ("祝日", "祝", "海の日", "大安") if name in written
    ]


@pytest.mark.parametrize(
    ("written", "right"),
    [("Mon", True), ("MON.", True), ("Ｍｏｎｄａｙ", True), ("Tue", False), ("Thurs.", False)],
)
def test_a_weekday_in_english(written: str, right: bool) -> None:
    """A weekday in English is one."""
    if right:
        assert parse_schedule(f"2018.7.16 ({written}) 13:00").isoformat() == "2018-07-16T13:00"
    else:
        with pytest.raises(ScheduleError, match="probably 平成30年7月16日（月） is meant"):
            parse_schedule(f"2018.7.16 ({written}) 13:00")


@pytest.mark.parametrize(
    "note", "日・祝を除く 土日祝 土日祝日 水・木曜日 日程 月・火 祝日 休日".split()
)
def test_days_of_the_week_that_are_no_weekday(note: str) -> None:
    """A bracket that says more than one weekday, or on which days not, is words."""
    assert parse_schedule(f"平成30年7月16日（{note}）").note == f"（{note}）"


@pytest.mark.parametrize(
    "text",
    [
        "平成30年○月○日",
        "平成30年〇月〇日",
        "平成30年◯月12日",
        "平成○年○月○日",
        "平成2○年6月7日",
        "平成30年6月○日（火）",
        "平成30年6月12日（火）○時～",
        "平成30年6月12日（火）13時～●時",
        "平成30年　月　日",
        "令和　年　月　日（　）",
        "6月＿日",
        "6月××日",
    ],
)
def test_what_is_still_to_be_filled_in(text: str) -> None:
    """A form with a gap for the day or the time is no schedule yet, and says so."""
    with pytest.raises(NotAScheduleError, match="is still to be filled in"):
        parse_schedule(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平成三○年一○月二○日", "2018-10-20"),
        ("6月12日〇時～〇時三○分", "--06-12T00:00/T00:30"),
        ("平成2○年の会 令和6年6月12日", "2024-06-12"),
        ("○○会 6月12日", "--06-12"),
        ("6月12日 ○日コース", "--06-12"),
        ("平成30年 月例会", "2018"),
        ("6月 日程は別紙", "--06"),
    ],
)
def test_circles_that_are_numerals_or_words(text: str, expected: str) -> None:
    """A circle among kanji numerals is 〇, and one that belongs to no date is a word."""
    assert parse_schedule(text).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "expected", "note"),
    [
        ("6月12日14時15分前集合", "--06-12", "14時15分前集合"),
        ("6月12日 午後2時15分前に集合", "--06-12", "午後2時15分前に集合"),
        ("6月12日14時15分 前から受付", "--06-12", "14時15分 前から受付"),
        ("6月12日14時の15分前", "--06-12", "14時の15分前"),
        ("6月12日 正午の五分前", "--06-12", "正午の五分前"),
        ("6月12日13時～14時15分前", "--06-12T13:00/..", "14時15分前"),
        ("6月12日14時15分前後", "--06-12T14:15", "前後"),
        ("6月12日14時15分前半開始", "--06-12T14:15", "前半開始"),
        ("6月12日14時15分 前田会館", "--06-12T14:15", "前田会館"),
        ("6月12日14時15分以前", "../--06-12T14:15", ""),
        ("6月12日14時前に集合", "--06-12T14:00", "前に集合"),
        ("6月12日14:00（15分前集合）", "--06-12T14:00", "（15分前集合）"),
        ("6月10日前", "--06-10", "前"),
        ("6月 10日後援会総会", "--06-10", "後援会総会"),
        ("6月12日 3日前までに連絡", "--06-12", "3日前までに連絡"),
    ],
)
def test_what_stands_before_mae(text: str, expected: str, note: str) -> None:
    """A time before 前 that may be another one is words, and so are days that are counted."""
    schedule = parse_schedule(text)
    assert (schedule.isoformat(), schedule.note) == (expected, note)


NO_SCHEDULES = [
    "未定",
    "6月12日頃13時",
    "追って連絡",
    "（6月12日）",
    "30年6月7日",
    "平成2○年6月7日",
    "一十百年6月7日",
    "一時休止",
    "翌日",
    "年度末",
    "平成30年12日",
    "平成30年 1日コース",
    "6月（火）",
    "6月上旬（火）",
    "6月12日（",
    "6月12日）",
    "平成30年度13時",
    "13時から から",
    "～",
    "1日コース 6月12日",
    "14時15分前集合",
    "10日前までに申込",
    "3日後",
    "14:15前",
    "14時半前",
    "6月12日～平成30年6月13日",
    "平成30年6月12日～翌年12日",
    "13時～6月12日",
    "翌年1月5日、翌年1月6日",
    "平成30年6月2日～3日まで9時",
    "R5.4.1.2",
    "",
]


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("6月上旬（火）", "the weekday 火 must stand behind a day, such as 6月12日"),
        ("平成30年、12日", "12日 must have its month"),
        ("13時から から", "から must stand beside a date or a time that it joins"),
        ("翌年1月5日、翌年1月6日", "must name its month, and be none of them"),
        ("平成30年6月2日～3日まで9時", "several days must have hours from when to when"),
        ("13時～6月12日", "both ends of a range must have a date, or neither"),
        ("6月12日～平成30年6月13日", "both ends of a range must have a year, or neither"),
        ("平成30年度13時", "a time must be on a day or in a month, not FY2018"),
    ],
)
def test_what_is_allowed_instead(text: str, allowed: str) -> None:
    """An error says what would be understood."""
    with pytest.raises(NotAScheduleError, match=allowed):
        parse_schedule(text)


@pytest.mark.parametrize("text", NO_SCHEDULES)
def test_what_is_no_schedule(text: str) -> None:
    """A text that says no date, or says it in no way that is understood, is told apart."""
    with pytest.raises(NotAScheduleError):
        parse_schedule(text)


@settings(max_examples=400)
@given(whens | texts | st.text())
def test_any_text_is_a_schedule_or_an_error(text: str) -> None:
    """Arbitrary text gives a Schedule or a ScheduleError of one line, strictly or not."""
    for options in ({}, {"strict": False}, {"base": date(2018, 6, 7)}):
        try:
            assert isinstance(parse_schedule(text, **options), Schedule)
        except ScheduleError as error:
            assert "\n" not in str(error)


def test_words_keep_characters_that_are_read_as_several() -> None:
    """A word is kept as it is written, where to read it ㌔ has become キロ."""
    assert parse_schedule("平成30年6月12日㌔").words == ("", "㌔")

"""The filters of templates."""

from datetime import date

import pytest

from minutes_gen.errors import ModelError
from minutes_gen.schedule import Schedule
from minutes_gen.templating._filters import FILTERS, apply_filter
from minutes_gen.templating._values import Spelled, written

DAY = date(2018, 7, 5)
MONTH = Schedule(2019, 6)
WHEN = Schedule.fromisoformat("2018-07-10T13:30")


@pytest.mark.parametrize(
    ("name", "value", "argument", "expected"),
    [
        ("和暦", DAY, None, "平成30年7月5日"),
        ("era", DAY, "kanji", "平成三十年七月五日"),
        ("和暦", DAY, "略記", "H30.7.5"),
        ("和暦", DAY, "二桁", "H30.07.05"),
        ("和暦", DAY, "漢字略記", "平30.7.5"),
        ("和暦", DAY, "全角", "平成３０年７月５日"),
        ("和暦", MONTH, None, "平成31年6月"),
        ("和暦", WHEN, "標準", "平成30年7月10日（火）13時30分"),
        ("和暦", Spelled(DAY, "H30.7.5"), None, "平成30年7月5日"),
        ("西暦", WHEN, None, "2018年7月10日"),
        ("gregorian", DAY, None, "2018年7月5日"),
        ("月日", DAY, None, "7月5日"),
        ("month_day", WHEN, None, "7月10日"),
        ("曜日", DAY, None, "木"),
        ("weekday", WHEN, None, "火"),
        ("漢数字", 123, None, "百二十三"),
        ("kanji", 2, None, "二"),
        ("丸数字", 50, None, "㊿"),
        ("circled", 1, None, "①"),
        ("全角", 12, None, "１２"),
        ("fullwidth", "2階 A", None, "２階 A"),
        ("第N回", 2, None, "第2回"),
        ("nth", 10, None, "第10回"),
        ("様", "橋野 太郎", None, "橋野 太郎 様"),
        ("sama", "橋野様", None, "橋野様"),
        ("様", Spelled(("橋野", "出口先生"), "橋野 出口先生"), None, "橋野 様、出口先生"),
        ("御中", "あしやＮＰＯ", None, "あしやＮＰＯ 御中"),
        ("onchu", "会員各位", None, "会員各位"),
        ("殿", "金子", None, "金子 殿"),
        ("各位", "会員", None, "会員 各位"),
        ("つなぐ", ("橋野", "出口"), None, "橋野、出口"),
        ("join", ("橋野", "出口"), "・", "橋野・出口"),
        ("join", (date(2018, 7, 5), 3), "／", "平成30年7月5日／3"),
        ("つなぐ", "甲\n乙", "、", "甲、乙"),
        ("既定", None, "事務室", "事務室"),
        ("default", (), "事務室", "事務室"),
        ("既定", Spelled(DAY, "H30.7.5"), "事務室", "H30.7.5"),
    ],
)
def test_filters(name: str, value: object, argument: object, expected: str) -> None:
    """Each gives what an office would write."""
    assert written(apply_filter(name, value, argument, date(2018, 7, 1)), None) == expected


@pytest.mark.parametrize(
    ("name", "value", "argument", "problem"),
    [
        ("和暦", DAY, "漢時", "unknown style of dates '漢時'; did you mean '漢字'?"),
        ("和暦", "七月", None, "must be a date, not '七月'"),
        ("曜日", MONTH, None, "must be a single day, not '令和元年6月'"),
        ("月日", "七月", None, "must be a single day, not '七月'"),
        ("西暦", 5, None, "must be a single day, not '5'"),
        ("漢数字", "5", None, "must be a number, not '5'"),
        ("丸数字", 51, None, "51 cannot be written in 'circled', which ends at 50 (㊿)"),
        ("丸数字", 0, None, "0 cannot be written in 'circled', which begins at 1"),
        ("丸数字", True, None, "must be a number, not True"),
        ("様", {"氏名": "橋野"}, None, "must be a text, not {'氏名': '橋野'}"),
        ("つなぐ", ({"氏名": "橋野"},), None, "must be a text, not {'氏名': '橋野'}"),
        (
            "つなぐ",
            ("橋野",),
            "a" * 11,
            "must be a text of at most 10 characters, not 'aaaaaaaaaaa'",
        ),
        ("つなぐ", ("橋野",), 5, "must be a text of at most 10 characters, not 5"),
    ],
)
def test_what_is_none_of_theirs(name: str, value: object, argument: object, problem: str) -> None:
    """A value that a filter cannot take is one line."""
    with pytest.raises(ModelError) as caught:
        apply_filter(name, value, argument)
    assert problem in caught.value.problem


def test_each_filter_has_two_names() -> None:
    """One is Japanese, and one is English."""
    english = [name for name in FILTERS if name.isascii()]
    assert len(FILTERS) == 2 * len(english)

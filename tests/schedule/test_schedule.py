"""日時: what people write, what it means, and what is refused."""

import csv
import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from minutes_gen import era
from minutes_gen import schedule as package
from minutes_gen.errors import NotAScheduleError, ScheduleError
from minutes_gen.schedule import (
    Date,
    Moment,
    Schedule,
    Span,
    Time,
    _grammar,
    _plain_text,
    find_schedules,
    format_schedule,
    parse_day,
    parse_schedule,
)
from minutes_gen.schedule._common_forms import read_quickly
from minutes_gen.schedule._hours import Rules
from minutes_gen.schedule._plain_text import plain
from strategies import days, forms, schedules, texts, whens

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
        ("午前12時", "is not clear; probably 正午", "T12:00"),
        ("午後12時", "is not clear", "T24:00"),
        ("午前12時30分", "is not clear", "T00:30"),
        ("午後12時30分", "is not clear", "T12:30"),
        ("午後13時", "13時 without 午後", "T13:00"),
        ("25時30分", "from 0時 to 24時", "+1dT01:30"),
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
        ("夜2時", "no hour of 夜"),
        ("朝2時", "no hour of 朝"),
        ("平成30年6月12日15時～13時", "is not after"),
        ("平成30年6月12日～10日", "is not after"),
        ("22時～5時", "is not after"),
        ("9999年度", "year 9999"),
        ("平成30年6月12日～13日17時～9時", "is not after"),
        ("平成30年6月12日～翌日14日", "not the 14日"),
        ("平成30年6月12日（雨天時は6月13日（火））", "not 火 but 水"),
        ("0/0", "month must be in"),
        ("夜9時～正午", "is not after"),
        ("9999年12月31日22時～翌5時", "the calendar has no 翌日 of 9999-12-31"),
    ],
)
def test_impossible(text: str, problem: str) -> None:
    """What cannot be is an error that says why, also where more text follows it."""
    with pytest.raises(ScheduleError, match=problem) as caught:
        parse_schedule(text)
    assert not isinstance(caught.value, NotAScheduleError)
    assert "\n" not in str(caught.value)


NO_SCHEDULES = [
    "未定",
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
    "6月12日～平成30年6月13日",
    "平成30年6月12日～翌年12日",
    "13時～6月12日",
    "翌年1月5日、翌年1月6日",
    "平成30年6月2日～3日まで9時",
    "R5.4.1.2",
    "",
]


@pytest.mark.parametrize("text", NO_SCHEDULES)
def test_what_is_no_schedule(text: str) -> None:
    """A text that says no date, or says it in no way that is understood, is told apart."""
    with pytest.raises(NotAScheduleError):
        parse_schedule(text)


@settings(max_examples=600)
@given(schedules, st.sampled_from(era.STYLES), st.booleans())
def test_what_is_written_is_read_back(schedule: Schedule, style: str, weekday: bool) -> None:
    """parse(format(s)) == s for every kind of schedule in every style."""
    assert parse_schedule(format_schedule(schedule, style, weekday=weekday)) == schedule


@given(schedules, days)
def test_what_is_written_for_a_paper_is_read_back(schedule: Schedule, issued: date) -> None:
    """A paper issued before an era ended writes later days in it, and reads them again."""
    written = format_schedule(schedule, as_of=issued)
    assert parse_schedule(written, as_of=issued) == schedule


@settings(max_examples=400)
@given(schedules)
def test_the_exact_form_is_read_back(schedule: Schedule) -> None:
    """The exact ISO form and the words are all of a schedule, and so is its repr."""
    exact = schedule.isoformat(exact=True)
    assert Schedule.fromisoformat(exact, words=schedule.words) == schedule
    assert eval(repr(schedule)) == schedule


@settings(max_examples=400)
@given(whens | texts | st.text())
def test_any_text_is_a_schedule_or_an_error(text: str) -> None:
    """Arbitrary text gives a Schedule or a ScheduleError of one line, strictly or not."""
    for options in ({}, {"strict": False}, {"base": date(2018, 6, 7)}):
        try:
            assert isinstance(parse_schedule(text, **options), Schedule)
        except ScheduleError as error:
            assert "\n" not in str(error)


@settings(max_examples=2000)
@given(forms, st.booleans(), st.none() | st.just(date(2018, 6, 7)))
@example("平成30年6月12日午後1時～13日3時", True, None)
@example("午前1時～1時", True, None)
@example("令和六年十二二日(月曜日)正午", True, None)
@example("昼12時～12時", True, None)
@example("午後1時～まで", True, None)
@example("2018年6月12日～2018年13日", True, None)
@example("13日～6月12日", True, None)
def test_the_quick_way_is_the_same_way_for_common_forms(
    text: str, strict: bool, as_of: date | None
) -> None:
    """What is read quickly is what the grammar reads, also leniently and for an older paper."""
    bare, places = plain(text)
    quick = read_quickly(text, bare, strict=strict, as_of=as_of)
    if quick is not None:
        rules = Rules(strict, as_of)
        assert _grammar.fold(text, bare, places, rules) == (quick.spans, quick.words)


@settings(max_examples=400)
@given(whens)
def test_the_quick_way_is_the_same_way(text: str) -> None:
    """What is read quickly is what the grammar reads."""
    bare, places = plain(text)
    quick = read_quickly(text, bare, strict=True, as_of=None)
    if quick is not None:
        assert _grammar.fold(text, bare, places, Rules()) == (quick.spans, quick.words)


@pytest.mark.parametrize(
    "text",
    [
        "平成30年度第五四半期",  # of a year there are four
        "平成30年(大正30年)度",  # a gloss by its look
        "平成30年（西暦の年）度",
        "13時～まで",
        "平成30年6月12日まで13時",
        "平成30年6月12日（仮）",
        "平成30年会議日",
        "平成30年12日",
        "平成30年（火）",
    ],
)
def test_what_only_looks_like_a_common_form_goes_to_the_grammar(text: str) -> None:
    """Numbers, weekdays and years in brackets are taken loosely, and then looked at."""
    assert read_quickly(text, plain(text)[0], strict=True, as_of=None) is None


def test_any_dash_joins() -> None:
    """A dash that a web page will not break at joins as the others do."""
    assert parse_schedule("6月12日\u201113日").isoformat() == "--06-12/--06-13"


def test_spellings_beyond_those_that_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many characters were read, the next is read, and none is kept without end."""
    monkeypatch.setattr(_plain_text, "_KEPT", 0)
    monkeypatch.setattr(_plain_text, "_PLAIN", _plain_text._Plain())
    kept = len(_plain_text._PLAIN)
    assert plain("橋㌔６") == ("橋キロ6", [0, 1, 1, 2, 3])
    assert len(_plain_text._PLAIN) == kept


def test_a_module_of_schedules_names_what_it_has_not() -> None:
    """What reads running text is loaded when asked for, and nothing else is made up."""
    with pytest.raises(AttributeError, match="has no attribute 'find_schedule'"):
        package.find_schedule  # type: ignore[attr-defined]  # noqa: B018


def test_words_keep_characters_that_are_read_as_several() -> None:
    """A word is kept as it is written, where to read it ㌔ has become キロ."""
    assert parse_schedule("平成30年6月12日㌔").words == ("", "㌔")


@given(schedules, schedules)
def test_schedules_are_values(one: Schedule, other: Schedule) -> None:
    """Schedules are hashable, picklable, and in one order."""
    assert pickle.loads(pickle.dumps(one)) == one
    assert hash(pickle.loads(pickle.dumps(one))) == hash(one)
    assert [one < other, one == other, one > other].count(True) == 1


def test_no_order_among_other_things() -> None:
    """A schedule is neither before nor behind what is none."""
    with pytest.raises(TypeError):
        assert Schedule(2018) < 5


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("6月12日（火）", date(2018, 6, 7), "2018-06-12"),
        ("1月15日", date(2018, 12, 20), "2019-01-15"),
        ("12月20日", date(2019, 1, 10), "2018-12-20"),
        ("9月27日(木曜)から10月16日(火曜)まで", date(2018, 1, 1), "2018-09-27/2018-10-16"),
        ("12月29日から翌年1月1日", date(2018, 6, 7), "2018-12-29/2019-01-01"),
        ("12月29日～1月3日", date(2018, 12, 1), "2018-12-29/2019-01-03"),
        ("5月18日(金) 13:30~", date(2018, 4, 1), "2018-05-18T13:30/.."),
        ("～6月1日", date(2018, 4, 1), "../2018-06-01"),
        ("２３日午前", date(2018, 6, 7), "2018-06-23TAM"),
        ("3日", date(2018, 12, 28), "2019-01-03"),
        ("翌日23日(水)", date(2019, 10, 22), "2019-10-23"),
        ("同日13時", date(2018, 6, 7), "2018-06-07T13:00"),
        ("翌年1月5日", date(2018, 6, 7), "2019-01-05"),
        ("翌月5日", date(2018, 12, 7), "2019-01-05"),
        ("2月29日", date(2024, 1, 7), "2024-02-29"),
        ("6月上旬", date(2018, 4, 1), "2018-06-early"),
        ("2月末日", date(2018, 1, 7), "2018-02-end(2018-02-28)"),
        ("平成30年6月12日", date(2000, 1, 1), "2018-06-12"),
        ("13時～15時", date(2018, 6, 7), "T13:00/T15:00"),
        ("6月12日（雨天時は6月13日）", date(2018, 6, 7), "2018-06-12; 2018-06-13"),
    ],
)
def test_the_day_of_the_paper_gives_the_year(text: str, base: date, expected: str) -> None:
    """A year that is left out is found from the day of the paper, and the weekday confirms it."""
    assert parse_schedule(text, base=base).isoformat() == expected


def test_a_weekday_that_contradicts_the_year() -> None:
    """A slip of the weekday is an error also where the year is left out."""
    text, base = "12月16日(日)予選会13時30分~16時15分", date(2023, 11, 20)
    with pytest.raises(ScheduleError, match="令和5年12月16日 is not 日 but 土"):
        parse_schedule(text, base=base)
    lenient = parse_schedule(text, base=base, strict=False)
    assert lenient.isoformat() == "2023-12-16T13:30/2023-12-16T16:15"
    with pytest.raises(ScheduleError, match="near 2018-06-07"):
        parse_schedule("2月29日", base=date(2018, 6, 7))


@pytest.mark.parametrize(
    "text", ["1月", "1月5日", "12月31日", "31日", "翌年1月5日", "翌日5時", "30日"]
)
@pytest.mark.parametrize("base", [date.min, date.max])
def test_papers_at_the_ends_of_the_calendar(text: str, base: date) -> None:
    """A paper of the first or the last day that there is finds a year, or says that none is."""
    try:
        found = parse_schedule(text, base=base, strict=False).start
    except ScheduleError as error:
        assert repr(text) in str(error)
    else:
        assert found is not None


def test_a_day_after_the_end_of_an_era() -> None:
    """平成31年6月 is an error, but in a paper of 平成30年 and where that is left open."""
    with pytest.raises(ScheduleError):
        parse_schedule("平成31年6月")
    issued = date(2018, 6, 7)
    assert parse_schedule("平成31年6月", as_of=issued) == Schedule(2019, 6)
    assert parse_schedule("平成31年6月", strict=False) == Schedule(2019, 6)
    assert parse_schedule("平成32年度", as_of=issued).isoformat() == "FY2020"
    assert format_schedule(Schedule(2019, 6, 1), as_of=issued) == "平成31年6月1日（土）"
    assert format_schedule(parse_schedule("令和元年度"), as_of=issued) == "平成31年度"


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2018-06-12/2018-06-14", "平成30年6月12日（火）～14日（木）"),
        ("2018-06-12/2018-07-03", "平成30年6月12日（火）～7月3日（火）"),
        ("2019-04-30/2019-05-01", "平成31年4月30日（火）～令和元年5月1日（水）"),
        ("2018-06-12,2018-06-13", "平成30年6月12日（火）・13日（水）"),
        ("2018-06-12T13:30/2018-06-12T15:00", "平成30年6月12日（火）13時30分～15時"),
        ("2018-06-12,2018-06-13T10:00", "平成30年6月12日（火）；13日（水）10時"),
        ("2018-06-12T10:00,2018-06-12T13:00", "平成30年6月12日（火）10時、13時"),
        ("2018-06-12/2018-06-14@T09:00/T17:00", "平成30年6月12日（火）～14日（木）9時～17時"),
        ("../2018-06-12", "平成30年6月12日（火）まで"),
        ("FY2018-Q3", "平成30年度第3四半期"),
        ("2018-end(2018-12-31)", "平成30年末"),
        ("+1yFY", "翌年度"),
        ("+1y--01-05", "翌年1月5日"),
        ("--05-18(金)", "5月18日（金）"),
        ("--05-mid", "5月中旬"),
    ],
)
def test_how_it_is_written(iso: str, written: str) -> None:
    """A range leaves out what its beginning says, and nothing that changes within it."""
    assert format_schedule(Schedule.fromisoformat(iso)) == written


def test_other_styles() -> None:
    """The styles of dates are those of `era`; with points, times have colons."""
    assert format_schedule(Schedule.fromisoformat("2018-06-mid"), "short") == "H30年6月中旬"
    schedule = Schedule.fromisoformat("2018-06-12T13:30/2018-06-12T15:00")
    assert [format_schedule(schedule, style) for style in era.STYLES] == [
        "平成30年6月12日（火）13時30分～15時",
        "平成３０年６月１２日（火）１３時３０分～１５時",
        "平成三十年六月十二日（火）十三時三十分～十五時",
        "H30.6.12（火） 13:30～15:00",
        "H30.06.12（火） 13:30～15:00",
        "平30.6.12（火） 13:30～15:00",
    ]


@pytest.mark.parametrize(
    ("text", "first", "last", "count"),
    [
        ("2018-06-12", "2018-06-12", "2018-06-12", 1),
        ("2018-02", "2018-02-01", "2018-02-28", 28),
        ("2018", "2018-01-01", "2018-12-31", 365),
        ("FY2019", "2019-04-01", "2020-03-31", 366),
        ("FY2018-H1", "2018-04-01", "2018-09-30", 183),
        ("FY2015-end", "2016-03-31", "2016-03-31", 1),
        ("FY2015-start", "2015-04-01", "2015-04-01", 1),
        ("2018-06-mid", "2018-06-11", "2018-06-20", 10),
        ("2018-06-12/2018-06-14,2018-06-14", "2018-06-12", "2018-06-14", 3),
        ("2018-06-12T13:00/..", "2018-06-12", "None", 1),
        ("../2018-06-12", "None", "2018-06-12", 1),
        ("T13:00", "None", "None", 0),
        ("--06-12", "None", "None", 0),
    ],
)
def test_days(text: str, first: str, last: str, count: int) -> None:
    """Every kind says its first and last day and all between, and invents none."""
    schedule = Schedule.fromisoformat(text)
    assert (str(schedule.start), str(schedule.end), len(schedule.days())) == (first, last, count)


def test_days_in_brackets_count_in_the_iso_form_alone() -> None:
    """The day in case of rain is shown by isoformat, and is none of the days."""
    schedule = Schedule.fromisoformat("2018-06-12; 2018-06-13")
    assert schedule.note == "（2018-06-13）"
    assert (schedule.isoformat(), len(schedule.days())) == ("2018-06-12; 2018-06-13", 1)


@pytest.mark.parametrize(("year", "month", "day"), [(2018, 2, 30), (2018, 13, None), (1700, 1, 1)])
def test_no_such_day(year: int, month: int, day: int | None) -> None:
    """A Schedule cannot hold a day that never was, nor one before the eras' calendar."""
    with pytest.raises(ScheduleError, match=str(year)):
        Schedule(year, month, day)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "June",
            "2018-6-12",
            "2018-06-12T",
            "2018-06-12T25:00",
            "2018-02-30",
            "T13:60",
            "TXM",
        ),
        *("2018-early", "2018-06-Q1", "2018-06-12-mid", "2018-06-12(火)", "--06(火)", "+1y2018"),
        *(
            "FY-H1",
            "../..",
            "2018-06-12/--06-13",
            "2018-06-12/T",
            "T13:00/2018-06-12",
            "FY2018T13:00",
        ),
        *(
            "2018-06-12@T09:00/T17:00",
            "2018-06-12T09:00/2018-06-13@T09:00/T17:00",
            "2018-06-12/2018-06-13@2018/..",
            "+3d",
            "+1d",
            "-mid",
        ),
        *(
            "2018-06-13/2018-06-12",
            "2018-06-12,T13:00",
            "--06-12,--06-11",
            "+1d---23,---25",
            "+1mT13:00",
        ),
    ],
)
def test_iso_forms_of_something_else(text: str) -> None:
    """A text that is no ISO form, or whose spans no text could list, is refused."""
    with pytest.raises(ScheduleError):
        Schedule.fromisoformat(text)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("",), "2 words"),
        (("", "6月13日"), "a date or a time itself"),
        (("", "（6月"), "a bracket"),
        (("", "）6月（"), "a bracket"),
        (("", "開会 "), "white space"),
        (("", "から"), "more of the date before it"),
        (("", "度"), "more of the date before it"),
        (("", "（火）"), "more of the date before it"),
        (("平成", ""), "beginning of the date behind it"),
        (("翌日", ""), "beginning of the date behind it"),
    ],
)
def test_words_that_would_be_read_as_more(words: tuple[str, ...], problem: str) -> None:
    """A Schedule refuses words that its text would not give back."""
    with pytest.raises(ScheduleError, match=problem):
        Schedule(spans=Schedule(2018, 6).spans, words=words)


def test_words_between_that_only_separate() -> None:
    """A separator between two spans is written anyway, and kept by nobody."""
    spans = Schedule.fromisoformat("2018-06-12,2018-06-13").spans
    with pytest.raises(ScheduleError, match="only separates"):
        Schedule(spans=spans, words=("", "、", ""))


def test_what_a_schedule_is_made_of() -> None:
    """The parts are checked when they are made, and the ways to make a Schedule are not mixed."""
    moment = Moment(Date(2018, 6, 12), Time(13))
    assert Schedule(spans=(Span.at(moment),)).isoformat() == "2018-06-12T13:00"
    with pytest.raises(ScheduleError, match="either a year"):
        Schedule(2018, spans=(Span.at(moment),))
    with pytest.raises(ScheduleError, match="either a note"):
        Schedule(2018, note="x", words=("", "x"))
    with pytest.raises(ScheduleError, match="a date, a time"):
        Moment()
    with pytest.raises(ScheduleError, match="0時 to 24時"):
        Time(None, 5)
    with pytest.raises(TypeError, match="no whole number"):
        Schedule("2018")  # type: ignore[arg-type]
    with pytest.raises(ScheduleError, match="has no year"):
        assert Date(None, 6).first
    with pytest.raises(ScheduleError, match="do not make one date"):
        Date(2018, 6, later="+9y")


def test_a_line_that_is_a_day() -> None:
    """A line is a day, or something else, or an error."""
    assert parse_day("平成30年6月7日（木）") == date(2018, 6, 7)
    assert parse_day("H30.6.7") == date(2018, 6, 7)
    assert parse_day("平成30年6月7日の会") is None
    assert parse_day("平成30年6月") is None
    assert parse_day("令和元年5月") is None
    assert parse_day("2018年6月") is None
    assert parse_day("スタッフ研修") is None
    for text in ("昭和64年1月8日", "平成30年2月30日の会", "平成31年5月", "2018年13月"):
        with pytest.raises(ScheduleError):
            parse_day(text)


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


@given(whens | st.text())
def test_places_in_running_text(text: str) -> None:
    """What is found stands in the text one behind the other, and says what is found in it."""
    at = 0
    for start, end, schedule in find_schedules(text):
        assert at <= start < end <= len(text)
        assert parse_schedule(text[start:end], strict=False) == schedule
        at = end

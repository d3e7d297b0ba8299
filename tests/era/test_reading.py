"""Reading 元号 dates: every spelling, and what is refused."""

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen import era
from minutes_gen.era import ERAS, STYLES, EraError, format_date, parse_date, to_era
from minutes_gen.era._parse import _parse_any

DATA = Path(__file__).parents[1] / "data" / "era"
FIRST_DAY = date(1873, 1, 1)
DAYS = st.dates(FIRST_DAY, date(2100, 12, 31))
BEFORE_REIWA = date(2018, 6, 7)


def outcome(text: str, *, strict: bool = True, as_of: date | None = None) -> date | str:
    """Return the date that the text writes, or the reason why it writes none."""
    try:
        return parse_date(text, strict=strict, as_of=as_of)
    except EraError as error:
        return str(error)


def spellings() -> list[list[str]]:
    """Return spellings with the day that each writes."""
    lines = (DATA / "spellings.tsv").read_text(encoding="utf-8").splitlines()
    # What an editor would not show, or would change, stands here.
    return [
        *(line.split("\t") for line in lines),
        ["2019-05-01", "令\ufe00和元年5月1日"],
        ["2019-05-01", "令\U000e0101和元年5月1日"],
        ["2019-05-01", "\uf9a8和元年5月1日"],
        ["1989-01-07", "Sho\u0304wa64.1.7"],
        ["2018-06-07", "\ufeff平成\u200b30年6月7日\u2060"],
        ["2018-06-07", "\u200e2018\u200e/\u200e6\u200e/\u200e7"],
    ]


@pytest.mark.parametrize(("expected", "text"), spellings())
def test_spellings(expected: str, text: str) -> None:
    """Each spelling is the date that a reader sees in it, with white space anywhere too."""
    assert str(parse_date(text)) == expected
    assert str(parse_date("\u3000\t".join(f" {text}\n"))) == expected


def test_much_white_space() -> None:
    """White space does not count towards the length of a date."""
    assert parse_date(f"平成30年{' ' * 100_000}6月7日") == BEFORE_REIWA


def test_every_white_space_is_dropped() -> None:
    """What Unicode calls white space may stand between any two characters."""
    spaces = [chr(n) for n in range(sys.maxunicode + 1) if chr(n).isspace()]
    assert [parse_date(f"平{space}成30年6月7{space}日") for space in spaces] == [
        BEFORE_REIWA for _ in spaces
    ]


def written_numbers(number: int) -> st.SearchStrategy[str]:
    """Return spellings of a number of one or two digits."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    kanji = ("" if tens < 2 else digits[tens]) + "十" * (tens > 0) + (digits[ones] if ones else "")
    plain = f"{number}"
    wide = plain.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return st.sampled_from(
        [plain, f"{number:02}", wide, kanji, "".join(digits[int(d)] for d in plain)]
    )


@st.composite
def spelled_days(draw: st.DrawFn) -> tuple[str, date]:
    """Return a date in some spelling, and the date."""
    day = draw(st.dates(FIRST_DAY, date(2117, 12, 31)))
    running, number = to_era(day)
    name = draw(st.sampled_from([running.name, running.name[0], running.letter, running.romaji]))
    year = draw(st.just("元") if number == 1 and draw(st.booleans()) else written_numbers(number))
    gregorian = draw(st.sampled_from(["", f"({day.year})", f"（{day.year}）"]))
    month, number_of_day = draw(written_numbers(day.month)), draw(written_numbers(day.day))
    weekday = draw(st.sampled_from(["", "（{}）", "〔{}〕", "({}曜日)", "{}曜"]))
    point = draw(st.sampled_from("年./-・"))
    parts = [
        name,
        year,
        gregorian,
        *(
            ("年", month, "月", number_of_day, "日")
            if point == "年"
            else (point, month, point, number_of_day)
        ),
        weekday.format(era.weekday_name(day)),
    ]
    space = draw(st.sampled_from(["", " ", "\u3000", "\u00a0\n"]))
    return space.join(parts), day


@given(spelled_days())
def test_spelled_days(spelled: tuple[str, date]) -> None:
    """Any mixture of spellings of the parts of a date is that date."""
    text, day = spelled
    assert parse_date(text) == day


def expressions() -> list[list[str]]:
    """Return the expressions of real papers: text, kind, expected, strict."""
    lines = (DATA / "expressions.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[:4] for line in lines[1:]]


@pytest.mark.parametrize(("text", "kind", "expected", "strict"), expressions())
def test_expressions(text: str, kind: str, expected: str, strict: str) -> None:
    """Of real expressions, full dates are read and all others are refused."""
    if text.endswith("開会") or kind != "date":
        assert isinstance(outcome(text), str)
    elif strict == "ok" or text == "大正15年12月25日":
        assert str(outcome(text)) == expected
    else:
        assert str(outcome(text)).startswith(f"{text!r}: ")
        weekday_is_wrong = "（水）" in text
        lenient = str(outcome(text, strict=False))
        assert (lenient == expected) is (expected != "!" and not weekday_is_wrong)


LUNISOLAR = (
    "before 明治6年1月1日 (1873-01-01) Japan's calendar was lunisolar (旧暦), "
    "and such dates are not converted"
)
WANTED = "write a full one, such as 平成30年6月7日, H30.6.7 or 2018-06-07"
WRONG_WEEKDAY = "平成30年6月12日 is not 水 but 火; probably 平成30年6月12日（火） is meant"
NOTE = "a raised or circled number marks a note and is not part of a date"
REFUSED = {
    "昭和64年1月8日": "昭和 ended on 昭和64年1月7日; probably 平成元年1月8日 is meant",
    "平成31年5月1日": "平成 ended on 平成31年4月30日; probably 令和元年5月1日 is meant",
    "明治45年7月31日": "明治 ended on 明治45年7月30日; probably 大正元年7月31日 is meant",
    "大正15年12月26日": "大正 ended on 大正15年12月25日; probably 昭和元年12月26日 is meant",
    "H32.2.1": "平成 ended on 平成31年4月30日; probably 令和2年2月1日 is meant",
    "平成元年1月7日": "平成 began on 平成元年1月8日; probably 昭和64年1月7日 is meant",
    "令和元年4月30日": "令和 began on 令和元年5月1日; probably 平成31年4月30日 is meant",
    "2019年(平成31年)6月1日": "平成 ended on 平成31年4月30日; probably 令和元年6月1日 is meant",
    "令和0年1月1日": "令和 has no year 0; it begins with 元年",
    "令和〇〇年〇月〇日": "令和 has no year 0; it begins with 元年",
    "令和2024年4月1日": (
        "2024 is not a year of 令和; probably the Gregorian year 2024 is meant, without 令和"
    ),
    "明治5年12月3日": LUNISOLAR,
    "明治元年1月25日": LUNISOLAR,
    "1872-12-31": LUNISOLAR,
    "0000/1/1": LUNISOLAR,
    "平成30年2月30日": "2月 of 2018 has 28 days, no day 30",
    "平成30年2月29日": "2月 of 2018 has 28 days, no day 29",
    "令和2年2月30日": "2月 of 2020 has 29 days, no day 30",
    "2100/2/29": "2月 of 2100 has 28 days, no day 29",
    "平成30年6月31日": "6月 of 2018 has 30 days, no day 31",
    "平成30年6月0日": "6月 of 2018 has 30 days, no day 0",
    "平成30年13月1日": "there is no month 13",
    "H300007": "there is no month 0",
    "平成30年6月12日（水）": WRONG_WEEKDAY,
    "平成30年6月12日(水曜日)": WRONG_WEEKDAY,
    "2018/6/12 水曜": WRONG_WEEKDAY,
    "令和2(2019)年5月1日": "令和2年 is 2020, not 2019",
    "2019年(令和2年)5月1日": "令和2年 is 2020, not 2019",
    "2018年(令和元年)5月1日": "令和元年 is 2019, not 2018",
    "平成30年6月7日から": "'から' stands after the date",
    "平成30年6月12日（火）13時30分～15時": "'13時30分~15時' stands after the date",
    "2018-06-07 12": f"this is not a date; {WANTED}",
    "平成30年6月7日（木・祝）": "'(木・祝)' stands after the date",
    "H30.6.3日": "'日' stands after the date",
    "令和元年.": f"this is not a date; {WANTED}",
    "第1回・平成30年6月7日": "'第1回・' stands before the date",
    "(H30.6.7)": f"this is not a date; {WANTED}",
    "平成30年6月": f"the day is missing; {WANTED}",
    "平成30年": f"the month and the day are missing; {WANTED}",
    "R5": f"the month and the day are missing; {WANTED}",
    "平成30年度": f"a fiscal year (年度) is not a day; {WANTED}",
    "令和６（２０２４）年度": f"a fiscal year (年度) is not a day; {WANTED}",
    "6月7日": f"the year is missing; {WANTED}",
    "6/7": f"the year is missing; {WANTED}",
    "30年6月7日": f"the era, or the century, is missing; {WANTED}",
    "18/6/7": f"the era, or the century, is missing; {WANTED}",
    "平成30年6月7": f"日 is missing; {WANTED}",
    "": f"this is not a date; {WANTED}",
    "\n": f"this is not a date; {WANTED}",
    "あした": f"this is not a date; {WANTED}",
    "20180607": f"this is not a date; {WANTED}",
    "R50401": f"this is not a date; {WANTED}",
    "R5.4-1": f"this is not a date; {WANTED}",
    "R5.12345.1": f"this is not a date; {WANTED}",
    "平成2○年6月7日": f"this is not a date; {WANTED}",
    "平成元元年6月7日": f"this is not a date; {WANTED}",
    "平成二十三十年6月7日": f"this is not a date; {WANTED}",
    "平成三十〇年6月7日": f"this is not a date; {WANTED}",
    "平成一二三四五年6月7日": f"this is not a date; {WANTED}",
    "令和五三十年6月7日": f"this is not a date; {WANTED}",
    "平成30年元月7日": f"this is not a date; {WANTED}",
    "平成西暦30年6月7日": f"this is not a date; {WANTED}",
    "西暦年6月7日": f"this is not a date; {WANTED}",
    "慶応3年6月7日": f"this is not a date; {WANTED}",
    "元年5月1日": f"this is not a date; {WANTED}",
    "令和٥年4月1日": f"this is not a date; {WANTED}",
    "令和5年4月½日": f"this is not a date; {WANTED}",
    "R5.4.1²": NOTE,
    "R5.4.1①": NOTE,
    "平成30年6月1㊾日": NOTE,
    "平成30年6月7日\ud800": "'\\ud800' stands after the date",
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_refused(text: str, reason: str) -> None:
    """The message names the text, the rule, and what is probably meant."""
    assert outcome(text) == f"{text!r}: {reason}"


@pytest.mark.parametrize(
    "character",
    ["x", "9", "九", "\u0301", "\u0327\u0301", "㍻", "平成30年", "(", "\ufdfa", "\U000e0101"],
)
def test_long_texts(character: str) -> None:
    """A text of 100,000 characters is refused at once, in one short line."""
    message = str(outcome(character * (100_000 // len(character))))
    assert message.endswith(" characters are too many for a date")
    assert len(message) < 120


def test_what_follows_is_shortened() -> None:
    """A long text around a date does not make a long message."""
    message = str(outcome(f"平成30年6月7日{'あ' * 90}"))
    assert message == f"'平成30年6月7日{'あ' * 51}…': '{'あ' * 60}…' stands after the date"


@pytest.mark.parametrize("text", [None, b"2018-06-07", date(2018, 6, 7), 20180607])
def test_no_text(text: object) -> None:
    """What is no text is a mistake of the program, not of the paper."""
    with pytest.raises(TypeError, match="a date must be a str"):
        parse_date(text)  # type: ignore[arg-type]  # that is what is tested


# as_of and strict


@pytest.mark.parametrize(
    ("text", "as_of", "expected"),
    [
        ("平成31年6月1日", BEFORE_REIWA, date(2019, 6, 1)),
        ("平成32年2月1日（土）", BEFORE_REIWA, date(2020, 2, 1)),
        ("2020年(H32)2月1日", BEFORE_REIWA, date(2020, 2, 1)),
        ("平成31年6月1日", date(2019, 4, 30), date(2019, 6, 1)),
        ("令和元年6月1日", BEFORE_REIWA, date(2019, 6, 1)),
        ("昭和63年6月1日", BEFORE_REIWA, date(1988, 6, 1)),
        ("大正16年4月1日", date(1926, 12, 25), date(1927, 4, 1)),
        ("昭和2年4月1日", date(1926, 12, 25), date(1927, 4, 1)),
        ("平成31年6月1日", date(2019, 5, 1), None),
        ("平成31年6月1日", date(1988, 6, 1), None),
        ("昭和65年1月1日", BEFORE_REIWA, None),
        ("平成元年1月7日", BEFORE_REIWA, None),
        ("令和元年4月30日", BEFORE_REIWA, None),
        ("平成32年2月30日", BEFORE_REIWA, None),
        ("平成32年2月1日（日）", BEFORE_REIWA, None),
    ],
)
def test_as_of_when_reading(text: str, as_of: date, expected: date | None) -> None:
    """A paper may write later days in the era that ran when it was issued, and in no other."""
    actual = outcome(text, as_of=as_of)
    assert actual == expected if expected else isinstance(actual, str)


def test_as_of_is_a_plain_date() -> None:
    """The day of issue is checked even where the text does not need it."""
    with pytest.raises(TypeError, match=r"must be a datetime\.date"):
        parse_date("平成30年6月7日", as_of="平成30年")  # type: ignore[arg-type]  # is tested


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平成32年2月1日", date(2020, 2, 1)),
        ("平成32年2月1日（土）", date(2020, 2, 1)),
        ("昭和100年1月1日", date(2025, 1, 1)),
        ("明治150年10月23日", date(2017, 10, 23)),
        ("令和元年4月30日", date(2019, 4, 30)),
        ("平成元年1月7日", date(1989, 1, 7)),
        ("明治5年12月3日", None),
        ("大正0年1月1日", None),
        ("平成2020年1月1日", None),
        ("平成32年2月30日", None),
        ("平成32年2月1日（日）", None),
        ("平成32(2019)年2月1日", None),
        ("平成32年2月", None),
    ],
)
def test_lenient(text: str, expected: date | None) -> None:
    """Without `strict` an era runs on and 元年 is whole; what never existed stays refused."""
    actual = outcome(text, strict=False)
    assert actual == expected if expected else isinstance(actual, str)


# Properties

FRAGMENTS = st.sampled_from(
    [
        *(word for each in ERAS for word in (each.name, each.name[0], each.letter, each.romaji)),
        *"年月日度曜月火水木金土日()（）〔〕./-・元末晦〇一二三十廿百千参0123456789０１㍻㋿㈭㊍㋅㏦",
        *("2018", "2019", "30", "6", "7", "12", "西暦", " ", "\u3000", "\u200b", "から", "\ud800"),
    ]
)
TEXTS = st.text() | st.lists(FRAGMENTS, max_size=14).map("".join)


@given(TEXTS)
def test_any_text(text: str) -> None:
    """Any text is a date, which is then read back from every style, or an EraError."""
    actual = outcome(text)
    if isinstance(actual, str):
        assert "\n" not in actual
        assert actual.startswith(repr(text)[:60])
    else:
        assert [parse_date(format_date(actual, style)) for style in STYLES] == [actual] * len(
            STYLES
        )


@given(spelled_days() | TEXTS.map(lambda text: (text, BEFORE_REIWA)), DAYS)
def test_options_only_add(spelled: tuple[str, date], as_of: date) -> None:
    """What is read strictly is read to the same day with any option."""
    strict = outcome(spelled[0])
    if isinstance(strict, date):
        assert outcome(spelled[0], as_of=as_of) == strict
    issued = outcome(spelled[0], as_of=as_of)
    if isinstance(issued, date):
        assert outcome(spelled[0], strict=False) == issued


@given(
    st.sampled_from([each.name for each in ERAS]),
    st.just("元") | st.integers(0, 130).map(str),
    st.integers(0, 13),
    st.integers(0, 32),
    st.sampled_from(["", *(f"（{name}）" for name in "月火水木金土日")]),
)
def test_both_paths_agree(name: str, year: str, month: int, day: int, weekday: str) -> None:
    """The table of long forms says what the reader of all forms says."""
    text = f"{name}{year}年{month}月{day}日{weekday}"
    try:
        expected: date | str = _parse_any(text, strict=True, as_of=None)
    except EraError as error:
        expected = f"{text!r}: {error}"
    assert outcome(text) == expected

"""元号: every day both ways, the styles, and the table."""

import copy
import gzip
import os
import pickle
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen import era, errors
from minutes_gen.era import ERAS, STYLES, EraError, format_date, from_era, parse_date, to_era

DATA = Path(__file__).parents[1] / "data" / "era"
FIRST_DAY = date(1873, 1, 1)
DAYS = st.dates(FIRST_DAY, date(2100, 12, 31))
BEFORE_REIWA = date(2018, 6, 7)
LUNISOLAR = (
    "before 明治6年1月1日 (1873-01-01) Japan's calendar was lunisolar (旧暦), "
    "and such dates are not converted"
)


# Every day


def test_oracle() -> None:
    """The era and its year are those of java.time on each of 65,013 days."""
    with gzip.open(DATA / "oracle.csv.gz", "rt", encoding="utf-8") as lines:
        expected = lines.read().split()[1:]
    days = [date.fromisoformat(line[:10]) for line in expected]
    actual = [f"{day},{to_era(day)[0].name},{to_era(day)[1]}" for day in days]
    assert len(actual) == 65_013
    assert actual == expected


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("weekday", [False, True])
def test_every_day_is_read_back(style: str, weekday: bool) -> None:
    """Each day of 1873 to 2100 is read back from what is written, in every style."""
    days = [FIRST_DAY + timedelta(days=n) for n in range((date(2100, 12, 31) - FIRST_DAY).days + 1)]
    read = [parse_date(format_date(day, style, weekday=weekday)) for day in days]
    assert read == days


@given(
    day=st.dates(FIRST_DAY, date(2860, 12, 31)),
    style=st.sampled_from(STYLES),
    weekday=st.booleans(),
    as_of=st.none() | DAYS,
)
def test_whatever_is_written_is_read_back(
    day: date, style: str, weekday: bool, as_of: date | None
) -> None:
    """A paper of any day reads what it writes."""
    text = format_date(day, style, weekday=weekday, as_of=as_of)
    assert parse_date(text, as_of=as_of) == day


# Writing


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("long", "平成30年6月7日 令和元年5月1日"),
        ("fullwidth", "平成３０年６月７日 令和元年５月１日"),
        ("kanji", "平成三十年六月七日 令和元年五月一日"),
        ("short", "H30.6.7 R1.5.1"),
        ("jis", "H30.06.07 R01.05.01"),
        ("abbrev", "平30.6.7 令1.5.1"),
    ],
)
def test_styles(style: str, expected: str) -> None:
    """Each style writes its own form; 元 stands where 年 does."""
    days = (date(2018, 6, 7), date(2019, 5, 1))
    assert " ".join(format_date(day, style) for day in days) == expected
    assert [format_date(day, style, weekday=True) for day in days] == [
        f"{text}（{name}）" for text, name in zip(expected.split(), "木水", strict=True)
    ]


def test_a_year_of_an_era_above_99() -> None:
    """Years that no table holds are written by the same rules."""
    day = date(3017, 12, 31)
    assert [format_date(day, style) for style in STYLES] == [
        "令和999年12月31日",
        "令和９９９年１２月３１日",
        "令和九百九十九年十二月三十一日",
        "R999.12.31",
        "R999.12.31",
        "令999.12.31",
    ]


@pytest.mark.parametrize(
    ("day", "as_of", "expected"),
    [
        (date(2019, 6, 1), BEFORE_REIWA, "平成31年6月1日"),
        (date(2019, 6, 1), date(2019, 4, 30), "平成31年6月1日"),
        (date(2019, 6, 1), date(2019, 5, 1), "令和元年6月1日"),
        (date(2019, 4, 30), BEFORE_REIWA, "平成31年4月30日"),
        (date(2025, 1, 1), date(1988, 1, 1), "昭和100年1月1日"),
        (date(1985, 1, 1), BEFORE_REIWA, "昭和60年1月1日"),
        (date(1926, 12, 25), date(1926, 1, 1), "大正15年12月25日"),
        (date(1926, 12, 26), date(1926, 12, 25), "昭和元年12月26日"),
    ],
)
def test_as_of_when_writing(day: date, as_of: date, expected: str) -> None:
    """A paper writes later days in the era that ran when it was issued."""
    assert format_date(day, as_of=as_of) == expected
    assert parse_date(expected, as_of=as_of) == day


def test_an_unknown_style() -> None:
    """The message names the styles that there are."""
    with pytest.raises(EraError) as caught:
        format_date(BEFORE_REIWA, "short ")
    assert str(caught.value) == (
        "there is no style 'short '; known are long, fullwidth, kanji, short, jis, abbrev"
    )


@pytest.mark.parametrize("call", [format_date, to_era])
def test_days_before_the_calendar(call: object) -> None:
    """The day before 明治6年1月1日 has no date in this calendar."""
    assert callable(call)
    with pytest.raises(EraError) as caught:
        call(date(1872, 12, 31))
    assert str(caught.value) == (
        "1872-12-31: before 明治6年1月1日 (1873-01-01) Japan's calendar was lunisolar (旧暦), "
        "and such dates are not converted"
    )


@pytest.mark.parametrize("call", [format_date, to_era, era.weekday_name])
@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (datetime(2018, 6, 7, 23, tzinfo=UTC), "is a datetime; give its .date()"),
        ("2018-06-07", "a day must be a datetime.date"),
        (True, "a day must be a datetime.date"),
        (None, "a day must be a datetime.date"),
    ],
)
def test_no_plain_date(call: object, day: object, reason: str) -> None:
    """A datetime would lose its time without a word, so it is refused like a text."""
    assert callable(call)
    with pytest.raises(TypeError, match=reason):
        call(day)


def test_a_subclass_of_date_is_a_date() -> None:
    """What inherits from date, and has no time, is written like any date."""

    class Holiday(date):
        pass

    assert format_date(Holiday(2018, 6, 7)) == "平成30年6月7日"
    assert type(parse_date("平成30年6月7日")) is date


# The table


@pytest.mark.parametrize(
    ("name", "year", "month", "expected"),
    [
        ("令和", 1, None, 2019),
        ("令和", 1, 5, 2019),
        ("平成", 31, 4, 2019),
        ("平成", 31, None, 2019),
        ("㍻", 30, 6, 2018),
        ("Ｓ", 64, 1, 1989),
        ("昭", 1, 12, 1926),
        ("T", 15, 12, 1926),
        ("taishō", 1, 7, 1912),
        ("meiji", 6, None, 1873),
        ("M.", 45, 7, 1912),
    ],
)
def test_from_era(name: str, year: int, month: int | None, expected: int) -> None:
    """A year, or month, of which any day lies in the era has its Gregorian year."""
    assert from_era(name, year, month) == expected


@pytest.mark.parametrize(
    ("name", "year", "month", "message"),
    [
        (
            "平成",
            31,
            5,
            "'平成31年5月': 平成 ended on 平成31年4月30日; probably 令和元年5月 is meant",
        ),
        ("S", 64, 2, "'昭和64年2月': 昭和 ended on 昭和64年1月7日; probably 平成元年2月 is meant"),
        ("S", 65, None, "'昭和65年': 昭和 ended on 昭和64年1月7日; probably 平成2年 is meant"),
        ("T", 1, 6, "'大正元年6月': 大正 began on 大正元年7月30日; probably 明治45年6月 is meant"),
        ("R", 0, None, "'令和0年': 令和 has no year 0; it begins with 元年"),
        ("R", 5, 13, "'令和5年13月': there is no month 13"),
        ("R", 5, 0, "'令和5年0月': there is no month 0"),
        ("M", 5, 12, f"'明治5年12月': {LUNISOLAR}"),
        (
            "慶応",
            3,
            None,
            "there is no era '慶応'; known are 明治 (M), 大正 (T), 昭和 (S), 平成 (H), 令和 (R)",
        ),
        (
            "平成30",
            3,
            None,
            "there is no era '平成30'; known are 明治 (M), 大正 (T), 昭和 (S), 平成 (H), 令和 (R)",
        ),
    ],
)
def test_from_era_refuses(name: str, year: int, month: int | None, message: str) -> None:
    """A year, or month, wholly outside the era is refused, with the one probably meant."""
    with pytest.raises(EraError) as caught:
        from_era(name, year, month)
    assert str(caught.value) == message


def test_from_era_with_a_day() -> None:
    """A day must lie in the era, and be one of its month."""
    assert from_era("昭和", 64, 1, 7) == 1989
    assert from_era("H", 31, 5, 1, as_of=BEFORE_REIWA) == 2019
    for parts, message in (
        (
            (64, 1, 8),
            "'昭和64年1月8日': 昭和 ended on 昭和64年1月7日; probably 平成元年1月8日 is meant",
        ),
        ((5, 2, 30), "'昭和5年2月30日': 2月 of 1930 has 28 days, no day 30"),
        ((5, None, 8), "'昭和5年8日': day 8 of which month?"),
    ):
        with pytest.raises(EraError) as caught:
            from_era("昭和", *parts)
        assert str(caught.value) == message


@given(st.integers(0, 99), st.text() | st.text("元〇一二三四五六七八九十百千0123456789"))
def test_numbers(number: int, text: str) -> None:
    """Digits of every kind are read, and any other text is not a number."""
    assert era.read_number(str(number)) == era.read_number(f"{number:02}") == number
    found = era.read_number(text)
    assert found is None or 0 <= found < 1_000_000


def test_from_era_with_options() -> None:
    """The options are those of reading a date."""
    assert from_era("平成", 32, 4, as_of=BEFORE_REIWA) == 2020
    assert from_era("平成", 32, strict=False) == 2020
    assert from_era("令和", 1, 4, strict=False) == 2019
    with pytest.raises(EraError):
        from_era("昭和", 65, as_of=BEFORE_REIWA)


def test_eras() -> None:
    """The eras stand oldest first, without a gap."""
    assert [(each.name, each.letter, each.romaji, str(each.first)) for each in ERAS] == [
        ("明治", "M", "Meiji", "1873-01-01"),
        ("大正", "T", "Taishō", "1912-07-30"),
        ("昭和", "S", "Shōwa", "1926-12-25"),
        ("平成", "H", "Heisei", "1989-01-08"),
        ("令和", "R", "Reiwa", "2019-05-01"),
    ]
    assert [str(each.last) for each in ERAS] == [
        "1912-07-30",
        "1926-12-25",
        "1989-01-07",
        "2019-04-30",
        "3017-12-31",
    ]


def test_an_era_is_frozen() -> None:
    """Nothing of an era can be changed."""
    reiwa = ERAS[-1]
    with pytest.raises(AttributeError, match="an Era is frozen; its name cannot be set"):
        reiwa.name = "平成"
    with pytest.raises(AttributeError, match="an Era is frozen; its name cannot be deleted"):
        del reiwa.name
    assert repr(reiwa) == "<Era 令和 (R, Reiwa) from 2019-05-01>"


def test_an_era_is_itself_after_pickling() -> None:
    """A pickled or copied era is the very same one."""
    assert [pickle.loads(pickle.dumps(each)) for each in ERAS] == list(ERAS)
    assert copy.deepcopy(ERAS[0]) is ERAS[0]


@given(DAYS)
def test_weekday_name(day: date) -> None:
    """The name of the weekday is the one that is written behind the date."""
    assert format_date(day, weekday=True)[-2] == era.weekday_name(day)


def test_the_error_is_that_of_the_package() -> None:
    """Whoever catches MinutesError or ValueError catches an EraError."""
    assert era.EraError is errors.EraError
    assert issubclass(EraError, errors.MinutesError)
    assert issubclass(EraError, ValueError)


def modules_after(command: str) -> set[str]:
    """Return the modules that a new process has loaded after a command."""
    source = Path(era.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; {command}; print(*sys.modules)"],
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_importing_is_light() -> None:
    """Importing the module loads little, and reading loads nothing heavy either."""
    loaded = modules_after("import minutes_gen.era")
    assert {name for name in loaded if name.startswith("minutes_gen")} == {
        "minutes_gen",
        "minutes_gen.errors",
        "minutes_gen.era",
        "minutes_gen.era._format",
        "minutes_gen.era._table",
    }
    heavy = {"attr", "attrs", "docx", "jinja2", "click", "re", "typing", "dataclasses", "enum"}
    loaded |= modules_after(
        "from minutes_gen.era import from_era, parse_date; parse_date('H1.2.3')"
    )
    assert "minutes_gen.era._parse" in loaded
    assert loaded & heavy == set()


def test_every_public_name_is_there() -> None:
    """Names that are loaded late are as visible as the others."""
    for name in era.__all__:
        vars(era).pop("parse_date", None)
        assert name in dir(era)
        assert getattr(era, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'parse'"):
        era.parse  # type: ignore[attr-defined]  # noqa: B018 - that is what is tested


@pytest.mark.parametrize("text", ["平成30年○月○日", "平成○年6月7日", "平成30年6月◯日"])
def test_a_circle_is_to_be_filled_in(text: str) -> None:
    """A circle alone stands for a number to come, and is not the numeral 〇."""
    with pytest.raises(EraError, match="still to be filled in"):
        parse_date(text)

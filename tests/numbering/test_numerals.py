"""Counting systems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen.errors import NumberingError
from minutes_gen.numbering.numerals import SYSTEMS, System

systems = st.sampled_from(sorted(SYSTEMS.values(), key=lambda system: system.name))


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
def test_every_number_is_read_as_it_is_written(system: System) -> None:
    """parse(format(n)) == n over the whole range, to 10,000 where there is more."""
    for number in range(1, min(system.maximum or 10_000, 10_000) + 1):
        assert system.parse(system.format(number)) == number


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
def test_no_two_numbers_look_alike(system: System) -> None:
    """Each number has a label of its own, made of the system's characters."""
    last = min(system.maximum or 2_000, 2_000)
    written = [system.format(number) for number in range(1, last + 1)]
    assert len(set(written)) == len(written)
    assert set("".join(written)) <= set(system.characters)


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        ("fullwidth", 305, "３０５"),
        ("kanji", 10, "十"),
        ("kanji", 1989, "千九百八十九"),
        ("kanji", 10_000, "一万"),
        ("kanji", 12_345_678, "千二百三十四万五千六百七十八"),
        ("kanji-positional", 305, "三〇五"),
        ("aiueo", 46, "ン"),
        ("iroha", 4, "に"),
        ("katakana-iroha", 47, "ス"),
        ("upper-roman-sign", 12, "Ⅻ"),
        ("circled", 21, "㉑"),
        ("circled", 50, "㊿"),
        ("parenthesized", 20, "⒇"),
        ("roman", 1994, "mcmxciv"),
        ("upper-roman", 4, "IV"),
        ("fullwidth-upper-alpha", 26, "Ｚ"),
    ],
)
def test_known_spellings(name: str, number: int, expected: str) -> None:
    """Each system writes what the papers of offices show."""
    assert SYSTEMS[name].format(number) == expected


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
def test_out_of_range_names_the_largest(system: System) -> None:
    """The error names the system, the number and the largest that it can write."""
    with pytest.raises(NumberingError, match=f"0 cannot be written in '{system.name}'"):
        system.format(0)
    if system.maximum is not None:
        over = system.maximum + 1
        ends = rf"{over} .* '{system.name}', which ends at {system.maximum}"
        with pytest.raises(NumberingError, match=ends):
            system.format(over)


@given(st.integers(1, 99_999_999))
def test_kanji_to_their_end(number: int) -> None:
    """Kanji count to 99,999,999 and are read back."""
    kanji = SYSTEMS["kanji"]
    assert kanji.parse(kanji.format(number)) == number


@given(systems, st.text())
def test_any_text_is_a_number_or_an_error(system: System, text: str) -> None:
    """Arbitrary text is a number that is written just so, or a NumberingError."""
    try:
        number = system.parse(text)
    except NumberingError:
        return
    assert system.format(number) == text


def test_a_huge_number_is_an_error() -> None:
    """More digits than Python turns into a number are an error, shortened in the message."""
    with pytest.raises(NumberingError) as caught:
        SYSTEMS["decimal"].parse("1" * 10_000)
    assert len(str(caught.value)) < 120

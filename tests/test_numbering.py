"""Numbering schemes and the labels of sections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen.errors import NumberingError
from minutes_gen.numbering import KNOWN_LABELS, SCHEMES, Pattern, Scheme, read_label, separator
from strategies import texts


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_labels_of_a_scheme_are_read_back(scheme: Scheme) -> None:
    """What a scheme writes at any level, the reader takes for that level and number."""
    for level, pattern in enumerate(scheme.patterns, start=1):
        for number in range(1, 21):
            label = read_label(scheme.label(level, number) + "　見出し")
            assert label is not None
            assert (label.pattern.family, label.number, label.rest) == (
                pattern.family,
                number,
                "見出し",
            )


@pytest.mark.parametrize("first", KNOWN_LABELS)
def test_a_scheme_is_written_as_its_first_labels(first: str) -> None:
    """Each known label stands for a scheme that is written so again."""
    assert Scheme.parse((first,)).labels == (first,)


@pytest.mark.parametrize(
    ("line", "number", "rest", "first"),
    [
        ("1. 協働", 1, "協働", "1."),
        ("2.なぜ", 2, "なぜ", "1."),
        ("１０．なぜ", 10, "なぜ", "１．"),
        ("3、報告", 3, "報告", "1、"),
        ("4) 報告", 4, "報告", "1)"),
        ("（ ５ ）報告", 5, "報告", "（１）"),
        ("(イ) 報告", 2, "報告", "(ア)"),
        ("第 3　報告", 3, "報告", "第1"),
        ("⑫報告", 12, "報告", "①"),
        ("９　報告", 9, "報告", "１"),
        ("ウ　報告", 3, "報告", "ア"),
        ("ｂ　報告", 2, "報告", "ａ"),
    ],
)
def test_labels_are_read_in_any_width(line: str, number: int, rest: str, first: str) -> None:
    """A label is read whatever its digits, brackets and spaces, and its spelling is known."""
    label = read_label(line)
    assert label is not None
    assert (label.number, label.rest, label.pattern.first) == (number, rest, first)


@pytest.mark.parametrize(
    "line",
    [
        "1.5倍になった",
        "1、2年生は",
        "2018年6月7日",
        "13:30から",
        "第1回 研修",
        "第3条",
        "30 名が参加",
        "（株）あしや",
        "（自らの活動）",
        "ア　　　：x",
        "アクセス",
        "0. はじめに",
        "01. はじめに",
        "1.",
        "(1)",
        "12345. 長い",
    ],
)
def test_what_is_no_label(line: str) -> None:
    """Amounts, dates, names and lone numbers are text."""
    assert read_label(line) is None


@pytest.mark.parametrize("labels", [(), ("??",), ("2.",), ("1. x",), ("1.", "１．"), ("",)])
def test_a_scheme_that_is_none(labels: tuple[str, ...]) -> None:
    """What is no first label, or stands for two levels, is an error."""
    with pytest.raises(NumberingError):
        Scheme.parse(labels)


def test_a_level_that_a_scheme_lacks() -> None:
    """The error names the level and the scheme's labels."""
    with pytest.raises(NumberingError, match=r"level 0 has no label in 1\. \(1\)"):
        SCHEMES["handout"].label(0, 1)


@given(texts)
def test_any_text_may_be_asked(text: str) -> None:
    """Arbitrary text never crashes the reader, and a label's rest is the end of its line."""
    label = read_label(text)
    assert label is None or (label.rest and text.endswith(label.rest) and label.number >= 1)


@given(st.sampled_from(KNOWN_LABELS), st.integers(1, 20), st.integers(1, 20))
def test_siblings_differ(first: str, one: int, other: int) -> None:
    """Two numbers of one pattern have two labels."""
    pattern = Scheme.parse((first,)).patterns[0]
    assert (pattern.format(one) == pattern.format(other)) == (one == other)


def test_families_join_widths() -> None:
    """Spellings of one label in other widths are one family; other labels are another."""
    narrow, wide = Pattern("(", "decimal", ")"), Pattern("（", "fullwidth", "）")
    assert narrow.family == wide.family
    assert Pattern("(", "aiueo", ")").family != narrow.family


def test_separators() -> None:
    """An ASCII mark takes half an em before the title, any other an em."""
    labels = ["1.", "(1)", "１．", "第１", "①", "ア", "（ア）"]
    assert [separator(label) for label in labels] == [" ", " ", "　", "　", "　", "　", "　"]

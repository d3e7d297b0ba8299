"""Numbering schemes and the labels of sections."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen.errors import NumberingError
from minutes_gen.numbering import (
    KNOWN_LABELS,
    SCHEMES,
    Pattern,
    Scheme,
    pattern_of,
    read_label,
    separator,
)
from strategies import texts


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_labels_of_a_scheme_are_read_back(scheme: Scheme) -> None:
    """What a scheme writes at any level, the reader takes for that level and number."""
    for level, pattern in enumerate(scheme.patterns, start=1):
        for number in range(pattern.begins, 27):
            line = scheme.label(level, number) + "　見出し"
            label = read_label(line)
            assert label is not None
            assert (pattern.family, number) in [(p.family, n) for p, n in label.readings]
            assert label.rest == "見出し"
            assert scheme.read(line, expected=number) == (level, number, "見出し")


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
        ("十二　報告", 12, "報告", "一"),
        ("一〇　報告", 10, "報告", "一"),
        ("三、報告", 3, "報告", "一、"),
        ("（二） 報告", 2, "報告", "（一）"),
        ("第三　報告", 3, "報告", "第一"),
        ("第 2 章　報告", 2, "報告", "第1章"),
        ("第十条 報告", 10, "報告", "第一条"),
        ("ア．報告", 1, "報告", "ア．"),
        ("(iii) 報告", 3, "報告", "(i)"),
        ("B.報告", 2, "報告", "A."),
        ("Ⅳ．報告", 4, "報告", "Ⅰ．"),
        ("ⅱ 報告", 2, "報告", "ⅰ"),
        ("⑶報告", 3, "報告", "⑴"),
        ("1.2.3　報告", 3, "報告", "1.1.1"),
        ("１－２　報告", 2, "報告", "１－１"),
        ("は　報告", 3, "報告", "い"),
        ("第２号議案　報告", 2, "報告", "第１号議案"),
        ("第 3 号議案：報告", 3, "報告", "第1号議案："),
        ("第二号議案 報告", 2, "報告", "第一号議案"),
        ("議案第4号: 報告", 4, "報告", "議案第1号:"),
        ("日程第５　報告", 5, "報告", "日程第１"),
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
        "一、二の例",
        "三四日 x",
        "a.m. 9 時",
        "i.e. x",
        "iiii. x",
        "1２．x",
        "１.2　x",
        "mix. x",
        "1.02　x",
        "1.0　x",
        "Ⅳ章",
        "十",
        "第1号　報告",
        "議案第1号議案　報告",
        "第1号議案：",
        "第1号議案について",
        "議案第1号を可決した。",
    ],
)
def test_what_is_no_label(line: str) -> None:
    """Amounts, dates, names and lone numbers are text."""
    assert read_label(line) is None


@pytest.mark.parametrize(
    ("labels", "problem"),
    [
        ((), "needs the first label of one level or more"),
        (("??",), "'??' is not a first label"),
        (("2.",), "'2.' is not a first label"),
        (("1. x",), "is not a first label"),
        (("",), "'' is not a first label"),
        (("1.", "１．"), "'1.' stands for two levels"),
        (("1.1",), "'1.1' names 2 numbers and stands at level 1"),
        (("{kanji-postional}",), "not a system; did you mean 'kanji-positional'?"),
        (("x{decimal}x",), "is not a first label"),
        (("{decimal:2}.",), "is not a first label"),
        ("1.", "'1.' is one text; a scheme is a list"),
        ((1,), "a label must be a text such as '1.', not 1"),
    ],
)
def test_a_scheme_that_is_none(labels: tuple[str, ...], problem: str) -> None:
    """What is not a first label, or stands for two levels, is an error."""
    with pytest.raises(NumberingError, match=re.escape(problem)):
        Scheme.parse(labels)


def test_a_scheme_may_be_named() -> None:
    """A scheme, its name and its labels are the same; anything else is an error."""
    law = SCHEMES["law"]
    assert Scheme.of("law") == Scheme.of(law) == Scheme.of(law.labels) == law
    with pytest.raises(NumberingError, match="5 is neither a numbering scheme nor its labels"):
        Scheme.of(5)  # type: ignore[arg-type]


@given(st.sampled_from(sorted(SCHEMES)), st.lists(st.none() | st.integers(1, 5), max_size=30))
def test_siblings_differ_and_begin_again(name: str, levels: list[int | None]) -> None:
    """Numbered siblings have labels of their own; each parent begins its level again."""
    scheme = SCHEMES[name]
    labels = list(scheme.count(levels))
    assert len(labels) == len(levels)
    siblings: dict[int, list[str]] = {}
    for level, label in zip(levels, labels, strict=True):
        if level is None:
            assert label == ""
            continue
        siblings = {depth: seen for depth, seen in siblings.items() if depth <= level}
        seen = siblings.setdefault(level, [])
        if not seen and level > 1 and scheme.patterns[level - 1].depth == 1:
            assert label == scheme.patterns[level - 1].first
        assert label not in seen
        seen.append(label)


def test_counting_from_a_number() -> None:
    """A document that continues another begins where that ended."""
    assert list(SCHEMES["koyobun"].count([1, 2, 1], start=3)) == ["第３", "１", "第４"]
    assert list(SCHEMES["law"].count([1, 2, 2, 3, 1, 2])) == [
        "第１条",
        "２",
        "３",
        "一",
        "第２条",
        "２",
    ]
    with pytest.raises(NumberingError, match="level 0 has no label"):
        list(SCHEMES["law"].count([0]))


@pytest.mark.parametrize(
    ("scheme", "path", "cited"),
    [
        ("decimal", (1,), "1"),
        ("decimal", (1, 2, 3), "1.2.3"),
        ("decimal", (0, 2), "0.2"),
        ("koyobun", (1, 2, 3), "第１の２の(3)"),
        ("handout", (2,), "2"),
        ("law", (3, 1, 2, 4), "第３条第１項第二号ニ"),
        ("law", (3, 2), "第３条第２項"),
    ],
)
def test_citing(scheme: str, path: tuple[int, ...], cited: str) -> None:
    """A section is cited by its numbers from the outermost in."""
    assert SCHEMES[scheme].path_label(path) == cited


def test_citing_nothing() -> None:
    """A path without numbers is an error, and so is one that goes too deep."""
    with pytest.raises(NumberingError, match="names no section"):
        SCHEMES["law"].path_label(())
    with pytest.raises(NumberingError, match="level 6 has no label"):
        SCHEMES["law"].path_label((1,) * 6)
    with pytest.raises(NumberingError, match="1 cannot be written where numbers begin at 2"):
        SCHEMES["law"].label(2, 1)


@pytest.mark.parametrize(
    ("text", "expected", "read"),
    [
        ("V. 報告", 5, (1, 5, "報告")),
        ("V. 報告", 22, (2, 22, "報告")),
        ("Ｃ．報告", (2, 3), (2, 3, "報告")),
        ("I. 報告", (), (1, 1, "報告")),
        ("I. 報告", (4, 9), (2, 9, "報告")),
        ("ただの文", 1, None),
        ("① 報告", 1, None),
    ],
)
def test_a_label_of_two_levels(
    text: str, expected: int | tuple[int, ...], read: tuple[int, int, str] | None
) -> None:
    """What fits two levels of a scheme is the one whose number is expected next."""
    assert SCHEMES["outline"].read(text, expected=expected) == read


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


@pytest.mark.parametrize(
    ("spelling", "number", "label"),
    [
        ("第{fullwidth-to-nine}条", 9, "第９条"),
        ("第{fullwidth-to-nine}条", 10, "第10条"),
        ("{fullwidth-to-nine:2}", 2, "２"),
        ("{fullwidth-to-nine}－{fullwidth-to-nine}", 10, "１－10"),
        ("{kanji-positional}、", 10, "一〇、"),
        ("(１）", 10, "(１０）"),
    ],
)
def test_systems_that_share_their_first_label(spelling: str, number: int, label: str) -> None:
    """One that is named in braces is written so again."""
    pattern = pattern_of(spelling)
    assert (pattern.spelling, pattern.format(number)) == (spelling, label)

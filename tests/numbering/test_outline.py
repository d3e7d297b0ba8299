"""Levels of the labels of a whole document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen.errors import NumberingError
from minutes_gen.numbering import SCHEMES, Outline, infer, read_label, separator
from strategies import label_lines, texts


def places(*lines: str) -> list[tuple[int, int] | None]:
    """Say where each label of a document stands; the indentation is that of the lines."""
    outline, found = Outline(), []
    for line in lines:
        label = read_label(line.strip())
        place = outline.take(label, len(line) - len(line.lstrip())) if label else None
        found.append((place.level, place.number) if place else None)
    return found


@given(st.sampled_from(sorted(SCHEMES)), st.lists(st.integers(1, 5), min_size=1, max_size=40))
def test_what_is_counted_is_read(name: str, steps: list[int]) -> None:
    """The labels that a scheme counts are read at their levels, flat or set in."""
    scheme, levels = SCHEMES[name], [1]
    for step in steps:
        levels.append(min(step, levels[-1] + 1))
    labels = list(scheme.count(levels))
    for indent in ("　", ""):
        lines = [
            indent * (level - 1) + label + separator(label) + "題"
            for level, label in zip(levels, labels, strict=True)
        ]
        read = places(*lines)
        assert [place and place[0] for place in read] == levels
        assert infer(lines).labels == scheme.labels[: max(levels)]


def test_what_fits_two_levels() -> None:
    """V. is a five under IV., and the 22nd letter under U."""
    assert places("I. x", "A. x", "II. x", "III. x", "IV. x", "V. x")[-1] == (1, 5)
    letters = [f"{chr(65 + n)}. x" for n in range(21)]
    assert places("I. x", *letters, "V. x")[-1] == (2, 22)
    assert places("I. x", "　A. x", "V. x")[-1] == (1, 5)


def test_kanji_by_place() -> None:
    """一〇 says that the numbers before it count by place; 十 says that they do not."""
    digits = "一二三四五六七八九"
    by_place = infer([f"{digit}　x" for digit in digits] + ["一〇　x", "一一　x"])
    assert by_place.labels == ("{kanji-positional}",)
    assert infer([f"{digit}　x" for digit in digits] + ["十　x", "十一　x"]).labels == ("一",)
    assert places("九十八. x", "九十九. x", "一〇〇. x") == [(1, 98), (1, 99), (1, 100)]


def test_names_are_no_labels() -> None:
    """A kanji set apart is a label only where its turn has come."""
    assert places("三　宅　太　郎", "一　目的", "三　宅　太　郎", "二　経緯") == [
        None,
        (1, 1),
        None,
        (1, 2),
    ]


def test_paths_name_their_parents() -> None:
    """1.2 stands under 1; what names other parents, or an amount, is text."""
    lines = ["1　x", "1.1 x", "1.2 x", "2.1 x", "2　x", "2.5 km", "2.1 x", "2.3　x", "2.1.1　x"]
    assert places(*lines) == [*[(1, 1), (2, 1), (2, 2), None, (1, 2), None, (2, 1), (2, 3), None]]


def test_paragraphs_of_articles() -> None:
    """項 are bare numbers from 2 on; those that begin at 1 are usual ones."""
    assert infer(["第１条　x", "２　y", "一　z", "イ　w"]).labels == ("第１条", "２", "一", "イ")
    assert infer(["第１条　x", "１　y"]).labels == ("第１条", "１")


@pytest.mark.parametrize(
    ("labels", "surprising"),
    [
        ("1. 3. 3. 4.", [2, 3]),
        ("1. (1) (2) (2) 2.", [4]),
        ("5. 6. 8.", [3]),
        ("1. 2. 1. 2. 3.", []),
        ("2018. 2020. 2022.", []),
        ("1. 2. 2018.", []),
        ("1. (1) (2) 2. (3) (4)", []),
        ("第1章 第1条 第2条 第2章 第3条 第5条", [6]),
        ("1. ２． 3、 4)", []),
    ],
)
def test_what_surprises(labels: str, surprising: list[int]) -> None:
    """A number that skips or repeats one of its kind; no year, and no list that begins anew."""
    outline, found = Outline(), []
    for index, written in enumerate(labels.split(), start=1):
        label = read_label(f"{written}　x")
        assert label
        place = outline.take(label)
        assert place
        found += [index] * place.surprises
    assert found == surprising


# What a person sees in a paper: the level of each label, by its column and its kind.
TREES = [
    ("第８条　x/第９条　x/第10条　x/第11条　x", "1111"),
    ("９　x/10　x", "11"),
    (
        "第1章　x/第1条　x/第2条　x/第2章　x/第1節　x/第3条　x/第2節　x/第3章　x/第4条　x",
        "122123212",
    ),
    (
        "　　第１章　x/第１条　x/　　第２章　x/　　　　第１節　x/第２条　x/　　　　第２節　x",
        "121232",
    ),
    ("第１条　x/２　x/第２条　x/(1)　x/(2)　x/(3)　x", "121222"),
    ("第１条　x/２　x/第２条　x/⑴　x/⑵　x", "12122"),
    ("第１条　x/２　x/第２条　x/一　x/二　x", "12122"),
    ("第２条　x/(1)　x/(2)　x/２　x/(1)　x/第３条　x", "122231"),
    ("第２条　x/　(1)　x/　(2)　x/２　x/　(1)　x/第３条　x", "122231"),
    ("1. x/(1) x/① x/2. x/① x/② x", "123122"),
    ("1. x/2. x/【議事】/第１号議案　x/第２号議案　x/【他】/3. x", "1112211"),
    ("【】/1. x/2. x/【】", "1111"),
    ("1. x/２．x/3、x/4) x", "1111"),
    ("1. x/2. x/(1) x/三　宅", "112-"),
    ("Ⅰ　x/１　x/(1)　x/ア　x/Ⅱ　x/(1)　x/ア　x", "1234123"),
    ("1. x/　(1) x/　　1. x/　　2. x/　(2) x/2. x", "123321"),
    ("　９．x/１０．x/１１．x", "111"),
    ("1. x/　2. x/　(1) x/3. x", "1231"),
    ("1. x/(1) x/　(2) x/　　ア　x", "1223"),
    ("1. x/　① x/ア　x", "121"),
    ("第1章　x/1. x/第1条　x", "122"),
]


@pytest.mark.parametrize(("paper", "levels"), TREES, ids=[paper for paper, _ in TREES])
def test_trees(paper: str, levels: str) -> None:
    """Kinds and columns together say what stands within what."""
    outline, found = Outline(), ""
    for line in paper.split("/"):
        text = line.strip()
        column = len(line) - len(line.lstrip())
        if text.startswith("【"):
            found += str(outline.take_unnumbered(column))
            continue
        label = read_label(text)
        place = outline.take(label, column) if label else None
        found += str(place.level) if place else "-"
    assert found == levels


@given(st.lists(st.tuples(st.integers(0, 3), label_lines), max_size=25))
def test_a_tree_is_found_again(lines: list[tuple[int, str]]) -> None:
    """With each level set in by 1 em, as papers are written, every label has its place again."""
    outline, again = Outline(), Outline()
    for column, line in lines:
        label = read_label(line)
        if label is None:
            level = outline.take_unnumbered(column)
            assert again.take_unnumbered(level - 1) == level
        elif place := outline.take(label, column):
            assert again.take(label, place.level - 1) == place
    assert again.kinds == outline.kinds


def test_sections_without_numbers() -> None:
    """They hold what stands further in, and are passed over in counting."""
    outline = Outline()
    levels = []
    for line in ("1. a", "　(1) b", "　【】", "　(2) c", "【】", "2. d"):
        label = read_label(line.strip())
        column = len(line) - len(line.lstrip())
        place = outline.take(label, column) if label else None
        level = place.level if place else outline.take_unnumbered(column)
        levels.append((level, place.number if place else 0))
    assert levels == [(1, 1), (2, 1), (2, 0), (2, 2), (1, 0), (1, 2)]


@given(st.lists(texts, max_size=20))
def test_any_document_may_be_asked(lines: list[str]) -> None:
    """Arbitrary text has a scheme or none, and never crashes."""
    try:
        scheme = infer(lines)
    except NumberingError as error:
        assert "no line begins with a label" in str(error)
    else:
        assert scheme.labels

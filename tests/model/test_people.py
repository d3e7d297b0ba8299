"""Names as a paper lists them."""

import pytest

from minutes_gen.errors import ModelError
from minutes_gen.model._detail import Detail
from minutes_gen.model._people import People, join_names, read_people, split_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "奈良（オンライン） 横山（14時から、電話）",
            ("奈良（オンライン）", "横山（14時から、電話）"),
        ),
        ("橋野 太郎、奈良 (議長 代理)", ("橋野 太郎", "奈良 (議長 代理)")),
        ("甲） 乙（", ("甲）", "乙（")),
        ("（敬称略）橋野 出口", ("（敬称略）橋野", "出口")),
    ],
)
def test_what_stands_in_brackets_stays_whole(line: str, names: tuple[str, ...]) -> None:
    """Neither a comma nor a space parts a note, and what is written is read again."""
    assert split_names(line) == names
    assert split_names(join_names(names)) == names


@pytest.mark.parametrize(
    "lines",
    [("17名",), ("会員（17名）",), ("橋野3",), ("橋野が出席した。",), ("、",), ("甲（", "乙）")],
)
def test_what_names_nobody(lines: tuple[str, ...]) -> None:
    """Counts, sentences and brackets across lines stay text."""
    assert read_people(lines) is None


def test_names_that_would_be_read_otherwise_are_refused() -> None:
    """A bracket that closes in another name would make one of two."""
    with pytest.raises(ModelError, match="close their brackets"):
        People(("甲（", "乙）"))


@pytest.mark.parametrize(
    ("label", "names", "line"),
    [
        ("議長", ("橋野 太郎",), "橋野 太郎"),
        ("書記", ("橋野 太郎", "出口"), "橋野 太郎、出口"),
        ("担当", ("橋野 太郎",), "橋野 太郎、"),
    ],
)
def test_one_person_has_a_role(label: str, names: tuple[str, ...], line: str) -> None:
    """Behind 議長 and 書記 a space belongs to the name; elsewhere it parts names."""
    assert Detail(label, People(names)).lines == (line,)
    assert Detail(label, line) == Detail(label, People(names))

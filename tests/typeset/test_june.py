"""The notice of 平成30年6月7日: every line break that Word made on its page."""

import csv
from itertools import accumulate
from pathlib import Path

import pytest

from minutes_gen.typeset import BreakRules, break_lines

PRINTED = Path(__file__).parents[1] / "data" / "typeset" / "printed_lines.tsv"
# The page has 35.43 em; the indents of first and wrapped lines, in em.
MEASURE = 35.43
INDENTS = {"paragraph": (3, 3), "・": (3, 4), "●": (2, 2), "●・": (4, 5), "●例）": (5, 7)}
# The 4th and 5th group under ● stand 1 em further to the right, by their author's hand.
SHIFTED = {4, 5}
WORD = BreakRules(squeeze=None)


def printed() -> list[list[str]]:
    """Read the paragraphs as printed, without the spaces that the extractor put in."""
    paragraphs: dict[str, list[str]] = {}
    with PRINTED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["break"] != "blank":
                line = row["text"].replace(" ", "")
                paragraphs.setdefault(row["paragraph"], []).append(line)
    return list(paragraphs.values())


def with_indents() -> list[tuple[list[str], int, int, int]]:
    """Give each paragraph its indents, by its mark and whether a ● stands above it; and a shift."""
    found, group = [], 0
    for lines in printed():
        mark = next((mark for mark in ("●", "・", "例）") if lines[0].startswith(mark)), "")
        group += mark == "●"
        block = "●" + mark if group and mark != "●" else mark
        found.append((lines, *INDENTS.get(block, INDENTS["paragraph"]), int(group in SHIFTED)))
    return found


def ends(lines: list[str]) -> list[int]:
    """Count the characters before each break."""
    return list(accumulate(map(len, lines[:-1])))


WRAPPED = [case for case in with_indents() if len(case[0]) > 1]


def test_all_breaks_are_here() -> None:
    """The notice has 24 line breaks inside its paragraphs."""
    assert sum(len(lines) - 1 for lines, *_ in WRAPPED) == 24


@pytest.mark.parametrize(("lines", "first", "hanging", "shift"), WRAPPED)
def test_breaks_as_printed(lines: list[str], first: int, hanging: int, shift: int) -> None:
    """Without squeezing, the lines are those on the page."""
    text = "".join(lines)
    assert break_lines(text, MEASURE, first + shift, hanging + shift, rules=WORD) == lines


def test_regular_indents_give_nineteen() -> None:
    """Were no group under ● further to the right than the others, 19 breaks would come out."""
    right = 0
    for lines, first, hanging, _ in WRAPPED:
        got = break_lines("".join(lines), MEASURE, first, hanging, rules=WORD)
        right += len(set(ends(lines)) & set(ends(got)))
    assert right == 19

"""What happens between two characters: the space added or taken, and whether a line may end."""

from functools import lru_cache
from typing import NamedTuple

from minutes_gen.typeset._characters import EDGES, HAN, LATIN, NUMBER, WORD, Edge, Family

# In em. A mark is ½ ink and ½ blank, and ・：； have ¼ on both sides; the blank can be squeezed
# out. Between Japanese and Latin ¼ is added, and half of it can be squeezed out again.
BLANK_OF_MARK = 0.5
AUTOSPACE = 0.25
AUTOSPACE_GIVE = 0.125
LEAST_SPACE = 0.25
# Where a line is stretched, what is added there grows by as much again, and a space between Latin
# words too; two full-width characters part by 1/64.
AUTOSPACE_GROWTH = SPACE_GROWTH = 0.25
GROWTH = 1 / 64
GIVE = {
    Family.OPEN: BLANK_OF_MARK,
    Family.CLOSE: BLANK_OF_MARK,
    Family.STOP: BLANK_OF_MARK,
    Family.MIDDLE: 0.5,
}
FULL = frozenset(Family) - WORD - {Family.HALF, Family.GLUE, Family.SPACE}
CLOSING = frozenset({Family.CLOSE, Family.STOP})
# Two marks side by side that lose the blank between them.
PAIRS = frozenset(
    {(left, right) for left in CLOSING for right in (*CLOSING, Family.OPEN)}
    | {(Family.OPEN, Family.OPEN)}
)
# What stays in one line: Latin words with their digits and marks, and numbers with their unit.
WHOLE = frozenset(
    {(left, right) for left in WORD for right in WORD}
    | {(left, Family.UNIT) for left in NUMBER}
    | {(Family.WIDE_DIGIT, Family.WIDE_DIGIT)}
)


def between_words(kinds: list[int], i: int) -> bool:
    """Say whether no neighbour of a cluster is full-width."""
    return not any(
        kind // EDGES not in WORD and kind // EDGES not in (Family.GLUE, Family.SPACE)
        for kind in kinds[max(0, i - 1) : i + 2]
    )


class Joint(NamedTuple):
    """Between two clusters of a line."""

    gap: float  # added to their widths
    give: float  # what of it can be squeezed out
    growth: float  # what more it can take up
    breaks: bool  # a line may end here
    legal: bool  # kinsoku does not forbid it


def _joint(left: int, right: int, *, pairs: bool, autospace: bool) -> Joint:
    a, b = Family(left // EDGES), Family(right // EDGES)
    gap = give = 0.0
    growth = GROWTH if a in FULL and b in FULL else 0.0
    if autospace and ((a in HAN and b in LATIN) or (a in LATIN and b in HAN)):
        gap, give, growth = AUTOSPACE, AUTOSPACE_GIVE, AUTOSPACE_GROWTH
    elif pairs and (a, b) in PAIRS:
        gap = give = -BLANK_OF_MARK
    legal = not (left % EDGES & Edge.NO_END or right % EDGES & Edge.NO_START)
    holds = (a, b) in WHOLE or Family.GLUE in (a, b)
    return Joint(gap, give, growth, legal and not holds, legal)


class JointTable(dict[tuple[int, int], Joint]):
    """The joint of each two kinds, left and right; found when first asked for."""

    def __init__(self, em: float, *, pairs: bool, autospace: bool) -> None:
        super().__init__()
        self._em, self._pairs, self._autospace = em, pairs, autospace

    def __missing__(self, kinds: tuple[int, int]) -> Joint:
        joint = _joint(*kinds, pairs=self._pairs, autospace=self._autospace)
        gap, give, growth = (length * self._em for length in joint[:3])
        self[kinds] = joint._replace(gap=gap, give=give, growth=growth)
        return self[kinds]


@lru_cache(maxsize=8)
def joint_table(em: float, *, pairs: bool, autospace: bool) -> JointTable:
    """Keep a table from one call to the next."""
    return JointTable(em, pairs=pairs, autospace=autospace)

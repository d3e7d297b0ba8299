"""What happens between two characters: the space added or taken, and whether a line may end."""

from functools import lru_cache
from typing import NamedTuple

from .characters import Kind
from .rules import BreakRules

HAN = {Kind.HAN, Kind.HAN_NS}
LATIN = {Kind.LETTER, Kind.DIGIT}
ENDS = {Kind.CLOSE, Kind.STOP}
NO_START = {
    Kind.HAN_NS, Kind.CLOSE, Kind.STOP, Kind.MIDDLE, Kind.WIDE_NS, Kind.HALF_NS, Kind.NARROW_NS,
}  # fmt: skip
NO_END = {Kind.OPEN, Kind.WIDE_NE, Kind.HALF_NE, Kind.NARROW_NE}
NARROWS = {Kind.LETTER, Kind.DIGIT, Kind.NARROW, Kind.NARROW_NS, Kind.NARROW_NE}


class Joint(NamedTuple):
    """Between two clusters: `gap` is added there, `give` of it can be squeezed out."""

    gap: float
    give: float
    breaks: bool  # a line may end here
    legal: bool  # kinsoku at least allows it


def joint(left: Kind, right: Kind, rules: BreakRules) -> Joint:
    """Say what happens between two kinds."""
    gap = give = 0.0
    if rules.autospace and ((left in HAN and right in LATIN) or (left in LATIN and right in HAN)):
        gap, give = 0.25, 0.125
    if rules.pairs and (
        (left in ENDS and right in ENDS | {Kind.OPEN}) or left == right == Kind.OPEN
    ):
        gap, give = -0.5, -0.5
    legal = right not in NO_START and left not in NO_END and right is not Kind.SPACE
    word = left in NARROWS and right in NARROWS
    breaks = legal and not word and Kind.GLUE not in (left, right)
    return Joint(gap * rules.em, give * rules.em, breaks, legal)


@lru_cache(maxsize=64)
def joints(rules: BreakRules) -> list[list[Joint]]:
    """Every joint of these rules, by the kinds on its two sides."""
    return [[joint(left, right, rules) for right in Kind] for left in Kind]

"""Whether marks are squeezed so that the next characters still go into a line (追い込み)."""

from collections.abc import Iterable
from itertools import accumulate
from operator import add
from typing import NamedTuple

from minutes_gen.typeset._characters import BLANKS, EDGES, KINDS, Family
from minutes_gen.typeset._joints import CLOSING, GIVE, LEAST_SPACE, SPACE_GROWTH, between_words
from minutes_gen.typeset._layout import Setting
from minutes_gen.typeset._rules import BreakRules

# Lengths are given to a thousandth of an em; Word's twip is 0.005 em at 10.5 points.
TOLERANCE = 0.001

_OWN = [GIVE.get(Family(kind // EDGES), 0.0) for kind in range(KINDS)]


class Line(NamedTuple):
    """A line that would end at a place that does not fit as it is; white space is left out."""

    start: int
    before: int  # the cluster after the last one, if it ended at the place before
    end: int  # the cluster after its last one
    need: float  # how much it is too long, without what hangs or loses its blank at its end
    slack: float  # how much room the place before would leave


class Elastic(NamedTuple):
    """How far lines can be pressed and stretched, summed up over the clusters before each."""

    give: list[float]
    growth: list[float]  # empty where nothing asks for it


def find_elastic(setting: Setting, rules: BreakRules) -> Elastic:
    """Sum up what clusters and their joints can lose, and what they can take up."""
    give = [_OWN[kind] * rules.em for kind in setting.kinds]
    growth = [0.0] * len(give)
    if max(setting.kinds) >= BLANKS:
        for i, unit in enumerate(setting.clusters):
            if unit == " " and between_words(setting.kinds, i):
                give[i] = max(0.0, setting.widths[i] - LEAST_SPACE * rules.em)
                growth[i] = SPACE_GROWTH * rules.em
    summed = _sums(give, (joint[1] for joint in setting.joints))
    if rules.squeeze == "pure":
        return Elastic(summed, [])
    return Elastic(summed, _sums(growth, (joint[2] for joint in setting.joints)))


def _sums(own: list[float], joints: Iterable[float]) -> list[float]:
    return [0.0, *accumulate(map(add, own, [0.0, *joints]))]


def goes_in(setting: Setting, elastic: Elastic, line: Line, rules: BreakRules) -> bool:
    """Say whether Word squeezes a line rather than end it at the place before."""
    give, growth = elastic
    last = setting.kinds[line.end - 1]
    # The blank of a closing mark at the end is not in the need, so it cannot be lost again.
    spent = _OWN[last] * rules.em if last // EDGES in CLOSING else 0.0
    cap = give[line.end] - give[line.start + 1] - spent
    if line.need > cap + TOLERANCE:
        return False
    if rules.squeeze == "pure":
        return line.need <= line.slack + TOLERANCE
    stretch = growth[max(line.before, line.start + 1)] - growth[line.start + 1]
    return line.need * stretch < cap * line.slack

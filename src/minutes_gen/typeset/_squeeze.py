"""Whether marks are squeezed so that the next characters still go into a line (追い込み)."""

from itertools import accumulate
from operator import add
from typing import NamedTuple

from minutes_gen.typeset._characters import BLANKS, EDGES, KINDS, Family
from minutes_gen.typeset._joints import CLOSING, GIVE, LEAST_SPACE, between_words
from minutes_gen.typeset._layout import Setting
from minutes_gen.typeset._rules import BreakRules

# Lengths are given to a thousandth of an em; Word's twip is 0.005 em at 10.5 points.
TOLERANCE = 0.001
# Fitted on few lines of Word 2013 and later; see docs/typesetting.md.
RATIO_OF_ROOM = 0.0155
RATIO_OF_AUTOSPACE = 0.2

_OWN = [GIVE.get(Family(kind // EDGES), 0.0) for kind in range(KINDS)]


class Line(NamedTuple):
    """A line that would end at a place that does not fit as it is."""

    start: int
    end: int  # the cluster after its last one, white space left out
    room: float
    need: float  # how much it is too long, without what hangs or loses its blank at its end
    slack: float  # how much room the place before would leave


def gives(setting: Setting, rules: BreakRules) -> list[float]:
    """Sum up what can be squeezed out of the clusters before each, and out of their joints."""
    own = [_OWN[kind] * rules.em for kind in setting.kinds]
    if max(setting.kinds) >= BLANKS:
        for i, unit in enumerate(setting.clusters):
            if unit == " " and between_words(setting.kinds, i):
                own[i] = max(0.0, setting.widths[i] - LEAST_SPACE * rules.em)
    joints = [0.0, *(joint[1] for joint in setting.joints)]
    return [0.0, *accumulate(map(add, own, joints))]


def goes_in(setting: Setting, give: list[float], line: Line, rules: BreakRules) -> bool:
    """Say whether Word squeezes a line rather than end it at the place before."""
    last = setting.kinds[line.end - 1]
    # The blank of a closing mark at the end is not in the need, so it cannot be lost again.
    spent = _OWN[last] * rules.em if last // EDGES in CLOSING else 0.0
    cap = give[line.end] - give[line.start + 1] - spent
    if line.need > cap + TOLERANCE:
        return False
    if rules.squeeze == "pure":
        return line.need <= line.slack + TOLERANCE
    autospaces = sum(joint[0] > 0 for joint in setting.joints[line.start : line.end - 1])
    bound = RATIO_OF_ROOM * (line.room / rules.em - 1) + RATIO_OF_AUTOSPACE * autospaces
    return line.need * bound < cap * line.slack / rules.em

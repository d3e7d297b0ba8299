"""A text laid out on one endless line, and where it may be broken."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import add
from typing import NamedTuple

from minutes_gen.typeset._characters import BLANKS, EDGES, KINDS, Edge, Family
from minutes_gen.typeset._glyphs import clusters, glyph_book, refuse_surrogates
from minutes_gen.typeset._joints import BLANK_OF_MARK, Joint, between_words, joint_table
from minutes_gen.typeset._rules import DEFAULT, BreakRules


class Setting(NamedTuple):
    """The clusters of a text and where they stand; lengths in the unit of the measure."""

    clusters: Sequence[str]
    kinds: list[int]
    widths: list[float]
    joints: list[Joint]  # joints[i] stands before cluster i + 1
    starts: list[float]  # where cluster i begins
    ends: list[float]  # where a line ends whose last cluster is i - 1


class Breaks(NamedTuple):
    """Where lines may end: parallel lists, with one entry for each opportunity."""

    places: list[int]  # the cluster that begins the next line
    content: list[int]  # the same, before the white space that hangs at the line's end
    full: list[float]  # where the content ends
    fits: list[float]  # where it ends without what hangs or loses its blank at a line's end


def set_text(text: str, rules: BreakRules) -> Setting:
    """Lay out a text on one line."""
    units = clusters(text)
    book = glyph_book(rules)
    glyphs = [book[unit] for unit in units]
    kinds = [kind for kind, _ in glyphs]
    widths = [width for _, width in glyphs]
    if kinds and max(kinds) >= BLANKS:
        _settle_spaces(units, kinds, widths, rules)
    table = joint_table(rules.em, pairs=rules.pairs, autospace=rules.autospace)
    between = list(map(table.__getitem__, pairwise(kinds)))
    gaps = [0.0, *(joint[0] for joint in between)]
    ends = [0.0, *accumulate(map(add, widths, gaps))]
    return Setting(units, kinds, widths, between, list(map(add, ends, gaps)), ends)


def _settle_spaces(
    units: Sequence[str], kinds: list[int], widths: list[float], rules: BreakRules
) -> None:
    """Give spaces what they have from their neighbours: a width, and no line end after （."""
    for i, kind in enumerate(kinds):
        if kind < BLANKS:
            continue
        if i and kinds[i - 1] % EDGES & Edge.NO_END:
            kinds[i] |= Edge.NO_END
        if rules.balance and units[i] == " " and not between_words(kinds, i):
            widths[i] = 0.5 * rules.em


def width(text: str, rules: BreakRules = DEFAULT) -> float:
    """Measure a text as one line, in em (columns with `MONOSPACE`).

    Full-width characters are 1 em, others ½ unless `rules.widths` has them; ¼ em stands between
    Japanese and Latin, and pairs of marks lose ½ (UAX #11; JLREQ 3.1, 3.2). A lone surrogate is a
    `TypesetError`.

    >>> width("他のNPOなど"), width("」「"), width("日　時")
    (6.0, 1.5, 3.0)
    >>> from minutes_gen.typeset import MONOSPACE
    >>> width("他のNPOなど", MONOSPACE)
    11.0
    """
    refuse_surrogates(text)
    return set_text(text, rules).ends[-1]


def find_breaks(setting: Setting, rules: BreakRules) -> Breaks:
    """Find where lines may end, and how much a line that ends there needs."""
    kinds, ends = setting.kinds, setting.ends
    places = [i for i, joint in enumerate(setting.joints, 1) if joint[3]]
    places.append(len(kinds))
    content = _without_blanks(kinds, places)
    trim = _trims(rules.em, hang=rules.hangs, squeezed=rules.squeezes)
    fits = [ends[i] - trim[kinds[i - 1]] if i else 0.0 for i in content]
    return Breaks(places, content, [ends[i] for i in content], list(accumulate(fits, max)))


@lru_cache(maxsize=8)
def _trims(em: float, *, hang: bool, squeezed: bool) -> list[float]:
    """List by kind how much of a line's last character need not fit."""
    blank = BLANK_OF_MARK * em if squeezed else 0.0
    trims = {Family.CLOSE: blank, Family.STOP: em if hang else blank}
    return [trims.get(Family(kind // EDGES), 0.0) for kind in range(KINDS)]


def _without_blanks(kinds: list[int], places: list[int]) -> list[int]:
    """Move each place to the left of the white space that it follows."""
    if max(kinds) < BLANKS:
        return places
    inked = 0
    last = [0]
    for i, kind in enumerate(kinds, 1):
        if kind < BLANKS:
            inked = i
        last.append(inked)
    return [last[i] for i in places]

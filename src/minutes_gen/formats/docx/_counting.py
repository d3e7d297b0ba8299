"""Which list of a Word file each heading is in, so that Word counts the labels as they are typed.

The headings of the document's scheme are one multilevel list. Those of another kind are lists of
their own, each with what stands below them, and so are those that go on where others of their kind
ended under another heading (条 through 章): Word would begin them anew.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from attrs import Factory, define, evolve

from minutes_gen.layout.document import Block
from minutes_gen.numbering import Pattern, Scheme
from minutes_gen.numbering.numerals import TO_NINE

LEVELS = 9

# For each counting system Word's w:numFmt, and up to where Word counts as we do. From ECMA-376
# part 1, 17.18.59 (ST_NumberFormat), and from [MS-OI29500] 2.1.540, which says where Word departs
# from it: behind ン Word begins again with ア. Circled and bracketed digits are single characters
# up to 20; letters come twice behind z. Kanji by place are 一, 一〇, 一〇〇 in [MS-DOCX] 2.4; those
# with 千 Word is said to write as 一千, which we do not. Not here, since Word has no such system:
# full-width letters, Ⅰ as one character, and いろは in hiragana (Word's is in katakana).
WORD_FORMATS: dict[str, tuple[str, int]] = {
    "decimal": ("decimal", 9999),
    "fullwidth": ("decimalFullWidth", 9999),
    TO_NINE: ("decimalFullWidth", 9),
    "kanji": ("japaneseCounting", 999),
    "kanji-positional": ("ideographDigital", 9999),
    "aiueo": ("aiueoFullWidth", 46),
    "katakana-iroha": ("irohaFullWidth", 47),
    "alpha": ("lowerLetter", 26),
    "upper-alpha": ("upperLetter", 26),
    "roman": ("lowerRoman", 3999),
    "upper-roman": ("upperRoman", 3999),
    "circled": ("decimalEnclosedCircle", 20),
    "parenthesized": ("decimalEnclosedParen", 20),
}

Patterns = tuple[Pattern | None, ...]


class Spot(NamedTuple):
    """Where a heading is counted: in which instance of a list, and at which of its levels.

    `instance` 0 is the document's own list, which the styles of headings name; 1 and on are the
    lists of `Counting`, and behind them its instances that start anew. Levels count from 0.
    """

    instance: int
    level: int


class Counting(NamedTuple):
    """How the headings of a document are numbered, in their order.

    spots    where each is counted; None where its label is typed, since Word cannot count so
    lists    the patterns by levels of the lists beside the document's own
    starts   for each instance that starts anew: of which list (0: the document's own), and the
             numbers that its levels start from
    """

    spots: tuple[Spot | None, ...]
    lists: tuple[Patterns, ...] = ()
    starts: tuple[tuple[int, tuple[int, ...]], ...] = ()


def count_headings(headings: Sequence[Block], scheme: Scheme) -> Counting:
    """Count headings as Word will, and begin a new instance of a list where a number differs.

    >>> from minutes_gen.layout.document import Part
    >>> from minutes_gen.numbering import SCHEMES
    >>> headings = [Block(Part.HEADING, ("題",), number=number, level=1) for number in (1, 2, 5)]
    >>> counting = count_headings(headings, SCHEMES["koyobun"])
    >>> [spot.instance for spot in counting.spots], counting.starts
    ([0, 0, 1], ((0, (5, 1, 1, 1, 1, 1, 1, 1, 1)),))
    """
    own = tuple(_as_word(pattern, 1) for pattern in scheme.patterns[:LEVELS])
    placing = _Placing([[*own, *[None] * (LEVELS - len(own))]])
    patterns = [heading.pattern or _at(scheme, heading.level) for heading in headings]
    through = _going_on(headings, patterns)
    placed = [
        placing.place(heading, pattern, goes_on=pattern in through)
        for heading, pattern in zip(headings, patterns, strict=True)
    ]
    lists = tuple(map(tuple, placing.lists))
    counters = [_Counter(list_, index) for index, list_ in enumerate(lists)]
    starts: list[tuple[int, tuple[int, ...]]] = []
    spots = []
    path: list[int] = []
    for heading, place in zip(headings, placed, strict=True):
        path[heading.level - 1 :] = [heading.number or 0]
        spot = None
        if place and heading.number:
            counter, level = counters[place[0]], place[1]
            if counter.starts_anew(level, heading.number):
                starts.append((place[0], counter.start(level, heading.number)))
                counter.instance = len(lists) + len(starts) - 1
            if counter.names_parents(path, level):
                counter.count(level, heading.number)
                spot = Spot(counter.instance, level)
        spots.append(spot)
    return Counting(tuple(spots), lists[1:], tuple(starts))


def _at(scheme: Scheme, level: int) -> Pattern | None:
    return scheme.patterns[level - 1] if level <= len(scheme.patterns) else None


@lru_cache(maxsize=256)
def _as_word(pattern: Pattern, number: int) -> Pattern:
    """Return what Word counts for a number: it has no system that changes its width at 10."""
    if pattern.system != TO_NINE:
        return pattern
    return evolve(pattern, system="fullwidth" if number <= WORD_FORMATS[TO_NINE][1] else "decimal")


def _going_on(headings: Sequence[Block], patterns: Sequence[Pattern | None]) -> set[Pattern | None]:
    """Find the kinds that count on under each new heading, and never begin anew."""
    last: dict[Pattern | None, tuple[int, int]] = {}
    above: list[int] = []
    on: set[Pattern | None] = set()
    anew: set[Pattern | None] = set()
    for index, (heading, pattern) in enumerate(zip(headings, patterns, strict=True)):
        above[heading.level - 1 :] = [index]
        if pattern is None or heading.number is None:
            continue
        parent = above[-2] if len(above) > 1 else -1
        before, number = last.get(pattern, (parent, 0))
        if before != parent:
            (on if heading.number == number + 1 else anew).add(pattern)
        last[pattern] = parent, heading.number
    return on - anew


@define(eq=False, repr=False)
class _Placing:
    """Finds the list of each heading; `lists` are the patterns of their levels, ours first."""

    lists: list[list[Pattern | None]]
    _known: dict[tuple[int, Pattern], int] = Factory(dict)
    _going_on: dict[Pattern, tuple[int, int]] = Factory(dict)
    _open: list[tuple[int, int]] = Factory(list)  # of each open heading its list, and its level

    def place(
        self, heading: Block, pattern: Pattern | None, *, goes_on: bool
    ) -> tuple[int, int] | None:
        """Return the list of a heading, and its level there (from 0)."""
        del self._open[heading.level - 1 :]
        inside = self._open[-1] if self._open else (0, -1)
        place = inside[0], inside[1] + heading.level - len(self._open)
        self._open += [place] * (heading.level - len(self._open))
        if pattern is None or heading.number is None or place[1] >= LEVELS:
            return None
        if heading.number > WORD_FORMATS.get(pattern.system, ("", 0))[1] and (
            pattern.system != TO_NINE
        ):
            return None
        counted = _as_word(pattern, heading.number)
        if goes_on:
            place = self._going_on.get(counted) or self._new(counted, place[1])
            self._going_on[counted] = place
        else:
            place = self._fitting(counted, *place)
        self._open[-1] = place
        alone = counted.depth == 1 or (place[0] == 0 and counts(self.lists[0], place[1]))
        return place if alone else None

    def _fitting(self, pattern: Pattern, list_: int, level: int) -> tuple[int, int]:
        """Find a list with this pattern at a level: that of the heading above, or another."""
        own = self.lists[list_][level]
        if own is None and list_ > 0:
            self.lists[list_][level] = pattern
        elif own != pattern:
            list_ = self._known.get((level, pattern)) or self._new(pattern, level)[0]
            self._known[level, pattern] = list_
        return list_, level

    def _new(self, pattern: Pattern, level: int) -> tuple[int, int]:
        self.lists.append([None] * LEVELS)
        self.lists[-1][level] = pattern
        return len(self.lists) - 1, level


def counts(patterns: Sequence[Pattern | None], level: int) -> bool:
    """Say whether Word counts a level (from 0) of a list of these patterns."""
    pattern = patterns[level] if level < min(len(patterns), LEVELS) else None
    if pattern is None or pattern.system not in WORD_FORMATS:
        return False
    # Word names each parent in the parent's own system.
    parents = patterns[:level] if pattern.depth > 1 else ()
    return all(above is not None and above.system == pattern.system for above in parents)


@define(eq=False, repr=False)
class _Counter:
    """What Word counts in one list."""

    patterns: Patterns
    instance: int
    _begins: tuple[int, ...] = ()
    _starts: tuple[int, ...] = ()
    _following: list[int] = Factory(list)
    _used: list[bool] = Factory(list)  # in the instance at hand

    def __attrs_post_init__(self) -> None:
        self._begins = tuple(pattern.begins if pattern else 1 for pattern in self.patterns)
        self._starts, self._following = self._begins, list(self._begins)
        self._used = [False] * LEVELS

    def starts_anew(self, level: int, number: int) -> bool:
        """Say whether a number needs an instance of its own."""
        # Under a new heading a level starts anew from the number of its instance in Word, and from
        # that of the list in LibreOffice (not always); where these differ, an instance of its own
        # settles it.
        following, start = self._following[level], self._starts[level]
        again = self._used[level] and following == start != self._begins[level]
        # Where deeper levels came first, under a heading without a number, LibreOffice has
        # counted the missing one.
        orphaned = not self._used[level] and any(self._used[level:])
        return following != number or again or orphaned

    def start(self, level: int, number: int) -> tuple[int, ...]:
        """Begin a new instance, and return the numbers that its levels start from."""
        self._starts = (*self._following[:level], number, *self._begins[level + 1 :])
        self._used = [False] * LEVELS
        return self._starts

    def names_parents(self, path: Iterable[int], level: int) -> bool:
        """Say whether Word, in a label such as 1.2.3, names the parents by their own numbers."""
        pattern = self.patterns[level]
        if pattern is None or pattern.depth == 1:
            return True
        above = zip(range(level), path, strict=False)
        return all(self._used[at] and self._following[at] - 1 == number for at, number in above)

    def count(self, level: int, number: int) -> None:
        """Count a heading."""
        self._used[level] = True
        self._following[level:] = [number + 1, *self._starts[level + 1 :]]

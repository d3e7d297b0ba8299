"""Follows the labels of a document and says at which level each stands.

>>> outline = Outline()
>>> for line in ("I. 報告", "A. 会計", "II. 議題"):
...     place = outline.take(read_label(line))
...     print(place.level, place.number)
1 1
2 1
1 2
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from attrs import define, evolve, field

from minutes_gen.errors import NumberingError
from minutes_gen.numbering._labels import Label, read_label
from minutes_gen.numbering._patterns import SPELLED_OUT, Pattern, separator
from minutes_gen.numbering._schemes import ARTICLE, SCHEMES, Scheme
from minutes_gen.typeset import width


class Place(NamedTuple):
    """Where a label stands: its level, its number, and the number that was expected there.

    `surprises` says that the number skips or repeats: it neither follows nor continues those of
    its level, and it does not begin the document. `relabelled` says that the level is written
    with another kind of label, which came first there.

    >>> Outline().take(read_label("3. 報告"))
    Place(level=1, number=3, expected=1, surprises=False, relabelled=False)
    """

    level: int
    number: int
    expected: int
    surprises: bool = False
    relabelled: bool = False


class _Choice(NamedTuple):
    """One of the places that a label may have; `fits` says that its column speaks for it."""

    family: str
    pattern: Pattern
    place: Place
    fits: bool

    @property
    def rank(self) -> tuple[bool, int]:
        return not self.fits, abs(self.place.number - self.place.expected)


class _Open(NamedTuple):
    """An open section: its number (0: none), the last number among its siblings, its column."""

    number: int
    last: int
    column: float


@define(eq=False, repr=False)
class Outline:
    """The levels of a document so far. A new kind of label goes one level deeper.

    A document that mixes kinds of labels at one level is read as one scheme, that of the first.

    deepest    the level that none goes below
    depth      how many levels the document has so far
    patterns   by what each level is written

    >>> outline = Outline()
    >>> outline.take(read_label("(1) 会計")).level, outline.scheme.labels
    (1, ('(1)',))
    """

    deepest: int = 7
    depth: int = field(default=0, init=False)
    patterns: dict[int, Pattern] = field(factory=dict)
    _levels: dict[str, int] = field(factory=dict)
    _columns: dict[int, float] = field(factory=dict)
    _open: list[_Open] = field(factory=list)
    _reached: dict[int, int] = field(factory=dict)

    @property
    def scheme(self) -> Scheme | None:
        """The scheme of the document so far; None where it has no sections.

        >>> Outline().scheme is None
        True
        """
        return complete(self.patterns, self.depth) if self.depth else None

    def take(self, label: Label, column: float = 0.0) -> Place | None:
        """Take the next label; `column` is how far in it stands, in em.

        None where the label can be none here: its number cannot be written in the pattern of
        its level, it names other parents, or it is weak and its turn has not come.
        """
        chosen = min(self._choices(label, column), key=lambda choice: choice.rank, default=None)
        if chosen is None:
            return None
        level, number = chosen.place.level, chosen.place.number
        self._levels.setdefault(chosen.family, level)
        self.patterns[level] = chosen.pattern
        self._columns[level] = column
        self._reached[level] = max(number, self._reached.get(level, 0))
        self._enter(level, _Open(number, number, column))
        return chosen.place

    def take_unnumbered(self, column: float = 0.0) -> int:
        """Take a section without a number, and return its level: what stands further out holds it.

        >>> outline = Outline()
        >>> [outline.take_unnumbered(em) for em in (0.0, 1.0, 0.0)]
        [1, 2, 1]
        """
        outside = sum(section.column < column for section in self._open)
        level = min(outside + 1, self.deepest)
        self._enter(level, _Open(0, self._expected(level) - 1, column))
        return level

    def _enter(self, level: int, section: _Open) -> None:
        self._open[level - 1 :] = [section]
        self.depth = max(self.depth, level)

    def _expected(self, level: int) -> int:
        if level <= len(self._open):
            return self._open[level - 1].last + 1
        return self.patterns[level].begins if level in self.patterns else 1

    def _choices(self, label: Label, column: float) -> Iterator[_Choice]:
        for pattern, number in label.readings:
            level = self._level_of(pattern.family, label, column)
            if level is None:
                continue
            own = self._pattern_at(level, pattern, number)
            if own.family != pattern.family and label.read_as(own.family):
                continue  # イ at a level of ア is the second, and not the first of イロハ
            known = level in self.patterns or level <= len(self._open)
            expected = self._expected(level) if known else own.begins
            in_turn = number == expected or not (label.weak or self._is_weak(own, level, number))
            if own.can_write(number) and in_turn:
                follows = number in {expected, self._reached.get(level, 0) + 1}
                begins = level == 1 and level not in self._reached
                other = own.family != pattern.family
                place = Place(level, number, expected, not (follows or begins), other)
                fits = self._fits(level, pattern.family, column)
                yield _Choice(pattern.family, own, place, fits)

    def _level_of(self, family: str, label: Label, column: float) -> int | None:
        """Find the level of a kind of label; a new kind goes one level deeper."""
        below = min(len(self._open) + 1, self.deepest)
        if label.parents:
            numbers = tuple(section.number for section in self._open)
            level = len(label.parents) + 1
            return level if level <= below and numbers[: level - 1] == label.parents else None
        if family in self._levels:
            return min(self._levels[family], below)
        # What stands no further in than a section without a number is no part of it.
        for level, section in enumerate(self._open, start=1):
            if section.number == 0 and section.column >= column:
                return level
        return below

    def _pattern_at(self, level: int, pattern: Pattern, number: int) -> Pattern:
        """Return what a level is written by: the first of its kinds of labels."""
        own = self.patterns.get(level)
        if own is None:
            above = self.patterns.get(level - 1)
            under_article = above is not None and above.suffix == ARTICLE
            later = under_article and pattern.bare_digits and number > 1
            return evolve(pattern, begins=2) if later else pattern
        # 一〇 tells that the 一 to 九 before it count by place.
        by_place = pattern.family == own.family and pattern.system in SPELLED_OUT
        below_ten = self._reached.get(level, 0) < 10
        return evolve(own, system=pattern.system) if by_place and below_ten else own

    def _is_weak(self, own: Pattern, level: int, number: int) -> bool:
        """Say whether a label would be weak as its level writes it, whatever it is here."""
        if not own.can_write(number):
            return True
        above = tuple(section.number for section in self._open[: level - 1])
        written = own.format(number, above)
        label = read_label(f"{written}{separator(written)}x")
        return label is None or label.weak

    def _fits(self, level: int, family: str, column: float) -> bool:
        if family in self._levels:
            return self._columns.get(level) == column
        return not self._open or column > self._open[-1].column


def infer(lines: Iterable[str]) -> Scheme:
    """Find the scheme that a document used, by the labels that its lines begin with.

    >>> infer(["第１　総則", "　１　目的", "　　(1) 市民", "第２　雑則"]).labels
    ('第１', '１', '(1)')
    """
    outline = Outline()
    for line in lines:
        text = line.strip()
        if label := read_label(text):
            margin = line[: len(line) - len(line.lstrip())].expandtabs(4)
            outline.take(label, width(margin))
    if outline.scheme is None:
        raise NumberingError("no line begins with a label such as '1.' or '第１'")
    return outline.scheme


def complete(patterns: Mapping[int, Pattern], depth: int = 0) -> Scheme:
    """Make the scheme of patterns by their levels; levels without one are as in `handout`.

    >>> complete({2: Pattern("", "decimal", ".")}, depth=3).labels
    ('(1)', '1.', '①')
    """
    families = {pattern.family for pattern in patterns.values()}
    found = []
    for level in range(1, max([depth, *patterns]) + 1):
        if (pattern := patterns.get(level)) is None:
            usual = SCHEMES["handout"].patterns
            rest = (*usual[level - 1 :], *usual)
            pattern = next(other for other in rest if other.family not in families)
            families.add(pattern.family)
        found.append(pattern)
    return Scheme(tuple(found))

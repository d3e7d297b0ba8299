"""Follows the labels of a document and says at which level each stands.

>>> outline = Outline()
>>> for line in ("I. 報告", "A. 会計", "II. 議題"):
...     place = outline.take(read_label(line))
...     print(place.level, place.number)
1 1
2 1
1 2
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from attrs import define, evolve, field

from minutes_gen.errors import NumberingError
from minutes_gen.numbering._kinds import Kinds, Taken, kinds_of
from minutes_gen.numbering._labels import Label, read_label
from minutes_gen.numbering._patterns import Pattern
from minutes_gen.numbering._schemes import ARTICLE, Scheme
from minutes_gen.typeset import width

# What parts laws and regulations, from the outermost in: 章 never stand below 条.
_RANKS = {unit: rank for rank, unit in enumerate("編部章節款目条項")}
# From here on, in em, a label stands further in than another.
_FURTHER = 1.0
# A number that skips more is one that nobody counted (2018.).
_MOST_SKIPPED = 9


class Place(NamedTuple):
    """Where a label stands: its level, its number, and the number that was expected there.

    `surprises` says that the number skips or repeats those of its kind in a list that counts.

    >>> place = Outline().take(read_label("3. 報告"))
    >>> place.level, place.number, place.pattern.first, place.expected, place.surprises
    (1, 3, '1.', 1, False)
    """

    level: int
    number: int
    pattern: Pattern
    expected: int
    surprises: bool = False


class _Open(NamedTuple):
    """An open section, and what its list has so far.

    number    its number (0: none)
    column    how far in it stands
    pattern   how the last label in it looked; None: there was none
    last      the last number in it
    counts    whether that number began a list or followed another
    """

    number: int
    column: float
    pattern: Pattern | None = None
    last: int = 0
    counts: bool = False

    @property
    def family(self) -> str | None:
        return self.pattern.family if self.pattern else None

    @property
    def rank(self) -> int | None:
        return _rank(self.pattern) if self.pattern else None

    @property
    def is_article(self) -> bool:
        return self.number > 0 and self.pattern is not None and self.pattern.suffix == ARTICLE


@define(eq=False, repr=False)
class Outline:
    """The levels of a document so far, by the kinds and the columns of its labels.

    A label of the kind and in the column of an open section stands beside it. Else 編章節款目条項
    stand in their order; what stands further in than all that is open belongs to the last; what
    stands in the column of an open section, or is of its kind, stands beside it; and a new kind
    belongs to the last.

    deepest    the level that none goes below
    depth      how many levels the document has so far

    >>> outline = Outline()
    >>> outline.take(read_label("(1) 会計")).level, outline.scheme.labels
    (1, ('(1)',))
    """

    deepest: int = 7
    depth: int = field(default=0, init=False)
    _open: list[_Open] = field(factory=list)
    _taken: list[Taken] = field(factory=list)
    _reached: dict[tuple[int, str], int] = field(factory=dict)

    @property
    def kinds(self) -> Kinds:
        """The scheme of the document so far, and what each label is where it is not of that.

        >>> outline = Outline()
        >>> for line in ("1. 報告", "(1) 甲", "2. 審議", "① 乙"):
        ...     place = outline.take(read_label(line))
        >>> outline.kinds.scheme.labels, outline.kinds.deviating
        (('1.', '(1)'), (None, None, None, '①'))
        """
        return kinds_of(self._taken, self.depth)

    @property
    def scheme(self) -> Scheme | None:
        """The scheme of the document so far; None where it has no sections.

        >>> Outline().scheme is None
        True
        """
        return self.kinds.scheme if self.depth else None

    def take(self, label: Label, column: float = 0.0) -> Place | None:
        """Take the next label; `column` is how far in it stands, in em.

        None where the label can be none here: it names other parents, or it is weak and its turn
        has not come.
        """
        place = self._settled(label, column)
        if place is None:
            return None
        level, number, pattern = place.level, place.number, place.pattern
        reached = self._reached.get((level, pattern.family), 0)
        follows = number in {place.expected, pattern.begins, reached + 1}
        counts = follows or place.surprises
        self._reached[level, pattern.family] = max(number, reached)
        self._enter(level, _Open(number, column, pattern, number, counts))
        self._taken.append(Taken.of(level, label, pattern))
        return place

    def take_unnumbered(self, column: float = 0.0) -> int:
        """Take a section without a number, and return its level: what stands further out holds it.

        >>> outline = Outline()
        >>> [outline.take_unnumbered(em) for em in (0.0, 1.0, 0.0)]
        [1, 2, 1]
        """
        outside = sum(section.column < column for section in self._open)
        level = min(outside + 1, self.deepest)
        beside = self._open[level - 1] if level <= len(self._open) else _Open(0, column)
        self._enter(level, beside._replace(number=0, column=column))
        return level

    def _enter(self, level: int, section: _Open) -> None:
        self._open[level - 1 :] = [section]
        self.depth = max(self.depth, level)

    def _settled(self, label: Label, column: float) -> Place | None:
        """Find a place that the label has again where each level is set in by 1 em.

        So papers are written. What is typed in other columns may be a tree that no columns tell:
        then the label stands where it would be read there, or else one level deeper.
        """
        columns = [section.column for section in self._open]
        as_written = [float(level) for level in range(len(columns))]
        place = self._best(label, column, columns)
        if place is None or (columns == as_written and column == place.level - 1):
            return place
        again = self._best(label, place.level - 1, as_written)
        deeper = self._best(label, len(columns), as_written)
        found = (
            other
            for other in (place, again, deeper)
            if other and self._best(label, other.level - 1, as_written) == other
        )
        return next(found, None)

    def _best(self, label: Label, column: float, columns: Sequence[float]) -> Place | None:
        return min(self._choices(label, column, columns), key=self._rank, default=None)

    def _choices(self, label: Label, column: float, columns: Sequence[float]) -> Iterator[Place]:
        """Find a place for each of the kinds that the label may be of.

        `columns` are those of the open sections.
        """
        seen: set[str] = set()
        for pattern, number in label.readings:
            if pattern.family in seen:
                continue
            seen.add(pattern.family)
            level = self._level_of(pattern, number, label, column, columns)
            if level is None:
                continue
            own = self._as_paragraph(level, pattern, number)
            beside = self._beside(level, own)
            expected = beside.last + 1 if beside else own.begins
            if not label.weak or number == expected:
                surprises = beside is not None and self._is_surprise(beside, level, number, own)
                yield Place(level, number, own, expected, surprises)

    def _rank(self, place: Place) -> tuple[bool, int, bool]:
        """Rank a place: no kind stands among others, then what is in turn, then what goes on."""
        deeper = place.level > len(self._open)
        mixed = not (deeper or self._beside(place.level, place.pattern))
        return mixed, abs(place.number - place.expected), deeper

    def _beside(self, level: int, pattern: Pattern) -> _Open | None:
        """Find the open section of a level, if the last label in its list was of this kind."""
        section = self._open[level - 1] if level <= len(self._open) else None
        return section if section and section.family == pattern.family else None

    def _is_surprise(self, beside: _Open, level: int, number: int, pattern: Pattern) -> bool:
        known = {beside.last + 1, pattern.begins, self._reached[level, pattern.family] + 1}
        near = number <= beside.last + 1 + _MOST_SKIPPED
        return beside.counts and near and number not in known

    def _as_paragraph(self, level: int, pattern: Pattern, number: int) -> Pattern:
        """Let 項 begin at 2: the first of an article bears no number."""
        under = level > 1 and self._open[level - 2].is_article
        if not (under and pattern.bare_digits and number > 1):
            return pattern
        beside = self._beside(level, pattern)
        begins = beside.pattern.begins if beside and beside.pattern else 2
        return evolve(pattern, begins=begins)

    def _level_of(
        self,
        pattern: Pattern,
        number: int,
        label: Label,
        column: float,
        columns: Sequence[float],
    ) -> int | None:
        opened, below = self._open, min(len(self._open) + 1, self.deepest)
        if label.parents:
            numbers = tuple(section.number for section in opened)
            level = len(label.parents) + 1
            return level if level <= below and numbers[: level - 1] == label.parents else None
        if not opened:
            return 1
        kin = [at for at, section in enumerate(opened, 1) if section.family == pattern.family]
        if both := [at for at in kin if _is_near(columns[at - 1], column)]:
            return both[-1]
        set_in = all(inner >= outer + _FURTHER for outer, inner in pairwise(columns))
        further = column >= max(columns) + _FURTHER
        if set_in and (beside := self._level_without_number(column, columns)):
            return beside
        if not (set_in and further) and (ranked := self._level_by_rank(pattern)):
            return ranked
        follows = any(number == opened[at - 1].last + 1 > 1 for at in kin[-1:])
        if further and (set_in or not follows):
            return below
        if set_in and (beside := self._level_by_column(pattern, number, column, columns)):
            return beside
        return kin[-1] if kin else self._level_of_new(pattern, number, label, below)

    def _level_without_number(self, column: float, columns: Sequence[float]) -> int | None:
        """Find the level of a label in the column of an open section without a number."""
        for level, (section, own) in enumerate(zip(self._open, columns, strict=True), start=1):
            new = level == len(columns) and section.pattern is not None
            if section.number == 0 and _is_near(own, column) and not new:
                return level
        return None

    def _level_by_rank(self, pattern: Pattern) -> int | None:
        """Find the level of 章, 節, 条 by those that are open."""
        rank = _rank(pattern)
        if rank is None:
            return None
        ranks = [(at, section.rank) for at, section in enumerate(self._open, 1)]
        lower = [at for at, other in ranks if other is not None and other >= rank]
        higher = [at for at, other in ranks if other is not None and other < rank]
        if lower:
            return lower[0]
        return min(higher[-1] + 1, self.deepest) if higher else None

    def _level_by_column(
        self, pattern: Pattern, number: int, column: float, columns: Sequence[float]
    ) -> int | None:
        """Find the level of a label that stands in the column of one that holds the last."""
        holding = zip(self._open[:-1], columns, strict=False)
        for level, (section, own) in enumerate(holding, start=1):
            if _is_near(own, column):
                # 項 stand in the column of their article, behind its 号.
                within = section.is_article and pattern.bare_digits and number > 1
                return level + 1 if within else level
        return None

    def _level_of_new(self, pattern: Pattern, number: int, label: Label, below: int) -> int:
        """Find the level of a kind of label that no open section has."""
        last = self._open[-1]
        if last.number == 0 and last.pattern is None:
            return len(self._open)  # it stands no further in than the heading without a number
        if pattern.bare_digits and number > 1:
            articles = [at for at, section in enumerate(self._open, 1) if section.is_article]
            if articles:
                return min(articles[-1] + 1, self.deepest)
        begins = any(other == 1 for _, other in label.readings)
        if pattern.plain and not (label.weak or begins):
            # 1. ２．3、4): one list, typed without care.
            for level in range(len(self._open), 0, -1):
                section = self._open[level - 1]
                if section.pattern and section.pattern.plain and number == section.last + 1:
                    return level
        return below


def _rank(pattern: Pattern) -> int | None:
    return _RANKS.get(pattern.suffix) if pattern.prefix.endswith("第") else None


def _is_near(column: float, other: float) -> bool:
    return abs(column - other) < _FURTHER


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

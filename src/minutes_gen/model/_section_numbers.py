"""The numbers of sections: how they are counted, checked and brought to one form.

>>> from minutes_gen.model._blocks import Section
>>> sections = Section("甲"), Section("乙", numbered=False), Section("丙", number=5), Section("丁")
>>> [(here.path, here.number) for here in walk(sections, SCHEMES["handout"])]
[('sections[0]', 1), ('sections[1]', None), ('sections[2]', 5), ('sections[3]', 6)]
"""

from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import NamedTuple

from attrs import evolve

from minutes_gen.errors import ModelError, NumberingError
from minutes_gen.model._blocks import DEEPEST_SECTION, Section
from minutes_gen.numbering import (
    SCHEMES,
    Kinds,
    Outline,
    Pattern,
    Place,
    Scheme,
    complete,
    pattern_of,
    read_label,
    separator,
)

_DEFAULT = SCHEMES["handout"]


class Counted(NamedTuple):
    """A section in its place: its number (None: it has none), and the numbers that it stands under.

    A parent without a number is 0 among `parents`.
    """

    path: str
    section: Section
    number: int | None
    parents: tuple[int, ...]

    @property
    def level(self) -> int:
        """At which level the section stands: 1 is the outermost."""
        return len(self.parents) + 1

    def label(self, scheme: Scheme) -> str:
        """Write the label of the section; a ModelError where it can have none."""
        if self.number is None:
            return ""
        kind = self.section.kind
        try:
            return scheme.label(
                self.level, self.number, self.parents, kind=pattern_of(kind) if kind else None
            )
        except NumberingError as error:
            raise ModelError(self.path, str(error)) from None


def _pattern(section: Section, scheme: Scheme, level: int) -> Pattern:
    return pattern_of(section.kind) if section.kind else scheme.patterns[level - 1]


def walk(sections: Iterable[Section], scheme: Scheme, start: int = 1) -> Iterator[Counted]:
    """Go through all sections in the order of the paper, and count them.

    `start` is the number of the first at the outermost level.
    """
    return _walk("sections", sections, scheme, start, ())


def _walk(
    path: str,
    sections: Iterable[Section],
    scheme: Scheme,
    begins: int,
    parents: tuple[int, ...],
) -> Iterator[Counted]:
    for index, (number, section) in enumerate(_counted(sections, begins)):
        here = Counted(f"{path}[{index}]", section, number, parents)
        yield here
        if section.sections:
            inner = _begins(section.sections, scheme, here.level + 1)
            within = (*parents, number or 0)
            yield from _walk(f"{here.path}.sections", section.sections, scheme, inner, within)


def _begins(sections: Iterable[Section], scheme: Scheme, level: int) -> int:
    """Say with which number a list begins that stands below another: 項 begin at 2."""
    first = next((section for section in sections if section.numbered), None)
    if first is None or not (first.kind or level <= len(scheme.patterns)):
        return 1
    return _pattern(first, scheme, level).begins


def _counted(sections: Iterable[Section], begins: int) -> Iterator[tuple[int | None, Section]]:
    """Count sections that stand beside each other, of which the first has the number `begins`."""
    expected = begins
    for section in sections:
        number = (section.number or expected) if section.numbered else None
        yield number, section
        expected = expected if number is None else number + 1


def without_counted(numbers: Iterable[int | None], begins: int = 1) -> Iterator[int | None]:
    """Leave out of the numbers of sections that stand beside each other what counting gives.

    >>> list(without_counted([1, None, 2, 5, 6]))
    [None, None, None, 5, None]
    """
    expected = begins
    for number in numbers:
        yield None if number == expected else number
        expected = expected if number is None else number + 1


def settle_numbers(
    sections: tuple[Section, ...], numbering: Scheme | str | Iterable[str] | None, start: int
) -> tuple[tuple[Section, ...], tuple[str, ...] | None, int]:
    """Bring the sections of a session, its numbering and its first number to one form.

    A number that counting gives anyway is dropped; a numbering is kept only where it is not the
    default, and as deep as it is used. A ModelError names the section whose label cannot be
    written, or would be read as another.
    """
    depth = max((section.depth for section in sections), default=0)
    try:
        scheme = _DEFAULT if numbering is None else Scheme.of(numbering)
    except NumberingError as error:
        raise ModelError("numbering", str(error)) from None
    if len(scheme.patterns) < depth:
        lacking = f"has no label for level {len(scheme.patterns) + 1}"
        raise ModelError("numbering", f"{scheme.labels!r} {lacking}")
    first = next((section for section in sections if section.numbered), None)
    start = (first.number or start) if first else 1
    places = list(walk(sections, scheme, start))
    written = [(here, here.label(scheme)) for here in places if here.number is not None]
    plain = all(here.section.kind is None for here in places)
    if plain and Scheme(scheme.patterns[:depth]).unmistakable:
        levels = {here.level for here, _ in written}
        used = complete({level: scheme.patterns[level - 1] for level in levels}, depth)
        kinds = Kinds(used, ())
    else:
        kinds = _as_read(places, scheme)
    settling = _Settling(kinds.scheme, iter(places), iter(kinds.deviating or repeat(None)))
    labels = kinds.scheme.labels
    sections = settling.settled(sections, 1, start)
    return sections, None if labels == _DEFAULT.labels[:depth] else labels, start


def _as_read(places: Iterable[Counted], scheme: Scheme) -> Kinds:
    """Go through all labels as a reader of the paper would, and say what they are counted in."""
    outline = Outline(DEEPEST_SECTION)
    for here in places:
        if here.number is None:
            outline.take_unnumbered(here.level - 1)
            continue
        label = here.label(scheme)
        read = read_label(f"{label}{separator(label)}x")
        place = outline.take(read, here.level - 1) if read else None
        if place is None or (place.level, place.number) != (here.level, here.number):
            raise ModelError(here.path, f"its label {label!r} would be read as {_shown(place)}")
    return outline.kinds


def _shown(place: Place | None) -> str:
    if place is None:
        return "text here"
    counted = f"counted in {place.pattern.system!r}"
    return f"the number {place.number} at level {place.level}, {counted}"


class _Settling(NamedTuple):
    """Brings sections to one form: places and kinds of all of them, in the order of the paper."""

    scheme: Scheme
    places: Iterator[Counted]
    kinds: Iterator[str | None]

    def settled(
        self, sections: tuple[Section, ...], level: int, start: int | None = None
    ) -> tuple[Section, ...]:
        numbers, found = [], []
        for section in sections:
            numbers.append(next(self.places).number)
            kind = next(self.kinds) if section.numbered else None
            within = section.sections and self.settled(section.sections, level + 1)
            same = kind == section.kind and within == section.sections
            found.append(section if same else evolve(section, sections=within, kind=kind))
        begins = start or _begins(found, self.scheme, level)
        return tuple(
            section if number == section.number else evolve(section, number=number)
            for section, number in zip(found, without_counted(numbers, begins), strict=True)
        )


def renumbered(
    sections: tuple[Section, ...], numbering: tuple[str, ...] | None
) -> tuple[Section, ...]:
    """Take from sections what a named style does not keep: it counts them anew.

    That are their kinds, and the numbers of those that begin anew because of their kind, or go on
    where those of their kind ended under another heading.

    >>> one = Section("総則", sections=[Section("目的")])
    >>> two = Section("人事", sections=[Section("選考", number=2)])
    >>> [section.sections[0].number for section in renumbered((one, two), ("第１章", "第１条"))]
    [None, None]
    """
    return _renumbered(sections, Scheme.of(numbering) if numbering else _DEFAULT, 1, {})


def _renumbered(
    sections: tuple[Section, ...], scheme: Scheme, level: int, reached: dict[str, int]
) -> tuple[Section, ...]:
    found, previous = [], None
    for number, section in _counted(sections, _begins(sections, scheme, level)):
        kept = None
        if number is not None:
            family = _pattern(section, scheme, level).family
            goes_on = level > 1 and previous is None and number == reached.get(family, 0) + 1
            kept = None if goes_on or previous not in {None, family} else section.number
            previous = family
            reached[family] = number
        within = section.sections and _renumbered(section.sections, scheme, level + 1, reached)
        same = kept == section.number and section.kind is None and within == section.sections
        anew = section if same else evolve(section, sections=within, number=kept, kind=None)
        found.append(anew)
    return tuple(found)

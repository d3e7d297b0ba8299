"""The numbers of sections: how they are counted, checked and brought to one form.

>>> from minutes_gen.model._blocks import Section
>>> sections = Section("甲"), Section("乙", numbered=False), Section("丙", number=5), Section("丁")
>>> [(here.path, here.number) for here in walk(sections, SCHEMES["handout"])]
[('sections[0]', 1), ('sections[1]', None), ('sections[2]', 5), ('sections[3]', 6)]
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attrs import define, evolve, field

from minutes_gen.errors import ModelError, NumberingError
from minutes_gen.model._blocks import DEEPEST_SECTION, Section
from minutes_gen.numbering import (
    SCHEMES,
    Outline,
    Pattern,
    Place,
    Scheme,
    complete,
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
        """Write the label that a scheme gives the section; a ModelError where it has none."""
        if self.number is None:
            return ""
        try:
            return scheme.label(self.level, self.number, self.parents)
        except NumberingError as error:
            raise ModelError(self.path, str(error)) from None


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
            inner, within = scheme.begins(here.level + 1), (*parents, number or 0)
            yield from _walk(f"{here.path}.sections", section.sections, scheme, inner, within)


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
    sections = _without_expected(sections, scheme, 1, start)
    sure = Scheme(scheme.patterns[:depth]).unmistakable
    check = _Check(scheme, None if sure else Outline(DEEPEST_SECTION))
    for here in walk(sections, scheme, start):
        check.check(here)
    labels = complete(check.used, depth).labels
    return sections, None if labels == _DEFAULT.labels[:depth] else labels, start


def _without_expected(
    sections: tuple[Section, ...], scheme: Scheme, level: int, begins: int
) -> tuple[Section, ...]:
    found = []
    numbers = without_counted([number for number, _ in _counted(sections, begins)], begins)
    for section, number in zip(sections, numbers, strict=True):
        within = section.sections and _without_expected(
            section.sections, scheme, level + 1, scheme.begins(level + 1)
        )
        same = number == section.number and within == section.sections
        found.append(section if same else evolve(section, sections=within, number=number))
    return tuple(found)


@define(eq=False, repr=False)
class _Check:
    """Goes through all labels as a reader of the paper would, and gathers the patterns in use."""

    scheme: Scheme
    outline: Outline | None
    used: dict[int, Pattern] = field(factory=dict)

    def check(self, here: Counted) -> None:
        if here.number is None:
            if self.outline:
                self.outline.take_unnumbered(here.level - 1)
            return
        level, label = here.level, here.label(self.scheme)
        self.used[level] = self.scheme.patterns[level - 1]
        if self.outline is None:
            return
        read = read_label(f"{label}{separator(label)}x")
        place = self.outline.take(read, level - 1) if read else None
        if place is None or (place.level, place.number) != (level, here.number):
            raise ModelError(
                here.path, f"its label {label!r} would be read as {self._shown(place)}"
            )
        self.used[level] = self.outline.patterns[level]

    def _shown(self, place: Place | None) -> str:
        if place is None or self.outline is None:
            return "text here"
        system = self.outline.patterns[place.level].system
        return f"the number {place.number} at level {place.level}, counted in {system!r}"

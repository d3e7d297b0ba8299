"""The numbers of sections: how they are counted, checked and brought to one form.

>>> from minutes_gen.model._blocks import Section
>>> sections = Section("甲"), Section("乙", numbered=False), Section("丙", number=5), Section("丁")
>>> [number for number, _ in counted(sections)]
[1, None, 5, 6]
"""

from collections.abc import Iterable, Iterator

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


def counted(sections: Iterable[Section], begins: int = 1) -> Iterator[tuple[int | None, Section]]:
    """Count sections that stand beside each other; None is for one without a number.

    `begins` is the number of the first: that of the session's `start`, or of its scheme's level.
    """
    expected = begins
    for section in sections:
        if not section.numbered:
            yield None, section
            continue
        number = section.number or expected
        yield number, section
        expected = number + 1


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
    check.walk("sections", sections, start, ())
    labels = complete(check.used, depth).labels
    return sections, None if labels == _DEFAULT.labels[:depth] else labels, start


def _without_expected(
    sections: tuple[Section, ...], scheme: Scheme, level: int, begins: int
) -> tuple[Section, ...]:
    found, expected = [], begins
    for section in sections:
        within = section.sections and _without_expected(
            section.sections, scheme, level + 1, scheme.begins(level + 1)
        )
        number = None if section.number == expected else section.number
        same = number == section.number and within == section.sections
        found.append(section if same else evolve(section, sections=within, number=number))
        if section.numbered:
            expected = (number or expected) + 1
    return tuple(found)


@define(eq=False, repr=False)
class _Check:
    """Goes through all labels as a reader of the paper would, and gathers the patterns in use."""

    scheme: Scheme
    outline: Outline | None
    used: dict[int, Pattern] = field(factory=dict)

    def walk(
        self, path: str, sections: tuple[Section, ...], begins: int, parents: tuple[int, ...]
    ) -> None:
        level = len(parents) + 1
        for index, (number, section) in enumerate(counted(sections, begins)):
            here = f"{path}[{index}]"
            if number is not None:
                self._check_label(here, number, parents)
            elif self.outline:
                self.outline.take_unnumbered(level - 1)
            if section.sections:
                inner = self.scheme.begins(level + 1)
                self.walk(f"{here}.sections", section.sections, inner, (*parents, number or 0))

    def _check_label(self, here: str, number: int, parents: tuple[int, ...]) -> None:
        level = len(parents) + 1
        try:
            label = self.scheme.label(level, number, parents)
        except NumberingError as error:
            raise ModelError(here, str(error)) from None
        self.used[level] = self.scheme.patterns[level - 1]
        if self.outline is None:
            return
        read = read_label(f"{label}{separator(label)}x")
        place = self.outline.take(read, level - 1) if read else None
        if place is None or (place.level, place.number) != (level, number):
            raise ModelError(here, f"its label {label!r} would be read as {self._shown(place)}")
        self.used[level] = self.outline.patterns[level]

    def _shown(self, place: Place | None) -> str:
        if place is None or self.outline is None:
            return "text here"
        system = self.outline.patterns[place.level].system
        return f"the number {place.number} at level {place.level}, counted in {system!r}"

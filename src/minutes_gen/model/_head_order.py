"""In which order the parts of a head and of a foot stand, where that is not the usual one.

>>> order_of([Place.TITLE, Place.ISSUED, Place.ADDRESSEE], [])
('title', 'issued', 'addressees')
>>> order_of([Place.ISSUED, Place.TITLE], []) is None
True
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from attrs import Attribute

from minutes_gen.errors import ModelError, shown
from minutes_gen.model._head_by_form import HeadLine, Place, shape_of_foot, shape_of_head
from minutes_gen.model._looks import look_at

# 以下本文: what stands behind it in an order stands below the text of the paper.
BODY = "body"
USUAL = tuple(place.value for place in Place if place not in (Place.SIGNATORY, Place.REMARK))
_NAMES = (*USUAL, Place.REMARK.value, BODY)

Order = tuple[str, ...]
Texts = Mapping[str, Sequence[str]]


def order_of(head: Iterable[Place], foot: Iterable[Place]) -> Order | None:
    """Name the parts that these lines are, in their order; None where that is the usual one."""
    below = tuple(_names(foot))
    order = (*_names(head), *((BODY, *below) if below else ()))
    return None if order == _usual(order) else order


def _names(places: Iterable[Place]) -> Iterator[str]:
    parts = (place.value for place in places if place is not Place.SIGNATORY)
    for name, group in groupby(parts):
        yield from [name] * (len(list(group)) if name == Place.REMARK.value else 1)


def _usual(order: Order) -> Order:
    return tuple(name for name in USUAL if name in order)


def as_order(value: Iterable[str] | None) -> Any:  # noqa: ANN401 - what it may be is checked below
    """Make a tuple of an order."""
    return value if value is None or isinstance(value, str) else tuple(value)


def check_order(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate an order (attrs): the names of the parts of a head, and `body` above a foot."""
    if value is not None and not (isinstance(value, tuple) and set(value) <= set(_NAMES)):
        raise ModelError(attribute.name, f"{shown(value)} must be names out of {', '.join(_NAMES)}")


def in_order(order: Order | None, texts: Texts) -> tuple[list[tuple[Place, str]], ...]:
    """Set the lines of a head in their order, and those of the foot below the text.

    `texts` has the lines of each part; `signatory` stands under `issuer`.
    """
    remarks = iter(texts.get(Place.REMARK.value, ()))
    ends: tuple[list[tuple[Place, str]], ...] = ([], [])
    where = 0
    for name in order or USUAL:
        if name == BODY:
            where = 1
            continue
        place = Place(name)
        lines = [next(remarks, "")] if place is Place.REMARK else texts.get(name, ())
        ends[where].extend((place, line) for line in lines)
        if place is Place.ISSUER:
            ends[where].extend((Place.SIGNATORY, line) for line in texts.get("signatory", ()))
    return ends


def order_problem(order: Order | None, texts: Texts) -> str | None:
    """Say why parts cannot stand in this order, or None: each is told by its form alone."""
    if order is None:
        return "remarks stand in the order of the head" if texts.get("remark") else None
    given = sorted(name for name in _NAMES for _ in _each(name, texts))
    if sorted(name for name in order if name != BODY) != given or order.count(BODY) > 1:
        return f"{order!r} must name each part that there is, once: {', '.join(given)}"
    if order == _usual(order):
        return f"{order!r} is the usual order; leave it out"
    head, foot = in_order(order, texts)
    if bool(foot) != (BODY in order):
        return f"{order!r} must name a part behind {BODY!r}"
    read = shape_of_head(head_lines(head))
    if read != tuple(place for place, _ in head):
        return f"{order!r} would be read as {_shown(read)}"
    below = shape_of_foot(head_lines(foot), read)
    if below != tuple(place for place, _ in foot):
        return f"{order!r} would be read as {_shown(below)} below the text"
    return None


def _each(name: str, texts: Texts) -> Sequence[str]:
    lines = texts.get(name, ())
    return lines if name == Place.REMARK.value else lines[:1]


def _shown(shape: Iterable[Place] | None) -> str:
    return "a head by position" if shape is None else repr(tuple(place.value for place in shape))


def head_lines(placed: Iterable[tuple[Place, str]]) -> list[HeadLine]:
    """Make lines of a head's texts: an empty line stands where another part begins."""
    lines: list[HeadLine] = []
    above: Place | None = None
    for place, text in placed:
        together = place is above or {place, above} in _TOGETHER
        lines.append(HeadLine(look_at(text), apart=not together))
        above = place
    return lines


_TOGETHER = (
    {Place.REFERENCE, Place.ISSUED},
    {Place.ISSUER, Place.SIGNATORY},
)

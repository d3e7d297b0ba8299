"""What a field of the model may hold: validators and converters for attrs."""

import re
from collections.abc import Callable, Iterable
from types import GeneratorType
from typing import Any, TypeVar

from attrs import Attribute

from minutes_gen.errors import ModelError, shown

T = TypeVar("T")
LARGEST_NUMBER = 9999  # as 第N回 and the labels of sections have it
# Iterable is all of them, but is slow to say so.
_SERIES = (tuple, list, map, GeneratorType, Iterable)

# XML 1.0 cannot hold these (the C1 controls it may, but no Word file should); the line and
# paragraph separators would make two lines of a text that is one.
_ILLEGAL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def text_problem(value: object) -> str | None:
    r"""Say what is wrong with a text of the model, or None.

    A text is one line, not empty, with no space at either end and no control character.

    >>> text_problem("場所\n")
    "'場所\\n' has white space at an end"
    >>> text_problem("場所") is None
    True
    """
    if not isinstance(value, str):
        return f"must be a text, not {shown(value)}"
    if not value:
        return "'' is empty; leave it out or write something"
    if value != value.strip():
        return f"{shown(value)} has white space at an end"
    if match := _ILLEGAL.search(value):
        breaks = match[0] in "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
        why = "a line break; a text is one line" if breaks else "which a Word file cannot hold"
        place = f"U+{ord(match[0]):04X} at position {match.start() + 1}"
        return f"{shown(value)} holds {place}, {why}"
    return None


def check_text(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a text (attrs)."""
    if problem := text_problem(value):
        raise ModelError(attribute.name, problem)


def check_number(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a counting number of at most four digits (attrs)."""
    if type(value) is not int or not 1 <= value <= LARGEST_NUMBER:
        raise ModelError(
            attribute.name, f"must be a number from 1 to {LARGEST_NUMBER}, not {shown(value)}"
        )


def check_flag(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a value that is true or false (attrs)."""
    if type(value) is not bool:
        raise ModelError(attribute.name, f"{shown(value)} is not true or false")


def check_count(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a count of people or votes, of at most seven digits (attrs)."""
    if type(value) is not int or not 0 <= value <= 9_999_999:
        raise ModelError(attribute.name, f"must be a count from 0 to 9999999, not {shown(value)}")


def each(*classes: type) -> Callable[[object, "Attribute[Any]", tuple[object, ...]], None]:
    """Make a validator (attrs) of a tuple whose items are of these classes."""
    names = ", ".join(cls.__name__ for cls in classes)

    def check(_instance: object, attribute: "Attribute[Any]", value: tuple[object, ...]) -> None:
        for index, item in enumerate(value):
            if not isinstance(item, classes):
                path = f"{attribute.name}[{index}]"
                raise ModelError(path, f"{shown(item)} is none of the allowed: {names}")

    return check


def as_tuple(value: Iterable[T], path: str = "value") -> tuple[T, ...]:
    """Make a tuple of any series of items; a lone text is not taken for a series of letters."""
    if isinstance(value, str) or not isinstance(value, _SERIES):
        raise ModelError(path, f"must be a list, not {shown(value)}")
    return tuple(value)


def join_path(outer: str, inner: str) -> str:
    """Join two paths.

    >>> join_path("sections", "[2]"), join_path("blocks[0]", "text"), join_path("", "title")
    ('sections[2]', 'blocks[0].text', 'title')
    """
    dot = "." if outer and inner and not inner.startswith("[") else ""
    return outer + dot + inner

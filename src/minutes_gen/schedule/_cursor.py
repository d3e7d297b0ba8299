"""A place among moments and gaps, from which the grammar looks ahead and goes on."""

from collections.abc import Sequence
from typing import cast

from minutes_gen.schedule._moments import Element
from minutes_gen.schedule._signs import Gap, Sign
from minutes_gen.schedule._token_readers import Raw

# How far ahead of the last element is looked, where nothing is.
_FURTHEST = 3


class Cursor:
    """Stands before one element: `moment`, `gap` and `sign` look ahead, only what `take`s goes on.

    >>> from minutes_gen.schedule._lexer import tokens_of
    >>> from minutes_gen.schedule._moments import elements_of
    >>> cursor = Cursor(elements_of(tokens_of("開会 13時～15時")))
    >>> cursor.sign(), cursor.sign(2), cursor.moment()
    (<Sign.WORDS: ''>, <Sign.DASH: '～'>, None)
    >>> cursor.take_gap().end, cursor.take_moment().time.hour
    (2, 13)
    """

    def __init__(self, elements: Sequence[Element]) -> None:
        self._elements: list[Element | None] = [*elements, *[None] * _FURTHEST]
        self._at, self._end = 0, len(elements)

    @property
    def is_at_end(self) -> bool:
        """Whether nothing comes.

        >>> Cursor([]).is_at_end
        True
        """
        return self._at >= self._end

    def moment(self, ahead: int = 0) -> Raw | None:
        """Return the element that comes, or one further ahead, if it is a moment."""
        element = self._elements[self._at + ahead]
        return element if isinstance(element, Raw) else None

    def gap(self, ahead: int = 0) -> Gap | None:
        """Return the element that comes, or one further ahead, if it is a gap."""
        element = self._elements[self._at + ahead]
        return element if isinstance(element, Gap) else None

    def sign(self, ahead: int = 0) -> Sign | None:
        """Return the sign of the gap that comes, or of one further ahead."""
        element = self._elements[self._at + ahead]
        return element.sign if isinstance(element, Gap) else None

    def take_moment(self) -> Raw:
        """Return the moment that comes, and go on behind it."""
        self._at += 1
        return cast("Raw", self._elements[self._at - 1])

    def take_gap(self) -> Gap:
        """Return the gap that comes, and go on behind it."""
        self._at += 1
        return cast("Gap", self._elements[self._at - 1])

"""Measure (行長): how wide the lines of a text are, and by which rules they are broken.

>>> from minutes_gen.layout.style import DEFAULT
>>> as_measure("70c", DEFAULT).em, as_measure(40, DEFAULT).em
(35.0, 40.0)
>>> as_measure("7Oc", DEFAULT)
Traceback (most recent call last):
minutes_gen.errors.TypesetError: '7Oc' is not a width; allowed are page, a number of em (40) and \
one of columns (70c)
"""

import re

from attrs import frozen

from minutes_gen.errors import TypesetError, shown
from minutes_gen.layout.style import HouseStyle
from minutes_gen.typeset import MONOSPACE, BreakRules, break_lines, width

LEAST, MOST = 4, 1000
# A text can show hanging marks, but no squeezed ones.
PAGE = BreakRules(squeeze=None)
_MM_OF_POINT = 25.4 / 72


@frozen
class Measure:
    """A width of lines, in em whatever the rules count in, and the rules to break lines by.

    >>> Measure(35, MONOSPACE).lines("日時は6月12日（火）です。", 28, 30)
    ['日時は6月12日', '（火）で', 'す。']
    """

    em: float
    rules: BreakRules = PAGE

    def __attrs_post_init__(self) -> None:
        """Refuse lines that hold nothing, or that no file should have."""
        if not LEAST <= self.em <= MOST:
            raise TypesetError(
                f"a line of {self.em:g} em; allowed are {LEAST} to {MOST} em, "
                f"or {2 * LEAST}c to {2 * MOST}c"
            )

    def indent(self, em: float) -> float:
        """Say how far in a line begins that should begin there: by half of the width at most.

        >>> Measure(20).indent(7), Measure(11).indent(7)
        (7, 5)
        """
        return min(em, self.em // 2)

    def width(self, text: str) -> float:
        """Measure a text, in em.

        >>> Measure(35, MONOSPACE).width("NPOの日")
        3.5
        """
        return width(text, self.rules) / self.rules.em

    def lines(self, text: str, first: float = 0.0, later: float = 0.0) -> list[str]:
        """Break a text whose lines begin there (in em), without the spaces at their ends."""
        em, rules = self.rules.em, self.rules
        lines = break_lines(text, self.em * em, first * em, later * em, rules=rules)
        return [line.rstrip() for line in lines]


def as_measure(width: "Measure | float | str", style: HouseStyle) -> Measure:
    """Read a width: `page`, a number of em (40), or a number of columns (`70c`).

    `page` is the line of the style's page in its font size. A Measure stays what it is. What is no
    width, or none from 4 to 1000 em, is a TypesetError.

    >>> from minutes_gen.layout.style import DEFAULT
    >>> round(as_measure("page", DEFAULT).em, 2)
    35.43
    """
    if isinstance(width, Measure):
        return width
    written = str(width).strip().lower()
    match = _WIDTH.fullmatch(written)
    if written == "page":
        em, rules = _line_of(style), PAGE
    elif match:
        em, rules = float(match[1]), PAGE
        if match[2]:
            em, rules = em / MONOSPACE.em, MONOSPACE
    else:
        raise TypesetError(
            f"{shown(width)} is not a width; allowed are page, a number of em (40) "
            "and one of columns (70c)"
        )
    try:
        return Measure(em, rules)
    except TypesetError as error:
        raise TypesetError(f"{shown(width)}: {error}") from None


_WIDTH = re.compile(r"([+-]?\d+(?:\.\d+)?)(c?)")


def _line_of(style: HouseStyle) -> float:
    page = style.page
    return (page.width - page.left - page.right) / (style.fonts.size * _MM_OF_POINT)

"""The lines of a source, as all readers of text see them."""

from typing import cast

from attrs import field, frozen

from minutes_gen.model._marks import Mark, read_mark
from minutes_gen.model._validators import text_problem


@frozen
class Line:
    """A line of the source: its number from 1, how far in it stands (em), and its text.

    `apart` says that an empty line stands before it.
    """

    number: int
    column: float
    text: str
    apart: bool = False
    _mark: Mark | None = field(default=None, init=False, eq=False, repr=False)

    @property
    def mark(self) -> Mark:
        """What its text begins with, found when first asked for: head and body both ask.

        >>> Line(1, 0.0, "・会場を予約する").mark.sign
        '・'
        """
        if self._mark is None:
            object.__setattr__(self, "_mark", read_mark(self.text))
        return cast("Mark", self._mark)

    @property
    def aligned(self) -> bool:
        """Whether it stands at the margin, or so far in as what is centred or set right."""
        return self.column == 0 or self.column >= 2

    # What the line is, `text` alone decides. What it says may stand elsewhere: a line of a
    # template bears signs for its values, and the four at the end put the values in.

    def problem(self) -> str | None:
        """Say what no document can hold of it, or None."""
        return text_problem(self.text)

    @property
    def form(self) -> str:
        """The text, with a plain character for each value that stands elsewhere."""
        return self.text

    def filled(self, text: str) -> str:
        """Return a text of this line, as the model gets it."""
        return text

    def filled_cell(self, text: str) -> str:
        """Return a cell of this row, which may be empty."""
        return text

    def filled_value(self, texts: list[str]) -> list[str]:
        """Return the lines of the value of a detail that begins here."""
        return texts

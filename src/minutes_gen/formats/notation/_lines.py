"""The lines of a source, as all readers of text see them."""

from functools import cached_property

from attrs import frozen

from minutes_gen.model._looks import Look, look_at
from minutes_gen.model._marks import Mark
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

    @cached_property
    def look(self) -> Look:
        """What it is by its text: head, body and foot all ask.

        >>> Line(1, 0.0, "・会場を予約する").look.mark.sign
        '・'
        """
        return look_at(self.text)

    @property
    def mark(self) -> Mark:
        """What its text begins with."""
        return self.look.mark

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

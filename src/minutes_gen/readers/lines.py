"""The lines of a source, as all readers of text see them."""

from attrs import frozen


@frozen
class Line:
    """A line of the source: its number from 1, how far in it stands (em), and its text.

    `apart` says that an empty line stands before it.
    """

    number: int
    column: float
    text: str
    apart: bool = False

    @property
    def aligned(self) -> bool:
        """Whether it stands at the margin, or so far in as what is centred or set right."""
        return self.column == 0 or self.column >= 2

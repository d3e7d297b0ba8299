"""The composed Document: what every writer sees, and all that it sees.

A Document is a flat run of blocks. Each says what it is (its part), which label stands before
its text, and where it stands on the page. Dates are written and labels counted by then, so
that the text file and the Word file cannot disagree.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import NamedTuple

from attrs import frozen

from minutes_gen.layout.style import HouseStyle
from minutes_gen.model._marks import BLANK, SPACED_BULLETS
from minutes_gen.numbering import Pattern, Scheme, separator


class Part(Enum):
    """The part that a block plays in the document.

    >>> Part("heading")
    <Part.HEADING: 'heading'>
    """

    REFERENCE = "reference"
    ISSUED = "issued"
    ADDRESSEE = "addressee"
    ISSUER = "issuer"
    SIGNATORY = "signatory"
    TITLE = "title"
    KI = "ki"
    CLOSING = "closing"
    REMARK = "remark"
    KI_ALONE = "ki alone"
    ENDING = "ending"
    TAIL = "tail"
    DETAIL = "detail"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    EXAMPLE = "example"
    BULLET = "bullet"
    TABLE = "table"
    VOTE = "vote"
    STATEMENT = "statement"
    SIGNED = "signed"
    SIGNER = "signer"


class Block(NamedTuple):
    """A paragraph of the page, or a table.

    rows      the rows of a table, the header first; a table has nothing else to say. Of a detail
              that lists tasks: what each is, 担当 and 期限, as its lines say it
    lines     its text: one line, or several behind the label of a detail
    label     what stands before the text: 第1回, 参加者, 1., ・, 例）, 議長
    number    what the label counts, where it counts
    level     how deep it nests: headings count from 1, bullets too, and what hangs under a bullet
              has the level of that bullet; else 0
    indent    where its first line begins, in em from the margin
    hanging   how much further in its wrapped lines begin, in em (less than 0: further out)
    space     empty lines before it
    pattern   how the label of a heading looks, where it is not as the document's scheme has it

    >>> Block(Part.PARAGRAPH, ("共に動くこと。",), indent=1.0).text
    '共に動くこと。'
    """

    part: Part
    lines: tuple[str, ...]
    label: str = ""
    number: int | None = None
    level: int = 0
    indent: float = 0.0
    hanging: float = 0.0
    space: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    pattern: Pattern | None = None

    @property
    def text(self) -> str:
        """The first line, which is the only one but in details."""
        return self.lines[0]

    @property
    def opening(self) -> str:
        """The label and the space that parts it from the text.

        >>> Block(Part.HEADING, ("協働とは",), "1.").opening
        '1. '
        """
        parted = _PARTED.get(self.part)
        return self.label + parted(self.label) if self.label and parted else self.label


def space_on_paper(previous: Block | None, block: Block) -> int:
    """Say how many empty lines stand before a block on paper.

    Where day and issuer stand at the right, the issuer stands directly under the day.

    >>> day, issuer = Block(Part.ISSUED, ("平成30年6月7日",)), Block(Part.ISSUER, ("甲",), space=1)
    >>> space_on_paper(None, issuer), space_on_paper(day, issuer)
    (0, 0)
    """
    if previous is None:
        return 0
    return 0 if block.part is Part.ISSUER and previous.part is Part.ISSUED else block.space


_PARTED: dict[Part, Callable[[str], str]] = {
    Part.TITLE: lambda _label: " ",
    Part.HEADING: separator,
    Part.BULLET: lambda mark: " " * (mark in SPACED_BULLETS),
    Part.SIGNER: lambda _role: BLANK,
}


@frozen
class Meta:
    """What the properties of a file say: title, author and day of the document.

    >>> Meta("第1回 研修", "あしやＮＰＯセンター").issued is None
    True
    """

    title: str | None = None
    author: str | None = None
    issued: date | None = None


@frozen
class Document:
    """A document ready to be written: its blocks, its properties and the style of the page.

    `scheme` is what its headings were numbered by: the style's own, or the source's.

    >>> from minutes_gen.layout.style import DEFAULT
    >>> paper = Document((), Meta("研修"), DEFAULT, Scheme.of(DEFAULT.numbering))
    >>> paper.scheme.label(1, 2)
    '2.'
    """

    blocks: tuple[Block, ...]
    meta: Meta
    style: HouseStyle
    scheme: Scheme

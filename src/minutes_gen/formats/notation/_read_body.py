"""The body of a paper: what stands between head and foot, gathered line by line."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from attrs import Factory, define, field

from minutes_gen.errors import ModelError, NotationError, NotationWarning, ScheduleError
from minutes_gen.formats.notation._lines import Line
from minutes_gen.formats.notation._read_head import Head
from minutes_gen.model._blocks import DEEPEST_BULLET, DEEPEST_SECTION
from minutes_gen.model._detail import Detail
from minutes_gen.model._head_forms import is_ki
from minutes_gen.model._marks import Kind, Mark, is_rule, split_row
from minutes_gen.model._section_numbers import without_counted
from minutes_gen.numbering import Outline
from minutes_gen.session import Block, Bullet, Example, Paragraph, Section, Table, Vote


@define(eq=False, repr=False)
class _OpenBullet:
    """A bullet that may still gather blocks: all that stands further in than its mark."""

    column: float
    mark: str
    text: str
    blocks: "list[_Item]" = Factory(list)


@define(eq=False, repr=False)
class _OpenSection:
    """A section that may still gather blocks and sections."""

    title: str
    number: int | None
    blocks: "list[_Item]" = Factory(list)
    sections: "list[_OpenSection]" = Factory(list)


_Item = Paragraph | Example | Detail | Table | Vote | _OpenBullet


def blocks_of(items: "list[_Item]") -> Iterator[Block]:
    """Close the blocks that were gathered."""
    for item in items:
        if isinstance(item, _OpenBullet):
            yield Bullet(item.text, blocks_of(item.blocks), mark=item.mark)
        else:
            yield item


def sections_of(opened: "list[_OpenSection]", kinds: Iterator[str | None]) -> Iterator[Section]:
    """Close the sections that were gathered; `kinds` are those of their labels, in order."""
    # What counting gives is left out at once: the model would make the section anew.
    kept = without_counted(section.number for section in opened)
    for section, number in zip(opened, kept, strict=True):
        yield Section(
            section.title,
            blocks_of(section.blocks),
            kind=None if section.number is None else next(kinds),
            sections=sections_of(section.sections, kinds),
            number=number,
            numbered=section.number is not None,
        )


@define(eq=False, repr=False)
class Body:
    """What stands under the head, gathered line by line."""

    source: str
    head: Head
    closed: bool = False
    ki: bool = False
    lead: list[_Item] = field(factory=list)
    details: list[Detail] = field(factory=list)
    notes: list[_Item] = field(factory=list)
    sections: list[_OpenSection] = field(factory=list)
    outline: Outline = field(factory=lambda: Outline(DEEPEST_SECTION))
    _open_sections: list[_OpenSection] = field(factory=list)
    _open_bullets: list[_OpenBullet] = field(factory=list)

    def read(self, lines: Sequence[Line]) -> None:
        """Gather every line: each by the arm of its kind, or else as a paragraph."""
        at = 0
        while at < len(lines):
            line = lines[at]
            kind = line.look.mark.kind
            more = _MORE[kind](lines, at) if kind in _MORE else []
            at += 1 + len(more)
            take = _ARMS.get(kind)
            if take is None or not take(self, line, more):
                self._take_text(line)

    # The arms: each takes a line of its kind with its further lines, or says that here it is text.

    def take_section(self, line: Line, _more: list[str]) -> bool:
        """Open the section that a label begins; a label that can be none here is text."""
        label = line.look.mark.label
        place = label and self.outline.take(label, line.column)
        if not (label and place):
            return False
        if place.surprises:
            wanted = f"where {place.expected} is expected; kept"
            self._warn(line, f"the number {place.number} stands {wanted}")
        self._open_section(place.level, line.filled(label.rest), place.number)
        return True

    def take_unnumbered(self, line: Line, _more: list[str]) -> bool:
        """Open a section without a number, where something stands above it."""
        if not self._has_begun():
            return False
        title = line.filled(line.look.mark.rest)
        self._open_section(self.outline.take_unnumbered(line.column), title, None)
        return True

    def take_bullet(self, line: Line, _more: list[str]) -> bool:
        """Open a bullet."""
        mark = line.look.mark
        self._open_bullet(_OpenBullet(line.column, mark.sign, line.filled(mark.rest)))
        return True

    def take_example(self, line: Line, _more: list[str]) -> bool:
        """Place an example."""
        self._place(Example(line.filled(line.look.mark.rest)), line.column)
        return True

    def take_vote(self, line: Line, _more: list[str]) -> bool:
        """Place a vote."""
        self._place(Vote.read(line.look.text), line.column)
        return True

    def take_rows(self, line: Line, more: list[str]) -> bool:
        """Place a table of this row and the further ones."""
        self._place(_table(line, more), line.column)
        return True

    def take_detail(self, line: Line, more: list[str]) -> bool:
        """Place a detail; a label with nothing behind it is text."""
        mark = line.look.mark
        if not (mark.rest or more):
            return False
        self._place(self._detail(line, mark, more), line.column)
        return True

    def _take_text(self, line: Line) -> None:
        look = line.look
        if look.escaped or not self._begins_details(look.text):
            self._place(Paragraph(line.filled(look.text)), line.column)

    def _has_begun(self) -> bool:
        """Say whether something stands above: a section without a number opens no paper."""
        above = self.head.title or self.lead or self.details or self.ki or self.sections
        return bool(above)

    def _begins_details(self, text: str) -> bool:
        """Take 記 for the word above the details, where 以上 ends the paper; say whether it is."""
        begins = self.closed and is_ki(text) and not (self.ki or self.details or self.sections)
        if begins:
            self.ki = True
            self._open_bullets.clear()
        return begins

    def _detail(self, line: Line, mark: Mark, more: list[str]) -> Detail:
        try:
            value = line.filled_value([mark.rest, *more] if mark.rest else more)
            return _read_detail(line.filled(mark.sign), tuple(value), self.head.issued)
        except ModelError as error:
            raise NotationError(self.source, line.number, error.problem) from None
        except ScheduleError as error:
            raise NotationError(self.source, line.number, str(error)) from None

    def _warn(self, line: Line, problem: str) -> None:
        warnings.warn(NotationWarning(self.source, line.number, problem), stacklevel=2)

    def _open_section(self, level: int, title: str, number: int | None) -> None:
        del self._open_sections[level - 1 :]
        self._open_bullets.clear()
        siblings = self._open_sections[-1].sections if self._open_sections else self.sections
        siblings.append(_OpenSection(title, number))
        self._open_sections.append(siblings[-1])

    def _open_bullet(self, bullet: _OpenBullet) -> None:
        self._close_bullets(bullet.column)
        del self._open_bullets[DEEPEST_BULLET - 1 :]
        self._here().append(bullet)
        self._open_bullets.append(bullet)

    def _place(self, item: _Item, column: float) -> None:
        self._close_bullets(column)
        if isinstance(item, Detail) and not self._open_bullets and self._at_details():
            self.details.append(item)
        else:
            self._here().append(item)

    def _at_details(self) -> bool:
        return not self._open_sections and not self.notes

    def _close_bullets(self, column: float) -> None:
        while self._open_bullets and self._open_bullets[-1].column >= column:
            self._open_bullets.pop()

    def _here(self) -> list[_Item]:
        """Find what gathers the next block."""
        if self._open_bullets:
            return self._open_bullets[-1].blocks
        if self._open_sections:
            return self._open_sections[-1].blocks
        return self.notes if self.details or self.ki else self.lead


# Of a thousand notices most say the same place and the same names, and without their details kept
# filling a template in takes a fifth longer.
@lru_cache(maxsize=128)
def _read_detail(label: str, value: tuple[str, ...], issued: date | None) -> Detail:
    return Detail(label, value).settled(issued)


def _continuation(lines: Sequence[Line], at: int) -> list[str]:
    """Gather the further lines of the detail at `at`: those that stand further in, with no gap."""
    more = []
    for line in (lines[i] for i in range(at + 1, len(lines))):
        if line.apart or line.column <= lines[at].column:
            break
        more.append(line.look.text)
    return more


def _further_rows(lines: Sequence[Line], at: int) -> list[str]:
    """Gather the further rows of the table at `at`: those that follow with no gap."""
    more = []
    for line in (lines[i] for i in range(at + 1, len(lines))):
        if line.apart or line.mark.kind is not Kind.ROW:
            break
        more.append(line.text)
    return more


_MORE = {Kind.DETAIL: _continuation, Kind.ROW: _further_rows}
_ARMS: dict[Kind, Callable[[Body, Line, list[str]], bool]] = {
    Kind.SECTION: Body.take_section,
    Kind.UNNUMBERED: Body.take_unnumbered,
    Kind.BULLET: Body.take_bullet,
    Kind.EXAMPLE: Body.take_example,
    Kind.VOTE: Body.take_vote,
    Kind.ROW: Body.take_rows,
    Kind.DETAIL: Body.take_detail,
}


def _table(line: Line, more: list[str]) -> Table:
    """Make a table of rows; short ones are filled with empty cells."""
    header, *rows = map(split_row, [line.text, *more])
    if rows and is_rule(more[0]):
        del rows[0]
    length = max(map(len, [header, *rows]))
    filled = [
        tuple(map(line.filled_cell, row)) + ("",) * (length - len(row)) for row in [header, *rows]
    ]
    return Table(filled[0], filled[1:])

"""What a Session is made of: paragraphs, bullets, tables, votes, and the sections that hold them.

>>> Section("協働ってなに？", ["共に動くこと。"]).blocks
(Paragraph(text='共に動くこと。'),)
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, cast, get_args

from attrs import Attribute, field, frozen
from attrs.validators import optional

from minutes_gen.errors import ModelError, NumberingError, shown
from minutes_gen.model._detail import Detail
from minutes_gen.model._marks import (
    BAR,
    BLANK,
    BRACKETS,
    BULLETS,
    MOST_COLUMNS,
    VOTES,
    read_vote,
)
from minutes_gen.model._people import Lines
from minutes_gen.model._validators import (
    as_tuple,
    check_count,
    check_flag,
    check_number,
    check_text,
    each,
    text_problem,
)
from minutes_gen.numbering import pattern_of

# As deep as 公用文 numbers its sections, and as deep as Word's lists go.
DEEPEST_SECTION = 7
DEEPEST_BULLET = 9


@frozen
class Paragraph:
    """A paragraph (段落) of one line of text, however long.

    >>> Paragraph("共に動くこと。").lines
    ('共に動くこと。',)
    """

    text: str = field(validator=check_text)

    @property
    def lines(self) -> Lines:
        """What it says, line by line, as every block tells it."""
        return (self.text,)


@frozen
class Example:
    """An example (例): the text behind 例）.

    >>> Example("会報の共同発行").lines
    ('会報の共同発行',)
    """

    text: str = field(validator=check_text)

    @property
    def lines(self) -> Lines:
        """What it says."""
        return (self.text,)


@frozen
class Vote:
    """The votes on a motion (賛否), counted: for it, against it, and those who abstained (棄権).

    None is a count that the paper does not give. `written` keeps the paper's own spelling where it
    differs, white space aside, from ours.

    >>> Vote(12, 1, 0).line, Vote.read("賛成12名").written, Vote(2).lines
    ('賛成 12　反対 1　棄権 0', '賛成12名', ('賛成 2',))
    """

    favour: int = field(validator=check_count)
    against: int | None = field(default=None, validator=optional(check_count))
    abstained: int | None = field(default=None, validator=optional(check_count))
    written: str | None = field(default=None, kw_only=True, validator=optional(check_text))

    def __attrs_post_init__(self) -> None:
        """Refuse a spelling that says something else, and forget one that is ours."""
        if self.written is None:
            return
        if read_vote(self.written) != (self.favour, self.against, self.abstained):
            raise ModelError("written", f"{shown(self.written)} does not say {self._ours()!r}")
        if "".join(self.written.split()) == "".join(self._ours().split()):
            object.__setattr__(self, "written", None)

    @classmethod
    def read(cls, line: str) -> "Vote":
        """Read a line that counts votes (`notation.read_vote`)."""
        votes = read_vote(line)
        if votes is None:
            raise ModelError("", f"{shown(line)} counts no votes; such as 賛成 12　反対 1　棄権 0")
        return cls(*votes, written=line)

    @property
    def line(self) -> str:
        """The votes as the paper writes them."""
        return self.written or self._ours()

    @property
    def lines(self) -> Lines:
        """What it says."""
        return (self.line,)

    def _ours(self) -> str:
        counts = zip(VOTES, (self.favour, self.against, self.abstained), strict=True)
        return BLANK.join(f"{name} {count}" for name, count in counts if count is not None)


def _as_rows(values: Iterable[Iterable[str]]) -> tuple[Lines, ...]:
    return tuple(as_tuple(row, f"rows[{index}]") for index, row in enumerate(as_tuple(values)))


def _as_cells(values: Iterable[str]) -> Lines:
    return as_tuple(values, "header")


@frozen
class Table:
    """A table (表): a header row and rows of as many cells, each one line of text or empty.

    >>> Table(["担当", "期限"], [["金子", "6月30日"], ["阿部"]])
    Traceback (most recent call last):
    minutes_gen.errors.ModelError: rows[1]: ('阿部',) has 1 cell; the header has 2
    >>> Table(["担当", "期限"], [["金子", "6月30日"], ["阿部", ""]]).lines
    ('金子 6月30日', '阿部')
    """

    header: Lines = field(converter=_as_cells)
    rows: tuple[Lines, ...] = field(default=(), converter=_as_rows)

    def __attrs_post_init__(self) -> None:
        """Refuse cells that a row of text cannot hold, and rows of another length."""
        if not self.header:
            raise ModelError("header", "() has no cell; a table has a column or more")
        if len(self.header) > MOST_COLUMNS:
            raise ModelError("header", f"{len(self.header)} cells are more than {MOST_COLUMNS}")
        for path, row in [("header", self.header)] + [
            (f"rows[{index}]", row) for index, row in enumerate(self.rows)
        ]:
            if len(row) != len(self.header):
                cells = f"{len(row)} cell{'s' * (len(row) != 1)}"
                raise ModelError(
                    path, f"{shown(row)} has {cells}; the header has {len(self.header)}"
                )
            for column, cell in enumerate(row):
                problem = None if cell == "" else text_problem(cell)
                if problem is None and BAR in cell:
                    problem = f"{shown(cell)} holds {BAR}, which parts the cells of a row"
                if problem:
                    raise ModelError(f"{path}[{column}]", problem)

    @property
    def lines(self) -> Lines:
        """What its rows say, the header aside."""
        return tuple(" ".join(filter(None, row)) for row in self.rows)


def as_blocks(values: "Iterable[Block | str]") -> "tuple[Block, ...]":
    """Take a plain text for a paragraph."""
    return tuple(Paragraph(v) if isinstance(v, str) else v for v in as_tuple(values))


def check_blocks(instance: object, attribute: "Attribute[Any]", value: "tuple[Block, ...]") -> None:
    """Validate the blocks of a bullet, a section or a session (attrs)."""
    _each_block(instance, attribute, value)


def check_lead(instance: object, attribute: "Attribute[Any]", value: "tuple[Block, ...]") -> None:
    """Validate blocks that no detail is among (attrs)."""
    _each_but_details(instance, attribute, value)


def _check_mark(_instance: object, _attribute: "Attribute[Any]", mark: object) -> None:
    if not (isinstance(mark, str) and len(mark) == 1 and mark in BULLETS):
        raise ModelError(
            "mark", f"must be a bullet, not {shown(mark)}; allowed are {' '.join(BULLETS)}"
        )


@frozen
class Bullet:
    """A bulleted paragraph (箇条書き) and the blocks that hang under it.

    >>> bullet = Bullet("市民の視点に立つ", [Example("会報")], mark="●")
    >>> bullet.depth, bullet.lines
    (1, ('市民の視点に立つ',))
    """

    text: str = field(validator=check_text)
    blocks: "tuple[Block, ...]" = field(default=(), converter=as_blocks, validator=check_blocks)
    mark: str = field(default="・", validator=_check_mark, kw_only=True)
    depth: int = field(init=False, eq=False, repr=False)

    @depth.default
    def _depth(self) -> int:
        return 1 + max((b.depth for b in self.blocks if isinstance(b, Bullet)), default=0)

    def __attrs_post_init__(self) -> None:
        """Refuse bullets under bullets deeper than Word's lists go."""
        if self.depth > DEEPEST_BULLET:
            raise ModelError("blocks", f"bullets stand {self.depth} deep; at most {DEEPEST_BULLET}")

    @property
    def lines(self) -> Lines:
        """What it says itself."""
        return (self.text,)


# Every kind of block: what the model takes, and what JSON names by `type`, follows from it.
Block: TypeAlias = Paragraph | Example | Bullet | Detail | Table | Vote
_each_block = each(*get_args(Block))
_each_but_details = each(*(kind for kind in get_args(Block) if kind is not Detail))


def descend(blocks: "Iterable[Block]") -> "Iterator[Block]":
    """Go through blocks and all that hang under them, in the order of the paper.

    >>> [block.text for block in descend([Bullet("甲", ["乙"]), Paragraph("丙")])]
    ['甲', '乙', '丙']
    """
    for block in blocks:
        yield block
        if isinstance(block, Bullet):
            yield from descend(block.blocks)


def as_sections(values: "Iterable[Section]") -> "tuple[Section, ...]":
    """Take sections for a tuple. What counting gives, the session says, which knows the scheme."""
    sections = as_tuple(values)
    for index, section in enumerate(sections):
        if not isinstance(section, Section):
            raise ModelError(f"sections[{index}]", f"must be a Section, not {shown(section)}")
    return sections


def _check_kind(_instance: object, _attribute: "Attribute[Any]", kind: object) -> None:
    try:
        pattern_of(cast("str", kind))
    except NumberingError as error:
        raise ModelError("kind", str(error)) from None


@frozen
class Section:
    """A section (見出しの付いた項): its title, its blocks, and the sections within it.

    `number` is None where the section counts on from the one before; a number that is given
    is kept as it is, and the sections behind it count on from there. A section that is not
    `numbered` bears its title in brackets (【はじめに】) and is passed over in counting. `kind` is
    the first label of its kind (①, 第1節) where that is not what the paper numbers its level by.

    >>> Section("協働とは", ["共に動くこと。"], [Section("協働の形")]).depth
    2
    """

    title: str = field(validator=check_text)
    blocks: tuple[Block, ...] = field(default=(), converter=as_blocks, validator=check_blocks)
    sections: "tuple[Section, ...]" = field(default=(), converter=as_sections)
    number: int | None = field(default=None, validator=optional(check_number), kw_only=True)
    numbered: bool = field(default=True, validator=check_flag, kw_only=True)
    kind: str | None = field(default=None, validator=optional(_check_kind), kw_only=True)
    depth: int = field(init=False, eq=False, repr=False)

    @depth.default
    def _depth(self) -> int:
        return 1 + max((section.depth for section in self.sections), default=0)

    def __attrs_post_init__(self) -> None:
        """Refuse sections deeper than any scheme can number, and titles that brackets part."""
        if self.depth > DEEPEST_SECTION:
            raise ModelError(
                "sections", f"sections stand {self.depth} deep; at most {DEEPEST_SECTION}"
            )
        if self.numbered:
            return
        for name, given in (("number", self.number), ("kind", self.kind)):
            if given is not None:
                raise ModelError(name, f"{given} stands with a section that is not numbered")
        if any(bracket in self.title for bracket in BRACKETS):
            signs = "".join(BRACKETS)
            problem = f"{shown(self.title)} holds one of {signs}, which stand around it"
            raise ModelError("title", problem)

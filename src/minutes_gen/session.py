"""The model: what was announced, said and decided, with no word about how it looks.

>>> june = Session(
...     title="スタッフ研修",
...     number=1,
...     details=(Detail("日時", date(2018, 6, 12)), Detail("参加者", "橋野 出口 奈良")),
...     sections=(Section("協働ってなに？", ["共に動くこと。"]),),
... )
>>> june.schedule.isoformat(), june.participants
('2018-06-12', ('橋野', '出口', '奈良'))

Every class is frozen, hashable, picklable and comparable, and refuses on construction what the
plain text could not carry: empty texts, line breaks, spaces at the ends, control characters.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias, TypeVar

from attrs import Attribute, evolve, field, frozen
from attrs.validators import optional

from minutes_gen.detail import Detail, Lines, People
from minutes_gen.errors import ModelError, NumberingError, ScheduleError, shown
from minutes_gen.fields import as_tuple, check_flag, check_number, check_text, each, text_problem
from minutes_gen.head import (
    as_addressees,
    as_signatory,
    check_addressees,
    check_day,
    check_lines,
    is_reference,
    spelling,
)
from minutes_gen.notation import BAR, BULLETS, MOST_COLUMNS, Role
from minutes_gen.numbering import SCHEMES, Scheme
from minutes_gen.schedule import Schedule

__all__ = [
    "Block",
    "Bullet",
    "Detail",
    "Example",
    "Paragraph",
    "People",
    "Section",
    "Session",
    "Table",
]

# As deep as 公用文 numbers its sections, and as deep as Word's lists go.
DEEPEST_SECTION = 7
DEEPEST_BULLET = 9


@frozen
class Paragraph:
    """A paragraph (段落) of one line of text, however long."""

    text: str = field(validator=check_text)


@frozen
class Example:
    """An example (例): the text behind 例）."""

    text: str = field(validator=check_text)


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


def _as_blocks(values: "Iterable[Block | str]") -> "tuple[Block, ...]":
    """Take a plain text for a paragraph."""
    return tuple(Paragraph(v) if isinstance(v, str) else v for v in as_tuple(values))


def _check_blocks(
    instance: object, attribute: "Attribute[Any]", value: "tuple[Block, ...]"
) -> None:
    each(Paragraph, Example, Bullet, Detail, Table)(instance, attribute, value)


def _check_mark(_instance: object, _attribute: "Attribute[Any]", mark: object) -> None:
    if not (isinstance(mark, str) and len(mark) == 1 and mark in BULLETS):
        raise ModelError("mark", f"{shown(mark)} is no bullet; allowed are {' '.join(BULLETS)}")


@frozen
class Bullet:
    """A bulleted paragraph (箇条書き) and the blocks that hang under it.

    >>> Bullet("市民の視点に立つ", [Example("会報")], mark="●").depth
    1
    """

    text: str = field(validator=check_text)
    blocks: "tuple[Block, ...]" = field(default=(), converter=_as_blocks, validator=_check_blocks)
    mark: str = field(default="・", validator=_check_mark, kw_only=True)
    depth: int = field(init=False, eq=False, repr=False)

    @depth.default
    def _depth(self) -> int:
        return 1 + max((b.depth for b in self.blocks if isinstance(b, Bullet)), default=0)

    def __attrs_post_init__(self) -> None:
        """Refuse bullets under bullets deeper than Word's lists go."""
        if self.depth > DEEPEST_BULLET:
            raise ModelError("blocks", f"bullets stand {self.depth} deep; at most {DEEPEST_BULLET}")


Block: TypeAlias = Paragraph | Example | Bullet | Detail | Table
B = TypeVar("B", Block, Detail)


def _as_sections(values: "Iterable[Section]") -> "tuple[Section, ...]":
    """Drop each number that counting gives anyway, so that equal papers are equal sessions."""
    sections, expected = [], 1
    for section in as_tuple(values):
        if not isinstance(section, Section):
            raise ModelError(f"sections[{len(sections)}]", f"{shown(section)} is no Section")
        number = section.number
        sections.append(evolve(section, number=None) if number == expected else section)
        expected = (number or expected) + 1
    return tuple(sections)


@frozen
class Section:
    """A numbered section (見出しの付いた項): its title, its blocks, and the sections within it.

    `number` is None where the section counts on from the one before; a number that is given
    is kept as it is, and the sections behind it count on from there.
    """

    title: str = field(validator=check_text)
    blocks: tuple[Block, ...] = field(default=(), converter=_as_blocks, validator=_check_blocks)
    sections: "tuple[Section, ...]" = field(default=(), converter=_as_sections)
    number: int | None = field(default=None, validator=optional(check_number), kw_only=True)
    depth: int = field(init=False, eq=False, repr=False)

    @depth.default
    def _depth(self) -> int:
        return 1 + max((section.depth for section in self.sections), default=0)

    def __attrs_post_init__(self) -> None:
        """Refuse sections in sections deeper than any scheme can number."""
        if self.depth > DEEPEST_SECTION:
            raise ModelError(
                "sections", f"sections stand {self.depth} deep; at most {DEEPEST_SECTION}"
            )


def numbered(sections: tuple[Section, ...]) -> Iterator[tuple[int, Section]]:
    """Count sections that stand beside each other.

    >>> [number for number, _ in numbered((Section("甲"), Section("乙", number=5), Section("丙")))]
    [1, 5, 6]
    """
    number = 0
    for section in sections:
        number = section.number or number + 1
        yield number, section


def _as_details(values: Iterable[Detail]) -> tuple[Detail, ...]:
    return as_tuple(values)


@frozen(kw_only=True)
class Session:
    """A meeting or a training (会議・研修), as its notice, handout or minutes tell of it.

    title       題名, with number (第N回) before it
    reference   文書番号, such as あしや発第12号; one of another form stands above the day
    issued      発行日, the day of the paper; `issued_as` its spelling where that is not ours
    addressees  宛名, line by line; the last ends in 様, 殿, 御中, 各位 and the like
    issuer      発行者
    signatory   the lines under the issuer that say who signs: 職名, 氏名
    lead        前文: the blocks before the details (details themselves not among them)
    details     記書き: 日時, 場所, 参加者 … in the order of the paper
    notes       後文: the blocks between the details and the first section
    sections    the numbered sections
    ki          whether 記 stands above the details and 以上 ends the paper
    numbering   the first labels of the scheme that the source numbered its sections with, as
                deep as they go; None where that is `handout`, the default
    """

    title: str | None = field(default=None, validator=optional(check_text))
    number: int | None = field(default=None, validator=optional(check_number))
    issued: date | None = field(default=None, validator=optional(check_day))
    reference: str | None = field(default=None, validator=optional(check_text))
    addressees: Lines = field(default=(), converter=as_addressees, validator=check_addressees)
    issuer: str | None = field(default=None, validator=optional(check_text))
    signatory: Lines = field(default=(), converter=as_signatory, validator=check_lines)
    lead: tuple[Block, ...] = field(
        default=(), converter=_as_blocks, validator=each(Paragraph, Example, Bullet, Table)
    )
    details: tuple[Detail, ...] = field(default=(), converter=_as_details, validator=each(Detail))
    notes: tuple[Block, ...] = field(default=(), converter=_as_blocks, validator=_check_blocks)
    sections: tuple[Section, ...] = field(default=(), converter=_as_sections)
    ki: bool = field(default=False, validator=check_flag)
    numbering: Lines | None = None
    issued_as: str | None = None

    def __attrs_post_init__(self) -> None:
        """Check what concerns more than one field, and bring spelling and numbering to one form."""
        _check_parts(self)
        for name in ("lead", "details", "notes"):
            settled = _settled(name, getattr(self, name), self.issued)
            object.__setattr__(self, name, settled)
        sections = _settled_sections("sections", self.sections, self.issued)
        object.__setattr__(self, "sections", sections)
        object.__setattr__(self, "issued_as", spelling(self.issued, self.issued_as))
        object.__setattr__(self, "numbering", _numbering(self.numbering, self.depth))
        scheme = Scheme.parse(self.numbering) if self.numbering else SCHEMES["handout"]
        _check_numbers("sections", self.sections, scheme)

    @property
    def depth(self) -> int:
        """How many levels of sections stand within each other."""
        return max((section.depth for section in self.sections), default=0)

    def detail(self, role_or_label: Role | str) -> Detail | None:
        """Find the first of the details that has this label or plays this role.

        >>> session = Session(details=(Detail("会場", "事務室"),))
        >>> session.detail("会場") == session.detail(Role.PLACE)
        True
        """
        for detail in self.details:
            if role_or_label in (detail.label, detail.role):
                return detail
        return None

    @property
    def schedule(self) -> Schedule | None:
        """日時, where it names a date or a time; the day of the paper gives the year left out."""
        detail = self.detail(Role.SCHEDULE)
        if detail is None or not isinstance(detail.value, Schedule):
            return None
        return detail.value.resolved(self.issued) if self.issued else detail.value

    @property
    def place(self) -> str | None:
        """場所; several lines are one text with line breaks."""
        detail = self.detail(Role.PLACE)
        return "\n".join(detail.lines) if detail else None

    @property
    def participants(self) -> tuple[str, ...]:
        """The names of 参加者, where the paper names them."""
        detail = self.detail(Role.PARTICIPANTS)
        return detail.value.names if detail and isinstance(detail.value, People) else ()

    def to_dict(self) -> dict[str, Any]:
        """Turn the session into dicts, lists, texts and numbers, as in a JSON file.

        >>> Session(title="研修", issued=date(2018, 6, 7)).to_dict()
        {'title': '研修', 'issued': '2018-06-07'}
        """
        from minutes_gen.structure import to_data  # noqa: PLC0415  (cattrs is slow to import)

        return to_data(self, Block)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Session":
        """Make a session of what `to_dict` gives; a ModelError names the path of what is wrong.

        >>> Session.from_dict({"titel": "研修"})
        Traceback (most recent call last):
        minutes_gen.errors.ModelError: titel: unknown key; did you mean 'title'?
        """
        from minutes_gen.structure import from_data  # noqa: PLC0415

        return from_data(data, cls, Block)


def _check_parts(session: Session) -> None:
    """Refuse parts of a paper that want another part."""
    has = session
    if has.title is None and (has.number or has.reference or has.addressees or has.issuer):
        raise ModelError(
            "title", "a session with a number, reference, addressee or issuer needs a title"
        )
    if has.issuer is None and has.signatory:
        raise ModelError("issuer", "a session with a signatory needs an issuer to stand above it")
    if has.reference and not (has.issued or is_reference(has.reference)):
        wanted = "without `issued` it must be one such as あしや発第12号"
        raise ModelError("reference", f"{shown(has.reference)} is no known form; {wanted}")
    if not (has.title or has.issued or has.lead or has.details or has.sections or has.ki):
        raise ModelError("title", "a session without title, date, text and sections is empty")
    if has.ki and not (has.details or has.notes or has.sections):
        raise ModelError("ki", "記 needs details, notes or sections below it")
    if has.notes and (not (has.details or has.ki) or isinstance(has.notes[0], Detail)):
        raise ModelError("notes", "they follow the details; text without details is lead")


def _settled(path: str, blocks: tuple[B, ...], issued: date | None) -> tuple[B, ...]:
    """Settle each detail among these blocks; what needs no change is the same object."""
    return tuple(_settle(f"{path}[{i}]", block, issued) for i, block in enumerate(blocks))


def _settle(path: str, block: B, issued: date | None) -> B:
    if isinstance(block, Detail):
        try:
            return block.settled(issued)
        except ScheduleError as error:
            raise ModelError(f"{path}.value", str(error)) from None
    if isinstance(block, Bullet) and block.blocks:
        blocks = _settled(f"{path}.blocks", block.blocks, issued)
        return block if _same(blocks, block.blocks) else evolve(block, blocks=blocks)
    return block


def _settled_sections(
    path: str, sections: tuple[Section, ...], issued: date | None
) -> tuple[Section, ...]:
    settled = []
    for index, section in enumerate(sections):
        here = f"{path}[{index}]"
        blocks = _settled(f"{here}.blocks", section.blocks, issued)
        within = _settled_sections(f"{here}.sections", section.sections, issued)
        same = _same(blocks, section.blocks) and _same(within, section.sections)
        settled.append(section if same else evolve(section, blocks=blocks, sections=within))
    return tuple(settled)


def _same(ours: tuple[object, ...], theirs: tuple[object, ...]) -> bool:
    return all(a is b for a, b in zip(ours, theirs, strict=True))


def _check_numbers(
    path: str, sections: tuple[Section, ...], scheme: Scheme, level: int = 1
) -> None:
    """Refuse a number that the session's own numbering cannot write, such as ① past ㊿."""
    for index, (number, section) in enumerate(numbered(sections)):
        try:
            scheme.label(level, number)
        except NumberingError as error:
            raise ModelError(f"{path}[{index}]", str(error)) from None
        _check_numbers(f"{path}[{index}].sections", section.sections, scheme, level + 1)


def _numbering(labels: Lines | None, depth: int) -> Lines | None:
    """Keep a numbering only where it is not the default, and only as deep as it is used."""
    if labels is None:
        return None
    try:
        patterns = Scheme.parse(as_tuple(labels, "numbering")).labels
    except NumberingError as error:
        raise ModelError("numbering", str(error)) from None
    if len(patterns) < depth:
        raise ModelError("numbering", f"{labels!r} has no label for level {len(patterns) + 1}")
    used = patterns[:depth]
    return None if used == SCHEMES["handout"].labels[:depth] else used

"""A paper (文書): the fields that a Session has, checked and brought to one form.

>>> Paper(title="スタッフ研修", number=1).to_dict()
{'title': 'スタッフ研修', 'number': 1}

What a paper says is found in its fields by `facts`; `Session` is a paper that answers.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Self, TypeVar, cast

from attrs import Attribute, evolve, field, frozen
from attrs.validators import optional

from minutes_gen.errors import ModelError, ScheduleError, shown
from minutes_gen.model._blocks import (
    Block,
    Bullet,
    Section,
    as_blocks,
    as_sections,
    check_blocks,
    check_lead,
)
from minutes_gen.model._detail import Detail
from minutes_gen.model._foot_forms import Signing
from minutes_gen.model._head_fields import (
    as_addressees,
    as_remarks,
    as_signatory,
    as_tail,
    check_addressees,
    check_day,
    check_lines,
    check_tail,
    spelling,
)
from minutes_gen.model._head_order import as_order, check_order, order_problem
from minutes_gen.model._looks import is_reference
from minutes_gen.model._people import Lines
from minutes_gen.model._section_numbers import settle_numbers
from minutes_gen.model._title_forms import title_fiscal_year, title_number
from minutes_gen.model._validators import (
    LARGEST_NUMBER,
    as_tuple,
    check_flag,
    check_number,
    check_text,
    each,
)
from minutes_gen.model.roles import Role
from minutes_gen.numbering import Scheme

B = TypeVar("B", Block, Detail)
T = TypeVar("T")


def _as_details(values: Iterable[Detail]) -> tuple[Detail, ...]:
    return as_tuple(values)


# Any: what is given becomes labels in `settle_numbers`, when the sections are known.
def _as_numbering(value: Scheme | str | Iterable[str] | None) -> Any:  # noqa: ANN401 - see above
    return value


def _check_signing(_instance: object, _attribute: "Attribute[Any]", value: object) -> None:
    if value is not None and not isinstance(value, Signing):
        raise ModelError("signing", f"must be a Signing, not {shown(value)}")


@frozen(kw_only=True)
class Paper:
    """A paper of a meeting or a training (会議・研修): its notice, its handout or its minutes.

    title       題名, with number (第N回) before it
    reference   文書番号, such as あしや発第12号; one of another form stands above the day
    issued      発行日, the day of the paper; `issued_as` its spelling where that is not ours
    addressees  宛名, line by line; the last ends in 様, 殿, 御中, 各位 and the like
    issuer      発行者
    signatory   the lines under the issuer that say who signs: 職名, 氏名
    lead        前文: the blocks before the details (details themselves not among them)
    details     記書き: 日時, 場所, 参加者 … in the order of the paper
    notes       後文: the blocks between the details and the first section
    sections    the sections (見出しの付いた項)
    ki          whether 記 stands above the details and 以上 ends them
    signing     署名欄: who signs, at the foot of minutes
    numbering   the first labels of the scheme that the source numbered its sections with, as
                deep as they go, or the name of one; None where that is `handout`, the default
    start       the number of the first section, in a paper that continues another
    remarks     lines among those of the head that are none of its parts: an address, （文責：甲）
    order       the parts of the head in their order, where that is not the usual one; those
                behind `body` stand below the text
    tail        別紙, きりとり線, 連絡先 …: the lines below 以上 as they stand, empty ones too

    `number` is the title's own, where the title bears one (令和3年度 第2回 理事会).

    >>> Paper(title="研修", sections=[Section("協働とは", ["共に動くこと。"])]).depth
    1
    """

    title: str | None = field(default=None, validator=optional(check_text))
    number: int | None = field(default=None, validator=optional(check_number))
    issued: date | None = field(default=None, validator=optional(check_day))
    reference: str | None = field(default=None, validator=optional(check_text))
    addressees: Lines = field(default=(), converter=as_addressees, validator=check_addressees)
    issuer: str | None = field(default=None, validator=optional(check_text))
    signatory: Lines = field(default=(), converter=as_signatory, validator=check_lines)
    lead: tuple[Block, ...] = field(default=(), converter=as_blocks, validator=check_lead)
    details: tuple[Detail, ...] = field(default=(), converter=_as_details, validator=each(Detail))
    notes: tuple[Block, ...] = field(default=(), converter=as_blocks, validator=check_blocks)
    sections: tuple[Section, ...] = field(default=(), converter=as_sections)
    ki: bool = field(default=False, validator=check_flag)
    signing: Signing | None = field(default=None, validator=_check_signing)
    numbering: tuple[str, ...] | None = field(default=None, converter=_as_numbering)
    start: int = field(default=1, validator=check_number)
    issued_as: str | None = None
    remarks: Lines = field(default=(), converter=as_remarks, validator=check_lines)
    order: tuple[str, ...] | None = field(default=None, converter=as_order, validator=check_order)
    tail: Lines = field(default=(), converter=as_tail, validator=check_tail)

    def __attrs_post_init__(self) -> None:
        """Check what concerns more than one field, and bring spelling and numbering to one form."""
        _check_parts(self)
        for name in ("lead", "details", "notes"):
            settled = _settled(name, getattr(self, name), self.issued)
            object.__setattr__(self, name, settled)
        sections = _settled_sections("sections", self.sections, self.issued)
        object.__setattr__(self, "issued_as", spelling(self.issued, self.issued_as))
        object.__setattr__(self, "number", _settled_number(self.title, self.number))
        day = self.issued_as or (str(self.issued) if self.issued else None)
        if problem := order_problem(self.order, self.head_texts(day)):
            raise ModelError("order", problem)
        sections, numbering, start = settle_numbers(sections, self.numbering, self.start)
        object.__setattr__(self, "sections", sections)
        object.__setattr__(self, "numbering", numbering)
        object.__setattr__(self, "start", start)

    @cached_property
    def _answers(self) -> dict[object, Any]:
        return {}

    def once(self, query: "Callable[[Paper], T]") -> T:
        """Answer a query of this paper, and keep the answer: a paper never changes.

        What is kept is no part of the paper: not of its equality, its JSON, or a pickle of it.

        >>> Paper(title="研修").once(lambda paper: paper.title)
        '研修'
        """
        if query not in self._answers:
            self._answers[query] = query(self)
        return cast("T", self._answers[query])

    @property
    def fiscal_year(self) -> int | None:
        """年度, where the title names one: the year in which it begins.

        >>> Paper(title="令和6年度第1回運営会議").fiscal_year
        2024
        """
        return title_fiscal_year(self.title) if self.title else None

    def head_texts(self, issued: str | None) -> dict[str, tuple[str, ...]]:
        """Return the lines of each part of the head, by the names that an `order` has for them.

        `issued` is the day as it is to be written.

        >>> Paper(title="研修", number=2).head_texts(None)
        {'title': ('第2回 研修',)}
        """
        one = {"reference": self.reference, "issued": issued, "issuer": self.issuer}
        one["title"] = self.headline
        lines = {name: (text,) for name, text in one.items() if text}
        several = {
            "addressees": self.addressees,
            "signatory": self.signatory,
            "remark": self.remarks,
        }
        return lines | {name: texts for name, texts in several.items() if texts}

    @property
    def headline(self) -> str | None:
        """The title as it stands on the paper, with 第N回 before it where it does not hold it.

        >>> Paper(title="研修", number=2).headline, Paper(title="第三回役員会").headline
        ('第2回 研修', '第三回役員会')
        """
        if self.title is None or self.number is None or title_number(self.title) is not None:
            return self.title
        return f"第{self.number}回 {self.title}"

    @property
    def depth(self) -> int:
        """How many levels of sections stand within each other."""
        return max((section.depth for section in self.sections), default=0)

    def detail(self, role_or_label: Role | str) -> Detail | None:
        """Find the first of the details that has this label or plays this role.

        >>> paper = Paper(details=(Detail("会場", "事務室"),))
        >>> paper.detail("会場") == paper.detail(Role.PLACE)
        True
        """
        for detail in self.details:
            if role_or_label in (detail.label, detail.role):
                return detail
        return None

    def names(self, role_or_label: Role | str) -> Lines:
        """Return the names behind such a label: 議長, 書記, 議事録署名人, 講師.

        >>> Paper(details=(Detail("議長", "橋野 太郎"),)).names(Role.CHAIR)
        ('橋野 太郎',)
        """
        detail = self.detail(role_or_label)
        return detail.names if detail else ()

    def to_dict(self) -> dict[str, Any]:
        """Turn the paper into dicts, lists, texts and numbers, as in a JSON file.

        >>> Paper(title="研修", issued=date(2018, 6, 7)).to_dict()
        {'title': '研修', 'issued': '2018-06-07'}
        """
        from minutes_gen.model._plain_data import to_data  # noqa: PLC0415 - cattrs is slow to import

        return to_data(self, Block)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Make a paper of what `to_dict` gives; a ModelError names the path of what is wrong.

        >>> Paper.from_dict({"titel": "研修"})
        Traceback (most recent call last):
        minutes_gen.errors.ModelError: titel: unknown key; did you mean 'title'?
        """
        from minutes_gen.model._plain_data import from_data  # noqa: PLC0415 - as above

        return from_data(data, cls, Block)


# What must hold between the parts of a paper: the field that is complained of, what holds, and
# what is said where it does not.
_PARTS: tuple[tuple[str, Callable[[Paper], object], str], ...] = (
    (
        "title",
        lambda has: (
            has.title
            or not (has.number or has.reference or has.addressees or has.issuer or has.remarks)
        ),
        "a session with a number, reference, addressee, issuer or remark needs a title",
    ),
    (
        "issuer",
        lambda has: has.issuer or not has.signatory,
        "a session with a signatory needs an issuer to stand above it",
    ),
    (
        "reference",
        lambda has: not has.reference or has.issued or has.issued_as or is_reference(has.reference),
        "{reference} is not a known form; without `issued` it must be one such as あしや発第12号",
    ),
    (
        "title",
        lambda has: _begins(has) or has.issued or has.issued_as or has.sections,
        "a session without title, date, text and sections is empty",
    ),
    (
        "sections[0]",
        lambda has: not has.sections or has.sections[0].numbered or _begins(has),
        "a section without a number opens no paper; give the paper a title",
    ),
    (
        "ki",
        lambda has: not has.ki or has.details or has.notes or has.sections,
        "記 needs details, notes or sections below it",
    ),
    (
        "tail",
        lambda has: not has.tail or (has.ki and not has.signing),
        "lines below 以上 need 記 above it, and no signers below them",
    ),
    (
        "notes",
        lambda has: (
            not has.notes or ((has.details or has.ki) and not isinstance(has.notes[0], Detail))
        ),
        "they follow the details; text without details is lead",
    ),
)


def _settled_number(title: str | None, number: int | None) -> int | None:
    """Take the number from the title that bears one."""
    own = title_number(title) if title else None
    if own is None or number == own:
        return number
    if number is not None:
        raise ModelError("number", f"{number} is not {own}, which the title {shown(title)} says")
    return own if 1 <= own <= LARGEST_NUMBER else None


def _begins(paper: Paper) -> object:
    """Say whether something stands above the sections."""
    return paper.title or paper.lead or paper.details or paper.ki


def _check_parts(paper: Paper) -> None:
    """Refuse parts of a paper that want another part."""
    for path, holds, message in _PARTS:
        if not holds(paper):
            raise ModelError(path, message.format(reference=shown(paper.reference)))


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

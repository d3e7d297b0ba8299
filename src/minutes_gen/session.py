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

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import Attribute, evolve, field, frozen
from attrs.validators import optional

from minutes_gen.errors import ModelError, ScheduleError, shown
from minutes_gen.model._blocks import (
    Block,
    Bullet,
    Example,
    Paragraph,
    Section,
    Table,
    Vote,
    as_blocks,
    as_sections,
    check_blocks,
    check_lead,
)
from minutes_gen.model._detail import Detail
from minutes_gen.model._foot_forms import Signer, Signing
from minutes_gen.model._head_forms import (
    as_addressees,
    as_signatory,
    check_addressees,
    check_day,
    check_lines,
    is_reference,
    spelling,
)
from minutes_gen.model._people import Lines, People
from minutes_gen.model._section_numbers import settle_numbers
from minutes_gen.model._validators import as_tuple, check_flag, check_number, check_text, each
from minutes_gen.model.roles import Role
from minutes_gen.model.task import Task
from minutes_gen.numbering import Scheme
from minutes_gen.schedule import Schedule

if TYPE_CHECKING:
    from minutes_gen.facts.queries import Attendance, Resolution, Speech
    from minutes_gen.facts.required import Missing

__all__ = [
    "Block",
    "Bullet",
    "Detail",
    "Example",
    "Paragraph",
    "People",
    "Section",
    "Session",
    "Signer",
    "Signing",
    "Table",
    "Task",
    "Vote",
]

B = TypeVar("B", Block, Detail)


def _as_details(values: Iterable[Detail]) -> tuple[Detail, ...]:
    return as_tuple(values)


def _as_numbering(value: Scheme | str | Iterable[str] | None) -> Any:  # noqa: ANN401
    return value  # `settle_numbers` makes it labels when the sections are known


def _check_signing(_instance: object, _attribute: "Attribute[Any]", value: object) -> None:
    if value is not None and not isinstance(value, Signing):
        raise ModelError("signing", f"{shown(value)} is no Signing")


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
    sections    the sections (見出しの付いた項)
    ki          whether 記 stands above the details and 以上 ends them
    signing     署名欄: who signs, at the foot of minutes
    numbering   the first labels of the scheme that the source numbered its sections with, as
                deep as they go, or the name of one; None where that is `handout`, the default
    start       the number of the first section, in a paper that continues another

    >>> from minutes_gen import read_text
    >>> minutes = read_text(
    ...     "理事会議事録\\n日時：2018-06-12\\n場所：事務室\\n出席者：橋野 出口\\n資料：予算書\\n"
    ...     "1. 会費\\n橋野：否\\n賛成 2\\n決定：上げる\\n2. 次回\\n日時：7月10日\\n保留：会報"
    ... )
    >>> minutes.depth, minutes.schedule.start, minutes.place, minutes.participants
    (1, datetime.date(2018, 6, 12), '事務室', ('橋野', '出口'))
    >>> minutes.attendance.count, minutes.decisions, minutes.pending, minutes.materials
    (2, ('上げる',), ('会報',), ('予算書',))
    >>> minutes.resolutions[0].vote.line, minutes.speeches[0].speaker, minutes.next_meeting
    ('賛成 2', '橋野', Schedule.fromisoformat('--07-10'))
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

    def __attrs_post_init__(self) -> None:
        """Check what concerns more than one field, and bring spelling and numbering to one form."""
        _check_parts(self)
        for name in ("lead", "details", "notes"):
            settled = _settled(name, getattr(self, name), self.issued)
            object.__setattr__(self, name, settled)
        sections = _settled_sections("sections", self.sections, self.issued)
        object.__setattr__(self, "issued_as", spelling(self.issued, self.issued_as))
        sections, numbering, start = settle_numbers(sections, self.numbering, self.start)
        object.__setattr__(self, "sections", sections)
        object.__setattr__(self, "numbering", numbering)
        object.__setattr__(self, "start", start)

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
        return self.names(Role.PARTICIPANTS)

    def names(self, role_or_label: Role | str) -> Lines:
        """Return the names behind such a label: 議長, 書記, 議事録署名人, 講師.

        >>> Session(details=(Detail("議長", "橋野 太郎"),)).names(Role.CHAIR)
        ('橋野 太郎',)
        """
        detail = self.detail(role_or_label)
        return detail.names if detail else ()

    # The queries of minutes are loaded by who asks them.

    @property
    def attendance(self) -> "Attendance":
        """Who was there: present, absent, online …, and how many."""
        from minutes_gen.facts.queries import attendance_of  # noqa: PLC0415

        return attendance_of(self)

    @property
    def decisions(self) -> Lines:
        """What was decided (決定事項): details, and what stands under a heading called so."""
        from minutes_gen.facts.queries import entries_of  # noqa: PLC0415

        return entries_of(self, Role.DECISION)

    @property
    def pending(self) -> Lines:
        """What was put off (保留), found as decisions are."""
        from minutes_gen.facts.queries import entries_of  # noqa: PLC0415

        return entries_of(self, Role.PENDING)

    @property
    def materials(self) -> Lines:
        """What was handed out (資料), found as decisions are."""
        from minutes_gen.facts.queries import entries_of  # noqa: PLC0415

        return entries_of(self, Role.MATERIALS)

    @property
    def action_items(self) -> tuple[Task, ...]:
        """The tasks (宿題) with owners and due dates, from details, bullets and tables.

        >>> session = Session(
        ...     issued=date(2018, 6, 7),
        ...     details=(Detail("宿題", "会場（担当：金子、期限：6月30日）"),),
        ... )
        >>> [(task.what, task.people, task.due.start) for task in session.action_items]
        [('会場', ('金子',), datetime.date(2018, 6, 30))]
        """
        from minutes_gen.facts.queries import action_items  # noqa: PLC0415

        return action_items(self)

    @property
    def resolutions(self) -> "tuple[Resolution, ...]":
        """The motions (議案), each with its votes and its result."""
        from minutes_gen.facts.queries import resolutions  # noqa: PLC0415

        return resolutions(self)

    @property
    def speeches(self) -> "tuple[Speech, ...]":
        """Who said what (発言) under the headings."""
        from minutes_gen.facts.queries import speeches  # noqa: PLC0415

        return speeches(self)

    @property
    def next_meeting(self) -> Schedule | None:
        """次回, where it names a date."""
        from minutes_gen.facts.queries import next_meeting  # noqa: PLC0415

        return next_meeting(self)

    def missing(self, kind: str) -> "tuple[Missing, ...]":
        """Name what minutes of this kind require and these lack, each with its rule.

        Kinds are those of `checks.KINDS`: staff-minutes, board-minutes, general-meeting-minutes
        and directors-minutes; another is a KindError. Also named are votes that are more than
        those who could vote, a 定足数 that is not reached, and who signs without having come.

        >>> minutes = Session(title="理事会議事録", details=[Detail("理事総数", "7人")])
        >>> print(minutes.missing("board-minutes")[0])
        日時: not given (NPO法人定款例 第38条第1項第1号)
        """
        from minutes_gen.facts.required import missing  # noqa: PLC0415  (only minutes need it)

        return missing(self, kind)

    def to_dict(self) -> dict[str, Any]:
        """Turn the session into dicts, lists, texts and numbers, as in a JSON file.

        >>> Session(title="研修", issued=date(2018, 6, 7)).to_dict()
        {'title': '研修', 'issued': '2018-06-07'}
        """
        from minutes_gen.model._plain_data import to_data  # noqa: PLC0415  (cattrs is slow to import)

        return to_data(self, Block)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Session":
        """Make a session of what `to_dict` gives; a ModelError names the path of what is wrong.

        >>> Session.from_dict({"titel": "研修"})
        Traceback (most recent call last):
        minutes_gen.errors.ModelError: titel: unknown key; did you mean 'title'?
        """
        from minutes_gen.model._plain_data import from_data  # noqa: PLC0415

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
    above = has.title or has.lead or has.details or has.ki
    if has.sections and not (above or has.sections[0].numbered):
        problem = "a section without a number opens no paper; give the paper a title"
        raise ModelError("sections[0]", problem)
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

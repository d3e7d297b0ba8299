"""Session + HouseStyle → Document: every date is written and every label counted here, once.

>>> from minutes_gen.session import Section, Session
>>> session = Session(title="研修", number=1, sections=[Section("協働ってなに？", ["共に動く。"])])
>>> [(block.label, block.text, block.indent) for block in compose(session).blocks]
[('第1回', '研修', 0.0), ('1.', '協働ってなに？', 2.0), ('', '共に動く。', 3.0)]
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from math import inf
from typing import NamedTuple

from minutes_gen import era
from minutes_gen.layout.document import Block, Document, Meta, Part
from minutes_gen.layout.style import DEFAULT, HouseStyle
from minutes_gen.model._detail import Detail, names_day, tasks_of
from minutes_gen.model._foot_forms import LINE, Signing, spread_role
from minutes_gen.model._head_by_form import Place
from minutes_gen.model._head_forms import CLOSING, KI, ends_letter, is_closing, is_ki
from minutes_gen.model._head_order import in_order
from minutes_gen.model._marks import BRACKETS, EXAMPLE, HEAVY_BULLETS
from minutes_gen.model._marks import column as column_of
from minutes_gen.model._marks import indent as blank
from minutes_gen.model._section_numbers import renumbered, walk
from minutes_gen.model.task import task_parts
from minutes_gen.numbering import Scheme, pattern_of
from minutes_gen.schedule import Schedule, format_schedule
from minutes_gen.session import Block as SessionBlock
from minutes_gen.session import Bullet, Example, Paragraph, Session, Table, Vote
from minutes_gen.typeset import width

# Reading the labels of a scheme takes as long as composing a paper.
_scheme = lru_cache(maxsize=64)(Scheme.parse)


def compose(session: Session, style: HouseStyle | None = None) -> Document:
    """Compose a session.

    With no style named, the paper is written as its source was: the default style, but the
    source's own numbering and its own spelling of dates. A style that is named decides all.

    >>> session = Session(title="研修", details=[Detail("日時", "H30.6.12")])
    >>> compose(session).blocks[1].lines, compose(session, DEFAULT).blocks[1].lines
    (('H30.6.12',), ('平成30年6月12日（火）',))
    """
    composer = _Composer(
        style=style or DEFAULT,
        scheme=_scheme(style.numbering if style else session.numbering or DEFAULT.numbering),
        issued=session.issued,
        as_written=style is None,
    )
    meta = Meta(session.headline, session.issuer, session.issued)
    return Document(tuple(composer.session(session)), meta, composer.style, composer.scheme)


class _Columns(NamedTuple):
    """Where blocks stand, in em: bullets with a heavy mark, paragraphs, details, and all others."""

    heavy: float
    paragraph: float
    detail: float
    other: float

    def of(self, block: SessionBlock) -> float:
        """Say where a block stands."""
        if isinstance(block, Paragraph):
            return self.paragraph
        if isinstance(block, Bullet):
            return self.heavy if is_heavy(block) else self.other
        return self.detail if isinstance(block, Detail) else self.other


class _Composer(NamedTuple):
    """What all parts of one document are composed with."""

    style: HouseStyle
    scheme: Scheme
    issued: date | None
    as_written: bool

    def session(self, session: Session) -> Iterator[Block]:
        yield from self._end_of_letter(session, 0)
        yield from self._loose(session.lead)
        if session.ki:
            yield Block(Part.KI, (KI,), space=1)
        for index, detail in enumerate(session.details):
            yield self._detail(detail, 0.0, space=int(index == 0))
        yield from self._loose(session.notes)
        yield from self._sections(session)
        if session.ki:
            yield Block(Part.CLOSING, (CLOSING,))
        yield from self._end_of_letter(session, 1)
        yield from _tail(session.tail)
        if session.signing:
            yield from self._foot(session.signing)

    def _end_of_letter(self, session: Session, end: int) -> Iterator[Block]:
        """Compose what stands of a letter's head on top (0), or below its text (1)."""
        day = session.issued
        issued = self._day(day, session.issued_as) if day else session.issued_as
        above: Place | None = None
        for place, line in in_order(session.order, session.head_texts(issued))[end]:
            if place is Place.TITLE:
                yield self._title(session)
            else:
                apart = place is not above and (place in _APART or (end and above is None))
                yield Block(_PARTS[place], (line,), space=int(apart))
            above = place

    def _title(self, session: Session) -> Block:
        headline, title = session.headline or "", session.title or ""
        label = "" if headline == title else f"第{session.number}回"
        indent = self.style.title_indent
        return Block(Part.TITLE, (title,), label, session.number, 0, indent, space=1)

    def _foot(self, signing: Signing) -> Iterator[Block]:
        if signing.statement:
            indent = _FIRST_LINE
            yield Block(
                Part.STATEMENT, (signing.statement,), indent=indent, hanging=-indent, space=1
            )
        if signing.day:
            yield Block(Part.SIGNED, (self._day(signing.day, signing.day_as),), space=1)
        roles = max(width(signer.role) for signer in signing.signers)
        names = max(width(signer.name or LINE) for signer in signing.signers)
        for index, signer in enumerate(signing.signers):
            name = signer.name or LINE
            if signer.seal:
                name += blank(names - width(name) + 1) + signer.seal
            role = spread_role(signer, roles)
            yield Block(Part.SIGNER, (name,), role, space=int(index == 0))

    def _day(self, day: date, written: str | None) -> str:
        if written and self.as_written:
            return written
        return era.format_date(day, self.style.dates)

    def _detail(self, detail: Detail, indent: float, *, level: int = 0, space: int = 0) -> Block:
        lines = self._lines(detail)
        return Block(
            Part.DETAIL,
            lines,
            detail.label,
            level=level,
            indent=indent,
            hanging=self.style.label_width + 1,
            space=space,
            rows=tuple(map(task_parts, lines)) if tasks_of(detail.value) else (),
        )

    def _lines(self, detail: Detail) -> tuple[str, ...]:
        if detail.written and (self.as_written or not names_day(detail.value)):
            return detail.written
        return detail.spelled(self._when)

    def _when(self, schedule: Schedule) -> str:
        dates, weekday = self.style.dates, self.style.weekday
        return format_schedule(schedule, dates, weekday=weekday, as_of=self.issued)

    def _sections(self, session: Session) -> Iterator[Block]:
        sections = session.sections
        if not self.as_written:
            sections = renumbered(sections, session.numbering)
        for here in walk(sections, self.scheme, session.start):
            section, level = here.section, here.level
            indent = self.style.indents.numbered + self.style.indents.level * (level - 1)
            label = here.label(self.scheme)
            title = section.title if section.numbered else section.title.join(BRACKETS)
            space = int(level == 1)
            kind = pattern_of(section.kind) if section.kind else None
            yield Block(
                Part.HEADING, (title,), label, here.number, level, indent, space=space, pattern=kind
            )
            yield from self._blocks(section.blocks, self._under(indent))

    def _under(self, origin: float) -> _Columns:
        """Say where blocks stand under a heading at `origin`."""
        indents = self.style.indents
        body = origin + indents.body
        return _Columns(origin + indents.heavy, paragraph=body, detail=body, other=body)

    def _loose(self, blocks: tuple[SessionBlock, ...]) -> Iterator[Block]:
        """Compose what stands under no heading: details at the margin, paragraphs 1 em in."""
        columns = self._under(0.0)._replace(paragraph=_FIRST_LINE, detail=0.0)
        for index, block in enumerate(self._blocks(blocks, columns)):
            prose = block.part is Part.PARAGRAPH and block.level == 0
            yield block._replace(
                hanging=-block.indent if prose else block.hanging,
                space=int(index == 0) or block.space,
            )

    def _blocks(
        self, blocks: Iterable[SessionBlock], columns: _Columns, depth: int = 0
    ) -> Iterator[Block]:
        # What follows a bullet and stands further in than it would hang under it; so it goes no
        # further in than the bullet.
        limit, previous = inf, None
        for block in blocks:
            indent = min(columns.of(block), limit)
            match block:
                case Bullet():
                    limit = indent
                    after_group = isinstance(previous, Bullet) and bool(previous.blocks)
                    space = int(after_group and is_heavy(block))
                    yield from self._bullet(block, indent, depth, space)
                case Paragraph():
                    part = Part.PARAGRAPH if depth else _part_of(block.text)
                    yield Block(part, block.lines, level=depth, indent=indent)
                case Detail():
                    yield self._detail(block, indent, level=depth)
                case Example():
                    hanging = float(len(EXAMPLE)) if depth else 0.0
                    yield Block(Part.EXAMPLE, block.lines, EXAMPLE, None, depth, indent, hanging)
                case Table():
                    rows = (block.header, *block.rows)
                    yield Block(Part.TABLE, (), level=depth, indent=indent, rows=rows)
                case _:
                    part = _OF_ONE_LINE[type(block)]
                    yield Block(part, block.lines, level=depth, indent=indent)
            previous = block

    def _bullet(self, bullet: Bullet, indent: float, depth: int, space: int) -> Iterator[Block]:
        heavy, indents = is_heavy(bullet), self.style.indents
        hanging, depth = 0.0 if heavy else 1.0, depth + 1
        yield Block(Part.BULLET, bullet.lines, bullet.mark, None, depth, indent, hanging, space)
        if bullet.blocks:
            under = indent + (indents.under_heavy if heavy else indents.under_light)
            yield from self._blocks(bullet.blocks, _Columns(under, under, under, under), depth)


# What stands in a letter's head apart from what is above it.
_APART = {Place.ADDRESSEE, Place.ISSUER, Place.TITLE}
_PARTS = {
    Place.REFERENCE: Part.REFERENCE,
    Place.ISSUED: Part.ISSUED,
    Place.ADDRESSEE: Part.ADDRESSEE,
    Place.ISSUER: Part.ISSUER,
    Place.SIGNATORY: Part.SIGNATORY,
    Place.REMARK: Part.REMARK,
}


def _tail(lines: Iterable[str]) -> Iterator[Block]:
    """Compose what stands below 以上 as it stands."""
    space = 1
    for line in lines:
        text = line.lstrip()
        if text:
            yield Block(Part.TAIL, (text,), indent=column_of(line), space=space)
        space = int(not text)


_LONGEST_WORD = 12  # characters of 以　上, however it is spread


def _part_of(text: str) -> Part:
    """Tell the words that stand in the middle or at the right of a letter from paragraphs."""
    if len(text) > _LONGEST_WORD:
        return Part.PARAGRAPH
    if is_ki(text):
        return Part.KI_ALONE
    return Part.ENDING if is_closing(text) or ends_letter(text) else Part.PARAGRAPH


# The kinds of blocks that are a line and no more, and their parts.
_OF_ONE_LINE: dict[type, Part] = {Vote: Part.VOTE}

# 段落の字下げ: by how much the first line of a paragraph stands in, in em.
_FIRST_LINE = 1.0


def is_heavy(bullet: Bullet) -> bool:
    """Say whether a bullet has a heavy mark, such as ●.

    >>> is_heavy(Bullet("自立", mark="●")), is_heavy(Bullet("自立"))
    (True, False)
    """
    return bullet.mark in HEAVY_BULLETS

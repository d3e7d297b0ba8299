"""What a paper says, wherever it stands: all its sections, blocks, details and texts.

>>> from minutes_gen.blocks import Paragraph
>>> section = Section("会計", [Bullet("報告", [Detail("決定", "承認する")]), Paragraph("経過：")])
>>> [detail.label for detail in details_of(section.blocks)]
['決定']
>>> list(texts_of(section.blocks))
['報告', '承認する']
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Protocol

from minutes_gen.blocks import Block, Bullet, Section, Table, Vote
from minutes_gen.detail import Detail
from minutes_gen.foot import Signing
from minutes_gen.notation import COLON
from minutes_gen.people import People, split_names
from minutes_gen.roles import Role


class Paper(Protocol):
    """What is asked of a Session here; the Session itself stands above."""

    @property
    def lead(self) -> tuple[Block, ...]:
        """前文."""

    @property
    def details(self) -> tuple[Detail, ...]:
        """記書き."""

    @property
    def notes(self) -> tuple[Block, ...]:
        """後文."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections."""

    @property
    def numbering(self) -> tuple[str, ...] | None:
        """The first labels of the numbering."""

    @property
    def signing(self) -> Signing | None:
        """署名欄."""


def sections_of(sections: Iterable[Section]) -> Iterator[Section]:
    """Go through sections and those within them, in the order of the paper.

    >>> [section.title for section in sections_of([Section("甲", (), [Section("乙")])])]
    ['甲', '乙']
    """
    for section in sections:
        yield section
        yield from sections_of(section.sections)


def blocks_of(blocks: Iterable[Block]) -> Iterator[Block]:
    """Go through blocks and those that hang under bullets.

    >>> len(list(blocks_of([Bullet("甲", ["乙"])])))
    2
    """
    for block in blocks:
        yield block
        if isinstance(block, Bullet):
            yield from blocks_of(block.blocks)


def blocks_under(sections: Iterable[Section]) -> Iterator[Block]:
    """Go through all blocks of sections and of those within them."""
    for section in sections_of(sections):
        yield from blocks_of(section.blocks)


def blocks_in(paper: Paper) -> Iterator[Block]:
    """Go through all blocks of a paper."""
    yield from blocks_of((*paper.lead, *paper.details, *paper.notes))
    yield from blocks_under(paper.sections)


def details_of(blocks: Iterable[Block], *roles: Role) -> Iterator[Detail]:
    """Go through the details among blocks and under bullets: all, or those of these roles."""
    for block in blocks_of(blocks):
        if isinstance(block, Detail) and (not roles or block.role in roles):
            yield block


def details_in(paper: Paper, *roles: Role) -> Iterator[Detail]:
    """Go through the details of a paper that play one of these roles, wherever they stand."""
    for block in blocks_in(paper):
        if isinstance(block, Detail) and block.role in roles:
            yield block


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Go through what blocks say; a form that is still to be filled in (経過：) says nothing."""
    for block in blocks_of(blocks):
        match block:
            case Detail():
                yield " ".join(block.lines)
            case Table():
                yield from (cell for row in (block.header, *block.rows) for cell in row if cell)
            case Vote():
                yield block.line
            case _ if not block.text.endswith((COLON, ":")):
                yield block.text


def count_of(detail: Detail) -> int | None:
    """Read how many people a detail speaks of: what it counts, or whom it names.

    >>> [count_of(Detail("出席", text)) for text in ("６３人（うち委任状18人）", "甲 乙")]
    [63, 2]
    >>> count_of(Detail("出席", "出席43、委任状63、計106")), count_of(Detail("定足数", "半数以上"))
    (106, None)
    """
    if isinstance(detail.value, People) and not detail.label.endswith("数"):
        return len(detail.value.names)
    text = unicodedata.normalize("NFKC", " ".join(detail.lines)).replace(",", "")
    if "分の" in text:
        return None
    match = _SUM.search(text) or _COUNT.search(text)
    if match:
        return int(match[1])
    if detail.label.endswith("数"):  # 出席者数：多数
        return None
    return sum(len(split_names(line)) for line in detail.lines if line not in _NOBODY)


_SUM = re.compile(r"計\s*(\d{1,7})")
_COUNT = re.compile(r"(\d{1,7})")
_NOBODY = frozenset({"なし", "無し", "無", "0"})


def names_of(detail: Detail) -> tuple[str, ...]:
    """Return the names in a detail as they are compared: without white space and brackets.

    >>> names_of(Detail("出席者", "橋野 太郎（議長）、出口"))
    ('橋野太郎', '出口')
    """
    if isinstance(detail.value, People):
        return tuple(map(plain, detail.value.names))
    lines = [line for line in detail.lines if line not in _NOBODY]
    return tuple(plain(name) for line in lines for name in split_names(line))


def plain(name: str) -> str:
    """Return a name without white space, and without what stands in brackets behind it.

    >>> plain("橋野　太郎（議長）")
    '橋野太郎'
    """
    return "".join(_ASIDE.sub("", unicodedata.normalize("NFKC", name)).split())


_ASIDE = re.compile(r"\([^()]*\)")


def is_among(name: str, names: Iterable[str]) -> bool:
    """Say whether one of these names is that person's: 橋野, 橋野太郎 and 理事長橋野太郎 are one.

    >>> is_among("橋野太郎", ["橋野"]), is_among("橋野太郎", ["出口"])
    (True, False)
    """
    return any(name in other or other in name for other in names)

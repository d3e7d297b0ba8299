"""What they met about (議題): the items under its label, or the motions that bear a number."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from minutes_gen.facts._lines import Kind, Line, below, is_empty
from minutes_gen.facts._page import Page
from minutes_gen.facts._text import bare, flat
from minutes_gen.model._detail import Detail
from minutes_gen.model._marks import BRACKETS
from minutes_gen.model.roles import Role

Item = tuple[str, str]  # what it says, and its path

_STRONG = re.compile(
    "議題|議案|アジェンダ|agenda|付議|審議|協議|付した|案件|検討事項|次第|議事日程|topic",
    re.IGNORECASE,
)
_WEAK = re.compile("議事|内容")
_NOTE = re.compile(r"[（(][^（()）]*[）)]")
_MOST_ITEMS = 60
# What ends a list of items, though it has a label of another kind.
_OTHER = frozenset(
    {
        Role.SCHEDULE, Role.PLACE, Role.PARTICIPANTS, Role.ABSENT, Role.DECISION, Role.ACTION,
        Role.NEXT, Role.CONTACT, Role.BEGINNING, Role.ENDING,
    }
)  # fmt: skip


def find_agenda(page: Page) -> tuple[Item, ...]:
    """List what the paper says that they met about, from the first label that has items."""
    for words in (_STRONG, _WEAK):
        for index, line in enumerate(page.lines):
            called = line.role is Role.CONTENT and words.search(line.label)
            items = tuple(_items(page.lines, index)) if called and not page.ahead[index] else ()
            if items:
                return items
    return ()


def _items(lines: tuple[Line, ...], index: int) -> Iterator[Item]:
    line = lines[index]
    value = _NOTE.sub("", line.value).strip() if _NOTE.fullmatch(line.value) else line.value
    if isinstance(line.block, Detail):
        # What is set in under a label belongs to it; what follows at the margin may not.
        if value:
            yield value, line.path
        for under in below(lines, index, _MOST_ITEMS):
            if under.kind is not Kind.VALUE:
                break
            yield under.body, under.path
        if value:
            return
    elif value:
        yield value, line.path
        if line.kind is not Kind.HEADING:
            return
    items = tuple(_listed(below(lines, index, _MOST_ITEMS)))
    yield from items or _listed(_sections_behind(lines, line.end))


def listed_under(lines: tuple[Line, ...], index: int) -> Iterator[Item]:
    """List the items under a label: those that bear a mark, or else each line."""
    return _listed(below(lines, index, _MOST_ITEMS))


def _listed(under: Sequence[Line]) -> Iterator[Item]:
    kept = [line for line in takewhile(_belongs, under) if not is_empty(line)]
    kept = [line for line in kept if not _is_frame(line)]
    if days := [line for line in kept if _OF_DAY.match(line.text)]:
        kept = _by_day(kept) if len(days) > 1 else kept
    yield from ((line.body, line.path) for line in items_among(kept))


def items_among(kept: Sequence[Line]) -> Iterator[Line]:
    """Choose the lines that are items: those that bear a mark, or else each up to a sentence."""
    marked = [line for line in kept if line.mark and line.kind is not Kind.VALUE]
    if marked:
        top = min(line.depth for line in marked)
        yield from (line for line in marked if line.depth == top)
    else:
        yield from takewhile(lambda line: "。" not in flat(line.body), kept)


def _belongs(line: Line) -> bool:
    """Say whether a line can be an item, or stand among items."""
    other = line.labelled and line.role in _OTHER and line.kind is not Kind.BULLET
    return not other and bare(line.body) != "以上"


_OF_DAY = re.compile(r"日程\s*第?\s*[0-9０-９一二三四五六七八九十]{1,3}\s*")


def _by_day(kept: list[Line]) -> list[Line]:
    """Take the items of a 議事日程, each of which stands behind or below 日程第１."""
    found = []
    for place, line in enumerate(kept):
        behind = _OF_DAY.sub("", line.body, count=1) if _OF_DAY.match(line.body) else None
        if behind:
            found.append(line._replace(body=behind, mark=""))
        elif behind == "" and place + 1 < len(kept):
            found.append(kept[place + 1]._replace(mark=""))
    return found


def _is_frame(line: Line) -> bool:
    """Say whether a line is a heading between items: 【報告事項】."""
    return line.mark == BRACKETS


def _sections_behind(lines: tuple[Line, ...], at: int) -> list[Line]:
    """List the sections that follow a label which has nothing under it."""
    found: list[Line] = []
    while at < len(lines) and lines[at].kind is Kind.HEADING:
        if found and lines[at].rank != found[0].rank:
            break
        found.append(lines[at])
        at = lines[at].end
    return found

"""Motions (議案): those that bear a number, in a heading or a line, and what became of each."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutes_gen.facts._lines import Kind, Line
from minutes_gen.facts._page import Page
from minutes_gen.facts._results import says_result, sentences
from minutes_gen.facts._text import bare, flat
from minutes_gen.model._blocks import Block, Bullet, Paragraph, Vote

_NUMBER = r"[0-9０-９一二三四五六七八九十]{1,3}"
_MOTION = re.compile(
    rf"(第\s*{_NUMBER}\s*号\s*議案|議案\s*第?\s*{_NUMBER}\s*号?|議決事項\s*{_NUMBER}|{_NUMBER}号議案)"
    r"[\s:：、.．]*(.*)",
    re.DOTALL,
)
_WIDE = re.compile(
    r"[　\t]{2,}| {3,}|[（(]\s*(?=[^（()）]*(?:承認|可決|否決|了承)[^（()）]*[）)]\s*$)|[…・]{3,}"
)


class Motion(NamedTuple):
    """A motion: its label, what it is about, what became of it, and the line that it stands in."""

    label: str
    title: str
    result: str | None
    at: int
    path: str
    blocks: tuple[Block, ...] = ()


def find_motions(page: Page) -> tuple[Motion, ...]:
    """List the motions that lines name, each once: where its result stands, or first."""
    found: dict[str, Motion] = {}
    for motion in _motions(page):
        known = found.get(motion.label)
        if known is None or (motion.result and not known.result):
            found[motion.label] = motion
    return tuple(sorted(found.values(), key=lambda motion: motion.at))


def _motions(page: Page) -> Iterator[Motion]:
    heads = list(_heads(page))
    for place, (at, label, whole) in enumerate(heads):
        end = heads[place + 1][0] if place + 1 < len(heads) else len(page.lines)
        end = _scope(page.lines, at, end)
        title, own = part_result(whole)
        told = [one.text for one in sentences(page, at + 1, end) if says_result(one.text)]
        result = own or (told[-1] if told else None)
        inside = (line.block for line in page.lines[at + 1 : end])
        blocks = tuple(block for block in inside if isinstance(block, Paragraph | Bullet | Vote))
        yield Motion(label, title, result, at, page.lines[at].path, blocks)


_SILENT = frozenset({Kind.HEAD, Kind.TITLE, Kind.VALUE})


def _heads(page: Page) -> Iterator[tuple[int, str, str]]:
    for index, line in enumerate(page.lines):
        if line.kind in _SILENT or page.ahead[index]:
            continue
        match = _MOTION.match(line.body[:200])
        if match and match[2]:
            yield index, bare(flat(match[1])), match[2].strip()


def _scope(lines: tuple[Line, ...], at: int, end: int) -> int:
    """Say where the lines about a motion end: at the next, or at a heading of its rank."""
    for index in range(at + 1, end):
        if lines[index].rank <= min(lines[at].rank, _HEADINGS):
            return index
    return end


_HEADINGS = 17


def part_result(title: str) -> tuple[str, str | None]:
    """Part a motion from its result.

    >>> part_result("決算の承認　　異議なく可決承認")
    ('決算の承認', '異議なく可決承認')
    """
    for match in _WIDE.finditer(title[:120]):
        behind = title[match.end() :].strip("　 （）()")
        if says_result(behind):
            return title[: match.start()].strip(), behind
    return title, title if says_result(title) and title.endswith(("。", "た", "決")) else None

"""Motions (議案) as resolutions: those of the notation, and those that other lines name."""

from attrs import frozen

from minutes_gen.facts._entries import lines_in
from minutes_gen.facts._lines import Line
from minutes_gen.facts._motions import Motion, find_motions, part_result
from minutes_gen.facts._page import Page, page_of
from minutes_gen.facts._results import RESULT
from minutes_gen.facts._text import bare, flat
from minutes_gen.model._blocks import Block, Paragraph, Section, Vote, descend
from minutes_gen.model._detail import Detail
from minutes_gen.model._marks import BRACKETS, read_vote
from minutes_gen.model.paper import Paper
from minutes_gen.model.roles import Role


@frozen
class Resolution:
    """A motion (議案) and what became of it.

    label   第１号議案, where the paper numbers it
    title   the motion
    vote    the votes, where the paper counts them
    result  可決した。 and the like: 議決：…, or the last paragraph that says so

    >>> from minutes_gen.session import Detail, Session
    >>> motion = Section("会費", [Vote(2, 0), Detail("議決", "可決")])
    >>> paper = Session(title="総会", sections=[motion], numbering=["第１号議案"])
    >>> [(found.label, found.title, found.result) for found in paper.resolutions]
    [('第１号議案', '会費', '可決')]
    """

    label: str
    title: str
    vote: Vote | None
    result: str | None
    section: Section


Placed = tuple[Resolution, str]


def resolutions_of(paper: Paper) -> tuple[Placed, ...]:
    """List the motions in the order of the paper, each with its place."""
    page = paper.once(page_of)
    found: dict[int, Placed] = {}
    for index, line in enumerate(page.lines):
        if isinstance(line.block, Section) and (one := _of_section(line, line.block)):
            found[index] = one, line.path
    named = {bare(flat(one.label)) for one, _ in found.values()}
    inside = {at for index in found for at in range(index, page.lines[index].end)}
    for motion in find_motions(page):
        if motion.at not in inside and motion.label not in named:
            found[motion.at] = _of_line(page, motion), motion.path
    return tuple(found[index] for index in sorted(found))


MOTION = "議案"


def _of_section(line: Line, section: Section) -> Resolution | None:
    """Read a section that is numbered as 議案, or has a vote or a 議決."""
    blocks = list(descend(section.blocks))
    vote, result = _vote(blocks), _result(blocks)
    label = "" if line.mark == BRACKETS else line.mark.rstrip("：:")
    if MOTION in label or vote or any(_role(block) is Role.RESULT for block in blocks):
        title, own = part_result(section.title) if MOTION in label else (section.title, None)
        return Resolution(label, title, vote, result or own, section)
    return None


def _of_line(page: Page, motion: Motion) -> Resolution:
    line = page.lines[motion.at]
    if isinstance(line.block, Section):
        blocks = list(descend(line.block.blocks))
        return Resolution(motion.label, motion.title, _vote(blocks), motion.result, line.block)
    section = Section(motion.title, motion.blocks)
    return Resolution(
        motion.label, motion.title, _vote(list(motion.blocks)), motion.result, section
    )


def _role(block: Block) -> Role | None:
    return block.role if isinstance(block, Detail) else None


def _vote(blocks: list[Block]) -> Vote | None:
    for block in blocks:
        if isinstance(block, Vote):
            return block
        if isinstance(block, Detail) and (block.label == "賛成" or block.role is Role.RESULT):
            line = block.label * (block.role is None) + " ".join(block.lines)
            if votes := read_vote(line.replace("：", " ").replace(":", " ")):
                return Vote(*votes)
    return None


def _result(blocks: list[Block]) -> str | None:
    said = [block for block in blocks if _role(block) is Role.RESULT]
    said = said or [
        block for block in blocks if isinstance(block, Paragraph) and RESULT.search(block.text)
    ]
    return "\n".join(lines_in(said[-1])) if said else None

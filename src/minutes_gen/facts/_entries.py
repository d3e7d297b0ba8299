"""What a paper enters under a role in the notation's own ways (決定, 宿題 …): blocks, in its order.

An entry may stand as a detail (決定：…), as a bullet that begins so (・決定：…), or under a heading
or a bullet that is called so (1. 決定事項).
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator

from minutes_gen.model._blocks import (
    Block,
    Bullet,
    Paragraph,
    Section,
    Table,
    descend,
)
from minutes_gen.model._detail import Detail, role_of
from minutes_gen.model._marks import COLON, Kind, read_mark
from minutes_gen.model.paper import Paper
from minutes_gen.model.roles import Role
from minutes_gen.model.task import WHEN, WHO


def all_sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Go through sections and those within them."""
    for section in sections:
        yield section
        yield from all_sections(section.sections)


def _groups(paper: Paper) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Give the blocks of each section, and of the paper itself, with its title."""
    yield "", (*paper.lead, *paper.details, *paper.notes)
    for section in all_sections(paper.sections):
        # What the sections within it are called belongs to a section, too.
        titles = (Paragraph(within.title) for within in section.sections)
        yield section.title, (*section.blocks, *titles)


def all_blocks(paper: Paper) -> Iterator[Block]:
    """Go through all blocks of a paper."""
    for _, blocks in _groups(paper):
        yield from descend(blocks)


NEXT = "次回"


def details_in(paper: Paper, *roles: Role) -> Iterator[Detail]:
    """Go through the details of these roles, but for those that tell of the next meeting."""
    yield from details_among((*paper.lead, *paper.details, *paper.notes), roles)
    for section in all_sections(paper.sections):
        if NEXT not in section.title:
            yield from details_among(section.blocks, roles)


def details_among(blocks: Iterable[Block], roles: Container[Role | None]) -> Iterator[Detail]:
    """Go through the details of these roles among blocks and what hangs under them."""
    return (b for b in descend(blocks) if isinstance(b, Detail) and b.role in roles)


Entry = tuple[Block, Block]  # what is entered, and the block of the paper that holds it


def entries_of(paper: Paper) -> dict[Role | None, list[Entry]]:
    """Find what is entered under each role: details, and the blocks under what is called so."""
    found: dict[Role | None, list[Entry]] = defaultdict(list)
    for title, blocks in _groups(paper):
        called = called_role(title) if title else None
        if called:
            others = (b for b in blocks if not (isinstance(b, Detail) and b.role is called))
            found[called] += ((block, block) for block in others)
        for block in descend(blocks):
            if isinstance(block, Detail):
                found[block.role].append((block, block))
            elif isinstance(block, Bullet):
                role = called_role(block.text)
                if role:
                    found[role] += ((under, under) for under in block.blocks)
                elif entry := _bulleted(block, called):
                    found[entry[0]].append((entry[1], block))
            elif isinstance(block, Table) and lists_tasks(block):
                found[Role.ACTION].append((block, block))
    return found


def _bulleted(bullet: Bullet, called: Role | None) -> tuple[Role, Paragraph] | None:
    """Read a bullet that begins with a label: ・決定：…, but not under a heading of that role."""
    mark = read_mark(bullet.text) if ":" in bullet.text or COLON in bullet.text else None
    if mark is None or mark.kind is not Kind.DETAIL or not mark.rest:
        return None
    role = role_of(mark.sign)
    return (role, Paragraph(mark.rest)) if role and role is not called else None


def called_role(title: str) -> Role | None:
    """Say what a heading announces: 決定事項, ○ 宿　題：."""
    return role_of("".join(title.split()).rstrip("：:"))


def lines_in(block: Block) -> tuple[str, ...]:
    """Return the lines of a block, as a list of entries shows them."""
    if isinstance(block, Detail) and block.role is None:
        return tuple(f"{block.label}：{line}" for line in block.lines)
    return block.lines


def lists_tasks(table: Table) -> bool:
    """Say whether a table is one of tasks, wherever it stands: it has 担当 and 期限."""
    return {WHO, WHEN} <= {COLUMNS.get("".join(cell.split())) for cell in table.header}


COLUMNS = {
    name: column
    for column, names in {WHO: "担当 担当者 責任者 氏名", WHEN: "期限 期日 締切 締め切り"}.items()
    for name in names.split()
}

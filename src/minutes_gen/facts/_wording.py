"""What a paper says in words.

>>> from minutes_gen.model._blocks import Paragraph
>>> list(told([Paragraph("経過："), Paragraph("承認した。"), Detail("場所", "事務室")]))
['承認した。', '事務室']
"""

import re
from collections.abc import Iterable, Iterator

from minutes_gen.facts._entries import all_blocks, all_sections
from minutes_gen.model._blocks import Block, Table, descend
from minutes_gen.model._detail import Detail
from minutes_gen.model.paper import Paper


def told(blocks: Iterable[Block]) -> Iterator[str]:
    """Go through what blocks say; a form that is still to be filled in (経過：) says nothing."""
    for block in descend(blocks):
        match block:
            case Detail():
                yield "\n".join(block.lines)
            case Table():
                yield from (cell for row in (block.header, *block.rows) for cell in row if cell)
            case _:
                yield from (line for line in block.lines if not _FORM.search(line))


_FORM = re.compile(r"[：:]$|^賛成\s*反対\s*(?:棄権)?$")


def says(paper: Paper, pattern: re.Pattern[str]) -> bool:
    """Say whether a title or a text of the paper holds what a pattern looks for."""
    titles = (section.title for section in all_sections(paper.sections))
    return any(map(pattern.search, (*titles, *told(all_blocks(paper)))))

"""What stands under a label of a role (決定事項, 保留, 資料), whatever form the label has."""

from collections.abc import Iterator

from minutes_gen.facts._agenda import Item, listed_under
from minutes_gen.facts._names import NOBODY
from minutes_gen.facts._page import Page
from minutes_gen.model.roles import Role


def texts_under(page: Page, role: Role) -> Iterator[Item]:
    """List the value of each label of a role, or else the items under it."""
    for index, line in enumerate(page.lines):
        if line.role is not role or page.ahead[index]:
            continue
        own = [(line.value, line.path)] if line.value else listed_under(page.lines, index)
        yield from (item for item in own if item[0] not in NOBODY)

"""What was decided (決定), in words: …を承認した, …に決まった, 異議なく可決.

>>> says_result("予算案を承認した。"), says_result("予算案は承認されなかった。")
(True, False)
>>> says_result("前回の議事録が承認された。"), says_result("承認について話し合った。")
(False, False)
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutes_gen.facts._lines import Kind, Line
from minutes_gen.facts._page import Page
from minutes_gen.facts._text import flat

# The words that say what became of a motion.
RESULT = re.compile(
    r"可決|否決|承認|同意|選任|選出|決定|決し|議決|決議|了承|採択|異議な|継続審議|撤回|取り?下げ"
)
_DONE = re.compile(
    r"(?:可決|否決|承認|同意|選任|選出|決定|議決|決議|了承|採択|再任)(?:可決|承認|決定|確認)?"
    r"(?:(?:を|が)?(?:得|受け)|(?:と)?され|し|となっ|と決し|いたし|致し)?(?:た|まし|ました)(?![がのいらめ])"
    r"|(?:可決|否決|承認|選任|選出|決定|決議|了承|採択)(?:可決|承認|決定)?(?:さ?る)?[。.．]?$"
    r"|(?:全会|満場|全員)(?:一致|賛成)|こと(?:で|に)(?:決定|一致|合意)|決した|に決まっ|ことを?決め|こと(?:とした|とし、|に(?:した|なった|なりました|しました|決ま|決め|決し))"
    r"|異議な[くし](?:[。.．]?$|.{0,12}(?:承認|可決|了承|賛成))|賛成\s*[0-9]+\s*[名人票].{0,4}反対"
)
_NOT = re.compile(
    r"なかった|ませんでした|前回|前年度?の(?:総会|会議)|先の(?:総会|会議)|先般|かつて|予定|見送"
)


def says_result(text: str) -> bool:
    """Say whether a sentence tells of what was decided there and then."""
    if not (RESULT.search(text) or any(word in text for word in ("決", "こと", "賛成", "一致"))):
        return False
    line = flat(text)
    return _DONE.search(line) is not None and not _NOT.search(line)


class Sentence(NamedTuple):
    """A sentence, and the index of the line that it begins in."""

    text: str
    at: int


_LONGEST = 600  # characters of a line that are read


def sentences(page: Page, first: int = 0, last: int | None = None) -> Iterator[Sentence]:
    """Go through the sentences of a paper; one may go on over several lines."""
    open_text, open_at = "", 0
    for index in range(first, len(page.lines) if last is None else last):
        line = page.lines[index]
        if open_text and not _goes_on(line):
            yield Sentence(open_text, open_at)
            open_text = ""
        if line.kind in _SILENT or page.ahead[index]:
            continue
        begins = open_at if open_text else index
        *whole, rest = _ENDS.split((open_text + (line.value or line.body))[:_LONGEST])
        for text in whole:
            yield Sentence(text, begins)
            begins = index
        if line.kind not in _OPEN or line.labelled:
            yield Sentence(rest, begins)
            rest = ""
        open_text, open_at = rest, begins
    if open_text:
        yield Sentence(open_text, open_at)


_ENDS = re.compile(r"(?<=[。．｡])(?![）)」』0-9０-９])")
_SILENT = frozenset({Kind.HEAD, Kind.TITLE})
_OPEN = frozenset({Kind.TEXT, Kind.BULLET})


def _goes_on(line: Line) -> bool:
    return line.kind is Kind.TEXT and not line.labelled and not line.mark

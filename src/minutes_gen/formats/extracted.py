r"""What a PDF extractor gave → lines of the notation.

An extractor breaks paragraphs where the page did, puts spaces before digits and Latin letters,
and loses the indentation. Here the lines are joined again, the spaces are taken out, and each
line is stood where its mark belongs; `read_lines` then reads them like any other text.

>>> text = "第 1回 研修 \n1. 協働とは \n異種の組織（他の NPOなど）が\n共に動くこと。 \n"
>>> read_extracted(text).sections[0].blocks
(Paragraph(text='異種の組織（他のNPOなど）が共に動くこと。'),)
"""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from unicodedata import normalize

from attrs import evolve, frozen

from minutes_gen.formats.notation._lines import Line
from minutes_gen.formats.notation.reader import read_lines
from minutes_gen.model._detail import names_people
from minutes_gen.model._head_forms import is_closing, is_ki
from minutes_gen.model._marks import (
    BYTE_ORDER_MARK,
    HEAVY_BULLETS,
    LIGHT_BULLETS,
    Kind,
    Mark,
    column,
    read_mark,
)
from minutes_gen.session import Session
from minutes_gen.typeset import width

# Kana and kanji: from these Word sets Latin letters and digits a quarter of an em apart.
_JAPANESE = (
    "[\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
_QUARTER_EM = re.compile(rf"(?<={_JAPANESE}) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) (?={_JAPANESE})")
_BETWEEN_WORDS = re.compile(r"[0-9A-Za-z,;]\n(?=[0-9A-Za-z])")


def read_extracted(text: str, *, source: str = "<text>") -> Session:
    """Read a session from the text of a PDF.

    NotationError as for `read_text`; its line is that of the extracted text.

    >>> read_extracted("第 1回 研修 \\n1. 協働とは \\n共に動くこと。 \\n").sections[0].title
    '協働とは'
    """
    return read_lines(list(_indented(_joined(text))), source=source)


@frozen
class _Printed:
    """A printed line: where it stands, what it says, and whether a space ends it."""

    number: int
    column: float
    text: str
    spaced: bool


def _printed(text: str) -> list[_Printed]:
    whole = _RADICALS.sub(lambda match: normalize("NFKC", match[0]), text)
    lines = [
        _Printed(number, column(line), line.strip().replace("\t", " "), line.endswith(" "))
        for number, line in enumerate(whole.removeprefix(BYTE_ORDER_MARK).splitlines(), start=1)
        if line.strip()
    ]
    # Some extractors set all lines in by the margin of the page.
    margin = min((line.column for line in lines), default=0.0)
    return [evolve(line, column=line.column - margin) for line in lines]


# Fonts of PDFs often name their kanji 日 and 月 by these, which look the same.
_RADICALS = re.compile("[\u2e80-\u2fdf]")


def _joined(text: str) -> Iterator[Line]:
    """Join the lines of each paragraph and take out the extractor's spaces.

    Where spaces end the paragraphs, they are evidence; only a line that fills the page and ends
    no sentence goes on in the next if that is set in and bears no mark: an author broke it by
    hand. Where spaces tell nothing, every line that fills the page and ends no sentence goes on
    in the next that bears no mark.
    """
    lines = _printed(text)
    marked = [*map(_begins, lines), True]
    evident = _spaces_end_paragraphs(lines, marked)
    longest = max((width(line.text) for line in lines), default=0.0)
    measure = max(longest - _SHORTEST_REST, _NARROWEST)
    parts: list[_Printed] = []
    for line, after, after_marked in zip_longest(lines, lines[1:], marked[1:]):
        parts.append(line)
        full = width(line.text) > measure and line.text[-1] not in _SENTENCE_ENDS
        goes_on = full and not after_marked
        if evident:
            goes_on = not line.spaced or (goes_on and after is not None and after.column > 0)
        if not goes_on:
            yield Line(parts[0].number, parts[0].column, _one_text(parts))
            parts = []


# A line that leaves so much of the page free, in em, has ended of itself: indents take up to 5,
# and what did not fit at its end is seldom longer than a word.
_SHORTEST_REST = 7.0
# No page is so narrow, in em; a text of short lines is one of short paragraphs.
_NARROWEST = 15.0
_SENTENCE_ENDS = "。．.）)」』】？！?!"


def _begins(line: _Printed) -> bool:
    """Say whether a line cannot be the rest of another: it bears a mark, or is 記 or 以上."""
    marked = read_mark(line.text).kind is not Kind.PLAIN
    return marked or is_ki(line.text) or is_closing(line.text)


def _one_text(parts: list[_Printed]) -> str:
    mark = read_mark(parts[0].text)
    if mark.kind is Kind.DETAIL and names_people(mark.sign):
        # Where a line of names ends, a name ends.
        return _QUARTER_EM.sub("", " ".join(part.text for part in parts))
    text = _BETWEEN_WORDS.sub(lambda m: m[0][0] + " ", "\n".join(part.text for part in parts))
    return _QUARTER_EM.sub("", text.replace("\n", ""))


def _spaces_end_paragraphs(lines: list[_Printed], marked: list[bool]) -> bool:
    """Say whether spaces at line ends tell where paragraphs end.

    They do if some lines have them and some have not, and no marked line follows one that has not.
    """
    told = all(line.spaced for line, ends in zip(lines, marked[1:], strict=True) if ends)
    return told and not all(line.spaced for line in lines)


def _indented(lines: Iterable[Line]) -> Iterator[Line]:
    """Stand each line where the notation wants it: a lighter bullet under a heavier one."""
    tree = _Indenter()
    for line in lines:
        yield evolve(line, column=tree.column_of(line, line.mark))


class _Indenter:
    """Keeps the bullets that are open, from the outermost in, as (mark, column)."""

    def __init__(self) -> None:
        self._bullets: list[tuple[str, float]] = []
        self._in_section = False
        self._after_detail = False

    def column_of(self, line: Line, mark: Mark) -> float:
        after_detail, self._after_detail = self._after_detail, False
        match mark.kind:
            case Kind.SECTION | Kind.UNNUMBERED:
                self._bullets.clear()
                self._in_section = True
                return 0.0
            case Kind.DETAIL:
                self._bullets.clear()
                self._after_detail = not self._in_section
                return 1.0 if self._in_section else 0.0
            case Kind.BULLET:
                return self._bullet(mark.sign)
            case Kind.EXAMPLE:
                return self._hanging()
        if after_detail and not line.text.endswith("。"):
            # Between the details of the head stand no paragraphs: this is 内容's second line.
            self._after_detail = True
            return _CONTINUATION
        if self._bullets and line.column > 0:
            return self._hanging()
        return self._bullets.pop()[1] if self._bullets else float(self._in_section)

    def _bullet(self, mark: str) -> float:
        open_marks = [open_mark for open_mark, _ in self._bullets]
        if mark in open_marks:
            del self._bullets[open_marks.index(mark) :]
        while self._bullets and _weight(self._bullets[-1][0]) > _weight(mark):
            self._bullets.pop()
        if self._bullets:
            at = self._hanging()
        else:
            at = float(self._in_section and mark not in HEAVY_BULLETS)
        self._bullets.append((mark, at))
        return at

    def _hanging(self) -> float:
        return self._bullets[-1][1] + 1.0 if self._bullets else float(self._in_section)


_CONTINUATION = 5.0


def _weight(mark: str) -> int:
    """Rank a bullet: heavy ones hold light ones, and those the signs that need a space."""
    return next(
        (rank for rank, marks in enumerate((HEAVY_BULLETS, LIGHT_BULLETS)) if mark in marks), 2
    )

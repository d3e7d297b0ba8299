"""What a run put out → lines for the reader, which decides on them before the values are in.

>>> from minutes_gen.formats.notation.reader import read_lines
>>> run = Run("x.txt", None)
>>> run.put("場所：", 1)
>>> run.put_value("会議室\\n1. にせ", 1, "場所")
>>> read_lines(template_lines(run), source="x.txt").details[0].value
('会議室', '1. にせ')
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from attrs import evolve, field, frozen

from minutes_gen.errors import ValuesError, shown
from minutes_gen.formats.notation._lines import Line
from minutes_gen.formats.notation.reader import split_lines
from minutes_gen.model._looks import Look
from minutes_gen.model._marks import BAR, Kind, read_mark
from minutes_gen.model._validators import LARGEST_NUMBER, text_problem
from minutes_gen.templating._run import FIRST_SIGN, SIGN, Put, Run
from minutes_gen.templating._values import Count

# 第N回 is read for every number; and what a loop counts is no value, and may number sections.
# There the digits stand when a line is read.
_LABEL = re.compile("(?:第\\s?|[(（]\\s?)?([\ud800-\udfff])(?![0-9０-９])")
_NTH = re.compile("第\\s*([\ud800-\udfff])[^\\S\u3000]*回")


@frozen
class _TemplateLine(Line):
    """A line in which signs stand for values; each text of it gets them when the model does."""

    run: Run = field(kw_only=True)
    read: Line = field(kw_only=True)  # the same line, which other papers of the template share

    @property
    def look(self) -> Look:
        return self.read.look

    def problem(self) -> str | None:
        return text_problem(SIGN.sub("x", self.text))

    @property
    def form(self) -> str:
        return SIGN.sub("甲", self.text)

    def filled(self, text: str) -> str:
        return self._one_line(text, empty=False)

    def filled_cell(self, text: str) -> str:
        filled = self._one_line(text, empty=True)
        if BAR in filled and BAR not in text:
            raise _error(self.run, text, f"{filled!r} holds {BAR}, which parts the cells of a row")
        return filled

    def filled_value(self, texts: list[str]) -> list[str]:
        if not any(map(SIGN.search, texts)):
            return texts
        lines = [line.strip() for text in texts for line in self._put_in(text).split("\n")]
        return [line for line in lines if line]

    def _put_in(self, text: str) -> str:
        return SIGN.sub(lambda sign: _behind(self.run, sign[0]).text, text)

    def _one_line(self, text: str, *, empty: bool) -> str:
        if not SIGN.search(text):
            return text
        filled = self._put_in(text).strip()
        problem = None if empty and not filled else text_problem(filled)
        if "\n" in filled:
            problem = f"{shown(filled)} has more than one line, and only one can stand here"
        if problem:
            raise _error(self.run, text, problem)
        return filled


def template_lines(run: Run) -> list[Line]:
    """Split what a template has put out into lines, which bear the numbers of the template's."""
    return [_line(line, run) for line in _split(tuple(run.pieces))]


@lru_cache(maxsize=16)  # a template puts out the same lines for most of its papers
def _split(pieces: tuple[tuple[str, int], ...]) -> list[Line]:
    """Split what was put out into lines that bear the numbers of the template's."""
    numbers = list(_numbers(pieces))
    lines = split_lines("".join(piece for piece, _ in pieces))
    return [evolve(line, number=numbers[line.number - 1]) for line in lines]


def _numbers(pieces: tuple[tuple[str, int], ...]) -> Iterator[int]:
    """Say for each line that was put out in which line of the template it begins."""
    begins = True
    for piece, first in pieces:
        for number, part in enumerate(piece.splitlines(keepends=True), start=first):
            if begins:
                yield number
            begins = part.splitlines()[0] != part


def _line(line: Line, run: Run) -> Line:
    text = line.text
    if SIGN.fullmatch(text) and isinstance(_behind(run, text).value, date):
        text = _behind(run, text).text
    elif match := _NTH.match(text) or _LABEL.match(text):
        text = _with_number(text, match, run)
    read = line if text == line.text else evolve(line, text=text)
    return _TemplateLine(line.number, line.column, text, line.apart, run=run, read=read)


def _with_number(text: str, match: re.Match[str], run: Run) -> str:
    """Write the number that a label is made of, if a number there can be one."""
    put = _behind(run, match[1])
    begin, end = match.span(1)
    numbered = text[:begin] + put.text + text[end:]
    if match.re is _LABEL:
        counted = isinstance(put.value, Count) and read_mark(numbered).kind is Kind.SECTION
        return numbered if counted else text
    if type(put.value) is int and not 1 <= put.value <= LARGEST_NUMBER:
        raise _error(run, match[1], f"{put.value} is not a number from 1 to {LARGEST_NUMBER}")
    return numbered if isinstance(put.value, int) else text


def _behind(run: Run, sign: str) -> Put:
    return run.values[ord(sign) - FIRST_SIGN]


def _error(run: Run, text: str, problem: str) -> ValuesError:
    """Name the value of a text that is at fault, and its line in the template."""
    signs = SIGN.findall(text)
    put = next((put for sign in signs if "\n" in (put := _behind(run, sign)).text), None)
    put = put or _behind(run, signs[0])
    return ValuesError(run.source, put.line, f"{put.name}: {problem}")

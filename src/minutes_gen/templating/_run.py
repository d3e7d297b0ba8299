"""One run of a template: what it puts out, and the bounds of that.

>>> run = Run("x.txt", None)
>>> run.put("場所：", 1)
>>> run.put_value("会議室", 1, "場所")
>>> [piece for piece, _ in run.pieces], run.values[0].text
(['場所：', '\\ud800'], '会議室')
"""

import re
from datetime import date

from attrs import Factory, define, frozen

from minutes_gen.errors import TemplateError, ValuesError, shown
from minutes_gen.templating._values import unwrapped, written

MOST_STEPS = 200_000
MOST_CHARACTERS = 200_000
MOST_LINES = 5_000
# A value is one lone surrogate until the lines are read: no document can hold one, so that
# neither the template nor a value can forge it.
SIGN = re.compile("[\ud800-\udfff]")
FIRST_SIGN = 0xD800
MOST_VALUES = 0xE000 - FIRST_SIGN


@frozen
class Put:
    """A value that a template puts out: its text, its line, and what the template calls it."""

    value: object
    text: str
    line: int
    name: str


@define
class Run:
    """One run of a template: the pieces that it puts out with their lines, and their values.

    `as_of` is the day of the paper, in whose era it writes.
    """

    source: str
    as_of: date | None
    pieces: list[tuple[str, int]] = Factory(list)
    values: list[Put] = Factory(list)
    _steps: int = 0
    _characters: int = 0
    _lines: int = 0

    def charge(self, steps: int, line: int) -> None:
        """Count steps, and stop what would not end."""
        self._steps += steps
        if self._steps > MOST_STEPS:
            raise TemplateError(self.source, line, f"it takes more than {MOST_STEPS} steps")

    def put(self, text: str, line: int) -> None:
        """Put a text of the template out."""
        self._lines += text.count("\n")
        self._count(len(text), line)
        self.pieces.append((text, line))

    def put_value(self, value: object, line: int, name: str) -> None:
        """Put the sign of a value out."""
        if value is None or value == ():
            hint = f"give one, or write {{% if {name} %}} around it"
            raise ValuesError(self.source, line, f"{name} has no value; {hint}")
        text = written(value, self.as_of)
        if text is None:
            raise ValuesError(self.source, line, f"{name}: must be a text, not {shown(value)}")
        if match := SIGN.search(text):
            problem = f"{shown(text)} holds U+{ord(match[0]):04X}, which no document can hold"
            raise ValuesError(self.source, line, f"{name}: {problem}")
        self._count(len(text), line)
        if len(self.values) == MOST_VALUES:
            raise TemplateError(self.source, line, f"it puts out more than {MOST_VALUES} values")
        self.pieces.append((chr(FIRST_SIGN + len(self.values)), line))
        self.values.append(Put(unwrapped(value), text, line, name))

    def _count(self, characters: int, line: int) -> None:
        self._characters += characters
        if self._characters > MOST_CHARACTERS or self._lines > MOST_LINES:
            most = f"{MOST_CHARACTERS} characters or {MOST_LINES} lines"
            raise TemplateError(self.source, line, f"it puts out more than {most}")

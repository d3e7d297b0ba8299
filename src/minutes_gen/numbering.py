"""Numbering schemes (見出し番号の体系): 第１ → １ → (1) → ア → (ア).

A scheme is written as its first labels, from the outermost level in:

>>> scheme = Scheme.parse(("第１", "１", "(1)", "ア"))
>>> scheme.label(3, 12), scheme.label(4, 3)
('(12)', 'ウ')

and the label that a line begins with is read in any width:

>>> label = read_label("（２）　予算について")
>>> label.number, label.rest, label.pattern.first
(2, '予算について', '（１）')
"""

import re

from attrs import frozen

from minutes_gen.errors import NumberingError
from minutes_gen.numerals import AIUEO, CIRCLED, FULLWIDTH_DIGITS, SYSTEMS, System

_SPACE = "\N{IDEOGRAPHIC SPACE}"


@frozen
class Pattern:
    """How the labels of one level look: what stands before and behind the number.

    >>> Pattern("第", "fullwidth", "").format(3)
    '第３'
    """

    prefix: str
    system: str
    suffix: str

    def format(self, number: int) -> str:
        """Write the label of a number; NumberingError where the system cannot."""
        return self.prefix + SYSTEMS[self.system].format(number) + self.suffix

    def can_write(self, number: int) -> bool:
        """Say whether the system goes so far.

        >>> Pattern("", "circled", "").can_write(51)
        False
        """
        maximum = SYSTEMS[self.system].maximum
        return number >= 1 and (maximum is None or number <= maximum)

    @property
    def first(self) -> str:
        """The label of the first section, by which the pattern is known."""
        return self.format(1)

    @property
    def family(self) -> str:
        """What the pattern has in common with its spellings in other widths.

        >>> Pattern("", "decimal", ".").family == Pattern("", "fullwidth", "．").family
        True
        """
        return (self.prefix + _GENERIC.get(self.system, self.system) + self.suffix).translate(
            _NARROW
        )


_GENERIC = {"fullwidth": "decimal", "fullwidth-alpha": "alpha"}
_NARROW = str.maketrans("（）．", "().")


# Four digits: five are no number of a section but of something else, and are not read as one.
LARGEST = 9999


@frozen
class Scheme:
    """The label patterns of a document's sections, outermost level first (levels count from 1)."""

    patterns: tuple[Pattern, ...]

    @classmethod
    def parse(cls, labels: tuple[str, ...]) -> "Scheme":
        """Make the scheme whose first labels these are.

        >>> Scheme.parse(("1.", "??"))
        Traceback (most recent call last):
        minutes_gen.errors.NumberingError: '??' is no first label; allowed are such as '1.' '１．' \
'1、' '1)' '(1)' '（１）' '第１' '①' '１' 'ア' '(ア)' 'ａ' '(ａ)'
        """
        patterns = tuple(map(_pattern_of, labels))
        if not patterns:
            raise NumberingError("a numbering scheme needs the first label of one level or more")
        families = [pattern.family for pattern in patterns]
        for label, family in zip(labels, families, strict=True):
            if families.count(family) > 1:
                raise NumberingError(f"{label!r} stands for two levels; each needs its own labels")
        return cls(patterns)

    @property
    def labels(self) -> tuple[str, ...]:
        """The first labels, by which the scheme is written."""
        return tuple(pattern.first for pattern in self.patterns)

    def label(self, level: int, number: int) -> str:
        """Write the label of the section with this number at this level.

        >>> SCHEMES["koyobun"].label(8, 1)
        Traceback (most recent call last):
        minutes_gen.errors.NumberingError: level 8 has no label in 第１ １ (1) ア (ア) ａ (ａ)
        """
        if number > LARGEST:
            raise NumberingError(f"{number} is more than a section can have: {LARGEST}")
        if not 1 <= level <= len(self.patterns):
            raise NumberingError(f"level {level} has no label in {' '.join(self.labels)}")
        return self.patterns[level - 1].format(number)


@frozen
class Label:
    """A label that was read from a line, and the rest of the line (with no space before it)."""

    pattern: Pattern
    number: int
    rest: str


def separator(label: str) -> str:
    """Return what stands between a label and its title: an em space, or ½ after `1.`.

    >>> separator("1."), separator("第１")
    (' ', '\u3000')
    """
    return " " if label[-1] in ".)" else _SPACE


_DIGITS = f"[0-9{FULLWIDTH_DIGITS}]"
_LETTER = f"[{AIUEO}a-zａ-ｚ]"
# A dot or comma with a digit right behind it belongs to the text (1.5倍, 1、2年生). A bare
# number or letter is a label only before one em space: that is how 公用文 sets it off.
_LABEL = re.compile(
    rf"""(?:
      (?P<open>[(（])\s?(?P<bracketed>{_DIGITS}{{1,4}}|{_LETTER})\s?(?P<close>[)）])
    | (?P<dai>第)\s?(?P<nth>{_DIGITS}{{1,4}})(?=\s)
    | (?P<pointed>{_DIGITS}{{1,4}})(?P<point>[.．、)）])(?!{_DIGITS})
    | (?P<circled>[{CIRCLED}])
    | (?P<bare>{_DIGITS}{{1,4}}|{_LETTER})(?={_SPACE}\S)
    )\s*(?P<rest>\S.*)""",
    re.VERBOSE | re.DOTALL,
)

_NUMBERS = ("bracketed", "nth", "pointed", "circled", "bare")


def read_label(line: str) -> Label | None:
    """Read the label that a line begins with, in any width; None where there is none.

    >>> read_label("1.5倍になった") is None
    True
    """
    match = _LABEL.match(line)
    if match is None:
        return None
    number = next(match[name] for name in _NUMBERS if match[name])
    if number[0] in "0０":
        return None
    system, value = _read_number(number)
    prefix, suffix = match["open"] or match["dai"] or "", match["close"] or match["point"] or ""
    return Label(Pattern(prefix, system.name, suffix), value, match["rest"])


def _read_number(written: str) -> tuple[System, int]:
    """Find the system that a number is written in, by its first character."""
    name = next(
        name
        for name in ("decimal", "fullwidth", "aiueo", "alpha", "fullwidth-alpha", "circled")
        if written[0] in SYSTEMS[name].characters
    )
    system = SYSTEMS[name]
    # ９ and 10 stand side by side in many papers, so that a number may mix the widths.
    return system, int(written) if written.isdecimal() else system.parse(written)


def _pattern_of(label: str) -> Pattern:
    """Find the pattern whose first label this is."""
    read = read_label(f"{label}{_SPACE}x")
    if read is None or read.number != 1 or read.pattern.first != label or read.rest != "x":
        known = " ".join(map(repr, KNOWN_LABELS))
        raise NumberingError(f"{label!r} is no first label; allowed are such as {known}")
    return read.pattern


KNOWN_LABELS = tuple("1. １． 1、 1) (1) （１） 第１ ① １ ア (ア) ａ (ａ)".split())
SCHEMES: dict[str, Scheme] = {
    name: Scheme.parse(tuple(labels.split()))
    for name, labels in {
        "handout": "1. (1) ① ア (ア) ａ (ａ)",
        "koyobun": "第１ １ (1) ア (ア) ａ (ａ)",
    }.items()
}

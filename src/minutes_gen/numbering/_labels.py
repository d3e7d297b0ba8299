"""The label that a line begins with, in any width.

>>> label = read_label("（２）　予算について")
>>> label.number, label.rest, label.pattern.first
(2, '予算について', '（１）')
"""

import re
from collections.abc import Iterator

from attrs import field, frozen

from minutes_gen.errors import NumberingError
from minutes_gen.numbering._patterns import EM_SPACE, ZERO, Pattern
from minutes_gen.numbering.numerals import (
    AIUEO,
    CIRCLED,
    FULLWIDTH_DIGITS,
    IROHA,
    KANJI_DIGITS,
    KATAKANA_IROHA,
    PARENTHESIZED,
    ROMAN_SIGNS,
    SYSTEMS,
    UPPER_ROMAN_SIGNS,
)


@frozen
class Label:
    """A label that was read from a line, and the rest of the line (with no space before it).

    parents   the numbers of the levels above, where the label names them (1.2.3)
    others    what the label may be besides: `V.` is a roman five and the 22nd letter
    weak      it looks like a label only where its number is the one that comes next:
              一　色 may be a name

    >>> label = read_label("ア　会計")
    >>> label.number, label.rest
    (1, '会計')
    """

    pattern: Pattern
    number: int
    rest: str
    parents: tuple[int, ...] = ()
    others: tuple[tuple[Pattern, int], ...] = field(default=(), kw_only=True)
    weak: bool = field(default=False, kw_only=True)

    @property
    def readings(self) -> tuple[tuple[Pattern, int], ...]:
        """All that the label may be, the likeliest first.

        >>> [(pattern.system, number) for pattern, number in read_label("V. 報告").readings]
        [('upper-alpha', 22), ('upper-roman', 5)]
        """
        return ((self.pattern, self.number), *self.others)


_DIGIT = f"[0-9{FULLWIDTH_DIGITS}]"
_NUMBER = f"{_DIGIT}{{1,4}}"
_KANJI = f"[{KANJI_DIGITS}十百千]"
_KANJIS = f"{_KANJI}{{1,7}}"
_SIGN = f"[{ROMAN_SIGNS}{UPPER_ROMAN_SIGNS}]"
_KANA = AIUEO + KATAKANA_IROHA + IROHA
_LETTER = f"(?:[ivxlc]{{1,9}}|[IVXLC]{{1,9}}|[{_KANA}a-zA-Zａ-ｚＡ-Ｚ]|{_SIGN})"
# A dot or comma with a digit right behind it belongs to the text (1.5倍, 1、2年生), and so do the
# dots of a.m. A bare number or letter is a label only before one em space: that is how 公用文
# sets it off. Behind the number of a motion (議案) may stand a colon.
_LABEL = re.compile(
    rf"""(?:
      (?P<open>[(（])\s?(?P<bracketed>{_NUMBER}|{_KANJIS}|{_LETTER})\s?(?P<close>[)）])
    | (?P<bill>(?P<first>議案)?第)\s?(?P<moved>{_NUMBER}|{_KANJIS})[ ]?
      (?P<matter>号(?(first)|議案)(?:[：:](?=\s*\S)|(?=\s)))
    | (?P<dai>(?:日程)?第)\s?(?P<nth>{_NUMBER}|{_KANJIS})
      (?:[ ]?(?P<unit>[編部章節款目条項]))?(?=\s)
    | (?P<path>{_NUMBER}(?P<joint>[.．－-]){_NUMBER}(?:(?P=joint){_NUMBER})*)(?P<tail>[.．]?)(?=\s)
    | (?P<pointed>{_NUMBER})(?P<point>[.．、)）])(?!{_DIGIT})
    | (?P<counted>{_KANJIS})(?P<comma>[.．、)）])(?!{_KANJI})
    | (?P<lettered>{_LETTER})(?P<stop>[．)）]|\.(?![0-9A-Za-z]))
    | (?P<sign>[{CIRCLED}{PARENTHESIZED}]|{_SIGN}(?=\s))
    | (?P<bare>{_NUMBER}|{_KANJIS}|{_LETTER})(?={EM_SPACE}\S)
    )\s*(?P<rest>\S.*)""",
    re.VERBOSE | re.DOTALL,
)
_BEFORE = ("open", "dai", "bill")
_NUMBERS = ("bracketed", "nth", "moved", "path", "pointed", "counted", "lettered", "sign", "bare")
_BEHIND = ("close", "unit", "matter", "tail", "point", "comma", "stop")

# The systems that a number may be written in, the likeliest first.
_SYSTEMS = (
    *("decimal", "fullwidth", "kanji", "kanji-positional", "aiueo", "katakana-iroha", "iroha"),
    *("alpha", "roman", "upper-alpha", "upper-roman", "fullwidth-alpha", "fullwidth-upper-alpha"),
    *("circled", "parenthesized", "roman-sign", "upper-roman-sign"),
)
_WRITTEN_WITH = {
    character: tuple(name for name in _SYSTEMS if character in SYSTEMS[name].characters)
    for character in "".join(SYSTEMS[name].characters for name in _SYSTEMS)
}
# What may stand bare before an em space in any order; names and emphasis are set so, too.
_BARE = frozenset({"decimal", "fullwidth", "aiueo", "alpha", "fullwidth-alpha"})


def read_label(line: str) -> Label | None:
    """Read the label that a line begins with, in any width; None where there is none.

    >>> read_label("1.5倍になった") is None
    True
    >>> read_label("1.2　経緯").parents
    (1,)
    """
    match = _LABEL.match(line)
    if match is None:
        return None
    if match["path"]:
        return _read_path(match)
    written = next(match[name] for name in _NUMBERS if match[name])
    prefix = next((match[name] for name in _BEFORE if match[name]), "")
    suffix = next((match[name] for name in _BEHIND if match[name]), "")
    readings = [
        (Pattern(prefix, system, suffix), number) for system, number in _read_number(written)
    ]
    if not readings:
        return None
    pattern, number = readings[0]
    weak = bool(match["bare"]) and pattern.system not in _BARE
    return Label(pattern, number, match["rest"], others=tuple(readings[1:]), weak=weak)


def _read_number(written: str) -> Iterator[tuple[str, int]]:
    """Read a number in every system that it may be written in."""
    if written.isdecimal():
        number = int(written)
        yield from ((name, number) for name in _digits_in([written]) if number)
        return
    for name in _WRITTEN_WITH[written[0]]:
        try:
            yield name, SYSTEMS[name].parse(written)
        except NumberingError:
            continue


def _digits_in(parts: list[str]) -> Iterator[str]:
    """Name the systems in which all these numbers are written so: none for 01 and for 1２."""
    for name, zero in ZERO.items():
        system = SYSTEMS[name]
        if all(part == (system.format(int(part)) if int(part) else zero) for part in parts):
            yield name


def _read_path(match: re.Match[str]) -> Label | None:
    """Read 1.2.3; without an em space behind it, only its turn makes it a label (1.5 km)."""
    parts = match["path"].split(match["joint"])
    *parents, number = map(int, parts)
    patterns = [
        Pattern("", system, match["tail"], match["joint"], depth=len(parts))
        for system in _digits_in(parts)
    ]
    if not patterns or number == 0:
        return None
    others = tuple((pattern, number) for pattern in patterns[1:])
    weak = match.string[match.end("tail")] != EM_SPACE
    return Label(patterns[0], number, match["rest"], tuple(parents), others=others, weak=weak)

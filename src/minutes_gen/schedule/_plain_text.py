"""A text → the same text in one spelling of each character, and where each of them stood."""

import re
from collections.abc import Sequence
from unicodedata import normalize

from minutes_gen.schedule._vocabulary import KANJI_NUMBERS

# Every spelling of one character → one character, so that places in the text stay the same.
_ONE: dict[int, str] = {
    **{0xFF01 + n: chr(0x21 + n).lower() for n in range(94)},
    **{ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **dict.fromkeys(map(ord, "[〔【〈《{［｛"), "("),
    **dict.fromkeys(map(ord, "]〕】〉》}］｝"), ")"),
    **dict.fromkeys(map(ord, "~〜∼～"), "～"),
    **dict.fromkeys(map(ord, "-‐‒–—―−－─"), "-"),
    **dict.fromkeys(map(ord, "·•‧･"), "・"),
    **dict.fromkeys(map(ord, ",，､"), "、"),
    **dict.fromkeys(map(ord, "⁄∕"), "/"),
    **dict.fromkeys(map(ord, "零"), "〇"),
    ord("◯"): "○",
    **{
        ord(a): b
        for a, b in zip("壱壹弌弐貳貮弍参參弎肆伍", "一一一二二二二三三三四五", strict=True)
    },
    **{ord(a): b for a, b in zip("陸漆柒捌玖拾佰陌仟阡", "六七七八九十百百千千", strict=True)},
    **dict.fromkeys(
        map(ord, " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f"), " "
    ),
    **dict.fromkeys([*range(0x2000, 0x200B), 0x205F, 0x3000], " "),
}
_TENS = {"廿": "二十", "卄": "二十", "卅": "三十", "丗": "三十", "卌": "四十"}
_INVISIBLE = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060)
_INVISIBLE += (*range(0x2066, 0x206A), *range(0xFE00, 0xFE10), 0xFEFF, *range(0xE0100, 0xE01F0))
# Marks of notes are no numbers, though NFKC would make some of them.
_NOTES = frozenset(map(ord, "²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⓪")).union(
    range(0x2460, 0x2474), range(0x3251, 0x3260), range(0x32B1, 0x32C0)
)
_CIRCLES = re.compile(rf"[○{KANJI_NUMBERS}]{{2,}}")
# A number with spaces in it, as papers spread it: 1 3 時, 平成3 0年.
_SPREAD = re.compile(
    r"(?:\A|(?<=[年月日時分度(～治正和成])|(?<=[年月日時分度(～治正和成]\ ))"
    r"[0-9](?:\ [0-9])++(?=\ ?[年月日時分:])"
)
_KEPT = 1 << 16
_UNEVEN = "\0"  # stands for a character whose spelling is not one character


class _Plain(dict[int, str]):
    """The plain spelling of each character, found when first asked for.

    An expression for those that need a spelling would take long to compile: a class of all
    kanji takes a millisecond.
    """

    def __init__(self) -> None:
        super().__init__(_ONE)
        self.update(dict.fromkeys(_INVISIBLE, _UNEVEN))
        self.uneven = dict.fromkeys(map(chr, _INVISIBLE), "")

    def __missing__(self, code: int) -> str:
        character = chr(code)
        spelled = _TENS.get(character) or normalize("NFKC", character)
        plain = character if code in _NOTES else spelled.translate(_ONE)
        if len(plain) != 1:
            self.uneven[character], plain = plain, _UNEVEN
        if len(self) < _KEPT:
            self[code] = plain
        return plain


_PLAIN = _Plain()


def plain(text: str) -> tuple[str, Sequence[int]]:
    """Bring a text into one spelling; also say where each of its characters stood."""
    bare = text.translate(_PLAIN)
    if "○" in bare:
        bare = _CIRCLES.sub(_zeros, bare)
    if _UNEVEN not in bare:
        return _closed_up(bare, range(len(text) + 1))
    parts = [_PLAIN.uneven.get(character, character) for character in text]
    places = [place for place, part in enumerate(parts) for _ in part]
    bare = "".join(parts).translate(_PLAIN)
    return _closed_up(_CIRCLES.sub(_zeros, bare), [*places, len(text)])


def _closed_up(bare: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Take the spaces out of the numbers that are spread."""
    if " " not in bare or not (spread := [m.span() for m in _SPREAD.finditer(bare)]):
        return bare, places
    left_out = {at for start, end in spread for at in range(start, end) if bare[at] == " "}
    kept = [at for at in range(len(bare)) if at not in left_out]
    return "".join([bare[at] for at in kept]), [*[places[at] for at in kept], places[len(bare)]]


def _zeros(found: "re.Match[str]") -> str:
    """Return 〇 for the circles among numerals, as in 三○; a circle alone is to be filled in."""
    run = found[0]
    return run.replace("○", "〇") if run.strip("○") else run

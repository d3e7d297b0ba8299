"""Text → the shape of a date: what stands in it, whatever its spelling.

平成３０年 ６月 ７日 and ㍻三十年六月七日 have the same shape `EN年N月N日` and the same values.
In a shape `E` is an era, `N` a number of one or two digits (or the year of an era), `L` one of
three or four, `C` six digits in a row; every other character stands for itself.
"""

from unicodedata import normalize

from minutes_gen.era._table import ERA_SPELLINGS, Era, shown
from minutes_gen.errors import EraError

# No date is longer. It also bounds what NFKC has to sort, which takes quadratic time.
_LONGEST = 100

# Characters that cannot be seen: soft hyphen, zero-width and direction marks (which Windows and
# spreadsheets put into dates), variation selectors (which tell two drawings of 令 apart).
_INVISIBLE = (
    0x00AD,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x206A),
    *range(0xFE00, 0xFE10),
    0xFEFF,
    *range(0xE0100, 0xE01F0),
)
# ㊋ is a weekday without its brackets; NFKC would leave no more than 火.
_BEFORE_NFKC = dict.fromkeys(_INVISIBLE, "") | {
    0x328A + place: f"({day})" for place, day in enumerate("月火水木金土日")
}

_DIGITS = "〇一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}

# 大字 (as in registers and deeds), contracted tens, and every bracket, dash and point that is
# seen in dates → one spelling. Source → replacement, character by character.
_AFTER_NFKC = str.maketrans(
    {
        **dict(zip("零○◯壱壹弌弐貳貮弍参參弎肆伍陸漆柒捌玖", "〇〇〇一一一二二二二三三三四五六七七八九", strict=True)),
        **dict(zip("拾佰陌仟阡", "十百百千千", strict=True)),
        "廿": "二十",
        "卄": "二十",
        "卅": "三十",
        "丗": "三十",
        "卌": "四十",
        **dict.fromkeys("[〔【〈《{", "("),
        **dict.fromkeys("]〕】〉》}", ")"),
        **dict.fromkeys("‐‒–—―−ー", "-"),
        **dict.fromkeys("·•‧", "・"),
        **dict.fromkeys("⁄∕", "/"),
    }
)

_ASCII_DIGITS = "0123456789"
_KANJI_DIGITS = _DIGITS + "".join(_UNITS)
_LETTERS = "abcdefghijklmnopqrstuvwxyzō"
_ALPHABETS = {
    character: alphabet
    for alphabet in (_ASCII_DIGITS, _KANJI_DIGITS, _LETTERS)
    for character in alphabet
}


def plain(text: str) -> str:
    """Return `text` in one spelling: no white space, NFKC, lower case, one kind of bracket.

    Raises EraError if it is too long to be a date.
    """
    bare = "".join(text.split()).translate(_BEFORE_NFKC)
    if len(bare) > _LONGEST:
        raise EraError(f"{shown(text)}: {len(bare)} characters are too many for a date")
    return normalize("NFKC", bare).lower().translate(_AFTER_NFKC)


def kanji_number(text: str) -> int | None:
    """Return the number that kanji digits and units write, by place (三〇) or by unit (三十)."""
    if not set(text) & set(_UNITS):
        return int("".join(str(_DIGITS.index(digit)) for digit in text))
    total, digit, smallest = 0, None, 10_000
    for character in text:
        unit = _UNITS.get(character)
        if unit is None:
            if digit is not None or character == "〇":
                return None
            digit = _DIGITS.index(character)
        elif unit >= smallest:
            return None
        else:
            total, digit, smallest = total + unit * (digit or 1), None, unit
    return total + (digit or 0)


def _number(run: str) -> tuple[str, int | str]:
    """Return the kind of a run of digits, and its value."""
    if run[0] in _ASCII_DIGITS:
        kind = {1: "N", 2: "N", 3: "L", 4: "L", 6: "C"}.get(len(run), "X")
        return kind, int(run) if kind in "NL" else run
    number = kanji_number(run) if len(run) < 8 else None
    if number is None or number > 9999:
        return "X", run
    by_place = not set(run) & set(_UNITS)
    return "L" if number > 99 or (by_place and len(run) > 2) else "N", number


def shape_of(plain_text: str) -> tuple[str, list[Era | int | str], list[int]]:
    """Return the shape of `plain_text`, the values in it, and where each character of it begins."""
    shape, values, starts = "", list[Era | int | str](), list[int]()
    rest = plain_text
    while rest:
        kind, value, length = _first(rest)
        after_era = shape.endswith("E")
        if not (after_era and kind == "."):  # H.30.6.7
            starts.append(len(plain_text) - len(rest))
            if after_era and kind == "元":
                kind, value = "N", 1
            shape += "N" if after_era and kind == "L" else kind
            if value is not None:
                values.append(value)
        rest = rest[length:]
    return shape, values, starts


def _first(text: str) -> tuple[str, Era | int | str | None, int]:
    """Return the kind of what `text` begins with, its value if it has one, and its length."""
    alphabet = _ALPHABETS.get(text[0])
    run = text[: len(text) - len(text.lstrip(alphabet))] if alphabet else text[:2]
    if alphabet and alphabet is not _LETTERS:
        return *_number(run), len(run)
    for name in (run, text[0]) if not alphabet else (run,):
        if name in ERA_SPELLINGS:
            return "E", ERA_SPELLINGS[name], len(name)
    return text[0], None, 1

"""Text → what stands in it, however it is spelled.

平成３０年 ６月 ７日 and ㍻三十年六月七日 have the same shape `EN年N月N日` and the same numbers.
In a shape `E` is an era, `N` a number of one or two digits (or the year of an era), `L` one of
three or four, `C` six digits in a row, `?` what no date holds; marks stand for themselves.
"""

from unicodedata import normalize

from minutes_gen.era._table import ERA_SPELLINGS, Era
from minutes_gen.errors import NotADateError

# No date is longer. The bound also keeps NFKC, which sorts combining marks in quadratic time,
# from being handed many of them.
_LONGEST = 100

# Soft hyphen, zero-width and direction marks (which Windows and spreadsheets put into dates),
# variation selectors (which tell two drawings of 令 apart).
_INVISIBLE = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060)
_INVISIBLE += (*range(0x2066, 0x206A), *range(0xFE00, 0xFE10), 0xFEFF, *range(0xE0100, 0xE01F0))

# Marks of notes: NFKC would make R5.4.12 of R5.4.1².
_NOTES = frozenset("²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⓪").union(
    map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0)))
)

_ASCII = "0123456789"
_KANJI = "〇一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MARKS = frozenset("年月火水木金土日曜度末晦()./-・")

# Every spelling → one: 大字 (the numerals of registers and deeds), contracted tens, brackets,
# dashes and points, small letters. What is a token by itself gets spaces around it.
_ONE_SPELLING = str.maketrans(
    {
        **dict.fromkeys(map(chr, _INVISIBLE), ""),
        **{mark: f" {mark} " for mark in _MARKS},
        **dict.fromkeys("[〔【〈《{", " ( "),
        **dict.fromkeys("]〕】〉》}", " ) "),
        **dict.fromkeys("‐‒–—―−ー", " - "),
        **dict.fromkeys("·•‧", " ・ "),
        **dict.fromkeys("⁄∕", " / "),
        **dict(zip("零○◯", "〇〇〇", strict=True)),
        **dict(zip("壱壹弌弐貳貮弍参參弎肆伍", "一一一二二二二三三三四五", strict=True)),
        **dict(zip("陸漆柒捌玖拾佰陌仟阡", "六七七八九十百百千千", strict=True)),
        **dict.fromkeys("廿卄", "二十"),
        **dict.fromkeys("卅丗", "三十"),
        "卌": "四十",
        **{capital: capital.lower() for capital in "ABCDEFGHIJKLMNOPQRSTUVWXYZŌ"},
    }
)


def _short_numbers() -> dict[str, int]:
    """Return every spelling of 0 to 99: 7, 07, 七, 〇七; 30, 三〇, 三十."""
    numbers: dict[str, int] = {}
    for number in range(100):
        tens, ones = divmod(number, 10)
        one = _KANJI[ones] if ones else ""
        spellings = [f"{number}", f"{number:02}", _KANJI[tens] + _KANJI[ones]]
        spellings += [f"{_KANJI[tens]}十{one}"] if tens else [_KANJI[ones]]
        spellings += [f"十{one}"] if tens == 1 else []
        numbers |= dict.fromkeys(spellings, number)
    return numbers


_SHORT_NUMBERS = _short_numbers()


def read_number(digits: str) -> int | None:
    """Return the number that a date writes in ASCII digits or kanji numerals; None for no number.

    ASCII digits are as many as a date has (one to four, or six), kanji go up to 9999. 元 is the
    first year of an era.

    >>> [read_number(digits) for digits in ("07", "三十", "三〇", "二千十八", "元", "一十百")]
    [7, 30, 30, 2018, 1, None]
    """
    number = _SHORT_NUMBERS.get(digits)
    if number is None:
        return 1 if digits == "元" else _long_number(digits)[1]
    return number


def tokens_of(text: str) -> list[str]:
    """Return the tokens of `text`: marks, numbers, eras (with the year that follows), the rest.

    Raises EraError if the text is too long to be a date, or bears the mark of a note.
    """
    bare = "".join(text.split())
    if len(bare) > _LONGEST:
        raise NotADateError(f"{len(bare)} characters are too many for a date")
    if not _NOTES.isdisjoint(bare):
        raise NotADateError("a raised or circled number marks a note and is not part of a date")
    return normalize("NFKC", bare).translate(_ONE_SPELLING).split()


def shape_of(tokens: list[str]) -> tuple[str, Era | None, list[int]]:
    """Return the shape that `tokens` make, the era in it, and its numbers."""
    shape, era, numbers = "", None, []
    for token in tokens:
        number = _SHORT_NUMBERS.get(token)
        if number is not None:
            shape += "N"
            numbers.append(number)
        elif token in _MARKS:
            shape += token
        else:
            kind, found, number = _era_or_number(token)
            shape += kind
            era = found or era
            if number is not None:
                numbers.append(number)
    return shape.replace("E.", "E"), era, numbers  # H.30.6.7 is H30.6.7


def _era_or_number(token: str) -> tuple[str, Era | None, int | None]:
    """Return the kind of a token that is no mark and no short number, its era and its number."""
    name = token.rstrip("元〇一二三四五六七八九十百千0123456789")
    digits = token[len(name) :]
    era = ERA_SPELLINGS.get(name)
    if not digits:
        return "E" if era else "?", era, None
    if era is None and name not in ("", "西暦"):
        return "?", None, None
    number = 1 if era and digits == "元" else _SHORT_NUMBERS.get(digits)
    kind, number = _long_number(digits) if number is None else ("N", number)
    if era:
        kind = {"N": "EN", "L": "EN", "C": "EC"}.get(kind, "?")
    return kind, era, number


def _long_number(digits: str) -> tuple[str, int | None]:
    """Return the kind and the value of a number of more than two digits."""
    if len(digits) in (3, 4, 6) and not digits.strip(_ASCII):
        return "C" if len(digits) == 6 else "L", int(digits)
    number = kanji_number(digits) if len(digits) <= len("九千九百九十九") else None
    return "?" if number is None else "L", number


def kanji_number(text: str) -> int | None:
    """Return the number that kanji write, of more than two digits: 二〇一八, 二千十八, 百三."""
    if not text.strip(_KANJI):
        digits = "".join(str(_KANJI.index(digit)) for digit in text)
        return int(digits) if 0 < len(digits) < 5 else None
    total, digit, smallest = 0, 0, 10_000
    for character in text:
        unit = _UNITS.get(character)
        if unit is None:
            value = _KANJI.find(character)
            if digit or value < 1:  # two digits in a row, or 〇 or 元 among units
                return None
            digit = value
        elif unit >= smallest:
            return None
        else:
            total, digit, smallest = total + unit * (digit or 1), 0, unit
    return total + digit

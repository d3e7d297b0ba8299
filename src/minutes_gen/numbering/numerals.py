"""Counting systems: 1 １ 一 ア い イ ① ⑴ a i Ⅰ, each a pair of functions and a largest number.

>>> SYSTEMS["aiueo"].format(3), SYSTEMS["aiueo"].parse("ウ"), SYSTEMS["aiueo"].maximum
('ウ', 3, 46)
>>> SYSTEMS["fullwidth-to-nine"].format(9), SYSTEMS["fullwidth-to-nine"].format(10)
('９', '10')
>>> SYSTEMS["kanji"].format(123), SYSTEMS["kanji-positional"].format(123)
('百二十三', '一二三')
>>> SYSTEMS["iroha"].format(3), SYSTEMS["katakana-iroha"].format(3)
('は', 'ハ')
"""

from collections.abc import Callable
from functools import partial

from attrs import field, frozen

from minutes_gen.errors import NumberingError, shown

AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
IROHA = (
    "いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす"
)
# イ ロ ハ …, as laws count below 一 二 三; kana stand 0x60 code points behind their hiragana.
KATAKANA_IROHA = "".join(chr(ord(kana) + 0x60) for kana in IROHA)
CIRCLED = "".join(
    chr(code)
    for first, last in ((0x2460, 0x2473), (0x3251, 0x325F), (0x32B1, 0x32BF))
    for code in range(first, last + 1)
)
PARENTHESIZED = "".join(map(chr, range(0x2474, 0x2488)))
ROMAN_SIGNS = "".join(map(chr, range(0x2170, 0x217C)))
UPPER_ROMAN_SIGNS = "".join(map(chr, range(0x2160, 0x216C)))
LOWER = "abcdefghijklmnopqrstuvwxyz"
FULLWIDTH_DIGITS = "０１２３４５６７８９"
KANJI_DIGITS = "〇一二三四五六七八九"

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"],
        strict=True,
    )
)
_KANJI_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
_MYRIAD = 10_000


@frozen
class System:
    """A way to write counting numbers, from 1 to `maximum` (None: without end).

    `characters` are all the characters that it writes with.

    >>> SYSTEMS["aiueo"].format(3)
    'ウ'
    """

    name: str
    characters: str
    maximum: int | None
    _write: Callable[[int], str] = field(repr=False)
    _read: Callable[[str], int] = field(repr=False)

    def format(self, number: int) -> str:
        """Write a number.

        >>> SYSTEMS["circled"].format(51)
        Traceback (most recent call last):
        minutes_gen.errors.NumberingError: 51 cannot be written in 'circled', which ends at 50 (㊿)
        """
        if number < 1:
            raise NumberingError(f"{number} cannot be written in {self.name!r}, which begins at 1")
        if self.maximum is not None and number > self.maximum:
            last = self._write(self.maximum)
            ends = f"which ends at {self.maximum} ({last})"
            raise NumberingError(f"{number} cannot be written in {self.name!r}, {ends}")
        return self._write(number)

    def parse(self, text: str) -> int:
        """Read a number that is written just as `format` writes it.

        >>> SYSTEMS["roman"].parse("iiii")
        Traceback (most recent call last):
        minutes_gen.errors.NumberingError: 'iiii' is not a number in 'roman'
        """
        try:
            number = self._read(text)
            if self.format(number) == text:
                return number
        except (ValueError, KeyError):
            pass
        raise NumberingError(f"{shown(text)} is not a number in {self.name!r}")


def _positional(name: str, digits: str) -> System:
    to_ascii = str.maketrans(digits, "0123456789")
    from_ascii = str.maketrans("0123456789", digits)
    return System(
        name=name,
        characters=digits,
        maximum=None,
        write=lambda number: str(number).translate(from_ascii),
        read=lambda text: int(text.translate(to_ascii)),
    )


def _sequence(name: str, symbols: str) -> System:
    numbers = {symbol: number for number, symbol in enumerate(symbols, start=1)}
    return System(
        name=name,
        characters=symbols,
        maximum=len(symbols),
        write=lambda number: symbols[number - 1],
        read=numbers.__getitem__,
    )


def _write_kanji(number: int) -> str:
    """Write 1 to 99,999,999 with 万千百十, where 一 is left out before 千, 百 and 十."""
    myriads, rest = divmod(number, _MYRIAD)
    written = f"{_write_kanji(myriads)}万" if myriads else ""
    for value, unit in _KANJI_UNITS:
        count, rest = divmod(rest, value)
        if count:
            written += (KANJI_DIGITS[count] if count > 1 else "") + unit
    return written + (KANJI_DIGITS[rest] if rest else "")


def _read_kanji(text: str) -> int:
    units = {unit: value for value, unit in _KANJI_UNITS}
    myriads, total, count = 0, 0, 0
    for character in text:
        if character == "万":
            myriads, total, count = (total + count) * _MYRIAD, 0, 0
        elif character in units:
            total, count = total + max(count, 1) * units[character], 0
        else:
            count = KANJI_DIGITS.index(character)
    return myriads + total + count


def _write_roman(case: Callable[[str], str], number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return case(written)


def _read_roman(text: str) -> int:
    rest, total = text.lower(), 0
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            rest, total = rest[len(letters) :], total + value
    return total


def _roman(name: str, case: Callable[[str], str]) -> System:
    return System(name, case("ivxlcdm"), 3999, partial(_write_roman, case), _read_roman)


def _widen(text: str) -> str:
    return "".join(chr(ord(character) + 0xFEE0) for character in text)


# One digit full-width, two or more half-width: 第９条, 第10条. So most offices write.
TO_NINE = "fullwidth-to-nine"


def _write_to_nine(number: int) -> str:
    return FULLWIDTH_DIGITS[number] if number < len(FULLWIDTH_DIGITS) else str(number)


SYSTEMS: dict[str, System] = {
    system.name: system
    for system in (
        _positional("decimal", "0123456789"),
        _positional("fullwidth", FULLWIDTH_DIGITS),
        System(TO_NINE, FULLWIDTH_DIGITS + "0123456789", None, _write_to_nine, int),
        System("kanji", KANJI_DIGITS[1:] + "十百千万", 99_999_999, _write_kanji, _read_kanji),
        _positional("kanji-positional", KANJI_DIGITS),
        _sequence("aiueo", AIUEO),
        _sequence("iroha", IROHA),
        _sequence("katakana-iroha", KATAKANA_IROHA),
        _sequence("alpha", LOWER),
        _sequence("upper-alpha", LOWER.upper()),
        _sequence("fullwidth-alpha", _widen(LOWER)),
        _sequence("fullwidth-upper-alpha", _widen(LOWER.upper())),
        _roman("roman", str.lower),
        _roman("upper-roman", str.upper),
        _sequence("roman-sign", ROMAN_SIGNS),
        _sequence("upper-roman-sign", UPPER_ROMAN_SIGNS),
        _sequence("circled", CIRCLED),
        _sequence("parenthesized", PARENTHESIZED),
    )
}

"""The marks of the notation: what the line of a plain text begins with.

Reader and writer share this file: what a line is, is asked in `read_mark` alone, so that the
writer puts a `\\` exactly where the reader would see a mark.

>>> read_mark("・会場を予約する")
Mark(kind=<Kind.BULLET: 'bullet'>, sign='・', rest='会場を予約する', label=None)
>>> read_mark("日　　時：平成30年7月").sign
'日時'
"""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from minutes_gen.model.roles import LABELS
from minutes_gen.numbering import Label, read_label

ESCAPE = "\\"
# A byte order mark at the start of a file is no part of its text, so that no line begins with one.
BYTE_ORDER_MARK = "\ufeff"
HIDDEN = (ESCAPE, BYTE_ORDER_MARK)
COLON = "："
EXAMPLE = "例）"
BAR = "｜"
BARS = (BAR, "|")
MOST_COLUMNS = 63  # as many as a table of Word has
BRACKETS = "【】"
BLANK = "\N{IDEOGRAPHIC SPACE}"


# Marks of bullets, heaviest first: where a paper mixes them, a lighter one hangs under a heavier.
HEAVY_BULLETS = "●■◆★▲▼○□◇☆△▽◎"
LIGHT_BULLETS = "・※→･•▪‣"
# These are also signs of arithmetic and of prose: they mark a bullet only before a space.
SPACED_BULLETS = "-－*＊"
BULLETS = HEAVY_BULLETS + LIGHT_BULLETS + SPACED_BULLETS


class Kind(Enum):
    """What a line can be."""

    PLAIN = "plain"
    SECTION = "section"
    UNNUMBERED = "unnumbered"
    BULLET = "bullet"
    EXAMPLE = "example"
    DETAIL = "detail"
    ROW = "row"
    VOTE = "vote"

    # Members are one each; the hash of Enum is written in Python, and is asked for each line.
    __hash__ = object.__hash__


class Mark(NamedTuple):
    """What a line begins with, and the rest of it with no space at either end.

    `sign` is the bullet's mark or the detail's label with its spaces taken out; `label` is the
    section's label.
    """

    kind: Kind
    sign: str
    rest: str
    label: Label | None = None


_BULLET = re.compile(
    rf"([{HEAVY_BULLETS}{LIGHT_BULLETS}])(?!\1)\s*(\S.*)"
    rf"|([{re.escape(SPACED_BULLETS)}])\s+(\S.*)",
    re.DOTALL,
)
_EXAMPLE = re.compile(r"例[）)]\s*(\S.*)", re.DOTALL)

# The longest label of a detail, in characters; what is longer is a sentence that holds a colon.
LONGEST_LABEL = 12
# What no label holds: it belongs to sentences, to quotations, to tables or to the notation.
_NO_LABEL = re.compile(r"[:：、。，．,;；!！?？「」『』“”\"|｜\\/\ufeff]")
# （文責：木村） is a remark in brackets.
_OPENS_BRACKET = re.compile(r"[（(\[［〔<＜《〈【][^）)\]］〕>＞》〉】]*$")
# Two Latin words are not one spread label.
_WORDS = re.compile(r"[0-9A-Za-z]\s+[0-9A-Za-z]")
_SPACES = re.compile(r"\s+")


def read_mark(line: str) -> Mark:
    """Say what a line begins with. `line` has no space at either end and is not empty.

    >>> read_mark("２．報告").kind, read_mark("例）会報").kind, read_mark("なお、").kind
    (<Kind.SECTION: 'section'>, <Kind.EXAMPLE: 'example'>, <Kind.PLAIN: 'plain'>)
    """
    if match := _BULLET.match(line):
        return Mark(Kind.BULLET, match[1] or match[3], match[2] or match[4])
    if match := _EXAMPLE.match(line):
        return Mark(Kind.EXAMPLE, EXAMPLE, match[1])
    if line.startswith(BARS) and line.endswith(line[0]) and split_row(line):
        return Mark(Kind.ROW, line[0], line)
    if label := read_label(line):
        return Mark(Kind.SECTION, "", label.rest, label)
    if title := _bracketed(line):
        return Mark(Kind.UNNUMBERED, BRACKETS, title)
    if line.startswith(FAVOUR) and read_vote(line):
        return Mark(Kind.VOTE, "", line)
    return _read_detail(line) or Mark(Kind.PLAIN, "", line)


def _bracketed(line: str) -> str:
    """Take the brackets from the title of a section without a number; another line has none."""
    opening, closing = BRACKETS[0], BRACKETS[1]
    inside = line[1:-1].strip() if line[0] == opening and line[-1] == closing else ""
    return "" if opening in inside or closing in inside else inside


def _read_detail(line: str) -> Mark | None:
    """Read `label：value`; a half-width colon counts behind a label that is known."""
    for sign in (COLON, ":"):
        written, colon, value = line.partition(sign)
        if not colon:
            continue
        label = _SPACES.sub("", written)
        known = sign == COLON or label in LABELS
        if known and is_label(label) and not _WORDS.search(written):
            return Mark(Kind.DETAIL, label, value.strip())
    return None


# 賛否: how a line that counts votes begins. With a colon behind it, it is a detail.
VOTES = FAVOUR, _AGAINST, _ABSTAINED = ("賛成", "反対", "棄権")
_COUNT = r"(\d{1,3}(?:[,，]\d{3}){1,2}|\d{1,7}|なし)\s*[名人票個件]?"
_LONGEST_VOTE = 120  # characters; in a longer run of spaces the parts are sought without end
_NEXT = r"[\s、，,・／/]*"
_VOTE = re.compile(
    rf"{FAVOUR}者?\s*{_COUNT}(?:{_NEXT}{_AGAINST}者?\s*{_COUNT})?(?:{_NEXT}{_ABSTAINED}者?\s*{_COUNT})?[。.]?"
)


def read_vote(line: str) -> tuple[int, int | None, int | None] | None:
    """Read how many voted for and against and how many abstained; None for another line.

    >>> read_vote("賛成 12　反対 1　棄権 0"), read_vote("賛成１２名、棄権なし")
    ((12, 1, 0), (12, None, 0))
    >>> read_vote("賛成 12 で可決した") is None
    True
    """
    match = _VOTE.fullmatch(line) if len(line) <= _LONGEST_VOTE else None
    if match is None:
        return None
    favour, against, abstained = map(_counted, match.groups())
    return favour or 0, against, abstained


def _counted(number: str | None) -> int | None:
    if number is None:
        return None
    return 0 if number == "なし" else int(number.replace(",", "").replace("，", ""))


def split_row(line: str) -> tuple[str, ...]:
    """Split a row of a table into its cells; a line that is none has no cells.

    >>> split_row("｜金子　｜｜6月30日｜"), split_row("|a|b|"), split_row("||")
    (('金子', '', '6月30日'), ('a', 'b'), ())
    """
    cells = tuple(cell.strip() for cell in line.split(line[0])[1:-1])
    # Programmers type || and |, so that half-width bars make a row only around something.
    row = line[0] == BAR or (any(cells) and BAR not in line)
    return cells if row and len(cells) <= MOST_COLUMNS else ()


def is_rule(line: str) -> bool:
    """Say whether a row is only a ruled line, as Markdown sets it under the header.

    >>> is_rule("|---|:-:|"), is_rule("|-|x|"), is_rule("｜-｜")
    (True, False, False)
    """
    return _RULE.fullmatch(line) is not None


_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")


def is_label(text: str) -> bool:
    """Say whether a text (with no white space in it) can be the label of a detail.

    >>> is_label("参加者"), is_label("https"), is_label("会場、日時"), is_label("1.会場")
    (True, True, False, False)
    """
    return 0 < len(text) <= LONGEST_LABEL and _can_be_label(text)


@lru_cache(maxsize=1024)  # short texts, and the same few in every paper
def _can_be_label(text: str) -> bool:
    return (
        not _NO_LABEL.search(text)
        and not _NUMBERED.match(text + COLON)
        and text[0] not in BULLETS
        and not _EXAMPLE.match(text + COLON)
        and not _OPENS_BRACKET.match(text)
        and read_label(f"{text}{COLON}x") is None
    )


# No em space before 回: 第１　回想 is the section 第１ with the title 回想.
_NUMBERED = re.compile(r"第\s*([1-9１-９][0-9０-９]{0,3})[^\S\u3000]*回\s*(\S.*)", re.DOTALL)


def read_numbered_title(line: str) -> tuple[int, str] | None:
    """Read 第N回 and the title behind it.

    >>> read_numbered_title("第 1回 スタッフ研修"), read_numbered_title("スタッフ研修")
    ((1, 'スタッフ研修'), None)
    """
    match = _NUMBERED.match(line)
    return (int(match[1]), match[2]) if match else None


def unescape(line: str) -> tuple[bool, str]:
    r"""Take away the `\` that makes a line plain text, and say whether there was one.

    >>> unescape(r"\1. これは見出しではない")
    (True, '1. これは見出しではない')
    """
    rest = line[1:].strip() if line.startswith(ESCAPE) else ""
    return (True, rest) if rest else (False, line)


def escape_value(text: str) -> str:
    r"""Put a `\` before a further line of a detail that begins with one."""
    return ESCAPE + text if text.startswith(ESCAPE) else text


_WIDTHS = {BLANK: 1.0, "\t": 2.0}


def column(line: str) -> float:
    """Measure the white space that a line begins with, in em: 　 1, a space ½, a tab 2.

    >>> column("　 例）")
    1.5
    """
    blank = line[: len(line) - len(line.lstrip())]
    return sum(_WIDTHS.get(space, 0.5) for space in blank) if blank else 0


def indent(em: float) -> str:
    """Write white space of that width, in full-width spaces and at most one half-width one.

    >>> indent(2.5)
    '　　 '
    """
    return BLANK * int(em) + (" " if em % 1 >= 0.5 else "")

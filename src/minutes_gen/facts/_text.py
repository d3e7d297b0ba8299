"""Texts as they are compared: one spelling for each character, white space and marks aside.

>>> flat("［日　時］ １３：００〜"), bare("日　時")
('[日 時] 13:00~', '日時')
"""

import re
import unicodedata
from functools import lru_cache

_ONE_SPELLING = str.maketrans("〜～∼–—‐－−", "~~~-----")


@lru_cache(maxsize=1024)  # the rules ask about the same lines
def flat(text: str) -> str:
    """Return a text in one spelling of each character (NFKC; one wave, one dash)."""
    return unicodedata.normalize("NFKC", text.translate(_ONE_SPELLING))


def bare(text: str) -> str:
    """Return a text without its white space: 日　時 is 日時."""
    return "".join(text.split())


_TAG = re.compile(r"<[/A-Za-z!][^<>]{0,200}>")
_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{0,300}\)")
_EMPHASIS = re.compile(r"\*\*|__|`")


def unmarked(text: str) -> str:
    """Take out the marks of Markdown and HTML that stand in a line: **日時**, [会場](…), <p>.

    >>> unmarked("**日時**: [10日](https://example.com)<br>")
    '日時: 10日'
    """
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "**" in text or "__" in text or "`" in text:
        text = _EMPHASIS.sub("", text)
    return text.strip()


# What a line can begin with that is no part of what it says, each as people type it.
_MARK = re.compile(
    r"(?P<hash>#{1,6})\s+(?=\S)"
    r"|(?P<box>(?:[-*+]\s+)?\[[ xX]\])\s+(?=\S)"
    r"|(?P<bullet>[-*+]\s+|[・○◯●◎□■◇◆☆★▽▼△▲※→＊•►▪･]\s*|〇(?=[^\s0-9０-９年月]))(?=\S)"
    r"|(?P<emoji>:[a-z_]{2,30}:)\s*(?=\S)"
    r"|(?P<number>"
    r"[（(](?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[ア-ンa-z])[）)]"
    r"|(?:[0-9０-９]{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[一二三四五六七八九十]{1,3}|[A-ZＡ-Ｚ][0-9０-９]?)[.．、,，)）](?![0-9０-９])"
    r"|(?:[0-9０-９]{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])(?=[ 　]+[^\s0-9０-９年月日時~～：:/])"
    r"|第\s?[0-9０-９一二三四五六七八九十]{1,3}(?=[ 　]|$)"
    r"|[①-⑳])\s*(?=\S)"
)
_MOST_MARKS = 3


Marks = tuple[tuple[str, str], ...]
# With what a mark can begin; most lines begin with something else.
_BEGINS = frozenset(
    "#-*+[:（(第・○◯●◎□■◇◆☆★▽▼△▲※→＊•►▪･〇0123456789０１２３４５６７８９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
    "一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
)


def typed_marks(text: str) -> tuple[Marks, str]:
    """Part a line from the marks that it begins with: hash, box, bullet, emoji or number.

    >>> typed_marks("## １．日時"), typed_marks("3月の例会")
    (((('hash', '##'), ('number', '１．')), '日時'), ((), '3月の例会'))
    """
    found: list[tuple[str, str]] = []
    at = 0
    while len(found) < _MOST_MARKS and text[at : at + 1] in _BEGINS:
        match = _MARK.match(text, at)
        if match is None or match.lastgroup is None:
            break
        found.append((match.lastgroup, match[match.lastgroup].strip()))
        at = match.end()
    return tuple(found), text[at:]


def without_marks(text: str) -> str:
    """Return a text without the marks that it begins with.

    >>> without_marks("## １．日時")
    '日時'
    """
    return typed_marks(text)[1]

"""Texts as they are compared: one spelling for each character, white space and marks aside.

>>> flat("［日　時］ １３：００〜"), bare("日　時")
('[日 時] 13:00~', '日時')
"""

import re
import unicodedata

_ONE_SPELLING = str.maketrans("〜～∼–—‐－−", "~~~-----")


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


def typed_marks(text: str) -> tuple[tuple[str, str], ...]:
    """List the marks that a text begins with, each with its kind: hash, box, bullet, number.

    >>> typed_marks("## １．日時"), typed_marks("第３　役員の件"), typed_marks("3月の例会")
    ((('hash', '##'), ('number', '１．')), (('number', '第３'),), ())
    """
    found: list[tuple[str, str]] = []
    at = 0
    while len(found) < _MOST_MARKS and (match := _MARK.match(text, at)) and match.lastgroup:
        found.append((match.lastgroup, match[match.lastgroup].strip()))
        at = match.end()
    return tuple(found)


def without_marks(text: str) -> str:
    """Return a text without the marks that it begins with.

    >>> without_marks("## １．日時")
    '日時'
    """
    at = 0
    for _ in range(_MOST_MARKS):
        match = _MARK.match(text, at)
        if match is None:
            break
        at = match.end()
    return text[at:]

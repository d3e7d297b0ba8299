"""Names (氏名): whom a paper means by one.

>>> is_among("橋野　太郎", ["橋野（議長）"])
True
"""

import re
import unicodedata
from collections.abc import Iterable

from attrs import frozen

from minutes_gen.model._detail import Detail
from minutes_gen.model._people import split_names

# What is written where nobody is meant: 欠席者：なし.
NOBODY = frozenset({"なし", "無し", "該当なし", "無", "ナシ", "特になし"})


@frozen
class Person:
    """One of those named, and what stands in brackets behind the name.

    >>> Person("奈良", "オンライン").note
    'オンライン'
    """

    name: str
    note: str | None = None


def named_in(detail: Detail) -> int:
    """Count the names in the lines of a detail.

    >>> named_in(Detail("書面表決者", "橋野、出口")), named_in(Detail("委任者", "なし"))
    (2, 0)
    """
    return sum(len(split_names(line)) for line in detail.lines if line not in NOBODY)


def plain(name: str) -> str:
    """Return a name as it is compared: without white space, and without brackets behind it.

    >>> plain("橋野　太郎（議長）")
    '橋野太郎'
    """
    return "".join(_ASIDE.sub("", unicodedata.normalize("NFKC", name)).split())


_ASIDE = re.compile(r"\([^()]*\)")


def is_among(name: str, names: Iterable[str]) -> bool:
    """Say whether one of these names is that person's: 橋野, 橋野太郎 and 理事長橋野太郎 are one.

    >>> is_among("橋野　太郎", ["橋野"]), is_among("橋野　太郎", ["出口"])
    (True, False)
    """
    name = plain(name)
    return any(name in other or other in name for other in map(plain, names))

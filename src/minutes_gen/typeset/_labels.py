"""均等割り付け: labels spread to one width with spaces."""

import re
from itertools import pairwise
from math import isfinite

from minutes_gen.errors import TypesetError
from minutes_gen.typeset._glyphs import clusters, refuse_surrogates
from minutes_gen.typeset._layout import width
from minutes_gen.typeset._rules import BreakRules

# A run of Latin letters, digits and marks is one piece, with the single spaces inside it.
WORDS = re.compile(r"[!-~]+(?: [!-~]+)*")
# Spaces part the pieces of a label, so that nothing stands side by side to be paired.
APART = BreakRules(pairs=False, autospace=False)


def justify_label(label: str, em: float) -> str:
    """Spread a label to a width in em, as offices do with 日時 and 参加者 (均等割り付け).

    The blanks are U+3000 and, for half an em, U+0020. White space taken away, the label is left;
    white space that it had is spread anew. Latin words stay whole; a label of one piece is filled
    up at its right, and one that is wider than the width comes back without blanks. Half an em is
    the finest step: what is left of the width is given up. A width that is no finite number and a
    lone surrogate are `TypesetError`.

    >>> justify_label("参加者", 4), justify_label("日時", 4), justify_label("参考資料", 4)
    ('参 加 者', '日\u3000\u3000時', '参考資料')
    >>> justify_label("Web会議", 5), justify_label("議長及び副議長", 4)
    ('Web 会\u3000議', '議長及び副議長')
    """
    refuse_surrogates(label)
    if not isfinite(em):
        raise TypesetError(f"{em!r} is not a width for a label: give a number of em, such as 4")
    pieces = _pieces(label)
    spare = int(2 * (em - sum(width(piece, APART) for piece in pieces)))
    if spare <= 0:
        return "".join(pieces)
    blanks = [_blank(halves) for halves in _shares(spare, max(1, len(pieces) - 1))]
    return "".join(map("".join, zip(pieces, [*blanks, ""], strict=False)))


def _pieces(label: str) -> list[str]:
    """Cut a label into what is spread: full-width characters and Latin words."""
    pieces: list[str] = []
    end = 0
    label = " ".join(label.split())
    for words in WORDS.finditer(label):
        pieces += _characters(label[end : words.start()])
        pieces.append(words[0])
        end = words.end()
    return pieces + _characters(label[end:])


def _characters(text: str) -> list[str]:
    return list(clusters("".join(text.split())))


def _shares(spare: int, gaps: int) -> list[int]:
    """Divide half ems among gaps, as evenly and as symmetrically as they go."""
    half = [(2 * i * spare + gaps - 1) // (2 * gaps) for i in range(gaps // 2 + 1)]
    mirrored = [spare - used for used in reversed(half[: gaps + 1 - len(half)])]
    return [after - before for before, after in pairwise(half + mirrored)]


def _blank(halves: int) -> str:
    return "\u3000" * (halves // 2) + " " * (halves % 2)

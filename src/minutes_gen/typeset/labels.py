"""均等割り付け: a label spread to one width with spaces."""

import re
from math import isnan

from minutes_gen.errors import TypesetError

from .characters import clusters
from .lines import refuse_surrogates, width
from .rules import BreakRules

# A run of Latin letters, digits and marks is one piece, with the single spaces inside it.
WORD = re.compile(r"[!-~]+(?: [!-~]+)*")
PLAIN = BreakRules(pairs=False, autospace=False)


def _pieces(label: str) -> list[str]:
    pieces: list[str] = []
    end = 0
    for word in WORD.finditer(label):
        pieces += clusters("".join(label[end : word.start()].split()))
        pieces.append(word[0])
        end = word.end()
    return pieces + list(clusters("".join(label[end:].split())))


def justify_label(label: str, em: float) -> str:
    """Spread a label to a width in em (均等割り付け), with U+3000 and, for a half, U+0020."""
    refuse_surrogates(label)
    if isnan(em):
        raise TypesetError(f"{em!r} is no width for a label: give a number of em, such as 4")
    pieces = _pieces(label)
    spare = int(2 * (em - sum(width(piece, PLAIN) for piece in pieces)))
    if spare <= 0 or not pieces:
        return "".join(pieces)
    gaps = len(pieces) - 1 or 1
    ends = [(2 * k * spare + gaps) // (2 * gaps) for k in range(gaps + 1)]
    halves = [after - before for before, after in zip(ends, ends[1:], strict=False)]
    blanks = ["\u3000" * (half // 2) + " " * (half % 2) for half in halves]
    return "".join(piece + blank for piece, blank in zip(pieces, [*blanks, ""], strict=False))

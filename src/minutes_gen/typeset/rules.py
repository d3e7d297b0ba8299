"""What a paragraph is set by: the metric, and which of Word's settings are on."""

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Literal

import attrs

from minutes_gen.errors import TypesetError

Squeeze = Literal["pure", "ratio"]
Kinsoku = Literal["standard", "strict"]
Ambiguous = Literal["wide", "narrow"]
Widths = tuple[tuple[str, float], ...]


def _frozen_widths(widths: Mapping[str, float] | Iterable[tuple[str, float]]) -> Widths:
    """Sort the widths into a tuple, so that rules stay hashable and picklable."""
    return tuple(sorted(dict(widths).items()))


@attrs.frozen(cache_hash=True)
class BreakRules:
    """The rules of one paragraph; the defaults are those of a Japanese Word file."""

    widths: Widths = attrs.field(default=(), converter=_frozen_widths)
    pairs: bool = True
    squeeze: Squeeze | None = "pure"
    hang: bool = True
    autospace: bool = True
    balance: bool = True
    kinsoku: Kinsoku = "standard"
    ambiguous: Ambiguous = "wide"
    em: float = 1.0

    def __attrs_post_init__(self) -> None:
        for char, em in self.widths:
            if not (isfinite(em) and em >= 0):
                raise TypesetError(f"width {em!r} of {char!r} is not a finite number from 0 up")


MONOSPACE = BreakRules(pairs=False, squeeze=None, hang=False, autospace=False, balance=True, em=2.0)

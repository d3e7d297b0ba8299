"""What a paragraph is set by: its metric, and which of Word's settings are on."""

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any, Literal, get_args

import attrs

from minutes_gen.errors import TypesetError

Squeeze = Literal["pure", "ratio"]
Kinsoku = Literal["standard", "strict"]
Ambiguous = Literal["wide", "narrow"]
Widths = tuple[tuple[str, float], ...]


def _as_pairs(widths: Mapping[str, float] | Iterable[tuple[str, float]]) -> Widths:
    """Sort widths into a tuple: rules are hashed, compared and pickled."""
    return tuple(sorted(dict(widths).items()))


def _check_widths(_rules: object, _field: object, widths: Widths) -> None:
    for char, em in widths:
        if len(char) != 1:
            raise TypesetError(f"widths: {char!r} is not one character")
        if not (isfinite(em) and em >= 0):
            raise TypesetError(f"widths: {em!r} em for {char!r} is not a finite number from 0 up")


def _check_em(_rules: object, _field: object, em: float) -> None:
    if not (isfinite(em) and em > 0):
        raise TypesetError(f"em: {em!r} is not a finite number above 0, such as 1 or 2")


def _one_of(*choices: str | None) -> Any:  # noqa: ANN401 - a validator, of whatever field
    def check(_rules: object, field: "attrs.Attribute[str | None]", value: str | None) -> None:
        if value not in choices:
            allowed = ", ".join(map(repr, choices))
            raise TypesetError(f"{field.name}: {value!r} is none of {allowed}")

    return check


@attrs.frozen(cache_hash=True)
class BreakRules:
    """The rules that lines are broken by; the defaults are those of a Japanese Word file.

    `widths`: em of characters whose font says otherwise than ½ and 1 (`{"W": 0.981}`).
    `pairs`: two brackets or marks side by side lose ½ em (約物の詰め).
    `squeeze`: what decides whether marks are squeezed to get more into a line: "pure" (Word 2007
    and 2010, and newer files in their mode), "ratio" (files of Word 2013 and later), or None.
    `hang`: 、。，． may hang outside the line (句読点のぶら下げ).
    `justified`: the paragraph is justified (両端揃え). In any other, such as one set flush left
    (左揃え), Word 2013 and later squeeze and hang nothing, whatever `squeeze` and `hang` say;
    Word 2007 and 2010 do not ask, so leave it True for them.
    `autospace`: ¼ em between Japanese and Latin letters or digits (和欧文間隔).
    `balance`: an ASCII space beside a full-width character is ½ em whatever its font says.
    `kinsoku`: Word's 標準 or 高レベル set of characters that begin or end no line (禁則処理).
    `units`: characters that stay with the number before them, whose full-width digits then stay
    together too. Word parts 12,000 from 円 and １ from ２; give "" for exactly what Word does.
    `ambiguous`: whether characters of ambiguous width (①, →, ○) are full-width.
    `em`: one em in the unit that lengths are given in: 1 for em, 2 for columns.

    Values are frozen and hashable. What cannot be is a `TypesetError`.

    >>> BreakRules(widths={"W": 0.981, "%": 0.833}).widths
    (('%', 0.833), ('W', 0.981))
    >>> BreakRules(squeeze="hard")
    Traceback (most recent call last):
        ...
    minutes_gen.errors.TypesetError: squeeze: 'hard' is none of 'pure', 'ratio', None
    """

    widths: Widths = attrs.field(default=(), converter=_as_pairs, validator=_check_widths)
    pairs: bool = True
    squeeze: Squeeze | None = attrs.field(
        default="pure", validator=_one_of(*get_args(Squeeze), None)
    )
    hang: bool = True
    justified: bool = True
    autospace: bool = True
    balance: bool = True
    kinsoku: Kinsoku = attrs.field(default="standard", validator=_one_of(*get_args(Kinsoku)))
    units: str = "円"
    ambiguous: Ambiguous = attrs.field(default="wide", validator=_one_of(*get_args(Ambiguous)))
    em: float = attrs.field(default=1.0, validator=_check_em)

    @property
    def squeezes(self) -> bool:
        """Say whether marks give way in a line that is too long (追い込み).

        >>> BreakRules().squeezes, BreakRules(justified=False).squeezes
        (True, False)
        """
        return self.justified and self.squeeze is not None

    @property
    def hangs(self) -> bool:
        """Say whether 、。，． may stand outside of a line (ぶら下げ).

        >>> BreakRules().hangs, BreakRules(justified=False).hangs
        (True, False)
        """
        return self.justified and self.hang


DEFAULT = BreakRules()

# A text file has no Word to agree with, so a number keeps its commonest counters too.
MONOSPACE = BreakRules(
    pairs=False,
    squeeze=None,
    hang=False,
    autospace=False,
    units="円年月日時分秒人名回件個",
    em=2.0,
)
"""Rules for terminals and mail (等幅): lengths are columns, full-width characters take two.

Characters of ambiguous width take two as well, as in Japanese fonts; for a terminal that gives
them one, `attrs.evolve(MONOSPACE, ambiguous="narrow")`.
"""

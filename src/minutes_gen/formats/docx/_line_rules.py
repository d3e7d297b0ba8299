"""By which rules Word breaks the lines of a file: what its settings and its default style say.

Sources: ECMA-376 part 1, 17.15.1 (settings), 17.15.3 (compatibility) and 17.3.1 (paragraphs), with
their defaults; what the settings do to lines stands in docs/typesetting.md.
"""

from typing import TYPE_CHECKING, Literal

from minutes_gen.formats.docx._units import WORD_MAIN
from minutes_gen.typeset import BreakRules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

WORD = BreakRules(squeeze="ratio", units="")
"""The rules of the files that we make: those of Word 2013 and later, justified."""

_W = f"{{{WORD_MAIN}}}"
_VAL = f"{_W}val"
_OFF = {"0", "false", "off"}
_NATIVE = 15  # the compatibilityMode of Word 2013 and later; 12 is that of a file that says nothing
_OLDEST = 12


def rules_of_file(settings: "Element", paragraphs: "Iterable[Element]") -> BreakRules:
    """Read the rules from w:settings and the w:pPr that hold for text, the strongest first."""
    said: dict[str, Element] = {}
    for properties in paragraphs:
        for element in properties:
            said.setdefault(str(element.tag).removeprefix(_W), element)
    compress = settings.find(f"{_W}characterSpacingControl")
    pairs = compress is not None and compress.get(_VAL, "").startswith("compress")
    native = _compatibility_mode(settings) >= _NATIVE
    squeeze: Literal["ratio", "pure"] = "ratio" if native else "pure"
    jc = said.get("jc")
    return BreakRules(
        pairs=pairs,
        squeeze=squeeze if pairs else None,
        hang=_is_on(said.get("overflowPunct"), unsaid=True),
        justified=jc is not None and jc.get(_VAL) in {"both", "distribute"},
        autospace=_is_on(said.get("autoSpaceDE"), unsaid=True),
        balance=_is_on(settings.find(f"{_W}compat/{_W}balanceSingleByteDoubleByteWidth")),
        kinsoku="strict" if _is_on(settings.find(f"{_W}strictFirstAndLastChars")) else "standard",
        units="",
    )


def _compatibility_mode(settings: "Element") -> int:
    for setting in settings.iterfind(f"{_W}compat/{_W}compatSetting"):
        mode = setting.get(_VAL, "")
        if setting.get(f"{_W}name") == "compatibilityMode" and mode.isdecimal() and len(mode) < 4:
            return int(mode)
    return _OLDEST


def _is_on(switch: "Element | None", *, unsaid: bool = False) -> bool:
    return unsaid if switch is None else switch.get(_VAL, "1") not in _OFF

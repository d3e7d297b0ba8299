"""The comment that a template begins with: what it is for, and which values it takes.

>>> header = read_header('''{# 研修の案内
...    値：
...    発行日（日付）　　　　　　　案内を出す日
...    題名　（文字、必須）
...    場所　（文字、既定：事務室）　いつもの場所なら書かなくてよい
... #}''', source="x.txt")
>>> header.about
'研修の案内'
>>> [(value.name, value.kind.name, value.required, value.default) for value in header.values or ()]
[('発行日', '日付', False, None), ('題名', '文字', True, None), ('場所', '文字', False, '事務室')]
"""

import re

from attrs import frozen

from minutes_gen.errors import ModelError, TemplateError, shown, suggest
from minutes_gen.templating._values import KINDS, ValueKind, plain_name


@frozen
class TemplateValue:
    """A value that a template takes: its name, its kind, and whether it must be given.

    `line` is where the template names it first.
    """

    name: str
    kind: ValueKind
    required: bool = False
    default: str | None = None
    about: str = ""
    line: int = 1


@frozen
class Header:
    """What a template says of itself; `values` is None where it lists none."""

    about: str = ""
    values: tuple[TemplateValue, ...] | None = None


_OPENING = re.compile(r"\ufeff?\s*\{#-?\s*")
_CLOSING = "#}"
_LIST = re.compile(r"値\s*[：:]\s*")
_VALUE = re.compile(
    r"(?P<name>[^（(]+)[（(]\s*(?P<kind>[^\s、､,，）)]+)\s*"
    r"(?:[、､,，]\s*(?P<need>必須\s*|任意\s*|既定\s*[：:＝=](?P<default>[^）)]*)))?[）)](?P<about>.*)"
)
_SHAPE = "名前（種類）, 名前（種類、必須） or 名前（種類、既定：…）"


def read_header(text: str, *, source: str) -> Header:
    """Read the comment on top of a template; TemplateError for a value that is listed wrongly."""
    opening = _OPENING.match(text)
    end = text.find(_CLOSING, opening.end()) if opening else -1
    if opening is None or end < 0:
        return Header()
    first = text.count("\n", 0, opening.end()) + 1
    comment = text[opening.end() : end].removesuffix("-")
    lines = [line.strip() for line in comment.rstrip().splitlines()]
    starts = [number for number, line in enumerate(lines) if _LIST.fullmatch(line)]
    if not starts:
        return Header(lines[0] if lines else "")
    values: dict[str, TemplateValue] = {}
    for number, line in enumerate(lines[starts[0] + 1 :], start=first + starts[0] + 1):
        if not line:
            break
        value = _read_value(line, source, number)
        if value.name in values:
            raise TemplateError(source, number, f"{shown(value.name)} is listed twice")
        values[value.name] = value
    return Header(lines[0] if starts[0] else "", tuple(values.values()))


def _read_value(line: str, source: str, number: int) -> TemplateValue:
    match = _VALUE.fullmatch(line)
    if match is None:
        raise TemplateError(source, number, f"{shown(line)}: a value is listed as {_SHAPE}")
    kind = KINDS.get(match["kind"])
    if kind is None:
        hint = suggest(match["kind"], KINDS)
        raise TemplateError(source, number, f"unknown kind of values {shown(match['kind'])}{hint}")
    name, about = plain_name(match["name"]), match["about"].strip()
    default = (match["default"] or "").strip() or None
    try:
        kind.read(default or "")
    except ModelError as error:
        raise TemplateError(source, number, f"{name}: {error.problem}") from None
    required = (match["need"] or "").strip() == "必須"
    return TemplateValue(name, kind, required, default, about, number)

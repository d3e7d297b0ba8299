"""HouseStyle (書式): how an office writes. Presets in code, an office's own in a TOML file.

>>> STYLES["handout"].numbering[:3]
('1.', '(1)', '①')
>>> load_style("koyobn")
Traceback (most recent call last):
minutes_gen.errors.StyleError: there is no house style 'koyobn'; did you mean 'koyobun'? (or the \
path of a .toml file)
"""

import re
from collections.abc import Callable, Iterable, Mapping
from os import PathLike, fspath
from typing import Any

import attrs
from attrs import Attribute, field, frozen

from minutes_gen import era
from minutes_gen.errors import ModelError, NumberingError, StyleError, shown, suggest
from minutes_gen.inputs._bounded import read_bounded
from minutes_gen.numbering import SCHEMES, Scheme

_Validator = Callable[[object, "Attribute[Any]", Any], None]
LARGEST_STYLE = 1 << 20  # bytes of a TOML file


def _between(low: float, high: float, unit: str, *, step: float | None = None) -> _Validator:
    """Make a validator (attrs) of a number between two others."""

    def check(_instance: object, attribute: "Attribute[Any]", value: float) -> None:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not low <= value <= high:
            wanted = f"a number from {low:g} to {high:g} {unit}"
            raise ModelError(attribute.name, f"{shown(value)} is not {wanted}")
        if step is not None and value % step:
            raise ModelError(
                attribute.name, f"must be a multiple of {step:g} {unit}, not {value!r}"
            )

    return check


def _length(low: float, high: float, default: float) -> float:
    made: float = field(default=default, validator=_between(low, high, "mm"))
    return made


def _em(default: float, low: float = 0.0) -> float:
    # Text files set half-width and full-width spaces, so that half an em is the finest step.
    made: float = field(default=default, validator=_between(low, 10, "em", step=0.5))
    return made


def _one_of(*allowed: str) -> _Validator:
    def check(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if value not in allowed:
            listed = ", ".join(map(repr, allowed))
            raise ModelError(attribute.name, f"{shown(value)} is none of {listed}")

    return check


def _is(cls: type, name: str) -> _Validator:
    def check(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if type(value) is not cls:
            raise ModelError(attribute.name, f"{shown(value)} is not {name}")

    return check


def _font(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ModelError(attribute.name, f"must be the name of a font, not {shown(value)}")


@frozen
class Page:
    """用紙: size and margins in mm, and how many lines fill the page.

    >>> Page(left=100, right=100)
    Traceback (most recent call last):
    minutes_gen.errors.ModelError: left: left and right margins of 200 mm leave less than 20 mm of \
a width of 210 mm
    """

    width: float = _length(50, 1200, 210.0)
    height: float = _length(50, 1200, 297.0)
    top: float = _length(0, 200, 25.0)
    bottom: float = _length(0, 200, 25.0)
    left: float = _length(0, 200, 30.0)
    right: float = _length(0, 200, 30.0)
    lines: int = field(
        default=42, validator=[_is(int, "a whole number"), _between(1, 200, "lines")]
    )

    def __attrs_post_init__(self) -> None:
        """Refuse margins that leave nothing to write on."""
        for margins, size in (("left right", "width"), ("top bottom", "height")):
            first, second = margins.split()
            taken, given = getattr(self, first) + getattr(self, second), getattr(self, size)
            if taken > given - 20:
                raise ModelError(
                    first,
                    f"{first} and {second} margins of {taken:g} mm leave less than 20 mm "
                    f"of a {size} of {given:g} mm",
                )


@frozen
class Fonts:
    """書体: the font of Japanese text, the font of Latin text, and their size in pt.

    >>> Fonts().japanese, Fonts().size
    ('ＭＳ 明朝', 12.0)
    """

    japanese: str = field(default="ＭＳ 明朝", validator=_font)
    latin: str = field(default="Century", validator=_font)
    size: float = field(default=12.0, validator=_between(5, 72, "pt"))


@frozen
class Indents:
    """字下げ: how far blocks stand from the left, in em.

    numbered      the numbered part of the page, from the margin
    level         each level of sections, from the one above
    body          what stands under a heading, from the heading
    heavy         a bullet ● ■ ◆ … under a heading, from the heading
    under_heavy   what hangs under such a bullet, from its mark
    under_light   what hangs under ・ and its like, from its mark
    title         a title that stands at the left, from the margin
    right         文書番号, 発行日, 発行者 and 以上, from the right margin

    >>> Indents(level=0.75)
    Traceback (most recent call last):
    minutes_gen.errors.ModelError: level: must be a multiple of 0.5 em, not 0.75
    """

    numbered: float = _em(2.0)
    level: float = _em(1.0)
    body: float = _em(1.0, low=0.5)
    heavy: float = _em(0.0)
    under_heavy: float = _em(2.0, low=0.5)
    under_light: float = _em(1.0, low=0.5)
    title: float = _em(3.0)
    right: float = _em(0.0)


def _as_scheme(value: Scheme | str | Iterable[str]) -> tuple[str, ...]:
    """Take the name of a scheme, or its first labels, for the scheme's labels."""
    try:
        return Scheme.of(value).labels
    except NumberingError as error:
        raise ModelError("numbering", str(error)) from None


@frozen
class HouseStyle:
    """How an office writes (書式): everything that a Session does not know.

    about         what the style is for, in a few words
    label_width   均等割り付け: the width that the labels of details are spread to, in em
    title         where the title stands: center or left
    dates         a style of `era.format_date`: long, fullwidth, kanji, short, jis, abbrev
    weekday       whether the weekday stands behind a day in 日時
    numbering     the first labels of the sections' numbering scheme, or the name of one

    >>> HouseStyle(fonts=Fonts(size=10.5), numbering="koyobun").numbering[:3]
    ('第１', '１', '(1)')
    """

    about: str = field(default="", validator=_is(str, "a text"))
    page: Page = field(factory=Page, validator=_is(Page, "a Page"))
    fonts: Fonts = field(factory=Fonts, validator=_is(Fonts, "Fonts"))
    indents: Indents = field(factory=Indents, validator=_is(Indents, "Indents"))
    label_width: float = field(default=4.0, validator=_between(1, 20, "em", step=0.5))
    title: str = field(default="center", validator=_one_of("center", "left"))
    dates: str = field(default="long", validator=_one_of(*era.STYLES))
    weekday: bool = field(default=True, validator=_is(bool, "true or false"))
    numbering: tuple[str, ...] = field(default=SCHEMES["handout"].labels, converter=_as_scheme)

    @property
    def title_indent(self) -> float:
        """How far in the title begins where it stands at the left, in em; 0 in the middle.

        >>> STYLES["handout"].title_indent, STYLES["koyobun"].title_indent
        (0.0, 3.0)
        """
        return self.indents.title if self.title == "left" else 0.0


STYLES: dict[str, HouseStyle] = {
    "handout": HouseStyle(about="研修の配付資料・案内: 1. ● ・, numbered part set in by 2 em"),
    "koyobun": HouseStyle(
        about="公用文: 第１ １ (1) ア (ア), each level 1 em further in",
        indents=Indents(numbered=0.0, heavy=1.0, under_heavy=1.0, right=1.0),
        title="left",
        numbering="koyobun",
    ),
}
# What a document is written in when nobody names a style.
DEFAULT = STYLES["handout"]


def as_style(style: HouseStyle | str | PathLike[str] | None) -> HouseStyle | None:
    """Take a style, its name or the path of its file; None stays None, the source's own ways.

    >>> as_style("koyobun").title, as_style(None)
    ('left', None)
    """
    return load_style(fspath(style)) if isinstance(style, str | PathLike) else style


def load_style(name_or_path: str) -> HouseStyle:
    """Find a preset by its name, or read a TOML file.

    A StyleError says what is wrong, in which line, and what is allowed.

    >>> load_style("koyobun").numbering[0]
    '第１'
    """
    if name_or_path in STYLES:
        return STYLES[name_or_path]
    if not name_or_path.endswith(".toml"):
        hint = suggest(name_or_path, STYLES)
        raise StyleError(
            f"there is no house style {shown(name_or_path)}{hint} (or the path of a .toml file)"
        )
    try:
        text = read_bounded(name_or_path, most=LARGEST_STYLE).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StyleError(f"{name_or_path}: not UTF-8 text (byte {error.start + 1})") from None
    return parse_style(text, source=name_or_path)


def parse_style(text: str, *, source: str = "<style>") -> HouseStyle:
    """Read a house style from TOML; what it leaves out is as in its `base`, or in `handout`.

    >>> parse_style('base = "koyobun"\\n[fonts]\\nsize = 10.5').fonts.size
    10.5
    >>> parse_style("label_widht = 5", source="office.toml")
    Traceback (most recent call last):
    minutes_gen.errors.StyleError: office.toml:1: label_widht: unknown key; did you mean \
'label_width'?
    """
    import tomllib  # noqa: PLC0415  (a preset needs neither TOML nor cattrs)

    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise StyleError(f"{source}: lists or tables nested too deep") from None
    except ValueError as error:  # no TOML, or a number of more digits than Python reads
        raise StyleError(f"{source}: {error}") from None
    try:
        return _style_of(data)
    except ModelError as error:
        line = _line_of(text, error.path)
        where = f"{source}:{line}" if line else source
        raise StyleError(f"{where}: {error}") from None


def _style_of(data: dict[str, Any]) -> HouseStyle:
    from minutes_gen.model._plain_data import from_data  # noqa: PLC0415  (as above)

    base = data.pop("base", "handout")
    if not isinstance(base, str) or base not in STYLES:
        raise ModelError("base", f"there is no preset {shown(base)}{suggest(base, STYLES)}")
    if "numbering" in data:
        data["numbering"] = list(_as_scheme(data["numbering"]))
    return from_data(_laid_over(_full_data(STYLES[base]), data), HouseStyle)


def format_style(style: HouseStyle) -> str:
    """Write a house style as TOML, every setting of it, to be copied and changed.

    >>> parse_style(format_style(STYLES["koyobun"])) == STYLES["koyobun"]
    True
    """
    data = _full_data(style)
    tables = {key: value for key, value in data.items() if isinstance(value, dict)}
    lines = [_setting(key, value) for key, value in data.items() if key not in tables]
    for name, table in tables.items():
        lines += ["", f"[{name}]", *(_setting(key, value) for key, value in table.items())]
    return "\n".join(lines) + "\n"


def _setting(key: str, value: object) -> str:
    import json  # noqa: PLC0415  (as above)

    # A JSON scalar, or a list of them, is TOML as it stands.
    return f"{key} = {json.dumps(value, ensure_ascii=False)}"


def _full_data(style: HouseStyle) -> dict[str, Any]:
    """Turn a style into plain data with nothing left out."""
    return attrs.asdict(
        style, value_serializer=lambda _s, _f, v: list(v) if isinstance(v, tuple) else v
    )


def _laid_over(base: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """Lay the settings of a file over those of its base, table by table."""
    merged = dict(base)
    for key, value in data.items():
        inner = base.get(key)
        if isinstance(inner, Mapping) and isinstance(value, Mapping):
            merged[key] = _laid_over(inner, value)
        else:
            merged[key] = value
    return merged


def _line_of(text: str, path: str) -> int | None:
    """Find the line of TOML that sets the value at a path such as `fonts.size`."""
    *tables, key = re.sub(r"\[\d+\]", "", path).split(".")
    wanted, table = ".".join([*tables, key]), ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[\s*([\w.\"' -]+?)\s*\]", line):
            table = header[1]
            if table == wanted:
                return number
        elif setting := re.match(r"\s*([\w.\"'-]+)\s*=", line):
            full = f"{table}.{setting[1]}" if table else setting[1]
            full = full.replace('"', "").replace("'", "")
            if full == wanted or (wanted.startswith(f"{full}.") and "{" in line):
                return number
    return None

"""The filters of templates: what stands behind | in {{ 日時|曜日 }}, in Japanese and in English.

>>> from datetime import date
>>> from minutes_gen.templating._values import written
>>> written(apply_filter("和暦", date(2018, 7, 5), "漢字"), None), apply_filter("第N回", 2)
('平成三十年七月五日', '第2回')
>>> apply_filter("様", ("橋野", "出口")), apply_filter("つなぐ", ("橋野", "出口"))
(('橋野 様', '出口 様'), '橋野、出口')
"""

from collections.abc import Callable
from datetime import date
from functools import partial

from attrs import frozen

from minutes_gen.era import STYLES, format_date, weekday_name
from minutes_gen.errors import MinutesError, ModelError, shown, suggest
from minutes_gen.numbering.numerals import SYSTEMS
from minutes_gen.schedule import Schedule, format_schedule
from minutes_gen.templating._values import Spelled, unwrapped, written

# The names of the styles of dates that an office worker would look for.
_STYLE_NAMES = {
    "標準": "long",
    "全角": "fullwidth",
    "漢字": "kanji",
    "略記": "short",
    "二桁": "jis",
    "漢字略記": "abbrev",
}
_LONGEST_SEPARATOR = 10  # characters: a list could multiply a long one
_HONORIFICS = ("様", "御中", "殿", "各位", "先生")
_FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@frozen
class _Call:
    """What a filter is called with: a value, what stands in brackets, the day of the paper."""

    value: object
    argument: object
    as_of: date | None

    def problem(self, wanted: str) -> ModelError:
        text = written(self.value, self.as_of)
        return ModelError(
            "", f"must be {wanted}, not {shown(self.value if text is None else text)}"
        )

    def text(self) -> str:
        text = written(self.value, self.as_of)
        if text is None:
            raise self.problem("a text")
        return text

    def day(self) -> date:
        match self.value:
            case date():
                return self.value
            case Schedule() if len(days := self.value.days()) == 1:
                return days[0]
        raise self.problem("a single day")

    def number(self) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self.problem("a number")
        return self.value


def _era(call: _Call) -> object:
    style = call.argument or "long"
    name = _STYLE_NAMES.get(str(style), str(style))
    if name not in STYLES:
        known = suggest(style, [*_STYLE_NAMES, *STYLES])
        raise ModelError("", f"unknown style of dates {shown(style)}{known}")
    match call.value:
        case date():
            return Spelled(call.value, format_date(call.value, name, as_of=call.as_of))
        case Schedule():
            return Spelled(call.value, format_schedule(call.value, name, as_of=call.as_of))
    raise call.problem("a date")


def _gregorian(call: _Call) -> object:
    day = call.day()
    return Spelled(call.value, f"{day.year}年{day.month}月{day.day}日")


def _month_day(call: _Call) -> object:
    day = call.day()
    return f"{day.month}月{day.day}日"


def _weekday(call: _Call) -> object:
    return weekday_name(call.day())


def _in_system(name: str, call: _Call) -> object:
    return Spelled(call.number(), SYSTEMS[name].format(call.number()))


def _fullwidth(call: _Call) -> object:
    text = call.text().translate(_FULLWIDTH)
    return Spelled(call.value, text) if isinstance(call.value, int) else text


def _nth(call: _Call) -> object:
    return f"第{call.number()}回"


def _honorific(title: str, call: _Call) -> object:
    if isinstance(call.value, tuple):
        items = (_Call(item, None, call.as_of) for item in call.value)
        return tuple(_honorific(title, item) for item in items)
    text = call.text()
    # Whoever typed 御中 meant it.
    return text if text.endswith(_HONORIFICS) else f"{text} {title}"


def _joined(call: _Call) -> object:
    separator = "、" if call.argument is None else call.argument
    if not isinstance(separator, str) or len(separator) > _LONGEST_SEPARATOR:
        allowed = f"a text of at most {_LONGEST_SEPARATOR} characters"
        raise ModelError("", f"what stands between must be {allowed}, not {shown(separator)}")
    if not isinstance(call.value, tuple):
        return separator.join(call.text().splitlines())
    return separator.join(_Call(item, None, call.as_of).text() for item in call.value)


def _default(call: _Call) -> object:
    return call.argument if call.value in (None, "", ()) else call.value


_FUNCTIONS: dict[str, Callable[[_Call], object]] = {
    "和暦 era": _era,
    "西暦 gregorian": _gregorian,
    "月日 month_day": _month_day,
    "曜日 weekday": _weekday,
    "漢数字 kanji": partial(_in_system, "kanji"),
    "丸数字 circled": partial(_in_system, "circled"),
    "全角 fullwidth": _fullwidth,
    "第N回 nth": _nth,
    "様 sama": partial(_honorific, "様"),
    "御中 onchu": partial(_honorific, "御中"),
    "殿 dono": partial(_honorific, "殿"),
    "各位 kakui": partial(_honorific, "各位"),
    "つなぐ join": _joined,
    "既定 default": _default,
}
_FILTERS = {name: function for names, function in _FUNCTIONS.items() for name in names.split()}
FILTERS = tuple(_FILTERS)
DEFAULTS = ("既定", "default")  # the filters that may be given nothing
_WITH_ARGUMENT = ("和暦", "era", "つなぐ", "join", *DEFAULTS)


def takes_argument(name: str) -> bool:
    """Say whether a filter may have something in brackets."""
    return name in _WITH_ARGUMENT


def apply_filter(
    name: str, value: object, argument: object = None, as_of: date | None = None
) -> object:
    """Apply a filter to a value; ModelError where it takes no such value.

    `as_of` is the day of the paper, in whose era it writes.

    >>> apply_filter("曜日", Schedule(2018, 7))
    Traceback (most recent call last):
    minutes_gen.errors.ModelError: must be a single day, not '平成30年7月'
    """
    # 既定 gives back what it was given, spelling and all.
    bare = value if name in DEFAULTS else unwrapped(value)
    try:
        return _FILTERS[name](_Call(bare, argument, as_of))
    except ModelError:
        raise
    except MinutesError as error:  # a number that a system cannot write
        raise ModelError("", str(error)) from None

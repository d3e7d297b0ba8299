"""Plain data (dict, list, str, number) ↔ frozen attrs classes, with errors that name the path.

One way serves the JSON of a Session and the TOML of a HouseStyle. Nothing is converted in
silence: must be a text, not 5, "5" no number, and a key that a class does not have is an error.

A class that has `from_data` and `to_data` says itself what it looks like. A union of classes is
told apart by the key `type`, which holds the class's name in small letters.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from minutes_gen.errors import ModelError, shown, suggest
from minutes_gen.model._validators import join_path

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]

_NAMES: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
}


def to_data(value: object, *unions: object) -> dict[str, Any]:
    """Turn a value into plain data; what equals its default is left out."""
    return cast("dict[str, Any]", _converter(unions).unstructure(value))


def from_data(data: object, cls: type[T], *unions: object) -> T:
    """Make a value of plain data; a ModelError names the path of what is wrong."""
    try:
        return _converter(unions).structure(data, cls)
    except (BaseValidationError, ModelError) as error:
        raise ModelError(*_first_problem(error)) from None


@cache
def _converter(unions: tuple[object, ...]) -> Converter:
    converter = Converter(forbid_extra_keys=True, omit_if_default=True)
    for cls in _NAMES:
        converter.register_structure_hook(cls, _read_scalar)
    converter.register_structure_hook(date, _read_date)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook_factory(
        _is_tuple,
        lambda cls: _checked(list, homogenous_tuple_structure_factory(cls, converter)),
    )
    converter.register_structure_hook_factory(
        attrs.has, lambda cls: _checked(Mapping, make_dict_structure_fn(cls, converter))
    )
    converter.register_structure_hook_func(_has_own_form, lambda data, cls: cls.from_data(data))
    converter.register_unstructure_hook_func(_has_own_form, lambda value: value.to_data())
    for union in unions:
        _register_union(converter, union)
    return converter


def _is_tuple(cls: object) -> bool:
    origin: object = get_origin(cls)
    return origin is tuple


def _has_own_form(cls: object) -> bool:
    return hasattr(cls, "from_data")


def _register_union(converter: Converter, union: object) -> None:
    classes = {cls.__name__.lower(): cls for cls in get_args(union)}

    def read(data: object, _cls: object) -> object:
        if not isinstance(data, Mapping):
            raise ModelError("", f"must be an object with a 'type', not {shown(data)}")
        tag = data.get("type")
        if not isinstance(tag, str) or tag not in classes:
            raise ModelError("type", f"there is no type {shown(tag)}{suggest(tag, classes)}")
        rest = {key: value for key, value in data.items() if key != "type"}
        return converter.structure(rest, classes[tag])

    def write(value: object) -> dict[str, Any]:
        return {"type": type(value).__name__.lower(), **converter.unstructure(value)}

    converter.register_structure_hook(union, read)
    converter.register_unstructure_hook(union, write)


def _checked(kind: type, hook: Hook) -> Hook:
    """Let a hook see only what has the shape that it reads."""
    shape = "a list" if kind is list else "an object with keys"

    def read(data: object, cls: object) -> object:
        if not isinstance(data, kind):
            raise ModelError("", f"{shown(data)} is not {shape}")
        return hook(data, cls)

    return read


def _read_scalar(data: object, cls: type) -> object:
    if type(data) is cls:
        return data
    if cls is float and type(data) is int:
        return float(data)
    raise ModelError("", f"{shown(data)} is not {_NAMES[cls]}")


def _read_date(data: object, _cls: type) -> date:
    try:
        day = date.fromisoformat(data) if isinstance(data, str) else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != data:
        raise ModelError("", f"must be a date such as '2018-06-07', not {shown(data)}")
    return day


def _first_problem(error: BaseException) -> tuple[str, str]:
    """Find the path and the text of the first thing that is wrong."""
    match error:
        case ModelError():
            return error.path, error.problem
        case ForbiddenExtraKeysError():
            key = min(map(str, error.extra_fields))
            key = key if key.isidentifier() else shown(key)
            known = [field.name for field in attrs.fields(error.cl) if field.init]
            return key, f"unknown key{suggest(key, known)}"
        case BaseValidationError():
            first = error.exceptions[0]
            path, problem = _first_problem(first)
            return join_path(_step(first), path), problem
        case KeyError():
            return "", "is missing"
        case _:
            return "", str(error)


def _step(error: BaseException) -> str:
    """Name the field or the place in a list where an error arose."""
    notes = getattr(error, "__notes__", ())  # cattrs leaves one for a field, one for an index
    steps = (note.name if hasattr(note, "name") else f"[{note.index}]" for note in notes)
    return next(steps, "")

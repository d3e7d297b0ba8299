"""The examples in docstrings run, and every public name has one."""

import doctest
import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol

import pytest

import minutes_gen

MODULES = [
    info.name
    for info in pkgutil.walk_packages(minutes_gen.__path__, "minutes_gen.")
    if not info.name.endswith("__main__")
]
# What scripts import, and what a new format is written with: those that the document names.
_ROWS = re.compile(r"^\|(?: `\w+`)? +\| ((?:`[\w.]+`(?:, )?)+) \|$", re.MULTILINE)
_DOCUMENT = Path(__file__).parents[1] / "docs" / "architecture.md"
PUBLIC = [
    name
    for row in _ROWS.findall(_DOCUMENT.read_text(encoding="utf-8"))
    for name in re.findall(r"`([\w.]+)`", row)
]
# Rooms whose `__init__` only draws them.
_FOLDERS = "batch cli drafting facts formats formats.docx formats.notation layout model templating"


def test_modules_without_an_underscore_are_the_public_ones() -> None:
    """The document lists each of them, and no other."""
    modules = {name.removeprefix("minutes_gen.") for name in MODULES}
    private = re.compile(r"(^|\.)_")
    named = {name for name in modules if not private.search(name)}
    assert named - set(_FOLDERS.split()) == set(PUBLIC)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    """Each example gives what it says."""
    assert doctest.testmod(import_module(name)).failed == 0


def public_names(module: str) -> Iterator[tuple[str, object]]:
    """List the functions and classes that a module offers: its __all__, or what it defines."""
    loaded = import_module(module)
    listed = getattr(loaded, "__all__", None)
    names = listed or [
        name
        for name, value in vars(loaded).items()
        if not name.startswith("_") and getattr(value, "__module__", None) == module
    ]
    for name in names:
        value = getattr(loaded, name)
        if inspect.isfunction(value) or (
            inspect.isclass(value) and Protocol not in value.__bases__
        ):
            yield name, value


def undocumented(name: str, value: object) -> Iterator[str]:
    """List what has no example: the name, and the methods that no example of their class calls."""
    shown = inspect.getdoc(value) or ""
    if ">>> " not in shown:
        yield name
    for method, member in vars(value).items() if inspect.isclass(value) else ():
        called = getattr(member, "fget", None) or getattr(member, "__func__", member)
        if method.startswith("_") or not inspect.isfunction(called):
            continue
        if ">>> " not in (inspect.getdoc(called) or "") and f".{method}" not in shown:
            yield f"{name}.{method}"


@pytest.mark.parametrize("module", ["minutes_gen", *(f"minutes_gen.{name}" for name in PUBLIC)])
def test_every_public_name_has_an_example(module: str) -> None:
    """Whoever looks a name up sees how it is used."""
    names = public_names(module)
    assert [lacking for name, value in names for lacking in undocumented(name, value)] == []

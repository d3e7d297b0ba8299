"""The examples in docstrings run."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import minutes_gen

MODULES = [
    info.name
    for info in pkgutil.walk_packages(minutes_gen.__path__, "minutes_gen.")
    if not info.name.endswith("__main__")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    """Each example gives what it says."""
    assert doctest.testmod(import_module(name)).failed == 0

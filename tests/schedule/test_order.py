"""Which file of 日時 may import which."""

import ast
import re
from pathlib import Path

import pytest

from minutes_gen import schedule

ROOM = Path(schedule.__file__).parent
# The list that the docstring of the room draws, from the ground up.
DRAWN = re.findall(r"^    (_\w+)  +\S", schedule.__doc__ or "", re.MULTILINE)


def imports_within(file: str) -> set[str]:
    """List the files of the room that a file imports, anywhere in it."""
    names = set()
    for node in ast.walk(ast.parse((ROOM / f"{file}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name.rpartition(".")[2] for name in names if name.startswith(schedule.__name__)}


def test_every_file_is_drawn() -> None:
    """The docstring of the room draws each of its files, once."""
    files = {path.stem for path in ROOM.glob("*.py")} - {"__init__"}
    assert sorted(DRAWN) == sorted(files)


@pytest.mark.parametrize("file", DRAWN)
def test_imports_point_down(file: str) -> None:
    """A file imports only from those nearer to the ground, also where the import is hidden."""
    assert imports_within(file) <= set(DRAWN[: DRAWN.index(file)])

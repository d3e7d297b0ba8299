"""Run what the documents show: their Python code, and their calls of minutes-gen.

A block of Python runs as it stands, or is a doctest if it begins with `>>>`. In a block of
`console` each line that begins with `$ minutes-gen` is run and what it prints compared. A block
whose info string names a file behind its language (`text july.txt`) is that file. All of it
happens in a folder of its own, which holds a copy of the examples.
"""

import shlex
import shutil
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from difflib import ndiff
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sybil import Document, Example, Region, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.markdown.lexers import FencedCodeBlockLexer

from minutes_gen.cli.command import main

_ROOT = Path(__file__).parent
_PROMPT = "$ "
_FOLDER = " folder"  # no name that an example could have


def pytest_configure(config: pytest.Config) -> None:
    """Let any text be read: the tests of the warnings ask for them.

    It is said here, since pytest would import the package for it before coverage begins.
    """
    config.addinivalue_line("filterwarnings", "ignore::minutes_gen.errors.NotationWarning")


def _enter_folder(namespace: dict[str, Any]) -> None:
    folder = TemporaryDirectory()
    shutil.copytree(_ROOT / "examples", Path(folder.name) / "examples")
    inside = chdir(folder.name)
    inside.__enter__()
    namespace[_FOLDER] = (folder, inside)


def _leave_folder(namespace: dict[str, Any]) -> None:
    folder, inside = namespace.pop(_FOLDER)
    inside.__exit__(None, None, None)
    folder.cleanup()


def _run_console(example: Example) -> str | None:
    """Run the commands of a block, and say what differs from what the block shows."""
    expected = str(example.parsed).splitlines()
    actual: list[str] = []
    for line in expected:
        if line.startswith(_PROMPT):
            actual += [line, *_output_of(line.removeprefix(_PROMPT)).splitlines()]
    if actual == expected:
        return None
    return "\n".join(["the command does not print what is shown:", *ndiff(expected, actual)])


def _output_of(command: str) -> str:
    called, _, target = command.partition(" > ")
    program, *arguments = shlex.split(called)
    if program != "minutes-gen":
        return f"{program} is not run here: only minutes-gen is"
    printed, complaints = StringIO(), StringIO()
    with redirect_stdout(printed), redirect_stderr(complaints):
        main(arguments)
    if not target:
        return printed.getvalue() + complaints.getvalue()
    Path(target).write_text(printed.getvalue(), encoding="utf-8", newline="\n")
    return complaints.getvalue()


def _file_blocks(document: Document) -> Iterator[Region]:
    lexer = FencedCodeBlockLexer(
        r"(?:text|toml|json) [\w.-]+", {"language": "info", "source": "text"}
    )
    for region in lexer(document):
        region.parsed, region.evaluator = region.lexemes["text"], _write_file
        yield region


def _write_file(example: Example) -> None:
    name = example.region.lexemes["info"].split()[1]
    Path(name).write_text(str(example.parsed), encoding="utf-8", newline="\n")


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), CodeBlockParser("console", _run_console), _file_blocks],
    patterns=["README*.md", "docs/*.md"],
    setup=_enter_folder,
    teardown=_leave_folder,
).pytest()

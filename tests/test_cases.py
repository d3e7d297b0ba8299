"""Cases of reading and writing, each a text in tests/cases/*.txt that is held both ways.

    --- what the case shows
    what is read: the notation, or JSON of a session
    =>
    the paper as it is written
    => json
    the session as data

One of the two outputs may be left out. Where the input is a template, `=> values` gives its values
as JSON. What stands above the first case says what the file is about. Empty lines around a part do
not count.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from minutes_gen import Template, read_text, render_text
from minutes_gen.formats.files import load_bytes
from minutes_gen.session import Session

FOLDER = Path(__file__).parent / "cases"
_TITLE = re.compile(r"^--- (.+)\n", re.MULTILINE)
_PART = re.compile(r"^=>(?: (json|values))?\n", re.MULTILINE)


@frozen
class Case:
    """A case: what it shows, what is read, and what is said of it by the name of each part."""

    name: str
    source: str
    said: dict[str, str]

    def session(self) -> Session:
        """Read what the case begins with."""
        if "values" in self.said:
            return Template(self.source, self.name).fill(json.loads(self.said["values"]))
        return load_bytes(self.source.encode(), source=self.name)


def cases_of(path: Path) -> Iterator[Case]:
    """Take a file of cases apart."""
    _, *rest = _TITLE.split(path.read_text(encoding="utf-8"))
    for title, text in zip(rest[::2], rest[1::2], strict=True):
        source, *parts = _PART.split(text)
        said = {
            kind or "paper": part.strip("\n")
            for kind, part in zip(parts[::2], parts[1::2], strict=True)
        }
        yield Case(f"{path.stem}: {title}", source.strip("\n"), said)


CASES = [case for path in sorted(FOLDER.glob("*.txt")) for case in cases_of(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_holds_both_ways(case: Case) -> None:
    """What is read is the session that is meant; it is written as shown, and that read back."""
    session = case.session()
    if "json" in case.said:
        assert session.to_dict() == json.loads(case.said["json"])
    if "paper" in case.said:
        paper = case.said["paper"] + "\n"
        assert render_text(session) == paper
        assert read_text(paper) == session
    assert read_text(render_text(session)) == session


def test_every_case_says_something() -> None:
    """No case is called as another, and each has an output."""
    assert len({case.name for case in CASES}) == len(CASES)
    assert [case.name for case in CASES if not case.said.keys() & {"json", "paper"}] == []

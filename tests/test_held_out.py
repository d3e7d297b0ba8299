"""Papers that no rule was made from: they are read, and nothing of them is lost.

What each of them states stands beside them, in expected.jsonl, to be scored against.
"""

import json
from pathlib import Path

import pytest

from minutes_gen import read_text, render_text

FOLDER = Path(__file__).parent / "data" / "papers_held_out"
PAPERS = sorted(FOLDER.glob("*/*.txt"))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore::minutes_gen.errors.NotationWarning")
def test_a_paper_of_another_hand_is_kept(path: Path) -> None:
    """What is written of it is read back, and every fact can be asked for."""
    session = read_text(path.read_text(encoding="utf-8"), source=path.name)
    again = read_text(render_text(session))
    assert again == session
    assert (again.schedule, again.place, again.attendance, again.agenda, again.decisions) == (
        session.schedule,
        session.place,
        session.attendance,
        session.agenda,
        session.decisions,
    )


def test_each_paper_has_its_facts() -> None:
    """Each paper has one row of what it states."""
    rows = [
        json.loads(line)["file"]
        for path in sorted(FOLDER.glob("*/expected.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert sorted(rows) == [path.name for path in PAPERS]

"""Papers of many kinds, as offices type them, and what each of them states.

No day, place, number of people or next meeting is given that a paper does not state.
"""

import json
import re
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from minutes_gen import Session, read_text

FOLDER = Path(__file__).parents[1] / "data" / "papers_as_typed"
EXPECTED: list[dict[str, Any]] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


def bare(text: str | None) -> str | None:
    """Return a text in one spelling, without white space."""
    return None if text is None else re.sub(r"\s", "", normalize("NFKC", text))


def found_in(session: Session) -> dict[str, Any]:
    """Return what is found in a paper, in the form of `expected.json`."""
    span = session.schedule.spans[0] if session.schedule else None
    start = span.start.isoformat() if span and span.start else None
    end = span.end.isoformat() if span and span.end and not span.is_moment else None
    following = session.next_meeting.spans[0].start if session.next_meeting else None
    settled = sum(bool(motion.result) for motion in session.resolutions)
    return {
        "start": start,
        "end": end,
        "place": bare(session.place),
        "count": session.attendance.count,
        "agenda": [bare(item) for item in session.agenda],
        "decisions": settled or len(session.decisions),
        "tasks": len(session.action_items),
        "next": following.isoformat() if following else None,
    }


@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: row["file"])
@pytest.mark.filterwarnings("ignore::minutes_gen.errors.NotationWarning")
def test_what_a_paper_states(row: dict[str, Any]) -> None:
    """Each fact that the paper states is found, and no other day, place, number or next meeting."""
    found = found_in(read_text((FOLDER / row["file"]).read_text(encoding="utf-8")))
    stated = {name: value for name, value in row.items() if name != "file"}
    if "place" in stated:
        stated["place"] = bare(stated["place"])
    if "agenda" in stated:
        stated["agenda"] = [bare(item) for item in stated["agenda"]]
    for name in ("start", "end", "place", "count", "next"):
        stated.setdefault(name, None)
    assert {name: found[name] for name in stated} == stated

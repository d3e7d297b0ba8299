"""The laws of the notation, for every session and every text."""

import re

from hypothesis import assume, given, settings

from minutes_gen.errors import NotationError
from minutes_gen.readers.text import read_text
from minutes_gen.render import render_text
from minutes_gen.session import Session
from strategies import sessions, sources


def written(session: Session) -> str:
    """Write a session in the notation."""
    return render_text(session)


@settings(max_examples=400)
@given(sessions())
def test_what_is_written_is_read_back(session: Session) -> None:
    """read(render(s)) == s for every session."""
    assert read_text(written(session)) == session


@settings(max_examples=400)
@given(sources)
def test_writing_what_was_read_is_stable(source: str) -> None:
    """render(read(t)) changes nothing when it is done again, for every text."""
    try:
        once = written(read_text(source))
    except NotationError:
        assume(condition=False)
    assert written(read_text(once)) == once


# Characters of marks and labels, which may be spelled anew: 1. for １．, 例） for 例).
_MARKS = re.compile(r"[\s\\0-9０-９.．、()（）\ufeff①-⑳第回例：:ア-ンa-zａ-ｚ]")


@settings(max_examples=400)
@given(sources)
def test_nothing_is_lost(source: str) -> None:
    """Every character that is not white space, a mark or a label stands in the output, in order."""
    try:
        output = written(read_text(source))
    except NotationError:
        assume(condition=False)
    rest = iter(_MARKS.sub("", output))
    assert all(character in rest for character in _MARKS.sub("", source))

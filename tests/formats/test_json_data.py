"""JSON ↔ Session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen import read_json, render_json
from minutes_gen.errors import NotationError
from minutes_gen.session import Session
from strategies import sessions


@given(sessions())
def test_json_is_read_back(session: Session) -> None:
    """read_json(render_json(s)) == s for every session."""
    assert read_json(render_json(session)) == session


def test_json_is_readable() -> None:
    """JSON keeps Japanese as it is, and ends in a line end."""
    assert render_json(Session(title="研修")) == '{\n  "title": "研修"\n}\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "x.json:1: no JSON: "),
        ('{\n"title" "x"\n}', "x.json:2: no JSON: "),
        ('{"title": "x", "title": "y"}', "x.json: 'title': is given twice"),
        ('{"title": ""}', "x.json: title: '' is empty"),
        ("[" * 100_000, "x.json: lists and objects nested too deep"),
        ('{"number": ' + "1" * 5000 + "}", "x.json: no JSON that can be read: "),
        ('"x"', "x.json: 'x' is not an object with keys"),
        ('{"title": "\\ud800"}', "x.json: title: '\\ud800' holds U+D800"),
    ],
)
def test_errors(text: str, message: str) -> None:
    """What is no JSON has a line, and what is no Session a path."""
    with pytest.raises(NotationError) as caught:
        read_json(text, source="x.json")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text())
def test_any_text_is_a_session_or_an_error(text: str) -> None:
    """Arbitrary text never crashes the reader."""
    with pytest.raises(NotationError):
        read_json(text)

"""Every spelling of one character."""

import pytest

from minutes_gen.schedule import (
    _plain_text,
    parse_schedule,
)
from minutes_gen.schedule._plain_text import plain


def test_any_dash_joins() -> None:
    """A dash that a web page will not break at joins as the others do."""
    assert parse_schedule("6月12日\u201113日").isoformat() == "--06-12/--06-13"


def test_spellings_beyond_those_that_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many characters were read, the next is read, and none is kept without end."""
    monkeypatch.setattr(_plain_text, "_KEPT", 0)
    monkeypatch.setattr(_plain_text, "_PLAIN", _plain_text._Plain())
    kept = len(_plain_text._PLAIN)
    assert plain("橋㌔６") == ("橋キロ6", [0, 1, 1, 2, 3])
    assert len(_plain_text._PLAIN) == kept

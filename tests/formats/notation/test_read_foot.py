"""The foot of minutes: which lines are its statement, its day and its signers."""

import pytest

from minutes_gen import read_text, render_text
from minutes_gen.errors import NotationError


def test_the_day_is_checked() -> None:
    """It must be one."""
    with pytest.raises(NotationError, match=r"x:2: .* has 28 days"):
        read_text("研修\n平成30年2月30日\n議長　印", source="x")


def test_its_spelling_is_kept() -> None:
    """The day of signing is written as it was, until a style is named."""
    session = read_text("研修\n\nH30.6.12\n議長　印")
    assert "\nH30.6.12\n" in render_text(session)
    assert "\n平成30年6月12日\n" in render_text(session, "koyobun")

"""The head of a notice: which lines are reference, addressees, issuer and signatory."""

import pytest

from minutes_gen import read_text
from minutes_gen.errors import NotationError


def test_the_day_below_a_reference_is_checked() -> None:
    """It is the day of the paper, and must be one."""
    with pytest.raises(NotationError, match=r"x:2: .* has 28 days"):
        read_text("総発第1号\n平成30年2月30日\n研修", source="x")

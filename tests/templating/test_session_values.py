"""What a session has for a template."""

import pytest

from minutes_gen import Session
from minutes_gen.templating._session_values import session_values


@pytest.mark.parametrize(
    "behind", ["", "の開催について", "の開催について（通知）", "の開催について (通知)"]
)
def test_the_name_of_a_meeting(behind: str) -> None:
    """What a notice says behind it is left out, in brackets of any width."""
    assert session_values(Session(title=f"理事会{behind}"), ["題名"]) == {"題名": "理事会"}
    assert session_values(Session(title="の開催について"), ["題名"]) == {"題名": "の開催について"}

"""In which order the parts of a head may stand, and what is refused."""

from typing import Any

import pytest

from minutes_gen import render_text
from minutes_gen.errors import ModelError
from minutes_gen.session import Detail, Session

LETTER: dict[str, Any] = {"title": "総会のご案内", "addressees": ["会員各位"], "issuer": "みどり会"}


@pytest.mark.parametrize(
    ("changed", "path", "problem"),
    [
        ({"order": "title"}, "order", "must be names out of reference, issued"),
        ({"order": ["title", "x"]}, "order", "must be names out of"),
        ({"order": ["title"]}, "order", "must name each part that there is, once"),
        ({"order": ["addressees", "issuer", "title"]}, "order", "is the usual order"),
        ({"order": ["title", "addressees", "issuer", "body"]}, "order", "a part behind 'body'"),
        ({"remarks": ["回覧"]}, "order", "remarks stand in the order of the head"),
        (
            {"order": ["addressees", "issuer", "title"], "title": "あれこれ", "issuer": "乙の件"},
            "order",
            "is the usual order",
        ),
        (
            {"order": ["title", "issuer", "addressees"], "issuer": "甲"},
            "order",
            "would be read as ('title',)",
        ),
        (
            {"order": ["title", "addressees", "body", "issuer"], "issuer": "甲"},
            "order",
            "would be read as () below the text",
        ),
        (
            {"order": ["title", "addressees", "issuer"], "title": "\\甲"},
            "order",
            "would be read as a head by position",
        ),
        ({"number": 3, "title": "第2回総会"}, "number", "3 is not 2, which the title"),
        ({"title": None, "addressees": [], "issuer": None, "remarks": ["甲"]}, "title", "remark"),
        ({"tail": ["甲"]}, "tail", "lines below 以上 need 記"),
        ({"tail": [5], "ki": True}, "tail[0]", "must be a text, not 5"),
    ],
)
def test_what_a_head_refuses(changed: dict[str, Any], path: str, problem: str) -> None:
    """An order must name what there is, and be read back; so must a number and a tail."""
    with pytest.raises(ModelError) as caught:
        Session(**LETTER | {"details": [Detail("場所", "x")]} | changed)
    assert caught.value.path == path
    assert problem in caught.value.problem


def test_what_would_be_taken_into_the_foot_has_a_mark() -> None:
    """A paragraph that looks like who sends the paper is no part of the foot."""
    session = Session(title="総会のご案内", details=[Detail("場所", "x")], notes=["甲", "みどり会"])
    assert "みどり会" in render_text(session)

"""Plain data ↔ Session, and the paths of what is wrong."""

from typing import Any

import pytest

from minutes_gen.errors import ModelError
from minutes_gen.model._plain_data import _first_problem
from minutes_gen.session import Bullet, Detail, Example, People, Session


def test_the_form_of_the_data() -> None:
    """Blocks say their type, days are ISO, names and lines are lists, defaults are left out."""
    data = {
        "title": "研修",
        "details": [
            {"label": "日時", "value": "2018-07"},
            {"label": "期日", "value": "2018-06-12", "written": ["H30.6.12"]},
            {"label": "参加者", "value": ["橋野", "出口"]},
            {"label": "講師", "written": ["17名"]},
            {"label": "内容", "value": ["甲", "乙"]},
        ],
        "sections": [
            {"title": "甲", "blocks": [{"type": "bullet", "text": "乙", "mark": "●"}]},
            {"title": "乙", "number": 5},
            {"title": "丙", "numbered": False},
        ],
        "start": 2,
    }
    session = Session.from_dict(data)
    assert session.to_dict() == data
    assert session.details[2].value == People(("橋野", "出口"))
    assert session.sections[0].blocks == (Bullet("乙", mark="●"),)


def test_a_value_may_be_the_text_of_the_paper() -> None:
    """Data typed by hand may give a day or names as the paper has them."""
    data = {
        "details": [
            {"label": "日時", "value": "平成30年6月12日（火）"},
            {"label": "参加者", "value": "橋野 出口"},
        ]
    }
    session = Session.from_dict(data)
    assert session == Session(
        details=[Detail("日時", "平成30年6月12日（火）"), Detail("参加者", "橋野 出口")]
    )


def within(block: object) -> dict[str, Any]:
    """Put a block in the third section of a session."""
    sections: list[dict[str, Any]] = [{"title": "甲"}, {"title": "乙"}]
    return {"sections": [*sections, {"title": "丙", "blocks": [block]}]}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (within({"type": "paragraph", "text": ""}), "sections[2].blocks[0].text: '' is empty"),
        (within({"type": "paragraph", "text": 5}), "sections[2].blocks[0].text: 5 is not a text"),
        (within({"type": "paragraph"}), "sections[2].blocks[0].text: is missing"),
        (
            within({"type": "paragraf"}),
            "blocks[0].type: there is no type 'paragraf'; did you mean 'par",
        ),
        (
            within({"type": []}),
            "blocks[0].type: there is no type []; allowed: 'paragraph', 'example'",
        ),
        (within("x"), "sections[2].blocks[0]: must be an object with a 'type', not 'x'"),
        (within({"type": "bullet", "text": "x", "makr": "●"}), "makr: unknown key; did you mean"),
        (
            within({"type": "bullet", "text": "x", "blocks": [{"type": "example", "text": " "}]}),
            "sections[2].blocks[0].blocks[0].text: ' ' has white space",
        ),
        ({"a\nb": "x"}, "'a\\nb': unknown key; allowed"),
        ({"titel": "x"}, "titel: unknown key; did you mean 'title'?"),
        ({"title": "x", "number": "1"}, "number: '1' is not a whole number"),
        ({"title": "x", "number": True}, "number: True is not a whole number"),
        ({"title": "x", "issued": "2018-6-7"}, "issued: must be a date such as"),
        ({"title": "x", "issued": "20180607"}, "issued: must be a date such as"),
        ({"title": "x", "issued": 5}, "issued: must be a date such as"),
        ({"title": "x", "sections": "abc"}, "sections: 'abc' is not a list"),
        ({"title": "x", "sections": [5]}, "sections[0]: 5 is not an object with keys"),
        ({"details": [{"value": "x"}]}, "details[0].label: is missing"),
        ({"details": [{"label": "場所"}]}, "details[0].value: is missing"),
        ({"details": [{"label": "場所", "value": 5}]}, "details[0].value: 5 is neither a text"),
        ({"details": [{"label": [], "value": "x"}]}, "details[0].label: must be a text, not []"),
        ({"details": [{"label": "場所", "vlaue": "x"}]}, "details[0].vlaue: unknown key; did you"),
        ({"details": ["x"]}, "details[0]: 'x' is not an object with keys"),
        (
            {"details": [{"label": "場所", "value": ["a", 5]}]},
            "details[0].value[1]: must be a text, not 5",
        ),
        ({"details": [{"label": "日時", "value": "2018-02-30"}]}, "details[0].value: '2018-02-30'"),
        (
            {"details": [{"label": "日時", "written": 5}]},
            "details[0].written: must be a list, not 5",
        ),
        ({}, "title: a session without title"),
        ([], "[] is not an object with keys"),
    ],
)
def test_errors_name_the_path(data: object, message: str) -> None:
    """Whatever is wrong, its path leads to it."""
    with pytest.raises(ModelError) as caught:
        Session.from_dict(data)  # type: ignore[arg-type]
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_error_of_another_kind_is_shown_as_it_is() -> None:
    """What a class of another package refuses has its own words."""
    assert _first_problem(ValueError("no")) == ("", "no")


def test_an_example_keeps_its_type() -> None:
    """A union is told apart by the key `type`."""
    session = Session(lead=[Example("会報")])
    assert session.to_dict() == {"lead": [{"type": "example", "text": "会報"}]}

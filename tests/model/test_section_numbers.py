"""The numbers and the kinds of sections: counted, checked, and brought to one form."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from minutes_gen import read_text, render_text
from minutes_gen.errors import ModelError
from minutes_gen.session import Section, Session
from strategies import kind_trees


@pytest.mark.parametrize(
    ("given", "numbering", "settled"),
    [
        # A level is written as its first label is.
        ([("甲", "①"), ("乙", "①")], None, (("①",), [None, None])),
        ([("甲", "1."), ("乙", "１．")], None, (None, [None, "１．"])),
        ([("甲", None), ("乙", "1.")], ("1.",), (None, [None, None])),
        # What labels cannot tell is not kept.
        ([("甲", "{kanji-positional}、")], None, (("一、",), [None])),
    ],
)
def test_equal_papers_have_one_form(
    given: list[tuple[str, str | None]],
    numbering: tuple[str, ...] | None,
    settled: tuple[tuple[str, ...] | None, list[str | None]],
) -> None:
    """A kind stands only where it is not that of the numbering."""
    sections = [Section(title, kind=kind) for title, kind in given]
    session = Session(sections=sections, numbering=numbering)
    assert (session.numbering, [section.kind for section in session.sections]) == settled


def test_widths_that_change_at_ten() -> None:
    """第９条 and 第10条 are of one kind, wherever they stand."""
    text = "規程\n\n第１章　甲\n第９条　乙\n第２章　丙\n第１節　丁\n第10条　戊\n"
    session = read_text(text)
    assert session.numbering is not None
    assert session.numbering[:2] == ("第１章", "第{fullwidth-to-nine}条")
    assert session.sections[1].sections[0].sections[0].kind == "第{fullwidth-to-nine}条"


def test_a_kind_is_in_json_where_it_differs() -> None:
    """And nowhere else."""
    session = read_text("題\n\n1. 甲\n(1) 乙\n2. 丙\n① 丁\n")
    data = session.to_dict()
    assert data["sections"] == [
        {"title": "甲", "sections": [{"title": "乙"}]},
        {"title": "丙", "sections": [{"title": "丁", "kind": "①"}]},
    ]
    assert Session.from_dict(data) == session


@given(kind_trees)
def test_settling_is_done_once(tree: list[Section]) -> None:
    """A session made of the parts of another is that session."""
    try:
        session = Session(title="題", sections=tree)
    except ModelError:
        return
    parts: dict[str, Any] = {"numbering": session.numbering, "start": session.start}
    assert Session(title="題", sections=session.sections, **parts) == session
    assert Session.from_dict(session.to_dict()) == session


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda: Section("甲", kind="2."), "kind: '2.' is not a first label"),
        (lambda: Section("甲", kind=1), "kind: a label must be a text such as '1.', not 1"),  # type: ignore[arg-type]
        (lambda: Section("甲", kind="①", numbered=False), "kind: ① stands with a section that"),
        (
            lambda: Session(sections=[Section("甲", kind="①", number=51)]),
            "sections[0]: 51 cannot be written in 'circled'",
        ),
        (
            lambda: Session(sections=[Section("甲"), Section("乙", kind="ア", number=1)]),
            "sections[1]: its label 'ア' would be read as the number 1 at level 2",
        ),
        (
            lambda: Session(sections=[Section("甲", kind="1.1")]),
            "sections[0]: its label '1.1' would be read as text here",
        ),
    ],
)
def test_kinds_that_cannot_be(make: Callable[[], object], problem: str) -> None:
    """An error names the section."""
    with pytest.raises(ModelError, match=re.escape(problem)):
        make()


@pytest.mark.parametrize(
    ("text", "styled"),
    [
        (
            "第1章　甲/第1条　乙/第2条　丙/第2章　丁/第1節　戊/第3条　己/第3章　庚/第4条　辛",
            "第１　甲/１　乙/２　丙/第２　丁/１　戊/(1) 己/第３　庚/１　辛",
        ),
        ("1. 甲/２．乙/3、丙/4) 丁", "第１　甲/第２　乙/第３　丙/第４　丁"),
        ("1. 甲/2. 乙/5. 丙/6. 丁", "第１　甲/第２　乙/第５　丙/第６　丁"),
        ("第１条　甲/(1)　乙/(2)　丙/２　丁", "第１　甲/１　乙/２　丙/３　丁"),
        ("第１条　甲/２　乙/３　丙", "第１　甲/１　乙/２　丙"),
        ("1. 甲/【乙】/第１号議案　丙/2. 丁", "第１　甲/【乙】/１　丙/第２　丁"),
    ],
)
def test_a_named_style_counts_anew(text: str, styled: str) -> None:
    """Kinds go, and what went on through headings begins anew; what only skips stays."""
    written = render_text(read_text("題\n\n" + text.replace("/", "\n")), "koyobun")
    lines = [line.strip() for line in written.split("\n")[1:] if line]
    assert lines == styled.split("/")

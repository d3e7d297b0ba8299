"""With no style named, every label is written as it was typed, in text and as Word counts it."""

from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from minutes_gen import read_text, render_docx, render_text
from minutes_gen.errors import ModelError
from minutes_gen.model._marks import unescape
from minutes_gen.session import Section, Session
from office import bare, need_office, pages, to_pdf
from ooxml import faults, shown
from strategies import kind_trees, label_lines
from test_cases import CASES, Case

REGULATIONS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "data" / "regulations").glob("*.txt"))
}


def lines_of(text: str) -> list[str]:
    """List what stands in a text, line by line, white space and `\\` aside."""
    lines = (unescape(line.strip())[1] for line in text.split("\n"))
    return [bare(line) for line in lines if line]


LABELS = [case for case in CASES if case.name.startswith("labels: ")]


@pytest.mark.parametrize("case", LABELS, ids=lambda case: case.name)
def test_papers(case: Case) -> None:
    """What papers do, and one list of first labels by depth cannot say."""
    session = case.session()
    assert lines_of(render_text(session)) == lines_of(case.source)
    assert [bare(line) for line in shown(render_docx(session))] == lines_of(case.source)


def test_motions_under_a_heading_are_motions() -> None:
    """They are found though they stand at the margin, as the heading without a number does."""
    session = read_text("総会\n\n1. 開会\n【議事】\n第１号議案：予算\n第２号議案：決算\n")
    assert [motion.label for motion in session.resolutions] == ["第１号議案", "第２号議案"]


@settings(max_examples=300)
@given(st.lists(st.tuples(st.integers(0, 3), label_lines), min_size=1, max_size=20))
@example([(0, "第１条　題"), (1, "(1) 題"), (0, "２　題"), (0, "1. 題"), (2, "２　題")])
def test_any_labels_in_any_column(lines: list[tuple[int, str]]) -> None:
    """Of every kind, in every order: what is typed is written, and read again as it was."""
    text = "題\n\n" + "\n".join("　" * column + line for column, line in lines)
    session = read_text(text)
    written = render_text(session)
    assert lines_of(written) == lines_of(text)
    assert read_text(written) == session


@settings(max_examples=300)
@given(kind_trees)
def test_any_tree_of_labels(tree: list[Section]) -> None:
    """A kind for any section: it is read back, and Word counts every label as the text has it."""
    try:
        session = Session(title="題", sections=tree)
    except ModelError:  # a label that would be read as another
        assume(condition=False)
    text = render_text(session)
    assert read_text(text) == session
    content = render_docx(session)
    assert not faults(content)
    for one_list in (True, False):
        assert [bare(line) for line in shown(content, one_list=one_list)] == lines_of(text)


@pytest.mark.parametrize("name", REGULATIONS)
def test_regulations(name: str) -> None:
    """章, 節, 款, 条, 項 and 号, of which 条 count on through all: label for label, no warning."""
    session = read_text(REGULATIONS[name])
    text = render_text(session)
    assert lines_of(text) == lines_of(REGULATIONS[name])
    assert read_text(text) == session
    for one_list in (True, False):
        content = render_docx(session)
        assert [bare(line) for line in shown(content, one_list=one_list)] == lines_of(text)


def test_regulations_in_libreoffice(tmp_path: Path) -> None:
    """LibreOffice counts the labels of the regulations as they are typed."""
    need_office()
    files = {name: render_docx(read_text(text)) for name, text in REGULATIONS.items()}
    for name, path in to_pdf(files, tmp_path).items():
        assert bare("".join(pages(path))) == "".join(lines_of(REGULATIONS[name]))

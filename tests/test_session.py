"""The model: what a Session holds, and what it refuses."""

import copy
import pickle
from collections.abc import Callable
from datetime import date, datetime

import pytest
from hypothesis import given

from minutes_gen.errors import ModelError
from minutes_gen.model._section_numbers import walk
from minutes_gen.model.roles import Role
from minutes_gen.numbering import SCHEMES
from minutes_gen.session import (
    Bullet,
    Detail,
    Example,
    Paragraph,
    Section,
    Session,
    Table,
)
from strategies import sessions


@given(sessions())
def test_a_session_is_a_value(session: Session) -> None:
    """Sessions are hashable, picklable, comparable and frozen."""
    twin = pickle.loads(pickle.dumps(session))
    assert twin == session
    assert hash(twin) == hash(session)
    assert copy.copy(session) == session
    with pytest.raises(AttributeError):
        session.title = "x"  # type: ignore[misc]


@given(sessions())
def test_plain_data_is_read_back(session: Session) -> None:
    """from_dict(to_dict(s)) == s for every session."""
    assert Session.from_dict(session.to_dict()) == session


@pytest.mark.parametrize(
    ("make", "path", "problem"),
    [
        (lambda: Paragraph(""), "text", "is empty"),
        (lambda: Paragraph(" x"), "text", "white space at an end"),
        (lambda: Example("a\nb"), "text", "U+000A at position 2, a line break"),
        (lambda: Paragraph("a\x08b"), "text", "U+0008 at position 2, which a Word file cannot"),
        (lambda: Paragraph("a\ud800"), "text", "U+D800 at position 2"),
        (lambda: Paragraph("\uffff"), "text", "U+FFFF at position 1"),
        (lambda: Paragraph(5), "text", "must be a text, not 5"),  # type: ignore[arg-type]
        (lambda: Bullet("x", mark="?"), "mark", "must be a bullet, not '?'; allowed are ●"),
        (lambda: Bullet("x", mark="・・"), "mark", "must be a bullet"),
        (lambda: Bullet("x", [5]), "blocks[0]", "none of the allowed: Paragraph"),  # type: ignore[list-item]
        (lambda: Bullet("x", "abc"), "value", "must be a list"),
        (lambda: Table([]), "header", "has no cell"),
        (lambda: Table(["甲"] * 64), "header", "64 cells are more than 63"),
        (lambda: Table("ab"), "header", "must be a list"),
        (lambda: Table(["甲"], ["乙"]), "rows[0]", "must be a list"),
        (lambda: Table(["甲"], [["乙"], ["丙", "丁"]]), "rows[1]", "has 2 cells; the header has 1"),
        (lambda: Table(["甲", " x"]), "header[1]", "white space at an end"),
        (lambda: Table(["甲"], [["乙｜"]]), "rows[0][0]", "holds ｜, which parts the cells"),
        (lambda: Section("x", [Section("y")]), "blocks[0]", "none of the allowed"),  # type: ignore[list-item]
        (lambda: Section("x", sections=["y"]), "sections[0]", "must be a Section"),  # type: ignore[list-item]
        (lambda: Section("x", number=0), "number", "must be a number from 1 to 9999, not 0"),
        (lambda: Section("x", number=True), "number", "must be a number from 1 to 9999, not True"),
        (Session, "title", "is empty"),
        (lambda: Session(number=1), "title", "needs a title"),
        (lambda: Session(issuer="x", issued=date(2018, 6, 7)), "title", "needs a title"),
        (lambda: Session(reference="総発第1号"), "title", "needs a title"),
        (lambda: Session(addressees=["甲 様"], lead=["x"]), "title", "needs a title"),
        (lambda: Session(title="x", signatory=["会長"]), "issuer", "needs an issuer"),
        (lambda: Session(title="x", reference="30-5"), "reference", "'30-5' is not a known form"),
        (lambda: Session(title="x", addressees=["甲 様", "乙"]), "addressees[1]", "'乙' addresses"),
        (lambda: Session(title="x", addressees=list("甲乙丙")), "addressees[2]", "nobody; wanted"),
        (lambda: Session(title="x", addressees="甲 様"), "addressees", "must be a list"),
        (lambda: Session(title="x", addressees=["甲 様 "]), "addressees[0]", "white space"),
        (lambda: Session(title="x", issuer="y", signatory="z"), "signatory", "must be a list"),
        (lambda: Session(title="x", issuer="y", signatory=["z", ""]), "signatory[1]", "is empty"),
        (lambda: Session(title="x", ki=1), "ki", "1 is not true or false"),  # type: ignore[arg-type]
        (lambda: Session(title="x", ki=True), "ki", "needs details, notes or sections below it"),
        (lambda: Session(title="x", ki=True, notes=[Detail("甲", "x")]), "notes", "they follow"),
        (lambda: Session(title="x", issued=date(1872, 12, 31)), "issued", "1873"),
        (
            lambda: Session(title="x", issued=datetime(2018, 6, 7)),  # noqa: DTZ001
            "issued",
            "must be a datetime.date",
        ),
        (lambda: Session(lead=[Detail("場所", "x")]), "lead[0]", "none of the allowed"),
        (lambda: Session(details=["x"]), "details[0]", "none of the allowed"),  # type: ignore[list-item]
        (lambda: Session(title="x", notes=["y"]), "notes", "they follow the details"),
        (
            lambda: Session(details=[Detail("甲", "x")], notes=[Detail("乙", "y")]),
            "notes",
            "they follow",
        ),
        (lambda: Session(title="x", numbering=("?",)), "numbering", "is not a first label"),
        (
            lambda: Session(sections=[Section("x", sections=[Section("y")])], numbering=("①",)),
            "numbering",
            "no label for level 2",
        ),
        (
            lambda: Session(sections=[Section("x", number=9999), Section("y")]),
            "sections[1]",
            "10000 is more than a section can have",
        ),
        (
            lambda: Session(title="x", numbering="1."),
            "numbering",
            "there is no numbering scheme '1.'",
        ),
        (
            lambda: Session(title="x", numbering=[1]),  # type: ignore[list-item]
            "numbering",
            "a label must be a text such as '1.', not 1",
        ),
        (lambda: Session(title="x", start=0), "start", "must be a number from 1 to 9999, not 0"),
        (lambda: Section("x", number=2, numbered=False), "number", "2 stands with a section"),
        (lambda: Section("x", numbered="no"), "numbered", "'no' is not true or false"),  # type: ignore[arg-type]
        (lambda: Section("a【b", numbered=False), "title", "holds one of 【】"),
        (lambda: Session(sections=[Section("x", numbered=False)]), "sections[0]", "give the paper"),
        (
            lambda: Session(sections=[Section("x", number=9)], numbering=("a)",)),
            "sections[0]",
            "its label 'i)' would be read as the number 1 at level 1, counted in 'roman'",
        ),
        (
            lambda: Session(sections=[Section("x", number=3)], numbering=("一",)),
            "sections[0]",
            "its label '三' would be read as text here",
        ),
        (
            lambda: Session(issued=date(2018, 6, 7), issued_as=3),  # type: ignore[arg-type]
            "issued_as",
            "must be a text, not 3",
        ),
        (
            lambda: Session(sections=[Section("x", number=51)], numbering=("①",)),
            "sections[0]",
            "51 cannot be written in 'circled', which ends at 50",
        ),
        (lambda: Session(title="x", issued_as="H30.6.7"), "issued_as", "does not say"),
        (
            lambda: Session(issued=date(2018, 6, 7), issued_as="\ufeff平成30年6月7日"),
            "issued_as",
            "begins with a byte order mark",
        ),
        (
            lambda: Session(issued=date(2018, 6, 7), issued_as="平成30年2月30日"),
            "issued_as",
            "28 days",
        ),
    ],
)
def test_what_the_model_refuses(make: Callable[[], object], path: str, problem: str) -> None:
    """Each error names the field, shows the value and says what is wrong."""
    with pytest.raises(ModelError) as caught:
        make()
    assert caught.value.path == path
    assert problem in caught.value.problem


def test_a_day_that_the_paper_cannot_mean_has_a_path() -> None:
    """A detail deep in a section is checked against the day of the paper."""
    deep = Section("x", [Bullet("y", [Detail("日時", "平成32年2月1日")])])
    sections = [Section("w", sections=[Section("v"), deep])]
    assert Session(issued=date(2018, 6, 7), sections=sections).depth == 2
    with pytest.raises(ModelError) as caught:
        Session(issued=date(2019, 6, 7), sections=sections)
    assert caught.value.path == "sections[0].sections[1].blocks[0].blocks[0].value"
    assert "令和2年2月1日" in caught.value.problem


def test_nothing_goes_deeper_than_it_can_be_numbered() -> None:
    """Seven levels of sections and nine of bullets are the limit, as in 公用文 and in Word."""
    section, bullet = Section("x"), Bullet("x")
    for _ in range(6):
        section = Section("x", sections=[section])
    for _ in range(8):
        bullet = Bullet("x", [bullet])
    with pytest.raises(ModelError, match="8 deep; at most 7"):
        Section("x", sections=[section])
    with pytest.raises(ModelError, match="10 deep; at most 9"):
        Bullet("x", [bullet])


def test_a_plain_text_is_a_paragraph() -> None:
    """Python may write a paragraph as its text."""
    assert Section("x", ["y"]) == Section("x", [Paragraph("y")])


def test_numbers_that_counting_gives_are_dropped() -> None:
    """Equal papers are equal sessions; a number that jumps is kept, and counted on from."""
    sections = Session(sections=[Section(t, number=n) for t, n in zip("abc", (1, 5, 6))]).sections  # noqa: B905
    assert [section.number for section in sections] == [None, 5, None]
    assert [here.number for here in walk(sections, SCHEMES["handout"])] == [1, 5, 6]


def test_a_number_that_repeats_is_kept_in_a_paper_that_continues_another() -> None:
    """What counting gives is known with the first number, and that of 項 is 2."""
    session = Session(sections=[Section("x"), Section("y", number=2)], start=2)
    assert session.sections[1].number == 2
    paragraphs = [Section("x"), Section("y", number=2), Section("z", number=3)]
    law = Session(sections=[Section("第一", sections=paragraphs)], numbering="law")
    assert [section.number for section in law.sections[0].sections] == [None, 2, None]
    assert Session.from_dict(law.to_dict()) == law


def test_the_first_number_is_the_start() -> None:
    """A paper that continues another says so once, and counts on from there."""
    session = Session(sections=[Section("x"), Section("y")], start=5)
    assert session == Session(sections=[Section("x", number=5), Section("y", number=6)])
    assert (session.start, session.sections[0].number) == (5, None)
    assert Session(title="x", start=5).start == 1


def test_a_section_without_a_number_is_passed_over() -> None:
    """Its neighbours are counted as if it were not there."""
    sections = [Section("甲"), Section("乙", numbered=False), Section("丙", number=2)]
    session = Session(sections=sections)
    assert session.sections[2].number is None
    assert [here.number for here in walk(session.sections, SCHEMES["handout"])] == [1, None, 2]


def test_a_numbering_may_be_named() -> None:
    """The name of a scheme stands for its first labels; levels out of use are as usual."""
    tree = [Section("条", sections=[Section("項", sections=[Section("号")])])]
    assert Session(sections=tree, numbering="law").numbering == ("第１条", "２", "一")
    holes = [Section("甲", numbered=False, sections=[Section("乙")])]
    session = Session(title="x", sections=holes, numbering="koyobun")
    assert session.numbering == ("1.", "１")


def test_paragraphs_of_an_article_begin_at_2() -> None:
    """The first 項 bears no number, so that its section is the second."""
    tree = [Section("条", sections=[Section("項", number=2), Section("項", number=3)])]
    law = Session(sections=tree, numbering="law")
    assert [section.number for section in law.sections[0].sections] == [None, None]


def test_numbering_is_kept_as_deep_as_it_is_used() -> None:
    """The default is None, and levels that no section has are dropped."""
    section = Section("x")
    assert Session(sections=[section], numbering=("1.", "①")).numbering is None
    assert Session(sections=[section], numbering=("（１）", "①")).numbering == ("（１）",)
    assert Session(title="x", numbering=("（１）",)).numbering is None


def test_the_spelling_of_the_issue_date() -> None:
    """Ours is dropped, another is kept without its spaces."""
    day = date(2018, 6, 7)
    assert Session(issued=day, issued_as="平成30年 6月 7日").issued_as is None
    assert Session(issued=day, issued_as="H30. 6.7").issued_as == "H30.6.7"


def test_roles_find_details_whatever_the_paper_calls_them() -> None:
    """Scripts ask for the schedule, the place and the participants."""
    session = Session(
        details=[
            Detail("開催日時", "平成30年7月"),
            Detail("会場", ["事務室", "（2階）"]),
            Detail("出席者", "橋野 出口"),
        ]
    )
    assert session.schedule is not None
    assert session.schedule.isoformat() == "2018-07"
    assert session.place == "事務室\n（2階）"
    assert session.participants == ("橋野", "出口")
    assert session.detail("会場") == session.details[1] == session.detail(Role.PLACE)


def test_the_day_of_the_paper_gives_the_year() -> None:
    """日時 without a year is that of the paper; its weekday must be right."""
    session = Session(issued=date(2018, 6, 7), details=[Detail("日時", "6月12日（火）13時～")])
    assert session.schedule is not None
    assert session.schedule.isoformat() == "2018-06-12T13:00/.."
    with pytest.raises(ModelError, match="is not 水 but 火"):
        Session(issued=date(2018, 6, 7), details=[Detail("日時", "6月12日（水）13時～")])


def test_what_the_paper_does_not_say_is_none() -> None:
    """Nothing is invented."""
    session = Session(title="x", details=[Detail("日時", "未定"), Detail("参加者", "17名")])
    assert (session.schedule, session.place, session.participants) == (None, None, ())
    assert session.detail("講師") is None
    assert Session(title="x").schedule is None

"""Widths of lines, in each spelling."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen.errors import TypesetError
from minutes_gen.layout.line_length import PAGE, Measure, as_measure
from minutes_gen.layout.style import DEFAULT, Fonts, HouseStyle, Page
from minutes_gen.typeset import MONOSPACE


@pytest.mark.parametrize(
    ("width", "em", "rules"),
    [
        (40, 40.0, PAGE),
        (35.5, 35.5, PAGE),
        ("40", 40.0, PAGE),
        (" 35.5 ", 35.5, PAGE),
        ("４０", 40.0, PAGE),
        ("70c", 35.0, MONOSPACE),
        ("71C", 35.5, MONOSPACE),
        ("8c", 4.0, MONOSPACE),
        ("2000c", 1000.0, MONOSPACE),
        (Measure(12), 12, PAGE),
    ],
)
def test_spellings(width: Measure | float | str, em: float, rules: object) -> None:
    """A number is of em, one with c of columns, which are half of one; a Measure is itself."""
    measure = as_measure(width, DEFAULT)
    assert (measure.em, measure.rules) == (em, rules)


def test_page() -> None:
    """`page` is what the style's page has between its margins, in its letters."""
    style = HouseStyle(page=Page(width=182, left=20, right=21), fonts=Fonts(size=10.5))
    assert round(as_measure("page", style).em, 2) == 38.07
    assert round(as_measure("Page", DEFAULT).em, 2) == 35.43


@pytest.mark.parametrize("width", ["", "c", "7Oc", "40em", "70 c", "nan", "1e3", True, None, [40]])
def test_what_is_no_width(width: object) -> None:
    """The error is one line that shows the width and what is allowed."""
    with pytest.raises(TypesetError) as caught:
        as_measure(width, DEFAULT)  # type: ignore[arg-type]  # what a script may pass all the same
    assert str(caught.value) == (
        f"{width!r} is not a width; allowed are page, a number of em (40) and one of columns (70c)"
    )


@pytest.mark.parametrize(
    ("width", "em"),
    [(3.5, "3.5"), ("7c", "3.5"), ("-40", "-40"), (1001, "1001"), ("2001c", "1000.5")],
)
def test_what_is_too_narrow_or_too_wide(width: float | str, em: str) -> None:
    """There are limits, and the error says them."""
    with pytest.raises(TypesetError) as caught:
        as_measure(width, DEFAULT)
    assert str(caught.value) == (
        f"{width!r}: a line of {em} em; allowed are 4 to 1000 em, or 8c to 2000c"
    )


def test_a_page_that_holds_no_text() -> None:
    """Letters of an inch leave no line on a slip of paper."""
    slip = HouseStyle(page=Page(width=50, left=15, right=15), fonts=Fonts(size=72))
    with pytest.raises(TypesetError, match=r"'page': a line of 0\.787402 em"):
        as_measure("page", slip)


@pytest.mark.parametrize("em", [float("nan"), float("inf")])
def test_what_is_no_number(em: float) -> None:
    """A Measure made by hand is checked, too."""
    with pytest.raises(TypesetError, match=f"a line of {em:g} em"):
        Measure(em)


@given(st.text())
def test_any_text_is_a_width_or_refused(text: str) -> None:
    """No text ends in another error, and the error is one line."""
    try:
        assert 4 <= as_measure(text, DEFAULT).em <= 1000
    except TypesetError as error:
        assert re.fullmatch(".+", str(error))


def test_indents_stop_at_half_of_the_line() -> None:
    """An indent that gives way is of whole full-width spaces."""
    assert [Measure(em).indent(7.5) for em in (4, 9.9, 11.2, 15, 16)] == [2, 4, 5, 7, 7.5]


def test_lines_and_widths_are_in_em_by_any_rules() -> None:
    """Columns are counted in em as well."""
    text = "平成30年6月7日（木）に開く。"
    columns, page = Measure(6, MONOSPACE), Measure(6)
    assert (columns.width(text), page.width(text)) == (14.0, 15.5)
    assert columns.lines(text) == ["平成30年6月", "7日（木）に", "開く。"]
    assert page.lines(text, 1, 2) == ["平成30年", "6月7日", "（木）に", "開く。"]

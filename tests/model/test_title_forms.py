"""What titles, organisations and the days of letters look like."""

import pytest

from minutes_gen.model._title_forms import (
    is_open_day,
    is_organisation,
    retitled,
    title_fiscal_year,
    title_number,
)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("令和3年度 第2回 理事会 議事録", 2),
        ("第四回編集委員会", 4),
        ("第十二回総会", 12),
        ("第一〇回総会", 10),
        ("meetup #10", 10),
        ("第３ 回　班長会", 3),
        ("第十十回総会", None),
        ("議案第3号", None),
        ("第1回・第2回の報告", None),
        ("第1回目の報告", None),
    ],
)
def test_the_number_of_a_title(title: str, number: int | None) -> None:
    """第N回 counts anywhere and in any digits; 第N号 never, nor do two that differ."""
    assert title_number(title) == number


@pytest.mark.parametrize(
    ("title", "following"),
    [
        ("令和３年度 第２回 理事会", "令和３年度 第３回 理事会"),
        ("第二回総会", "第三回総会"),
        ("第一〇回総会", "第三回総会"),
        ("meetup #2", "meetup #3"),
    ],
)
def test_another_number_in_the_same_spelling(title: str, following: str) -> None:
    """A title that bears its number gets the next one as it is typed."""
    assert retitled(title, 3) == following


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("令和元年度総会", 2019),
        ("2012年度（平成24年度）理事会", 2012),
        ("平成99年度の予定", None),
        ("4月定例会", None),
    ],
)
def test_the_fiscal_year_of_a_title(title: str, year: int | None) -> None:
    """年度 is that in which it begins; a year that an era never had is none."""
    assert title_fiscal_year(title) == year


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("あおば市立北小学校", True),
        ("株式会社あおば", True),
        ("あさなぎ町消防団", True),
        ("みどり会", True),
        ("忘年会", False),
        ("定期総会", False),
        ("理事会", False),
        ("4月21日の会", False),
        ("会員のみなさんへ、会", False),
        ("総会のお知らせ", False),
        ("乙", False),
    ],
)
def test_organisations(text: str, *, found: bool) -> None:
    """An organisation is told from a meeting by its form."""
    assert is_organisation(text) == found


def test_days_that_are_not_fixed() -> None:
    """吉日 and days to be filled in are days of a letter; a fixed one is another matter."""
    assert [
        is_open_day(text)
        for text in (
            "令和6年4月吉日",
            "令和8年　月　日",
            "平成30年○月○日",
            "令和6年4月1日",
            "4月吉日",
        )
    ] == [True, True, True, False, False]

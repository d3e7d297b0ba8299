"""The common forms, which are read quickly, and as the grammar reads them."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from minutes_gen.schedule import (
    _grammar,
)
from minutes_gen.schedule._common_forms import read_quickly
from minutes_gen.schedule._hours import Rules
from minutes_gen.schedule._plain_text import plain
from strategies import forms, whens


@settings(max_examples=2000)
@given(forms, st.booleans(), st.none() | st.just(date(2018, 6, 7)))
@example("平成30年6月12日午後1時～13日3時", True, None)
@example("午前1時～1時", True, None)
@example("令和六年十二二日(月曜日)正午", True, None)
@example("昼12時～12時", True, None)
@example("午後1時～まで", True, None)
@example("2018年6月12日～2018年13日", True, None)
@example("13日～6月12日", True, None)
def test_the_quick_way_is_the_same_way_for_common_forms(
    text: str, strict: bool, as_of: date | None
) -> None:
    """What is read quickly is what the grammar reads, also leniently and for an older paper."""
    bare, places = plain(text)
    quick = read_quickly(text, bare, strict=strict, as_of=as_of)
    if quick is not None:
        rules = Rules(strict, as_of)
        assert _grammar.fold(text, bare, places, rules) == (quick.spans, quick.words)


@settings(max_examples=400)
@given(whens)
def test_the_quick_way_is_the_same_way(text: str) -> None:
    """What is read quickly is what the grammar reads."""
    bare, places = plain(text)
    quick = read_quickly(text, bare, strict=True, as_of=None)
    if quick is not None:
        assert _grammar.fold(text, bare, places, Rules()) == (quick.spans, quick.words)


@pytest.mark.parametrize(
    "text",
    [
        "平成30年度第五四半期",  # of a year there are four
        "平成30年(大正30年)度",  # a gloss by its look
        "平成30年（西暦の年）度",
        "13時～まで",
        "平成30年6月12日まで13時",
        "平成30年6月12日（仮）",
        "平成30年会議日",
        "平成30年12日",
        "平成30年（火）",
    ],
)
def test_what_only_looks_like_a_common_form_goes_to_the_grammar(text: str) -> None:
    """Numbers, weekdays and years in brackets are taken loosely, and then looked at."""
    assert read_quickly(text, plain(text)[0], strict=True, as_of=None) is None

"""The rules as values."""

import pickle

import attrs
import pytest

from minutes_gen.errors import TypesetError
from minutes_gen.typeset import MONOSPACE, BreakRules


def test_rules_are_values() -> None:
    """Rules with the same widths in any order are equal, hash alike and survive pickling."""
    rules = BreakRules(widths={"b": 0.5, "a": 0.4})
    same = BreakRules(widths=[("a", 0.4), ("b", 0.5)])
    assert {rules: "kept"}[same] == "kept"
    assert pickle.loads(pickle.dumps(rules)) == rules
    assert attrs.evolve(rules, pairs=False) == BreakRules(widths={"a": 0.4, "b": 0.5}, pairs=False)


def test_monospace_counts_columns() -> None:
    """In a text file nothing is squeezed, hung, paired or spaced."""
    switches = attrs.asdict(
        MONOSPACE, filter=attrs.filters.include("pairs", "squeeze", "hang", "autospace", "em")
    )
    assert switches == {
        "pairs": False, "squeeze": None, "hang": False, "autospace": False, "em": 2.0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("squeeze", "hard", "squeeze: 'hard' is none of 'pure', 'ratio', None"),
        ("kinsoku", "none", "kinsoku: 'none' is none of 'standard', 'strict'"),
        ("ambiguous", None, "ambiguous: None is none of 'wide', 'narrow'"),
        ("widths", {"ab": 1}, "widths: 'ab' is not one character"),
        ("widths", {"a": -1}, "widths: -1 em for 'a' is not a finite number from 0 up"),
        (
            "widths",
            {"a": float("inf")},
            "widths: inf em for 'a' is not a finite number from 0 up",
        ),
        ("em", 0, "em: 0 is not a finite number above 0, such as 1 or 2"),
        ("em", float("nan"), "em: nan is not a finite number above 0, such as 1 or 2"),
    ],
)
def test_what_cannot_be(field: str, value: object, message: str) -> None:
    """A rule that cannot be is refused with what is allowed."""
    with pytest.raises(TypesetError) as caught:
        BreakRules(**{field: value})  # type: ignore[arg-type]  # wrong on purpose
    assert str(caught.value) == message

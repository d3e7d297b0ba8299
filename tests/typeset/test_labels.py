"""均等割り付け of labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen.errors import TypesetError
from minutes_gen.typeset import BreakRules, justify_label, width

APART = BreakRules(pairs=False, autospace=False)


@pytest.mark.parametrize(
    ("label", "em", "spread"),
    [
        ("参加者", 4, "参 加 者"),
        ("日時", 4, "日　　時"),
        ("内容", 4, "内　　容"),
        ("参考資料", 4, "参考資料"),
        ("日時", 5, "日　　　時"),
        ("参考資料", 5, "参 考資 料"),
        ("次回予定日", 6, "次回 予 定日"),
        ("日　時", 4, "日　　時"),
        (" 日 時 ", 4, "日　　時"),
        ("議長及び副議長", 4, "議長及び副議長"),
        ("担 当 者", 2, "担当者"),
        ("備", 4, "備　　　"),
        ("URL", 4, "URL　　 "),
        ("Web会議", 5, "Web 会　議"),
        ("Zoom　ID", 6, "Zoom ID　　 "),
        ("会議 Zoom ID", 7, "会 議　Zoom ID"),
        ("「案」", 4, "「 案 」"),
        ("日時", 4.3, "日　　時"),
        ("日時", 0, "日時"),
        ("日時", -1, "日時"),
        ("", 1, ""),
    ],
)
def test_spread(label: str, em: float, spread: str) -> None:
    """A label is spread evenly; Latin stays whole; what is too wide comes back as it is."""
    assert justify_label(label, em) == spread


@given(
    st.text(st.sampled_from("日時参加者（・aZ1ＡｶﾞゝÀ\u3099\u200d\U0001f468 \u3000\t")),
    st.integers(0, 24).map(lambda halves: halves / 2),
)
def test_laws(label: str, em: float) -> None:
    """Only white space is added, the width is reached, and spreading twice is spreading once."""
    spread = justify_label(label, em)
    bare = "".join(label.split())
    assert "".join(spread.split()) == bare
    assert justify_label(spread, em) == spread
    if bare:
        assert width(spread, APART) == max(em, width(justify_label(label, 0), APART))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_label(label: str) -> None:
    """Whatever the label, its characters come back in their order."""
    assert "".join(justify_label(label, 4).split()) == "".join(label.split())


@pytest.mark.parametrize("em", [float("nan"), float("inf")])
def test_width_that_is_none(em: float) -> None:
    """A width is a finite number."""
    with pytest.raises(TypesetError, match=rf"^{em!r} is not a width for a label: give a number"):
        justify_label("日時", em)


def test_surrogate_is_refused() -> None:
    """A lone surrogate is no part of a label."""
    with pytest.raises(TypesetError, match=r"U\+D83D at 1: only whole characters can be set"):
        justify_label("日\ud83d", 4)

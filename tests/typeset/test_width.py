"""Widths in em and in columns."""

import attrs
import pytest

from minutes_gen.errors import TypesetError
from minutes_gen.typeset import MONOSPACE, BreakRules, _glyphs, width

NARROW = attrs.evolve(MONOSPACE, ambiguous="narrow")
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("text", "em"),
    [
        ("", 0),
        ("協働センター", 6),
        ("NPO", 1.5),
        ("ＮＰＯ", 3),
        ("ｾﾝﾀｰ", 2),
        ("①→○…", 4),
        ("日　　時", 4),
        ("参 加 者", 4),
        ("\t\n", 0.5),
        ("か\u3099", 1),
        ("ｶﾞ", 1),
        ("葛\U000e0100", 1),
        ("e\u0301", 0.5),
        (FAMILY, 1),
        ("\U0001f1ef\U0001f1f5", 1),
        ("❤\ufe0f", 1),
        ("\u200b\u2060\ufeff\u00ad\x00", 0),
        ("\u0600", 0.5),
        ("\u0378", 0.5),
        ("\U000323b0", 1),
    ],
)
def test_em(text: str, em: float) -> None:
    """Full-width characters are 1 em, others ½, and a cluster is as wide as it is shown."""
    assert width(text) == em


@pytest.mark.parametrize(
    ("text", "em"),
    [
        ("他のNPOなど", 6.0),
        ("平成30年6月", 6.5),
        ("第3（回）", 4.75),
        ("ＮＰＯの3", 4.75),
        ("NPO、行政", 4.5),
        ("NPO 行政", 4.0),
        ("30円", 2.25),
        ("○3", 1.5),
    ],
)
def test_autospace(text: str, em: float) -> None:
    """A quarter em stands between Japanese and Latin, but not at marks, spaces or ＡＢＣ."""
    assert width(text) == em


@pytest.mark.parametrize(
    ("text", "em"),
    [
        ("」「", 1.5),
        ("）、", 1.5),
        ("。」", 1.5),
        ("（「", 1.5),
        ("「あ」、「い」", 6.0),
        ("・「", 2.0),
        ("「）", 2.0),
    ],
)
def test_pairs(text: str, em: float) -> None:
    """Closing and opening marks side by side lose half an em for each pair."""
    assert width(text) == em
    assert width(text, BreakRules(pairs=False)) == len(text)


@pytest.mark.parametrize(
    ("balance", "text", "em"),
    [
        (True, "a a", 1.25),
        (True, "a あ", 2.0),
        (True, "あ a", 2.0),
        (True, "a  あ", 2.25),
        (False, "a あ", 1.75),
    ],
)
def test_space_beside_full_width(balance: bool, text: str, em: float) -> None:
    """A space has its font's width between Latin, and ½ em beside a full-width character."""
    assert width(text, BreakRules(widths={" ": 0.25}, balance=balance)) == em


def test_widths_of_a_font() -> None:
    """Widths that the font has replace ½, and make an ambiguous character a narrow one."""
    rules = BreakRules(widths={"W": 0.981, "’": 0.204})
    assert width("W’", rules) == pytest.approx(1.185)
    assert width("W’") == 1.5


def test_mark_with_its_own_width() -> None:
    """A bracket whose width the font has told has no half em to lose."""
    assert width("」「", BreakRules(widths={"「": 0.4})) == 1.4


@pytest.mark.parametrize(
    ("text", "columns", "narrow"),
    [
        ("協働 NPO", 8, 8),
        ("①→○", 6, 3),
        ("」「", 4, 4),
        ("他のNPOなど", 11, 11),
        ("ｶﾞ", 2, 2),
        (FAMILY, 2, 2),
        ("か\u3099", 2, 2),
        ("α\u0301", 2, 1),
    ],
)
def test_columns(text: str, columns: int, narrow: int) -> None:
    """A terminal gives two columns to full-width characters, and adds or takes nothing."""
    assert (width(text, MONOSPACE), width(text, NARROW)) == (columns, narrow)


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many different characters are met, only so many are kept."""
    monkeypatch.setattr(_glyphs, "KEPT", 2)
    book = _glyphs.GlyphBook(BreakRules())
    assert [book[char] for char in "あいうあ"] == [(0, 1.0)] * 4
    assert len(book) == 2


def test_surrogate_is_refused() -> None:
    """Half of a surrogate pair is named with its place, and a long text is cut."""
    with pytest.raises(TypesetError) as caught:
        width("あ" * 100 + "\udc00")
    assert str(caught.value) == (
        f"{'あ' * 59 + '…'!r} has the lone surrogate U+DC00 at 100: "
        "only whole characters can be set"
    )

"""The notation → Session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen import read_text
from minutes_gen.errors import NotationError
from minutes_gen.session import (
    Bullet,
    Detail,
    Section,
    Session,
)


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("\ufeff研修", Session(title="研修")),
        ("研修\r\n\r\n場所：x", Session(title="研修", details=[Detail("場所", "x")])),
        ("1. 題\n文\t文", Session(sections=[Section("題", ["文 文"])])),
    ],
)
def test_what_is_not_seen(text: str, session: Session) -> None:
    """Byte order marks, line ends of Windows and tabs are no text."""
    assert read_text(text) == session


def test_bullets_deeper_than_the_model_goes() -> None:
    """The tenth bullet and what hangs under it stay at the ninth level."""
    text = "\n".join("　" * depth + "・点" for depth in range(12)) + "\n" + "　" * 12 + "文"
    bullet = read_text("1. 題\n" + text).sections[0].blocks[0]
    assert isinstance(bullet, Bullet)
    assert bullet.depth == 9
    while isinstance(bullet.blocks[-1], Bullet):
        bullet = bullet.blocks[-1]
    assert bullet == Bullet("点", ["文"])


def test_sections_deeper_than_the_model_goes() -> None:
    """An eighth kind of label stays at the seventh level."""
    labels = "1. (1) ① ア　 (ア) ａ　 (ａ) 1)".split(" ")
    session = read_text("\n".join(label + "題" for label in labels))
    assert session.depth == 7


@pytest.mark.parametrize(
    ("text", "where", "problem"),
    [
        ("", "x.txt:1", "no text in it"),
        ("研修\n\n平成\x00", "x.txt:3", "U+0000 at position 3"),
        ("研修\ud800", "x.txt:1", "U+D800 at position 3"),
        ("平成30年2月30日", "x.txt:1", "28 days"),
        ("平成30年6月7日\n研修\n日時：6月12日（水）13時", "x.txt:3", "is not 水 but 火"),
        ("研修\n日時：6月12日15時～13時", "x.txt:2", "is not after"),
        ("\n昭和64年1月8日", "x.txt:2", "平成元年1月8日"),
        ("研修\n日時：平成30年6月12日（水）", "x.txt:2", "平成30年6月12日（火）"),
        ("研修\n1. 題\n・点\n　日時：未定\n　　平成30年2月30日", "x.txt:4", "28 days"),
        ("令和元年6月7日\n日時：平成31年6月12日", "x.txt:2", "令和元年6月12日"),
    ],
)
def test_errors_name_the_line(text: str, where: str, problem: str) -> None:
    """What cannot be is one line with file, line and reason."""
    with pytest.raises(NotationError) as caught:
        read_text(text, source="x.txt")
    message = str(caught.value)
    assert message.startswith(f"{where}: ")
    assert problem in message
    assert "\n" not in message


@given(st.text())
def test_any_text_is_a_session_or_an_error(text: str) -> None:
    """Arbitrary Unicode never crashes the reader."""
    try:
        read_text(text)
    except NotationError as error:
        assert error.line is not None
        assert "\n" not in str(error)

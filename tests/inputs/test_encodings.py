"""The encodings that programs of Windows write."""

import pytest
from hypothesis import assume, given

from minutes_gen import Session, render_text
from minutes_gen.errors import NotationError
from minutes_gen.inputs._encodings import decode
from strategies import sessions

TEXT = render_text(Session(title="研修", number=1, lead=["議事録を作る。"]))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932"]
)
def test_encodings_of_notepad(encoding: str) -> None:
    """What Notepad writes is read, whichever encoding it was told."""
    assert decode(TEXT.encode(encoding), source="x.txt") == TEXT


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"\x7fELF\x02\x01\x01\0\0\xd0\xf0", "x.txt:1: not a text file: byte 0xd0 at 10"),
        ("研修\n議事".encode()[:-1], "x.txt:2: not a text file: byte 0xe4 at 11"),
        ("研修\n".encode("utf-16")[:-1], "x.txt:1: not a text file"),
        (b"abc\n\xff\xff", "x.txt:2: not a text file: byte 0xff at 5"),
    ],
)
def test_what_is_no_text(data: bytes, where: str) -> None:
    """A file that is no text, or damaged text, is an error with its line and byte."""
    with pytest.raises(NotationError) as caught:
        decode(data, source="x.txt")
    assert str(caught.value).startswith(where)


@given(sessions())
def test_utf16_needs_no_mark(session: Session) -> None:
    """The lines of a text say which byte comes first, whatever else they hold."""
    text = render_text(session)
    assume("\u0a00" not in text)  # no character, but what half a swapped line feed looks like
    for encoding in ("utf-16-le", "utf-16-be"):
        assert decode(text.encode(encoding), source="x.txt") == text


@pytest.mark.parametrize("text", ["a", "7月", "2018-07-05", "担当　橋野 7", "研修\n上下\n"])
def test_utf16_of_one_line(text: str) -> None:
    """One letter, digit, space or line feed is enough to tell."""
    for encoding in ("utf-16-le", "utf-16-be"):
        assert decode(text.encode(encoding), source="x.txt") == text

"""The text that bytes hold, in one of the encodings that programs of Windows write.

>>> decode("議事録".encode("cp932"), source="old.txt")
'議事録'
"""

import codecs
import re
from contextlib import suppress

from minutes_gen.errors import NotationError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, *, source: str) -> str:
    """Decode a text: UTF-8, UTF-16 with or without its mark, or what Windows calls ANSI (cp932).

    NotationError, with the line and the byte, for what is none of these.

    >>> decode("1. 議事".encode("utf-16-le"), source="old.txt")
    '1. 議事'
    """
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    if encoding == "utf-8" and (text := _unmarked_utf16(data)) is not None:
        return text
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and not _is_damaged_utf8(data) and b"\0" not in data:
            with suppress(UnicodeDecodeError):
                text = data.decode("cp932")
                # Python's cp932 gives bytes that the code page does not define a private meaning.
                if not _UNDEFINED.search(text):
                    return text
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"byte {data[error.start]:#04x} at {error.start + 1}"
        raise NotationError(source, line, f"not a text file: {byte} is not UTF-8") from None


_UNDEFINED = re.compile("[\x80\xa0\uf8f0-\uf8f3]")


def _unmarked_utf16(data: bytes) -> str | None:
    """Decode UTF-16 that has no mark; None for all else.

    A zero byte stands in no other text: it is half of a line feed, a digit or a letter, and which
    half shows which byte comes first.
    """
    if b"\0" not in data:
        return None
    readings = []
    for encoding in ("utf-16-le", "utf-16-be"):
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if not _IN_NO_TEXT.search(text):
                readings.append(text)
    return max(readings, key=_likelihood, default=None)


def _likelihood(text: str) -> tuple[int, int]:
    # A line feed read the wrong way round is U+0A00, which is no character; after that what
    # Japanese text is full of counts: ASCII, kana with 、。「」 and the full-width forms.
    return text.count("\n") - text.count("\u0a00"), len(_COMMON.findall(text))


_IN_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_COMMON = re.compile("[\t -~\u3000-\u30ff\uff01-\uff9f]")


def _is_damaged_utf8(data: bytes) -> bool:
    """Say whether most of what is not ASCII is UTF-8 all the same, as in a damaged file."""
    valid = data.decode("utf-8", "ignore").encode()
    beyond_ascii = sum(byte > 127 for byte in data)
    return sum(byte > 127 for byte in valid) * 2 > beyond_ascii

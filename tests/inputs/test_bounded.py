"""Bytes from outside: everything has an end."""

import io
import os
from pathlib import Path

import pytest

from minutes_gen import load, load_style
from minutes_gen.batch.tables import read_rows
from minutes_gen.errors import FileError
from minutes_gen.inputs._bounded import LARGEST_INPUT, read_bounded, read_stream, reason
from minutes_gen.layout.style import LARGEST_STYLE
from minutes_gen.templating.template import Template

devices = pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device that never ends")


def test_up_to_the_bound_and_no_further(tmp_path: Path) -> None:
    """A file as large as allowed is read; one byte more is one line."""
    path = tmp_path / "a.txt"
    path.write_bytes(bytes(1 << 20))
    assert read_bounded(path, most=1 << 20) == bytes(1 << 20)
    path.write_bytes(bytes((1 << 20) + 1))
    with pytest.raises(FileError, match=r"a\.txt' is too large; allowed: up to 1 MB"):
        read_bounded(path, most=1 << 20)
    with pytest.raises(FileError, match=r"^<stdin> is too large; allowed: up to 8 MB"):
        read_stream(io.BytesIO(bytes(LARGEST_INPUT + 1)), "<stdin>")


@devices
@pytest.mark.parametrize(
    ("read", "suffix", "most"),
    [
        (load, ".txt", LARGEST_INPUT),
        (load, ".json", LARGEST_INPUT),
        (read_rows, ".csv", LARGEST_INPUT),
        (Template.load, ".txt", LARGEST_INPUT),
        (load_style, ".toml", LARGEST_STYLE),
    ],
)
def test_every_reader_ends(tmp_path: Path, read: object, suffix: str, most: int) -> None:
    """A device that gives zeros for ever is too large for each of them."""
    path = tmp_path / f"zero{suffix}"
    path.symlink_to("/dev/zero")
    assert callable(read)
    with pytest.raises(FileError, match=f"is too large; allowed: up to {most >> 20} MB"):
        read(str(path))


def test_what_cannot_be_read(tmp_path: Path) -> None:
    """A folder, and a path that is none, are one line."""
    for path in (tmp_path, f"{tmp_path}{os.sep}a\0b"):
        with pytest.raises(FileError, match="cannot be read: "):
            read_bounded(path)
    assert reason(ValueError("embedded null byte")) == "embedded null byte"

"""Bytes from outside, never more than a bound: a device never ends, and neither may a file.

Everything that this package reads for somebody goes through here: papers, JSON, values, tables,
templates, house styles and letterheads, from files and from standard input.

>>> import io
>>> read_stream(io.BytesIO(b"abc"), "<stdin>", most=1 << 20)
b'abc'
"""

import os
from pathlib import Path
from typing import BinaryIO

from minutes_gen.errors import FileError

# Some 2.8 million characters of Japanese: a paper of 7,000 pages.
LARGEST_INPUT = 8 << 20


def read_bounded(path: str | os.PathLike[str], *, most: int = LARGEST_INPUT) -> bytes:
    """Read a file of at most so many bytes; FileError for one that is larger or cannot be read.

    >>> read_bounded("no such file.txt")
    Traceback (most recent call last):
    minutes_gen.errors.FileError: 'no such file.txt' cannot be read: No such file or directory
    """
    name = repr(os.fspath(path))
    try:
        with Path(path).open("rb") as file:
            return read_stream(file, name, most=most)
    except FileError:
        raise
    except (OSError, ValueError) as error:  # ValueError: a path with U+0000 in it
        raise FileError(f"{name} cannot be read: {reason(error)}") from None


def read_stream(stream: BinaryIO, source: str, *, most: int = LARGEST_INPUT) -> bytes:
    """Read a stream of at most so many bytes; `source` is what a FileError calls it.

    >>> import io
    >>> read_stream(io.BytesIO(bytes(2 << 20)), "<stdin>", most=1 << 20)
    Traceback (most recent call last):
    minutes_gen.errors.FileError: <stdin> is too large; allowed: up to 1 MB
    """
    data = stream.read(most + 1)
    if len(data) > most:
        raise FileError(f"{source} is too large; allowed: up to {most >> 20} MB")
    return data


def reason(error: OSError | ValueError) -> str:
    """Say why the system refused, without the path, which the message has already.

    >>> reason(PermissionError(13, "Permission denied"))
    'Permission denied; is it open in another program?'
    """
    hint = "; is it open in another program?" if isinstance(error, PermissionError) else ""
    return (getattr(error, "strerror", None) or str(error)) + hint

"""Files: load and save by suffix, so that a failure harms nothing.

>>> sorted(READERS), sorted(WRITERS)
(['.json', '.txt'], ['.docx', '.json', '.txt'])
"""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from minutes_gen.errors import FileError
from minutes_gen.formats._whole_files import write_whole
from minutes_gen.inputs._bounded import read_bounded
from minutes_gen.inputs._encodings import decode
from minutes_gen.layout.style import HouseStyle, as_style
from minutes_gen.session import Session

if TYPE_CHECKING:
    from minutes_gen.layout.line_length import Measure

Width: TypeAlias = "Measure | float | str | None"
Reference = str | os.PathLike[str] | bytes | None


class Format(NamedTuple):
    """How files of one suffix are read and written: the functions, as `file of formats:name`.

    Each is loaded by the first paper that needs it: most processes need one of them.

    reads     takes a text and its `source`, and gives a Session
    writes    takes a Session and the options, and gives a text or bytes
    options   which of style, width and reference change what is written

    >>> FORMATS[".docx"]
    Format(reads=None, writes='docx.writer:render_docx', options=('style', 'reference'))
    """

    reads: str | None = None
    writes: str | None = None
    options: tuple[str, ...] = ()


FORMATS = {
    ".txt": Format("notation.reader:read_text", "notation.writer:render_text", ("style", "width")),
    ".json": Format("json_data:read_json", "json_data:render_json"),
    ".docx": Format(writes="docx.writer:render_docx", options=("style", "reference")),
}
READERS = {suffix: row.reads for suffix, row in FORMATS.items() if row.reads}
WRITERS = {suffix: row.writes for suffix, row in FORMATS.items() if row.writes}
TEXT, JSON, WORD = ".txt", ".json", ".docx"
_EXTRACTED = "extracted:read_extracted"


def _read(reads: str, text: str, source: str) -> Session:
    session: Session = _load(reads)(text, source=source)
    return session


def _write(session: Session, suffix: str, given: Mapping[str, object]) -> bytes:
    row = FORMATS[suffix]
    options = {name: given[name] for name in row.options}
    written: str | bytes = _load(WRITERS[suffix])(session, **options)
    return written.encode() if isinstance(written, str) else written


@cache
def _load(name: str) -> Callable[..., Any]:
    """Load a function of a format; `test_imports` reads these names as imports."""
    module, _, function = name.partition(":")
    loaded: Callable[..., Any] = getattr(import_module(f"minutes_gen.formats.{module}"), function)
    return loaded


def load(path: str | os.PathLike[str], *, extracted: bool = False) -> Session:
    """Read a session from a file: .txt in the notation, or .json.

    `extracted` takes a .txt for the text that a PDF extractor gave. FileError for a file that
    cannot be read, NotationError with file and line for one that holds no session.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     save(Session(title="スタッフ研修"), f"{folder}/june.txt")
    ...     load(f"{folder}/june.txt").title
    'スタッフ研修'
    >>> load("june.pdf")
    Traceback (most recent call last):
    minutes_gen.errors.FileError: 'june.pdf': cannot read '.pdf' files; allowed: .json, .txt
    """
    suffix = known_suffix(path, READERS, "read")
    if extracted and suffix != TEXT:
        raise FileError(f"{os.fspath(path)!r}: what a PDF extractor gave is text, in a .txt file")
    reads = _EXTRACTED if extracted else READERS[suffix]
    return _read(reads, read_file(path), os.fspath(path))


def read_file(path: str | os.PathLike[str]) -> str:
    """Read a text file of at most 8 MB, in UTF-8, UTF-16 or cp932.

    FileError for one that cannot be read or is larger, NotationError for one that holds no text.

    >>> read_file("no such file.txt")
    Traceback (most recent call last):
    minutes_gen.errors.FileError: 'no such file.txt' cannot be read: No such file or directory
    """
    return decode(read_bounded(path), source=os.fspath(path))


def load_bytes(data: bytes, *, source: str, extracted: bool = False) -> Session:
    """Read a session from a stream that has no suffix: JSON if it begins with {", else text.

    >>> load_bytes(b'{"title": "June"}', source="<stdin>").title
    'June'
    """
    text = decode(data, source=source)
    # A template begins with {# or {{.
    suffix = JSON if re.match(r'\s*\{\s*["}]', text) else TEXT
    return _read(_EXTRACTED if extracted else READERS[suffix], text, source)


def save(
    session: Session,
    path: str | os.PathLike[str],
    style: HouseStyle | str | None = None,
    *,
    width: Width = None,
    reference: Reference = None,
) -> None:
    """Write a session to a file: .docx, .txt or .json; `style` and `width` as in `render_text`.

    A width is for text alone: Word breaks its lines itself, and JSON has none.

    `reference` is the letterhead of a .docx, as in `render_docx`. The file is written whole or
    not at all: what stood there before stays until then.

    >>> save(Session(title="スタッフ研修"), "june.pdf")
    Traceback (most recent call last):
    minutes_gen.errors.FileError: 'june.pdf': cannot write '.pdf' files; allowed: .docx, .json, .txt
    """
    save_all(session, [path], style, width=width, reference=reference)


def save_all(
    session: Session,
    paths: Iterable[str | os.PathLike[str]],
    style: HouseStyle | str | None = None,
    *,
    width: Width = None,
    reference: Reference = None,
) -> None:
    """Write a session to several files; if one of them cannot be written, none is touched.

    All are written beside their targets before the first is moved into place; should a later move
    fail, the FileError names those that were replaced already. FileError also where there is a
    `reference`, but no .docx that it could be for.

    >>> save_all(Session(title="スタッフ研修"), ["june.txt"], reference="letterhead.docx")
    Traceback (most recent call last):
    minutes_gen.errors.FileError: a reference is for .docx files, and none is to be written
    """
    suffixes = {Path(path): known_suffix(path, WRITERS, "write") for path in paths}
    if reference is not None and WORD not in suffixes.values():
        raise FileError(f"a reference is for {WORD} files, and none is to be written")
    given = {"style": as_style(style), "width": width, "reference": reference}
    write_whole({path: _write(session, suffix, given) for path, suffix in suffixes.items()})


def known_suffix(path: str | os.PathLike[str], table: Mapping[str, object], verb: str) -> str:
    """Return the suffix of a path, in small letters, if the table has it.

    >>> known_suffix("June.TXT", READERS, "read")
    '.txt'
    """
    suffix = Path(path).suffix.lower()
    if suffix not in table:
        what = f"{suffix!r} files" if suffix else "a file without a suffix"
        allowed = ", ".join(sorted(table))
        raise FileError(f"{os.fspath(path)!r}: cannot {verb} {what}; allowed: {allowed}")
    return suffix

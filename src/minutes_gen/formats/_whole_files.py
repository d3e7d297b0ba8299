"""Files are written whole or not at all, also by a program that is killed while it writes.

The new content is written beside its target first. Linux gives it no name until it is whole
(O_TMPFILE), so that a kill leaves nothing behind; it has a name for the moment in which it takes
the place of an old file. Elsewhere it has one while it is written. A draft whose writer is dead is
removed by the next save in its folder, an hour later.
"""

import os
import re
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import BinaryIO

from minutes_gen.errors import FileError
from minutes_gen.inputs._bounded import reason

_UNNAMED: int = getattr(os, "O_TMPFILE", 0)  # 0 on systems that have none
_DRAFT = re.compile(r"\.minutes-gen-[0-9a-f]{16}\.tmp")
_STALE = 3600  # seconds; nobody writes one paper for so long
_NO_FILES = {
    stat.S_IFDIR: "a folder",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
}


def write_whole(contents: Mapping[Path, bytes]) -> None:
    """Write files so that each is the old one or the new one, whole, whatever happens.

    Each is written beside its target first, and all are moved into place when all are there. A
    FileError says which were replaced already, should one of them not move.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_whole({Path(folder, "a.txt"): b"a", Path(folder, "b.txt"): b"b"})
    ...     sorted(path.name for path in Path(folder).iterdir())
    ['a.txt', 'b.txt']
    """
    targets = _targets(contents)
    with ExitStack() as stack:
        moves: dict[Path, Callable[[], object]] = {}
        for target, path in targets.items():
            try:
                moves[path] = stack.enter_context(_draft(path, target, contents[path]))
            except (OSError, ValueError) as error:
                raise FileError(f"{str(path)!r} cannot be written: {reason(error)}") from None
        done: list[str] = []
        for path, move in moves.items():
            try:
                move()
            except OSError as error:
                listed = f"; replaced already: {', '.join(done)}" if done else ""
                problem = f"cannot be replaced: {reason(error)}"
                raise FileError(f"{str(path)!r} {problem}{listed}") from None
            done.append(repr(str(path)))
    for folder in {target.parent for target in targets}:
        _remove_stale(folder)


def _targets(contents: Mapping[Path, bytes]) -> dict[Path, Path]:
    """Find the file behind each path; FileError where two contents are for one file."""
    targets: dict[Path, Path] = {}
    for path, data in contents.items():
        try:
            target = Path(os.path.realpath(path))
        except (OSError, ValueError) as error:  # ValueError: a path with U+0000 in it
            raise FileError(f"{str(path)!r} cannot be written: {reason(error)}") from None
        first = targets.setdefault(target, path)
        if contents[first] != data:
            raise FileError(f"{str(first)!r} and {str(path)!r} are one file, and cannot be both")
    return targets


@contextmanager
def _draft(path: Path, target: Path, data: bytes) -> Iterator[Callable[[], object]]:
    """Write content beside its target, and give what moves it there; not moved, it vanishes."""
    mode = _mode(path)
    unnamed = _open_unnamed(target.parent)
    if unnamed is None:
        with _draft_name(target.parent) as draft:
            _write_named(draft, data, mode)
            yield partial(draft.replace, target)
        return
    with unnamed:
        _write(unnamed, data)
        if mode is not None:
            os.fchmod(unnamed.fileno(), mode)
        yield partial(_move_unnamed, unnamed, target, data, mode)


def _mode(path: Path) -> int | None:
    """Return the mode of the file that is to be replaced; OSError for what may not be."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if what := _NO_FILES.get(stat.S_IFMT(found.st_mode)):
        raise OSError(None, f"it is {what}")
    # A file that is write-protected, or that another program holds, is kept, although its
    # folder may let us replace it; and it is found out before any file is replaced.
    with path.open("r+b"):
        return stat.S_IMODE(found.st_mode)


@contextmanager
def _draft_name(folder: Path) -> Iterator[Path]:
    """Give a name for a draft; what still has it at the end is removed."""
    draft = folder / f".minutes-gen-{os.urandom(8).hex()}.tmp"
    try:
        yield draft
    finally:
        with suppress(OSError):  # what stopped the writing may stop this, too
            draft.unlink(missing_ok=True)


def _write_named(draft: Path, data: bytes, mode: int | None) -> None:
    with draft.open("xb") as file:
        _write(file, data)
    if mode is not None:
        draft.chmod(mode)


def _write(file: BinaryIO, data: bytes) -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _open_unnamed(folder: Path) -> BinaryIO | None:
    """Open a file that has no name, where there are such files."""
    if not _UNNAMED:
        return None
    try:
        return os.fdopen(os.open(folder, _UNNAMED | os.O_WRONLY, 0o666), "wb")
    except OSError:  # not on this disk; what is wrong with the folder, a file with a name tells
        return None


def _move_unnamed(unnamed: BinaryIO, target: Path, data: bytes, mode: int | None) -> None:
    with suppress(OSError):  # a file stands there, or this system lets nobody link
        _give_name(unnamed, target)
        return
    with _draft_name(target.parent) as draft:
        try:
            _give_name(unnamed, draft)
        except OSError:
            _write_named(draft, data, mode)
        draft.replace(target)


def _give_name(unnamed: BinaryIO, name: Path) -> None:
    # With a descriptor of a folder Python calls linkat, which follows the link that /proc has.
    number = unnamed.fileno()
    os.link(f"/proc/self/fd/{number}", name, src_dir_fd=number)


@lru_cache(maxsize=64)  # once for each folder: a thousand papers in it are not a thousand looks
def _remove_stale(folder: Path) -> None:
    """Remove the drafts that killed programs left in a folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _DRAFT.fullmatch(entry.name):
                age = time.time() - entry.stat(follow_symlinks=False).st_mtime
                if age > _STALE:
                    Path(entry.path).unlink()

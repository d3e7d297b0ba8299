"""Writing files whole: what is refused, what is left behind, and what is said of it."""

import errno
import os
import socket
import time
from pathlib import Path

import pytest

from minutes_gen.errors import FileError
from minutes_gen.formats import _whole_files
from minutes_gen.formats._whole_files import write_whole

posix = pytest.mark.skipif(os.name != "posix", reason="devices, pipes and links are POSIX's")


@pytest.fixture(params=["as this system can", "with names", "without links"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each way to write a draft: without a name, with one, and where nobody may give it one."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    if request.param == "with names":
        monkeypatch.setattr(_whole_files, "_UNNAMED", 0)
    if request.param == "without links":
        monkeypatch.setattr(_whole_files, "_give_name", refuse)
    return str(request.param)


def test_several_files_at_once(tmp_path: Path, way: str) -> None:
    """Files are written whole, each under its own name, old or new, and nothing else is left."""
    for content in (b"1", b"2"):
        write_whole({tmp_path / "a": content, tmp_path / "b": content * 2})
        found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert found == {"a": content, "b": content * 2}


@posix
def test_the_mode_of_a_file(tmp_path: Path, way: str) -> None:
    """An old file keeps its mode; a new one has that of any new file."""
    path, other = tmp_path / "a", tmp_path / "b"
    path.touch()
    path.chmod(0o640)
    other.touch()
    write_whole({path: b"1", tmp_path / "c": b"2"})
    assert path.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "c").stat().st_mode == other.stat().st_mode


@posix
def test_other_names_of_a_file_keep_the_old_content(tmp_path: Path, way: str) -> None:
    """A symbolic link leads to the new file; a hard link stays the old one."""
    path, hard, symbolic = tmp_path / "a", tmp_path / "hard", tmp_path / "symbolic"
    path.write_bytes(b"old")
    hard.hardlink_to(path)
    symbolic.symlink_to("a")
    write_whole({symbolic: b"new"})
    assert [name.read_bytes() for name in (path, hard, symbolic)] == [b"new", b"old", b"new"]
    assert symbolic.is_symlink()


def test_a_file_that_another_program_makes_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is replaced, as one that stood there before."""
    write = _whole_files._write

    def meanwhile(*args: object) -> None:
        write(*args)  # type: ignore[arg-type]
        (tmp_path / "a").write_bytes(b"other")

    monkeypatch.setattr(_whole_files, "_write", meanwhile)
    write_whole({tmp_path / "a": b"ours"})
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"ours"]


@posix
@pytest.mark.parametrize("through", ["directly", "through a link"])
def test_only_files_are_replaced(tmp_path: Path, through: str) -> None:
    """A device, a pipe, a socket and a folder stay what they are, also behind a link."""
    pipe, plug, folder = tmp_path / "pipe", tmp_path / "plug", tmp_path / "folder"
    os.mkfifo(pipe)
    folder.mkdir()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(plug))
    kinds = {Path("/dev/null"): "a device", pipe: "a pipe", plug: "a socket", folder: "a folder"}
    for number, (path, kind) in enumerate(kinds.items()):
        target, before = path, path.lstat()
        if through == "through a link":
            target = tmp_path / f"link{number}"
            target.symlink_to(path)
        with pytest.raises(FileError) as caught:
            write_whole({tmp_path / "a": b"1", target: b"2"})
        assert str(caught.value) == f"'{target}' cannot be written: it is {kind}"
        assert (path.lstat().st_mode, path.lstat().st_ino) == (before.st_mode, before.st_ino)
    assert not (tmp_path / "a").exists()


@posix
def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    """Links in a circle are one line, and so is U+0000; a link to what is not yet makes it."""
    (tmp_path / "circle").symlink_to("circle")
    for path in (tmp_path / "circle", Path("a\0b")):
        with pytest.raises(FileError, match="cannot be written: "):
            write_whole({path: b"x"})
    (tmp_path / "link").symlink_to("new")
    write_whole({tmp_path / "link": b"x"})
    assert (tmp_path / "new").read_bytes() == b"x"


@posix
def test_two_contents_of_one_file(tmp_path: Path) -> None:
    """Two paths of one file are refused, unless both are to have the same in it."""
    (tmp_path / "b.docx").symlink_to("a.txt")
    with pytest.raises(FileError, match=r"a\.txt' and '.*b\.docx' are one file"):
        write_whole({tmp_path / "a.txt": b"1", tmp_path / "b.docx": b"2"})
    write_whole({tmp_path / "a.txt": b"1", tmp_path / "b.docx": b"1"})
    assert (tmp_path / "a.txt").read_bytes() == b"1"


def test_which_files_were_replaced(
    tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a file cannot be moved into place, those that are there already are named."""
    paths = [tmp_path / name for name in "abc"]
    for path in paths:
        path.write_bytes(b"old")
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if target.name == "c":
            raise PermissionError(errno.EACCES, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(FileError) as caught:
        write_whole(dict.fromkeys(paths, b"new"))
    assert str(caught.value) == (
        f"'{paths[2]}' cannot be replaced: Permission denied; is it open in another program?; "
        f"replaced already: '{paths[0]}', '{paths[1]}'"
    )
    assert [path.read_bytes() for path in paths] == [b"new", b"new", b"old"]
    assert sorted(tmp_path.iterdir()) == paths


def test_stale_drafts_are_removed(tmp_path: Path) -> None:
    """What a killed program left an hour ago is removed by the next save; nothing else is."""
    names = [".minutes-gen-0123456789abcdef.tmp", ".minutes-gen-fedcba9876543210.tmp", ".x.tmp"]
    for name in names:
        (tmp_path / name).touch()
    hours_ago = time.time() - 2 * 3600
    os.utime(tmp_path / names[0], (hours_ago, hours_ago))
    os.utime(tmp_path / names[2], (hours_ago, hours_ago))
    write_whole({tmp_path / "a": b"1"})
    assert {path.name for path in tmp_path.iterdir()} == {"a", *names[1:]}

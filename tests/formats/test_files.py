"""Loading and saving files."""

from pathlib import Path
from typing import IO, Any

import pytest

from minutes_gen import Session, load, render_docx, render_text, save
from minutes_gen.errors import FileError
from minutes_gen.formats.files import load_bytes, save_all

SESSION = Session(title="研修", number=1, lead=["議事録を作る。"])
TEXT = render_text(SESSION)


@pytest.mark.parametrize("name", ["june.txt", "june.json", "June.TXT"])
def test_what_is_saved_is_loaded(tmp_path: Path, name: str) -> None:
    """load(save(s)) == s for text and JSON, whatever the case of the suffix."""
    save(SESSION, tmp_path / name)
    assert load(tmp_path / name) == SESSION
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_word_file(tmp_path: Path) -> None:
    """A .docx is the bytes that render_docx gives."""
    save(SESSION, tmp_path / "june.docx", "koyobun")
    assert (tmp_path / "june.docx").read_bytes()[:2] == render_docx(SESSION, "koyobun")[:2] == b"PK"


def test_a_width_is_for_text_alone(tmp_path: Path) -> None:
    """A text file is broken into lines for people; a Word file breaks its lines itself."""
    for name in ("june.txt", "june.docx", "june.json"):
        save(SESSION, tmp_path / name, width="20c")
    text = (tmp_path / "june.txt").read_text(encoding="utf-8")
    assert text == render_text(SESSION, width="20c") != render_text(SESSION)
    assert (tmp_path / "june.docx").read_bytes() == render_docx(SESSION)
    assert load(tmp_path / "june.json") == SESSION


def test_text_files_are_utf8_with_unix_line_ends(tmp_path: Path) -> None:
    """A text file is the same bytes on every machine."""
    save(SESSION, tmp_path / "june.txt")
    assert (tmp_path / "june.txt").read_bytes() == TEXT.encode()


def test_streams(tmp_path: Path) -> None:
    """A stream is JSON if it begins with {, else text; a text may be what a PDF gave."""
    save(SESSION, tmp_path / "june.json")
    assert load_bytes((tmp_path / "june.json").read_bytes(), source="-") == SESSION
    assert load_bytes(TEXT.encode(), source="-") == SESSION
    extracted = "第 1回 研修 \n議事録を\n作る。 \n"
    assert load_bytes(extracted.encode(), source="-", extracted=True) == SESSION
    (tmp_path / "june.txt").write_text(extracted, encoding="utf-8")
    assert load(tmp_path / "june.txt", extracted=True) == SESSION


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("june.pdf", "cannot read '.pdf' files; allowed: .json, .txt"),
        ("june", "cannot read a file without a suffix; allowed: .json, .txt"),
        ("nothing.txt", "cannot be read: No such file"),
        ("folder.txt", "cannot be read: Is a directory"),
    ],
)
def test_what_cannot_be_loaded(tmp_path: Path, name: str, problem: str) -> None:
    """The error shows the path, what is wrong and what is allowed."""
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(FileError) as caught:
        load(tmp_path / name)
    assert name in str(caught.value)
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("june.odt", "cannot write '.odt' files; allowed: .docx, .json, .txt"),
        ("nowhere/june.txt", "cannot be written: No such file"),
        ("folder.txt", "cannot be written: it is a folder"),
        ("x" * 300 + ".txt", "cannot be "),
    ],
)
def test_what_cannot_be_saved(tmp_path: Path, name: str, problem: str) -> None:
    """The error shows the path; no other file is written, and no draft is left behind."""
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(FileError) as caught:
        save_all(SESSION, [tmp_path / "good.txt", tmp_path / name])
    assert problem in str(caught.value)
    # Where only the last step fails, files before it stand already; nothing is half-written.
    left = {path.name for path in tmp_path.iterdir()} - {"folder.txt"}
    assert left <= {"good.txt"}
    assert left == set() or len(name) > 255


def test_a_protected_or_locked_file_is_kept_and_so_are_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be opened for writing is found out before any file is replaced."""
    other, path = tmp_path / "a.txt", tmp_path / "june.txt"
    other.write_text("old", encoding="utf-8")
    path.write_text("old", encoding="utf-8")
    opened = Path.open

    def locked(self: Path, mode: str = "r") -> IO[Any]:
        if self == path and mode == "r+b":  # root may write anything, so that a mode is no lock
            raise PermissionError(13, "Permission denied")
        return opened(self, mode)

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(FileError, match="Permission denied; is it open in another program"):
        save_all(SESSION, [other, path])
    assert other.read_bytes() == path.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == [other, path]


def test_a_locked_file_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another program holds the file (Word on Windows does), the old one stays."""
    path = tmp_path / "june.txt"
    path.write_text("old", encoding="utf-8")

    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(FileError, match="is it open in another program"):
        save(SESSION, path)
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


def test_a_failing_writer_leaves_the_old_file(tmp_path: Path) -> None:
    """A session that cannot be written in a style touches no file."""
    path = tmp_path / "june.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(FileError):
        save_all(SESSION, [path, tmp_path / "june.xlsx"])
    assert path.read_text(encoding="utf-8") == "old"


def test_modes_and_links_are_kept(tmp_path: Path) -> None:
    """A file keeps its mode, and a link to it stays a link."""
    path, link = tmp_path / "june.txt", tmp_path / "link.txt"
    path.touch(0o640)
    link.symlink_to(path)
    save(SESSION, link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert load(path) == SESSION

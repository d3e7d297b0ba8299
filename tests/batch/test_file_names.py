"""File names made of values."""

import sys
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutes_gen.batch._file_names import NamePattern, safe_part, same_file
from minutes_gen.errors import FileError
from strategies import texts

if sys.version_info >= (3, 13):
    from ntpath import isreserved
else:

    def isreserved(path: str) -> bool:
        """Say whether Windows keeps a name for itself."""
        return PureWindowsPath(path).is_reserved()


@given(st.text(max_size=300) | texts)
@example("..")
@example("/etc/passwd")
@example("C:\\con")
@example("LPT1.txt")
@example("あ" * 300)
@example("a" * 200 + ". ." + "b" * 9)
@example("\ud800")
@example("\u202etxt.exe")
@example("CON .txt")
def test_a_value_is_one_safe_part(value: str) -> None:
    """It is never empty, never a folder, never reserved, and short enough for every system."""
    part = safe_part(value)
    assert part not in ("", ".", "..")
    assert PurePosixPath(part).parts == PureWindowsPath(part).parts == (part,)
    assert not isreserved(part)
    assert len(part.encode()) <= 200
    assert not part.endswith((".", " "))
    assert not {unicodedata.category(c) for c in part} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert safe_part(part) == part


@given(st.text(max_size=30), st.text(max_size=30))
def test_values_make_no_folders(first: str, second: str) -> None:
    """The folders are those of the pattern, whatever the values are."""
    path = PurePosixPath(
        NamePattern("out/{番号}/{氏名}.docx").path({"番号": first, "氏名": second})
    )
    assert len(path.parts) == 3
    assert (path.parts[0], path.suffix) == ("out", ".docx")
    assert ".." not in path.parts


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("out.docx", "'out.docx': each row needs a file of its own; name a column, such as {番号}"),
        ("{x}.docx", "'{x}.docx': no column is named 'x'; allowed: '番号', '氏名'"),
        ("{氏命}.docx", "no column is named '氏命'; did you mean '氏名'?"),
    ],
)
def test_a_pattern_that_is_none(pattern: str, problem: str) -> None:
    """A pattern that gives every row one file, or names what there is not, is a slip."""
    with pytest.raises(FileError) as caught:
        NamePattern(pattern).check(("番号", "氏名"))
    assert problem in str(caught.value)
    NamePattern("{番号}-{ 氏名 }.txt").check(("番号", "氏名"))


def test_what_some_system_takes_for_one_file() -> None:
    """Capitals, and a letter in one piece or two, make no two files on every system."""
    assert same_file("A/が.txt") == same_file("a/か\u3099.TXT")
    assert same_file("a.txt") != same_file("b.txt")

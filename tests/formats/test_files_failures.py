"""Saving when the worst happens: a full disk, and a kill at any moment."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

posix = pytest.mark.skipif(os.name != "posix", reason="limits, fork and kill are POSIX's")

# A limit on the size of files fails as a full disk does, in the middle of writing.
FULL_DISK = """
import resource, signal, sys
from minutes_gen import Session, save
from minutes_gen.errors import FileError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = sys.argv[1]
save(Session(title="old"), path)
session = Session(title="new", lead=[f"{number}" * 80 for number in range(2000)])
for limit in (0, 1, 100, 10_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        save(session, path)
    except FileError as error:
        print(error)
"""

# A child writes one of two papers after the other until it is killed; none of them may be torn.
KILLS = """
import os, random, signal, sys, time
from minutes_gen import Session, save
from minutes_gen.formats import _whole_files
from pathlib import Path

path = Path(sys.argv[1])
papers = [Session(title=title, lead=[title * 40] * 50) for title in ("old", "new")]
wholes = []
for paper in papers:
    save(paper, path)
    wholes.append(path.read_bytes())
seen = set()
moments = random.Random(0)
for _ in range(int(sys.argv[2])):
    child = os.fork()
    if not child:
        while True:
            for paper in moments.sample(papers, 2):
                save(paper, path)
    time.sleep(moments.uniform(0, 0.05))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    seen.add(wholes.index(path.read_bytes()))
left = [other.name for other in path.parent.iterdir() if other != path]
print(sorted(seen), [name for name in left if not _whole_files._DRAFT.fullmatch(name)])
"""


def run(code: str, *args: str) -> str:
    """Run a program in an interpreter of its own, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *args], check=True, capture_output=True, text=True
    )
    return done.stdout


@posix
@pytest.mark.parametrize("suffix", [".docx", ".txt", ".json"])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, suffix: str) -> None:
    """Wherever the space ends, the old file stays whole, alone, and one line says why."""
    path, other = tmp_path / f"june{suffix}", tmp_path / f"other{suffix}"
    run(
        "import sys; from minutes_gen import *; save(Session(title='old'), sys.argv[1])", str(other)
    )
    lines = run(FULL_DISK, str(path)).splitlines()
    assert len(lines) == 4
    assert all("cannot be written: File too large" in line for line in lines)
    assert path.read_bytes() == other.read_bytes()
    assert sorted(tmp_path.iterdir()) == [path, other]


@posix
@pytest.mark.parametrize("suffix", [".docx", ".txt"])
def test_a_kill_leaves_the_old_file_or_the_new(tmp_path: Path, suffix: str) -> None:
    """After each of 100 kills at any moment the file is one of the two papers, whole.

    What is left beside it has the name by which a later save knows it.
    """
    assert run(KILLS, str(tmp_path / f"june{suffix}"), "100") == "[0, 1] []\n"

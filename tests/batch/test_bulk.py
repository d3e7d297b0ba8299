"""Many papers: by any executor, in order, few at a time; and the files of rows."""

import runpy
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from minutes_gen import Session, render_docx, render_many
from minutes_gen.batch.bulk import OutputNames, make_folders
from minutes_gen.batch.tables import Row
from minutes_gen.errors import FileError
from office import need

EXAMPLES = Path(__file__).parents[2] / "examples"
SESSIONS = [Session(title=f"研修{number}") for number in range(20)]


def titles(papers: Iterator[bytes]) -> list[str]:
    """Return the first line of each paper."""
    return [Document(BytesIO(paper)).paragraphs[0].text for paper in papers]


EXPECTED = [session.title for session in SESSIONS]


def test_one_after_the_other() -> None:
    """Without an executor each is rendered when it is asked for."""
    papers = render_many(SESSIONS, style="koyobun")
    assert next(papers) == render_docx(SESSIONS[0], "koyobun")
    assert titles(papers) == EXPECTED[1:]


def test_in_other_processes() -> None:
    """A pool of processes gives the same papers in the same order."""
    with ProcessPoolExecutor(2) as pool:
        assert list(render_many(SESSIONS, pool)) == list(render_many(SESSIONS))


def test_by_dask(tmp_path: Path) -> None:
    """The executor of a Dask client gives the same papers in the same order."""
    need("distributed", present=find_spec("distributed") is not None)
    distributed: Any = import_module("distributed")
    example = runpy.run_path(str(EXAMPLES / "many_notices.py"))
    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        example["write"](tmp_path, 5, client.get_executor())
    papers = [(tmp_path / f"notice-{number}.docx").read_bytes() for number in range(1, 6)]
    assert papers == list(render_many(example["notices"](5)))


class Slow(Executor):
    """An executor that does nothing until it is asked, and counts what it has."""

    def __init__(self) -> None:
        self.submitted: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: object, **kwargs: object) -> "Future[Any]":
        """Keep a call, and do the first that is not done yet when a result is wanted."""
        future: Future[Any] = _Lazy(lambda: fn(*args, **kwargs))
        self.submitted.append(future)
        return future


class _Lazy(Future[Any]):
    def __init__(self, call: Callable[[], object]) -> None:
        super().__init__()
        self.call = call

    def result(self, timeout: float | None = None) -> object:
        if not self.done():
            self.set_result(self.call())
        return super().result(timeout)


def test_few_at_a_time() -> None:
    """No more sessions are taken than the window holds, and the rest is given up if not wanted."""
    taken: list[int] = []

    def endless() -> Iterator[Session]:
        while True:
            taken.append(1)
            yield SESSIONS[0]

    slow = Slow()
    papers = render_many(endless(), slow, window=3)
    for count in range(1, 6):
        next(papers)
        assert len(taken) == len(slow.submitted) == count + 2
    papers.close()  # type: ignore[attr-defined]
    assert [future.cancelled() for future in slow.submitted] == [False] * 5 + [True] * 2
    with pytest.raises(ValueError, match="a window of 0 papers"):
        next(render_many(SESSIONS, slow, window=0))


def test_an_error_comes_in_its_turn() -> None:
    """What was rendered before it is not lost."""
    sessions = [SESSIONS[0], None, SESSIONS[1]]
    with ThreadPoolExecutor(1) as pool:
        papers = render_many(sessions, pool)  # type: ignore[arg-type]
        assert next(papers)[:2] == b"PK"
        with pytest.raises(AttributeError):
            next(papers)


def test_no_two_rows_have_one_file() -> None:
    """The second is an error, also where only some systems take them for one."""
    names = OutputNames.of(["out/{氏名}.docx", "./out/{氏名}.txt"], ("氏名", "所属"))
    assert names.fields == ("氏名", "氏名")
    assert names.name(Row(2, {"氏名": "Aoki"}), {}) == ["out/Aoki.docx", "./out/Aoki.txt"]
    with pytest.raises(FileError, match=r"'out/AOKI.docx' is the file of line 2 already"):
        names.name(Row(3, {"氏名": "AOKI"}), {})
    assert names.name(Row(4, {}), {"氏名": "誰か"})[0] == "out/誰か.docx"
    assert names.name(Row(5, {}), {})[0] == "out/_.docx"
    same = OutputNames.of(["{氏名}.txt", "./{氏名}.txt"], ("氏名",))
    assert same.name(Row(2, {"氏名": "a"}), {}) == ["a.txt", "./a.txt"]


def test_folders_are_made(tmp_path: Path) -> None:
    """Those of a pattern come into being; where a file stands, that is one line."""
    make_folders([str(tmp_path / "a" / "b" / "c.txt")])
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "x").write_text("x", encoding="utf-8")
    with pytest.raises(FileError, match="cannot be made"):
        make_folders([str(tmp_path / "x" / "c.txt")])

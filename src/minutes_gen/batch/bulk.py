"""Many papers: rendered by any executor, and a file for each row of a table.

>>> from minutes_gen.session import Session
>>> papers = render_many(Session(title=f"研修{number}") for number in (1, 2))
>>> [paper[:2] for paper in papers]
[b'PK', b'PK']
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from functools import partial
from pathlib import Path

from attrs import Factory, define

from minutes_gen.batch._file_names import NamePattern, same_file
from minutes_gen.batch.tables import Row
from minutes_gen.errors import FileError
from minutes_gen.formats.docx.writer import render_docx
from minutes_gen.layout.style import HouseStyle, as_style
from minutes_gen.session import Session

WINDOW = 64  # papers that an executor has at once


def render_many(
    sessions: Iterable[Session],
    executor: Executor | None = None,
    *,
    style: HouseStyle | str | None = None,
    reference: str | os.PathLike[str] | bytes | None = None,
    window: int = WINDOW,
) -> Iterator[bytes]:
    """Render sessions as Word files, one after the other, in their order.

    `executor` is any `concurrent.futures.Executor`: a process pool, or that of Dask or Ray.
    Sessions are taken, and papers kept, only `window` at a time, however many there are. `style`
    and `reference` as in `render_docx`. An error of a session is raised in its turn, and ends
    the rest.

    >>> from concurrent.futures import ThreadPoolExecutor
    >>> with ThreadPoolExecutor(2) as executor:
    ...     papers = list(render_many([Session(title="甲"), Session(title="乙")], executor))
    >>> len(papers)
    2
    """
    if window < 1:
        raise ValueError(f"a window of {window!r} papers; it must be 1 or more")
    render = partial(render_docx, style=as_style(style), reference=reference)
    if executor is None:
        yield from map(render, sessions)
        return
    pending: deque[Future[bytes]] = deque()
    try:
        for session in sessions:
            pending.append(executor.submit(render, session))
            if len(pending) >= window:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    finally:  # also where whoever reads wants no more
        for future in pending:
            future.cancel()


@define
class OutputNames:
    """The names of the files of each row; no two rows have the same.

    >>> names = OutputNames.of(["{番号}.docx", "{番号}.txt"], ("番号",))
    >>> names.name(Row(2, {"番号": "1"}), {})
    ['1.docx', '1.txt']
    """

    patterns: tuple[NamePattern, ...]
    _taken: dict[str, int] = Factory(dict)

    @classmethod
    def of(cls, paths: Iterable[str], known: tuple[str, ...]) -> "OutputNames":
        """Read the patterns of -o; FileError for one that names no column, or none there is."""
        patterns = tuple(map(NamePattern, paths))
        for pattern in patterns:
            pattern.check(known)
        return cls(patterns)

    @property
    def fields(self) -> tuple[str, ...]:
        """The columns that names are made of.

        >>> OutputNames.of(["{番号}.docx", "{氏名}.txt"], ("番号", "氏名")).fields
        ('番号', '氏名')
        """
        return tuple(name for pattern in self.patterns for name in pattern.fields)

    def name(self, row: Row, common: Mapping[str, str]) -> list[str]:
        """Name the files of a row; FileError where another row has one of them.

        What the row leaves empty is that of `common`, or nothing.
        """
        values = {**dict.fromkeys(self.fields, ""), **common, **row.cells}
        paths = [pattern.path(values) for pattern in self.patterns]
        for path in paths:
            first = self._taken.setdefault(same_file(os.path.normpath(path)), row.line)
            if first != row.line:
                raise FileError(f"{path!r} is the file of line {first} already")
        return paths


def make_folders(paths: Iterable[str]) -> None:
    """Make the folders of these files, where they are not there yet.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     make_folders([f"{folder}/out/1.docx"])
    ...     Path(folder, "out").is_dir()
    True
    """
    for path in paths:
        folder = Path(path).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            problem = error.strerror or error
            raise FileError(f"{os.fspath(folder)!r} cannot be made: {problem}") from None

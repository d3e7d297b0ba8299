"""A notice for each member, rendered by the workers of Dask (python -m pip install distributed).

Any `concurrent.futures.Executor` does: put a ProcessPoolExecutor, or the executor of Ray, in the
place of Dask's.
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

from minutes_gen import Session, Template, load, render_many

june = load(Path(__file__).parent / "june-7-notice.txt")
template = Template.load("staff-training")


def notices(count: int) -> Iterator[Session]:
    """Fill in one notice after the other, as they are asked for."""
    for number in range(1, count + 1):
        yield template.fill(june, 日時="平成30年7月10日（火）", 場所=f"会議室{number}")


def write(folder: Path, count: int, executor: Executor | None = None) -> None:
    """Write as many notices; no more than a few are held at once."""
    for number, paper in enumerate(render_many(notices(count), executor), start=1):
        (folder / f"notice-{number}.docx").write_bytes(paper)


if __name__ == "__main__":
    from distributed import Client

    with Client() as client:
        write(Path(), 100, client.get_executor())

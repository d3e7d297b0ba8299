"""Whole documents: ours beside libraries that write Word files, and beside a floor, in one run.

    python -m pip install -r benchmarks/requirements.txt
    npm install --prefix benchmarks
    PYTHONPATH=src python benchmarks/bench_documents.py

Prints Markdown. All write the notice of examples/, in a process that writes many and in one that
writes one; it is checked that each file holds each text. What peers do not do, docs/benchmarks.md
says.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import NamedTuple, TypeVar

from documents import NOTICE, check, composed, markdown, notice, notices, write_template
from measuring import (
    Effort,
    Timer,
    best_processes,
    best_times,
    machine,
    named,
    parser,
    peer,
    print_table,
    run,
    timed,
)
from minutes_gen import read_text, render_docx
from minutes_gen.formats.docx.writer import document_to_docx
from minutes_gen.formats.notation.writer import document_to_text
from minutes_gen.layout.compose import compose
from peers import PEERS

FULL = Effort(rounds=15, seconds=0.1)
HERE = Path(__file__).parent
PYTHON_PEERS = {"python-docx": "docx", "docxtpl": "docxtpl"}  # and what they are imported as
NODE_PEERS = ("docx", "docxtemplater")
LOOPS = {
    "docxtpl": ("{%p for line in lines %}", "{{ line.text }}", "{%p endfor %}"),
    "docxtemplater": ("{#lines}", "{text}", "{/lines}"),
}
NOTICES = 20
T = TypeVar("T")


class Peers(NamedTuple):
    """The peers that are installed, and the folder of what they get."""

    python: Mapping[str, str]
    node: Mapping[str, str]
    folder: Path

    def given(self, name: str) -> tuple[str, str]:
        """Return the files that a peer gets: the paragraphs of each notice, and a template."""
        template = name if name in LOOPS else "docxtpl"
        return str(self.folder / "paragraphs.json"), str(self.folder / f"{template}.docx")


def peers_in(folder: Path) -> Peers:
    """Find the peers, and write what they get."""
    python = {name: named(name) for name, module in PYTHON_PEERS.items() if peer(module)}
    node = {}
    for name in NODE_PEERS:
        package = HERE / "node_modules" / name / "package.json"
        if package.exists() and shutil.which("node"):
            node[name] = f"npm {name} {json.loads(package.read_text(encoding='utf-8'))['version']}"
        else:
            print(f"npm {name} is not installed: left out", file=sys.stderr)
    contents = [composed(session) for session in notices(NOTICES)]
    (folder / "paragraphs.json").write_text(json.dumps(contents), encoding="utf-8")
    for name, loop in LOOPS.items():
        write_template(folder / f"{name}.docx", loop)
    return Peers(python, node, folder)


def turning(write: Callable[[T], object], values: list[T]) -> Timer:
    """Time what writes another of the values each time."""
    each = cycle(values)
    return timed(lambda: write(next(each)))


def print_warm(peers: Peers, effort: Effort) -> None:
    """Print how long a document takes in a process that writes many."""
    sessions = notices(NOTICES)
    contents = [composed(session) for session in sessions]
    text = NOTICE.read_text(encoding="utf-8")
    texts = [text.replace("第1回", f"第{number}回") for number in range(1, NOTICES + 1)]
    check("minutes_gen", render_docx(sessions[0]), contents[0])
    timers: dict[str, Timer] = {
        "minutes_gen": turning(render_docx, sessions),
        "minutes_gen, notation → Word": turning(lambda text: render_docx(read_text(text)), texts),
    }
    for name, shown in {"floor": "floor", **peers.python}.items():
        write = PEERS[name](peers.given(name)[1])
        check(name, write(contents[0]), contents[0])
        timers[shown] = turning(write, contents)
    with node_workers(peers) as workers:
        best = best_times(timers | workers, effort)
    print_table(
        ["writer, warm", "ms", "documents a second", "× minutes_gen"],
        [
            [name, f"{each * 1e3:.2f}", f"{1 / each:,.0f}", f"{each / best['minutes_gen']:.2f}"]
            for name, each in best.items()
        ],
    )


@contextmanager
def node_workers(peers: Peers) -> Iterator[dict[str, Timer]]:
    """Start a process for each peer of Node.js, and end it."""
    processes = {
        shown: subprocess.Popen(
            ["node", str(HERE / "peers.mjs"), name, *peers.given(name)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name, shown in peers.node.items()
    }

    def timer(process: "subprocess.Popen[str]") -> Timer:
        assert process.stdin is not None
        assert process.stdout is not None
        into, out = process.stdin, process.stdout
        out.readline()  # it is ready

        def seconds(count: int) -> float:
            print(count, file=into, flush=True)
            return float(out.readline()) / 1e3

        return seconds

    try:
        yield {shown: timer(process) for shown, process in processes.items()}
    finally:
        for process in processes.values():
            process.communicate()


def print_cold(peers: Peers, effort: Effort) -> None:
    """Print what one document takes as a whole process."""
    output = peers.folder / "output.docx"
    ours = [
        sys.executable,
        "-m",
        "minutes_gen",
        "render",
        str(NOTICE),
        "-o",
        str(output),
    ]
    commands = {"minutes-gen render": ours}
    python, node = [sys.executable, str(HERE / "peers.py")], ["node", str(HERE / "peers.mjs")]
    for runner, names in ((python, peers.python), (node, peers.node)):
        commands |= {
            shown: [*runner, name, *peers.given(name), str(output)] for name, shown in names.items()
        }
    for name, command in commands.items():
        output.unlink(missing_ok=True)
        run(command)
        check(name, output.read_bytes(), composed(notice()))
    commands["python -c pass"] = [sys.executable, "-c", "pass"]
    best = best_processes(commands, effort.rounds)
    print_table(
        ["writer, as a whole process", "ms", "× minutes-gen"],
        [
            [name, f"{each * 1e3:.0f}", f"{each / best['minutes-gen render']:.2f}"]
            for name, each in best.items()
        ],
    )


def print_steps(effort: Effort) -> None:
    """Print how long each step takes, and beside reading what reading Markdown takes."""
    text, session = NOTICE.read_text(encoding="utf-8"), notice()
    document = compose(session)
    timers = {
        "read_text": timed(lambda: read_text(text)),
        "compose": timed(lambda: compose(session)),
        "document_to_text": timed(lambda: document_to_text(document)),
        "document_to_docx": timed(lambda: document_to_docx(document)),
    }
    sizes = {"read_text": len(text)}
    if module := peer("markdown_it"):
        name, reader = named("markdown-it-py"), module.MarkdownIt()
        same = markdown(composed(session))
        timers[name], sizes[name] = timed(lambda: reader.parse(same)), len(same)
    best = best_times(timers, effort)
    print_table(
        ["step", "ms", "× document_to_docx", "characters a second"],
        [
            [
                name,
                f"{each * 1e3:.3f}",
                f"{each / best['document_to_docx']:.2f}",
                f"{sizes[name] / each:,.0f}" if name in sizes else "",
            ]
            for name, each in best.items()
        ],
    )


def main() -> None:
    """Measure everything and print it as Markdown."""
    effort = parser(__doc__).parse_args().effort or FULL
    print(f"{machine()}\n")
    with tempfile.TemporaryDirectory() as folder:
        peers = peers_in(Path(folder))
        print_warm(peers, effort)
        print_cold(peers, effort)
    print_steps(effort)


if __name__ == "__main__":
    main()

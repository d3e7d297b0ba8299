"""Long papers: whether time and memory grow with the length and no faster, in one run.

    PYTHONPATH=src python benchmarks/bench_linear.py [--plot docs/linear.svg]

Prints Markdown. A paper of n notices has the head of the notice and n times its numbered part, so
that 1,000 of them are 50,010 paragraphs. `--plot` draws the four curves.
"""

import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from curves import Curves, draw
from documents import composed, notice, times, write_template
from measuring import Effort, best_times, environment, machine, parser, print_table, timed
from minutes_gen import Session, read_text, render_docx, render_text
from minutes_gen.formats.docx.writer import document_to_docx
from minutes_gen.formats.notation.writer import document_to_text
from minutes_gen.layout.compose import compose
from peers import floor

FULL = Effort(rounds=7, seconds=0.02)
SIZES, SHORT_SIZES = (1, 10, 100, 1000), (1, 2)


def measure(session: Session, write_floor: object, effort: Effort) -> dict[str, float]:
    """Return the seconds that each step takes for a paper."""
    text, document, content = render_text(session), compose(session), composed(session)
    assert callable(write_floor)
    return best_times(
        {
            "read_text": timed(lambda: read_text(text)),
            "compose": timed(lambda: compose(session)),
            "document_to_text": timed(lambda: document_to_text(document)),
            "document_to_docx": timed(lambda: document_to_docx(document)),
            "render_docx": timed(lambda: render_docx(session)),
            "floor": timed(lambda: write_floor(content)),
        },
        effort,
    )


# A process's own peak; that of getrusage counts what it was before it became this program.
_PEAK = """
import re, sys
from minutes_gen.cli import command as cli
assert cli.main(sys.argv[1:]) == 0
with open("/proc/self/status") as status:
    print(int(re.search(r"VmHWM:\\s+(\\d+) kB", status.read())[1]) / 1024)
"""


def peak(session: Session, folder: Path) -> float:
    """Return the memory at the peak, in megabytes, of a command that writes a paper for Word."""
    source = folder / "long.txt"
    source.write_text(render_text(session), encoding="utf-8")
    command = [sys.executable, "-c", _PEAK, "render", str(source), "-o", str(folder / "long.docx")]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment())
    return float(done.stdout)


def print_curves(found: Mapping[int, Mapping[str, float]], paragraphs: Mapping[int, int]) -> None:
    """Print how many milliseconds each step takes for each notice of a paper."""
    steps = [name for name in found[min(found)] if name != "floor"]
    print_table(
        [
            "notices",
            "paragraphs",
            *steps,
            "floor",
            "document_to_docx / floor",
            "render_docx / floor",
        ],
        [
            [
                f"{size:,}",
                f"{paragraphs[size]:,}",
                *(f"{seconds[step] * 1e3 / size:.3f}" for step in steps),
                f"{seconds['floor'] * 1e3 / size:.3f}",
                f"{seconds['document_to_docx'] / seconds['floor']:.2f}",
                f"{seconds['render_docx'] / seconds['floor']:.2f}",
            ]
            for size, seconds in found.items()
        ],
    )


def curves(found: Mapping[int, Mapping[str, float]], paragraphs: Mapping[int, int]) -> Curves:
    """Return the points of the four steps: paragraphs and milliseconds."""
    names = {
        "read_text": "reading",
        "document_to_docx": "Word",
        "document_to_text": "text",
        "compose": "composing",
    }
    return {
        shown: [(paragraphs[size], seconds[name] * 1e3) for size, seconds in found.items()]
        for name, shown in names.items()
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print and draw."""
    called = parser(__doc__)
    called.add_argument("--plot", type=Path, metavar="SVG", help="draw the curves into this file")
    options = called.parse_args(arguments)
    effort = options.effort or FULL
    sizes = SIZES if effort is FULL else SHORT_SIZES
    papers = {size: times(notice(), size) for size in sizes}
    paragraphs = {size: len(composed(paper)) for size, paper in papers.items()}
    print(f"{machine()}\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_template(folder / "empty.docx", [])
        write_floor = floor(str(folder / "empty.docx"))
        found = {size: measure(paper, write_floor, effort) for size, paper in papers.items()}
        print_curves(found, paragraphs)
        megabytes = peak(papers[max(sizes)], folder)
    print(f"`minutes-gen render` of {paragraphs[max(sizes)]:,} paragraphs: {megabytes:.0f} MB")
    if options.plot:
        drawn = draw(curves(found, paragraphs), across="paragraphs", up="ms")
        options.plot.write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()

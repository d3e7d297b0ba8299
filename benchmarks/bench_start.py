"""The start of a command, as whole processes beside what each of them must do, in one run.

    PYTHONPATH=src python benchmarks/bench_start.py

Prints Markdown. A command that reads its call with click cannot be quicker than Python that
imports click; a paper is made of attrs classes.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from documents import NOTICE
from measuring import CHECK, best_processes, machine, parser, print_table

ROUNDS = 25
_CALL = "import sys; from minutes_gen.cli.command import main; sys.exit(main())"
FLOOR = "python -c 'import click'"


def commands(folder: Path) -> dict[str, list[str]]:
    """Return what is measured, by its name."""
    calls = {
        "minutes-gen --version": ["--version"],
        "minutes-gen render, as text": ["render", str(NOTICE)],
        "minutes-gen render, as Word": ["render", str(NOTICE), "-o", str(folder / "june.docx")],
    }
    floors = {
        "python -c pass": "pass",
        FLOOR: "import click",
        "python -c 'import click, attrs'": "import click, attrs",
    }
    return {
        **{name: [sys.executable, "-c", code] for name, code in floors.items()},
        **{name: [sys.executable, "-c", _CALL, *call] for name, call in calls.items()},
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = parser(__doc__).parse_args(arguments)
    print(f"{machine()}\n")
    with tempfile.TemporaryDirectory() as folder:
        rounds = 1 if options.effort is CHECK else ROUNDS
        best = best_processes(commands(Path(folder)), rounds)
    print_table(
        ["process", "ms", "× import click"],
        [
            [name, f"{seconds * 1e3:.0f}", f"{seconds / best[FLOOR]:.2f}"]
            for name, seconds in best.items()
        ],
    )


if __name__ == "__main__":
    main()

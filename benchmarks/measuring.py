"""How every benchmark measures and prints.

Time is CPU time, so that other work on the machine counts as little as it can. Each round measures
everything once, one behind the other, so that a machine which slows down for a while slows them
all; the best round of each counts. `--check` is one short round: it shows that a benchmark works,
and its figures mean nothing.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter, process_time
from types import ModuleType
from typing import NamedTuple


class Effort(NamedTuple):
    """How many rounds, and for how many seconds each call is repeated in each of them."""

    rounds: int
    seconds: float


CHECK = Effort(1, 0.0)


def parser(about: str | None) -> argparse.ArgumentParser:
    """Make what reads the call of a benchmark; `effort` is CHECK with --check, else None."""
    made = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument(
        "--check",
        dest="effort",
        action="store_const",
        const=CHECK,
        help="one short round, to see that it works",
    )
    return made


def peer(module: str) -> ModuleType | None:
    """Import a peer, or say that it is left out."""
    try:
        return import_module(module)
    except ImportError:
        print(f"{module} is not installed: left out", file=sys.stderr)
        return None


def named(package: str) -> str:
    """Return a package's name and version; a name that is no package's as it is."""
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return package


def machine() -> str:
    """Say what this runs on."""
    name = platform.processor() or platform.machine()
    cpu_info = Path("/proc/cpuinfo")
    if cpu_info.exists():
        lines = cpu_info.read_text(encoding="utf-8").splitlines()
        models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        name = next(iter(models), name)
    python = f"Python {platform.python_version()}"
    return f"{python}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores ({name})"


def print_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a Markdown table, and an empty line behind it."""
    print(f"| {' | '.join(header)} |")
    print("|" + "---|" * len(header))
    for cells in rows:
        print(f"| {' | '.join(cells)} |")
    print()


Timer = Callable[[int], float]


def timed(call: Callable[[], object]) -> Timer:
    """Return what runs a call so many times and says how many seconds that took."""

    def seconds(count: int) -> float:
        begin = process_time()
        for _ in range(count):
            call()
        return process_time() - begin

    return seconds


def best_times(timers: Mapping[str, Timer], effort: Effort) -> dict[str, float]:
    """Return the best time of one call of each, in seconds; each has run before it is measured."""
    counts = {name: _count(timer, effort.seconds) for name, timer in timers.items()}
    best = dict.fromkeys(timers, float("inf"))
    for _ in range(effort.rounds):
        for name, timer in timers.items():
            best[name] = min(best[name], timer(counts[name]) / counts[name])
    return best


def _count(timer: Timer, seconds: float) -> int:
    """Say how often a call goes into so many seconds."""
    if not seconds:
        return 1
    timer(1)
    return max(1, int(seconds / max(min(timer(1) for _ in range(3)), 1e-6)))


def run(command: Sequence[str]) -> float:
    """Run a command to its end, and say how many seconds it took.

    Where other threads helped, its CPU time is more than the time that passed: then that counts.
    """
    begin = perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment())
    _, status, used = os.wait4(child.pid, 0)
    passed = perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command} failed with status {child.returncode}")
    return min(used.ru_utime + used.ru_stime, passed)


_CACHE = tempfile.TemporaryDirectory()


def environment() -> dict[str, str]:
    """Let a process find Python's modules compiled, as those of an installed package are."""
    wanted = {**os.environ, "PYTHONPYCACHEPREFIX": _CACHE.name}
    wanted.pop("PYTHONDONTWRITEBYTECODE", None)
    return wanted


def best_processes(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, float]:
    """Return the best time of each command, in seconds; each has run before it is measured."""
    best = {name: run(command) for name, command in commands.items()} if rounds > 1 else {}
    for _ in range(rounds):
        for name, command in commands.items():
            best[name] = min(best.get(name, float("inf")), run(command))
    return best

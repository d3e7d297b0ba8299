"""Growth: each construct n and 4n long, and with which power of n its time grows, in one run.

    PYTHONPATH=src python benchmarks/bench_growth.py [--over 1.2] [--only WORD]

Prints Markdown: how many constructs there are of a kind, how fast the fastest of them grows, and
each that grows faster than n to the power of `--over`. A step that seems to is measured again,
alone and longer, before it is named.
"""

import gc
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import count, islice
from math import inf, log
from time import process_time
from typing import NamedTuple

from constructs import Text, long_lines, many_lines, templates
from letters_of_growth import letterheads
from measuring import CHECK, machine, parser, print_table
from minutes_gen import (
    HouseStyle,
    MinutesError,
    Session,
    Template,
    read_extracted,
    read_text,
    render_docx,
    render_json,
    render_text,
)

SHORTEST = 0.004  # seconds, below which a time says little
ENOUGH = 0.02  # seconds that a step takes at n where it is measured again
MORE = 4  # times n at most that it is then


class Growth(NamedTuple):
    """How long a construct takes at n and at a multiple of n, and with which power that grows."""

    name: str
    step: str
    n: int
    seconds: float
    longer: float
    multiple: int = 4

    @property
    def power(self) -> float:
        """The power of n."""
        return log(max(self.longer, 1e-6) / max(self.seconds, 1e-6), self.multiple)


Step = Callable[[], object]
Steps = Callable[[int], Iterator[tuple[str, Step]]]


def paper(text: Text) -> Steps:
    """Return what is done with a text of the notation, one step after the other."""

    def steps(n: int) -> Iterator[tuple[str, Step]]:
        source = text(n)
        found: list[Session] = []
        yield "read_text", lambda: found.append(read_text(source))
        if found:
            session = found[-1]
            yield "render_text", lambda: render_text(session, "koyobun")
            yield "page", lambda: render_text(session, width="page")
            yield "render_docx", lambda: render_docx(session)
            yield "render_json", lambda: render_json(session)
            for query in QUERIES:
                yield query, lambda query=query: getattr(session, query)  # type: ignore[misc]
            yield "missing", lambda: session.missing("board-minutes")

    return steps


QUERIES = (
    *("attendance", "decisions", "pending", "materials", "action_items", "resolutions"),
    *("speeches", "next_meeting", "participants", "schedule", "depth"),
)


def extracted(text: Text) -> Steps:
    """Return what is done with a text that a PDF gave."""

    def steps(n: int) -> Iterator[tuple[str, Step]]:
        source = text(n)
        yield "read_extracted", lambda: read_extracted(source)

    return steps


def template(text: Text) -> Steps:
    """Return what is done with a template: it is given the values that it asks for."""

    def steps(n: int) -> Iterator[tuple[str, Step]]:
        source = text(n)
        few, many = ({"甲": "甲" * length, "丙": ["丙"] * length} for length in (3, n))
        few, many = ({k: v for k, v in each.items() if k in source} for each in (few, many))
        found: list[Template] = []
        yield "Template", lambda: found.append(Template(source))
        if found:
            yield "fill", lambda: found[-1].fill(few)
            if len(source) < 100:  # of many long values there is more than of n
                yield "fill with long values", lambda: found[-1].fill(many)

    return steps


_NEW = count()


def letterhead(make: Callable[[int], bytes]) -> Steps:
    """Return what is done with a letterhead, each time in a new style: it is remembered by both."""
    session = Session(title="研修", lead=["文"])

    def steps(n: int) -> Iterator[tuple[str, Step]]:
        reference, style = make(n), HouseStyle(about=f"{next(_NEW)}")
        yield "render_docx", lambda: render_docx(session, style, reference=reference)

    return steps


def times(steps: Steps, n: int, only: str = "") -> dict[str, float]:
    """Return the seconds of each step, or of one and of the first, which gives the others theirs.

    A step that is refused counts as far as it came.
    """
    taken: dict[str, float] = {}
    for name, step in steps(n):
        if taken and only and name != only:
            continue
        begin = process_time()
        with suppress(MinutesError):
            step()
        taken[name] = process_time() - begin
    return taken


def best(steps: Steps, n: int, only: str = "") -> dict[str, float]:
    """Return the best of three times of each step."""
    rounds = [times(steps, n, only) for _ in range(3)]
    names = {name for each in rounds for name in each}
    return {name: min(each.get(name, inf) for each in rounds) for name in names}


def growths(name: str, steps: Steps, n: int, over: float) -> Iterator[Growth]:
    """Measure a construct, and again, where it is longer, what seems to grow too fast."""
    times(steps, 1)  # what the first of all takes is not about n
    before, behind = times(steps, n), times(steps, 4 * n)
    for step, seconds in behind.items():
        found = Growth(name, step, n, before.get(step, inf), seconds)
        if seconds > SHORTEST:
            yield again(found, steps) if found.power > over else found


def again(found: Growth, steps: Steps) -> Growth:
    """Measure a step alone, where it takes long enough to be sure."""
    n, step = found.n, found.step
    while times(steps, n, step).get(step, inf) < ENOUGH and n < MORE * found.n:
        n *= 2
    # Over 16 n caches that overflow, and other work on the machine, count half as much as over 4 n.
    once, longer = best(steps, n, step), best(steps, 16 * n, step)
    return Growth(found.name, step, n, once.get(step, inf), longer.get(step, 0.0), 16)


class Kind(NamedTuple):
    """Constructs, what is done with each, and how long it is at n."""

    constructs: Callable[[], Iterator[tuple[str, Callable[[int], object]]]]
    steps: Callable[..., Steps]
    n: int


KINDS = {
    "long lines": Kind(long_lines, paper, 2_000),
    "many lines": Kind(many_lines, paper, 500),
    "text of a PDF": Kind(many_lines, extracted, 500),
    "templates": Kind(templates, template, 1_000),
    # Four times as many styles are as much markup as is read.
    "letterheads": Kind(letterheads, letterhead, 8_000),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    called = parser(__doc__)
    called.add_argument(
        "--over", type=float, default=1.2, help="the power above which one is named"
    )
    called.add_argument("--only", default="", help="those with this word in their name alone")
    options = called.parse_args(arguments)
    check = options.effort is CHECK
    warnings.simplefilter("ignore")
    gc.disable()  # it looks through all that there is, whatever the step made of it
    print(f"minutes_gen, {machine()}\n")
    summary, fast = [], []
    for kind, (constructs, steps, n) in KINDS.items():
        found: list[Growth] = []
        chosen = ((name, text) for name, text in constructs() if options.only in f"{kind}: {name}")
        number = 0
        for name, text in islice(chosen, 2 if check else None):
            number += 1
            print(f"\r{kind} {number} {name[:50]:50}", end="", file=sys.stderr, flush=True)
            for growth in growths(name, steps(text), 10 if check else n, options.over):
                found.append(growth)
                if growth.power > options.over:
                    print(f"\n{growth}", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        most = max(found, key=lambda growth: growth.power, default=None)
        summary.append(
            [kind, f"{number:,}", f"{len(found):,}", f"{most.power:.2f}" if most else "–"]
        )
        fast += [growth for growth in found if growth.power > options.over]
    print_table(["kind", "constructs", "steps measured", "fastest grows with n to the"], summary)
    fast.sort(key=lambda growth: -growth.power)
    print_table(
        ["grows too fast", "step", "n", "s at n", "s at 16 n", "power"],
        [
            [g.name, g.step, f"{g.n:,}", f"{g.seconds:.3f}", f"{g.longer:.3f}", f"{g.power:.2f}"]
            for g in fast
        ],
    )


if __name__ == "__main__":
    main()

"""Line breaking beside its peers: how often the lines are Word's, and how fast they come.

    PYTHONPATH=src python benchmarks/bench_typeset.py TRUTH.jsonl

TRUTH.jsonl has a paragraph on each line: `lines` (Word's own), `measure_em`, `first_indent_em`,
`hang_indent_em`, and what is known of its font and settings (`widths`, `pairs`, `squeeze`, `mode`,
`hang`, `autospace`, `balance`). A paragraph is right when every break in it is Word's; a break is
judged from Word's own break before it. Prints Markdown. Peers that are not installed are left out.
"""

import json
import textwrap
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import east_asian_width

from measuring import CHECK, Effort, best_times, machine, named, parser, peer, print_table, timed
from minutes_gen.typeset import MONOSPACE, BreakRules, break_lines

FULL = Effort(rounds=3, seconds=0.0)
HOSTILE_SIZES, SHORT_SIZES = (50_000, 200_000), (500, 2_000)
HOSTILE = {
    "kanji": "漢",
    "one word": "a",
    "words": "a ",
    "opening brackets": "「",
    "full stops": "。",
    "spaces": " ",
    "line feeds": "\n",
    "controls": "\0",
    "one mark after another": "\u0301",
    "combining marks": "か\u3099",
    "emoji joined without end": "\U0001f468\u200d",
    "flags": "\U0001f1ef\U0001f1f5",
}


class Paragraph(NamedTuple):
    """A paragraph to break; lengths in em."""

    text: str
    measure: float
    first: float
    hanging: float
    known: dict[str, Any]


Breaker = Callable[[Paragraph], list[str]]
Units = Callable[[str], Iterable[str]]


def ours_told(paragraph: Paragraph) -> list[str]:
    """Break with what is known of the document."""
    known = paragraph.known
    rules = BreakRules(
        widths=known["widths"],
        pairs=known["pairs"] is not False,
        squeeze=None if known["squeeze"] is False else known["mode"],
        hang=known["hang"] is not False,
        autospace=known["autospace"] is not False,
        balance=known["balance"] is not False,
    )
    return break_lines(*paragraph[:4], rules=rules)


def ours(paragraph: Paragraph) -> list[str]:
    """Break with the defaults."""
    return break_lines(*paragraph[:4])


def ours_columns(paragraph: Paragraph) -> list[str]:
    """Break as for a terminal."""
    return break_lines(paragraph.text, *(2 * em for em in paragraph[1:4]), rules=MONOSPACE)


def filled(units: Units, paragraph: Paragraph) -> list[str]:
    """Fill lines with a peer's unbreakable units, as many as go in, at full and half widths."""
    lines, room = [""], paragraph.measure - paragraph.first
    used = 0.0
    for unit in units(paragraph.text):
        inked = unit.rstrip(" ")
        wide = sum(1.0 if east_asian_width(char) in "FWA" else 0.5 for char in inked)
        if lines[-1] and used + wide > room + 0.001:
            lines.append("")
            used, room = 0.0, paragraph.measure - paragraph.hanging
        lines[-1] += unit
        used += wide + (len(unit) - len(inked)) / 2
    return lines


def wrapped(paragraph: Paragraph) -> list[str]:
    """Wrap by characters, as Python's textwrap does."""
    lead = "x" * max(0, round(paragraph.first - paragraph.hanging))
    room = max(1, int(paragraph.measure - min(paragraph.first, paragraph.hanging)))
    lines = textwrap.wrap(lead + paragraph.text, room, drop_whitespace=False)
    return [lines[0].removeprefix(lead), *lines[1:]]


def icu_units(icu: Any, locale: str) -> Units:  # noqa: ANN401 - a module without types
    """Cut where ICU's line break iterator does."""
    iterator = icu.BreakIterator.createLineInstance(icu.Locale(locale))

    def units(text: str) -> Iterator[str]:
        held = icu.UnicodeString(text)
        iterator.setText(held)
        for start, end in pairwise([0, *iterator]):
            yield str(held[start:end])

    return units


def peers() -> Iterator[tuple[str, Breaker]]:
    """Find the peers that are installed."""
    yield "textwrap", wrapped
    for module, make in (
        ("budoux", lambda m: [("phrases", m.load_default_japanese_parser().parse)]),
        ("uniseg.linebreak", lambda m: [("UAX #14", m.line_break_units)]),
        ("icu", lambda m: [(kind, icu_units(m, f"ja@lb={kind}")) for kind in ("strict", "normal")]),
    ):
        if (found := peer(module)) is None:
            continue
        package = {"icu": "pyicu"}.get(module, module.partition(".")[0])
        for kind, units in make(found):
            yield f"{named(package)}, {kind}", partial(filled, units)


def ends(text: str, lines: Iterable[str]) -> list[int]:
    """Count the characters before each break, those of the spaces at it included."""
    found = list(accumulate(map(len, lines)))[:-1]
    return [end + len(text[end:]) - len(text[end:].lstrip(" ")) for end in found]


def score(breaker: Breaker, paragraphs: list[Paragraph]) -> list[str]:
    """Say which part of the paragraphs and of the breaks are Word's, in percent."""
    right_paragraphs = right_breaks = breaks = 0
    for paragraph in paragraphs:
        text, words = paragraph.text, ends(paragraph.text, paragraph.known["lines"])
        right_paragraphs += ends(text, breaker(paragraph)) == words
        for start, end in pairwise([0, *words]):
            first = paragraph.hanging if start else paragraph.first
            rest = paragraph._replace(text=text[start:], first=first)
            right_breaks += ends(rest.text, breaker(rest))[:1] == [end - start]
            breaks += 1
    return [f"{right_paragraphs / len(paragraphs):.1%}", f"{right_breaks / breaks:.1%}"]


def print_breakers(paragraphs: list[Paragraph], effort: Effort) -> None:
    """Print how often the lines of each are Word's, and how fast they come."""
    breakers = {
        "minutes_gen, told font widths, settings and mode": ours_told,
        "minutes_gen, defaults": ours,
        "minutes_gen, columns": ours_columns,
        **dict(peers()),
    }

    def all_by(breaker: Breaker) -> Callable[[], object]:
        return lambda: [breaker(paragraph) for paragraph in paragraphs]

    best = best_times({name: timed(all_by(each)) for name, each in breakers.items()}, effort)
    size = sum(len(paragraph.text) for paragraph in paragraphs)
    print(f"{machine()}; {len(paragraphs)} paragraphs, {size:,} characters.\n")
    print_table(
        ["breaker", "paragraphs", "breaks", "characters a second"],
        [
            [name, *score(breaker, paragraphs), f"{size / best[name]:,.0f}"]
            for name, breaker in breakers.items()
        ],
    )


def print_hostile(effort: Effort) -> None:
    """Print how long one long paragraph takes, of two lengths."""
    sizes = SHORT_SIZES if effort is CHECK else HOSTILE_SIZES
    once = Effort(rounds=1, seconds=0.0)

    def seconds(piece: str, size: int) -> str:
        text = piece * (size // len(piece))
        return f"{best_times({'': timed(lambda: break_lines(text, 10))}, once)['']:.3f} s"

    print_table(
        ["one paragraph of", *(f"{size:,} characters" for size in sizes)],
        [[name, *(seconds(piece, size) for size in sizes)] for name, piece in HOSTILE.items()],
    )


def read(path: Path) -> list[Paragraph]:
    """Read the paragraphs and what is known of them."""
    with path.open(encoding="utf-8") as file:
        return [
            Paragraph(
                "".join(known["lines"]).rstrip(" "),
                known["measure_em"],
                known["first_indent_em"],
                known["hang_indent_em"],
                known,
            )
            for known in map(json.loads, file)
        ]


def main() -> None:
    """Print the tables."""
    called = parser(__doc__)
    called.add_argument("truth", type=Path, metavar="TRUTH.jsonl", help="Word's own lines")
    options = called.parse_args()
    effort = options.effort or FULL
    print_breakers(read(options.truth), effort)
    print_hostile(effort)


if __name__ == "__main__":
    main()

"""A small plot as SVG: curves between two logarithmic scales, on which proportions are straight."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor, log10

Point = tuple[float, float]
Curves = Mapping[str, Sequence[Point]]

WIDTH, HEIGHT = 560, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 96, 16, 44
LINE = 14  # the height of a line of text
_OPENING = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
    'font-family="sans-serif" font-size="12">\n'
)
COLOURS = ("#1b6ca8", "#b3432b", "#3a7d44", "#7a4fa3")


def draw(curves: Curves, *, across: str, up: str) -> str:
    """Draw curves, each with its name behind its last point, and the names of both scales."""
    points = [point for curve in curves.values() for point in curve]
    columns = Scale([x for x, _ in points], LEFT, WIDTH - RIGHT)
    rows = Scale([y for _, y in points], HEIGHT - BOTTOM, TOP)
    return "".join(
        [
            _OPENING,
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>\n',
            *_grid(columns, rows),
            *_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, across, anchor="middle"),
            *_text(8, TOP + 4, up),
            *_curves({n: [(columns(x), rows(y)) for x, y in c] for n, c in curves.items()}),
            "</svg>\n",
        ]
    )


class Scale:
    """A logarithmic scale of whole powers of ten, between two places of the drawing."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self.first, self.last = floor(log10(min(values))), ceil(log10(max(values)))
        self.start, self.end = start, end

    def __call__(self, value: float) -> float:
        """Return the place of a value."""
        share = (log10(value) - self.first) / (self.last - self.first)
        return round(self.start + (self.end - self.start) * share, 1)

    def powers(self) -> list[float]:
        """List the values that get a line."""
        return [10.0**power for power in range(self.first, self.last + 1)]


def _grid(columns: Scale, rows: Scale) -> Iterator[str]:
    for value in columns.powers():
        x = columns(value)
        yield f'<path d="M{x} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>\n'
        yield from _text(x, HEIGHT - BOTTOM + 16, f"{value:,g}", anchor="middle")
    for value in rows.powers():
        y = rows(value)
        yield f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#ddd"/>\n'
        yield from _text(LEFT - 6, y + 4, f"{value:,g}", anchor="end")


def _curves(curves: Curves) -> Iterator[str]:
    lowest = 0.0
    # From the top down, so that each name finds room below the one before.
    for (name, points), colour in zip(sorted(curves.items(), key=_end), COLOURS, strict=False):
        path = "L".join(f"{x} {y}" for x, y in points)
        yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>\n'
        for x, y in points:
            yield f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>\n'
        x, y = points[-1]
        lowest = max(y + 4, lowest + LINE)
        yield from _text(x + 8, lowest, name, colour=colour)


def _end(curve: tuple[str, Sequence[Point]]) -> float:
    return curve[1][-1][1]


def _text(
    x: float, y: float, text: str, *, anchor: str = "start", colour: str = "#333"
) -> Iterator[str]:
    yield f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}">{text}</text>\n'

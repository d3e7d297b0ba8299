"""Breaking a paragraph into the lines that Word would make (行分割)."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from math import isnan

from minutes_gen.errors import TypesetError

from .characters import Kind, clusters, glyph_book
from .rules import BreakRules
from .spacing import joints

DEFAULT = BreakRules()
EPS = 1e-6
GIVES = {Kind.OPEN: 0.5, Kind.CLOSE: 0.5, Kind.STOP: 0.5, Kind.MIDDLE: 0.5}
HARD = re.compile("[^\n\v\f\r\x85\u2028\u2029]*(?:\r\n|[\n\v\f\r\x85\u2028\u2029]|$)")
SURROGATE = re.compile("[\ud800-\udfff]")


def shown(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")


def refuse_surrogates(text: str) -> None:
    if found := SURROGATE.search(text):
        raise TypesetError(
            f"{shown(text)} holds a lone surrogate U+{ord(found[0]):04X} at {found.start()}: "
            "only characters can be set"
        )


def width(text: str, rules: BreakRules = DEFAULT) -> float:
    """Measure a text on one line, in em."""
    refuse_surrogates(text)
    return Setting(text, rules).position[-1]


def break_lines(
    text: str,
    measure: float,
    first_indent: float = 0.0,
    hanging_indent: float = 0.0,
    *,
    rules: BreakRules = DEFAULT,
) -> list[str]:
    """Break one paragraph into lines; lengths are in em."""
    refuse_surrogates(text)
    first, other = measure - first_indent, measure - hanging_indent
    for room in (first, other):
        if isnan(room) or room < rules.em:
            raise TypesetError(
                f"measure {measure!r} with indents {first_indent!r} and {hanging_indent!r} "
                f"leaves {room:g}: a line needs at least {rules.em:g}"
            )
    lines: list[str] = []
    for part in HARD.findall(text):
        if part:
            lines.extend(Setting(part, rules).lines(other if lines else first, other))
    return lines or [""]


class Setting:
    """One paragraph, measured."""

    def __init__(self, text: str, rules: BreakRules) -> None:
        self.rules = rules
        self.em = rules.em
        self.clusters = clusters(text)
        book = glyph_book(rules)
        table = joints(rules)
        glyphs = self._with_spaces([book[c] for c in self.clusters])
        self.kinds = [g.kind for g in glyphs]
        inner = [table[a][b] for a, b in pairwise(self.kinds)]
        self.gaps = [0.0, *(j.gap for j in inner)]
        self.position = [0.0, *accumulate(g.width + gap for g, gap in zip(glyphs, self.gaps))]
        self.widths = [g.width for g in glyphs]
        self.inner = inner

    def _with_spaces(self, glyphs):
        if not self.rules.balance:
            return glyphs
        out = list(glyphs)
        for i, g in enumerate(glyphs):
            if g.kind is Kind.SPACE and self.clusters[i] == " ":
                near = [glyphs[k].kind for k in (i - 1, i + 1) if 0 <= k < len(glyphs)]
                if any(k < Kind.LETTER for k in near):
                    out[i] = g._replace(width=0.5 * self.em)
        return out

    def lines(self, first: float, other: float) -> Iterator[str]:
        em, kinds, position, gaps = self.em, self.kinds, self.position, self.gaps
        n = len(kinds)
        opportunities = [i for i, j in enumerate(self.inner, 1) if j.breaks] + [n]
        full, fit = [], []
        give = [0.0]
        for i in range(n):
            g = GIVES.get(kinds[i], 0.0) * em
            if i:
                g += self.inner[i - 1].give
            if kinds[i] is Kind.SPACE and 0 < i < n - 1:
                g += (
                    max(0, self.widths[i] - 0.25 * em)
                    if Kind.LETTER <= kinds[i - 1] and Kind.LETTER <= kinds[i + 1]
                    else 0
                )
            give.append(give[-1] + g)
        for e in opportunities:
            k = e
            while k and kinds[k - 1] is Kind.SPACE:
                k -= 1
            last = kinds[k - 1] if k else None
            full.append(position[k])
            trim = 0.0
            if last is Kind.STOP and self.rules.hang:
                trim = self.widths[k - 1]
            elif last in (Kind.CLOSE, Kind.STOP) and self.rules.squeeze:
                trim = 0.5 * em
            fit.append(position[k] - trim)
        self.fit, self.full = fit, full
        s, o, room = 0, 0, first
        while s < n:
            base = position[s] + gaps[s]
            a = bisect_right(fit, base + room + EPS, o) - 1
            if a < len(opportunities) - 1 and self.rules.squeeze:
                b = a + 1
                need = full[b] - base - room
                slack = room - (full[a] - base) if a >= o else room
                e = opportunities[b]
                cap = give[e] - give[s + 1]
                if need <= cap + EPS and self._tight(need, cap, slack, room, s, e):
                    a = b
            if a < o:
                e = bisect_right(position, base + room + EPS, s + 2) - 1
                e = max(e, s + 1)
            else:
                e = opportunities[a]
            yield "".join(self.clusters[s:e])
            while o < len(opportunities) and opportunities[o] <= e:
                o += 1
            s, room = e, other

    def _tight(self, need, cap, slack, room, s, e):
        if self.rules.squeeze == "pure":
            return need < slack - EPS
        autos = sum(1 for j in self.inner[s : e - 1] if j.gap > 0)
        limit = 0.0155 * (room - 1) + 0.2 * autos
        return need / cap < slack / limit if cap > 0 and limit > 0 else need <= EPS

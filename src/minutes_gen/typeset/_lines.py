"""Breaking a paragraph into the lines that Word would make (行分割)."""

from bisect import bisect_right
from collections.abc import Iterator
from math import isnan

from minutes_gen.errors import TypesetError
from minutes_gen.typeset._characters import BLANKS
from minutes_gen.typeset._glyphs import refuse_surrogates
from minutes_gen.typeset._layout import Setting, find_breaks, set_text
from minutes_gen.typeset._rules import DEFAULT, BreakRules
from minutes_gen.typeset._squeeze import TOLERANCE, Line, find_elastic, goes_in


def break_lines(
    text: str,
    measure: float,
    first_indent: float = 0.0,
    hanging_indent: float = 0.0,
    *,
    rules: BreakRules = DEFAULT,
) -> list[str]:
    """Break a paragraph into lines as Word does (行分割・禁則処理); lengths are in em.

    `measure` is the width of the column; the first line has `measure - first_indent` of it, the
    others `measure - hanging_indent`. Lines carry no indent. Every character of the text is in
    them, so that they joined are the text: a space where a line ends stays at its end and takes
    no room. A line feed or its like ends a line, as Word's line break does. No text gives one
    empty line.

    Where the next characters do not fit, the line ends at the last place that kinsoku allows;
    Latin words, URLs, mail addresses and numbers stay whole unless one is longer than a line.
    Marks may hang or be squeezed as `rules` say. docs/typesetting.md has the rules and how often
    they agree with Word.

    A measure that leaves a line less than one em and a lone surrogate are `TypesetError`.

    >>> break_lines("・行政だけでは解決できない事も（協働により）できる。", 14, 0, 1)
    ['・行政だけでは解決できない事', 'も（協働により）できる。']
    >>> break_lines("連絡先はinfo@example.org", 8)
    ['連絡先は', 'info@example.org']
    >>> break_lines("日本語", 0.5)
    Traceback (most recent call last):
        ...
    minutes_gen.errors.TypesetError: measure 0.5 less indent 0.0 leaves 0.5: a line needs 1 or more
    """
    refuse_surrogates(text)
    room = _room(measure, first_indent, rules)
    later = _room(measure, hanging_indent, rules)
    lines: list[str] = []
    for part in text.splitlines(keepends=True):
        setting = set_text(part, rules)
        start = 0
        for end in _line_ends(setting, later if lines else room, later, rules):
            lines.append("".join(setting.clusters[start:end]))
            start = end
    return lines or [""]


def _room(measure: float, indent: float, rules: BreakRules) -> float:
    room = measure - indent
    if isnan(room) or room < rules.em:
        raise TypesetError(
            f"measure {measure!r} less indent {indent!r} leaves {room:g}: "
            f"a line needs {rules.em:g} or more"
        )
    return room


def _line_ends(setting: Setting, room: float, later: float, rules: BreakRules) -> Iterator[int]:
    """Yield the cluster after each line; every line takes the most that goes into it."""
    breaks = find_breaks(setting, rules)
    elastic = find_elastic(setting, rules) if rules.squeezes else None
    legal: list[int] | None = None
    start = seen = 0
    while start < len(setting.kinds):
        left = setting.starts[start]
        chosen = bisect_right(breaks.fits, left + room + TOLERANCE, seen) - 1
        if elastic and chosen + 1 < len(breaks.places):
            fits = chosen >= seen
            unused = room - (breaks.full[chosen] - left) if fits else room
            before = breaks.content[chosen] if fits else start
            need = breaks.fits[chosen + 1] - left - room
            line = Line(start, before, breaks.content[chosen + 1], need, unused)
            chosen += goes_in(setting, elastic, line, rules)
        if chosen >= seen:
            start, seen = breaks.places[chosen], chosen + 1
        else:
            legal = _legal(setting) if legal is None else legal
            start = _forced(setting, legal, start, left + room + TOLERANCE)
            seen = bisect_right(breaks.places, start, seen)
        yield start
        room = later


def _legal(setting: Setting) -> list[int]:
    """List where kinsoku allows a line to end, be it inside a word."""
    return [i for i, joint in enumerate(setting.joints, 1) if joint[4]]


def _forced(setting: Setting, legal: list[int], start: int, limit: float) -> int:
    """End a line in what is longer than it: by kinsoku if that leaves a place, else where full."""
    end = bisect_right(setting.ends, limit, start + 2) - 1
    best = bisect_right(legal, end) - 1
    if best >= 0 and legal[best] > start:
        return legal[best]
    while end < len(setting.kinds) and setting.kinds[end] >= BLANKS:
        end += 1
    return end

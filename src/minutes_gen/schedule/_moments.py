"""Tokens → moments and the gaps between them."""

import re
from functools import cache
from itertools import pairwise

from minutes_gen.errors import NotAScheduleError
from minutes_gen.schedule._hours import RawTime
from minutes_gen.schedule._signs import JOINING, SIGNS, Gap, Sign, sign_of
from minutes_gen.schedule._token_readers import READERS, Raw, Token, headed_years, number
from minutes_gen.schedule._vocabulary import WORDS_OF_AFTER, WORDS_OF_BEFORE

# Where a token may stand within a moment: its rank, and the lowest and the highest rank that it
# may follow (-1: it may begin the moment).
_PLACES = {
    "since": (0, -1, -1),
    "later": (1, -1, 0),
    "year": (2, -1, 1),
    "fiscal": (2, -1, 1),
    "month": (3, -1, 2),
    "full": (4, -1, 0),
    "slash": (4, -1, 2),
    "points": (4, -1, 0),
    "day": (4, -1, 3),
    "part": (4, 2, 3),
    "weekday": (5, 4, 4),
    "time": (6, -1, 5),
    "noon": (6, -1, 5),
    "ampm": (6, -1, 5),
    "about": (7, 2, 6),
}
_BEGINNINGS = frozenset(kind for kind, (_, lowest, _) in _PLACES.items() if lowest < 0)
_DAYS = frozenset({"slash", "day", "weekday"})
_BRACKETS = frozenset({"open", "close"})
# Before these, and behind those of a lower rank, ○日 is a part of a date and not of ○日コース.
_DATED = frozenset({*_PLACES, "range", "blank"}) - {"since"}
_RANKS = {**{kind: rank for kind, (rank, _, _) in _PLACES.items()}, "range": -1, "blank": -1}
_BLANKS = {"年": 2, "月": 3, "日": 4, "時": 6, "分": 7}
_NOWHERE = (0, 0, -1)
_TIMES = frozenset({"time", "noon", "ampm"})
Element = Raw | Gap


def elements_of(tokens: list[Token], *, brackets: bool = True) -> list[Element]:
    """Put tokens together to moments, and leave all others as gaps.

    What stands in `brackets` is words, whatever it says.
    """
    kinds = _kinds(tokens)
    elements: list[Element] = []
    at, dated = 0, False
    while at < len(tokens):
        token, kind = tokens[at], kinds[at]
        if kind == "blank" and brackets:
            _check_blank(kinds, tokens, at)
        if kind == "part" and (other := _other_part(elements, token)):
            elements.append(other)
            at += 1
            continue
        if kind == "heading" and (years := headed_years(token)):
            elements += _listed(years)
            at, dated = at + 1, True
            continue
        if kind in _BEGINNINGS:
            raw, behind = _moment(tokens, kinds, at)
            if raw is not None and not _only_counts(raw, token.string, elements, dated=dated):
                elements.append(raw)
                at, dated = behind, True
                continue
        at = _behind_bracket(kinds, at) if brackets and kind in _BRACKETS else at + 1
        if kind in SIGNS:
            elements.append(Gap(sign_of(kind, token[0]), *token.span(), token[0]))
            continue
        start, last = token.start(), elements[-1] if elements else None
        if isinstance(last, Gap) and last.sign is Sign.WORDS:
            start = elements.pop().start
        elements.append(Gap(Sign.WORDS, start, tokens[at - 1].end()))
    return elements


def _listed(moments: list[Raw]) -> list[Element]:
    """Put between moments what ・ would be."""
    listed: list[Element] = [*moments[:1]]
    for before, raw in pairwise(moments):
        listed += (Gap(Sign.LIST, before.end, raw.start, "・"), raw)
    return listed


def _other_part(elements: list[Element], token: Token) -> Raw | None:
    """Read 下旬 of 6月上旬～下旬, which is one of the same month (or year)."""
    before, gap = elements[-2:] if len(elements) > 1 else (None, None)
    if not isinstance(before, Raw) or not isinstance(gap, Gap):
        return None
    if gap.sign not in JOINING or not before.part:
        return None
    raw = Raw(month=before.month, start=token.start(), end=token.end())
    if before.month is None:
        raw.era, raw.year, raw.fiscal = before.era, before.year, before.fiscal
    READERS["part"](raw, token)
    return raw


def _check_blank(kinds: list[str], tokens: list[Token], at: int) -> None:
    """Refuse a date or a time of which something is still to be filled in: 平成30年○月○日."""
    before = _RANKS.get(kinds[at - 1], 99) if at else 99
    if before < _BLANKS[tokens[at][0][-1]] or not _DATED.isdisjoint(kinds[at + 1 : at + 2]):
        raise NotAScheduleError(f"{tokens[at][0]} is still to be filled in")


def _behind_bracket(kinds: list[str], at: int) -> int:
    """Find the place behind the bracket that closes the one at `at`."""
    if kinds[at] == "close":
        raise NotAScheduleError("a bracket is closed that was not opened")
    depth = 0
    for behind in range(at, len(kinds)):
        depth += (kinds[behind] == "open") - (kinds[behind] == "close")
        if depth == 0:
            return behind + 1
    raise NotAScheduleError("a bracket is opened and not closed")


@cache
def _counting() -> "re.Pattern[str]":
    """Find what makes of 10日 a number of days: 10日前, 3日後; not 前半, 後援会."""
    return re.compile(rf"\ *+(?:前(?![{WORDS_OF_BEFORE}])|後(?![{WORDS_OF_AFTER}]))")


def _only_counts(raw: Raw, text: str, elements: list[Element], *, dated: bool) -> bool:
    """Whether a day is none, but 10日前, or behind a date words such as 1日コース."""
    said = raw.month or raw.year or raw.points or raw.time or raw.later or raw.part or raw.fiscal
    if said or raw.weekday is not None or raw.beside:
        return False
    if _counting().match(text, raw.end):
        return True
    return dated and not _goes_on(elements[-1])


def _goes_on(before: Element) -> bool:
    """Whether a lone day may be a part of what stands before it."""
    if isinstance(before, Raw):
        return before.time is None and before.day is None and not before.points
    return before.sign not in (Sign.WORDS, Sign.SINCE, Sign.UNTIL)


def _kinds(tokens: list[Token]) -> list[str]:
    """List the kinds of the tokens; a number takes its unit from the one it is joined to.

    12 in 12～14日 is a day, 13 in 13～15時 a time, 平成28 in 平成28～30年度 a year.
    """
    kinds = [token.lastgroup or "" for token in tokens]
    if "slash" in kinds:
        _find_days(tokens, kinds)
    if "number" not in kinds:
        return kinds
    behind: list[str] = []  # the kinds of the two tokens behind
    for at in range(len(tokens) - 1, -1, -1):
        kind = kinds[at]
        if kind == "number":
            unit = behind[-2] if len(behind) > 1 and behind[-1] in {"range", "list"} else ""
            units = (
                {"year", "fiscal"}
                if tokens[at]["nera"]
                else {"month", "day", "time", "year", "fiscal"}
            )
            kind = kinds[at] = unit if unit in units else "year" if tokens[at]["nera"] else "word"
        elif kind == "year" and (tokens[at]["fiscal"] or tokens[at]["fiscal2"]):
            kind = "fiscal"
        behind = [*behind[-1:], kind]
    return kinds


def _find_days(tokens: list[Token], kinds: list[str]) -> None:
    """Take the bare numbers that are joined to 6/12 for days: 6/12～14."""
    for at in range(2, len(tokens)):
        joined = kinds[at - 2] in _DAYS and sign_of(kinds[at - 1], tokens[at - 1][0]) in JOINING
        ends = kinds[at + 1 : at + 2] not in (["word"], ["other"])
        if joined and ends and kinds[at] in {"number", "word"} and tokens[at][0].isdecimal():
            kinds[at] = "day"


def _moment(tokens: list[Token], kinds: list[str], begin: int) -> tuple[Raw | None, int]:
    """Read one moment from the token at `begin` on; also say where it ends."""
    raw, rank, at = Raw(), -1, begin
    while at < len(tokens):
        glued = 3 <= rank < 6 and _is_glue(tokens, kinds, at)
        kind = kinds[at + glued]
        own, lowest, highest = _PLACES.get(kind, _NOWHERE)
        if not lowest <= rank <= highest or (kind == "day" and rank > 1 and raw.month is None):
            break
        at += glued
        try:
            _read(raw, tokens[at], kind)
        except NotAScheduleError:  # 一十百年 has the form of a year and is none
            return None, begin
        rank, at = own, at + 1
    if not raw.says_when:
        return None, begin
    raw.start, raw.end = tokens[begin].start(), tokens[at - 1].end()
    return raw, at


def _is_glue(tokens: list[Token], kinds: list[str], at: int) -> bool:
    """Whether の or 、 stands there, behind a date and before its time."""
    glues = kinds[at] == "list" or tokens[at][0] in {"の", "/"}
    return glues and at + 1 < len(tokens) and kinds[at + 1] in _TIMES


def _read(raw: Raw, token: Token, kind: str) -> None:
    if token.lastgroup != "number":
        READERS[kind](raw, token)
        return
    said = number(token["n"])
    if kind == "time":
        raw.time = RawTime(said)
    elif kind in {"year", "fiscal"}:
        raw.fiscal = kind == "fiscal"
        raw.era, raw.year = token["nera"] and token["nera"].rstrip("."), said
    else:
        setattr(raw, kind, said)

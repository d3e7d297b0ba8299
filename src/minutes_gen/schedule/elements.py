"""Tokens → moments and the gaps between them."""

from attrs import frozen

from minutes_gen.errors import NotAScheduleError
from minutes_gen.schedule.hours import RawTime
from minutes_gen.schedule.reading import Raw, Token, number, read_token

# Where a token may stand within a moment: each kind only behind those of a lower rank.
_RANK = {
    "since": 0,
    "later": 1,
    "year": 2,
    "month": 3,
    "full": 4,
    "slash": 4,
    "points": 4,
    "day": 4,
}
_RANK |= {"part": 4, "weekday": 5, "time": 6, "noon": 6, "ampm": 6, "about": 7, "fiscal": 2}
_TIMES = frozenset({"time", "noon", "ampm"})
# Signs between moments; of those that join, the ones that only end or only begin something.
SIGNS = frozenset({"range", "list", "hard", "either"})
UNTIL = frozenset({"まで", "までに", "迄", "以前"})
SINCE = frozenset({"以後", "以降"})


@frozen
class Gap:
    """Words, or a sign that joins (range) or separates (list, hard), at a place in the text."""

    kind: str
    start: int
    end: int
    sign: str = ""


Element = Raw | Gap


def elements_of(tokens: list[Token], *, brackets: bool = True) -> list[Element]:
    """Put tokens together to moments, and leave all others as gaps.

    What stands in `brackets` is words, whatever it says.
    """
    kinds = _kinds(tokens)
    elements: list[Element] = []
    at, depth, dated = 0, 0, False
    while at < len(tokens):
        token, kind = tokens[at], kinds[at]
        if brackets and kind in {"open", "close"}:
            depth += 1 if kind == "open" else -1
            if depth < 0:
                raise NotAScheduleError("a bracket is closed that was not opened")
        if not depth and kind in _RANK and kind not in {"weekday", "part", "about"}:
            raw, behind = _moment(tokens, kinds, at)
            if raw is not None and not (dated and _only_counts(raw, elements[-1])):
                elements.append(raw)
                dated = True
                at = behind
                continue
        at += 1
        sign = "words" if depth or kind not in SIGNS else kind
        last = elements[-1] if elements else None
        if sign == "words" and isinstance(last, Gap) and last.kind == "words":
            elements[-1] = Gap("words", last.start, token.end())
        elif kind != "space" or depth:
            elements.append(Gap(sign, token.start(), token.end(), token[0]))
    if depth:
        raise NotAScheduleError("a bracket is opened and not closed")
    return elements


def _only_counts(raw: Raw, before: Element) -> bool:
    """Whether a day behind a date is none, but words such as 1日コース."""
    if isinstance(before, Raw):
        if before.time is None and before.day is None and not before.points:
            return False
    elif before.kind in SIGNS and before.sign not in UNTIL | SINCE:
        return False
    said = raw.month or raw.year or raw.points or raw.time or raw.later or raw.part or raw.fiscal
    return not said and raw.weekday is None and not raw.beside


def _kinds(tokens: list[Token]) -> list[str]:
    """List the kinds of the tokens; a number takes its unit from the one it is joined to.

    12 in 12～14日 is a day, 13 in 13～15時 a time, 平成28 in 平成28～30年度 a year.
    """
    kinds = [str(token.lastgroup) for token in tokens]
    if "number" not in kinds:
        return kinds
    behind: list[str] = []  # the kinds of the two tokens behind, spaces left out
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
        if kind != "space":
            behind = [*behind[-1:], kind]
    return kinds


def _moment(tokens: list[Token], kinds: list[str], at: int) -> tuple[Raw | None, int]:
    """Read one moment from the token at `at` on; also say where it ends."""
    raw, rank, behind = Raw(), -1, at
    begin = at
    while at < len(tokens):
        kind = kinds[at]
        if kind == "space":
            at += 1
            continue
        glue = _glue(tokens, kinds, at) if 3 <= rank < 6 and begin < at else 0
        if glue:
            at, kind = glue, kinds[glue]
        if _RANK.get(kind, -1) <= rank or not _fits(kind, raw, rank):
            break
        try:
            _read(raw, tokens[at], kind)
        except NotAScheduleError:  # 一十百年 has the form of a year and is none
            return None, begin
        rank, at = _RANK[kind], at + 1
        behind = at
    said = raw.time or raw.points or {raw.year, raw.month, raw.day} != {None} or raw.fiscal
    raw.start, raw.end = tokens[begin].start(), tokens[behind - 1].end()
    return (raw, behind) if said else (None, begin)


def _glue(tokens: list[Token], kinds: list[str], at: int) -> int:
    """Find the time behind の or 、 that follows a date directly; 0 if there is none."""
    if kinds[at] != "list" and tokens[at][0] not in {"の", "/"}:
        return 0
    at += 1
    while at < len(tokens) and kinds[at] == "space":
        at += 1
    return at if at < len(tokens) and kinds[at] in _TIMES else 0


def _fits(kind: str, raw: Raw, rank: int) -> bool:
    """Whether a token of that kind can follow what the moment says already."""
    if kind in {"full", "slash", "points"}:
        return rank <= 0
    if kind == "day":
        return rank <= 1 or raw.month is not None
    if kind == "part":
        return 2 <= rank <= 3
    if kind == "weekday":
        return rank == 4
    if kind == "about":
        return rank > 1
    return True


def _read(raw: Raw, token: Token, kind: str) -> None:
    if token.lastgroup != "number":
        read_token(raw, token)
        return
    said = number(token["n"])
    if kind == "time":
        raw.time = RawTime(said)
    elif kind in {"year", "fiscal"}:
        raw.fiscal = kind == "fiscal"
        raw.era, raw.year = token["nera"] and token["nera"].rstrip("."), said
    else:
        setattr(raw, kind, said)

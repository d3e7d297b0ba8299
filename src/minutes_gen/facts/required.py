"""Required entries (記載事項): what minutes of a kind must say, by which rule, and what they lack.

>>> for entry in kind_of("board-minutes").entries[:3]:
...     print(entry.name, entry.source)
日時 NPO法人定款例 第38条第1項第1号
場所 NPO法人定款例 第38条第1項第1号
理事総数 NPO法人定款例 第38条第1項第2号

The 定款例 are the model articles of the guide of 内閣府 for NPO法人. What the articles of an
organisation say goes before them: a 定足数 that the paper names is the one that is asked for. For
companies the rules are 会社法 and 会社法施行規則. What a rule wants in certain cases alone
(書面表決者, 特別利害関係取締役) is not missed where the paper does not speak of it.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeAlias

from attrs import frozen

from minutes_gen.errors import KindError, shown, suggest
from minutes_gen.facts._contradictions import (
    Problems,
    few_present,
    few_signers,
    odd_signers,
    odd_votes,
    unnamed_means,
    unsigned,
)
from minutes_gen.facts._entries import NEXT, all_sections, details_in
from minutes_gen.facts._resolutions import Resolution, resolutions_of
from minutes_gen.facts._results import RESULT
from minutes_gen.facts._wording import says, told
from minutes_gen.model._blocks import Block, Bullet, Paragraph, Section, Table, Vote
from minutes_gen.model.paper import Paper
from minutes_gen.model.roles import LABELS, Role

Find: TypeAlias = Callable[[Paper], bool]


@frozen
class Missing:
    """What minutes lack, or where they contradict themselves: the entry, the problem, the rule.

    >>> str(Missing("場所", "not given", "NPO法人定款例 第38条第1項第1号"))
    '場所: not given (NPO法人定款例 第38条第1項第1号)'
    """

    name: str
    problem: str
    source: str

    def __str__(self) -> str:
        return f"{self.name}: {self.problem} ({self.source})"


@frozen
class Entry:
    """A required entry (記載事項): its name, the rule that asks for it, and how it is found.

    >>> from minutes_gen.session import Session
    >>> entry = KINDS["board-minutes"].entries[2]
    >>> entry.name, list(entry.problems(Session(title="理事会")))
    ('理事総数', ['not given'])
    """

    name: str
    source: str
    found: Find

    def problems(self, paper: Paper) -> Iterator[str]:
        """Say that the entry is not there."""
        if not self.found(paper):
            yield "not given"


@frozen
class Rule:
    """What the entries of minutes must agree in: its name, the rule, and what is wrong.

    >>> [rule.name for rule in KINDS["staff-minutes"].rules]
    ['賛否', '署名']
    """

    name: str
    source: str
    problems: Problems


@frozen
class MinutesKind:
    """A kind of minutes: what it is in Japanese, its entries, and the rules for them.

    >>> KINDS["directors-minutes"].about
    '取締役会議事録'
    """

    about: str
    entries: tuple[Entry, ...]
    rules: tuple[Rule, ...]


def _is_called(paper: Paper, *roles: Role) -> bool:
    """Say whether a heading is such an entry: １　日時：平成30年7月, ３　理事総数及び出席者数."""
    parts = (
        part
        for section in all_sections(paper.sections)
        for part in _JOINED.split("".join(section.title.split()))
    )
    return any(part.startswith(label) for part in parts for label in _labels(roles))


_JOINED = re.compile("及び|並びに|[・、]")


@cache
def _labels(roles: tuple[Role, ...]) -> tuple[str, ...]:
    return tuple(label for label, role in LABELS.items() if role in roles)


def _has(*roles: Role) -> Find:
    return lambda paper: any(details_in(paper, *roles)) or _is_called(paper, *roles)


def _counts(role: Role) -> Find:
    """Say whether the paper gives a number of people, and not only their names."""
    return lambda paper: (
        any(
            not detail.names and any(map(_DIGIT.search, detail.lines))
            for detail in details_in(paper, role)
        )
        or _is_called(paper, role)
    )


_DIGIT = re.compile(r"\d")


def _names(role: Role) -> Find:
    return lambda paper: (
        any(detail.names for detail in details_in(paper, role)) or _is_called(paper, role)
    )


def _motions(paper: Paper) -> tuple[Resolution, ...]:
    """List the sections that are 議案, as their labels say."""
    return tuple(motion for motion, _ in paper.once(resolutions_of) if "議案" in motion.label)


def _has_agenda(paper: Paper) -> bool:
    return _has(Role.CONTENT)(paper) or bool(_motions(paper))


def _has_content(paper: Paper) -> bool:
    return bool(paper.sections) or _has_agenda(paper)


def _has_course(paper: Paper) -> bool:
    """Say whether a section tells more than its title and what came of it."""
    blocks = _blocks_of(paper.sections)
    written = told(block for block in blocks if isinstance(block, Paragraph | Bullet | Table))
    return any(written) or any(details_in(paper, Role.COURSE))


def _blocks_of(sections: tuple[Section, ...]) -> Iterator[Block]:
    return (block for section in all_sections(sections) for block in section.blocks)


_RESULTS = (Role.RESULT, Role.DECISION, Role.PENDING)


def _has_result(paper: Paper) -> bool:
    blocks = list(_blocks_of(paper.sections))
    voted = any(isinstance(block, Vote) for block in blocks)
    said = any(map(RESULT.search, told(blocks)))
    return voted or said or any(details_in(paper, *_RESULTS))


def _without_result(paper: Paper) -> Iterator[str]:
    for motion in _motions(paper):
        blocks = list(_blocks_of((motion.section,)))
        settled = any(getattr(block, "role", None) in _RESULTS for block in blocks)
        if not (motion.vote or settled or any(map(RESULT.search, told(blocks)))):
            yield f"{motion.label} {shown(motion.title)} has none"


def _speaks_of(pattern: str, role: Role) -> Find:
    words = re.compile(pattern)
    return lambda paper: any(details_in(paper, role)) or says(paper, words)


def _is_signed(paper: Paper) -> bool:
    return paper.signing is not None


def _entries(source: str, *rows: tuple[str, str, Find]) -> tuple[Entry, ...]:
    """Make entries of their names, where in the source they stand, and how they are found."""
    return tuple(Entry(name, f"{source} {place}".strip(), found) for name, place, found in rows)


# Whoever took part could vote once; who signs was there. No rule need say so.
_PLAIN = "記録どうしの照合"
_HABIT = "会議・研修の記録の慣行"
_ARTICLES = "NPO法人定款例"

KINDS: dict[str, MinutesKind] = {
    "staff-minutes": MinutesKind(
        "会議・研修の記録",
        _entries(
            _HABIT,
            ("日時", "", _has(Role.SCHEDULE)),
            ("場所", "", _has(Role.PLACE, Role.ONLINE)),
            ("参加者", "", _has(Role.PARTICIPANTS)),
            ("担当", "", _has(Role.PEOPLE, Role.CHAIR, Role.RECORDER)),
            ("内容", "", _has_content),
            ("参考資料", "", _has(Role.MATERIALS)),
            ("次回", "", _speaks_of(NEXT, Role.NEXT)),
        ),
        (Rule("賛否", _PLAIN, odd_votes), Rule("署名", _PLAIN, odd_signers)),
    ),
    "board-minutes": MinutesKind(
        "NPO法人の理事会議事録",
        _entries(
            _ARTICLES,
            ("日時", "第38条第1項第1号", _has(Role.SCHEDULE)),
            ("場所", "第38条第1項第1号", _has(Role.PLACE)),
            ("理事総数", "第38条第1項第2号", _has(Role.TOTAL)),
            ("出席者数", "第38条第1項第2号", _counts(Role.PARTICIPANTS)),
            ("出席者氏名", "第38条第1項第2号", _names(Role.PARTICIPANTS)),
            ("審議事項", "第38条第1項第3号", _has_agenda),
            ("議事の経過の概要", "第38条第1項第4号", _has_course),
            ("議決の結果", "第38条第1項第4号", _has_result),
            ("議事録署名人の選任", "第38条第1項第5号", _speaks_of("署名[人者委]", Role.SIGNERS)),
            ("議長及び議事録署名人の署名", "第38条第2項", _is_signed),
        ),
        (
            Rule("定足数", f"{_ARTICLES} 第36条第2項", few_present(lambda total: total // 2 + 1)),
            Rule("賛否", f"{_ARTICLES} 第37条第1項", odd_votes),
            Rule("議決の結果", f"{_ARTICLES} 第38条第1項第4号", _without_result),
            Rule("署名", f"{_ARTICLES} 第38条第2項", few_signers(3)),
            Rule("署名", f"{_ARTICLES} 第38条第2項", odd_signers),
        ),
    ),
    "general-meeting-minutes": MinutesKind(
        "NPO法人の総会議事録",
        _entries(
            _ARTICLES,
            ("日時", "第30条第1項第1号", _has(Role.SCHEDULE)),
            ("場所", "第30条第1項第1号", _has(Role.PLACE)),
            ("正会員総数", "第30条第1項第2号", _has(Role.TOTAL)),
            ("出席者数", "第30条第1項第2号", _has(Role.PARTICIPANTS)),
            ("審議事項", "第30条第1項第3号", _has_agenda),
            ("議事の経過の概要", "第30条第1項第4号", _has_course),
            ("議決の結果", "第30条第1項第4号", _has_result),
            ("議事録署名人の選任", "第30条第1項第5号", _speaks_of("署名[人者委]", Role.SIGNERS)),
            ("議長及び議事録署名人の署名", "第30条第2項", _is_signed),
        ),
        (
            Rule("定足数", f"{_ARTICLES} 第27条", few_present(lambda total: (total + 1) // 2)),
            Rule("賛否", f"{_ARTICLES} 第29条第1項", odd_votes),
            Rule("議決の結果", f"{_ARTICLES} 第30条第1項第4号", _without_result),
            Rule("署名", f"{_ARTICLES} 第30条第2項", few_signers(3)),
            Rule("署名", f"{_ARTICLES} 第30条第2項", odd_signers),
        ),
    ),
    "directors-minutes": MinutesKind(
        "取締役会議事録",
        _entries(
            "会社法施行規則",
            ("日時", "第101条第3項第1号", _has(Role.SCHEDULE)),
            ("場所", "第101条第3項第1号", _has(Role.PLACE)),
            ("議事の経過の要領", "第101条第3項第4号", _has_course),
            ("議事の結果", "第101条第3項第4号", _has_result),
            ("議長", "第101条第3項第8号", _speaks_of("議長", Role.CHAIR)),
        )
        + _entries(
            "会社法",
            ("出席取締役", "第369条第1項", _has(Role.PARTICIPANTS)),
            ("出席取締役及び監査役の署名", "第369条第3項", _is_signed),
        ),
        (
            Rule("出席の方法", "会社法施行規則 第101条第3項第1号", unnamed_means),
            Rule("議事の結果", "会社法施行規則 第101条第3項第4号", _without_result),
            Rule("定足数", "会社法 第369条第1項", few_present(lambda total: total // 2 + 1)),
            Rule("賛否", "会社法 第369条第1項・第2項", odd_votes),
            Rule("署名", "会社法 第369条第3項", unsigned),
            Rule("署名", "会社法 第369条第3項", odd_signers),
        ),
    ),
}


def kind_of(name: str) -> MinutesKind:
    """Find a kind of minutes by its name; a KindError names the nearest.

    >>> kind_of("board-minuts")
    Traceback (most recent call last):
    minutes_gen.errors.KindError: there is no kind of minutes 'board-minuts'; did you mean \
'board-minutes'?
    """
    if name not in KINDS:
        raise KindError(f"there is no kind of minutes {shown(name)}{suggest(name, KINDS)}")
    return KINDS[name]


def missing(paper: Paper, kind: str) -> tuple[Missing, ...]:
    """List what the minutes lack and where they contradict themselves; see `Session.missing`.

    >>> from minutes_gen.session import Session
    >>> len(missing(Session(title="取締役会"), "directors-minutes"))
    7
    """
    checked = kind_of(kind)
    checks: tuple[Entry | Rule, ...] = (*checked.entries, *checked.rules)
    return tuple(
        Missing(check.name, problem, check.source)
        for check in checks
        for problem in check.problems(paper)
    )

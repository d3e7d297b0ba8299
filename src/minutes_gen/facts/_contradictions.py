"""Where the numbers and names of minutes disagree: votes, 定足数, and who signs.

Each function goes through what is wrong with a paper, in plain words. Where the paper does not
give the numbers, or the names, nothing is said: nobody is blamed on a guess.

>>> from minutes_gen.session import Session
>>> from minutes_gen.model._blocks import Section, Vote
>>> session = Session(
...     title="総会議事録",
...     details=[Detail("出席者数", "2人")],
...     sections=[Section("会費の改定", [Vote(3, 0, 0)])],
... )
>>> list(odd_votes(session))
["'会費の改定': 3 votes, and 2 could vote"]
"""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from minutes_gen.errors import shown
from minutes_gen.facts._entries import details_in
from minutes_gen.facts._names import is_among, named_in, plain
from minutes_gen.facts._resolutions import resolutions_of
from minutes_gen.facts._wording import says
from minutes_gen.facts.attendance import attendance_of
from minutes_gen.model._blocks import descend
from minutes_gen.model._detail import Detail
from minutes_gen.model.paper import Paper
from minutes_gen.model.roles import Role

Problems: TypeAlias = Callable[[Paper], Iterator[str]]

# Who may not vote on a motion: 特別利害関係取締役, 特別利害関係人.
_INTERESTED = "特別利害関係"


def few_present(least: Callable[[int], int]) -> Problems:
    """Make the check of 定足数: what the paper says it is, or else that of the rule.

    `least` says how many must be present of so many.
    """

    def check(paper: Paper) -> Iterator[str]:
        attendance = paper.once(attendance_of)
        present, total, wanted = attendance.voters, attendance.total, attendance.quorum
        if wanted is None and total is not None:
            wanted = least(total)
        if present is not None and wanted is not None and present < wanted:
            of = "" if total is None else f" of {total}"
            yield f"{present}{of} are present, and the quorum is {wanted}"

    return check


def odd_votes(paper: Paper) -> Iterator[str]:
    """Find votes that are more than those who could vote on the motion."""
    could = paper.once(attendance_of).voters
    for motion, _ in paper.once(resolutions_of) if could is not None else ():
        details = (b for b in descend(motion.section.blocks) if isinstance(b, Detail))
        limit = (could or 0) - sum(map(_interested, details))
        vote = motion.vote
        cast = vote.favour + (vote.against or 0) + (vote.abstained or 0) if vote else 0
        if cast > limit:
            yield f"{shown(motion.title)}: {cast} votes, and {limit} could vote"


def _interested(detail: Detail) -> int:
    return named_in(detail) if _INTERESTED in detail.label else 0


def odd_signers(paper: Paper) -> Iterator[str]:
    """Find who signs, or was chosen to, and was not there."""
    attendance = paper.once(attendance_of)
    there = {person.name for person in (*attendance.present, *attendance.observers)}
    there |= {
        name
        for detail in details_in(paper, Role.CHAIR, Role.RECORDER, Role.PEOPLE)
        for name in detail.names
    }
    away = [person.name for person in attendance.absent]
    # Where more are counted than named, somebody whom the paper does not name may have come.
    named = any(detail.names for detail in details_in(paper, Role.PARTICIPANTS))
    known = named and len(attendance.present) >= (attendance.count or 0)
    chosen = [name for detail in details_in(paper, Role.SIGNERS) for name in detail.names]
    for name in {plain(name): name for name in (*chosen, *_signing(paper))}.values():
        if is_among(name, away) or (known and not is_among(name, there)):
            yield f"{name} signs, and was not present"


def _signing(paper: Paper) -> list[str]:
    return [s.name for s in (paper.signing.signers if paper.signing else ()) if s.name]


def few_signers(least: int) -> Problems:
    """Make the check of how many must sign."""

    def check(paper: Paper) -> Iterator[str]:
        count = len(paper.signing.signers) if paper.signing else 0
        if 0 < count < least:
            yield f"{count} {'signs' if count == 1 else 'sign'}, and {least} must"

    return check


def unsigned(paper: Paper) -> Iterator[str]:
    """Find who was present, as the paper names them, and does not sign."""
    if paper.signing is None:
        return
    names = [name for d in details_in(paper, Role.PARTICIPANTS) for name in d.names]
    signers = _signing(paper)
    lines = len(paper.signing.signers) - len(signers)
    without = [name for name in names if not is_among(name, signers)]
    if len(without) > lines:  # a line to sign on is for one of them
        were = "was" if len(without) == 1 else "were"
        yield f"{'、'.join(without)} {were} present, and not among those who sign"


def unnamed_means(paper: Paper) -> Iterator[str]:
    """Find people who took part from elsewhere, where the paper does not say by what means."""
    online = [person.name for person in paper.once(attendance_of).online]
    if online and not says(paper, _MEANS):
        yield f"{'、'.join(online)} took part from elsewhere; by what means is not said"


_MEANS = re.compile(
    r"電話|(?:テレビ|ウェブ|Ｗｅｂ|ビデオ|ＴＶ)会議|(?i:web|tv)会議|(?i:zoom|teams|webex|meet)|Ｚｏｏｍ"
)

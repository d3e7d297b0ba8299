"""Where the numbers and names of minutes disagree: votes, 定足数, and who signs.

Each function goes through what is wrong with a paper, in plain words. Where the paper does not
give the numbers, or the names, nothing is said: nobody is blamed on a guess.

>>> from minutes_gen.session import Session
>>> session = Session(
...     title="総会",
...     details=[Detail("出席者数", "2人")],
...     notes=["会費の改定", Vote(3, 0, 0)],
... )
>>> list(odd_votes(session))
['3 votes, and 2 could vote']
"""

import re
from collections.abc import Callable, Iterable, Iterator

from minutes_gen.blocks import Block, Vote
from minutes_gen.contents import (
    Paper,
    blocks_in,
    blocks_of,
    count_of,
    details_in,
    details_of,
    is_among,
    names_of,
    plain,
    sections_of,
    texts_of,
)
from minutes_gen.detail import Detail
from minutes_gen.errors import shown
from minutes_gen.people import People
from minutes_gen.roles import Role

# Who is there without a vote: 監事, 監査役.
_NO_VOTE = "監"
# Who may not vote on a motion: 特別利害関係取締役, 特別利害関係人.
_INTERESTED = "特別利害関係"
# Roles of people who were there, beside those whom the paper counts as present.
_THERE = (
    *(Role.PARTICIPANTS, Role.ONLINE, Role.LATE, Role.EARLY, Role.OBSERVERS),
    *(Role.CHAIR, Role.RECORDER, Role.PEOPLE),
)


def voters(paper: Paper) -> int | None:
    """Count those who were present and could vote, and those counted in (書面表決, 委任).

    The larger of what the paper counts (出席者数) and whom it names; None where it says neither.
    """
    present = [d for d in details_in(paper, Role.PARTICIPANTS) if _NO_VOTE not in d.label]
    counts = [count_of(d) or 0 for d in present if not isinstance(d.value, People)]
    names = {name for d in present if isinstance(d.value, People) for name in names_of(d)}
    if names:
        names |= {name for d in details_in(paper, Role.ONLINE) for name in _named(d)}
    if not (counts or names):
        return None
    apart = sum(count_of(detail) or 0 for detail in details_in(paper, Role.WRITTEN, Role.PROXIES))
    within = any("うち" in line or "計" in line for detail in present for line in detail.lines)
    return max([*counts, len(names)]) + (0 if within else apart)


def _named(detail: Detail) -> tuple[str, ...]:
    return names_of(detail) if isinstance(detail.value, People) else ()


def few_present(least: Callable[[int], int]) -> Callable[[Paper], Iterator[str]]:
    """Make the check of 定足数: what the paper says it is, or else that of the rule.

    `least` says how many must be present of so many.
    """

    def check(paper: Paper) -> Iterator[str]:
        present = voters(paper)
        total = next(map(count_of, details_in(paper, Role.TOTAL)), None)
        wanted = next(map(count_of, details_in(paper, Role.QUORUM)), None)
        if wanted is None and total is not None:
            wanted = least(total)
        if present is not None and wanted is not None and present < wanted:
            of = "" if total is None else f" of {total}"
            yield f"{present}{of} are present, and the quorum is {wanted}"

    return check


def odd_votes(paper: Paper) -> Iterator[str]:
    """Find votes that are more than those who could vote on the motion."""
    could = voters(paper)
    parts: list[tuple[str, Iterable[Block]]] = [("", (*paper.lead, *paper.notes))]
    parts += [(section.title, section.blocks) for section in sections_of(paper.sections)]
    for title, blocks in parts if could is not None else ():
        found = list(blocks_of(blocks))
        limit = (could or 0) - sum(_interested(detail) for detail in details_of(found))
        for vote in (block for block in found if isinstance(block, Vote)):
            cast = vote.favour + (vote.against or 0) + (vote.abstained or 0)
            if cast > limit:
                where = f"{shown(title)}: " if title else ""
                yield f"{where}{cast} votes, and {limit} could vote"


def _interested(detail: Detail) -> int:
    return (count_of(detail) or 0) if _INTERESTED in detail.label else 0


def odd_signers(paper: Paper) -> Iterator[str]:
    """Find who signs, or was chosen to, and was not there."""
    signing = paper.signing
    signers = [signer.name for signer in (signing.signers if signing else ()) if signer.name]
    chosen = [name for detail in details_in(paper, Role.SIGNERS) for name in _named(detail)]
    there = {name for detail in details_in(paper, *_THERE) for name in _named(detail)}
    known = any(_named(detail) for detail in details_in(paper, Role.PARTICIPANTS))
    away = {name for detail in details_in(paper, Role.ABSENT) for name in _named(detail)}
    for name in dict.fromkeys(map(plain, [*signers, *chosen])):
        if is_among(name, away) or (known and not is_among(name, there)):
            yield f"{name} signs, and was not present"


def few_signers(least: int) -> Callable[[Paper], Iterator[str]]:
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
    names = [name for d in details_in(paper, Role.PARTICIPANTS) for name in _named(d)]
    signers = [plain(signer.name) for signer in paper.signing.signers if signer.name]
    lines = len(paper.signing.signers) - len(signers)
    without = [name for name in names if not is_among(name, signers)]
    if len(without) > lines:  # a line to sign on is for one of them
        were = "was" if len(without) == 1 else "were"
        yield f"{'、'.join(without)} {were} present, and not among those who sign"


def unnamed_means(paper: Paper) -> Iterator[str]:
    """Find people who took part from elsewhere, where the paper does not say by what means."""
    online = [name for d in details_in(paper, Role.ONLINE) for name in _named(d) or d.lines]
    online += [
        name
        for detail in details_in(paper, Role.PARTICIPANTS)
        if isinstance(detail.value, People)
        for name in detail.value.names
        if _ELSEWHERE.search(name)
    ]
    if online and not any(map(_MEANS.search, texts_of(blocks_in(paper)))):
        yield f"{online[0]} took part from elsewhere; by what means is not said"


_ELSEWHERE = re.compile(r"オンライン|リモート|遠隔|別会場")
_MEANS = re.compile(
    r"電話|(?:テレビ|ウェブ|Ｗｅｂ|Web|WEB|ビデオ|ＴＶ|TV)会議|Zoom|ZOOM|Ｚｏｏｍ|Teams|Webex|Meet"
)

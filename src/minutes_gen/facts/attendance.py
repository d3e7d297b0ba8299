"""Who was there (出席), and how many.

Counted as present is who came: members, 監事 and 事務局 in a list of those present alike; not 欠席,
傍聴者 or オブザーバー, nor who sent a 委任状. A number that the paper states goes before names that
are counted.


>>> from minutes_gen.session import Detail, Session
>>> named = Detail("出席", "橋野 奈良（オンライン） 瀬島（欠）")
>>> came = Session(details=[named, Detail("定足数", "2名")]).attendance
>>> [person.name for person in came.present], [person.name for person in came.absent]
(['橋野', '奈良'], ['瀬島'])
>>> came.online, came.count, came.quorum, came.is_quorate
((Person(name='奈良', note='オンライン'),), 2, 2, True)
"""

import re

from attrs import field, frozen

from minutes_gen.facts._counts import SUM, Counts, counts_alone, counts_in, others, without_votes
from minutes_gen.facts._counts import came as told_in
from minutes_gen.facts._lines import Kind
from minutes_gen.facts._listed import Listed, People, listed, lists_of, split_people
from minutes_gen.facts._names import NOBODY, Person, is_among
from minutes_gen.facts._page import Page, page_of
from minutes_gen.model._people import split_names
from minutes_gen.model.paper import Paper
from minutes_gen.model.roles import Role

Group = tuple[Person, ...]

__all__ = ["Attendance", "Person"]


@frozen
class Attendance:
    """Who was there, and how many.

    present    those who came, in person or online, for all of it or not
    absent     those who did not (欠席)
    late       of those present, who came late (遅刻), `early` who left early (早退), and `online`
               who took part from elsewhere
    observers  傍聴者
    count      how many the paper counts as present; without a number, how many it names
    proxies    委任状, and `written` 書面表決, by their number
    total      how many have a vote (総数), and `quorum` how many of them must be there (定足数)
    voters     how many of those present have a vote (監事 have none), with 委任状 and 書面表決

    >>> from minutes_gen.session import Detail, Session
    >>> details = Detail("出席者", "橋野"), Detail("欠席者", "奈良"), Detail("定足数", "2名")
    >>> came = Session(details=details).attendance
    >>> [person.name for person in came.everybody], came.is_quorate
    (['橋野', '奈良'], False)
    """

    present: Group = ()
    absent: Group = ()
    late: Group = ()
    early: Group = ()
    online: Group = ()
    observers: Group = ()
    count: int | None = None
    proxies: int | None = None
    written: int | None = None
    total: int | None = None
    quorum: int | None = None
    voters: int | None = field()

    @voters.default
    def _all_may_vote(self) -> int | None:
        return (
            None if self.count is None else self.count + (self.proxies or 0) + (self.written or 0)
        )

    @property
    def is_quorate(self) -> bool | None:
        """Whether as many voters were there as must be; None where the paper does not say."""
        if self.voters is None or self.quorum is None:
            return None
        return self.voters >= self.quorum

    @property
    def everybody(self) -> Group:
        """All who are named, each once."""
        return tuple(dict.fromkeys(self.present + self.absent + self.observers))


# What a note says of the one it stands behind.
_NOTES = {
    Role.ABSENT: re.compile("欠席?"),
    Role.ONLINE: re.compile("オンライン|リモート|zoom|web|ウェブ|teams|meet", re.IGNORECASE),
    Role.LATE: re.compile(r"遅刻|遅参|途中(?:参加|出席|から)|[時分\d]\s*(?:から|より|～)"),
    Role.EARLY: re.compile(r"早退|途中(?:退席|退室|まで)|[時分\d]\s*まで"),
}
_COME = (Role.PARTICIPANTS, Role.ONLINE, Role.LATE, Role.EARLY)
_GROUPS = (*_COME, Role.ABSENT, Role.OBSERVERS)
_COUNTED = (Role.PROXIES, Role.WRITTEN, Role.TOTAL, Role.QUORUM)


def where_attended(paper: Paper) -> str:
    """Say where the first list or number of those who came stands; '' where there is none.

    >>> from minutes_gen.session import Detail, Session
    >>> where_attended(Session(details=[Detail("出席者", "橋野")]))
    'details[0]'
    """
    return next((people.path for people in paper.once(_lists)), "")


def _lists(paper: Paper) -> list[People]:
    return list(lists_of(paper.once(page_of), (*_GROUPS, *_COUNTED)))


def attendance_of(paper: Paper) -> Attendance:
    """Read who was there from the lists of a paper.

    >>> from minutes_gen.session import Detail, Session
    >>> attendance_of(Session(details=[Detail("出席者", "山田・鈴木・佐藤")])).count
    3
    """
    page = paper.once(page_of)
    groups: dict[Role, list[Person]] = {role: [] for role in _GROUPS}
    counts: Counts = {}
    came: list[Listed] = []
    every = paper.once(_lists)
    for people in every:
        role = people.role
        if role in _COUNTED:
            for text in people.texts:
                _put([one for one in counts_in(text, role) if one[0] in _COUNTED], counts)
            continue
        found = listed(people)
        came += [found] if role in _COME else []
        for person in found.people:
            _sort(person, role, groups)
        come = role in _COME  # 計2名 of those who are absent is no sum of those who came
        _put([one for one in found.counts if come or one[0] in _COUNTED], counts)
    for line in page.lines:
        if line.kind is Kind.TEXT and not line.labelled:
            _put(counts_alone(line.text), counts)
    return _attendance(page, groups, counts, came, every)


def _told(page: Page) -> int | None:
    """Say how many came, as the sentences at the beginning tell; None where they differ."""
    kinds = {Kind.TEXT, Kind.BULLET, Kind.DETAIL}
    near = zip(page.lines[:_NEAR], page.ahead, strict=False)
    texts = (line.text[:_LONGEST] for line, ahead in near if line.kind in kinds and not ahead)
    numbers = {number for text in texts if (number := told_in(text)) is not None}
    return numbers.pop() if len(numbers) == 1 else None


_NEAR, _LONGEST = 40, 300


def _inline(page: Page) -> int | None:
    """Say how many came where the line of the title says that, too: 参加者：橋野ほか4名."""
    for line in page.lines[:_FIRST]:
        match = _CAME.search(line.text[:_LONGEST]) if not line.labelled else None
        if match and (rest := others(match[1])):
            return len(split_people(rest[0].removesuffix("と")) or ()) + rest[1]
    return None


_FIRST = 3
_CAME = re.compile(r"(?:参加|出席)者?\s*[:：]\s*(.{1,60})")


def _attendance(
    page: Page,
    groups: dict[Role, list[Person]],
    counts: Counts,
    came: list[Listed],
    every: list[People],
) -> Attendance:
    come = {person.name: person for role in _COME for person in groups[role]}
    present = tuple(come.values())
    count = _inline(page)
    if count is None:
        count = _count(came, counts, len(present))
    if count is None and not any(one.unsure for one in came):
        count = _told(page)
    return Attendance(
        present=present,
        absent=tuple(groups[Role.ABSENT]),
        late=tuple(groups[Role.LATE]),
        early=tuple(groups[Role.EARLY]),
        online=tuple(groups[Role.ONLINE]),
        observers=tuple(groups[Role.OBSERVERS]),
        count=count,
        proxies=counts.get(Role.PROXIES),
        written=counts.get(Role.WRITTEN),
        total=_total(every, counts),
        quorum=counts.get(Role.QUORUM),
        voters=_voters(every, came, present, count or 0, counts),
    )


def _count(came: list[Listed], counts: Counts, named: int) -> int | None:
    """Count who came: what is stated of all, else what is stated or named of each kind."""
    if SUM in counts:
        return counts[SUM]
    whole = [one for one in came if one.whole]
    stated = [one.number for one in whole if one.number is not None]
    if stated:
        return stated[0]
    parts = [one for one in came if not one.whole]
    if members := [one.number for one in parts if one.number and _MEMBERS.search(one.label)]:
        return members[0]
    if any(one.number is not None for one in parts) and not whole:
        return sum(one.number if one.number is not None else len(one.people) for one in parts)
    if any(one.unsure for one in came):
        return None
    return counts.get(Role.PARTICIPANTS, named or None)


# Of a general meeting the members are counted, and not its officers beside them.
_MEMBERS = re.compile("会員|社員|代議員|評議員|議員|組合員")

# Who is there without a vote: 監事, 監査役.
_NO_VOTE = "監"
_WITHIN = re.compile("うち|計|含")


def _voters(
    every: list[People], came: list[Listed], present: Group, count: int, counts: Counts
) -> int | None:
    """Count those present who may vote, and those counted in (書面表決, 委任).

    The larger of what the paper counts (出席者数) and whom it names; None where it says neither.
    """
    if SUM in counts:
        return count
    come = [one for one in came if one.role is Role.PARTICIPANTS]
    if not every:
        return count or None
    voting = [one for one in come if _NO_VOTE not in one.label]
    counted = [one for one in voting if not one.people or one.number is not None]
    without = {person.name for one in come for person in one.people}
    without -= {person.name for one in voting for person in one.people}
    named = [person for person in present if not is_among(person.name, without)]
    number = count - sum(one.number or 0 for one in come if _NO_VOTE in one.label)
    here = max(number if counted else 0, len(named))
    if any(_WITHIN.search(text) for one in counted for text in one.texts) or not here:
        return here or None
    numbers = counts.get(Role.PROXIES, 0) + counts.get(Role.WRITTEN, 0)
    lists = (p for p in every if p.role in {Role.WRITTEN, Role.PROXIES})
    names = (p.texts for p in lists if p.texts and not _DIGIT.search(p.texts[0]))
    return here + numbers + sum(len(split_names(t)) for ts in names for t in ts if t not in NOBODY)


_DIGIT = re.compile(r"\d")


def _total(every: list[People], counts: Counts) -> int | None:
    """Say how many have a vote: of 役員総数：10名（理事7名、監事3名） they are 7."""
    total = counts.get(Role.TOTAL)
    for text in (text for people in every if people.role is Role.TOTAL for text in people.texts):
        for number in without_votes(text, _NO_VOTE):
            if total is not None and number < total:
                total -= number
    return total


def _sort(person: Person, role: Role, groups: dict[Role, list[Person]]) -> None:
    """Put a person where the label, and the note behind the name, say."""
    said = {other for other, words in _NOTES.items() if words.search(person.note or "")}
    places = {role} | said if role in _COME else {role}
    if Role.ABSENT in places:
        places = {Role.ABSENT}
    for place in places:
        groups[place].append(person)


def _put(found: "list[tuple[Role | str, int]]", counts: Counts) -> None:
    for kind, number in found:
        counts.setdefault(kind, number)

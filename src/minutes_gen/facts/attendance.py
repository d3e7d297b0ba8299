"""Who was there (出席): read from the details of a paper, which keep their words.

>>> named = Detail("出席", "橋野 奈良（オンライン） 瀬島（欠）")
>>> came = attendance([named, Detail("定足数", "2名")])
>>> [person.name for person in came.present], [person.name for person in came.absent]
(['橋野', '奈良'], ['瀬島'])
>>> came.online, came.count, came.quorum, came.is_quorate
((Person(name='奈良', note='オンライン'),), 2, 2, True)
"""

import re
from collections.abc import Iterable, Iterator

from attrs import evolve, field, frozen

from minutes_gen.facts._names import NOBODY, is_among, named_in
from minutes_gen.model._blocks import Block, Paragraph
from minutes_gen.model._detail import Detail
from minutes_gen.model._people import People
from minutes_gen.model.roles import Role


@frozen
class Person:
    """One of those named, and what stands in brackets behind the name.

    >>> Person("奈良", "オンライン").note
    'オンライン'
    """

    name: str
    note: str | None = None


Group = tuple[Person, ...]


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

    >>> details = Detail("出席者", "橋野"), Detail("欠席者", "奈良"), Detail("定足数", "2名")
    >>> came = attendance(details)
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


_NOTED = re.compile(r"(.*?)\s*[（(]([^（）()]*)[）)]", re.DOTALL)
# A note on the list, and on nobody.
_OF_THE_LIST = re.compile(r"[（(][^（）()]*(?:敬称略|順不同|五十音順)[^（）()]*[）)]")
# What a note says of the one it stands behind.
_NOTES = {
    Role.ABSENT: re.compile("欠席?"),
    Role.ONLINE: re.compile("オンライン|リモート|zoom|web|ウェブ|teams|meet", re.IGNORECASE),
    Role.LATE: re.compile(r"遅刻|遅参|途中(?:参加|出席|から)|[時分\d]\s*(?:から|より|～)"),
    Role.EARLY: re.compile(r"早退|途中(?:退席|退室|まで)|[時分\d]\s*まで"),
}
_COME = (Role.PARTICIPANTS, Role.ONLINE, Role.LATE, Role.EARLY)

# A number of people and the word before it: 出席43, うち書面表決者20名. Not 2分の1. Without bounds
# the words of a long line would be sought from each of its characters.
_COUNT = re.compile(
    r"([^\d、，,。（）()／/\s：:]{0,16})[\s：:]{0,16}(\d{1,3}(?:[,，]\d{3})+|\d{1,9})"
    r"(?!\s*分の|[,，]?\d)\s*[名人通票]?"
)
_BETWEEN = re.compile(r"[、，,。（）()／/\s]*")
_SUM = "sum"
_WORDS: dict[str, Role | str] = {
    "書面": Role.WRITTEN,
    "議決権行使": Role.WRITTEN,
    "委任": Role.PROXIES,
    "総数": Role.TOTAL,
    "定足数": Role.QUORUM,
    "計": _SUM,
    "出席": Role.PARTICIPANTS,
    "参加": Role.PARTICIPANTS,
}
_COUNTED = (Role.PROXIES, Role.WRITTEN, Role.TOTAL, Role.QUORUM)
Counts = dict[Role | str, int]


def attendance(blocks: Iterable[Block]) -> Attendance:
    """Read who was there from the details among these blocks, and from lines of counts alone.

    >>> attendance([Detail("出席者数", "63人（うち委任状18人）")]).proxies
    18
    """
    groups: dict[Role, list[Person]] = {role: [] for role in (*_COME, Role.ABSENT, Role.OBSERVERS)}
    counts: Counts = {}
    details = []
    for block in blocks:
        if isinstance(block, Detail):
            details.append(block)
        match block:
            case Detail(role=role, value=People(names)) if role in groups:
                for person in _people(names):
                    if person.name not in NOBODY:
                        _sort(person, role, groups)
            case Detail(role=role) if role in groups or role in _COUNTED:
                for line in block.lines:
                    _put(_counts(line, role), counts)
            case Paragraph(text):
                _put(_counts_alone(text), counts)
    come = {person.name: person for role in _COME for person in groups[role]}
    group = {role: tuple(people) for role, people in groups.items()}
    present = tuple(come.values())
    count = counts.get(_SUM, counts.get(Role.PARTICIPANTS, len(come) or None))
    return Attendance(
        present=present,
        absent=group[Role.ABSENT],
        late=group[Role.LATE],
        early=group[Role.EARLY],
        online=group[Role.ONLINE],
        observers=group[Role.OBSERVERS],
        count=count,
        proxies=counts.get(Role.PROXIES),
        written=counts.get(Role.WRITTEN),
        total=_total(details, counts),
        quorum=counts.get(Role.QUORUM),
        voters=_voters(details, present, count or 0, counts),
    )


# Who is there without a vote: 監事, 監査役.
_NO_VOTE = "監"
_WITHIN = re.compile("うち|計|含")


def _voters(details: list[Detail], present: Group, count: int, counts: Counts) -> int | None:
    """Count those present who may vote, and those counted in (書面表決, 委任).

    The larger of what the paper counts (出席者数) and whom it names; None where it says neither.
    """
    if _SUM in counts:
        return count
    come = [detail for detail in details if detail.role is Role.PARTICIPANTS]
    voting = [detail for detail in come if _NO_VOTE not in detail.label]
    counted = [detail for detail in voting if not detail.names]
    without = {name for detail in come for name in detail.names}
    without -= {name for detail in voting for name in detail.names}
    named = [person for person in present if not is_among(person.name, without)]
    came = max(count if counted else 0, len(named))
    if any(_WITHIN.search(line) for detail in counted for line in detail.lines) or not came:
        return came or None
    numbers = counts.get(Role.PROXIES, 0) + counts.get(Role.WRITTEN, 0)
    listed = (d for d in details if d.role in {Role.WRITTEN, Role.PROXIES})
    return came + numbers + sum(named_in(d) for d in listed if not _DIGIT.search(d.lines[0]))


_DIGIT = re.compile(r"\d")


def _total(details: list[Detail], counts: Counts) -> int | None:
    """Say how many have a vote: of 役員総数：10名（理事7名、監事3名） they are 7."""
    lines = (line for d in details if d.role is Role.TOTAL for line in d.lines)
    total = counts.get(Role.TOTAL)
    for match in (match for line in lines for match in _COUNT.finditer(line)):
        if total is not None and _NO_VOTE in match[1] and _number(match) < total:
            total -= _number(match)
    return total


def _number(count: re.Match[str]) -> int:
    return int(re.sub("[,，]", "", count[2]))


def _people(names: Iterable[str]) -> list[Person]:
    """Part each name from its note; a note behind a space belongs to the name before it."""
    found: list[Person] = []
    for name in names:
        own = _OF_THE_LIST.sub("", name).strip()
        match = _NOTED.fullmatch(own)
        if match is None and own:
            found.append(Person(own))
        elif match and match[1]:
            found.append(Person(match[1], match[2]))
        elif match and found:
            found[-1] = evolve(found[-1], note=match[2])
    return found


def _sort(person: Person, role: Role, groups: dict[Role, list[Person]]) -> None:
    """Put a person where the label, and the note behind the name, say."""
    said = {other for other, words in _NOTES.items() if words.search(person.note or "")}
    places = {role} | said if role in _COME else {role}
    if Role.ABSENT in places:
        places = {Role.ABSENT}
    for place in places:
        groups[place].append(person)


def _put(found: Iterable[tuple[Role | str, int]], counts: Counts) -> None:
    for kind, number in found:
        counts.setdefault(kind, number)


def _counts(line: str, role: Role | None) -> Iterator[tuple[Role | str, int]]:
    """Read the counts of a line; the first is what its label says, where no word says that."""
    first: Role | str | None = role
    for match in _COUNT.finditer(line):
        word, number = match[1], _number(match)
        if word.startswith("分の"):
            continue
        kind = next((kind for part, kind in _WORDS.items() if part in word), first)
        first = None
        if kind:
            yield kind, number


def _counts_alone(line: str) -> list[tuple[Role | str, int]]:
    """Read a line that says nothing but counts: 出席43、委任状63、計106."""
    counts = list(_counts(line, None)) if any(map(str.isdecimal, line)) else []
    return counts if len(counts) > 1 and not _BETWEEN.sub("", _COUNT.sub("", line)) else []

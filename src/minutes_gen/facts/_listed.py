"""Lists of people (出席者名簿): which lines are one, and whom or how many it names.

Names are parted by 、 or ・, by spaces or by lines; a part may be a number (監事2名), a name with
its office (委員長　橋野太郎) or a note on the list. Where offices and names are parted by spaces
alone, nobody can tell how many they are: the list is `unsure`.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from attrs import evolve

from minutes_gen.facts._counts import SUM, counts_in, numbered_part, others, stated, subtotal
from minutes_gen.facts._lines import Kind, Line, below, is_empty
from minutes_gen.facts._names import NOBODY, Person
from minutes_gen.facts._page import Page
from minutes_gen.model._head_forms import is_office
from minutes_gen.model._people import split_names
from minutes_gen.model.roles import Role


class People(NamedTuple):
    """The lines of a list: its label, and the texts behind and below it."""

    role: Role
    label: str
    texts: tuple[str, ...]
    path: str
    alone: bool  # its label stands alone, so that each line below may be one name


class Listed(NamedTuple):
    """Whom a list names, how many it states, and what else it counts.

    `whole` says that the label is for all who came (出席者), and not for a kind of them (出席監事).
    """

    role: Role
    label: str
    texts: tuple[str, ...]
    people: tuple[Person, ...]
    number: int | None
    whole: bool
    unsure: bool
    counts: "list[tuple[Role | str, int]]"


_MOST_LINES = 60
_STOP = re.compile("[。｡]")
_LONGEST = 90  # characters; what is longer is a sentence
_OPEN = ("、", "，", ",", "､", "・", "･")
# A line that goes on with the office of the next one: 委　員　橋野太郎.
_OFFICE_FIRST = re.compile(r"(?:委\s*員|理\s*事|監\s*事|書\s*記|会\s*計|幹\s*事|\S{0,5}長)[\s　]")
_KIND = re.compile(
    r"(?:出席|参加)(?:の)?(?:理事|監事|委員|取締役|監査役|議員|役員|会員|正会員|評議員|代議員|社員)"
)


def lists_of(page: Page, roles: Collection[Role]) -> Iterator[People]:
    """Go through the lists of a paper, but for those that tell of another meeting.

    A label that stands there a second time, alone on its line, begins the list of another meeting.
    """
    alone: set[str] = set()
    for index, line in enumerate(page.lines):
        if line.role is Role.PARTICIPANTS and not line.value:
            if line.label in alone:
                return
            alone.add(line.label)
        if line.role is None or line.role not in roles or page.ahead[index]:
            continue
        texts = tuple(_texts(page.lines, index))
        if texts:
            yield People(line.role, line.label, texts, line.path, alone=not line.value)


def _texts(lines: tuple[Line, ...], index: int) -> Iterator[str]:
    line = lines[index]
    last = line.value
    if last:
        yield last
    heads = line.kind is Kind.HEADING or bool(line.mark)
    for under in below(lines, index, _MOST_LINES):
        belongs = under.kind is Kind.VALUE or not line.value or last.endswith(_OPEN)
        belongs = belongs or (not under.mark and _OFFICE_FIRST.match(under.text) is not None)
        if is_empty(under):
            continue
        if not (belongs or heads) or _STOP.search(under.text) or len(under.text) > _LONGEST:
            break
        if under.kind is Kind.VOTE or (under.labelled and not under.value):
            break
        if under.labelled and under.role is not line.role:
            continue
        last = under.body
        yield last


def listed(people: People) -> Listed:
    """Read a list."""
    found: list[Person] = []
    subtotals = [number for text in people.texts if (number := subtotal(text)) is not None]
    count = sum(subtotals) if len(subtotals) > 1 else None
    unsure = False
    counts: list[tuple[Role | str, int]] = []
    for text in people.texts:
        said = stated(text)
        if said is not None and count is None:
            count = said
        if (rest := others(text)) and count is None:
            names = split_people(rest[0]) or ()
            found += _people(names)
            count = len(names) + rest[1]
            continue
        if _NUMBERED.search(_ASIDE.sub("", text)) or _COUNTED.search(text):
            summed = _summed(text)
            if summed is None:
                found_here = counts_in(text, people.role)
                counts += [one for one in found_here if one[0] != SUM or len(subtotals) < 2]
            elif count is None:
                count = summed
            continue
        if _ELSEWHERE.search(text):
            continue
        split = split_people(_without_office(text), lines=people.alone)
        unsure = unsure or split is None
        found += _people(split or ())
    known = tuple(person for person in found if person.name not in NOBODY)
    whole = _KIND.match(people.label) is None
    return Listed(people.role, people.label, people.texts, known, count, whole, unsure, counts)


_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
_NUMBERED = re.compile(r"\d")
_COUNTED = re.compile(r"\d\s*[名人]|[一二三四五六七八九十]\s*名")
# What stands where the names are elsewhere, and nobody is called so.
_ELSEWHERE = re.compile(r"記載|別紙|別添|省略|名簿|参照|(?:とおり|通り)$")
_SEPARATORS = re.compile(r"[、，,､]")
_DOT = re.compile(r"(?<![ァ-ヶー])[・･]|[・･](?![ァ-ヶ])")
_LABEL = re.compile(r"^[^\s：:、，,（()）]{1,12}[：:]\s*")


def _summed(text: str) -> int | None:
    """Add the parts of a list of numbers: 理事長，理事16名，監事2名 are 18; None for another."""
    if _WORDS.search(text):
        return None
    parts = [part for part in _SEPARATORS.split(_ASIDE.sub("", text)) if part.strip()]
    come = [numbered_part(part) for part in parts if not _APART.search(part)]
    if len(parts) < 2 or not any(come):
        return None
    return sum(1 if number is None else number for number in come)


_APART = re.compile("オブザーバ|傍聴|欠席")
_WORDS = re.compile("委任|書面|計|総数|定足|うち|出席|参加")


def split_people(text: str, *, lines: bool = False) -> tuple[str, ...] | None:
    """Split names at 、, at ・ or at spaces; None where offices and names cannot be told apart.

    With `lines` each line is one list of its own: two short words there are one name.

    >>> split_people("橋野・出口・奈良"), split_people("ジョン・スミス")
    (('橋野', '出口', '奈良'), ('ジョン・スミス',))
    >>> split_people("橋野　太郎", lines=True)
    ('橋野\u3000太郎',)
    """
    text = text.strip().lstrip("＋+").strip().rstrip("、，,､・･").strip()
    if not text:
        return ()
    outside = _ASIDE.sub("", text)
    if _SEPARATORS.search(outside):
        return _with_groups(split_names(text))
    if _DOT.search(outside):
        return tuple(filter(None, (part.strip() for part in _at_dots(text))))
    words = _office_joined(split_names(text))
    if len(words) > 1 and any(_is_office(word) for word in words):
        return _with_offices(words)
    single = [word for word in words if len(word) == 1]
    if len(single) > 1:
        return (text,) if len(words) <= _SPACED_NAME else None
    if lines and len(words) == 2 and all(len(word) <= 3 for word in words):
        return (text,)
    return words


def _with_groups(names: tuple[str, ...]) -> tuple[str, ...] | None:
    """Part 鈴木・佐々木各班長 among names; None where ・ may stand within the name of an office."""
    found: list[str] = []
    for name in names:
        if not _DOT.search(_ASIDE.sub("", name)):
            found.append(name)
        elif match := _EACH.fullmatch(name):
            found += filter(None, (part.strip() for part in _at_dots(match[1])))
        else:
            return None
    return tuple(found)


_EACH = re.compile(r"(.+?)各\S{1,8}")


def _office_joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """Join an office that is spread at the beginning: 委　員　橋野."""
    for count in (3, 2):
        office = "".join(words[:count])
        if len(words) > count and len(office) == count and _is_office(office):
            return (office, *words[count:])
    return words


_SPACED_NAME = 5  # 石　田　春　男 is one name of four characters


def _at_dots(text: str) -> Iterator[str]:
    """Part a text at ・ outside of brackets, but not within a foreign name."""
    asides = [match.span() for match in _ASIDE.finditer(text)]
    start = aside = 0
    for match in _DOT.finditer(text):
        while aside < len(asides) and asides[aside][1] <= match.start():
            aside += 1
        if aside < len(asides) and asides[aside][0] < match.start():
            continue
        yield text[start : match.start()]
        start = match.end()
    yield text[start:]


_OFFICES = frozenset(
    "委員 顧問 書記 会計 監事 幹事 理事 役員 議員 会員 事務局 司会 参与 相談役 監査役 取締役 \
班長 主任 係 部員 事務委員 副".split()
)


def _is_office(word: str) -> bool:
    return word in _OFFICES or is_office(word)


def _with_offices(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Take 委員長　橋野　太郎 for one person; None for several offices, or many words."""
    offices = [word for word in words if _is_office(word)]
    if len(offices) == 1 and _is_office(words[0]) and len(words) <= 3:
        return ("　".join(words),)
    return None


def _without_office(text: str) -> str:
    """Take the label from the names behind it: 会計：橋野太郎."""
    match = _LABEL.match(text)
    return text[match.end() :] if match else text


_NOTED = re.compile(r"(.*?)\s*[（(]([^（）()]*)[）)]", re.DOTALL)
# A note on the list, and on nobody.
_OF_THE_LIST = re.compile(r"[（(][^（）()]*(?:敬称略|順不同|五十音順|以上)[^（）()]*[）)]")


def _people(names: Collection[str]) -> list[Person]:
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

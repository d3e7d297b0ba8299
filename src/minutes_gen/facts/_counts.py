"""How many (人数): the numbers that a line states, and what each of them counts.

>>> counts_in("85名（うち書面表決者20名）", Role.PARTICIPANTS)
[(<Role.PARTICIPANTS: 'participants'>, 85), (<Role.WRITTEN: 'written'>, 20)]
>>> stated("8ヶ国十二名"), stated("理事18人中　5人"), stated("理事16名，監事2名")
(12, 5, None)
"""

import re
from collections.abc import Iterator

from minutes_gen.errors import NumberingError
from minutes_gen.facts._text import flat
from minutes_gen.model.roles import Role
from minutes_gen.numbering.numerals import SYSTEMS

# A number of people and the word before it: 出席43, うち書面表決者20名. Not 2分の1. Without bounds
# the words of a long line would be sought from each of its characters.
_COUNT = re.compile(
    r"([^\d、，,。（）()／/\s：:]{0,16})[\s：:]{0,16}(\d{1,3}(?:[,，]\d{3})+|\d{1,9})"
    r"(?!\s*分の|[,，]?\d)\s*[名人通票]?"
)
_BETWEEN = re.compile(r"[、，,。（）()／/\s]*")
SUM = "sum"
_WORDS: dict[str, Role | str] = {
    "書面": Role.WRITTEN,
    "議決権行使": Role.WRITTEN,
    "委任": Role.PROXIES,
    "総数": Role.TOTAL,
    "定足数": Role.QUORUM,
    "計": SUM,
    "出席": Role.PARTICIPANTS,
    "参加": Role.PARTICIPANTS,
}
Counts = dict[Role | str, int]


def counts_in(line: str, role: Role | None) -> list[tuple[Role | str, int]]:
    """List the counts of a line; the first is what its label says, where no word says that."""
    return list(_counts(line, role))


def _counts(line: str, role: Role | None) -> Iterator[tuple[Role | str, int]]:
    first: Role | str | None = role
    for match in _COUNT.finditer(line):
        if match[1].startswith("分の"):
            continue
        word = match[1].replace("会計", "")  # an office, and no sum
        kind = next((kind for part, kind in _WORDS.items() if part in word), first)
        first = None
        if kind:
            yield kind, _number(match[2])


def counts_alone(line: str) -> list[tuple[Role | str, int]]:
    """Read a line that says nothing but counts: 出席43、委任状63、計106."""
    counts = counts_in(line, None) if any(map(str.isdecimal, line)) else []
    return counts if len(counts) > 1 and not _BETWEEN.sub("", _COUNT.sub("", line)) else []


def without_votes(line: str, word: str) -> list[int]:
    """List the numbers behind a word: of 理事7名、監事3名 and 監 it is 3."""
    return [_number(match[2]) for match in _COUNT.finditer(line) if word in match[1]]


def _number(digits: str) -> int:
    return int(re.sub("[,，]", "", digits))


_KANJI = re.compile(
    r"(?<![一二三四五六七八九十百千])([一二三四五六七八九十百千]{1,7})(?=\s*[名人](?!月|気|事|間|的|称))"
)


def with_digits(text: str) -> str:
    """Write the kanji numbers of people in digits.

    >>> with_digits("会員二十三名")
    '会員23名'
    """
    return _KANJI.sub(_digits, text) if "名" in text or "人" in text else text


def _digits(match: re.Match[str]) -> str:
    try:
        return str(SYSTEMS["kanji"].parse(match[1]))
    except NumberingError:  # 二一名
        return match[1]


_PEOPLE = r"(\d{1,3}(?:,\d{3})+|\d{1,6})\s*[名人](?!月|気|事|間|的|称)"
_SUMS = re.compile(rf"(?:合計|総計|総勢|計|以上|延べ)\s*:?\s*{_PEOPLE}")
_OF = re.compile(rf"{_PEOPLE}\s*(?:中|のうち)[\s,、]*[^\d]{{0,8}}?{_PEOPLE}")
_FIRST = re.compile(rf"\(?\s*(?:\d{{1,3}}\s*[ヶカか箇]国)?\s*{_PEOPLE}\s*\)?(?=$|[\s(,、。])")
_BEHIND = re.compile(rf"\(\s*{_PEOPLE}\s*\)\s*$")
_OTHERS = re.compile(rf"(?:ほか|他|外)\s*{_PEOPLE}")


def stated(text: str) -> int | None:
    """Say how many a text of a list says that they are; None where it does not."""
    line = with_digits(flat(text))
    if sums := _SUMS.findall(line):
        return _number(sums[-1])
    if match := _OF.search(line):
        return _number(match[2])
    if match := _FIRST.match(line) or _BEHIND.search(line):
        return _number(match[1])
    return None


_CAME = re.compile(
    rf"(?:出席|参加)(?:した)?(?:者|人数|委員|会員|理事)?(?:数|総数)?(?:は|が|、|:|\s)*\D{{0,4}}?{_PEOPLE}"
    rf"|(?:集まった|来た|参加した|出席した)のは[^。]{{0,80}}?の?{_PEOPLE}(?:です|でした|だった|である)"
    rf"|{_PEOPLE}\D{{0,6}}?(?:が|の)(?:ご)?(?:出席|参加)(?:し|者|を|が|に|で|の)"
)
_NOT_CAME = re.compile("前回|次回|予定|募集|定員|欠席|申し?込|以内|まで|委任")


def came(text: str) -> int | None:
    """Say how many came, as a sentence tells: 27名が出席した; None for another text.

    >>> came("班代表ら27名が出席しました。"), came("定員は27名です。")
    (27, None)
    """
    if not any(word in text for word in ("出席", "参加", "集まった", "来た")):
        return None
    line = with_digits(flat(text))
    if "出席" in line and (match := _OF.search(line)):
        return _number(match[2])
    match = _CAME.search(line)
    if match is None or _NOT_CAME.search(line[: match.end()]):
        return None
    return _number(next(filter(None, match.groups())))


def others(text: str) -> tuple[str, int] | None:
    """Part 山田会長ほか12名 into who is named, and how many more; None for another text.

    >>> others("山田会長ほか12名")
    ('山田会長', 12)
    """
    line = with_digits(flat(text))
    match = _OTHERS.search(line)
    return (line[: match.start()], _number(match[1])) if match else None


_PART = re.compile(rf"(.{{0,20}}?)\s*{_PEOPLE}\s*(?:\(.*\))?$")


_PART_SUM = re.compile(rf"\(計\s*{_PEOPLE}\)\s*$")


def subtotal(text: str) -> int | None:
    """Say how many one line of a list says that its own are: （計 10 名） at its end.

    >>> subtotal("橋野、出口（計 2 名）")
    2
    """
    match = _PART_SUM.search(with_digits(flat(text)))
    return _number(match[1]) if match else None


def numbered_part(text: str) -> int | None:
    """Say how many a part of a list counts: 監事2名; None for a name.

    >>> numbered_part("監事2名"), numbered_part("理事長")
    (2, None)
    """
    match = _PART.fullmatch(with_digits(flat(text)).strip())
    return _number(match[2]) if match else None

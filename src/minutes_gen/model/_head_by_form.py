"""The head and the foot of a letter by the forms of their lines: which line is what.

>>> from minutes_gen.model._looks import look_at
>>> lines = [HeadLine(look_at(text)) for text in ("みどり会", "役員会議事録", "出席した。")]
>>> shape_of_head(lines)
(<Place.ISSUER: 'issuer'>, <Place.TITLE: 'title'>)
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from minutes_gen.model._head_forms import (
    LINES_ABOVE_NAME,
    has_signing_form,
    is_closing,
    is_contact,
    is_ki,
    is_officer,
)
from minutes_gen.model._looks import Look
from minutes_gen.model._marks import Kind
from minutes_gen.model._title_forms import Strength, is_open_day, is_organisation, title_strength


class Place(Enum):
    """What a line of a head is."""

    REFERENCE = "reference"
    ISSUED = "issued"
    ADDRESSEE = "addressees"
    ISSUER = "issuer"
    SIGNATORY = "signatory"
    TITLE = "title"
    REMARK = "remark"


class HeadLine(NamedTuple):
    """A line at the top or at the foot of a paper: its look, and where it stands.

    `aligned` says that it stands at the margin, or is centred or set right; `apart` that an empty
    line stands before it.
    """

    look: Look
    aligned: bool = True
    apart: bool = False


Lines = Sequence[HeadLine]
Shape = tuple[Place, ...]
MOST = 16  # lines of a head; what goes on for longer is no head
_ONCE = {Place.REFERENCE, Place.ISSUED, Place.ADDRESSEE, Place.ISSUER, Place.TITLE}


def shape_of_head(lines: Lines) -> Shape | None:
    r"""Say what each line of a head is, as far down as it goes.

    None where a line without a form stands before a title is found, one with `\` or a template's
    value alone: such a head is read by position.
    """
    run = _run(lines)
    at = _title_at(run)
    if at is None or title_strength(run[at].look.text) < Strength.STRONG:
        stop = len(run)
        if stop < min(len(lines), MOST) and lines[stop].aligned and is_formless(lines[stop].look):
            return None
    if at is None:
        return (Place.ISSUED,) if run and is_day(run[0].look) else ()
    above = _above(run[:at])
    below = _below(run[at + 1 :], above, run[at].look.text)
    return (*above, Place.TITLE, *below)


def shape_of_foot(lines: Lines, head: Iterable[Place]) -> Shape:
    """Say what the lines below the text are: the day of a letter, and who sends it.

    They stand apart from the text, in a paper with a title, whose head names no sender. Where none
    is among them, they are no foot.
    """
    used = set(head)
    if not lines or not lines[0].apart or Place.TITLE not in used:
        return ()
    shape = tuple(_parts(lines, used, _BELOW_TEXT))
    return shape if Place.ISSUER in shape else ()


def find_foot(lines: Lines, head: Iterable[Place]) -> int:
    """Find where the foot of a letter begins, which its last lines are: the first line of it."""
    begins, used = len(lines), tuple(head)
    for at in range(len(lines) - 1, max(len(lines) - MOST, 0), -1):
        if lines[at].apart and len(shape_of_foot(lines[at:], used)) == len(lines) - at:
            begins = at
    return begins


def is_formless(look: Look) -> bool:
    r"""Say whether a line has no form of its own: one with `\`, or nothing but template values."""
    return look.escaped or _VALUES.fullmatch(look.line) is not None


_VALUES = re.compile("[\ud800-\udfff\\s]+")  # the signs that stand for values


def is_day(look: Look) -> bool:
    """Say whether a line is the day of a paper, fixed or not."""
    return (
        look.mark.kind is Kind.PLAIN
        and not look.escaped
        and (is_open_day(look.text) or look.is_day)
    )


def is_remark(look: Look) -> bool:
    """Say whether a line on top of a paper can be neither title nor name: an address, 回覧."""
    if is_formless(look):
        return False
    text = look.text
    bracketed = text[0] in "（(" and text[-1] in "）)"
    return bracketed or is_contact(text) or "".join(text.split()) in _STAMPS


# What is set on top of a paper for those who pass it on.
_STAMPS = {"回覧", "回覧板", "掲示", "掲示板", "至急", "重要", "（案）", "案", "保存版", "取扱注意"}


def _run(lines: Lines) -> Lines:
    """Take the lines from the top that can stand in a head."""
    for index, line in enumerate(lines[:MOST]):
        if not _can_stand(line):
            return lines[:index]
    return lines[:MOST]


def _can_stand(line: HeadLine) -> bool:
    look = line.look
    if is_formless(look) or is_ki(look.line) or is_closing(look.line):
        return False
    if look.addresses:
        return True
    named = look.is_title or look.numbered is not None
    return line.aligned and (named or is_day(look) or is_contact(look.text))


def _title_at(run: Lines) -> int | None:
    """Find the title: the first line with the form of one, or the first that is nothing else."""
    known = {
        index: title_strength(line.look.text)
        for index, line in enumerate(run)
        if line.aligned and _can_be_title(line.look)
    }
    for least in (Strength.STRONG, Strength.WEAK):
        for index, strength in known.items():
            if strength >= least:
                return index
    names = [index for index in known if not is_organisation(run[index].look.text, body=True)]
    if names:
        return names[0]
    return next(iter(list(known)[:2][::-1]), None)


def _can_be_title(look: Look) -> bool:
    if look.numbered is not None:
        return True
    other = look.addresses or look.refers or is_day(look) or is_remark(look)
    return look.is_title and not other and not is_officer(look.text)


def _above(run: Lines) -> Shape:
    return tuple(_parts(run, {Place.TITLE}, _ABOVE_TITLE))


def _below(run: Lines, above: Shape, title: str) -> Shape:
    """Read on below the title as far as a letter's head goes on there.

    A day under the title is the letter's only where somebody is addressed or signs; else it may
    be the day of the meeting.
    """
    shape = tuple(_parts(run, {Place.TITLE, *above}, _BELOW_TITLE, title))
    letter = {Place.ADDRESSEE, Place.ISSUER} & {*above, *shape}
    return shape if letter else ()


_ABOVE_TITLE, _BELOW_TITLE, _BELOW_TEXT = range(3)


def _parts(run: Lines, used: set[Place], where: int, title: str = "") -> Iterator[Place]:
    """Say what each line is in its turn; where none can be told, the rest is the paper's text."""
    at = 0
    while at < len(run):
        found = _part(run, at, used, where)
        look = run[at].look
        sent = where == _BELOW_TEXT and Place.ISSUER in used and is_remark(look)
        if not found and (where == _ABOVE_TITLE or look.text == title or sent):
            found = (Place.REMARK,)
        if not found:
            return
        used.update(_ONCE.intersection(found))
        yield from found
        at += len(found)


def _part(run: Lines, at: int, used: set[Place], where: int) -> Shape:
    look = run[at].look
    if where == _ABOVE_TITLE and at == 0 and look.refers:
        return (Place.REFERENCE,)
    if is_day(look):
        return (Place.ISSUED,) if Place.ISSUED not in used else ()
    if Place.ADDRESSEE not in used and where != _BELOW_TEXT:
        count = _count_addressees(run[at:], above=LINES_ABOVE_NAME * (where == _ABOVE_TITLE))
        if count:
            return (Place.ADDRESSEE,) * count
    if Place.ISSUER not in used and _sends(run, at, where):
        return (Place.ISSUER, *(Place.SIGNATORY,) * _count_signatory(run[at:]))
    return ()


def _count_addressees(run: Lines, *, above: int) -> int:
    """Count the lines that address somebody, with those of an organisation right above a name."""
    count = 0
    for index, line in enumerate(run):
        if index - count > above or (line.apart and index > count):
            break
        if line.look.addresses:
            count = index + 1
        elif is_day(line.look) or line.look.numbered or is_remark(line.look):
            break
    return count


def _sends(run: Lines, at: int, where: int) -> bool:
    """Say whether a line names who sends the paper: an organisation, or 職名 and a name."""
    look = run[at].look
    if look.addresses or is_remark(look) or not look.is_name:
        return False
    signed = at + 1 < len(run) and has_signing_form(run[at + 1].look.text, look.text)
    if is_officer(look.text):
        return signed or " " in look.text or "\u3000" in look.text
    body = where == _ABOVE_TITLE or signed
    return is_organisation(look.text, body=body)


def _count_signatory(run: Lines) -> int:
    """Count the lines under the issuer that sign, with a few of another form above such a one."""
    signed = 0
    for index in range(1, len(run)):
        look = run[index].look
        far = index - signed > LINES_ABOVE_NAME + 1
        if far or look.addresses or is_day(look) or is_formless(look):
            break
        if has_signing_form(look.text, run[index - 1].look.text):
            signed = index
    return signed

"""Who said what (発言): the labels under headings that name one of those who were there."""

from collections.abc import Iterable

from attrs import frozen

from minutes_gen.facts._entries import all_sections, called_role
from minutes_gen.facts.attendance import attendance_of
from minutes_gen.model._blocks import descend
from minutes_gen.model._detail import Detail
from minutes_gen.model._head_forms import is_office
from minutes_gen.model._marks import LONGEST_LABEL
from minutes_gen.model.paper import Paper
from minutes_gen.model.roles import Role


@frozen
class Speech:
    """What somebody said (発言), and the title of the section it stands in.

    >>> Speech("金子", "会場は取れますか。", "会報").speaker
    '金子'
    """

    speaker: str
    text: str
    section: str


_HONORIFICS = ("", "さん", "氏", "様", "委員", "理事", "監事", "会長", "先生")
_OFFICE = "事務局"
# Under headings called so, a label is no speaker.
_ENTERED = (Role.ACTION, Role.DECISION, Role.PENDING, Role.MATERIALS, Role.NEXT)
_TALKS = (Role.CHAIR, Role.RECORDER, Role.PEOPLE)


def speeches_of(paper: Paper) -> tuple[tuple[Speech, Detail], ...]:
    """List who said what under the headings: 金子：会場は取れますか。.

    A label is a speaker where it names one of those who were there, or 議長 and the like; in a
    paper that names nobody, every label that is no known one.
    """
    names = {person.name for person in paper.once(attendance_of).everybody}
    for detail in paper.details:
        if detail.role in {*_TALKS, Role.SIGNERS}:
            names |= {detail.label, *detail.names}
    called = _called_by(names)
    return tuple(
        (Speech(block.label, "\n".join(block.lines), section.title), block)
        for section in all_sections(paper.sections)
        if called_role(section.title) not in _ENTERED
        for block in descend(section.blocks)
        if isinstance(block, Detail) and _speaks(block, names, called)
    )


def _speaks(detail: Detail, names: set[str], called: set[str]) -> bool:
    label = detail.label
    if detail.role is not None:
        return detail.role in _TALKS and not detail.names
    if names.issuperset(detail.lines):
        return False  # 特別利害関係取締役：丙田 says who it is
    if not names or label == _OFFICE or is_office(label):
        return True
    return any(label.removesuffix(end) in called for end in _HONORIFICS)


def _called_by(names: Iterable[str]) -> set[str]:
    """List what those of these names are called: the name, its parts, and how it begins."""
    called = set()
    for name in names:
        parts = name.split()
        called |= {*parts, "".join(parts)}
        called |= {name[:length] for length in range(2, min(len(name), LONGEST_LABEL) + 1)}
    return called

"""次回: the notice of the next session, from what a paper says of it.

>>> june = Session(
...     title="研修",
...     number=1,
...     details=[Detail("日時", date(2018, 6, 12)), Detail("場所", "事務室")],
...     sections=[Section("次回の予定", [Detail("日時", "平成30年7月")])],
... )
>>> july = follow_up(june)
>>> july.number, july.schedule, july.place, july.sections
(2, Schedule.fromisoformat('2018-07'), '事務室', ())
>>> [str(point) for point in open_points(july)]
['発行日: not given', '日時: 平成30年7月 names no day']
"""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from minutes_gen.errors import ModelError
from minutes_gen.roles import TOLD_BY_LABEL, Role
from minutes_gen.schedule import Schedule
from minutes_gen.session import Detail, Section, Session

NEXT = "次回"
# What is said anew for each session; all else is taken to stay as it is.
_OF_ONE_SESSION = {Role.SCHEDULE, Role.CONTENT, Role.MATERIALS}
# What the next session is called by where the paper has no label of its own for it.
_LABEL = {Role.SCHEDULE: "日時", Role.CONTENT: "内容", Role.MATERIALS: "参考資料"}
_LARGEST = 9999


def follow_up(session: Session, *, issued: date | None = None) -> Session:
    """Make the notice of the next session of what the section 次回 says.

    Title, issuer, addressees and signatory stay, 記 and what leads to it as well; the number goes
    up by one, the reference (文書番号) is left out, and there are no sections. 日時, 内容 (or
    研修, 議題 …) and 参考資料 are those that 次回 names; 場所, 参加者, 担当 and all else stay, but
    for what 次回 names anew. Nothing is invented: a month stays a month (see `open_points`). A
    paper without 次回 gives the same details without 日時. ModelError where nothing is left.

    >>> june = Session(title="研修", number=1, details=[Detail("次回", "平成30年7月10日（火）")])
    >>> july = follow_up(june, issued=date(2018, 7, 5))
    >>> july.number, july.schedule
    (2, Schedule.fromisoformat('2018-07-10'))
    """
    said = _said_of_next(session)
    kept = [detail for detail in session.details if NEXT not in detail.label]
    if not said:
        kept = [detail for detail in kept if detail.role is not Role.SCHEDULE]
    details = [detail.dated(session.issued) for detail in _merged(kept, said)]
    if not (session.title or issued or details or session.lead):
        raise ModelError("", "a paper with no title and no details tells nothing of a next one")
    ki = session.ki and bool(details)
    number = session.number + 1 if session.number and session.number < _LARGEST else None
    return Session(
        title=session.title,
        number=number,
        issued=issued,
        addressees=session.addressees,
        issuer=session.issuer,
        signatory=session.signatory,
        # 下記 leads to 記. Else the lead is kept where there would be nothing without it.
        lead=session.lead if ki or not (session.title or issued or details) else (),
        details=details,
        ki=ki,
    )


def _said_of_next(session: Session) -> tuple[Detail, ...]:
    """Find the details below the first heading that speaks of 次回, or else the detail 次回."""
    for section in _all(session.sections):
        details = tuple(block for block in section.blocks if isinstance(block, Detail))
        if NEXT in section.title and details:
            return details
    for detail in (*session.details, *session.notes):
        if isinstance(detail, Detail) and NEXT in detail.label:
            return (Detail(_LABEL[Role.SCHEDULE], detail.lines),)
    return ()


def _all(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.sections)


def _merged(kept: Iterable[Detail], said: tuple[Detail, ...]) -> Iterator[Detail]:
    """Put what is said of the next session in the places that the paper has for it."""
    rest = list(said)
    for detail in kept:
        answer = next((new for new in rest if _is_same(detail, new)), None)
        if answer is not None:
            rest.remove(answer)
            yield answer.called(detail.label)
        elif not said or detail.role not in _OF_ONE_SESSION:
            yield detail
    for detail in rest:
        yield detail.called(_LABEL.get(detail.role, detail.label) if detail.role else detail.label)


def _is_same(detail: Detail, new: Detail) -> bool:
    alike = detail.role is not None and detail.role not in TOLD_BY_LABEL
    return detail.label == new.label or (alike and detail.role is new.role)


@frozen
class OpenPoint:
    """What a notice leaves to be filled in: the value and what there is of it.

    >>> str(OpenPoint("日時", "not given"))
    '日時: not given'
    """

    name: str
    problem: str

    def __str__(self) -> str:
        return f"{self.name}: {self.problem}"


def open_points(session: Session, after: Session | None = None) -> tuple[OpenPoint, ...]:
    """List what is to be filled in before a notice can go out: 発行日, and the day of 日時.

    A paper that follows one with a 文書番号 wants its own.

    >>> [point.name for point in open_points(Session(title="研修"))]
    ['発行日', '日時']
    """
    points = [] if session.issued else [OpenPoint("発行日", "not given")]
    if after is not None and after.reference and not session.reference:
        points.append(OpenPoint("文書番号", "not given"))
    detail = session.detail(Role.SCHEDULE)
    if detail is None:
        points.append(OpenPoint("日時", "not given"))
    elif not (isinstance(detail.value, Schedule) and _names_day(detail.value)):
        points.append(OpenPoint(detail.label, f"{' '.join(detail.lines)} names no day"))
    return tuple(points)


def _names_day(schedule: Schedule) -> bool:
    moments = (moment for span in schedule.spans for moment in (span.start, span.end))
    return any(moment and moment.date and moment.date.day for moment in moments)

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

import re
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve, frozen

from minutes_gen.drafting.blank_minutes import LAST_TASKS, NEXT, meeting_title
from minutes_gen.errors import ModelError, ScheduleError
from minutes_gen.facts._entries import all_blocks, all_sections
from minutes_gen.model._people import People
from minutes_gen.model._title_forms import retitled, title_number
from minutes_gen.model._validators import LARGEST_NUMBER
from minutes_gen.model.roles import TOLD_BY_LABEL, Role
from minutes_gen.model.task import Task, spell_task
from minutes_gen.schedule import Schedule
from minutes_gen.session import Detail, Section, Session

PARTICIPANTS, TASKS = "参加者", "宿題"
OVERDUE = "（期限超過）"
# What is said anew for each session; all else is taken to stay as it is.
_OF_ONE_SESSION = {Role.SCHEDULE, Role.CONTENT, Role.MATERIALS}
# What tells of a meeting that was held, and of no other.
_OF_THE_PAST = frozenset(
    {
        Role.ABSENT, Role.LATE, Role.EARLY, Role.ONLINE, Role.OBSERVERS, Role.PROXIES,
        Role.WRITTEN, Role.TOTAL, Role.QUORUM, Role.SIGNERS, Role.COURSE, Role.RESULT,
        Role.DECISION, Role.ACTION, Role.PENDING, Role.NEXT,
    }
)  # fmt: skip
# What the next session is called by where the paper has no label of its own for it.
_LABEL = {Role.SCHEDULE: "日時", Role.CONTENT: "内容", Role.MATERIALS: "参考資料"}


def follow_up(session: Session, *, issued: date | None = None) -> Session:
    """Make the notice of the next session of what the section 次回 says.

    Title, issuer, addressees and signatory stay, 記 and what leads to it as well; the number goes
    up by one, the reference (文書番号) is left out, and there are no sections but 前回の宿題: the
    tasks of the paper that are not marked as done (済, 完了), those that are past due on the day
    of the notice with （期限超過）. Of minutes, the title loses its 議事録, all who came or did not
    are 参加者, and what was told and decided is left out. 日時, 内容 (or
    研修, 議題 …) and 参考資料 are those that 次回 names; 場所, 参加者, 担当 and all else stay, but
    for what 次回 names anew. Nothing is invented: a month stays a month (see `open_points`). A
    paper without 次回 gives the same details without 日時. ModelError where nothing is left.

    >>> june = Session(title="研修", number=1, details=[Detail("次回", "平成30年7月10日（火）")])
    >>> july = follow_up(june, issued=date(2018, 7, 5))
    >>> july.number, july.schedule
    (2, Schedule.fromisoformat('2018-07-10'))
    """
    said = _said_of_next(session)
    kept = list(_kept(session))
    if not said:
        kept = [detail for detail in kept if detail.role is not Role.SCHEDULE]
    details = [detail.dated(session.issued) for detail in _merged(kept, said)]
    if not (session.title or issued or details or session.lead):
        raise ModelError("", "a paper with no title and no details tells nothing of a next one")
    ki = session.ki and bool(details)
    when = next((d.value for d in details if isinstance(d.value, Schedule)), None)
    day = issued or (when.start if when else None)
    tasks = tuple(_marked(t) if _is_past(t.due, day) else t for t in open_tasks(session))
    number = session.number + 1 if session.number and session.number < LARGEST_NUMBER else None
    title = session.title and meeting_title(session.title)
    if title and title_number(title) is not None:
        # Where the number stands in the title, it is counted on there, as it is typed.
        title = retitled(title, number) if number else title
    return Session(
        title=title,
        number=number,
        issued=issued,
        addressees=session.addressees,
        issuer=session.issuer,
        signatory=session.signatory,
        # 下記 leads to 記. Else the lead is kept where there would be nothing without it.
        lead=session.lead if ki or not (session.title or issued or details) else (),
        details=details,
        sections=[Section(LAST_TASKS, [Detail(TASKS, tasks)])] if tasks else (),
        ki=ki,
    )


def _said_of_next(session: Session) -> tuple[Detail, ...]:
    """Find the details below the first heading that speaks of 次回, or else the detail 次回."""
    for section in all_sections(session.sections):
        details = tuple(block for block in section.blocks if isinstance(block, Detail))
        if NEXT in section.title and details:
            return details
    for block in all_blocks(session):
        if isinstance(block, Detail) and NEXT in block.label:
            return (Detail(_LABEL[Role.SCHEDULE], block.lines),)
    return ()


def _kept(session: Session) -> Iterator[Detail]:
    """Go through the details that are not of the past; of minutes, all who belong are 参加者."""
    attendance = session.attendance
    belong = dict.fromkeys(person.name for person in (*attendance.present, *attendance.absent))
    # A paper that says who did not come, or calls itself minutes, tells of a meeting held.
    held = bool(attendance.absent) or meeting_title(session.title or "") != (session.title or "")
    for detail in session.details:
        if detail.role is Role.PARTICIPANTS and held:
            if belong:
                yield Detail(PARTICIPANTS, People(belong))
            belong = {}
        elif detail.role not in _OF_THE_PAST and NEXT not in detail.label:
            yield detail


def open_tasks(session: Session) -> tuple[Task, ...]:
    """List the tasks (宿題) of a paper that are not marked as done (済, 完了), each once.

    >>> tasks = "会場を予約する（担当：金子）", "案内を送る（済）"
    >>> [task.what for task in open_tasks(Session(details=[Detail("宿題", tasks)]))]
    ['会場を予約する']
    """
    try:
        tasks = {(task.what, task.people): task for task in session.action_items}
    except ScheduleError as error:
        raise ModelError("", str(error)) from None
    return tuple(task for task in tasks.values() if not _DONE.search(spell_task(task)))


_DONE = re.compile(r"[（(【［\[]\s*(?:対応|実施)?(?:済み?|完了)\s*[）)】］\]]|[→⇒]\s*(?:済|完了)")


def _is_past(due: Schedule | str | None, day: date | None) -> bool:
    return isinstance(due, Schedule) and bool(due.end and day and due.end < day)


def _marked(task: Task) -> Task:
    """Mark a task as past due, if it is not marked already."""
    if OVERDUE in spell_task(task) or not isinstance(task.due, Schedule):
        return task
    words = (*task.due.words[:-1], task.due.words[-1] + OVERDUE)
    return evolve(task, due=Schedule(spans=task.due.spans, words=words))


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

"""The model: what was announced, said and decided, with no word about how it looks.

>>> from datetime import date
>>> june = Session(
...     title="スタッフ研修",
...     number=1,
...     details=(Detail("日時", date(2018, 6, 12)), Detail("参加者", "橋野 出口 奈良")),
...     sections=(Section("協働ってなに？", ["共に動くこと。"]),),
... )
>>> june.schedule.isoformat(), june.participants
('2018-06-12', ('橋野', '出口', '奈良'))

Every class is frozen, hashable, picklable and comparable, and refuses on construction what the
plain text could not carry: empty texts, line breaks, spaces at the ends, control characters.
"""

from typing import TYPE_CHECKING

from attrs import frozen

from minutes_gen.model._blocks import Block, Bullet, Example, Paragraph, Section, Table, Vote
from minutes_gen.model._detail import Detail
from minutes_gen.model._foot_forms import Signer, Signing
from minutes_gen.model._people import Lines, People
from minutes_gen.model.paper import Paper
from minutes_gen.model.task import Task
from minutes_gen.schedule import Schedule

# ruff: noqa: PLC0415 - what finds facts is imported by who asks: a notice never waits for it.

if TYPE_CHECKING:
    from collections.abc import Mapping

    from minutes_gen.facts.queries import Attendance, Facts, Resolution, Speech
    from minutes_gen.facts.required import Missing

__all__ = [
    "Block",
    "Bullet",
    "Detail",
    "Example",
    "Paragraph",
    "People",
    "Section",
    "Session",
    "Signer",
    "Signing",
    "Table",
    "Task",
    "Vote",
]


@frozen(kw_only=True)
class Session(Paper):
    """A meeting or a training (会議・研修), as its notice, handout or minutes tell of it.

    A `Paper`, whose fields it has, that answers what it says.

    >>> from minutes_gen import read_text
    >>> minutes = read_text(
    ...     "理事会議事録\\n日時：2018-06-12\\n場所：事務室\\n出席者：橋野 出口\\n資料：予算書\\n"
    ...     "1. 会費\\n橋野：否\\n賛成 2\\n決定：上げる\\n2. 次回\\n日時：7月10日\\n保留：会報"
    ... )
    >>> minutes.depth, minutes.schedule.start, minutes.place, minutes.participants
    (1, datetime.date(2018, 6, 12), '事務室', ('橋野', '出口'))
    >>> minutes.attendance.count, minutes.decisions, minutes.pending, minutes.materials
    (2, ('上げる',), ('会報',), ('予算書',))
    >>> minutes.resolutions[0].vote.line, minutes.speeches[0].speaker, minutes.next_meeting
    ('賛成 2', '橋野', Schedule.fromisoformat('2018-07-10'))
    """

    @property
    def facts(self) -> "Mapping[str, Facts]":
        """All that the paper says, by name, each value with its place.

        >>> Session(details=[Detail("場所", "会議室")]).facts["place"]
        (Fact(value='会議室', path='details[0]'),)
        """
        from minutes_gen.facts.queries import facts_of

        return self.once(facts_of)

    @property
    def schedule(self) -> Schedule | None:
        """日時, where it names a date or a time; the day of the paper gives the year left out."""
        from minutes_gen.facts.queries import first, schedule

        when: Schedule | None = first(self.once(schedule))
        return when

    @property
    def place(self) -> str | None:
        """場所; several lines are one text with line breaks."""
        from minutes_gen.facts.queries import first, place

        where: str | None = first(self.once(place))
        return where

    @property
    def participants(self) -> tuple[str, ...]:
        """The names of 参加者, where the paper names them."""
        from minutes_gen.facts.queries import participants

        return self.once(participants)

    @property
    def attendance(self) -> "Attendance":
        """Who was there: present, absent, online …, and how many."""
        from minutes_gen.facts.attendance import attendance_of

        return self.once(attendance_of)

    @property
    def agenda(self) -> Lines:
        """What they met about (議題), item by item; else the motions (議案) that bear a number.

        >>> Session(details=[Detail("議題", ["予算の件", "役員の件"])]).agenda
        ('予算の件', '役員の件')
        """
        from minutes_gen.facts.queries import agenda, values

        return values(self.once(agenda))

    @property
    def decisions(self) -> Lines:
        """What was decided (決定事項): what is entered so; else the sentences that say it.

        >>> Session(title="理事会議事録", lead=[Paragraph("予算案を承認した。")]).decisions
        ('予算案を承認した。',)
        """
        from minutes_gen.facts.queries import decisions, values

        return values(self.once(decisions))

    @property
    def pending(self) -> Lines:
        """What was put off (保留), found as decisions are."""
        from minutes_gen.facts.queries import pending, values

        return values(self.once(pending))

    @property
    def materials(self) -> Lines:
        """What was handed out (資料), found as decisions are."""
        from minutes_gen.facts.queries import materials, values

        return values(self.once(materials))

    @property
    def action_items(self) -> tuple[Task, ...]:
        """The tasks (宿題) with owners and due dates, from details, bullets and tables.

        >>> from datetime import date
        >>> session = Session(
        ...     issued=date(2018, 6, 7),
        ...     details=(Detail("宿題", "会場（担当：金子、期限：6月30日）"),),
        ... )
        >>> [(task.what, task.people, task.due.start) for task in session.action_items]
        [('会場', ('金子',), datetime.date(2018, 6, 30))]
        """
        from minutes_gen.facts.queries import action_items, values

        return values(self.once(action_items))

    @property
    def resolutions(self) -> "tuple[Resolution, ...]":
        """The motions (議案), each with its votes and its result."""
        from minutes_gen.facts.queries import resolutions, values

        return values(self.once(resolutions))

    @property
    def speeches(self) -> "tuple[Speech, ...]":
        """Who said what (発言) under the headings."""
        from minutes_gen.facts.queries import speeches, values

        return values(self.once(speeches))

    @property
    def next_meeting(self) -> Schedule | None:
        """次回, where it names a date."""
        from minutes_gen.facts.queries import first, next_meeting

        when: Schedule | None = first(self.once(next_meeting))
        return when

    def missing(self, kind: str) -> "tuple[Missing, ...]":
        """Name what minutes of this kind require and these lack, each with its rule.

        Kinds are those of `checks.KINDS`: staff-minutes, board-minutes, general-meeting-minutes
        and directors-minutes; another is a KindError. Also named are votes that are more than
        those who could vote, a 定足数 that is not reached, and who signs without having come.

        >>> minutes = Session(title="理事会議事録", details=[Detail("理事総数", "7人")])
        >>> print(minutes.missing("board-minutes")[0])
        日時: not given (NPO法人定款例 第38条第1項第1号)
        """
        from minutes_gen.facts.required import missing

        return missing(self, kind)

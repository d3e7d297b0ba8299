"""議事録のひな型: the minutes of a meeting, laid out from its notice and still to be filled in.

>>> june = Session(
...     title="スタッフ会議の開催について（通知）",
...     details=[Detail("日時", date(2018, 6, 12)), Detail("参加者", "橋野 出口")],
...     sections=[Section("会報の編集", ["次の号の原稿を集めます。"])],
... )
>>> minutes = minutes_of(june)
>>> minutes.title, [detail.label for detail in minutes.details]
('スタッフ会議議事録', ['日時', '出席者'])
>>> [block.text for block in minutes.sections[0].blocks]
['経過：', '決定：', '宿題：']
"""

import re
from collections.abc import Iterator
from datetime import date

from attrs import evolve

from minutes_gen.model._blocks import DEEPEST_SECTION, Paragraph, Section
from minutes_gen.model._detail import Detail
from minutes_gen.model._marks import COLON
from minutes_gen.model.roles import Role
from minutes_gen.numbering import Outline, complete, read_label
from minutes_gen.session import Session

# What a section of minutes has room for, and who did not come.
ROOM = ("経過", "決定", "宿題")
ABSENT = "欠席者"
ATTENDANCE = "出席者"
# Sections that minutes take over whole: they are still true.
NEXT, LAST_TASKS = "次回", "前回の宿題"
# Details that list what a meeting is about, one line for each; 内容 of a training does not.
_AGENDA = frozenset({"議題", "議事", "議案", "アジェンダ", "審議事項"})
# How the title of a notice ends, and the titles of papers about a meeting at which one decides.
_NOTICE = re.compile(
    r"(?:の?(?:開催|実施))?(?:について|に関する件|のお知らせ|の[御ご]?案内|通知)"
    r"\s*(?:[（(](?:通知|案内|依頼|お知らせ|開催通知)[）)])?"
)
_MEETING = re.compile(
    r"(?:会議|総会|理事会|取締役会|役員会|委員会|審議会|協議会|幹事会|部会|打合せ|打ち合わせ)$"
)
_MINUTES = re.compile(r"\s*(?:の?(?:議事録|会議録|議事要旨|議事概要)|の記録)$")


def minutes_of(session: Session) -> Session:
    """Lay out the minutes (議事録) of the meeting that a notice announces.

    Title (with 議事録 or の記録 behind it), number and issuer stay, and so do the details: 参加者
    become 出席者. Each line of 議題 is a section, and each section of the notice with another
    title, with room for 経過, 決定 and 宿題; a section 次回 or 前回の宿題 stays whole. Where there
    is a 議題, sections between 記 and 以上 are left out: they tell of the day. 文書番号, the day,
    宛名 and 差出人 belong to the notice alone. Nothing is invented: who did not come, and who came
    to a meeting that names nobody, is still to be told.

    >>> june = Session(title="スタッフ研修", number=1, sections=[Section("協働とは")])
    >>> minutes_of(june).title, minutes_of(june).number
    ('スタッフ研修の記録', 1)
    """
    sections, numbering = _sections(session)
    return Session(
        title=session.title and minutes_title(session.title),
        number=session.number,
        issuer=session.issuer,
        details=[_attended(detail.dated(session.issued)) for detail in session.details],
        notes=_to_be_told(session),
        sections=sections,
        numbering=numbering,
        start=session.start,
    )


def minutes_title(title: str) -> str:
    """Turn the title of a notice into that of its minutes.

    >>> minutes_title("臨時理事会の開催について（通知）"), minutes_title("夏の講座のご案内")
    ('臨時理事会議事録', '夏の講座の記録')
    """
    if _MINUTES.search(title):
        return title
    found = _NOTICE.search(title)
    meeting = title[: found.start()] if found and found.end() == len(title) else title
    meeting = meeting or title
    return meeting + ("議事録" if _MEETING.search(meeting) else "の記録")


def meeting_title(title: str) -> str:
    """Turn the title of minutes into what the meeting is called.

    >>> meeting_title("平成30年度臨時理事会議事録"), meeting_title("スタッフ研修の記録")
    ('平成30年度臨時理事会', 'スタッフ研修')
    """
    return _MINUTES.sub("", title) or title


def _to_be_told(session: Session) -> Iterator[Paragraph]:
    named = session.detail(Role.PARTICIPANTS) is not None
    labels = ((ATTENDANCE,) * (not named) + (ABSENT,)) if session.details else ()
    return (Paragraph(label + COLON) for label in labels)


def _attended(detail: Detail) -> Detail:
    """Call 参加者 those who came; 出席理事 and 出席監事 are apart, and tell so already."""
    invited = detail.role is Role.PARTICIPANTS and not detail.label.startswith("出席")
    return detail.called(ATTENDANCE) if invited else detail


def _sections(session: Session) -> tuple[list[Section], tuple[str, ...] | None]:
    """Lay out the sections of the minutes, and say how they are numbered."""
    agenda = [
        line for detail in session.details if detail.label in _AGENDA for line in detail.lines
    ]
    if not agenda:
        return [_roomy(section, session.issued) for section in session.sections], session.numbering
    outline, titles = Outline(), []
    for line in agenda:
        label = read_label(line)
        place = outline.take(label) if label else None
        titles.append(label.rest if label and place else line)
    # What stands between 記 and 以上 tells of the day, and not of what is talked about.
    kept = (s for s in session.sections if _stays(s) or not (session.ki or s.title in titles))
    sections = [Section(title, _room()) for title in titles]
    sections += [
        evolve(_roomy(section, session.issued), number=None, kind=None) for section in kept
    ]
    if outline.scheme is None:
        return sections, None
    patterns = dict(enumerate(outline.scheme.patterns, start=1))
    return sections, complete(patterns, DEEPEST_SECTION).labels


def _stays(section: Section) -> bool:
    return NEXT in section.title or LAST_TASKS in section.title


def _roomy(section: Section, issued: date | None) -> Section:
    """Empty a section, and make room in it, or in the sections within it."""
    if _stays(section):
        blocks = [b.dated(issued) if isinstance(b, Detail) else b for b in section.blocks]
        return evolve(section, blocks=blocks)
    within = [_roomy(inner, issued) for inner in section.sections]
    return evolve(section, blocks=() if within else tuple(_room()), sections=within)


def _room() -> Iterator[Paragraph]:
    return (Paragraph(label + COLON) for label in ROOM)

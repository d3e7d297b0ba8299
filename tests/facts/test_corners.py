"""Papers at the corners of the rules: what is there is found, and nothing is made of the rest."""

import pytest

from minutes_gen import read_text


@pytest.mark.parametrize(
    ("text", "agenda"),
    [
        ("会議\n議事日程\n日程第１　予算\n日程第２　決算", ("予算", "決算")),
        ("会議\n議題：（以下のとおり）\n・予算\n・決算", ("予算", "決算")),
        ("会議\n議題\n日程第１　予算\n日程第２　決算", ("予算", "決算")),
        ("会議\n議題\n日程第１\n　予算\n日程第２\n　決算", ("予算", "決算")),
        ("会議\n議題\n1. 予算\n(1) 歳入\n2. 決算", ("予算", "決算")),
        ("会議\n1. 議題\n2. 予算\n3. 決算\n【次回】\n7月", None),
        ("会議\n【議題】\n第１　予算\n第２　決算\n【次回】", None),
    ],
)
def test_agendas(text: str, agenda: tuple[str, ...] | None) -> None:
    """The items of an agenda stand behind its label, under it, or are sections that follow."""
    found = read_text(text).agenda
    assert found == agenda if agenda is not None else len(found) != 1


@pytest.mark.parametrize(
    "text",
    [
        "会議\n1. 報告\n・宿題：なし\n・決定事項：なし",
        "会議\n宿題：なし\n決定事項：特になし",
        "会議\n1. 宿題　なし\n2. 決定事項　なし",
        "会議\n・次回：令和7年",
        "会議\n次回：6月31日の予定\n次回の会議は未定です。",
        "会議\n1. 次回\n　未定",
    ],
)
def test_nothing_is_nothing(text: str) -> None:
    """なし and 未定 are no task, no decision and no day; nor is a day that never was."""
    try:
        session = read_text(text)
    except ValueError:  # a day that never was is told where it stands behind a label
        return
    assert (session.action_items, session.decisions, session.next_meeting) == ((), (), None)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("会議\n日　時　6月9日（日）\n開会　午後1時\n閉会　午後3時", "--06-09"),
        ("例会議事録\n\n6月9日（日）\n13時～15時\n\n開会した。", "--06-09"),
        ("会議\n6月9日と6月10日に開催した。", None),
        ("例会\n令和6年6月9日、会館で開催し、6月10日に片付けを行った。", None),
        ("会議\n日　時　6月9日\n時間　未定\n会場　会館", "--06-09"),
    ],
)
def test_days_and_hours(text: str, start: str | None) -> None:
    """A day is found with its hours; of two that a sentence tells neither is."""
    schedule = read_text(text).schedule
    assert schedule is None if start is None else schedule is not None
    assert start is None or str(schedule and schedule.isoformat()).startswith(start)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("会議\n会場：\n・２階会議室", "２階会議室"),
        ("会議\n日時・場所\n令和6年6月9日（日）10時～\n２階会議室", "２階会議室"),
        ("会議\n日時及び場所：令和6年6月9日（日）10時～12時　会館", "会館"),
        ("会議\n場所：２階\n　　　会議室", "２階\n会議室"),
        ("会議\n・場所：会館", "会館"),
        ("会議\n1. 場所：会館", "会館"),
        ("会議\n場所：会館　時間：10時", "会館"),
        ("会議\n日時・場所\n6月9日（日）\n10時～12時　会館", "会館"),
    ],
)
def test_places(text: str, place: str) -> None:
    """A place stands behind its label, under it, or behind the day that shares its label."""
    assert read_text(text).place == place


def test_who_came_beside_the_title() -> None:
    """A title that says who came, and how many others, counts them."""
    assert read_text("会議　参加者：橋野ほか4名").attendance.count == 5
    assert read_text("会議　参加者：橋野").attendance.count in {None, 1}


def test_who_has_no_vote_is_not_of_the_total() -> None:
    """監事 are no part of those who may vote."""
    paper = read_text("理事会\n役員総数：10名（理事7名、監事3名）\n出席者：理事5名、監事2名")
    assert paper.attendance.total == 7
    assert read_text("理事会\n理事総数：2名（監事3名を除く）").attendance.total == 2


def test_a_motion_that_stands_twice_is_one() -> None:
    """A motion that lines name again is one, where its result stands."""
    paper = read_text("総会\n・第１号議案　予算　可決\n・第２号議案　決算\n・第１号議案　予算")
    assert [motion.label for motion in paper.resolutions].count("第1号議案") == 1


def test_lists_that_name_others_elsewhere() -> None:
    """別紙のとおり names nobody, and a number that cannot be summed stands for itself."""
    assert read_text("会議\n出席者：別紙のとおり").attendance.count is None
    assert read_text("会議\n出席者：理事3名、監事2名（計5名）\n　　　会員10名").attendance.count
    assert read_text("会議\n出席者：理事3名、監事2名\n　　　理事3名、監事2名").attendance.count

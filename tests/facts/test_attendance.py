"""Who was there."""

import pytest

from minutes_gen import read_text
from minutes_gen.facts.attendance import Attendance, Person

NARA = Person("奈良", "オンライン")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("場所：x", Attendance()),
        ("参加者：橋野 出口", Attendance(present=(Person("橋野"), Person("出口")), count=2)),
        # Notes behind names, and labels of their own.
        (
            "出席：橋野（敬称略）、奈良（オンライン）、瀬島（欠）、横山（14時から）、阿部（途中退席）",
            Attendance(
                present=(
                    Person("橋野"), NARA, Person("横山", "14時から"), Person("阿部", "途中退席")
                ),
                absent=(Person("瀬島", "欠"),),
                late=(Person("横山", "14時から"),),
                early=(Person("阿部", "途中退席"),),
                online=(NARA,),
                count=4,
            ),
        ),
        (
            "出席理事：橋野\n出席監事：出口\nオンライン：奈良\n遅刻：橋野\n欠席：瀬島\n傍聴者：甲",
            Attendance(
                present=(Person("橋野"), Person("出口"), Person("奈良")),
                absent=(Person("瀬島"),),
                late=(Person("橋野"),),
                online=(Person("奈良"),),
                observers=(Person("甲"),),
                count=3,
                voters=2,
            ),
        ),
        ("出席：（敬称略）", Attendance()),
        (
            "参加者：（オンライン） （敬称略）橋野 （順不同・敬称略） 奈良 （オンライン）",
            Attendance(present=(Person("橋野"), NARA), online=(NARA,), count=2),
        ),
        ("欠席：瀬島（オンライン）", Attendance(absent=(Person("瀬島", "オンライン"),))),
        # Counts.
        ("出席：17名", Attendance(count=17)),
        (
            "出席：43、委任状63、計106\n会員総数：1,234名\n定足数：過半数（618名）",
            Attendance(count=106, proxies=63, total=1234, quorum=618, voters=106),
        ),
        (
            "出席者数：85名（うち書面表決者20名、表決委任者30名）",
            Attendance(count=85, proxies=30, written=20, voters=85),
        ),
        ("委任状：3通\n議決権行使書：2通", Attendance(proxies=3, written=2)),
        ("定足数：総数の2分の1（60名）", Attendance(quorum=60)),
        ("　出席43、委任状63、計106", Attendance(count=106, proxies=63, voters=106)),
        ("　出席は43名である。", Attendance(count=43)),
        ("　出席43", Attendance()),
        ("傍聴者：3名", Attendance()),
    ],
)  # fmt: skip
def test_attendance(text: str, expected: Attendance) -> None:
    """Names with their notes, and the counts of each line."""
    assert read_text(f"研修\n{text}").attendance == expected


def test_a_quorum() -> None:
    """As many were there as must be, or not, or the paper does not say."""
    assert Attendance(count=4, quorum=4).is_quorate
    assert not Attendance(count=3, quorum=4).is_quorate
    assert Attendance(count=3).is_quorate is None
    assert Attendance(quorum=3).is_quorate is None


def test_a_quorum_is_of_those_who_may_vote() -> None:
    """監事 are no voters, neither present nor in 総数; who votes in writing is one."""
    text = "理事会\n理事総数：7名\n出席理事：甲 乙\n出席監事：丙 丁\n定足数：4名"
    assert read_text(text).attendance.is_quorate is False
    text = "総会\n出席者数：3名\n委任状：2通\n定足数：5名"
    assert read_text(text).attendance.is_quorate is True
    text = "理事会\n役員総数：10名（理事7名、監事3名）"
    assert read_text(text).attendance.total == 7


def test_everybody() -> None:
    """Each is named once."""
    came = read_text("研修\n出席：橋野\n欠席：橋野 瀬島\n傍聴者：甲").attendance
    assert [person.name for person in came.everybody] == ["橋野", "瀬島", "甲"]


def test_nobody_is_no_person() -> None:
    """欠席者：なし names nobody."""
    came = read_text("議事録\n欠席者：なし\n出席者：橋野").attendance
    assert (came.absent, came.count) == ((), 1)


def test_a_long_line_of_no_counts() -> None:
    """Words and spaces are sought near a number alone."""
    assert read_text("議事録\n\n出席：" + "橋" * 100_000 + "43").attendance.count == 43

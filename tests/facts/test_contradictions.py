"""Votes, 定足数 and names that do not agree."""

import pytest

from minutes_gen import read_text
from minutes_gen.facts._contradictions import (
    few_present,
    few_signers,
    odd_signers,
    odd_votes,
    unnamed_means,
    unsigned,
)

quorum = few_present(lambda total: total // 2 + 1)


@pytest.mark.parametrize(
    ("details", "count"),
    [
        ("場所：甲", None),
        ("出席者：橋野 出口", 2),
        ("出席者：17名", 17),
        ("出席者：多数", 1),
        ("出席理事：橋野 出口\n出席監事：奈良", 2),
        ("出席者数：3人\n出席理事：橋野 出口\n出席監事：奈良", 3),
        ("出席者：橋野\nオンライン：出口", 2),
        ("出席者数：31人\n書面表決者：14人\n表決委任者：18人", 63),
        ("出席者数：63人（うち書面表決者14人、表決委任者18人）\n書面表決者：14人", 63),
        ("出席：出席43、委任状63、計106", 106),
        ("出席者数：3人\n書面表決者：横山 瀬島\n表決委任者：なし", 5),
    ],
)
def test_who_could_vote(details: str, count: int | None) -> None:
    """What is counted or named, whichever is more, with 書面 and 委任 once."""
    assert read_text(f"総会\n{details}").attendance.voters == count


@pytest.mark.parametrize(
    ("details", "problems"),
    [
        ("理事総数：7人\n出席者：橋野 出口", ["2 of 7 are present, and the quorum is 4"]),
        ("理事総数：7人\n定足数：2人\n出席者：橋野 出口", []),
        ("定足数：３名\n出席者：橋野 出口", ["2 are present, and the quorum is 3"]),
        ("理事総数：7人\n定足数：２分の１以上\n出席者：4名", []),
        ("理事総数：7人", []),
        ("出席者：橋野", []),
    ],
)
def test_a_quorum_that_is_not_reached(details: str, problems: list[str]) -> None:
    """What the paper names goes before the rule; without numbers nothing is said."""
    assert list(quorum(read_text(f"理事会\n{details}"))) == problems


def test_more_votes_than_people() -> None:
    """The votes on each motion are held against those who could vote on it."""
    text = """理事会
出席理事：橋野 出口 奈良
第１号議案　会費
賛成 3　反対 1
第２号議案　契約
特別利害関係理事：橋野
賛成 3
第３号議案　会報
特別利害関係理事：なし
賛成 3　反対 0　棄権 0
第４号議案　その他
可決した。"""
    problems = ["'会費': 4 votes, and 3 could vote", "'契約': 3 votes, and 2 could vote"]
    assert list(odd_votes(read_text(text))) == problems
    assert list(odd_votes(read_text(text.replace("出席理事", "参考")))) == []


def test_who_signs_was_there() -> None:
    """Names are compared without their spaces, offices and brackets."""
    text = """理事会
出席者：橋野太郎（理事長）、出口、奈良 四郎（オンライン）
欠席者：金子
書記：阿部
議事録署名人：出口、瀬島
1. 甲
議　長　橋野　太郎　印
署名人　奈良　四郎　印
署名人　出口　花子　印
書　記　阿部　印
署名人　金子　一　印
署名人　横山　印"""
    assert list(odd_signers(read_text(text))) == [
        f"{name} signs, and was not present" for name in ("瀬島", "金子　一", "横山")
    ]


def test_who_signs_where_nobody_is_named() -> None:
    """Where only a number came, nobody is blamed, but for those who are named as absent."""
    text = "総会\n出席者数：63人\n欠席者：金子\n1. 甲\n議　長　橋野　印\n署名人　金子　印"
    assert list(odd_signers(read_text(text))) == ["金子 signs, and was not present"]
    assert list(odd_signers(read_text("総会\n1. 甲"))) == []


def test_how_many_sign() -> None:
    """Three must: one is told, two are told, and no foot at all is another matter."""
    three = few_signers(3)
    foot = "議　長　橋野　印\n署名人　出口　印\n署名人　奈良　印".splitlines()
    papers = [read_text("\n".join(["会", "1. 甲", *foot[:count]])) for count in range(4)]
    expected = [[], ["1 signs, and 3 must"], ["2 sign, and 3 must"], []]
    assert [list(three(paper)) for paper in papers] == expected


def test_who_was_present_signs() -> None:
    """Of directors all sign; a line to sign on is for one of them."""
    head = "取締役会\n出席取締役：甲野一郎 乙川\n出席監査役：己村\n1. 甲\n"
    assert list(unsigned(read_text(head))) == []
    one = head + "取締役　甲野　一郎　印"
    assert list(unsigned(read_text(one))) == [
        "乙川、己村 were present, and not among those who sign"
    ]
    two = one + "\n監査役　己村　印"
    assert list(unsigned(read_text(two))) == ["乙川 was present, and not among those who sign"]
    assert list(unsigned(read_text(two + "\n取締役　＿＿＿＿＿＿　印"))) == []


def test_the_means_of_taking_part_from_elsewhere() -> None:
    """オンライン says where from, and not by what; ウェブ会議 anywhere in the paper does."""
    text = "取締役会\n出席取締役：甲野、乙川（オンライン）\n1. 甲\n説明した。"
    problem = "乙川 took part from elsewhere; by what means is not said"
    assert list(unnamed_means(read_text(text))) == [problem]
    assert list(unnamed_means(read_text(text + "\nZoomにより出席した。"))) == []
    assert list(unnamed_means(read_text(text.replace("説明", "ウェブ会議で説明")))) == []
    assert list(unnamed_means(read_text("取締役会\n出席取締役：甲野 乙川"))) == []


def test_who_signs_where_more_are_counted_than_named() -> None:
    """Somebody may have come whom the paper does not name."""
    text = "議事録\n出席者数：{}人\n出席監事：橋野\n\n開会した。\n\n理事　出口　印\n"
    assert list(odd_signers(read_text(text.format(2)))) == []
    assert list(odd_signers(read_text(text.format(1)))) == ["出口 signs, and was not present"]

"""The forms that the lines of a head have."""

import pytest

from minutes_gen.model._head_forms import is_closing, is_ki
from minutes_gen.model._looks import is_addressee, is_reference, signs


@pytest.mark.parametrize(
    "line",
    [
        *(
            "あしや発第12号",
            "あしや発第１２号",
            "芦市参第3-1号",
            "30教総第1234号の2",
            "総発 第 12号",
        ),
        *("総務発第三十号", "号外", "人事第5号", "発号外", "事務連絡", "No.123", "No 30-5"),
    ],
)
def test_references(line: str) -> None:
    """A sign and 第N号, and the few other forms that offices use."""
    assert is_reference(line) == (line != "号外")


@pytest.mark.parametrize(
    "line",
    [
        *(
            "第12号",
            "あしや通信 第12号",
            "会報第12号",
            "みどりの風 第12号",
            "議案第1号",
            "芦屋市条例第3号",
        ),
        *("あしや発第12号。", "あしや発第12号について", "・総発第1号", "第1回 発第12号", "12号室"),
    ],
)
def test_no_references(line: str) -> None:
    """Papers and matters that are counted, sentences, and what bears a mark."""
    assert not is_reference(line)


@pytest.mark.parametrize(
    "line",
    [
        *("橋野　太郎　様", "橋野太郎様", "本多様", "橋本殿", "山本 殿", "あしや市民会 御中"),
        *("各位", "理事各位", "会員各位（監事を除く）", "奈良先生", "保護者の皆さま", "みなさん"),
        *("関係者　各　位", "会員の皆様へ", "甲会　御 中"),
        *("総務課 あて", "各課長宛", "各課長宛て"),
    ],
)
def test_addressees(line: str) -> None:
    """敬称 and their like end the line."""
    assert is_addressee(line)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "様",
            "システム仕様",
            "空模様",
            "御殿",
            "水の神殿",
            "裸の王様",
            "手あて",
            "各位へのお願い",
        ),
        *(
            "・甲様",
            "1. 甲様",
            "宛先：甲様",
            "第2回 参加者各位",
            "甲様。",
            "\\甲様",
            "甲" * 40 + "様",
        ),
    ],
)
def test_no_addressees(line: str) -> None:
    """Words that end alike, sentences, and what bears a mark."""
    assert not is_addressee(line)


@pytest.mark.parametrize(
    ("line", "above"),
    [
        ("理事長　橋野　太郎", ""),
        ("総務部 総務課長 橋 野 太 郎", ""),
        ("代表理事", ""),
        ("会長職務代理者 奈良 花子 ㊞", ""),
        ("芦屋市長 橋野 太郎（公印省略）", ""),
        ("（公印省略）", "理事長 橋野 太郎"),
        ("橋野 太郎", "総務部長"),
        ("〒659-0065 芦屋市公光町5-8", ""),
        ("TEL 0797-26-6452", ""),
        ("電話（0797）26-6452", ""),
        ("橋野　太郎　印", "あしや会 理事長"),
    ],
)
def test_who_signs(line: str, above: str) -> None:
    """職名 with or without 氏名, 氏名 under 職名, and what stands for the seal."""
    assert signs(line, above)


@pytest.mark.parametrize(
    ("line", "above"),
    [
        ("橋野 太郎", "あしや会"),
        ("研修", "理事長"),
        ("開館時間の延長", ""),
        ("理事長就任のお知らせ", ""),
        ("理事長 橋野 太郎 殿", ""),
        ("・理事長", ""),
        ("電話相談員の研修", ""),
        ("第2回 理事長", ""),
        ("理事長 " + "甲 " * 30 + "乙", ""),
    ],
)
def test_who_does_not_sign(line: str, above: str) -> None:
    """A name under no office, a subject, an addressee, and what bears a mark."""
    assert not signs(line, above)


def test_the_words_around_details() -> None:
    """Spaces may part 以上; of sentences neither is a part."""
    assert [is_ki("記"), is_ki("記 録"), is_closing("以　上"), is_closing("以上。")] == [
        *(True, False, True, False),
    ]

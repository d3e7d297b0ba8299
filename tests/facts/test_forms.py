"""Forms of minutes, each with what is found in it."""

import pytest

from minutes_gen import Session, Task, read_text
from minutes_gen.errors import ScheduleError
from minutes_gen.facts.queries import line_at
from minutes_gen.schedule import parse_schedule

HEAD = "例会議事録\n\n出席者：橋野 出口 奈良\n\n"


def paper(*lines: str) -> Session:
    """Read minutes with these lines in them."""
    return read_text(HEAD + "\n".join(lines))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Time and day on two lines, under two labels, and the end elsewhere.
        (["日時：2018年10月31日", "　　　14:00～16:50"], "2018-10-31T14:00/2018-10-31T16:50"),
        (["日時：2018年10月31日", "", "14:00 – 16:50"], "2018-10-31T14:00/2018-10-31T16:50"),
        (["開催日　令和6年7月20日", "時　間　午後７時～８時30分"],
         "2024-07-20T19:00/2024-07-20T20:30"),
        (
            ["日時：令和元年６月21日（金）", "　　　開会　午前10時", "　　　散会　午前10時43分"],
            "2019-06-21T10:00/2019-06-21T10:43",
        ),
        (["日時：2019年6月21日 10:00", "",
         "議長は午前11時閉会を宣した。"], "2019-06-21T10:00/2019-06-21T11:00"),
        (
            ["日時：2017年11月15日（水）", "　　　午後七時半開会　午後九時閉会"],
            "2017-11-15T19:30/2017-11-15T21:00",
        ),
        (
            ["日時：2017年11月15日 10:00", "", "議長は正午に閉会を宣した。"],
            "2017-11-15T10:00/2017-11-15T12:00",
        ),
        (["日付 2024年2月17日", "時間 午後1時～2時30分"], "2024-02-17T13:00/2024-02-17T14:30"),
        # Day and place under one label.
        (["日時・場所：2019年6月21日 10:00～11:00 会議室"], "2019-06-21T10:00/2019-06-21T11:00"),
        (["平成30年6月9日（土）10時から公民館において例会を開催した。"], "2018-06-09T10:00/.."),
        # A day that contradicts itself, or of another matter, is none.
        (["日　時　平成30年6月9日（月）"], None),
        (["投稿日：平成30年6月9日"], None),
        (["前回は平成30年6月9日（土）に開催した。"], None),
        (["日時：未定"], None),
        # Labels that stand above each other, and their values below.
        (
            ["開催日", "開催場所", "開　会", "平成16年11月28日", "会議室", "午後1時"],
            "2004-11-28T13:00",
        ),
        (["日時", "場所", "議題", "会議室", "甲", "乙"], None),
    ],
)  # fmt: skip
def test_when(lines: list[str], expected: str | None) -> None:
    """When they met."""
    found = paper(*lines).schedule
    assert (found and found.isoformat()) == expected


@pytest.mark.parametrize(
    ("title", "below", "expected"),
    [
        ("役員会議事録（2011）", "10月5日（水）", "2011-10-05"),
        ("例会（11月19日）", "集まりました。", "--11-19"),
        ("例会のお知らせ", "[令和6年10月10日（木）18:45～19:15　町会会館]",
         "2024-10-10T18:45/2024-10-10T19:15"),
        ("議事録", "# 4/18\n甲\n# 5/9\n乙", None),
        ("6月1日と6月2日の記録", "集まりました。", None),
    ],
)  # fmt: skip
def test_a_day_beside_the_title(title: str, below: str, expected: str | None) -> None:
    """A bare day, or one in the title, where there is one day alone."""
    found = read_text(f"{title}\n\n{below}\n\n本文です。").schedule
    assert (found and found.isoformat()) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["日時・場所：2019年6月21日 19:30～ 公民館にて"], "公民館"),
        (["【日時・場所】2019年6月21日（金）", "19：30～公民館にて"], "公民館"),
        (["平成30年6月9日（土）10時から公民館において例会を開催した。"], "公民館"),
        (["日時：6月9日　場所：会議室　会費：無料"], "会議室"),
        (
            ["１．開催地　ケニア、ナクル", "ホテル　ルビールーム"],
            "ケニア、ナクル\nホテル　ルビールーム",
        ),
        (["１．会場　会議室", "※駐車場はありません"], "会議室"),
        (["場所は追って知らせます。"], None),
        (["場所：", "決まり次第お知らせします。"], None),
        (["日時 2019年6月21日（金）", "場所 会議室"], "会議室"),
        (["集合場所：駅前", "場所：会議室"], "会議室"),
        (["集合場所：駅前"], "駅前"),
        (["｜日時｜会場｜", "｜6月9日｜会議室｜"], "会議室"),
    ],
)
def test_where(lines: list[str], expected: str | None) -> None:
    """Where they met."""
    assert paper(*lines).place == expected


def test_a_place_behind_an_at_sign() -> None:
    """2023/10/15 13:30-16:00 ＠図書館, and the line below a bare day."""
    at = read_text("読書会 記録\n\n2023/10/15(日) 13:30-16:00 ＠中央図書館\n\n本文です。")
    below = read_text("委員会議事録\n\n2023/10/15(日) 13:30-16:00\n交通対策委員会室\n\n本文です。")
    assert (at.place, below.place) == ("中央図書館", "交通対策委員会室")


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["出席者：理事長，理事16名，監事2名，オブザーバー3名"], 19),
        (["出席者：山田会長ほか12名"], 13),
        (["出席者：末尾に記載"], None),
        (["出席者：山田（理事長）、鈴木（副理事長）、", "佐藤（理事）、高橋（理事）"], 4),
        (["出席者：橋野太郎（A大学）・出口次郎（B大学）・", "　　奈良三郎（C大学）"], 3),
        (["出席者（9名）　委員長　橋野　委員　出口"], 9),
        (["出席委員　十七名"], 17),
        (["出席理事　3名", "出席監事　1名"], 4),
        (["■参加者", "営業部：田村、木下", "開発部：大野", "企画部：西（記）"], 4),
        (["■参加者", "・橋野　太郎", "・出口　花子", "欠席：奈良"], 2),
        (["［出席者］", "甲、乙（計 2 名）", "丙（計 1 名）", "［欠席者］", "丁（計 1 名）"], 3),
        (["出席者　委員長　橋野　太郎　委員　出口　花子"], None),
        (["出席者：鈴木・佐々木各班長、田中"], 3),
        (["出席者：総務・経理部長、田中"], None),
        (["出席委員　教育長　青木一郎", "委　員　川村二葉", "本文です。"], 2),
        (["理事18人中　5人　石田、岡田、三浦、上田、小川理事　出席", "本文です。"], 5),
        (["班代表ら27名が出席しました。"], 27),
        (["前回は27名が出席しました。"], None),
        (["出席者：", "甲、乙", "出席者：", "丙"], 2),
        (["出席社員数　35名（うち委任状16名）", "出席役員　甲、乙"], 35),
        (["集まったのは、甲会長、乙さんと私の6人です。"], 6),
        (["来た人 … 甲、乙", "休んだ人 … 丙"], 2),
        (["出席：甲、会計監査１（計10名）"], 10),
        (["出席：甲、乙", "委任状：丙、丁（計2通）"], 2),
        (["本文です。", "－－（切り取り線）－－", "出席者：甲、乙"], None),
        (
            [
                "１　出席者",
                "　⑴　委員（15人中12人）",
                "　　　甲委員、乙委員",
                "　⑵　事務局",
                "　　　部長",
            ],
            12,
        ),
    ],
)
def test_how_many_came(lines: list[str], count: int | None) -> None:
    """How many were there, by what is stated or else by the names."""
    assert (
        read_text("例会議事録\n\n集まりました。\n\n" + "\n".join(lines)).attendance.count == count
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["議題：甲", "　　　乙"], ("甲", "乙")),
        (["■議題", "・甲", "　・細目", "・乙", "日時：6月9日"], ("甲", "乙")),
        (["１　議　題", "　（１）甲", "　（２）乙", "２　その他"], ("甲", "乙")),
        (["議　題", "1. 甲", "2. 乙"], ("甲", "乙")),
        (["〇議事日程", "日程第１", "　甲", "日程第２", "　乙"], ("甲", "乙")),
        (["議事日程", "日程第１　甲", "日程第２　乙"], ("甲", "乙")),
        (["報告及び協議事項：", "甲", "乙", "これで終わった。"], ("甲", "乙")),
        (["議題（案）", "甲", "以上"], ("甲",)),
        (["第１号議案　予算の件", "承認した。", "第２号議案　役員の件"], ("予算の件", "役員の件")),
        (["話し合った。"], ()),
    ],
)
def test_the_agenda(lines: list[str], expected: tuple[str, ...]) -> None:
    """What they met about, item by item."""
    assert paper(*lines).agenda == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["■決定事項", "・甲", "・乙"], ("甲", "乙")),
        (["決定　甲とする"], ("甲とする",)),
        (
            ["予算案を承認した。", "役員は次のとおり選出された。"],
            ("予算案を承認した。", "役員は次のとおり選出された。"),
        ),
        (["行事は秋に行うことに決まった。"], ("行事は秋に行うことに決まった。",)),
        (["挙手全員により承認可決", "した。"], ("挙手全員により承認可決した。",)),
        (
            [
                "予算案は承認されなかった。",
                "前回の議事録が承認された。",
                "承認について話し合った。",
            ],
            (),
        ),
        (["決定事項：なし"], ()),
        (["■決定事項", "特になし"], ()),
    ],
)
def test_decisions(lines: list[str], expected: tuple[str, ...]) -> None:
    """What is entered as decided, or else the sentences that say it."""
    assert paper(*lines).decisions == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["第一号議案　決算の承認　　異議なく可決承認"],
         [("第一号議案", "決算の承認", "異議なく可決承認")]),
        (["（1）第1号議案　予算について審議した。", "拍手多数で承認可決した。"],
         [("第1号議案", "予算について審議した。", "拍手多数で承認可決した。")]),
        (["議題：第1号議案　甲", "　　　第2号議案　乙",
         "１　審議", "・第1号議案　甲", "承認した。"],
         [("第1号議案", "甲", "承認した。")]),
    ],
)  # fmt: skip
def test_motions(lines: list[str], expected: list[tuple[str, str, str]]) -> None:
    """Motions that stand in lines, with what became of them."""
    found = paper(*lines).resolutions
    assert [(one.label, one.title, one.result) for one in found] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["■アクション", "・資料の共有（出口）",
         "・下見"], [Task("資料の共有", "出口"), Task("下見")]),
        (["持ち帰り事項", "出口が調べる (1月6日)"], [Task("出口が調べる", (), "1月6日")]),
        (["- [ ] 資料を送る (@田中, 4/15まで)", "- [x] 予約"],
         [Task("資料を送る", "田中", "4/15まで"), Task("予約（済）")]),
        (["## タスク", "**@hana**", "- 設計"], [Task("設計", "hana")]),
        (["｜メンバー｜担当タスク｜", "｜出口｜設計｜", "｜奈良｜｜"], [Task("設計", "出口")]),
        (["■タスク", "｜担当｜内容｜", "｜出口｜設計｜"], [Task("設計", "出口")]),
        (["■宿題", "・@田中 次郎は図面を描く"], [Task("@田中 次郎は図面を描く", ["田中 次郎"])]),
        (["■宿題", "・会場の予約（会議室）"], [Task("会場の予約（会議室）")]),
        (["■宿題　なし"], []),
        (["■宿題", "・下見", "■ペンディング", "・出展の可否"], [Task("下見")]),
        (["宿題：下見（担当：橋野､出口､期限：6月9日）｡"],
         [Task("下見", ["橋野", "出口"], "6月9日")]),
    ],
)  # fmt: skip
def test_tasks(lines: list[str], expected: list[Task]) -> None:
    """What is to be done, and by whom where the form, or who was there, makes it certain."""
    found = paper(*lines).action_items
    assert [(task.what, task.people) for task in found] == [
        (task.what, task.people) for task in expected
    ]
    assert [task.due for task in found] == [task.due for task in expected]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["次回理事会開催（予定）", "2月18日（木）午後7時30分より"], "--02-18T19:30/.."),
        (["次回の定例理事会・・・3月11日（土） 19：30～"], "--03-11T19:30/.."),
        (["次回開催10/10(土)17時 会議室"], "--10-10T17:00"),
        (["次回は、4月18日に本社にて開催予定。"], "--04-18"),
        (["## 次回ミーティング11/28(火) 20:00~"], "--11-28T20:00/.."),
        (["次の役員会は4月18日に開きます。"], "--04-18"),
        (["来週は休み。次は10/21(金) 13:30から。"], "--10-21T13:30/.."),
        (["次のとおり4月18日に決めた。"], None),
        (["次回までに4月18日の案をつくる。"], None),
        (["次回の日程は前回4月18日と決めた。"], None),
        (["次回：未定"], None),
        (["日時：平成30年6月9日", "次回は7月7日（土）"], "2018-07-07"),
    ],
)
def test_next(lines: list[str], expected: str | None) -> None:
    """When they meet next."""
    found = paper(*lines).next_meeting
    assert (found and found.isoformat()) == expected


def test_names_at_half_width_commas() -> None:
    """橋野､出口､奈良 are three people."""
    assert read_text("会\n出席者：橋野､出口､奈良").participants == ("橋野", "出口", "奈良")


def test_names_at_dots() -> None:
    """山田・鈴木 are two people, ジョン・スミス is one."""
    assert read_text("会\n出席者：山田・鈴木").participants == ("山田", "鈴木")
    assert read_text("会\n出席者：ジョン・スミス").participants == ("ジョン・スミス",)


@pytest.mark.parametrize(
    ("text", "when", "following"),
    [
        # A weekday that is not that of the day in the paper's year.
        ("平成30年6月7日\n\n例会のお知らせ\n\n日　時　　6月9日（月）", None, None),
        ("例会議事録\n\n日時：平成30年6月9日\n\n次回は7月7日（月）", "2018-06-09", None),
        ("例会議事録\n\n日時：平成30年6月9日\n\n次回は平成30年7月7日（月）", "2018-06-09", None),
        ("例会議事録（2019年）\n\n日　時　　2月29日", "--02-29", None),
        # Two days that may be it, and two that are one.
        ("例会（6月9日）の記録\n\n6月10日（日）\n\n集まった。", None, None),
        ("例会（6月9日）の記録\n\n6月9日（土）\n\n集まった。", "--06-09", None),
        ("例会議事録\n\n集まった。\n\n■日時\n未定\n6月9日", "--06-09", None),
        ("例会議事録\n\n集まった。\n\n日程：6月9日", "--06-09", None),
        ("例会議事録\n\n集まった。\n\n日程：\n6月9日", None, None),
        ("例会議事録\n\n日時：毎朝9時", "T09:00", None),
        (
            "例会議事録\n\n日時：6月9日\n\n13時\n閉会は遅れた。\n散会　15時",
            "--06-09T13:00/T15:00",
            None,
        ),
        (
            "例会議事録\n\n次回\n7月7日\n散会　15時\n日時：6月9日 13時",
            "--06-09T13:00/T15:00",
            "--07-07",
        ),
    ],
)
def test_days_that_contradict(text: str, when: str | None, following: str | None) -> None:
    """Where two readings are left, or one contradicts itself, neither is given."""
    session = read_text(text)
    assert (session.schedule and session.schedule.isoformat()) == when
    assert (session.next_meeting and session.next_meeting.isoformat()) == following


def test_the_year_of_a_mail() -> None:
    """A day that is no part of the head (送信日時, …発行) gives the year as well."""
    mail = read_text("例会の報告\n\n送信日時：2023年2月13日\n\n日　時　2月11日（土）")
    paper = read_text(
        "会報だより\n\n編集部　2023年9月19日発行\n\n集まった。\n\n次回は10月12日（木）です。"
    )
    assert mail.schedule == parse_schedule("2023年2月11日（土）")
    assert paper.next_meeting == parse_schedule("2023年10月12日（木）")
    third = read_text("第2回審議会会議録\n\n連絡した。\n\n第３回は令和7年8月29日とする。")
    assert third.next_meeting == parse_schedule("令和7年8月29日")


def test_odd_lists() -> None:
    """A list without names, a number that is none, and who is named in brackets."""
    assert paper("出席者：、").attendance.count == 3
    assert read_text("会\n集まった。\n出席委員　二一名").attendance.count is None
    assert read_text("会\n出席者：甲・（乙・丙）丁").attendance.count == 2
    assert read_text("会\n総数：10名\n総数：理事7名").attendance.total == 10


def test_odd_tasks() -> None:
    """What cannot be read as a task is a task of these words, and a day that never was is told."""
    found = paper("■宿題", "・下見（担当：橋野）", "・会（6月9日まで）", "・@甲，乙は下見")
    assert [task.what for task in found.action_items] == ["下見", "会", "@甲，乙は下見"]
    with pytest.raises(ScheduleError, match="28 days"):
        _ = paper("■宿題", "・案（期限：平成30年2月30日）").action_items


def test_links_and_tags() -> None:
    """Marks of Markdown and HTML are no part of what is said."""
    session = paper("<p>場所：[会議室](https://example.com)</p>")
    assert session.place == "会議室"


def test_a_line_of_a_fact() -> None:
    """The line of what holds a fact, or none."""
    assert line_at("title", {}) is None
    assert line_at("details[2].value[1]", {"details[2]": 7}) == 7

"""What minutes of a kind must say, and what these lack."""

from pathlib import Path

import pytest

from minutes_gen import load, read_text
from minutes_gen.errors import KindError
from minutes_gen.facts.required import KINDS
from minutes_gen.session import Detail, Section, Session

EXAMPLES = Path(__file__).parents[2] / "examples"


def lacks(text: str, kind: str) -> list[str]:
    """List what minutes lack, without the rules."""
    return [f"{lack.name}: {lack.problem}" for lack in read_text(text).missing(kind)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_lack_nothing(kind: str) -> None:
    """Each kind has an example with all its entries, in which all numbers and names agree."""
    assert load(EXAMPLES / f"{kind}.txt").missing(kind) == ()


def test_the_notice_of_june_lacks_nothing() -> None:
    """The handout of 平成30年6月7日 has all that a record of a training has."""
    assert load(EXAMPLES / "june-7-notice.txt").missing("staff-minutes") == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_with_nothing_in_it_lacks_every_entry(kind: str) -> None:
    """Each entry of the table is missed where it is not there, with its rule."""
    entries = [(entry.name, "not given", entry.source) for entry in KINDS[kind].entries]
    found = Session(title="会").missing(kind)
    assert [(lack.name, lack.problem, lack.source) for lack in found] == entries


# Each entry of the examples: which lines say it, and what is missed without them.
CUTS = [
    ("staff-minutes", "場　　所", ["場所"]),
    ("staff-minutes", "出 席 者", ["参加者"]),
    ("board-minutes", "理事総数", ["理事総数"]),
    ("board-minutes", "出席者数", ["出席者数"]),
    ("board-minutes", "議", ["議長及び議事録署名人の署名"]),
    ("general-meeting-minutes", "正会員総数：", ["正会員総数"]),
    ("general-meeting-minutes", "日　　時", ["日時"]),
    ("directors-minutes", "場　　所", ["場所"]),
]


@pytest.mark.parametrize(("kind", "line", "missed"), CUTS)
def test_what_is_cut_out_is_missed(kind: str, line: str, missed: list[str]) -> None:
    """One line less is one entry less, and nothing else is complained of."""
    lines = (EXAMPLES / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    cut = "\n".join(other for other in lines if not other.startswith(line))
    assert lacks(cut, kind) == [f"{name}: not given" for name in missed]


def test_a_form_that_is_not_filled_in_says_nothing() -> None:
    """経過： and 賛成　反対 with nothing behind are room, and no entry."""
    text = """取締役会議事録
日時：平成30年7月10日
場所：本社
出席取締役：甲野 乙川
議長：甲野

第１号議案　賃借の件
　経過：
　賛成　　反対　　棄権
　議決：

以上の議事の経過を明確にするため、この議事録を作成する。
取締役　甲野　印
取締役　乙川　印"""
    assert lacks(text, "directors-minutes") == [
        "議事の経過の要領: not given",
        "議事の結果: not given",
        "議事の結果: 第１号議案 '賃借の件' has none",
    ]
    told = text.replace("経過：", "経過：審議した。").replace("議決：", "議決：可決")
    assert lacks(told, "directors-minutes") == []


def test_each_motion_has_its_result() -> None:
    """可決, 否決, 保留 or a vote; and a heading that is no 議案 needs none."""
    head = "総会\n審議事項：役員\n"
    for body in ("異議なく承認した。", "賛成 2", "保留：次回", "(1) 採決\n可決した。"):
        text = f"{head}第１号議案　役員の選任\n{body}\n第２号議案　会費\n説明した。\n【報告】\n甲"
        problems = [p for p in lacks(text, "general-meeting-minutes") if "has none" in p]
        assert problems == ["議決の結果: 第２号議案 '会費' has none"]


def test_the_content_of_a_training_may_be_its_sections() -> None:
    """内容 is a detail, or what the paper goes on to say."""
    missed = {
        lack.name
        for lack in Session(title="研修", sections=[Section("協働")]).missing("staff-minutes")
    }
    assert "内容" not in missed
    assert "次回" in missed
    session = Session(title="研修", details=[Detail("次回", "未定"), Detail("内容", "協働")])
    assert not {"内容", "次回"} & {lack.name for lack in session.missing("staff-minutes")}


def test_a_table_tells_the_course() -> None:
    """What was talked about may stand in a table; an empty one tells nothing."""
    text = "会\n1. 報告\n｜時刻｜内容｜\n｜10時｜説明｜"
    assert "議事の経過の要領: not given" not in lacks(text, "directors-minutes")
    assert "議事の経過の要領: not given" in lacks("会\n1. 報告\n｜｜", "directors-minutes")


def test_entries_may_be_headings() -> None:
    """Many offices number all of it: １　日時：…, ３　理事総数及び出席者数, ４　審議事項."""
    text = """理事会議事録
１　日　時：平成30年7月10日
２　場　所　事務室
３　理事総数、出席者数及び出席者氏名
理事総数7人、出席者5人。橋野、出口、奈良、金子、阿部
４　審議事項
会費の改定の件
５　議事の経過の概要及び議決の結果
異議なく可決した。
６　議事録署名人の選任
出口と奈良を選任した。
議　長　橋野　印
署名人　出口　印
署名人　奈良　印"""
    assert lacks(text, "board-minutes") == []


def test_the_next_meeting_is_no_entry() -> None:
    """When and where they meet next does not say when and where they met."""
    text = "研修\n1. 次回の予定\n日時：平成30年7月\n場所：事務室"
    missed = {lack.name for lack in read_text(text).missing("staff-minutes")}
    assert {"日時", "場所"} <= missed


def test_an_unknown_kind_names_the_nearest() -> None:
    """A slip of the finger is understood, and what is far from all lists them."""
    with pytest.raises(KindError, match="did you mean 'directors-minutes'"):
        Session(title="会").missing("director-minutes")
    with pytest.raises(KindError, match="allowed: 'staff-minutes', 'board-minutes'"):
        Session(title="会").missing("x")

"""The minutes of four kinds, in and out: as text, on the page and in Word; and their templates."""

import csv
import io
import runpy
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from minutes_gen import Template, load, read_text, render_docx, render_json, render_text
from minutes_gen.errors import ValuesError
from minutes_gen.facts.required import KINDS
from ooxml import parts_of

Golden = Callable[[str, str], None]
EXAMPLES = Path(__file__).parent.parent / "examples"
TASKS = EXAMPLES / "action_items.py"

_MOTIONS: dict[str, object] = {
    "発行者": "架空会",
    "日時": "平成30年7月10日（火）",
    "場所": "会議室",
    "議長": "例示太郎",
    "議案": "会費の改定\n会報の発行",
    "作成日": "平成30年7月20日",
}
# What each template must be given, and nothing more.
VALUES: dict[str, dict[str, object]] = {
    "staff-minutes": {
        "日時": "平成30年7月10日（火）",
        "場所": "会議室",
        "出席者": "例示 見本",
        "担当": "例示",
        "議題": ["会報", "その他"],
    },
    "board-minutes": _MOTIONS
    | {
        "理事総数": "3人",
        "出席者数": "3人",
        "出席理事": "例示太郎 仮名次郎 試案三郎",
        "署名人": "仮名次郎\n試案三郎",
    },
    "general-meeting-minutes": _MOTIONS
    | {"正会員総数": "86人", "出席者数": "63人", "署名人": ["仮名次郎", "試案三郎"]},
    "directors-minutes": _MOTIONS | {"取締役総数": "3名", "出席取締役": "例示太郎\n仮名次郎"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_is_the_example(kind: str) -> None:
    """What is written is what stands in the example."""
    text = (EXAMPLES / f"{kind}.txt").read_text(encoding="utf-8")
    assert render_text(read_text(text)) == text


@pytest.mark.parametrize("kind", KINDS)
def test_on_the_page_and_in_word(kind: str, golden: Golden) -> None:
    """The page and the parts of the Word file are those that were looked at."""
    minutes = load(EXAMPLES / f"{kind}.txt")
    golden(f"{kind}.page.txt", render_text(minutes, width="page"))
    tree = etree.fromstring(parts_of(render_docx(minutes))["word/document.xml"])
    etree.indent(tree)
    golden(f"{kind}.document.xml", etree.tostring(tree, encoding="unicode") + "\n")


@pytest.mark.parametrize("kind", KINDS)
def test_as_data(kind: str, golden: Golden) -> None:
    """The JSON of the minutes is readable, and is the minutes."""
    minutes = load(EXAMPLES / f"{kind}.txt")
    golden(f"{kind}.json", render_json(minutes))
    assert load(Path(__file__).parent / "golden" / f"{kind}.json") == minutes


@pytest.mark.parametrize("kind", KINDS)
def test_the_template_has_all_entries(kind: str, golden: Golden) -> None:
    """What a template is filled in with lacks what happened at the meeting, and nothing else."""
    minutes = Template.load(kind).fill(VALUES[kind])
    golden(f"{kind}.template.txt", render_text(minutes))
    entries = {lack.name for lack in minutes.missing(kind)}
    assert entries <= {"議事の経過の概要", "議事の経過の要領", "議決の結果", "議事の結果"}
    filled = render_text(minutes).replace("経過：", "経過：説明した。")
    filled = filled.replace("議決：", "議決：可決")
    assert read_text(filled).missing(kind) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_the_template_has_room_for_all_it_lists(kind: str) -> None:
    """Each value that may be given stands in the paper, wherever its place is."""
    template = Template.load(kind)
    given: dict[str, object] = {
        value.name: {"日時": "平成30年7月10日", "日付": "平成30年7月10日", "番号": 7777}.get(
            value.kind.name, f"仮{value.name}"
        )
        for value in template.values
    }
    text = render_text(template.fill(given))
    assert [name for name, value in given.items() if str(value) not in text] == []


def test_who_signs_is_a_name() -> None:
    """A value that would be read as a line to sign on is refused, and named."""
    values = VALUES["board-minutes"] | {"署名人": ["＿＿＿＿", "試案三郎"]}
    with pytest.raises(ValuesError, match="would not be read as role '議事録署名人'"):
        Template.load("board-minutes").fill(values)


def test_open_tasks_in_one_table(
    golden: Golden,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The script lists the tasks of a folder, as text, in Word and for a spreadsheet."""
    folder = tmp_path / "minutes"
    (folder / "old").mkdir(parents=True)
    for path in EXAMPLES.glob("*-minutes.txt"):
        (folder / path.name).write_bytes(path.read_bytes())
    old = "会\n日時：平成30年4月1日\n宿題：甲｜乙を送る（済）\n　　　丙｜丁を送る（期限：4月8日）"
    (folder / "old" / "april.txt").write_text(old, encoding="utf-8")
    (folder / "wrong.txt").write_text("会\n日時：平成30年2月30日", encoding="utf-8")
    (folder / "notes.md").write_text("# 会", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["action_items.py", str(folder)])
    runpy.run_path(str(TASKS), run_name="__main__")
    printed, complained = capsys.readouterr()
    golden("action-items.txt", printed)
    assert "wrong.txt:2: '平成30年2月30日'" in complained
    outputs = [tmp_path / f"tasks{suffix}" for suffix in (".csv", ".docx", ".txt")]
    options = [part for output in outputs for part in ("-o", str(output))]
    monkeypatch.setattr(sys, "argv", ["action_items.py", str(folder), *options])
    runpy.run_path(str(TASKS), run_name="__main__")
    rows = list(csv.reader(io.StringIO(outputs[0].read_text(encoding="utf-8-sig"))))
    assert rows[1] == ["2018-04-08", "", "丙|丁を送る", "会", "april.txt"]
    assert (len(rows), outputs[1].read_bytes()[:2]) == (9, b"PK")
    assert outputs[2].read_text(encoding="utf-8") == printed

"""templates, new and next, used as people use them."""

import json
import sys
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from calls import Run
from letters import letter
from minutes_gen import load, render_text
from minutes_gen.templating.template import FOLDER_VARIABLE

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parents[1] / "golden"
JUNE = EXAMPLES / "june-7-notice.txt"
TRAINING = ("new", "staff-training", "--from", JUNE)
JULY = (*TRAINING, "--set", "発行日=平成30年7月5日", "--set", "日時＝平成30年7月10日（火）")
OPEN = "minutes-gen: to be filled in: 発行日: not given; 日時: 平成30年7月 names no day\n"


def test_new_writes_july(run: Run) -> None:
    """The notice of July, as Word and as text, with nothing left to say."""
    assert run(*JULY, "-o", "july.docx", "-o", "july.txt") == (0, "", "")
    text = (GOLDEN / "july-notice.txt").read_text(encoding="utf-8")
    assert Path("july.txt").read_text(encoding="utf-8") == text
    assert Document("july.docx").paragraphs[0].text == "平成30年7月5日"
    assert run(*JULY) == (0, text, "")


def test_next_writes_what_june_says_of_july(run: Run) -> None:
    """A month stays a month, and that is pointed out."""
    status, output, note = run("next", JUNE)
    assert (status, note) == (0, OPEN)
    assert "日　　時：平成30年7月\n" in output
    dated = run("next", JUNE, "--issued", "H30.7.5", "-o", "july.txt")
    assert dated == (0, "", OPEN.replace("発行日: not given; ", ""))
    golden = (GOLDEN / "july-follow-up.txt").read_text(encoding="utf-8")
    assert Path("july.txt").read_text(encoding="utf-8") == golden


def test_new_points_out_what_is_open(run: Run, tmp_path: Path) -> None:
    """What the template has a place for and nobody has said is named."""
    assert run(*TRAINING)[2] == OPEN
    (tmp_path / "own.txt").write_text("{{ 題名 }}", encoding="utf-8")
    assert run("new", "own.txt", "--from", JUNE) == (0, "スタッフ研修\n", "")


def test_new_with_the_options_of_render(run: Run, tmp_path: Path) -> None:
    """Style, width and letterhead are those of render."""
    (tmp_path / "letterhead.docx").write_bytes(letter())
    call = (*JULY, "--reference", "letterhead.docx", "--style", "koyobun", "-o", "a.docx")
    assert run(*call) == (0, "", "")
    assert Document("a.docx").sections[0].footer.paragraphs[0].text == "芦屋市公光町"
    assert run(*JULY, "--width", "page")[1] == render_text(
        load(GOLDEN / "july-notice.txt"), width="page"
    )


def test_values_of_every_source(run: Run, tmp_path: Path) -> None:
    """--set comes before --values; @ is a file, @@ an @, and - standard input."""
    (tmp_path / "body.txt").write_text("甲\n1. にせ\n", encoding="cp932")
    values = {"場所": "乙", "参加者": ["橋野 太郎", "出口"], "担当": "", "題名": "丙"}
    (tmp_path / "july.json").write_text(json.dumps(values), encoding="utf-8")
    own = ("--set", "内容=@body.txt", "--set", "題名=@@丁", "--set", "参考資料=")
    expected = (
        "特定非営利活動法人あしやＮＰＯセンター\n\n第2回 @丁\n\n日　　時：平成30年7月\n"
        "場　　所：乙\n参 加 者：橋野 太郎、出口\n内　　容：甲\n　　　　　1. にせ\n"
    )
    assert run(*TRAINING, *own, "--values", "july.json")[:2] == (0, expected)
    stdin = json.dumps(values).encode()
    assert run(*TRAINING, *own, "--values", "-", stdin=stdin)[:2] == (0, expected)


def test_templates_are_listed_shown_and_copied(run: Run, tmp_path: Path) -> None:
    """NAME shows the values, --copy gives a file to edit, and an own folder comes first."""
    status, shown, _ = run("templates", "staff-training")
    assert status == 0
    assert "　題名　　　文字　既定：スタッフ研修" in shown
    assert "　日時　　　日時　必須　　　　　　　　平成30年7月10日（火）など" in shown
    copied = str(Path("own") / "staff-training.txt")
    assert run("templates", "--copy", "staff-training", "own") == (0, f"{copied}\n", "")
    assert Path(copied).read_text(encoding="utf-8").startswith("{# 研修の案内・配付資料")
    (tmp_path / "own" / "tea.txt").write_text("{{ 題名 }}", encoding="utf-8")
    assert (
        run("templates", "--templates", "own", "tea")[1]
        == "　題名　文字　必須　文字。何行でもよい\n"
    )
    assert run("new", "tea", "--templates", "own", "--set", "題名=茶話会")[1] == "茶話会\n"


def test_a_folder_by_environment(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MINUTES_GEN_TEMPLATES names a folder for every call."""
    (tmp_path / "tea.txt").write_text("{# 茶話会 #}茶話会", encoding="utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert "\ntea                      茶話会\n" in run("templates")[1]
    assert run("new", "tea") == (0, "茶話会\n", "")


@pytest.mark.parametrize(
    ("args", "status", "problem"),
    [
        (["new", "stafftraining"], 2, "did you mean 'staff-training'?"),
        (
            ["new", "staff-training", "--set", "持所=甲"],
            2,
            "this template has no value '持所'; did",
        ),
        (["new", "staff-training"], 2, "staff-training.txt:8: 日時, 場所, 内容 are missing"),
        (
            ["new", "staff-training", "--set", "場所"],
            2,
            "--set: '場所' is not of the form NAME=VAL",
        ),
        (
            ["new", "staff-training", "--set", "=場所"],
            2,
            "--set: '=場所' is not of the form NAME=V",
        ),
        (["new", "staff-training", "--set", "内容=@no.txt"], 2, "'no.txt' cannot be read"),
        (
            ["new", "staff-training", "--set", "日時=2018-02-30"],
            2,
            "staff-training.txt:8: 日時: '2018",
        ),
        (
            ["new", "staff-training", "--values", "list.json"],
            1,
            "list.json: ['x'] is not an object",
        ),
        (["new", "staff-training", "--values", "bad.json"], 1, "bad.json:1: no JSON: "),
        (["new", "staff-training", "--from", "no.txt"], 2, "'no.txt' cannot be read"),
        (["new", "staff-training", "--templates", "no"], 2, "'no' is not a folder of templates"),
        (["new", "evil.txt"], 1, "evil.txt:2: a call ( ) cannot stand in a template"),
        (["new", "staff-training", "-o", "x.pdf"], 2, "'x.pdf': cannot write '.pdf' files"),
        (
            ["new", "staff-training", "--each", "a.csv"],
            2,
            "--each needs -o FILE, such as -o 'out/{",
        ),
        (
            ["new", "staff-training", "--each", "a.csv", "-o", "x.txt"],
            2,
            "each row needs a file of",
        ),
        (
            ["new", "staff-training", "--each", "a.csv", "-o", "{氏命}.txt"],
            2,
            "did you mean '氏名'?",
        ),
        (
            ["new", "staff-training", "--each", "no.csv", "-o", "{氏名}.txt"],
            2,
            "'no.csv' cannot be",
        ),
        (
            ["templates", "x", "--copy", "staff-training", "."],
            2,
            "give NAME or --copy NAME DIR, not",
        ),
        (["templates", "--copy", "stafftraining", "."], 2, "did you mean 'staff-training'?"),
        (
            ["templates", "--copy", "staff-training", "a.csv"],
            2,
            "cannot be written: File exists: 'a.csv'",
        ),
        (["new", "staff-training", "--from", "-", "--values", "-"], 2, "standard input is read on"),
        (["next", "a.csv"], 2, "'a.csv': cannot read '.csv' files"),
        (["next", "bare.txt"], 1, "bare.txt: a paper with no title and no details tells nothing"),
        (
            ["next", "bare.txt", "--issued", "7月5日"],
            2,
            "--issued: must be a full date, such as 2018-07-05, not '7月5日'.",
        ),
        (["next", "bare.txt", "--issued", "2018-02-30"], 2, "--issued: '2018-02-30': "),
    ],
)
def test_each_slip_is_one_line(
    run: Run, tmp_path: Path, args: list[str], status: int, problem: str
) -> None:
    """What, where and what is allowed; 2 for a wrong call, 1 for a bad file; nothing written."""
    files = {
        "list.json": '["x"]',
        "bad.json": "{",
        "evil.txt": "甲\n{{ ''.__class__.mro() }}",
        "a.csv": "番号,氏名\n1,橋野\n",
        "bare.txt": "1. 甲",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    got, output, complaint = run(*args)
    assert (got, output) == (status, "")
    assert problem in complaint
    assert complaint.startswith("minutes-gen: ")
    assert complaint.count("\n") == 1
    assert {path.name for path in tmp_path.iterdir()} == set(files)


def test_a_paper_for_each_row(run: Run, tmp_path: Path) -> None:
    """One paper for each row; what is wrong with one is told at the end, and harms no other."""
    rows = [
        "番号,氏名,場所,電話",
        "1,橋野/../../太郎,2階,03",
        "2,出口,,",
        "2,出口,,",
        "3,?横山,,",
        "4,NUL,,",
        '5,奈良,"会議室\n1. にせ",',
    ]
    (tmp_path / "a.csv").write_bytes("\r\n".join(rows).encode("cp932"))
    (tmp_path / "own.txt").write_text(
        "{{ 氏名|様 }}\n\n場所：{{ 場所|既定('事務室') }}\n",
        encoding="utf-8",
    )
    call = ("new", "own.txt", "--each", "a.csv", "-o", "out/{番号}-{氏名}.txt")
    status, output, notes = run(*call, "-o", "out/{番号}.docx")
    assert (status, output) == (1, "")
    assert notes.splitlines() == [
        "minutes-gen: a.csv:4: 'out/2-出口.txt' is the file of line 3 already",
        "minutes-gen: a.csv: no use for 電話",
        "minutes-gen: 1 of 6 rows failed",
    ]
    assert sorted(path.stem for path in (tmp_path / "out").iterdir()) == sorted(
        [*"12345", "1-橋野_.._.._太郎", "2-出口", "3-_横山", "4-NUL", "5-奈良"]
    )
    assert load(tmp_path / "out" / "1-橋野_.._.._太郎.txt").title == "橋野/../../太郎 様"
    assert load(tmp_path / "out" / "2-出口.txt").place == "事務室"
    assert load(tmp_path / "out" / "5-奈良.txt").place == "会議室\n1. にせ"
    first = BytesIO((tmp_path / "out" / "1.docx").read_bytes())
    assert Document(first).paragraphs[0].text == "橋野/../../太郎 様"


def test_wrong_rows_and_cells(run: Run, tmp_path: Path) -> None:
    """Each is told with its line at the end, and all others are written, in Unicode text, too."""
    rows = [
        "氏　名\t場所\t電話",
        "橋野\t2階\t#N/A",
        "#N/A\t2階\t",
        "出口",
        "奈良\t\t\t1階",
        "横山\t\t",
    ]
    (tmp_path / "a.txt").write_text("\r\n".join(rows), encoding="utf-16")
    (tmp_path / "own.txt").write_text(
        "{{ 氏名|様 }}\n{% if 場所 %}\n場所：{{ 場所 }}\n{% endif %}", encoding="utf-8"
    )
    status, output, notes = run("new", "own.txt", "--each", "a.txt", "-o", "out/{氏　名}.txt")
    assert (status, output) == (1, "")
    assert notes.splitlines() == [
        "minutes-gen: a.txt:3: column '氏名' holds '#N/A', an error of the spreadsheet",
        "minutes-gen: a.txt:4: 1 cells, 3 in the header; an empty one has its comma, too",
        "minutes-gen: a.txt:5: 4 cells, 3 in the header; put one that holds a comma in quotes",
        "minutes-gen: a.txt: no use for 電話",
        "minutes-gen: 3 of 5 rows failed",
    ]
    assert sorted(path.stem for path in (tmp_path / "out").iterdir()) == ["横山", "橋野"]


def test_rows_with_values_of_the_call(run: Run, tmp_path: Path) -> None:
    """A cell comes before --set, and that before --from; what is open is told once."""
    (tmp_path / "a.csv").write_text("場所\n甲\n\n乙\n", encoding="utf-8")
    call = (*TRAINING, "--set", "題名=丙", "--each", "a.csv", "-o", "{場所}-{題名}.txt")
    assert run(*call) == (0, "", OPEN)
    assert load(tmp_path / "甲-丙.txt").place == "甲"
    assert load(tmp_path / "乙-丙.txt").participants == load(JUNE).participants


def test_a_person_sees_how_far_it_is(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal there is a bar."""
    (tmp_path / "a.csv").write_text("題名\n甲\n乙\n", encoding="utf-8")
    (tmp_path / "own.txt").write_text("{{ 題名 }}", encoding="utf-8")

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    status, _, bar = run("new", "own.txt", "--each", "a.csv", "-o", "{題名}.txt")
    assert status == 0
    assert "a.csv" in bar
    assert "100%" in bar
    assert Path("乙.txt").exists()


def test_from_the_notice_to_the_minutes_to_the_notice(run: Run) -> None:
    """The skeleton of June's minutes says of July what June's notice says."""
    assert run("minutes", JUNE, "-o", "june-minutes.txt") == (0, "", "")
    text = Path("june-minutes.txt").read_text(encoding="utf-8")
    assert text == (GOLDEN / "june-minutes.txt").read_text(encoding="utf-8")
    filled = text.replace(
        "　宿題：\n\n2.", "　宿題：会場を予約する（担当：奈良、期限：6月20日）\n\n2."
    )
    Path("june-minutes.txt").write_text(filled, encoding="utf-8")
    status, output, note = run("next", "june-minutes.txt", "--issued", "H30.7.5")
    golden = (GOLDEN / "july-follow-up.txt").read_text(encoding="utf-8")
    tasks = "会場を予約する（担当：奈良、期限：平成30年6月20日（水）（期限超過））"
    assert output == f"{golden}\n1. 前回の宿題\n　宿　　題：{tasks}\n"
    assert (status, note) == (0, OPEN.replace("発行日: not given; ", ""))


def test_minutes_of_what_cannot_be_numbered(run: Run) -> None:
    """A notice whose agenda cannot be laid out is named, and nothing is written."""
    sections = "\n".join(f"{number}. 題" for number in range(1, 51))
    Path("n.txt").write_text(f"会\n議題：①甲\n{sections}", encoding="utf-8")
    status, output, note = run("minutes", "n.txt", "-o", "m.txt")
    assert (status, output, Path("m.txt").exists()) == (1, "", False)
    assert note == "minutes-gen: n.txt: 51 cannot be written in 'circled', which ends at 50 (㊿)\n"

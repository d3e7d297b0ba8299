"""The command, used as people use it, with every slip they make."""

import gc
import io
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from docx import Document

from calls import Run
from letters import letter
from minutes_gen import __version__, load
from minutes_gen.cli import command as cli
from minutes_gen.cli.command import main
from minutes_gen.facts.required import KINDS

NOTICE = Path(__file__).parents[2] / "examples" / "june-7-notice.txt"
EXTRACTED = Path(__file__).parents[1] / "data" / "june7" / "notice_extracted.txt"


def test_render_to_every_format_at_once(run: Run, tmp_path: Path) -> None:
    """Each -o is a file in the format of its suffix, and nothing is printed."""
    assert run("render", NOTICE, "-o", "a.docx", "-o", "a.txt", "-o", "a.json") == (0, "", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "a.json", "a.txt"]
    assert load("a.txt") == load("a.json") == load(NOTICE)


def test_render_prints_without_a_file(run: Run) -> None:
    """Without -o, or with -o -, the text is printed."""
    text = NOTICE.read_text(encoding="utf-8")
    assert run("render", NOTICE) == (0, text, "")
    assert run("render", NOTICE, "-o", "-", "-o", "a.txt") == (0, text, "")


def test_a_number_that_skips_is_pointed_out(run: Run, tmp_path: Path) -> None:
    """It is kept, and one line names the file and the line."""
    (tmp_path / "a.txt").write_text("1. 甲\n3. 乙\n3. 丙\n", encoding="utf-8")
    status, _, complaints = run("render", "a.txt", "-o", "b.txt")
    assert status == 0
    assert complaints == (
        "minutes-gen: warning: a.txt:2: the number 3 stands where 2 is expected; kept\n"
        "minutes-gen: warning: a.txt:3: the number 3 stands where 4 is expected; kept\n"
    )
    assert "3. 丙" in (tmp_path / "b.txt").read_text(encoding="utf-8")


def test_labels_of_several_kinds_stay(run: Run, tmp_path: Path) -> None:
    """What is typed is written, and nothing is to be said of it."""
    text = "1. 甲\n　(1) 乙\n\n2. 丙\n　①　丁\n　②　戊\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert run("render", "a.txt") == (0, text, "")


def test_render_from_standard_input(run: Run) -> None:
    """- is text in the notation, JSON, or what a PDF extractor gave."""
    assert run("render", "-", stdin="研修".encode()) == (0, "研修\n", "")
    assert run("render", "-", stdin=b'{"title": "June"}') == (0, "June\n", "")
    extracted = run("render", "-", "--extracted", stdin=EXTRACTED.read_bytes())
    assert extracted == (0, NOTICE.read_text(encoding="utf-8"), "")


def test_render_extracted(run: Run) -> None:
    """--extracted reads the text of a PDF."""
    assert run("render", EXTRACTED, "--extracted")[1] == NOTICE.read_text(encoding="utf-8")


def test_render_in_a_style(run: Run, tmp_path: Path) -> None:
    """--style is a preset or a file; what `styles NAME` prints is such a file."""
    assert "第１　協働ってなに？" in run("render", NOTICE, "--style", "koyobun")[1]
    (tmp_path / "office.toml").write_text(run("styles", "koyobun")[1], encoding="utf-8")
    assert run("render", NOTICE, "--style", "office.toml") == run(
        "render", NOTICE, "--style", "koyobun"
    )


def test_render_on_a_letterhead(run: Run, tmp_path: Path) -> None:
    """--reference gives the Word file its header; one that cannot be used is one line."""
    (tmp_path / "letterhead.docx").write_bytes(letter())
    call = ("render", NOTICE, "--reference", "letterhead.docx")
    assert run(*call, "-o", "a.docx", "-o", "a.txt") == (0, "", "")
    assert Document("a.docx").sections[0].footer.paragraphs[0].text == "芦屋市公光町"
    status, _, complaint = run(*call, "-o", "b.txt")
    assert (status, complaint[:50]) == (2, "minutes-gen: --reference is for a Word file; add -")
    (tmp_path / "letterhead.docx").write_bytes(b"x")
    problem = "minutes-gen: 'letterhead.docx' is not a .docx file\n"
    assert run(*call, "-o", "b.docx", "-o", "b.txt") == (2, "", problem)
    assert sorted(path.name[0] for path in tmp_path.iterdir()) == ["a", "a", "l"]


def test_render_to_a_width(run: Run, tmp_path: Path) -> None:
    """--width breaks the text that is printed and that of text files, and no other."""
    source = tmp_path / "june.txt"
    source.write_text("1. 協働\n市民とNPOが対等な立場で協力すること。", encoding="utf-8")
    page = "　　1. 協働\n　　　市民とNPOが対\n　　　等な立場で協力\n　　　すること。\n"
    assert run("render", source, "--width", "20c") == (0, page, "")
    assert run("render", source, "--width", "10")[1] == page
    assert len(run("render", source, "--width", "page")[1].splitlines()) == 2
    assert run("render", source, "--width", "20c", "-o", "a.txt", "-o", "a.json") == (0, "", "")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == page
    assert load("a.json") == load(source)


def test_the_page_is_the_styles(run: Run, tmp_path: Path) -> None:
    """--width page counts by the page of the style that is named."""
    (tmp_path / "june.txt").write_text("研修\n　" + "字" * 50, encoding="utf-8")
    (tmp_path / "slip.toml").write_text("[page]\nwidth = 102.5", encoding="utf-8")
    printed = run("render", "june.txt", "--style", "slip.toml", "--width", "page")[1]
    assert printed.splitlines()[2:] == ["　" + "字" * 9, *["字" * 10] * 4, "字"]


def test_lists(run: Run) -> None:
    """Styles and templates are listed with what they are for."""
    assert "koyobun  公用文" in run("styles")[1]
    assert "staff-training           研修の案内" in run("templates")[1]


FORMS = (
    "2018-06-12\t平成30年6月12日（火）\t平成３０年６月１２日\t平成三十年六月十二日\t"
    "H30.6.12\tH30.06.12\t平30.6.12\n"
)


def test_era(run: Run) -> None:
    """A date in any form gives all its forms and its weekday, and several give a line each."""
    assert run("era", "平成30年6月12日") == run("era", "2018-06-12") == (0, FORMS, "")
    assert run("era", "H30.6.12", "R5/4/1", "--style", "iso") == (0, "2018-06-12\n2023-04-01\n", "")


def test_era_from_standard_input(run: Run) -> None:
    """Lines that are no dates are pointed out, and the others are not lost."""
    status, output, complaints = run("era", stdin="平成30年6月12日\n\n昭和64年1月8日\nx\n".encode())
    assert (status, output) == (1, FORMS)
    first, second = complaints.splitlines()
    assert first.startswith("minutes-gen: <stdin>:3: '昭和64年1月8日'")
    assert "平成元年1月8日" in first
    assert second.startswith("minutes-gen: <stdin>:4: 'x'")
    assert run("era", "-", stdin=b"H30.6.12") == (0, FORMS, "")


def test_help(run: Run) -> None:
    """The bare command shows its help, and every command has one."""
    status, output, _ = run()
    assert status == 0
    assert "render" in output
    for command in ("render", "styles", "templates", "new", "next", "era"):
        assert "Usage: minutes-gen" in run(command, "--help")[1]


def test_help_names_the_kinds_of_minutes(run: Run) -> None:
    """Those that there are, whatever kinds are added."""
    text = "".join(run("render", "--help")[1].split())
    assert f"doesnot:{','.join(KINDS)}." in text


def test_version(run: Run) -> None:
    """--version is the version alone."""
    assert run("--version")[1] == f"{__version__}\n"
    assert __version__.replace(".", "").isdigit()


def test_a_program_that_calls_it_is_left_as_it_was(run: Run) -> None:
    """What the command changes of Python for itself, it changes back, however it ends."""
    before = gc.get_threshold()
    for call in (["styles"], ["no such command"]):
        run(*call)
        assert gc.get_threshold() == before


@pytest.mark.parametrize(
    ("args", "status", "problem"),
    [
        (["rendr"], 2, "No such command 'rendr'."),
        (["render"], 2, "Missing argument 'SOURCE'. See `minutes-gen render --help`."),
        (["render", "june.txt", "--stile", "x"], 2, "--stile"),
        (["render", "june.txt", "more.txt"], 2, "unexpected extra argument (more.txt)"),
        (["render", "nothing.txt"], 2, "'nothing.txt' cannot be read: No such file"),
        (["render", "june.pdf"], 2, "'june.pdf': cannot read '.pdf' files; allowed: .json, .txt"),
        (["render", "june.txt", "-o", "x.pdf"], 2, "'x.pdf': cannot write '.pdf' files"),
        (["render", "june.txt", "-o", "no/x.txt"], 2, "'no/x.txt' cannot be written: No such file"),
        (["render", "june.txt", "--style", "koyoubun"], 2, "did you mean 'koyobun'?"),
        (["render", "june.txt", "--style", "bad.toml"], 2, "bad.toml:1: dates: 'x' is none of"),
        (["era", "平成30年6月12日（水）"], 1, "probably 平成30年6月12日（火） is meant"),
        (["era", "H30.6.12", "--style", "knji"], 2, "unknown form of a date 'knji'; did you mean"),
        (["render", "june.txt", "--width", "7Oc"], 2, "'7Oc' is not a width; allowed are page, a"),
        (["render", "june.txt", "--width", "-5"], 2, "'-5': a line of -5 em; allowed are 4 to"),
        (["render", "june.txt", "--width", "7c"], 2, "'7c': a line of 3.5 em; allowed are 4 to"),
        (
            ["render", "june.txt", "--style", "slip.toml", "--width", "page"],
            2,
            "a line of 0.787402",
        ),
        (["styles", "koyoubun"], 2, "did you mean 'koyobun'?"),
        (["templates", "staf-training"], 2, "did you mean 'staff-training'?"),
        (["render", "empty.txt"], 1, "empty.txt:1: no text in it"),
        (["render", "image.txt"], 1, "image.txt:1: not a text file: byte 0x89 at 1"),
        (["render", "date.txt"], 1, "date.txt:2: '平成30年2月30日': 2月 of 2018 has 28 days"),
        (["render", "weekday.txt"], 1, "weekday.txt:2: '平成30年6月12日（水）'"),
        (
            ["render", "deep.txt", "--style", "flat.toml"],
            1,
            "deep.txt: sections[0].sections[0]: level 2",
        ),
    ],
)
def test_each_slip_is_one_line(
    run: Run, tmp_path: Path, args: list[str], status: int, problem: str
) -> None:
    """What, where and what is allowed; 2 for a wrong call, 1 for a bad document; no file."""
    files = {
        "june.txt": "研修".encode(),
        "june.pdf": b"%PDF",
        "empty.txt": b"\n",
        "image.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "date.txt": "研修\n日時：平成30年2月30日".encode(),
        "weekday.txt": "研修\n日時：平成30年6月12日（水）".encode(),
        "deep.txt": "1. 甲\n(1) 乙".encode(),
        "bad.toml": b'dates = "x"',
        "flat.toml": b'numbering = ["1."]',
        "slip.toml": b"[page]\nwidth = 80\n[fonts]\nsize = 72",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    got, output, complaint = run(*args, "-o", "out.txt") if "render" in args else run(*args)
    assert (got, output) == (status, "")
    assert problem in complaint
    assert complaint.startswith("minutes-gen: ")
    assert complaint.count("\n") == 1
    assert {path.name for path in tmp_path.iterdir()} == set(files)


def test_what_a_terminal_would_obey_is_escaped(run: Run) -> None:
    """A file name may hold anything; a complaint is one line that changes no colours."""
    complaint = run("render", "two  words\x1b[31m\nred.txt")[2]
    assert complaint.startswith("minutes-gen: 'two  words\\x1b[31m\\nred.txt' cannot be read")
    assert complaint.count("\n") == 1


def test_a_slip_writes_no_file(run: Run, tmp_path: Path) -> None:
    """A style that cannot write the sections is found out before any file is written."""
    (tmp_path / "flat.toml").write_text('numbering = ["1."]', encoding="utf-8")
    args = ["render", "-", "-o", "a.json", "-o", "a.txt", "--style", "flat.toml"]
    status, _, complaint = run(*args, stdin="1. 甲\n(1) 乙".encode())
    assert (status, complaint.count("\n")) == (1, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["flat.toml"]


def test_a_file_that_stands_where_a_folder_should(run: Run, tmp_path: Path) -> None:
    """A target below a file is one line, too."""
    (tmp_path / "june.txt").write_text("研修", encoding="utf-8")
    status, _, complaint = run("render", "june.txt", "-o", "june.txt/x.txt")
    assert (status, complaint.count("\n")) == (2, 1)


def test_text_that_begins_with_a_brace(run: Run) -> None:
    """Only what begins as an object does is taken for JSON: a template is text."""
    assert run("render", "-", stdin="{{ 発行日 }}\n{# 仮 #}".encode())[0] == 0
    assert run("render", "-", stdin="{仮}研修".encode()) == (0, "{仮}研修\n", "")


def test_json_is_not_extracted(run: Run, tmp_path: Path) -> None:
    """--extracted with a .json file is a wrong call."""
    (tmp_path / "june.json").write_text('{"title": "x"}', encoding="utf-8")
    status, _, complaint = run("render", "june.json", "--extracted")
    assert (status, "is text, in a .txt file" in complaint) == (2, True)


@pytest.mark.parametrize(("args", "status"), [(["render", "-"], 2), (["era"], 2), (["styles"], 1)])
def test_closed_and_full_streams(args: list[str], status: int) -> None:
    """A closed standard input and a full standard output are one line."""
    command = " ".join([sys.executable, "-m", "minutes_gen", *args])
    streams = "> /dev/full" if status == 1 else "<&-"
    done = subprocess.run(
        ["sh", "-c", f"{command} {streams}"],
        capture_output=True,
        check=False,
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
    )
    assert done.returncode == status
    assert done.stderr.startswith(b"minutes-gen: ")
    assert done.stderr.count(b"\n") == 1


def test_a_path_that_is_no_text(run: Run) -> None:
    """A file name of bytes that are no UTF-8 is shown, whatever the console can show."""
    status, _, complaint = run("render", "\udcff.txt")
    assert status == 2
    assert "\\udcff.txt" in complaint


@pytest.mark.parametrize("error", [KeyboardInterrupt, click.Abort])
def test_stopped_by_a_person(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    """Ctrl-C ends with a line and no traceback."""

    def stop(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(cli.cli, "main", stop)
    assert run("styles") == (130, "", "minutes-gen: stopped\n")


def test_what_does_not_fit_into_memory(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one line."""

    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(cli.cli, "main", fail)
    assert run("styles") == (1, "", "minutes-gen: out of memory\n")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device that never ends")
@pytest.mark.parametrize(
    "args",
    [
        ["render", "zero.txt"],
        ["render", "zero.json"],
        ["render", "a.txt", "-o", "a.docx", "--style", "zero.toml"],
        ["render", "a.txt", "-o", "a.docx", "--reference", "zero.docx"],
        ["minutes", "zero.txt"],
        ["next", "zero.txt"],
        ["new", "zero.txt"],
        ["new", "staff-training", "--from", "zero.json"],
        ["new", "staff-training", "--set", "内容=@zero.txt"],
        ["new", "staff-training", "--values", "zero.json"],
        ["new", "staff-training", "--each", "zero.txt", "-o", "{番号}.txt"],
        ["templates", "zero.txt"],
        ["templates", "--copy", "zero.txt", "own"],
        ["styles", "zero.toml"],
    ],
)
def test_what_never_ends(run: Run, tmp_path: Path, args: list[str]) -> None:
    """A device in the place of any file is one line."""
    (tmp_path / "a.txt").write_text("研修", encoding="utf-8")
    for suffix in ("txt", "json", "toml", "docx"):
        (tmp_path / f"zero.{suffix}").symlink_to("/dev/zero")
    status, output, complaint = run(*args)
    assert (status, output, complaint.count("\n")) == (2, "", 1)
    assert "' is too large; allowed: up to " in complaint


@pytest.mark.parametrize(
    "args", [["render", "-"], ["era"], ["new", "staff-training", "--values", "-"]]
)
def test_too_much_on_standard_input(run: Run, args: list[str]) -> None:
    """It is one line, too."""
    complaint = "minutes-gen: <stdin> is too large; allowed: up to 8 MB\n"
    assert run(*args, stdin=b"1" * ((8 << 20) + 1)) == (2, "", complaint)


def test_within_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that calls the command may catch its output as it likes."""
    caught = io.StringIO()
    monkeypatch.setattr(sys, "stdout", caught)
    assert main(["styles"]) == 0
    assert "koyobun" in caught.getvalue()


def test_streams_that_fail(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk behind standard output, and no standard streams at all, are no traceback."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    stdout = sys.stdout
    with monkeypatch.context() as patch:
        patch.setattr(cli.cli, "main", fail)
        assert main([]) == 1
    assert sys.stdout is None  # as in a program without a console
    assert main(["styles"]) == 0
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["era"]) == 2
    sys.stdout = stdout
    assert main(["styles", "x"]) == 2


def test_nobody_reads_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe that closes early ends the command in silence."""

    def stop(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(cli.cli, "main", stop)
    stdout = sys.stdout
    assert main([]) == 1
    assert sys.stdout is None
    sys.stdout = stdout


def test_output_is_utf8_whatever_the_code_page(tmp_path: Path) -> None:
    """On a console of another code page the bytes are UTF-8, and so are the complaints."""
    for args, stream in (["render", str(NOTICE)], "stdout"), (["render", "日本.txt"], "stderr"):
        done = subprocess.run(
            [sys.executable, "-m", "minutes_gen", *args],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env={"PYTHONIOENCODING": "cp932", "PYTHONPATH": ":".join(filter(None, sys.path))},
        )
        expected = NOTICE.read_bytes() if stream == "stdout" else "日本.txt".encode()
        assert expected in getattr(done, stream)


def test_a_reader_that_stops_early(tmp_path: Path) -> None:
    """`minutes-gen … | head -1` ends without a traceback."""
    big = tmp_path / "big.txt"
    big.write_text("1. 題\n" + "文\n" * 50_000, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "minutes_gen", "render", str(big)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_render_warns_of_what_a_kind_requires(run: Run) -> None:
    """The paper is written all the same; a kind that is none is told before."""
    status, output, notes = run("render", NOTICE, "--kind", "directors-minutes")
    assert (status, output) == (0, NOTICE.read_text(encoding="utf-8"))
    warning = f"minutes-gen: warning: {NOTICE}:"
    assert notes.splitlines() == [
        f"{warning} 議長: not given (会社法施行規則 第101条第3項第8号)",
        f"{warning} 出席取締役及び監査役の署名: not given (会社法 第369条第3項)",
    ]
    assert run("render", NOTICE, "--kind", "staff-minutes", "-o", "a.docx") == (0, "", "")
    *_, note = run("render", "-", "--kind", "staff-minutes", stdin="会".encode())
    assert note.startswith("minutes-gen: warning: <stdin>: 日時: not given")
    problem = "there is no kind of minutes 'staf-minutes'; did you mean 'staff-minutes'?"
    assert run("render", NOTICE, "--kind", "staf-minutes") == (2, "", f"minutes-gen: {problem}\n")


def test_the_package_runs_as_the_command_does() -> None:
    """`python -m minutes_gen` is the command, too."""
    done = subprocess.run(
        [sys.executable, "-m", "minutes_gen", "era", "2018-06-12"],
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == FORMS


def test_importing_the_package_as_a_program_runs_nothing() -> None:
    """Only `python -m` runs the command."""
    assert import_module("minutes_gen.__main__").main is main

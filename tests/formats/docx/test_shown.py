"""Word files as other programs open them: LibreOffice, python-docx, mammoth, pandoc."""

import json
import shutil
import subprocess
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pytest
from attrs import evolve

from minutes_gen import read_text, render_docx, render_json, render_text
from minutes_gen.errors import ModelError
from minutes_gen.formats.docx._tasks import with_task_tables
from minutes_gen.formats.docx.writer import document_to_docx, document_to_package
from minutes_gen.layout.compose import compose
from minutes_gen.layout.document import Part
from minutes_gen.layout.style import STYLES, HouseStyle, Page
from minutes_gen.model._marks import unescape
from minutes_gen.numbering import SCHEMES, Scheme
from minutes_gen.session import Section, Session
from office import bare, converted, need, need_office, pages, to_pdf, words
from sampling import sample
from strategies import sessions

JUNE_TEXT = Path(__file__).parents[3] / "examples" / "june-7-notice.txt"
JUNE = read_text(JUNE_TEXT.read_text(encoding="utf-8"))


# LibreOffice's own faults, by system: from which number on it shows another label than Word. It
# counts ideographDigital as 十, 十一, and shows the number alone for ⑴.
OFFICE_FAULTS = {"kanji-positional": 10, "parenthesized": 1}


def legible(session: Session) -> Session | None:
    """Put 字 for each character that a Japanese font has no glyph for.

    Of such characters LibreOffice prints another font's glyph, a box or nothing, and nothing of
    that says which character stands in the file; what does is in test_docx.py. Left out are
    also sessions that are none when they are changed so, and those with tasks, which Word shows
    in a table and the text in lines.
    """
    patterns = Scheme.of(session.numbering).patterns if session.numbering else ()
    if any(pattern.system in OFFICE_FAULTS for pattern in patterns):
        return None
    text = "".join(c if _has_glyph(c) else "字" for c in render_json(session))
    try:
        changed = Session.from_dict(json.loads(text))
    except ModelError:
        return None
    blocks = compose(changed).blocks
    return changed if with_task_tables(blocks) is blocks else None


def _has_glyph(character: str) -> bool:
    try:
        character.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


def said(session: Session, style: HouseStyle | None = None) -> str:
    """Return what the text file says, without its escapes and its white space."""
    lines = render_text(session, style).split("\n")
    return bare("".join(unescape(line.strip())[1] for line in lines))


GENERATED = [session for session in map(legible, sample(sessions(), 80)) if session]
KOYOBUN = STYLES["koyobun"]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Print the notice, in two styles, and generated sessions, in one run of LibreOffice."""
    need_office()
    files = {"june": compose(JUNE), "koyobun": compose(JUNE, KOYOBUN)}
    # On one long page, since a table that goes on says its header again on the next.
    long = HouseStyle(page=Page(height=1200, lines=200))
    files |= {
        f"generated{n}": evolve(compose(session), style=long) for n, session in enumerate(GENERATED)
    }
    folder = tmp_path_factory.mktemp("printed")
    return to_pdf({name: document_to_docx(document) for name, document in files.items()}, folder)


def test_the_notice_says_what_the_text_says(printed: dict[str, Path]) -> None:
    """Every label and every word of the text, in its order, in both styles."""
    assert bare("".join(pages(printed["june"]))) == said(JUNE)
    assert bare("".join(pages(printed["koyobun"]))) == said(JUNE, KOYOBUN)


def test_generated_sessions_say_what_the_text_says(printed: dict[str, Path]) -> None:
    """Typed numbers, every numbering, all marks, bullets in bullets."""
    shown = [bare("".join(pages(printed[f"generated{n}"]))) for n in range(len(GENERATED))]
    assert shown == [said(session) for session in GENERATED]
    assert len(shown) > 30


def test_pages_of_the_notice(printed: dict[str, Path]) -> None:
    """Three pages, which end where those of the paper did."""
    ends = [page.rpartition("\n")[2] for page in pages(printed["june"])]
    assert [bare(end) for end in ends] == [
        bare(end)
        for end in (
            "事ができる。",
            "・共感するために、十分なコミュニケーションが必要となる。",
            "参考資料：「知っておきたいＮＰＯのこと3（協働編）」",
        )
    ]


def test_labels_stand_in_their_columns(printed: dict[str, Path]) -> None:
    """Spread labels are 4 em wide, and further lines stand under the first, 5 em in."""
    margin, em = 30 / 25.4 * 72, 12.0
    found = words(printed["june"])
    last = [
        left for word, left in found.items() if word.startswith(("所：", "者：", "当：", "容："))
    ]
    assert [round((left - margin) / em, 1) for left in last] == [3.0, 3.0, 3.0, 3.0]
    under = found["行政と協働するＮＰＯの姿勢について"]
    assert round((under - margin) / em, 1) == 5.0


def test_blocks_stand_in_their_columns(printed: dict[str, Path]) -> None:
    """Headings, text, ・ under a heading, ●, ・ and 例） under it: the indents of the paper."""
    margin, em = 30 / 25.4 * 72, 12.0
    found = words(printed["june"])
    starts = {
        "1.": 2.0, "異種、異質の組織": 3.0, "・「補助」": 3.0, "●『ミッション": 2.0,
        "・市民の視点": 4.0, "例）会計": 5.0, "知識をもつ。": 7.0,
    }  # fmt: skip
    columns = {
        start: round((left - margin) / em, 1)
        for word, left in found.items()
        for start in starts
        if word.startswith(start)
    }
    assert columns == starts


def in_order(text: str, among: str) -> bool:
    """Say whether all characters of a text stand in another, in their order."""
    rest = iter(bare(among))
    return all(character in rest for character in bare(text))


# What stands in the file as text: numbers and marks of lists are counted by each program.
TYPED = "".join(paragraph.text for paragraph in document_to_package(compose(JUNE)).paragraphs)


def test_python_docx() -> None:
    """Every character of the notice stands in python-docx's paragraphs, in order."""
    parts = [block.text for block in compose(JUNE).blocks]
    assert in_order("".join(parts), TYPED)


def test_mammoth() -> None:
    """Every character of the notice is read by mammoth, in order."""
    need("mammoth", present=find_spec("mammoth") is not None)
    result = import_module("mammoth").extract_raw_text(BytesIO(document_to_docx(compose(JUNE))))
    assert bare(result.value) == bare(TYPED)


def test_pandoc(tmp_path: Path) -> None:
    """Every character of the notice is read by pandoc, in order, and headings as such."""
    need("pandoc", present=shutil.which("pandoc") is not None)
    path = tmp_path / "june.docx"
    path.write_bytes(document_to_docx(compose(JUNE)))
    command = ["pandoc", "--from=docx", "--to=markdown", "--wrap=none", str(path)]
    read = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert in_order(TYPED, read)
    assert read.count("\n# ") == 7


COUNTED = {name: scheme.labels for name, scheme in SCHEMES.items()} | {
    "kanji-positional": ("{kanji-positional}", "({kanji-positional})"),
    "others": ("⑴", "い", "Ａ", "Ⅰ", "i)", "第１章", "第一節"),
}


def every_number(scheme: Scheme, level: int = 1) -> tuple[Section, ...]:
    """Make sections with the numbers 1 to 60 at each level, each level under the last above it."""
    if level > len(scheme.patterns):
        return ()
    pattern = scheme.patterns[level - 1]
    numbers = [n for n in range(pattern.begins, 61) if pattern.can_write(n)]
    inner = every_number(scheme, level + 1)
    return tuple(Section(f"題{n}", sections=inner if n == numbers[-1] else ()) for n in numbers)


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Let LibreOffice write every label of every scheme as text, in one run."""
    need_office()
    files = {
        name: render_docx(Session(sections=every_number(Scheme.parse(labels)), numbering=labels))
        for name, labels in COUNTED.items()
    }
    folder = tmp_path_factory.mktemp("counted")
    made = converted(files, folder, "txt:Text (encoded):UTF8")
    lines = {name: path.read_text(encoding="utf-8-sig") for name, path in made.items()}
    return {name: [bare(line) for line in text.split("\n") if line] for name, text in lines.items()}


@pytest.mark.parametrize("name", COUNTED)
def test_libreoffice_counts_the_same(name: str, counted: dict[str, list[str]]) -> None:
    """For every scheme, level and number to 60 the label is ours, but for its known faults."""
    labels = COUNTED[name]
    session = Session(sections=every_number(Scheme.parse(labels)), numbering=labels)
    headings = [block for block in compose(session).blocks if block.part is Part.HEADING]
    wrong = []
    for block, line in zip(headings, counted[name], strict=True):
        if bare(block.label + block.text) != line:
            wrong.append((block.level, block.number))
    systems = [pattern.system for pattern in Scheme.parse(labels).patterns]
    assert wrong == [
        (block.level, block.number)
        for block in headings
        if block.number and block.number >= OFFICE_FAULTS.get(systems[block.level - 1], 61)
    ]

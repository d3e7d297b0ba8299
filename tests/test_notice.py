"""An official notice (通知文): 文書番号, 宛名, 差出人, 記 and 以上, in and out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from minutes_gen import load, read_extracted, render_docx, render_json, render_text
from minutes_gen.session import Session
from ooxml import parts_of

Golden = Callable[[str, str], None]
EXAMPLE = Path(__file__).parents[1] / "examples" / "meeting-notice.txt"
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def notice() -> Session:
    """Read the example."""
    return load(EXAMPLE)


def test_head(notice: Session) -> None:
    """Each line of the head is what a reader takes it for."""
    assert (notice.reference, notice.addressees, notice.issuer, notice.signatory) == (
        "架空発第12号",
        ("理事各位", "監事 見本　花子　様"),
        "特定非営利活動法人架空みどりの会",
        ("理事長　例示　太郎",),
    )
    assert (notice.title, notice.ki) == ("平成30年度臨時理事会の開催について（通知）", True)


def test_the_text_is_the_example(notice: Session) -> None:
    """What is written is what stands in the example."""
    assert render_text(notice) == EXAMPLE.read_text(encoding="utf-8")


def test_on_the_page(notice: Session, golden: Golden) -> None:
    """What belongs to the right stands there, in 公用文 1 em from the margin."""
    golden("meeting-notice.page.txt", render_text(notice, width="page"))
    golden("meeting-notice.koyobun.page.txt", render_text(notice, "koyobun", width="page"))


def test_as_data(notice: Session, golden: Golden) -> None:
    """The JSON of the notice is readable, and is the notice."""
    golden("meeting-notice.json", render_json(notice))
    assert load(HERE / "golden" / "meeting-notice.json") == notice


def test_in_word(notice: Session, golden: Golden) -> None:
    """The paragraphs have styles that say where they stand."""
    tree = etree.fromstring(parts_of(render_docx(notice))["word/document.xml"])
    etree.indent(tree)
    golden("meeting-notice.document.xml", etree.tostring(tree, encoding="unicode") + "\n")


@pytest.mark.parametrize("aligned", [False, True])
def test_as_a_pdf_gives_it(notice: Session, *, aligned: bool) -> None:
    """Without its table the notice is read from its printed lines, with or without their places."""
    lines = render_text(notice, width="page").splitlines()
    lines = [line for line in lines if "｜" not in line]
    text = "\n".join(line if aligned else line.strip() for line in lines if line)
    read = read_extracted(text)
    for name in ("reference", "issued", "addressees", "issuer", "signatory", "title", "lead", "ki"):
        assert getattr(read, name) == getattr(notice, name)
    assert [detail.label for detail in read.details] == ["日時", "場所", "議題", "資料"]
    assert [section.title for section in read.sections] == ["当日の予定", "お願い"]


def test_no_line_is_joined_to_the_words_around_details() -> None:
    """A long line that ends no sentence ends above 記 and above 以上."""
    long = "下記のとおり会議を開催しますので御出席くださるようお願いします"
    session = read_extracted(f"総会\n{long}。\n{long}\n記\n場所：市民会館\n・{long}\n以上")
    assert session.ki
    assert len(session.lead) == 2

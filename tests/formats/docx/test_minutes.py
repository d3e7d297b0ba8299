"""Minutes in Word: tasks in a table, votes at the right, and who signs on one page."""

import re
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from minutes_gen import read_text, render_docx

FOOT = "以上のとおり相違ない。\n平成30年6月15日\n議　長　橋野　㊞\n議事録署名人　＿＿＿　印"


def opened(text: str) -> Document:
    """Write a paper as a Word file, and open that."""
    return docx.Document(BytesIO(render_docx(read_text(f"会\n{text}"))))


def rows(document: Document) -> list[list[list[str]]]:
    """List the cells of each table."""
    return [[[c.text for c in row.cells] for row in table.rows] for table in document.tables]


def test_tasks_are_a_table() -> None:
    """Those that follow each other under one label are one, with 内容, 担当 and 期限."""
    document = opened(
        "1. 甲\n宿題：会場（担当：金子、期限：6月30日）\n　　案内\n"
        "宿題：配布（担当：橋野 太郎、）\n"
        "TODO：乙（期限：次回）\n課題：丙\n決定：丁"
    )
    header = ["内容", "担当", "期限"]
    assert rows(document) == [
        [header, ["会場", "金子", "6月30日"], ["案内", "", ""], ["配布", "橋野 太郎", ""]],
        [header, ["乙", "", "次回"]],
    ]
    texts = ["".join(paragraph.text.split()) for paragraph in document.paragraphs]
    assert texts[-4:] == ["宿題：", "TODO：", "課題：丙", "決定：丁"]
    label = next(p for p in document.paragraphs if p.text.startswith("宿題"))
    assert label.paragraph_format.keep_with_next


def test_amounts_stand_at_the_right() -> None:
    """A column of numbers with their units does; its header stays in the middle."""
    document = opened("｜科目｜金額｜\n｜会場｜1,234円｜\n｜講師｜－｜\n｜2018年｜▲500円｜")
    right, left, middle = (
        WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
    )  # fmt: skip
    found = [
        [cell.paragraphs[0].alignment for cell in row.cells] for row in document.tables[0].rows
    ]
    assert found == [[middle, middle], *[[left, right]] * 3]


def test_votes_stand_at_the_right() -> None:
    """Their style says so."""
    document = opened("1. 甲\n賛成 2　反対 1")
    vote = document.paragraphs[-1]
    assert (vote.text, vote.style and vote.style.name) == ("賛成 2　反対 1", "表決")
    assert document.styles["表決"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT


def test_who_signs_stands_on_one_page() -> None:
    """Statement, day and signers keep with what follows, and their lines together."""
    document = opened(FOOT)
    foot = document.paragraphs[-4:]
    assert [re.sub(r"\s+", " ", paragraph.text) for paragraph in foot] == [
        "以上のとおり相違ない。",
        "平成30年6月15日",
        "議 長 橋野 ㊞",
        "議事録署名人 ＿＿＿＿＿＿＿＿＿＿ 印",
    ]
    for paragraph in foot:
        assert paragraph.style is not None
        form = document.styles[str(paragraph.style.name)].paragraph_format
        assert (form.keep_with_next, form.keep_together) == (True, True)

"""The main job: the real notice of 平成30年6月7日, in and out."""

import re
import runpy
from collections.abc import Callable
from datetime import date
from itertools import accumulate
from pathlib import Path

import pytest

from minutes_gen import load, read_extracted, render_json, render_text
from minutes_gen.schedule import Schedule
from minutes_gen.session import Bullet, Detail, Example, Paragraph, Section, Session
from minutes_gen.typeset import MONOSPACE, width

Golden = Callable[[str, str], None]

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
DATA = HERE / "data" / "june7"
EXTRACTED = (DATA / "notice_extracted.txt").read_text(encoding="utf-8")
NOTATION = EXAMPLES / "june-7-notice.txt"


def bare(text: str) -> str:
    """Take all white space out."""
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def june() -> Session:
    """Return the notice as read from the text that the PDF gave."""
    return read_extracted(EXTRACTED, source="notice_extracted.txt")


def printed_paragraphs() -> list[str]:
    """Join the printed lines of each paragraph of the paper, white space aside."""
    paragraphs: dict[str, str] = {}
    for row in (DATA / "printed_lines.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        _page, paragraph, _line, _end, text = row.split("\t")
        if paragraph:
            paragraphs[paragraph] = paragraphs.get(paragraph, "") + bare(text)
    return list(paragraphs.values())


def test_head(june: Session) -> None:
    """The day, the issuer and the title with its number are what a person sees."""
    head = (june.issued, june.issuer, june.number, june.title)
    expected = (date(2018, 6, 7), "特定非営利活動法人あしやＮＰＯセンター", 1, "スタッフ研修")
    assert head == expected


def test_details(june: Session) -> None:
    """Six details, 内容 with two lines, each with the label of the paper."""
    assert [detail.label for detail in june.details] == [
        *("日時", "場所", "参加者", "担当", "内容", "参考資料"),
    ]
    assert june.schedule is not None
    assert june.schedule.isoformat() == "2018-06-12"
    assert june.place == "あしや市民活動センター事務室"
    assert june.participants == ("橋野", "出口", "奈良", "横山", "瀬島")
    assert june.details[4] == Detail(
        "内容", ("協働についての理解", "行政と協働するＮＰＯの姿勢について")
    )


def shape(section: Section) -> str:
    """Sketch a section's blocks: p paragraph, e example, d detail, the mark of a bullet."""

    def sketch(blocks: tuple[object, ...]) -> str:
        parts = []
        for block in blocks:
            if isinstance(block, Bullet):
                parts.append(block.mark + (f"({sketch(block.blocks)})" if block.blocks else ""))
            else:
                parts.append({Paragraph: "p", Example: "e", Detail: "d"}[type(block)])
        return "".join(parts)

    return sketch(section.blocks)


def test_sections(june: Session) -> None:
    """Seven sections, ● holding ・ and these 例） or a note, and details in the seventh."""
    assert [shape(section) for section in june.sections] == [
        "pe",
        "p",
        "・p・p・pe",
        "・・・・",
        "●(・・(e))●(・・(p))●(・・(e)・(e)・(e))●(・(e)・(e)・)●(・(e))",
        "・",
        "ddd",
    ]


def test_next_time_is_a_month(june: Session) -> None:
    """The notice says 平成30年7月 of 次回, and no day is invented."""
    when = june.sections[6].blocks[0]
    assert isinstance(when, Detail)
    assert when.value == Schedule(2018, 7)


def test_every_paragraph_is_joined_and_nothing_else(june: Session) -> None:
    """The 24 broken lines are joined again: the text has the 60 paragraphs of the paper."""
    lines = [bare(line) for line in render_text(june).splitlines() if line]
    assert len(lines) == 60
    assert lines == printed_paragraphs()


def test_no_character_is_lost_or_added(june: Session) -> None:
    """White space aside, the text equals the extracted text, character for character."""
    assert bare(render_text(june)) == bare(EXTRACTED)
    assert len(bare(EXTRACTED)) == 1809


def test_the_extractors_spaces_are_gone(june: Session) -> None:
    """No space is left before a digit or a Latin letter that follows kana or kanji."""
    assert not re.search(r"[ぁ-んァ-ヶ一-龠] +[0-9A-Za-z]", render_text(june))


def test_it_equals_the_example_in_the_notation(june: Session) -> None:
    """What the PDF gave and what a person would type are the same session."""
    assert load(NOTATION) == june


def test_it_equals_the_example_in_python(june: Session) -> None:
    """The session built in Python is the same, too."""
    assert runpy.run_path(str(EXAMPLES / "june_7_notice.py"))["june"] == june


def test_the_text_is_the_example(june: Session, golden: Golden) -> None:
    """What we write is what stands in the example, labels spread and indents of the page."""
    assert render_text(june) == NOTATION.read_text(encoding="utf-8")
    golden("june-7-notice.txt", render_text(june))


def test_in_another_style(june: Session, golden: Golden) -> None:
    """公用文 numbers the sections anew and leaves the bullets as they are."""
    golden("june-7-notice.koyobun.txt", render_text(june, "koyobun"))


def line_ends(lines: list[str]) -> list[int]:
    """Count the characters up to the end of each line, white space aside."""
    return list(accumulate(len(bare(line)) for line in lines))


def test_on_the_page(june: Session, golden: Golden) -> None:
    """Of the 24 line breaks inside paragraphs 19 are those of the paper; the page says which.

    The author set the fourth and fifth group under ● 1 em further in than the others. No style
    does that, so that the lines of these two groups, and no others, are longer than on paper.
    """
    page = render_text(june, width="page")
    golden("june-7-notice.page.txt", page)
    rows = (DATA / "printed_lines.tsv").read_text(encoding="utf-8").splitlines()[1:]
    printed = [row.split("\t") for row in rows if "\tblank\t" not in row]
    ends = line_ends([row[4] for row in printed])
    breaks = {end for row, end in zip(printed, ends, strict=True) if row[3] != "end"}
    ours = set(line_ends(page.splitlines())) - (set(ends) - breaks)
    text = bare(page)
    assert (len(breaks), len(breaks & ours)) == (24, 19)
    differing = zip(sorted(breaks - ours), sorted(ours - breaks), strict=True)
    # What stands before the break on paper, and before ours.
    assert [(text[a - 4 : a], text[b - 4 : b]) for a, b in differing] == [
        ("て事業を", "事業を行"),
        ("取り組む", "組む事業"),
        ("民のため", "のために"),
        ("Ｏセンタ", "センター"),
        ("ードあし", "ドあしや"),
    ]


def test_in_columns(june: Session, golden: Golden) -> None:
    """In a mail of 70 columns no line is wider, and nothing is lost."""
    mail = render_text(june, width="70c")
    golden("june-7-notice.70c.txt", mail)
    assert bare(mail) == bare(EXTRACTED)
    assert max(width(line, MONOSPACE) for line in mail.splitlines()) == 70


def test_as_data(june: Session, golden: Golden) -> None:
    """The JSON of the notice is readable, and is the notice."""
    golden("june-7-notice.json", render_json(june))
    assert load(HERE / "golden" / "june-7-notice.json") == june


def test_without_the_spaces_that_end_paragraphs() -> None:
    """An extractor that strips its lines leaves less to go by; what is joined then is right."""
    stripped = "\n".join(line.strip() for line in EXTRACTED.splitlines())
    lines = [bare(line) for line in render_text(read_extracted(stripped)).splitlines() if line]
    assert "".join(lines) == bare(EXTRACTED)
    whole = set(printed_paragraphs())
    # One paragraph stays in two: a sentence ends where its first line does.
    assert [line for line in lines if line not in whole] == [
        "イベントや事業の開催などで対等な関係で、一緒に事業をおこなう。",
        "NPOは、アイディアやボランティア、行政は資金や広報の協力。",
    ]

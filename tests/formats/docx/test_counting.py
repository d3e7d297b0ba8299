"""Lists of headings whose labels are of several kinds."""

from io import BytesIO

from docx import Document
from lxml import etree

from minutes_gen import read_text, render_docx
from ooxml import W, faults, packed, parts_of, shown, values

CHAPTERS = "規程\n\n" + "\n".join(
    f"{label}　題"
    for label in "第１章 第１条 第２条 ２ 第２章 第１節 第３条 (1) (2) ２ 第２節 第４条".split()
)
KINDS = "会\n\n1. 甲\n(1) 乙\n2. 丙\n① 丁\nア　戊\n3. 己\n① 庚\n"


def labels(content: bytes) -> list[str]:
    """List the labels that Word counts."""
    return [line.removesuffix("題").strip("　 ") for line in shown(content)[1:]]


def test_articles_through_chapters_are_one_list() -> None:
    """No number of theirs is fixed, so that an article that is inserted moves all behind it."""
    content = render_docx(read_text(CHAPTERS))
    parts = parts_of(content)
    document = etree.fromstring(parts["word/document.xml"])
    body = document[0]
    first_article = body[2]
    body.insert(3, etree.fromstring(etree.tostring(first_article)))
    parts["word/document.xml"] = etree.tostring(document)
    assert labels(content) == [
        *("第１章", "第１条", "第２条", "２", "第２章", "第１節", "第３条", "(1)", "(2)", "２"),
        *("第２節", "第４条"),
    ]
    assert labels(packed(parts)) == [
        *("第１章", "第１条", "第２条", "第３条", "２", "第２章", "第１節", "第４条", "(1)", "(2)"),
        *("２", "第２節", "第５条"),
    ]


def test_kinds_have_lists_of_their_own() -> None:
    """Those that are not linked to the styles of headings; a group begins anew where it must."""
    content = render_docx(read_text(KINDS))
    assert [line[:1] for line in shown(content)[1:]] == ["1", "(", "2", "①", "ア", "3", "①"]
    numbering = etree.fromstring(parts_of(content)["word/numbering.xml"])
    assert len(set(values(numbering, "nsid"))) == len(values(numbering, "nsid"))
    linked = [
        abstract.get(f"{W}abstractNumId")
        for abstract in numbering.iter(f"{W}abstractNum")
        if "Heading1" in values(abstract, "pStyle")
    ]
    assert linked == ["1"]


def test_kinds_on_a_letterhead() -> None:
    """Its lists stay, and ours stand behind them."""
    file = BytesIO()
    Document().save(file)
    usual = faults(render_docx(read_text("会"), reference=file.getvalue()))
    for text in (CHAPTERS, KINDS):
        content = render_docx(read_text(text), reference=file.getvalue())
        assert faults(content) == usual
        assert shown(content) == shown(render_docx(read_text(text)))


def test_an_article_at_another_level_keeps_its_column() -> None:
    """It is counted at the level of the others, and stands where headings of its own level do."""
    content = parts_of(render_docx(read_text(CHAPTERS)))["word/document.xml"].decode()
    paragraphs = content.split("<w:p>")[1:]
    third = paragraphs[7]
    assert '<w:pStyle w:val="Heading3"/>' in third
    assert '<w:ilvl w:val="1"/>' in third
    assert 'w:leftChars="400"' in third
    assert "w:ind" not in paragraphs[3]

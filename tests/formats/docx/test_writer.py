"""Document → .docx: the page, the fonts, the styles, the text."""

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from attrs import evolve
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from hypothesis import given, settings
from lxml import etree

from minutes_gen import read_text, render_docx
from minutes_gen.formats.docx._tasks import with_task_tables
from minutes_gen.formats.docx.writer import document_to_docx, document_to_package
from minutes_gen.formats.notation.writer import document_to_text
from minutes_gen.layout.compose import compose
from minutes_gen.layout.style import STYLES, Fonts, HouseStyle, Page
from minutes_gen.model._marks import unescape
from minutes_gen.session import Bullet, Detail, Example, Paragraph, Section, Session
from office import bare
from ooxml import faults, packed, parts_of, shown
from strategies import sessions

JUNE_TEXT = Path(__file__).parents[3] / "examples" / "june-7-notice.txt"


def written(session: Session, style: HouseStyle | None = None) -> bytes:
    """Write a session as a Word file."""
    return document_to_docx(compose(session, style))


def part(content: bytes, name: str) -> str:
    """Take a part out of a file."""
    return parts_of(content)[name].decode()


def body(session: Session, style: HouseStyle | None = None) -> str:
    """Write a session and take its word/document.xml."""
    return part(written(session, style), "word/document.xml")


def said(session: Session) -> str:
    """Return what the text file says, without its escapes and its white space.

    Tasks are a table in Word: that table is written here as any other is.
    """
    document = compose(session)
    tabled = evolve(document, blocks=with_task_tables(document.blocks))
    lines = document_to_text(tabled).split("\n")
    return bare("".join(unescape(line.strip())[1] for line in lines))


@pytest.fixture(scope="module")
def june() -> Session:
    """Return the June notice."""
    return read_text(JUNE_TEXT.read_text(encoding="utf-8"))


@settings(max_examples=200)
@given(sessions())
def test_word_shows_what_the_text_says(session: Session) -> None:
    """Labels that are counted, marks of lists and text are those of the text, for every session."""
    content = written(session)
    assert faults(content) == []
    assert bare("".join(shown(content))) == said(session)
    assert bare("".join(shown(content, one_list=False))) == said(session)


def test_golden_parts(june: Session, golden: Callable[[str, str], None]) -> None:
    """The parts that depend on session and style, pretty-printed."""
    content = written(june)
    for name in ("document", "numbering", "styles"):
        tree = etree.fromstring(parts_of(content)[f"word/{name}.xml"])
        etree.indent(tree)
        golden(f"june-7-notice.{name}.xml", etree.tostring(tree, encoding="unicode") + "\n")


def test_page(june: Session) -> None:
    """A4, the margins of the style, and a grid on which its lines fill the page."""
    section = document_to_package(compose(june)).sections[0]
    size = section.page_width, section.page_height
    assert [round(length.mm) for length in size if length] == [210, 297]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(length.mm) for length in margins if length] == [30, 30, 25, 25]
    # 247 mm are 14,003 twips: 42 lines of 333.
    assert '<w:docGrid w:linePitch="333" w:type="lines"/>' in body(june)


def test_narrow_margins() -> None:
    """Header and footer stand inside the margin, however narrow it is."""
    style = HouseStyle(page=Page(top=10, bottom=6))
    section = document_to_package(compose(Session(title="研修"), style)).sections[0]
    assert section.header_distance is not None
    assert section.footer_distance is not None
    assert (round(section.header_distance.mm), round(section.footer_distance.mm)) == (5, 3)


def test_fonts_of_every_style(june: Session) -> None:
    """Japanese and Latin fonts apart, and no font, colour or border of a template's theme."""
    style = HouseStyle(fonts=Fonts(japanese="游明朝", latin='R&D "Serif"', size=10.5))
    content = written(june, style)
    styles = part(content, "word/styles.xml")
    assert styles.count("<w:rFonts") == 1
    latin = "R&amp;D &quot;Serif&quot;"
    fonts = f'w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="游明朝"'
    assert fonts in styles
    assert '<w:sz w:val="21"/>' in styles
    assert '<w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/>' in styles
    paragraphs = styles.partition('w:type="table"')[0]
    assert not re.search("[tT]heme|w:color|w:pBdr|<w:b/>|<w:i/>", paragraphs)
    table = part(content, "word/fontTable.xml")
    assert re.findall('w:name="(.*?)"', table) == [
        *("游明朝", "R&amp;D &quot;Serif&quot;", "Times New Roman"),
    ]
    theme = part(content, "word/theme/theme1.xml")
    assert theme.count('<a:ea typeface="游明朝"/>') == 2
    assert "Calibri" not in theme


def test_an_unknown_japanese_font() -> None:
    """A font whose kind is not known says none; one that serves for both is listed once."""
    style = HouseStyle(fonts=Fonts(japanese="教科書体", latin="教科書体"))
    table = part(written(Session(title="研修"), style), "word/fontTable.xml")
    assert table.count("教科書体") == 1
    assert '<w:family w:val="auto"/>' in table


def test_japanese_settings(june: Session) -> None:
    """Kinsoku, punctuation, spacing and widows are as in Word for Japanese."""
    content = written(june)
    styles = part(content, "word/styles.xml")
    normal = styles.partition('w:styleId="Normal"')[2].partition("</w:style>")[0]
    for setting in ("widowControl", "kinsoku", "overflowPunct", "autoSpaceDE", "autoSpaceDN"):
        assert f"<w:{setting}/>" in normal
    assert '<w:jc w:val="both"/>' in normal
    settings_xml = part(content, "word/settings.xml")
    assert '<w:characterSpacingControl w:val="compressPunctuation"/>' in settings_xml
    assert '<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>' in settings_xml


def test_head(june: Session) -> None:
    """Date and issuer stand right, the issuer directly under the date; the title is centred."""
    package = document_to_package(compose(june))
    day, issuer, title = package.paragraphs[:3]
    names = [paragraph.style.name for paragraph in (day, issuer, title) if paragraph.style]
    assert names == ["発行日", "Signature", "Title"]
    right, centre = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER
    formats = [package.styles[name].paragraph_format for name in names]
    assert [format_.alignment for format_ in formats] == [right, right, centre]
    assert [format_.keep_with_next for format_ in formats] == [True, True, True]
    assert (day.text, issuer.text) == (june.issued_as or "平成30年6月7日", june.issuer)
    assert title.text == "第1回 スタッフ研修"
    assert package.styles["Title"].font.size == Pt(14)


def test_nothing_before_the_first_paragraph() -> None:
    """A paper that begins with its title begins at the top of the page."""
    first, second = re.findall("<w:pPr>(.*?)</w:pPr>", body(Session(title="研修", lead=["文"])))
    assert '<w:spacing w:beforeLines="0" w:before="0"/>' in first
    assert '<w:spacing w:beforeLines="100" w:before="333"/>' in second


NOTICE = Session(
    reference="総発第1号",
    issued=date(2018, 7, 2),
    addressees=["理事各位"],
    issuer="みどりの会",
    signatory=["理事長　橋野　太郎"],
    title="理事会について",
    ki=True,
    details=[Detail("場所", "事務室")],
)


def test_a_notice_in_words_own_styles() -> None:
    """記 and 以上 have the styles that Word's autoformat gives them, the rest its own as well."""
    paragraphs = document_to_package(compose(NOTICE)).paragraphs
    assert [paragraph.style.name for paragraph in paragraphs if paragraph.style] == [
        *("文書番号", "発行日", "宛名", "Signature", "Signature", "Title"),
        *("Note Heading", "記書き", "Closing"),
    ]


@pytest.mark.parametrize(
    ("style", "right", "title"), [("handout", None, None), ("koyobun", Pt(12), Pt(36))]
)
def test_where_a_notice_stands(style: str, right: Pt | None, title: Pt | None) -> None:
    """公用文 leaves 1 em free at the right, and begins the title 3 em in."""
    styles = document_to_package(compose(NOTICE, STYLES[style])).styles
    for name in ("文書番号", "発行日", "Signature", "Closing"):
        assert styles[name].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT
        assert styles[name].paragraph_format.right_indent == right
    assert styles["Title"].paragraph_format.left_indent == title
    assert styles["Note Heading"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert styles["宛名"].paragraph_format.alignment is None


def test_an_issuer_stands_below_addressees() -> None:
    """Only under the date it stands directly."""
    spaces = re.findall('<w:pStyle w:val="(Signature)"/>(<w:spacing)?', body(NOTICE))
    assert [bool(space) for _, space in spaces] == [True, False]


def test_header_and_footer(june: Session) -> None:
    """The header is empty, but there; the footer counts the pages by fields."""
    content = written(june)
    section = document_to_package(compose(june)).sections[0]
    assert not section.header.is_linked_to_previous
    assert section.header.paragraphs[0].text == ""
    footer = part(content, "word/footer1.xml")
    assert re.findall('w:instr="(.*?)"', footer) == ["PAGE", "NUMPAGES"]


def test_styles_say_where_paragraphs_stand(june: Session) -> None:
    """Paragraphs that stand as their style does say nothing themselves."""
    document = body(june)
    assert document.count("<w:pStyle") == 59
    assert '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>' in document
    assert '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' in document
    assert '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>' in document
    assert '<w:p><w:pPr><w:pStyle w:val="Detail"/></w:pPr>' in document


def test_indents_follow_the_font() -> None:
    """An indent is said in characters and in twips; of a hanging one Word counts both ways."""
    document = body(Session(lead=["文", Bullet("点", [Example("会報")], mark="●")]))
    indents = re.findall("<w:ind .*?/>", document)
    assert indents == [
        '<w:ind w:leftChars="0" w:left="0" w:firstLineChars="100" w:firstLine="240"/>',
        '<w:ind w:leftChars="0" w:left="0" w:firstLineChars="0" w:firstLine="0"/>',
        '<w:ind w:leftChars="200" w:left="960" w:hangingChars="200" w:hanging="480"/>',
    ]


def runs(label: str, **style: float) -> list[tuple[str, ...]]:
    """Write a detail, and return the properties and the text of each run."""
    session = Session(details=[Detail(label, "x")])
    found = re.findall(
        r'<w:rFonts w:hint="eastAsia"/>(.*?)</w:rPr><w:t xml:space="preserve">(.*?)</w:t>',
        body(session, HouseStyle(**style)),  # type: ignore[arg-type]  # only numbers are given
    )
    return [tuple(run) for run in found]


def test_labels_are_spread() -> None:
    """均等割り付け: one fitted text, whose characters but the last have room behind them."""
    fit = '<w:fitText w:val="960" w:id="1"/>'
    assert runs("参加者") == [
        ('<w:spacing w:val="120"/>' + fit, "参加"),
        (fit, "者"),
        ("", "：x"),
    ]
    assert runs("日時")[0] == ('<w:spacing w:val="480"/>' + fit, "日")
    assert runs("参加者", label_width=6)[0] == (
        '<w:spacing w:val="360"/><w:fitText w:val="1440" w:id="1"/>',
        "参加",
    )


def test_labels_that_are_not_spread() -> None:
    """A label of the full width or wider stays; one character has its room behind it."""
    assert runs("参考資料") == [("", "参考資料"), ("", "：x")]
    assert runs("開催場所等") == [("", "開催場所等"), ("", "：x")]
    assert runs("於") == [('<w:spacing w:val="720"/>', "於"), ("", "：x")]


def test_labels_with_narrow_letters() -> None:
    """What would be torn apart is spread by typed spaces, as in the text."""
    assert runs("会場A") == [("", "会 場\u3000A"), ("", "：x")]


def test_each_label_has_its_own_id() -> None:
    """Two equal labels one behind the other are two fitted texts."""
    session = Session(details=[Detail("場所", "甲"), Detail("場所", "乙")])
    assert re.findall('w:id="(.*?)"', body(session)) == ["1", "1", "2", "2"]


def test_lines_of_a_detail() -> None:
    """Further lines stand under the first, in one paragraph, and are not stretched."""
    session = Session(details=[Detail("内容", ["甲<", "乙"])])
    (properties,) = re.findall("<w:pPr>(.*?)</w:pPr>", body(session))
    assert properties.endswith('<w:jc w:val="left"/>')
    assert '：甲&lt;</w:t><w:br/><w:t xml:space="preserve">乙</w:t>' in body(session)


def test_what_hangs_together() -> None:
    """A bullet stays with what hangs under it, but need not stay with what is beside it."""
    session = Session(
        sections=[
            Section(
                "題",
                [
                    Bullet("1", [Bullet("2"), Bullet("3", ["4"])], mark="●"),
                    Bullet("5"),
                    Paragraph("6"),
                    Bullet("7", [Detail("場所", "8")]),
                    Bullet("9"),
                ],
                sections=[Section("10", [Bullet("11")])],
            )
        ]
    )
    kept = re.findall(r"<w:keepNext/>.*?preserve\">(.*?)<", body(session))
    assert kept == ["1", "3", "7"]


@pytest.mark.parametrize(
    "text",
    [
        "𠮷",
        "葛\U000e0100",
        "👨‍👩‍👧",
        "か\u3099",
        "R&D",
        "<b>",
        "a  b",
        "]]>",
        "&amp;",
        "%1",
        "\\",
        '"',
    ],
)
def test_text_survives(text: str) -> None:
    """No character is lost, changed or normalised, wherever it stands."""
    session = Session(
        title=text, issuer=text, issued=date(2018, 6, 7), lead=[text, Bullet(text), Example(text)],
        details=[Detail("内容", [text, text])], sections=[Section(text, [text])],
    )  # fmt: skip
    package = document_to_package(compose(session))
    texts = [paragraph.text for paragraph in package.paragraphs]
    label = "内容：" + text + "\n" + text
    assert texts == ["平成30年6月7日", text, text, text, text, "例）" + text, label, text, text]
    assert (package.core_properties.title, package.core_properties.author) == (text, text)


def test_core_properties(june: Session) -> None:
    """Title, author, language, and the day of the paper as the day of the file."""
    properties = document_to_package(compose(june)).core_properties
    assert properties.title == "第1回 スタッフ研修"
    assert properties.author == june.issuer
    assert properties.language == "ja-JP"
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.date() == june.issued


def test_nothing_is_invented() -> None:
    """What the paper does not say, its properties do not say."""
    core = part(written(Session(lead=["文"])), "docProps/core.xml")
    assert re.findall("<(dc.*?:.*?)[ >]", core) == ["dc:language"]


SCRIPT = """
import sys, time
from pathlib import Path
day = float(sys.argv[1])
time.time = lambda: day
from minutes_gen import read_text
from minutes_gen.layout.compose import compose
from minutes_gen.formats.docx.writer import document_to_docx
session = read_text(Path(sys.argv[2]).read_text(encoding="utf-8"))
sys.stdout.buffer.write(document_to_docx(compose(session)))
"""


def test_same_session_same_bytes() -> None:
    """On another day, in another time zone, with another seed of hashes: the same file."""
    files = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, day, JUNE_TEXT],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for day, seed, zone in (("1e9", "1", "Asia/Tokyo"), ("2e9", "2", "America/New_York"))
    ]
    assert files[0] == files[1]
    assert faults(files[0]) == []


def test_archive(june: Session) -> None:
    """Every part is read whole by zipfile; none has a day of its own."""
    with zipfile.ZipFile(BytesIO(written(june))) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_DEFLATED}


def test_a_style_that_is_changed(june: Session) -> None:
    """Another style is another file, and the first one is then as it was."""
    first = written(june)
    assert '<w:pgSz w:w="8391"' in body(june, HouseStyle(page=Page(width=148, height=210)))
    assert written(june) == first
    assert written(june, HouseStyle()) == written(june, STYLES["handout"])


def test_scripts_can_add_to_it(june: Session) -> None:
    """python-docx opens the file, and what it adds in the usual styles leaves it sound."""
    package = document_to_package(compose(june))
    package.add_heading("8節", level=1)
    package.add_paragraph("署名", style="Body Text")
    package.add_paragraph("点", style="List Bullet 2")
    package.add_table(rows=1, cols=2, style="Table Grid").columns[0].width = Mm(40)
    file = BytesIO()
    package.save(file)
    assert faults(file.getvalue()) == []
    assert shown(file.getvalue())[59:62] == ["8. 8節", "署名", "・点"]


def test_packing_changes_nothing(june: Session) -> None:
    """The checker packs and unpacks without a loss, so that its controls break one thing each."""
    content = written(june)
    assert parts_of(packed(parts_of(content))) == parts_of(content)


def test_a_word_file_opens() -> None:
    """python-docx opens the bytes and reads the text."""
    session = Session(title="研修", sections=[Section("協働とは", ["共に動く。"])])
    document = docx.Document(BytesIO(render_docx(session)))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert "共に動く。" in "".join(paragraphs)

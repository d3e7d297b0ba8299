"""Letterheads: what a reference gives, and how ours comes in."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from lxml import etree

from letters import (
    BODY,
    LOGO,
    RELATIONS,
    STYLES,
    TYPES,
    changed,
    japanese,
    letter,
    relations,
    replaced,
    style_named,
    with_part,
    without,
)
from minutes_gen import load, read_text, render_docx, render_text, save, to_docx_document
from minutes_gen.errors import FileError
from minutes_gen.formats.files import save_all
from minutes_gen.layout.style import HouseStyle
from minutes_gen.session import Bullet, Detail, Example, Section, Session, Table
from office import bare, converted, need, need_office, pages, to_pdf
from ooxml import Element, W, faults, has_sdk, packed, parts_of, sdk_faults, shown, values

JUNE = load(Path(__file__).parents[3] / "examples" / "june-7-notice.txt")
LETTER = letter()
JAPANESE = japanese(LETTER)
ALL = Session(
    title="研修",
    issuer="ＮＰＯ",
    number=1,
    details=[Detail("日時", "六月"), Detail("参加者", "橋野")],
    lead=["文", Table(("担当", "期限"), [("金子", "七月")])],
    sections=[
        Section("一", [Bullet("点", [Bullet("下")]), Bullet("重", mark="●"), Example("会報")]),
        Section("五", number=5, sections=[Section("二", ["文"])]),
    ],
)
TOUCHED = {TYPES, BODY, STYLES, RELATIONS, "word/numbering.xml", "docProps/core.xml"}


@pytest.mark.parametrize("reference", [LETTER, JAPANESE], ids=["English", "Japanese"])
@pytest.mark.parametrize("session", [JUNE, ALL], ids=["June", "all"])
def test_nothing_is_lost(reference: bytes, session: Session) -> None:
    """Every part that ours does not come into keeps its bytes; what leads to it still does."""
    content = render_docx(session, reference=reference)
    old, new = parts_of(reference), parts_of(content)
    assert faults(content) == []
    assert {name for name in old if old[name] != new.get(name)} <= TOUCHED
    assert old.keys() == new.keys()
    assert relations(reference).items() <= relations(content).items()
    assert relations(reference, "_rels/.rels") == relations(content, "_rels/.rels")
    assert LOGO in new.values()


def test_the_page_is_theirs() -> None:
    """python-docx finds their page, their headers and their footer, and our text."""
    package = to_docx_document(JUNE, reference=JAPANESE)
    (section,) = package.sections
    sizes = section.page_width, section.page_height, section.left_margin
    assert [round(size.mm) for size in sizes if size] == [210, 148, 20]
    assert section.header.paragraphs[0].text == "あしや"
    assert section.first_page_header.paragraphs[0].text == "表紙"
    assert section.even_page_header.paragraphs[0].text == "偶数"
    assert section.footer.paragraphs[0].text == "芦屋市公光町"
    assert package.settings.odd_and_even_pages_header_footer
    assert "レターヘッド" not in [paragraph.text for paragraph in package.paragraphs]
    assert len(section.header.part.related_parts) == 1


@pytest.mark.parametrize("reference", [LETTER, JAPANESE], ids=["English", "Japanese"])
@pytest.mark.parametrize("session", [JUNE, ALL], ids=["June", "all"])
@pytest.mark.parametrize("style", [None, "koyobun"])
def test_word_shows_what_the_text_says(
    reference: bytes, session: Session, style: str | None
) -> None:
    """Labels are ours, whatever lists they have."""
    content = render_docx(session, style, reference=reference)
    text = render_text(session, style).replace("｜", "")
    assert bare("".join(shown(content))) == bare(text)


def test_styles_are_found_by_name() -> None:
    """A style of theirs is used by its own id, and keeps its looks."""
    content = render_docx(ALL, reference=JAPANESE)
    used = values(etree.fromstring(parts_of(content)[BODY]), "pStyle")
    assert "1" in used
    assert not [id_ for id_ in used if id_ in {"Heading1", "BodyText", "Title", "ListBullet"}]
    package = to_docx_document(ALL, reference=JAPANESE)
    assert package.styles["heading 1"].font.size == Pt(17)
    names = [style.name for style in package.styles]
    assert len(names) == len(set(names))
    assert {"記書き", "例", "発行日", "Signature"} <= set(names)


def test_looks_are_theirs() -> None:
    """Of a style of theirs only what it leaves unsaid is filled in: list, indent, alignment."""
    content = render_docx(ALL, reference=LETTER)
    before, after = (style_named(c, "Title") for c in (LETTER, content))
    assert etree.tostring(before.find(f"{W}rPr")) == etree.tostring(after.find(f"{W}rPr"))
    assert [child.tag.removeprefix(W) for child in after.find(f"{W}pPr")] == [
        *("keepNext", "pBdr", "spacing", "contextualSpacing", "jc"),
    ]
    trees: list[Element] = [etree.fromstring(parts_of(c)[STYLES]) for c in (LETTER, content)]
    first, second = (etree.tostring(tree.find(f"{W}docDefaults")) for tree in trees)
    assert first == second


def set_properties(name: str, xml: str) -> bytes:
    """Make a letterhead of which a style has these properties of paragraphs, and no others."""

    def change(tree: Element) -> None:
        for style in tree.iter(f"{W}style"):
            if style.find(f"{W}name").get(f"{W}val").lower() == name.lower():
                for old in style.findall(f"{W}pPr"):
                    style.remove(old)
                if xml:
                    place = style.find(f"{W}rPr")
                    index = len(style) if place is None else style.index(place)
                    style.insert(index, parse_xml(f'<w:pPr xmlns:w="{W[1:-1]}">{xml}</w:pPr>'))

    return changed(LETTER, STYLES, change)


def filled(name: str, xml: str) -> str:
    """Say what becomes of the properties of a style."""
    content = render_docx(ALL, reference=set_properties(name, xml))
    found = style_named(content, name).find(f"{W}pPr")
    children = [etree.tostring(child, encoding="unicode") for child in found]
    return "".join(children).replace(f' xmlns:w="{W[1:-1]}"', "").split(" xmlns:")[0]


def test_what_is_said_holds() -> None:
    """Alignment, indent and space before that they say are theirs; what they leave is filled in."""
    said = '<w:spacing w:before="90"/><w:ind w:left="99"/><w:jc w:val="right"/>'
    theirs = render_docx(ALL, reference=set_properties("Title", said))
    title = style_named(theirs, "Title").find(f"{W}pPr")
    assert title.find(f"{W}spacing").attrib == {f"{W}before": "90"}
    assert title.find(f"{W}ind").attrib == {f"{W}left": "99"}
    assert title.find(f"{W}jc").get(f"{W}val") == "right"
    bare_style = render_docx(ALL, reference=set_properties("Body Text", ""))
    body = style_named(bare_style, "Body Text").find(f"{W}pPr")
    assert body.find(f"{W}ind").get(f"{W}leftChars") == "300"
    assert body.find(f"{W}ind").get(f"{W}left") == "630"  # 3 em of 10.5 pt


def test_lists_are_ours() -> None:
    """A heading of theirs that counts, and a paragraph that should not, follow the document."""
    heading = '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="400"/>'
    content = render_docx(ALL, reference=set_properties("heading 1", heading))
    properties = style_named(content, "heading 1").find(f"{W}pPr")
    assert properties.find(f"{W}ind") is None
    assert properties.find(f"{W}numPr/{W}numId").get(f"{W}val") not in {"1", None}
    body = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    content = render_docx(ALL, reference=set_properties("Body Text", body))
    number = style_named(content, "Body Text").find(f"{W}pPr/{W}numPr/{W}numId")
    assert number.get(f"{W}val") == "0"


def test_lists_do_not_clash() -> None:
    """No id, and no mark of a list, is there twice; their lists are as they were."""
    first = render_docx(ALL, reference=LETTER)
    second = render_docx(ALL, reference=first)
    third = render_docx(ALL, reference=second)
    for content in (first, second, third):
        numbering = etree.fromstring(parts_of(content)["word/numbering.xml"])
        for tag, key in (("abstractNum", "abstractNumId"), ("num", "numId")):
            ids = values(numbering, tag, W + key)
            assert len(ids) == len(set(ids))
        marks = values(numbering, "nsid")
        assert len(marks) == len(set(marks))
        links = values(numbering, "pStyle")
        assert len(links) == len(set(links))
        tags = [child.tag for child in numbering]
        assert tags.index(f"{W}num") > max(i for i, t in enumerate(tags) if t == f"{W}abstractNum")
    assert faults(second) == []
    assert shown(second) == shown(first)


def test_a_style_that_the_header_uses_is_left_alone() -> None:
    """A number put into Heading 1 would stand in the header too: ours is based on it instead."""

    def change(tree: Element) -> None:
        paragraph = tree.find(f"{W}p")
        for old in paragraph.findall(f"{W}pPr"):
            paragraph.remove(old)
        paragraph.insert(
            0,
            parse_xml(f'<w:pPr xmlns:w="{W[1:-1]}"><w:pStyle w:val="Heading1"/></w:pPr>'),
        )

    name = next(n for n, part in parts_of(LETTER).items() if "あしや".encode() in part)
    reference = changed(LETTER, name, change)
    content = render_docx(ALL, reference=reference)
    assert etree.tostring(style_named(content, "heading 1")) == etree.tostring(
        style_named(reference, "heading 1")
    )
    ours = style_named(content, "heading 1 minutes")
    assert ours.find(f"{W}basedOn").get(f"{W}val") == "Heading1"
    assert ours.find(f"{W}rPr") is None
    assert ours.get(f"{W}customStyle") == "1"
    assert faults(content) == []
    assert shown(content) == shown(render_docx(ALL, reference=LETTER))


def test_names_and_ids_that_are_taken() -> None:
    """A style of another type with one of our names or ids stays, and ours has another."""
    taken = '<w:style w:type="character" w:styleId="DETAIL"><w:name w:val="記書き"/></w:style>'
    reference = replaced(LETTER, STYLES, "</w:styles>", f"{taken}</w:styles>")
    content = render_docx(ALL, reference=reference)
    assert style_named(content, "記書き").get(f"{W}type") == "character"
    assert style_named(content, "記書き minutes").get(f"{W}styleId") == "Detail2"
    assert faults(content) == []


def test_a_style_of_ours_based_on_theirs() -> None:
    """A default style of another name is what ours is based on, and is not changed."""
    reference = replaced(LETTER, STYLES, '<w:name w:val="Normal"/>', '<w:name w:val="Grund"/>')
    content = render_docx(ALL, reference=reference)
    assert "Normal" not in values(etree.fromstring(parts_of(content)[STYLES]), "name")
    assert style_named(content, "例").find(f"{W}basedOn").get(f"{W}val") == "Normal"


def test_a_circle_of_styles() -> None:
    """Styles that are based on each other end no search; one below another is not changed."""

    def change(tree: Element) -> None:
        for name, base in (("heading 1", "Title"), ("Title", "Heading1")):
            for style in tree.iter(f"{W}style"):
                if style.find(f"{W}name").get(f"{W}val") == name:
                    style.find(f"{W}basedOn").set(f"{W}val", base)

    content = render_docx(ALL, reference=changed(LETTER, STYLES, change))
    assert faults(content) == []
    assert style_named(content, "Title minutes") is not None


def test_missing_parts() -> None:
    """A file of the fewest parts gets what ours needs: styles, lists, settings, properties."""
    bare_letter = without(
        LETTER,
        *(STYLES, "word/stylesWithEffects.xml", "word/numbering.xml"),
        *("word/settings.xml", "docProps/core.xml"),
    )
    content = render_docx(ALL, reference=bare_letter)
    assert faults(content) == []
    assert "word/settings.xml" in parts_of(content)
    assert docx.Document(BytesIO(content)).core_properties.title == "第1回 研修"
    assert shown(content) == shown(render_docx(ALL))
    assert "word/styles.xml" in parts_of(content)


def test_a_part_without_relationships() -> None:
    """A document that leads nowhere gets its relationships."""
    plain = f'<w:document xmlns:w="{W[1:-1]}"><w:body/></w:document>'.encode()
    parts = parts_of(without(LETTER, STYLES, "word/numbering.xml", "word/settings.xml"))
    del parts[RELATIONS]
    content = render_docx(ALL, reference=packed(parts | {BODY: plain}))
    assert set(relations(content).values()) == {"styles.xml", "numbering.xml", "settings.xml"}
    tree: Element = etree.fromstring(parts_of(content)[BODY])
    size = tree.find(f".//{W}pgSz")
    assert size.get(f"{W}w") == "11906"
    assert b"headerReference" not in parts_of(content)[BODY]


def test_a_name_that_is_taken() -> None:
    """A new part does not take the name of one that has nothing to do with it."""
    bare_letter = without(LETTER, "word/numbering.xml")
    reference = with_part(bare_letter, "word/Numbering.xml", b"<x/>", "other")
    content = render_docx(ALL, reference=reference)
    assert parts_of(content)["word/Numbering.xml"] == b"<x/>"
    assert "numbering2.xml" in relations(content).values()


@pytest.mark.parametrize(("name", "target"), [("a", "/word/A.xml"), ("a b", "word/a%20b.xml")])
def test_the_document_has_any_name(name: str, target: str) -> None:
    """The main part is found by what leads to it, whatever it is called and however written."""
    parts = parts_of(LETTER)
    parts[f"word/{name}.xml"] = parts.pop(BODY)
    parts[f"word/_rels/{name}.xml.rels"] = parts.pop(RELATIONS)
    content = replaced(packed(parts), TYPES, "/word/document.xml", f"/word/{name.upper()}.xml")
    content = replaced(content, "_rels/.rels", "word/document.xml", target)
    made = parts_of(render_docx(ALL, reference=content))
    assert made.keys() == parts.keys()
    assert b"headerReference" in made[f"word/{name}.xml"]
    assert made[f"word/_rels/{name}.xml.rels"] == parts[f"word/_rels/{name}.xml.rels"]


def test_a_template_becomes_a_document() -> None:
    """A .dotx gives a .docx."""
    main = "wordprocessingml.document.main+xml"
    template = replaced(LETTER, TYPES, main, "wordprocessingml.template.main+xml")
    assert render_docx(ALL, reference=template) != b""
    content = parts_of(render_docx(ALL, reference=template))
    assert main in content[TYPES].decode()
    assert faults(packed(content)) == []


def test_utf16_and_other_prefixes() -> None:
    """A body in UTF-16 whose prefix is not w, and which uses w for something else."""
    text = (
        f'<?xml version="1.0" encoding="UTF-16"?><x:document xmlns:x="{W[1:-1]}" '
        'xmlns:w="urn:else" xmlns="urn:none" x:conformance="transitional">'
        '<x:background x:color="FFFFFF"/><x:body><x:sectPr>'
        '<x:pgSz x:w="8391" x:h="11906"/></x:sectPr></x:body></x:document>'
    )
    reference = packed(parts_of(LETTER) | {BODY: text.encode("utf-16")})
    content = render_docx(ALL, reference=reference)
    tree: Element = etree.fromstring(parts_of(content)[BODY])
    assert faults(content) == []
    assert tree.get(f"{W}conformance") == "transitional"
    assert [child.tag for child in tree] == [f"{W}background", f"{W}body"]
    assert tree.find(f".//{W}pgSz").get(f"{W}w") == "8391"


def test_headers_of_a_section_before() -> None:
    """A last section that carries on the headers of one before keeps them."""
    section = '<w:p><w:pPr>{}</w:pPr></w:p><w:sectPr><w:pgSz w:w="8391" w:h="11906"/></w:sectPr>'
    body = parts_of(LETTER)[BODY].decode()
    start, end = body.index("<w:sectPr"), body.index("</w:sectPr>") + len("</w:sectPr>")
    split = body[:start] + section.format(body[start:end]) + body[end:]
    twice = body[:start] + f"<w:p><w:pPr>{body[start:end]}</w:pPr></w:p>" + body[start:]
    for text in (split, twice):
        reference = packed(parts_of(LETTER) | {BODY: text.encode()})
        package = to_docx_document(ALL, reference=reference)
        (last,) = package.sections
        assert last.header.paragraphs[0].text == "あしや"
        assert last.first_page_header.paragraphs[0].text == "表紙"
        assert len(last._sectPr.findall(f"{W}headerReference")) == 3
    assert (last.page_width or Mm(0)).mm == pytest.approx(210, abs=0.1)


def test_core_properties() -> None:
    """Title, author and days are the document's; keywords and the like are handed on."""
    properties = to_docx_document(JUNE, reference=LETTER).core_properties
    assert (properties.title, properties.author) == ("第1回 スタッフ研修", JUNE.issuer)
    assert properties.keywords == "通知"
    assert properties.last_modified_by == ""
    assert properties.created is not None
    assert properties.created.date() == JUNE.issued
    nameless = to_docx_document(Session(lead=["文"]), reference=LETTER).core_properties
    assert (nameless.title, nameless.author) == ("", "")


def test_core_properties_that_are_none() -> None:
    """Only those of the standard are handed on, each once, and as text."""
    old, name = "</cp:coreProperties>", "docProps/core.xml"
    first = '<cp:contentStatus>甲<a xmlns="urn:a">&amp;<!--丙--></a></cp:contentStatus>'
    more = f'{first}<cp:contentStatus>乙</cp:contentStatus><b xmlns="urn:b">丁</b>'
    reference = replaced(LETTER, name, old, more + old)
    properties = parts_of(render_docx(JUNE, reference=reference))[name].decode()
    assert "<cp:contentStatus>甲&amp;</cp:contentStatus>" in properties
    assert not {*"乙丙丁"} & {*properties}


def test_where_the_body_was() -> None:
    """Text stands in the body, whatever stands before it."""
    mark = "<?minutes-gen blocks?>"
    reference = replaced(LETTER, BODY, "<w:body>", f"{mark}<!--{mark}--><w:body>")
    content = render_docx(ALL, reference=reference)
    assert faults(content) == []
    assert shown(content) == shown(render_docx(ALL, reference=LETTER))


def test_measures_follow_their_letters() -> None:
    """Labels are spread to the width of the style in letters of their size."""
    body = parts_of(render_docx(ALL, reference=LETTER))[BODY].decode()
    assert '<w:fitText w:val="840" ' in body  # 4 em of 10.5 pt
    total = values(etree.fromstring(body.encode()), "tblW", f"{W}w")
    assert total == [str(round(170 * 1440 / 25.4) - 210)]  # its indent is 1 em


@pytest.mark.parametrize(
    ("grid", "before"),
    [
        ('<w:docGrid w:type="lines" w:linePitch="400"/>', "400"),
        ('<w:docGrid w:linePitch="400"/>', "240"),
        ('<w:docGrid w:type="lines" w:linePitch="x"/>', "240"),
        ('<w:docGrid w:type="lines" w:linePitch="9999999"/>', "2000"),
        ("", "240"),
    ],
)
def test_empty_lines_follow_their_grid(grid: str, before: str) -> None:
    """An empty line before a paragraph is as high as the lines of their grid."""
    start = '<w:docGrid w:linePitch="360"/>'
    content = render_docx(ALL, reference=replaced(LETTER, BODY, start, grid))
    heading = style_named(content, "Title").find(f"{W}pPr/{W}spacing")
    assert heading.get(f"{W}before") == before


@pytest.mark.parametrize(
    ("cols", "direction", "length"),
    [
        # A5 across: 11906 less 1134 on both sides, 8391 less 1440 above and below, in twips.
        ('<w:cols w:space="720"/>', "", 9638),
        ('<w:cols w:num="2" w:space="720"/>', "", 4459),
        ('<w:cols w:num="2"/>', '<w:textDirection w:val="lrTb"/>', 4459),
        ('<w:cols w:num="3" w:space="300"/>', "", 3012),
        ('<w:cols w:equalWidth="0"><w:col w:w="6000"/><w:col w:w="3000"/></w:cols>', "", 3000),
        ("", '<w:textDirection w:val="tbRl"/>', 5511),
        ('<w:cols w:num="2" w:space="511"/>', '<w:textDirection w:val="tbRl"/>', 2500),
        ('<w:cols w:num="0"/>', '<w:textDirection w:val="?"/>', 9638),
        ('<w:cols w:equalWidth="0"/>', "", 9638),
    ],
)
def test_tables_are_as_wide_as_a_line(cols: str, direction: str, length: int) -> None:
    """A table ends where the lines do, in columns and in vertical text, too."""
    reference = replaced(LETTER, BODY, '<w:cols w:space="720"/>', cols)
    grid = '<w:docGrid w:linePitch="360"/>'
    reference = replaced(reference, BODY, grid, direction + grid)
    content = render_docx(ALL, reference=reference)
    assert faults(content) == []
    total = values(etree.fromstring(parts_of(content)[BODY]), "tblW", f"{W}w")
    assert total == [str(length - 210)]


def test_rows_of_tables_have_no_space_of_paragraphs() -> None:
    """The grid that we add zeroes what the defaults of a letterhead put between paragraphs."""
    defaults = '<w:pPr><w:spacing w:after="200" w:line="276" w:lineRule="auto"/></w:pPr>'
    assert defaults in parts_of(LETTER)[STYLES].decode()
    without_grid = changed(LETTER, STYLES, lambda tree: drop_styles(tree, "Table Grid"))
    spacing = style_named(render_docx(ALL, reference=without_grid), "Table Grid").find(
        f"{W}pPr/{W}spacing"
    )
    assert dict(spacing.attrib) == {
        f"{W}after": "0", f"{W}line": "240", f"{W}lineRule": "auto",
    }  # fmt: skip


def drop_styles(tree: Element, name: str) -> None:
    """Take the styles of a name out of styles.xml."""
    for style in list(tree):
        if values(style, "name")[:1] == [name]:
            tree.remove(style)


@pytest.mark.parametrize("width", ["0", "1", "400", "99999999", "-5", "x", "99999999999"])
def test_pages_of_any_width(width: str) -> None:
    """No page is too narrow, too wide or too odd to be measured."""
    old = '<w:pgSz w:w="11906" w:h="8391" w:orient="landscape"/>'
    reference = replaced(LETTER, BODY, old, old.replace("11906", width))
    assert faults(render_docx(ALL, reference=reference)) == []


def test_sizes_of_letters() -> None:
    """Normal says how large letters are, else the defaults, else it is 10 pt as Word has it."""

    def label(content: bytes) -> str:
        body = etree.fromstring(parts_of(render_docx(ALL, reference=content))[BODY])
        return values(body, "fitText")[0]

    without_size = changed(LETTER, STYLES, lambda tree: drop(tree, "sz", "style"))
    assert label(without_size) == "880"
    assert (
        label(changed(without_size, STYLES, lambda tree: drop(tree, "sz", "rPrDefault"))) == "800"
    )
    no_default = changed(
        without_size, STYLES, lambda tree: [s.attrib.pop(f"{W}default", None) for s in tree]
    )
    assert label(no_default) == "880"


def drop(tree: Element, tag: str, within: str) -> None:
    """Take elements out of others."""
    for outer in tree.iter(W + within):
        for element in list(outer.iter(W + tag)):
            element.getparent().remove(element)


def test_same_reference_same_bytes(tmp_path: Path) -> None:
    """A path and its bytes give the same, again and again, and other bytes another file."""
    path = tmp_path / "letterhead.docx"
    path.write_bytes(LETTER)
    first = render_docx(JUNE, reference=LETTER)
    assert render_docx(JUNE, reference=str(path)) == render_docx(JUNE, reference=path) == first
    path.write_bytes(JAPANESE)
    assert render_docx(JUNE, reference=path) == render_docx(JUNE, reference=JAPANESE) != first
    assert render_docx(JUNE) == render_docx(JUNE, reference=None)
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == TYPES


def test_save(tmp_path: Path) -> None:
    """A reference is for the Word files among those that are saved; there must be one."""
    save(JUNE, tmp_path / "a.docx", reference=LETTER)
    assert (tmp_path / "a.docx").read_bytes() == render_docx(JUNE, reference=LETTER)
    save_all(JUNE, [tmp_path / "b.docx", tmp_path / "b.txt"], reference=LETTER)
    assert (tmp_path / "b.docx").read_bytes() == (tmp_path / "a.docx").read_bytes()
    with pytest.raises(FileError, match=r"a reference is for \.docx files"):
        save(JUNE, tmp_path / "c.txt", reference=LETTER)
    assert not (tmp_path / "c.txt").exists()


def test_scripts_can_add_to_it() -> None:
    """A heading that a script adds is counted on."""
    package = to_docx_document(read_text("1. 目的\n2. 日程\n"), reference=JAPANESE)
    package.add_heading("その他", level=1)
    file = BytesIO()
    package.save(file)
    assert shown(file.getvalue()) == ["1. 目的", "2. 日程", "3. その他"]


def test_in_libreoffice(tmp_path: Path) -> None:
    """LibreOffice prints their header and our text, also on a letterhead that it made itself."""
    need_office()
    own = converted({"letter": LETTER}, tmp_path, "docx")["letter"].read_bytes()
    references = {"English": LETTER, "Japanese": JAPANESE, "LibreOffice": own}
    files = {name: render_docx(JUNE, reference=letter) for name, letter in references.items()}
    assert shown(files["LibreOffice"]) == shown(files["English"])
    for pdf in to_pdf(files, tmp_path).values():
        found = bare("".join(pages(pdf)))
        assert "表紙" in found
        assert bare("1.協働ってなに？") in found


@pytest.mark.parametrize("session", [JUNE, ALL], ids=["June", "all"])
def test_the_sdk_finds_nothing(session: Session, tmp_path: Path) -> None:
    """The Open XML SDK's validator finds no fault in what comes of letterheads without one."""
    need("ooxml-validator (npm install --prefix tests/tools)", present=has_sdk())
    path = tmp_path / "june.docx"
    for reference in (LETTER, JAPANESE, render_docx(JUNE, reference=LETTER)):
        path.write_bytes(render_docx(session, reference=reference))
        assert sdk_faults(path) == []


def test_a_style_of_ours_measures_by_letters() -> None:
    """A house style with other indents is followed."""
    content = render_docx(ALL, HouseStyle(label_width=6), reference=LETTER)
    assert b'<w:fitText w:val="1260"' in parts_of(content)[BODY]

"""Letterheads, as Word and other programs make them, for tests of --reference."""

import re
import zlib
from collections.abc import Callable
from io import BytesIO
from struct import pack

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt
from lxml import etree

from ooxml import REL, STYLE_USES, Element, W, packed, parts_of

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES, BODY, RELATIONS = "word/styles.xml", "word/document.xml", "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
CUSTOM = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))


LOGO = b"".join(
    [
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(b"\0\x80")),
        _chunk(b"IEND", b""),
    ]
)


def letter() -> bytes:
    """Make a letterhead: A5 landscape, a logo, three headers, fonts and properties of its own."""
    package = docx.Document()
    section = package.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(210), Mm(148)
    section.left_margin = section.right_margin = Mm(20)
    section.different_first_page_header_footer = True
    package.settings.odd_and_even_pages_header_footer = True
    for header, text in (
        (section.header, "あしや"),
        (section.first_page_header, "表紙"),
        (section.even_page_header, "偶数"),
    ):
        header.is_linked_to_previous = False
        header.paragraphs[0].text = text
    section.header.paragraphs[0].add_run().add_picture(BytesIO(LOGO), width=Mm(10))
    section.footer.paragraphs[0].text = "芦屋市公光町"
    package.styles["heading 1"].font.size = Pt(17)
    package.styles["Normal"].font.size = Pt(10.5)
    package.add_heading("レターヘッド", level=1)
    package.add_paragraph("ここに書く", style="List Bullet")
    properties = package.core_properties
    properties.title, properties.author, properties.keywords = "型紙", "総務", "通知"
    file = BytesIO()
    package.save(file)
    return with_part(file.getvalue(), "docProps/custom.xml", CUSTOM, "custom-properties")


def changed(content: bytes, name: str, change: Callable[[Element], object]) -> bytes:
    """Change the tree of a part."""
    parts = parts_of(content)
    tree = etree.fromstring(parts[name])
    change(tree)
    return packed(parts | {name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8")})


def replaced(content: bytes, name: str, old: str, new: str) -> bytes:
    """Replace a text in a part, which must be there."""
    part = parts_of(content)[name].decode()
    assert old in part
    return packed(parts_of(content) | {name: part.replace(old, new).encode()})


def without(content: bytes, *names: str) -> bytes:
    """Leave parts out, with what leads to them and what is said of them."""
    parts = {name: part for name, part in parts_of(content).items() if name not in names}
    content = packed(parts)
    for name in names:
        end = name.rpartition("/")[2]

        def drop(tree: Element, end: str = end) -> None:
            for element in list(tree):
                if (element.get("Target") or element.get("PartName") or "").endswith(end):
                    tree.remove(element)

        for part in (TYPES, RELATIONS, "_rels/.rels"):
            content = changed(content, part, drop)
    return content


def with_part(content: bytes, name: str, part: bytes, kind: str, mime: str = "") -> bytes:
    """Add a part to which the package leads."""
    mime = mime or f"application/vnd.openxmlformats-officedocument.{kind}+xml"
    content = replaced(
        packed(parts_of(content) | {name: part}),
        TYPES,
        "</Types>",
        f'<Override PartName="/{name}" ContentType="{mime}"/></Types>',
    )
    relation = f'<Relationship Id="x{len(name)}" Type="{OFFICE}/{kind}" Target="{name}"/>'
    return replaced(content, "_rels/.rels", "</Relationships>", f"{relation}</Relationships>")


def japanese(content: bytes) -> bytes:
    """Give styles the ids that Japanese Word gives: 1 for heading 1, a, a3 … for others."""
    parts = parts_of(content)
    styles: Element = etree.fromstring(parts[STYLES])
    ids = {}
    for number, style in enumerate(styles.iter(f"{W}style")):
        heading = re.fullmatch(r"heading (\d)", style.find(f"{W}name").get(f"{W}val").lower())
        ids[style.get(f"{W}styleId")] = heading[1] if heading else f"a{number}"
    for name in parts:
        if name.startswith("word/") and name.endswith(".xml"):
            tree = etree.fromstring(parts[name])
            for element in tree.iter(f"{W}style"):
                element.set(f"{W}styleId", ids[element.get(f"{W}styleId")])
            for tag in STYLE_USES:
                for element in tree.iter(W + tag):
                    element.set(f"{W}val", ids[element.get(f"{W}val")])
            parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8")
    return packed(parts)


def style_named(content: bytes, name: str) -> Element:
    """Find a style by its name."""
    tree: Element = etree.fromstring(parts_of(content)[STYLES])
    for style in tree.iter(f"{W}style"):
        if style.find(f"{W}name").get(f"{W}val").lower() == name.lower():
            return style
    raise AssertionError(name)


def relations(content: bytes, name: str = RELATIONS) -> dict[str, str]:
    """Say for each relationship where it leads."""
    tree: Element = etree.fromstring(parts_of(content)[name])
    return {e.get("Id"): e.get("Target") for e in tree.iter(f"{REL}Relationship")}

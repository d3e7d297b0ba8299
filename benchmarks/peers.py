"""Word files of the same paragraphs, by other libraries for Python and by the floor.

    python benchmarks/peers.py PEER PARAGRAPHS.json TEMPLATE.docx OUTPUT.docx

writes one document, for bench_documents.py to measure it as a whole process; peers.mjs is the
same in Node.js. Here is imported as little as can be at the top, since that would count.
"""

import struct
import sys
import zlib
from io import BytesIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    # The style, what stands before the text, and the text.
    Paragraph = tuple[str, str, str]
    Writer = Callable[[list[Paragraph]], bytes]

BODY = "word/document.xml"


def python_docx(_template: str) -> "Writer":
    """Add paragraphs to the default template; labels of headings are typed."""
    import docx

    def write(paragraphs: "list[Paragraph]") -> bytes:
        document = docx.Document()
        for style, label, text in paragraphs:
            document.add_paragraph(label + text, style)
        file = BytesIO()
        document.save(file)
        return file.getvalue()

    return write


def docxtpl(template: str) -> "Writer":
    """Fill in a template that has one loop, all of it in one style."""
    from importlib import import_module

    opened = import_module("docxtpl").DocxTemplate

    def write(paragraphs: "list[Paragraph]") -> bytes:
        document = opened(template)
        lines = [{"text": label + text} for _, label, text in paragraphs]
        document.render({"lines": lines}, autoescape=True)
        file = BytesIO()
        document.save(file)
        return file.getvalue()

    return write


def floor(template: str) -> "Writer":
    """Build the body as one string, and deflate it beside the other parts of a template.

    Less cannot be done for a Japanese paper: each paragraph names its style, each run says that
    what both kinds of fonts have is Japanese, and labels are typed. zlib does as it does unasked.
    """
    import zipfile

    kept = BytesIO()
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(kept, "w", 8, compresslevel=9) as new:
        body = source.read(BODY).decode()
        for part in source.namelist():
            if part != BODY:
                new.writestr(zipfile.ZipInfo(part), source.read(part), 8)
        count, start = len(new.namelist()), new.start_dir
    files, directory = kept.getvalue()[:start], kept.getvalue()[start:-22]
    opening, closing = body[: body.index("<w:body>") + 8], body[body.index("<w:sectPr") :]
    styles = {
        "Title": "Title",
        "Heading 1": "Heading1",
        "List Bullet": "ListBullet",
        "Normal": "Normal",
    }

    def write(paragraphs: "list[Paragraph]") -> bytes:
        written = [opening]
        for style, label, text in paragraphs:
            content = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            written.append(
                f'<w:p><w:pPr><w:pStyle w:val="{styles[style]}"/></w:pPr><w:r><w:rPr>'
                '<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">'
                f"{label}{content}</w:t></w:r></w:p>"
            )
        written.append(closing)
        xml = "".join(written).encode()
        data = zlib.compress(xml, wbits=-15)
        fields = (20, 0, 8, 0, 33, zlib.crc32(xml), len(data), len(xml), len(BODY), 0)
        entry = struct.pack("<4s5H3L2H", b"PK\3\4", *fields) + BODY.encode() + data
        record = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, *fields, 0, 0, 0, 0, len(files))
        record += BODY.encode()
        sizes = (len(directory) + len(record), len(files) + len(entry))
        end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count + 1, count + 1, *sizes, 0)
        return b"".join([files, entry, directory, record, end])

    return write


PEERS = {"python-docx": python_docx, "docxtpl": docxtpl, "floor": floor}


def main() -> None:
    """Write one document."""
    import json

    peer, paragraphs, template, output = sys.argv[1:]
    with open(paragraphs, encoding="utf-8") as file:  # noqa: PTH123  (pathlib would count)
        content = json.load(file)[0]
    with open(output, "wb") as file:  # noqa: PTH123
        file.write(PEERS[peer](template)(content))


if __name__ == "__main__":
    main()

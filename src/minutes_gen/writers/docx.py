"""Document → .docx: a plain one."""

from io import BytesIO

import docx
from docx.shared import Mm, Pt

from minutes_gen.document import Document


def document_to_docx(document: Document) -> bytes:
    """Write a document as the bytes of a .docx file."""
    package = docx.Document()
    page, size = document.style.page, document.style.fonts.size
    section = package.sections[0]
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    for block in document.blocks:
        paragraph = package.add_paragraph("\n".join([block.label + block.text, *block.lines[1:]]))
        paragraph.paragraph_format.left_indent = Pt((block.indent + block.hanging) * size)
        paragraph.paragraph_format.first_line_indent = Pt(-block.hanging * size)
    file = BytesIO()
    package.save(file)
    return file.getvalue()

"""Document → .docx, in which Word counts the sections and sets the lines itself.

What all documents of a house style share is built once (`package`); for each document its body,
its properties and, where it needs them, its lists are written and zipped beside that.
"""

from functools import lru_cache
from io import BytesIO

import docx
from docx.document import Document as Package

from minutes_gen.document import Document, Part
from minutes_gen.writers.docx.archive import Member, deflate
from minutes_gen.writers.docx.body import document_xml
from minutes_gen.writers.docx.lists import (
    bullet_ids,
    count_headings,
    list_numbers,
    numbering_xml,
)
from minutes_gen.writers.docx.package import BODY, CORE, NUMBERING, Frame, frame
from minutes_gen.writers.docx.properties import core_properties


def document_to_docx(document: Document) -> bytes:
    """Write a document as the bytes of a .docx file: the same document, the same bytes."""
    around, blocks = frame(document.style, document.scheme), document.blocks
    headings = [block for block in blocks if block.part is Part.HEADING]
    counting, bullets = count_headings(headings, document.scheme), bullet_ids(blocks)
    body = document_xml(document, around, list_numbers(blocks, counting, bullets))
    return around.kept.with_members(
        _lists(around, tuple(bullets.items()), counting.starts),
        deflate(CORE, core_properties(document.meta).encode()),
        deflate(BODY, body.encode()),
    )


def document_to_package(document: Document) -> Package:
    """Write a document and open it with python-docx, for scripts that add something to it."""
    return docx.Document(BytesIO(document_to_docx(document)))


@lru_cache(maxsize=256)
def _lists(
    around: Frame, bullets: tuple[tuple[str, int], ...], starts: tuple[tuple[int, ...], ...]
) -> Member:
    xml = numbering_xml(around.style, around.scheme, dict(bullets), starts)
    return deflate(NUMBERING, xml.encode())

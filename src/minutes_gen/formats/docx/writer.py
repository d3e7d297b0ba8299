"""Session → .docx, in which Word counts the sections and sets the lines itself.

What all documents of a house style share is built once (`package`); for each document its body,
its properties and, where it needs them, its lists are written and zipped beside that.
"""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from attrs import evolve

from minutes_gen.formats.docx._archive import Member, deflate
from minutes_gen.formats.docx._body import document_xml
from minutes_gen.formats.docx._counting import Counting, count_headings
from minutes_gen.formats.docx._lists import bullet_ids, list_places, numbering_xml
from minutes_gen.formats.docx._package import Frame, frame
from minutes_gen.formats.docx._parts import BODY, CORE, NUMBERING
from minutes_gen.formats.docx._properties import core_properties
from minutes_gen.formats.docx._tasks import with_task_tables
from minutes_gen.layout.compose import compose
from minutes_gen.layout.document import Document, Part
from minutes_gen.layout.style import HouseStyle, as_style
from minutes_gen.session import Session

if TYPE_CHECKING:
    from docx.document import Document as Package

    from minutes_gen.formats.docx._letterhead import Reference


def render_docx(
    session: Session,
    style: HouseStyle | str | None = None,
    *,
    reference: "Reference | None" = None,
) -> bytes:
    """Write a session as the bytes of a Word file; `style` as in `render_text`.

    `reference` is a letterhead, the path or the bytes of a .docx: page, styles, header, footer
    and all else but its text are taken from there. FileError for one that cannot be used.

    >>> render_docx(Session(title="スタッフ研修"))[:2]
    b'PK'
    """
    return document_to_docx(compose(session, as_style(style)), reference)


def to_docx_document(
    session: Session,
    style: HouseStyle | str | None = None,
    *,
    reference: "Reference | None" = None,
) -> "Package":
    """Write a session as a `docx.Document`, to which a script adds a picture or a signature block.

    `style` and `reference` as in `render_docx`.

    >>> document = to_docx_document(Session(title="スタッフ研修"))
    >>> document.add_paragraph("議長　　　　印").text in [p.text for p in document.paragraphs]
    True
    """
    return document_to_package(compose(session, as_style(style)), reference)


def document_to_docx(document: Document, reference: "Reference | None" = None) -> bytes:
    """Write a document as the bytes of a .docx file: the same document, the same bytes.

    `reference` is another .docx, its path or its bytes, that gives all but the body. FileError
    for one that cannot be read, or that is damaged, encrypted, with macros or meant to harm.

    >>> document_to_docx(compose(Session(title="研修")))[:2]
    b'PK'
    """
    blocks = with_task_tables(document.blocks)
    if blocks is not document.blocks:
        document = evolve(document, blocks=blocks)
    around = _frame(document, reference)
    headings = [block for block in blocks if block.part is Part.HEADING]
    counting, bullets = count_headings(headings, document.scheme), bullet_ids(blocks)
    body = document_xml(document, around, list_places(blocks, counting, bullets))
    return around.kept.with_members(
        _lists(around, tuple(bullets.items()), counting._replace(spots=())),
        deflate(around.names[CORE], core_properties(document.meta, around.properties).encode()),
        deflate(around.names[BODY], body.encode()),
    )


def document_to_package(document: Document, reference: "Reference | None" = None) -> "Package":
    """Write a document and open it with python-docx, for scripts that add something to it.

    >>> document_to_package(compose(Session(title="研修"))).paragraphs[0].text
    '研修'
    """
    import docx  # noqa: PLC0415  (slow to import, and nothing else needs it)

    return docx.Document(BytesIO(document_to_docx(document, reference)))


def _frame(document: Document, reference: "Reference | None") -> Frame:
    if reference is None:
        return frame(document.style, document.scheme)
    from minutes_gen.formats.docx._letterhead import letterhead  # noqa: PLC0415  (lxml is slow)

    return letterhead(reference, document.style, document.scheme)


@lru_cache(maxsize=256)
def _lists(around: Frame, bullets: tuple[tuple[str, int], ...], counting: Counting) -> Member:
    setting = around.setting
    xml = numbering_xml(setting.style, setting.scheme, dict(bullets), counting)
    return deflate(around.names[NUMBERING], around.lists(xml))

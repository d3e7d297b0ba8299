"""Session → text or bytes, in one call for scripts: compose, then write.

>>> from minutes_gen.session import Session
>>> render_text(Session(title="スタッフ研修", number=1))
'第1回 スタッフ研修\\n'
"""

import os
from typing import TYPE_CHECKING

from minutes_gen.layout.compose import compose
from minutes_gen.layout.style import HouseStyle, as_style
from minutes_gen.session import Session

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument

    from minutes_gen.layout.line_length import Measure

# Each writer is loaded by the first call that asks for it: most processes need one of them.


def render_text(
    session: Session,
    style: HouseStyle | str | None = None,
    *,
    width: "Measure | float | str | None" = None,
) -> str:
    """Write a session as plain text in the notation, which `read_text` reads back.

    `style` is a HouseStyle, the name of a preset or the path of a TOML file. With none, the
    source's own numbering and spelling of dates are kept.

    With a width the text is for people: broken into lines, each where the page has it, and not
    read back. `width` is `"page"` for the lines of the style's page, a number of em (40) for lines
    as long, or columns (`"70c"`) for terminals and mail; from 4 em or 8 columns up. What is no
    such width is a TypesetError.

    >>> session = Session(issuer="あしやＮＰＯ", title="研修", lead=["下記のとおり開きます。"])
    >>> print(render_text(session, width="20c").replace("　", "□"), end="")
    □□□□あしやＮＰＯ
    <BLANKLINE>
    □□□□研修
    <BLANKLINE>
    □下記のとおり開きま
    す。
    """
    document = compose(session, as_style(style))
    if width is None:
        from minutes_gen.formats.notation.writer import document_to_text  # noqa: PLC0415

        return document_to_text(document)
    from minutes_gen.formats.page_text import document_to_page  # noqa: PLC0415
    from minutes_gen.layout.line_length import as_measure  # noqa: PLC0415

    return document_to_page(document, as_measure(width, document.style))


def render_docx(
    session: Session,
    style: HouseStyle | str | None = None,
    *,
    reference: str | os.PathLike[str] | bytes | None = None,
) -> bytes:
    """Write a session as the bytes of a Word file; `style` as in `render_text`.

    `reference` is a letterhead, the path or the bytes of a .docx: page, styles, header, footer
    and all else but its text are taken from there. FileError for one that cannot be used.

    >>> render_docx(Session(title="スタッフ研修"))[:2]
    b'PK'
    """
    from minutes_gen.formats.docx.writer import document_to_docx  # noqa: PLC0415

    return document_to_docx(compose(session, as_style(style)), reference)


def to_docx_document(
    session: Session,
    style: HouseStyle | str | None = None,
    *,
    reference: str | os.PathLike[str] | bytes | None = None,
) -> "DocxDocument":
    """Write a session as a `docx.Document`, to which a script adds a picture or a signature block.

    `style` and `reference` as in `render_docx`.

    >>> document = to_docx_document(Session(title="スタッフ研修"))
    >>> document.add_paragraph("議長　　　　印").text in [p.text for p in document.paragraphs]
    True
    """
    from minutes_gen.formats.docx.writer import document_to_package  # noqa: PLC0415

    return document_to_package(compose(session, as_style(style)), reference)


def render_json(session: Session) -> str:
    """Write a session as JSON, which `read_json` reads back; a style changes nothing in it.

    >>> print(render_json(Session(title="スタッフ研修", number=1)), end="")
    {
      "title": "スタッフ研修",
      "number": 1
    }
    """
    import json  # noqa: PLC0415

    return json.dumps(session.to_dict(), ensure_ascii=False, indent=2) + "\n"

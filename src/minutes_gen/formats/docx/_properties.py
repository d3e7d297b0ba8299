"""docProps/core.xml: title, author, language and day of a document.

>>> from datetime import date
>>> "<dc:creator>R&amp;D</dc:creator>" in core_properties(Meta("研修", "R&D", date(2018, 6, 7)))
True
"""

from minutes_gen.formats.docx._units import XML_DECLARATION, escaped
from minutes_gen.layout.document import Meta

CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_DAY = '<dcterms:{0} xsi:type="dcterms:W3CDTF">{1}T00:00:00Z</dcterms:{0}>'


def core_properties(meta: Meta, others: str = "") -> str:
    """Write the properties; what the document does not say is left out, never invented.

    `others` are written as they are.

    The day of the paper is when it was created and modified: the same document gives the same
    bytes on any day.
    """
    title = f"<dc:title>{escaped(meta.title)}</dc:title>" if meta.title else ""
    author = f"<dc:creator>{escaped(meta.author)}</dc:creator>" if meta.author else ""
    days = ""
    if meta.issued:
        day = meta.issued.isoformat()
        days = _DAY.format("created", day) + _DAY.format("modified", day)
    return (
        f"{XML_DECLARATION}<cp:coreProperties "
        f'xmlns:cp="{CORE_PROPERTIES}" '
        f'xmlns:dc="{DUBLIN_CORE}" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{title}{author}<dc:language>ja-JP</dc:language>{days}{others}</cp:coreProperties>"
    )

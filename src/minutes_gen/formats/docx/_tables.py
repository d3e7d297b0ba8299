"""Tables of a Document as w:tbl: ruled, as wide as the page lets them, the header on each page.

>>> from minutes_gen.formats.docx._line_rules import WORD
>>> widths_of([("担当", "宿題"), ("金子", "会場を予約する")], 3000, 12, WORD)
[864, 2136]
"""

from collections.abc import Sequence

from attrs import evolve

from minutes_gen.formats._table import amount_columns
from minutes_gen.formats.docx._units import escaped, mm_to_twips, twips
from minutes_gen.layout.document import Block
from minutes_gen.layout.style import HouseStyle
from minutes_gen.typeset import BreakRules, column_widths, shares

Rows = Sequence[Sequence[str]]

# What a cell takes beside its text: the margins of Word's tables (twips), and a little (em) for
# a font whose letters are wider than they are taken for.
_MARGINS, _SPARE = 216, 0.5

TABLE = "TableGrid"  # the style

_PROPERTIES = (
    '<w:tblStyle w:val="{table}"/><w:tblW w:w="{total}" w:type="dxa"/>'
    '<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"/>'
)
_HEADER_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = "<w:trPr><w:cantSplit/></w:trPr>"
_HEADER_CELL = '<w:p><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr>'
_CELL = '<w:p><w:pPr><w:jc w:val="left"/></w:pPr>'
_AMOUNT = '<w:p><w:pPr><w:jc w:val="right"/></w:pPr>'
_RUN = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'


def table_xml(block: Block, style: HouseStyle, rules: BreakRules, table: str = TABLE) -> str:
    """Write a table; it reaches from its indent to the right margin."""
    page, indent = style.page, twips(block.indent, style.fonts.size)
    total = max(mm_to_twips(page.width - page.left - page.right) - indent, len(block.rows[0]))
    widths = widths_of(block.rows, total, style.fonts.size, rules)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    header, *rows = block.rows
    cells = [_AMOUNT if amounts else _CELL for amounts in amount_columns(block.rows)]
    headings = [_HEADER_CELL] * len(header)
    properties = _PROPERTIES.format(table=table, total=total, indent=indent)
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{_row(header, widths, _HEADER_ROW, headings)}"
        f"{''.join(_row(row, widths, _ROW, cells) for row in rows)}</w:tbl>"
    )


def _row(
    cells: Sequence[str], widths: Sequence[int], properties: str, openings: Sequence[str]
) -> str:
    written = (
        f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/></w:tcPr>{opening}'
        f"{_RUN.format(escaped(cell)) if cell else ''}</w:p></w:tc>"
        for cell, column, opening in zip(cells, widths, openings, strict=True)
    )
    return f"<w:tr>{properties}{''.join(written)}</w:tr>"


def widths_of(rows: Rows, total: int, size: float, rules: BreakRules) -> list[int]:
    """Share a width (in twips) among columns of letters of that size (in pt).

    They add up to `total` exactly: what no column asks for is shared, too.
    """
    em = size * 20
    margin = _MARGINS + round(_SPARE * em)
    widths = column_widths(rows, total, rules=evolve(rules, em=em), margin=margin)
    return shares(widths, total) if sum(widths) < total else widths

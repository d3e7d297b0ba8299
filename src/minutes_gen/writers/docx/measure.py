"""Lengths and attributes that Word writes them in: em, mm, twips (1/20 pt).

>>> twips(4, 12)
960
>>> indentation(4, 1, 12)
'<w:ind w:leftChars="400" w:left="1200" w:hangingChars="100" w:hanging="240"/>'
"""

from xml.sax.saxutils import escape

TWIPS_OF_MM = 1440 / 25.4


def twips(em: float, size: float) -> int:
    """Turn a length in em of a font of that size (in pt) into twips."""
    return round(em * size * 20)


def mm_to_twips(mm: float) -> int:
    """Turn millimetres into twips.

    >>> mm_to_twips(210), mm_to_twips(297)
    (11906, 16838)
    """
    return round(mm * TWIPS_OF_MM)


def indentation(indent: float, hanging: float, size: float) -> str:
    """Write where the first line begins and how much further in (or out) the others do, in em.

    Characters beside twips: Word takes the characters, so that indents follow the font size.
    Of a hanging indent Word counts `left` from the wrapped lines but `leftChars` from the first.
    """
    hundredths = round(abs(hanging) * 100)
    kind = "hanging" if hanging > 0 else "firstLine"
    left = indent if hanging > 0 else indent + hanging
    return (
        f'<w:ind w:leftChars="{round(left * 100)}" w:left="{twips(indent + hanging, size)}" '
        f'w:{kind}Chars="{hundredths}" w:{kind}="{twips(abs(hanging), size)}"/>'
    )


def spacing_before(lines: int, pitch: int) -> str:
    """Write the empty lines before a paragraph; `pitch` is the height of a line in twips.

    >>> spacing_before(1, 333)
    '<w:spacing w:beforeLines="100" w:before="333"/>'
    """
    return f'<w:spacing w:beforeLines="{lines * 100}" w:before="{lines * pitch}"/>'


def attribute(text: str) -> str:
    """Escape a text that stands between double quotes.

    >>> attribute('R&D "A"')
    'R&amp;D &quot;A&quot;'
    """
    return escape(text, {'"': "&quot;"})

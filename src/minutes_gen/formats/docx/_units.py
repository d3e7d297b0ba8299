"""What the parts of a file are written with: lengths in twips (1/20 pt), and escaped text.

>>> twips(4, 12)
960
>>> indentation(4, 1, 12)
'<w:ind w:leftChars="400" w:left="1200" w:hangingChars="100" w:hanging="240"/>'
"""

XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
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


def right_indentation(em: float, size: float) -> str:
    """Write how far from the right margin lines end.

    >>> right_indentation(1, 12)
    '<w:ind w:rightChars="100" w:right="240"/>'
    """
    return f'<w:ind w:rightChars="{round(em * 100)}" w:right="{twips(em, size)}"/>'


def spacing(lines: int, pitch: int, exact: int = 0) -> str:
    """Write how many empty lines stand before a paragraph, and what height its own have.

    `pitch`, the height of a line on the page, and `exact`, where it is another, are in twips.

    >>> spacing(1, 333)
    '<w:spacing w:beforeLines="100" w:before="333"/>'
    """
    height = f' w:line="{exact}" w:lineRule="exact"' if exact else ""
    return f'<w:spacing w:beforeLines="{lines * 100}" w:before="{lines * pitch}"{height}/>'


def escaped(text: str) -> str:
    """Escape a text for XML, also between double quotes; xml.sax.saxutils takes thrice as long.

    >>> escaped('R&D <"A">')
    'R&amp;D &lt;&quot;A&quot;&gt;'
    """
    # Few texts have any of these, and to look for them is quicker than to replace none.
    if "&" in text or "<" in text or ">" in text or '"' in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text.replace('"', "&quot;")
    return text

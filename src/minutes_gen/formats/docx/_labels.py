"""The label of a detail, spread to one width (均等割り付け).

Word spreads the text of a run to w:fitText; LibreOffice does not know it and shows w:spacing,
the room behind each character, of which the last has none. Word writes both itself.
"""

from functools import lru_cache

from minutes_gen.formats.docx._units import escaped, twips
from minutes_gen.typeset import justify_label, width

_FONT = '<w:rFonts w:hint="eastAsia"/>'
_ID = "\0"  # no text holds it


def label_runs(label: str, em: float, size: float, number: int) -> str:
    """Write the runs of a label; `number` tells it from the other labels of the document."""
    return _runs(label, em, size).replace(_ID, str(number))


@lru_cache(maxsize=4096)
def _runs(label: str, em: float, size: float) -> str:
    spare = em - width(label)
    # Half-width letters and combining marks keep together: the spaces are typed, as in a text.
    if spare <= 0 or any(width(character) != 1 for character in label):
        return _run("", justify_label(label, em))
    if len(label) == 1:
        return _run(f'<w:spacing w:val="{twips(spare, size)}"/>', label)
    fit = f'<w:fitText w:val="{twips(em, size)}" w:id="{_ID}"/>'
    spacing = f'<w:spacing w:val="{twips(spare / (len(label) - 1), size)}"/>'
    return _run(spacing + fit, label[:-1]) + _run(fit, label[-1])


def _run(properties: str, text: str) -> str:
    text = escaped(text)
    return f'<w:r><w:rPr>{_FONT}{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

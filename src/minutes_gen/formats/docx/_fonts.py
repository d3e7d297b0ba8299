"""The fonts of a file: word/fontTable.xml, and the fonts of its theme."""

import re
from pathlib import Path

from minutes_gen.formats.docx._units import WORD_MAIN, XML_DECLARATION, escaped
from minutes_gen.layout.style import Fonts

# What Word's Japanese fonts are called elsewhere, and whether they are roman (明朝) or swiss
# (ゴシック), so that a program that lacks them takes one that is like them.
_JAPANESE = {
    "ＭＳ 明朝": ("MS Mincho", "roman", "fixed"),
    "ＭＳ Ｐ明朝": ("MS PMincho", "roman", "variable"),
    "ＭＳ ゴシック": ("MS Gothic", "modern", "fixed"),
    "ＭＳ Ｐゴシック": ("MS PGothic", "swiss", "variable"),
    "游明朝": ("Yu Mincho", "roman", "variable"),
    "游ゴシック": ("Yu Gothic", "swiss", "variable"),
    "メイリオ": ("Meiryo", "swiss", "variable"),
}
_ROMAN = ("Century", "Times New Roman")
_SHIFT_JIS, _ANSI = "80", "00"


def font_table(fonts: Fonts) -> str:
    """Write fontTable.xml: the fonts that the styles name."""
    alternative, family, pitch = _JAPANESE.get(fonts.japanese, ("", "auto", "default"))
    entries = {fonts.japanese: _font(fonts.japanese, _SHIFT_JIS, family, pitch, alternative)}
    for name in (fonts.latin, "Times New Roman"):
        family = "roman" if name in _ROMAN else "auto"
        entries.setdefault(name, _font(name, _ANSI, family, "variable"))
    return f'{XML_DECLARATION}<w:fonts xmlns:w="{WORD_MAIN}">{"".join(entries.values())}</w:fonts>'


def _font(name: str, charset: str, family: str, pitch: str, alternative: str = "") -> str:
    also = f'<w:altName w:val="{alternative}"/>' if alternative else ""
    return (
        f'<w:font w:name="{escaped(name)}">{also}<w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
    )


# The theme of Word 2010, as python-docx has it in its template.
_THEME = Path(__file__).with_name("theme.xml")
_THEME_FONTS = re.compile(
    r'(<a:(?:major|minor)Font>\s*)<a:latin typeface="[^"]*"/>(\s*)<a:ea typeface="[^"]*"/>'
)
_THEME_JAPANESE = re.compile(r'(<a:font script="Jpan" typeface=)"[^"]*"')


def theme(fonts: Fonts) -> str:
    """Write theme1.xml: Word's own with these fonts, so that what a user adds looks alike."""
    latin, japanese = escaped(fonts.latin), escaped(fonts.japanese)

    def both(match: re.Match[str]) -> str:
        return f'{match[1]}<a:latin typeface="{latin}"/>{match[2]}<a:ea typeface="{japanese}"/>'

    written = _THEME_FONTS.sub(both, _THEME.read_text(encoding="utf-8"))
    return _THEME_JAPANESE.sub(lambda match: f'{match[1]}"{japanese}"', written)

"""By which rules Word breaks the lines of a file."""

import pytest
from attrs import evolve
from lxml import etree

from letters import STYLES, letter, replaced
from minutes_gen.formats.docx._letterhead import letterhead
from minutes_gen.formats.docx._line_rules import WORD, rules_of_file
from minutes_gen.formats.docx._settings import SETTINGS_XML
from minutes_gen.formats.docx._styles import styles_xml
from minutes_gen.formats.docx._units import WORD_MAIN
from minutes_gen.layout.compose import compose
from minutes_gen.session import Session
from minutes_gen.typeset import BreakRules
from ooxml import Element

COMPRESS = '<w:characterSpacingControl w:val="compressPunctuation"/>'
OLD = BreakRules(pairs=False, squeeze=None, justified=False, balance=False, units="")


def element(tag: str, inside: str) -> Element:
    """Make an element that holds this XML."""
    return etree.fromstring(f'<w:{tag} xmlns:w="{WORD_MAIN}">{inside}</w:{tag}>')


def mode(number: str) -> str:
    """Write a compatibilityMode among other settings."""
    uri = "http://schemas.microsoft.com/office/word"
    names = ("differentiateMultirowTableHeaders", "compatibilityMode")
    return "<w:compat>{}</w:compat>".format(
        "".join(
            f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>'
            for name, value in zip(names, ("1", number), strict=True)
        )
    )


@pytest.mark.parametrize(
    ("settings", "said", "rules"),
    [
        # What a file does not say has the default of the format, not of Japanese Word.
        ("", (), OLD),
        (COMPRESS, (), evolve(OLD, pairs=True, squeeze="pure")),
        (COMPRESS + mode("14"), (), evolve(OLD, pairs=True, squeeze="pure")),
        (COMPRESS + mode("15"), (), evolve(OLD, pairs=True, squeeze="ratio")),
        (COMPRESS + mode("x"), (), evolve(OLD, pairs=True, squeeze="pure")),
        (mode("15"), (), OLD),
        (COMPRESS.replace("compress", "doNotCompress"), (), OLD),
        ("<w:strictFirstAndLastChars/>", (), evolve(OLD, kinsoku="strict")),
        (
            "<w:compat><w:balanceSingleByteDoubleByteWidth/></w:compat>",
            (),
            evolve(OLD, balance=True),
        ),
        ("", ('<w:jc w:val="both"/>',), evolve(OLD, justified=True)),
        ("", ('<w:jc w:val="left"/>', '<w:jc w:val="both"/>'), OLD),
        ("", ("<w:keepNext/>", '<w:jc w:val="distribute"/>'), evolve(OLD, justified=True)),
        (
            "",
            ('<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="false"/>',),
            evolve(OLD, hang=False, autospace=False),
        ),
        ("", ("<w:overflowPunct/>", '<w:overflowPunct w:val="0"/>'), OLD),
    ],
)
def test_rules_of_a_file(settings: str, said: tuple[str, ...], rules: BreakRules) -> None:
    """Settings and the properties of text decide, the first that says something before others."""
    properties = [element("pPr", xml) for xml in said]
    assert rules_of_file(element("settings", settings), properties) == rules


def test_a_letterhead_decides() -> None:
    """The frame of a letterhead has the rules of its own settings and of its default style."""
    document = compose(Session(title="題"))
    left = letterhead(letter(), document.style, document.scheme).setting.rules
    assert (left.justified, left.squeezes) == (False, False)
    letters = '<w:rPr><w:sz w:val="21"/></w:rPr>'
    both = replaced(letter(), STYLES, letters, f'<w:pPr><w:jc w:val="both"/></w:pPr>{letters}')
    assert letterhead(both, document.style, document.scheme).setting.rules.justified


def test_ours_are_those_of_word_2013() -> None:
    """What we write says itself what WORD says: the settings and styles of a file without one."""
    document = compose(Session(title="題"))
    styles = etree.fromstring(styles_xml(document.style, document.scheme).encode())
    said = styles.findall(f"{{{WORD_MAIN}}}style[@{{{WORD_MAIN}}}default='1']/{{{WORD_MAIN}}}pPr")
    assert rules_of_file(etree.fromstring(SETTINGS_XML.encode()), said) == WORD

"""House styles: presets and TOML."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen.errors import FileError, ModelError, StyleError
from minutes_gen.layout.style import (
    STYLES,
    Fonts,
    HouseStyle,
    Indents,
    Page,
    as_style,
    format_style,
    load_style,
    parse_style,
)

_halves = st.integers(1, 20).map(lambda halves: halves / 2)
styles = st.builds(
    HouseStyle,
    about=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=10),
    page=st.builds(Page, left=st.floats(0, 60), lines=st.integers(1, 200)),
    fonts=st.builds(
        Fonts, japanese=st.sampled_from(["ＭＳ 明朝", 'A "B" \\C']), size=st.floats(5, 72)
    ),
    indents=st.builds(Indents, body=_halves, under_light=_halves),
    label_width=_halves.filter(lambda em: em >= 1),
    dates=st.sampled_from(["long", "jis"]),
    weekday=st.booleans(),
    numbering=st.sampled_from(["handout", "koyobun", ("①", "ア")]),
)


@given(styles)
def test_toml_is_read_back(style: HouseStyle) -> None:
    """parse(format(style)) == style for every style."""
    assert parse_style(format_style(style)) == style


@pytest.mark.parametrize("name", STYLES)
def test_presets_are_found_by_name(name: str) -> None:
    """Each preset has a name and says what it is for."""
    assert as_style(name) is load_style(name) is STYLES[name]
    assert STYLES[name].about
    assert as_style(STYLES[name]) is STYLES[name]


def test_no_style_is_none() -> None:
    """None stays None: the source's own ways."""
    assert as_style(None) is None


def test_a_file_says_only_what_differs(tmp_path: Path) -> None:
    """What a file leaves out is as in its base, table by table."""
    path = tmp_path / "office.toml"
    path.write_text('base = "koyobun"\n[page]\nleft = 25\n', encoding="utf-8-sig")
    style = load_style(str(path))
    assert style.page == Page(left=25.0)
    assert style.numbering == STYLES["koyobun"].numbering
    assert parse_style("") == STYLES["handout"]


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[fonts]\nsize = 200", "o.toml:2: fonts.size: 200.0 is not a number from 5 to 72 pt"),
        ("\nfonts.size = 2", "o.toml:2: fonts.size: 2.0 is not a number from 5"),
        ("about = 'x'\n# size\nfonts.size = 2", "o.toml:3: fonts.size: 2.0 is not"),
        ("fonts = {size = 2}", "o.toml:1: fonts.size: 2.0 is not a number from 5"),
        ("[fonts]\n'size' = 2", "o.toml:2: fonts.size: 2.0 is not"),
        ("[fonts]\nsize = nan", "o.toml:2: fonts.size: nan is not a number from 5"),
        ('[fonts]\nlatin = ""', "o.toml:2: fonts.latin: must be the name of a font, not ''"),
        ("fonts = 3", "o.toml:1: fonts: 3 is not an object with keys"),
        ('[fonst]\nlatin = "x"', "o.toml:1: fonst: unknown key; did you mean 'fonts'?"),
        ('[fonts]\n\nlatn = "x"', "o.toml:3: fonts.latn: unknown key; did you mean 'latin'?"),
        ('[page]\nleft = "a"', "o.toml:2: page.left: 'a' is not a number"),
        ("[page]\nlines = 1.5", "o.toml:2: page.lines: 1.5 is not a whole number"),
        ("[page]\nleft = 170", "o.toml:2: page.left: left and right margins of 200 mm leave less"),
        ("[page]\ntop = 200\nbottom = 100", "o.toml:2: page.top: top and bottom margins of 300"),
        ("[indents]\nbody = 0.3", "o.toml:2: indents.body: 0.3 is not a number from 0.5 to 10 em"),
        (
            "[indents]\nbody = 0.75",
            "o.toml:2: indents.body: must be a multiple of 0.5 em, not 0.75",
        ),
        ('dates = "lang"', "o.toml:1: dates: 'lang' is none of 'long', 'fullwidth', 'kanji'"),
        ("weekday = 1", "o.toml:1: weekday: 1 is not true or false"),
        ("label_width = 0", "o.toml:1: label_width: 0.0 is not a number from 1 to 20 em"),
        (
            'numbering = "koyobn"',
            "o.toml:1: numbering: there is no numbering scheme 'koyobn'; did you mean 'koyobun'?",
        ),
        ('numbering = ["1.", "??"]', "o.toml:1: numbering: '??' is not a first label"),
        ("numbering = [1]", "o.toml:1: numbering: a label must be a text such as '1.', not 1"),
        ('base = "x"', "o.toml:1: base: there is no preset 'x'; allowed: 'handout', 'koyobun'"),
        ("base = 3", "o.toml:1: base: there is no preset 3"),
        ('"fo\\u006ets" = 3', "o.toml: fonts: 3 is not an object with keys"),
        ("label_width = " + "1" * 5000, "o.toml: Exceeds the limit"),
        ("a = " + "[" * 5000, "o.toml: lists or tables nested too deep"),
        ("x = = 2", "o.toml: Invalid value (at line 1, column 5)"),
    ],
)
def test_errors_name_the_line_and_what_is_allowed(toml: str, message: str) -> None:
    """An office that makes a slip in its file is told where, and what may stand there."""
    with pytest.raises(StyleError) as caught:
        parse_style(toml, source="o.toml")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, one that is no text, and a name that is none are errors."""
    with pytest.raises(FileError, match=r"nothing\.toml'"):
        load_style(str(tmp_path / "nothing.toml"))
    path = tmp_path / "office.toml"
    path.write_bytes(b"about = '\xff'")
    with pytest.raises(StyleError, match=r"not UTF-8 text \(byte 10\)"):
        load_style(str(path))
    with pytest.raises(StyleError, match="did you mean 'koyobun'"):
        load_style("koyoubun")


def test_a_style_in_python_is_validated_too() -> None:
    """Values given in Python are held to the same bounds."""
    with pytest.raises(ModelError, match="'12' is not a number from 5 to 72 pt"):
        Fonts(size="12")  # type: ignore[arg-type]
    with pytest.raises(ModelError, match="'no' is not true or false"):
        HouseStyle(weekday="no")  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"42\.0 is not a whole number"):
        Page(lines=42.0)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match="5 is neither a numbering scheme nor its labels"):
        HouseStyle(numbering=5)  # type: ignore[arg-type]

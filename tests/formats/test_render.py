"""Session → text, bytes and JSON in one call."""

from io import BytesIO
from pathlib import Path

import docx

from minutes_gen import HouseStyle, Section, Session, render_docx, render_json, render_text
from minutes_gen.layout.line_length import Measure

SESSION = Session(title="研修", sections=[Section("協働とは", ["共に動く。"])])


def test_a_style_may_be_a_value_a_name_or_a_file(tmp_path: Path) -> None:
    """Whatever the style is given as, it is the same style."""
    path = tmp_path / "office.toml"
    path.write_text('numbering = "koyobun"', encoding="utf-8")
    texts = {render_text(SESSION, style) for style in (HouseStyle(numbering="koyobun"), str(path))}
    assert texts == {"研修\n\n第１　協働とは\n　共に動く。\n"}
    assert render_text(SESSION, "koyobun") in texts


def test_a_width_is_of_the_style() -> None:
    """The page is that of the style, whatever the style is given as; a Measure is itself."""
    pages = {
        render_text(SESSION, style, width=width)
        for style in (None, "handout", HouseStyle())
        for width in ("page", 35, "70c", Measure(35))
    }
    assert pages == {"　　　　　　　　　　　　　　　　 研修\n\n　　1. 協働とは\n　　　共に動く。\n"}
    assert render_text(SESSION, "koyobun", width=6) == (
        "　　　研修\n\n第１　協働と\nは\n　共に動く。\n"
    )


def test_a_word_file_opens() -> None:
    """python-docx opens the bytes and reads the text."""
    paragraphs = [
        paragraph.text for paragraph in docx.Document(BytesIO(render_docx(SESSION))).paragraphs
    ]
    assert "共に動く。" in "".join(paragraphs)


def test_json_is_readable() -> None:
    """JSON keeps Japanese as it is, and ends in a line end."""
    assert render_json(Session(title="研修")) == '{\n  "title": "研修"\n}\n'

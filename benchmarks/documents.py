"""What the benchmarks of documents write: the notice and papers like it, for each peer."""

import html
import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from attrs import evolve

from minutes_gen import Session, read_text
from minutes_gen.layout.compose import compose
from minutes_gen.layout.document import Part
from minutes_gen.model._marks import COLON
from peers import BODY

if TYPE_CHECKING:
    from peers import Paragraph

NOTICE = Path(__file__).parent.parent / "examples" / "june-7-notice.txt"

# Peers know styles by the names of Word's; for the rest their standard paragraph has to do.
_STYLES = {Part.TITLE: "Title", Part.HEADING: "Heading 1", Part.BULLET: "List Bullet"}


def notice() -> Session:
    """Read the notice."""
    return read_text(NOTICE.read_text(encoding="utf-8"))


def notices(count: int) -> list[Session]:
    """Return papers that differ from each other, so that none is written twice in a row."""
    session = notice()
    return [evolve(session, number=number) for number in range(1, count + 1)]


def times(session: Session, count: int) -> Session:
    """Return a paper with so many times the sections; they count on."""
    return evolve(session, sections=session.sections * count)


def composed(session: Session) -> "list[Paragraph]":
    """Return a paper as peers write it: of each paragraph style, label and text.

    A bullet is their list's; all other labels are typed.
    """
    found: list[Paragraph] = []
    for block in compose(session).blocks:
        label = "" if block.part is Part.BULLET else block.opening
        colon = COLON * (block.part is Part.DETAIL)
        found.append((_STYLES.get(block.part, "Normal"), label + colon, block.text))
        found += [("Normal", "", line) for line in block.lines[1:]]
    return found


def write_template(path: Path, paragraphs: Iterable[str]) -> None:
    """Write a template of these paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))


def check(writer: str, file: bytes, content: "list[Paragraph]") -> None:
    """Stop if a file does not hold the text of each paragraph."""
    with zipfile.ZipFile(BytesIO(file)) as archive:
        body = html.unescape(archive.read(BODY).decode())
    missing = [text for _, _, text in content if text not in body]
    if missing:
        raise SystemExit(f"{writer} left out {missing[0]!r}")


def markdown(content: "list[Paragraph]") -> str:
    """Write the same text as Markdown."""
    marks = {"Title": "# ", "Heading 1": "## ", "List Bullet": "- "}
    return "".join(f"{marks.get(style, '')}{label}{text}\n\n" for style, label, text in content)

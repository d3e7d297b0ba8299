"""Letterheads of which one thing is there n times: styles, names, lists, relationships."""

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from minutes_gen import Session, render_docx

Letter = Callable[[int], bytes]


def letterheads() -> Iterator[tuple[str, Letter]]:
    """Give each of them by what there is much of."""
    yield from _LETTERS.items()


def _parts() -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(render_docx(Session(title="研修")))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _changed(part: str, old: str, new: Callable[[int], str]) -> Letter:
    """Replace a text of a part of our own Word file by one that is n long."""

    def make(n: int) -> bytes:
        parts = _parts()
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new(n), 1)
        file = BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(name, text)
        return file.getvalue()

    return make


def _numbered(form: str, n: int) -> str:
    return "".join(form.format(number, number + 1) for number in range(n))


_STYLES, _BODY, _LISTS = "word/styles.xml", "word/document.xml", "word/numbering.xml"
_CORE, _RELATIONS = "docProps/core.xml", "word/_rels/document.xml.rels"
_LINE = '<w:style w:type="paragraph" w:styleId="c{0}"><w:basedOn w:val="c{1}"/></w:style>'
_NAMED = '<w:style w:type="character" w:styleId="Detail{0}"><w:name w:val="記書き {0}"/></w:style>'
_ABSTRACT = '<w:abstractNum w:abstractNumId="{0}9"><w:nsid w:val="0{0:07X}"/></w:abstractNum>'
_LEADS = '<Relationship Id="x{0}" Type="urn:x" Target="styles.xml"/>'

_LETTERS: dict[str, Letter] = {
    "styles": _changed(_STYLES, "</w:styles>", lambda n: f"{_numbered(_NAMED, n)}</w:styles>"),
    "styles on one line": _changed(
        _STYLES,
        '<w:name w:val="Title"/><w:basedOn w:val="Normal"/>',
        lambda n: '<w:name w:val="Title"/><w:basedOn w:val="c0"/></w:style>'
        + _numbered(_LINE, n)
        + '<w:style w:type="paragraph" w:styleId="End"><w:name w:val="End"/>',
    ),
    "names of styles.xml": _changed(
        _STYLES, "<w:styles", lambda n: "<w:styles" + _numbered(' xmlns:a{0}="a:{0}"', n)
    ),
    "names of the document": _changed(
        _BODY, "<w:document", lambda n: "<w:document" + _numbered(' xmlns:a{0}="a:{0}"', n)
    ),
    "attributes of the document": _changed(
        _BODY, "<w:document", lambda n: "<w:document" + _numbered(' a{0}=""', n)
    ),
    "paragraphs": _changed(_BODY, "<w:body>", lambda n: "<w:body>" + "<w:p><w:r/></w:p>" * n),
    "sections": _changed(
        _BODY, "<w:body>",
        lambda n: "<w:body>" + "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" * n,
    ),
    "core properties": _changed(
        _CORE, "</cp:core", lambda n: "<cp:keywords>k</cp:keywords>" * n + "</cp:core"
    ),
    "names of core properties": _changed(
        _CORE, "</cp:core", lambda n: _numbered('<a xmlns="a:{0}"/>', n) + "</cp:core"
    ),
    "lists": _changed(_LISTS, "<w:num ", lambda n: f"{_numbered(_ABSTRACT, n)}<w:num "),
    "relationships": _changed(
        _RELATIONS, "</Relationships>", lambda n: f"{_numbered(_LEADS, n)}</Relationships>"
    ),
}  # fmt: skip

"""References that are damaged, hidden or meant to harm: one line, in a second, in 200 MB."""

import json
import posixpath
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from letters import BODY, OFFICE, RELATIONS, STYLES, TYPES, letter, replaced, with_part, without
from minutes_gen import Bullet, Section, Session, render_docx, save
from minutes_gen.errors import FileError
from minutes_gen.formats.docx._unpack import LARGEST_FILE, MOST_PARTS
from ooxml import REL, W, faults, packed, parts_of

LETTER = letter()
SESSION = Session(title="研修", sections=[Section("題", [Bullet("点")])])
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
HEADER = next(name for name in parts_of(LETTER) if name.startswith("word/header"))


def archived(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack parts small."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def with_parts(**more: bytes) -> bytes:
    """Add parts to which nothing leads, or put them in the place of others."""
    return archived(parts_of(LETTER) | {name.replace("_", "/"): p for name, p in more.items()})


SMALL = archived(parts_of(LETTER))


def zip_bomb() -> bytes:
    """Make 200 MB of zeros in 200 kB."""
    return with_parts(word_media=bytes(200 << 20))


def lying_bomb() -> bytes:
    """Make a file of 50 MB that the directory takes for one of 100 bytes."""
    bomb = zipfile.ZipInfo("word/bomb.bin")
    content = archived({bomb.filename: bytes(50 << 20)})
    sizes = struct.pack("<L", 50 << 20)
    assert content.count(sizes) == 2
    return content.replace(sizes, struct.pack("<L", 100))


def overlapping_bomb() -> bytes:
    """Let 900 entries of the directory lead to the same megabyte."""
    content = archived({"word/a.bin": bytes(1 << 20)})
    start = content.index(b"PK\1\2")
    end = content.index(b"PK\5\6")
    entry = content[start:end]
    directory = b"".join(entry.replace(b"a.bin", b"%05d" % n) for n in range(900))
    local = content[:start]
    record = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 900, 900, len(directory), len(local), 0)
    return local + directory + record


def many_entries() -> bytes:
    """Make a directory of 300,000 entries."""
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", *[0] * 9, 1, *[0] * 6) + b"a"
    directory = entry * 300_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 65535, 65535, len(directory), 0, 0)
    return b"PK\3\4" + bytes(40) + directory + end


def entity_bomb(name: str = BODY, encoding: str = "utf-8") -> bytes:
    """Make a billion laughs of a part."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}]><x>&l9;</x>'
    return archived(parts_of(LETTER) | {name: document.encode(encoding)})


def external_entity() -> bytes:
    """Ask for a file of the machine."""
    text = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    return with_parts(customXml_item1=text.encode()).replace(b"customXml/item1", b"customXml/x.xml")


def damaged() -> bytes:
    """Change a byte of a part: its checksum shows that."""
    content = bytearray(archived(parts_of(LETTER), zipfile.ZIP_STORED))
    content[content.index(b"<w:body>") + 1] ^= 1
    return bytes(content)


def crypted() -> bytes:
    """Mark the parts as encrypted (ZipCrypto)."""
    content = bytearray(LETTER)
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = -1
        while (place := content.find(mark, place + 1)) >= 0:
            content[place + offset] |= 1
    return bytes(content)


def longer_than_it_is() -> bytes:
    """Say of a part that it is longer than it is."""
    content = bytearray(archived({"a": b"x" * 50}))
    place = content.index(b"PK\1\2") + 24
    content[place : place + 4] = struct.pack("<L", 60)
    return bytes(content)


def twice() -> bytes:
    """Hold two parts of one name, but for capitals."""
    return archived(parts_of(LETTER) | {"word/Styles.xml": b"<x/>"})


def macros() -> bytes:
    """Make a .docm: its type says so, and its program is there."""
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    return replaced(LETTER, TYPES, MAIN, kind)


def program() -> bytes:
    """Hide a program in a .docx."""
    mime = "application/vnd.ms-office.vbaProject"
    return with_part(LETTER, "word/data.bin", b"x", "vbaProject", mime)


def shared_part() -> bytes:
    """Let the core properties be the numbering."""
    return replaced(LETTER, "_rels/.rels", "docProps/core.xml", "word/numbering.xml")


def without_relation(kind: str) -> bytes:
    """Lead from the header of the body to nowhere."""
    parts = parts_of(LETTER)
    parts.pop(kind)
    return archived(parts)


def body(xml: str) -> bytes:
    """Put another document in."""
    return archived(parts_of(LETTER) | {BODY: xml.encode()})


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "is not a .docx file"),
    "pdf": (lambda: b"%PDF-1.7\n" * 99, "is not a .docx file"),
    "empty archive": (lambda: archived({}), "is not a .docx file"),
    "old": (lambda: OLE, "is an old Word file (.doc) or encrypted; save it as .docx"),
    "encrypted": (
        lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
        "is encrypted; save it without a password",
    ),
    "encrypted parts": (crypted, "is encrypted ('[Content_Types].xml')"),
    "cut": (lambda: LETTER[: len(LETTER) // 2], "is damaged: File is not a zip file"),
    "changed": (damaged, "is damaged: Bad CRC-32"),
    "longer": (longer_than_it_is, "is damaged: 'a' ends too soon"),
    "any archive": (lambda: archived({"a.txt": b"x"}), "is damaged: '[Content_Types].xml' is mis"),
    "too large": (lambda: b"PK\3\4" + bytes(LARGEST_FILE), "is too large; allowed: up to 16 MB"),
    "zip bomb": (zip_bomb, "is too large when unpacked; allowed: up to 32 MB"),
    "lying bomb": (lying_bomb, "is damaged: Bad CRC-32"),
    "overlapping bomb": (overlapping_bomb, "is too large when unpacked"),
    "many entries": (many_entries, "holds too many parts; allowed: up to 1000"),
    "bzip2": (
        lambda: archived({"a": bytes(1 << 20)}, zipfile.ZIP_BZIP2),
        "is packed as no .docx file is ('a')",
    ),
    "twice": (twice, "holds 'word/styles.xml' twice"),
    "outside": (lambda: archived({"../../etc/passwd": b"x"}), "a part with a forbidden name: '../"),
    "root": (lambda: archived({"/etc/passwd": b"x"}), "forbidden name: '/etc/passwd'"),
    "backslash": (lambda: archived({"..\\evil.exe": b"x"}), "forbidden name: '..\\\\evil.exe'"),
    "not ASCII": (lambda: archived({"会.xml": b"<x/>"}), "forbidden name: '会.xml'"),
    "entity bomb": (entity_bomb, "declares a document type"),
    "entity bomb in a header": (lambda: entity_bomb(HEADER), "declares a document type"),
    "entity bomb in UTF-16": (lambda: entity_bomb(encoding="utf-16"), "declares a document type"),
    "entity bomb in types": (lambda: entity_bomb(TYPES), "declares a document type"),
    "external entity": (external_entity, "declares a document type"),
    "deep": (lambda: body("<a>" * 40_000 + "</a>" * 40_000), "is damaged: 'word/document.xml':"),
    "many tags": (lambda: body("<a>" + "<b/>" * 3_000_000 + "</a>"), "holds too much markup"),
    "many attributes": (
        lambda: body("<a " + " ".join(f'a{n}=""' for n in range(1_000_000)) + "/>"),
        "holds too much markup",
    ),
    "no XML": (lambda: body("<w:document"), "is damaged: 'word/document.xml'"),
    "no text": (
        lambda: archived(parts_of(LETTER) | {BODY: b"\xff\xfe\0\xd8"}),
        "is damaged: 'word/document.xml' is not text",
    ),
    "Shift_JIS": (
        lambda: archived(
            parts_of(LETTER) | {BODY: '<?xml version="1.0"?><a>研修</a>'.encode("cp932")}
        ),
        "is damaged: 'word/document.xml'",
    ),
    "macros": (macros, "carries macros; save it as Word Document (.docx)"),
    "program": (program, "carries macros; save it as Word Document (.docx)"),
    "signed": (
        lambda: with_part(LETTER, "sig.sigs", b"x", "digital-signature/origin"),
        "is signed, which holds for one document only; save it unsigned",
    ),
    "strict": (
        lambda: replaced(LETTER, "_rels/.rels", OFFICE + "/officeDocument",
                         "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"),
        "is Strict Open XML; save it as Word Document (.docx)",
    ),
    "workbook": (
        lambda: replaced(LETTER, TYPES, MAIN, "application/vnd.ms-excel.sheet.main+xml"),
        "is not a Word document, but 'application/vnd.ms-excel.sheet.main+xml'",
    ),
    "no type": (
        lambda: replaced(LETTER, TYPES, "/word/document.xml", "/word/other.xml"),
        "is not a Word document, but 'application/xml'",
    ),
    "no type at all": (
        lambda: replaced(
            replaced(LETTER, TYPES, "/word/document.xml", "/word/other.xml"),
            TYPES, 'Extension="xml"', 'Extension="yml"'),
        "is not a Word document, but ''",
    ),
    "no document": (
        lambda: replaced(LETTER, "_rels/.rels", "word/document.xml", "word/nothing.xml"),
        "is damaged: it does not say which part is the document",
    ),
    "no way in": (lambda: without_relation("_rels/.rels"), "it does not say which part is the doc"),
    "document outside": (
        lambda: replaced(LETTER, "_rels/.rels", 'Target="word/document.xml"',
                         'Target="http://example.org/" TargetMode="External"'),
        "asks for 'http://example.org/' ('officeDocument') over a network; take that out",
    ),
    "no styles": (lambda: without_relation(STYLES), "is damaged: 'word/styles.xml' is missing"),
    "no header": (lambda: without_relation(HEADER), f"is damaged: {HEADER!r} is missing"),
    "no header's relation": (
        lambda: without_relation(RELATIONS),
        "is damaged: its header or footer is missing",
    ),
    "no body": (
        lambda: body(f'<w:document xmlns:w="{W[1:-1]}"/>'),
        "is damaged: its document has no w:body",
    ),
    "another root": (lambda: body("<a/>"), "is damaged: 'word/document.xml' holds no w:document"),
    "styles are none": (
        lambda: archived(parts_of(LETTER) | {STYLES: b"<a/>"}),
        "is damaged: 'word/styles.xml' holds no w:styles",
    ),
    "one part for two": (shared_part, "is damaged: it takes one part for two"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_refused_in_one_line(name: str, tmp_path: Path) -> None:
    """Each is a FileError of one line that names the file and what is wrong; none is written."""
    make, problem = HOSTILE[name]
    path = tmp_path / "letter.docx"
    path.write_bytes(make())
    with pytest.raises(FileError) as caught:
        save(SESSION, tmp_path / "out.docx", reference=path)
    message = str(caught.value)
    assert message.startswith(repr(str(path)))
    assert problem in message
    assert "\n" not in message
    assert [file.name for file in tmp_path.iterdir()] == ["letter.docx"]


MICROSOFT = "http://schemas.microsoft.com/office"
RUNS = {
    f"{MICROSOFT}/2006/relationships/vbaProject": "carries macros; save it as Word Document",
    f"{MICROSOFT}/2006/relationships/wordVbaData": "carries macros; save it as Word Document",
    f"{OFFICE}/control": "carries an ActiveX control; take it out",
    f"{MICROSOFT}/2006/relationships/activeXControlBinary": "carries an ActiveX control",
    f"{OFFICE}/oleObject": "carries an embedded or linked object; put a picture in its place",
    f"{OFFICE}/aFChunk": "carries a file to be imported; put its content in its place",
    f"{MICROSOFT}/2006/relationships/ui/extensibility": "carries a ribbon of its own; take it out",
    f"{MICROSOFT}/2007/relationships/ui/extensibility": "carries a ribbon of its own; take it out",
    f"{MICROSOFT}/2011/relationships/webextension": "carries a web add-in; take it out",
    f"{MICROSOFT}/2011/relationships/webextensiontaskpanes": "carries a web add-in; take it out",
    f"{OFFICE}/transform": "carries an XSL transformation; take it out",
}


def leading(target: str, type_: str, source: str = "word/header1.xml", more: str = "") -> bytes:
    """Let a part of the letterhead lead to a target."""
    folder, _, name = source.rpartition("/")
    path = f"{folder}/_rels/{name}.rels".lstrip("/")
    parts = parts_of(LETTER)
    old = parts.get(path, f'<Relationships xmlns="{REL[1:-1]}"></Relationships>'.encode())
    relation = f'<Relationship Id="new" Type="{type_}" Target={quoteattr(target)} {more}/>'
    return packed(
        parts | {path: old.replace(b"</Relationships>", f"{relation}</Relationships>".encode())}
    )


def refusal(reference: bytes) -> str:
    """Return what is said of a reference that is refused; nothing of one that is taken."""
    try:
        render_docx(SESSION, reference=reference)
    except FileError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("type_", RUNS)
@pytest.mark.parametrize("source", ["", BODY, HEADER, "word/settings.xml"])
def test_what_can_run_is_told_by_what_leads_to_it(type_: str, source: str) -> None:
    """Whatever name and content type it has, wherever it hangs, and whether it is there or not."""
    target = posixpath.relpath("word/media/image1.png", posixpath.dirname(source) or ".")
    for more in ("", 'TargetMode="External"'):
        assert RUNS[type_] in refusal(leading(target, type_, source, more))


TEMPLATE = f"{OFFICE}/attachedTemplate"
EXTERNAL = 'TargetMode="External"'
FAR = ["http://a/b.dotm", r"\\a\b.dotm", "file://a/b.dotm", r"file:///\\a\b.dotm", " HTTPS://a",
       "%5C%5Ca%5Cb", "file:////a/b", "\\/a/b", "ht\ttp://a"]  # fmt: skip
NEAR = [r"C:\a.dotm", r"file:///C:\a.dotm", "Normal.dotm", "/a/b.dotm", "file:///a", "file://C:/a",
        "Macintosh%20HD:Users:a.dotm", "file://localhost/a.dotm", ""]  # fmt: skip


@pytest.mark.parametrize("target", FAR)
def test_nothing_is_asked_for_over_a_network(target: str) -> None:
    """A template, a frame or another document on a server would be loaded with every letter."""
    for kind in ("attachedTemplate", "frame", "subDocument", "mailMergeSource"):
        made = refusal(leading(target, f"{OFFICE}/{kind}", "word/settings.xml", EXTERNAL))
        assert f"('{kind}') over a network; take that out" in made
        assert "\n" not in made
    for kind in ("hyperlink", "image"):
        assert refusal(leading(target, f"{OFFICE}/{kind}", HEADER, EXTERNAL)) == ""


@pytest.mark.parametrize("target", NEAR)
def test_a_template_of_this_machine_is_kept(target: str) -> None:
    """Word writes the path of the template into every document."""
    assert refusal(leading(target, TEMPLATE, "word/settings.xml", EXTERNAL)) == ""


PARTS_OF_LETTER = sorted({*parts_of(LETTER)} - {TYPES, BODY})


@pytest.mark.parametrize("name", [n for n in PARTS_OF_LETTER if not n.endswith(".rels")])
def test_a_part_that_is_missing(name: str) -> None:
    """Whatever leads to a part that is not there, the file is damaged."""
    assert refusal(without_relation(name)) == f"the reference is damaged: {name!r} is missing"


def test_what_leads_to_a_place_leads_to_a_part() -> None:
    """A target with a place in it is that of the part; a place alone is one in the part itself."""
    for target in ("#top", "styles.xml#top", "header1.xml"):
        assert refusal(leading(target, f"{OFFICE}/hyperlink", HEADER)) == ""
    assert "'word/none.xml' is missing" in refusal(leading("none.xml#a", f"{OFFICE}/hyperlink"))


def embedding(*files: bytes) -> bytes:
    """Embed files, as a chart does with its workbook."""
    names = [f"word/embeddings/{number}.xlsx" for number in range(len(files))]
    relation = '<Relationship Id="p{0}" Type="{1}/package" Target="{0}.xlsx"/>'
    relations = "".join(relation.format(number, OFFICE) for number in range(len(files)))
    path = "word/embeddings/_rels/chart.xml.rels"
    text = f'<Relationships xmlns="{REL[1:-1]}">{relations}</Relationships>'
    return archived(parts_of(LETTER) | dict(zip(names, files, strict=True)) | {path: text.encode()})


def test_embedded_files_are_looked_into() -> None:
    """The workbook of a chart is kept; what can run, is damaged or embeds more is not."""
    made = parts_of(render_docx(SESSION, reference=embedding(LETTER, SMALL)))
    assert made["word/embeddings/0.xlsx"] == LETTER
    what = "embeds 'word/embeddings/0.xlsx', which "
    assert f"{what}carries macros" in refusal(embedding(program()))
    vba = leading("x", f"{MICROSOFT}/2006/relationships/vbaProject")
    assert f"{what}carries macros" in refusal(embedding(vba))
    assert f"{what}is an old Word file" in refusal(embedding(OLE))
    assert f"{what}embeds another file" in refusal(embedding(embedding(LETTER)))
    assert f"{what}declares a document type" in refusal(embedding(entity_bomb()))


def test_embedded_files_share_one_room() -> None:
    """Many of them, each of which could be unpacked alone, are refused before they are."""
    large = archived({TYPES: parts_of(LETTER)[TYPES], "xl/a.bin": bytes(4 << 20)})
    assert refusal(embedding(*[large] * 6)) == ""
    assert "too large when unpacked; allowed: up to 4 MB" in refusal(embedding(*[large] * 8))
    marked = archived(
        {TYPES: parts_of(LETTER)[TYPES], "a.xml": b"<a>" + b"<b/>" * 30_000 + b"</a>"}
    )
    assert refusal(embedding(*[marked] * 4)) == ""
    assert "holds too much markup" in refusal(embedding(*[marked] * 9))


def numbered(form: str, count: int) -> str:
    """Repeat a text, with numbers in it."""
    return "".join(form.format(number, number + 1) for number in range(count))


def line_of_styles() -> bytes:
    """Hang every style that is taken for one of ours on a line of thousands."""
    style = '<w:style w:type="paragraph" w:styleId="c{}"><w:basedOn w:val="c{}"/></w:style>'
    text = parts_of(LETTER)[STYLES].decode().replace('basedOn w:val="Normal"', 'basedOn w:val="c0"')
    text = text.replace("</w:styles>", f"{numbered(style, 8_000)}</w:styles>")
    return archived(parts_of(LETTER) | {STYLES: text.encode()})


def used_styles() -> bytes:
    """Use each style of a line of styles in a header."""
    paragraph = '<w:p><w:pPr><w:pStyle w:val="c{}"/></w:pPr></w:p>'
    header = f'<w:hdr xmlns:w="{W[1:-1]}">{numbered(paragraph, 8_000)}</w:hdr>'
    return archived(parts_of(line_of_styles()) | {HEADER: header.encode()})


def names_of_properties() -> bytes:
    """Declare thousands of names above hundreds of core properties."""
    name = "docProps/core.xml"
    text = parts_of(LETTER)[name].decode()
    text = text.replace(
        "<cp:coreProperties", "<cp:coreProperties" + numbered(' xmlns:a{}="a"', 9_000)
    )
    text = text.replace("</cp:c", f"{numbered('<a{}:b/>', 900)}</cp:c")
    return archived(parts_of(LETTER) | {name: text.encode()})


def other_names() -> bytes:
    """Declare and use thousands of names in a document whose prefix is not w."""
    names, used = numbered(' xmlns:a{}="a:{}"', 15_000), numbered("<a{}:b/>", 15_000)
    return body(f'<x:document xmlns:x="{W[1:-1]}"{names}><c>{used}</c><x:body/></x:document>')


def other_attributes() -> bytes:
    """Say thousands of things of a document whose prefix is not w."""
    attributes = numbered(' a{}=""', 30_000)
    return body(f'<x:document xmlns:x="{W[1:-1]}"{attributes}><x:body/></x:document>')


def long_text() -> bytes:
    """Leave out a text of thousands of paragraphs."""
    paragraphs = "<w:p><w:r/></w:p>" * 40_000
    return replaced(LETTER, BODY, "<w:body>", f"<w:body>{paragraphs}")


def many_marks() -> bytes:
    """Take the marks of lists that ours would get, one after the other."""
    lists = '<w:abstractNum w:abstractNumId="{}"><w:nsid w:val="{}"/></w:abstractNum>'
    ours = parts_of(render_docx(SESSION))["word/numbering.xml"].decode()
    taken = "".join(
        lists.format(number + 100, f"{(1 << 24) + number:08X}") for number in range(10_000)
    )
    text = ours.replace("<w:abstractNum ", f"{taken}<w:abstractNum ", 1)
    return archived(parts_of(LETTER) | {"word/numbering.xml": text.encode()})


# What is right, though no office has it, and what any step of square time would take long for.
HARD = {
    make.__name__: make
    for make in (
        *(line_of_styles, used_styles, names_of_properties, other_names, other_attributes),
        *(long_text, many_marks),
    )
}


@pytest.mark.parametrize("name", HARD)
def test_what_is_hard_and_right_is_taken(name: str) -> None:
    """A document comes out in which nothing is wrong."""
    made = render_docx(SESSION, reference=HARD[name]())
    assert [fault for fault in faults(made) if "not defined" not in fault] == []


# Reports what each takes. The peak is that of Linux, which getrusage() does not give: a
# new process inherits there what the one that started it had.
SCRIPT = r"""
import json, re, sys, time
from pathlib import Path
from minutes_gen import MinutesError, Session, render_docx
session, seconds = Session(title="研修"), {}
render_docx(session)
for path in sorted(Path(sys.argv[1]).iterdir()):
    start = time.process_time()
    try:
        render_docx(session, reference=path)
    except MinutesError:
        pass
    seconds[path.name] = time.process_time() - start
peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
print(json.dumps([int(peak[1]), seconds]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what a process has used")
def test_within_a_second_and_200_mb(tmp_path: Path) -> None:
    """All of them one after the other stay below 200 MB, and each takes less than a second."""
    makers = {name: make for name, (make, _) in HOSTILE.items()} | HARD
    for name, make in makers.items():
        (tmp_path / name).write_bytes(make())
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    output = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    kilobytes, seconds = json.loads(output)
    assert set(seconds) == set(makers)
    assert {name: taken for name, taken in seconds.items() if taken > 1} == {}
    assert kilobytes < 200_000


def test_the_path_cannot_be_read(tmp_path: Path) -> None:
    """A path that leads nowhere, to a folder or that is none is an error of one line."""
    for path in (tmp_path / "nothing.docx", tmp_path, "a\0b"):
        with pytest.raises(FileError, match="cannot be read"):
            render_docx(SESSION, reference=path)
    with pytest.raises(FileError, match=r"^'/dev/zero' is too large; allowed: up to 16 MB"):
        render_docx(SESSION, reference="/dev/zero")


def test_bytes_have_no_name() -> None:
    """Of bytes the message says that they are the reference."""
    with pytest.raises(FileError, match=r"^the reference is not a \.docx file"):
        render_docx(SESSION, reference=b"x")
    with pytest.raises(FileError, match=r"^the reference is too large; allowed: up to 16 MB"):
        render_docx(SESSION, reference=b"PK\3\4" + bytes(LARGEST_FILE))


def test_as_many_parts_as_allowed() -> None:
    """Folders are no parts, and a thousand parts are not too many."""
    parts = parts_of(LETTER) | {"word/": b"", "word/media/": b""}
    more = MOST_PARTS - len(parts)
    parts |= {f"word/media/{number}.jpeg": b"" for number in range(more)}
    made = parts_of(render_docx(SESSION, reference=archived(parts)))
    assert made.keys() == {name for name in parts if not name.endswith("/")}


def test_lists_that_are_not_there() -> None:
    """Ids of lists that are no numbers, or too large, are left aside."""
    numbering = (
        f'<w:numbering xmlns:w="{W[1:-1]}"><w:num w:numId="x"/><w:num w:numId="9999999999"/>'
    )
    parts = parts_of(LETTER) | {"word/numbering.xml": f"{numbering}</w:numbering>".encode()}
    made = parts_of(render_docx(SESSION, reference=packed(parts)))["word/numbering.xml"].decode()
    assert '<w:abstractNum w:abstractNumId="1">' in made


PARTS = [TYPES, "_rels/.rels", RELATIONS, BODY, STYLES, "word/numbering.xml", "docProps/core.xml"]
ELEMENTS = [
    (name, number)
    for name in PARTS
    for number, _ in enumerate(etree.fromstring(parts_of(LETTER)[name]).iter())
    if number < 400
]


def file_or_error(reference: bytes) -> None:
    """Take a reference: what comes is a file, or an error of this package in one line."""
    try:
        content = render_docx(SESSION, reference=reference)
    except FileError as error:
        assert "\n" not in str(error)
    else:
        assert len({*parts_of(content)} - {*parts_of(reference)}) < 4


@given(st.integers(0, len(SMALL) - 1), st.binary(min_size=1, max_size=8))
def test_no_damage_to_the_archive_crashes(place: int, damage: bytes) -> None:
    """Whatever bytes are changed."""
    file_or_error(SMALL[:place] + damage + SMALL[place + len(damage) :])


@settings(max_examples=40)
@given(st.sampled_from(ELEMENTS), st.sampled_from(["", "x", "-1", "99999999999", "/", "..", "\n"]))
def test_no_damage_to_a_part_crashes(where: tuple[str, int], text: str) -> None:
    """Whatever element is taken out, or says something else in all that it says."""
    name, number = where
    for drop in (True, False):
        tree = etree.fromstring(parts_of(LETTER)[name])
        element = list(tree.iter())[number]
        parent = element.getparent()
        if drop and parent is not None:
            parent.remove(element)
        for key in element.attrib:
            element.set(key, text)
        file_or_error(packed(parts_of(LETTER) | {name: etree.tostring(tree)}))


def test_a_file_without_core_properties() -> None:
    """What is left of a letterhead without properties is a document with ours."""
    made = parts_of(render_docx(SESSION, reference=without(LETTER, "docProps/core.xml")))
    assert "第1回" not in made["docProps/core.xml"].decode()
    assert "研修" in made["docProps/core.xml"].decode()

"""A .docx from outside, unpacked with care: what is damaged, hidden or meant to harm is refused.

Sizes are asked before anything is inflated, and each file is inflated only as far as it said.
Messages say what is wrong with the file; whoever calls knows its name.
"""

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from io import BytesIO

from lxml import etree

from minutes_gen.errors import FileError, shown

# Room for pictures and for some hundred pages of text, and little enough that a file which is
# refused last costs neither a second nor 200 MB. Markup is counted since a tree takes some forty
# times the room of its text where that is all tags and attributes.
LARGEST_FILE = 16 << 20
LARGEST_CONTENT = 32 << 20
MOST_PARTS = 1000
MOST_MARKUP = 250_000

# Encrypted files of Office, and .doc files, are OLE compound files ([MS-CFB] 2.2).
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # those that a package may use
_XML_NAME = re.compile(r"\.(xml|rels)$", re.IGNORECASE)


def unpack(data: bytes, *, share: int = 1) -> dict[str, bytes]:
    """Return the parts of a package by their names, or raise a FileError that says what is wrong.

    `share` is how many packages have to do with the room of one.

    >>> unpack(b"%PDF-1.7")
    Traceback (most recent call last):
    minutes_gen.errors.FileError: is not a .docx file
    """
    _refuse_other_files(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            # Folders are no parts; some programs pack them all the same.
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse_directory(entries, LARGEST_CONTENT // share)
            parts = {entry.filename: _content(archive, entry) for entry in entries}
    except FileError:
        raise
    # What zipfile and zlib raise for archives that are damaged, or made by hand.
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError) as error:
        raise FileError(f"is damaged: {error}") from None
    texts = {name: part for name, part in parts.items() if _XML_NAME.search(name)}
    _refuse_xml(texts, MOST_MARKUP // share)
    return parts


def _refuse_other_files(data: bytes) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise FileError("is encrypted; save it without a password")
        raise FileError("is an old Word file (.doc) or encrypted; save it as .docx")
    if not data.startswith(b"PK\3\4"):
        raise FileError("is not a .docx file")
    if len(data) > LARGEST_FILE:
        raise FileError(f"is too large; allowed: up to {LARGEST_FILE >> 20} MB")
    # zipfile makes an object of each entry; each begins with these four bytes.
    if data.count(b"PK\1\2") > MOST_PARTS:
        raise FileError(f"holds too many parts; allowed: up to {MOST_PARTS}")


def _refuse_directory(entries: Iterable[zipfile.ZipInfo], largest: int) -> None:
    for entry in entries:
        name = entry.filename
        if entry.flag_bits & 1:
            raise FileError(f"is encrypted ({shown(name)}); save it without a password")
        if entry.compress_type not in _METHODS:
            raise FileError(f"is packed as no .docx file is ({shown(name)})")
        # Names of parts are ASCII: ECMA-376 part 2, 10.2.3.
        segments = name.replace("\\", "/").split("/")
        if not name.isascii() or not name.isprintable() or {"", ".", ".."} & {*segments}:
            raise FileError(f"holds a part with a forbidden name: {shown(name)}")
    names = Counter(entry.filename.lower() for entry in entries)
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        raise FileError(f"holds {shown(twice[0])} twice")
    if sum(entry.file_size for entry in entries) > largest:
        allowed = f"up to {largest / (1 << 20):.3g} MB"
        raise FileError(f"is too large when unpacked; allowed: {allowed}")


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        content = file.read(entry.file_size + 1)  # to the end, where its checksum is compared
    if len(content) != entry.file_size:
        raise FileError(f"is damaged: {shown(entry.filename)} ends too soon")
    return content


def _refuse_xml(parts: Mapping[str, bytes], most: int) -> None:
    texts = {name: _as_utf8(name, part) for name, part in parts.items()}
    if sum(text.count(b"<") + text.count(b"=") for text in texts.values()) > most:
        raise FileError("holds too much markup; take a shorter document")
    for name, text in texts.items():
        _parsed(name, text)


def parse_part(name: str, part: bytes) -> etree._Element:
    """Parse a part; nothing outside it is read, and nothing in it is expanded."""
    return _parsed(name, _as_utf8(name, part))


def _as_utf8(name: str, part: bytes) -> bytes:
    """Decode a part of a package, which is UTF-8 or UTF-16, whatever it says of itself."""
    if not part.startswith(_UTF16):
        return part
    try:
        return part.decode("utf-16").encode()
    except UnicodeDecodeError:
        raise FileError(f"is damaged: {shown(name)} is not text") from None


def _parsed(name: str, text: bytes) -> etree._Element:
    # ISO/IEC 29500-2 allows no document type, and entities come from nowhere else.
    if b"<!DOCTYPE" in text:
        raise FileError(f"declares a document type, which no .docx file may ({shown(name)})")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, huge_tree=False
    )
    try:
        return etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        reason = " ".join(str(error.msg).split())  # libxml2 breaks some into lines
        raise FileError(f"is damaged: {shown(name)}: {reason}") from None

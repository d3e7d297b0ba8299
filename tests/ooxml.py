"""A Word file as its rules see it: its faults, and what Word would show of it.

Both read the file anew, with no code of the writer.
"""

import json
import re
import shutil
import subprocess
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from importlib import import_module
from io import BytesIO
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any

from lxml import etree

Element = Any  # lxml's, of which the stubs know too little

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
TERMS = "{http://purl.org/dc/terms/}"

# Which attribute of which element names a style.
STYLE_USES = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def parts_of(content: bytes) -> dict[str, bytes]:
    """Unpack a file."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts into a file."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def values(tree: Element, tag: str, attribute: str = f"{W}val") -> list[str]:
    """List an attribute of all elements of a tag."""
    return [element.get(attribute) for element in tree.iter(W + tag)]


# --- faults


def faults(content: bytes) -> list[str]:
    """List what is wrong with a file: an empty list says that nothing was found."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            damaged, names = archive.testzip(), archive.namelist()
    except (zipfile.BadZipFile, zlib.error) as error:
        return [f"no archive: {error}"]
    if damaged:
        return [f"{damaged}: damaged"]
    found = [f"{name}: twice" for name, count in Counter(names).items() if count > 1]
    parts, trees = parts_of(content), {}
    for name, part in parts.items():
        if not name.endswith((".xml", ".rels")):
            trees[name] = etree.Element("picture")
            continue
        try:
            trees[name] = etree.fromstring(part)
        except etree.XMLSyntaxError as error:
            found.append(f"{name}: {error}")
    for needed in ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"):
        if needed not in trees:
            return [*found, f"{needed}: missing"]
    for check in (_content_types, _relationships, _styles, _numbering, _properties, _labels):
        found += check(trees)
    return found


def _content_types(trees: Mapping[str, Element]) -> Iterator[str]:
    types = trees["[Content_Types].xml"]
    defaults = {e.get("Extension") for e in types.iter(f"{CONTENT}Default")}
    overrides = {e.get("PartName"): e.get("ContentType") for e in types.iter(f"{CONTENT}Override")}
    for name in overrides:
        if name.lstrip("/") not in trees:
            yield f"{name}: a content type for a part that is not there"
    for name in trees:
        suffix = name.rpartition(".")[2]
        if name != "[Content_Types].xml" and f"/{name}" not in overrides:
            if suffix not in defaults:
                yield f"{name}: no content type"
            elif suffix == "xml" and not name.startswith("customXml/"):
                yield f"{name}: no content type of its own"
    if overrides.get("/word/document.xml") != MAIN_TYPE:
        yield f"word/document.xml: content type {overrides.get('/word/document.xml')}"


def _relationships(trees: Mapping[str, Element]) -> Iterator[str]:
    kinds: set[str] = set()
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = PurePosixPath(name).parent.parent
        source = str(folder / PurePosixPath(name).stem)
        relations = list(tree.iter(f"{REL}Relationship"))
        ids = [relation.get("Id") for relation in relations]
        yield from (f"{name}: {id_} twice" for id_, n in Counter(ids).items() if n > 1)
        for relation in relations:
            kinds.add(relation.get("Type").rpartition("/")[2])
            target = normpath(f"/{folder}" / PurePosixPath(relation.get("Target"))).lstrip("/")
            if relation.get("TargetMode") != "External" and target not in trees:
                yield f"{name}: {relation.get('Target')} is not there"
        used = trees[source].xpath("//@r:id", namespaces={"r": R[1:-1]}) if source in trees else []
        yield from (f"{source}: relationship {id_} is not defined" for id_ in {*used} - {*ids})
    for kind in ("officeDocument", "styles", "numbering", "settings", "header", "footer"):
        if kind not in kinds:
            yield f"no relationship leads to {kind}"


def _styles(trees: Mapping[str, Element]) -> Iterator[str]:
    styles = trees["word/styles.xml"]
    ids = values(styles, "style", f"{W}styleId")
    yield from (f"style {id_} twice" for id_, count in Counter(ids).items() if count > 1)
    defaults = [s for s in styles.iter(f"{W}style") if s.get(f"{W}default") == "1"]
    if "paragraph" not in [style.get(f"{W}type") for style in defaults]:
        yield "no default style of paragraphs"
    for name, tree in trees.items():
        used = {id_ for tag in STYLE_USES for id_ in values(tree, tag)}
        yield from (f"{name}: style {id_} is not defined" for id_ in sorted(used - {*ids}))


def _numbering(trees: Mapping[str, Element]) -> Iterator[str]:
    numbering = trees.get("word/numbering.xml", etree.Element("none"))
    lists = list(numbering.iter(f"{W}abstractNum"))
    levels = {
        abstract.get(f"{W}abstractNumId"): set(values(abstract, "lvl", f"{W}ilvl"))
        for abstract in lists
    }
    if len(levels) < len(lists):
        yield "two lists have one abstractNumId"
    instances = {}
    for num in numbering.iter(f"{W}num"):
        id_, abstract = num.get(f"{W}numId"), num.find(f"{W}abstractNumId").get(f"{W}val")
        if id_ in instances:
            yield f"numId {id_} twice"
        if abstract not in levels:
            yield f"abstractNumId {abstract} is not defined"
        instances[id_] = levels.get(abstract, set())
    for name, tree in trees.items():
        for use in tree.iter(f"{W}numPr"):
            if use.find(f"{W}numId") is None:
                continue  # a style whose list is that of the style below it
            id_ = use.find(f"{W}numId").get(f"{W}val")
            ilvl = use.find(f"{W}ilvl")
            if id_ not in instances:
                yield f"{name}: numId {id_} is not defined"
            elif ilvl is not None and ilvl.get(f"{W}val") not in instances[id_]:
                yield f"{name}: list {id_} has no level {ilvl.get(f'{W}val')}"


def _properties(trees: Mapping[str, Element]) -> Iterator[str]:
    core = trees.get("docProps/core.xml")
    if core is None:
        yield "no core properties"
        return
    for name in ("created", "modified"):
        for element in core.iter(TERMS + name):
            try:
                datetime.strptime(element.text or "", "%Y-%m-%dT%H:%M:%SZ")  # noqa: DTZ007
            except ValueError:
                yield f"docProps/core.xml: {name} {element.text!r}"


def _labels(trees: Mapping[str, Element]) -> Iterator[str]:
    """Ask that runs of one fitted text stand side by side, and no other text has their id."""
    groups, previous = [], None
    for run in trees["word/document.xml"].iter(f"{W}r"):
        fit = run.find(f"{W}rPr/{W}fitText")
        id_ = None if fit is None else fit.get(f"{W}id")
        if id_ not in (None, previous):
            groups.append(id_)
        previous = id_
    yield from (f"fitText {id_} twice" for id_, count in Counter(groups).items() if count > 1)


# --- other checkers

SDK = Path(__file__).parent / "tools" / "node_modules" / ".bin" / "ooxml-validator"


def has_sdk() -> bool:
    """Say whether the Open XML SDK validator is installed: npm install --prefix tests/tools."""
    return SDK.exists() and shutil.which("node") is not None


def sdk_faults(path: Path) -> list[str]:
    """List what the Open XML SDK finds."""
    command = [str(SDK), str(path), "--officeVersion", "Microsoft365"]
    result = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    return [] if result["ok"] else [str(error) for error in result["errors"]] or ["not ok"]


def audit_faults(path: Path) -> list[str]:
    """List what openxml-audit finds."""
    audit = import_module("openxml_audit")
    return [str(error) for error in audit.OpenXmlValidator().validate(path).errors]


# --- what Word shows


def shown(content: bytes, *, one_list: bool = True) -> list[str]:
    """List the paragraphs with their labels, as Word counts them.

    Instances of one list share its counters in Word (`one_list`), and have their own in
    LibreOffice.
    """
    parts = parts_of(content)
    body: Element = etree.fromstring(parts["word/document.xml"])
    styles = {
        style.get(f"{W}styleId"): _place(style.find(f"{W}pPr"))
        for style in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")
    }
    counters = _Counters(etree.fromstring(parts["word/numbering.xml"]), one_list=one_list)
    paragraphs = []
    for paragraph in body.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        style = (values(paragraph, "pStyle") or ["Normal"])[0]
        place = _place(properties) or styles.get(style)
        label = counters.label(*place) if place else ""
        text = "".join(
            "\n" if e.tag == f"{W}br" else e.text for e in paragraph.iter(f"{W}t", f"{W}br")
        )
        paragraphs.append(label + text)
    return paragraphs


def _place(properties: Element) -> tuple[str, int] | None:
    """Read a list and a level from w:pPr."""
    use = None if properties is None else properties.find(f"{W}numPr")
    if use is None or use.find(f"{W}numId") is None:
        return None
    level = (values(use, "ilvl") or ["0"])[0]
    return use.find(f"{W}numId").get(f"{W}val"), int(level)


class _Counters:
    """Word's counters: a level begins at its start, and anew under each level above it."""

    def __init__(self, numbering: Element, *, one_list: bool) -> None:
        self.one_list = one_list
        self.levels = {
            (abstract.get(f"{W}abstractNumId"), int(level.get(f"{W}ilvl"))): level
            for abstract in numbering.iter(f"{W}abstractNum")
            for level in abstract.iter(f"{W}lvl")
        }
        self.abstract = {
            num.get(f"{W}numId"): num.find(f"{W}abstractNumId").get(f"{W}val")
            for num in numbering.iter(f"{W}num")
        }
        self.starts = {
            (num.get(f"{W}numId"), int(override.get(f"{W}ilvl"))): int(
                override.find(f"{W}startOverride").get(f"{W}val")
            )
            for num in numbering.iter(f"{W}num")
            for override in num.iter(f"{W}lvlOverride")
        }
        self.counted: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()

    def label(self, num: str, ilvl: int) -> str:
        """Count a paragraph and write its label."""
        counted = self.counted.setdefault(self.abstract[num] if self.one_list else num, {})
        level = self.levels[self.abstract[num], ilvl]
        start = self.starts.get((num, ilvl))
        if start is not None and (num, ilvl) not in self.begun:
            counted[ilvl] = start
        elif ilvl in counted:
            counted[ilvl] += 1
        else:
            counted[ilvl] = start or int(level.find(f"{W}start").get(f"{W}val"))
        self.begun.add((num, ilvl))
        for deeper in [deeper for deeper in counted if deeper > ilvl]:
            del counted[deeper]
        text = level.find(f"{W}lvlText").get(f"{W}val")
        between = {"tab": "\t", "space": " ", "nothing": ""}[level.find(f"{W}suff").get(f"{W}val")]
        return re.sub(r"%(\d)", lambda m: self._number(num, int(m[1]) - 1, counted), text) + between

    def _number(self, num: str, ilvl: int, counted: dict[int, int]) -> str:
        """Write the number of a level; one that has not been used stands at its start."""
        level = self.levels[self.abstract[num], ilvl]
        number = counted.get(ilvl) or int(level.find(f"{W}start").get(f"{W}val"))
        return _FORMATS[level.find(f"{W}numFmt").get(f"{W}val")](number)


def _counting(number: int) -> str:
    written = ""
    for value, unit in ((100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, value)
        if digit:
            written += ("〇一二三四五六七八九"[digit] if digit > 1 or not unit else "") + unit
    return written


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    places = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
    units = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return "c" * (tens // 10) + places[tens % 10] + units[ones]


def _circled(number: int) -> str:
    return chr(0x245F + number) if number <= 20 else str(number)


_KANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
    "ウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
)
_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _number: "",
    "bullet": lambda _number: "",
    "decimal": str,
    "decimalFullWidth": lambda number: "".join(chr(ord(d) + 0xFEE0) for d in str(number)),
    "aiueoFullWidth": lambda number: _KANA[(number - 1) % 46],
    "lowerLetter": lambda number: chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1),
    "upperLetter": lambda number: chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "japaneseCounting": _counting,
    "ideographDigital": lambda number: "".join("〇一二三四五六七八九"[int(d)] for d in str(number)),
    "irohaFullWidth": lambda number: _IROHA[(number - 1) % 48],
    "decimalEnclosedParen": lambda n: chr(0x2473 + n) if n <= 20 else str(n),
    "decimalEnclosedCircle": _circled,
}

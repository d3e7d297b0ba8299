"""A frame from another document (a letterhead): all that it holds is kept, but for its body.

The body gives its last w:sectPr: page, header and footer. Its other parts keep every byte, except
where ours come in: styles and lists that it lacks, a part that it lacks and what leads there.
"""

import os
from functools import lru_cache, partial

from attrs import evolve
from lxml import etree

from minutes_gen.errors import FileError
from minutes_gen.formats.docx._adopt import Styles, W, adopt_styles, value, whole
from minutes_gen.formats.docx._adopt_lists import lists_in, with_our_lists
from minutes_gen.formats.docx._archive import Kept
from minutes_gen.formats.docx._line_rules import rules_of_file
from minutes_gen.formats.docx._opc import CONTENT_TYPES, ROOT, Package
from minutes_gen.formats.docx._package import Adopted, Frame, Setting, frame, places_of
from minutes_gen.formats.docx._parts import BODY, CORE, NUMBERING
from minutes_gen.formats.docx._settings import SETTINGS
from minutes_gen.formats.docx._styles import styles_xml
from minutes_gen.formats.docx._units import (
    TWIPS_OF_MM,
    WORD_MAIN,
    XML_DECLARATION,
    escaped,
)
from minutes_gen.formats.docx._unpack import LARGEST_FILE, unpack
from minutes_gen.inputs._bounded import read_bounded
from minutes_gen.layout.style import HouseStyle, Page
from minutes_gen.numbering import Scheme
from minutes_gen.typeset import BreakRules

Reference = str | os.PathLike[str] | bytes

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DOCUMENT, _TEMPLATE = f"{_WORD}document.main+xml", f"{_WORD}template.main+xml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_STRICT = "http://purl.oclc.org/ooxml/"
_R_ID = f"{{{_OFFICE}}}id"
_EDGES = (f"{W}headerReference", f"{W}footerReference")
# Core properties that belong to the file that a letterhead was, and not to its next letter.
_OF_THE_FILE = set(
    "title creator language created modified lastModifiedBy lastPrinted revision".split()
)
_VERTICAL = {"tbRl", "tbRlV", "tbLrV", "btLr"}
_HEIGHT = 16_000  # twips, of which a page of any pitch is made
_HERE = ("minutes-gen", "blocks")  # a processing instruction that marks where the blocks come


def letterhead(reference: Reference, style: HouseStyle, scheme: Scheme) -> Frame:
    """Return the frame that a reference, a path or the bytes of a .docx, gives with our styles.

    FileError, in one line, for one that cannot be read or must not be used.
    """
    source, data = _read(reference)
    try:
        return _frame(data, style, scheme)
    except FileError as error:
        raise FileError(f"{source} {error}") from None


def _read(reference: Reference) -> tuple[str, bytes]:
    if isinstance(reference, bytes):
        return "the reference", reference
    return repr(os.fspath(reference)), read_bounded(reference, most=LARGEST_FILE)


@lru_cache(maxsize=4)
def _frame(data: bytes, style: HouseStyle, scheme: Scheme) -> Frame:
    """Build the frame; equal bytes give the same, whatever their file has become meanwhile."""
    package = Package(unpack(data))
    main = _main_part(package)
    body = _body(_tree(package, main, "document"))
    section = _section(body, style, scheme)
    _refuse_lost_edges(package, main, section)
    style, adopted = _adopt(package, main, style, scheme, section)
    names = _names(package, main)
    adopted = evolve(adopted, numbering=package.parts.get(names[NUMBERING]))
    opening, closing = _around(body, section)
    kept = {CONTENT_TYPES: b""} | package.parts  # which stands first
    kept = {name: part for name, part in kept.items() if name not in names.values()}
    rules = _rules(package, main)
    setting = Setting(style, scheme, places_of(style, scheme), adopted, rules)
    properties = _other_properties(package, names[CORE])
    lists = partial(with_our_lists, adopted=adopted)
    return Frame(setting, Kept.of(kept), opening, closing, names, properties, lists)


def _main_part(package: Package) -> str:
    """Return the name of the document, and refuse what is no plain Word document."""
    found = [r for r in package.relations(ROOT) if r.kind == "officeDocument"]
    if any(relation.type.startswith(_STRICT) for relation in found):
        raise FileError("is Strict Open XML; save it as Word Document (.docx)")
    _refuse_active(package)
    if len(found) != 1 or found[0].target not in package.parts:
        raise FileError("is damaged: it does not say which part is the document")
    main = found[0].target
    if package.type_of(main) not in {_DOCUMENT, _TEMPLATE}:
        raise FileError(f"is no Word document, but {package.type_of(main)!r}")
    # A template (.dotx) will do; what is made from it is a document.
    if package.type_of(main) == _TEMPLATE:
        package.set_type(main, _DOCUMENT)
    return main


def _refuse_active(package: Package) -> None:
    marks = [*package.types(), *package.parts]
    if any("vbaproject" in mark.lower() or "macroenabled" in mark.lower() for mark in marks):
        raise FileError("carries macros; save it as Word Document (.docx)")
    if any("digital-signature" in relation.type for relation in package.relations(ROOT)):
        raise FileError("is signed, which holds for one document only; save it unsigned")


def _tree(package: Package, name: str, root: str) -> etree._Element:
    tree = package.tree(name)
    if tree.tag != W + root:
        raise FileError(f"is damaged: {name!r} holds no w:{root}")
    return tree


def _body(document: etree._Element) -> etree._Element:
    body = document.find(f"{W}body")
    if body is None:
        raise FileError("is damaged: its document has no w:body")
    return body


def _section(body: etree._Element, style: HouseStyle, scheme: Scheme) -> etree._Element:
    """Take the last section of the body, with the header and the footer that it carries on."""
    sections = list(body.iterfind(f"{W}p/{W}pPr/{W}sectPr"))
    last = body[-1] if len(body) else body
    if last.tag != f"{W}sectPr":
        last = etree.fromstring(frame(style, scheme).closing.partition("</w:body>")[0])
        for edge in [child for child in last if child.tag in _EDGES]:
            last.remove(edge)
    own = {_edge(child) for child in last if child.tag in _EDGES}
    for section in reversed(sections):
        for edge in [child for child in section if child.tag in _EDGES]:
            if _edge(edge) not in own:
                own.add(_edge(edge))
                last.insert(0, edge)
    return last


def _edge(reference: etree._Element) -> tuple[str, str]:
    return str(reference.tag), reference.get(f"{W}type", "default")


def _refuse_lost_edges(package: Package, main: str, section: etree._Element) -> None:
    targets = {relation.id: relation.target for relation in package.relations(main)}
    for child in section:
        if child.tag in _EDGES and targets.get(child.get(_R_ID, "")) not in package.parts:
            raise FileError("is damaged: its header or footer is missing")


def _adopt(
    package: Package, main: str, style: HouseStyle, scheme: Scheme, section: etree._Element
) -> tuple[HouseStyle, Adopted]:
    """Put our styles into theirs; return the style that measures by their page and letters."""
    name = package.find(main, "styles")
    if name is None:
        name = package.add(main, f"{_OFFICE}/styles", _beside(main, "styles"), f"{_WORD}styles+xml")
        root = etree.fromstring(styles_xml(style, scheme).encode())
        for element in root.findall(f"{W}style"):
            root.remove(element)
    else:
        root = _tree(package, name, "styles")
    theirs = Styles(root)
    style = _as_set(style, section, theirs)
    numbering = package.find(main, "numbering")
    above = lists_in(_tree(package, numbering, "numbering")) if numbering else 0
    ours = Styles(etree.fromstring(styles_xml(style, scheme).encode()))
    ids = adopt_styles(theirs, ours, _used(package, {main, name, numbering}), above)
    package.put(name, root)
    return style, Adopted(ids, above)


def _used(package: Package, apart: set[str | None]) -> set[str]:
    """List the styles of paragraphs that parts other than these use: header, footer, notes."""
    names = [name for name in package.parts if name.endswith(".xml") and name not in apart]
    return {value(element) for name in names for element in package.tree(name).iter(f"{W}pStyle")}


def _as_set(style: HouseStyle, section: etree._Element, theirs: Styles) -> HouseStyle:
    """Return the style with the letters, the lines and the width of the page of a letterhead.

    By them indents, labels, empty lines and tables are measured; its page itself is w:sectPr.
    """
    normal, defaults = theirs.defaults.get("paragraph"), f"{W}docDefaults/{W}rPrDefault/{W}rPr/"
    sizes = [theirs.root.find(f"{defaults}{W}sz")]
    if normal is not None:
        sizes.insert(0, normal.find(f"{W}rPr/{W}sz"))
    half_points = next((whole(value(size)) for size in sizes if size is not None), 20)
    fonts = evolve(style.fonts, size=min(max(half_points / 2, 5), 72))
    return evolve(style, fonts=fonts, page=_page(section))


def _page(section: etree._Element) -> Page:
    width, grid = _line_length(section), section.find(f"{W}docGrid")
    # A grid of another type than these is not in force; a line is then one of 12 pt.
    lined = grid is not None and grid.get(f"{W}type") in {"lines", "linesAndChars", "snapToChars"}
    pitch = min(max(_number(grid if lined else None, "linePitch", 240), 100), 2000)
    text = min(max(width / TWIPS_OF_MM, 20), 1200)
    lines = round(_HEIGHT / pitch)
    return Page(
        width=max(text, 50), left=0, right=max(text, 50) - text,
        height=lines * pitch / TWIPS_OF_MM, top=0, bottom=0, lines=lines,
    )  # fmt: skip


def _line_length(section: etree._Element) -> int:
    """Measure a line of a section in twips: between margins, in the narrowest of its columns."""
    size, margins, columns = (section.find(W + name) for name in ("pgSz", "pgMar", "cols"))
    vertical = value(section.find(f"{W}textDirection")) in _VERTICAL
    length = _number(size, "h", 16838) if vertical else _number(size, "w", 11906)
    sides = "top bottom" if vertical else "left right gutter"
    length -= sum(_number(margins, side, 0) for side in sides.split())
    if columns is None:
        return length
    if columns.get(f"{W}equalWidth") in {"0", "false", "off"}:
        own = [_number(column, "w", length) for column in columns.iterfind(f"{W}col")]
        return min([length, *own])
    many = _number(columns, "num", 1)
    return (length - (many - 1) * _number(columns, "space", 720)) // many


def _number(element: etree._Element | None, name: str, usual: int) -> int:
    return usual if element is None else whole(element.get(W + name, "")) or usual


def _rules(package: Package, main: str) -> BreakRules:
    """Say by which rules Word breaks the lines of a file; it has its settings and styles now."""
    kinds = ("settings", "styles")
    settings, styles = (_tree(package, package.find(main, kind) or "", kind) for kind in kinds)
    normal = Styles(styles).defaults.get("paragraph")
    own = None if normal is None else normal.find(f"{W}pPr")
    usual = styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    return rules_of_file(settings, [said for said in (own, usual) if said is not None])


def _names(package: Package, main: str) -> dict[str, str]:
    """Say what the parts are called that are written for each document; make room for new ones."""
    numbering = package.find(main, "numbering") or package.add(
        main, f"{_OFFICE}/numbering", _beside(main, "numbering"), f"{_WORD}numbering+xml"
    )
    core = package.find(ROOT, "core-properties") or package.add(ROOT, _CORE_TYPE, CORE, _CORE)
    if package.find(main, "settings") is None:
        settings = _beside(main, "settings")
        name = package.add(main, f"{_OFFICE}/settings", settings, f"{_WORD}settings+xml")
        package.parts[name] = SETTINGS.encode()
    names = {BODY: main, NUMBERING: numbering, CORE: core}
    if len({package.find(main, "styles"), *names.values()}) <= len(names):
        raise FileError("is damaged: it takes one part for two")
    return names


def _beside(main: str, name: str) -> str:
    return f"{main.rpartition('/')[0]}/{name}.xml".lstrip("/")


def _around(body: etree._Element, section: etree._Element) -> tuple[str, str]:
    """Write what stands before and behind the blocks, with the namespaces of the document."""
    for child in list(body):
        body.remove(child)
    body.append(etree.ProcessingInstruction(*_HERE))
    body.append(section)
    document = body.getroottree().getroot()
    if document.nsmap.get("w") != WORD_MAIN:
        # Only a new element gets a namespace, and w is what we write.
        spaces = {prefix or "": name for prefix, name in document.nsmap.items() if prefix != "w"}
        named = "".join(f' xmlns{":" * bool(p)}{p}="{escaped(n)}"' for p, n in spaces.items())
        renamed = etree.fromstring(f'<w:document xmlns:w="{WORD_MAIN}"{named}/>')
        for key, text in document.attrib.items():
            renamed.set(key, text)
        renamed.extend(list(document))
        document = renamed
    text = etree.tostring(document, encoding="unicode")
    opening, _, closing = text.partition("<?{} {}?>".format(*_HERE))
    return XML_DECLARATION + opening, closing


def _other_properties(package: Package, core: str) -> str:
    """Write the core properties that a letterhead hands on: subject, keywords, category …."""
    if core not in package.parts:
        return ""
    others = [
        child
        for child in package.tree(core)
        if isinstance(child.tag, str) and etree.QName(child).localname not in _OF_THE_FILE
    ]
    for child in others:
        child.tail = None
    return "".join(etree.tostring(child, encoding="unicode") for child in others)

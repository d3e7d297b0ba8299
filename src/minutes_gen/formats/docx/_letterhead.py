"""A frame from another document (a letterhead): all that it holds is kept, but for its body.

The body gives its last w:sectPr: page, header and footer. Its other parts keep every byte, except
where ours come in: styles and lists that it lacks, a part that it lacks and what leads there.
"""

import os
import posixpath
from collections.abc import Collection, Mapping
from copy import deepcopy
from functools import lru_cache, partial

from attrs import evolve
from lxml import etree

from minutes_gen.errors import FileError, shown
from minutes_gen.formats.docx._active import refuse_active
from minutes_gen.formats.docx._adopt import Styles, W, adopt_styles, value, whole
from minutes_gen.formats.docx._adopt_lists import lists_in, with_our_lists
from minutes_gen.formats.docx._archive import Kept
from minutes_gen.formats.docx._line_rules import rules_of_file
from minutes_gen.formats.docx._opc import CONTENT_TYPES, ROOT, Package
from minutes_gen.formats.docx._package import Adopted, Frame, Setting, frame, places_of
from minutes_gen.formats.docx._parts import (
    BODY,
    CORE,
    NUMBERING,
    PACKAGE,
    PARTS,
    SETTINGS,
    STYLES,
)
from minutes_gen.formats.docx._properties import CORE_PROPERTIES, DUBLIN_CORE
from minutes_gen.formats.docx._settings import SETTINGS_XML
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
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DOCUMENT, _TEMPLATE = f"{_WORD}document.main+xml", f"{_WORD}template.main+xml"
_STRICT = "http://purl.oclc.org/ooxml/"
_R_ID = f"{{{_OFFICE}}}id"
_EDGES = (f"{W}headerReference", f"{W}footerReference")
# Core properties that are handed on, by their names here; the others belong to the file that a
# letterhead was, and not to its next letter.
_HANDED_ON = {
    f"{{{space}}}{name}": f"{prefix}:{name}"
    for prefix, space, names in (
        ("cp", CORE_PROPERTIES, "category contentStatus keywords version"),
        ("dc", DUBLIN_CORE, "description identifier subject"),
    )
    for name in names.split()
}
_VERTICAL = {"tbRl", "tbRlV", "tbLrV", "btLr"}
_HEIGHT = 16_000  # twips, of which a page of any pitch is made
_HERE = ("minutes-gen", "blocks")  # a processing instruction that marks where the body was


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
    """Build the frame; equal bytes give the same, whatever their file has become meanwhile.

    First the package is read, and what must not be used is refused. Then it is changed by the two
    steps that begin with "put", and by no other: each part that it lacks gets its place, and into
    what then is there our styles are put. What is kept is what has become of it.
    """
    package = Package(unpack(data))
    main = _find_document(package)
    section, opening, closing = _read_document(package, main, style, scheme)
    core = _read_properties(package)

    names = _put_missing_parts(package, main, style, scheme)
    style, adopted = _put_styles(package, names, style, scheme, section)

    anew = {kind: names[kind] for kind in (BODY, CORE, NUMBERING)}
    kept = {CONTENT_TYPES: b""} | package.parts  # which stands first
    kept = {name: part for name, part in kept.items() if name not in anew.values()}
    rules = _rules(package, names)
    setting = Setting(style, scheme, places_of(style, scheme), adopted, rules)
    lists = partial(with_our_lists, adopted=adopted)
    return Frame(setting, Kept.of(kept), opening, closing, anew, core, lists)


def _find_document(package: Package) -> str:
    """Return the name of the document, and refuse what is not a whole and plain Word document."""
    found = [r for r in package.relations(ROOT) if r.kind == "officeDocument"]
    if any(relation.type.startswith(_STRICT) for relation in found):
        raise FileError("is Strict Open XML; save it as Word Document (.docx)")
    refuse_active(package)
    if len(found) != 1 or found[0].target not in package.parts:
        raise FileError("is damaged: it does not say which part is the document")
    main = found[0].target
    if package.type_of(main) not in {_DOCUMENT, _TEMPLATE}:
        raise FileError(f"is not a Word document, but {package.type_of(main)!r}")
    for relation in package.every_relation():
        if relation.outside is None and relation.target not in package.parts:
            raise FileError(f"is damaged: {shown(relation.target)} is missing")
    return main


def _tree(package: Package, name: str, root: str) -> etree._Element:
    tree = package.tree(name)
    if tree.tag != W + root:
        raise FileError(f"is damaged: {name!r} holds no w:{root}")
    return tree


def _read_document(
    package: Package, main: str, style: HouseStyle, scheme: Scheme
) -> tuple[etree._Element, str, str]:
    """Return its last section, and what stands before and behind the blocks."""
    document = _tree(package, main, "document")
    body = document.find(f"{W}body")
    if body is None:
        raise FileError("is damaged: its document has no w:body")
    section = _last_section(body, style, scheme)
    targets = {relation.id for relation in package.relations(main)}
    if any(child.get(_R_ID, "") not in targets for child in section if child.tag in _EDGES):
        raise FileError("is damaged: its header or footer is missing")
    body.clear()  # to move it with all that it holds would take long
    # Nothing else may hold the mark as it is written.
    etree.strip_elements(document, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    document.replace(body, etree.ProcessingInstruction(*_HERE))
    text = etree.tostring(document, encoding="unicode")
    before, _, behind = text.partition("<?{} {}?>".format(*_HERE))
    # w is what we write, whatever it stands for in the document.
    opening = f'{XML_DECLARATION}{before}<w:body xmlns:w="{WORD_MAIN}">'
    return section, opening, f"{etree.tostring(section, encoding='unicode')}</w:body>{behind}"


def _last_section(body: etree._Element, style: HouseStyle, scheme: Scheme) -> etree._Element:
    """Copy the last section of a body, with the header and the footer that it carries on."""
    last = body[-1] if len(body) else body
    if last.tag == f"{W}sectPr":
        last = deepcopy(last)
    else:
        last = etree.fromstring(frame(style, scheme).closing.partition("</w:body>")[0])
        for edge in [child for child in last if child.tag in _EDGES]:
            last.remove(edge)
    last.tail = None
    own = {_edge(child) for child in last if child.tag in _EDGES}
    for section in reversed(list(body.iterfind(f"{W}p/{W}pPr/{W}sectPr"))):
        for edge in section:
            if edge.tag in _EDGES and _edge(edge) not in own:
                own.add(_edge(edge))
                last.insert(0, deepcopy(edge))
    return last


def _edge(reference: etree._Element) -> tuple[str, str]:
    return str(reference.tag), reference.get(f"{W}type", "default")


def _read_properties(package: Package) -> str:
    """Write the core properties that a letterhead hands on: subject, keywords, category …."""
    core = package.find(ROOT, "core-properties")
    if core is None:
        return ""
    found: dict[str, str] = {}
    for child in package.tree(core):
        if child.tag in _HANDED_ON:
            text = etree.tostring(child, encoding="unicode", method="text", with_tail=False)
            found.setdefault(_HANDED_ON[str(child.tag)], text)
    return "".join(f"<{name}>{escaped(text)}</{name}>" for name, text in found.items())


def _put_missing_parts(
    package: Package, main: str, style: HouseStyle, scheme: Scheme
) -> dict[str, str]:
    """Put in what ours needs and the package lacks; say what each part that we write is called.

    Numbering and core properties only get their places: they are written for each document.
    """
    # A template (.dotx) will do; what is made from it is a document.
    if package.type_of(main) == _TEMPLATE:
        package.set_type(main, _DOCUMENT)
    content = {STYLES: _no_styles(style, scheme), SETTINGS: SETTINGS_XML.encode()}
    names = {BODY: main}
    for source, parts in ((ROOT, PARTS[PACKAGE]), (main, PARTS[BODY])):
        for part in parts:
            if part.name not in {CORE, NUMBERING, *content}:
                continue
            name = package.find(source, part.kind)
            if name is None:
                wanted = posixpath.join(posixpath.dirname(source), posixpath.basename(part.name))
                wanted = wanted if source else part.name
                name = package.add(source, part.relation, wanted, part.type)
                if part.name in content:
                    package.parts[name] = content[part.name]
            names[part.name] = name
    if len({*names.values()}) < len(names):
        raise FileError("is damaged: it takes one part for two")
    return names


def _no_styles(style: HouseStyle, scheme: Scheme) -> bytes:
    """Write a styles.xml that says which letters a document has, and no more."""
    root = etree.fromstring(styles_xml(style, scheme).encode())
    for element in root.findall(f"{W}style"):
        root.remove(element)
    return etree.tostring(root)


def _put_styles(
    package: Package,
    names: Mapping[str, str],
    style: HouseStyle,
    scheme: Scheme,
    section: etree._Element,
) -> tuple[HouseStyle, Adopted]:
    """Put our styles into theirs, measured by their page and letters; return the style so set."""
    root = _tree(package, names[STYLES], "styles")
    theirs = Styles(root)
    style = _as_set(style, section, theirs)
    numbering, above = package.parts.get(names[NUMBERING]), 0
    if numbering is not None:
        above = lists_in(_tree(package, names[NUMBERING], "numbering"))
    ours = Styles(etree.fromstring(styles_xml(style, scheme).encode()))
    used = _used(package, {names[kind] for kind in (BODY, STYLES, NUMBERING)})
    ids = adopt_styles(theirs, ours, used, above)
    package.put(names[STYLES], root)
    return style, Adopted(ids, above, numbering)


def _used(package: Package, apart: Collection[str]) -> set[str]:
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


def _rules(package: Package, names: Mapping[str, str]) -> BreakRules:
    """Say by which rules Word breaks the lines of a file; it has its settings and styles now."""
    settings = _tree(package, names[SETTINGS], "settings")
    styles = _tree(package, names[STYLES], "styles")
    normal = Styles(styles).defaults.get("paragraph")
    own = None if normal is None else normal.find(f"{W}pPr")
    usual = styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    return rules_of_file(settings, [said for said in (own, usual) if said is not None])

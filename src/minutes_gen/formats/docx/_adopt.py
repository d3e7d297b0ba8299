"""Our styles and lists among those of another document, without a clash.

A style of theirs with the name of one of ours is taken for it, whatever its id is: Word writes
built-in names in English in every language, and calls 見出し 1 "1". What theirs says holds; what
it leaves unsaid of where a paragraph stands is filled in. If their header, footer or notes use
it, it is left as it is, and a style of ours based on it says the rest.
"""

from collections.abc import Collection, Container, Mapping
from copy import deepcopy
from itertools import chain, count

from lxml import etree

from minutes_gen.formats.docx._units import WORD_MAIN

W = f"{{{WORD_MAIN}}}"
_VAL = f"{W}val"
# Header and footer are theirs altogether.
_THEIRS_ALONE = {"header", "footer"}
# The properties of a paragraph in the order of the schema (CT_PPrBase), as far as ours come to
# stand among others; behind the last stand w:divId, w:cnfStyle, w:rPr, w:sectPr and w:pPrChange.
_ORDER = [
    W + name
    for name in """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
    suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
    topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
    contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl""".split()
]
_PLACES = {tag: place for place, tag in enumerate(_ORDER)}
_BEHIND_PPR = {W + name for name in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")}
_BEFORE = [W + name for name in ("before", "beforeLines", "beforeAutospacing")]
_NO_LIST = "0"
# What stands behind the name of a style that is ours beside one of theirs.
_OURS = " minutes"


def value(element: etree._Element | None) -> str:
    """Return w:val of an element, or nothing.

    >>> value(None)
    ''
    """
    return "" if element is None else element.get(_VAL, "")


def whole(text: str) -> int:
    """Read a number that may be none: 0 for whatever else stands there.

    >>> whole("12"), whole("-1"), whole("x")
    (12, 0, 0)
    """
    return int(text) if text.isdecimal() and len(text) < 10 else 0


class Styles:
    """The styles of styles.xml by what they are found by; of two that are called alike the first.

    named      by type and name, in which Word takes capitals for small letters
    defaults   by type, the styles of what names none
    """

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.all = root.findall(f"{W}style")
        first = self.all[::-1]
        self.by_id = {_id(style): style for style in first}
        self.named = {_kind_and_name(style): style for style in first}
        self.defaults = {_kind_and_name(style)[0]: style for style in first if _is_default(style)}
        self._said: dict[str, Mapping[str, etree._Element]] = {}

    def line(self, style: etree._Element, known: Container[str] = ()) -> list[etree._Element]:
        """Return a style and what it is based on, up to the default style or one that is known."""
        found: dict[str, etree._Element] = {}
        at: etree._Element | None = style
        while at is not None and _id(at) not in known and _id(at) not in found:
            found[_id(at)] = at
            at = self.base(at)
        return list(found.values())

    def base(self, style: etree._Element) -> etree._Element | None:
        """Return the style on which one is based, unless it is a default style."""
        base = self.by_id.get(value(style.find(f"{W}basedOn")))
        return None if base is None or _is_default(base) else base

    def said(self, style: etree._Element) -> Mapping[str, etree._Element]:
        """Return by their tags the properties that a style has, of those that ours may have.

        It has them itself or from what it is based on. What is found is kept, so that many styles
        on one long line take no longer than the line.
        """
        line = self.line(style, self._said)
        base = self.base(line[-1]) if line else style
        said = {} if base is None else self._said.get(_id(base), {})
        for each in reversed(line):
            own = {str(e.tag): e for e in each.iterfind(f"{W}pPr/*") if e.tag in _PLACES}
            said = {**said, **own} if own else said
            self._said[_id(each)] = said
        return said


def _is_default(style: etree._Element) -> bool:
    return style.get(f"{W}default") in {"1", "true", "on"}


def _id(style: etree._Element) -> str:
    return style.get(f"{W}styleId", "")


def _kind_and_name(style: etree._Element) -> tuple[str, str]:
    return style.get(f"{W}type", "paragraph"), value(style.find(f"{W}name")).strip().lower()


def adopt_styles(
    theirs: Styles, ours: Styles, used: Collection[str], lists_above: int
) -> dict[str, str]:
    """Bring our styles into theirs; return the id of each of ours among theirs.

    `used` are the styles that their header, footer and notes use; before the lists of ours stand
    `lists_above` others.
    """
    matches = {_id(style): _match(theirs, style) for style in ours.all}
    fixed = _fixed(theirs, used, [match for match in matches.values() if match is not None])
    ids: dict[str, str] = {}
    added: list[tuple[etree._Element, str]] = []
    taken = _Taken(theirs)
    for style in map(deepcopy, ours.all):
        for element in style.iter(f"{W}numId"):
            element.set(_VAL, str(int(value(element)) + lists_above))
        our_id, base = _id(style), ""
        match = matches[our_id]
        if match is not None:
            ids[our_id] = base = _id(match)
            missing = _missing(style, theirs.said(match)) if _may_be_filled(style) else {}
            if not missing:
                continue
            if base not in fixed:
                _fill_in(match, missing)
                continue
            _keep_only(style, missing)
        taken.rename(style)
        ids[our_id] = _id(style)
        added.append((style, base))
    for style, base in added:
        for tag in ("next", "basedOn"):
            for named in style.iterfind(W + tag):
                named.set(_VAL, (tag == "basedOn" and base) or ids[value(named)])
        theirs.root.append(style)
    return ids


def _match(theirs: Styles, style: etree._Element) -> etree._Element | None:
    kind, name = _kind_and_name(style)
    # Normal has another name where a program other than Word made the file.
    return theirs.defaults.get(kind) if _is_default(style) else theirs.named.get((kind, name))


def _fixed(theirs: Styles, used: Collection[str], matches: Collection[etree._Element]) -> set[str]:
    """Say which styles would change more than our paragraphs if something were filled in."""
    fixed = {_id(style) for style in theirs.defaults.values()}
    first = [theirs.by_id[id_] for id_ in used if id_ in theirs.by_id]
    below = [theirs.base(match) for match in matches]
    for style in (*first, *below):
        if style is not None:
            fixed |= {_id(each) for each in theirs.line(style, fixed)}
    return fixed


def _may_be_filled(style: etree._Element) -> bool:
    kind, name = _kind_and_name(style)
    return kind == "paragraph" and name not in _THEIRS_ALONE and not _is_default(style)


class _Taken:
    """The ids and names that are taken: styles of all types share them."""

    def __init__(self, theirs: Styles) -> None:
        self.ids = {id_.lower() for id_ in theirs.by_id}
        self.names = {name for _, name in theirs.named}

    def rename(self, style: etree._Element) -> None:
        """Give a style an id and a name of its own."""
        if _kind_and_name(style)[1] in self.names:
            style.set(f"{W}customStyle", "1")
            name = _free(value(style.find(f"{W}name")) + _OURS, self.names)
            style.find(f"{W}name").set(_VAL, name)  # type: ignore[union-attr]  # ours has one
        style.set(f"{W}styleId", _free(_id(style), self.ids))


def _free(wanted: str, taken: set[str]) -> str:
    names = chain([wanted], (f"{wanted}{number}" for number in count(2)))
    free = next(name for name in names if name.lower() not in taken)
    taken.add(free.lower())
    return free


def _missing(
    ours: etree._Element, said: Mapping[str, etree._Element]
) -> dict[str, etree._Element | None]:
    """Say which properties a style that says these lacks; None is one that it must not have."""
    missing: dict[str, etree._Element | None] = {}
    for element in ours.iterfind(f"{W}pPr/*"):
        tag = str(element.tag)
        if tag == f"{W}spacing":
            theirs = set(said[tag].attrib) if tag in said else set()
            if whole(element.get(f"{W}before", "")) and not theirs & {*_BEFORE}:
                missing[tag] = element
        elif tag == f"{W}numPr" or tag not in said:
            missing[tag] = element
    # Numbers and marks, and where they stand, are the document's: they are what its text says.
    if f"{W}numPr" in missing:
        missing[f"{W}ind"] = None
    elif value(said.get(f"{W}numPr", etree.Element("none")).find(f"{W}numId")) not in ("", "0"):
        missing[f"{W}numPr"] = _no_list()
    return missing


def _no_list() -> etree._Element:
    numbering = etree.Element(f"{W}numPr")
    etree.SubElement(numbering, f"{W}numId", {_VAL: _NO_LIST})
    return numbering


def _properties(style: etree._Element) -> etree._Element:
    """Return w:pPr of a style; make it where there is none."""
    found = style.find(f"{W}pPr")
    if found is None:
        found = etree.Element(f"{W}pPr")
        behind = [child for child in style if child.tag in _BEHIND_PPR]
        style.insert(style.index(behind[0]) if behind else len(style), found)
    return found


def _insert(properties: etree._Element, element: etree._Element) -> None:
    """Put a property in its place among others, in that of one of its name."""
    old = properties.find(str(element.tag))
    if old is not None:
        properties.replace(old, element)
        return
    own = _PLACES[str(element.tag)]
    place = sum(_PLACES.get(str(child.tag), own) < own for child in properties)
    properties.insert(place, element)


def _fill_in(style: etree._Element, missing: Mapping[str, etree._Element | None]) -> None:
    properties = _properties(style)
    for tag, element in missing.items():
        old = properties.find(tag)
        if element is None:
            if old is not None:
                properties.remove(old)
        elif old is not None and tag == f"{W}spacing":
            _copy_before(element, old)
        else:
            _insert(properties, _without_height(element))


def _keep_only(style: etree._Element, missing: Mapping[str, etree._Element | None]) -> None:
    """Leave of a style of ours what the one on which it will be based lacks."""
    properties, run = _properties(style), style.find(f"{W}rPr")
    if run is not None:
        style.remove(run)
    for child in list(properties):
        if missing.get(str(child.tag)) is None:
            properties.remove(child)
    for element in missing.values():
        if element is not None:
            _insert(properties, _without_height(element))


def _copy_before(source: etree._Element, target: etree._Element) -> None:
    for name in _BEFORE:
        if name in source.attrib:
            target.set(name, source.get(name, ""))


def _without_height(element: etree._Element) -> etree._Element:
    """Copy a property; of w:spacing only the room before, since our line fits our letters."""
    copied = deepcopy(element)
    if copied.tag == f"{W}spacing":
        copied.attrib.clear()
        _copy_before(element, copied)
    return copied

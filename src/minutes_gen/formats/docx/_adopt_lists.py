"""Our lists behind those of another document: word/numbering.xml of both."""

from itertools import count

from lxml import etree

from minutes_gen.formats.docx._adopt import W, value, whole
from minutes_gen.formats.docx._package import Adopted
from minutes_gen.formats.docx._unpack import parse_part

_VAL = f"{W}val"
# What their header and footer count stays theirs.
_THEIRS_ALONE = {"Header", "Footer"}
_FIRST_MARK = 1 << 24  # Word's own are at random over all of 32 bits


def lists_in(numbering: etree._Element) -> int:
    """Return an id above which no list of theirs has its own, nor an instance of one.

    Ids of a thousand million and more are left aside: ours do not come so far.
    """
    lists = [num for num in numbering if num.tag in {f"{W}num", f"{W}abstractNum"}]
    ids = [num.get(f"{W}{name}Id", "") for num in lists for name in ("num", "abstractNum")]
    return max(map(whole, ids), default=0)


def with_our_lists(ours: str, adopted: Adopted) -> bytes:
    """Write their numbering.xml with our lists behind theirs: first all lists, then instances."""
    added = etree.fromstring(ours.encode())
    _rename(added, adopted)
    if adopted.numbering is None:
        return _written(added)
    theirs = parse_part("word/numbering.xml", adopted.numbering)
    _unlink(theirs, {id_ for our_id, id_ in adopted.styles.items() if our_id not in _THEIRS_ALONE})
    _tell_apart(added, {value(element) for element in theirs.iter(f"{W}nsid")})
    behind = {f"{W}num", f"{W}numIdMacAtCleanup"}
    for tag in (f"{W}abstractNum", f"{W}num"):
        before = next((child for child in theirs if child.tag in behind), None)
        place = len(theirs) if before is None else theirs.index(before)
        theirs[place:place] = added.findall(tag)
        behind.discard(f"{W}num")
    return _written(theirs)


def _written(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _rename(ours: etree._Element, adopted: Adopted) -> None:
    for element in ours.iter(f"{W}abstractNum", f"{W}num"):
        for key in (f"{W}abstractNumId", f"{W}numId"):
            if key in element.attrib:
                element.set(key, str(int(element.get(key, "")) + adopted.above))
    for element in ours.iter(f"{W}abstractNumId"):
        element.set(_VAL, str(int(value(element)) + adopted.above))
    for element in ours.iter(f"{W}pStyle"):
        element.set(_VAL, adopted.style(value(element)))


def _unlink(theirs: etree._Element, styles: set[str]) -> None:
    """Take from their lists the styles that are ours now: a style belongs to one list."""
    for level in list(theirs.iter(f"{W}lvl")):
        for link in level.findall(f"{W}pStyle"):
            if value(link) in styles:
                level.remove(link)


def _tell_apart(ours: etree._Element, taken: set[str]) -> None:
    """Give our lists marks (w:nsid) that theirs do not have: of one mark Word makes one list."""
    # Each number is tried once, so that no file of theirs can make this long.
    others = map("{:08X}".format, count(_FIRST_MARK))
    for element in ours.iter(f"{W}nsid"):
        if value(element) in taken:
            element.set(_VAL, next(mark for mark in others if mark not in taken))
        taken.add(value(element))

"""What no letterhead may bring along: what can run, and what comes over a network unasked.

What a part is, is told by the relationships that lead to it, since Word goes by them: its name
and its content type may say anything.
"""

import re
from collections.abc import Collection, Iterable
from urllib.parse import unquote

from minutes_gen.errors import FileError, shown
from minutes_gen.formats.docx._opc import ROOT, Package, Relation
from minutes_gen.formats.docx._unpack import unpack

# By the last word of a relationship's type: what it leads to, and what to do about it. The types
# are those of ECMA-376 part 1, 11.3 and 15.2, and of [MS-OFFMACRO], [MS-OWEXML] and [MS-CUSTOMUI].
_ACTIVE = {
    kind.lower(): (what, remedy)
    for kinds, what, remedy in (
        ("vbaProject wordVbaData", "macros", "save it as Word Document (.docx)"),
        ("control activeXControlBinary", "an ActiveX control", "take it out"),
        ("oleObject", "an embedded or linked object", "put a picture in its place"),
        ("aFChunk", "a file to be imported", "put its content in its place"),
        ("extensibility", "a ribbon of its own", "take it out"),
        ("webextension webextensiontaskpanes", "a web add-in", "take it out"),
        ("transform", "an XSL transformation", "take it out"),
    )
    for kind in kinds.split()
}
_MACROS, _SAVE_WITHOUT = _ACTIVE["vbaproject"]
_EMBEDDED = "package"  # a whole file of Office, such as the workbook of a chart
# What waits for a click, or is looked at and no more.
_MAY_BE_FAR = {"hyperlink", "image", "audio", "video", "media"}
# A server (//, \\, file://server, file:////server), or a scheme other than a drive or a file:.
_FAR = re.compile(
    r"//|file:(//(?!/|localhost/|[a-z]:)|////)|(?!file:)[a-z][a-z0-9+.-]+:", re.IGNORECASE
)


def refuse_active(package: Package) -> None:
    """Raise a FileError for a package that holds, or leads to, what can run."""
    relations = list(package.every_relation())
    _refuse_programs(package, relations)
    if any("digital-signature" in relation.type for relation in package.relations(ROOT)):
        raise FileError("is signed, which holds for one document only; save it unsigned")
    for relation in relations:
        outside = relation.outside
        if outside is not None and relation.kind not in _MAY_BE_FAR and is_far(outside):
            where = f"{shown(outside)} ({shown(relation.kind)})"
            raise FileError(f"asks for {where} over a network; take that out")
    embedded = {relation.target for relation in relations if relation.kind == _EMBEDDED}
    _refuse_embedded([part for part in sorted(package.parts) if part in embedded], package)


def _refuse_programs(package: Package, relations: Iterable[Relation]) -> None:
    marks = [*package.types(), *package.parts]
    if any("vbaproject" in mark.lower() or "macroenabled" in mark.lower() for mark in marks):
        raise FileError(f"carries {_MACROS}; {_SAVE_WITHOUT}")
    for relation in relations:
        if relation.kind.lower() in _ACTIVE:
            what, remedy = _ACTIVE[relation.kind.lower()]
            raise FileError(f"carries {what}; {remedy}")


def is_far(target: str) -> bool:
    r"""Say whether a target is not a path of this machine.

    >>> near = [r"C:\a.dotx", r"file:///C:\a.dotx", "/home/a.dotx", "a.dotx", "Macintosh HD:a"]
    >>> far = ["http://a/b", r"\\a\b", "file://a/b", r"file:///\\a\b", "%5C%5Ca%5Cb", "mhtml:a"]
    >>> [is_far(path) for path in near], [is_far(path) for path in far]
    ([False, False, False, False, False], [True, True, True, True, True, True])
    """
    # As programs read them: with either slash, and without line breaks and tabs.
    path = re.sub(r"[\t\n\r]", "", unquote(target)).replace("\\", "/").strip()
    return _FAR.match(path) is not None


def _refuse_embedded(names: Collection[str], package: Package) -> None:
    """Look into the files of Office that are embedded; together they get the room of one."""
    for name in names:
        try:
            inner = Package(unpack(package.parts[name], share=len(names)))
            relations = list(inner.every_relation())
            _refuse_programs(inner, relations)
        except FileError as error:
            raise FileError(f"embeds {shown(name)}, which {error}") from None
        if any(relation.kind == _EMBEDDED for relation in relations):
            raise FileError(f"embeds {shown(name)}, which embeds another file")

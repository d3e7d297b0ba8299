"""A package of parts (Open Packaging Conventions): which part is what, and which leads where.

What is not changed keeps its bytes.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from attrs import frozen
from lxml import etree

from minutes_gen.errors import FileError, shown
from minutes_gen.formats.docx._unpack import parse_part

CONTENT_TYPES = "[Content_Types].xml"
ROOT = ""
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_RELATIONS_NAME = re.compile(r"(|.*/)_rels/(.*)\.rels", re.IGNORECASE)
_EMPTY = f'<Relationships xmlns="{_RELATIONS[1:-1]}"/>'.encode()


@frozen
class Relation:
    """A relationship: its id, its type, and the part to which it leads, or else what is outside.

    >>> Relation("rId1", "http://example.org/relationships/styles", "word/styles.xml").kind
    'styles'
    """

    id: str
    type: str
    target: str | None
    outside: str | None = None

    @property
    def kind(self) -> str:
        """The last word of its type."""
        return self.type.rpartition("/")[2]


class Package:
    """The parts of a package, found by what leads to them; put, set_type, add change it."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = dict(parts)
        # Names differ in more than capitals.
        self._names = {name.lower(): name for name in parts}
        self._types = self.tree(CONTENT_TYPES)

    def tree(self, name: str) -> etree._Element:
        """Parse a part; put() takes what is made of it."""
        if name not in self.parts:
            raise FileError(f"is damaged: {shown(name)} is missing")
        return parse_part(name, self.parts[name])

    def put(self, name: str, tree: etree._Element) -> None:
        """Write a part anew."""
        self.parts[name] = etree.tostring(
            tree, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def types(self) -> list[str]:
        """List all content types that are declared."""
        return [element.get("ContentType", "") for element in self._types.iter(f"{_TYPES}*")]

    def type_of(self, name: str) -> str:
        """Return the content type of a part: its own, or that of its suffix."""
        suffix = name.rpartition(".")[2]
        for tag, key, value in (("Override", "PartName", "/" + name),
                                ("Default", "Extension", suffix)):  # fmt: skip
            for element in self._types.iter(_TYPES + tag):
                if element.get(key, "").lower() == value.lower():
                    return element.get("ContentType", "")
        return ""

    def set_type(self, name: str, content_type: str) -> None:
        """Give a part a content type of its own."""
        for element in self._types.iter(f"{_TYPES}Override"):
            if element.get("PartName", "").lower() == f"/{name}".lower():
                self._types.remove(element)
        etree.SubElement(
            self._types, f"{_TYPES}Override", PartName=f"/{name}", ContentType=content_type
        )
        self.put(CONTENT_TYPES, self._types)

    def relations(self, source: str) -> Iterator[Relation]:
        """List what leads from a part, or from the package (ROOT), to elsewhere."""
        name = self._names.get(_relations_name(source).lower())
        if name is None:
            return
        for element in self.tree(name).iter(f"{_RELATIONS}Relationship"):
            id_, type_ = element.get("Id", ""), element.get("Type", "")
            target = element.get("Target", "")
            if element.get("TargetMode") == "External":
                yield Relation(id_, type_, None, target)
            else:
                yield Relation(id_, type_, self._part_at(source, target))

    def _part_at(self, source: str, target: str) -> str:
        """Return the name of the part that a part calls so, whether it is there or not."""
        path, _, place = target.partition("#")
        if place and not path:  # a place in itself
            return source
        path = posixpath.join("/", posixpath.dirname(source), path)
        full = unquote(posixpath.normpath(path)).lstrip("/")
        return self._names.get(full.lower(), full)

    def every_relation(self) -> Iterator[Relation]:
        """List what leads from anywhere to elsewhere."""
        for name in self.parts:
            found = _RELATIONS_NAME.fullmatch(name)
            if found:
                yield from self.relations(found[1] + found[2])

    def find(self, source: str, kind: str) -> str | None:
        """Return the part to which the first relationship of a kind leads."""
        return next((r.target for r in self.relations(source) if r.kind == kind), None)

    def add(self, source: str, type_: str, wanted: str, content_type: str) -> str:
        """Make room for a new part, and lead to it; return its name."""
        stem, suffix = posixpath.splitext(wanted)
        name, number = wanted, 1
        while name.lower() in self._names:
            number += 1
            name = f"{stem}{number}{suffix}"
        self._names[name.lower()] = name
        self.set_type(name, content_type)
        used = {relation.id for relation in self.relations(source)}
        relation = {
            "Id": next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used),
            "Type": type_,
            "Target": posixpath.relpath(name, posixpath.dirname(source) or "."),
        }
        wanted = _relations_name(source)
        relations = self._names.setdefault(wanted.lower(), wanted)
        tree = parse_part(relations, self.parts.get(relations, _EMPTY))
        etree.SubElement(tree, f"{_RELATIONS}Relationship", relation)
        self.put(relations, tree)
        return name


def _relations_name(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")

"""A zip archive of which most is kept: files deflated once, and beside them the new ones.

zipfile reads and writes the directory anew for each archive; here the kept part of it is bytes.
"""

import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from attrs import frozen

# Records of the ZIP format, as in PKWARE's APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16.
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _DEFLATED = 20, 8
# The first moment that the format knows, 1980-01-01: the same content is the same bytes.
_TIME, _DATE = 0, 1 << 5 | 1


class Member(NamedTuple):
    """A file of an archive, deflated, with its fields in the records of the format."""

    name: bytes
    fields: tuple[int, ...]
    data: bytes

    @property
    def local(self) -> bytes:
        """The file with the record that stands before it."""
        return _LOCAL.pack(b"PK\3\4", _VERSION, *self.fields) + self.name + self.data

    def central(self, offset: int) -> bytes:
        """Write the record of the directory, for a file that stands at this offset."""
        record = _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *self.fields, 0, 0, 0, 0, offset)
        return record + self.name


# Of zlib's levels the one behind which files hardly shrink and time doubles.
_LEVEL = 3


def deflate(name: str, content: bytes, level: int = _LEVEL) -> Member:
    """Make a member of an archive of a file's content."""
    # No more memory than the content needs, and so little that the C library keeps it: to get it
    # from the system for each document would take a third of the time.
    window = min(max(len(content).bit_length(), 10), zlib.MAX_WBITS)
    compressor = zlib.compressobj(level, zlib.DEFLATED, -window, min(window - 7, 7))
    data = compressor.compress(content) + compressor.flush()
    sizes = zlib.crc32(content), len(data), len(content)
    return Member(name.encode(), (0, _DEFLATED, _TIME, _DATE, *sizes, len(name), 0), data)


@frozen
class Kept:
    """The files that every archive of a kind begins with."""

    content: bytes
    directory: bytes
    count: int

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> "Kept":
        """Deflate files, the smaller the better, since it is done once."""
        members = [deflate(name, content, level=9) for name, content in files.items()]
        return cls(*_joined(members, 0), len(members))

    def with_members(self, *members: Member) -> bytes:
        """Write the archive of the kept files and these."""
        content, directory = _joined(members, len(self.content))
        content, directory = self.content + content, self.directory + directory
        count = self.count + len(members)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(content), 0)
        return content + directory + end


def _joined(members: "list[Member] | tuple[Member, ...]", offset: int) -> tuple[bytes, bytes]:
    contents, directory = [], []
    for member in members:
        directory.append(member.central(offset))
        contents.append(member.local)
        offset += len(contents[-1])
    return b"".join(contents), b"".join(directory)

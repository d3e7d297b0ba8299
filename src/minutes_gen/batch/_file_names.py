"""File names made of values: 'out/{番号}-{氏名}.docx', safe on every system.

>>> pattern = NamePattern("out/{番号}-{氏名}.docx")
>>> pattern.fields, pattern.path({"番号": "1", "氏名": "../橋野: 太郎"})
(('番号', '氏名'), 'out/1-.._橋野_ 太郎.docx')
>>> NamePattern("{氏名}.txt").path({"氏名": "CON"})
'CON_.txt'
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from attrs import field, frozen

from minutes_gen.errors import FileError, shown, suggest
from minutes_gen.templating._values import plain_name

# What no file name may hold on Windows or elsewhere; marks of format turn names around unseen.
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]')
_RESERVED = re.compile(
    r"^(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?=\.|$)", re.IGNORECASE
)
_FIELD = re.compile(r"\{([^{}]*)\}")
# File systems count 255 bytes or UTF-16 units; a suffix comes behind.
_LONGEST = 200


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) == "Cf"


def safe_part(text: str) -> str:
    r"""Make one part of a path of a text: no separators, nothing reserved, not too long.

    >>> safe_part(".."), safe_part("NUL.x"), safe_part("a\0b/c. ")
    ('_', 'NUL_.x', 'a_b_c')
    """
    text = unicodedata.normalize("NFC", text)
    text = "".join(character for character in text if not _is_unseen(character))
    text = _bare(_UNSAFE.sub("_", text))
    text = _RESERVED.sub(lambda match: f"{match[1]}_", text)
    return _bare(text.encode()[:_LONGEST].decode(errors="ignore")) or "_"


def _bare(text: str) -> str:
    # Windows takes away what a name ends with, and so would make two names one.
    return text.lstrip().rstrip(". \N{IDEOGRAPHIC SPACE}")


@frozen
class NamePattern:
    """The path of a file, in whose parts {名前} stands for a value."""

    text: str
    fields: tuple[str, ...] = field(init=False)

    @fields.default
    def _fields(self) -> tuple[str, ...]:
        return tuple(map(plain_name, _FIELD.findall(self.text)))

    def check(self, known: tuple[str, ...]) -> None:
        """Refuse a pattern that gives all files one name, or names what there is not."""
        if not self.fields:
            problem = "each row needs a file of its own; name a column, such as"
            raise FileError(f"{shown(self.text)}: {problem} {{{known[0] if known else '番号'}}}")
        for name in self.fields:
            if name not in known:
                problem = f"no column is named {shown(name)}{suggest(name, known)}"
                raise FileError(f"{shown(self.text)}: {problem}")

    def path(self, values: Mapping[str, str]) -> str:
        """Put values in. What a value holds makes no folder, and leads out of none."""
        names = iter(self.fields)
        return "".join(self._part(part, names, values) for part in _PARTS.split(self.text))

    def _part(self, part: str, names: Iterator[str], values: Mapping[str, str]) -> str:
        if not _FIELD.search(part):
            return part
        suffix = _SUFFIX.search(part)
        stem = part[: suffix.start()] if suffix else part
        filled = _FIELD.sub(lambda _: values[next(names)], stem)
        return safe_part(filled) + (suffix[0] if suffix else "")


_SUFFIX = re.compile(r"\.[^.{}]+$")
_PARTS = re.compile(r"([/\\]+)" if PurePath("a\\b").name == "b" else r"(/+)")


def same_file(path: str) -> str:
    """Return what two paths share that some file system takes for one.

    >>> same_file("Out/Ａ.txt") == same_file("out/ａ.txt")
    True
    """
    return unicodedata.normalize("NFC", path).casefold()

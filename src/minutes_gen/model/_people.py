"""People (参加者, 担当 …): names as a paper lists them.

>>> People(("橋野", "出口"))
People(names=('橋野', '出口'))
"""

import re
from collections.abc import Iterable
from typing import Any, TypeAlias

from attrs import Attribute, field, frozen

from minutes_gen.errors import ModelError, shown
from minutes_gen.model._validators import as_tuple, text_problem

Lines: TypeAlias = tuple[str, ...]

# What stands in brackets behind a name belongs to it: 奈良（14時から、オンライン）.
_BRACKETED = r"（[^（）]*）|\([^()]*\)"
_ASIDE = re.compile(_BRACKETED)
_BETWEEN_COMMAS = re.compile(rf"(?:{_BRACKETED}|[^、，,､])+")
_BETWEEN_SPACES = re.compile(rf"(?:{_BRACKETED}|\S)+")
_SEPARATORS = re.compile(r"[、，,､]")
_DIGIT = re.compile(r"\d")
_HEADCOUNT = re.compile(r"\d\s*[名人]")


def split_names(line: str, *, alone: bool = False) -> Lines:
    """Split names at 、 (､ or a comma), or else at spaces; what stands in brackets stays whole.

    Where one person is wanted (`alone`), spaces part no names.

    >>> split_names("橋野 出口　奈良（6時 から）"), split_names("橋野 太郎、出口 花子")
    (('橋野', '出口', '奈良（6時 から）'), ('橋野 太郎', '出口 花子'))
    >>> split_names("橋野 太郎", alone=True)
    ('橋野 太郎',)
    """
    if _SEPARATORS.search(_ASIDE.sub("", line)):
        return tuple(name.strip() for name in _BETWEEN_COMMAS.findall(line) if name.strip())
    return (line,) if alone and line else tuple(_BETWEEN_SPACES.findall(line))


def join_names(names: Lines, *, alone: bool = False) -> str:
    """Write names so that `split_names` reads them: with spaces, or with 、 if a name holds one.

    >>> join_names(("橋野", "出口")), join_names(("橋野 太郎", "出口")), join_names(("橋野 太郎",))
    ('橋野 出口', '橋野 太郎、出口', '橋野 太郎、')
    """
    if alone:
        return "、".join(names)
    if all(len(_BETWEEN_SPACES.findall(name)) == 1 for name in names):
        return " ".join(names)
    return "、".join(names) if len(names) > 1 else names[0] + "、"


def check_names(_instance: object, attribute: "Attribute[Any]", names: Lines) -> None:
    """Validate names (attrs): each a text, which a list of names can hold."""
    for index, name in enumerate(names):
        path = f"{attribute.name}[{index}]"
        if problem := text_problem(name):
            raise ModelError(path, problem)
        if _SEPARATORS.search(_ASIDE.sub("", name)):
            raise ModelError(path, f"{name!r} holds a comma, which separates names")
    if names and split_names(join_names(names)) != names:
        problem = "would be read as other names when they are written; close their brackets"
        raise ModelError(attribute.name, f"{shown(names)} {problem}")


def _as_lines(values: Iterable[str]) -> Lines:
    return as_tuple(values)


@frozen
class People:
    """People by their names, in the order of the paper (at least one).

    >>> People(["橋野", "出口"]).names
    ('橋野', '出口')
    """

    names: Lines = field(converter=_as_lines, validator=check_names)

    def __attrs_post_init__(self) -> None:
        """Refuse a list of nobody."""
        if not self.names:
            raise ModelError("names", "() names nobody; leave the detail out")


def read_people(lines: Lines, *, alone: bool = False) -> People | None:
    """Read lines that list names; None where they count people, or are sentences.

    >>> read_people(("橋野 太郎、出口（14時から）",))
    People(names=('橋野 太郎', '出口（14時から）'))
    >>> read_people(("17名",)) is read_people(("橋野が参加した。",)) is None
    True
    """
    for line in lines:
        if _DIGIT.search(line) and (_DIGIT.search(_ASIDE.sub("", line)) or _HEADCOUNT.search(line)):
            return None
        if "。" in line or "｡" in line:
            return None
    names = tuple(name for line in lines for name in split_names(line, alone=alone))
    try:
        return People(names) if names else None
    except ModelError:  # a bracket that opens in one line and closes in another
        return None

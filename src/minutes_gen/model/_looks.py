r"""What a line is by its text alone: each question about a line is answered once.

Reader, writer and model ask the same `Look`, so that the writer puts a `\` exactly where the
reader would see something else.

>>> look_at("あしや発第12号").refers, look_at("・会場").mark.sign, look_at(r"\・会場").text
(True, '・', '・会場')
"""

import re
from functools import cached_property, lru_cache
from unicodedata import normalize

from minutes_gen.model._head_forms import has_honorific, has_reference_form, has_signing_form
from minutes_gen.model._marks import (
    ESCAPE,
    HIDDEN,
    LONGEST_LABEL,
    Kind,
    Mark,
    read_mark,
    read_numbered_title,
    unescape,
)
from minutes_gen.model._title_forms import title_number
from minutes_gen.model.roles import LABELS, Role
from minutes_gen.schedule import parse_day


class Look:
    r"""What a line is by its text.

    line     the text as it stands, with no space at either end
    escaped  whether a `\` makes it plain text
    text     the text behind that `\`
    """

    def __init__(self, line: str) -> None:
        """Take the `\\` away; all else is found when it is first asked for."""
        self.line = line
        self.escaped, self.text = unescape(line)

    @cached_property
    def mark(self) -> Mark:
        """What it begins with."""
        return Mark(Kind.PLAIN, "", self.text) if self.escaped else read_mark(self.text)

    @cached_property
    def numbered(self) -> tuple[int, str] | None:
        """第N回, and the title behind it; a title that bears another number is whole."""
        numbered = None if self.escaped else read_numbered_title(self.text)
        return numbered if numbered and title_number(numbered[1]) is None else None

    @cached_property
    def is_day(self) -> bool:
        """Whether it has the form of a full date, possible or not."""
        # Most lines of a head have no number, and to find out why they are no date takes long.
        plain = normalize("NFKC", self.line)
        if not any(char.isnumeric() or char in _ODD_NUMBERS for char in plain):
            return False
        try:
            return parse_day(self.line) is not None
        except ValueError:
            return True

    @cached_property
    def is_bracketed(self) -> bool:
        """Whether it is a section without a number, should a title stand above it."""
        return self.mark.kind is Kind.UNNUMBERED

    @cached_property
    def is_title(self) -> bool:
        """Whether it can be issuer or title in the head of a paper.

        Not what bears a mark, not a date or 日時 with one behind it, and not a sentence; a line in
        brackets only where no other stands before it.
        """
        return (
            (self.mark.kind is Kind.PLAIN or self.is_bracketed)
            and not self.line.startswith(HIDDEN)
            and not self.line.endswith("。")
            and not _says_when(self.line)
            and not self.is_day
        )

    @cached_property
    def is_name(self) -> bool:
        r"""Whether it can name somebody in the head, and needs no `\` there."""
        # Behind an issuer a line in brackets would be a section.
        return self.is_title and self.numbered is None and not self.is_bracketed

    @cached_property
    def addresses(self) -> bool:
        """Whether it is an addressee (宛名): it ends in 様, 殿, 御中, 各位 and the like."""
        return has_honorific(self.line) and self.is_name

    @cached_property
    def refers(self) -> bool:
        """Whether it has the form of a reference (文書番号)."""
        return has_reference_form(self.line) and self.is_name


# A paper asks for its lines again when it is written, and many papers share theirs.
look_at = lru_cache(maxsize=512)(Look)

_WHEN = re.compile(r"(\S(?:\s?\S)*?)\s+(?=[^\s\d]{0,4}\d)")
_SPACES = re.compile(r"\s+")
_ODD_NUMBERS = "○◯丗"  # numbers in dates, but not to Unicode


def _says_when(line: str) -> bool:
    """Say whether a line is 日　時　平成30年6月12日, a detail that is typed without its colon."""
    match = _WHEN.match(line[: 4 * LONGEST_LABEL])
    return match is not None and LABELS.get(_SPACES.sub("", match[1])) is Role.SCHEDULE


def is_reference(line: str) -> bool:
    """Say whether a line has the form of a reference (文書番号).

    >>> [is_reference(line) for line in ("30教総第1234号の2", "事務連絡", "会報第12号", "第1号")]
    [True, True, False, False]
    """
    return look_at(line).refers


def is_addressee(line: str) -> bool:
    """Say whether a line names an addressee (宛名): it ends in 様, 殿, 御中, 各位 and the like.

    >>> [is_addressee(line) for line in ("橋野 太郎 様", "各位（理事を除く）", "仕様", "・甲様")]
    [True, True, False, False]
    """
    return look_at(line).addresses


def names_day(line: str) -> bool:
    """Say whether a line has the form of a full date, possible or not."""
    return look_at(line).is_day


def signs(line: str, above: str) -> bool:
    """Say whether a line under `above` has the form of a signatory: 職名 氏名, or 氏名 under 職名.

    An address and a telephone number of the sender have it as well.

    >>> signs("橋野 太郎", "理事長"), signs("橋野 太郎", "みどり会"), signs("時間の延長", "")
    (True, False, False)
    """
    look = look_at(line)
    return has_signing_form(line, above) and look.is_name and not look.addresses


def escape(text: str) -> str:
    r"""Put a `\` before a paragraph that would be read as something else.

    >>> escape("1. これは見出しではない"), escape("会場は 2 階")
    ('\\1. これは見出しではない', '会場は 2 階')
    """
    mark = look_at(text).mark
    # A label with nothing behind it is a form to fill in, and no detail.
    plain = mark.kind is Kind.PLAIN or (mark.kind is Kind.DETAIL and not mark.rest)
    return text if plain and not text.startswith(HIDDEN) else ESCAPE + text


def escape_title(text: str) -> str:
    r"""Put a `\` before an issuer or a title that would not be read as one.

    >>> escape_title("平成30年6月7日"), escape_title("スタッフ研修")
    ('\\平成30年6月7日', 'スタッフ研修')
    """
    return text if look_at(text).is_name else ESCAPE + text

"""The foot of minutes (署名欄): who signs, and above them a statement and a day.

>>> read_signer("議　長　　橋野　太郎　　㊞")
Signer(role='議長', name='橋野\u3000太郎', seal='㊞')
>>> read_signer("議事録署名人　＿＿＿＿＿＿＿＿　印").name is None
True
"""

import re
from collections.abc import Iterable
from datetime import date
from enum import Enum

from attrs import field, frozen
from attrs.validators import optional

from minutes_gen.errors import ModelError, shown
from minutes_gen.model._head_fields import check_day, spelling
from minutes_gen.model._head_forms import is_office
from minutes_gen.model._looks import look_at, names_day
from minutes_gen.model._marks import BLANK, ESCAPE, Kind, indent
from minutes_gen.model._validators import as_tuple, check_text, each
from minutes_gen.typeset import justify_label, width

# A line to sign on, 10 em long; its length is no part of the text.
LINE = "＿" * 10
SEALS = ("印", "㊞", "（印）")
_LINE = re.compile(r"[＿_]{2,}")
# Who signs minutes, beside those whose 職名 says that they hold an office.
_SIGNS = re.compile(
    r"\S*(?:署名(?:人|者|委員|取締役|理事)|書記|記録者?|作成者|取締役|監査役|委員|役員|確認者|承認者|立会人)"
)
_ROLE = re.compile(r"[^\s：:、。，．,;；「」『』（）()＿_｜|\\]{1,12}")
# How the paragraph begins that says what is signed.
_STATEMENT = re.compile(r"(?:以上|上記|前記|右記|この議事録|本議事録|議事の経過).*。", re.DOTALL)


class Place(Enum):
    """What a line of the foot is."""

    STATEMENT = "statement"
    DAY = "day"
    SIGNER = "signer"


@frozen
class Signer:
    """One who signs: the role (議長), the name, where it is typed already, and the seal.

    Without a name there is a line to sign on. `seal` is 印, ㊞, （印） or None; where a name is
    typed, it must have one, or else the line would say no more than who was there.

    >>> Signer("議長", "橋野 太郎").line, Signer("監事", seal=None).name
    ('議長　橋野 太郎　印', None)
    """

    role: str = field(validator=check_text)
    name: str | None = field(default=None, validator=optional(check_text))
    seal: str | None = field(default="印")

    def __attrs_post_init__(self) -> None:
        """Refuse what would not be read as one who signs."""
        if self.seal is not None and self.seal not in SEALS:
            raise ModelError("seal", f"must be 印, ㊞ or （印）, not {shown(self.seal)}")
        if signer_parts(self.line) != (self.role, self.name, self.seal):
            raise ModelError("role", f"{shown(self.line)} would not be read as {self._shown()}")

    def _shown(self) -> str:
        return f"role {shown(self.role)} and name {shown(self.name)}"

    @property
    def line(self) -> str:
        """The line of a paper that says so."""
        return BLANK.join(filter(None, (self.role, self.name or LINE, self.seal)))


def read_signer(line: str) -> Signer | None:
    """Read a line such as 議長　橋野　太郎　㊞; None for another.

    The role comes first, then white space, a name or a line to sign on, and a seal. A seal alone
    will do behind a role; a line alone, behind one that signs minutes.
    """
    parts = signer_parts(line)
    if parts is None:
        return None
    try:
        return Signer(*parts)
    except ModelError:
        return None


def signer_parts(line: str) -> tuple[str, str | None, str | None] | None:
    """Take a line apart into role, name and seal; None for one that is no line to sign on.

    >>> signer_parts("議　長　橋野　㊞"), signer_parts("氏名　＿＿＿＿")
    (('議長', '橋野', '㊞'), None)
    """
    words = line.split()
    if len(words) < 2 or sum(map(len, words)) > _LONGEST or line.startswith(ESCAPE):
        return None
    seal = words.pop() if words[-1] in SEALS else None
    spread = _spread_role(words)
    role, rest = "".join(words[:spread]), words[spread:]
    signed = bool(rest) and _LINE.fullmatch(rest[-1]) is not None
    if signed:
        rest.pop()
    # Forms to fill in end in lines, too: 氏名　＿＿＿＿.
    meant = seal or (signed and not rest and _is_role(role))
    if not meant or not _ROLE.fullmatch(role):
        return None
    if look_at(line).mark.kind is not Kind.PLAIN or look_at(line).numbered:
        return None
    return role, _between(line, spread, len(rest)) if rest else None, seal


def spread_role(signer: Signer, em: float) -> str:
    """Spread a role to a width (均等割り付け), but never so that it would be read as another.

    >>> spread_role(Signer("議長"), 3), spread_role(Signer("会計"), 3)
    ('議\u3000長', '会計\u3000')
    """
    spread = justify_label(signer.role, em)
    if read_signer(f"{spread}{BLANK}{signer.name or LINE}{BLANK}{signer.seal or ''}") == signer:
        return spread
    return signer.role + indent(em - width(signer.role))


_LONGEST = 60  # characters, white space aside; what is longer is a sentence
_WORD = re.compile(r"\S+")


def _spread_role(words: list[str]) -> int:
    """Say how many words the role takes: one, or several of one character, as in 議　長."""
    alone = next((i for i, word in enumerate(words) if len(word) > 1), len(words))
    for count in range(alone, 1, -1):
        role = "".join(words[:count])
        if _is_role(role):
            return count
    return 1


def _is_role(text: str) -> bool:
    return is_office(text) or _SIGNS.fullmatch(text) is not None


def _between(line: str, skipped: int, count: int) -> str:
    words = list(_WORD.finditer(line))[skipped : skipped + count]
    return line[words[0].start() : words[-1].end()]


def place_of(line: str, below: Place | None) -> Place | None:
    """Say what a line is to the foot that begins right below it; None where it is no part of it.

    >>> place_of("平成30年6月12日", Place.SIGNER), place_of("平成30年6月12日", None)
    (<Place.DAY: 'day'>, None)
    """
    if below in {None, Place.SIGNER} and read_signer(line):
        return Place.SIGNER
    if below is Place.SIGNER and names_day(line) and look_at(line).mark.kind is Kind.PLAIN:
        return Place.DAY
    if below in {Place.SIGNER, Place.DAY} and is_statement(line):
        return Place.STATEMENT
    return None


def is_statement(line: str) -> bool:
    """Say whether a line says what is signed: 以上の決議を明確にするため、…署名する。."""
    return bool(_STATEMENT.fullmatch(line)) and look_at(line).mark.kind is Kind.PLAIN


def _as_signers(values: Iterable[Signer]) -> tuple[Signer, ...]:
    return as_tuple(values, "signers")


@frozen
class Signing:
    """The foot of minutes (署名欄).

    signers    who signs, one or more
    statement  the paragraph that says what is signed (証明文); it begins with 以上, 上記 or the
               like, and ends in 。
    day        the day of signing; `day_as` its spelling where that is not ours

    >>> Signing([Signer("議長")], "以上のとおり決議した。", date(2018, 6, 12)).signers[0].role
    '議長'
    """

    signers: tuple[Signer, ...] = field(converter=_as_signers, validator=each(Signer))
    statement: str | None = field(default=None, validator=optional(check_text))
    day: date | None = field(default=None, validator=optional(check_day))
    day_as: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse a foot without signers, and a statement that would be read as something else."""
        if not self.signers:
            raise ModelError("signers", "() is nobody; a foot has one who signs, or more")
        if self.statement is not None and not is_statement(self.statement):
            form = "it begins with 以上, 上記, この議事録 or the like, and ends in 。"
            raise ModelError("statement", f"{shown(self.statement)} is not a statement: {form}")
        object.__setattr__(self, "day_as", spelling(self.day, self.day_as, "day_as"))

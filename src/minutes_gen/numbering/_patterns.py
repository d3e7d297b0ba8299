"""How the labels of one level look: 第１, (ア), 1.2.3."""

from collections.abc import Sequence

from attrs import frozen

from minutes_gen.errors import NumberingError
from minutes_gen.numbering.numerals import SYSTEMS, TO_NINE

EM_SPACE = "\N{IDEOGRAPHIC SPACE}"


@frozen
class Pattern:
    """How the labels of one level look: what stands before and behind the number.

    A label may name the numbers of its parents, too: `joint` is what stands between them, and
    `depth` how many numbers there are. The numbers of a level may begin later than at 1: those
    of 項 begin at 2 (`begins`), since the first 項 of an article bears none.

    >>> Pattern("第", "fullwidth", "").format(3)
    '第３'
    >>> Pattern("", "decimal", "", joint=".", depth=3).format(4, parents=(1, 2))
    '1.2.4'
    """

    prefix: str
    system: str
    suffix: str
    joint: str = ""
    depth: int = 1
    begins: int = 1

    def format(self, number: int, parents: Sequence[int] = ()) -> str:
        """Write the label of a number; NumberingError where the pattern cannot.

        `parents` are the numbers of the levels above, outermost first; without them a label that
        names them names the first of each. A parent that bears no number is 0.

        >>> Pattern("(", "decimal", ")").format(2)
        '(2)'
        """
        if number < self.begins:
            raise NumberingError(
                f"{number} cannot be written where numbers begin at {self.begins} ({self.first})"
            )
        written = SYSTEMS[self.system].format(number)
        if self.depth > 1:
            above = (tuple(parents) or (1,) * (self.depth - 1))[-(self.depth - 1) :]
            named = [SYSTEMS[self.system].format(n) if n else ZERO[self.system] for n in above]
            written = self.joint.join([*named, written])
        return self.prefix + written + self.suffix

    def can_write(self, number: int) -> bool:
        """Say whether the pattern has this number.

        >>> Pattern("", "circled", "").can_write(51)
        False
        """
        maximum = SYSTEMS[self.system].maximum
        return number >= self.begins and (maximum is None or number <= maximum)

    @property
    def bare_digits(self) -> bool:
        """Whether the label is nothing but digits, as those of 項 are.

        >>> Pattern("", "fullwidth", "").bare_digits, Pattern("第", "fullwidth", "").bare_digits
        (True, False)
        """
        alone = not (self.prefix or self.suffix) and self.depth == 1
        return alone and self.system in ZERO

    @property
    def first(self) -> str:
        """The label of the first section.

        >>> Pattern("", "fullwidth", "", begins=2).first
        '２'
        """
        return self.format(self.begins)

    @property
    def spelling(self) -> str:
        """How a scheme is written: the first label, or the system's name where that says less.

        >>> Pattern("第", "kanji-positional", "条").spelling
        '第{kanji-positional}条'
        """
        if self.system not in SPELLED_OUT:
            return self.first
        later = f":{self.begins}" if self.begins > 1 else ""
        first = f"{{{self.system}{later}}}"
        return self.prefix + self.joint.join([first] * self.depth) + self.suffix

    @property
    def family(self) -> str:
        """What the pattern has in common with its spellings in other widths.

        >>> Pattern("", "decimal", ".").family == Pattern("", "fullwidth", "．").family
        True
        """
        system = _GENERIC.get(self.system, self.system)
        numbers = f"{self.joint}{self.depth}" if self.depth > 1 else ""
        return (self.prefix + system + self.suffix + numbers).translate(_NARROW)

    @property
    def plain(self) -> bool:
        """Whether nothing but brackets, a point or a comma stands beside one number.

        >>> Pattern("(", "decimal", ")").plain, Pattern("第", "decimal", "条").plain
        (True, False)
        """
        return self.depth == 1 and (self.prefix + self.suffix).strip(_PUNCTUATION) == ""


# Systems whose 1 is written like that of another.
SPELLED_OUT = frozenset({"kanji-positional", TO_NINE})
# The systems that write with digits, and how each writes 0.
ZERO = {"decimal": "0", "fullwidth": "０", TO_NINE: "０"}
_GENERIC = {
    "fullwidth": "decimal",
    TO_NINE: "decimal",
    "fullwidth-alpha": "alpha",
    "fullwidth-upper-alpha": "upper-alpha",
    "kanji-positional": "kanji",
}
_PUNCTUATION = "（）().．、"
_NARROW = str.maketrans("（）．－", "().-", "：:")


def separator(label: str) -> str:
    """Return what stands between a label and its title: an em space, or ½ after `1.`.

    >>> separator("1."), separator("第１"), separator("第１号議案：")
    (' ', '\u3000', '')
    """
    return _SEPARATORS.get(label[-1], EM_SPACE)


_SEPARATORS = {".": " ", ")": " ", ":": " ", "：": ""}

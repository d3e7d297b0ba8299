"""Numbering schemes: the patterns of all levels, outermost first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import evolve, frozen

from minutes_gen.errors import NumberingError, shown, suggest
from minutes_gen.numbering._labels import read_label
from minutes_gen.numbering._patterns import EM_SPACE, Pattern
from minutes_gen.numbering.numerals import SYSTEMS

# Four digits: five are no number of a section but of something else, and are not read as one.
LARGEST = 9999
# Articles (条), whose paragraphs (項) and items (号) are cited by these names, and not by の.
ARTICLE = "条"
_CITED_IN_ARTICLES = ("{}", "第{}項", "第{}号")
_PLAIN = frozenset({"decimal", "fullwidth", "circled", "parenthesized"})


@frozen
class Scheme:
    """The label patterns of a document's sections, outermost level first (levels count from 1).

    >>> Scheme.of("koyobun").labels[:3]
    ('第１', '１', '(1)')
    """

    patterns: tuple[Pattern, ...]

    @classmethod
    def parse(cls, labels: Iterable[str]) -> "Scheme":
        """Make the scheme whose first labels these are.

        A level whose first number bears no label (項) is written as its second, and a system
        whose 1 looks like that of another by its name in braces.

        >>> Scheme.parse(("第１条", "２")).label(2, 3)
        '３'
        >>> Scheme.parse(["{kanji-positional}"]).label(1, 10)
        '一〇'
        >>> Scheme.parse(("1.", "??"))
        Traceback (most recent call last):
        minutes_gen.errors.NumberingError: '??' is not a first label; allowed are such as '1.' \
'１．' '1、' '1)' '(1)' '（１）' '第１' '①' '１' 'ア' '(ア)' 'ａ' '(ａ)' '一' '第１条' 'イ' 'い' \
'A.' 'I.' 'i)' '⑴' '第１号議案' '議案第１号' '日程第１'
        """
        if isinstance(labels, str):
            raise NumberingError(f"{shown(labels)} is one text; a scheme is a list of first labels")
        labels = tuple(labels)
        patterns = tuple(map(pattern_of, labels))
        if not patterns:
            raise NumberingError("a numbering scheme needs the first label of one level or more")
        families = [pattern.family for pattern in patterns]
        for level, (label, pattern) in enumerate(zip(labels, patterns, strict=True), start=1):
            if families.count(pattern.family) > 1:
                raise NumberingError(f"{label!r} stands for two levels; each needs its own labels")
            if pattern.depth not in {1, level}:
                numbers = f"names {pattern.depth} numbers and stands at level {level}"
                raise NumberingError(f"{label!r} {numbers}; it names its parents and itself")
        return cls(patterns)

    @classmethod
    def of(cls, value: "Scheme | str | Iterable[str]") -> "Scheme":
        """Take a scheme, the name of one of `SCHEMES`, or its first labels.

        >>> Scheme.of("notice") == Scheme.of(["１", "(1)", "ア", "(ア)", "ａ", "(ａ)"])
        True
        >>> Scheme.of("kouyoubun")
        Traceback (most recent call last):
        minutes_gen.errors.NumberingError: there is no numbering scheme 'kouyoubun'; did you mean \
'koyobun'? (or a list of first labels)
        """
        if isinstance(value, Scheme):
            return value
        if isinstance(value, str):
            if value in SCHEMES:
                return SCHEMES[value]
            hint = suggest(value, SCHEMES)
            raise NumberingError(
                f"there is no numbering scheme {shown(value)}{hint} (or a list of first labels)"
            )
        if not isinstance(value, Iterable):
            raise NumberingError(f"{shown(value)} is neither a numbering scheme nor its labels")
        return cls.parse(value)

    @property
    def unmistakable(self) -> bool:
        """Whether every label says by itself which system counts, whatever its number is.

        >>> SCHEMES["circled"].unmistakable  # イ counts 2 in アイウ, and 1 in イロハ
        False
        """
        return all(
            pattern.system in _PLAIN and pattern.depth == pattern.begins == 1
            for pattern in self.patterns
        ) and not any(pattern.suffix == ARTICLE for pattern in self.patterns)

    @property
    def labels(self) -> tuple[str, ...]:
        """The first labels, by which the scheme is written.

        >>> Scheme.of("notice").labels[:2]
        ('１', '(1)')
        """
        return tuple(pattern.spelling for pattern in self.patterns)

    def label(
        self,
        level: int,
        number: int,
        parents: Sequence[int] = (),
        *,
        kind: Pattern | None = None,
    ) -> str:
        """Write the label of the section with this number at this level (both from 1).

        `parents` are the numbers of the sections that it stands in, for labels that name them.
        `kind` is a pattern that stands in place of the level's own.

        >>> SCHEMES["decimal"].label(2, 3, parents=(5,)), SCHEMES["law"].label(3, 3)
        ('5.3', '三')
        >>> SCHEMES["koyobun"].label(8, 1)
        Traceback (most recent call last):
        minutes_gen.errors.NumberingError: level 8 has no label in 第１ １ (1) ア (ア) ａ (ａ)
        """
        if number > LARGEST:
            raise NumberingError(f"{number} is more than a section can have: {LARGEST}")
        return (kind or self._pattern(level)).format(number, parents)

    def begins(self, level: int) -> int:
        """Return the number that a level begins with: 1, but 2 for 項.

        >>> SCHEMES["law"].begins(1), SCHEMES["law"].begins(2)
        (1, 2)
        """
        return self.patterns[level - 1].begins if level <= len(self.patterns) else 1

    def path_label(self, path: Sequence[int]) -> str:
        """Cite a section by its numbers from the outermost level in.

        >>> SCHEMES["decimal"].path_label((1, 2, 3)), SCHEMES["koyobun"].path_label((1, 2, 3))
        ('1.2.3', '第１の２の(3)')
        >>> SCHEMES["law"].path_label((9, 1, 2)), SCHEMES["handout"].path_label((1, 2))
        ('第９条第１項第二号', '1の(2)')
        """
        if not path:
            raise NumberingError("() names no section; a path has a number or more")
        deepest = self._pattern(len(path))
        if deepest.depth > 1:
            return deepest.format(path[-1], path[:-1]).rstrip(".．")
        if self.patterns[0].suffix == ARTICLE:
            return "".join(
                self._cited(level, number, _CITED_IN_ARTICLES[level - 1])
                if level <= len(_CITED_IN_ARTICLES)
                else self.label(level, number)
                for level, number in enumerate(path, start=1)
            )
        return "の".join(
            self.label(level, number).rstrip(".．、") for level, number in enumerate(path, start=1)
        )

    def _cited(self, level: int, number: int, form: str) -> str:
        # The first 項 has a number to be cited by, though it bears none.
        return form.format(evolve(self._pattern(level), begins=1).format(number))

    def count(self, levels: Iterable[int | None], *, start: int = 1) -> Iterator[str]:
        """Label headings in their order, of which only the levels are known.

        `start` is the number of the first at the outermost level, in a document that continues
        another; None stands for a heading without a number. Each level begins again under a new
        parent.

        >>> list(SCHEMES["decimal"].count([1, 2, 2, None, 1, 2], start=3))
        ['3', '3.1', '3.2', '', '4', '4.1']
        """
        path: list[int] = []
        for level in levels:
            if level is None:
                yield ""
                continue
            self._pattern(level)  # or an error that names the level
            del path[level:]
            while len(path) < level:
                path.append((self.begins(len(path) + 1) if path else start) - 1)
            path[-1] += 1
            yield self.label(level, path[-1], path[:-1])

    def read(self, text: str, *, expected: int | Sequence[int] = 1) -> tuple[int, int, str] | None:
        """Read the label that a line begins with: its level, its number, the rest of the line.

        A label that fits two levels is the one whose number is expected next: `expected` is that
        number, or that of each level, outermost first (1 where it says nothing). None where the
        line begins with no label of this scheme.

        >>> SCHEMES["outline"].read("V. 報告", expected=(5, 3)), SCHEMES["outline"].read("Ⅴ．報告")
        ((1, 5, '報告'), None)
        >>> SCHEMES["outline"].read("V. 報告", expected=(4, 22))
        (2, 22, '報告')
        """
        label = read_label(text.strip())
        if label is None:
            return None

        def wanted(level: int) -> int:
            if isinstance(expected, int):
                return expected
            return expected[level - 1] if level <= len(expected) else 1

        found = [
            (abs(number - wanted(level)), level, number)
            for level, own in enumerate(self.patterns, start=1)
            for pattern, number in label.readings
            if pattern.family == own.family and own.can_write(number)
        ]
        if not found:
            return None
        _, level, number = min(found)
        return level, number, label.rest

    def _pattern(self, level: int) -> Pattern:
        if not 1 <= level <= len(self.patterns):
            raise NumberingError(f"level {level} has no label in {' '.join(self.labels)}")
        return self.patterns[level - 1]


def pattern_of(label: str) -> Pattern:
    """Find the pattern whose first label this is.

    >>> pattern_of("第１条").format(12), pattern_of("第{fullwidth-to-nine}条").format(12)
    ('第１２条', '第12条')
    """
    if not isinstance(label, str):
        raise NumberingError(f"a label must be a text such as '1.', not {shown(label)}")
    return _pattern_of(label)


# A system's name in braces, behind which may stand the number that it begins with.
_SPELLED_OUT = re.compile(r"\{([^{}]*?)(?::(2))?\}")


@lru_cache(maxsize=1024)
def _pattern_of(label: str) -> Pattern:
    plain, wanted, begins = label, None, 1
    if match := _SPELLED_OUT.search(label):
        wanted, begins = match[1], int(match[2] or 1)
        if wanted not in SYSTEMS:
            hint = suggest(wanted, SYSTEMS)
            raise NumberingError(f"{label!r} names {wanted!r}, which is not a system{hint}")
        plain = label.replace(match[0], SYSTEMS[wanted].format(begins))
    read = read_label(f"{plain}{EM_SPACE}x")
    for pattern, number in read.readings if read and read.rest == "x" else ():
        found = evolve(pattern, begins=2) if pattern.bare_digits and number == 2 else pattern
        if found.first == plain and pattern.system == (wanted or pattern.system):
            return found
    known = " ".join(map(repr, KNOWN_LABELS))
    raise NumberingError(f"{shown(label)} is not a first label; allowed are such as {known}")


KNOWN_LABELS = tuple(
    "1. １． 1、 1) (1) （１） 第１ ① １ ア (ア) ａ (ａ) 一 第１条 イ い A. I. i) ⑴ \
第１号議案 議案第１号 日程第１".split()
)
SCHEMES: dict[str, Scheme] = {
    name: Scheme.parse(labels.split())
    for name, labels in {
        "handout": "1. (1) ① ア (ア) ａ (ａ)",
        "koyobun": "第１ １ (1) ア (ア) ａ (ａ)",
        "notice": "１ (1) ア (ア) ａ (ａ)",
        "decimal": "1 1.1 1.1.1 1.1.1.1 1.1.1.1.1 1.1.1.1.1.1 1.1.1.1.1.1.1",
        "law": "第１条 ２ 一 イ (1)",
        "outline": "I. A. 1. a) (1) (a)",
        "circled": "① ア (ア) ａ (ａ)",
    }.items()
}

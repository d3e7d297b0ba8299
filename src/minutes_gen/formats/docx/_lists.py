"""word/numbering.xml: the numbering scheme and the bullets as lists in which Word counts."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from zlib import crc32

from minutes_gen.formats.docx._units import WORD_MAIN, XML_DECLARATION, escaped, indentation
from minutes_gen.layout.document import Block, Part
from minutes_gen.layout.style import HouseStyle, Indents
from minutes_gen.model._marks import BULLETS, HEAVY_BULLETS
from minutes_gen.numbering import Scheme, separator
from minutes_gen.typeset import width

LEVELS = 9
LIST_BULLETS = 5
DOT = "・"
# The ids of lists: headings that Word counts; headings whose label is typed, a list without
# numbers; ・; then other bullets, and headings that start anew.
HEADINGS, TYPED, DOTS = 1, 2, 3

# For each counting system Word's w:numFmt, and up to where Word counts as we do. From ECMA-376
# part 1, 17.18.59 (ST_NumberFormat), and from [MS-OI29500] 2.1.540, which says where Word departs
# from it: behind ン Word begins again with ア. Circled and bracketed digits are single characters
# up to 20; letters come twice behind z. Kanji by place are 一, 一〇, 一〇〇 in [MS-DOCX] 2.4; those
# with 千 Word is said to write as 一千, which we do not. Not here, since Word has no such system:
# full-width letters, Ⅰ as one character, and いろは in hiragana (Word's is in katakana).
WORD_FORMATS: dict[str, tuple[str, int]] = {
    "decimal": ("decimal", 9999),
    "fullwidth": ("decimalFullWidth", 9999),
    "kanji": ("japaneseCounting", 999),
    "kanji-positional": ("ideographDigital", 9999),
    "aiueo": ("aiueoFullWidth", 46),
    "katakana-iroha": ("irohaFullWidth", 47),
    "alpha": ("lowerLetter", 26),
    "upper-alpha": ("upperLetter", 26),
    "roman": ("lowerRoman", 3999),
    "upper-roman": ("upperRoman", 3999),
    "circled": ("decimalEnclosedCircle", 20),
    "parenthesized": ("decimalEnclosedParen", 20),
}


class Counting(NamedTuple):
    """How the headings of a document are numbered, in their order.

    instances   for each heading the number of its list instance, from 0; None where its label
                is typed, since Word cannot count so
    starts      for each instance behind the first, the numbers that its levels start from
    """

    instances: tuple[int | None, ...]
    starts: tuple[tuple[int, ...], ...]


def count_headings(headings: Iterable[Block], scheme: Scheme) -> Counting:
    """Count headings as Word will, and begin a new instance of the list where a number differs.

    >>> from minutes_gen.numbering import SCHEMES
    >>> headings = [Block(Part.HEADING, ("題",), number=number, level=1) for number in (1, 2, 5, 6)]
    >>> count_headings(headings, SCHEMES["koyobun"])
    Counting(instances=(0, 0, 1, 1), starts=((5, 1, 1, 1, 1, 1, 1, 1, 1),))
    """
    instances: list[int | None] = []
    begins = tuple(scheme.begins(level + 1) for level in range(LEVELS))
    starts = [begins]
    following = list(begins)
    used = [False] * LEVELS  # in the instance at hand
    path: list[int] = []
    for heading in headings:
        level, number = heading.level - 1, heading.number
        path[level:] = [number or 0]
        if number is None or number > _countable(scheme, level):
            instances.append(None)
            continue
        # Under a new heading a level starts anew from the number of its instance in Word, and from
        # that of the list in LibreOffice (not always); where these differ, an instance of its own
        # settles it.
        again = used[level] and following[level] == starts[-1][level] != begins[level]
        # Where deeper levels came first, under a heading without a number, LibreOffice has
        # counted the missing one.
        orphaned = not used[level] and any(used[level:])
        if following[level] != number or again or orphaned:
            starts.append((*following[:level], number, *begins[level + 1 :]))
            used = [False] * LEVELS
        if scheme.patterns[level].depth > 1 and not _names_parents(path, following, used):
            instances.append(None)
            continue
        used[level] = True
        following[level:] = [number + 1, *starts[-1][level + 1 :]]
        instances.append(len(starts) - 1)
    return Counting(tuple(instances), tuple(starts[1:]))


def _names_parents(path: list[int], following: list[int], used: list[bool]) -> bool:
    """Say whether Word, in a label such as 1.2.3, names the parents by their own numbers."""
    above = range(len(path) - 1)
    return all(used[level] and following[level] - 1 == path[level] for level in above)


def _countable(scheme: Scheme, level: int) -> int:
    """Say up to where Word counts a level (from 0): 0 where it cannot."""
    if level >= min(len(scheme.patterns), LEVELS):
        return 0
    pattern = scheme.patterns[level]
    # Word names each parent in the parent's own system.
    parents = scheme.patterns[:level] if pattern.depth > 1 else ()
    if any(above.system != pattern.system for above in parents):
        return 0
    return WORD_FORMATS.get(pattern.system, ("", 0))[1]


def bullet_ids(blocks: Iterable[Block]) -> dict[str, int]:
    """Give each mark that a document uses the id of its list; that of ・ is always the same."""
    bullet = Part.BULLET  # asked for each block
    used = {block.label for block in blocks if block.part is bullet} - {DOT}
    marks = [DOT, *sorted(used, key=lambda mark: (BULLETS.find(mark), mark))]
    return {mark: id_ for id_, mark in enumerate(marks, start=DOTS)}


def list_numbers(
    blocks: Iterable[Block], counting: Counting, bullets: Mapping[str, int]
) -> Iterator[int | None]:
    """Say for each block in which list it is: None where its style says that."""
    instances = iter(counting.instances)
    heading, bullet = Part.HEADING, Part.BULLET  # asked for each block
    for block in blocks:
        part = block.part
        if part is heading:
            instance = next(instances)
            if instance is None:
                yield TYPED
            else:
                yield instance + TYPED + len(bullets) if instance else None
        elif part is bullet and (block.label != DOT or block.level > LIST_BULLETS):
            yield bullets[block.label]
        else:
            yield None


def numbering_xml(
    style: HouseStyle,
    scheme: Scheme,
    bullets: Mapping[str, int],
    starts: Iterable[tuple[int, ...]] = (),
) -> str:
    """Write numbering.xml: the list of the headings, those of the bullets, and new instances."""
    levels = {HEADINGS: _heading_levels(style, scheme), TYPED: _heading_levels(style, Scheme(()))}
    levels |= {id_: _bullet_levels(style, mark) for mark, id_ in bullets.items()}
    restarts = enumerate(starts, start=len(levels) + 1)
    return "".join(
        [
            XML_DECLARATION,
            f'<w:numbering xmlns:w="{WORD_MAIN}">',
            *(_abstract(id_, list_) for id_, list_ in levels.items()),
            *(_instance(id_, id_) for id_ in levels),
            *(_instance(id_, HEADINGS, start) for id_, start in restarts),
            "</w:numbering>",
        ]
    )


def _abstract(id_: int, levels: Iterable[str]) -> str:
    written = "".join(levels)
    # Pasted lists of one nsid become one: so have it those that look alike, and no others.
    return (
        f'<w:abstractNum w:abstractNumId="{id_}"><w:nsid w:val="{crc32(written.encode()):08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{written}</w:abstractNum>'
    )


def _instance(id_: int, abstract: int, starts: Iterable[int] = ()) -> str:
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in enumerate(starts)
    )
    return f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def _level(  # noqa: PLR0913, PLR0917  (each is one element of w:lvl, in their order)
    level: int, format_: str, style: str, suffix: str, text: str, indent: str, start: int = 1
) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/>{linked}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr>{indent}</w:pPr><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:lvl>'
    )


def _heading_levels(style: HouseStyle, scheme: Scheme) -> Iterator[str]:
    for level in range(LEVELS):
        indent = indentation(heading_indent(style.indents, level + 1), 0, style.fonts.size)
        if not _countable(scheme, level):
            yield _level(level, "none", "", "nothing", "", indent)
            continue
        pattern = scheme.patterns[level]
        named = range(level + 2 - pattern.depth, level + 2)
        numbers = pattern.joint.join(f"%{place}" for place in named)
        label = pattern.prefix + numbers + pattern.suffix
        apart = separator(pattern.first)
        suffix = "space" if apart == " " else "nothing"
        text = label + apart.strip(" ")
        format_ = WORD_FORMATS[pattern.system][0]
        linked = f"Heading{level + 1}"
        yield _level(level, format_, linked, suffix, text, indent, pattern.begins)


def counted_levels(scheme: Scheme) -> frozenset[int]:
    """Say which levels of headings (from 1) Word counts."""
    return frozenset(level + 1 for level in range(LEVELS) if _countable(scheme, level))


def heading_indent(indents: Indents, level: int) -> float:
    """Say where headings of a level (from 1) stand, in em."""
    return indents.numbered + indents.level * (level - 1)


def bullet_indent(indents: Indents, level: int, mark: str = DOT) -> tuple[float, float]:
    """Say where bullets of a level (from 1) stand under a heading 1: indent and hanging, in em.

    The deeper ones are taken to hang under a heavy mark, and those below under light ones.
    """
    heavy = mark in HEAVY_BULLETS
    if level == 1:
        return indents.numbered + (indents.heavy if heavy else indents.body), float(not heavy)
    under = indents.under_heavy + indents.under_light * (level - 2)
    return indents.numbered + indents.heavy + under, float(not heavy)


def _bullet_levels(style: HouseStyle, mark: str) -> Iterator[str]:
    # A tab behind a mark that is as wide as its indent would go on to the next tab stop.
    suffix = "nothing" if width(mark) >= 1 else "tab"
    for level in range(1, LEVELS + 1):
        linked = list_bullet(level) if mark == DOT and level <= LIST_BULLETS else ""
        indent = indentation(*bullet_indent(style.indents, level, mark), style.fonts.size)
        yield _level(level - 1, "bullet", linked, suffix, escaped(mark), indent)


def list_bullet(level: int) -> str:
    """Return the id of the style of bullets at a level (from 1).

    >>> list_bullet(1), list_bullet(2), list_bullet(9)
    ('ListBullet', 'ListBullet2', 'ListBullet5')
    """
    return "ListBullet" + ("" if level == 1 else str(min(level, LIST_BULLETS)))

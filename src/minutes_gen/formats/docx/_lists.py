"""word/numbering.xml: the numbering scheme and the bullets as lists in which Word counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from minutes_gen.formats.docx._counting import LEVELS, WORD_FORMATS, Counting, counts
from minutes_gen.formats.docx._units import WORD_MAIN, XML_DECLARATION, escaped, indentation
from minutes_gen.layout.document import Block, Part
from minutes_gen.layout.style import HouseStyle, Indents
from minutes_gen.model._marks import BULLETS, HEAVY_BULLETS
from minutes_gen.numbering import Pattern, Scheme, separator
from minutes_gen.typeset import width

LIST_BULLETS = 5
DOT = "・"
# The ids of lists: headings that Word counts; headings whose label is typed, a list without
# numbers; ・; then other bullets, headings of another kind, and headings that start anew.
HEADINGS, TYPED, DOTS = 1, 2, 3


def bullet_ids(blocks: Iterable[Block]) -> dict[str, int]:
    """Give each mark that a document uses the id of its list; that of ・ is always the same."""
    bullet = Part.BULLET  # asked for each block
    used = {block.label for block in blocks if block.part is bullet} - {DOT}
    marks = [DOT, *sorted(used, key=lambda mark: (BULLETS.find(mark), mark))]
    return {mark: id_ for id_, mark in enumerate(marks, start=DOTS)}


class Place(NamedTuple):
    """A list, by its id, and a level in it (from 0)."""

    id: int
    level: int


def list_places(
    blocks: Iterable[Block], counting: Counting, bullets: Mapping[str, int]
) -> Iterator[Place | None]:
    """Say for each block where in the lists it is: None where its style says that."""
    spots = iter(counting.spots)
    above = TYPED + len(bullets)
    heading, bullet = Part.HEADING, Part.BULLET  # asked for each block
    for block in blocks:
        part = block.part
        if part is heading:
            spot = next(spots)
            if spot is None:
                yield Place(TYPED, block.level - 1)
            else:
                yield Place(spot.instance + above, spot.level) if spot.instance else None
        elif part is bullet and (block.label != DOT or block.level > LIST_BULLETS):
            yield Place(bullets[block.label], block.level - 1)
        else:
            yield None


def numbering_xml(
    style: HouseStyle, scheme: Scheme, bullets: Mapping[str, int], counting: Counting
) -> str:
    """Write numbering.xml: the lists of the headings, those of the bullets, and new instances."""
    levels = {
        HEADINGS: _heading_levels(style, scheme.patterns, linked=True),
        TYPED: _heading_levels(style, ()),
    }
    levels |= {id_: _bullet_levels(style, mark) for mark, id_ in bullets.items()}
    above = len(levels)
    levels |= {
        id_: _heading_levels(style, patterns)
        for id_, patterns in enumerate(counting.lists, start=above + 1)
    }
    restarts = enumerate(counting.starts, start=len(levels) + 1)
    return "".join(
        [
            f'{XML_DECLARATION}<w:numbering xmlns:w="{WORD_MAIN}">',
            *(_abstract(id_, written, above) for id_, written in levels.items()),
            *(_instance(id_, id_) for id_ in levels),
            *(
                _instance(id_, list_ + above if list_ else HEADINGS, start)
                for id_, (list_, start) in restarts
            ),
            "</w:numbering>",
        ]
    )


def _abstract(id_: int, levels: Iterable[str], above: int) -> str:
    written = "".join(levels)
    # Pasted lists of one nsid become one: so have it those that look alike, and no others. Two
    # lists of one document may look alike.
    mark = crc32((written + "|" * (id_ - above)).encode())
    return (
        f'<w:abstractNum w:abstractNumId="{id_}"><w:nsid w:val="{mark:08X}"/>'
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


def _heading_levels(
    style: HouseStyle, patterns: Sequence[Pattern | None], *, linked: bool = False
) -> Iterator[str]:
    """Write the levels of a list of headings; `linked` is the list that their styles name."""
    for level in range(LEVELS):
        indent = indentation(heading_indent(style.indents, level + 1), 0, style.fonts.size)
        pattern = patterns[level] if counts(patterns, level) else None
        if pattern is None:
            yield _level(level, "none", "", "nothing", "", indent)
            continue
        named = range(level + 2 - pattern.depth, level + 2)
        numbers = pattern.joint.join(f"%{place}" for place in named)
        label = pattern.prefix + numbers + pattern.suffix
        apart = separator(pattern.first)
        suffix = "space" if apart == " " else "nothing"
        text = label + apart.strip(" ")
        format_ = WORD_FORMATS[pattern.system][0]
        name = f"Heading{level + 1}" if linked else ""
        yield _level(level, format_, name, suffix, text, indent, pattern.begins)


def counted_levels(scheme: Scheme) -> frozenset[int]:
    """Say which levels of headings (from 1) Word counts."""
    return frozenset(level + 1 for level in range(LEVELS) if counts(scheme.patterns, level))


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

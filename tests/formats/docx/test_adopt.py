"""Our styles among those of another document: what a style of theirs says."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from minutes_gen.formats.docx._adopt import Styles
from ooxml import Element, W

TAGS = ("jc", "ind", "spacing", "keepNext", "x")
# Of each style the number of the one on which it is based, one of those before it or none, and
# what it says.
TREES = st.lists(st.tuples(st.integers(-1, 20), st.sets(st.sampled_from(TAGS))), min_size=1)


def written(tree: list[tuple[int, set[str]]]) -> Element:
    """Write styles.xml."""
    styles = []
    for number, (base, said) in enumerate(tree):
        properties = "".join(f'<w:{tag} w:from="{number}"/>' for tag in sorted(said))
        styles.append(
            f'<w:style w:styleId="{number}"><w:basedOn w:val="{min(base, number - 1)}"/>'
            f"<w:pPr>{properties}</w:pPr></w:style>"
        )
    return etree.fromstring(f'<w:styles xmlns:w="{W[1:-1]}">{"".join(styles)}</w:styles>')


@given(TREES, st.randoms(use_true_random=False))
def test_a_style_says_what_those_below_it_say(
    tree: list[tuple[int, set[str]]], random: Random
) -> None:
    """In whatever order they are asked: its own, or else that of the next one below that has it."""
    styles = Styles(written(tree))
    expected: list[dict[str, str]] = []
    for number, (base, said) in enumerate(tree):
        below = expected[min(base, number - 1)] if base >= 0 and number else {}
        expected.append({**below, **{W + tag: str(number) for tag in said - {"x"}}})
    order = list(enumerate(styles.all))
    random.shuffle(order)
    for number, style in order:
        found = {tag: element.get(f"{W}from") for tag, element in styles.said(style).items()}
        assert found == expected[number]

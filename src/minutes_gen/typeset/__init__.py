"""Typesetting (組版): widths in em, line breaking as Word does it, and 均等割り付け.

Pure functions over text: nothing here knows of documents. Lengths are in em, the width of
one full-width character; with `MONOSPACE` they are in columns of a terminal.

>>> break_lines("異種の組織が、他のNPOと対等な立場で、協力する。", 10)
['異種の組織が、他の', 'NPOと対等な立場で、', '協力する。']
>>> width("他のNPOなど")
6.0
>>> justify_label("参加者", 4)
'参 加 者'

From the top down; a file imports from lines below its own:

    labels           均等割り付け
    lines            a text → the lines that Word would make
    squeeze          how much goes into a line
    setting          where each character stands, and where a line may end
    glyphs, spacing  a character's width; the space between two
    kinds            the kinds of characters
    rules            BreakRules
"""

from .labels import justify_label
from .lines import break_lines, width
from .rules import MONOSPACE, BreakRules

__all__ = ["MONOSPACE", "BreakRules", "break_lines", "justify_label", "width"]

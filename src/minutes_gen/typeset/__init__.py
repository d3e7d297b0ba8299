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

    _lines                        a paragraph → the lines that Word would make
    _squeeze, _labels, _columns   whether marks give way; 均等割り付け; the columns of a table
    _layout                       a text → one endless line, and where it may be broken
    _glyphs, _joints              what each character is; the space between two
    _characters, _rules           the tables of characters; BreakRules
"""

from minutes_gen.typeset._columns import column_widths, shares
from minutes_gen.typeset._labels import justify_label
from minutes_gen.typeset._layout import width
from minutes_gen.typeset._lines import break_lines
from minutes_gen.typeset._rules import MONOSPACE, BreakRules

__all__ = [
    "MONOSPACE",
    "BreakRules",
    "break_lines",
    "column_widths",
    "justify_label",
    "shares",
    "width",
]

"""Numbering schemes (見出し番号の体系): 第１ → １ → (1) → ア → (ア).

A scheme is written as its first labels, from the outermost level in:

>>> scheme = Scheme.parse(("第１", "１", "(1)", "ア"))
>>> scheme.label(3, 12), scheme.label(4, 3), scheme.path_label((1, 2, 3))
('(12)', 'ウ', '第１の２の(3)')
>>> list(scheme.count([1, 2, 2, 1], start=4))
['第４', '１', '２', '第５']

and what a line begins with is read in any width, with or without a scheme:

>>> scheme.read("（２）　予算について")
(3, 2, '予算について')
>>> infer(["一　協働とは", "１　定義", "２　経緯", "二　次回"]).labels
('一', '１')

From the top down; a file imports from lines below its own:

    _outline   at which level each label of a document stands
    _kinds     what all labels of a document are counted in
    _schemes   the patterns of all levels
    _labels    the label that a line begins with
    _patterns  how the labels of one level look
    numerals   counting systems: 1 １ 一 ア ①
"""

from minutes_gen.numbering._kinds import Kinds, complete
from minutes_gen.numbering._labels import Label, read_label
from minutes_gen.numbering._outline import Outline, Place, infer
from minutes_gen.numbering._patterns import Pattern, separator
from minutes_gen.numbering._schemes import KNOWN_LABELS, LARGEST, SCHEMES, Scheme, pattern_of

__all__ = [
    "KNOWN_LABELS",
    "LARGEST",
    "SCHEMES",
    "Kinds",
    "Label",
    "Outline",
    "Pattern",
    "Place",
    "Scheme",
    "complete",
    "infer",
    "pattern_of",
    "read_label",
    "separator",
]

"""Numbers the headings of a text, with nothing but the numbering: # is a heading, ## one below it.

    python examples/number_sections.py koyobun draft.md

Without a file it numbers a draft of its own.
"""

import sys
from pathlib import Path

from minutes_gen.numbering import Scheme, separator

DRAFT = """\
# 総則
## 目的
この規程は、会議の運営について定める。
## 定義
# 会議
## 招集
### 通知
"""


def number_sections(text: str, scheme: Scheme, *, start: int = 1) -> str:
    """Put a label in place of the signs # before each heading, and leave the other lines alone."""
    lines = text.splitlines()
    levels = [len(line) - len(line.lstrip("#")) for line in lines]
    labels = scheme.count([level for level in levels if level], start=start)
    numbered = []
    for line, level in zip(lines, levels, strict=True):
        label = next(labels) if level else ""
        title = line.lstrip("# ")
        numbered.append(f"{label}{separator(label)}{title}" if level else line)
    return "\n".join(numbered)


if __name__ == "__main__":
    name, *files = sys.argv[1:] or ["koyobun"]
    draft = Path(files[0]).read_text(encoding="utf-8") if files else DRAFT
    print(number_sections(draft, Scheme.of(name)))

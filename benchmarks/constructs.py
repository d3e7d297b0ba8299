"""What papers are made of, each n long: lines of a kind, one line of many parts, tables, templates.

A construct is a text for each n. Most are made of the tables of the package itself, so that a mark,
a label or a role that is new there is measured without a word here.
"""

from collections.abc import Callable, Iterator
from datetime import date

from minutes_gen.model._marks import BARS, BULLETS, EXAMPLE, SPACED_BULLETS, VOTES
from minutes_gen.model.roles import LABELS
from minutes_gen.numbering import SCHEMES, separator

Text = Callable[[int], str]

_DAY = date(2018, 6, 7)
# What a line may begin with, beside bullets, labels of sections and labels of details.
_OPENINGS = {
    "nothing": "",
    "number and title": "第1回 ",
    "reference": "芦総第",
    "addressee": "芦屋市長　",
    "bracket": "【",
    "statement": "以上のとおり",
    "signing": "議長　",
    "motion": "第１号議案　",
    "resolution": "第１号議案　甲 → 承認。",
    "vote": VOTES[0],
    "example": EXAMPLE,
    "escape": "\\",
    "indent": "　",
    **{f"bar {bar}": bar for bar in BARS},
}
# What a line may go on with, again and again; of each row the first with every opening, the others
# with one opening of each kind.
_PARTS = [
    row.split(";")
    for row in (
        "甲;a;\u3099;\u200b;\ufeff;🇯;e\u0301;ﾊﾟ;㍻",
        "1;１;一;第1;第1回;条;1名;1, ;賛成1　",
        " ;　;甲　;\\;…;→;/;,;－",
        "、;。;・;甲、;さん;様;殿;御中;印;㊞",
        "（;）;(;）(;（甲）;（甲;甲（;「;」;［;｜",
        "：;担当：;期限：;担当：甲、;（担当：甲）;（期限：6月7日）",
        "7月;6月;7日;6月7日;6/7;6/7、;30.6.7;2018-;H30.;平成;平成30年;令和元;翌;同;毎週;次回;上旬;頃",
        "～;13時;13:00;13時～;～13時;30分;午後;半;木;（木）;（木・祝）",
        "承認;承認した。;{{;}};{%",
    )
]
# Of bullets, labels of sections and labels of details those that are read in a way of their own.
_ONE_OF_EACH = (*_OPENINGS, "bullet ●", "bullet -", "handout 1", "handout 2", "handout 3", "場所",
                "日時", "次回", "参加者", "宿題", "定足数", "議長")  # fmt: skip


def _repeated(opening: str, part: str) -> Text:
    return lambda n: f"{opening}{part * n}\n"


def _lines(line: str, before: str = "", behind: str = "") -> Text:
    return lambda n: before + "".join(line.format(k + 1) for k in range(n)) + behind


def _openings() -> dict[str, str]:
    found = dict(_OPENINGS)
    for mark in BULLETS:
        found[f"bullet {mark}"] = mark + " " * (mark in SPACED_BULLETS)
    for name, scheme in SCHEMES.items():
        for level, label in enumerate(scheme.labels, start=1):
            found[f"{name} {level}"] = label + separator(label)
    # One label of each role: they are read in one way.
    for label in {role: label for label, role in LABELS.items()}.values():
        found[label] = f"{label}："
    return found


def long_lines() -> Iterator[tuple[str, Text]]:
    """Give openings with parts behind them, as one line that is n parts long."""
    for name, opening in _openings().items():
        for first, *others in _PARTS:
            for part in (first, *others) if name in _ONE_OF_EACH else (first,):
                yield f"{name}, then n × {part!r}", _repeated(opening, part)


def many_lines() -> Iterator[tuple[str, Text]]:
    """Give n lines with each opening, and what is told by many lines together."""
    for name, opening in _openings().items():
        yield f"n lines of {name}", _lines(opening.replace("{", "{{") + "甲{0}\n")
    for label in LABELS:
        yield f"{label} of n people", lambda n, label=label: f"{label}：{'、'.join(_people(n))}\n"  # type: ignore[misc]  # mypy does not infer lambdas with defaults
    yield from _MANY.items()


def _people(n: int) -> list[str]:
    return [f"甲{number}" for number in range(n)]


_SCHEME = "1. 章{0}\n  (1) 節{0}\n    ① 項{0}\n"
_MANY: dict[str, Text] = {
    "sections of three levels": _lines(_SCHEME),
    "sections that skip a number": lambda n: "".join(f"{2 * k + 1}. 題\n" for k in range(n)),
    "bullets that go in and out": _lines("・甲{0}\n  ・乙\n    ※ 丙\n"),
    "paragraphs": _lines("　文{0}。\n\n"),
    "lines of one paragraph": _lines("文{0}\n"),
    "sections without a number": _lines("【題{0}】\n　文。\n"),
    "rows of a table": _lines("｜甲{0}｜1,000円｜丙｜\n", "｜担当｜金額｜備考｜\n"),
    "tables": _lines("｜担当｜金額｜\n｜甲｜1円｜\n\n"),
    "details": _lines("見出{0}：甲\n"),
    "lines of a detail": _lines("　　　　　甲{0}\n", "内容　：\n"),
    "days": _lines("日時：平成30年6月7日（木）13時～15時\n"),
    "days in one detail": _lines("　　　6月{0}日\n", "日時：\n"),
    "tasks": _lines("宿題：準備{0}（担当：甲、期限：6月7日）\n"),
    "tasks below each other": _lines("　　　　準備{0}（担当：甲{0}、期限：6月7日）\n", "宿題：\n"),
    "motions": _lines("第{0}号議案　甲{0}\n　全員異議なく承認した。\n"),
    "motions with votes": _lines("第{0}号議案　甲\n　承認した。賛成 {0}　反対 1\n"),
    "addressees": _lines("甲{0} 様\n", "平成30年6月7日\n\n", "\n乙市\n\n題\n"),
    "signers": _lines(
        "理事　甲{0}　㊞\n", "題\n\n以上のとおり相違ありません。\n\n平成30年6月7日\n\n"
    ),
    "speakers and what they say": lambda n: (
        f"題\n\n出席者：{'、'.join(_people(n))}\n\n" + "：質問。\n".join([*_people(n), ""])
    ),
    "speeches of a few": lambda n: "題\n\n出席者：甲、乙\n\n" + "甲：質問。\n乙：回答。\n" * n,
    "people with titles": lambda n: "出席者：" + "、".join(f"理事　甲{k}" for k in range(n)) + "\n",
    "people who came and did not": lambda n: (
        f"出席者：{'、'.join(_people(n))}\n欠席者：{'、'.join(_people(n))}\n"
    ),
    "empty lines": lambda n: "甲\n" + "\n" * n + "乙\n",
    "lines of spaces": lambda n: "甲\n" + " \t　\n" * n + "乙\n",
    "indents that grow": lambda n: "".join(f"{' ' * (k % 500)}・甲\n" for k in range(n)),
}


def templates() -> Iterator[tuple[str, Text]]:
    """Give templates of n values, filters, loops and conditions; values are called 甲 and 丙."""
    yield "values", _lines("・{{{{ 甲 }}}}\n")
    yield "values in one line", _lines("{{{{ 甲 }}}}、")
    yield "a long value", lambda _n: "・{{ 甲 }}\n"
    yield "a long list", lambda _n: "{% for 乙 in 丙 %}\n・{{ 乙 }}\n{% endfor %}\n"
    yield "filters of one value", lambda n: "{{ 甲" + "|既定('乙')" * n + " }}\n"
    yield "alternatives", lambda n: "{% if 甲" + " or 甲" * n + " %}\n乙\n{% endif %}\n"
    yield "conditions", _lines("{{% if 甲 %}}\n・乙{0}\n{{% endif %}}\n")
    yield "loops", _lines("{{% for 乙 in 丙 %}}\n・{{{{ 乙 }}}}\n{{% endfor %}}\n")
    yield "comments", _lines("{{# 注 #}}\n")
    yield "text", lambda n: "・丁\n" * n

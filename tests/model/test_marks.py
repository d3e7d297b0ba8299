"""The marks of the notation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_gen.model._looks import escape, escape_title, look_at, names_day
from minutes_gen.model._marks import (
    BULLETS,
    Kind,
    column,
    indent,
    is_label,
    read_mark,
    read_numbered_title,
    read_vote,
    unescape,
)
from minutes_gen.model.roles import LABELS
from strategies import labels, texts


@pytest.mark.parametrize(
    ("line", "kind", "sign", "rest"),
    [
        ("・会場", Kind.BULLET, "・", "会場"),
        ("●　会場", Kind.BULLET, "●", "会場"),
        ("- 会場", Kind.BULLET, "-", "会場"),
        ("・ ・会場", Kind.BULLET, "・", "・会場"),
        ("例）会報", Kind.EXAMPLE, "例）", "会報"),
        ("例) 会報", Kind.EXAMPLE, "例）", "会報"),
        ("（１）会報", Kind.SECTION, "", "会報"),
        ("日　　時：未定", Kind.DETAIL, "日時", "未定"),
        ("参 加 者：", Kind.DETAIL, "参加者", ""),
        ("場所: 事務室", Kind.DETAIL, "場所", "事務室"),
        ("注意：会場: 2階", Kind.DETAIL, "注意", "会場: 2階"),
        ("日時:未定：仮", Kind.DETAIL, "日時", "未定：仮"),
        ("メ　　モ：x", Kind.DETAIL, "メモ", "x"),
    ],
)
def test_marks(line: str, kind: Kind, sign: str, rest: str) -> None:
    """Each mark is known, in any width and with any spaces."""
    mark = read_mark(line)
    assert (mark.kind, mark.sign, mark.rest) == (kind, sign, rest)


@pytest.mark.parametrize(
    "line",
    [
        "○○市について",
        "・・・",
        "●",
        "-5度",
        "例）",
        "https://example.jp",
        "13:30から",
        "URL: x",
        "研修",
        "Zoom URL：x",
        "私は、こう考える：それは",
        "とてもとても長い見出しの言葉：x",
        "「例」：x",
        "\\・会場",
    ],
)
def test_what_bears_no_mark(line: str) -> None:
    """Placeholders, amounts, addresses and sentences are plain text."""
    assert read_mark(line).kind is Kind.PLAIN


def test_no_bullet_is_listed_twice() -> None:
    """Each bullet has one weight."""
    assert len(set(BULLETS)) == len(BULLETS)


def test_known_labels_are_labels() -> None:
    """Whatever the table knows, a detail can bear."""
    assert [label for label in LABELS if not is_label(label)] == []


@given(labels)
def test_a_label_is_read_as_one(label: str) -> None:
    """What can be a label is read as one before ：."""
    mark = read_mark(f"{label}：x")
    assert (mark.kind, mark.sign, mark.rest) == (Kind.DETAIL, label, "x")


@given(texts)
def test_an_escaped_text_is_that_text(text: str) -> None:
    """Escaping is undone by reading, and an unescaped text bears no mark."""
    escaped, back = unescape(escape(text))
    assert back == text
    mark = read_mark(text)
    assert escaped or mark.kind is Kind.PLAIN or not mark.rest


@given(texts)
def test_a_title_is_escaped_where_it_needs_to_be(text: str) -> None:
    """A title is written plainly only where it reads as one."""
    if escape_title(text) == text:
        assert look_at(text).is_title
        assert read_numbered_title(text) is None
    else:
        assert unescape(escape_title(text)) == (True, text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("第1回 研修", (1, "研修")),
        ("第 １２ 回研修", (12, "研修")),
        ("第1回：研修", (1, "：研修")),
        ("第1回", None),
        ("第01回 研修", None),
        ("第一回 研修", None),
        ("第12345回 研修", None),
    ],
)
def test_numbered_titles(line: str, expected: tuple[int, str] | None) -> None:
    """第N回 is read with a title behind it, in digits of any width."""
    assert read_numbered_title(line) == expected


def test_titles() -> None:
    """A title bears no mark, names no day and is no sentence."""
    lines = ["スタッフ研修", "・研修", "日時：未定", "平成30年6月7日", "平成30年2月30日", "開く。"]
    assert [look_at(line).is_title for line in lines] == [True, False, False, False, False, False]
    assert names_day("平成30年2月30日")


@given(st.integers(0, 40).map(lambda halves: halves / 2))
def test_an_indent_measures_what_it_is_asked_for(em: float) -> None:
    """Indents are written in full-width spaces and half ones, and measured again."""
    assert column(indent(em) + "x") == em


def test_tabs_and_other_spaces_have_a_width() -> None:
    """A tab counts 2 em and any other space ½."""
    assert column("\t\u2003x") == 2.5


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("日時　令和6年7月5日(金) 18:30-20:00", False),
        ("日　時　平成30年5月26日", False),
        ("日時について", True),
        ("期日 未定", True),
        ("研修 第2", True),
    ],
)
def test_a_detail_without_its_colon_is_no_title(line: str, title: bool) -> None:
    """日時 and a date stand below the title, however they are typed."""
    assert look_at(line).is_title is title


def test_a_long_line_in_one_bracket_is_plain() -> None:
    """The second bracket is not sought behind each of the spaces."""
    assert read_mark("【" + " " * 100_000 + "x").kind is Kind.PLAIN


def test_a_long_line_counts_no_votes() -> None:
    """Spaces without end part no votes; the line is read at once."""
    assert read_vote("賛成 1" + " " * 100_000 + "反") is None
    assert read_vote("賛成 1" + " " * 50 + "反対 2") == (1, 2, None)

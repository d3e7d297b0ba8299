"""Breaking paragraphs into lines."""

import itertools
import json
from pathlib import Path
from typing import Literal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from minutes_gen.errors import TypesetError
from minutes_gen.typeset import MONOSPACE, BreakRules, break_lines, width

KINSOKU = json.loads(
    (Path(__file__).parents[1] / "data" / "typeset" / "kinsoku.json").read_text(encoding="utf-8")
)
NO_START: dict[Literal["standard", "strict"], str] = {
    "standard": KINSOKU["word_ja_standard_before"],
    "strict": KINSOKU["word_ja_standard_before"] + KINSOKU["word_ja_strict_adds_before"],
}
NO_END = KINSOKU["word_ja_standard_after"]
HANGING = "、。，．"
SPACES = " \u3000"
LOOSE = BreakRules(squeeze=None, hang=False)

TOKENS = ["12,000円", "１２円", "13:30", "NPO", "info@example.org", "https://example.org/a_b?c=1-2"]
PICTURES = ["👨\u200d👩\u200d👧", "🇯🇵🇯🇵", "❤\ufe0f", "か\u3099", "葛\U000e0100", "각", "ｶﾞ", "\r\n"]

japanese = st.sampled_from("あいんー亜円々ゝっァ、。，．（）「」『』！？％・：；…①ＡＢ２")
latin = st.sampled_from("aZ19.,!?()[]$/-:;'\"")
words = st.sampled_from(TOKENS)
plain_texts = st.lists(st.one_of(japanese, latin, words, st.sampled_from(SPACES))).map("".join)
wild_texts = st.lists(
    st.one_of(
        japanese,
        latin,
        words,
        st.sampled_from(PICTURES),
        st.sampled_from(
            " \u3000\t\n\v\x00\x1b\x85\xa0\xad\u200b\u200d\u200e\u2028\u2060\ufeff\ufe0f"
        ),
        st.sampled_from("\u0301\u3099\u20e3🏽🇯ﾞ\u0628\u0644\u0600ขำक्षि\u1161\u11a8\ufdfd"),
        st.characters(exclude_categories=["Cs"]),
    )
).map("".join)
some_rules = st.builds(
    BreakRules,
    widths=st.sampled_from([{}, {" ": 0.26, "a": 0.479, "Z": 1.2, "“": 0.4, "「": 0.3}]),
    pairs=st.booleans(),
    squeeze=st.sampled_from(["pure", "ratio", None]),
    hang=st.booleans(),
    justified=st.booleans(),
    autospace=st.booleans(),
    balance=st.booleans(),
    kinsoku=st.sampled_from(["standard", "strict"]),
    ambiguous=st.sampled_from(["wide", "narrow"]),
    units=st.sampled_from(["", "円"]),
    em=st.sampled_from([1.0, 2.0]),
)
measures = st.sampled_from([1.0, 1.5, 2.0, 3.25, 5.0, 8.0, 12.5])


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("", 5, [""]),
        ("行政と協働する", 3, ["行政と", "協働す", "る"]),
        # Kinsoku: marks and 々 begin no line, brackets end none; small kana and ー may begin one.
        ("協働する。事業", 4, ["協働す", "る。事業"]),
        ("あの人々が", 3, ["あの", "人々が"]),
        ("会議（研修）の", 3, ["会議", "（研", "修）の"]),
        ("サービスやセッ", 1, ["サ", "ー", "ビ", "ス", "や", "セ", "ッ"]),
        ("料金＄５", 3, ["料金", "＄５"]),
        ("気温５℃", 3, ["気温", "５℃"]),
        # Words, addresses and numbers stay whole.
        ("他のNPO法人", 3, ["他の", "NPO法", "人"]),
        ("時刻は13:30から", 5, ["時刻は", "13:30から"]),
        ("会費は12,000円です", 6, ["会費は", "12,000円で", "す"]),
        ("会費は２円です", 4, ["会費は", "２円です"]),
        ("第１２回", 2, ["第", "１２", "回"]),
        ("the open source", 3, ["the ", "open ", "source"]),
        # What is longer than a line is broken where it is full, by kinsoku if that can be.
        ("abcdefghij", 2, ["abcd", "efgh", "ij"]),
        ("（a.b.c.d", 2, ["（a.", "b.c.", "d"]),
        ("」」」」", 1.5, ["」」", "」」"]),
        ("「「「「 あ", 2, ["「「「", "「 ", "あ"]),
        # White space stays at the end of its line and needs no room there.
        ("日時　　場所", 2, ["日時　　", "場所"]),
        ("ab  cd", 1, ["ab  ", "cd"]),
        ("あ（ い", 2.5, ["あ", "（ い"]),
        # Glue and zero-width spaces.
        ("日\u2060本語", 1, ["日\u2060", "本", "語"]),
        ("a\xa0b c", 1.5, ["a\xa0b ", "c"]),
        ("ab\u200bcd", 1, ["ab\u200b", "cd"]),
        # A line feed ends a line.
        ("一\n二三\r\n\n四", 2, ["一\n", "二三\r\n", "\n", "四"]),
        # Pictures stay whole.
        ("👨\u200d👩\u200d👧🇯🇵", 1, ["👨\u200d👩\u200d👧", "🇯🇵"]),
    ],
)
def test_where_lines_end(text: str, measure: float, lines: list[str]) -> None:
    """Lines end where kinsoku and whole words allow, with nothing hanging or squeezed."""
    assert break_lines(text, measure, rules=LOOSE) == lines


def test_strict_kinsoku() -> None:
    """Word's 高レベル keeps small kana and ー from beginning a line."""
    strict = attrs.evolve(LOOSE, kinsoku="strict")
    assert break_lines("サービス", 1, rules=strict) == ["サ", "ー", "ビ", "ス"]
    assert break_lines("新サービス", 2, rules=strict) == ["新", "サー", "ビス"]
    assert break_lines("新サービス", 2, rules=LOOSE) == ["新サ", "ービ", "ス"]


def test_word_itself_parts_numbers_from_units() -> None:
    """Without units of their own, numbers are followed by kanji like any other."""
    word = attrs.evolve(LOOSE, units="")
    assert break_lines("約30円", 2.5, rules=word) == ["約30", "円"]
    assert break_lines("第１２回", 2, rules=word) == ["第１", "２回"]


def test_indents() -> None:
    """The first line has its own indent, and lines after a line feed are no first lines."""
    assert break_lines("あいうえおかき\nく", 4, 2, 1, rules=LOOSE) == [
        "あい",
        "うえお",
        "かき\n",
        "く",
    ]
    assert break_lines("あいうえ", 2, -1, 0, rules=LOOSE) == ["あいう", "え"]


@pytest.mark.parametrize(
    ("rules", "lines"),
    [
        (BreakRules(squeeze=None), ["あいう。", "え"]),
        (BreakRules(squeeze=None, hang=False), ["あい", "う。え"]),
        (BreakRules(hang=False), ["あい", "う。え"]),
    ],
)
def test_hanging(rules: BreakRules, lines: list[str]) -> None:
    """A full stop hangs outside a full line if it may, else its character goes with it."""
    assert break_lines("あいう。え", 3, rules=rules) == lines


def test_closing_mark_at_the_end_needs_half() -> None:
    """Where marks are squeezed, a bracket that closes a line needs only its half with the ink."""
    assert break_lines("あい」うえ", 2.5) == ["あい」", "うえ"]
    assert break_lines("あい」うえ", 2.5, rules=LOOSE) == ["あ", "い」", "うえ"]


@pytest.mark.parametrize(
    ("text", "measure", "squeeze", "first"),
    [
        # 、 can lose ½: あ needs 0.4 and would leave 0.6.
        ("一、二三四五", 5.6, "pure", "一、二三四五"),
        ("一、二三四五六", 5.6, "pure", "一、二三四五"),
        # Here 0.6 would be needed, and is not to be had.
        ("一、二三四五", 5.4, "pure", "一、二三四"),
        ("一、二三、四五六", 7.4, "pure", "一、二三、四五"),
        # Just as much needed as left over: squeezed.
        ("一、二三、四五六", 7.5, "pure", "一、二三、四五六"),
        ("一二三四五六", 5.6, "pure", "一二三四五"),
        ("一、二三四五", 5.6, None, "一、二三四"),
        # ・ can lose ¼ on both sides, an opening bracket ½ unless the line begins with it.
        ("一・二三四五", 5.6, "pure", "一・二三四五"),
        ("一「二三四五", 5.6, "pure", "一「二三四五"),
        ("「一二三四五", 5.6, "pure", "「一二三四"),
        # A pair has lost ½ already and has ½ left to lose.
        ("一」「二三四五", 6.1, "pure", "一」「二三四五"),
        ("一」」」二三四五", 6.6, "pure", "一」」」二三四五"),
        # Autospace can lose ⅛ at each side of a word, and a space ¼ between words.
        ("一a二b三四五六", 7.6, "pure", "一a二b三四五六"),
        ("一a二三四五六", 6.6, "pure", "一a二三四五"),
        ("a b c二三四", 5.5, "pure", "a b c二三四"),
        ("a b 二三四五", 5.7, "pure", "a b 二三四"),
        # A mark at the end hangs, or needs half, and is not squeezed once more.
        ("一、二三四。五", 4.6, "pure", "一、二三四。"),
        ("一、二三四」五", 5.1, "pure", "一、二三四」"),
        ("一二三四五」六", 5.1, "pure", "一二三四"),
        # The ratio of what is needed to what can be had decides in newer files.
        ("一、二三四五", 5.6, "ratio", "一、二三四五"),
        ("一、二三、四五、六七八九十百千", 14.2, "ratio", "一、二三、四五、六七八九十百千"),
        ("一、二三、四五、六七八九十百千", 14.2, "pure", "一、二三、四五、六七八九十百"),
        ("一a二三四五六", 6.7, "ratio", "一a二三四五"),
    ],
)
def test_squeezing(text: str, measure: float, squeeze: str | None, first: str) -> None:
    """Marks give up their blanks for one more place if Word would rather squeeze than stretch."""
    rules = BreakRules(squeeze=squeeze)  # type: ignore[arg-type]  # a parameter
    assert break_lines(text, measure, rules=rules)[0] == first


@pytest.mark.parametrize(
    ("text", "growth", "cap"),
    [
        # Two 、 can lose 1; up to the last character there are 32 gaps.
        ("漢字、漢字、" + "漢" * 28, 32 / 64, 1.0),
        # Latin letters do not part; the brackets and 、 can lose 1½, as one pair has lost ½.
        ("漢字、漢字、（abcdefghijklmnopqrstuvwx）" + "漢" * 14, 19 / 64, 1.5),
        # Beside Latin ¼ is added, can lose half of that, and can take up ¼ more.
        ("一a二、三、四五", 2 / 4 + 4 / 64, 1.25),
        # So can a space between Latin words, which is ½ and can lose ¼.
        ("漢字、the open source、漢字漢字", 2 / 4 + 5 / 64, 1.5),
    ],
)
def test_ratio(text: str, growth: float, cap: float) -> None:
    """Word 2013 presses a line where it takes less, of what can be had, than to stretch it."""
    rules = BreakRules(squeeze="ratio")
    # Of the 1 em of the last character so much is missing that both take the same.
    most = cap / (cap + growth)
    for need, lines in ((most - 0.001, 1), (most + 0.001, 2)):
        assert len(break_lines(text, width(text, rules) - need, rules=rules)) == lines


@given(plain_texts, measures, some_rules)
def test_nothing_gives_way_in_what_is_not_justified(
    text: str, measure: float, rules: BreakRules
) -> None:
    """A paragraph set flush left is broken as in a document that neither squeezes nor hangs."""
    flush = attrs.evolve(rules, justified=False)
    plain = attrs.evolve(rules, squeeze=None, hang=False)
    measure *= rules.em
    assert break_lines(text, measure, rules=flush) == break_lines(text, measure, rules=plain)


def test_a_word_longer_than_the_line_is_squeezed_before_it_is_broken() -> None:
    """What cannot be broken may still go in when its marks give way."""
    assert break_lines("一・・・二", 3) == ["一・・・", "二"]
    assert break_lines("一・・・二", 3, rules=LOOSE) == ["一・・", "・二"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("ああ \u0e33い", ["ああ", " \u0e33い"]),
        ("ああ\u3000\u3099い", ["ああ", "\u3000\u3099い"]),
        ("ああ \ufe0fい", ["ああ \ufe0f", "い"]),
        ("あ\xa0\u0301い", ["あ\xa0\u0301", "い"]),
    ],
)
def test_a_space_with_a_mark_is_seen(text: str, lines: list[str]) -> None:
    """A space that carries a mark does not hang outside the line; one with a selector does."""
    assert break_lines(text, 2) == lines


def test_columns() -> None:
    """In a text file full-width characters take two columns, and common counters stay."""
    assert break_lines("平成30年6月7日（木）に開く。", 12, rules=MONOSPACE) == [
        "平成30年6月",
        "7日（木）に",
        "開く。",
    ]
    narrow = attrs.evolve(MONOSPACE, ambiguous="narrow")
    assert break_lines("①②③", 2, rules=MONOSPACE) == ["①", "②", "③"]
    assert break_lines("①②③", 2, rules=narrow) == ["①②", "③"]


@pytest.mark.parametrize(
    ("measure", "first", "hanging", "message"),
    [
        (0.5, 0.0, 0.0, "measure 0.5 less indent 0.0 leaves 0.5: a line needs 1 or more"),
        (10, 9.5, 0, "measure 10 less indent 9.5 leaves 0.5: a line needs 1 or more"),
        (10, 0, 12, "measure 10 less indent 12 leaves -2: a line needs 1 or more"),
        (float("nan"), 0, 0, "measure nan less indent 0 leaves nan: a line needs 1 or more"),
    ],
)
def test_measure_that_holds_nothing(
    measure: float, first: float, hanging: float, message: str
) -> None:
    """A measure that leaves a line less than one em is refused, even for no text."""
    with pytest.raises(TypesetError) as caught:
        break_lines("", measure, first, hanging)
    assert str(caught.value) == message


def test_columns_need_two() -> None:
    """With columns one em is two of them."""
    with pytest.raises(TypesetError, match="leaves 1: a line needs 2 or more"):
        break_lines("あ", 1, rules=MONOSPACE)


@given(st.text(), st.sampled_from([f"\\ud{c}00" for c in "8acf"]), st.text())
def test_surrogates_are_refused(before: str, escape: str, after: str) -> None:
    """A lone surrogate anywhere is refused, with its place."""
    surrogate = escape.encode().decode("unicode_escape")
    with pytest.raises(TypesetError, match=rf"U\+{ord(surrogate):04X} at {len(before)}: "):
        break_lines(before + surrogate + after, 10)


@given(wild_texts, measures, some_rules)
def test_lines_joined_are_the_text(text: str, measure: float, rules: BreakRules) -> None:
    """No character is lost, added or moved."""
    assert "".join(break_lines(text, measure * rules.em, rules=rules)) == text


@given(wild_texts, measures, some_rules)
def test_breaking_a_line_again_changes_nothing(
    text: str, measure: float, rules: BreakRules
) -> None:
    """Every line is one line."""
    for line in break_lines(text, measure * rules.em, rules=rules):
        assert break_lines(line, measure * rules.em, rules=rules) == [line]


@given(wild_texts, measures, some_rules)
def test_clusters_stay_whole(text: str, measure: float, rules: BreakRules) -> None:
    """No line ends inside what a reader sees as one character."""
    lines = break_lines(text, measure * rules.em, rules=rules)
    ends = set(itertools.accumulate(map(len, lines)))
    assert ends <= {0, *itertools.accumulate(map(len, iter_graphemes(text)))}


@given(plain_texts, plain_texts, measures, some_rules)
def test_line_feeds_part_texts(first: str, second: str, measure: float, rules: BreakRules) -> None:
    """What stands before a line feed has no influence on what stands after it."""
    measure *= rules.em
    together = break_lines(f"{first}\n{second}x", measure, rules=rules)
    apart = break_lines(f"{first}\n", measure, rules=rules)
    assert together == apart + break_lines(f"{second}x", measure, rules=rules)


@given(plain_texts, measures, some_rules)
def test_no_line_is_wider_than_the_measure(text: str, measure: float, rules: BreakRules) -> None:
    """A line fits, but for a mark that hangs and what can be squeezed out of it."""
    for line in break_lines(text, measure * rules.em, rules=rules):
        shown = line.rstrip(SPACES)
        over = width(shown, rules) / rules.em - measure
        if rules.hangs and shown.endswith(tuple(HANGING)):
            over -= 1
        if rules.squeezes:
            over -= sum(0.5 for char in shown if char in "、。，．（）「」『』・：；")
            over -= 0.25 * len(shown)
        assert over <= 0.001 or len(list(iter_graphemes(shown))) == 1


@given(plain_texts, measures, some_rules)
def test_kinsoku_unless_there_is_no_choice(text: str, measure: float, rules: BreakRules) -> None:
    """A line ends where kinsoku forbids it only if no other place of it would have done."""
    lines = break_lines(text, measure * rules.em, rules=rules)
    for line, following in itertools.pairwise(lines):
        if forbidden(line, following, rules):
            places = range(1, len(line))
            assert all(forbidden(line[:at], line[at:], rules) for at in places)


def forbidden(line: str, following: str, rules: BreakRules) -> bool:
    """Say whether kinsoku forbids a line to end here, or a space to begin the next one."""
    return (
        line.rstrip(SPACES)[-1:] in set(NO_END)
        or following[0] in NO_START[rules.kinsoku]
        or following[0] in SPACES
    )


@given(st.lists(st.one_of(words, st.text("あ亜ン", min_size=1))), st.sampled_from([14.5, 15, 20]))
def test_words_stay_whole(pieces: list[str], measure: float) -> None:
    """Every word, number and address that goes into a line stands in one."""
    lines = break_lines("、".join(pieces), measure)
    whole = sum(line.count(token) for line in lines for token in TOKENS)
    assert whole == sum(piece.count(token) for piece in pieces for token in TOKENS)


@given(st.text("あ亜ン漢", min_size=1), st.integers(1, 9))
def test_plain_japanese_fills_its_lines(text: str, measure: int) -> None:
    """Kana and kanji alone stand as in a grid."""
    lines = break_lines(text, measure)
    assert lines == [text[i : i + measure] for i in range(0, len(text), measure)]


def test_word_kinsoku_is_kept_in_full() -> None:
    """Every character of Word's lists behaves as its list says."""
    for level, chars in NO_START.items():
        rules = attrs.evolve(LOOSE, kinsoku=level)
        assert [c for c in chars if break_lines(f"亜亜{c}", 2, rules=rules)[0] != "亜"] == []
    assert [c for c in NO_END if break_lines(f"亜{c}亜", 2, rules=LOOSE)[0] != "亜"] == []

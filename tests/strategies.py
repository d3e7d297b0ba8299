"""Every Hypothesis strategy of the tests: texts, details, blocks, sections, sessions, sources."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from minutes_gen.era import STYLES, format_date
from minutes_gen.errors import ModelError, ScheduleError
from minutes_gen.model._detail import Detail
from minutes_gen.model._marks import BULLETS, is_label
from minutes_gen.model._people import People
from minutes_gen.model._validators import text_problem
from minutes_gen.model.roles import LABELS
from minutes_gen.numbering import (
    KNOWN_LABELS,
    SCHEMES,
    Scheme,
    complete,
    pattern_of,
    separator,
)
from minutes_gen.schedule import Schedule, parse_schedule
from minutes_gen.session import (
    Block,
    Bullet,
    Example,
    Paragraph,
    Section,
    Session,
    Signer,
    Signing,
    Table,
    Task,
    Vote,
)

# What the notation is made of, so that texts run into every mark and its near misses.
SIGNS = [
    *"・●※→-＊ 　\t\\：:、。（）()「」12３９０第回例）.．①アａ一元年月日火水平成令和H/｜",
    *("平成30年6月7日", "平成30年6月12日（火）", "平成３０年７月", "H30.6.7", "2018-06-07"),
    *(
        "第1回",
        "回想",
        "第２回 ",
        "日時",
        "日　　時：",
        "参加者：",
        "場所:",
        "例）",
        "1. ",
        "（１）",
        "｜甲｜乙｜",
    ),
    *("宿題：", "（担当：", "、期限：", "6月30日", "賛成 12", "反対 1", "棄権 0", "名", "議長："),
    *("第１号議案　", "議案第1号：", "日程第１　", "㊞", "　印", "議　長", "＿＿＿＿"),
    *("あしや発第12号", "理事各位", "甲　様", "理事長　甲　乙", "記", "以上", "\n記\n", "\n以上"),
    *(
        "第１　",
        "ア　",
        "　　",
        "👨‍👩‍👧",
        "𠮷",
        "か\u3099",
        "葛\U000e0100",
        "\u200b",
        "\ufeff",
        "é",
    ),
]

days = st.dates(date(1873, 1, 1), date(2100, 12, 31))

# What 日時 are made of, in orders that mean something and in orders that do not.
_WHENS = [
    *"・、～から日月年時分半末（火）（土）()1 3　12第",
    *(
        "平成30年",
        "令和元年",
        "2018年",
        "6月",
        "7月",
        "12日",
        "13日",
        "31日",
        "（火）",
        "（木・祝）",
    ),
    *(
        "13時30分",
        "15時",
        "午後",
        "午前10時",
        "正午",
        "午後3時半",
        "13:30",
        "夜9時",
        "24時",
        "25時",
    ),
    *("～", "から", "まで", "以降", "、", "・", "；", "より", "と", "の", "/", "-", "ー", " "),
    *(
        "度",
        "上旬",
        "末日",
        "末",
        "吉日",
        "上半期",
        "第3四半期",
        "翌年",
        "翌日",
        "同日",
        "翌",
        "自",
        "至",
    ),
    *("H30.6.12", "2018-06-12", "6/12", "平14", "（2018年）", "平成28", "令和"),
    *(
        "開会",
        "必着",
        "（当日消印有効）",
        "（雨天時は6月13日）",
        "定例会",
        "2時間",
        "第3回",
        "予定",
        "散会",
    ),
    *(
        "前",
        "後",
        "14時15分",
        "14時15分前",
        "の5分前",
        "年度(令和) 4 5 6",
        "年度（令和 4）",
        "年度(平成)",
    ),
]


# Texts of the forms that most have: date, weekday, time, perhaps to another one, and words.
_DATES = (
    *(
        "",
        "平成30年6月12日",
        "令和元年5月1日",
        "平成31年5月1日",
        "2018年6月12日",
        "R5.4.1",
        "2018-06-12",
    ),
    *(
        "昭和六十四年一月七日",
        "平三〇.6.12",
        "H 30/6/12",
        "平成30(2018)年6月12日",
        "6月12日",
        "13日",
    ),
    *(
        "平成30年",
        "平成30年度",
        "2018年度（平成30年度）",
        "平成30年度1月",
        "平14",
        "平成30年6月",
        "1月5日",
    ),
    *(
        "平成30年度末",
        "6月上旬",
        "6月末日",
        "平成30年度上半期",
        "2月29日",
        "令和六年十二二日",
        "上旬",
    ),
)
_TIMES = (
    *(
        "",
        "13時",
        "13時30分",
        "9時半",
        "午後1時",
        "午前10時30分",
        "13:30",
        "正午",
        "夜9時",
        "夕方5時",
    ),
    *(
        "24時",
        "午後12時",
        "深夜1時",
        "3時",
        "午前11時",
        "昼12時",
        "12時",
        "25時",
        "朝10時",
        "昼1時",
    ),
)
_ones = st.tuples(
    st.sampled_from(_DATES),
    st.sampled_from(["", "", "（火）", "(火曜日)", "（木）"]),
    st.sampled_from(["", " "]),
    st.sampled_from(_TIMES),
).map("".join)
forms = st.tuples(
    st.sampled_from(["", "", "開会", "開会 ", "（予定）", "全", "日時"]),
    _ones,
    st.sampled_from(["", "～", "-", "から", " ～ ", "以降", "以前"]),
    st.just("") | _ones,
    st.sampled_from(["", "", "まで", "から", "頃"]),
    st.sampled_from(
        ["", "", "開会", " 必着", "（当日消印有効）", "期間", "分会", "末", "間", "火", "祝賀会"]
    ),
).map("".join)


def _parsed(text: str) -> list[Schedule]:
    with suppress(ScheduleError):
        return [parse_schedule(text, strict=False)]
    return []


# Texts that may say a date, and what those say that do.
whens = st.lists(st.sampled_from(_WHENS), min_size=1, max_size=9).map("".join)
_said = whens.map(_parsed).filter(bool).map(lambda schedules: schedules[0])


def _from_iso(text: str) -> list[Schedule]:
    with suppress(ScheduleError):
        return [Schedule.fromisoformat(text)]
    return []


_moments = st.tuples(
    days.map(date.isoformat).flatmap(
        lambda day: st.sampled_from(
            [
                day,
                day[:7],
                day[:4],
                f"FY{day[:4]}",
                f"--{day[5:]}",
                f"--{day[5:7]}",
                f"---{day[8:]}",
            ]
        )
    )
    | st.sampled_from(["", "+1d", "+1y--01-05", "+1m---03", "--06-12(火)", "FY"]),
    st.sampled_from(
        ["", "", "", "-early", "-mid", "-late", "-end", "-lucky", "-H1", "-Q3", "-start"]
    ),
    st.sampled_from(["", "", "", "T09:00", "T13:30", "T17:00", "T24:00", "T13:30~", "TAM"]),
).map("".join)
_spans = st.one_of(
    _moments,
    st.tuples(_moments, st.just("/"), _moments | st.just("..")).map("".join),
    st.tuples(st.just("../"), _moments).map("".join),
    st.tuples(
        days,
        st.integers(1, 400),
        st.sampled_from(["T09:00/T17:00", "T10:00~/.."]),
    ).map(lambda parts: f"{parts[0]}/{parts[0] + timedelta(parts[1])}@{parts[2]}"),
)
# Schedules of every kind: with no words, and as texts give them.
made = (
    st.lists(_spans, min_size=1, max_size=3)
    .map(lambda spans: _from_iso(",".join(spans)))
    .filter(bool)
    .map(lambda schedules: schedules[0])
)
schedules = st.one_of(
    st.builds(Schedule.on, days),
    st.builds(lambda day: Schedule(day.year, day.month), days),
    made,
    _said,
)


def _is_text(text: str) -> bool:
    return text_problem(text) is None


def _joined(parts: list[str]) -> str:
    return "".join(parts).strip()


# Words that may stand beside dates: none, plain ones, those of dates, and any others.
beside = st.one_of(
    st.sampled_from(["", "", "開会", "（受付13時～）", "/", "前", "9999", "今夜", "AMの", "頃"]),
    st.lists(st.sampled_from(_WHENS), min_size=1, max_size=3).map("".join),
    st.text(max_size=4),
).map(lambda words: " ".join(words.split()))

# Texts as people write them, texts full of signs, and any Unicode that the model takes.
texts = st.one_of(
    st.sampled_from(["協働ってなに？", "市民の視点に立つ。", "R&D <b>", "NPOは、12人（うち3人）"]),
    st.lists(st.sampled_from(SIGNS), min_size=1, max_size=6).map(_joined).filter(_is_text),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
    .map(str.strip)
    .filter(_is_text),
)

labels = st.sampled_from(sorted(LABELS)) | st.text(
    st.characters(categories=["L", "N", "P", "S"]) | st.sampled_from("日時ア１1メモ第回例）●"),
    min_size=1,
    max_size=6,
).filter(lambda text: _is_text(text) and is_label(text))
# Names, some with a note in brackets; a bracket that does not close may be refused.
names = texts.filter(lambda name: not set("、，,（）()") & set(name))
_notes = st.sampled_from(["（オンライン）", "（欠）", "（14時から、電話）", "(議長 代理)"])
_noted = st.tuples(names, _notes).map("".join)
people = st.builds(People, st.lists(names | _noted, min_size=1, max_size=4))


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    """Draw a task, with an owner and a due date or without."""
    who = draw(st.lists(names | _noted, max_size=2))
    due = draw(st.none() | schedules | texts)
    try:
        return Task(draw(texts), who, due)
    except (ModelError, ScheduleError):  # it would be read as another
        return Task("会場を予約する", ["金子"], draw(schedules))


_counts = st.integers(0, 9_999_999) | st.integers(0, 20)
votes = st.builds(Vote, _counts, st.none() | _counts, st.none() | _counts) | st.sampled_from(
    ["賛成12名、反対なし", "賛成者 １２名　棄権者 ３名。", "賛成 1,200"]
).map(Vote.read)
values = st.one_of(
    schedules,
    people,
    st.lists(tasks(), min_size=1, max_size=3),
    texts,
    whens.map(str.strip).filter(_is_text),
    st.lists(texts, min_size=1, max_size=3),
)


@st.composite
def details(draw: st.DrawFn) -> Detail:
    """Draw a detail with any label and value, or with a date in one of its many spellings."""
    label = draw(labels | st.sampled_from(["宿題", "次回", "出席"]))
    try:
        return Detail(label, draw(values))
    except ModelError:  # the value names an impossible day
        return Detail(label, draw(schedules))


def bullets(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """Make bullets that hold such blocks."""
    marks = st.sampled_from(BULLETS) | st.sampled_from("・●")
    return st.builds(Bullet, texts, st.lists(blocks, max_size=3), mark=marks)


cells = st.just("") | texts.filter(lambda text: "｜" not in text)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw a table of up to three columns and rows."""
    columns = draw(st.integers(1, 3))
    row = st.lists(cells, min_size=columns, max_size=columns)
    return Table(draw(row), draw(st.lists(row, max_size=3)))


leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, texts), st.builds(Example, texts), details(), tables(), votes
)
blocks: st.SearchStrategy[Block] = st.recursive(leaves, bullets, max_leaves=6)

# 記 and 以上 as paragraphs.
_words: st.SearchStrategy[Block] = st.sampled_from([Paragraph("記"), Paragraph("以上")])
_statements = st.sampled_from(
    ["以上のとおり相違ない。", "この議事録が正確であることを証する。", "上記の決議を明確にする。"]
)
# What a foot is made of, in places where it is none.
_feet: st.SearchStrategy[Block] = st.builds(
    Paragraph,
    st.sampled_from(["議長　橋野 太郎　印", "平成30年6月12日", "監事　＿＿＿＿", "平成30年2月30日"])
    | _statements,
)


# The first labels of kinds of labels; and lines that bear a label, mostly of a few kinds, or are
# headings without a number.
label_kinds = st.sampled_from(
    [
        *KNOWN_LABELS,
        *("1）", "（ア）", "第１章", "第１節", "第一条", "（一)", "２", "1-1", "議案第１号："),
        *("第{fullwidth-to-nine}条", "{fullwidth-to-nine}．", "{kanji-positional}、"),
    ]
)


@st.composite
def _label_lines(draw: st.DrawFn) -> str:
    if draw(st.integers(0, 9)) == 0:
        return "【題】"
    pattern = pattern_of(draw(_FEW_KINDS | label_kinds))
    number = draw(st.integers(pattern.begins, 12))
    label = pattern.format(number, (1,))
    return label + separator(label) + "題"


_FEW_KINDS = st.sampled_from(["1.", "(1)", "①", "第１条", "２", "１．"])
label_lines = _label_lines()


@st.composite
def _kind_trees(draw: st.DrawFn, depth: int = 4) -> list[Section]:
    """Draw lists of sections, each of one kind or of several."""
    kind = draw(_FEW_KINDS | label_kinds)
    found = []
    for _ in range(draw(st.integers(1, 3))):
        within = draw(_kind_trees(depth - 1)) if depth > 1 and draw(st.booleans()) else []
        if draw(st.integers(0, 9)) == 0:
            found.append(Section("題", sections=within, numbered=False))
            continue
        own = draw(label_kinds) if draw(st.integers(0, 7)) == 0 else kind
        number = draw(st.none() | st.none() | st.integers(2, 12))
        found.append(Section("題", sections=within, number=number, kind=own))
    return found


kind_trees = _kind_trees()


@st.composite
def sections(draw: st.DrawFn, depth: int = 3, *, kinds: bool = False) -> Section:
    """Draw a section with blocks and, down to `depth`, sections within it; some of `kinds`."""
    inner = st.lists(sections(depth - 1, kinds=kinds), max_size=2) if depth > 1 else st.just([])
    within, deeper = draw(st.lists(blocks | _words | _feet, max_size=3)), draw(inner)
    if draw(st.integers(0, 5)) == 0:
        name = draw(texts.filter(lambda text: "【" not in text and "】" not in text))
        return Section(name, within, deeper, numbered=False)
    some = st.integers(1, 20) | st.sampled_from([30, 45])
    number = draw(st.none() if draw(st.booleans()) else some)
    kind = draw(label_kinds) if kinds and draw(st.integers(0, 7)) == 0 else None
    return Section(draw(texts), within, deeper, number=number, kind=kind)


def _distinct(labels: list[str]) -> tuple[str, ...]:
    """Make a scheme of these first labels, and fill it up to seven levels."""
    patterns = dict(enumerate((Scheme.parse((label,)).patterns[0] for label in labels), start=1))
    return complete(patterns, depth=7).labels


numberings = (
    st.lists(
        st.sampled_from([*KNOWN_LABELS, "{kanji-positional}", "第{kanji-positional}章"]),
        max_size=7,
        unique_by=lambda label: Scheme.parse((label,)).patterns[0].family,
    ).map(_distinct)
    | st.sampled_from(sorted(SCHEMES))
    | st.just(("1.", "1-1", "(1)", "1-1-1-1", "ア", "Ａ", "Ⅰ"))
)


@st.composite
def issues(draw: st.DrawFn) -> dict[str, Any]:
    """Draw an issue date, perhaps in a spelling that is not ours."""
    day = draw(days)
    style = draw(st.none() | st.sampled_from(STYLES))
    return {
        "issued": day,
        "issued_as": style and format_date(day, style, weekday=draw(st.booleans())),
    }


# What the head of a letter holds, and near misses; any text may stand there.
_references = st.sampled_from(["あしや発第12号", "30教総第3-1号の2", "事務連絡", "No.5"])
addressees = st.sampled_from(["理事各位", "あしや会 御中", "出口　花子　様", "各位（甲を除く）"])
_senders = st.sampled_from(
    ["理事長", "理事長　橋野　太郎", "橋野 太郎", "（公印省略）", "記", "以上"]
)


@st.composite
def letters(draw: st.DrawFn, *, dated: bool) -> dict[str, Any]:
    """Draw what stands in the head of a letter beside its day and its title."""
    issuer = draw(st.none() | texts | _senders | addressees | _references)
    above = st.lists(texts | _references | _senders, max_size=2)
    addressed = st.tuples(above, addressees).map(lambda lines: [*lines[0], lines[1]])
    return {
        "reference": draw(st.none() | _references | (texts if dated else st.nothing())),
        "addressees": [line for group in draw(st.lists(addressed, max_size=2)) for line in group],
        "issuer": issuer,
        "signatory": draw(st.lists(texts | _senders | addressees, max_size=3)) if issuer else [],
    }


_roles = st.sampled_from(["議長", "議事録署名人", "会計係", "甲"]) | labels


@st.composite
def signers(draw: st.DrawFn) -> Signer:
    """Draw one who signs, or is to sign."""
    try:
        return Signer(
            draw(_roles),
            draw(st.none() | st.sampled_from(["橋野　太郎", "橋　野　太　郎", "印 刷"]) | texts),
            draw(st.sampled_from(["印", "㊞", "（印）", None])),
        )
    except ModelError:  # it would not be read as what it is
        return Signer("議長")


@st.composite
def signings(draw: st.DrawFn) -> Signing:
    """Draw the foot of minutes."""
    dated = draw(st.just({}) | issues())
    return Signing(
        draw(st.lists(signers(), min_size=1, max_size=3)),
        draw(st.none() | _statements),
        dated.get("issued"),
        day_as=dated.get("issued_as"),
    )


# Lines whose form says what part of a head they are, and in which order the parts may stand.
_PARTS_BY_FORM = {
    "reference": ["あしや発第12号", "事務連絡"],
    "issued": ["令和6年4月1日", "令和6年4月吉日", "令和8年　月　日", "平成30年○月○日"],
    "addressees": ["理事各位", "出口　花子　様", "会員のみなさま"],
    "issuer": ["みどり会", "広報委員会", "みどり会会長　橋野　太郎", "株式会社あおば"],
    "title": ["総会のご案内", "第三回役員会", "令和6年度 第2回 理事会 議事録", "大そうじについて"],
}
_remarks = st.sampled_from(["（文責：木村）", "〒659-0000 芦屋市", "TEL：0797-00-0000", "資料１"])
_tail_lines = st.sampled_from(
    [
        "",
        "　　委　任　状",
        "- - きりとり線 - -",
        "以上",
        "\\以上",
        "氏名　＿＿＿＿　印",
        "会長　乙",
        "記",
    ]
)


@st.composite
def letters_by_form(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a head in any order, with remarks and with a foot below the text."""
    names = draw(
        st.lists(st.sampled_from(list(_PARTS_BY_FORM)), unique=True).map(
            lambda names: [*names, "title"] if "title" not in names else names
        )
    )
    order = draw(st.permutations(names + ["remark"] * draw(st.integers(0, 2))))
    if draw(st.booleans()):
        order = [*order[: (cut := draw(st.integers(0, len(order))))], "body", *order[cut:]]
    chosen = {name: draw(st.sampled_from(_PARTS_BY_FORM[name])) for name in names}
    day = chosen.pop("issued", None)
    fixed = day == "令和6年4月1日"
    return {
        **chosen,
        "addressees": [chosen["addressees"]] if "addressees" in chosen else [],
        "issued": date(2024, 4, 1) if fixed else None,
        "issued_as": None if fixed else day,
        "remarks": [draw(_remarks) for name in order if name == "remark"],
        "order": order,
    }


@st.composite
def sessions_by_form(draw: st.DrawFn) -> Session:
    """Draw sessions whose heads are told by form, of those that the model takes."""
    ki = draw(st.booleans())
    parts = draw(letters_by_form())
    body: dict[str, Any] = {
        "lead": draw(
            st.lists((blocks | _words).filter(lambda b: not isinstance(b, Detail)), max_size=2)
        ),
        "details": draw(st.lists(details(), min_size=1, max_size=2)),
        "sections": draw(st.lists(sections(), max_size=2)),
        "ki": ki,
        "tail": draw(st.lists(_tail_lines, max_size=4)) if ki else [],
    }
    for order in (parts["order"], None):
        try:
            return Session(**parts | body | {"order": order})
        except ModelError:  # an order that would not be read, or the usual one
            continue
    return Session(title=parts["title"])


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Draw any session that the model takes."""
    title = draw(st.none() | texts | addressees | st.sampled_from(["記", "議長　橋野 太郎　印"]))
    all_details = draw(st.lists(details(), max_size=4))
    ki = draw(st.booleans())
    day = draw(st.just({}) | issues())
    notes = draw(st.lists(blocks | _words | _feet, max_size=2)) if all_details or ki else []
    while notes and isinstance(notes[0], Detail):
        notes.pop(0)
    try:
        return Session(
            title=title,
            number=draw(st.none() | st.integers(1, 9999)) if title else None,
            **day,
            **(draw(st.just({}) | letters(dated=bool(day))) if title else {}),
            lead=draw(
                st.lists(
                    (blocks | _words | _feet).filter(lambda b: not isinstance(b, Detail)),
                    max_size=2,
                )
            ),
            ki=ki,
            signing=draw(st.none() | signings()),
            details=all_details,
            notes=notes,
            sections=draw(st.lists(sections(kinds=draw(st.booleans())), max_size=3)),
            numbering=draw(st.none() | numberings),
            start=draw(st.just(1) | st.integers(1, 30)),
        )
    except ModelError:  # a detail that names a day of an era that had ended, or nothing at all
        return Session(title=draw(texts), sections=draw(st.lists(sections(), max_size=3)))


# Widths of lines, in each of their spellings, the narrow ones more often.
_em = st.integers(4, 20) | st.integers(4, 1000)
widths: st.SearchStrategy[str | float] = st.one_of(
    st.just("page"), _em, _em.map(lambda em: em / 2 + 2), _em.map(lambda em: f"{2 * em}c"),
    _em.map(lambda em: f"{em + 5}c"),
)  # fmt: skip


# Sources: lines as people type them, with any indentation, and any text at all.
_spaces = st.lists(st.sampled_from(["　", " ", "\t", "\u2003"]), max_size=4).map("".join)
_lines = st.tuples(_spaces, texts | st.just(""), _spaces).map("".join)
sources = st.one_of(
    st.lists(_lines, min_size=1, max_size=12).map("\n".join),
    st.lists(st.sampled_from([*SIGNS, "\n", "\n\n", "　"]), max_size=30).map("".join),
    st.text(max_size=60),
)


# Templates: 甲 and 乙 (texts), 数 (a number), 日 (a date) and 名 (people) in every place of lines
# of the notation, and values for them that look like every mark.
TEMPLATE_HEADER = (
    "{# 値：\n甲（文字、必須）\n乙（文字）\n数（番号、必須）\n"
    "日（日付、必須）\n名（氏名、必須）#}\n"
)
_outputs = st.sampled_from(
    [
        *("{{ 甲 }}", "{{ 乙|既定('丙') }}", "{{ 数 }}", "{{ 日 }}", "{{ 名 }}", "{{ 名|つなぐ }}"),
        *("{{ 日|和暦('漢字') }}", "{{ 数|全角 }}", "{{ 数|第N回 }}", "{{ 甲|様 }}", "{{ '1. ' }}"),
        "{% if 乙 %}{{ 乙 }}{% endif %}",
        "{% for x in 名 %}{{ x }}{% endfor %}",
    ]
)
_template_lines = st.tuples(
    _spaces,
    st.lists(_outputs | st.sampled_from(SIGNS), min_size=1, max_size=5).map("".join),
).map("".join)
template_texts = st.lists(_template_lines | st.just(""), min_size=1, max_size=8).map(
    lambda lines: TEMPLATE_HEADER + "\n".join(lines)
)
_shams = [*SIGNS, "\n", "\r\n", "\ud800", "\udc00", "{{ 甲 }}"]
_any_text = st.one_of(
    st.text(max_size=20),
    st.lists(st.sampled_from(_shams), max_size=6).map("".join),
    texts,
)
template_values = st.fixed_dictionaries(
    {
        "甲": _any_text | st.lists(_any_text, max_size=3),
        "乙": _any_text.map(lambda text: f"{text}乙"),
        "数": st.integers(1, 9999) | st.sampled_from(["１２", "第3回"]),
        "日": days | days.map(format_date),
        "名": st.lists(names, min_size=2, max_size=2) | st.just("橋野 出口"),
    }
)

# ---- papers that state a fact in one of the forms that offices use

# How a label and its value stand: LABEL is 日時, SPREAD 日　時, VALUE what is stated.
FORMS = [
    "LABEL：VALUE", "LABEL: VALUE", "LABEL；VALUE", "SPREAD：VALUE", "SPREAD　　VALUE",
    "LABEL　VALUE", "１．LABEL：VALUE", "1.　SPREAD：　VALUE", "１　SPREAD　VALUE",
    "（１）LABEL　　VALUE", "１、LABEL：VALUE", "Ⅰ、LABEL：VALUE", "Ａ．SPREAD\n・VALUE",
    "第１　LABEL\n　VALUE", "1. LABEL\n   VALUE", "①LABEL：VALUE", "LABEL：\nVALUE",
    "SPREAD\nVALUE", "LABEL\n\nVALUE", "LABEL：\n　　VALUE", "LABEL\n　　VALUE", "【LABEL】VALUE",
    "【LABEL】\nVALUE", "［LABEL］VALUE", "[LABEL]\nVALUE", "〔LABEL〕　VALUE", "■LABEL\nVALUE",
    "■LABEL：VALUE", "・LABEL：VALUE", "○LABEL　VALUE", "◎SPREAD\n　VALUE",
    "□　SPREAD　　VALUE", "〇LABEL：VALUE", "◆LABEL\n\nVALUE", "※LABEL：VALUE",
    "●LABEL\n・VALUE", "# LABEL\nVALUE", "## LABEL\n\nVALUE", "## 1. LABEL\n- VALUE",
    "- **LABEL**: VALUE", "**LABEL**：VALUE", "* LABEL: VALUE", "- LABEL\n  - VALUE",
    "｜LABEL｜VALUE｜", "| LABEL | VALUE |", "|項目|内容|\n|---|---|\n|LABEL|VALUE|\n|資料|当日|",
    "LABEL・・・VALUE", "LABEL…VALUE",
]  # fmt: skip
_above = st.sampled_from(
    [
        "皆様にお知らせします。",
        "次のとおり開きます。\n\n持ち物：筆記用具",
        "いつもお世話になっております。",
        "準備が整いました。\n・机を並べます",
    ]
)
_beneath = st.sampled_from(
    [
        "持ち物：筆記用具",
        "\n備考：なし",
        "３．その他\n　特になし",
        "■その他\n特にありません。",
        "\n以上",
        "",
    ]
)
PLACES = [
    "わかば公民館",
    "市民会館　第2会議室",
    "本社3階 会議室A",
    "みどり町1-2-3（駅から徒歩5分）",
    "架空ビル",
    "本堂",
]
_hours = st.sampled_from(["", "14時", "14:00～16:00", "　午後2時から4時まで", "13時30分～15時"])
_named_days = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@st.composite
def schedules_as_typed(draw: st.DrawFn) -> str:
    """Write a day with its weekday and its hours, as offices do."""
    day = draw(_named_days)
    style = draw(st.sampled_from(["era", "western", "slash"]))
    weekday = draw(st.booleans())
    marks = {"era": format_date(day), "western": f"{day.year}年{day.month}月{day.day}日"}
    written = marks.get(style, f"{day.year}/{day.month}/{day.day}")
    written += f"（{'月火水木金土日'[day.weekday()]}）" if weekday or style == "slash" else ""
    return written + draw(_hours)


def _spread(label: str) -> str:
    return "　".join(label)


@st.composite
def papers_with(
    draw: st.DrawFn, labels: list[str], values: st.SearchStrategy[str]
) -> tuple[str, str]:
    """Write a paper that states a value under one of these labels; return both."""
    label, value = draw(st.sampled_from(labels)), draw(values)
    form = draw(st.sampled_from(FORMS))
    lines = form.replace("LABEL", label).replace("SPREAD", _spread(label)).replace("VALUE", value)
    above, beneath = draw(_above), draw(_beneath)
    return f"例会のお知らせ\n\n{above}\n\n{lines}\n{beneath}", value

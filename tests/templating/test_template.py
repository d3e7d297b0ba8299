"""Templates: how they are found, what they say of themselves, and how they are filled in."""

import pickle
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from minutes_gen import Template, load, read_text, render_text
from minutes_gen.errors import FileError, MinutesError, TemplateError, ValuesError
from minutes_gen.model._people import People
from minutes_gen.schedule import Schedule
from minutes_gen.session import Session, Table
from minutes_gen.templating import template
from minutes_gen.templating.template import (
    FOLDER_VARIABLE,
    copy_template,
    template_folder,
    template_names,
    template_path,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
JULY = {"発行日": date(2018, 7, 5), "日時": "平成30年7月10日（火）"}


@pytest.fixture(scope="module")
def june() -> Session:
    """Return the notice of June, whose last section tells of July."""
    return load(EXAMPLES / "june-7-notice.txt")


def filled(text: str, **values: object) -> Session:
    """Fill in a template of one's own."""
    return Template(text, "own.txt").fill(values)


@pytest.mark.parametrize("name", template_names())
def test_each_template_says_what_it_is_for(name: str) -> None:
    """A starter template tells its purpose and its values, and what must be given."""
    starter = Template.load(name)
    assert starter.about
    assert any(value.required for value in starter.values)
    assert "必須" in starter.text


def test_july(june: Session, golden: Callable[[str, str], None]) -> None:
    """The template of June's notice, filled in for July."""
    july = Template.load("staff-training").fill(june, JULY)
    golden("july-notice.txt", render_text(july))
    assert read_text(render_text(july)) == july


def test_values_come_from_the_nearest(june: Session) -> None:
    """What is given comes before what June says, and that before a default; nothing is nothing."""
    training = Template.load("staff-training")
    july = training.fill(june, 題名="全体研修", 参考資料="", 参加者=["橋野 太郎", "出口"])
    assert july.title == "全体研修"
    assert [detail.label for detail in july.details] == ["日時", "場所", "参加者", "担当", "内容"]
    assert july.participants == ("橋野 太郎", "出口")
    assert july.issued is None
    alone = training.fill(日時="未定", 場所="事務室", 内容="甲")
    assert (alone.title, alone.number, alone.issuer) == ("スタッフ研修", None, None)


def test_a_paper_that_nothing_follows() -> None:
    """What a template cannot take from a session is told as a slip."""
    with pytest.raises(ValuesError, match=r"own\.txt: a paper with no title and no details tells"):
        Template("{{ 題名 }}", "own.txt").fill(read_text("1. 甲"))


def test_lines_are_counted_as_an_editor_does() -> None:
    """Line ends of Windows, and blocks that take white space away, shift no line."""
    for text in (
        "{#\r\n#}\r\n甲\r\n日時：{{ x }}",
        "甲\n\n{%- if 1 %}\n\n日時：{{ x }}{% endif %}",
    ):
        with pytest.raises(MinutesError, match=r"own\.txt:[45]: '2018-02-30'"):
            filled(text, x="2018-02-30")


def test_what_is_typed_is_kept() -> None:
    """A spelling is that of whoever gave the value; a typed value is written our way."""
    own = "{{ 発行日 }}\n研修\n\n日時：{{ 日時 }}\n担当：{{ 担当 }}"
    typed = filled(own, 発行日="H30.7.5", 日時="H30.7.10", 担当="金子、阿部")
    assert (typed.issued, typed.issued_as) == (date(2018, 7, 5), "H30.7.5")
    assert typed.details[0].lines == ("H30.7.10",)
    assert typed.details[1].value == People(("金子", "阿部"))
    given = filled(own, 発行日=date(2018, 7, 5), 日時=date(2019, 6, 1), 担当=People(("金子",)))
    assert given.issued_as is None
    assert given.details[0].value == Schedule(2019, 6, 1)
    assert "平成31年6月1日（土）" in render_text(given)


@pytest.mark.parametrize(
    ("text", "values", "problem"),
    [
        ("{{ 場所 }}", {"持所": "x"}, "own.txt: this template has no value '持所'; did you mean"),
        ("甲\n{{ 場所 }}", {}, "own.txt:2: 場所 is missing, and must be given"),
        ("甲\n{{ 場所 }}{{ 日時 }}", {}, "own.txt:2: 場所, 日時 are missing, and must be given"),
        (
            "{{ 題名 }}",
            {"題名": "a\nb"},
            "own.txt:1: 題名: 'a\\nb' has more than one line, and only",
        ),
        ("\n\n　{{ 文 }}", {"文": "a\r\nb"}, "own.txt:3: 文: 'a\\nb' has more than one line"),
        ("{{ 題名 }}", {"題名": "a\x00"}, "own.txt:1: 題名: 'a\\x00' holds U+0000"),
        ("{{ 題名 }}", {"題名": "\udc80"}, "own.txt:1: 題名: '\\udc80' holds U+DC80"),
        ("{{ 題名 }}", {"題名": "あ" * 100_001}, "100001 characters are more than 100000"),
        ("{{ 題名 }}", {"題名": 10**20}, "must be a text, not 100000000000000000000"),
        ("{{ 題名 }}", {"題名": True}, "own.txt:1: 題名: must be a text, not True"),
        ("{{ 題名 }}", {"題名": 10**5000}, "must be a text, not a long int"),
        ("日時：{{ 日時 }}", {"日時": "平成30年2月30日"}, "own.txt:1: 日時: '平成30年2月30日'"),
        ("日時：{{ x }}", {"x": "平成30年2月30日"}, "own.txt:1: '平成30年2月30日': 2月 of 2018"),
        (
            "{{ 発行日 }}",
            {"発行日": "7月5日"},
            "must be a full date, such as 平成30年7月5日, not '7月5日'",
        ),
        ("{{ 発行日 }}", {"発行日": "平成30年2月30日"}, "2月 of 2018 has 28 days"),
        ("{{ 発行日 }}", {"発行日": 5}, "発行日: must be a date, not 5"),
        ("第{{ 回 }}回 研修", {"回": "二"}, "回: must be a number from 1 to 9999, not '二'"),
        ("第{{ 回 }}回 研修", {"回": 10000}, "回: must be a number from 1 to 9999, not 10000"),
        ("担当：{{ 担当 }}", {"担当": ["金子、阿部"]}, "担当: '金子、阿部' holds a comma"),
        ("{% for x in 会員 %}{{ x }}{% endfor %}", {"会員": 5}, "会員: must be a list, not 5"),
        ("{% for x in 会員 %}{{ x.名 }}{% endfor %}", {"会員": [{"氏": "a"}]}, "x has no '名'"),
        (
            "{% for x in 会員 %}{{ x }}{% endfor %}",
            {"会員": [{"氏": "a"}]},
            "x: must be a text, not {'氏': 'a'}",
        ),
        ("{% for x in 題名|様 %}{% endfor %}甲", {"題名": ""}, "題名 is missing"),
        ("{{ 題名 }}：甲", {"題名": "1. "}, "own.txt:1: '1.' is not a label"),
        ("{{ 題名 }}：甲", {"題名": "日 時"}, "own.txt:1: '日 時' holds white space"),
        ("1. ① {{ x }}\n", {"x": ""}, "own.txt:1: x is missing"),
        (
            "｜甲｜\n｜{{ x }}｜",
            {"x": "a｜b"},
            "own.txt:2: x: 'a｜b' holds ｜, which parts the cells",
        ),
        ("｜甲｜\n｜{{ x }}｜", {"x": "a\nb"}, "own.txt:2: x: 'a\\nb' has more than one line"),
        ("{% if x %}{{ x }}{% endif %}", {"x": ""}, "own.txt:1: no text in it"),
        (
            "{% if x %}{% endif %}{{ y.z }}",
            {"y": "a"},
            "own.txt:1: y: must be a record with 'z', not 'a'",
        ),
        ("{% if x > 3 %}{% endif %}", {"x": "a"}, "own.txt:1: 'a' and 3 cannot be compared so"),
        (
            "{{ 日時|曜日 }}",
            {"日時": "平成30年7月"},
            "own.txt:1: 日時|曜日: must be a single day, not '平成30年7月'",
        ),
        ("{% if 日時 %}{% endif %}{{ 日時|曜日 }}", {}, "日時 is missing"),
        ("{% if x %}{% endif %}{{ x|既定|様 }}", {}, "x|既定 has no value, and 様 needs one"),
        ("{% if x %}{% endif %}{% if x|様 %}{% endif %}甲", {}, "x has no value, and 様 needs one"),
    ],
)
def test_each_slip_names_the_value_and_its_line(
    text: str, values: dict[str, object], problem: str
) -> None:
    """What, of which value, in which line of which template."""
    with pytest.raises(MinutesError) as caught:
        filled(text, **values)
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_value_with_a_time_of_day_is_no_date() -> None:
    """A datetime is refused wherever a date would do."""
    for text in ("{{ 発行日 }}", "日時：{{ 日時 }}", "{{ 題名 }}"):
        name = Template(text).values[0].name
        with pytest.raises(ValuesError, match=name):
            filled(text, **{name: datetime(2018, 7, 5, 13, 0)})  # noqa: DTZ001


def test_values_from_json_are_taken_as_they_are() -> None:
    """Lists and records hold texts, numbers, dates and schedules; null is empty."""
    members = [
        {"氏名": "橋野", "日": date(2018, 7, 5), "数": 3, "備考": None, "子": ["a", {"b": "c"}]},
        {"氏名": "出口", "日": Schedule(2018, 7), "数": 12, "備考": "2階", "子": []},
    ]
    table = (
        "｜氏名｜日｜数｜備考｜\n{% for x in 会員 %}\n"
        "｜{{ x.氏名|様 }}｜{{ x.日 }}｜{{ x.数 }}｜{{ x.備考 }}｜\n"
    )
    session = filled(f"1. 名簿\n{table}{{% endfor %}}", 会員=members)
    assert session.sections[0].blocks == (
        Table(
            ["氏名", "日", "数", "備考"],
            [
                ["橋野 様", "平成30年7月5日", "3", ""],
                ["出口 様", "平成30年7月", "12", "2階"],
            ],
        ),
    )
    with pytest.raises(ValuesError, match="more than 4 deep"):
        filled(table + "{% endfor %}", 会員=[[[[[["a"]]]]]])
    with pytest.raises(ValuesError, match="must be a text, not True"):
        filled(table + "{% endfor %}", 会員=[True])


def test_the_number_of_a_session_is_checked() -> None:
    """Where it is a value, it must be one that a session can have."""
    for number in (0, 10000):
        with pytest.raises(ValuesError, match=rf"x\.数: {number} is not a number from 1 to 9999"):
            filled("{% for x in 表 %}第{{ x.数 }}回 甲{% endfor %}", 表=[{"数": number}])


def test_lines_have_the_numbers_of_the_template() -> None:
    """Blocks, comments and loops leave the numbers of the lines behind them right."""
    text = "{# 一\n二 #}\n{% if x %}\n題\n{% endif %}\n\n"
    text += "{% for y in 会員 %}\n　{{ y }}\n{% endfor %}\n　平成\n日時：平成30年2月30日"
    with pytest.raises(MinutesError, match=r"own\.txt:11: '平成30年2月30日'"):
        filled(text, x="1", 会員=["a", "b", "c"])


def test_a_list_of_values_however_it_is_typed() -> None:
    """Names spread by spaces, half-width commas and spaces in brackets are nothing."""
    text = "{#\n値：\n場　所 （ 文字､既定： 事務室 ）　いつもの場所\n数( 番号,必須 )\n-#}"
    text += "{{ 場所 }} {{ 数 }}"
    assert [(v.name, v.required, v.default, v.about) for v in Template(text).values] == [
        ("場所", False, "事務室", "いつもの場所"),
        ("数", True, None, ""),
    ]
    assert Template(text).fill({"場　所": "会議室", "数": 3}).title == "会議室 3"


def test_a_template_lists_its_values() -> None:
    """What a comment lists is held against what the text uses."""
    text = "{# 試し\n値：\n場所（文字、既定：事務室）\n数　（番号、必須） いくつか\n\n以上 #}\n"
    text += "場所：{{ 場所 }}"
    listed = Template(text, "own.txt")
    assert [(v.name, v.required, v.default, v.line) for v in listed.values] == [
        ("場所", False, "事務室", 3),
        ("数", True, None, 4),
    ]
    assert listed.fill(数="３").place == "事務室"
    for wrong, problem in (
        (text.replace("{{ 場所", "{{ 持所"), "own.txt:7: '持所' is not among the values that the"),
        (
            text.replace("（番号", "（番合"),
            "own.txt:4: unknown kind of values '番合'; did you mean '番号'",
        ),
        (
            text.replace("（番号、必須） ", "："),
            "own.txt:4: '数\\u3000：いくつか': a value is listed as",
        ),
        (text.replace("数　", "場所"), "own.txt:4: '場所' is listed twice"),
        (
            text.replace("必須", "既定：甲"),
            "own.txt:4: 数: must be a number from 1 to 9999, not '甲'",
        ),
    ):
        with pytest.raises(TemplateError) as caught:
            Template(wrong, "own.txt")
        assert problem in str(caught.value)


def test_a_template_that_lists_nothing() -> None:
    """What is tested may be missing, labels say the kinds, and a comment is not needed."""
    text = "{% if 題名 %}{{ 題名 }}{% else %}題{% endif %}"
    text += "{{ 場所|既定('甲') }}{{ 場所 }}{{ 開催日時 }}"
    values = {v.name: (v.required, v.kind.name) for v in Template(text).values}
    assert values == {
        "題名": (False, "文字"),
        "場所": (True, "文字"),
        "開催日時": (True, "日時"),
    }
    assert Template("平成").about == Template("{##}平成").about == ""
    assert Template("{# 値：\n甲（文字） #}{{ 甲 }}").about == ""
    assert Template("{{ 場所|既定('甲') }}").fill().title == "甲"


def test_names_are_the_same_in_every_width() -> None:
    """A name is compared after NFKC, as Python's own are."""
    assert filled("{{ ＮＰＯ名 }}", NPO名="甲").title == "甲"
    with pytest.raises(ValuesError, match="no value 'NPO'"):
        filled("{{ ＮＰＯ名 }}", ＮＰＯ="甲")


def test_a_template_is_a_value() -> None:
    """Templates are equal if their texts are, and go to another process as texts."""
    own = Template("{{ 題名 }}", "own.txt")
    assert pickle.loads(pickle.dumps(own)) == own
    assert pickle.loads(pickle.dumps(own)).fill(題名="甲").title == "甲"


def test_templates_are_found_in_a_wheel_and_in_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed package carries them; a checkout has them at its top."""
    package = tmp_path / "src" / "minutes_gen"
    package.mkdir(parents=True)
    monkeypatch.setattr(template, "__file__", str(package / "templating" / "template.py"))
    assert template_folder.__wrapped__() == tmp_path / "templates"
    (package / "templates").mkdir()
    assert template_folder.__wrapped__() == package / "templates"


def test_a_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An own template comes before the starter of its name, by argument or by environment."""
    own = tmp_path / "own"
    copied = copy_template("staff-training", own)
    (own / "tea.txt").write_bytes("{# 茶話会 #}{{ 題名 }}".encode("cp932"))
    assert {"tea", *template_names()} == set(template_names(own))
    assert template_path("staff-training", own) == Path(copied)
    assert Template.load("tea", own).about == Template.load(str(own / "tea.txt")).about == "茶話会"
    monkeypatch.setenv(FOLDER_VARIABLE, str(own))
    assert Template.load("tea").source == "tea.txt"
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "no"))
    with pytest.raises(FileError, match="no' is not a folder of templates"):
        Template.load("tea")


def test_a_copy_harms_nothing(tmp_path: Path) -> None:
    """What stands there is kept, and what cannot be written is one line."""
    copied = Path(copy_template("staff-training", tmp_path))
    copied.write_text("mine", encoding="utf-8")
    with pytest.raises(FileError, match="is there already, and is kept"):
        copy_template("staff-training", tmp_path)
    assert copied.read_text(encoding="utf-8") == "mine"
    with pytest.raises(FileError, match="cannot be written"):
        copy_template("staff-training", copied / "below")


def test_a_template_that_is_none() -> None:
    """A slip in a name is pointed out, and no name leads out of the folder."""
    with pytest.raises(FileError, match="did you mean 'staff-training'"):
        Template.load("staff-trainning")
    with pytest.raises(FileError, match="there is no template"):
        Template.load("../examples/june-7-notice")
    with pytest.raises(FileError, match="cannot be read"):
        Template.load("nothing.txt")

"""What a line is about: the role of the label (見出し語) that it begins with.

Beside the words of `LABELS`, which the notation knows, a label may have a form: 第3回総会開催日時
ends in 日時. How label and value are parted is form, too:

>>> split_label("日　時　　平成30年6月9日")
Labelled(role=<Role.SCHEDULE: 'schedule'>, label='日時', value='平成30年6月9日', place_too=False)
>>> split_label("【日時・場所】令和5年2月11日").place_too, split_label("３ 場所を決めた。") is None
(True, True)
"""

import re
from functools import lru_cache
from typing import NamedTuple

from minutes_gen.facts._text import bare, flat
from minutes_gen.model.roles import LABELS, Role

_LONGEST = 32  # characters, white space aside; what is longer is a sentence

_JOINED = "(?:[・/／、と]|及び|および|並びに|ならびに)"
_WHEN = r"(?:日時等?|期日|年月日|開催日|実施日|とき)"
_WHERE = r"(?:場所|会場|開催地|ところ)"
# Labels by their form, white space taken out; the first that fits counts.
_FORMS: tuple[tuple[Role | None, str], ...] = (
    (
        Role.NEXT,
        (
            r"(?:次回|次会|次の会議)(?:の|は|、)?\S{0,10}?(?:開催|予定|日程|日時|会議|会|例会|MTG|ミーティング|打ち?合わ?せ)?"
            r"(?:の?(?:日時|日程|予定日?|開催日?|について|案))*(?:\(予定\)|\(案\))?|nextmeeting"
        ),
    ),
    (
        Role.ISSUED,
        r"(?:発行|作成|発信|公開|記録|送信|投稿|更新|掲載|送付)(?:日時?|年月日)|日付",
    ),
    (Role.DEADLINE, r"\S{0,8}(?:締め?切り?|〆切り?|期限)日?(?:時)?"),
    (Role.BEGINNING, r"(?:開会|開始|開議)(?:時刻|時間)?"),
    (Role.ENDING, r"(?:閉会|散会|終了|終会)(?:時刻|時間)?"),
    (
        Role.SCHEDULE,
        rf"\S{{0,10}}{_WHEN}(?:・?曜日)?|\S{{2,10}}開催日程|日|(?:開催)?日程|いつ|date|when|開催|開催予定日?",
    ),
    (Role.HOURS, r"(?:開催|実施|講演)?(?:時間|時刻)|time"),
    (
        Role.PLACE,
        rf"(?:開催|実施|会議|招集|開会の?|総会|講演会?|研修|集合)?の?{_WHERE}|行き?先|どこ|where|venue|location|place",
    ),
    (Role.PROXIES, r"\S{0,6}委任(?:状|者)\S{0,6}"),
    (Role.WRITTEN, r"書面(?:表決|議決|出席|決議|参加)者?数?|議決権行使書\S{0,4}"),
    (
        Role.ABSENT,
        r"(?:ご?欠席|不参加)\S{0,4}?者?(?:氏名|数)?|欠員|休んだ人|来なかった人|\S{2,26}欠席者",
    ),
    (
        Role.OBSERVERS,
        (
            r"オブザーバー?(?:出席|参加|者)*|傍聴\S{0,4}|陪席者?|(?:出席)?説明員|説明のため\S{0,10}|職務のため\S{0,12}"
            r"|来賓|事務局(?:職員|出席者?)?|(?:市|町|村|区|県)?議会事務局"
        ),
    ),
    (
        Role.PARTICIPANTS,
        (
            r"(?:ご|当日|現地|本日の|会議の)?(?:出席|参加|参集)(?!対象|希望|申|資格|費|料|方法|予定|無料)(?:した|の)?"
            r"(?:\S{0,6}?(?:者|委員|理事|議員|役員|会員|メンバー|監事|監査役|取締役|社員|代議員|評議員|人数|人員|団体))?"
            r"(?:等|及び欠席者|・欠席者|・欠席)?(?:の?氏名|の?数|一覧|名簿)?|メンバー|出欠|(?:来た|出た|集まった|参加した)人|\S{2,26}出席者|attendees?|participants?"
        ),
    ),
    (
        Role.TOTAL,
        r"\S{0,8}(?:総数|定数|在籍数|現在数)|\S{1,14}(?:委員|理事|会員|議員|役員|組合員|評議員|取締役|監査役)数",
    ),
    (Role.QUORUM, r"定足数(?:の確認|の報告|報告)?"),
    (
        Role.CONTENT,
        (
            r"(?:本日の|主な|今回の|当日の)?(?:議題|議案|次第|会議次第|アジェンダ|付議(?:事項|案件)|協議(?:事項|題)|審議(?:事項|案件)|検討事項"
            r"|案件|会議に付した(?:事件|案件)|議事次第|議事日程|議事内容|会議内容|agenda|topics?)(?:等|一覧)?|議事|(?:説明(?:する)?)?内容|プログラム"
        ),
    ),
    (
        Role.DECISION,
        r"(?:主な)?(?:決定|合意|確認)(?:した)?(?:事項|内容)?|決めたこと|決まったこと|結論|decisions?",
    ),
    (
        Role.ACTION,
        (
            r"宿題(?:事項)?|(?:担当|今後の|残)?タスク(?:一覧)?|tasks?|to-?do(?:リスト|s|list)?|(?:ネクスト)?アクション(?:アイテム|プラン)?|(?:next)?action(?:item)?s?"
            r"|(?:これから|今後)(?:やる|する)こと|手分け|実施項目|持ち?帰り(?:事項)?|対応事項|要対応(?:事項)?|やること|次回まで(?:に|の)?(?:宿題|課題|タスク|やること|すること)?|課題"
        ),
    ),
    (Role.PENDING, r"(?:保留|継続|持ち?越し)(?:審議|検討)?(?:事項)?"),
    (
        Role.CONTACT,
        r"お?問い?合わ?せ先?|連絡先|(?:お?申し?込み?(?:・|、)?)?(?:お?申し?込み?|お?問い?合わ?せ)先|TEL|FAX|電話(?:番号)?|E-?mail|メール(?:アドレス)?|事務担当|担当課|電話|URL",
    ),
    # What else papers put behind a label: it ends what the label before it has.
    (
        None,
        (
            r"持ち?物|持参\S{0,3}|(?:参加|会)費|費用|参加料|対象者?|定員|添付\S{0,4}|備考|その他|趣旨|目的|服装|申し?込み?方法|申し?込み?|講師|主催者?|共催|後援"
            r"|テーマ|資料|(?:配布|配付|提出|参考)資料|公開\S{0,6}|報告(?:事項)?|経過|議事の経過\S{0,8}|質疑(?:応答)?|お願い|成立\S{0,4}|件名|宛先|差出人|発信者?|title|author|tags"
            r"|要約|概要|まとめ|感想|特記事項|議事録署名\S{0,2}|前回\S{0,8}|会議の成立|雨天\S{0,4}|交通\S{0,4}|アクセス|電車|車|懇親会|講演会|議決事項"
        ),
    ),
)
_FORM = re.compile(
    "|".join(f"(?P<f{index}>{form})" for index, (_, form) in enumerate(_FORMS)).replace(
        r"\S", r"[^\s()]"
    ),
    re.IGNORECASE,
)
_ROLES = {f"f{index}": role for index, (role, _) in enumerate(_FORMS)}
_BOTH = re.compile(
    rf"(?:開催)?(?:{_WHEN}|日程){_JOINED}(?:開催|実施)?{_WHERE}(?:{_JOINED}\S{{1,6}})?|{_WHERE}{_JOINED}(?:{_WHEN}|日程)"
)
_AROUND = re.compile(r"^[\[【［〔<＜(《]+|[\]】］〕>＞)》]+$|[:;*]+$")


class Labelled(NamedTuple):
    """A label and the value behind it, perhaps empty; the role is None for 持ち物 and the like.

    `place_too` says that one label is for day and place (日時・場所).
    """

    role: Role | None
    label: str
    value: str
    place_too: bool = False


@lru_cache(maxsize=2048)
def role_by_form(label: str) -> tuple[bool, Role | None, bool]:
    """Say whether a text (no white space in it) is a label, its role, and if place is meant too.

    >>> role_by_form("開催期日"), role_by_form("持ち物"), role_by_form("会場を決めた")
    ((True, <Role.SCHEDULE: 'schedule'>, False), (True, None, False), (False, None, False))
    """
    if label in LABELS and LABELS[label] in _KNOWN:
        return True, LABELS[label], False
    name = _AROUND.sub("", flat(label))
    if _BOTH.fullmatch(name):
        return True, Role.SCHEDULE, True
    match = _FORM.fullmatch(name)
    if match is None or match.lastgroup is None:
        last = _AND.split(name)[-1]
        if last != name and role_by_form(last)[1] is Role.CONTENT:
            return True, Role.CONTENT, False
        known = LABELS.get(name)
        return known is not None, known, False
    return True, _ROLES[match.lastgroup], False


_AND = re.compile(_JOINED)

# Of LABELS the words that say by themselves what they are; the others have forms of their own.
_KNOWN = frozenset(
    {Role.SCHEDULE, Role.PLACE, Role.CHAIR, Role.RECORDER, Role.SIGNERS, Role.ACTION}
)

_BRACKETED = re.compile(
    r"[【［\[〔《＜<]\s*([^】］\]〕》＞>]{1,24}?)\s*[】］\]〕》＞>]\s*[:：]?\s*(.*)", re.DOTALL
)
_COLON = re.compile(r"([^:：;；。「」]{1,30}?)\s*[:：;；]\s*(.*)", re.DOTALL)
_NOTED = re.compile(r"(.{1,20}?)\s*([（(［\[][^（()）\[\]［］]{1,24}[）)］\]])\s*", re.DOTALL)
_DOTS = re.compile(r"(?<=\S)\s*(?:[・･]{2,}|…+|‥+|\.{3,})\s*(?=\S)")
_GAP = re.compile(r"[ \t　]+")
# How a value begins that stands one half-width space behind its label.
_DAYS = frozenset({Role.SCHEDULE, Role.HOURS, Role.ISSUED})
_BEGINS_DAY = re.compile(r"[0-9０-９]|令和|平成|昭和|午前|午後|[一二三四五六七八九十]+[月年日時]")


def split_label(text: str) -> Labelled | None:
    """Part a line into label and value, however they are parted; None where no label is known.

    >>> split_label("開催日と場所：6/9 会議室").place_too, split_label("出席者（敬称略）").value
    (True, '（敬称略）')
    """
    if len(text) > _LONGEST and not _PARTED.search(text, 0, 2 * _LONGEST):
        return None
    if text[:1] in _BRACKETS and (match := _BRACKETED.match(text)):
        found = _labelled(match[1], match[2])
        if found:
            return found
    if match := _COLON.match(text):
        found = _labelled(match[1], match[2]) or _noted(match[1], match[2])
        if found:
            return found
    if _is_one_word(text) and (found := _labelled(text, "")):
        return found
    if len(text) <= 2 * _LONGEST and (found := _noted(text, "")):
        return found
    return _spaced(text)


def _is_one_word(text: str) -> bool:
    """Say whether a text is one word, perhaps spread: 出席者, 日　時, not 出席委員　十七名."""
    words = text.split() if len(text) <= 3 * _LONGEST else []
    return len(words) == 1 or (len(words) > 1 and all(len(word) == 1 for word in words))


# What parts a label from its value; a line without it is a label alone, or none.
_PARTED = re.compile(r"[\s:：;；【［\[〔《＜<（(・…‥.]")
_BRACKETS = frozenset("【［[〔《＜<")


def _labelled(written: str, value: str) -> Labelled | None:
    label = bare(written)
    if not label or len(label) > _LONGEST:
        return None
    known, role, place_too = role_by_form(label)
    return Labelled(role, label, value, place_too) if known else None


def _noted(written: str, value: str) -> Labelled | None:
    """Read a label with a note in brackets, which goes before the value: 出席者（9名）."""
    match = _NOTED.fullmatch(written[: 3 * _LONGEST])
    return _labelled(match[1], f"{match[2]}{value}") if match else None


def _spaced(text: str) -> Labelled | None:
    """Read a label with white space or dots behind it: 日　時　　平成30年, 次回・・・3月11日."""
    best = None
    gaps = [m for form in (_GAP, _DOTS) for m in form.finditer(text, 0, 2 * _LONGEST)]
    for gap in gaps:
        words = text[: gap.start()].split()
        label, value = "".join(words), text[gap.end() :]
        spread = len(words) == 1 or all(len(word) == 1 for word in words)
        if not (spread and value and 1 < len(label) <= _LONGEST):
            continue
        found = _labelled(label, value) or _noted(text[: gap.start()], value)
        wide = gap[0] != " "
        if found and (wide or (found.role in _DAYS and _BEGINS_DAY.match(value))):
            best = found
    return best


def split_narrow(text: str) -> Labelled | None:
    """Part a label from its value at a single space, which for itself says nothing.

    >>> split_narrow("場所 会議室"), split_label("場所 会議室") is None
    (Labelled(role=<Role.PLACE: 'place'>, label='場所', value='会議室', place_too=False), True)
    """
    label, space, value = text.partition(" ")
    return _labelled(label, value.strip()) if space and value and len(label) > 1 else None


_FURTHER = re.compile(r"[\s、,／/]+([^\s:：、,。／/0-9０-９]{2,10})\s*[:：]")
_FURTHER_WIDE = re.compile(r"(?:　|  |\t)+([^\s:：、,。]{2,8})(?:　|  |\t)+(?=\S)")


def split_labels(text: str) -> list[Labelled]:
    """Part a line that may hold several labels: 日時：6月9日　場所：会議室.

    >>> [found.value for found in split_labels("日時：6月9日　場所：会議室")]
    ['6月9日', '会議室']
    """
    first = split_label(text)
    if first is None:
        return []
    found = [first]
    while found[-1].role in _CUT:
        value = found[-1].value
        cut = next(filter(None, (_cut(form, value) for form in (_FURTHER, _FURTHER_WIDE))), None)
        if cut is None:
            break
        found[-1] = found[-1]._replace(value=cut[0])
        found.append(cut[1])
    return found


# Values that another label may follow on their line; in names and sentences it may be a word.
_CUT = frozenset({Role.SCHEDULE, Role.PLACE, Role.TOTAL, Role.CHAIR, Role.HOURS})


_CUT_WITHIN = 200  # characters of a value


def _cut(form: re.Pattern[str], value: str) -> tuple[str, Labelled] | None:
    for match in form.finditer(value, 0, _CUT_WITHIN):
        known, role, both = role_by_form(match[1])
        if known and (role in _CUTS or (role is None and form is _FURTHER)):
            return value[: match.start()], Labelled(role, match[1], value[match.end() :], both)
    return None


_CUTS = frozenset(
    {
        Role.SCHEDULE,
        Role.PLACE,
        Role.HOURS,
        Role.PARTICIPANTS,
        Role.TOTAL,
        Role.CONTACT,
        Role.CHAIR,
        Role.RECORDER,
        Role.SIGNERS,
    }
)

"""Where they met (場所): under a label, behind the day, or in the sentence that tells of it."""

import re
from typing import NamedTuple

from minutes_gen.facts._labels import split_label
from minutes_gen.facts._lines import Kind, Line, below, is_empty
from minutes_gen.facts._page import Page, days_in
from minutes_gen.facts._when import When
from minutes_gen.model._detail import Detail
from minutes_gen.model.roles import Role


class Where(NamedTuple):
    """A place and the line that names it."""

    place: str
    at: int


def find_where(page: Page, when: When | None) -> Where | None:
    """Find where they met; None where no form says so."""
    return _with_day(page, when) or _labelled(page) or _beside_day(page, when)


def _labelled(page: Page) -> Where | None:
    """Find the value of the first label; where they gather (集合場所) counts where no other is."""
    here = [i for i, line in enumerate(page.lines) if line.role is Role.PLACE and not page.ahead[i]]
    for index in sorted(here, key=lambda at: page.lines[at].label.startswith(_GATHERING)):
        line = page.lines[index]
        if isinstance(line.block, Detail) and line.block.role is Role.PLACE and line.value:
            if line.value == line.block.lines[0]:
                return Where("\n".join(line.block.lines), index)
            return Where(line.value, index)
        under = [other for other in below(page.lines, index, 3) if not is_empty(other)]
        texts = [line.value.strip()] if line.value else []
        texts += [other.body.strip() for other in under]
        if not texts or _SENTENCE.search(texts[0]):
            continue
        more = texts[1:2] if line.kind is Kind.HEADING and _continues(under, line) else []
        return Where("\n".join([_without_mark(texts[0]), *more]), index)
    return None


_GATHERING = "集合"
_SENTENCE = re.compile(r"[。、]$|(?:です|ます|した)$")
_ASIDE = re.compile(r"[。※＊*:：]|^[（(・]|電話|TEL|https?|他の|徒歩", re.IGNORECASE)
_LONGEST = 30


def _continues(under: list[Line], line: Line) -> bool:
    """Say whether the line below is more of the place, and not a remark on it."""
    more = under[0] if line.value and under else None
    return bool(
        more
        and not more.labelled
        and not more.mark
        and len(more.text) <= _LONGEST
        and not _ASIDE.search(more.text)
    )


_NUMBERED = re.compile(r"[（(]?[0-9０-９]{1,2}[）)]\s*")


def _without_mark(text: str) -> str:
    return _NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text


# ---- behind the day

_FACILITY = re.compile(
    r"[^\s、。:：]{1,24}?(?:室|館|センター|ホール|会議所|集会所|事務所|事務局|庁舎|ホテル|荘|教室|本社|支社|本部|学校|公園|広場|役場|役所|堂|殿|寺|神社"
    r"|店|カフェ|ビル|プラザ|ルーム|会場|キャンパス|大学|スタジオ|[0-9０-９]階|オンライン|Zoom|ZOOM|zoom|Ｚｏｏｍ|Teams|Meet|ウェブ会議)"
    r"(?:[0-9０-９]{1,2}[FＦ階]\S{0,10})?(?:[\s　（(].{0,30})?"
)
_AT = re.compile(r"^\s*[@＠]\s*(\S.{0,40}?)$|(?:^|[\s、,，])(?:於|於：)\s*(\S.{0,40}?)$")
_IN = re.compile(
    r"(?:から|より|に|、|，|\s|^)([^、。，\s]{2,30}?)(?:において|に於いて|にて|で(?=[^。]{0,24}(?:開催|開か|開き|開い|行|実施))|に(?=お?集ま))"
)
_EDGES = " \t　[]［］【】〔〕、,，~～〜-－ー/／"


def _with_day(page: Page, when: When | None) -> Where | None:
    """Find the place under the label that is for day and place (日時・場所)."""
    if when is None or not when.labelled:
        return None
    labels = [i for i in range(when.at, -1, -1) if page.lines[i].role is Role.SCHEDULE]
    if not labels or not page.lines[labels[0]].place_too:
        return None
    rest = _after_hours(when.rest)
    if len(rest) > 1:
        return Where(rest, when.at)
    for at, line in enumerate(below(page.lines, labels[0]), start=labels[0] + 1):
        behind = _after_hours(line.body) if at > when.at else ""
        if len(behind) > 1 and not days_in(behind):
            return Where(behind, at)
    return None


def _after_hours(text: str) -> str:
    """Take hours from before a text: ' 19：30～公民館にて' is 公民館."""
    found = next((found for found in days_in(text) if found.start <= 2), None)
    text = text[found.end :] if found else text
    return _TAIL.sub("", text.strip(_EDGES)).strip(_EDGES)


_TAIL = re.compile("(?:にて|において|で)$")


def _beside_day(page: Page, when: When | None) -> Where | None:
    if when is None:
        return None
    line = page.lines[when.at]
    rest = when.rest.strip()
    if match := _AT.search(rest):
        return Where((match[1] or match[2]).strip(_EDGES + "）)"), when.at)
    if when.labelled:
        return None
    if line.kind is not Kind.TITLE and "。" not in line.text:
        alone = _after_hours(rest)
        if _FACILITY.fullmatch(alone):
            return Where(alone, when.at)
        under = page.lines[when.at + 1] if when.at + 1 < len(page.lines) else None
        plain = under and not under.labelled and not under.mark and not split_label(under.text)
        if under and plain and _FACILITY.fullmatch(under.text):
            return Where(under.text, when.at + 1)
    match = _IN.search(rest[:120])
    return Where(match[1], when.at) if match else None

"""The laws of the notation, for every session and every text."""

from datetime import date
from itertools import product

import pytest
from hypothesis import assume, example, given, settings

from minutes_gen.errors import ModelError, NotationError
from minutes_gen.formats.notation.reader import read_text
from minutes_gen.formats.notation.writer import render_text
from minutes_gen.model._foot_forms import read_signer
from minutes_gen.model._marks import (
    Kind,
    is_rule,
    read_mark,
    read_numbered_title,
    split_row,
    unescape,
)
from minutes_gen.session import Detail, Section, Session
from strategies import sessions, sessions_by_form, sources


def written(session: Session) -> str:
    """Write a session in the notation."""
    return render_text(session)


@settings(max_examples=400)
@given(sessions())
@example(Session(title="研修", lead=["第2回 の後で"]))
@example(Session(lead=["平成30年6月7日"]))
@example(Session(lead=["平成30年2月30日"]))
@example(Session(sections=[Section("6.7", number=2018)]))
@example(Session(sections=[Section("年6月7日", number=2018)], numbering=("１",)))
@example(Session(sections=[Section("回想")], numbering=("第１",)))
@example(Session(sections=[Section("a", number=9999)]))
@example(Session(lead=["理事各位"], sections=[Section("題", numbered=False)]))
@example(Session(details=[Detail("メモ", "x")], lead=["場所：", "｜甲｜"]))
def test_what_is_written_is_read_back(session: Session) -> None:
    """read(render(s)) == s for every session."""
    assert read_text(written(session)) == session


@settings(max_examples=400)
@given(sessions_by_form())
def test_heads_told_by_form_are_read_back(session: Session) -> None:
    """The law holds for heads in any order, with remarks, with a foot, and with a tail."""
    assert read_text(written(session)) == session


@pytest.mark.parametrize("title", ["研修", "【研修】", "理事会議事録", "第三回役員会"])
@pytest.mark.parametrize("issuer", [None, "甲", "みどり会", "研修のお知らせ", "会長"])
@pytest.mark.parametrize("number", [None, 1])
@pytest.mark.parametrize("addressees", [(), ("甲 様",), ("みどり会", "会長 乙 様")])
def test_every_combination_of_a_head_is_read_back(
    title: str, issuer: str | None, number: int | None, addressees: tuple[str, ...]
) -> None:
    """Whatever stands beside whatever in a head, it is read back."""
    for signatory in [(), ("会長",), ("乙", "丙")] if issuer else [()]:
        for reference, issued in product((None, "事務連絡", "5"), (None, date(2018, 6, 7))):
            try:
                session = Session(
                    title=title,
                    issuer=issuer,
                    number=number,
                    addressees=addressees,
                    signatory=signatory,
                    reference=reference,
                    issued=issued,
                    lead=["各位"],
                )
            except ModelError:  # a number that is not the title's; a reference without a day
                continue
            assert read_text(written(session)) == session


@settings(max_examples=400)
@given(sources)
@example(" \ufeffR1年5月1日")
@example("　\\平成30年6月7日")
@example(" 【宿題】")
@example("・甲\n     一　甲\n  【x】\n （１）　甲")
@example("(1) 乙\n　ア　丁\n【a】\n　２　乙")
@example("　第１　回想")
def test_writing_what_was_read_is_stable(source: str) -> None:
    """render(read(t)) changes nothing when it is done again, for every text."""
    try:
        once = written(read_text(source))
    except NotationError:
        assume(condition=False)
    assert written(read_text(once)) == once


def content(line: str) -> str:
    """Take away what a line begins with and is no text: `\\`, a mark, a label, 第N回."""
    escaped, text = unescape(line.strip())
    if escaped:
        return text
    if numbered := read_numbered_title(text):
        return numbered[1]
    if signer := read_signer(text):  # a line to sign on is a mark
        return f"{signer.role}{signer.name or ''}{signer.seal or ''}"
    mark = read_mark(text)
    if mark.kind is Kind.ROW:
        return "" if is_rule(text) else "".join(split_row(text))
    return mark.sign + mark.rest if mark.kind is Kind.DETAIL else mark.rest


@settings(max_examples=400)
@given(sources)
@example("１０、 2回目\n・ ・5. \n　例) ① 1.5倍")
def test_nothing_is_lost(source: str) -> None:
    """Every character that is not white space, a mark or a label stands in the output, in order."""
    try:
        output = iter(render_text(read_text(source)))
    except NotationError:
        assume(condition=False)
    # A line that stands where no mark is read is kept whole, so that less is asked of it here.
    expected = "".join(
        content(line) for line in source.removeprefix("\ufeff").splitlines() if line.strip()
    )
    assert all(character in output for character in "".join(expected.split()))

"""The foot of minutes: who signs."""

from datetime import date

import pytest
from hypothesis import given

from minutes_gen import read_text, render_text
from minutes_gen.errors import ModelError
from minutes_gen.model._foot_forms import Place, Signer, Signing, place_of, read_signer, spread_role
from minutes_gen.session import Session
from strategies import signers


@pytest.mark.parametrize(
    ("line", "signer"),
    [
        ("議　長　橋野　太郎　㊞", Signer("議長", "橋野　太郎", "㊞")),
        ("取　締　役　森　一　（印）", Signer("取締役", "森　一", "（印）")),
        ("議事録署名人　＿＿＿＿　印", Signer("議事録署名人")),
        ("議事録署名人　　　　　　　印", Signer("議事録署名人")),
        ("監事 出口 ＿＿＿＿ 印", Signer("監事", "出口")),
        ("監事　____", Signer("監事", seal=None)),
        ("甲　印", Signer("甲")),
        ("氏名　＿＿＿＿", None),
        ("議長　橋野　＿＿＿＿", None),
        ("議長　橋野", None),
        ("議長：橋野　印", None),
        ("・議長　印", None),
        ("第1回　印", None),
        ("\\議長　印", None),
        ("議長 ＿＿ ＿＿ 印", None),
        ("印", None),
        ("議長　" + "甲" * 60 + "　印", None),
    ],
)
def test_lines_to_sign_on(line: str, signer: Signer | None) -> None:
    """A role, a name or a line, and a seal; a line without a seal needs a role that signs."""
    assert read_signer(line) == signer


@given(signers())
def test_a_signer_is_read_as_he_is_written(signer: Signer) -> None:
    """read(line) == signer, however wide the role is spread."""
    assert read_signer(signer.line) == signer
    for em in (0, 6, 12):
        rest = signer.line.removeprefix(signer.role)
        assert read_signer(spread_role(signer, em) + rest) == signer


def test_long_and_short_stand_in_one_foot() -> None:
    """White space that a long name beside it asks for makes no line too long."""
    long, short = Signer("甲", "乙" * 50), Signer("議事録署名人丙丁戊己庚", "辛")
    session = Session(title="会", signing=Signing([long, short]))
    assert read_text(render_text(session)) == session


@pytest.mark.parametrize(
    ("line", "below", "place"),
    [
        ("議長　印", None, Place.SIGNER),
        ("議長　印", Place.DAY, None),
        ("平成30年6月12日", Place.SIGNER, Place.DAY),
        ("平成30年6月12日", Place.DAY, None),
        ("上記のとおり相違ない。", Place.DAY, Place.STATEMENT),
        ("上記のとおり相違ない。", Place.SIGNER, Place.STATEMENT),
        ("上記のとおり相違ない。", Place.STATEMENT, None),
        ("上記のとおり", Place.SIGNER, None),
        ("上記：甲。", Place.SIGNER, None),
    ],
)
def test_places(line: str, below: Place | None, place: Place | None) -> None:
    """Statement, day and signers, each once and in this order."""
    assert place_of(line, below) is place


@pytest.mark.parametrize(
    ("make", "path", "problem"),
    [
        (lambda: Signer("議長", seal="判"), "seal", "must be 印"),
        (lambda: Signer("議長", "橋野", None), "role", "would not be read as role '議長'"),
        (lambda: Signing([]), "signers", "is nobody"),
        (lambda: Signing(["議長"]), "signers[0]", "none of the allowed"),  # type: ignore[list-item]
        (lambda: Signing([Signer("議長")], "終わり。"), "statement", "is not a statement"),
        (
            lambda: Signing([Signer("議長")], None, date(2018, 6, 12), day_as="H30.6.13"),
            "day_as",
            "does not say 2018-06-12",
        ),
        (lambda: Session(title="x", signing="議長"), "signing", "must be a Signing"),  # type: ignore[arg-type]
    ],
)
def test_what_a_foot_refuses(make: object, path: str, problem: str) -> None:
    """The error names the field and what is wrong with it."""
    with pytest.raises(ModelError, match=problem) as caught:
        make()  # type: ignore[operator]
    assert caught.value.path == path

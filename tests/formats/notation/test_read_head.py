"""The head of a notice: which lines are reference, addressees, issuer and signatory."""

from datetime import date

import pytest

from minutes_gen import read_text
from minutes_gen.errors import NotationError
from minutes_gen.session import Bullet, Detail, Paragraph, Session

DAY = date(2018, 7, 2)


@pytest.mark.parametrize(
    ("text", "session"),
    [
        (
            "総発第1号\n平成30年7月2日\n研修",
            Session(reference="総発第1号", issued=DAY, title="研修"),
        ),
        ("総発第1号\n研修", Session(reference="総発第1号", title="研修")),
        ("\\30-5\n平成30年7月2日\n研修", Session(reference="30-5", issued=DAY, title="研修")),
        ("理事各位\n研修", Session(addressees=["理事各位"], title="研修")),
        ("　理事各位\n　　甲 様\n\n研修", Session(addressees=["理事各位", "甲 様"], title="研修")),
        ("甲会\n会長 乙 様\n\n研修", Session(addressees=["甲会", "会長 乙 様"], title="研修")),
        ("市\n甲会\n乙 様\n研修", Session(addressees=["市", "甲会", "乙 様"], title="研修")),
        ("\\・甲\n乙 様\n研修", Session(addressees=["・甲", "乙 様"], title="研修")),
        ("甲 様\n第2回研修", Session(addressees=["甲 様"], title="研修", number=2)),
        (
            "甲 様\nあしや会\n理事長　橋野　太郎\n研修",
            Session(
                addressees=["甲 様"],
                issuer="あしや会",
                signatory=["理事長　橋野　太郎"],
                title="研修",
            ),
        ),
        (
            "甲 様\nあしや会\n芦屋市公光町5\n事務局\n会長\n橋野 太郎\n第2回研修\n乙",
            Session(
                addressees=["甲 様"],
                issuer="あしや会",
                signatory=["芦屋市公光町5", "事務局", "会長", "橋野 太郎"],
                title="研修",
                number=2,
                lead=["乙"],
            ),
        ),
        ("甲\n\\乙\n丙", Session(issuer="甲", signatory=["乙"], title="丙")),
    ],
)
def test_letters(text: str, session: Session) -> None:
    """What the form and the place of a line say it is."""
    assert read_text(text) == session


@pytest.mark.parametrize(
    ("text", "session"),
    [
        # Nothing that could be a title stands below.
        ("総発第1号", Session(title="総発第1号")),
        ("総発第1号\n平成30年7月2日", Session(title="総発第1号", lead=["平成30年7月2日"])),
        ("理事各位\n場所：x", Session(title="理事各位", details=[Detail("場所", "x")])),
        ("　総発第1号\n研修", Session(lead=["総発第1号", "研修"])),
        ("甲会\n理事各位", Session(issuer="甲会", title="理事各位")),
        # A gap, or too many lines, part an organisation from the name.
        ("甲会\n\n乙 様\n研修", Session(issuer="甲会", title="乙 様", lead=["研修"])),
        ("甲\n乙\n丙\n丁 様\n戊", Session(issuer="甲", title="乙", lead=["丙", "丁 様", "戊"])),
        ("第2回研修\n乙 様\n丙", Session(title="研修", number=2, lead=["乙 様", "丙"])),
        # Offices sign letters only.
        ("甲会\n会長 乙\n丙", Session(issuer="甲会", title="会長 乙", lead=["丙"])),
        ("甲会\n研修\n会長 乙", Session(issuer="甲会", title="研修", lead=["会長 乙"])),
        (
            "甲 様\n甲会\n研修\n乙\n丙\n会長 丁\n戊",
            Session(
                addressees=["甲 様"],
                issuer="甲会",
                title="研修",
                lead=["乙", "丙", "会長 丁", "戊"],
            ),
        ),
        # A `\` on top is a reference only above a day.
        ("\\30-5\n研修", Session(issuer="30-5", title="研修")),
    ],
)
def test_what_is_no_letter(text: str, session: Session) -> None:
    """Without good evidence a head is read as one of day, issuer and title."""
    assert read_text(text) == session


def test_the_day_below_a_reference_is_checked() -> None:
    """It is the day of the paper, and must be one."""
    with pytest.raises(NotationError, match=r"x:2: .* has 28 days"):
        read_text("総発第1号\n平成30年2月30日\n研修", source="x")


X = Detail("場所", "x")
POINT = Bullet("甲")


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("　文\n　　　記\n場所：x\n　　以　上", Session(lead=["文"], details=[X], ki=True)),
        ("研修\n記\n・甲\n以上", Session(title="研修", notes=[POINT], ki=True)),
        ("記\n場所：x\n\n　　　以上", Session(details=[X], ki=True)),
        ("・甲\n　　記\n場所：x\n以上", Session(lead=[POINT], details=[X], ki=True)),
        ("記\n記\n以上\n以上", Session(notes=["記", "以上"], ki=True)),
        # One of the two alone, 記 below the details or nothing between: paragraphs.
        ("研修\n　記\n場所：x", Session(title="研修", lead=["記"], details=[X])),
        ("研修\n場所：x\n以上", Session(title="研修", details=[X], notes=["以上"])),
        ("研修\n場所：x\n記\n以上", Session(title="研修", details=[X], notes=["記", "以上"])),
        ("研修\n　記\n　以上", Session(title="研修", lead=["記", "以上"])),
        ("記\n以上", Session(issuer="記", title="以上")),
        ("　\\記\n場所：x\n以上", Session(lead=["記"], details=[X], notes=["以上"])),
        ("　記\n場所：x\n\\以上", Session(lead=["記"], details=[X], notes=["以上"])),
        # A line of a value is none of the words.
        ("場所：\n　記\n　以上", Session(details=[Detail("場所", ["記", "以上"])])),
    ],
)  # fmt: skip
def test_ki(text: str, session: Session) -> None:
    """記 above the details and 以上 as the last line mean something together only."""
    assert read_text(text) == session


def test_what_follows_ki_without_details_is_notes() -> None:
    """A paragraph below 記 ends the details, as one below a detail does."""
    session = read_text("研修\n記\n次のとおり。\n場所：x\n以上")
    assert (session.details, session.notes) == ((), (Paragraph("次のとおり。"), X))

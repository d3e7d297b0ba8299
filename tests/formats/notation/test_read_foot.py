"""The foot of minutes: which lines are its statement, its day and its signers."""

from datetime import date

import pytest

from minutes_gen import read_text, render_text
from minutes_gen.errors import NotationError
from minutes_gen.model._foot_forms import Signer, Signing
from minutes_gen.session import Detail, Session

CHAIR = Signer("議長", "橋野", "㊞")
X = Detail("場所", "x")
SAID = "以上のとおり相違ない。"
DAY = date(2018, 6, 12)


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("研修\n\n議長　橋野　㊞", Session(title="研修", signing=Signing([CHAIR]))),
        ("研修\n議長　橋野　㊞", Session(title="研修", signing=Signing([CHAIR]))),
        (
            f"研修\n{SAID}\n平成30年6月12日\n\n議長　橋野　㊞\n　監事　印",
            Session(title="研修", signing=Signing([CHAIR, Signer("監事")], SAID, DAY)),
        ),
        (
            f"研修\n{SAID}\n議長　橋野　㊞",
            Session(title="研修", signing=Signing([CHAIR], SAID)),
        ),
        # 以上 closes the details, and the foot stands below it.
        (
            "研修\n記\n場所：x\n以上\n議長　橋野　㊞",
            Session(title="研修", details=[X], ki=True, signing=Signing([CHAIR])),
        ),
        # Something must stand above.
        ("議長　橋野　㊞", Session(title="議長　橋野　㊞")),
        ("平成30年6月12日\n議長　橋野　㊞", Session(issued=DAY, signing=Signing([CHAIR]))),
        # Below a detail, what stands further in is its next line.
        ("場所：x\n　議長　橋野　㊞", Session(details=[Detail("場所", ["x", "議長　橋野　㊞"])])),
        ("場所：x\n\n　議長　橋野　㊞", Session(details=[X], signing=Signing([CHAIR]))),
        (
            "場所：x\n了。\n　　　議長　橋野　㊞",
            Session(details=[X], notes=["了。"], signing=Signing([CHAIR])),
        ),
        (
            "　場所：x\n　　　甲\n　　議長　橋野　㊞",
            Session(details=[Detail("場所", ["x", "甲", "議長　橋野　㊞"])]),
        ),
        ("　甲\n　　議長　橋野　㊞", Session(lead=["甲"], signing=Signing([CHAIR]))),
        # What is not last, or has a `\`, is text.
        ("会\n議長　橋野　㊞\n　了。", Session(issuer="会", title="議長　橋野　㊞", lead=["了。"])),
        ("研修\n　\\議長　橋野　㊞", Session(title="研修", lead=["議長　橋野　㊞"])),
    ],
)  # fmt: skip
def test_feet(text: str, session: Session) -> None:
    """The last lines are the foot if they have its form; and they are written so again."""
    read = read_text(text)
    assert read == session
    assert read_text(render_text(read)) == read


def test_the_day_is_checked() -> None:
    """It must be one."""
    with pytest.raises(NotationError, match=r"x:2: .* has 28 days"):
        read_text("研修\n平成30年2月30日\n議長　印", source="x")


def test_its_spelling_is_kept() -> None:
    """The day of signing is written as it was, until a style is named."""
    session = read_text("研修\n\nH30.6.12\n議長　印")
    assert "\nH30.6.12\n" in render_text(session)
    assert "\n平成30年6月12日\n" in render_text(session, "koyobun")

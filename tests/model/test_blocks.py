"""Votes, and going through blocks."""

import pytest
from hypothesis import given

from minutes_gen import read_text
from minutes_gen.errors import ModelError
from minutes_gen.model._blocks import Vote
from minutes_gen.model._marks import Kind, read_mark, read_vote
from minutes_gen.session import Detail, Paragraph
from strategies import votes


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("賛成 12　反対 1　棄権 0", (12, 1, 0)),
        ("賛成12名、反対1名、棄権なし。", (12, 1, 0)),
        ("賛成者 １，２００人／棄権 3", (1200, None, 3)),
        ("賛成 12", (12, None, None)),
        ("賛成：12　反対：1", None),
        ("反対 1　賛成 12", None),
        ("賛成 12で可決した", None),
        ("賛成多数", None),
    ],
)
def test_lines_that_count_votes(line: str, counts: tuple[int | None, ...] | None) -> None:
    """For, against, abstained, in this order, in any width and with any unit."""
    assert read_vote(line) == counts
    assert (read_mark(line).kind is Kind.VOTE) is (counts is not None)


def test_votes_in_a_paper() -> None:
    """A line of votes is a Vote; with colons it is a detail, with a `\\` a paragraph."""
    text = "会\n1. 甲\n賛成 2　反対 1\n賛成：2　反対：1\n\\賛成 2"
    assert read_text(text).sections[0].blocks == (
        Vote(2, 1),
        Detail("賛成", "2　反対：1"),
        Paragraph("賛成 2"),
    )


@given(votes)
def test_votes_are_read_as_they_are_written(vote: Vote) -> None:
    """read(line) == vote, in the paper's own spelling."""
    assert Vote.read(vote.line) == vote


def test_what_votes_refuse() -> None:
    """Counts are counts, and a spelling must say them."""
    for counts, written, path in (
        ((-1,), None, "favour"),
        ((1, True), None, "against"),
        ((1, 2, 10_000_000), None, "abstained"),
        ((1,), "賛成 2", "written"),
    ):
        with pytest.raises(ModelError) as caught:
            Vote(*counts, written=written)
        assert caught.value.path == path
    with pytest.raises(ModelError, match="counts no votes"):
        Vote.read("賛成")

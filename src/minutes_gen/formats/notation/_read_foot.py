"""The foot of minutes (署名欄): the last lines, if they are lines to sign on.

Above them may stand the day of signing, and above that the statement that is signed.
"""

from collections.abc import Sequence

from minutes_gen.errors import NotationError, ScheduleError
from minutes_gen.formats.notation._lines import Line
from minutes_gen.model._foot_forms import Place, Signer, Signing, place_of, signer_parts
from minutes_gen.model._marks import Kind
from minutes_gen.schedule import parse_day


def read_foot(lines: Sequence[Line], source: str) -> tuple[Signing | None, int]:
    """Read the foot, and say how many lines stand above it: one at least."""
    at, below = len(lines), None
    found: dict[Place, list[Line]] = {place: [] for place in Place}
    while at > 1:
        line = lines[at - 1]
        place = place_of(line.form, below)
        if place is None or _continues(lines, at - 1):
            break
        found[place].append(line)
        at, below = at - 1, place
    if below is None:
        return None, at
    statement, day = (next(iter(found[place]), None) for place in (Place.STATEMENT, Place.DAY))
    try:
        signed = parse_day(day.text) if day else None
    except ScheduleError as error:
        raise NotationError(source, day.number if day else 0, str(error)) from None
    signing = Signing(
        list(filter(None, map(_signer, reversed(found[Place.SIGNER])))),
        statement.filled(statement.text) if statement else None,
        signed,
        day_as=day.text if day else None,
    )
    return signing, at


def _signer(line: Line) -> Signer | None:
    parts = signer_parts(line.text)
    return parts and Signer(line.filled(parts[0]), parts[1] and line.filled(parts[1]), parts[2])


def _continues(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line is a further line of a detail above it."""
    least = lines[at].column
    for above in range(at - 1, -1, -1):
        if lines[above + 1].apart or least == 0:
            return False
        line = lines[above]
        if line.column < least:
            if line.mark.kind is Kind.DETAIL:
                return True
            least = line.column
    return False

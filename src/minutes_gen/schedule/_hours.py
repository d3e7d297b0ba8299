"""The hours as people write them → times of 24 hours."""

from datetime import date
from typing import NamedTuple

from minutes_gen.errors import ScheduleError
from minutes_gen.schedule._values import Time
from minutes_gen.schedule._vocabulary import HOURS

# The hour of 24 that a word and an hour behind it mean, where it is one alone. 午前 and 午後 go
# to 11時; see `_after_twelve`.
HOURS_OF_24 = {
    (when, said): meant[0]
    for when, allowed in HOURS.items()
    for said in range(12 if when in {"午前", "午後"} else 25)
    if len(meant := [hour for hour in (said, said + 12) if hour in allowed]) == 1
}
# 正午 is no word before an hour, but hands on to the end of its range: 正午～12時30分, 正午～1時.
NOON = "正午"
HOURS_OF_24[NOON, 12] = 12


class Rules(NamedTuple):
    """How strictly a text is read, and on which day its paper was issued."""

    strict: bool = True
    as_of: date | None = None


STRICT, LENIENT = Rules(), Rules(strict=False)


class RawTime(NamedTuple):
    """The hour as it is written, before 午後 is handed on."""

    hour: int
    minute: int = 0
    when: str = ""
    half: str = ""
    about: bool = False


def time_of(raw: RawTime, rules: Rules) -> tuple[Time, int]:
    """Return the time of day in 24 hours, and how many days later it is.

    >>> time_of(RawTime(9, 30, "夜"), Rules())
    (Time(hour=21, minute=30, half='', about=False), 0)
    """
    if raw.half:
        return Time(half=raw.half), 0
    hour, when = raw.hour, raw.when
    if when in {"午前", "午後"} and hour >= 12:
        hour = _after_twelve(raw, rules)
    elif when:
        hour = HOURS_OF_24.get((when, hour), -1)
        if hour < 0:
            first, last = _reach(when)
            raise ScheduleError(
                f"{_written(raw)}: {when} goes from {first}時 to {last}時; write others in 24 hours"
            )
    later = int(not rules.strict and 24 <= hour < 30 and 60 * hour + raw.minute > 1440)
    if not (0 <= raw.minute < 60 and 60 * hour + raw.minute <= 1440 * (later + 1)):
        night = raw._replace(hour=hour - 24)
        meant = 24 <= hour < 30 and raw.minute < 60
        said = f"; probably 翌日{_written(night)} is meant" if meant else ""
        raise ScheduleError(f"{_written(raw)}: a day goes from 0時 to 24時, an hour to 59分{said}")
    return Time(hour - 24 * later, raw.minute, about=raw.about), later


def _reach(when: str) -> tuple[int, int]:
    """Return the first and the last hour of 24 that a word allows, which may pass midnight."""
    allowed = {hour % 24 for hour in HOURS.get(when, (12,))}  # 正午 is no key
    first = next(hour for hour in sorted(allowed) if (hour - 1) % 24 not in allowed)
    last = next(hour for hour in sorted(allowed) if (hour + 1) % 24 not in allowed)
    return first, last or 24


def _after_twelve(raw: RawTime, rules: Rules) -> int:
    """Read 午前12時 and 午後13時, which strictly are not written.

    太政官達第337号 of 1872 calls noon 午前12時 and midnight 午後12時; clocks say the opposite.
    """
    noon = raw.hour == 12
    if rules.strict or (raw.when == "午前" and not noon):
        right = "正午, 午前0時 or 午後0時" if noon else f"{raw.hour}時 without {raw.when}"
        raise ScheduleError(f"{_written(raw)} is not clear; probably {right} is meant")
    if noon:
        midnight = 24 if raw.minute == 0 else 0
        return midnight if (raw.when == "午後") == (raw.minute == 0) else 12
    return raw.hour


def _written(raw: RawTime) -> str:
    return f"{raw.when}{raw.hour}時" + (f"{raw.minute}分" if raw.minute else "")


def end_time(raw: RawTime, start: RawTime, begins: Time, rules: Rules) -> tuple[Time, int]:
    """Read the time behind another one, which hands on its 午後.

    >>> start = RawTime(7, when="午後")
    >>> end_time(RawTime(8, 50), start, Time(19), Rules())[0].isoformat()
    'T20:50'
    """
    if raw.when or raw.half or not start.when or raw.hour > 12:
        return time_of(raw, rules)
    try:
        ends = time_of(raw._replace(when=start.when), rules)
    except ScheduleError:
        ends = time_of(raw, rules)
    if ends[0].minutes <= begins.minutes:
        return time_of(raw._replace(hour=raw.hour + 12), rules)  # 午前11時～1時
    return ends

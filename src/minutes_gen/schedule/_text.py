"""Text ↔ Schedule: the common forms are read quickly, and all others by the grammar."""

from datetime import date

from minutes_gen.errors import EraError, NotAScheduleError, ScheduleError, shown
from minutes_gen.schedule._common_forms import read_quickly
from minutes_gen.schedule._hours import Rules
from minutes_gen.schedule._plain_text import plain
from minutes_gen.schedule._schedule import Schedule
from minutes_gen.schedule._writing import write


def parse_schedule(
    text: str, *, base: date | None = None, as_of: date | None = None, strict: bool = True
) -> Schedule:
    """Read 日時 as people write it: days, months, 年度, lists, ranges, times, and words beside.

    `base` is the day from which a missing year is found (that of the paper, or the date before).
    `as_of` is the issue date of the paper, of which eras may run on (平成31年6月 in one of
    平成30年). With `strict` false any era may, a weekday may be wrong, 25時30分 is 翌日1時30分,
    and 午前12時 is noon.

    Raises NotAScheduleError for a text that says no date and no time, or in no way that is
    understood, and ScheduleError for one that says what cannot be. docs/schedule.md has the
    grammar.

    >>> parse_schedule("平成30年6月12日（火）13時30分～15時").isoformat()
    '2018-06-12T13:30/2018-06-12T15:00'
    >>> parse_schedule("6月12日（火）", base=date(2018, 6, 7)).isoformat()
    '2018-06-12'
    >>> parse_schedule("平成30年6月12日（水）")
    Traceback (most recent call last):
    minutes_gen.errors.ScheduleError: '平成30年6月12日（水）': 平成30年6月12日 is not 水 but 火; \
probably 平成30年6月12日（火） is meant
    >>> parse_schedule("追って連絡")
    Traceback (most recent call last):
    minutes_gen.errors.NotAScheduleError: '追って連絡' names no date and no time
    """
    try:
        bare, places = plain(text)
        quick = read_quickly(text, bare, strict=strict, as_of=as_of)
        if quick is not None:
            return _resolved(quick, base, strict=strict)
        rules = Rules(strict=strict, as_of=as_of)
        from minutes_gen.schedule._grammar import fold  # noqa: PLC0415 - most papers never need it

        spans, words = fold(text, bare, places, rules)
        schedule = _resolved(Schedule(spans=spans, words=words), base, strict=strict)
        schedule.find_asides(rules)  # the days in brackets are held to the calendar, too
    except NotAScheduleError as error:
        raise NotAScheduleError(_said(text, error)) from None
    except (ScheduleError, EraError) as error:
        raise ScheduleError(_said(text, error)) from None
    return schedule


def format_schedule(
    schedule: Schedule, style: str = "long", *, weekday: bool = True, as_of: date | None = None
) -> str:
    """Write a schedule in one of the date styles of `era.format_date`.

    >>> format_schedule(Schedule(2018, 6, 12))
    '平成30年6月12日（火）'
    >>> format_schedule(Schedule.fromisoformat("2018-06-12T13:30/2018-06-12T15:00"), "short")
    'H30.6.12（火） 13:30～15:00'
    >>> format_schedule(Schedule(2019, 6), as_of=date(2018, 6, 7))
    '平成31年6月'
    """
    return write(schedule.spans, schedule.words, style, weekday=weekday, as_of=as_of)


def _resolved(schedule: Schedule, base: date | None, *, strict: bool) -> Schedule:
    """Find the years that are left out, if any are."""
    if base is None or not schedule.waits_for_year:
        return schedule
    return schedule.resolved(base, strict=strict)


def _said(text: str, error: Exception) -> str:
    reason, quoted = str(error), shown(text)
    if reason.startswith(quoted):
        return reason
    return f"{quoted} {reason}" if reason.startswith("names ") else f"{quoted}: {reason}"

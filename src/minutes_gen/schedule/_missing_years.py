"""Dates that leave out their year + the day of the paper → dates."""

from datetime import MAXYEAR, MINYEAR, date, timedelta

from attrs import evolve

from minutes_gen.era import days_in_month
from minutes_gen.errors import ScheduleError
from minutes_gen.schedule._dates import Context, check_weekday, date_of, days_later
from minutes_gen.schedule._hours import Rules
from minutes_gen.schedule._token_readers import Raw
from minutes_gen.schedule._values import Date, Moment, Span

# A day that a paper names lies at most nine months from it; where two years would do, its
# weekday decides, and without one it is no more than three months before the paper.
_FAR, _PAST = timedelta(days=274), timedelta(days=91)


def resolve(spans: tuple[Span, ...], base: date, *, strict: bool = True) -> tuple[Span, ...]:
    """Find the years that spans leave out, for a paper of the day `base`.

    A weekday that contradicts is a ScheduleError, if `strict`.
    """
    said, rules = Context(), Rules(strict=strict)
    found = []
    for span in spans:
        start = _moment(span.start, base, said, rules)
        end = start if span.is_moment else _moment(span.end, base, said, rules)
        found.append(Span(start, end, span.daily))
    return tuple(found)


def resolve_date(day: Date, base: date, *, strict: bool = True) -> Date:
    """Find the year of one date."""
    return _date(day, base, Context(), Rules(strict=strict))


def _moment(moment: Moment | None, base: date, said: Context, rules: Rules) -> Moment | None:
    if moment is None or moment.date is None:
        return moment
    said.date = _date(moment.date, base, said, rules)
    return Moment(said.date, moment.time)


def _date(day: Date, base: date, said: Context, rules: Rules) -> Date:
    if day.year is not None:
        return day
    raw = Raw(
        month=day.month,
        day=day.day,
        part=day.part,
        fiscal=day.fiscal,
        weekday=day.weekday,
        later=day.later,
    )
    return _first(raw, base, rules) if said.date is None else date_of(raw, said, rules)


def _first(raw: Raw, base: date, rules: Rules) -> Date:
    """Find the year of the first date, to which nothing before it leads."""
    if raw.later and raw.later.in_days:
        return days_later(raw, raw.later, base, rules)
    if raw.later:
        return date_of(raw, Context(Date(base.year, base.month)), rules)
    if raw.month is None:
        months = [divmod(12 * base.year + base.month - 1 + step, 12) for step in (-1, 0, 1)]
        candidates = [(year, month + 1) for year, month in months]
        far, past = timedelta(days=23), timedelta(days=8)
    else:
        candidates = [(base.year + step, raw.month) for step in (-1, 0, 1)]
        far, past = _FAR, _PAST
    near = [
        date(year, month, raw.day or 1)
        for year, month in candidates
        if MINYEAR <= year <= MAXYEAR and (raw.day or 1) <= days_in_month(year, month)
    ]
    near = [day for day in near if -far <= day - base <= far]
    if not near:
        month = f"{raw.month}月" if raw.month else ""
        raise ScheduleError(f"there is no {month}{raw.day or 1}日 near {base}")
    chosen = next((day for day in near if day - base >= -past), near[-1])
    if chosen.weekday() != raw.weekday:
        chosen = next((day for day in near if day.weekday() == raw.weekday), chosen)
    check_weekday(chosen, raw.weekday, rules)
    known = evolve(raw, year=chosen.year, month=chosen.month, weekday=None)
    return date_of(known, Context(), rules)

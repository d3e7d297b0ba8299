"""日時: when a session is held, as people write it.

>>> parse_schedule("平成30年6月12日（火）13時30分～15時").isoformat()
'2018-06-12T13:30/2018-06-12T15:00'
>>> format_schedule(parse_schedule("平成３０年７月"))
'平成30年7月'

From the top down; a file imports from lines below its own:

    _running_text       dates in running text
    _day_line           a line that is a day and nothing else
    _text               text ↔ Schedule
    _common_forms       the commonest forms → Schedule, quickly
    _schedule           Schedule: spans and words
    _iso                the ISO forms → spans
    _read_back          whether words beside dates would be read as something else
    _writing            spans and the words around them → text
    _grammar            moments and gaps → spans and the words around them
    _cursor             a place among moments and gaps
    _words_beside       which words separate, and which are never more than words
    _days_in_brackets   （雨天時は6月13日）: days among the words
    _missing_years      dates that leave out their year + the day of the paper → dates
    _dates              what a moment says + what was said before it → its date
    _moments            tokens → moments and the gaps between them
    _signs              the signs and words between moments
    _token_readers      a token → what it says of a moment
    _hours              an hour as it is written → a time of 24 hours
    _lexer              text → tokens
    _values             Date, Time, Moment and Span
    _later              翌年 and its like
    _plain_text         a text in one spelling of each character
    _vocabulary         the words of dates and times, and the expressions that find them
"""

from minutes_gen.schedule._day_line import parse_day
from minutes_gen.schedule._later import Later
from minutes_gen.schedule._schedule import Schedule
from minutes_gen.schedule._text import format_schedule, parse_schedule
from minutes_gen.schedule._values import Date, Moment, Span, Time

__all__ = [
    "Date",
    "Later",
    "Moment",
    "Schedule",
    "Span",
    "Time",
    "find_schedules",
    "format_schedule",
    "parse_day",
    "parse_schedule",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minutes_gen.schedule._running_text import find_schedules
else:

    def __getattr__(name):  # noqa: ANN001, ANN202 - type checkers see the branch above
        """Return what reads running text, for which most papers need not wait (PEP 562)."""
        if name != "find_schedules":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from minutes_gen.schedule._running_text import find_schedules  # noqa: PLC0415 - that is the point

        return find_schedules

"""日時: when a session is held, as people write it.

>>> parse_schedule("平成30年6月12日（火）13時30分～15時").isoformat()
'2018-06-12T13:30/2018-06-12T15:00'
>>> format_schedule(parse_schedule("平成３０年７月"))
'平成30年7月'
"""

from minutes_gen.schedule._day_line import parse_day
from minutes_gen.schedule._parsing import parse_schedule
from minutes_gen.schedule._schedule import Schedule
from minutes_gen.schedule._values import Date, Moment, Span, Time
from minutes_gen.schedule._writing import format_schedule

__all__ = [
    "Date",
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

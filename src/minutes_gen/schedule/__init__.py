"""日時: when a session is held, as people write it.

>>> parse_schedule("平成30年6月12日（火）13時30分～15時").isoformat()
'2018-06-12T13:30/2018-06-12T15:00'
>>> format_schedule(parse_schedule("平成３０年７月"))
'平成30年7月'
"""

from minutes_gen.schedule.grammar import parse_schedule
from minutes_gen.schedule.model import Schedule
from minutes_gen.schedule.running import find_schedules, parse_day
from minutes_gen.schedule.values import Date, Moment, Span, Time
from minutes_gen.schedule.write import format_schedule

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

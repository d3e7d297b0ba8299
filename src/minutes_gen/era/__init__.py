"""元号: dates ↔ 平成30年6月7日, forgiving in spelling and strict in fact.

>>> from datetime import date
>>> parse_date("Ｈ３０．６．７（木）")
datetime.date(2018, 6, 7)
>>> format_date(date(2018, 6, 7), weekday=True)
'平成30年6月7日（木）'
>>> parse_date("昭和64年1月8日")
Traceback (most recent call last):
    ...
minutes_gen.errors.EraError: '昭和64年1月8日': 昭和 ended on 昭和64年1月7日; \
probably 平成元年1月8日 is meant

Only `datetime` and `unicodedata` are imported here, so that a script which needs nothing but
a date does not wait for more.
"""

from minutes_gen.era._format import STYLES, format_date
from minutes_gen.era._parse import from_era, parse_date
from minutes_gen.era._table import ERAS, Era, to_era, weekday_name
from minutes_gen.errors import EraError

__all__ = [
    "ERAS",
    "STYLES",
    "Era",
    "EraError",
    "format_date",
    "from_era",
    "parse_date",
    "to_era",
    "weekday_name",
]

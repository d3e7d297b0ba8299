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

A script that needs nothing but a date does not wait for more: nothing but `datetime` and
`unicodedata` is imported, and what reads dates is loaded when it is first asked for.

From the top down; a file imports from lines below its own:

    _parse              text → date: its shapes and rules
    _format, _spelling  date → text; how dates are spelled
    _table              the eras, and their years
"""

from minutes_gen.era._format import STYLES, format_date
from minutes_gen.era._table import ERAS, Era, days_in_month, to_era, weekday_name
from minutes_gen.errors import EraError

__all__ = [
    "ERAS",
    "STYLES",
    "Era",
    "EraError",
    "days_in_month",
    "format_date",
    "from_era",
    "parse_date",
    "read_number",
    "to_era",
    "weekday_name",
]

# What `typing` calls by this name; importing it would cost more than all the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from minutes_gen.era._parse import from_era, parse_date
    from minutes_gen.era._spelling import read_number
else:

    def __getattr__(name):  # noqa: ANN001, ANN202 - type checkers see the branch above
        """Return what reads dates, and keep it here so that this runs once (PEP 562)."""
        if name not in {"from_era", "parse_date", "read_number"}:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from minutes_gen.era import _parse, _spelling  # noqa: PLC0415 - that is the point

        globals().update(
            from_era=_parse.from_era,
            parse_date=_parse.parse_date,
            read_number=_spelling.read_number,
        )
        return globals()[name]

    def __dir__():  # noqa: ANN202 - as above
        return sorted({*globals(), *__all__})

"""How much later than the date before it a date is: 翌年, 同月, 翌々日."""

from attrs import frozen


@frozen
class Later:
    """So many years, months or days later than the date before, of which one is said.

    >>> Later(years=1).word, Later(days=0).word
    ('翌年', '同日')
    """

    years: int | None = None
    months: int | None = None
    days: int | None = None

    @property
    def in_days(self) -> bool:
        """Whether it counts days, as 翌日 and 同日 do.

        >>> Later(days=0).in_days, Later(years=1).in_days
        (True, False)
        """
        return self.days is not None

    @property
    def word(self) -> str:
        """How it is written; a KeyError for what nobody writes.

        >>> Later(days=2).word
        '翌々日'
        """
        return LATER[self]

    def isoformat(self) -> str:
        """Write +1y, +1m or +1d.

        >>> Later(years=0).isoformat(), Later(days=2).isoformat()
        ('+0y', '+2d')
        """
        steps = ((self.years, "y"), (self.months, "m"), (self.days, "d"))
        return "".join(f"+{step}{unit}" for step, unit in steps if step is not None)


NEXT_YEAR, NEXT_MONTH, NEXT_DAY = Later(years=1), Later(months=1), Later(days=1)
# What there is a word for. No other is a part of a date.
LATER = {
    Later(years=0): "同年",
    Later(months=0): "同月",
    Later(days=0): "同日",
    NEXT_YEAR: "翌年",
    NEXT_MONTH: "翌月",
    NEXT_DAY: "翌日",
    Later(days=2): "翌々日",
}
LATER_OF_WORD = {**{word: later for later, word in LATER.items()}, "翌": NEXT_DAY}
LATER_OF_ISO = {later.isoformat(): later for later in LATER}

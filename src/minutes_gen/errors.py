"""Every error of the package.

    MinutesError                  anything this package refuses
    ├── EraError                  a text that is not a date, or a date that never was   (ValueError)
    │   └── NotADateError         a text that has not the form of a date
    ├── ScheduleError             日時 that names what cannot be                     (ValueError)
    │   └── NotAScheduleError     a text that names no date and no time, or in no known way
    ├── NumberingError            a number or a scheme that cannot be written        (ValueError)
    ├── TypesetError              a measure in which nothing can be set              (ValueError)
    ├── ModelError                a value that a Session cannot hold                 (ValueError)
    ├── StyleError                a house style that cannot be used                  (ValueError)
    ├── NotationError             a document that cannot be read, with its line      (ValueError)
    │   └── TemplateError         a template that holds what none may hold
    │       └── ValuesError       values that a template cannot be filled in with
    ├── KindError                 a kind of minutes that there is not                (ValueError)
    └── FileError                 a file that cannot be read or written              (OSError)

    NotationWarning               what was kept, though its author should look at it (UserWarning)

Every message is one line and says what (its repr), where (field, or file and line) and what
is allowed or probably meant.
"""

TYPE_CHECKING = False  # as `typing` has it, at no cost
if TYPE_CHECKING:
    from collections.abc import Iterable


class MinutesError(Exception):
    """Anything that this package refuses; catch this to catch all of it.

    >>> issubclass(ModelError, MinutesError), issubclass(NotationWarning, MinutesError)
    (True, False)
    """


class EraError(MinutesError, ValueError):
    """A text that is no date, or a date that never was (元号の誤り).

    >>> from minutes_gen.era import parse_date
    >>> parse_date("平成30年2月30日")
    Traceback (most recent call last):
    minutes_gen.errors.EraError: '平成30年2月30日': 2月 of 2018 has 28 days, no day 30
    """


class NotADateError(EraError):
    """A text that has not the form of a full date, as against a date that never was.

    >>> from minutes_gen.era import parse_date
    >>> try:
    ...     parse_date("未定")
    ... except NotADateError:
    ...     print("no date")
    no date
    """


class ScheduleError(MinutesError, ValueError):
    """A 日時 that names a date, a time or a range that cannot be.

    >>> from minutes_gen.schedule import parse_schedule
    >>> try:
    ...     parse_schedule("13時から12時まで")
    ... except ScheduleError as error:
    ...     print(error)
    '13時から12時まで': T12:00 is not after T13:00
    """


class NotAScheduleError(ScheduleError):
    """A text that names no date and no time, such as 未定, or in a way that is not understood.

    >>> from minutes_gen.schedule import parse_schedule
    >>> try:
    ...     parse_schedule("未定")
    ... except NotAScheduleError:
    ...     print("names no time")
    names no time
    """


class NumberingError(MinutesError, ValueError):
    """A number that a system cannot write, or a scheme that is none.

    >>> from minutes_gen.numbering import Scheme
    >>> try:
    ...     Scheme.parse(["①"]).label(1, 51)
    ... except NumberingError as error:
    ...     print(error)
    51 cannot be written in 'circled', which ends at 50 (㊿)
    """


class TypesetError(MinutesError, ValueError):
    """A measure in which nothing can be set.

    >>> from minutes_gen.typeset import break_lines
    >>> try:
    ...     break_lines("研修", 0)
    ... except TypesetError as error:
    ...     print(error)
    measure 0 less indent 0.0 leaves 0: a line needs 1 or more
    """


class ModelError(MinutesError, ValueError):
    """A value that a Session cannot hold.

    `path` names the field (`sections[2].blocks[0].text`), `problem` says what is wrong with it.

    >>> str(ModelError("sections[2].title", "'' is empty"))
    "sections[2].title: '' is empty"
    """

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}" if self.path else self.problem


class StyleError(MinutesError, ValueError):
    """A house style that cannot be used.

    >>> from minutes_gen.layout.style import load_style
    >>> try:
    ...     load_style("koyobn")
    ... except StyleError as error:
    ...     print(error)
    there is no house style 'koyobn'; did you mean 'koyobun'? (or the path of a .toml file)
    """


class NotationError(MinutesError, ValueError):
    """A document that cannot be read.

    `source` and `line` (counted from 1; None where there are no lines) say where, `problem` what.

    >>> str(NotationError("june.txt", 4, "'平成30年2月30日': February 2018 has 28 days"))
    "june.txt:4: '平成30年2月30日': February 2018 has 28 days"
    """

    def __init__(self, source: str, line: int | None, problem: str) -> None:
        super().__init__(source, line, problem)
        self.source = source
        self.line = line
        self.problem = problem

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{where}: {self.problem}"


class TemplateError(NotationError):
    """A template (ひな形) that holds what none may hold, with its line.

    >>> str(TemplateError("circle.txt", 12, "this template has no value '日付'"))
    "circle.txt:12: this template has no value '日付'"
    """


class ValuesError(TemplateError):
    """Values that a template cannot be filled in with: unknown, missing, or not of their kind.

    >>> str(ValuesError("circle.txt", None, "日時 is missing"))
    'circle.txt: 日時 is missing'
    """


class KindError(MinutesError, ValueError):
    """A kind of minutes that there is not.

    >>> from minutes_gen.facts.required import kind_of
    >>> kind_of("board-minuts")
    Traceback (most recent call last):
    minutes_gen.errors.KindError: there is no kind of minutes 'board-minuts'; did you mean \
'board-minutes'?
    """


class NotationWarning(UserWarning):
    """Something in a document that was kept as it is, and that its author should look at.

    It is issued by `warnings.warn`: its filters turn it off, or into an error.

    >>> str(NotationWarning("june.txt", 12, "the number 4 stands where 3 is expected; kept"))
    'june.txt:12: the number 4 stands where 3 is expected; kept'
    """

    def __init__(self, source: str, line: int, problem: str) -> None:
        super().__init__(source, line, problem)
        self.source = source
        self.line = line
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.source}:{self.line}: {self.problem}"


class FileError(MinutesError, OSError):
    """A file that cannot be read or written.

    >>> isinstance(FileError("'june.pdf': cannot read '.pdf' files"), OSError)
    True
    """


def shown(value: object) -> str:
    """Show a value in a message: its repr, shortened where it is long.

    >>> shown("あ" * 100) == repr("あ" * 60 + "…")
    True
    """
    if isinstance(value, str) and len(value) > _LONGEST:
        return repr(value[:_LONGEST] + "…")
    try:
        written = repr(value)
    except ValueError:  # a number of more digits than Python writes
        written = f"a long {type(value).__name__}"
    return written if len(written) <= 2 * _LONGEST else written[: 2 * _LONGEST] + "…"


_LONGEST = 60


def suggest(name: object, known: "Iterable[str]") -> str:
    """Point at the known name that was probably meant, or at all of them.

    >>> suggest("titel", ["title", "issuer"]), suggest("x", ["title", "issuer"])
    ("; did you mean 'title'?", "; allowed: 'title', 'issuer'")
    >>> suggest("持所", ["日時", "場所"])
    "; did you mean '場所'?"
    """
    import difflib  # noqa: PLC0415  (only a wrong name needs it)

    names = list(known)
    # A word of two kanji is meant if one of them is right: 持所 for 場所.
    cutoff = 0.5 if len(str(name)) == 2 else 0.6
    near = difflib.get_close_matches(str(name), names, n=1, cutoff=cutoff)
    if near:
        return f"; did you mean {near[0]!r}?"
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return f"; allowed: {', '.join(map(repr, names[:_MOST]))}{more}"


_MOST = 40  # names that a message lists

"""What every command shares: where sources come from, where papers and complaints go."""

import re
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from minutes_gen.errors import FileError, ModelError, NotationError

if TYPE_CHECKING:
    from minutes_gen.layout.line_length import Measure
    from minutes_gen.layout.style import HouseStyle
    from minutes_gen.session import Session

STDIO = "-"
STDIN = "<stdin>"  # as messages name it
_CONTROLS = "[\x00-\x1f\x7f-\x9f\u2028\u2029]"


def complain(message: str, *, status: int = 0) -> int:
    """Say what is wrong, or worth knowing, on standard error, and return the exit status."""
    # One line, and nothing in it that a terminal would obey, whatever a file is called.
    line = re.sub(_CONTROLS, lambda match: repr(match[0])[1:-1], message)
    click.echo(f"minutes-gen: {line}", err=True)
    return status


def list_abouts(abouts: dict[str, str]) -> None:
    """Print names and what each is for."""
    width = max(map(len, abouts), default=0)
    for name, about in abouts.items():
        click.echo(f"{name:{width}}  {about}")


def standard_input() -> bytes:
    """Read all of standard input, within bounds."""
    from minutes_gen.inputs._bounded import read_stream

    if sys.stdin is None:
        raise FileError("standard input is closed; give a file")
    return read_stream(sys.stdin.buffer, STDIN)


def read_source(source: str, *, extracted: bool = False) -> "Session":
    """Read a session from a file or from standard input."""
    from minutes_gen.formats.files import load, load_bytes

    if source == STDIO:
        return load_bytes(standard_input(), source=STDIN, extracted=extracted)
    return load(source, extracted=extracted)


class Output(NamedTuple):
    """Where a paper goes and how it is written: -o, --style, --width and --reference."""

    files: tuple[str, ...]
    printed: bool
    style: "HouseStyle | None"
    measure: "Measure | None"
    reference: str | None

    @classmethod
    def of(
        cls,
        outputs: tuple[str, ...],
        style: str | None,
        width: str | None,
        reference: str | None,
    ) -> "Output":
        """Check what a call says before anything is read."""
        from minutes_gen.formats.files import WORD, WRITERS, known_suffix
        from minutes_gen.layout.style import DEFAULT, as_style

        files = tuple(output for output in outputs if output != STDIO)
        for file in files:
            known_suffix(file, WRITERS, "write")
        if reference is not None and not any(file.lower().endswith(WORD) for file in files):
            raise click.UsageError(f"--reference is for a Word file; add -o FILE{WORD}.")
        house_style = as_style(style)
        measure = None
        if width is not None:
            from minutes_gen.layout.line_length import as_measure

            measure = as_measure(width, house_style or DEFAULT)
        printed = len(files) < len(outputs) or not outputs
        return cls(files, printed, house_style, measure, reference)

    def to(self, files: Iterable[str]) -> "Output":
        """Return the same for other files."""
        return self._replace(files=tuple(files), printed=False)

    def write(self, session: "Session", source: str) -> None:
        """Write a paper to all its files, and print it if that was asked for."""
        from minutes_gen.formats.files import save_all
        from minutes_gen.formats.notation.writer import render_text

        printed = ""
        try:
            if self.printed:
                printed = render_text(session, self.style, width=self.measure)
            save_all(session, self.files, self.style, width=self.measure, reference=self.reference)
        except ModelError as error:  # a number that the style cannot write
            raise NotationError(source, None, str(error)) from None
        click.echo(printed, nl=False)


_OPTIONS = (
    click.option(
        "-o",
        "--output",
        "outputs",
        multiple=True,
        metavar="FILE",
        help="Where to write: .docx, .txt or .json by its suffix; give it again for more. "
        "Without it the text is printed.",
    ),
    click.option(
        "--style",
        metavar="NAME_OR_TOML",
        help="How the office writes: a preset (see `minutes-gen styles`) or a TOML file.",
    ),
    click.option(
        "--width",
        metavar="page|N|Nc",
        help="Break the text into lines for people: as long as the page's, N em, or N columns "
        "(70c). Such a text is not read back.",
    ),
    click.option(
        "--reference",
        metavar="DOCX",
        help="A letterhead: page, styles, header, footer and logo of the Word file come from "
        "there.",
    ),
)


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command these options, which it gets as one `output`."""

    @wraps(command)
    def call(
        *args: Any,  # noqa: ANN401  (whatever the command has besides)
        outputs: tuple[str, ...],
        style: str | None,
        width: str | None,
        reference: str | None,
        **others: Any,  # noqa: ANN401 - as above
    ) -> Any:  # noqa: ANN401 - as above
        return command(*args, output=Output.of(outputs, style, width, reference), **others)

    for option in reversed(_OPTIONS):
        call = option(call)
    return call

"""minutes-gen: the command. It parses the call, and the package does the work.

Exit status: 0 done, 1 the document is wrong, 2 the call is wrong. Each failure is one line.
"""

import io
import re
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import click

from minutes_gen.errors import (
    EraError,
    FileError,
    MinutesError,
    ModelError,
    NotationError,
    NotationWarning,
    StyleError,
    TypesetError,
    shown,
    suggest,
)

if TYPE_CHECKING:
    from minutes_gen.session import Session

# What is wrong with the call, as against with the document.
_CALL_ERRORS = (FileError, StyleError, TypesetError)
STDIO = "-"
STDIN = "<stdin>"  # as messages name it


def main(args: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # UTF-8 whatever the console's code page is; a path that is no text is shown escaped.
        if isinstance(stream, io.TextIOWrapper):  # and not what a program put in its place
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always", NotationWarning)
            warnings.showwarning = _show_warning
            status = cli.main(args, prog_name="minutes-gen", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.UsageError as error:
        hint = f" See `{error.ctx.command_path} --help`." if error.ctx else ""
        return _complain(error.format_message() + hint, status=2)
    except MinutesError as error:
        return _complain(str(error), status=2 if isinstance(error, _CALL_ERRORS) else 1)
    except BrokenPipeError:
        # Whoever read our output wants no more of it; Python would complain at exit.
        sys.stdout = None
        return 1
    except OSError as error:  # standard output on a full disk
        sys.stdout = None
        return _complain(f"cannot write: {error.strerror or error}", status=1)
    except (click.Abort, KeyboardInterrupt):
        return _complain("stopped", status=130)
    return status if isinstance(status, int) else 0


def _show_warning(message: Warning | str, *_place: object, **_more: object) -> None:
    _complain(f"warning: {message}", status=0)


def _complain(message: str, *, status: int) -> int:
    # One line, and nothing in it that a terminal would obey, whatever a file is called.
    line = _CONTROLS.sub(lambda match: repr(match[0])[1:-1], message)
    click.echo(f"minutes-gen: {line}", err=True)
    return status


_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(package_name="minutes-gen", message="%(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Write notices, handouts and minutes of a Japanese office as Word files and plain text."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@cli.command()
@click.argument("source")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    help="Where to write: .docx, .txt or .json by its suffix; give it again for more. "
    "Without it the text is printed.",
)
@click.option(
    "--style",
    metavar="NAME_OR_TOML",
    help="How the office writes: a preset (see `minutes-gen styles`) or a TOML file.",
)
@click.option(
    "--width",
    metavar="page|N|Nc",
    help="Break the text into lines for people: as long as the page's, N em, or N columns (70c). "
    "Such a text is not read back.",
)
@click.option(
    "--reference",
    metavar="DOCX",
    help="A letterhead: page, styles, header, footer and logo of the Word file come from there.",
)
@click.option("--extracted", is_flag=True, help="SOURCE is the text that a PDF extractor gave.")
def render(  # noqa: PLR0913  (each is an option of the command)
    source: str,
    outputs: tuple[str, ...],
    *,
    style: str | None,
    width: str | None,
    reference: str | None,
    extracted: bool,
) -> None:
    """Write SOURCE as Word, text or JSON.

    SOURCE is a .txt file in the notation, a .json file, or - for standard input (text, or
    JSON if it begins with {).
    """
    from minutes_gen.files import WORD, WRITERS, known_suffix, save_all
    from minutes_gen.measure import as_measure
    from minutes_gen.render import render_text
    from minutes_gen.style import DEFAULT, as_style

    files = [output for output in outputs if output != STDIO]
    for output in files:
        known_suffix(output, WRITERS, "write")
    if reference is not None and not any(output.lower().endswith(WORD) for output in files):
        raise click.UsageError(f"--reference is for a Word file; add -o FILE{WORD}.")
    house_style = as_style(style)
    measure = None if width is None else as_measure(width, house_style or DEFAULT)
    session = _read(source, extracted=extracted)
    printed = ""
    try:
        if len(files) < len(outputs) or not outputs:
            printed = render_text(session, house_style, width=measure)
        save_all(session, files, house_style, width=measure, reference=reference)
    except ModelError as error:  # a number that the style cannot write
        raise NotationError(source, None, str(error)) from None
    click.echo(printed, nl=False)


def _read(source: str, *, extracted: bool) -> "Session":
    from minutes_gen.files import load, load_bytes

    if source == STDIO:
        return load_bytes(_standard_input(), source=STDIN, extracted=extracted)
    return load(source, extracted=extracted)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise FileError("standard input is closed; give a file")
    return sys.stdin.buffer.read()


@cli.command()
@click.argument("name", required=False)
def styles(name: str | None) -> None:
    """List the house styles, or print NAME as TOML to be copied and changed.

    A style of your own is a TOML file that says only what differs: base = "handout", then its
    settings; give its path to --style.
    """
    from minutes_gen.style import STYLES, format_style, load_style

    if name is None:
        _list({name: style.about for name, style in STYLES.items()})
    else:
        click.echo(format_style(load_style(name)), nl=False)


@cli.command()
@click.argument("name", required=False)
def templates(name: str | None) -> None:
    """List the starter templates, or print NAME to be copied and filled in."""
    from minutes_gen.template import about_template, read_template, template_names

    if name is None:
        _list({name: about_template(read_template(name)) for name in template_names()})
    else:
        click.echo(read_template(name), nl=False)


@cli.command()
@click.argument("dates", nargs=-1)
@click.option("--style", metavar="STYLE", help="Print this form alone: long, kanji, jis, iso …")
def era(dates: tuple[str, ...], style: str | None) -> int:
    """Print the forms of each of the DATES, such as 2018-06-12 and 平成30年6月12日（火）.

    Any form is read, of an era or not. Without DATES, or with -, they are read from standard
    input, one a line. Each gives one line, its forms parted by tabs.
    """
    from minutes_gen.era import STYLES, format_date, parse_date

    forms: dict[str, Callable[[date], str]] = {
        "iso": date.isoformat,
        "long": partial(format_date, weekday=True),
    }
    forms |= {name: partial(format_date, style=name) for name in STYLES if name not in forms}
    if style is not None and style not in forms:
        raise StyleError(f"{shown(style)} is no form of a date{suggest(style, forms)}")
    wanted = list(forms.values()) if style is None else [forms[style]]
    failed = False
    for where, text in _dates(dates):
        try:
            day = parse_date(text)
        except EraError as error:
            failed = True
            _complain(f"{where}{error}", status=1)
        else:
            click.echo("\t".join(form(day) for form in wanted))
    return int(failed)


def _dates(dates: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Go through the dates of a call, or of the lines that are not empty, with their places."""
    if dates and dates != (STDIO,):
        yield from (("", text) for text in dates)
        return
    from minutes_gen.files import decode

    text = decode(_standard_input(), source=STDIN)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield f"{STDIN}:{number}: ", line


def _list(abouts: dict[str, str]) -> None:
    width = max(map(len, abouts), default=0)
    for name, about in abouts.items():
        click.echo(f"{name:{width}}  {about}")


if __name__ == "__main__":
    sys.exit(main())

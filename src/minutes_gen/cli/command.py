"""minutes-gen: the command. It parses the call, and the package does the work.

Exit status: 0 done, 1 the document is wrong, 2 the call is wrong. Each failure is one line.
"""

import gc
import io
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial

import click

from minutes_gen import __version__
from minutes_gen.cli._output import (
    STDIN,
    STDIO,
    Output,
    complain,
    list_abouts,
    output_options,
    read_source,
    standard_input,
)
from minutes_gen.cli._templates import minutes, new, next_notice, templates
from minutes_gen.errors import (
    EraError,
    FileError,
    KindError,
    MinutesError,
    NotationWarning,
    StyleError,
    TypesetError,
    ValuesError,
    shown,
    suggest,
)

# What is wrong with the call, as against with the document.
_CALL_ERRORS = (FileError, KindError, StyleError, TypesetError, ValuesError)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    >>> main(["era", "2018-06-12", "--style", "kanji"])
    平成三十年六月十二日
    0
    """
    for stream in (sys.stdout, sys.stderr):
        # UTF-8 whatever the console's code page is; a path that is no text is shown escaped.
        if isinstance(stream, io.TextIOWrapper):  # and not what a program put in its place
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        with _seldom_collecting(), warnings.catch_warnings():
            warnings.simplefilter("always", NotationWarning)
            warnings.showwarning = _show_warning
            status = cli.main(args, prog_name="minutes-gen", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.UsageError as error:
        hint = f" See `{error.ctx.command_path} --help`." if error.ctx else ""
        return complain(error.format_message() + hint, status=2)
    except MinutesError as error:
        return complain(str(error), status=2 if isinstance(error, _CALL_ERRORS) else 1)
    except BrokenPipeError:
        # Whoever read our output wants no more of it; Python would complain at exit.
        sys.stdout = None
        return 1
    except OSError as error:  # standard output on a full disk
        sys.stdout = None
        return complain(f"cannot write: {error.strerror or error}", status=1)
    except MemoryError:
        return complain("out of memory", status=1)
    except (click.Abort, KeyboardInterrupt):
        return complain("stopped", status=130)
    return status if isinstance(status, int) else 0


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Look seldom for what can be freed: most of what a command makes, it needs to its end."""
    usual = gc.get_threshold()
    gc.set_threshold(50_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _show_warning(message: Warning | str, *_place: object, **_more: object) -> None:
    complain(f"warning: {message}")


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(__version__, message="%(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Write notices, handouts and minutes of a Japanese office as Word files and plain text."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


class _KindOption(click.Option):
    """An option whose help names the kinds of minutes; what knows them is loaded for help alone."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        from minutes_gen.facts.required import KINDS

        record = super().get_help_record(ctx)
        return record and (record[0], f"{record[1]}: {', '.join(KINDS)}.")


@cli.command()
@click.argument("source")
@output_options
@click.option("--extracted", is_flag=True, help="SOURCE is the text that a PDF extractor gave.")
@click.option(
    "--kind",
    cls=_KindOption,
    metavar="KIND",
    help="Warn of what minutes of this kind must say and SOURCE does not",
)
def render(source: str, output: Output, *, extracted: bool, kind: str | None) -> None:
    """Write SOURCE as Word, text or JSON.

    SOURCE is a .txt file in the notation, a .json file, or - for standard input (text, or
    JSON if it begins with {).
    """
    session = read_source(source, extracted=extracted)
    lacks = () if kind is None else session.missing(kind)
    output.write(session, source)
    for lack in lacks:
        complain(f"warning: {STDIN if source == STDIO else source}: {lack}")


@cli.command()
@click.argument("name", required=False)
def styles(name: str | None) -> None:
    """List the house styles, or print NAME as TOML to be copied and changed.

    A style of your own is a TOML file that says only what differs: base = "handout", then its
    settings; give its path to --style.
    """
    from minutes_gen.layout.style import STYLES, format_style, load_style

    if name is None:
        list_abouts({name: style.about for name, style in STYLES.items()})
    else:
        click.echo(format_style(load_style(name)), nl=False)


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
        raise StyleError(f"unknown form of a date {shown(style)}{suggest(style, forms)}")
    wanted = list(forms.values()) if style is None else [forms[style]]
    failed = False
    for where, text in _dates(dates):
        try:
            day = parse_date(text)
        except EraError as error:
            failed = True
            complain(f"{where}{error}", status=1)
        else:
            click.echo("\t".join(form(day) for form in wanted))
    return int(failed)


def _dates(dates: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Go through the dates of a call, or of the lines that are not empty, with their places."""
    if dates and dates != (STDIO,):
        yield from (("", text) for text in dates)
        return
    from minutes_gen.inputs._encodings import decode

    text = decode(standard_input(), source=STDIN)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield f"{STDIN}:{number}: ", line


for _command in (templates, new, minutes, next_notice):
    cli.add_command(_command)

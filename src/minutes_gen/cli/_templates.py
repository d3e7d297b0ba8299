"""The commands that make one paper of another: templates, new, minutes and next."""

import re
import sys
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import click

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
from minutes_gen.errors import MinutesError, ModelError, NotationError, ScheduleError, shown

if TYPE_CHECKING:
    from minutes_gen.batch.tables import Row
    from minutes_gen.session import Session
    from minutes_gen.templating.template import Template

_folder_option = click.option(
    "--templates",
    "folder",
    metavar="DIR",
    help="A folder of your own templates, which come before the starter templates; else the "
    "environment variable MINUTES_GEN_TEMPLATES may name one.",
)


@click.command()
@click.argument("name", required=False)
@click.option(
    "--copy", nargs=2, metavar="NAME DIR", help="Copy a template into a folder, to be edited there."
)
@_folder_option
def templates(name: str | None, copy: tuple[str, str] | None, folder: str | None) -> None:
    """List the templates, or show what NAME is for and which values it takes."""
    from minutes_gen.templating.template import Template, copy_template, template_names

    if copy is not None:
        if name is not None:
            raise click.UsageError("give NAME or --copy NAME DIR, not both.")
        click.echo(copy_template(*copy, folder))
    elif name is None:
        names = template_names(folder)
        list_abouts({name: Template.load(name, folder).about for name in names})
    else:
        click.echo(_described(Template.load(name, folder)), nl=False)


def _described(template: "Template") -> str:
    from minutes_gen.typeset import width

    rows = []
    for value in template.values:
        need = "必須" if value.required else "任意"
        need = need if value.default is None else f"既定：{value.default}"
        rows.append((value.name, value.kind.name, need, value.about or value.kind.about))
    widest = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = [template.about] if template.about else []
    for row in rows:
        cells = (cell + "　" * int(w - width(cell)) for cell, w in zip(row, widest, strict=True))
        lines.append("　".join(["", *cells]).rstrip())
    return "".join(f"{line}\n" for line in lines)


@click.command()
@click.argument("source")
@output_options
def minutes(source: str, *, output: Output) -> None:
    """Lay out the minutes (議事録) of the meeting that SOURCE announces, to be filled in.

    The details and the titles of the sections stay; 経過, 決定 and 宿題 have room.
    """
    from minutes_gen.drafting.blank_minutes import minutes_of

    try:
        session = minutes_of(read_source(source))
    except ModelError as error:
        raise NotationError(source, None, error.problem) from None
    output.write(session, source)


@click.command("next")
@click.argument("source")
@click.option("--issued", metavar="DATE", help="The day of the notice (発行日), in any form.")
@output_options
def next_notice(source: str, *, issued: str | None, output: Output) -> None:
    """Write the notice of the next session, from what SOURCE says about it (次回の予定).

    What SOURCE does not say is not invented: a month stays a month, and what is still to be
    filled in is pointed out on standard error.
    """
    from minutes_gen.drafting.next_notice import follow_up, open_points

    day = None if issued is None else _as_day(issued)
    before = read_source(source)
    try:
        session = follow_up(before, issued=day)
    except ModelError as error:
        raise NotationError(source, None, error.problem) from None
    output.write(session, source)
    _point_out([str(point) for point in open_points(session, before)])


def _as_day(text: str) -> date:
    from minutes_gen.schedule import parse_day

    try:
        day = parse_day(text)
    except ScheduleError as error:
        raise click.UsageError(f"--issued: {error}.") from None
    if day is None:
        raise click.UsageError(
            f"--issued: must be a full date, such as 2018-07-05, not {shown(text)}."
        )
    return day


def _point_out(points: Iterable[str]) -> None:
    if listed := "; ".join(points):
        complain(f"to be filled in: {listed}")


@click.command()
@click.argument("name")
@click.option("--from", "previous", metavar="FILE", help="The paper whose follow-up this is.")
@click.option(
    "--set",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    help="A value; NAME=@FILE takes it from a text file, and NAME=@@… begins with an @.",
)
@click.option("--values", metavar="JSON", help="A .json file with values, or - for standard input.")
@click.option(
    "--each",
    metavar="CSV",
    help="Write one paper for each row of a table with a header (CSV, or what Excel calls Unicode "
    "text); -o then names columns, "
    "such as 'out/{番号}-{氏名}.docx'.",
)
@_folder_option
@output_options
def new(  # noqa: PLR0913  (each is an option of the command)
    name: str,
    *,
    previous: str | None,
    pairs: tuple[str, ...],
    values: str | None,
    each: str | None,
    folder: str | None,
    output: Output,
) -> int:
    """Fill in the template NAME, or the template in a .txt file.

    A value is one that --set or --values gives; else it is that of the follow-up of the paper
    behind --from; else the template's default.
    """
    from minutes_gen.templating.template import Template

    if previous == values == STDIO:
        raise click.UsageError("standard input is read once; give --from or --values a file.")
    template = Template.load(name, folder)
    given = {**_read_values(values), **dict(map(_pair, pairs))}
    before = () if previous is None else (read_source(previous),)
    if each is not None:
        return _write_each(template, before, given, each, output)
    session = template.fill(*before, given)
    output.write(session, template.source)
    _point_out(_open(session, template))
    return 0


def _open(session: "Session", template: "Template") -> list[str]:
    """List what is to be filled in, of that which the template has a place for."""
    from minutes_gen.drafting.next_notice import open_points

    places = {value.name for value in template.values}
    return [str(point) for point in open_points(session) if point.name in places]


def _pair(text: str) -> tuple[str, str]:
    """Read NAME=VALUE; an equals sign of an input method does as well."""
    from minutes_gen.formats.files import read_file

    name, sign, value = re.sub("[=＝]", "=", text, count=1).partition("=")
    if not sign or not name.strip():
        raise click.UsageError(f"--set: {shown(text)} is not of the form NAME=VALUE.")
    if value.startswith("@@"):
        return name, value[1:]
    return name, read_file(value[1:]) if value.startswith("@") else value


def _read_values(path: str | None) -> dict[str, object]:
    from minutes_gen.formats.files import read_file
    from minutes_gen.formats.json_data import read_object
    from minutes_gen.inputs._encodings import decode

    if path is None:
        return {}
    if path == STDIO:
        return read_object(decode(standard_input(), source=STDIN), source=STDIN)
    return read_object(read_file(path), source=path)


def _write_each(
    template: "Template",
    before: "tuple[Session, ...]",
    given: dict[str, object],
    each: str,
    output: Output,
) -> int:
    """Write the paper of each row; what is wrong with one is said, and harms no other."""
    from minutes_gen.batch.bulk import OutputNames, make_folders
    from minutes_gen.batch.tables import read_rows, wrong_cell
    from minutes_gen.templating._values import plain_name

    if output.printed:
        raise click.UsageError("--each needs -o FILE, such as -o 'out/{番号}-{氏名}.docx'.")
    rows = read_rows(each)
    common = {plain_name(key): value for key, value in given.items() if isinstance(value, str)}
    names = OutputNames.of(output.files, (*rows.columns, *common))
    taken = {value.name for value in template.values}
    used = taken.union(names.fields)
    failures = []
    points: dict[str, None] = {}

    def write(row: "Row") -> None:
        cells = {key: cell for key, cell in row.cells.items() if key in used}
        if problem := row.problem or wrong_cell(cells):
            raise ModelError("", problem)
        values = {key: cell for key, cell in cells.items() if key in taken}
        session = template.fill(*before, given, values)
        paths = names.name(row, common)
        make_folders(paths)
        output.to(paths).write(session, template.source)
        points.update(dict.fromkeys(_open(session, template)))

    hidden = not sys.stderr.isatty()
    with click.progressbar(rows.rows, file=sys.stderr, hidden=hidden, label=each) as watched:
        for row in watched:
            try:
                write(row)
            except MinutesError as error:
                failures.append(f"{each}:{row.line}: {error}")
    for failure in failures:
        complain(failure)
    if unused := [column for column in rows.columns if column not in used]:
        complain(f"{each}: no use for {', '.join(unused)}")
    _point_out(points)
    if failures:
        return complain(f"{len(failures)} of {len(rows.rows)} rows failed", status=1)
    return 0

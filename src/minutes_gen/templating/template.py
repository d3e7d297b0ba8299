"""ひな形: templates, which are texts in the notation with {{ }} where values go.

>>> "staff-training" in template_names()
True
>>> notice = Template("{{ 題名 }}\\n\\n日時：{{ 日時 }}").fill(題名="研修", 日時="平成30年7月")
>>> notice.title, notice.schedule
('研修', Schedule.fromisoformat('2018-07'))
"""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from attrs import field, frozen

from minutes_gen.drafting.next_notice import follow_up
from minutes_gen.errors import (
    FileError,
    ModelError,
    TemplateError,
    ValuesError,
    shown,
    suggest,
)
from minutes_gen.formats.files import read_file
from minutes_gen.formats.notation.reader import read_lines
from minutes_gen.session import Session
from minutes_gen.templating._header import Header, TemplateValue, read_header
from minutes_gen.templating._lines import template_lines
from minutes_gen.templating._program import Program, compile_template
from minutes_gen.templating._session_values import session_values
from minutes_gen.templating._values import plain_name, unwrapped, usual_kind

SUFFIX = ".txt"
FOLDER_VARIABLE = "MINUTES_GEN_TEMPLATES"
ISSUED = "発行日"


@cache
def template_folder() -> Path:
    """Find the starter templates: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


def _folders(folder: str | os.PathLike[str] | None) -> Iterator[Path]:
    """Go through the folders of templates, a user's own first."""
    own = folder or os.environ.get(FOLDER_VARIABLE)
    if own:
        if not Path(own).is_dir():
            raise FileError(f"{os.fspath(own)!r} is not a folder of templates")
        yield Path(own)
    yield template_folder()


def _found(folder: str | os.PathLike[str] | None) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for place in _folders(folder):
        for path in sorted(place.glob(f"*{SUFFIX}")):
            found.setdefault(path.stem, path)
    return found


def template_names(folder: str | os.PathLike[str] | None = None) -> list[str]:
    """List the names of the templates: those of a user's own folder, and the starter templates.

    >>> "meeting-notice" in template_names()
    True
    """
    return sorted(_found(folder))


def template_path(name: str, folder: str | os.PathLike[str] | None = None) -> Path:
    """Find the file of a template by its name, or take the path of a .txt file.

    >>> template_path("staff-traning")
    Traceback (most recent call last):
    minutes_gen.errors.FileError: there is no template 'staff-traning'; did you mean \
'staff-training'?
    """
    found = _found(folder)
    if name in found:
        return found[name]
    if name.endswith(SUFFIX):
        return Path(name)
    raise FileError(f"there is no template {shown(name)}{suggest(name, found)}")


def copy_template(
    name: str, target: str | os.PathLike[str], folder: str | os.PathLike[str] | None = None
) -> str:
    """Copy a template into a folder, to be edited there, and return the path of the copy.

    A file that stands there already is not touched: FileError.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     Path(copy_template("staff-training", folder)).name
    'staff-training.txt'
    """
    path = template_path(name, folder)
    copy = Path(target) / path.name
    text = read_file(path).encode()
    try:
        Path(target).mkdir(parents=True, exist_ok=True)
        with copy.open("xb") as file:
            file.write(text)
    except OSError as error:
        if copy.exists():
            raise FileError(f"{os.fspath(copy)!r} is there already, and is kept") from None
        problem = f"{error.strerror}: {error.filename!r}"
        raise FileError(f"{os.fspath(copy)!r} cannot be written: {problem}") from None
    return os.fspath(copy)


@frozen
class Template:
    """A template (ひな形): a text in the notation with {{ 日時 }} where values go.

    It is read and checked once, when it is made, and can then be filled in again and again. A
    TemplateError names the line of what no template may hold. `source` is what messages call it.

    >>> [value.name for value in Template("{{ 題名 }}").values]
    ['題名']
    """

    text: str = field(repr=False)
    source: str = "<template>"
    _header: Header = field(init=False, repr=False, eq=False)
    _program: Program = field(init=False, repr=False, eq=False)
    values: tuple[TemplateValue, ...] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Read the text."""
        object.__setattr__(self, "_header", read_header(self.text, source=self.source))
        object.__setattr__(self, "_program", compile_template(self.text, source=self.source))
        object.__setattr__(self, "values", tuple(self._listed()))

    def __reduce__(self) -> "tuple[type[Template], tuple[str, str]]":
        """Another process reads the text again."""
        return Template, (self.text, self.source)

    @classmethod
    def load(cls, name: str, folder: str | os.PathLike[str] | None = None) -> "Template":
        """Find a template by its name, or by the path of its .txt file, and read it.

        `folder` is a folder of one's own, which comes before the starter templates; else the
        environment variable MINUTES_GEN_TEMPLATES may name one. FileError where there is none.

        >>> Template.load("staff-training").about
        '研修の案内・配付資料（レジュメ）'
        """
        path = template_path(name, folder)
        return cls(read_file(path), name if name.endswith(SUFFIX) else path.name)

    @property
    def about(self) -> str:
        """What it is for, as the comment on its top says.

        >>> Template("{# 会員への連絡 #}{{ 題名 }}").about
        '会員への連絡'
        """
        return self._header.about

    def _listed(self) -> Iterator[TemplateValue]:
        """Bring together what the comment lists and what the text uses."""
        uses = self._program.uses
        if self._header.values is None:
            for name, use in uses.items():
                kind = usual_kind(name, listed=use.listed)
                yield TemplateValue(name, kind, not use.optional, line=use.line)
            return
        listed = {value.name: value for value in self._header.values}
        for name, use in uses.items():
            if name not in listed:
                problem = f"{shown(name)} is not among the values that the template lists"
                raise TemplateError(self.source, use.line, problem + suggest(name, listed))
        yield from listed.values()

    def fill(self, *sources: Session | Mapping[str, object], **named: object) -> Session:
        """Fill the template in.

        Values come by name, or in mappings. What they leave out is that of the follow-up of a
        session (`follow_up`), if one is given: 発行者, 題名, 回, 場所 …; else it is the template's
        default. A value may be a text as people type it, or a date, a Schedule, a number, People
        or a list. An empty text says that there is none. A ValuesError names what is unknown or
        missing, the template and the line.

        >>> Template.load("staff-training").fill(持所="事務室")
        Traceback (most recent call last):
        minutes_gen.errors.ValuesError: staff-training.txt: this template has no value '持所'; \
did you mean '場所'?
        """
        given: dict[str, object] = {}
        usual: dict[str, object] = {}
        try:
            for source in (*sources, named):
                if isinstance(source, Session):
                    usual |= session_values(follow_up(source), self._names)
                else:
                    given |= {plain_name(name): value for name, value in source.items()}
            scope = self._scope(given, usual)
            issued = unwrapped(scope.get(ISSUED))
            run = self._program.run(scope, issued if isinstance(issued, date) else None)
            return read_lines(template_lines(run), source=self.source)
        except ModelError as error:
            raise ValuesError(self.source, None, str(error)) from None

    @property
    def _names(self) -> list[str]:
        return [value.name for value in self.values]

    def _scope(self, given: Mapping[str, object], usual: Mapping[str, object]) -> dict[str, object]:
        names = self._names
        if unknown := [name for name in given if name not in names]:
            problem = f"this template has no value {shown(unknown[0])}"
            raise ValuesError(self.source, None, problem + suggest(unknown[0], names))
        scope = {value.name: self._read(value, given, usual) for value in self.values}
        missing = [v for v in self.values if v.required and scope[v.name] is None]
        if missing:
            named = ", ".join(value.name for value in missing)
            problem = f"{named} {'is' if len(missing) == 1 else 'are'} missing, and must be given"
            raise ValuesError(self.source, missing[0].line, problem)
        return scope

    def _read(
        self, value: TemplateValue, given: Mapping[str, object], usual: Mapping[str, object]
    ) -> object:
        """Read what is given, even if that says nothing; else what is usual; else the default."""
        try:
            for source in given, usual:
                if source.get(value.name) is not None:
                    return value.kind.take(source[value.name])
            return None if value.default is None else value.kind.take(value.default)
        except ModelError as error:
            raise ValuesError(self.source, value.line, f"{value.name}: {error.problem}") from None

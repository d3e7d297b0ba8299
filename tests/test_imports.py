"""Which room may import which, in which order a room's files stand, and what importing costs."""

import ast
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from importlib.util import find_spec
from pathlib import Path

import pytest

import minutes_gen

ARCHITECTURE = Path(__file__).parents[1] / "docs" / "architecture.md"


def table_of_floors() -> dict[str, int]:
    """Read the rooms of the house and their floors out of the document that explains them.

    A file imports from its own room and from floors below; rooms of one floor know nothing of each
    other.
    """
    floors: dict[str, int] = {}
    for number, room in re.findall(
        r"^\| (\d*) ?\| `(\w+)` \|", ARCHITECTURE.read_text(encoding="utf-8"), re.MULTILINE
    ):
        floors[room] = int(number) if number else list(floors.values())[-1]
    return floors


FLOOR = table_of_floors()


def package_folder() -> Path:
    """Find the package under test, installed or not."""
    spec = find_spec("minutes_gen")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


PACKAGE = package_folder()
FILES = sorted(path for path in PACKAGE.rglob("*.py"))
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in FILES
}


def room_of(module: str) -> str:
    """Name the room that a module stands in: a folder, or a file at the top."""
    return module.partition(".")[0]


_LAZY = re.compile(r"([a-z_.]+):[a-z_]+")


def imports_of(path: Path) -> set[str]:
    """List the modules of the package that a file imports, anywhere in it.

    What is loaded when it is first asked for stands in strings: the public names in `_HOMES`, the
    functions of a format as `file:name`.
    """
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            # `from .rules import BreakRules` begins at the file's own folder.
            above = path.relative_to(PACKAGE.parent).parts[: -node.level] if node.level else ()
            module = ".".join([*above, node.module])
            # `from minutes_gen import era` names a module behind the import.
            behind = {f"{module}.{alias.name}" for alias in node.names}
            found |= {name for name in behind if name.partition(".")[2] in MODULES}
            found.add(module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_HOMES":
            found |= {f"minutes_gen.{home}" for home in ast.literal_eval(node.value)}
        elif isinstance(node, ast.Constant) and (named := _LAZY.fullmatch(str(node.value))):
            beside = ".".join(path.relative_to(PACKAGE.parent).parts[:-1])
            found.add(f"{beside}.{named[1]}")
    return {name.removeprefix("minutes_gen.") for name in found if name.startswith("minutes_gen.")}


IMPORTS = {module: imports_of(path) & set(MODULES) - {module} for module, path in MODULES.items()}


def test_every_room_has_its_floor() -> None:
    """A new room is given its place in the table above."""
    assert {room_of(module) for module in MODULES} == set(FLOOR)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down(module: str) -> None:
    """No file imports from its own floor, but from its room, or from a floor above."""
    for other in IMPORTS[module]:
        if room_of(other) != room_of(module):
            assert FLOOR[room_of(other)] < FLOOR[room_of(module)], f"{module} imports {other}"


def test_no_files_import_in_a_circle() -> None:
    """Every file can be read after those that it imports."""
    assert list(TopologicalSorter(IMPORTS).static_order())


DOCUMENT = "layout.document"
# What compose has done when a writer begins: to find facts, to write dates.
DONE = {"drafting", "era", "facts", "schedule"}


def test_what_a_writer_may_import() -> None:
    """What sees a Document finds no facts and writes no dates; what reads knows no layout."""
    writers = {
        module
        for module, imported in IMPORTS.items()
        if module.startswith("formats.")
        and (DOCUMENT in imported or module.startswith("formats.docx"))
    }
    assert {"formats.docx.writer", "formats.notation.writer", "formats.page_text"} <= writers
    for module in writers:
        assert not {room_of(other) for other in IMPORTS[module]} & DONE, module
    for module, imported in IMPORTS.items():
        if module.startswith("formats.") and module not in {*writers, "formats.files"}:
            assert "layout" not in map(room_of, imported), module


def test_formats_know_nothing_of_each_other() -> None:
    """But text has two ways out, a PDF's text becomes the notation's, and tables are drawn once."""
    known = {
        ("extracted", "notation"),
        ("notation", "page_text"),
        *((name, "_table") for name in ("docx", "notation", "page_text")),
    }
    found = {
        (module.split(".")[1], other.split(".")[1])
        for module, imported in IMPORTS.items()
        for other in imported
        if module.startswith("formats.") and other.startswith("formats.")
    }
    assert {(one, other) for one, other in found if one not in {"files", other}} == known


def drawing(folder: Path) -> list[set[str]]:
    """Read the order of a room's files, from the top down, out of its docstring.

    Each line of the drawing names the files of one floor: `    _filters, _lines   what they do`.
    """
    docstring = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    floors = re.findall(r"^    ((?:\w+, )*\w+)(?:  .*)?$", docstring or "", re.MULTILINE)
    return [set(names.split(", ")) for names in floors]


ROOMS = [path.parent for path in FILES if path.name == "__init__.py" and path.parent != PACKAGE]


@pytest.mark.parametrize("folder", ROOMS, ids=lambda folder: str(folder.relative_to(PACKAGE)))
def test_a_room_draws_its_order(folder: Path) -> None:
    """In the drawing of a room stands every file, and a file imports from lines below its own."""
    room = ".".join(folder.relative_to(PACKAGE).parts)
    floors = drawing(folder)
    height = {name: -floor for floor, names in enumerate(floors) for name in names}
    files = {path.stem for path in folder.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert set(height) == files - {"__init__", "__pycache__"}
    for module, imported in IMPORTS.items():
        if module.startswith(f"{room}."):
            name = module.removeprefix(f"{room}.").partition(".")[0]
            for other in imported:
                if other.startswith(f"{room}.") and not other.startswith(f"{room}.{name}"):
                    below = other.removeprefix(f"{room}.").partition(".")[0]
                    assert height[below] < height[name], f"{module} imports {other}"


def loaded_by(statement: str) -> set[str]:
    """Run a statement in a fresh interpreter and list the modules that it loads."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*set(sys.modules) - before)"
    output = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout
    return set(output.split())


def test_the_package_itself_loads_nothing() -> None:
    """`import minutes_gen` loads no other module of the package and no library."""
    own = {name for name in loaded_by("import minutes_gen") if name.startswith("minutes_gen")}
    assert own == {"minutes_gen"}
    assert not loaded_by("import minutes_gen") & {"attr", "click", "docx", "cattrs", "jinja2"}


def test_era_loads_no_library() -> None:
    """A script that wants one date waits for no library."""
    loaded = loaded_by("from minutes_gen import era")
    assert not loaded & {"attr", "attrs", "cattrs", "click", "docx", "lxml"}


def test_text_needs_no_word() -> None:
    """Reading and writing text loads neither python-docx nor cattrs' converters."""
    loaded = loaded_by("import minutes_gen as m; m.render_text(m.read_text('研修'))")
    assert "minutes_gen.formats.notation.writer" in loaded
    assert not loaded & {"docx", "lxml", "click", "jinja2"}


def test_a_paper_without_a_template_needs_no_jinja() -> None:
    """The command and files load Jinja2 where a template is filled in, and nowhere else."""
    loaded = loaded_by("import minutes_gen.cli.command as c; c.main(['next', '--help'])")
    assert not loaded & {"jinja2", "docx"}
    assert "jinja2" not in loaded_by("from minutes_gen import follow_up, load, save")


def test_a_version_needs_nothing() -> None:
    """Nor is it looked up among what is installed."""
    loaded = loaded_by("import minutes_gen.cli.command as c; c.main(['--version'])")
    assert not loaded & {"attr", "importlib.metadata", "pathlib", "socket"}


def test_a_new_word_file_needs_no_library_for_word() -> None:
    """Only a letterhead needs lxml, and only a script that asks for its document python-docx."""
    loaded = loaded_by("import minutes_gen as m; m.render_docx(m.read_text('研修'), 'koyobun')")
    assert "minutes_gen.formats.docx.writer" in loaded
    assert not loaded & {"docx", "lxml", "cattrs", "tomllib"}


def test_public_names_are_said_alike() -> None:
    """What type checkers read, what is listed, and what is loaded when asked for, are the same."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    (checked,) = (node for node in tree.body if isinstance(node, ast.If))
    imported = {
        (str(node.module), alias.name)
        for node in checked.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    homes = minutes_gen._HOME_OF
    assert imported == {(f"minutes_gen.{home}", name) for name, home in homes.items()}
    assert minutes_gen.__all__ == sorted(homes)


def test_public_names() -> None:
    """Every public name loads, is listed, and another is an AttributeError."""
    for name in minutes_gen.__all__:
        assert getattr(minutes_gen, name) is not None
        assert name in dir(minutes_gen)
    with pytest.raises(AttributeError, match="no attribute 'rendr_text'"):
        minutes_gen.rendr_text  # noqa: B018

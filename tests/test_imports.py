"""Which module may import which, and what importing costs."""

import ast
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import minutes_gen

# From the top down: a module imports only from rows below its own, or from its own package.
# Modules that stand in one row know nothing of each other.
LAYERS = [
    {"cli"},
    {"cli_templates"},
    {"cli_output", "template", "bulk"},
    {"files"},
    {"render", "templating", "followup"},
    {"skeleton"},
    {"readers.data", "readers.extracted"},
    {"readers.text", "writers.docx", "writers.page", "writers.text"},
    {"compose", "readers.foot", "readers.head", "writers.table"},
    {"document", "measure", "readers.lines", "session"},
    {"checks"},
    {"tally"},
    {"contents"},
    {"minutes"},
    {"attendance", "counting", "style"},
    {"blocks", "foot"},
    {"detail", "head"},
    {"task"},
    {"people", "structure"},
    {"fields", "notation"},
    {"schedule", "numbering"},
    {"numerals", "era", "typeset", "naming"},
    {"errors", "roles"},
]
HEIGHT = {name: -row for row, names in enumerate(LAYERS) for name in names}


def package_folder() -> Path:
    """Find the package under test, installed or not."""
    spec = find_spec("minutes_gen")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def imports_of(path: Path) -> set[str]:
    """List the modules of the package that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            # `from minutes_gen import era` names a module behind the import.
            behind = {alias.name for alias in node.names} if node.module == "minutes_gen" else {""}
            found |= {f"{node.module}.{name}".strip(".") for name in behind}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name.removeprefix("minutes_gen.") for name in found if name.startswith("minutes_gen.")}


def unit(module: str) -> str:
    """Name the row's entry that a module belongs to: a package counts as one."""
    first, _, rest = module.partition(".")
    return f"{first}.{rest.split('.')[0]}" if first in ("readers", "writers") and rest else first


MODULES = {
    unit(".".join(path.relative_to(package_folder()).with_suffix("").parts)): path
    for path in sorted(package_folder().rglob("*.py"))
    if path.name != "__init__.py"
}
FILES = [
    (unit(".".join(path.relative_to(package_folder()).with_suffix("").parts)), path)
    for path in sorted(package_folder().rglob("*.py"))
    if path.parent != package_folder() or path.name != "__init__.py"
]


def test_every_module_has_its_layer() -> None:
    """A new module is given its place in the table above."""
    names = {name.removesuffix(".__init__") for name, _ in FILES} - {"readers", "writers"}
    assert names == set(HEIGHT)


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda value: str(value).rpartition("/")[2])
def test_imports_point_down(name: str, path: Path) -> None:
    """No module imports one of its own row or of a row above; a reader never knows a writer."""
    for module in imports_of(path):
        other = unit(module)
        if other != name:
            assert HEIGHT[other] < HEIGHT[name], f"{name} imports {other}"


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
    assert "minutes_gen.writers.text" in loaded
    assert not loaded & {"docx", "lxml", "click", "jinja2"}


def test_a_paper_without_a_template_needs_no_jinja() -> None:
    """The command and files load Jinja2 where a template is filled in, and nowhere else."""
    loaded = loaded_by("import minutes_gen.cli as c; c.main(['next', '--help'])")
    assert not loaded & {"jinja2", "docx"}
    assert "jinja2" not in loaded_by("from minutes_gen import follow_up, load, save")


def test_a_new_word_file_needs_no_library_for_word() -> None:
    """Only a letterhead needs lxml, and only a script that asks for its document python-docx."""
    loaded = loaded_by("import minutes_gen as m; m.render_docx(m.read_text('研修'), 'koyobun')")
    assert "minutes_gen.writers.docx" in loaded
    assert not loaded & {"docx", "lxml", "cattrs", "tomllib"}


def test_public_names() -> None:
    """Every public name loads, is listed, and another is an AttributeError."""
    for name in minutes_gen.__all__:
        assert getattr(minutes_gen, name) is not None
        assert name in dir(minutes_gen)
    with pytest.raises(AttributeError, match="no attribute 'rendr_text'"):
        minutes_gen.rendr_text  # noqa: B018

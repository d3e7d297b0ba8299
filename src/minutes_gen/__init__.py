"""Notices, handouts and minutes of a Japanese office, as Word files and plain text.

    from minutes_gen import load, save
    save(load("june-7-notice.txt"), "june-7-notice.docx")

A public name is loaded when it is first asked for (PEP 562), so that a script which wants one
era date does not wait for a Word writer.
"""

__version__ = "0.1.0"  # to look it up among what is installed takes half as long as a command

# What `typing` calls by this name; importing it would cost more than an era date takes.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from minutes_gen.batch.bulk import render_many
    from minutes_gen.drafting.blank_minutes import minutes_of
    from minutes_gen.drafting.next_notice import follow_up
    from minutes_gen.errors import MinutesError
    from minutes_gen.formats.docx.writer import render_docx, to_docx_document
    from minutes_gen.formats.extracted import read_extracted
    from minutes_gen.formats.files import load, save
    from minutes_gen.formats.json_data import read_json, render_json
    from minutes_gen.formats.notation.reader import read_text
    from minutes_gen.formats.notation.writer import render_text
    from minutes_gen.layout.style import HouseStyle, load_style
    from minutes_gen.schedule import Schedule
    from minutes_gen.session import (
        Bullet,
        Detail,
        Example,
        Paragraph,
        People,
        Section,
        Session,
        Signer,
        Signing,
        Table,
        Task,
        Vote,
    )
    from minutes_gen.templating.template import Template

__all__ = [
    "Bullet",
    "Detail",
    "Example",
    "HouseStyle",
    "MinutesError",
    "Paragraph",
    "People",
    "Schedule",
    "Section",
    "Session",
    "Signer",
    "Signing",
    "Table",
    "Task",
    "Template",
    "Vote",
    "follow_up",
    "load",
    "load_style",
    "minutes_of",
    "read_extracted",
    "read_json",
    "read_text",
    "render_docx",
    "render_json",
    "render_many",
    "render_text",
    "save",
    "to_docx_document",
]

# The module of each public name; a test holds the two lists above against this one.
_HOMES = {
    "batch.bulk": "render_many",
    "drafting.blank_minutes": "minutes_of",
    "drafting.next_notice": "follow_up",
    "errors": "MinutesError",
    "formats.docx.writer": "render_docx to_docx_document",
    "formats.extracted": "read_extracted",
    "formats.files": "load save",
    "formats.json_data": "read_json render_json",
    "formats.notation.reader": "read_text",
    "formats.notation.writer": "render_text",
    "layout.style": "HouseStyle load_style",
    "schedule": "Schedule",
    "session": "Bullet Detail Example Paragraph People Section Session Signer Signing Table Task \
Vote",
    "templating.template": "Template",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Load a public name from the module that defines it."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'minutes_gen' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  (bare `import minutes_gen` loads nothing)

    value: object = getattr(import_module(f"minutes_gen.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *__all__})

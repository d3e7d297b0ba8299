"""ひな形: the starter templates, which are texts in the notation with {{ }} where values go.

>>> "staff-training" in template_names()
True
"""

import re
from functools import cache
from pathlib import Path

from minutes_gen.errors import FileError, shown, suggest


@cache
def template_folder() -> Path:
    """Find the templates: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


def template_names() -> list[str]:
    """List the names of the starter templates."""
    return sorted(path.stem for path in template_folder().glob("*.txt"))


def read_template(name: str) -> str:
    """Return the text of a starter template.

    >>> read_template("staff-traning")
    Traceback (most recent call last):
    minutes_gen.errors.FileError: 'staff-traning' is no template; did you mean 'staff-training'?
    """
    if name not in template_names():
        raise FileError(f"{shown(name)} is no template{suggest(name, template_names())}")
    return (template_folder() / f"{name}.txt").read_text(encoding="utf-8")


def about_template(text: str) -> str:
    """Return the first line of the comment that a template begins with: what it is for.

    >>> about_template("{# 研修の案内\\n   値: … #}\\n平成")
    '研修の案内'
    """
    match = re.match(r"\{#\s*(.*?)\s*(?:\n|#\})", text)
    return match[1] if match else ""

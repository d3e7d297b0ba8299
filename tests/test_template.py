"""The starter templates."""

from pathlib import Path

import pytest

from minutes_gen import template
from minutes_gen.errors import FileError
from minutes_gen.template import about_template, read_template, template_folder, template_names


@pytest.mark.parametrize("name", template_names())
def test_each_template_says_what_it_is_for(name: str) -> None:
    """A template begins with a comment, and bears values to fill in."""
    assert about_template(read_template(name))
    assert "{{ " in read_template(name)


def test_a_text_without_a_comment() -> None:
    """A template of one's own may say nothing of itself."""
    assert about_template("平成") == ""


def test_templates_are_found_in_a_wheel_and_in_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed package carries them; a checkout has them at its top."""
    package = tmp_path / "src" / "minutes_gen"
    package.mkdir(parents=True)
    monkeypatch.setattr(template, "__file__", str(package / "template.py"))
    assert template_folder.__wrapped__() == tmp_path / "templates"
    (package / "templates").mkdir()
    assert template_folder.__wrapped__() == package / "templates"


def test_a_template_that_is_none() -> None:
    """A slip in a name is pointed out, and no path leads out of the folder."""
    with pytest.raises(FileError, match="did you mean 'staff-training'"):
        read_template("staff-trainning")
    with pytest.raises(FileError, match="is no template"):
        read_template("../examples/june-7-notice")

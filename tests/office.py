"""LibreOffice and poppler: Word files as a reader would see them."""

import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest

TOOLS = ("soffice", "pdftotext", "fc-list")


def need(what: str, *, present: bool) -> None:
    """Skip a test whose tool is not there; where CI runs, that is a failure."""
    if not present:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{what} is missing, and CI runs every test")
        pytest.skip(f"{what} is not installed")


def need_office() -> None:
    """Ask for LibreOffice, poppler and a Japanese font."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    need(", ".join(missing), present=not missing)
    fonts = subprocess.run(["fc-list", ":lang=ja"], capture_output=True, text=True, check=True)
    need("a Japanese font (such as fonts-ipafont-mincho)", present=bool(fonts.stdout))


def to_pdf(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Convert .docx files to PDF, all in one run of LibreOffice."""
    return converted(files, folder, "pdf")


def converted(files: Mapping[str, bytes], folder: Path, suffix: str) -> dict[str, Path]:
    """Convert .docx files, all in one run of LibreOffice; a .docx becomes one of its own.

    The suffix may name a filter behind it, as in `txt:Text (encoded):UTF8`.
    """
    made = folder / "made"
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    # A profile of its own: an office that a user has open would answer, and do nothing.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", "--convert-to", suffix, "--outdir", str(made)]
    paths = [str(folder / f"{name}.docx") for name in files]
    command = ["soffice", profile, *options, *paths]
    subprocess.run(command, capture_output=True, check=True, timeout=600)
    return {name: made / f"{name}.{suffix.partition(':')[0]}" for name in files}


def pages(pdf: Path) -> list[str]:
    """Return the text of each page, without the footer, which is the last line."""
    text = _pdftotext("-raw", pdf)
    return [page.rstrip("\n").rpartition("\n")[0] for page in text.split("\f")[:-1]]


def words(pdf: Path) -> dict[str, float]:
    """Say where each word begins, in pt from the left edge; of equal words the last."""
    found = re.findall(r'<word xMin="([\d.]+)".*?>(.*?)</word>', _pdftotext("-bbox", pdf))
    return {word: float(left) for left, word in found}


def _pdftotext(option: str, pdf: Path) -> str:
    command = ["pdftotext", option, str(pdf), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def seen(line: str) -> str:
    """Return a line without what ends it unseen: spaces, and marks of format that hold them."""
    while line and (line[-1].isspace() or unicodedata.category(line[-1]) == "Cf"):
        line = line[:-1]
    return line


def bare(text: str) -> str:
    """Return a text after NFKC, without white space and bars: what two ways of printing it share.

    The bars of a table are ruled lines on paper.
    """
    return "".join(unicodedata.normalize("NFKC", text).replace("|", "").split())

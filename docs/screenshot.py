"""The README's picture of the page, docs/report.png: `python docs/screenshot.py` draws it anew. Needs Chromium."""  # noqa: INP001 - a program

from __future__ import annotations

import shutil
import sys
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import sync_playwright

from planlint.cli.main import run

ROOT: Final = Path(__file__).resolve().parent.parent
PICTURE: Final = ROOT / "docs" / "report.png"
ARGUMENTS: Final = ("check", "--phase", "remiss", "samples/norradalen-utkast.docx")
"""A draft with faults."""
WIDTH: Final = 1100
HEIGHT: Final = 1400
"""In pixels: so much of the page as shows its summary and where a matrix begins."""


def draw(picture: Path) -> None:
    """Write the upper part of the report's page as a PNG file."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "report.html"
        with chdir(ROOT), redirect_stdout(StringIO()):
            run([*ARGUMENTS, "--output", str(page)])
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        sheet = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", offline=True)
        sheet.goto(page.as_uri())
        sheet.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE)

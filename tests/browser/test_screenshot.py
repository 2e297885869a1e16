"""The README shows the page. Fonts differ between machines, so no pixels are compared."""

import re
import runpy
import struct
from pathlib import Path

LARGEST = 300_000
"""Bytes: what a reader of the README should have to load."""


def test_the_readme_shows_the_page_in_words_too(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"!\[([^\]]+)\]\(docs/report\.png\)", readme)
    assert shown, "README.md does not show docs/report.png"
    assert len(shown[1].split()) >= 8, "the picture's words say too little to those who do not see it"


def test_the_picture_is_a_png_of_the_size_that_its_program_states(root: Path) -> None:
    picture = (root / "docs" / "report.png").read_bytes()
    program = runpy.run_path(str(root / "docs" / "screenshot.py"))
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert picture[12:16] == b"IHDR"
    assert struct.unpack(">II", picture[16:24]) == (program["WIDTH"], program["HEIGHT"])
    assert len(picture) < LARGEST

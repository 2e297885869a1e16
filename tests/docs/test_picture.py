"""The README's picture shows what planlint says today."""

import subprocess
import sys
from pathlib import Path

from lxml import etree

SVG = "{http://www.w3.org/2000/svg}"


def drawn(root: Path, folder: Path) -> str:
    file = folder / "report.svg"
    subprocess.run([sys.executable, root / "docs" / "picture.py", file], check=True, cwd=folder)
    return file.read_text(encoding="utf-8")


def words(picture: str) -> list[str]:
    """What a picture says, line by line; how it is drawn is the library's and changes with its versions."""
    return [text.text or "" for text in etree.fromstring(picture).iter(f"{SVG}text")]


def test_the_picture_is_the_report_of_today(root: Path, tmp_path: Path) -> None:
    kept = (root / "docs" / "report.svg").read_text(encoding="utf-8")
    assert words(drawn(root, tmp_path)) == words(kept), "draw it anew: python docs/picture.py"


def test_the_picture_fetches_nothing_and_shows_a_finding(root: Path) -> None:
    picture = (root / "docs" / "report.svg").read_text(encoding="utf-8")
    assert "url(http" not in picture
    assert "url(&quot;http" not in picture
    assert "@font-face" not in picture
    said = " ".join(words(picture))
    assert "PL205" in said
    assert "{+20+}" in said

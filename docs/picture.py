"""The README's picture of a report, docs/report.svg: `python docs/picture.py` draws it anew."""  # noqa: INP001 - a program

from __future__ import annotations

import re
import sys
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

from planlint.cli.main import run

ROOT: Final = Path(__file__).resolve().parent.parent
PICTURE: Final = ROOT / "docs" / "report.svg"
ARGUMENTS: Final = (
    "check", "--phase", "remiss", "--select", "PL204,PL205,PL402", "samples/norradalen-utkast.docx",
)  # fmt: skip
"""A draft with faults; three rules, so that the picture holds a whole report."""
COLUMNS: Final = 80


def draw() -> str:
    """The report in colour as SVG, the same bytes every time; nothing in it is fetched from anywhere."""
    out = StringIO()
    with chdir(ROOT), redirect_stdout(out):
        run([*ARGUMENTS, "--color", "always"])
    console = Console(record=True, width=COLUMNS, file=StringIO())
    console.print(Text.from_ansi(out.getvalue().rstrip("\n")))
    title = " ".join(("planlint", *ARGUMENTS))
    svg = console.export_svg(title=title, theme=SVG_EXPORT_THEME, unique_id="planlint")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    (Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE).write_text(draw(), encoding="utf-8", newline="\n")

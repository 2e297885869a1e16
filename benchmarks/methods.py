"""What `reading.py` measures, each in a process of its own: `python -m benchmarks.methods METHOD FILE OTHER`.

A method is a function without arguments that loads all it needs and hands back the function that is timed, from a
file's path to something made of it. It is warmed up on another file, so that libraries and rules are loaded and nothing
of the measured file is known. The program prints the time of one call in seconds, and the process's peak memory in
bytes, libraries included.
"""

from __future__ import annotations

import gc
import json
import resource
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import Final

Read = Callable[[Path], object]

EVERY: Final = 10
"""How many paragraphs there are to a comment."""
WARM_UP: Final = 3
"""Calls on the other file."""


def floor() -> Read:
    """The least that any reader does: unzip the main part and parse it with lxml."""
    from lxml import etree

    def read(path: Path) -> object:
        with zipfile.ZipFile(path) as archive:
            return etree.fromstring(archive.read("word/document.xml"))

    return read


def planlint_read() -> Read:
    """Reading by planlint: everything that the file says, with places, styles, numbers and revisions."""
    from planlint import word

    return lambda path: word.read(path.read_bytes())


def planlint_check() -> Read:
    """A whole check: the file read, recognised, and held against the rules of the consultation."""
    from planlint.config import Config
    from planlint.engine import examine, prepare
    from planlint.intake import Source
    from planlint.rulebook import load

    means = prepare(Config(phase="consultation", debug=True), load())
    return lambda path: examine(Source(path, path.name), means)


def planlint_annotate() -> Read:
    """Reading, and a copy with a comment on every tenth paragraph's words, some two a page."""
    from datetime import UTC, datetime

    from planlint import word
    from planlint.model.document import paragraphs
    from planlint.model.note import Note

    def read(path: Path) -> object:
        data = path.read_bytes()
        places = [each.content for each in paragraphs(word.read(data).body) if each.text][::EVERY]
        notes = [Note(f"{number:016x}", place, ("PL204 …", "…")) for number, place in enumerate(places, 1)]
        return word.annotate(data, notes, "final", written=datetime(2026, 1, 1, tzinfo=UTC), gone="…")

    return read


def planlint_page() -> Read:
    """A whole check, and its report as a web page."""
    from planlint.config import Config
    from planlint.engine import run
    from planlint.intake import Source
    from planlint.report.html import render_html
    from planlint.rulebook import load

    rulebook, config = load(), Config(phase="consultation", debug=True)
    return lambda path: render_html(run((Source(path, path.name),), config, rulebook))


def python_docx() -> Read:
    """The paragraphs and tables of the body with python-docx: text and style name."""
    from docx import Document
    from docx.table import Table

    def texts(block: object) -> object:
        if isinstance(block, Table):
            return [[cell.text for cell in row.cells] for row in block.rows]
        return block.text, block.style.name  # type: ignore[attr-defined] # a Paragraph: there is nothing else

    return lambda path: [texts(block) for block in Document(str(path)).iter_inner_content()]


def docx2python() -> Read:
    """All text with docx2python."""
    docx2python = import_module("docx2python")

    def read(path: Path) -> object:
        with docx2python.docx2python(path) as content:
            return content.text

    return read


def mammoth() -> Read:
    """The document as HTML with mammoth."""
    mammoth = import_module("mammoth")

    def read(path: Path) -> object:
        with path.open("rb") as file:
            return mammoth.convert_to_html(file).value

    return read


def markitdown() -> Read:
    """The document as Markdown with markitdown."""
    converter = import_module("markitdown").MarkItDown()
    return lambda path: converter.convert(str(path)).text_content


def pandoc() -> Read:
    """The document as pandoc's own JSON; a program, so its start is in the time."""
    command = ("pandoc", "--from=docx", "--to=json")
    return lambda path: subprocess.run([*command, str(path)], check=True, capture_output=True).stdout


OWN: Final[dict[str, Callable[[], Read]]] = {
    "unzip + lxml parse": floor,
    "planlint: read": planlint_read,
    "planlint: check": planlint_check,
    "planlint: check and page": planlint_page,
    "planlint: read and annotate": planlint_annotate,
}
PEERS: Final[dict[str, Callable[[], Read]]] = {
    "python-docx: text and style": python_docx,
    "docx2python": docx2python,
    "mammoth": mammoth,
    "markitdown": markitdown,
    "pandoc → json": pandoc,
}
NEEDS: Final = {"python-docx: text and style": "docx", "pandoc → json": "pandoc"}
"""The module or program of a peer whose name is not that."""


def there(peer: str) -> bool:
    """Whether a peer is installed."""
    need = NEEDS.get(peer, peer)
    return (shutil.which(need) if need == "pandoc" else find_spec(need)) is not None


def measure(read: Read, file: Path, other: Path) -> float:
    """The time of the first call on a file in seconds, after some on another."""
    for _ in range(WARM_UP):
        read(other)
    gc.collect()
    start = perf_counter()
    read(file)
    return perf_counter() - start


def peak() -> int:
    """The most memory that this process, or the largest of its children, has held, in bytes."""
    held = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return held if sys.platform == "darwin" else held * 1024


def main(method: str, file: str, other: str) -> None:
    """Measure one method on one file."""
    read = (OWN | PEERS)[method]()
    print(json.dumps({"seconds": measure(read, Path(file), Path(other)), "bytes": peak()}))


if __name__ == "__main__":
    main(*sys.argv[1:])

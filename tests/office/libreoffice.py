"""LibreOffice as a reader of Word files: what it shows of them, and which comments it has on which words."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

Converter = Callable[[Mapping[str, bytes], str], dict[str, str]]
"""`convert` with a folder of its own."""

PROGRAM: Final = shutil.which("soffice")
FORMS: Final = {"fodt": "fodt", "txt": "txt:Text (encoded):UTF8", "docx": "docx"}
PATIENCE: Final = 300
"""Seconds for all files of one call."""

_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"
_ANNOTATION: Final = f"{_OFFICE}annotation"
_NAME: Final = f"{_OFFICE}name"
_BEGIN: Final = f"{_TEXT}change-start"
_EVENTS: Final = {_ANNOTATION, f"{_OFFICE}annotation-end", _BEGIN, f"{_TEXT}change-end"}
_CHANGE: Final = f"{_TEXT}change-id"
_REGION: Final = f"{_TEXT}changed-region"
_UNSEEN: Final = {f"{_TEXT}tracked-changes", f"{_TEXT}sequence-decls", f"{_TEXT}ruby-text"}
"""What is not among the words on the page."""
_BESIDE: Final = {f"{_TEXT}note", f"{_DRAW}text-box", f"{_DRAW}custom-shape", f"{_DRAW}rect"}
"""What holds words of its own, beside those that stand around it."""
_CHARACTERS: Final = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_PARAGRAPHS: Final = {f"{_TEXT}p", f"{_TEXT}h"}


@dataclass(frozen=True, slots=True)
class Annotation:
    """A comment as LibreOffice shows it: its author, what it says, and the words that it is about.

    `unseen` are those of its words that a tracked change takes away.
    """

    author: str
    text: str
    words: str
    unseen: str = ""


def convert(files: Mapping[str, bytes], form: str, folder: Path) -> dict[str, str]:
    """Every file, by name, in another form ("fodt", "txt"), by one call; but for those that LibreOffice does not open.

    `folder` is an empty one to work in. LibreOffice takes 255 files and passes over the others. Names must differ in
    their ASCII letters and digits before the ending.
    """
    made = _convert(files, form, folder)
    return {name: path.read_text(encoding="utf-8-sig") for name, path in made.items() if path.exists()}


def save_again(data: bytes, folder: Path) -> bytes:
    """A Word file as LibreOffice saves it; `folder` as above."""
    return _convert({"file.docx": data}, "docx", folder)["file.docx"].read_bytes()


def _convert(files: Mapping[str, bytes], form: str, folder: Path) -> dict[str, Path]:
    """Where each file is in the other form, if it is anywhere."""
    sources, profile, made = folder / "in", folder / "profile", folder / "out"
    sources.mkdir()
    for name, data in files.items():
        (sources / _safe(name)).write_bytes(data)
    call = [
        str(PROGRAM), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", FORMS[form],
        "--outdir", str(made), *(str(sources / _safe(name)) for name in files),
    ]  # fmt: skip
    subprocess.run(call, check=True, capture_output=True, timeout=PATIENCE)
    return {name: made / f"{PurePath(_safe(name)).stem}.{form}" for name in files}


def read_annotations(flat: str, unseen: str = "deletion") -> list[Annotation]:
    """The comments of a flat OpenDocument text, in the order in which their words begin.

    Their words are without tracked changes of the kind `unseen`. Those of notes and text boxes are set in brackets.
    """
    root = etree.fromstring(flat.encode(), etree.XMLParser(huge_tree=True))
    regions = {each.get(f"{_TEXT}id"): each.find(f"{_TEXT}{unseen}") for each in root.iter(_REGION)}
    reader = _Reader({identifier for identifier, region in regions.items() if region is not None})
    for event in _events(root, shown=False):
        reader.read(event)
    return reader.annotations()


class _Reader:
    """Gathers the words of comments. `unseen` are the ids of changes whose words do not count."""

    def __init__(self, unseen: set[str | None]) -> None:
        self._unseen = unseen
        self._hidden: set[str | None] = set()
        self._made: dict[str, Element] = {}
        self._open: dict[str, tuple[list[str], list[str]]] = {}
        self._words: dict[str, tuple[str, str]] = {}

    def read(self, event: str | Element) -> None:
        """Takes the next characters, or the next beginning or end of a comment or a change."""
        if isinstance(event, str):
            self._add(event)
        elif event.tag == _ANNOTATION:
            name = event.get(_NAME, f"no name {len(self._made)}")
            self._made[name], self._open[name] = event, ([], [])
        elif event.tag == _BEGIN:
            self._hidden |= {event.get(_CHANGE)} & self._unseen
        else:
            self._hidden.discard(event.get(_CHANGE))
            name = event.get(_NAME, "")
            if name in self._open:
                seen, unseen = self._open.pop(name)
                self._words[name] = "".join(seen), "".join(unseen)

    def _add(self, characters: str) -> None:
        for words in self._open.values():
            words[bool(self._hidden)].append(characters)

    def annotations(self) -> list[Annotation]:
        """The comments that have been met; one without an end is on no words."""
        author = f"{_DUBLIN_CORE}creator"
        return [
            Annotation(each.findtext(author) or "", _said(each), *self._words.get(name, ("", "")))
            for name, each in self._made.items()
        ]


def _safe(name: str) -> str:
    """The name in letters that every file system and shell has; the ending as it is."""
    path = PurePath(name)
    return f"{''.join(each if each.isascii() and each.isalnum() else '-' for each in path.stem)}{path.suffix}"


def _events(element: Element, *, shown: bool) -> Iterator[str | Element]:
    """The text's characters, and the beginnings and ends of comments and changes between them.

    Characters are `shown` in paragraphs; those between other elements only set them off.
    """
    if element.tag in _EVENTS:
        yield element
    elif element.tag == f"{_TEXT}s":
        yield " " * int(element.get(f"{_TEXT}c", "1"))
    elif element.tag in _CHARACTERS:
        yield _CHARACTERS[element.tag]
    elif element.tag in _BESIDE:
        yield "["
        yield from _inside(element, shown=False)
        yield "]"
    elif element.tag not in _UNSEEN:
        yield from _inside(element, shown=shown or element.tag in _PARAGRAPHS)


def _inside(element: Element, *, shown: bool) -> Iterator[str | Element]:
    if shown and element.text:
        yield element.text
    for child in element:
        yield from _events(child, shown=shown)
        if shown and child.tail:
            yield child.tail
    if element.tag in _PARAGRAPHS:
        yield "\n"


def _said(annotation: Element) -> str:
    every = annotation.iter(*_PARAGRAPHS)
    return "\n".join("".join(map(str, _inside(each, shown=True))).removesuffix("\n") for each in every)

"""A copy of a Word file with notes as comments in its margin."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from lxml.etree import XPath
from lxml.etree import _Element as Element

from planlint.errors import InputError
from planlint.model.document import Reading
from planlint.model.note import Note
from planlint.word import names
from planlint.word.annotation.margin import Margin, Style, own_comments, pair
from planlint.word.annotation.marks import insert_marks, remove, remove_marks
from planlint.word.annotation.naming import fresh_ids
from planlint.word.annotation.parts import declare, drop_rows, is_marked_package, open_comments, write_comments
from planlint.word.annotation.placing import place
from planlint.word.annotation.spots import Spot, Spots
from planlint.word.document import BODY_PART, read_package
from planlint.word.package import Package
from planlint.word.styles import Styles
from planlint.word.tracing import Trace
from planlint.word.xml import write

_BESIDE: Final = {"header", "footer", "footnotes", "endnotes"}
_IDS: Final = XPath("//@w:id", namespaces={"w": names.WORD}, smart_strings=False)
_PARAGRAPH_IDS: Final = XPath("//@w14:paraId", namespaces={"w14": names.WORD_2010}, smart_strings=False)
_PARAGRAPH_ID: Final = re.compile(rb"""paraId\s*=\s*["']([0-9A-Fa-f]{8})["']""")


def annotate_document(data: bytes, notes: Sequence[Note], reading: Reading, *, written: datetime, gone: str) -> bytes:
    """As `planlint.word.annotate`."""
    package, trace = Package(data), Trace()
    read_package(package, reading, trace.begin)
    spots, copy = Spots(trace), _Copy(package, trace)
    found = ((note, _find(note, spots, reading)) for note in notes)
    copy.write([(note, spot) for note, spot in found if spot], written, gone)
    return package.rewrite(copy.changed)


def _find(note: Note, spots: Spots, reading: Reading) -> Spot | None:
    return spots.find_final(note.place) if note.final and reading == "original" else spots.find(note.place)


def is_annotated(data: bytes) -> bool:
    """As `planlint.word.is_annotated`."""
    try:
        return is_marked_package(Package(data))
    except (InputError, RecursionError):
        return False


class _Copy:
    """A file that is being copied: its body, which has been traced, its comments, and the parts that have changed."""

    def __init__(self, package: Package, trace: Trace) -> None:
        self.changed: dict[str, bytes] = {}
        self._package = package
        self._body = trace.parts[BODY_PART]
        self._root = next((body.getroottree().getroot() for body in self._body.bodies), None)
        self._comments = open_comments(package)
        self._fresh = fresh_ids(_attributes(_IDS, self._root, self._comments.root))
        self._styles = Styles(self._related("styles"))

    def write(self, notes: Sequence[tuple[Note, Spot]], written: datetime, gone: str) -> None:
        """Gives each note its comment at its spot; of planlint's other comments only those with answers stay."""
        own = own_comments(self._comments.root, self._related("commentsExtended"))
        others = self._paragraph_ids() - {each.name.upper() for each in own}
        pairs = pair([note for note, _ in notes], own, others)
        style = Style(self._styles.identifier("paragraph", "annotation text"), self._reference_style(), written)
        margin = Margin(self._comments.root, style, others | {each.name for each in own}, self._fresh)
        standing = {each.element for each in pairs.values()}
        dropped = [each for each in own if each.element not in standing and not each.answered]
        for each in own:
            if each.element not in standing and each.answered:
                margin.outlive(each, gone)
        spots = {
            margin.set(note, pairs.get(number)): spot
            for number, (note, spot) in enumerate(notes)
            if number in pairs or not note.answers
        }
        for each in dropped:
            remove(each.element)
        self._mark(spots, {each.id for each in (*pairs.values(), *dropped)})
        self.changed |= write_comments(self._package, self._comments)
        self.changed |= drop_rows(self._package, {each.name for each in dropped} - {""})

    def _mark(self, spots: Mapping[str, Spot], before: Collection[str]) -> None:
        """Puts the marks of comments at their spots in the body, once the marks that stood there `before` are gone."""
        if self._root is None:
            return
        moved = remove_marks(self._root, before)
        self._root = declare(self._root, {"w": names.WORD}) if spots else self._root
        ranges = place(list(spots.values()), self._body, self._fresh)
        insert_marks(dict(zip(spots, ranges, strict=True)), self._reference_style())
        if moved or ranges:
            name = self._package.main
            self.changed[name] = write(self._root, self._package.content(name) or b"", name)

    def _reference_style(self) -> str | None:
        return self._styles.identifier("character", "annotation reference")

    def _paragraph_ids(self) -> set[str]:
        """The ids that paragraphs have anywhere in the text, in capitals."""
        related = self._package.relationships(self._package.main).values()
        beside = (each.target for each in related if each.kind in _BESIDE and not each.external)
        found = (_PARAGRAPH_ID.findall(self._package.content(name) or b"") for name in beside)
        here = _attributes(_PARAGRAPH_IDS, self._root, self._comments.root)
        return {each.upper() for each in here} | {each.decode().upper() for some in found for each in some}

    def _related(self, kind: str) -> Element | None:
        name = self._package.related(self._package.main, kind)
        return None if name is None else self._package.xml(name)


def _attributes(path: XPath, *roots: Element | None) -> Iterator[str]:
    for root in roots:
        found = [] if root is None else path(root)
        yield from map(str, found if isinstance(found, list) else [])

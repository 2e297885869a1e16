"""Tracked changes made of the elements that mark them, each with its place in the original."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from lxml.etree import _Element as Element

from planlint.model.document import GONE, Document, paragraphs
from planlint.model.returned import TrackedChange
from planlint.model.text import Struck, Text
from planlint.word import names
from planlint.word.characters import shown_text
from planlint.word.tracked.marks import Mark
from planlint.word.tracked.standing import Stand, Stands
from planlint.word.values import inside

_MINUTE: Final = len("2020-01-11T16:00")
_WORDS: Final = {names.TEXT, names.w("delText")}


class Written:
    """The words of the final reading, by paragraph."""

    def __init__(self, final: Document) -> None:
        self._indexes: dict[str, list[int]] = {}
        self._texts: dict[str, list[str]] = {}
        for part, blocks in (("document", final.body), *((each.name, each.blocks) for each in final.parts)):
            for paragraph in paragraphs(blocks):
                self._indexes.setdefault(part, []).append(paragraph.content.paragraph)
                self._texts.setdefault(part, []).append(paragraph.text)

    def between(self, part: str, first: int, last: int) -> str:
        """The words of the paragraphs from `first` to `last`, each on a line of its own."""
        indexes = self._indexes.get(part, [])
        return "\n".join(self._texts.get(part, [])[bisect_left(indexes, first) : bisect_right(indexes, last)])


@dataclass(slots=True)
class _Gathered:
    """A change that is being made of one mark or several, whose words so far end at `end`, and as `last` in a Stand."""

    mark: Mark
    place: Text
    last: int = -1
    marks: int = 1
    pieces: list[str] = field(default_factory=list)
    end: int = 0

    def goes_on(self, mark: Mark, place: Text, stand: Stand) -> bool:
        """Whether a mark is of the same change, and touches it."""
        own = self.mark
        return (
            (own.kind, own.number, own.nested, own.move) == (mark.kind, mark.number, mark.nested, mark.move)
            and _signature(own.element) == _signature(mark.element)
            and self.last == stand.first
            and type(self.place) is type(place)
            and (self.place.paragraph, self.end) == (place.paragraph, place.start)
        )

    def take(self, place: Text, stand: Stand) -> None:
        """The words of one mark more."""
        self.pieces.append(place.text)
        self.end, self.last = place.end, stand.last

    def change(self) -> TrackedChange:
        """What it has come to."""
        place, mark = self.place, self.mark
        words = "".join(self.pieces) if len(self.pieces) > 1 else place.text
        return TrackedChange(
            kind=mark.kind,
            scope=mark.scope,
            author=mark.element.get(names.AUTHOR, ""),
            date=mark.element.get(names.DATE, ""),
            place=type(place)(place.part, place.paragraph, place.start, words),
            paragraph=mark.number,
            marks=self.marks,
            move=mark.move,
            nested=mark.nested,
        )


def make_changes(part: str, marks: Iterable[Mark], stands: Stands, written: Written) -> Iterator[TrackedChange]:
    """The changes of one part, in order. Marks that touch, of one kind, author and minute, are one change."""
    gathered: list[_Gathered] = []
    latest: dict[tuple[bool, str], _Gathered] = {}
    for mark in marks:
        stand = stands.changes.get(mark.element) if mark.scope == "words" else None
        stood = stand.place(nested=mark.nested) if stand else None
        place = _place(part, mark, stands, written) if stood is None else stood
        track = mark.kind == "formatting", mark.kind if mark.nested else ""
        before = latest.get(track)
        if stand and before and before.goes_on(mark, place, stand):
            before.marks += 1
            before.take(place, stand)
            continue
        one = _Gathered(mark, place)
        gathered.append(one)
        if stand:
            one.take(place, stand)
            latest[track] = one
    return (each.change() for each in gathered)


def _signature(element: Element) -> tuple[str, str]:
    """Who made a change, and in which minute."""
    return element.get(names.AUTHOR, ""), element.get(names.DATE, "")[:_MINUTE]


def _place(part: str, mark: Mark, stands: Stands, written: Written) -> Text:
    """The place of a mark that reading tells nothing of: a paragraph, a row, a layout, or words that are not read."""
    line = _line(part, mark, stands)
    if mark.scope == "words":
        return Struck(line.part, line.paragraph, line.end, _words_of(mark.element))
    if mark.scope == "paragraph" and mark.element.tag != names.PARAGRAPH_CHANGE:
        shown = not isinstance(line, Struck) and mark.kind not in GONE["original"]
        return (Text if shown else Struck)(line.part, line.paragraph, line.end, "")
    if mark.scope in {"row", "cell"} and mark.kind == "insertion":
        return Struck(line.part, line.paragraph, line.start, written.between(part, mark.number, mark.last))
    return line


def _line(part: str, mark: Mark, stands: Stands) -> Text:
    """The words of the mark's paragraph as the original has them."""
    line = None if mark.paragraph is None else stands.paragraphs.get(mark.paragraph)
    place = line.place() if isinstance(line, Stand) else line
    return Struck(part, mark.number, 0, "") if place is None else place


def _words_of(element: Element) -> str:
    """The words of the runs that stand in the element itself, or of the one whose formatting it marks."""
    run = next(islice(element.iterancestors(), 1, 2), element) if element.tag == names.RUN_CHANGE else None
    runs = inside(element) if run is None else [run]
    leaves = (leaf for child in runs if child.tag == names.RUN for leaf in inside(child))
    return "".join(shown_text(leaf) for leaf in leaves if leaf.tag in _WORDS)

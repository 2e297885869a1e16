"""Where in the body a note can stand: on words, on something that stands whole, or in a paragraph without words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml.etree import _Element as Element

from planlint.model.text import Struck, Text
from planlint.word import names
from planlint.word.document import BODY_PART
from planlint.word.tracing import Leaf, Line, Trace, Traced


@dataclass(frozen=True, slots=True)
class Words:
    """Characters of a paragraph of the body, `start` to `end` in what the reading shows."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Things:
    """Elements that stand for something, from the first to the last; a w:p alone stands for its own end."""

    first: Element
    last: Element


Spot = Words | Things


class Spots:
    """Finds the spots of notes in a file that has been traced."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._body = trace.parts[BODY_PART]
        self._indices = sorted(self._body.paragraphs)
        self._known: dict[int, Words | None] = {}
        self._title = self._find_title()

    def find(self, place: Text) -> Spot | None:
        """The spot for a note about the place. None in a body without any paragraph.

        Comments stand in the body only: what is said of a footnote or endnote stands at its mark, what is said of a
        header or footer at the first paragraph with words.
        """
        if place.part == BODY_PART:
            return self._in_body(place)
        traced = self._trace.parts.get(place.part)
        mark = None if traced is None else self._mark_of(traced, place)
        return self._title if mark is None else Things(mark, mark)

    def find_final(self, place: Text) -> Spot | None:
        """As `find`, for a place in the final reading of a file that was traced in the original one."""
        if place.part != BODY_PART:
            return self.find(place)
        leaves = self._body.line(place.paragraph).leaves
        found = _struck_in_final(leaves, place) if isinstance(place, Struck) else _shown_in_final(leaves, place)
        return found or self._words(place.paragraph) or self._nearest(place.paragraph)

    def _in_body(self, place: Text) -> Spot | None:
        struck = _struck(self._body.line(place.paragraph), place) if isinstance(place, Struck) else None
        if struck:
            return struck
        words = self._words(place.paragraph)
        if words and 0 <= place.start < min(place.end, words.end):
            return Words(place.paragraph, place.start, min(place.end, words.end))
        return words or self._nearest(place.paragraph)

    def _words(self, index: int) -> Words | None:
        """All that the paragraph shows."""
        if index not in self._known:
            shown = [leaf for leaf in self._body.line(index).leaves if leaf.shown]
            self._known[index] = Words(index, shown[0].start, shown[-1].end) if shown else None
        return self._known[index]

    def _nearest(self, index: int) -> Spot | None:
        """The paragraph itself; the one before it for one that was not read."""
        at = bisect_right(self._indices, index) - 1
        if at < 0:
            return self._title
        paragraph = self._body.paragraphs[self._indices[at]]
        return Things(paragraph, paragraph)

    def _mark_of(self, traced: Traced, place: Text) -> Element | None:
        """The mark in the body of the note that the place is in."""
        paragraph = traced.paragraphs.get(place.paragraph)
        if paragraph is None:
            return None
        notes = (above.get(names.ID, "") for above in paragraph.iterancestors() if names.ID in above.attrib)
        return next((mark for note in notes if (mark := self._body.notes.get((place.part, note))) is not None), None)

    def _find_title(self) -> Spot | None:
        """The first paragraph with words; the first one where none has any."""
        for index in self._indices:
            if any(leaf.shown and leaf.words.strip() for leaf in self._body.line(index).leaves):
                return self._words(index)
        return self._nearest(self._indices[0]) if self._indices else None


def _struck(line: Line, place: Struck) -> Things | None:
    """The elements of words that the reading does not show."""
    return _among([leaf for leaf in line.leaves if not leaf.shown and leaf.start == place.start], place.text)


def _among(hidden: Sequence[Leaf], words: str) -> Things | None:
    """The elements of leaves that hold the words."""
    at = "".join(leaf.words for leaf in hidden).find(words) if words else -1
    return None if at < 0 else _elements(hidden, at, at + len(words))


def _elements(leaves: Sequence[Leaf], start: int, end: int) -> Things | None:
    """The elements of the characters from `start` up to `end`, counted over the leaves."""
    begins = [0, *accumulate(len(leaf.words) for leaf in leaves)]
    if not 0 <= start < end <= begins[-1]:
        return None
    return Things(leaves[bisect_right(begins, start) - 1].element, leaves[bisect_left(begins, end) - 1].element)


def _shown_in_final(leaves: Iterable[Leaf], place: Text) -> Things | None:
    return _elements([leaf for leaf in leaves if not _is_deleted(leaf)], place.start, place.end)


def _struck_in_final(leaves: Iterable[Leaf], place: Struck) -> Things | None:
    """The elements of words that are deleted, at the spot where they would stand."""
    deleted, at = [], 0
    for leaf in leaves:
        if not _is_deleted(leaf):
            at += len(leaf.words)
        elif at == place.start:
            deleted.append(leaf)
    return _among(deleted, place.text)


def _is_deleted(leaf: Leaf) -> bool:
    return next(leaf.element.iterancestors(names.DELETED, names.MOVED_FROM), None) is not None

"""Every element of a part that marks a tracked change: what it is a change of, and the paragraph that it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element as Element
from lxml.etree import iterwalk

from planlint.model.document import RevisionKind
from planlint.word import names, trouble
from planlint.word.names import w
from planlint.word.tracked.marks import MARKS, Mark, classify, stands_beside

_SECTION_CHANGE: Final = w("sectPrChange")
_RANGES: Final[Mapping[str, tuple[RevisionKind, bool]]] = {
    w("moveFromRangeStart"): ("move-from", True),
    w("moveFromRangeEnd"): ("move-from", False),
    w("moveToRangeStart"): ("move-to", True),
    w("moveToRangeEnd"): ("move-to", False),
}
"""The ends of ranges that name moves: of which kind, and whether the range begins there."""
MAX_MARKS: Final = 250_000
"""In one part: as many as its paragraphs may be."""
_MAX_OPEN: Final = 100
"""Ranges of one kind that are open at one time; of more, the outermost are forgotten."""
_RUNS: Final = frozenset({names.RUN, names.MATHS_RUN})
_TABLES: Final = frozenset({names.TABLE, names.ROW, names.CELL})
_CHOICES: Final = frozenset({names.CHOICE, names.FALLBACK})
_FRAMES: Final = _TABLES | _CHOICES | frozenset({names.PARAGRAPH, names.ALTERNATIVES, *names.TRACKED})
_WALKED: Final = tuple(_FRAMES | MARKS | _RUNS | _RANGES.keys())


@dataclass(slots=True)
class _Frame:
    """An element that is open, and what holds for what stands in it."""

    paragraph: Element | None = None
    """The w:p around, unless a table's part is nearer."""
    number: int = 0
    inserted: bool = False
    """Whether it came with an insertion, be it of a row or a cell. What was moved here is not inserted."""
    struck: bool = False
    unread: bool = False
    """Whether it is a copy for older programs."""
    chosen: Element | None = None
    """Of alternatives, the one that is read."""
    arrived: Mark | None = None
    left: Mark | None = None
    """The innermost mark around that brings words, and the innermost that takes them."""
    mark: Mark | None = None
    """The mark that the element itself is."""
    marks: list[Mark] = field(default_factory=list)
    """A paragraph's, row's or cell's own, which wait for its end."""

    def within(self, mark: Mark | None) -> _Frame:
        """What holds for an element in this one."""
        return _Frame(
            self.paragraph, self.number, self.inserted, self.struck, self.unread, None, self.arrived, self.left, mark
        )

    def take(self, mark: Mark) -> None:
        """What stands in here has come or gone with a mark."""
        if mark.scope == "words" and mark.leaves:
            self.left = mark
        elif mark.scope == "words":
            self.arrived = mark
        self.inserted = self.inserted or mark.kind == "insertion"
        self.struck = self.struck or mark.leaves

    def undoes(self, mark: Mark) -> bool:
        """Whether a mark in here comes to nothing, as what it is about was inserted and struck again."""
        inserted, struck = (False, False) if mark.scope == "words" else stands_beside(mark.element)
        return mark.undone(inserted=inserted or self.inserted, struck=struck or self.struck)

    def note_run(self) -> None:
        """A run in here: words of the marks around, which live on or were inserted and struck again."""
        left, arrived = self.left, self.arrived
        if left:
            left.dies, left.lives = left.dies or self.inserted, left.lives or not self.inserted
        if arrived:
            arrived.dies, arrived.lives = arrived.dies or self.struck, arrived.lives or not self.struck


class Listing:
    """The marks of one part in document order. `known` gives the index of each w:p that reading has passed."""

    def __init__(self, known: Mapping[Element, int]) -> None:
        self.marks: list[Mark] = []
        self._known = known
        self._frames = [_Frame()]
        self._number = -1
        """The index of the last w:p that has begun."""
        self._nearest: tuple[Element | None, int] = None, 0
        """The last w:p that is no copy, and its index."""
        self._waiting: list[tuple[int, Mark]] = []
        """Marks of what the next w:p will be the first in, and at which depth that is."""
        self._ranges: dict[RevisionKind, list[tuple[str, str]]] = {"move-from": [], "move-to": []}
        """The moves' ranges that are open: id and name, the innermost last."""

    def read(self, root: Element) -> list[Mark]:
        """The marks inside the element. Raises InputError where there are more than any document has."""
        if next(root.iter(*MARKS), None) is None:
            return []
        for event, element in iterwalk(root, events=("start", "end"), tag=_WALKED):
            tag = element.tag
            if event == "end":
                if tag in _FRAMES:
                    self._leave()
            elif tag in _RUNS:
                self._frames[-1].note_run()
            elif tag in _RANGES:
                self._note_range(element)
            else:
                self._enter(element, tag)
        self._settle(0)
        return self.marks

    def _enter(self, element: Element, tag: str) -> None:
        around = self._frames[-1]
        mark = self._note(element, around) if tag in MARKS and not around.unread else None
        if tag not in _FRAMES:
            return
        frame = around.within(mark)
        self._frames.append(frame)
        if tag == names.PARAGRAPH:
            self._pass_paragraph(element, frame)
        elif tag in _TABLES:
            frame.paragraph = None
        elif tag == names.ALTERNATIVES:
            first = element.find(names.CHOICE)
            frame.chosen = element[0] if first is None and len(element) else first
        elif tag in _CHOICES:
            frame.unread = frame.unread or around.chosen not in {None, element}
        elif mark and mark.scope == "words":
            frame.take(mark)

    def _leave(self) -> None:
        frame = self._frames.pop()
        self._settle(len(self._frames))
        if frame.mark and frame.mark.scope == "words":
            frame.mark.close()
        for mark in frame.marks:
            mark.last = self._number
            mark.move = self._range_around(mark)

    def _note(self, element: Element, frame: _Frame) -> Mark:
        """A mark in what the frame stands for: its paragraph is the one around, or the first that is still to come."""
        if len(self.marks) >= MAX_MARKS:
            raise trouble.too_large(f"mer än {MAX_MARKS} spårade ändringar", f"more than {MAX_MARKS} tracked changes")
        kind, scope = classify(element)
        mark = Mark(element, kind, scope, frame.paragraph, frame.number)
        mark.nested = mark.scope != "layout" and frame.undoes(mark)
        self.marks.append(mark)
        if frame.paragraph is None:
            depth = len(self._frames) - (scope != "words")
            self._waiting.append((depth, mark))
            if element.tag == _SECTION_CHANGE:
                self._settle(depth)
        if scope == "words":
            mark.move = self._range_around(mark)
            return mark
        frame.marks.append(mark)
        if scope in {"row", "cell"}:
            frame.take(mark)
        return mark

    def _pass_paragraph(self, element: Element, frame: _Frame) -> None:
        self._number = self._known.get(element, self._number + 1)
        frame.paragraph, frame.number = element, self._number
        if not frame.unread:
            self._nearest = element, self._number
            self._settle(0)

    def _settle(self, depth: int) -> None:
        """Gives the nearest w:p to the marks that wait at this depth or deeper."""
        while self._waiting and self._waiting[-1][0] >= depth:
            _, mark = self._waiting.pop()
            mark.paragraph, mark.number = self._nearest

    def _note_range(self, element: Element) -> None:
        kind, begins = _RANGES[element.tag]
        identifier, ranges = element.get(names.ID, ""), self._ranges[kind]
        if begins:
            name, frame = element.get(names.NAME, ""), self._frames[-1]
            ranges.append((identifier, name))
            del ranges[:-_MAX_OPEN]
            around = frame.left if kind == "move-from" else frame.arrived
            if around and around.kind == kind:  # LibreOffice begins the range inside what was moved
                around.move = around.move or name
        else:
            ranges[:] = [one for one in ranges if one[0] != identifier]

    def _range_around(self, mark: Mark) -> str:
        """The name of the move's range that is open."""
        ranges = self._ranges.get(mark.kind)
        return ranges[-1][1] if ranges else ""

"""What one person wants of a plan's text: words struck and written, paragraphs joined, split, taken out and added."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from planlint.model.document import Row, Table
from planlint.model.returned import TrackedChange
from planlint.model.text import Text

ARRIVING = frozenset({"insertion", "move-to"})
LEAVING = frozenset({"deletion", "move-from"})

Changes = tuple[TrackedChange, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who wants it. Each move is an actor of its own, so that its two ends come together; '' for all the rest."""

    author: str
    move: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """Other words for a stretch of a line: `order` tells which of those at one offset comes first."""

    line: int
    start: int
    end: int
    words: str
    order: int
    changes: Changes
    place: Text


@dataclass(frozen=True, slots=True)
class Break:
    """A line ends at the offset. `there` is True where the file had a break that the plan has not, which goes."""

    line: int
    offset: int
    order: int
    changes: Changes
    place: Text
    there: bool = False


@dataclass(frozen=True, slots=True)
class Fresh:
    """New blocks after a line; `at` is where they stand in the file. `apart` tells that they are cells of their own."""

    after: int
    at: tuple[str, int]
    words: str
    changes: Changes
    place: Text
    table: Table | None = None
    row: Row | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class GoneRow:
    """A row of a table that goes: its lines."""

    lines: tuple[int, ...]
    changes: Changes
    place: Text


@dataclass(slots=True)
class Wishes:
    """All that one actor wants. `joins` are lines whose mark goes, with what says so."""

    actor: Actor
    strokes: list[Stroke] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)
    joins: dict[int, Changes] = field(default_factory=dict)
    fresh: list[Fresh] = field(default_factory=list)
    rows: list[GoneRow] = field(default_factory=list)
    absent: set[int] = field(default_factory=set)
    """Lines that are not in the file, though nothing marks them as struck."""

    def touches(self, lines: Collection[int]) -> bool:
        """Whether words of the lines are struck or written."""
        return any(stroke.line in lines for stroke in self.strokes)

    def take(self, other: Wishes, lines: Collection[int]) -> None:
        """Take over what another one does to the lines."""
        self.strokes += [stroke for stroke in other.strokes if stroke.line in lines]
        other.strokes = [stroke for stroke in other.strokes if stroke.line not in lines]
        for line in other.joins.keys() & set(lines):
            self.joins[line] = (*self.joins.get(line, ()), *other.joins.pop(line))


def is_struck(text: str, strokes: Iterable[Stroke]) -> bool:
    """Whether all words of a line are struck, and none written in their place."""
    at = 0
    for stroke in sorted(strokes, key=lambda each: each.start):
        if stroke.words or text[at : stroke.start].strip():
            return False
        at = max(at, stroke.end)
    return bool(text.strip()) and not text[at:].strip()

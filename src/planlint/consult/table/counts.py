"""The counts over a compilation's table: how many views there are of each kind, from each respondent, and so on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from planlint.consult.table.columns import LANGUAGES
from planlint.consult.table.grid import Grid, Line, Paper
from planlint.language.normalise import label_key
from planlint.texts import say

Counted = Literal["numbers", "by-kind", "by-respondent", "by-chapter", "by-element"]
COUNTED: Final[tuple[Counted, ...]] = get_args(Counted)
_HEADS: Final[dict[Counted, str]] = {
    "numbers": "column-fact", "by-kind": "column-kind", "by-respondent": "column-respondent",
    "by-chapter": "column-chapter", "by-element": "column-element",
}  # fmt: skip
"""What stands over the names in Word, where each has a table of its own; in Excel it is what the counts are of."""
_LABEL, _NUMBER = 0, 1


@dataclass(frozen=True, slots=True)
class CountLine:
    """A line that says how many there are of something. `number` is None where its cell says no number."""

    counted: Counted
    grid: Grid
    line: Line

    @property
    def label(self) -> str:
        """What is counted."""
        return self.line.cells[_LABEL].strip()

    @property
    def number(self) -> int | None:
        """How many there are."""
        words = self.line.cells[_NUMBER].strip() if len(self.line.cells) > _NUMBER else ""
        return int(words) if words.isascii() and words.isdecimal() else None


def find_counts(paper: Paper) -> Iterator[CountLine]:
    """The lines of all counts, in order; a line that is empty, or another head, ends one."""
    for grid in paper.grids:
        counted: Counted | None = None
        for line in grid.lines:
            new = _head(line)
            if new or not any(cell.strip() for cell in line.cells):
                counted = new
            elif counted is not None:
                found = CountLine(counted, grid, line)
                if found.number is None:
                    counted = None
                else:
                    yield found


def _head(line: Line) -> Counted | None:
    cells = [label_key(cell) for cell in line.cells[: _NUMBER + 1]]
    for language in LANGUAGES:
        if len(cells) > _NUMBER and cells[_NUMBER] == label_key(say("column-number-of", language)):
            for counted in COUNTED:
                names = {label_key(say(key, language)) for key in (_HEADS[counted], f"compilation-{counted}")}
                if cells[_LABEL] in names:
                    return counted
    return None

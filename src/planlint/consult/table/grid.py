"""A table in whatever file it stands: lines of cells, each a string, and where each line stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table or of a sheet as words. `at` finds it again: a paragraph of it in Word, its number in Excel.

    `shown` is its number as people count, from 1; `starts` are the first paragraphs of its columns, in Word alone.
    """

    cells: tuple[str, ...]
    at: int
    shown: int
    starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a document, or a sheet of a workbook. `name` is its number from 1 among the tables, or its title."""

    sort: Literal["table", "sheet"]
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A file's tables, the words beside them with where they stand, as in Line, and how many tracked changes it has."""

    grids: tuple[Grid, ...]
    beside: tuple[tuple[int, str], ...] = ()
    revisions: int = 0

    def words(self) -> Iterator[str]:
        """Every piece of text in the file, cell by cell; what stands beside the tables first."""
        for _, text in self.beside:
            yield text
        for grid in self.grids:
            for line in grid.lines:
                yield from line.cells

"""Late answers taken into a compilation in Excel that people have begun to fill in: nothing else of it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from planlint import sheets
from planlint.consult.table.counts import CountLine, find_counts
from planlint.consult.table.grid import Grid, Line, Paper
from planlint.consult.table.rows import Found, find_files, find_rows, is_plan, read_basis
from planlint.consult.table.xlsx import lay_out_workbook
from planlint.language.normalise import normalise
from planlint.model.consultation import Compilation, Entry
from planlint.model.filled import Column, FilledTable, ordinal
from planlint.report.consultation.compilation_xlsx import WIDTHS
from planlint.report.consultation.late import Late, no_rows
from planlint.report.workbook import as_cell, height
from planlint.sheets.growing import Change, Drop, NewCell, NewLine, Reach, grow
from planlint.texts import say


def update_xlsx(data: bytes, table: FilledTable, compilation: Compilation, late: Sequence[Entry]) -> bytes:
    """The workbook with a row for each late entry, below all others.

    The filter and the list of standpoints reach down to them. The files that are new, the counts, the list of those who
    have not answered and the line with the digest are brought up to date. Everything else stays as people have left it,
    in the very parts of the file; what is said of contradictions and of the rules in the overview stays as it was when
    the compilation was made. The very bytes where nothing is late. `table` is what was read from the file, `late` is
    `late_entries` of it. Raises InputError for a workbook with macros, or without a row that new ones can look like.
    """
    paper = lay_out_workbook(sheets.read(data))
    update = _Update(paper, tuple(find_rows(paper)), Late(table, compilation, tuple(late)))
    return grow(data, tuple(update.changes()))


@dataclass(frozen=True, slots=True)
class _Update:
    """The workbook's sheets, its rows, and what is late."""

    paper: Paper
    rows: tuple[Found, ...]
    late: Late

    def changes(self) -> Iterator[Change]:
        """Everything that is changed; in the overview from below, so that rows keep their numbers until they move."""
        yield from self._views()
        yield from self._files()
        if self.late.entries or any(index is None for index, _ in self.late.files()):
            changes = [*self._counts(), *self._missing()][::-1]  # of new rows at one place, the first is made last
            yield from sorted(changes, key=lambda change: (change.sheet, -_row(change)))

    def _views(self) -> Iterator[Change]:
        if not self.late.entries:
            return
        if not self.rows:
            raise no_rows()
        last = self.rows[-1]
        pattern = next((row for row in reversed(self.rows) if row.cell("id")), last)
        sheet, bottom = last.grid.name, last.grid.lines[-1].shown
        for at, entry in enumerate(self.late.entries, bottom + 1):
            said = self.late.cells(entry)
            cells: dict[int, str | int] = {
                column: entry.number if name == "number" else as_cell(said.get(name, ""))
                for name, column in pattern.head.columns.items()
            }
            high = max(height(words, WIDTHS[cast("Column", name)]) for name, words in said.items())
            yield NewLine(sheet, at, pattern.line.shown, cells, height=high)
        yield Reach(sheet, last.line.shown, bottom + len(self.late.entries))

    def _files(self) -> Iterator[Change]:
        """Rows for new files, below the others; the line with the digest moves down where it is in their way."""
        files = list(find_files(self.paper))
        answers = [found for found in files if not is_plan(read_basis(found))]
        new = []
        for index, cells in self.late.files():
            if index is None:
                new.append(cells)
                continue
            found = answers[index]
            for name, words in cells.items():
                column = found.head.columns.get(name, -1)
                if name not in {"respondent", "file"} and column >= 0 and found.cell(name) != words:
                    yield NewCell(found.grid.name, found.line.shown, column, _value(words))
        state = self._state()
        start = self._room(files[-1], len(new), state) if files and new else 0
        if state is not None:
            yield from self._move_state(state, files, start, len(new))
        for at, cells in enumerate(new if files else (), start):
            last = files[-1]
            values = {column: _value(cells[name]) for name, column in last.head.columns.items()}
            yield NewLine(last.grid.name, at, last.line.shown, values)

    def _state(self) -> tuple[Grid, Line, int] | None:
        """The cell with the digest."""
        for grid in self.paper.grids:
            for line in grid.lines:
                for column, words in enumerate(line.cells):
                    if self.late.has_state(words):
                        return grid, line, column
        return None

    def _room(self, last: Found, number: int, state: tuple[Grid, Line, int] | None) -> int:
        """Where so many rows can stand: right below the last file, or below everything if people wrote there."""
        own = state[1] if state and state[0] is last.grid and _alone(state[1]) else None
        first = last.line.shown + 1
        taken = [line for line in last.grid.lines if line.shown >= first and line is not own and any(line.cells)]
        below = taken and min(line.shown for line in taken) <= first + number + 1
        return last.grid.lines[-1].shown + 1 if below else first

    def _move_state(
        self, state: tuple[Grid, Line, int], files: Sequence[Found], start: int, number: int
    ) -> Iterator[Change]:
        grid, line, column = state
        words = self.late.state(line.cells[column])
        free = start + number + 1
        if number and grid is files[-1].grid and start <= line.shown < free:
            yield NewLine(grid.name, free, line.shown, {column: as_cell(words)})
            yield NewCell(grid.name, line.shown, column, "")
        elif words != line.cells[column]:
            yield NewCell(grid.name, line.shown, column, as_cell(words))

    def _counts(self) -> Iterator[Change]:
        """Higher numbers, and a row for what was not counted before."""
        known = list(find_counts(self.paper))
        for counted, more in self.late.counts(self.rows, known).items():
            lines = [line for line in known if line.counted == counted]
            yield from _count(lines, more.items(), more_rows=counted != "numbers")

    def _missing(self) -> Iterator[Change]:
        """Takes those who have answered now off the list of those who have not."""
        for grid in self.paper.grids:
            listed: list[Line] | None = None
            for line in grid.lines:
                first = line.cells[0].strip() if line.cells else ""
                if first == say("compilation-missing", self.late.language):
                    listed = []
                elif listed is not None and first:
                    listed.append(line)
                elif listed is not None:
                    break
            gone = [line for line in listed or () if normalise(line.cells[0]) in self.late.answered()]
            if gone and len(gone) == len(listed or ()):
                yield NewCell(grid.name, gone.pop().shown, 0, say("compilation-all-answered", self.late.language))
            yield from (Drop(grid.name, line.shown) for line in gone)


def _count(lines: Sequence[CountLine], more: Iterable[tuple[str, int]], *, more_rows: bool) -> Iterator[Change]:
    labels = {normalise(line.label): line for line in lines}
    for label, number in more:
        line = labels.get(normalise(label))
        if line is not None and line.number is not None:
            if number:
                yield NewCell(line.grid.name, line.line.shown, 1, line.number + number)
        elif lines and more_rows:
            last = lines[-1]
            yield NewLine(last.grid.name, last.line.shown + 1, last.line.shown, {0: label, 1: number}, push=True)


def _row(change: Change) -> int:
    return change.at if isinstance(change, NewLine) else change.to if isinstance(change, Reach) else change.row


def _value(words: str) -> str | int:
    """Numbers as such; a digest of nothing but digits is none."""
    number = ordinal(words)
    return as_cell(words) if number is None else number


def _alone(line: Line) -> bool:
    return sum(bool(cell.strip()) for cell in line.cells) == 1

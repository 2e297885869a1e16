"""The version history: a table whose columns are told by their headings, and the row that is the newest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from planlint.language.dates import parse_date
from planlint.language.versions import comes_before, parse_version
from planlint.model.control import VersionRow
from planlint.model.document import Block, Cell, Paragraph, Row, Table
from planlint.model.forms.control import ControlForms
from planlint.model.text import Text
from planlint.recognise.keys import key_of

_NAMES = ("date", "version", "issuer", "reason")
_HEAD_ROWS = 2
"""Rows in which the columns' headings may stand: a table may have its own title above them."""

T = TypeVar("T")


def find_history(body: tuple[Block, ...], forms: ControlForms) -> tuple[Table | None, tuple[VersionRow, ...]]:
    """The first table that is a version history, and its rows."""
    for table in body:
        rows = tuple(_history(table, forms)) if isinstance(table, Table) else ()
        if isinstance(table, Table) and rows:
            return table, rows
    return None, ()


def newest_row(rows: tuple[VersionRow, ...]) -> VersionRow | None:
    """The row of the version that the document is: the last, or the first where the newest stands on top.

    Most steps from row to row tell which, by version, or by date where the versions do not.
    """
    if not rows:
        return None
    versions = [parse_version(row.version.text) for row in rows]
    dates = [parse_date(row.date.text) for row in rows]
    direction = _direction(versions, comes_before) or _direction(dates, lambda one, other: one < other)
    return rows[0] if direction < 0 else rows[-1]


def _direction(values: Sequence[T | None], before: Callable[[T, T], bool]) -> int:
    """How many more steps go forward than back, where both values are known."""
    known = [value for value in values if value is not None]
    return sum(before(one, other) - before(other, one) for one, other in pairwise(known))


def _history(table: Table, forms: ControlForms) -> Iterator[VersionRow]:
    """The rows of a version history: a table one of whose first rows names a date and a version column."""
    for index, head in enumerate(table.rows[:_HEAD_ROWS]):
        columns = _columns(head, forms)
        if "version" in columns and "date" in columns:
            below = table.rows[index + 1 :]
            if not _states_fields(head, columns, below, forms):
                yield from _read(below, columns)
            return


def _columns(head: Row, forms: ControlForms) -> dict[str, int]:
    """The grid column of each sort of cell, by the framework's headings for it."""
    keys = {name: {key_of(form) for form in getattr(forms.columns, name)} for name in _NAMES}
    found: dict[str, int] = {}
    for place, cell in _placed(head):
        words = key_of(_words(cell).text) if _words(cell) else ""
        name = next((name for name in _NAMES if name not in found and words in keys[name]), None)
        if name:
            found[name] = place
    return found


def _states_fields(head: Row, columns: dict[str, int], below: tuple[Row, ...], forms: ControlForms) -> bool:
    """Whether a table of one row states the document's fields ('Dokumenttyp | Datum | Version | Diarienummer')."""
    fields = {key_of(form) for field in forms.fields.values() for form in field.forms}
    others = {key_of(_words(cell).text) for place, cell in _placed(head) if place not in columns.values()}
    return len(below) == 1 and "reason" not in columns and not others.isdisjoint(fields)


def _read(rows: tuple[Row, ...], columns: dict[str, int]) -> Iterator[VersionRow]:
    """The rows with words in them; a cell merged with the one above says what that one says."""
    above: dict[str, Text] = {}
    for row in rows:
        cells = {name: cell for name, place in columns.items() if (cell := _cell_at(row, place)) is not None}
        above = {n: above[n] if cell.continues and n in above else _words(cell) for n, cell in cells.items()}
        if any(above.values()):
            empty = next(iter(above.values())).cut(0, 0)
            yield VersionRow(*(above.get(name, empty) for name in _NAMES))


def _placed(row: Row) -> Iterator[tuple[int, Cell]]:
    """The row's cells, each with the first grid column that it takes."""
    place = 0
    for cell in row.cells:
        yield place, cell
        place += cell.span


def _cell_at(row: Row, column: int) -> Cell | None:
    return next((cell for place, cell in _placed(row) if place <= column < place + cell.span), None)


def _words(cell: Cell) -> Text:
    """The words of a cell's first paragraph that has any, else its first paragraph."""
    own = [block.content.strip() for block in cell.blocks if isinstance(block, Paragraph)]
    return next((text for text in own if text), own[0] if own else Text("document", 0, 0, ""))

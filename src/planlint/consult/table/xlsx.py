"""The sheets of a workbook as lines of cells."""

from __future__ import annotations

from collections.abc import Iterable

from planlint.consult.table.grid import Grid, Line, Paper
from planlint.sheets import Sheet


def lay_out_workbook(sheets: Iterable[Sheet]) -> Paper:
    """The sheets, hidden ones too, with their rows numbered as Excel numbers them."""
    return Paper(tuple(Grid("sheet", sheet.name, tuple(_lines(sheet))) for sheet in sheets))


def _lines(sheet: Sheet) -> Iterable[Line]:
    return (Line(cells, number, number) for number, cells in enumerate(sheet.rows, 1))

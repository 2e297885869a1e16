"""A sheet of a workbook."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's cells as words, by row, from row 1 and column A.

    Empty cells at a row's end, and empty rows at the sheet's, are left out. `hidden` where Excel does not show it.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    hidden: bool = False

"""Everything that knows Excel's file format: opening within limits, reading cells as words."""

from __future__ import annotations

from planlint.sheets.sheet import Sheet

__all__ = ["Sheet", "read"]


def read(data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook (.xlsx, .xlsm, .xltx), in their order, hidden ones too.

    Dates are as in ISO 8601 ("2026-03-01", with "09:30" after a space where a time is told), numbers without spaces
    and with a decimal point, truth values TRUE and FALSE, formulas what they came to when the file was saved. No
    formula is worked out and no link followed. Raises InputError with one of the codes empty, encrypted, old-format,
    not-word (for what is no workbook), damaged and too-large, and nothing else whatever the bytes are.
    """
    from planlint.sheets.cells import read_sheets

    return read_sheets(data)

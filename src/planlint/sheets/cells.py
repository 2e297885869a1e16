"""What the cells of a workbook say, as a reader sees it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Final

from planlint.errors import InputError
from planlint.sheets.package import repack
from planlint.sheets.sheet import Sheet
from planlint.sheets.trouble import EXCEL

MAX_ROWS: Final = 100_000
MAX_COLUMNS: Final = 200
"""Rows and columns up to the last ones with words in them."""
MAX_CELL: Final = 32_767
"""Characters of a cell, which is Excel's own limit; what is longer is cut."""
MAX_CHARACTERS: Final = 50_000_000
"""Characters of all cells together: one string of the file may stand in any number of them."""
MAX_STEPS: Final = 4_000_000
"""Rows and cells that are walked, empty ones and gaps included: a second and a half."""
_MAX_NAME: Final = 255
_DIGITS: Final = 15
"""Significant digits of Excel's numbers."""


def read_sheets(data: bytes) -> tuple[Sheet, ...]:
    """As planlint.sheets.read."""
    from openpyxl import load_workbook

    packed = repack(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl does not know, or was not given
        try:
            book = load_workbook(BytesIO(packed), read_only=True, data_only=True, keep_links=False)
            budget = _Budget()
            sheets = []
            for each in book.worksheets:
                each.reset_dimensions()  # a file may say of itself that it has a billion rows
                rows = _rows(each.iter_rows(values_only=True), budget)
                sheets.append(Sheet(each.title[:_MAX_NAME], rows, hidden=each.sheet_state != "visible"))
        except InputError:
            raise
        except Exception:  # noqa: BLE001 - openpyxl raises whatever comes up where a file is not as it expects
            raise EXCEL.damaged("bladen går inte att läsa", "the sheets cannot be read") from None
    return tuple(sheets)


class _Budget:
    """What is left of the cells that are walked and of the characters that are kept."""

    def __init__(self) -> None:
        self._steps, self._characters = MAX_STEPS, MAX_CHARACTERS

    def walk(self, cells: int) -> None:
        """Counts a row of so many cells. Raises InputError beyond the limit."""
        self._steps -= 1 + cells
        if self._steps < 0:
            raise EXCEL.too_large("för många rader och celler", "too many rows and cells")

    def keep(self, row: Sequence[str]) -> None:
        """Counts a row's characters. Raises InputError beyond the limit."""
        self._characters -= sum(map(len, row))
        if self._characters < 0:
            most = MAX_CHARACTERS // 10**6
            raise EXCEL.too_large(f"mer än {most} miljoner tecken", f"more than {most} million characters")


def _rows(values: Iterable[Sequence[object]], budget: _Budget) -> tuple[tuple[str, ...], ...]:
    """The rows as words, up to the last one that has any."""
    rows: list[tuple[str, ...]] = []
    for number, cells in enumerate(values):
        budget.walk(len(cells))
        row = _row(cells)
        if row:
            _check_extent(number + 1, len(row))
            budget.keep(row)
            rows.extend([()] * (number - len(rows)))
            rows.append(row)
    return tuple(rows)


def _check_extent(rows: int, columns: int) -> None:
    if rows > MAX_ROWS:
        raise EXCEL.too_large(f"mer än {MAX_ROWS} rader", f"more than {MAX_ROWS} rows")
    if columns > MAX_COLUMNS:
        raise EXCEL.too_large(f"mer än {MAX_COLUMNS} kolumner", f"more than {MAX_COLUMNS} columns")


def _row(cells: Sequence[object]) -> tuple[str, ...]:
    words = [_words(cell) for cell in cells]
    while words and not words[-1].strip():
        words.pop()
    return tuple(words)


def _words(value: object) -> str:
    """A value as a reader sees it, whatever the language of the program."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "\n".join(_lines(value[:MAX_CELL]))
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:.{_DIGITS}g}"
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else f"{value.date()} {_clock(value.time())}"
    return _clock(value) if isinstance(value, time) else str(value)


def _clock(value: time) -> str:
    return value.isoformat("seconds" if value.second else "minutes")


def _lines(text: str) -> Iterator[str]:
    """The lines of a cell, without control characters."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    for line in plain.split("\n"):
        yield "".join(character for character in line if character >= " " or character == "\t")

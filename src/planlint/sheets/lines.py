"""The rows of one sheet's XML while they are changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from planlint.sheets.trouble import EXCEL

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
RANGE: Final = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d{1,7})(?::(\$?[A-Z]{1,3}\$?)(\d{1,7}))?")
"""A range of cells, or one cell."""
_CELL: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""How the format writes a control character; the words may have the same letters."""
_ROW_LOOKS: Final = ("s", "customFormat", "ht", "customHeight")
_RANGES: Final = {"autoFilter": "ref", "dataValidation": "sqref", "conditionalFormatting": "sqref"}
_TIED: Final = frozenset({
    "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "drawing", "legacyDrawing", "tableParts",
    "autoFilter", "f", "rowBreaks",
})  # fmt: skip
"""What is tied to rows by their numbers, so that none may move."""


class Lines:
    """The rows of a sheet."""

    def __init__(self, root: Element) -> None:
        data = next(root.iter(_name("sheetData")), None)
        if data is None:
            raise EXCEL.damaged("ett blad saknar rader", "a sheet has no rows")
        self._root, self._data = root, data
        self._rows = {_number(line): line for line in data}

    def write(self, row: int, column: int, value: str | int) -> None:
        """Puts a value into a cell, which keeps its look."""
        line = self._rows.get(row)
        if line is None:
            line = self._put(row)
        at = letters(column)
        cell = next((each for each in line if each.get("r") == f"{at}{row}"), None)
        if cell is None:
            cell = etree.Element(_name("c"), {"r": f"{at}{row}"})
            later = next((each for each in line if _column(each) > column), None)
            if later is None:
                line.append(cell)
            else:
                later.addprevious(cell)
        _fill(cell, value)

    def add(self, at: int, like: int, cells: Mapping[int, str | int], *, push: bool, height: int | None) -> None:
        """Puts a row in place of an empty one, or between two; it looks as another one."""
        if push and not self._move(at, 1):
            return
        pattern = self._rows.get(like + 1 if push and like >= at else like)
        looks = {} if pattern is None else {_column(cell): cell.get("s") for cell in pattern}
        old = self._rows.pop(at, None)
        if old is not None:
            self._data.remove(old)
        line = self._put(at)
        for name in _ROW_LOOKS:
            if pattern is not None and pattern.get(name):
                line.set(name, pattern.get(name, ""))
        if height is not None:
            line.set("ht", str(height))
            line.set("customHeight", "1")
        for column in sorted({*looks, *cells}):
            cell = etree.SubElement(line, _name("c"), {"r": f"{letters(column)}{at}"})
            if look := looks.get(column):
                cell.set("s", look)
            _fill(cell, cells.get(column, ""))
        self._state_size(at)

    def drop(self, row: int) -> None:
        """Takes a row away, or its words where none may move."""
        line = self._rows.get(row)
        if line is not None and self._free():
            self._data.remove(line)
            self._move(row, -1)
        elif line is not None:
            for cell in line:
                _fill(cell, "")

    def reach(self, last: int, to: int) -> None:
        """Lets what ends with the row `last` end with the row `to`."""
        for tag, attribute in _RANGES.items():
            for each in self._root.iter(_name(tag)):
                each.set(attribute, reach_further(each.get(attribute, ""), last, to))
        for each in self._root.iter("{http://schemas.microsoft.com/office/excel/2006/main}sqref"):
            each.text = reach_further(each.text or "", last, to)

    def _free(self) -> bool:
        return not any(etree.QName(each).localname in _TIED for each in self._root.iter("{*}*"))

    def _move(self, start: int, by: int) -> bool:
        """Moves the rows from `start` on; False where they may not be moved."""
        if not self._free():
            return False
        for line in self._data:
            number = _number(line)
            if number >= start:
                line.set("r", str(number + by))
                for cell in line:
                    cell.set("r", f"{letters(_column(cell))}{number + by}")
        self._rows = {_number(line): line for line in self._data}
        return True

    def _put(self, number: int) -> Element:
        """A new row in its place."""
        line = self._rows[number] = etree.Element(_name("row"), {"r": str(number)})
        last = self._data[-1] if len(self._data) else None
        if last is None or _number(last) < number:
            self._data.append(line)
        else:
            next(each for each in self._data if _number(each) > number).addprevious(line)
        return line

    def _state_size(self, row: int) -> None:
        """What the sheet says of its own extent, which may not be less than it is."""
        stated = self._root.find(_name("dimension"))
        found = None if stated is None else RANGE.fullmatch(stated.get("ref", ""))
        if stated is not None and found and int(found[4] or found[2]) < row:
            stated.set("ref", f"{found[1]}{found[2]}:{found[3] or found[1]}{row}")


def reach_further(ranges: str, last: int, to: int) -> str:
    """Ranges with those that end with the row `last` ending with the row `to`."""
    return " ".join(_further(each, last, to) for each in ranges.split(" "))


def letters(column: int) -> str:
    """The name of a column, which counts from 0."""
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _further(each: str, last: int, to: int) -> str:
    found = RANGE.fullmatch(each)
    if found is None or int(found[4] or found[2]) != last:
        return each
    return f"{found[1]}{found[2]}:{found[3] or found[1]}{to}"


def _fill(cell: Element, value: str | int) -> None:
    """Puts a value into a cell: words always as words, never as a formula."""
    for child in list(cell):
        cell.remove(child)
    if "t" in cell.attrib:
        del cell.attrib["t"]
    if isinstance(value, int):
        etree.SubElement(cell, _name("v")).text = str(value)
    elif value:
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, _name("is")), _name("t"))
        text.text = _ESCAPED.sub("_x005F_", value)
        text.set(_SPACE, "preserve")


def _number(line: Element) -> int:
    number = line.get("r", "")
    if not (number.isascii() and number.isdecimal()):
        raise EXCEL.damaged("en rad saknar nummer", "a row has no number")
    return int(number)


def _column(cell: Element) -> int:
    """The column of a cell, from 0."""
    found = _CELL.fullmatch(cell.get("r", ""))
    if found is None:
        raise EXCEL.damaged("en cell saknar plats", "a cell has no place")
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _name(tag: str) -> str:
    return f"{{{_MAIN}}}{tag}"

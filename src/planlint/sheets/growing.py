"""A workbook with more rows and with other words in single cells; every other part of the file stays byte for byte.

The sheets' own XML is changed, not a copy that a library has read and written: openpyxl drops threads of comments,
shapes, rich text, slicers and whatever else it does not know.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from planlint.archive.opening import check_size, index_entries, open_archive, unpack
from planlint.archive.xml import STRICT_MARK, check_tags, parse
from planlint.errors import InputError
from planlint.sheets.lines import RANGE, Lines, reach_further
from planlint.sheets.trouble import EXCEL, refuse

_BOOK: Final = "xl/workbook.xml"
_LINKS: Final = "xl/_rels/workbook.xml.rels"
_MACROS: Final = "xl/vbaproject.bin"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HEAD: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


@dataclass(frozen=True, slots=True)
class NewLine:
    """A row with cells by column from 0, which looks as the row `like`; it stands in place of an empty row `at`.

    With `push` the rows from there on move down; nothing happens where they have more than words and numbers.
    `height` is in points, None for as high as the other.
    """

    sheet: str
    at: int
    like: int
    cells: Mapping[int, str | int]
    push: bool = False
    height: int | None = None


@dataclass(frozen=True, slots=True)
class NewCell:
    """Other words, or another number, in a cell; its look stays."""

    sheet: str
    row: int
    column: int
    value: str | int


@dataclass(frozen=True, slots=True)
class Drop:
    """A row goes, and those below move up; where they have more than words and numbers, it is emptied."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Reach:
    """What ends with the row `last` ends with `to`: filters, lists to choose from, formats, tables, what is printed."""

    sheet: str
    last: int
    to: int


Change = NewLine | NewCell | Drop | Reach
"""Rows count from 1 as they are when the change is made: changes are made one after the other."""


def grow(data: bytes, changes: Sequence[Change]) -> bytes:
    """The workbook with the changes; without any, the very bytes.

    Raises InputError for what is no workbook, has macros, or is in the strict variety of the format.
    """
    if not changes:
        return data
    book = _Book(data)
    for change in changes:
        book.make(change)
    return book.save()


@dataclass(slots=True)
class _Part:
    """A part that is changed."""

    name: str
    root: Element
    lines: Lines | None = None


class _Book:
    """A workbook while it is changed."""

    def __init__(self, data: bytes) -> None:
        self._archive = open_archive(data, EXCEL, refuse)
        self._entries = index_entries(self._archive, EXCEL)
        if _MACROS in self._entries:
            raise _has_macros()
        self._parts: dict[str, _Part] = {}
        self._book = self._part(_BOOK)
        targets = {each.get("Id", ""): each.get("Target", "") for each in self._part(_LINKS).root}
        sheets = list(self._book.root.iter("{*}sheet"))
        self._names = [each.get("name", "") for each in sheets]
        self._targets = [_resolve(_BOOK, targets.get(each.get(_RELATION, ""), "")) for each in sheets]

    def make(self, change: Change) -> None:
        """Makes one of the changes."""
        part = self._part(self._targets[self._names.index(change.sheet)])
        lines = part.lines = part.lines or Lines(part.root)
        if isinstance(change, NewCell):
            lines.write(change.row, change.column, change.value)
        elif isinstance(change, NewLine):
            lines.add(change.at, change.like, change.cells, push=change.push, height=change.height)
        elif isinstance(change, Drop):
            lines.drop(change.row)
        else:
            lines.reach(change.last, change.to)
            self._reach_names(change)
            self._reach_tables(part, change)

    def save(self) -> bytes:
        """The file; what has not changed as it was."""
        target = BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.comment = self._archive.comment
            for entry in self._archive.infolist():
                part = self._parts.get(entry.filename.replace("\\", "/").casefold())
                before = unpack(self._archive, entry, EXCEL)
                same = zipfile.ZipInfo(entry.filename, entry.date_time)
                same.compress_type, same.create_system = entry.compress_type, 0
                archive.writestr(same, before if part is None else _written(part, before))
        return target.getvalue()

    def _part(self, name: str) -> _Part:
        key = name.casefold()
        if key not in self._parts:
            entry = self._entries.get(key)
            if entry is None:
                raise EXCEL.damaged(f"delen {name} saknas", f"the part {name} is missing")
            check_size(entry, EXCEL)
            content = unpack(self._archive, entry, EXCEL)
            if STRICT_MARK in content:
                raise _is_strict()
            self._parts[key] = _Part(name, parse(content, name, EXCEL))
        return self._parts[key]

    def _reach_names(self, change: Reach) -> None:
        """The names of ranges that planlint or Excel made for the sheet: what is filtered and what is printed."""
        index = str(self._names.index(change.sheet))
        for each in self._book.root.iter("{*}definedName"):
            if each.get("localSheetId") == index and each.get("name", "").startswith("_xlnm."):
                sheet, mark, found = (each.text or "").rpartition("!")
                if RANGE.fullmatch(found):
                    each.text = sheet + mark + reach_further(found, change.last, change.to)

    def _reach_tables(self, part: _Part, change: Reach) -> None:
        """The tables that people have made of the sheet's rows."""
        wanted = {each.get(_RELATION, "") for each in part.root.iter("{*}tablePart")}
        folder, base = posixpath.split(part.name)
        for link in self._part(f"{folder}/_rels/{base}.rels").root if wanted else ():
            if link.get("Id", "") in wanted:
                table = self._part(_resolve(part.name, link.get("Target", ""))).root
                for each in (table, *table.iter("{*}autoFilter")):
                    each.set("ref", reach_further(each.get("ref", ""), change.last, change.to))


def _resolve(part: str, target: str) -> str:
    """The name of the part that another points to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def _written(part: _Part, before: bytes) -> bytes:
    """The part's XML; the very bytes where nothing of it has changed."""
    if etree.tostring(parse(before, part.name, EXCEL)) == etree.tostring(part.root):
        return before
    data: bytes = etree.tostring(part.root, encoding="UTF-8")
    check_tags(data, part.name, EXCEL)
    return _HEAD + data


def _has_macros() -> InputError:
    return InputError(
        "not-word",
        "Arbetsboken har makron. Spara den som .xlsx, utan makron, och prova igen.",
        "The workbook has macros. Save it as .xlsx, without macros, and try again.",
    )


def _is_strict() -> InputError:
    return InputError(
        "not-word",
        "Arbetsboken är i formatet ”Strict Open XML”. Spara den som ”Excel-arbetsbok (.xlsx)” och prova igen.",
        "The workbook is in the format “Strict Open XML”. Save it as “Excel Workbook (.xlsx)” and try again.",
    )

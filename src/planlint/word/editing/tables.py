"""The frames of new tables and rows: their properties, their columns, their cells without what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import accumulate
from typing import Final

from lxml.etree import SubElement
from lxml.etree import _Element as Element

from planlint.model.document import Cell, Row, Table
from planlint.word import names
from planlint.word.annotation.marks import remove
from planlint.word.names import w
from planlint.word.rows import is_shaded
from planlint.word.values import by_name, child_value, inside, whole

_TABLE_PROPERTIES: Final = w("tblPr")
_GRID: Final = w("tblGrid")
_COLUMN: Final = w("gridCol")
_WIDTH: Final = w("w")
_HEADER: Final = w("tblHeader")
_SHADING: Final = w("shd")
_SPAN: Final = w("gridSpan")
_MERGE: Final = w("vMerge")
_CELL_WIDTH: Final = w("tcW")
_BEFORE_SHADING: Final = (_CELL_WIDTH, _SPAN, _MERGE, w("tcBorders"))
_TABLE_ONLY: Final = tuple(map(w, ("tblPrChange", "tblpPr", "tblCaption", "tblDescription")))
_ROW_ONLY: Final = (
    _HEADER,
    *map(w, ("ins", "del", "trPrChange", "cnfStyle", "gridBefore", "gridAfter", "wBefore", "wAfter")),
)
_CELL_ONLY: Final = (
    _SPAN,
    _MERGE,
    _CELL_WIDTH,
    *map(w, ("hMerge", "cellIns", "cellDel", "cellMerge", "tcPrChange", "cnfStyle")),
)
"""What is one table's, row's or cell's own and not how it looks."""
_GREY: Final = {names.VALUE: "clear", w("color"): "auto", w("fill"): "D9D9D9"}
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_MOST_COLUMNS: Final = 63
_MOST_TWIPS: Final = 31_680
"""In Word: columns of a table, and its width (22 inches)."""
_USUAL_TWIPS: Final = 9_070
"""A table's width where the plan has none to go by: 16 centimetres, the text of an A4 page."""


def make_table(beside: Element, model: Element | None, style: str | None, table: Table) -> Element:
    """A w:tbl without rows; `style` is the id of the style that it has where there is no model."""
    made = beside.makeelement(names.TABLE)
    properties = None if model is None else model.find(_TABLE_PROPERTIES)
    if properties is None:
        _add_plain_properties(made, style)
    else:
        made.append(_look(properties, _TABLE_ONLY))
    columns = min(max((sum(cell.span for cell in row.cells) for row in table.rows), default=1), _MOST_COLUMNS)
    before = [] if model is None else grid_of(model)
    widths = before if len(before) == columns else [(sum(before) or _USUAL_TWIPS) // columns] * columns
    grid = SubElement(made, _GRID)
    for width in widths:
        SubElement(grid, _COLUMN, {_WIDTH: str(width)})
    return made


def make_row(beside: Element, model: Element | None, row: Row, below: Row | None, grid: Sequence[int]) -> Element:
    """A w:tr with cells in which nothing stands; `below` is the row that comes after, `grid` the columns' widths."""
    made = beside.makeelement(names.ROW)
    properties = None if model is None else model.find(names.ROW_PROPERTIES)
    stated = made.makeelement(names.ROW_PROPERTIES) if properties is None else _look(properties, _ROW_ONLY)
    if row.header:
        SubElement(stated, _HEADER)
    if len(stated):
        made.append(stated)
    models = [] if model is None else columns_of(model)
    continued = {column for column, cell in _placed(below) if cell.continues} if below else set()
    for column, cell in _placed(row):
        like = next((each for at, each in reversed(models) if at <= column), None)
        merge = "continue" if cell.continues else "restart" if column in continued else ""
        width = sum(grid[column : column + cell.span])
        SubElement(made, names.CELL).append(_cell_properties(made, like, cell, merge, width))
    return made


def _placed(row: Row) -> Iterator[tuple[int, Cell]]:
    """The row's cells, each after the column that it begins at."""
    return zip(accumulate((cell.span for cell in row.cells), initial=0), row.cells, strict=False)


def _cell_properties(beside: Element, model: Element | None, cell: Cell, merge: str, width: int) -> Element:
    properties = None if model is None else model.find(names.CELL_PROPERTIES)
    stated = beside.makeelement(names.CELL_PROPERTIES) if properties is None else _look(properties, _CELL_ONLY)
    own = stated.makeelement(names.CELL_PROPERTIES)
    if width:
        SubElement(own, _CELL_WIDTH, {_WIDTH: str(width), names.KIND: "dxa"})
    if cell.span > 1:
        SubElement(own, _SPAN, {names.VALUE: str(cell.span)})
    if merge:
        SubElement(own, _MERGE, {names.VALUE: merge})
    stated[:0] = inside(own)
    if is_shaded(by_name(stated)) != cell.shaded:
        for shading in stated.findall(_SHADING):
            remove(shading)
        if cell.shaded:
            at = sum(child.tag in _BEFORE_SHADING for child in stated)
            stated.insert(at, stated.makeelement(_SHADING, _GREY))
    return stated


def _look(properties: Element, dropped: Sequence[str]) -> Element:
    """A copy without what is one element's own."""
    copy = deepcopy(properties)
    copy.tail = None
    for each in [*copy.iterchildren(*dropped)]:
        remove(each)
    return copy


def _add_plain_properties(table: Element, style: str | None) -> None:
    properties = SubElement(table, _TABLE_PROPERTIES)
    if style is not None:
        SubElement(properties, w("tblStyle"), {names.VALUE: style})
    SubElement(properties, w("tblW"), {_WIDTH: "0", names.KIND: "auto"})
    borders = SubElement(properties, w("tblBorders"))
    for side in _SIDES:
        SubElement(borders, w(side), {names.VALUE: "single", w("sz"): "4", w("space"): "0", w("color"): "auto"})


def grid_of(table: Element) -> list[int]:
    """The widths of a table's columns in twips, as far as it states them."""
    stated = table.find(_GRID)
    columns = [] if stated is None else stated.findall(_COLUMN)[:_MOST_COLUMNS]
    return [whole(column.get(_WIDTH), 0, 0, _MOST_TWIPS) for column in columns]


def rows_of(table: Element) -> list[Element]:
    """The table's own rows, whatever they are wrapped in."""
    return [row for row in table.iter(names.ROW) if next(row.iterancestors(names.TABLE)) is table]


def columns_of(row: Element) -> list[tuple[int, Element]]:
    """The row's cells, each after the column that it begins at."""
    column = whole(child_value(row, f"{names.ROW_PROPERTIES}/{w('gridBefore')}"), 0, 0, _MOST_COLUMNS)
    found = []
    for cell in row.iter(names.CELL):
        if next(cell.iterancestors(names.ROW)) is row:
            found.append((column, cell))
            column += whole(child_value(cell, f"{names.CELL_PROPERTIES}/{_SPAN}"), 1, 1, _MOST_COLUMNS)
    return found


def begin_below(row: Element) -> None:
    """Lets the cells of the next row begin there, where they go on from cells of this row that do not go on."""
    below = next((found for sibling in row.itersiblings() for found in sibling.iter(names.ROW)), None)
    if below is None:
        return
    above = {column for column, cell in columns_of(row) if not _continues(cell)}
    for column, cell in columns_of(below):
        merge = cell.find(f"{names.CELL_PROPERTIES}/{_MERGE}")
        if column in above and merge is not None:
            merge.set(names.VALUE, "restart")


def _continues(cell: Element) -> bool:
    merge = cell.find(f"{names.CELL_PROPERTIES}/{_MERGE}")
    return merge is not None and merge.get(names.VALUE, "continue") == "continue"

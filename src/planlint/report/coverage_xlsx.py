"""The coverage as a workbook for Excel and LibreOffice: goals, principles and roles, a sheet each.

Every cell with words is written as a string, never as a formula or a link: they come from a file that anyone may have
written. The same coverage gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Final

from planlint.model.outcome import Outcome
from planlint.model.rule import Language
from planlint.report.coverage import measure
from planlint.report.coverage_sheets import OTHERS, WORDS, Cells, Sheet, lay_out
from planlint.report.printable import printable
from planlint.report.roles import measure_roles
from planlint.report.workbook import HIGHEST, LONGEST_TITLE, as_cell, describe, height, set_page
from planlint.texts import say

if TYPE_CHECKING:
    from xlsxwriter.workbook import Format, Workbook, Worksheet

    Looks = Mapping[str, Format]
    """How cells look, by name."""

CODE_WIDTH: Final = (13, 24)
"""Least and most characters for the column with codes."""
WORDS_WIDTH: Final = 60
UPRIGHT: Final = 8
"""Interventions whose titles stand upright over their columns; those of more are turned on their side."""
UPRIGHT_WIDTH: Final = 18
FILTER: Final = 3
"""Characters that a header's button for choosing takes."""
TURNED_WIDTH: Final = 5
CHARACTER: Final = 6
"""Points that a character takes of a title on its side."""


def render_coverage_xlsx(outcome: Outcome, language: Language) -> bytes:
    """The workbook. ValueError where the outcome has no plan."""
    from xlsxwriter.workbook import Workbook

    plan = outcome.plan
    if plan is None:
        raise ValueError(outcome.path)
    title = _cell(plan.control.title.text if plan.control.title else outcome.path)[:LONGEST_TITLE]
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    describe(book, title, say("matrix-page-title", language), language)
    looks = _looks(book)
    for sheet in lay_out(measure(plan, outcome.principles), measure_roles(plan), language):
        paper = book.add_worksheet(sheet.name)
        _fill(paper, sheet, looks)
        set_page(paper, title, WORDS)
    book.close()
    return out.getvalue()


def _cell(text: str) -> str:
    """The words on one line, without control characters."""
    return as_cell(printable(text))


def _looks(book: Workbook) -> Looks:
    words = {"text_wrap": True, "valign": "vcenter"}
    number = {"align": "center", "valign": "vcenter"}
    head = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2, "bg_color": "#EDEDED"}
    bare = {"bold": True, "bg_color": "#FFF2CC"}
    total = {"bold": True, "top": 2}
    looks = {
        "head": head,
        "head turned": {**head, "rotation": 90, "align": "center"},
        "plain words": words,
        "plain number": number,
        "bare words": words | bare,
        "bare number": number | bare,
        "total words": words | total,
        "total number": number | total,
    }
    return {name: book.add_format(look) for name, look in looks.items()}


def _fill(paper: Worksheet, sheet: Sheet, looks: Looks) -> None:
    """The sheet's cells: the header, the rows with their total below, and what they mean."""
    turned = len(sheet.header) - OTHERS > UPRIGHT
    _set_widths(paper, sheet, turned=turned)
    for column, words in enumerate(sheet.header):
        paper.write_string(0, column, _cell(words), looks["head turned" if turned and column >= WORDS else "head"])
    whole: Cells = dict.fromkeys(range(len(sheet.header)), "")
    for index, row in enumerate(sheet.rows):
        paper.set_row(index + 1, height(str(row[1]), WORDS_WIDTH))
        if index in sheet.bare:
            _write_row(paper, index + 1, {**whole, **row}, looks, "bare")
        else:
            _write_row(paper, index + 1, row, looks, "plain")
    below = len(sheet.rows) + 1
    if sheet.rows:
        _write_row(paper, below, {**whole, **sheet.total}, looks, "total")
        paper.autofilter(0, 0, len(sheet.rows), len(sheet.header) - 1)
        paper.ignore_errors({"number_stored_as_text": f"A2:A{below}"})
        below += 2
    for line, words in enumerate(sheet.legend):
        paper.write_string(below + line, 1, _cell(words), looks["plain words"])


def _write_row(paper: Worksheet, index: int, cells: Cells, looks: Looks, kind: str) -> None:
    """A row of words and numbers; a cell with no words is blank and has the row's look."""
    for column, value in cells.items():
        look = looks[f"{kind} {'words' if column < WORDS else 'number'}"]
        if isinstance(value, int):
            paper.write_number(index, column, value, look)
        elif value:
            paper.write_string(index, column, _cell(value), look)
        else:
            paper.write_blank(index, column, None, look)


def _set_widths(paper: Worksheet, sheet: Sheet, *, turned: bool) -> None:
    """Columns as wide as what they hold, within reason; titles on their side get a row as high as they are long."""
    least, most = CODE_WIDTH
    codes = (str(row.get(0, "")) for row in sheet.rows)
    paper.set_column(0, 0, min(most, max([least, *map(len, codes)]) + 1))
    paper.set_column(1, 1, WORDS_WIDTH)
    paper.set_column(WORDS, len(sheet.header) - 1, TURNED_WIDTH if turned else UPRIGHT_WIDTH)
    titles = sheet.header[WORDS:]
    upright = max(height(title, UPRIGHT_WIDTH - FILTER) for title in titles)
    paper.set_row(0, min(HIGHEST, CHARACTER * max(map(len, titles))) if turned else upright)

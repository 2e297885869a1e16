"""The compilation as a workbook to fill in: the views, an overview, and what it was made from, a sheet each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final, get_args

from planlint.archive.seal import PENDING, seal
from planlint.consult.cells import told_cells
from planlint.model.consultation import Compilation, Entry
from planlint.model.filled import FILLED, STANDPOINTS, TOLD, Column
from planlint.model.rule import Language
from planlint.report.consultation.compilation_sheets import overview
from planlint.report.consultation.compilation_told import UNKNOWN, Account, plan_title, tell, tell_remarks
from planlint.report.printable import printable
from planlint.report.workbook import as_cell, describe, height, set_page
from planlint.texts import say

if TYPE_CHECKING:
    from xlsxwriter.workbook import Format, Workbook, Worksheet

    Looks = Mapping[str, Format]
    """How cells look, by name."""

COLUMNS: Final[tuple[Column, ...]] = get_args(Column)
WIDTHS: Final[Mapping[Column, int]] = {
    "number": 6, "id": 10, "respondent": 22, "element": 24, "kind": 18, "quote": 36, "view": 44, "proposal": 36,
    "standpoint": 20, "reason": 36, "change": 12, "responsible": 18, "remark": 20,
}  # fmt: skip
"""Characters that a line of each column holds."""
STILL: Final = 2
"""Columns, from the left, that stay in sight: the number and the id."""
_OVERVIEW: Final = (60, 14, 36, 60, 60, 20)
_BASIS: Final = (60, 60, 12, 12, 12, 20)
_BASIS_HEADS: Final = ("respondent", "file", "revisions", "comments", "views", "digest")


def render_compilation_xlsx(compilation: Compilation, language: Language) -> bytes:
    """The workbook. The same compilation gives the same bytes."""
    from xlsxwriter.workbook import Workbook

    account, out = tell(compilation), BytesIO()
    title = plan_title(compilation)
    book = Workbook(out, {"in_memory": True})
    describe(book, title, say("compilation-title", language), language, status=PENDING)
    paint = _Paint(book, language)
    views, over, basis = (
        book.add_worksheet(say(key, language)) for key in ("sheet-views", "sheet-overview", "table-basis")
    )
    paint.views(views, compilation.entries)
    paint.overview(over, account)
    paint.basis(basis, account)
    for paper, columns in ((views, STILL), (over, 0), (basis, 0)):
        set_page(paper, title, columns)
    book.close()
    return seal(out.getvalue())


class _Paint:
    """Writes the sheets of a workbook."""

    def __init__(self, book: Workbook, language: Language) -> None:
        words = {"text_wrap": True, "valign": "top"}
        looks = {
            "head": {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2, "bg_color": "#E3EFF0"},
            "words": words,
            "number": {"valign": "top", "align": "right"},
            "quiet": words | {"font_color": "#595959"},
            "remark": words | {"font_color": "#A3161F"},
            "fill": words | {"border": 1, "border_color": "#7C858B"},
        }
        self.looks: Looks = {name: book.add_format(look) for name, look in looks.items()}
        self.language = language

    def views(self, paper: Worksheet, entries: Sequence[Entry]) -> None:
        """All views, with a list to choose a standpoint from."""
        for index, column in enumerate(COLUMNS):
            paper.set_column(index, index, WIDTHS[column])
            paper.write_string(0, index, say(f"column-{column}", self.language), self.looks["head"])
        for row, entry in enumerate(entries, 1):
            self._view(paper, row, entry)
        if entries:
            at = COLUMNS.index("standpoint")
            choices = [say(f"standpoint-{each}", self.language) for each in STANDPOINTS]
            paper.data_validation(1, at, len(entries), at, {"validate": "list", "source": choices})
            paper.autofilter(0, 0, len(entries), len(COLUMNS) - 1)

    def overview(self, paper: Worksheet, account: Account) -> None:
        """The counts and all that is to be looked at first; an empty line before each head but the first."""
        self._widths(paper, _OVERVIEW)
        row = 0
        for line in overview(account, self.language):
            row += line.head and row > 0
            look = "head" if line.head else "words"
            for column, value in enumerate(line.cells):
                self._write(paper, row, column, value, look)
            spare = [str(value) for value, _ in zip(line.cells, _OVERVIEW, strict=False)]
            paper.set_row(row, max(height(words, width) for words, width in zip(spare, _OVERVIEW, strict=False)))
            row += 1

    def basis(self, paper: Worksheet, account: Account) -> None:
        """The files, and the line by which a changed table is seen."""
        self._widths(paper, _BASIS)
        for column, head in enumerate(_BASIS_HEADS):
            paper.write_string(0, column, say(f"column-{head}", self.language), self.looks["head"])
        for row, each in enumerate(account.basis, 1):
            numbers = (each.revisions, each.comments, each.views)
            self._write(paper, row, 0, each.whose.in_language(self.language), "words")
            self._write(paper, row, 1, each.path, "words")
            for column, number in enumerate(numbers, 2):
                self._write(paper, row, column, number if number == UNKNOWN else int(number), "number")
            self._write(paper, row, 5, each.digest, "words")
        below = len(account.basis) + 2
        paper.write_string(below, 0, account.digest.in_language(self.language), self.looks["quiet"])
        paper.set_row(below, height(account.digest.in_language(self.language), _BASIS[0]))
        paper.ignore_errors({"number_stored_as_text": f"F2:F{below}"})

    def _view(self, paper: Worksheet, row: int, entry: Entry) -> None:
        told = dict(zip(TOLD, told_cells(entry, self.language), strict=True))
        remarks = "\n".join(each.in_language(self.language) for each in tell_remarks(entry))
        cells: dict[Column, str] = {**told, "id": entry.id, "remark": remarks}
        paper.set_row(row, max(height(words, WIDTHS[column]) for column, words in cells.items()))
        for index, column in enumerate(COLUMNS):
            if column == "number":
                paper.write_number(row, index, entry.number, self.looks["number"])
            elif column in FILLED:
                paper.write_blank(row, index, None, self.looks["fill"])
            else:
                look = {"id": "quiet", "remark": "remark"}.get(column, "words")
                paper.write_string(row, index, as_cell(cells[column]), self.looks[look])

    def _write(self, paper: Worksheet, row: int, column: int, value: str | int, look: str) -> None:
        if isinstance(value, int):
            paper.write_number(row, column, value, self.looks["number"])
        else:
            paper.write_string(row, column, as_cell(printable(value)), self.looks[look])

    def _widths(self, paper: Worksheet, widths: Sequence[int]) -> None:
        for column, width in enumerate(widths):
            paper.set_column(column, column, width)

"""The answer form as a workbook: a sheet with who answers and how to fill it in, and one with the rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Final

from planlint.archive.seal import PENDING, seal
from planlint.consult.form import (
    COLUMNS,
    HEAD_FIELDS,
    FormColumn,
    FormRow,
    list_chapters,
    name_plan,
    plan_digest,
    tell_how,
    tell_kinds,
    tell_other_ways,
    tell_plan,
)
from planlint.model.consultation import Calendar, Sent
from planlint.model.rule import Language
from planlint.report.printable import printable
from planlint.report.workbook import LINE, as_cell, describe, height, set_page
from planlint.texts import say

if TYPE_CHECKING:
    from xlsxwriter.workbook import Format, Workbook, Worksheet

    Looks = Mapping[str, Format]
    """How cells look, by name."""

WIDTHS: Final[Mapping[FormColumn, int]] = {"id": 11, "section": 44, "kind": 20, "view": 60, "proposal": 60}
"""Characters that a line of each column holds."""
STILL: Final = 2
"""Columns, from the left, that stay in sight: the id and the section."""
SPARE: Final = 500
"""Rows below the last one that have the list of kinds too: where people copy rows to."""
_HOW: Final = (24, 90)


def render_form_xlsx(sent: Sent, language: Language, calendar: Calendar) -> bytes:
    """The workbook. The same plan, language and calendar give the same bytes."""
    from xlsxwriter.workbook import Workbook

    out = BytesIO()
    title = say("form-title", language, title=printable(name_plan(sent)))
    book = Workbook(out, {"in_memory": True})
    describe(book, title, say("form-views", language), language, status=PENDING)
    how, answers = (book.add_worksheet(say(f"form-sheet-{key}", language)) for key in ("how", "answers"))
    form = _Form(book, language)
    form.tell_how(how, title, sent, calendar)
    form.ask(answers, sent)
    for paper, columns in ((how, 0), (answers, STILL)):
        set_page(paper, title, columns)
    book.close()
    return seal(out.getvalue())


class _Form:
    """Writes the sheets."""

    def __init__(self, book: Workbook, language: Language) -> None:
        words = {"text_wrap": True, "valign": "top"}
        fill = words | {"border": 1, "border_color": "#7C858B", "num_format": "@"}
        looks = {
            "title": {"bold": True, "font_size": 16, "font_color": "#0B5563"},
            "head": words | {"bold": True, "bottom": 2, "bg_color": "#E3EFF0"},
            "words": words,
            "strong": words | {"bold": True},
            "quiet": words | {"font_color": "#595959"},
            "fill": fill,
        }
        self.looks: Looks = {name: book.add_format(look) for name, look in looks.items()}
        self.language = language

    def tell_how(self, paper: Worksheet, title: str, sent: Sent, calendar: Calendar) -> None:
        """What the form is about, the fields for who answers, and the instructions."""
        for column, width in enumerate(_HOW):
            paper.set_column(column, column, width)
        paper.write_string(0, 0, as_cell(title), self.looks["title"])
        row = self._write_lines(paper, 1, tell_plan(sent, calendar, self.language)) + 1
        paper.write_string(row, 0, self._say("form-who"), self.looks["head"])
        paper.write_string(row, 1, self._say("form-value"), self.looks["head"])
        for below, field in enumerate(HEAD_FIELDS, row + 1):
            paper.write_string(below, 0, self._say(f"form-{field}"), self.looks["strong"])
            paper.write_blank(below, 1, None, self.looks["fill"])
        self._instruct(paper, row + len(HEAD_FIELDS) + 2, sent)

    def _instruct(self, paper: Worksheet, row: int, sent: Sent) -> None:
        paper.merge_range(row, 0, row, 1, self._say("form-how"), self.looks["head"])
        sheet = self._say("form-sheet-answers")
        lines = (self._say("form-on-sheet", sheet=sheet), *tell_how(self.language), self._say("form-how-kinds"))
        row = self._write_lines(paper, row + 1, iter(lines))
        for kind, meaning in tell_kinds(self.language):
            paper.write_string(row, 0, kind, self.looks["strong"])
            paper.write_string(row, 1, meaning, self.looks["words"])
            row += 1
        row = self._write_lines(paper, row, iter((tell_other_ways(sent, self.language),)))
        checksum = self._say("form-checksum", digest=plan_digest(sent))
        paper.merge_range(row + 1, 0, row + 1, 1, checksum, self.looks["quiet"])

    def ask(self, paper: Worksheet, sent: Sent) -> None:
        """The rows to fill in, with a list of kinds to choose from."""
        for index, column in enumerate(COLUMNS):
            paper.set_column(index, index, WIDTHS[column])
            paper.write_string(0, index, self._say(f"form-column-{column}"), self.looks["head"])
        rows = [row for chapter in list_chapters(sent, self.language) for row in chapter.rows]
        for number, row in enumerate(rows, 1):
            self._ask_row(paper, number, row)
        at = COLUMNS.index("kind")
        choices = {
            "validate": "list",
            "source": [kind for kind, _ in tell_kinds(self.language)],
            "error_type": "information",
        }
        paper.data_validation(1, at, len(rows) + SPARE, at, choices)
        paper.autofilter(0, 0, len(rows), len(COLUMNS) - 1)

    def _ask_row(self, paper: Worksheet, number: int, row: FormRow) -> None:
        section = as_cell("\n".join(filter(None, (row.name, row.words))))
        paper.set_row(number, max(2 * LINE, height(section, WIDTHS["section"])))
        paper.write_string(number, 0, row.key, self.looks["quiet"])
        paper.write_string(number, 1, section, self.looks["strong" if row.whole else "words"])
        for column in range(STILL, len(COLUMNS)):
            paper.write_blank(number, column, None, self.looks["fill"])

    def _write_lines(self, paper: Worksheet, row: int, lines: Iterator[str]) -> int:
        """Each line over both columns; gives the row below them."""
        for words in lines:
            paper.merge_range(row, 0, row, 1, "", self.looks["words"])
            paper.write_string(row, 0, as_cell(words), self.looks["words"])
            paper.set_row(row, height(words, sum(_HOW)))
            row += 1
        return row

    def _say(self, key: str, **values: str | int) -> str:
        return say(key, self.language, **values)

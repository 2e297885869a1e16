"""The compilation read back from Excel, after what people do to it."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from planlint.consult.cells import identify
from planlint.errors import InputError
from planlint.report.consultation.compilation_docx import render_compilation_docx
from planlint.report.consultation.compilation_xlsx import render_compilation_xlsx
from tests.consult.filled import FIRST, compiled, said
from tests.consult.filling import Opened, in_excel, table_of

MADE = render_compilation_xlsx(FIRST, "sv")


def test_a_workbook_says_what_the_document_says() -> None:
    book, document = table_of(MADE, ".xlsx"), table_of(render_compilation_docx(FIRST, "sv"))
    assert [(each.number, each.id, each.told) for each in book.rows] == [
        (each.number, each.id, each.told) for each in document.rows
    ]
    assert (book.plan, book.basis, book.views, book.digest) == (
        document.plan, document.basis, document.views, document.digest,
    )  # fmt: skip
    assert book.rows[4].where == "bladet ”Synpunkter”, rad 6"
    assert (book.lacking, book.language) == ((), "sv")


def test_what_is_filled_in_is_read_after_openpyxl_has_saved_it() -> None:
    def fill(book: Opened) -> None:
        sheet = book["Synpunkter"]
        sheet["I3"], sheet["J3"], sheet["K3"], sheet["L3"] = (
            "tillgodoses  INTE.",
            "Redan med.\nSe 2.1.",
            1.1,
            "Kansliet",
        )

    second = table_of(in_excel(MADE, fill), ".xlsx").rows[1]
    assert (second.standpoint, second.standpoint_words) == ("not-met", "tillgodoses  INTE.")
    assert (second.reason, second.change, second.responsible) == ("Redan med.\nSe 2.1.", "1.1", "Kansliet")


def test_rows_above_sorted_rows_and_columns_of_their_own() -> None:
    def rearrange(book: Opened) -> None:
        sheet = book["Synpunkter"]
        values = [[cell.value for cell in each] for each in sheet.iter_rows()]
        head, body = values[0], values[1:]
        book.remove(sheet)
        new = book.create_sheet("Vår lista", 0)
        new.append(["Remissen våren 2026"])
        new.append([])
        new.append(["Status", *head[::-1]])
        for each in reversed(body):
            new.append(["klar", *each[::-1]])

    table = table_of(in_excel(MADE, rearrange), ".xlsx")
    assert [each.number for each in table.rows] == ["6", "5", "4", "3", "2", "1"]
    assert {identify(each.told) for each in table.rows} == {entry.id for entry in FIRST.entries}
    assert table.rows[0].where == "bladet ”Vår lista”, rad 4"


def test_a_view_that_looks_like_a_formula_stays_words() -> None:
    made = compiled([(said("", "=1+1"), ("Nordvik",))])
    table = table_of(in_excel(render_compilation_xlsx(made, "sv"), _only_save), ".xlsx")
    assert [identify(each.told) for each in table.rows] == [entry.id for entry in made.entries]


def test_a_workbook_without_such_a_sheet_is_refused() -> None:
    book = openpyxl.Workbook()
    book.create_sheet().append(["Nr", "Synpunkt", "Svar"])
    out = BytesIO()
    book.save(out)
    with pytest.raises(InputError) as caught:
        table_of(out.getvalue(), ".xlsx")
    assert caught.value.code == "unreadable"


def _only_save(book: Opened) -> None:
    """Somebody opened the workbook and saved it."""
    assert book.sheetnames == ["Synpunkter", "Översikt", "Underlag"]

"""A form filled in as a workbook says the same as one in Word."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from planlint import sheets
from planlint.consult.answers.form import read_form_sheets
from planlint.model.consultation import Aside, Told
from planlint.sheets import Sheet
from tests.consult.answers.filling import HEAD, book, expected, fill_book, saved, shown
from tests.consult.returned import sent


def told(data: bytes) -> Told:
    answer = read_form_sheets(sheets.read(data), sent())
    assert answer is not None
    return answer


def test_a_filled_in_form_is_read_back() -> None:
    answer = told(fill_book())
    assert shown(answer) == expected()
    assert (answer.form, answer.respondent, answer.dated) == ("form", "Tallviks kommun", date(2026, 11, 20))
    assert {(said.author, said.date, said.respondent, said.place) for said in answer.said} == {
        ("Ingrid Sollén", "2026-11-20", "Tallviks kommun", None)
    }
    assert len(answer.asides) == len(HEAD)
    assert not answer.foreign


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_form_that_nobody_has_filled_in_says_nothing(language: str) -> None:
    answer = told(book("sv" if language == "sv" else "en"))
    assert (answer.said, answer.asides) == ((), ())


def test_a_date_that_excel_has_made_one() -> None:
    made = load_workbook(BytesIO(book()))
    for line in made.worksheets[0].iter_rows():
        if line[0].value == "Datum":
            line[1].value = date(2026, 11, 12)
            line[1].number_format = "d mmm yyyy"
    assert told(saved(made)).dated == date(2026, 11, 12)


def test_lines_above_the_head_and_sheets_in_another_order() -> None:
    made = load_workbook(BytesIO(fill_book()))
    made.worksheets[1].insert_rows(1, 3)
    made.worksheets[1]["A1"] = "Skicka svaret till remiss@norradalen.example."
    made.move_sheet(made.worksheets[1], -1)
    answer = told(saved(made))
    assert shown(answer) == expected()
    assert (answer.respondent, answer.asides[0]) == ("Tallviks kommun", Aside(made.worksheets[0]["A1"].value))


def test_hidden_sheets_are_passed_over_unless_they_are_the_form() -> None:
    made = load_workbook(BytesIO(fill_book()))
    hidden = made.create_sheet("Listor")
    hidden.append(["Sakfråga", "Ja"])
    hidden.sheet_state = "hidden"
    made.create_sheet("Mer").append(["Insats 4.4 borde komma först."])
    answer = told(saved(made))
    assert shown(answer)[len(expected()) :] == [
        ("4.4 Förstudie om ett gemensamt e-arkiv", "statement", "Insats 4.4 borde komma först.", "")
    ]


def test_what_is_no_form() -> None:
    assert read_form_sheets((), sent()) is None
    assert read_form_sheets(sheets.read(saved(Workbook())), sent()) is None
    heads = ("Nr", "Id", "Remissinstans", "Avsnitt", "Slag", "Citat ur planen", "Synpunkt", "Förslag till lydelse")
    assert read_form_sheets((Sheet("S", (heads,)),), sent()) is None

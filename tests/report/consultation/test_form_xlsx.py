"""The answer form in Excel: what it shows, and that words stay words."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from planlint import sheets
from planlint.archive.seal import is_sealed
from planlint.consult.form import list_chapters, plan_digest
from planlint.model.consultation import Calendar, Sent
from planlint.model.rule import Language
from planlint.report.consultation.form_xlsx import SPARE, render_form_xlsx
from tests.consult.returned import sent
from tests.report.consultation.forms import HOSTILE, SHOWN, hostile
from tests.report.consultation.test_form_docx import CALENDAR


def made(plan: Sent | None = None, language: Language = "sv", calendar: Calendar = CALENDAR) -> bytes:
    return render_form_xlsx(plan or sent(), language, calendar)


def opened(data: bytes) -> tuple[Worksheet, Worksheet]:
    how, views = load_workbook(BytesIO(data)).worksheets
    return how, views


def test_how_to_fill_it_in() -> None:
    how = sheets.read(made())[0]
    assert how.name == "Instruktion"
    assert how.rows[:14] == (
        ("Svarsblankett: Handlingsplan för digitalisering i Norrådalen 2027–2029",),
        ("Blanketten gäller Handlingsplan för digitalisering i Norrådalen 2027–2029, version 0.4, 2026-09-15.",),
        ("Svara senast den 27 november 2026.",),
        ("Ansvarig för remissen: E-rådet.",),
        (),
        ("Vem som svarar", "Ert svar"),
        ("Remissinstans",),
        ("Kontaktperson",),
        ("E-post",),
        ("Datum",),
        ("Diarienummer",),
        (),
        ("Så fyller ni i blanketten",),
        ("Synpunkterna skriver ni på bladet ”Svar”.",),
    )
    assert how.rows[-2:] == ((), (f"Planens kontrollsumma: {plan_digest(sent())}",))
    assert ("Stöd", "ni ställer er bakom det som står; då behöver ni inte skriva något mer") in how.rows


def test_a_row_for_everything_that_is_asked_for() -> None:
    views = sheets.read(made())[1]
    rows = [row for chapter in list_chapters(sent(), "sv") for row in chapter.rows]
    assert views.name == "Svar"
    assert views.rows == (
        ("Id", "Avsnitt", "Slag av synpunkt", "Synpunkt", "Förslag till ny lydelse"),
        *((row.key, "\n".join(filter(None, (row.name, row.words)))) for row in rows),
    )


def test_the_sheet_is_made_to_be_filled_in() -> None:
    _, views = opened(made())
    last = views.max_row
    assert (views.freeze_panes, views.auto_filter.ref) == ("C2", f"A1:E{last}")
    (choice,) = views.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == (f"C2:C{last + SPARE}", '"Sakfråga,Fråga,Redaktionellt,Stöd"')
    assert {views.cell(row, column).number_format for row in range(2, last + 1) for column in (3, 4, 5)} == {"@"}
    assert (views.page_setup.orientation, views.print_title_rows) == ("landscape", "$1:$1")
    assert all(view.sheet_view.zoomScale in {None, 100} for view in opened(made()))


def test_its_properties() -> None:
    book = load_workbook(BytesIO(made(language="en")))
    assert book.properties.title == "Answer form: Handlingsplan för digitalisering i Norrådalen 2027–2029"
    with zipfile.ZipFile(BytesIO(made(language="en"))) as archive:
        assert b">en-GB<" in archive.read("docProps/custom.xml")
    assert book.sheetnames == ["Instructions", "Answers"]
    assert is_sealed(made())


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_same_bytes_every_time(language: Language) -> None:
    assert made(language=language) == made(language=language)


def test_what_a_plan_may_hold_is_shown_as_words() -> None:
    data = made(hostile())
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    assert not [name for name, part in parts.items() if "<f>" in part or HOSTILE in part]
    assert SHOWN in {row[1] for row in sheets.read(data)[1].rows}

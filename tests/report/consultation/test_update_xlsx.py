"""Late answers taken into the very workbook that people are filling in."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.table import Table

from planlint import sheets
from planlint.consult.cells import digest_of
from planlint.consult.update import late_entries
from planlint.consult.verify import verify
from planlint.errors import InputError
from planlint.model.consultation import Compilation, Invited
from planlint.report.consultation.compilation_xlsx import render_compilation_xlsx
from planlint.report.consultation.update_xlsx import update_xlsx
from tests.consult.filled import FIRST, LATE, LATE_VIEWS, VIEWS, compiled, said
from tests.consult.filling import Opened, in_excel, kinds, table_of

MADE = render_compilation_xlsx(FIRST, "sv")


def updated(data: bytes, compilation: Compilation = LATE) -> bytes:
    table = table_of(data, ".xlsx")
    return update_xlsx(data, table, compilation, late_entries(compilation, table))


def book_of(data: bytes) -> Opened:
    return openpyxl.load_workbook(BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_new_rows_stand_below_all_others() -> None:
    new = updated(MADE)
    table = table_of(new, ".xlsx")
    assert [each.number for each in table.rows] == [str(number) for number in range(1, 11)]
    assert table.rows[9].told == (
        "Sjöbo län", "2.1 Digital kompetens", "Ändrad lydelse", "Alla ska hänga med.", "", "De flesta hänger med.",
    )  # fmt: skip
    assert {kind for kind, _ in kinds(verify(table, LATE))} == {"no-standpoint"}
    sheet = book_of(new)["Synpunkter"]
    assert [sheet.cell(row, 13).value for row in (8, 9, 11)] == ["Samma som nr 1", None, "Strider mot nr 3, 4"]
    assert sheet.cell(8, 1).value == 7
    for column in range(1, 14):
        assert sheet.cell(11, column).style_id == sheet.cell(7, column).style_id


def test_the_filter_the_lists_and_what_is_printed_reach_down() -> None:
    new = book_of(updated(MADE))["Synpunkter"]
    assert new.auto_filter.ref == "A1:M11"
    assert [str(each.sqref) for each in new.data_validations.dataValidation] == ["I2:I11"]
    assert new.dimensions == "A1:M11"


def test_files_counts_and_the_digest_are_brought_up_to_date() -> None:
    new = updated(MADE)
    _, overview, basis = sheets.read(new)
    assert basis.rows[4:] == (
        ("Sjöbo län", "svar/Sjöbo län.docx", "2", "4", "4", LATE.answers[1].sha256[:16]),
        (),
        (f"Antal synpunkter: 10 · Kontrollsumma: {digest_of(each.id for each in table_of(new, '.xlsx').rows)}",),
    )
    assert overview.rows[4:27] == (
        ("Svaren i siffror", "Antal"),
        ("Svar (filer)", "3"),
        ("Remissinstanser som har svarat", "3"),
        ("Synpunkter", "10"),
        ("Synpunkter som inte är placerade", "1"),
        ("Förslag som strider mot varandra", "3"),
        ("Stycken som inte är synpunkter, till exempel hälsningar (visas inte)", "0"),
        (),
        ("Synpunkter efter slag", "Antal"),
        ("Kommentar", "7"),
        ("Ändrad lydelse", "3"),
        (),
        ("Synpunkter efter remissinstans", "Antal"),
        ("Nordvik", "4"),
        ("Vinåker", "3"),
        ("Sjöbo län", "4"),
        (),
        ("Synpunkter efter kapitel", "Antal"),
        ("Planen som helhet", "2"),
        ("1 Inledning", "2"),
        ("2 Fokusområden", "4"),
        ("3 Insatser", "1"),
        ("Inte placerade", "1"),
    )
    assert overview.rows[28:35] == (
        ("Synpunkter efter avsnitt", "Antal"),
        ("Planen som helhet", "2"),
        ("1 Inledning", "2"),
        ("2.1 Digital kompetens", "3"),
        ("3.1 Digital introduktion", "1"),
        ("Inte placerad", "1"),
        ("2 Fokusområden", "1"),
    )


def test_several_new_lines_of_a_count_stand_in_order() -> None:
    late = compiled([*VIEWS, (said("Fokusområden", "Ett."), ("Ås",)), (said("Insatser", "Två."), ("Öby",))])
    new = updated(MADE, late)
    rows = sheets.read(new)[1].rows
    at = rows.index(("Synpunkter efter remissinstans", "Antal"))
    assert rows[at + 1 : at + 6] == (("Nordvik", "4"), ("Vinåker", "3"), ("Ås", "1"), ("Öby", "1"), ())


def test_the_same_answers_once_more_change_nothing() -> None:
    new = updated(MADE)
    assert updated(new) == new
    assert updated(MADE, FIRST) == MADE


def test_those_who_have_answered_are_no_longer_missing() -> None:
    names = ("Ås", "Sjöbo län", "Torsvik")
    asked = replace(FIRST, invited=tuple(Invited(each, answered=False) for each in names))
    rows = sheets.read(updated(render_compilation_xlsx(asked, "sv")))[1].rows
    at = rows.index(("Har inte svarat",))
    assert rows[at + 1 : at + 4] == (("Ås",), ("Torsvik",), ())
    alone = replace(FIRST, invited=(Invited("Sjöbo län", answered=False),))
    rows = sheets.read(updated(render_compilation_xlsx(alone, "sv")))[1].rows
    assert rows[rows.index(("Har inte svarat",)) + 1] == ("Alla inbjudna har svarat.",)


def test_what_people_have_made_of_the_workbook_stays_in_the_very_parts() -> None:
    def work(book: Opened) -> None:
        sheet = book["Synpunkter"]
        sheet["I2"], sheet["J2"], sheet["N1"], sheet["N3"] = "Noteras", "=1+1", "Klart?", "ja"
        sheet["J2"].comment = Comment("Fråga nämnden", "Vera")
        sheet["A5"].fill = PatternFill("solid", "FFFF00")
        sheet.column_dimensions["J"].width = 77
        book.create_sheet("Eget")["A1"] = "=COUNTA(Synpunkter!I2:I7)"

    mine = in_excel(MADE, work)
    new = updated(mine)
    before, after = parts(mine), parts(new)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/workbook.xml", *(f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3))}
    assert before.keys() == after.keys()
    sheet = book_of(new)["Synpunkter"]
    assert (sheet["I2"].value, sheet["J2"].value, sheet["N3"].value) == ("Noteras", "=1+1", "ja")
    assert (sheet["J2"].comment.text, sheet["A5"].fill.fgColor.rgb) == ("Fråga nämnden", "00FFFF00")
    assert sheet.column_dimensions["J"].width == 77
    assert sheet["N8"].value is None


def test_a_table_that_people_have_made_of_the_rows_reaches_down() -> None:
    def work(book: Opened) -> None:
        sheet = book["Synpunkter"]
        sheet.auto_filter.ref = None
        sheet.add_table(Table(displayName="Remiss", ref="A1:M7"))

    new = book_of(updated(in_excel(MADE, work)))["Synpunkter"]
    assert (new.tables["Remiss"].ref, new.tables["Remiss"].autoFilter.ref) == ("A1:M11", "A1:M11")


def test_notes_below_the_rows_stay_where_they_are() -> None:
    def work(book: Opened) -> None:
        book["Synpunkter"]["G10"] = "Egen anteckning"
        book["Underlag"]["A5"] = "Egen anteckning"

    new = updated(in_excel(MADE, work))
    book = book_of(new)
    assert book["Synpunkter"]["G10"].value == book["Underlag"]["A5"].value == "Egen anteckning"
    assert [each.number for each in table_of(new, ".xlsx").rows][-4:] == ["7", "8", "9", "10"]
    assert [each.respondents for each in table_of(new, ".xlsx").basis] == ["Nordvik", "Vinåker", "Sjöbo län"]
    assert updated(new) == new


def test_words_never_become_formulas() -> None:
    late = compiled([*VIEWS, (said("Inledning", "=HYPERLINK(1)", quote="_x0041_ & <b>"), ("Ås",))])
    cell = book_of(updated(MADE, late))["Synpunkter"]["G8"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")


def test_a_workbook_with_macros_is_refused() -> None:
    out = BytesIO(MADE)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    with pytest.raises(InputError) as caught:
        updated(out.getvalue())
    assert caught.value.sv == "Arbetsboken har makron. Spara den som .xlsx, utan makron, och prova igen."


def test_a_compilation_without_rows_cannot_be_added_to() -> None:
    with pytest.raises(InputError) as caught:
        updated(render_compilation_xlsx(compiled([]), "sv"))
    assert caught.value.code == "unreadable"


FILLING = st.dictionaries(
    st.integers(2, 7), st.tuples(st.sampled_from(("Tillgodoses", "Noteras", "nja")), st.text("abc å=&<", max_size=9))
)
LATER = st.lists(st.sampled_from(range(len(LATE_VIEWS))), unique=True)


@settings(max_examples=12, deadline=None)
@given(filling=FILLING, later=LATER)
def test_whatever_is_filled_in_and_whatever_comes_late_nothing_filled_in_changes(
    filling: dict[int, tuple[str, str]], later: Sequence[int]
) -> None:
    def fill(book: Opened) -> None:
        for row, (standpoint, reason) in filling.items():
            book["Synpunkter"][f"I{row}"] = standpoint
            book["Synpunkter"][f"J{row}"].value = reason or None

    mine = in_excel(MADE, fill)
    late = compiled([LATE_VIEWS[each] for each in later])
    new = updated(mine, late)
    before, after = table_of(mine, ".xlsx").rows, table_of(new, ".xlsx").rows
    assert after[: len(before)] == before
    assert updated(new, late) == new

"""Workbooks as words: what a reader sees, from row 1 and column A."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO

from openpyxl import Workbook
from xlsxwriter import Workbook as Book

from planlint.sheets import Sheet, read
from tests.sheets.build import parts, repacked, workbook


def saved(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_values_are_words() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Svar"
    sheet.append(["Åsö", 3, 3.0, 2.5, 0.1 + 0.2, 1e20, True, False])
    sheet.append([date(2026, 3, 1), datetime(2026, 3, 1, 9, 30), datetime(2026, 3, 1, 9, 30, 5), time(8, 5)])  # noqa: DTZ001 - a workbook's times have no zone
    assert read(saved(book)) == (
        Sheet(
            "Svar",
            (
                ("Åsö", "3", "3", "2.5", "0.3", "1e+20", "TRUE", "FALSE"),
                ("2026-03-01", "2026-03-01 09:30", "2026-03-01 09:30:05", "08:05"),
            ),
        ),
    )


def test_empty_cells_before_are_kept_and_those_after_are_not() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["C4"], sheet["E4"], sheet["B9"] = "ord", " ", "\t"
    assert read(saved(book))[0].rows == ((), (), (), ("", "", "ord"))


def test_hidden_sheets_are_read_and_told() -> None:
    book = Workbook()
    for name, state in (("Dold", "hidden"), ("Mycket dold", "veryHidden")):
        book.create_sheet(name).sheet_state = state
    assert [(each.name, each.hidden) for each in read(saved(book))] == [
        ("Sheet", False),
        ("Dold", True),
        ("Mycket dold", True),
    ]


def test_rich_text_is_joined_and_what_a_formula_came_to_is_read() -> None:
    target = BytesIO()
    book = Book(target)
    sheet = book.add_worksheet("S")
    sheet.write_rich_string(0, 0, "ett ", book.add_format({"bold": True}), "två", " tre")
    sheet.write_formula(0, 1, "=A1", None, "kvar")
    sheet.write_formula(0, 2, "=cmd|' /C calc'!A0", None, "#REF!")
    sheet.write_number(0, 3, 46082, book.add_format({"num_format": "d mmmm yyyy"}))
    sheet.write_number(0, 4, 46082, book.add_format({"num_format": "0.00"}))
    book.close()
    assert read(target.getvalue())[0].rows == (("ett två tre", "kvar", "#REF!", "2026-03-01", "46082"),)


def test_lines_and_control_characters() -> None:
    strings = "<si><t>en\r\nrad_x000D_\ntill_x0007_\tt</t></si><si><t>_x005F_x000D_ _x00E5_ _xörn_</t></si>"
    data = workbook('<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', strings=strings)
    assert read(data)[0].rows == (("en\nrad\ntill\tt", "_x000D_ å _xörn_"),)


def test_strings_in_their_cells_without_how_they_are_pronounced() -> None:
    inside = (
        "<is><r><rPr><b/><u val='konstig'/></rPr><t>ett</t></r><r><t> två</t></r><rPh sb='0' eb='1'><t>x</t></rPh></is>"
    )
    assert read(workbook(f'<row><c t="inlineStr">{inside}</c><c><v>7</v></c></row>'))[0].rows == (("ett två", "7"),)


def test_years_from_1904() -> None:
    data = workbook('<row><c s="1"><v>44620</v></c></row>', properties='<workbookPr date1904="1" hepp="x"/>')
    assert read(data)[0].rows == (("2026-03-01",),)


def test_a_file_that_openpyxl_refuses_for_its_looks() -> None:
    styles = (
        '<fonts><font><family val="99"/></font></fonts><cellXfs><xf numFmtId="0"><alignment horizontal="mitten"/></xf>'
        '<xf numFmtId="14" fontId="88"/></cellXfs><cellStyles><cellStyle name="x" xfId="9"/></cellStyles>'
    )
    after = '<conditionalFormatting sqref="?"><cfRule type="okänd" priority="x"/></conditionalFormatting>'
    data = workbook('<row><c s="1"><v>46082</v></c><c s="9"><v>1</v></c></row>', styles=styles, after=after)
    assert read(data)[0].rows == (("2026-03-01", "1"),)


def test_strict_workbooks() -> None:
    data = workbook('<row><c t="str"><v>ord</v></c></row>')
    strict = {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }
    entries = parts(data)
    for transitional, other in strict.items():
        entries = {name: content.replace(transitional, other) for name, content in entries.items()}
    assert read(repacked(entries))[0].rows == (("ord",),)

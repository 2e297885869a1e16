"""The compilation as a workbook, read by openpyxl and by planlint's own reader of such tables."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import get_args
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from planlint.archive.seal import is_sealed
from planlint.consult.cells import digest_of, told_cells
from planlint.consult.table.read import read_table
from planlint.intake import Source
from planlint.model.consultation import Compilation
from planlint.model.filled import Column
from planlint.model.rule import Language
from planlint.report.consultation.compilation_xlsx import COLUMNS, render_compilation_xlsx
from planlint.texts import say
from tests.report.consultation.compilations import HAMN, SHOWN, many, spot


def opened(compilation: Compilation, language: Language = "sv") -> Workbook:
    return load_workbook(BytesIO(render_compilation_xlsx(compilation, language)))


@pytest.fixture(scope="module")
def book(compilation: Compilation) -> Workbook:
    return opened(compilation)


def rows(sheet: Worksheet) -> list[list[object]]:
    """The sheet's cells, empty ones at the end of a row left out."""
    found: list[list[object]] = [
        ["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)
    ]
    return [row[: max((n + 1 for n, value in enumerate(row) if value != ""), default=0)] for row in found]


def test_its_sheets(book: Workbook) -> None:
    assert book.sheetnames == ["Synpunkter", "Översikt", "Underlag"]
    assert book.active is book["Synpunkter"]


def test_the_views(book: Workbook, compilation: Compilation) -> None:
    head, *views = rows(book["Synpunkter"])
    assert head == [
        "Nr", "Id", "Remissinstans", "Avsnitt", "Slag", "Citat ur planen", "Synpunkt", "Förslag till lydelse",
        "Ställningstagande", "Motivering", "Ändring i version", "Ansvarig", "Anmärkning",
    ]  # fmt: skip
    assert get_args(Column) == COLUMNS
    assert len(views) == len(compilation.entries)
    assert views[5] == [
        6, compilation.entries[5].id, HAMN, "Effektmål 1A", "Ändrad lydelse", spot("1A").title, "",
        "Minst 98 procent av eleverna i årskurs 4–9 når sina läromedel med en enda inloggning.", "", "", "", "",
        "Strider mot nr 7, 8",
    ]  # fmt: skip
    assert views[8][6] == (
        "Hur mäts detta?\nVi saknar en baslinje.\nSvar från Ylva Norlander: Genom skolornas egen statistik.\n"
        "Svar: Bra.\nMarkerad som löst."
    )


def test_a_standpoint_is_chosen_from_a_list(book: Workbook) -> None:
    (chosen,) = book["Synpunkter"].data_validations.dataValidation
    assert (chosen.type, str(chosen.sqref)) == ("list", "I2:I31")
    assert chosen.formula1 == '"Tillgodoses,Tillgodoses delvis,Tillgodoses inte,Noteras"'


def test_the_overview(book: Workbook) -> None:
    told = rows(book["Översikt"])
    for row in (
        ["Det som skickades på remiss"],
        ["Sista svarsdag", "2026-11-27"],
        ["Synpunkter efter slag", "Antal"],
        ["Kommentar", 15],
        ["Synpunkter efter avsnitt", "Antal"],
        ["Effektmål 1A", 4],
        ["Har inte svarat"],
        ["Länsstyrelsen"],
        ["svar/okand.docx", "Filen är skadad och går inte att öppna."],
        ["Hedlunda kommun: svar/hedlunda.docx, 2026-12-02"],
        ["Förslag som strider mot varandra", "Strider mot", "Remissinstans", "Citat ur planen", "Förslag till lydelse"],
        ["Nr 8", "6, 7", "Hedlunda kommun", spot("1A").title, "Strykning"],
        ["Inte med, eftersom de strider mot andra ändringar: nr 6, 7, 8."],
    ):
        assert row in told
    (found,) = (row for row in told if row[:2] == ["Fel", "PL304"])
    assert found[2:] == [
        "Furuhamns kommun; Skogsby kommun",
        "Insatsen ”Digital hjälp på biblioteken” säger inte vad kommunerna ska göra: delen ”Kommunernas roll” saknas.",
        "Nytt i planen.",
        "ja",
    ]
    heads = [index for index, row in enumerate(told) if row and row[0] in {"Svaren i siffror", "Har inte svarat"}]
    assert [told[index - 1] for index in heads] == [[], []]


def test_the_basis(book: Workbook, compilation: Compilation) -> None:
    told = rows(book["Underlag"])
    sha256 = compilation.sent.run.outcomes[0].sha256
    assert told[:3] == [
        ["Remissinstans", "Fil", "Spårade ändringar", "Kommentarer", "Synpunkter", "Kontrollsumma"],
        ["Planen som skickades ut", "samples/norradalen-plan.docx", 0, 0, 0, sha256[:16]],
        [HAMN, "svar/furuhamn.docx", 41, 5, 12, "1" * 16],
    ]
    assert told[7] == ["–", "svar/okand.docx", "–", "–", "–", "f" * 16]
    digest = digest_of(entry.id for entry in compilation.entries)
    assert told[8:] == [[], [f"Antal synpunkter: 30 · Kontrollsumma: {digest}"]]


@pytest.mark.parametrize("name", ["Synpunkter", "Översikt", "Underlag"])
def test_it_prints_across_with_its_head_on_every_page(book: Workbook, name: str) -> None:
    sheet = book[name]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.left.text == "Handlingsplan för digitalisering i Norrådalen 2027–2029"


def test_the_head_stays_in_sight_and_filters(book: Workbook) -> None:
    sheet = book["Synpunkter"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:M31")
    heights = [sheet.row_dimensions[number].height for number in (3, 10)]
    assert heights == [45, 90]


@pytest.mark.parametrize(("language", "code"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_title_and_language_are_set(compilation: Compilation, language: Language, code: str) -> None:
    data = render_compilation_xlsx(compilation, language)
    properties = load_workbook(BytesIO(data)).properties
    assert properties.title == "Handlingsplan för digitalisering i Norrådalen 2027–2029"
    assert (properties.subject, properties.creator) == (say("compilation-title", language), "planlint")
    with ZipFile(BytesIO(data)) as package:
        stated = etree.fromstring(package.read("docProps/custom.xml"))
    assert {each.get("name"): " ".join(map(str, each.itertext())) for each in stated} == {"Language": code}


def test_the_same_compilation_gives_the_same_bytes_and_is_known_again(compilation: Compilation) -> None:
    data = render_compilation_xlsx(compilation, "sv")
    assert data == render_compilation_xlsx(replace(compilation), "sv")
    assert is_sealed(data)
    book, saved = opened(compilation), BytesIO()
    book["Synpunkter"]["I2"] = "Noteras"
    book.save(saved)
    assert [is_sealed(each) for each in (saved.getvalue(), data[:-30], b"", b"PK\x03\x04")] == [False] * 4


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_reads_back_as_it_was_written(compilation: Compilation, language: Language, tmp_path: Path) -> None:
    file = tmp_path / "sammanställning.xlsx"
    file.write_bytes(render_compilation_xlsx(replace(compilation, anonymous=True), language))
    table = read_table(Source(file, file.name))
    assert [row.told for row in table.rows] == [told_cells(entry, language) for entry in compilation.entries]
    assert [row.id for row in table.rows] == [entry.id for entry in compilation.entries]
    assert {(row.standpoint_words, row.reason, row.change, row.responsible) for row in table.rows} == {("", "", "", "")}
    assert (table.language, table.lacking, table.anonymous, table.views) == (language, (), True, 30)
    assert table.digest == digest_of(entry.id for entry in compilation.entries)
    assert table.plan is not None
    assert [each.views for each in table.basis] == [12, 11, 2, 5, 3, 0]


def test_nothing_came_back() -> None:
    book = opened(replace(many(0), answers=(), invited=(), trials=None))
    assert len(rows(book["Synpunkter"])) == 1
    assert book["Synpunkter"].data_validations.dataValidation == []
    assert rows(book["Underlag"])[-1] == ["Antal synpunkter: 0 · Kontrollsumma: e3b0c44298fc1c14"]


def test_hostile_words_are_words(hostile: Compilation) -> None:
    data = render_compilation_xlsx(hostile, "sv")
    book = load_workbook(BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert {type(cell.hyperlink) for cell in cells} == {type(None)}
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    assert {SHOWN, "=1+1"} <= set(texts)
    assert not set("".join(texts)) & set("\x1b\x00\u202e\u2066\u200b\ud800\ufffe")
    assert max(len(text.encode("utf-16-le")) // 2 for text in texts) <= 32_767
    views = rows(book["Synpunkter"])[1:]
    for row, entry in zip(views, hostile.entries, strict=True):
        assert [str(cell).strip() for cell in row[2:8]] == list(told_cells(entry, "sv"))
    with ZipFile(BytesIO(data)) as package:
        assert b"<r>" not in package.read("xl/sharedStrings.xml")
        assert not [name for name in package.namelist() if "external" in name.lower() or "connection" in name]
        assert all(b"<f>" not in package.read(name) for name in package.namelist() if "/worksheets/" in name)

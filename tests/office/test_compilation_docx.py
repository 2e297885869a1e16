"""The compilation in Word: valid for everyone who checks, shown by LibreOffice, and still to be filled in after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from planlint.consult.cells import told_cells
from planlint.consult.table.read import read_table
from planlint.intake import Source
from planlint.report.consultation.compilation_docx import render_compilation_docx
from tests.office import validators
from tests.office.libreoffice import PROGRAM, Converter, save_again
from tests.office.schema import Schema
from tests.report.consultation.compilations import SHOWN, compilation, hostile, many

Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def files() -> Files:
    made = {"real": compilation(), "hostile": hostile(), "empty": many(0)}
    swedish = {f"{name}.docx": render_compilation_docx(each, "sv") for name, each in made.items()}
    return swedish | {"english.docx": render_compilation_docx(compilation(), "en")}


def test_the_schema_has_nothing_against_it(files: Files, schema: Schema) -> None:
    assert {name: schema.complaints(data) for name, data in files.items()} == {name: Counter() for name in files}


@pytest.mark.parametrize("complaints", [validators.audit, validators.integrity])
def test_other_programs_have_nothing_against_it(complaints: validators.Program, files: Files, tmp_path: Path) -> None:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        assert complaints(tmp_path / name) == Counter(), name


def test_libreoffice_shows_what_is_told(files: Files, libreoffice: Converter) -> None:
    shown = libreoffice(files, "txt")
    assert set(shown) == set(files)
    for words in (
        "Sammanställning av remissvar: Handlingsplan för digitalisering i Norrådalen 2027–2029",
        "Hedlunda kommun: svar/hedlunda.docx, 2026-12-02",
        "Strider mot nr 7, 8",
        "Svar från Ylva Norlander: Genom skolornas egen statistik.",
        "Antal synpunkter: 30",
    ):
        assert words in shown["real.docx"]
    assert "Contradicts no. 7, 8" in shown["english.docx"]
    assert "Svaren innehåller inga synpunkter." in shown["empty.docx"]
    assert SHOWN in shown["hostile.docx"]


@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice (soffice) is not on this machine")
def test_what_libreoffice_saves_can_still_be_filled_in_and_read(
    files: Files, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    saved = save_again(files["real.docx"], tmp_path_factory.mktemp("saved"))
    document = docx.Document(BytesIO(saved))
    lists = list(document.element.iter(qn("w:dropDownList")))
    assert [len(each.findall(qn("w:listItem"))) for each in lists] == [4] * 30
    assert sum(1 for _ in document.element.iter(qn("w:showingPlcHdr"))) == 30
    file = tmp_path / "sparad.docx"
    file.write_bytes(saved)
    table = read_table(Source(file, file.name))
    assert [row.told for row in table.rows] == [told_cells(entry, "sv") for entry in compilation().entries]
    assert {row.standpoint_words for row in table.rows} == {""}

"""The compilation in Word, saved by LibreOffice: it can still be filled in and read."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from planlint.consult.cells import told_cells
from planlint.consult.table.read import read_table
from planlint.intake import Source
from planlint.report.consultation.compilation_docx import render_compilation_docx
from tests.office.libreoffice import PROGRAM, save_again
from tests.report.consultation.compilations import compilation


@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice (soffice) is not on this machine")
def test_what_libreoffice_saves_can_still_be_filled_in_and_read(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    saved = save_again(render_compilation_docx(compilation(), "sv"), tmp_path_factory.mktemp("saved"))
    document = docx.Document(BytesIO(saved))
    lists = list(document.element.iter(qn("w:dropDownList")))
    assert [len(each.findall(qn("w:listItem"))) for each in lists] == [4] * 30
    assert sum(1 for _ in document.element.iter(qn("w:showingPlcHdr"))) == 30
    file = tmp_path / "sparad.docx"
    file.write_bytes(saved)
    table = read_table(Source(file, file.name))
    assert [row.told for row in table.rows] == [told_cells(entry, "sv") for entry in compilation().entries]
    assert {row.standpoint_words for row in table.rows} == {""}

"""The account of a consultation in Word: valid for everyone who checks, and shown by LibreOffice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from planlint.report.consultation.account_docx import render_account_docx
from tests.office import validators
from tests.office.libreoffice import Converter
from tests.office.schema import Schema
from tests.report.consultation import accounts

Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def files() -> Files:
    made = {"real": accounts.treatment(), "hostile": accounts.hostile(), "empty": accounts.nothing()}
    swedish = {f"{name}.docx": render_account_docx(each, accounts.CALENDAR, "sv") for name, each in made.items()}
    return swedish | {"english.docx": render_account_docx(accounts.treatment(), accounts.CALENDAR, "en")}


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
        "Remissredogörelse: Handlingsplan för digitalisering i Sjöbygden 2027–2029",
        "Synpunkt nr 4 (Hedlunda kommun; Skogsby kommun): samma avsnitt",
        "Ett svagare mål skulle inte märkas.",
        "Inget ställningstagande ännu",
    ):
        assert words in shown["real.docx"]
    assert "View no. 3 (Furuhamns kommun): same words" in shown["english.docx"]
    assert "Inga synpunkter kom in." in shown["empty.docx"]
    assert "<script>alert(1)</script>" in shown["hostile.docx"]

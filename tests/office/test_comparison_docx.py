"""`compare --format docx`: valid for everyone who checks, and shown by LibreOffice as it is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from planlint import engine
from planlint.config import Config
from planlint.consult import compare
from planlint.intake import find_sources
from planlint.model.comparison import Comparison
from planlint.model.document import Reading
from planlint.model.outcome import Run
from planlint.report.comparison_docx import render_comparison_docx
from planlint.rulebook import load
from tests.office import validators
from tests.office.libreoffice import Converter
from tests.office.schema import Schema
from tests.report.comparison.versions import HOSTILE, SHOWN, hostile, in_english

Files = Mapping[str, bytes]


def read(path: Path, reading: Reading = "final") -> Run:
    config = Config(phase="consultation", reading=reading)
    return engine.run(find_sources((path,), path.parent), config, load())


def comparisons(samples: Path) -> dict[str, Comparison]:
    """A draft and its plan, a version with tracked changes, a plan and itself, and hostile words."""
    draft, plan, answer = (samples / f"norradalen-{name}.docx" for name in ("utkast", "plan", "remissvar"))
    finished = read(plan)
    returned = compare(read(answer, "original"), read(answer))
    return {
        "draft": compare(read(draft), finished),
        "returned": returned,
        "english": in_english(returned),
        "same": compare(finished, finished),
        "hostile": hostile(),
    }


@pytest.fixture(scope="module")
def files(root: Path) -> Files:
    made = comparisons(root / "samples")
    return {f"{name}.docx": render_comparison_docx(comparison) for name, comparison in made.items()}


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
    returned = shown["returned.docx"]
    for words in (
        "Översikt: ändringar i planen",
        "Minst 90 procent av dem som ansöker om digital tillsyn om natten har den på plats inom 14 10 dagar",
        "Borta: Fatta biståndsbeslut om digital tillsyn inom sju dagar från ansökan.",
        "Ändrat: nytt nummer (förut 4.4)",
        "Delar av planen som inte finns i tabellen är oförändrade.",
    ):
        assert words in returned
    assert "Overview: changes in the plan" in shown["english.docx"]
    assert "Planen säger detsamma i båda versionerna." in shown["same.docx"]
    assert f"Insats 4.3 {SHOWN}" in shown["hostile.docx"]
    assert HOSTILE not in shown["hostile.docx"]

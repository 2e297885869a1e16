"""Documents that planlint makes from nothing: valid for everyone who checks, and shown by LibreOffice as is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from planlint import engine
from planlint.config import Config
from planlint.consult import compare
from planlint.intake import find_sources
from planlint.model.document import Reading
from planlint.model.outcome import Run
from planlint.report.comparison_docx import render_comparison_docx
from planlint.report.consultation.account_docx import render_account_docx
from planlint.report.consultation.compilation_docx import render_compilation_docx
from planlint.rulebook import load
from tests.office import validators
from tests.office.libreoffice import Converter
from tests.office.schema import Schema
from tests.report.comparison import versions
from tests.report.consultation import accounts, compilations

Files = Mapping[str, bytes]

SAID = {
    "comparison-returned": (
        "Översikt: ändringar i planen",
        "Minst 90 procent av dem som ansöker om digital tillsyn om natten har den på plats inom 14 10 dagar",
        "Borta: Fatta biståndsbeslut om digital tillsyn inom sju dagar från ansökan.",
        "Ändrat: nytt nummer (förut 4.4)",
        "Delar av planen som inte finns i tabellen är oförändrade.",
    ),
    "comparison-english": ("Overview: changes in the plan",),
    "comparison-same": ("Planen säger detsamma i båda versionerna.",),
    "comparison-hostile": (f"Insats 4.3 {versions.SHOWN}",),
    "compilation-real": (
        "Sammanställning av remissvar: Handlingsplan för digitalisering i Norrådalen 2027–2029",
        "Hedlunda kommun: svar/hedlunda.docx, 2026-12-02",
        "Strider mot nr 7, 8",
        "Svar från Ylva Norlander: Genom skolornas egen statistik.",
        "Antal synpunkter: 30",
    ),
    "compilation-english": ("Contradicts no. 7, 8",),
    "compilation-empty": ("Svaren innehåller inga synpunkter.",),
    "compilation-hostile": (compilations.SHOWN,),
    "account-real": (
        "Remissredogörelse: Handlingsplan för digitalisering i Sjöbygden 2027–2029",
        "Synpunkt nr 4 (Hedlunda kommun; Skogsby kommun): samma avsnitt",
        "Ett svagare mål skulle inte märkas.",
        "Inget ställningstagande ännu",
    ),
    "account-english": ("View no. 3 (Furuhamns kommun): same words",),
    "account-empty": ("Inga synpunkter kom in.",),
    "account-hostile": ("<script>alert(1)</script>",),
}
"""By document: some of what a reader must see."""
UNSAID = {"comparison-hostile": versions.HOSTILE}
"""Words whose unprintable characters no reader may be given."""


def read(path: Path, reading: Reading = "final") -> Run:
    config = Config(phase="consultation", reading=reading)
    return engine.run(find_sources((path,), path.parent), config, load())


def comparisons(samples: Path) -> Files:
    """A draft and its plan, a version with tracked changes, a plan and itself, and hostile words."""
    draft, plan, answer = (samples / f"norradalen-{name}.docx" for name in ("utkast", "plan", "remissvar"))
    finished = read(plan)
    returned = compare(read(answer, "original"), read(answer))
    made = {
        "draft": compare(read(draft), finished),
        "returned": returned,
        "english": versions.in_english(returned),
        "same": compare(finished, finished),
        "hostile": versions.hostile(),
    }
    return {f"comparison-{name}.docx": render_comparison_docx(each) for name, each in made.items()}


def of_consultation() -> Files:
    """Compilations and accounts: one like those of a real consultation, one with hostile words, one of nothing."""
    held = {"real": compilations.compilation(), "hostile": compilations.hostile(), "empty": compilations.many(0)}
    given = {"real": accounts.treatment(), "hostile": accounts.hostile(), "empty": accounts.nothing()}
    return {
        **{f"compilation-{name}.docx": render_compilation_docx(each, "sv") for name, each in held.items()},
        "compilation-english.docx": render_compilation_docx(held["real"], "en"),
        **{f"account-{name}.docx": render_account_docx(each, accounts.CALENDAR, "sv") for name, each in given.items()},
        "account-english.docx": render_account_docx(given["real"], accounts.CALENDAR, "en"),
    }


@pytest.fixture(scope="module")
def files(root: Path) -> Files:
    return {**comparisons(root / "samples"), **of_consultation()}


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
    assert {
        (name, words) for name, said in SAID.items() for words in said if words not in shown[f"{name}.docx"]
    } == set()
    assert [name for name, words in UNSAID.items() if words in shown[f"{name}.docx"]] == []

"""What rules find about the file is the same whether tracked changes are accepted or rejected."""

from dataclasses import replace
from pathlib import Path

import pytest

from planlint import engine
from planlint.config import Config
from planlint.intake import find_sources
from planlint.model.document import Reading
from planlint.model.finding import Finding
from planlint.rulebook import load

ABOUT_FILE = tuple(rule.code for rule in load().rules if rule.about == "file")


def findings(file: Path, reading: Reading) -> list[Finding]:
    config = Config(phase="publication", reading=reading, select=ABOUT_FILE, debug=True)
    (outcome,) = engine.run(find_sources([file], file.parent), config, load()).outcomes
    return [replace(finding, related=()) for finding in outcome.findings]


def test_the_rules_about_the_file_are_those_of_the_catalogue() -> None:
    assert set(ABOUT_FILE) == {"PL606", "PL607", "PL608", *(f"PL90{number}" for number in range(1, 7))}


@pytest.mark.parametrize("name", ["norradalen-remissvar", "norradalen-utkast", "norradalen-otillganglig"])
def test_a_sample_in_both_readings(root: Path, name: str) -> None:
    file = root / "samples" / f"{name}.docx"
    final = findings(file, "final")
    assert final
    assert findings(file, "original") == final


@pytest.mark.parametrize("name", ["tracked-comments"])
def test_a_real_plan_in_both_readings(plans: Path, name: str) -> None:
    final = findings(plans / f"{name}.docx", "final")
    assert {finding.rule for finding in final} == {"PL606", "PL607"}
    assert findings(plans / f"{name}.docx", "original") == final


def test_every_file_of_the_corpus_in_both_readings(shared: Path) -> None:
    tracked = [file for file in sorted((shared / "corpus").glob("*.docx")) if file.stat().st_size < 40_000]
    config = Config(phase="publication", select=ABOUT_FILE)
    run = engine.run(find_sources(tracked, shared), config, load())
    other = engine.run(find_sources(tracked, shared), replace(config, reading="original"), load())
    for one, two in zip(run.outcomes, other.outcomes, strict=True):
        assert [f.message for f in one.findings] == [f.message for f in two.findings], one.path
    assert sum(outcome.revisions > 0 for outcome in run.outcomes) > 10


def test_a_framework_that_does_not_fit_gives_way_to_one_that_does(root: Path) -> None:
    file = root / "samples" / "norradalen-tidplan.docx"
    config = Config(framework="fyrbodal-2020", select=("PL002",))
    (outcome,) = engine.run(find_sources([file], root), config, load()).outcomes
    (finding,) = outcome.findings
    assert finding.message == (
        "Dokumentet är inte skrivet efter ramverket fyrbodal-2020. "
        "Det som passar är remiss-tidplan (Tidplan för en remiss av en handlingsplan)."
    )

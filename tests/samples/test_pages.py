"""The timeline and the roadmap: nothing in the good ones, every planted fault in the other."""

from pathlib import Path

import pytest

from planlint import engine
from planlint.config import Config
from planlint.intake import find_sources
from planlint.model.outcome import Outcome
from planlint.rulebook import load


def check(file: Path) -> Outcome:
    (outcome,) = engine.run(find_sources([file], file.parent), Config(phase="publication"), load()).outcomes
    assert (outcome.error, outcome.faults) == (None, ())
    return outcome


@pytest.mark.parametrize(
    ("name", "kind", "framework", "steps"),
    [
        ("norradalen-tidplan.docx", "timeline", "remiss-tidplan", 7),
        ("norradalen-tidplan.md", "timeline", "remiss-tidplan", 7),
        ("norradalen-fardplan.docx", "roadmap", "fardplan", 0),
        ("norradalen-fardplan.md", "roadmap", "fardplan", 0),
    ],
)
def test_the_good_pages_are_in_good_order(name: str, kind: str, framework: str, steps: int, samples: Path) -> None:
    outcome = check(samples / name)
    assert outcome.plan is not None
    assert (outcome.kind, outcome.framework, len(outcome.plan.timeline)) == (kind, framework, steps)
    assert outcome.findings == ()


def test_the_other_timeline_has_every_fault_that_was_put_into_it(samples: Path) -> None:
    sent = "Handlingsplanen skickas ut på remiss. Synpunkterna sammanställs av varje kommun."
    found = [
        (one.rule, one.subject.id, one.location.place.text)
        for one in check(samples / "norradalen-tidplan-utkast.docx").findings
    ]
    assert found == [
        ("PL609", "", "Steg för steg"),
        ("PL602", sent, "2026-06-22–2026-08-14"),
        ("PL603", sent, "2026-06-22–2026-08-14"),
        ("PL602", "Förslaget omarbetas.", "2026-08-10–2026-08-28"),
        ("PL601", "31 september 2026", "31 september 2026"),
    ]

"""What planlint reads in the samples and finds there is what their authors put there."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from planlint import engine, word
from planlint.config import Config
from planlint.intake import find_sources
from planlint.model.document import Document, Reading
from planlint.model.finding import Finding
from planlint.model.plan import Plan
from planlint.recognise import recognise
from planlint.rulebook import load

TALLVIK = "Ingrid Sollén, Tallviks kommun"
HEDMYRA = "Mats Åkervall, Hedmyra kommun"
GRANA = "Noor Haddad, Granå kommun"
LEADER = "Ylva Norlander, Norrådalens kommunalförbund"


def understand(document: Document) -> Plan:
    rulebook = load()
    framework = rulebook.frameworks["fyrbodal-2020"]
    return recognise(document, framework, rulebook.principle_sets[framework.principle_set or ""])


def check(file: Path, config: Config) -> list[Finding]:
    run = engine.run(find_sources([file], file.parent), config, load())
    (outcome,) = run.outcomes
    assert (outcome.error, outcome.faults) == (None, ())
    return list(outcome.findings)


def exact(findings: list[Finding]) -> set[str]:
    """The exact findings as 'code' or 'code subject'."""
    return {f"{one.rule} {one.subject.id}".strip() for one in findings if one.kind == "exact"}


@pytest.mark.parametrize("name", ["norradalen-plan.docx", "norradalen-plan.md"])
def test_the_good_plan_is_in_good_order(name: str, samples: Path) -> None:
    findings = check(samples / name, Config(phase="consultation"))
    assert [one for one in findings if one.severity == "error" or one.kind == "exact"] == []


def test_the_good_plan_is_read_whole(samples: Path) -> None:
    plan = understand(word.read((samples / "norradalen-plan.docx").read_bytes()))
    assert [goal.code for goal in plan.goals] == ["1A", "1B", "2A", "2B", "3A", "3B", "3C", "4A", "4B"]
    assert [[link.code for link in one.links] for one in plan.interventions] == [
        ["1A", "1B"],
        ["2A", "2B"],
        ["3A", "3B"],
        ["3C"],
        ["4A", "4B"],
    ]
    assert [one.number for one in plan.interventions] == ["4.1", "4.2", "4.3", "4.4", "4.5"]
    firm = {n for one in plan.interventions for mention in one.principles if not mention.loose for n in mention.numbers}
    assert firm == set(range(1, 14))
    assert [(len(stage.decisions), len(stage.deliverables)) for stage in plan.process] == [
        (1, 1),
        (2, 2),
        (1, 1),
        (2, 2),
        (1, 1),
        (1, 1),
        (1, 1),
    ]
    assert all(decision.decider for stage in plan.process for decision in stage.decisions)
    assert len(plan.contents) == 23
    assert [(row.number, row.title) for row in plan.contents] == [
        (h.number, h.title) for h in plan.headings if h.number
    ]
    assert len(plan.glossary) == 10


def test_the_good_plan_names_the_principles_as_they_are_called(samples: Path) -> None:
    plan = understand(word.read((samples / "norradalen-plan.docx").read_bytes()))
    (official,) = load().principle_sets.values()
    assert [(p.number, p.title.text) for p in plan.principles] == [(p.number, p.title) for p in official.principles]


def test_the_good_plan_is_as_old_as_its_last_version(samples: Path) -> None:
    control = understand(word.read((samples / "norradalen-plan.docx").read_bytes())).control
    last = control.versions[-1]
    assert control.version is not None
    assert control.date is not None
    assert (control.version.text, control.date.text) == (last.version.text, last.date.text) == ("0.4", "2026-09-15")
    assert control.period == ("2027", "2029")


def test_the_draft_has_the_faults_that_were_put_there(samples: Path, source: Callable[[str], ModuleType]) -> None:
    intended = {rule for edit in source("draft_edits").EDITS for rule in edit.breaks}
    select = ("PL", *sorted({rule.split()[0] for rule in intended}))
    findings = check(samples / "norradalen-utkast.docx", Config(select=select))
    assert exact(findings) == intended - {"PL313 4.2"}
    assert "PL313 4.2" in {f"{one.rule} {one.subject.id}" for one in findings}
    assert len({one.rule for one in findings if one.kind == "exact"}) >= 12


@pytest.mark.parametrize(
    ("reading", "found"),
    [
        ("final", {"PL104", "PL109", "PL205 2A", "PL304 4.4", "PL310 4.4", "PL401 4.4", "PL606", "PL607"}),
        ("original", {"PL606", "PL607"}),
    ],
)
def test_the_returned_version_in_both_readings(reading: Reading, found: set[str], samples: Path) -> None:
    config = Config(phase="consultation", reading=reading)
    assert exact(check(samples / "norradalen-remissvar.docx", config)) == found


def test_the_returned_version_original_is_the_good_plan(samples: Path) -> None:
    returned = understand(word.read((samples / "norradalen-remissvar.docx").read_bytes(), "original"))
    good = understand(word.read((samples / "norradalen-plan.docx").read_bytes()))
    assert [text.text for text in returned.texts] == [text.text for text in good.texts]


def test_the_returned_version_final_has_the_changes(samples: Path) -> None:
    document = word.read((samples / "norradalen-remissvar.docx").read_bytes())
    plan = understand(document)
    assert [(one.number, one.heading.title) for one in plan.interventions][3:] == [
        ("4.4", "Digital hjälp på biblioteken"),
        ("4.5", "Förstudie om ett gemensamt e-arkiv"),
        ("4.6", "Förstudie om bredband, mobiltäckning och reservvägar"),
    ]
    texts = [text.text for text in plan.texts]
    joined = "en processledare från förbundet. Antalet invånare över 80 år"
    assert [joined in text for text in texts].count(True) == 1
    assert "Ungdomar vill kunna nå skolan och fritiden i telefonen." in texts
    activities = [item.text for item in plan.interventions[2].items("activities")]
    assert activities[1] == "Mäta nöjdheten direkt efter varje ärende."
    assert len(activities) == 5
    assert {revision.author for revision in document.revisions} == {TALLVIK, HEDMYRA, GRANA}
    assert {revision.kind for revision in document.revisions} == {"insertion", "deletion", "move-from", "move-to"}


def test_the_returned_version_has_five_threads_of_comments(samples: Path) -> None:
    comments = word.read((samples / "norradalen-remissvar.docx").read_bytes()).comments
    seen = [(c.id, c.author, c.parent, c.resolved, c.anchor and c.anchor.text) for c in comments]
    assert seen == [
        ("0", GRANA, None, True, "i oktober varje år"),
        ("1", LEADER, "0", True, "i oktober varje år"),
        ("2", TALLVIK, None, False, "har den på plats inom"),
        ("3", LEADER, "2", False, "har den på plats inom"),
        ("4", HEDMYRA, None, False, "3 miljoner i statsbidrag"),
        ("5", HEDMYRA, None, False, "byta tillbaka till besök"),
        ("6", TALLVIK, None, False, "gemensamt e-arkiv"),
    ]

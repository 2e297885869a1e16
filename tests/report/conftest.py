"""A small fictional plan, read as planlint reads it, and findings about it made by hand.

The findings' words are the tests' own: what rules say may change without changing how a report looks.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from planlint import markdown
from planlint.model.finding import Finding, Location, Severity, Subject, SubjectType, Wording
from planlint.model.framework import PrincipleSet
from planlint.model.outcome import Outcome, Run
from planlint.model.places import path_of
from planlint.model.plan import Plan
from planlint.model.text import Text
from planlint.recognise import recognise
from planlint.rulebook import Rulebook, load

WHY = {
    "PL204": "Ett mål som ingen arbetar mot nås inte av sig självt.",
    "PL205": "Två lydelser av samma mål gör att läsaren inte vet vilken som gäller.",
    "PL302": "En kod som inte finns leder ingenstans.",
    "PL305": "Utan förväntad nytta går det inte att avgöra om insatsen är värd sin kostnad.",
    "PL314": "Samma punkt två gånger tyder på att en annan har fallit bort.",
    "PL401": "Principerna är gemensamma för offentlig sektor, och insatserna ska vila på dem.",
    "PL402": "Ramverket har tretton principer.",
    "PL404": "En princip som ingen hänvisar till kan ha glömts bort.",
    "PL207": "Ett effektmål beskriver ett läge som består, inte en åtgärd.",
}


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load()


@pytest.fixture(scope="session")
def principles(rulebook: Rulebook) -> PrincipleSet:
    name = rulebook.frameworks["fyrbodal-2020"].principle_set
    assert name is not None
    return rulebook.principle_sets[name].model_copy(update={"version": "1.3", "dated": "2019", "checked": "2026-01-02"})


@pytest.fixture(scope="session")
def plan(rulebook: Rulebook, principles: PrincipleSet) -> Plan:
    text = (Path(__file__).parent / "plan.md").read_text(encoding="utf-8")
    return recognise(markdown.read(text), rulebook.frameworks["fyrbodal-2020"], principles)


def place(plan: Plan, words: str, occurrence: int = 1) -> Text:
    """The words where the plan says them for the nth time."""
    holding = [text for text in plan.texts if words in text.text]
    text = holding[occurrence - 1]
    start = text.text.index(words)
    return text.cut(start, start + len(words))


def locate(plan: Plan, words: str, occurrence: int = 1) -> Location:
    """The same with the headings above."""
    found = place(plan, words, occurrence)
    return Location(path_of(plan.landmarks, found), found)


Words = tuple[str, int]
About = tuple[SubjectType, str, str]

PORTAL: About = ("intervention", "4.1", "Lärportal för medarbetare")
ARCHIVE: About = ("intervention", "4.2", "E-arkiv")
LOGIN: About = ("intervention", "4.3", "Trygg inloggning")
LEARN: About = ("goal", "1A", "Alla medarbetare")
LEAD: About = ("goal", "1B", "Förtroendevalda har kunskap nog att leda digital förändring.")
TRUST: About = ("goal", "2A", "Invånarna litar på att kommunerna hanterar deras uppgifter säkert.")

FOUND: tuple[tuple[str, Severity, Words, About, str], ...] = (
    ("PL404", "info", ("Handlingsplan", 1), ("document", "", ""), "Ingen insats nämner princip 2."),
    ("PL207", "info", ("kan använda", 1), LEARN, "Målet kan vara en aktivitet."),
    ("PL204", "warning", (LEAD[2], 1), LEAD, "Ingen insats är kopplad till effektmål 1B."),
    (
        "PL401", "warning", (PORTAL[2], 1), PORTAL,
        "Insatsen ”Lärportal för medarbetare” nämner ingen princip. Pröva princip 5 (Återanvänd från andra).",
    ),
    ("PL314", "warning", ("Färre beställningar av samma kurs", 2), PORTAL, "Punkten står två gånger."),
    ("PL401", "warning", (ARCHIVE[2], 1), ARCHIVE, "Insatsen ”E-arkiv” nämner ingen princip."),
    ("PL305", "error", (ARCHIVE[2], 1), ARCHIVE, "Förväntad nytta saknas."),
    ("PL302", "error", ("7C", 1), ARCHIVE, "Planen har inget effektmål 7C."),
    ("PL401", "warning", (LOGIN[2], 1), LOGIN, "Insatsen ”Trygg inloggning” nämner ingen princip."),
    ("PL305", "error", (LOGIN[2], 1), LOGIN, "Förväntad nytta saknas."),
    (
        "PL205", "warning", ("Invånarna litar på att kommunerna hanterar deras uppgifter tryggt och säkert.", 1), TRUST,
        "Effektmål 2A återges med andra ord: uppgifter {+tryggt och+} säkert.",
    ),
    ("PL402", "error", ("princip 14", 1), ("principle", "14", ""), "Ramverket har ingen princip 14."),
    ("PL402", "error", ("princip 14", 1), ("principle", "14", ""), "Undantagen."),
)  # fmt: skip
"""Rule, severity, the words and which time they stand in the plan, subject, message; in the order of the document."""
SUGGESTIONS = {3: "princip 5", 5: "princip 13 Ha helhetssyn på informationshantering", 7: "1A, 1B eller 2A"}
"""By the finding's index."""


@pytest.fixture(scope="session")
def findings(plan: Plan) -> tuple[Finding, ...]:
    """Findings of every shape, in the order of the document."""
    made = [
        Finding(
            rule=rule,
            name="a-rule",
            severity=severity,
            kind="judged" if rule == "PL207" else "exact",
            subject=Subject(*about),
            message=message,
            why=WHY[rule],
            help=f"Gör något åt {rule}.",
            location=locate(plan, *words),
            related=(locate(plan, TRUST[2]),) if rule == "PL205" else (),
            suggestion=SUGGESTIONS.get(index),
            fingerprint=f"{index:016}",
            translation=Wording(f"{rule} in English.", "Because.", f"Do something about {rule}."),
        )
        for index, (rule, severity, words, about, message) in enumerate(FOUND)
    ]
    return (*made[:-1], replace(made[-1], suppressed="beslutat"))


@pytest.fixture(scope="session")
def outcome(plan: Plan, findings: tuple[Finding, ...], principles: PrincipleSet) -> Outcome:
    return Outcome(
        path="planer/björkbygden.md",
        sha256="0" * 64,
        kind="plan",
        framework="fyrbodal-2020",
        plan=plan,
        findings=findings,
        revisions=42,
        comments=1,
        principles=principles,
    )


@pytest.fixture(scope="session")
def run(outcome: Outcome) -> Run:
    return Run(phase="consultation", reading="final", language="sv", outcomes=(outcome,))


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Hold a whole output against its file; with PLANLINT_WRITE_GOLDENS set, write the file instead."""

    def hold(name: str, output: str) -> None:
        file = Path(__file__).parent / "golden" / name
        if os.environ.get("PLANLINT_WRITE_GOLDENS"):
            file.write_bytes(output.encode("utf-8"))
        assert output == file.read_bytes().decode("utf-8")

    return hold

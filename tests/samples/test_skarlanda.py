"""The plan of another association: actions under numbered goals, read and checked as such."""

from pathlib import Path

import pytest

from planlint import engine, markdown, word
from planlint.config import Config
from planlint.intake import find_sources
from planlint.model.finding import Finding
from planlint.model.outcome import Outcome
from planlint.model.plan import Plan
from planlint.recognise import choose_framework, recognise
from planlint.rulebook import load

NAMES = ["skarlanda-plan.docx", "skarlanda-plan.md"]


def examine(file: Path) -> Outcome:
    run = engine.run(find_sources([file], file.parent), Config(phase="publication"), load())
    (outcome,) = run.outcomes
    assert (outcome.error, outcome.faults) == (None, ())
    return outcome


@pytest.mark.parametrize("name", NAMES)
def test_it_is_in_good_order(name: str, samples: Path) -> None:
    outcome = examine(samples / name)
    assert (outcome.kind, outcome.framework, outcome.fallback) == ("plan", "numrerade-mal", False)
    assert outcome.findings == ()


def read(samples: Path, name: str) -> Plan:
    data = (samples / name).read_bytes()
    document = word.read(data) if name.endswith(".docx") else markdown.read(data.decode())
    return recognise(document, choose_framework(document, load().frameworks), None)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_read_whole(name: str, samples: Path) -> None:
    plan = read(samples, name)
    assert [(goal.code, goal.text.text) for goal in plan.goals] == [
        ("1", "Den som vill kan bo kvar hemma"),
        ("2", "Elever lär sig med verktyg som fungerar för alla"),
        ("3", "Invånare och gäster får svar direkt"),
        ("4", "Tekniken håller också i storm"),
    ]
    assert [(one.number, one.under) for one in plan.interventions] == [
        ("1.1", ("1",)),
        ("1.2", ("1",)),
        ("2.1", ("2",)),
        ("2.2", ("2",)),
        ("3.1", ("3",)),
        ("3.2", ("3",)),
        ("4.1", ("4",)),
        ("4.2", ("4",)),
        ("4.3", ("4",)),
    ]
    assert {tuple(part.key for part in one.parts) for one in plan.interventions} == {
        ("benefits", "activities", "responsible", "period", "council_role")
    }
    assert plan.unplaced == ()


EDITS = (
    ("### Mål 3 Invånare", "### Mål 2 Invånare"),
    ("#### 2.2 Digitala ämneslag", "#### 2.1 Digitala ämneslag"),
    ("- Missade doser minskar med hälften hos dem som har en robot.\n", ""),
    ("**Ansvarig nämnd:** Utbildningsnämnden i Ljungnäs\n\n", ""),
    ("- Upphandla en gemensam tjänst.", "- Prova i Stenö under ett halvår."),
    ("Under varje mål står", "Under varje mål står några av de tolv åtgärderna. De är"),
)
"""What an author in a hurry changes; the last goal loses its actions too."""


FAULTS = [
    ("PL109", "", "Här står ”de tolv åtgärderna”, men antalet är 6.", "de tolv åtgärderna"),
    (
        "PL314",
        "1.1",
        "”Prova i Stenö under ett halvår” står mer än en gång under ”Steg” i insatsen ”Digital tillsyn på natten”.",
        "Prova i Stenö under ett halvår.",
    ),
    (
        "PL305",
        "1.2",
        "Insatsen ”Läkemedelsrobotar hos dem som vill” säger inte vilken nytta den ska ge: delen ”Effekt” är tom.",
        "Effekt",
    ),
    ("PL310", "2.1", "Insatsen ”Gemensamma läromedel” saknar uppgift om: ansvarig.", "Gemensamma läromedel"),
    (
        "PL316",
        "2.1",
        "Insatserna ”Gemensamma läromedel” och ”Digitala ämneslag” har samma nummer, 2.1.",
        "Digitala ämneslag",
    ),
    (
        "PL202",
        "2",
        (
            "Koden 2 används för två effektmål: ”Elever lär sig med verktyg som fungerar för alla” och ”Invånare och "
            "gäster får svar direkt”."
        ),
        "Invånare och gäster får svar direkt",
    ),
    (
        "PL204",
        "4",
        "Under mål 4 står ingen åtgärd: ”Tekniken håller också i storm”.",
        "Tekniken håller också i storm",
    ),
]


def faulty(samples: Path) -> str:
    text = (samples / "skarlanda-plan.md").read_text(encoding="utf-8")
    for old, new in EDITS:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    before, rest = text.split("#### 4.1 ")
    return before + "## 4 Så" + rest.split("## 4 Så")[1]


def told(finding: Finding) -> tuple[str, str, str, str]:
    return finding.rule, finding.subject.id, finding.message, finding.location.place.text


def test_the_faults_of_a_hurried_author_are_found(samples: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    file.write_text(faulty(samples), encoding="utf-8")
    exact = [told(finding) for finding in examine(file).findings if finding.kind == "exact"]
    assert exact == FAULTS

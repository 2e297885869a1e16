"""Which kind of document it is, and which framework it is read with."""

from pathlib import Path
from textwrap import dedent

import pytest

from planlint import markdown, word
from planlint.recognise import choose_framework, recognise
from planlint.rulebook import Rulebook

STEPS = """
- 2027-03-01–2027-04-09: Planen är ute på remiss.
- 2027-04-12–2027-04-23: Synpunkterna bearbetas.
- 2027-04-26: Direktionen beslutar.
"""
PROSE = "\n\n".join(f"Stycke {n} säger något om kommunernas samarbete." for n in range(30))
AREAS = """
# Program för digital utveckling i Älvhamn 2027–2030

## Fokusområden

### Enkel vardag

Det ska vara lätt att göra rätt.

### Trygg teknik

Tekniken ska hålla.

## Åtgärder

### Nytt e-arkiv

Kommunen inför ett e-arkiv.
"""


def kind_and_framework(text: str, rulebook: Rulebook) -> tuple[str, str]:
    document = markdown.read(dedent(text))
    framework = choose_framework(document, rulebook.frameworks)
    return recognise(document, framework, None).kind, framework.name


@pytest.mark.parametrize(
    ("text", "kind", "framework"),
    [
        (f"# Tidplan för remissen\n{STEPS}", "timeline", "remiss-tidplan"),
        (f"# Handlingsplan 2027–2029\n\nPlanen är på gång.\n\n## Tidplan\n{STEPS}", "timeline", "remiss-tidplan"),
        (f"# Handlingsplan\n\n## Insatser\n\n### E-arkiv\n\n## Tidplan\n{STEPS}", "plan", "fyrbodal-2020"),
        (f"# Rapport\n\n{PROSE}\n\n## Tidplan\n{STEPS}", "unknown", "fyrbodal-2020"),
        (
            "# Möten\n\n- 2027-03-01: Styrelsen\n- 2027-04-01: Styrelsen\n- 2027-05-03: Styrelsen\n",
            "unknown",
            "fyrbodal-2020",
        ),
        ("# Färdplan Digitalisera\n\nDet här är en återrapportering.", "roadmap", "fardplan"),
        ("## Återrapportering av uppdraget\n\nUppdraget är klart.", "roadmap", "fardplan"),
        ("TJÄNSTESKRIVELSE\n\n# Återrapportering av uppdraget\n\nUppdraget är klart.", "roadmap", "fardplan"),
        ("# Färdplan 2027–2029\n\n## Insatser\n\n### E-arkiv\n\nEtt e-arkiv.", "plan", "fyrbodal-2020"),
        ("# Protokoll\n\nRådet tackar för färdplanen.", "unknown", "fyrbodal-2020"),
        (AREAS, "plan", "base-sv"),
        (AREAS.replace("Det ska vara lätt", "1A: Det ska vara lätt"), "plan", "fyrbodal-2020"),
        (AREAS.replace("Kommunen inför", "E-rådets roll\n\nKommunen inför"), "plan", "fyrbodal-2020"),
        ("", "unknown", "fyrbodal-2020"),
    ],
)
def test_kind_and_framework(text: str, kind: str, framework: str, rulebook: Rulebook) -> None:
    assert kind_and_framework(text, rulebook) == (kind, framework)


def test_a_roadmap_has_no_goals_and_interventions(rulebook: Rulebook) -> None:
    plan = recognise(markdown.read(AREAS), rulebook.frameworks["fardplan"], None)
    assert (plan.kind, plan.focus_areas, plan.interventions) == ("roadmap", (), ())


def test_no_real_plan_becomes_something_else(plans: Path, rulebook: Rulebook) -> None:
    for file in sorted(plans.glob("*.docx")):
        document = word.read(file.read_bytes())
        framework = choose_framework(document, rulebook.frameworks)
        plan = recognise(document, framework, None)
        assert (framework.name, plan.kind, plan.timeline, plan.card) == ("fyrbodal-2020", "plan", (), None), file.name

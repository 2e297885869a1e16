"""What the rules on project cards say, and what they leave alone."""

from __future__ import annotations

import pytest

from planlint import markdown
from planlint.checks import CHECKS, Scope
from planlint.model.finding import Hit
from planlint.recognise import recognise
from tests.checks.held import BOOK, told

CARD = BOOK.frameworks["projektkort"]
PLAN = """
# Handlingsplan för digitalisering i Norrådalen 2027–2029

## 3 Fokusområden

### 3.1 Digital service

1A: Invånarna får svar samma dag

1B: Medarbetarna hittar rätt stöd

## 4 Insatser

### 4.1 Gemensam växel

Insatstyp: Pilot

## 5 Bilagor

### 5.1 Beslutsprocess

#### UTREDA

Beslut: Styrgruppen godkänner rapporten.

LEVERANS: förstudierapport med nyttokalkyl

#### AVVECKLING

Beslut: Styrgruppen godkänner slutrapporten.
"""


LABELS = {
    "process_step": "Processteg",
    "type": "Insatstyp",
    "status": "Leveransstatus",
    "period": "Genomförandetid",
    "links": "Koppling till handlingsplanen",
    "updated": "Uppdaterad",
    "deliverables": "Leverabler",
}


def hits(code: str, against: str | None = None, **fields: str) -> list[tuple[str, str]]:
    """What a rule finds in a card with these fields: the case and the words, a question with '?' after its case."""
    lines = "".join(f"| {LABELS[key]} | {value} |\n" for key, value in fields.items())
    card = recognise(
        markdown.read(f"# 6. Växel\n\n| Uppgift | Svar |\n|---|---|\n| Ledare | Bo |\n{lines}"), CARD, None
    )
    rule = next(rule for rule in BOOK.rules if rule.code == code)
    plan = recognise(markdown.read(against), BOOK.frameworks["fyrbodal-2020"], None) if against else None
    check = CHECKS[rule.check]
    assert card.card is not None
    scope = Scope(card, CARD, against=plan)
    found: list[Hit] = list(check.function(card.card, scope, check.options.model_validate(rule.options)))
    return [(case + "?" * hit.undecided, quote) for hit, (case, quote) in zip(found, told(found), strict=True)]


@pytest.mark.parametrize(
    "value",
    [
        "Genomföra", "GENOMFÖRANDE", "Genomförande (etapp 2)", "5. Genomförande", "Idéfas", "Steg: Utreda", "Utredning",
        "Avveckla", "Nyttorealisering",
    ],
)  # fmt: skip
def test_words_for_the_steps(value: str) -> None:
    assert hits("PL704", process_step=value) == []


@pytest.mark.parametrize("value", ["Pågående", "Avslutad", "Genomförd", "Drift", "Förstudie", "4"])
def test_words_that_are_no_step(value: str) -> None:
    assert hits("PL704", process_step=value) == [("step", value)]


@pytest.mark.parametrize("value", ["förstudie", "Fördjupad förstudie", "Pilotprojekt", "Uppdrag till e-rådet"])
def test_words_for_the_types(value: str) -> None:
    assert hits("PL704", type=value) == []


def test_the_plans_own_words_are_known() -> None:
    assert hits("PL704", PLAN, type="Pilot", process_step="Avveckla") == []
    assert hits("PL704", None, type="Pilot") == [("type", "Pilot")]
    assert hits("PL704", PLAN, process_step="Genomförande") == [("step", "Genomförande")]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2027-02-01–2027-02-01", []),
        ("2027", []),
        ("våren 2027", []),
        ("1 februari – 18 juni 2027", []),
        ("2027-06–2027-02", [("reversed", "2027-02")]),
        ("2027-02-01", [("no-end", "2027-02-01")]),
        ("Starttid: 2027-02-29 Sluttid: 2027-02-30", [("invalid", "2027-02-29"), ("invalid", "2027-02-30")]),
        ("Starttid: när medel finns Sluttid: 2027-06-18", [("unread?", "när medel finns")]),
        ("ett halvår", [("unread?", "ett halvår")]),
    ],
)
def test_periods(written: str, found: list[tuple[str, str]]) -> None:
    assert hits("PL705", period=written) == found


@pytest.mark.parametrize("written", ["2026-11-01–2027-01-31", "2029-10-01–2031-01-31", "2027-02-01–2027-06-18"])
def test_a_period_that_touches_the_plans_is_in_order(written: str) -> None:
    assert hits("PL705", PLAN, period=written) == []


def test_a_period_outside_the_plans_is_asked_about_only_with_the_plan() -> None:
    assert hits("PL705", PLAN, period="2030-02-01–2030-06-18") == [("outside?", "2030-02-01–2030-06-18")]
    assert hits("PL705", None, period="2030-02-01–2030-06-18") == []


@pytest.mark.parametrize(
    ("kind", "step", "status", "found"),
    [
        ("Förstudie", "Utreda", "100 %", []),
        ("Förstudie", "Idé", "0 %", []),
        ("Förstudie", "Idé", "100 %", [("early", "100 %")]),
        ("Förstudie", "Avveckling", "100 %", [("step", "Avveckling")]),
        ("Förstudie", "Genomförande", "20 %", [("step", "Genomförande")]),
        ("Projekt", "Etablera", "Klart.", [("early", "Klart.")]),
        ("Projekt", "Etablera", "Snart klart", []),
        ("Projekt", "Genomförande", "0 %", []),
        ("Projekt", "Avveckling", "Ej påbörjad", [("nothing", "Ej påbörjad")]),
        ("Projekt", "Avveckling", "90 procent", []),
        ("Projekt", "Etablera", "från 0 till 100 %", [("early", "från 0 till 100 %")]),
        ("Projekt", "Etablera", "50 % av 100 %", []),
        ("Uppdrag", "Avveckling", "0 %", []),
        ("Okänd", "Avveckling", "0 %", []),
        ("Förstudie", "Pausad", "100 %", []),
    ],
)
def test_step_type_and_status(kind: str, step: str, status: str, found: list[tuple[str, str]]) -> None:
    assert hits("PL706", type=kind, process_step=step, status=status) == found


def test_what_is_done_before_it_begins_is_told_by_the_cards_own_date() -> None:
    period = "2027-02-01–2027-06-18"
    assert hits("PL706", status="100 %", period=period, updated="2027-01-31") == [("before-start", "100 %")]
    assert hits("PL706", status="100 %", period=period, updated="2027-02-01") == []
    assert hits("PL706", status="90 %", period=period, updated="2027-01-31") == []
    assert hits("PL706", status="100 %", period=period) == []


@pytest.mark.parametrize(
    ("deliverables", "found"),
    [
        ("Rapporten; nyttokalkylen", []),
        ("Slutrapport med nyttokalkyl", []),
        ("Förstudierapport inklusive nytto- och kostnadskalkyl", []),
        ("Statusrapport; nyttokalkyl", [("default", "Leverabler")]),
        ("Budget", [("default", "Leverabler")]),
        ("–", []),
    ],
)
def test_deliverables_of_a_preliminary_study(deliverables: str, found: list[tuple[str, str]]) -> None:
    assert hits("PL707", type="Förstudie", deliverables=deliverables) == found


def test_only_what_the_plans_process_has_is_asked_for() -> None:
    without = PLAN.replace(" med nyttokalkyl", "")
    assert hits("PL707", without, type="Förstudie", deliverables="Rapport") == []
    assert hits("PL707", PLAN, type="Förstudie", deliverables="Rapport") == [("default", "Leverabler")]


@pytest.mark.parametrize(
    "links",
    [
        "1A",
        "1a: invånarna får svar samma dag",
        "Mål 1B",
        "Medarbetarna hittar rätt stöd",
        "Insats 4.1",
        "Fokusområdet Digital service",
    ],
)
def test_links_that_lead_somewhere(links: str) -> None:
    assert hits("PL702", PLAN, links=links) == []
    assert hits("PL703", PLAN, links=links) == []


def test_links_that_lead_nowhere() -> None:
    assert hits("PL702", PLAN, links="Alla får fiber") == [("no-goal?", "Alla får fiber")]
    assert hits("PL702", PLAN, links="1C: Alla får fiber") == [("default", "1C")]
    assert hits("PL702", None, links="1C: Alla får fiber") == []


def test_a_goal_that_is_defined_twice_is_no_measure() -> None:
    twice = PLAN.replace("1B: Med", "1A: Med")
    assert hits("PL703", twice, links="1A: Invånarna får svar samma vecka") == []
    assert hits("PL703", PLAN, links="1A: Invånarna får svar samma vecka") == [
        ("default", "Invånarna får svar samma vecka")
    ]

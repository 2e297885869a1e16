"""A project card as the outline shows it."""

from planlint import markdown
from planlint.model.plan import Plan
from planlint.recognise import recognise
from planlint.report.outline_json import view_plan
from planlint.report.outline_text import render_outline
from planlint.report.page import Page
from planlint.rulebook import Rulebook

TEXT = """
# 6. Gemensam växel

| Uppgift | Innehåll |
|---|---|
| Processteg | Utreda |
| Insatstyp | Förstudie |
| Finansiär | Regionen; Norrådalens kommunalförbund |
| Genomförandetid | Starttid: 2027-02-01 Sluttid: 2027-06-18 |
| Koppling till handlingsplanen | 1A: Invånarna får svar samma dag; 2B |
| Leveransstatus | 40 % |

| Leverabel | Beskrivning |
|---|---|
| Rapport | Nuläge och förslag |
| Nyttokalkyl | |
"""


def read(rulebook: Rulebook, text: str = TEXT) -> Plan:
    return recognise(markdown.read(text), rulebook.frameworks["projektkort"], None)


def test_the_view_has_every_field(rulebook: Rulebook) -> None:
    plan = read(rulebook)
    view = view_plan(plan, plan.kind).model_dump(mode="json")
    assert (view["kind"], view["framework"], view["timeline"], view["interventions"]) == ("card", "projektkort", [], [])
    card = view["card"]
    located = {"location": card.pop("location"), "period": card["period"].pop("location")}
    links = [link.pop("location") for link in card["plan_links"]]
    assert card == {
        "number": "6",
        "title": "Gemensam växel",
        "process_step": "Utreda",
        "type": "Förstudie",
        "funders": ["Regionen", "Norrådalens kommunalförbund"],
        "strategic_group": None,
        "tactical_group": [],
        "leader": None,
        "period": {"start": "2027-02-01", "end": "2027-06-18"},
        "plan_links": [{"id": "1A", "text": "Invånarna får svar samma dag"}, {"id": "2B", "text": None}],
        "purpose": None,
        "project_goals": [],
        "delivery_status": "40 %",
        "participants": [],
        "deliverables": ["Rapport", "Nyttokalkyl"],
    }
    assert (located["location"]["quote"], located["location"]["start"]) == ("Gemensam växel", 3)
    assert located["period"]["path"] == ["6 Gemensam växel", "Genomförandetid"]
    assert [(link["quote"], link["path"][-1]) for link in links] == [
        ("1A", "Koppling till handlingsplanen"),
        ("2B", "Koppling till handlingsplanen"),
    ]


def test_what_the_card_does_not_say_is_null_or_empty(rulebook: Rulebook) -> None:
    plan = read(rulebook, "Insatstyp: Projekt\n\nKoppling till handlingsplanen: Alla får svar\n\nLedare:\n")
    card = view_plan(plan, plan.kind).model_dump(mode="json")["card"]
    assert (card["number"], card["title"], card["leader"], card["period"]) == (None, None, None, None)
    assert [(link["id"], link["text"]) for link in card["plan_links"]] == [(None, "Alla får svar")]


def test_a_plan_has_no_card(plan: Plan) -> None:
    assert view_plan(plan, plan.kind).card is None


def test_the_tree_has_the_fields_under_the_cards_own_labels(rulebook: Rulebook) -> None:
    assert render_outline(read(rulebook), Page()).splitlines() == [
        "6. Gemensam växel",
        "├── ramverk projektkort",
        "└── Projektkort",
        "    ├── Processteg",
        "    │   └── Utreda",
        "    ├── Insatstyp",
        "    │   └── Förstudie",
        "    ├── Finansiär",
        "    │   ├── Regionen",
        "    │   └── Norrådalens kommunalförbund",
        "    ├── Genomförandetid",
        "    │   └── Starttid: 2027-02-01 Sluttid: 2027-06-18",
        "    ├── Koppling till handlingsplanen",
        "    │   ├── 1A: Invånarna får svar samma dag",
        "    │   └── 2B",
        "    ├── Leveransstatus",
        "    │   └── 40 %",
        "    ├── Effektmål (2)",
        "    │   ├── 1A",
        "    │   └── 2B",
        "    └── Leverabler (2)",
        "        ├── Rapport: Nuläge och förslag",
        "        └── Nyttokalkyl",
    ]

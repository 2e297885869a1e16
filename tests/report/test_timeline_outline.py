"""A timeline as the outline shows it."""

from planlint import markdown
from planlint.model.plan import Plan
from planlint.recognise import recognise
from planlint.report.outline_json import view_plan
from planlint.report.outline_text import render_outline
from planlint.report.page import Page
from planlint.rulebook import Rulebook

TEXT = """
# Tidplan

- 2027-03-01–04-09: Kommunerna får planen på remiss.
- maj 2027: Fika
- 2027-06-31: Beslut
"""


def read(rulebook: Rulebook) -> Plan:
    return recognise(markdown.read(TEXT), rulebook.frameworks["remiss-tidplan"], None)


def test_the_view_has_the_steps(rulebook: Rulebook) -> None:
    plan = read(rulebook)
    view = view_plan(plan, plan.kind).model_dump(mode="json")
    assert (view["kind"], view["framework"], view["card"]) == ("timeline", "remiss-tidplan", None)
    assert [{key: value for key, value in step.items() if key != "location"} for step in view["timeline"]] == [
        {
            "start": "2027-03-01",
            "end": "2027-04-09",
            "text": "Kommunerna får planen på remiss.",
            "actors": ["Kommunerna"],
            "kind": "consultation",
        },
        {"start": "maj 2027", "end": "maj 2027", "text": "Fika", "actors": [], "kind": None},
        {"start": "2027-06-31", "end": "2027-06-31", "text": "Beslut", "actors": [], "kind": "decision"},
    ]
    location = view["timeline"][0]["location"]
    assert location["quote"] == "2027-03-01–04-09: Kommunerna får planen på remiss."
    assert (location["part"], location["paragraph"], location["start"], location["end"]) == ("document", 1, 0, 50)


def test_the_tree_has_the_steps(rulebook: Rulebook) -> None:
    assert render_outline(read(rulebook), Page()).splitlines()[-4:] == [
        "└── Tidplan (3)",
        "    ├── 2027-03-01–2027-04-09: Kommunerna får planen på remiss. (Kommunerna)",
        "    ├── maj 2027: Fika",
        "    └── 2027-06-31: Beslut",
    ]

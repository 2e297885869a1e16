"""The general checks: what the samples' examples do not show."""

import pytest

from planlint import markdown
from planlint.checks import CHECKS, Node, Scope
from planlint.model.finding import Hit
from planlint.model.plan import Plan
from planlint.recognise import recognise
from planlint.rulebook import load

FRAMEWORK = load().frameworks["fyrbodal-2020"]
PLAN = """# Handlingsplan för Åbygden 2026–2028

## 3 Fokusområden

### 3.1 Kompetens

1A: Medborgare kan ansöka digitalt.

## 4 Insatser

### 4.1 Möten

Alla medborgarnas tjänster, och Kommunens Egna Lösningar.

**Aktiviteter**

- Välja verktyg.
- Köpa in kommunens egen lösning före 2025-01-01.

**Tidplan**

Hösten.

**Ansvarig**
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return recognise(markdown.read(PLAN), FRAMEWORK, None)


def hits(plan: Plan, node: Node, check: str, **options: object) -> list[Hit]:
    spec = CHECKS[check]
    return list(spec.function(node, Scope(plan, FRAMEWORK), spec.options.model_validate(options)))


def quoted(found: list[Hit]) -> list[tuple[str, str]]:
    return [(hit.case, hit.place.text) for hit in found]


def test_a_word_is_found_in_its_forms_or_only_as_it_stands(plan: Plan) -> None:
    assert quoted(hits(plan, plan, "wording", words=["medborgare"])) == [
        ("default", "Medborgare"),
        ("default", "medborgarnas"),
    ]
    assert quoted(hits(plan, plan, "wording", words=["medborgare"], inflected=False)) == [("default", "Medborgare")]


def test_a_phrase_is_found_word_by_word(plan: Plan) -> None:
    assert quoted(hits(plan, plan, "wording", words=["kommunens egna lösning"])) == [
        ("default", "Kommunens Egna Lösningar"),
    ]


def test_only_under_one_part(plan: Plan) -> None:
    (node,) = plan.interventions
    found = hits(plan, node, "wording", words=["egen lösning"], part="activities")
    assert quoted(found) == [("default", "egen lösning")]
    assert hits(plan, node, "wording", words=["medborgare"], part="activities") == []


def test_a_pattern_that_must_stand_is_asked_for_only_where_something_stands(plan: Plan) -> None:
    (node,) = plan.interventions
    must = {"pattern": r"\d{4}-\d\d-\d\d", "must": "stand"}
    assert quoted(hits(plan, node, "pattern", part="period", **must)) == [("absent", "Tidplan")]
    assert hits(plan, node, "pattern", part="responsible", **must) == []
    assert hits(plan, node, "pattern", part="activities", **must) == []


def test_a_pattern_that_matches_nothing_at_all_finds_nothing(plan: Plan) -> None:
    assert hits(plan, plan, "pattern", pattern="x*") == []


def test_an_empty_field_is_told_from_an_absent_one(plan: Plan) -> None:
    (node,) = plan.interventions
    assert quoted(hits(plan, node, "required_part", part="responsible")) == [("empty", "Ansvarig")]
    assert quoted(hits(plan, node, "required_part", part="funding")) == [("missing", "Möten")]
    assert hits(plan, node, "required_part", part="no-such-part") == []


def test_dates_too_early_or_none(plan: Plan) -> None:
    (node,) = plan.interventions
    assert quoted(hits(plan, node, "date", part="period")) == [("none", "Tidplan")]
    assert quoted(hits(plan, node, "date", part="activities", earliest="2026-01-01")) == [("early", "2025-01-01")]
    assert hits(plan, node, "date", part="responsible") == []


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"of": "goals", "least": 2}, [("few", "Handlingsplan för Åbygden 2026–2028", 1, 2)]),
        ({"of": "interventions", "most": 0}, [("many", "Handlingsplan för Åbygden 2026–2028", 1, 0)]),
        ({"of": "focus-areas", "least": 1, "most": 1}, []),
    ],
)
def test_counting_in_the_plan(plan: Plan, options: dict[str, object], found: list[tuple[object, ...]]) -> None:
    assert [
        (hit.case, hit.place.text, hit.words["count"], hit.words["limit"])
        for hit in hits(plan, plan, "count", **options)
    ] == found


def test_counting_in_an_intervention(plan: Plan) -> None:
    (node,) = plan.interventions
    assert quoted(hits(plan, node, "count", part="activities", least=3)) == [("few", "Aktiviteter")]
    assert quoted(hits(plan, node, "count", of="goals", least=1)) == [("few", "Möten")]
    assert hits(plan, node, "count", part="funding", least=1) == []


def test_length_of_a_goal(plan: Plan) -> None:
    (goal,) = plan.goals
    assert quoted(hits(plan, goal, "length", least=5)) == [("short", "Medborgare kan ansöka digitalt.")]
    assert hits(plan, goal, "length", least=4, most=4) == []

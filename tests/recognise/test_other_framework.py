"""A plan of a quite different shape: numbered goals as headings, actions under them, another council, no principles."""

from collections.abc import Callable

from planlint.model.framework import Framework
from planlint.model.plan import LinkStatus, Plan

Read = Callable[..., Plan]

PLAN = """
# Färdplan för digital välfärd 2025–2027

## Mål och åtgärder

### Mål 1 Trygg vård hemma

Den som vill ska kunna bo kvar hemma.

#### 1.1 Digital tillsyn

Natten är svår att bemanna.

**Effekt**

- Färre störda nätter

**Steg**

- Prova i två områden

**Strategirådets uppdrag**

- Följa provet

**Ansvarig nämnd**

Omsorgsnämnden

#### 1.2 Digitala besök

### Mål 2 Skola för alla

#### 2.1 Läromedel som läser högt

**Effekt**

- Fler klarar läsningen

## Så följer vi upp

Varje år.
"""


def test_goals_are_headings_and_actions_stand_under_them(read: Read, strategirad: Framework) -> None:
    plan = read(PLAN, strategirad)
    assert plan.kind == "plan"
    assert [(goal.code, goal.text.text) for goal in plan.goals] == [("1", "Trygg vård hemma"), ("2", "Skola för alla")]
    assert [(one.number, one.heading.title, one.under) for one in plan.interventions] == [
        ("1.1", "Digital tillsyn", ("1",)),
        ("1.2", "Digitala besök", ("1",)),
        ("2.1", "Läromedel som läser högt", ("2",)),
    ]
    assert [(link.code, link.status) for link in plan.interventions[0].links] == [("1", LinkStatus.RESOLVED)]


def test_its_own_labels_are_read_and_no_principles_are_sought(read: Read, strategirad: Framework) -> None:
    plan = read(PLAN, strategirad)
    assert [(part.key, [item.text for item in part.items]) for part in plan.interventions[0].parts] == [
        ("benefits", ["Färre störda nätter"]),
        ("activities", ["Prova i två områden"]),
        ("council_role", ["Följa provet"]),
        ("responsible", ["Omsorgsnämnden"]),
    ]
    assert plan.mentions == ()
    assert [chapter.key for chapter in plan.chapters] == ["goals", "follow_up"]

"""Goals with numbers and the actions under them, in the ways in which plans write them; chosen by the plan itself."""

from pathlib import Path
from textwrap import dedent

import pytest

from planlint import markdown
from planlint.model.document import Document
from planlint.model.plan import LinkStatus, Plan
from planlint.recognise import choose_framework, recognise
from planlint.rulebook import Rulebook

TITLE = "# Handlingsplan för digitalisering i Granå 2027–2029\n\n"
UNDER_HEADINGS = """
## Mål och åtgärder

### Mål 1 Trygg vård

#### 1.1 Digital tillsyn

#### 1.2 Digitala besök

### Mål 2 Skola för alla

#### Åtgärd 2.1: Läromedel

## Uppföljning
"""
AS_CHAPTERS = """
## Inledning

### Syfte

### Läsanvisning

## Mål 1: Trygg vård

### Åtgärd 1.1 Digital tillsyn

### Åtgärd 1.2 Digitala besök

## Mål 2: Skola för alla

### Åtgärd 2.1 Läromedel

## Uppföljning
"""
BY_SECTION = """
## 3 Våra mål

### 3.1 Mål: Trygg vård

| Nr | Åtgärd | Ansvarig | Tidplan |
|---|---|---|---|
| 1.1 | Digital tillsyn | Omsorgsnämnden | 2027 |
| 1.2 | Digitala besök | Omsorgsnämnden | 2028 |

### 3.2 Mål: Skola för alla

| Nr | Åtgärd | Ansvarig | Tidplan |
|---|---|---|---|
| 2.1 | Läromedel | Skolnämnden | 2028 |

### 3.3 Uppföljning av målen

Varje år.
"""
AS_ITEMS = """
## Mål

### Mål 1 Trygg vård

**Åtgärder**

- Prova digital tillsyn. Börja i Tallvik.
- Införa digitala besök.

### Mål 2 Skola för alla

Åtgärder:

- Köpa läromedel tillsammans.
"""
AS_NUMBERED_LINES = """
## Mål

### Mål 1 Trygg vård

1.1 Prova digital tillsyn

1.2 Införa digitala besök

### Mål 2 Skola för alla

2.1 Köpa läromedel tillsammans
"""
BOLD = """
**MÅL OCH ÅTGÄRDER**

Så här når vi målen.

**Mål 1: Trygg vård**

Åtgärder:

- Prova digital tillsyn.
- Införa digitala besök.

**Mål 2: Skola för alla**

Åtgärder:

- Köpa läromedel tillsammans.
"""
TITLED = ("Digital tillsyn", "Digitala besök", "Läromedel")
TOLD = ("Prova digital tillsyn", "Införa digitala besök", "Köpa läromedel tillsammans")
WAYS = {
    "under headings": (UNDER_HEADINGS, ("1", "2"), TITLED, ("1.1", "1.2", "2.1")),
    "as chapters": (AS_CHAPTERS, ("1", "2"), TITLED, ("1.1", "1.2", "2.1")),
    "by section": (BY_SECTION, ("3.1", "3.2"), TITLED, ("1.1", "1.2", "2.1")),
    "as items": (AS_ITEMS, ("1", "2"), TOLD, (None, None, None)),
    "as numbered lines": (AS_NUMBERED_LINES, ("1", "2"), TOLD, ("1.1", "1.2", "2.1")),
    "bold": (BOLD, ("1", "2"), TOLD, (None, None, None)),
}


def chosen(text: str, rulebook: Rulebook) -> tuple[str, Plan]:
    document: Document = markdown.read(TITLE + dedent(text))
    framework = choose_framework(document, rulebook.frameworks)
    return framework.name, recognise(document, framework, None)


@pytest.mark.parametrize("way", WAYS)
def test_actions_belong_to_the_goal_that_they_stand_under(way: str, rulebook: Rulebook) -> None:
    text, codes, titles, numbers = WAYS[way]
    framework, plan = chosen(text, rulebook)
    assert (framework, plan.kind) == ("numrerade-mal", "plan")
    assert [(goal.code, goal.text.text) for goal in plan.goals] == [
        (codes[0], "Trygg vård"),
        (codes[1], "Skola för alla"),
    ]
    assert [(one.number, one.heading.title, one.under) for one in plan.interventions] == [
        (numbers[0], titles[0], (codes[0],)),
        (numbers[1], titles[1], (codes[0],)),
        (numbers[2], titles[2], (codes[1],)),
    ]
    links = [link for one in plan.interventions for link in one.links]
    assert [(link.code, link.status) for link in links] == [
        (code, LinkStatus.RESOLVED) for code in (codes[0], codes[0], codes[1])
    ]


def test_places_are_where_the_words_stand(rulebook: Rulebook) -> None:
    for text, *_ in WAYS.values():
        document = markdown.read(TITLE + text)
        plan = recognise(document, rulebook.frameworks["numrerade-mal"], None)
        whole = {(each.part, each.paragraph): each.text for each in plan.texts}
        for place in (
            *(goal.text for goal in plan.goals),
            *(one.heading.place for one in plan.interventions),
        ):
            assert whole[place.part, place.paragraph][place.start : place.end] == place.text


@pytest.mark.parametrize(
    ("text", "framework"),
    [
        ("## Mål\n\n### Mål 1 Trygg vård\n\n### Mål 2 Skola\n\n## Insatser\n\n### E-arkiv\n\n### Bredband", "base-sv"),
        ("## Mål\n\n### 1 Bakgrund\n\n#### Läget\n\n### 2 Vägen\n\n#### Först\n\n## Slut", "fyrbodal-2020"),
        ("## Mål och åtgärder\n\n### Mål 1 Vård\n\n#### 1.1 Digital tillsyn\n\n## Slut", "fyrbodal-2020"),
    ],
)
def test_goals_without_actions_under_them_are_no_sign(text: str, framework: str, rulebook: Rulebook) -> None:
    assert chosen(text, rulebook)[0] == framework


def test_a_plan_with_codes_is_never_taken_for_one(plans: Path, rulebook: Rulebook, root: Path) -> None:
    coded = (root / "samples" / "norradalen-plan.md").read_text(encoding="utf-8")
    assert choose_framework(markdown.read(coded), rulebook.frameworks).name == "fyrbodal-2020"
    assert sorted(plans.glob("*.docx"))


def test_goals_without_codes_are_what_stands_under_their_label(rulebook: Rulebook) -> None:
    base = rulebook.frameworks["base-sv"]
    framework = base.model_copy(update={"goals": base.goals.model_copy(update={"form": "items"})})
    text = """
    ## Målområden

    ### Enkel vardag

    Det ska vara lätt.

    **Mål**

    - Allt går att göra hemma.
    - Ingen står i kö.

    **Aktiviteter**

    - Köpa en plattform.

    ### Trygg information

    Mål:

    Alla system är klassade.
    """
    plan = recognise(markdown.read(TITLE + dedent(text)), framework, None)
    assert [(goal.code, goal.text.text, goal.area) for goal in plan.goals] == [
        ("1.1", "Allt går att göra hemma.", 0),
        ("1.2", "Ingen står i kö.", 0),
        ("2.1", "Alla system är klassade.", 1),
    ]

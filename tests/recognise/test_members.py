"""Which sections and tables of the chapter are interventions, and what they are called."""

from collections.abc import Callable

import pytest

from planlint.model.plan import Plan

Read = Callable[..., Plan]

HEAD = """
# Handlingsplan för digitalisering

## 3 Fokusområden

### 3.1 Skola

1A: Alla når

1B: Alla kan

## 4 Insatser

Text.

"""
LABELS = "**Effektmål**\n\n1A\n\n**Aktiviteter**\n\n- Göra\n\n**Kommunernas roll**\n\n- Leda\n\n"


def found(plan: Plan) -> list[tuple[str | None, str, list[str]]]:
    return [(one.number, one.heading.title, [part.key for part in one.parts]) for one in plan.interventions]


ALL = ["goal_links", "activities", "municipal_role"]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("### Insats 4.1: Lärportal", "4.1", "Lärportal"),
        ("### Insats 1 – Lärportal", "1", "Lärportal"),
        ("### Insats\u00a02. Lärportal", "2", "Lärportal"),
        ("### Åtgärd nr 3: Lärportal", "3", "Lärportal"),
        ("### 4.1 – Lärportal", "4.1", "Lärportal"),
        ("**Insats 4.1 Lärportal**", "4.1", "Lärportal"),
        ("### Insatser för 3 kommuner", None, "Insatser för 3 kommuner"),
    ],
)
def test_a_number_is_read_with_the_word_before_it(read: Read, heading: str, number: str | None, title: str) -> None:
    plan = read(HEAD + f"{heading}\n\nText.\n\n{LABELS}")
    assert found(plan) == [(number, title, ALL)]
    assert (plan.headings[-1].number, plan.headings[-1].title) == (number, title)


def test_a_focus_area_of_its_own_number_and_bold_steps_that_count_past_the_chapter(read: Read) -> None:
    plan = read(
        "# Plan\n\n**3 Fokusområden**\n\n**3.1 Fokusområde 1: Skola**\n\n1A: Alla når\n\n**4 Insatser**\n\nText.\n\n"
        + "".join(f"**{n}. Insats {name}**\n\nText.\n\n{LABELS}" for n, name in enumerate("ABCDEF", 1))
        + "**5 Bilagor**\n\nText.\n"
    )
    assert [(area.heading.number, area.heading.title) for area in plan.focus_areas] == [("3.1", "Fokusområde 1: Skola")]
    assert found(plan) == [(str(n), f"Insats {name}", ALL) for n, name in enumerate("ABCDEF", 1)]
    assert [chapter.key for chapter in plan.chapters] == ["focus_areas", "interventions", "appendices"]


def test_bold_lines_without_numbers_are_told_by_chapters_and_by_the_round_of_labels(read: Read) -> None:
    plan = read(
        "# Plan\n\n**Fokusområden**\n\nText.\n\n**Skola**\n\nText.\n\n**Effektmål**\n\n1A: Alla når\n\n"
        "**Omsorg**\n\n2A: Alla får\n\n**Insatser**\n\nText.\n\n**Så läser du insatserna**\n\nText.\n\n"
        "**Lärportal**\n\nText.\n\n**Effektmål**\n\n1A\n\n**Pilotkommuner**\n\n- Granå\n\n**Aktiviteter**\n\n"
        f"- Göra\n\n**Tillsyn**\n\nText.\n\n{LABELS}**Bilagor**\n\nText.\n"
    )
    assert [area.heading.title for area in plan.focus_areas] == ["Skola", "Omsorg"]
    assert found(plan) == [(None, "Lärportal", ["goal_links", "activities"]), (None, "Tillsyn", ALL)]
    assert [(one.label.text, one.intervention) for one in plan.unplaced] == [("Pilotkommuner", "Lärportal")]


def test_labels_with_colons_do_not_push_the_next_intervention_down(read: Read) -> None:
    body = "".join(
        f"**{name}**\n\nText.\n\n**Förväntad nytta:**\n\n**Kort sikt:**\n\n- A\n\n**Aktiviteter:**\n\n- B\n\n"
        for name in ("Lärportal", "Tillsyn")
    )
    plan = read("# Plan\n\n**4 Insatser**\n\nText.\n\n" + body)
    keys = ["benefits", "benefits_short", "activities"]
    assert found(plan) == [(None, "Lärportal", keys), (None, "Tillsyn", keys)]


@pytest.mark.parametrize("intro", ["Om insatserna", "Insatserna i korthet", "Pågående insatser", "Läsanvisning"])
@pytest.mark.parametrize("number", ["", "4.1 "])
def test_a_section_about_all_of_them_is_none_but_one_with_parts_is(read: Read, intro: str, number: str) -> None:
    overview = "| Insats | Effektmål | Ansvarig |\n|---|---|---|\n| Lärportal | 1A | Ada |\n\n"
    plan = read(HEAD + f"### {number}{intro}\n\nText.\n\n{overview}### {number}Insatser i skolan\n\nText.\n\n{LABELS}")
    assert found(plan) == [(number.strip() or None, "Insatser i skolan", ALL)]


def test_beside_numbered_ones_an_unnumbered_section_without_parts_is_none(read: Read) -> None:
    plan = read(
        HEAD + f"### 4.1 Lärportal\n\n{LABELS}### Kontakt\n\nKarin Mål\n\n### 4.2 Tom\n\nText.\n\n### Nyhet\n\n{LABELS}"
    )
    assert found(plan) == [("4.1", "Lärportal", ALL), ("4.2", "Tom", []), (None, "Nyhet", ALL)]


def test_sections_that_only_gather_interventions_give_way_to_them(read: Read) -> None:
    inner = LABELS.replace("**Effektmål**", "##### Effektmål")
    plan = read(
        HEAD
        + f"### 4.1 Skola\n\nText om skolan.\n\n#### 4.1.1 Lärportal\n\n{inner}#### 4.1.2 Mentorer\n\n{inner}"
        + f"### 4.2 Omsorg\n\n#### 4.2.1 Tillsyn\n\n{inner}"
    )
    assert [(number, title) for number, title, _ in found(plan)] == [
        ("4.1.1", "Lärportal"),
        ("4.1.2", "Mentorer"),
        ("4.2.1", "Tillsyn"),
    ]


def test_subheadings_of_one_intervention_are_no_interventions(read: Read) -> None:
    plan = read(
        HEAD
        + "### 4.1 Lärportal\n\nText.\n\n#### Om pilotkommunerna\n\nText.\n\n#### Aktiviteter\n\n- A\n\n"
        + "##### Etapp 1\n\n- B\n\n#### Om leveranserna\n\nText.\n\n#### Kommunernas roll\n\n- C\n"
    )
    assert found(plan) == [("4.1", "Lärportal", ["activities", "municipal_role"])]
    assert [item.text for item in plan.interventions[0].items("activities")] == ["A", "B"]


@pytest.mark.parametrize(
    "title", ["Aktiviteter för unga", "Bakgrundskontroll", "Mål och mening", "Principer för god IT"]
)
def test_a_title_may_hold_the_words_of_labels_and_chapters(read: Read, title: str) -> None:
    plan = read(HEAD + f"### {title}\n\n{LABELS}### Annat\n\n{LABELS}")
    assert found(plan) == [(None, title, ALL), (None, "Annat", ALL)]


@pytest.mark.parametrize("principles", ["Principer", "Principer för digital samverkan"])
def test_a_label_on_the_interventions_own_level_is_no_chapter(read: Read, principles: str) -> None:
    plan = read(
        "# Plan\n\n## 3 Våra fokusområden\n\n### Skola\n\n1A: Alla når\n\n## 4 Våra insatser\n\n"
        "### Lärportal\n\nText.\n\n### Effektmål\n\n1A\n\n### Förväntade nyttor och effekter\n\n- A\n\n"
        f"### {principles}\n\n5\n\n"
        "## Bilagor\n\n### Principer\n\n1. Samverka som förstahandsval\n2. Arbeta aktivt med juridiken\n"
    )
    assert found(plan) == [(None, "Lärportal", ["goal_links", "benefits", "principles"])]
    assert [mention.numbers for mention in plan.interventions[0].principles] == [(5,)]
    assert [one.number for one in plan.principles] == [1, 2]
    assert {chapter.key: chapter.heading.title for chapter in plan.chapters} == {
        "focus_areas": "Våra fokusområden",
        "interventions": "Våra insatser",
        "appendices": "Bilagor",
        "principles": "Principer",
    }


ROWS = """| Nr | Insats | Effektmål | Aktiviteter | E-rådets roll | Pilotkommun |
|---|---|---|---|---|---|
| 4.1 | Lärportal | 1A: Alla når | Köpa | Styra | Granå |
| 4.2 | Mentorer | 1B | Utse | Leda | |
"""
COLUMNS = """| | 4.1 Lärportal | Insats 4.2: Mentorer |
|---|---|---|
| Effektmål | 1A: Alla når | 1B |
| Aktiviteter | Köpa | Utse |
| E-rådets roll | Styra | Leda |
| Pilotkommun | Granå | |
"""
ONE_COLUMN = """| Insats | 4.1 Lärportal |
|---|---|
| Effektmål | 1A: Alla når |
| Aktiviteter | Köpa |
| E-rådets roll | Styra |
| Pilotkommun | Granå |
| Insats | 4.2 Mentorer |
| Effektmål | 1B |
| Aktiviteter | Utse |
| E-rådets roll | Leda |
"""


@pytest.mark.parametrize("table", [ROWS, COLUMNS, ONE_COLUMN])
def test_several_interventions_in_one_table(read: Read, table: str) -> None:
    plan = read(HEAD + table)
    assert found(plan) == [
        ("4.1", "Lärportal", ["goal_links", "activities", "council_role"]),
        ("4.2", "Mentorer", ["goal_links", "activities", "council_role"]),
    ]
    assert [[link.code for link in one.links] for one in plan.interventions] == [["1A"], ["1B"]]
    assert [[item.text for item in one.items("activities")] for one in plan.interventions] == [["Köpa"], ["Utse"]]
    assert {one.label.text for one in plan.unplaced} == {"Pilotkommun"}


@pytest.mark.parametrize("table", [ROWS, COLUMNS])
def test_beside_headings_such_a_table_is_an_overview(read: Read, table: str) -> None:
    plan = read(HEAD + f"{table}\n\n### 4.1 Lärportal\n\n{LABELS}### 4.2 Mentorer\n\n{LABELS}")
    assert [(number, title) for number, title, _ in found(plan)] == [("4.1", "Lärportal"), ("4.2", "Mentorer")]


def test_tables_of_interventions_under_a_heading_that_gathers_them(read: Read) -> None:
    table = "| Insats | {} |\n|---|---|\n| Effektmål | 1A |\n| Aktiviteter | A |\n\n"
    plan = read(HEAD + "### Om insatserna\n\n" + table.format("Lärportal") + table.format("Mentorer"))
    assert [title for _, title, _ in found(plan)] == ["Lärportal", "Mentorer"]
    rows = "| Nummer | 4.1 |\n|---|---|\n| Titel | Lärportal |\n| Effektmål | 1A |\n| Aktiviteter | A |\n\n"
    assert found(read(HEAD + rows)) == [("4.1", "Lärportal", ["goal_links", "activities"])]


def test_a_table_of_activities_in_an_intervention(read: Read) -> None:
    head = "| Aktivitet | Ansvarig | Budget | Kontakt |\n|---|---|---|---|\n"
    plan = read(HEAD + f"### 4.1 Lärportal\n\nText.\n\n{head}| Köpa | Ada | 10 | Bo |\n| Införa | Eva | 20 | |\n")
    one = plan.interventions[0]
    assert [(part.key, [item.text for item in part.items]) for part in one.parts] == [
        ("activities", ["Köpa", "Införa"]),
        ("responsible", ["Ada", "Eva"]),
        ("funding", ["10", "20"]),
    ]


def test_a_form_with_two_labels_in_a_row(read: Read) -> None:
    rows = "| Ansvarig | E-rådet | Tidplan | 2027 |\n|---|---|---|---|\n| Effektmål | 1A | Budget | 10 |\n"
    plan = read(HEAD + "### 4.1 Lärportal\n\n" + rows)
    assert [(part.key, [item.text for item in part.items]) for part in plan.interventions[0].parts] == [
        ("responsible", ["E-rådet"]),
        ("period", ["2027"]),
        ("goal_links", ["1A"]),
        ("funding", ["10"]),
    ]

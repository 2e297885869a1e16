"""One intervention and one focus area in the ways that municipalities write them: the same plan each time."""

from collections.abc import Callable

import pytest

from planlint.model.plan import Intervention, Plan

Read = Callable[..., Plan]

AREAS = """
# Handlingsplan för digitalisering i Norrådalen 2027–2029

## 3 Fokusområden

### 3.1 Digital skola

**Effektmål**

1A: Alla elever når sina läromedel

1B: Alla lärare har den kompetens som krävs

### 3.2 Nära omsorg

**Effektmål**

2A: Alla som vill har digital tillsyn

## 4 Insatser

"""

PARTS = [
    ("goal_links", ["1A"]),
    ("benefits_short", ["Snabbare svar"]),
    ("benefits_long", ["Lägre kostnad"]),
    ("activities", ["Kartlägga", "Upphandla"]),
    ("council_role", ["Agera styrgrupp"]),
    ("municipal_role", ["Avsätta tid"]),
    ("responsible", ["E-rådet"]),
]
KEYS = [key for key, _ in PARTS]


def filled(intervention: Intervention) -> list[tuple[str, list[str]]]:
    return [(part.key, [item.text for item in part.items]) for part in intervention.parts if part.items]


LABELS = {
    "a heading of its own kind": "#### {label}\n\n{items}\n\n",
    "bold with the colon outside": "**{label}**:\n\n{items}\n\n",
    "italic with a colon": "*{label}:*\n\n{items}\n\n",
    "numbered": "**a) {label}**\n\n{items}\n\n",
    "numbered in bold, though it looks like the next chapter": "**5. {label}**\n\n{items}\n\n",
}


@pytest.mark.parametrize("form", LABELS.values(), ids=LABELS.keys())
def test_a_label_above_its_items(read: Read, form: str) -> None:
    names = ["Effektmål", "Kortsiktig nytta", "Långsiktig nytta", "Aktiviteter", "E-rådets roll", "Kommunernas roll"]
    body = "".join(
        form.format(label=name, items="\n".join(f"- {item}" for item in items))
        for name, (_, items) in zip([*names, "Ansvarig"], PARTS, strict=True)
    )
    plan = read(AREAS + "### 4.1 Lärportal\n\nText.\n\n" + body + "### 4.2 Tillsyn\n\nText.\n")
    assert filled(plan.interventions[0]) == PARTS
    assert [one.number for one in plan.interventions] == ["4.1", "4.2"]
    assert [chapter.key for chapter in plan.chapters] == ["focus_areas", "interventions"]
    assert plan.unplaced == ()


RUN_IN = [
    "**Aktiviteter:** Kartlägga",
    "**Aktiviteter**: Kartlägga",
    "**Aktiviteter** – Kartlägga",
    "**Aktiviteter.** Kartlägga",
    "**Aktiviteter** Kartlägga",
    "**Aktiviteter**\tKartlägga",
    "Aktiviteter\tKartlägga",
    "**Aktiviteter**\\\nKartlägga",
    "*Aktiviteter:* Kartlägga",
    "**Aktiviteter i projektet:** Kartlägga",
    "Aktiviteter 2027–2029: Kartlägga",
]


@pytest.mark.parametrize("line", RUN_IN)
def test_a_label_on_the_line_of_its_first_item(read: Read, line: str) -> None:
    plan = read(AREAS + f"### 4.1 Lärportal\n\nText.\n\n{line}\n\nUpphandla\n")
    assert filled(plan.interventions[0]) == [("activities", ["Kartlägga", "Upphandla"])]


@pytest.mark.parametrize(
    "line",
    [
        "**Kommunerna** ska avsätta tid",
        "Våra aktiviteter: de pågår",
        "Aktiviteter görs varje år: det är vårens mest omtalade",
    ],
)
def test_a_stressed_word_or_a_sentence_is_no_label(read: Read, line: str) -> None:
    plan = read(AREAS + f"### 4.1 Lärportal\n\n**Aktiviteter**\n\nKartlägga\n\n{line}\n")
    assert filled(plan.interventions[0]) == [("activities", ["Kartlägga", line.replace("*", "")])]


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("**Vad ska göras?**", "activities"),
        ("**Aktiviteter 2027–2029**", "activities"),
        ("**E-rådets roll i insatsen**", "council_role"),
        ("**Norrådalens e-råds roll**", "council_role"),
        ("**Det här gör kommunerna**", "municipal_role"),
        ("**De sex kommunernas ansvar**", "municipal_role"),
        ("**Effektmål (se kapitel 3)**", "goal_links"),
        ("Kommunernas roll i insatsen", "municipal_role"),
    ],
)
def test_a_longer_label_over_a_list_holds_a_known_one(read: Read, label: str, key: str) -> None:
    plan = read(AREAS + f"### 4.1 Lärportal\n\nText.\n\n{label}\n\n- Ett\n- Två\n")
    assert filled(plan.interventions[0]) == [(key, ["Ett", "Två"])]
    assert plan.unplaced == ()


@pytest.mark.parametrize("label", ["**Nyhetsbrev**", "**Samråd om kommunernas kostnader**", "**Pilotkommuner**"])
def test_a_label_of_something_else_stays_unknown(read: Read, label: str) -> None:
    plan = read(AREAS + f"### 4.1 Lärportal\n\n**Aktiviteter**\n\n- Ett\n\n{label}\n\n- Två\n")
    assert filled(plan.interventions[0]) == [("activities", ["Ett"])]
    assert [f"**{one.label.text}**" for one in plan.unplaced] == [label]


@pytest.mark.parametrize(
    "label", ["**Roller och ansvar**", "**Rollfördelning**", "Ansvarsfördelning:", "**Vem gör vad?**"]
)
@pytest.mark.parametrize(
    "divisions",
    [
        "**E-rådet**\n\n- Agera styrgrupp\n\n**Kommunerna**\n\n- Avsätta tid\n",
        "E-råd:\n\n- Agera styrgrupp\n\nKommuner:\n\n- Avsätta tid\n",
        "- E-rådet: Agera styrgrupp\n- Medlemskommunerna: Avsätta tid\n",
    ],
)
def test_roles_under_one_label(read: Read, label: str, divisions: str) -> None:
    plan = read(AREAS + f"### 4.1 Lärportal\n\nText.\n\n{label}\n\n{divisions}")
    assert filled(plan.interventions[0]) == [("council_role", ["Agera styrgrupp"]), ("municipal_role", ["Avsätta tid"])]
    assert plan.unplaced == ()


@pytest.mark.parametrize(
    "benefits",
    [
        "**Nytta**\n\nKort sikt\n\n- Snabbare svar\n\nLång sikt\n\n- Lägre kostnad\n",
        "**Kort sikt**\n\n- Snabbare svar\n\n**Längre sikt**\n\n- Lägre kostnad\n",
        "**Vilken nytta får vi?**\n\n- Kort sikt: Snabbare svar\n- Lång sikt: Lägre kostnad\n",
        "| Nytta | Kort sikt: Snabbare svar |\n|---|---|\n| Ansvarig | |\n| Långsiktig nytta | Lägre kostnad |\n",
    ],
)
def test_benefits_in_short_words(read: Read, benefits: str) -> None:
    plan = read(AREAS + f"### 4.1 Lärportal\n\nText.\n\n**Effektmål**\n\n1A\n\n{benefits}")
    assert filled(plan.interventions[0])[1:] == [
        ("benefits_short", ["Snabbare svar"]),
        ("benefits_long", ["Lägre kostnad"]),
    ]


def test_sentences_that_begin_with_their_division(read: Read) -> None:
    sentences = "På kort sikt får eleverna svar.\n\nPå lång sikt sjunker kostnaden.\n"
    plan = read(AREAS + "### 4.1 Lärportal\n\n**Förväntad nytta**\n\n" + sentences)
    parts = [(p.key, p.label.text, [i.text for i in p.items]) for p in plan.interventions[0].parts]
    assert parts == [
        ("benefits", "Förväntad nytta", []),
        ("benefits_short", "På kort sikt", ["På kort sikt får eleverna svar."]),
        ("benefits_long", "På lång sikt", ["På lång sikt sjunker kostnaden."]),
    ]


def test_the_terms_of_another_part_divide_no_benefits(read: Read) -> None:
    plan = read(
        AREAS + "### 4.1 Lärportal\n\n**Aktiviteter**\n\nPå kort sikt:\n\n- Kartlägga\n\nPå lång sikt:\n\n- Köpa\n"
    )
    assert filled(plan.interventions[0]) == [("activities", ["Kartlägga", "Köpa"])]


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        ("Kartlägga\\\nUpphandla\\\nInföra", ["Kartlägga", "Upphandla", "Införa"]),
        ("Kartlägga ärenden i kommunerna\\\noch hos förbundet", ["Kartlägga ärenden i kommunerna\noch hos förbundet"]),
        ("Kartlägga med stöd av,\\\nSKR", ["Kartlägga med stöd av,\nSKR"]),
        ("Kartlägga; upphandla; införa.", ["Kartlägga", "upphandla", "införa."]),
        ("Vi kartlägger; det tar tid. Sedan köper vi.", ["Vi kartlägger; det tar tid. Sedan köper vi."]),
        ("- Kartlägga; sedan köpa", ["Kartlägga; sedan köpa"]),
        ("Figur 1: Så hänger det ihop\n\nKartlägga", ["Kartlägga"]),
    ],
)
def test_items_on_lines_and_between_semicolons(read: Read, lines: str, items: list[str]) -> None:
    plan = read(AREAS + f"### 4.1 Lärportal\n\n**Aktiviteter**\n\n{lines}\n")
    assert filled(plan.interventions[0]) == [("activities", items)]


def test_a_fact_on_its_line_does_not_take_the_background(read: Read) -> None:
    plan = read(
        AREAS + "### 4.1 Lärportal\n\nAnsvarig: Skolchefen\n\nEleverna letar i nio system.\n\n**Aktiviteter**\n\nX\n"
    )
    assert filled(plan.interventions[0]) == [("responsible", ["Skolchefen"]), ("activities", ["X"])]
    assert [text.text for text in plan.interventions[0].background] == ["Eleverna letar i nio system."]


GOALS = {
    "headings with the text below": "#### Effektmål 1A\n\nAlla når\n\n#### Effektmål 1B\n\nAlla kan\n",
    "headings with the text": "#### 1A: Alla når\n\nFöljs upp varje år.\n\n#### 1B: Alla kan\n",
    "on the areas' own level": "### 1A Alla når\n\n### 1B Alla kan\n",
    "a label on the areas' own level": "### Effektmål\n\n1A: Alla når\n\n1B: Alla kan\n",
    "lines parted by soft breaks": "**Effektmål**\n\n1A: Alla når\\\n1B: Alla kan\n",
    "quoted": "1A: ”Alla når”\n\n1B: ”Alla kan”.\n",
    "numbered": "**Effektmål**\n\n1\\. 1A: Alla når\n\n2\\. 1B: Alla kan\n",
    "with indicators told afterwards": "1A: Alla når\n\n1B: Alla kan\n\n**Mått**\n\n- 1A: Andel\n- 1B: Antal\n",
    "with a table of indicators": "1A: Alla når\n\n1B: Alla kan\n\n| Kod | Mått |\n|---|---|\n| 1A | Andel |\n",
    "a table": "| Kod | Effektmål | Indikator |\n|---|---|---|\n| 1A | Alla når | Andel |\n| 1B | Alla kan | Andel |\n",
    "goal and indicator": "| Effektmål | Indikator |\n|---|---|\n| 1A: Alla når | Andel |\n| 1B: Alla kan | 1 |\n",
}


@pytest.mark.parametrize("goals", GOALS.values(), ids=GOALS.keys())
def test_goals_in_a_focus_area(read: Read, goals: str) -> None:
    plan = read(
        f"# Handlingsplan\n\n## 3 Fokusområden\n\n### 3.1 Skola\n\nText.\n\n{goals}\n\n### 3.2 Omsorg\n\n2A: Alla får\n"
    )
    assert [(area.heading.title, [(g.code, g.text.text) for g in area.goals]) for area in plan.focus_areas] == [
        ("Skola", [("1A", "Alla når"), ("1B", "Alla kan")]),
        ("Omsorg", [("2A", "Alla får")]),
    ]


def test_a_code_that_stands_twice_in_one_table_is_defined_twice(read: Read) -> None:
    plan = read(
        "# Handlingsplan\n\n## 3 Fokusområden\n\n### 3.1 Skola\n\n"
        "| Kod | Effektmål | Indikator |\n|---|---|---|\n| 1A | Alla når | Andel |\n| 1A | Alla kan | Andel |\n"
    )
    assert [(goal.code, goal.text.text) for goal in plan.goals] == [("1A", "Alla når"), ("1A", "Alla kan")]


GATHERED = {
    "a table with a column of areas": (
        """
| Fokusområde | Kod | Effektmål |
|---|---|---|
| Skola | 1A | Alla når |
| Skola | 1B | Alla kan |
| Omsorg | 2A | Alla får |
""",
        ["Skola", "Omsorg"],
    ),
    "a list without areas": ("1A: Alla når\n\n1B: Alla kan\n\n2A: Alla får\n", ["Fokusområden", "Fokusområden"]),
    "after the areas": (
        """
### Skola

Text.

### Omsorg

Text.

### Effektmål

1A: Alla når

1B: Alla kan

2A: Alla får
""",
        ["Skola", "Omsorg"],
    ),
}


@pytest.mark.parametrize(("chapter", "titles"), GATHERED.values(), ids=GATHERED.keys())
def test_goals_that_do_not_stand_under_their_area(read: Read, chapter: str, titles: list[str]) -> None:
    plan = read(f"# Handlingsplan\n\n## 3 Fokusområden\n\n{chapter}")
    found = [(area.heading.title, [goal.code for goal in area.goals]) for area in plan.focus_areas]
    assert found == list(zip(titles, [["1A", "1B"], ["2A"]], strict=True))


def test_sections_that_tell_of_all_areas_are_none(read: Read) -> None:
    plan = read(
        "# Handlingsplan\n\n## 3 Fokusområden\n\n### Så läser du kapitlet\n\nText.\n\n### 3.1 Skola\n\n1A: Alla når\n\n"
        "### 3.2 Omsorg\n\nInget mål.\n\n### 3.3 Hur effektmålen hänger ihop\n\nText.\n"
    )
    assert [area.heading.title for area in plan.focus_areas] == ["Skola", "Omsorg"]

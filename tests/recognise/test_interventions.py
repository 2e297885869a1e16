"""An intervention's parts, in the ways that municipalities write them."""

from collections.abc import Callable

import pytest

from planlint.model.plan import Intervention, LinkStatus, Plan

Read = Callable[..., Plan]

GOALS = """
# Handlingsplan för digitalisering i Norrådalen 2026–2028

## 3 Fokusområden

### 3.1 Digital kompetens

**Effektmål**

1A: Alla invånare kan delta i det digitala samhället

1B: Alla medarbetare har den kompetens som arbetet kräver

## 4 Insatser

"""


def first(read: Read, body: str) -> Intervention:
    return read(GOALS + body).interventions[0]


def parts(intervention: Intervention) -> list[tuple[str, str, list[str]]]:
    return [(part.key, part.label.text, [item.text for item in part.items]) for part in intervention.parts]


def test_labels_as_headings_bold_lines_plain_lines_and_run_in(read: Read) -> None:
    found = first(
        read,
        """
### 4.1 Gemensam e-tjänst

Vi gör samma sak på fem ställen.

#### EFFEKT MÅL

1A: Alla invånare kan delta i det digitala samhället

**Förväntade nyttor**

Kortsiktig nytta

- Svar inom två dagar

På lång sikt:

- Lägre kostnad

Aktiviteter: Kartlägga ärendena

**E-rådets ansvar**

- Agera styrgrupp

Kommunernas åtagande:

1. Avsätta tid
2. Leda förändringen

**Ansvarig:** E-rådet
""",
    )
    assert parts(found) == [
        ("goal_links", "EFFEKT MÅL", ["1A: Alla invånare kan delta i det digitala samhället"]),
        ("benefits", "Förväntade nyttor", []),
        ("benefits_short", "Kortsiktig nytta", ["Svar inom två dagar"]),
        ("benefits_long", "På lång sikt", ["Lägre kostnad"]),
        ("activities", "Aktiviteter", ["Kartlägga ärendena"]),
        ("council_role", "E-rådets ansvar", ["Agera styrgrupp"]),
        ("municipal_role", "Kommunernas åtagande", ["Avsätta tid", "Leda förändringen"]),
        ("responsible", "Ansvarig", ["E-rådet"]),
    ]
    assert [text.text for text in found.background] == ["Vi gör samma sak på fem ställen."]


def test_a_table_of_label_and_value_with_a_nested_division(read: Read) -> None:
    found = first(
        read,
        """
### 4.1 Gemensam e-tjänst

| Beskrivning | Vi gör samma sak på fem ställen. |
|---|---|
| Effektmål | 1A, 1B |
| Kortsiktig nytta | Svar inom två dagar |
| Ansvarig | E-rådet |
| E-rådets roll | Agera styrgrupp |
""",
    )
    assert parts(found) == [
        ("background", "Beskrivning", ["Vi gör samma sak på fem ställen."]),
        ("goal_links", "Effektmål", ["1A, 1B"]),
        ("benefits_short", "Kortsiktig nytta", ["Svar inom två dagar"]),
        ("responsible", "Ansvarig", ["E-rådet"]),
        ("council_role", "E-rådets roll", ["Agera styrgrupp"]),
    ]
    assert [text.text for text in found.background] == ["Vi gör samma sak på fem ställen."]
    assert [(link.code, link.status) for link in found.links] == [
        ("1A", LinkStatus.RESOLVED),
        ("1B", LinkStatus.RESOLVED),
    ]


def test_the_head_of_a_table_of_label_and_value_is_no_label(read: Read) -> None:
    table = "| Uppgift | Om insatsen |\n|---|---|\n| Ansvarig | Skolchefen |\n| Tidplan | 2027 |\n"
    plan = read(GOALS + f"### 4.1 E-tjänst\n\n{table}")
    assert parts(plan.interventions[0]) == [
        ("responsible", "Ansvarig", ["Skolchefen"]),
        ("period", "Tidplan", ["2027"]),
    ]
    assert plan.unplaced == ()


def test_a_table_of_columns_and_what_says_nothing(read: Read) -> None:
    found = first(
        read,
        """
### 4.1 Gemensam e-tjänst

**Förväntad nytta**

| Kortsiktig | Långsiktig |
|---|---|
| Svar inom två dagar | se nedan |
""",
    )
    assert parts(found) == [
        ("benefits", "Förväntad nytta", []),
        ("benefits_short", "Kortsiktig", ["Svar inom två dagar"]),
        ("benefits_long", "Långsiktig", []),
    ]


def test_a_value_that_reads_like_a_label_stays_a_value(read: Read) -> None:
    found = first(
        read, "### 4.1 Gemensam e-tjänst\n\nAnsvarig:\n\nE-rådet\n\nAktiviteter:\n\n- Kommunerna\n- E-rådet\n"
    )
    assert parts(found) == [
        ("responsible", "Ansvarig", ["E-rådet"]),
        ("activities", "Aktiviteter", ["Kommunerna", "E-rådet"]),
    ]


def test_a_label_inside_a_sentence_is_no_label(read: Read) -> None:
    found = first(read, "### 4.1 Gemensam e-tjänst\n\nVi når våra effektmål om aktiviteter görs i tid.\n")
    assert parts(found) == []


def test_a_line_that_leads_into_a_list_is_no_item(read: Read) -> None:
    found = first(
        read, "### 4.1 E-tjänst\n\n**Aktiviteter**\n\nVi ska:\n\n- kartlägga\n- upphandla\n\nDetta görs 2027.\n"
    )
    assert parts(found) == [("activities", "Aktiviteter", ["kartlägga", "upphandla", "Detta görs 2027."])]


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("1A: Alla invånare kan delta i det digitala samhället", [("1A", LinkStatus.RESOLVED, True)]),
        ("1 a. Alla invånare", [("1A", LinkStatus.RESOLVED, True)]),
        ("1A och 1B", [("1A", LinkStatus.RESOLVED, False), ("1B", LinkStatus.RESOLVED, False)]),
        ("Alla invånare kan delta i det digitala samhället.", [("1A", LinkStatus.BY_TEXT, True)]),
        ("7C: Något annat", [("7C", LinkStatus.UNKNOWN, True)]),
        ("Stycket ovan är flyttat hit:", []),
        ("Insatsen bidrar till effektmål 1B.", [("1B", LinkStatus.RESOLVED, False)]),
    ],
)
def test_a_goal_part_links_by_code_or_by_text(read: Read, line: str, links: list[tuple[str, LinkStatus, bool]]) -> None:
    found = first(read, f"### 4.1 E-tjänst\n\n**Effektmål**\n\n{line}\n")
    assert [(link.code, link.status, link.text is not None) for link in found.links] == links


def test_an_unknown_label_is_kept_as_unplaced_and_takes_its_text_with_it(read: Read) -> None:
    plan = read(GOALS + "### 4.1 E-tjänst\n\n**Aktiviteter**\n\n- Kartlägga\n\n**Pilotkommuner**\n\n- Älvsund\n")
    assert parts(plan.interventions[0]) == [("activities", "Aktiviteter", ["Kartlägga"])]
    assert [(one.label.text, one.intervention) for one in plan.unplaced] == [("Pilotkommuner", "4.1")]


def test_the_roles_tell_a_preliminary_study_from_a_project(read: Read) -> None:
    plan = read(
        GOALS
        + "### 4.1 E-tjänst\n\n**E-rådets roll**\n\n- Tillsätta utredare för förstudien\n- Söka projektmedel\n\n"
        + "### 4.2 E-arkiv\n\nEfter förstudien.\n\n**E-rådets roll**\n\n- Stödja projektledaren\n\n"
        + "### 4.3 Möten\n\nText.\n"
    )
    assert [one.kind for one in plan.interventions] == ["preliminary-study", "project", None]


def test_sections_that_are_no_interventions_are_passed_over(read: Read) -> None:
    plan = read(
        GOALS + "### Så läser du insatserna\n\nText.\n\n### 4.1 E-tjänst\n\nText.\n\n### Uppföljning\n\nText.\n"
    )
    assert [one.heading.title for one in plan.interventions] == ["E-tjänst"]


def test_principles_are_gathered_from_everything_in_the_intervention(read: Read) -> None:
    plan = read(
        GOALS + "### 4.1 E-tjänst enligt princip 7\n\nUtifrån princip fem.\n\n"
        "| Risk | Följ princip 9 |\n|---|---|\n"
        "| a | b |\n\n### 4.2 Arkiv\n\nInget.\n"
    )
    assert [[m.numbers for m in one.principles] for one in plan.interventions] == [[(7,), (5,), (9,)], []]


def test_a_table_without_a_heading_is_an_intervention_named_in_its_row(read: Read) -> None:
    plan = read(
        GOALS
        + "Två insatser.\n\n| Insats | 4.1 Gemensam e-tjänst |\n|---|---|\n"
        + "| Effektmål | 1A |\n| E-rådets roll | Agera styrgrupp |\n\n"
        + "E-arkiv\n\n| Effektmål | 1B |\n|---|---|\n| Kommunernas roll | Avsätta tid |\n\n"
        + "| Namn | Tal |\n|---|---|\n| a | 1 |\n"
    )
    assert [(one.number, one.heading.title, [p.key for p in one.parts]) for one in plan.interventions] == [
        ("4.1", "Gemensam e-tjänst", ["goal_links", "council_role"]),
        (None, "E-arkiv", ["goal_links", "municipal_role"]),
    ]
    assert [mark.words for mark in plan.landmarks][-6:] == [
        "4.1 Gemensam e-tjänst",
        "Effektmål",
        "E-rådets roll",
        "E-arkiv",
        "Effektmål",
        "Kommunernas roll",
    ]


def test_beside_headings_a_table_that_explains_the_labels_is_no_intervention(read: Read) -> None:
    plan = read(
        GOALS
        + "| Effektmål | Målet som insatsen bidrar till |\n|---|---|\n"
        + "| Aktiviteter | Det som ska göras |\n\n### 4.1 E-tjänst\n\nText.\n"
    )
    assert [one.id for one in plan.interventions] == ["4.1"]


def test_labels_in_one_line_of_running_text(read: Read) -> None:
    line = "Ansvarig: Granå. Tidplan: 2027-01-11 – 2028-06-30; Finansiering: 4 mnkr, Indikator: antal. Se: x"
    assert parts(first(read, f"### 4.1 Portal\n\n{line}\n")) == [
        ("responsible", "Ansvarig", ["Granå"]),
        ("period", "Tidplan", ["2027-01-11 – 2028-06-30"]),
        ("funding", "Finansiering", ["4 mnkr"]),
        ("indicator", "Indikator", ["antal. Se: x"]),
    ]


def test_a_sentence_with_a_label_s_word_is_not_cut(read: Read) -> None:
    body = (
        "### 4.1 Portal\n\nKommunerna är överens. Mål: ett. Kostnad: två.\n\n**Aktiviteter**\n\n- Bygga, testa. Klart\n"
    )
    intervention = first(read, body)
    assert [text.text for text in intervention.background] == ["Kommunerna är överens. Mål: ett. Kostnad: två."]
    assert parts(intervention) == [("activities", "Aktiviteter", ["Bygga, testa. Klart"])]

"""A project card in each of the ways in which people write one."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint import markdown, word
from planlint.model.card import ProjectCard
from planlint.model.document import paragraphs
from planlint.recognise import choose_framework, recognise
from planlint.recognise.card import card_score, find_card
from planlint.rulebook import load

FRAMEWORKS = load().frameworks
CARD = FRAMEWORKS["projektkort"]

TABLE = """# 6. Gemensam växel

| Uppgift | Innehåll |
|---|---|
| Processteg | Utreda |
| Insatstyp | Förstudie |
| Taktisk styrgrupp | Mia Fors, Granå; Anders Lund, Hedmyra |
| Leveransstatus | 40 % |

| Leverabel | Beskrivning |
|---|---|
| Rapport | Nuläge och förslag |
| Nyttokalkyl | Kostnad och nytta |
"""
TYPED = """6. Gemensam växel

Processteg Utreda

Insatstyp Förstudie

Taktisk styrgrupp Mia Fors, Granå

Anders Lund, Hedmyra

Leveransstatus 40 %

Förstudien började i februari och har hunnit gå igenom avtalen i fyra av de sex kommunerna, men inte alla.

Leverabel Beskrivning

Rapport Nuläge och förslag

Nyttokalkyl Kostnad och nytta
"""
BROKEN_LINES = (
    TYPED.replace("\n\n", "  \n").replace("växel  \n", "växel\n\n").replace("  \nFörstudien", "\n\nFörstudien")
)
RUN_TOGETHER = """# 6. Gemensam växel

Processteg Utreda
Insatstyp Förstudie
Taktisk styrgrupp Mia Fors, Granå
Leveransstatus 40 %
"""
HEADINGS = """# Projektkort

## 6 Gemensam växel

### Processteg

Utreda

### Insatstyp

Förstudie

### Taktisk styrgrupp

Mia Fors, Granå

Anders Lund, Hedmyra

### Leveransstatus

40 %

### Leverabler

- Rapport: Nuläge och förslag
- Nyttokalkyl – Kostnad och nytta
"""
BOLD = """**6. Gemensam växel**

**Processteg:** Utreda

**Insatstyp**

Förstudie

**Taktisk styrgrupp** Mia Fors, Granå

Anders Lund, Hedmyra

**Leveransstatus:** 40 %

**Leverabler**

1. Rapport: Nuläge och förslag
2. Nyttokalkyl: Kostnad och nytta
"""
BULLETS = """# Projektkort 6: Gemensam växel

- **Processteg:** Utreda
- Insatstyp: Förstudie
- Taktisk styrgrupp: Mia Fors, Granå; Anders Lund, Hedmyra
- Leveransstatus: 40 %

| Leveranser | Innehåll |
|---|---|
| Rapport | Nuläge och förslag |
| Nyttokalkyl | Kostnad och nytta |
"""
PAIRS = """# 6. Gemensam växel

| Fält | Värde | Fält | Värde |
|---|---|---|---|
| Processteg | Utreda | Insatstyp | Förstudie |
| Taktisk styrgrupp | Mia Fors, Granå; Anders Lund, Hedmyra | Leveransstatus | 40 % |
| Leverabel | Beskrivning |
| Rapport | Nuläge och förslag |
| Nyttokalkyl | Kostnad och nytta |
"""


def read(text: str) -> ProjectCard:
    card = find_card(markdown.read(text), CARD)
    assert card is not None
    return card


def fields(card: ProjectCard) -> dict[str, list[str]]:
    return {one.key: [value.text for value in one.values] for one in card.fields if one.key != "deliverables"}


@pytest.mark.parametrize("text", [TABLE, TYPED, BROKEN_LINES, HEADINGS, BOLD, BULLETS, PAIRS])
def test_the_same_card_however_it_is_written(text: str) -> None:
    card = read(text)
    assert (card.number, card.title and card.title.text) == ("6", "Gemensam växel")
    assert fields(card) == {
        "process_step": ["Utreda"],
        "type": ["Förstudie"],
        "tactical_group": ["Mia Fors, Granå", "Anders Lund, Hedmyra"],
        "delivery_status": ["40 %"],
    }
    assert [(each.name.text, [text.text for text in each.descriptions]) for each in card.deliverables] == [
        ("Rapport", ["Nuläge och förslag"]),
        ("Nyttokalkyl", ["Kostnad och nytta"]),
    ]


@pytest.mark.parametrize("text", [TABLE, TYPED, BROKEN_LINES, RUN_TOGETHER, HEADINGS, BOLD, BULLETS, PAIRS])
def test_it_is_told_from_other_documents(text: str) -> None:
    document = markdown.read(text)
    assert choose_framework(document, FRAMEWORKS).name == "projektkort"
    plan = recognise(document, CARD, None)
    assert (plan.kind, plan.card) == ("card", find_card(document, CARD))
    assert (plan.focus_areas, plan.interventions, plan.timeline) == ((), (), ())


def test_lines_that_markdown_runs_together_are_cut_at_their_labels() -> None:
    assert fields(read(RUN_TOGETHER)) == {
        "process_step": ["Utreda"],
        "type": ["Förstudie"],
        "tactical_group": ["Mia Fors, Granå"],
        "delivery_status": ["40 %"],
    }


def test_running_text_is_background_and_no_value() -> None:
    assert [text.text[:16] for text in read(TYPED).background] == ["Förstudien börja"]
    assert read(TABLE).background == ()


def test_every_place_is_where_the_words_stand() -> None:
    for text in (TABLE, TYPED, BROKEN_LINES, RUN_TOGETHER, BOLD, PAIRS):
        document = markdown.read(text)
        words = {paragraph.content.paragraph: paragraph.text for paragraph in paragraphs(document.body)}
        card = read(text)
        places = [card.place, *(one.label for one in card.fields), *(v for one in card.fields for v in one.values)]
        assert [place for place in places if words[place.paragraph][place.start : place.end] != place.text] == []


def test_a_value_that_reads_like_a_label_is_a_value() -> None:
    card = read("# 6. Växel\n\n**Insatstyp**\n\nProjekt\n\n**Processteg**\n\nIdé\n")
    assert fields(card) == {"type": ["Projekt"], "process_step": ["Idé"]}


def test_the_rest_of_a_sentence_is_no_value() -> None:
    card = read(
        "# 6. Växel\n\nProcessteg: Idé\n\nInsatstyp: Projekt\n\nSyfte med projektet är att få en växel som räcker.\n"
    )
    assert "purpose" not in fields(card)


def test_a_label_with_nothing_or_a_placeholder_is_a_field_without_values() -> None:
    card = read("# 6. Växel\n\n| Insatstyp | Projekt |\n|---|---|\n| Ledare | – |\n| Finansiär |  |\n")
    assert fields(card) == {"type": ["Projekt"], "leader": [], "funders": []}


def test_labels_that_nobody_knows_are_kept() -> None:
    card = read("# 6. Växel\n\n| Insatstyp | Projekt |\n|---|---|\n| Kontaktperson | Ada |\n| Ledare | Bo |\n")
    assert fields(card) == {"type": ["Projekt"], "leader": ["Bo"]}
    assert [label.text for label in card.unplaced] == ["Kontaktperson"]


@pytest.mark.parametrize(
    ("written", "links"),
    [
        ("5B. Kommunerna klarar mer", [("5B", "Kommunerna klarar mer")]),
        ("Effektmål 5B: Kommunerna klarar mer", [("5B", "Kommunerna klarar mer")]),
        ("1A, 2B och 5B", [("1A", None), ("2B", None), ("5B", None)]),
        ("1A: Ett; 2B: Två", [("1A", "Ett"), ("2B", "Två")]),
        ("Kommunerna klarar mer", [("", "Kommunerna klarar mer")]),
    ],
)
def test_links_to_goals(written: str, links: list[tuple[str, str | None]]) -> None:
    card = read(f"# 6. Växel\n\n| Insatstyp | Projekt |\n|---|---|\n| Koppling till handlingsplanen | {written} |\n")
    assert [(link.code, link.text and link.text.text) for link in card.links] == links


@pytest.mark.parametrize(
    ("written", "bounds", "first", "last"),
    [
        ("Starttid: 2020-09-28 Sluttid: 2021-01-29", ("2020-09-28", "2021-01-29"), "2020-09-28", "2021-01-29"),
        ("Start hösten 2026, slut våren 2027", ("hösten 2026", "våren 2027"), "2026-07-01", "2027-06-30"),
        ("2020-09-28–2021-01-29", ("2020-09-28", "2021-01-29"), "2020-09-28", "2021-01-29"),
        ("2026-09 till 2027-06", ("2026-09", "2027-06"), "2026-09-01", "2027-06-30"),
        ("september–december 2026", ("september", "december 2026"), "2026-09-01", "2026-12-31"),
        ("2027", ("2027", "2027"), "2027-01-01", "2027-12-31"),
        ("2026-09-01", ("2026-09-01", None), "2026-09-01", None),
        ("Från hösten 2026", ("Från hösten 2026", None), "2026-07-01", None),
        ("senast 2027-06-30", (None, "senast 2027-06-30"), None, "2027-06-30"),
        ("Starttid: Sluttid: 2021-01-29", (None, "2021-01-29"), None, "2021-01-29"),
        ("2021-02-30 – 2021-03-30", ("2021-02-30", "2021-03-30"), None, "2021-03-30"),
        ("ett halvår (start oklar)", ("ett halvår (start oklar)", "ett halvår (start oklar)"), None, None),
    ],
)
def test_the_period(written: str, bounds: tuple[str | None, str | None], first: str | None, last: str | None) -> None:
    period = read(f"# 6. Växel\n\n| Insatstyp | Projekt |\n|---|---|\n| Genomförandetid | {written} |\n").period
    assert period is not None
    assert (period.start and period.start.text, period.end and period.end.text) == bounds
    assert (period.first, period.last) == (first and date.fromisoformat(first), last and date.fromisoformat(last))


@pytest.mark.parametrize(
    "rows",
    [
        "Starttid: 2020-09-28\n\nSluttid: 2021-01-29\n",
        "Starttid: 2020-09-28 Sluttid: 2021-01-29\n",
        "Genomförandetid\n\nStarttid: 2020-09-28\n\nSluttid: 2021-01-29\n",
        "### Genomförandetid\n\nStarttid: 2020-09-28 Sluttid: 2021-01-29\n",
    ],
)
def test_the_period_on_lines_of_its_own(rows: str) -> None:
    period = read(f"# 6. Växel\n\nInsatstyp: Projekt\n\n{rows}").period
    assert period is not None
    assert (period.start and period.start.text, period.end and period.end.text) == ("2020-09-28", "2021-01-29")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("# Projektkort: Växel\n\nInsatstyp: Projekt\n\nLedare: Bo\n", (None, "Växel")),
        ("# Projektkort\n\n| Projekt | Växel |\n|---|---|\n| Nr | 4.2 |\n| Insatstyp | Projekt |\n", ("4.2", "Växel")),
        ("Insatstyp: Projekt\n\nLedare: Bo\n", (None, None)),
    ],
)
def test_its_name_and_number(text: str, named: tuple[str | None, str | None]) -> None:
    card = read(text)
    assert (card.number, card.title and card.title.text) == named


WORDS = ["Processteg", "Insatstyp:", "Starttid:", "Sluttid", "Leverabel", "Beskrivning", "Syfte", "5B.", "2027", "ord"]
SIGNS = ["\n", "\n\n", "  \n", "- ", "**", "# ", "|", "|---|---|\n", "–", "\u00ad", "\t", ";"]


@given(st.lists(st.sampled_from([*WORDS, *SIGNS]), max_size=60))
def test_whatever_is_written_is_read_and_every_place_holds(pieces: list[str]) -> None:
    document = markdown.read(" ".join(pieces))
    words = {paragraph.content.paragraph: paragraph.text for paragraph in paragraphs(document.body)}
    card = find_card(document, CARD)
    plan = recognise(document, CARD, None)
    assert (plan.kind == "card") == (card is not None)
    if card is not None:
        bounds = (card.period.place, card.period.start, card.period.end) if card.period else ()
        texts = [card.place, *bounds, *(v for one in card.fields for v in one.values), *card.unplaced]
        texts += [text for link in card.links for text in (link.place, link.text) if text]
        texts += [text for each in card.deliverables for text in (each.name, *each.descriptions)]
        assert [t for t in texts if t is not None and words[t.paragraph][t.start : t.end] != t.text] == []


def test_a_plan_is_never_a_card(plans: Path, root: Path) -> None:
    files = [*plans.glob("*.docx"), *(root / "samples").glob("norradalen-[pru][lem][am]*.docx")]
    documents = {file.name: word.read(file.read_bytes()) for file in files}
    assert len(documents) == 8
    assert {name: card_score(document, CARD.card) for name, document in documents.items()} == dict.fromkeys(
        documents, 0
    )
    asked = {name for name, document in documents.items() if recognise(document, CARD, None).kind == "card"}
    assert asked == set()


def test_other_documents_are_no_cards(shared: Path) -> None:
    for seed in ("000", "002", "003", "004"):
        (file,) = (shared / "seeds").glob(f"{seed}_*.txt")
        lines = file.read_text(encoding="utf-8").replace("\n", "\n\n")
        assert card_score(markdown.read(lines), CARD.card) == 0, seed


def test_a_text_about_cards_is_no_card(root: Path) -> None:
    rows = ("Processteg", "Insatstyp", "Finansiär", "Taktisk styrgrupp", "Leveransstatus")
    table = "\n".join(f"| {label} | Fältet är tomt | PL701 |" for label in rows)
    about = f"# Fel i kortet\n\n| Var | Vad | Regel |\n|---|---|---|\n{table}\n"
    assert card_score(markdown.read(about), CARD.card) == 0
    assert card_score(markdown.read(about.replace("| Var | Vad | Regel |", "| | | |")), CARD.card) == len(rows)
    assert card_score(markdown.read((root / "samples/README.md").read_text(encoding="utf-8")), CARD.card) == 0


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_real_card(shared: Path, between: str) -> None:
    (file,) = (shared / "seeds").glob("001_*.txt")
    card = read(file.read_text(encoding="utf-8").replace("\n", between))
    required = {key for key, label in CARD.card.fields.items() if label.required} - {"title"}
    assert card.number == "6"
    assert {one.key for one in card.fields if one.values} == required
    assert [(link.code, link.place.text) for link in card.links] == [("5B", "5B")]
    assert card.period is not None
    assert (card.period.first, card.period.last) == (date(2020, 9, 28), date(2021, 1, 29))
    assert len(card.background) == 7

"""Where a rule must look closer: a word in another sense, a duty in the passive, a list on one line, a law's duty."""

from itertools import count

import pytest

from planlint import markdown
from planlint.checks import CHECKS, Scope
from planlint.language import spelling
from planlint.language.goal_codes import cited_codes
from planlint.model.finding import Hit
from planlint.model.plan import Intervention
from planlint.recognise import recognise
from planlint.rulebook import load

BOOK = load()
FRAMEWORK = BOOK.frameworks["fyrbodal-2020"]
OPTIONS = {rule.check: rule.options for rule in BOOK.rules}
HEAD = "# Handlingsplan för digitalisering i Norrådalen 2026–2028\n\n"
GOALS = "## 3 Fokusområden\n\n### 3.1 Nät\n\n1A: 75 procent av ansökningarna görs i e-tjänster 2029\n\n"


def hits(check: str, text: str) -> list[Hit]:
    """The hits of a check in a plan of Fyrbodal's kind; on its interventions where it is about them."""
    document = markdown.read(HEAD + text)
    principles = BOOK.principle_sets["digg-1.3"]
    plan = recognise(document, FRAMEWORK, principles)
    spec, scope = CHECKS[check], Scope(plan, FRAMEWORK, principles, document)
    nodes = plan.interventions if spec.node is Intervention else (plan,)
    return [hit for node in nodes for hit in spec.function(node, scope, spec.options.model_validate(OPTIONS[check]))]


def found(check: str, text: str) -> list[tuple[str, str]]:
    return [(hit.case, hit.place.text) for hit in hits(check, text)]


@pytest.mark.parametrize(
    ("words", "odd"),
    [
        ("Alla invånare är inte svenska medborgare.", []),
        ("En invånare kan bli medborgare i ett annat land.", []),
        ("Invånare är EU-medborgare och skriver medborgarförslag.", []),
        ("Invånarna ringer. Svenska medborgare röstar. Medborgarna mejlar.", ["Medborgarna"]),
    ],
)
def test_a_name_in_another_sense_is_no_variant(words: str, odd: list[str]) -> None:
    assert [place for _, place in found("term_variant", f"## 4 Insatser\n\n{words}\n")] == odd


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
def test_a_body_is_known_with_any_hyphen(hyphen: str) -> None:
    text = f"""\
## 4 Insatser

E-rådet är en arbetsgrupp.

## 5 Bilagor

### 5.1 Beslutsprocess

#### Utreda

**Beslut:** E{hyphen}rådet och x{hyphen}rådet beslutar om det.

### 5.2 Begreppslista

| Begrepp | Definition |
|---|---|
| Effektmål | Ett läge |
"""
    assert [(hit.subject.id if hit.subject else "", hit.place.text) for hit in hits("undefined_term", text)] == [
        ("x-rådet", f"x{hyphen}rådet")
    ]


def test_what_semicolons_part_in_a_cell_are_sentences_of_their_own_but_not_in_prose() -> None:
    one = " ".join(["ord"] * 20)
    text = f"## 4 Insatser\n\n{one}; {one}\n\n| A | B |\n|---|---|\n| c | {one}; {one} |\n"
    assert [place for _, place in found("long_sentence", text)] == [f"{one}; {one}"]
    long = " ".join(["ord"] * 36)
    text = f"## 4 Insatser\n\n| A | B |\n|---|---|\n| c | Kort; {long} |\n"
    assert [place for _, place in found("long_sentence", text)] == [long]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Enligt hälso- och sjukvårdslagen ska god vård ges till alla.", []),
        ("Arkivlagen kräver att handlingar ska bevaras.", []),
        ("Ansvaret enligt arkivlagen ska utredas.", ["Ansvaret enligt arkivlagen ska utredas."]),
        ("Enligt förslagen ska vård ges till alla.", ["Enligt förslagen ska vård ges till alla."]),
    ],
)
def test_what_a_law_asks_for_is_no_step_of_the_plan(words: str, told: list[str]) -> None:
    assert [place for _, place in found("passive_without_agent", f"## 4 Insatser\n\n### 4.1 Vård\n\n{words}\n")] == told


@pytest.mark.parametrize(
    ("item", "lacking"),
    [("Arbetstid avsätts för två lärare", 0), ("Tid avsätts", 0), ("Tid finns", 1), ("Lokaler avsätts", 1)],
)
def test_a_duty_in_the_passive_is_the_duty(item: str, lacking: int) -> None:
    titles = ["en lärportal", "ett e-arkiv", "mentorer"]
    items = [item, "Avsätta tid för lärare", "Avsätta resurstid"]
    text = "## 4 Insatser\n\n" + "".join(
        f"### 4.{number} Förstudie om {title}\n\n**Kommunernas roll**\n\n- {one}\n\n"
        for number, title, one in zip(count(1), titles, items, strict=False)
    )
    assert len(hits("missing_duty", text)) == lacking


@pytest.mark.parametrize(
    ("benefit", "restates"),
    [
        ("Fler ansökningar görs i e-tjänster från 2028", True),
        ("80 procent av ansökningarna görs i e-tjänster", False),
        ("Ansökningar görs i e-tjänster på 3 minuter", False),
    ],
)
def test_a_year_is_no_size_of_a_benefits_own(benefit: str, restates: bool) -> None:  # noqa: FBT001 - a column
    text = f"{GOALS}## 4 Insatser\n\n### 4.1 E-tjänster\n\n**Effektmål**\n\n1A\n\n**Kortsiktig nytta**\n\n- {benefit}\n"
    assert [place for _, place in found("restated_goal", text)] == ([benefit] if restates else [])


@pytest.mark.parametrize(
    ("words", "unknown"),
    [
        ("Insatsen är en förutsättning för effektmål 6B och mål 1A.", ["6B"]),
        ("Effektmål 6B nås så. Effektmål 6B igen.", ["6B"]),
        ("Den förra planens effektmål 6B är nått.", []),
        ("Regionens strategi har effektmål 6B.", []),
        ("Salen 6B används till mål 1.", []),
    ],
)
def test_a_code_after_a_cue_in_running_text_is_a_reference(words: str, unknown: list[str]) -> None:
    text = f"{GOALS}## 4 Insatser\n\n### 4.1 E-tjänster\n\n{words}\n\n**Effektmål**\n\n1A\n"
    assert [place for _, place in found("unknown_goal", text)] == unknown


def test_a_bare_number_after_a_cue_may_be_somebody_elses_goal() -> None:
    assert cited_codes("Det gäller mål 7.", "[1-9]", ("mål",)) == ()
    assert [one.codes for one in cited_codes("Effektmål 6B och 7C.", "[1-9][A-Z]", ("effektmål",))] == [
        ("6B",),
        ("7C",),
    ]


def test_the_name_of_a_column_is_no_benefit() -> None:
    text = (
        "## 4 Insatser\n\n### 4.1 Nät\n\n| Förväntad nytta | Innehåll |\n|---|---|\n"
        "| Kortsiktig nytta | 3 kartor |\n| Långsiktig nytta | Bättre nät |\n"
    )
    assert [place.text for hit in hits("vague_benefits", text) for place in hit.related] == ["Bättre nät"]


@pytest.mark.parametrize(("link", "cases"), [("code", ["absent"]), ("containment", [])])
def test_a_goal_that_an_intervention_stands_under_is_not_suspected(link: str, cases: list[str]) -> None:
    document = markdown.read(HEAD + GOALS + "## 4 Insatser\n\n### 4.1 Bredband\n\nFiber.\n\n**Effektmål**\n\n1A\n")
    plan = recognise(document, FRAMEWORK, None)
    scope = Scope(plan, FRAMEWORK.model_copy(update={"link": link}), None)
    spec = CHECKS["suspect_goal_link"]
    options = spec.options.model_validate({**OPTIONS["suspect_goal_link"], "common": 1})
    assert [hit.case for hit in spec.function(plan.interventions[0], scope, options)] == cases


class Words:
    """A dictionary of some words."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.asked: list[str] = []

    def spell(self, word: str) -> bool:
        return word in self.words

    def suggest(self, word: str) -> tuple[str, ...]:
        self.asked.append(word)
        return ()


def test_a_slip_where_a_sentence_begins_is_told_from_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Words("verksamheten", "verksamheterna", "utveckling", "utvecklingen", "går", "fort", "växer")
    monkeypatch.setattr("planlint.checks.spelling.dictionary", lambda: spelling.Dictionary(words))
    text = (
        "verksamheten går fort och utveckling går.\n\nVerksamhten växer. Utveckilngen går fort. "
        "Utvecklingby växer. Karlskrona växer."
    )
    assert [(hit.place.text, hit.suggestion) for hit in hits("misspelt", f"## 4 Insatser\n\n{text}\n")] == [
        ("Verksamhten", "Verksamheten"),
        ("Utveckilngen", "Utvecklingen"),
    ]
    assert words.asked == []

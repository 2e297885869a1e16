"""What the examples of the language rules do not show: order, sorts of passages, what framework and user add."""

from collections.abc import Mapping

import pytest

from planlint import markdown
from planlint.checks import CHECKS, Scope
from planlint.checks.passages import passages, wording
from planlint.language import spelling
from planlint.model.finding import Hit, Subject
from planlint.model.framework import Framework
from planlint.recognise import recognise
from planlint.rulebook import load

BOOK = load()
FRAMEWORK = BOOK.frameworks["fyrbodal-2020"]
OPTIONS = {rule.check: rule.options for rule in BOOK.rules}
HEAD = "# Handlingsplan för digitalisering i Norrådalen 2026–2028\n\n"


def scope(text: str, framework: Framework = FRAMEWORK, against: Scope | None = None) -> Scope:
    document = markdown.read(HEAD + text)
    principles = BOOK.principle_sets.get(framework.principle_set or "")
    plan = recognise(document, framework, principles)
    return Scope(plan, framework, principles, document, against.plan if against else None)


def hits(check: str, where: Scope, **options: object) -> list[Hit]:
    spec = CHECKS[check]
    return list(spec.function(where.plan, where, spec.options.model_validate({**OPTIONS[check], **options})))


def found(check: str, text: str, **options: object) -> list[tuple[str, str]]:
    return [(hit.case, hit.place.text) for hit in hits(check, scope(text), **options)]


def with_terms(**terms: object) -> Framework:
    return FRAMEWORK.model_copy(update={"terms": FRAMEWORK.terms.model_copy(update=terms)})


def test_passages_know_what_they_are_and_where_they_stand() -> None:
    where = scope(
        "Framsidan.\n\n## 2 Nuläge\n\nText.\n\n- Punkt\n\n### Underrubrik\n\n| A | B |\n|---|---|\n| c | d |\n\n"
        "## 4 Insatser\n\n### 4.1 Portal\n\n**Aktiviteter:** Bygga.\n"
    )
    assert [(one.text.text, one.sort, one.subject.id) for one in where.table(passages)] == [
        ("Handlingsplan för digitalisering i Norrådalen 2026–2028", "heading", ""),
        ("Framsidan.", "prose", ""),
        ("2 Nuläge", "heading", "2"),
        ("Text.", "prose", "2"),
        ("Punkt", "item", "2"),
        ("Underrubrik", "heading", "2"),
        ("A", "cell", "2"),
        ("B", "cell", "2"),
        ("c", "cell", "2"),
        ("d", "cell", "2"),
        ("4 Insatser", "heading", "4"),
        ("4.1 Portal", "heading", "4.1"),
        ("Aktiviteter", "heading", "4.1"),
        ("Bygga.", "prose", "4.1"),
    ]


def test_nothing_is_found_across_two_passages() -> None:
    where = scope("## 2 Nuläge\n\nFyrbodals\n\nkommun\n\nFyrbodals kommun\n").table(wording)
    assert [place.text for _, place in where.find_names(["Fyrbodals kommun"])] == ["Fyrbodals kommun"]
    assert [one.subject.id for one, _ in where.find_names(["Fyrbodals kommun"])] == ["2"]


def test_an_abbreviation_counts_where_it_is_used_first() -> None:
    text = "## 2 RPA i kommunen\n\nVi har RPA.\n\n## 4 Insatser\n\nRPA är bra, även i RPA-lösningar.\n"
    (hit,) = hits("undefined_abbreviation", scope(text))
    assert (hit.place.text, hit.place.paragraph) == ("RPA", 2)
    assert [place.paragraph for place in hit.related] == [4, 4]
    assert hit.subject == Subject("term", "RPA", "RPA")


@pytest.mark.parametrize(
    "text",
    [
        "Vi har IT, AI och PDF-filer.",
        "Det gäller ALLA, och alla vet det.",
        "NU BÖRJAR ARBETET MED RPA",
        "| RPA | Robotiserad processautomatisering |\n|---|---|\n| a | b |\n\nVi har RPA.",
    ],
)
def test_what_needs_no_explanation(text: str) -> None:
    assert found("undefined_abbreviation", f"## 2 Nuläge\n\n{text}\n\n## 4 Insatser\n") == []


def test_a_heading_counts_where_nothing_else_does() -> None:
    assert found("undefined_abbreviation", "## 2 Nuläge\n\n### Stöd med RPA\n\n## 4 Insatser\n") == [("default", "RPA")]


def test_the_version_history_uses_no_abbreviation() -> None:
    head = "| Datum | Version | Utfärdare | Förändringsorsak |\n|---|---|---|---|\n"
    table = head + "| 2026-01-01 | 0.1 | KS | Enligt RPA |\n"
    assert found("undefined_abbreviation", f"## Versionshistorik\n\n{table}\n## 4 Insatser\n") == []


def test_the_users_abbreviations_and_the_plans_glossary_explain() -> None:
    text = "## 4 Insatser\n\nVi har RPA.\n"
    assert hits("undefined_abbreviation", scope(text, with_terms(abbreviations=("RPA",)))) == []
    plan = scope(
        "## 4 Insatser\n\n## 5 Bilagor\n\n### 5.2 Begreppslista\n\n"
        "| Begrepp | Definition |\n|---|---|\n| RPA | Robotar |\n"
    )
    assert hits("undefined_abbreviation", scope(text, against=plan)) == []


def test_a_plan_without_a_glossary_has_no_terms_to_explain() -> None:
    text = "## 4 Insatser\n\n## 5 Bilagor\n\n### 5.1 Beslutsprocess\n\n#### Utreda\n\nLEVERANS: uppdragsdirektiv\n"
    assert found("unused_term", text) == found("undefined_term", text) == []


def test_only_who_decides_is_a_body_and_everyday_documents_are_known() -> None:
    process = (
        "**Beslut:** Kommunledningen tillsätter en beredningsgrupp och antar direktivet.\n\n"
        "LEVERANS: förstudie- eller uppdragsdirektiv, projektplan och uppdragsdirektivet\n"
    )
    glossary = "### 5.2 Begreppslista\n\n| Begrepp | Definition |\n|---|---|\n| Mål | Läge |\n"
    text = f"## 4 Insatser\n\n## 5 Bilagor\n\n### 5.1 Beslutsprocess\n\n#### Utreda\n\n{process}\n{glossary}"
    assert found("undefined_term", text) == [("document", "uppdragsdirektiv")]


@pytest.mark.parametrize(
    "text",
    [
        "E-rådet leder. Det gör e-rådet. Beslut: E-rådet tar det.",
        "E-råd Norrådalen leder. Ansvarig är E-råd Norrådalen och e-rådet.",
        "Här är E-rådet. Ansvaret har E-rådet.",
        "Kommunerna deltar i Sveriges Kommuner och Regioner. Alla kommuner deltar.",
    ],
)
def test_a_capital_that_is_no_variant(text: str) -> None:
    assert found("term_variant", f"## 2 Nuläge\n\n{text}\n\n- E-rådet\n\n## 4 Insatser\n") == []


def test_the_rarer_form_is_what_is_shown() -> None:
    text = "Ansvaret har E-rådet. Det gör E-rådet. Sedan beslutar E-rådet, och e-rådet betalar."
    assert found("term_variant", f"## 2 Nuläge\n\n{text}\n\n## 4 Insatser\n") == [("capital", "e-rådet")]


def test_a_municipalitys_own_variants_come_beside_the_common_ones() -> None:
    text = "## 2 Nuläge\n\nFyrbodals kommun och finansörer.\n\n## 4 Insatser\n"
    assert [hit.words["best"] for hit in hits("term_variant", scope(text))] == ["finansiär", "Fyrbodals kommuner"]
    base = scope(text, BOOK.frameworks["base-sv"])
    assert [hit.words["best"] for hit in hits("term_variant", base)] == ["finansiär"]


def test_a_sentence_ends_with_its_paragraph_item_and_cell() -> None:
    words = " ".join(["ord"] * 20)
    table = f"| {words} | {words} |\n|---|---|\n| a | b |\n"
    text = f"## 2 Nuläge\n\n{words}\n\n{words}\n\n- {words}\n- {words}\n\n{table}\n## 4 Insatser\n"
    assert found("long_sentence", text) == []
    assert len(found("long_sentence", text, longest=19)) == 6


def test_the_limit_is_not_too_long() -> None:
    assert found("long_sentence", "## 4 Insatser\n\n" + " ".join(["ord"] * 35) + ".\n") == []
    assert found("long_sentence", "## 4 Insatser\n\n" + " ".join(["ord"] * 36) + ".\n") != []


def test_lix_is_for_running_text_with_enough_words() -> None:
    hard = " ".join(["Verksamhetsutvecklingens"] * 30) + "."
    items = "".join(f"- {'verksamhetsutvecklingens ' * 20}\n" for _ in range(9))
    assert found("hard_to_read", f"## 2 Nuläge\n\n{hard}\n\n{items}\n## 4 Insatser\n") == []
    (hit,) = hits(
        "hard_to_read", scope(f"## 2 Nuläge\n\n{hard}\n\n### 2.1 Behov\n\n{hard}\n\n## 4 Insatser\n"), least=60
    )
    assert (hit.case, hit.place.text, hit.words["lix"]) == ("chapter", "Nuläge", 130)


def test_text_before_the_first_chapter_has_no_name() -> None:
    hard = " ".join(["Verksamhetsutvecklingens"] * 60) + "."
    (hit,) = hits("hard_to_read", scope(f"{hard}\n\n## 4 Insatser\n"), least=60)
    assert (hit.case, hit.place.text, hit.subject) == ("front", hard, Subject("chapter", ""))


MISSPELT = "## 2 Nuläge\n\nEtt nyttokallkylen som {}.\n\n## 4 Insatser\n"


@pytest.fixture
def no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planlint.checks.spelling.dictionary", lambda: None)


@pytest.mark.usefixtures("no_dictionary")
def test_the_users_words_are_right() -> None:
    text = MISSPELT.format("arbetsätt")
    assert [hit.place.text for hit in hits("misspelt", scope(text))] == ["nyttokallkylen", "arbetsätt"]
    assert [hit.place.text for hit in hits("misspelt", scope(text, with_terms(words=("nyttokallkylen",))))] == [
        "arbetsätt"
    ]


@pytest.mark.usefixtures("no_dictionary")
def test_what_pl804_speaks_of_is_not_said_twice() -> None:
    assert found("misspelt", "## 4 Insatser\n\nPengar från finansörer och finansärerna.\n") == []


@pytest.mark.usefixtures("no_dictionary")
def test_what_stands_often_is_the_authors_own_word() -> None:
    assert found("misspelt", "## 4 Insatser\n\nEn nyttokallkyl, nyttokallkyl och nyttokallkyl.\n") == []


class Words:
    """A dictionary of some words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def spell(self, word: str) -> bool:
        return word in self.words

    def suggest(self, word: str) -> tuple[str, ...]:
        return ("helt annat", "ord") if word == "orrd" else ()


def test_with_a_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    known = spelling.Dictionary(Words("ett", "ord", "rätt", "här", "och", "som", "Ett", "nytt"))
    monkeypatch.setattr("planlint.checks.spelling.dictionary", lambda: known)
    text = "Ett orrd som rätt. Orrd här och Granå som nytt. Ett okänt som rätt och quite foreign som rätt."
    assert [
        (hit.case, hit.place.text, hit.suggestion)
        for hit in hits("misspelt", scope(f"## 4 Insatser\n\n{text}\n"), least=2)
    ] == [
        ("default", "orrd", "ord"),
        ("unknown", "okänt", None),
    ]


def test_no_word_cut_short_and_none_that_something_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    known = spelling.Dictionary(Words("ett", "och", "som", "det", "tavlan", "nytt"))
    monkeypatch.setattr("planlint.checks.spelling.dictionary", lambda: known)
    text = "Det och prop. 2024/25:1 och resp. nytt. Ett och tavlan (dashboard) och ”stuprör” och det som frel. Ett."
    assert found("misspelt", f"## 4 Insatser\n\n{text}\n") == [("unknown", "frel")]


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("Beslutad av förbundets direktion den 9 december 2026 (§ 112)", []),
        ("Beslutad: 9 december 2026", ["9 december 2026"]),
        ("Beslutad den 9 december 2026", []),
        ("Beslutad av förbundets direktion den 9/12 2026", ["9/12 2026"]),
    ],
)
def test_a_date_told_in_a_sentence_on_the_front_page_is_written_in_words(line: str, dates: list[str]) -> None:
    assert [place for _, place in found("date_format", f"{line}\n\n## 4 Insatser\n")] == dates


def test_dates_of_tables_text_and_fields() -> None:
    text = (
        "Publiceringsdatum 20260401\n\n## 2 Nuläge\n\nSvar den 3/4.\n\n"
        "| Klart 3 maj 2026 | 3 maj 2026 |\n|---|---|\n| 8 | 20260401 |\n"
        "\n## 4 Insatser\n"
    )
    found_dates = [(hit.case, hit.place.text, hit.suggestion, hit.subject) for hit in hits("date_format", scope(text))]
    chapter = Subject("chapter", "2", "Nuläge")
    assert found_dates == [
        ("table", "20260401", "2026-04-01", Subject("chapter", "")),
        ("yearless", "3/4", None, chapter),
        ("table", "3 maj 2026", "2026-05-03", chapter),
    ]


PROCESS = "## 5 Bilagor\n\n### 5.1 Beslutsprocess\n\n#### Utreda\n\n"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("## 4 Insatser\n\nPlanen revideras. Planen ska revideras.\n", ["Planen ska revideras."]),
        ("## 2 Nuläge\n\nPlanen ska revideras.\n\n## 4 Insatser\n", []),
        ("## 4 Insatser\n\n### 4.1 Portal\n\n#### Kommunernas roll\n\n- Tid ska avsättas\n", []),
        ("## 4 Insatser\n\n### 4.1 Portal\n\n#### Aktiviteter\n\n- Portalen byggs\n", ["Portalen byggs"]),
        (f"## 4 Insatser\n\n{PROCESS}Direktivet skrivs.\n\n**Beslut:** Direktivet antas.\n", ["Direktivet skrivs."]),
    ],
)
def test_where_a_passive_counts(text: str, counted: list[str]) -> None:
    places = [place.text for hit in hits("passive_without_agent", scope(text)) for place in (hit.place, *hit.related)]
    assert places == counted


def test_three_are_named_and_the_rest_counted() -> None:
    steps = "Direktivet skrivs. Rapporten skickas. Avtalet sägs upp. Systemet stängs. Filerna gallras."
    (hit,) = hits("passive_without_agent", scope(f"## 4 Insatser\n\n{PROCESS}{steps}\n"))
    words: Mapping[str, object] = hit.words
    assert (hit.case, words["count"], words["rest"], len(hit.related)) == ("many", 5, 2, 4)

"""References to sections of the document itself, and those to other documents that are none."""

import pytest

from planlint.language.section_references import FIELD_ERROR, find_section_references


def found(text: str) -> list[tuple[str, str, str]]:
    """The references: kind, number, and the words that make them."""
    return [(one.kind, one.number, text[one.start : one.end]) for one in find_section_references(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se bilaga 5.3.", [("appendix", "5.3", "bilaga 5.3")]),
        ("Se bilagorna 5.1 och 5.2.", [("appendix", "5.1", "bilagorna 5.1"), ("appendix", "5.2", "5.2")]),
        ("Se avsnitt 4.2–4.4.", [("section", "4.2", "avsnitt 4.2"), ("section", "4.4", "4.4")]),
        ("I kapitel 3 och 4 står mer.", [("chapter", "3", "kapitel 3"), ("chapter", "4", "4")]),
        ("I avsnitt 4.2, 3 kommuner deltar.", [("section", "4.2", "avsnitt 4.2")]),
        ("I kapitel 3, 12 kommuner deltar.", [("chapter", "3", "kapitel 3")]),
        ("Kap. 3 handlar om det.", [("chapter", "3", "Kap. 3")]),
        ("Det står i kapitel 3 i planen.", [("chapter", "3", "kapitel 3")]),
        ("Bilaga 5.4 till handlingsplanen.", [("appendix", "5.4", "Bilaga 5.4")]),
        ("Det står i kapitel 9 i den här planen.", [("chapter", "9", "kapitel 9")]),
        ("Se avsnitt 2.3 i kapitel 2.", [("section", "2.3", "avsnitt 2.3"), ("chapter", "2", "kapitel 2")]),
        ("Se bi\u00adlaga\u00a05.3.", [("appendix", "5.3", "bi\u00adlaga\u00a05.3")]),
    ],
)
def test_references(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "3 kap. kommunallagen",
        "kapitel 3 i kommunallagen",
        "enligt kommunallagen kap. 3",
        "kapitel 2 OSL",
        "i lagens kapitel 9",
        "2 kap. 3 § förvaltningslagen",
        "kap. 3 § 2",
        "bilaga 5 till avtalet",
        "avtalets bilaga 5",
        "bilaga 1 till budgeten",
        "budgetens bilaga 3",
        "bilaga 8 till kommunstyrelsens beslut",
        "avsnitt 4.2 i Diggs vägledning",
        "vägledningens avsnitt 4.2",
        "se Diggs vägledning (avsnitt 4.2)",
        "(Digg, Vägledning för API, avsnitt 7.3)",
        "SKR:s strategi, kapitel 3",
        "kapitel 7 i SKR:s handbok",
        "kapitel 6 i EU:s förordning",
        "kapitel 4 ur SOU 2020:4",
        "kapitel 5 i ”Utveckling i en digital tid”",
        "avsnitt 9.2 i den regionala handlingsplanen",
        "i den regionala handlingsplanens avsnitt 9.1",
        "underavsnitt 4.2 och bilagan",
        "kapitel 12.3.4.5.6 och avsnitt 5G",
    ],
)
def test_what_refers_to_another_document_or_to_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "title", "marked"),
    [
        ("(Se bilaga 5.3 Svenskt ramverk för digital samverkan).", "Svenskt ramverk för digital samverkan", False),
        ("Se bilaga 5.3: Ramverket, som", "Ramverket", False),
        ("Se avsnitt 4.2 (Digitala möten).", "Digitala möten", True),
        ("Se bilaga 5.2 ”Begreppslista”.", "Begreppslista", True),
        ("Se bilagorna 5.1 och 5.2 Begreppslista.", "Begreppslista", False),
    ],
)
def test_the_title_after_a_number(text: str, title: str, *, marked: bool) -> None:
    last = list(find_section_references(text))[-1]
    assert last.title is not None
    assert (text[slice(*last.title)], last.marked) == (title, marked)


@pytest.mark.parametrize("text", ["Se bilaga 5.1. Orden som planen använder", "enligt avsnitt 2.1 ska e-rådet"])
def test_what_follows_a_number_is_no_title(text: str) -> None:
    assert [one.title for one in find_section_references(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Fel! Hittar inte referenskälla.",
        "Fel! Hittar inte referenskälla",
        "Fel! Bokmärket är inte definierat.",
        "Error! Reference source not found.",
        "Error! Bookmark not defined.",
    ],
)
def test_what_word_puts_where_a_reference_was(text: str) -> None:
    error = FIELD_ERROR.search(f"Se {text} och mer")
    assert error is not None
    assert error[0] == text


def test_a_cry_is_no_error_of_words() -> None:
    assert FIELD_ERROR.search("Fel! Så ska det inte gå till.") is None

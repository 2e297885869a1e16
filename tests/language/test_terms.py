"""Terms in any inflection, and names as whole words."""

import pytest

from planlint.language.normalise import normalise
from planlint.language.terms import find_names, is_used, lowered


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Effektmål", "Effektmålen nås."),
        ("Digital transformation", "den digitala\u00a0transformationen"),
        ("Indikator", "Delindikatorerna mäts."),
        ("RPA (robotiserad processautomatisering)", "Vi provar RPA."),
        ("RPA (robotiserad processautomatisering)", "robotiserade processautomatiseringar"),
        ("Invånare/medborgare", "för medborgarna"),
        ("Mål", "Målen är tre."),
        ("Nyttokalkyl", "en NYTTO\u00adKALKYL"),
        ("x" * 300, ""),
    ],
)
def test_used(term: str, text: str) -> None:
    assert is_used(term, normalise(text))


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Leveransmål", "Effektmålen följs vid leveransen."),
        ("Digital transformation", "Digital kompetens ger transformation."),
        ("Mål", "Det är normalt."),
        ("Digitisering", "Digitaliseringen pågår."),
    ],
)
def test_not_used(term: str, text: str) -> None:
    assert not is_used(term, normalise(text))


@pytest.mark.parametrize(
    ("names", "text", "found"),
    [
        (["finansör*"], "Finansörer och finansörernas finansör.", ["Finansörer", "finansörernas", "finansör"]),
        (["Fyrbodals kommun"], "Fyrbodals kommun, Fyrbodals kommuner, Fyrbodals\u00a0kommun", ["Fyrbodals kommun"] * 2),
        (["medborgare*"], "EU-medborgare, medborgareförslaget, medborgare", ["medborgare"]),
        (["e-råd"], "e\u2011råd, e-rådet, ve-råd, E-råd-, e-råd-möte", ["e-råd", "E-råd"]),
        (["e-råd", "e-rådet", "e-råd*"], "e-rådets", ["e-rådets"]),
        ([], "text", []),
        (["*"], "text", []),
    ],
)
def test_names_are_whole_words(names: list[str], text: str, found: list[str]) -> None:
    places = [text[start:end] for start, end in find_names(names, lowered(text))]
    assert [place.replace("\u00a0", " ").replace("\u2011", "-") for place in places] == found


def test_lowered_keeps_every_character_in_its_place() -> None:
    assert lowered("İSTANBUL Å\u2011Ä") == "istanbul å-ä"

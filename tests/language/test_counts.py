"""Which numbers are said of the whole plan, and which count some only."""

import pytest

from planlint.language.counts import find_counts

NOUNS = frozenset(
    ["fokusområden", "fokusområdena", "effektmål", "effektmålen", "insatser", "insatserna", "principer", "principerna"]
)


def totals(text: str) -> list[tuple[int, str]]:
    """What is said of all: the numbers, and the words that say them."""
    found = find_counts(text, NOUNS)
    return [(one.number, text[one.start : one.end]) for one in found if one.own or one.definite or one.stated]


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("De fem insatserna visar hur vi når målen.", 5, "De fem insatserna"),
        ("Vi har idéer utöver de fem insatser som beskrivs i handlingsplanen.", 5, "de fem insatser"),
        ("De 13 principer för digital samverkan som tagits fram är viktiga.", 13, "De 13 principer"),
        ("Tre av de fem insatserna är projekt.", 5, "de fem insatserna"),
        ("Två av fem insatser är klara.", 5, "fem insatser"),
        ("Det är planens fem insatser.", 5, "planens fem insatser"),
        ("Alla fem insatserna följer processen.", 5, "Alla fem insatserna"),
        ("Samtliga 11 effektmål följs upp.", 11, "Samtliga 11 effektmål"),
        ("Våra fem fokusområden är valda.", 5, "Våra fem fokusområden"),
        ("Kapitlet beskriver de fem insatserna som e-rådet har prioriterat.", 5, "de fem insatserna"),
        ("De sju insatserna i planen är prioriterade.", 7, "De sju insatserna"),
        ("Handlingsplanen består av fem fokusområden.", 5, "fem fokusområden"),
        ("Planen är indelad i fem fokusområden.", 5, "fem fokusområden"),
        ("Det finns fem insatser.", 5, "fem insatser"),
        ("I handlingsplanen finns elva effektmål.", 11, "elva effektmål"),
        ("Handlingsplanen omfattar totalt fem insatser.", 5, "fem insatser"),
        ("Det är bra. Planen visar hur. Den innehåller två mål och fem insatser.", 5, "fem insatser"),
        ("De\u00a0fem\u00a0insat\u00adserna visar det.", 5, "De\u00a0fem\u00a0insat\u00adserna"),
    ],
)
def test_a_number_of_all(text: str, number: int, words: str) -> None:
    assert totals(text) == [(number, words)]


def test_several_in_one_sentence() -> None:
    text = "Planen har fyra fokusområden med nio effektmål och fem insatser."
    assert totals(text) == [(4, "fyra fokusområden"), (9, "nio effektmål"), (5, "fem insatser")]


@pytest.mark.parametrize(
    "text",
    [
        "23 myndigheter deltar.",
        "Två av insatserna är projekt.",
        "Minst fem insatser ska starta.",
        "Planen har upp till tre insatser.",
        "Det finns tre effektmål per område.",
        "Följande två insatser är projekt.",
        "De två första insatserna startar 2027.",
        "De övriga tre insatserna är projekt.",
        "Planen har två nya insatser.",
        "Varje fokusområde har två effektmål.",
        "Den förra planen hade sju insatser.",
        "De sju insatserna i den förra planen är klara.",
        "Den regionala handlingsplanen har tre insatser.",
        "Digitaliseringsstrategin har fem fokusområden.",
        "Staten har en strategi. Den har fem fokusområden.",
        "Planen bygger på en modell. Modellen är enkel. Den har fem fokusområden.",
        "Planen visar hur. I den ingår en modell med fem fokusområden.",
        "Strategins fyra fokusområden liknar våra.",
        "I ”de 17 principerna för god IT” står mer.",
        "Planen har två insatser inom skolan.",
        "De två insatserna om skolan är förstudier.",
        "De tre insatserna som rör skolan är förstudier.",
        "De två insatserna 4.1 och 4.3 samordnas.",
        "Under 2027 startar tre insatser.",
        "Vi har under året startat två insatser.",
        "Tre insatser är projekt. De tre insatserna leds av en projektledare.",
        "Planen har två till tre insatser.",
        "Planen har mellan tre och fem insatser.",
        "Kapitel 4 Insatser beskriver dem.",
        "Dessa två insatser är förstudier.",
        "EIF bygger på 12 principer.",
        "Det gäller perioden 2020–2022 insatser för insatser.",
        "Det finns 4.5 insatser och 120 insatser.",
        "Planen har en insats och ett effektmål.",
    ],
)
def test_no_number_of_all(text: str) -> None:
    assert totals(text) == []


def test_a_long_text_takes_no_time() -> None:
    text = "Planen har fem insatser och minst två effektmål och de tre " * 5_000
    assert len(list(find_counts(text, NOUNS))) > 1

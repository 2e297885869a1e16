"""References to principles: numbers, names and the very words."""

import pytest

from planlint.language.principles import find_mentions, match_title
from planlint.model.framework import PrincipleSet
from planlint.model.plan import PrincipleMention
from planlint.model.text import Text


def mention(text: str, place: str, *numbers: int, names: tuple[str, ...] = (), start: int = 0) -> PrincipleMention:
    at = text.index(place, start)
    return PrincipleMention(numbers, Text("document", 7, 100 + at, place), "number", names)


def read(words: str, principles: PrincipleSet, *, cued: bool = False) -> tuple[PrincipleMention, ...]:
    return find_mentions(Text("document", 7, 100, words), principles, cued=cued)


@pytest.mark.parametrize(
    ("words", "place", "numbers"),
    [
        ("Vi följer princip 5.", "princip 5", (5,)),
        ("Vi följer princip fem.", "princip fem", (5,)),
        ("Vi följer princip nr 5 här.", "princip nr 5", (5,)),
        ("Vi följer princip nr: 5 här.", "princip nr: 5", (5,)),
        ("Vi följer princip nummer 5 här.", "princip nummer 5", (5,)),
        ("Vi följer princip #5 här.", "princip #5", (5,)),
        ("Vi följer P5 här.", "P5", (5,)),
        ("Vi följer principerna 1, 3 och 5.", "principerna 1, 3 och 5", (1, 3, 5)),
        ("Vi följer principerna 1,3,5.", "principerna 1,3,5", (1, 3, 5)),
        ("Vi följer princip 1 respektive 5.", "princip 1 respektive 5", (1, 5)),
        ("Vi följer princip 1 & 7.", "princip 1 & 7", (1, 7)),
        ("Vi följer princip 1–3.", "princip 1–3", (1, 2, 3)),
        ("Vi följer princip 1 till 3.", "princip 1 till 3", (1, 2, 3)),
        ("Vi följer princip 1 t.o.m. 3.", "princip 1 t.o.m. 3", (1, 2, 3)),
        ("Vi följer principer – 1, 3, 6", "principer – 1, 3, 6", (1, 3, 6)),
        ("Se (princip 5:s krav).", "princip 5", (5,)),
        ("Den femte principen gäller.", "Den femte principen", (5,)),
        ("I femte principen sägs det.", "femte principen", (5,)),
        ("Den 5:e principen gäller.", "Den 5:e principen", (5,)),
        ("Första och tredje principen gäller.", "Första och tredje principen", (1, 3)),
        ("Ramverkets tredje princip gäller.", "tredje princip", (3,)),
        ("Nr 5 av principerna gäller.", "Nr 5 av principerna", (5,)),
        ("Följ principen om återbruk (nr 5) här.", "principen om återbruk (nr 5)", (5,)),
        ("Berörda principer är 1, 3 och 5.", "principer är 1, 3 och 5", (1, 3, 5)),
        ("Följande principer berörs: 2 och 9.", "principer berörs: 2 och 9", (2, 9)),
        ("eSam-princip 6 gäller.", "eSam-princip 6", (6,)),
        ("Princip 14 gäller.", "Princip 14", (14,)),
        ("Princip nr 0 gäller.", "Princip nr 0", (0,)),
        ("Princip 12–15 gäller.", "Princip 12–15", (12, 13, 14, 15)),
        ("Vi följer princip 5 och 3 kommuner deltar.", "princip 5", (5,)),
        ("Vi följer princip 5, 3 maj 2027.", "princip 5", (5,)),
        ("I princip 6 slås det fast.", "princip 6", (6,)),
        ("Det står i princip 6.", "princip 6", (6,)),
    ],
)
def test_by_number(words: str, place: str, numbers: tuple[int, ...], principles: PrincipleSet) -> None:
    assert read(words, principles) == (mention(words, place, *numbers),)


@pytest.mark.parametrize(
    ("words", "place", "number", "name"),
    [
        ("Enligt princip 5 – Öppna upp.", "princip 5 – Öppna upp", 5, "Öppna upp"),
        ("Enligt princip 5 – öppna upp.", "princip 5 – öppna upp", 5, "öppna upp"),
        ("Enligt princip 5- Öppna upp.", "princip 5- Öppna upp", 5, "Öppna upp"),
        ("Enligt princip 5: Öppna upp.", "princip 5: Öppna upp", 5, "Öppna upp"),
        ("Enligt princip 5, Öppna upp, ska vi.", "princip 5, Öppna upp", 5, "Öppna upp"),
        ("Enligt princip 5 ”Öppna upp” ska vi.", "princip 5 ”Öppna upp”", 5, "Öppna upp"),
        ("Enligt princip 5 Öppna upp.", "princip 5 Öppna upp", 5, "Öppna upp"),
        ("Se princip 5 (Återanvänd från andra) nu.", "princip 5 (Återanvänd från andra)", 5, "Återanvänd från andra"),
        ("Princip 5. Återanvänd från andra", "Princip 5. Återanvänd från andra", 5, "Återanvänd från andra"),
        ("Se Öppna upp (princip 3).", "Öppna upp (princip 3)", 3, "Öppna upp"),
        ("Se ”Öppna upp” (nr 3).", "”Öppna upp” (nr 3)", 3, "Öppna upp"),
        ("Återanvänd från andra (5)", "Återanvänd från andra (5)", 5, "Återanvänd från andra"),
        ("Den tredje principen, Öppna upp, gäller.", "Den tredje principen, Öppna upp", 3, "Öppna upp"),
        (
            "PRINCIP NR 13 – HA EN HELHETSSYN PÅ INFORMATIONSHANTERING",
            "PRINCIP NR 13 – HA EN HELHETSSYN PÅ INFORMATIONSHANTERING",
            13,
            "HA EN HELHETSSYN PÅ INFORMATIONSHANTERING",
        ),
    ],
)
def test_a_name_beside_the_number(words: str, place: str, number: int, name: str, principles: PrincipleSet) -> None:
    assert read(words, principles) == (mention(words, place, number, names=(name,)),)


def test_names_after_several_numbers_are_theirs_in_order(principles: PrincipleSet) -> None:
    words = "Principerna 1 och 5, Samverka som förstahandsval och Återanvänd från andra, hör ihop."
    assert [(one.numbers, one.names) for one in read(words, principles)] == [
        ((1,), ("Samverka som förstahandsval",)),
        ((5,), ("Återanvänd från andra",)),
    ]
    words = "Principerna 1, 3 och 5, Samverka som förstahandsval och Återanvänd från andra, hör ihop."
    assert [(one.numbers, one.names) for one in read(words, principles)] == [((1, 3, 5), ())]


def test_a_list_with_names_is_one_reference_a_number(principles: PrincipleSet) -> None:
    words = "principerna 1 (Samverka som förstahandsval), 3 (Öppna upp) och 5"
    assert read(words, principles) == (
        mention(words, "principerna 1 (Samverka som förstahandsval)", 1, names=("Samverka som förstahandsval",)),
        mention(words, "3 (Öppna upp)", 3, names=("Öppna upp",)),
        mention(words, "5", 5),
    )


@pytest.mark.parametrize(
    "words",
    [
        "Det är i princip fem kommuner.",
        "Kostnaden är i princip 5.",
        "Vi har principer för 5 områden.",
        "De 13 principerna gäller.",
        "De första principerna gäller.",
        "En tredje princip är öppenhet.",
        "Andra principer gäller.",
        "Antalet principer är 12 eller 13.",
        "Vi antog principer 2019.",
        "Principen 24/7 gäller.",
        "Princip 1.3 gäller.",
        "Ett principbeslut 5 maj.",
        "Försiktighetsprincip 5",
        "Försiktighets-princip 5",
        "5.3 Gemensamma principer\t14",
        "Vi lyssnar på P4 Väst.",
        "Parkera på P5.",
        "Enhet P14 stängs.",
        "EIF:s princip 14 gäller.",
        "Enligt dataskyddsförordningens princip 14 ska vi.",
        "E-delegationens princip 5 gäller.",
        "Grundprincip 5 gäller.",
        "Enas princip 15 gäller.",
    ],
)
def test_no_reference_by_number(words: str, principles: PrincipleSet) -> None:
    assert read(words, principles) == ()


def test_another_set_silences_its_own_sentence_only(principles: PrincipleSet) -> None:
    words = "EIF har en princip 14. Vi följer princip 10 och GDPR."
    assert read(words, principles) == (mention(words, "princip 10", 10),)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Samverkan är förstahandsvalet.", [(1, "Samverkan är förstahandsvalet", False)]),
        ("Lösningar återanvänds från andra.", [(5, "återanvänds från andra", False)]),
        ("Med användarna i centrum.", [(7, "användarna i centrum", False)]),
        ("Vi ska öppna upp kommunens data.", [(3, "öppna upp kommunens data", False)]),
        ("Principen Öppna upp gäller.", [(3, "Öppna upp", False)]),
        ("Öppna upp-principen gäller.", [(3, "Öppna upp", False)]),
        ("Det kallas ”Gör det säkert” här.", [(9, "Gör det säkert", False)]),
        (
            "Principerna Öppna upp, Återanvänd från andra och Gör det säkert gäller.",
            [(3, "Öppna upp", False), (5, "Återanvänd från andra", False), (9, "Gör det säkert", False)],
        ),
        ("Vi återbrukar koncept.", [(5, "återbrukar koncept", True)]),
        ("Vi öppnar upp för dialog.", []),
        ("Principen om att öppna upp för dialog.", []),
        ("Hon gör det säkert i morgon.", []),
        ("Barnet sätts i centrum.", []),
        ("Användarna handlar i centrum.", []),
    ],
)
def test_by_name(words: str, names: list[tuple[int, str, bool]], principles: PrincipleSet) -> None:
    assert read(words, principles) == tuple(
        PrincipleMention((number,), Text("document", 7, 100 + words.index(place), place), "name", (), loose)
        for number, place, loose in names
    )


def test_an_exact_name_makes_its_loose_wording_superfluous(principles: PrincipleSet) -> None:
    words = "Vi återanvänder från andra och återbrukar koncept."
    assert [(one.numbers, one.loose) for one in read(words, principles)] == [((5,), False)]


@pytest.mark.parametrize(
    ("words", "place", "numbers", "names"),
    [
        ("5", "5", (5,), ()),
        ("1, 3 och 5", "1, 3 och 5", (1, 3, 5), ()),
        ("5. Återanvänd från andra", "5. Återanvänd från andra", (5,), ("Återanvänd från andra",)),
        ("3 – Öppna upp", "3 – Öppna upp", (3,), ("Öppna upp",)),
    ],
)
def test_under_a_label_the_number_is_enough(
    words: str, place: str, numbers: tuple[int, ...], names: tuple[str, ...], principles: PrincipleSet
) -> None:
    assert read(words, principles, cued=True) == (mention(words, place, *numbers, names=names),)
    assert [one for one in read(words, principles) if one.by == "number"] == []


def test_under_a_label_an_ordinary_name_is_enough(principles: PrincipleSet) -> None:
    place = Text("document", 7, 100, "Öppna upp")
    assert read("Öppna upp", principles, cued=True) == (PrincipleMention((3,), place, "name"),)
    assert read("Öppna upp", principles) == ()
    assert read("5 kommuner", principles, cued=True) == ()


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Se prin\u00adcip fem.", "prin\u00adcip fem"),
        ("Se princip\u00a05.", "princip\u00a05"),
        ("Se princip\t5.", "princip\t5"),
        ("Vi a\u030ateranva\u0308nder fra\u030an andra.", "a\u030ateranva\u0308nder fra\u030an andra"),
    ],
)
def test_places_are_in_the_characters_as_written(words: str, place: str, principles: PrincipleSet) -> None:
    (only,) = read(words, principles)
    assert only.numbers == (5,)
    assert only.place == Text("document", 7, 100 + words.index(place), place)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Återanvänd från andra", 5),
        ("ÅTERANVÄND FRÅN ANDRA", 5),
        ("”Öppna upp”", 3),
        ("Öppna up", 3),
        ("Ha en helhetssyn på informationshantering", 13),
        ("Ha helhetssyn på informationshanteringen", 13),
        ("Öppna upp data", 3),
        ("Gör digitala tjänster tillgängliga", None),
        ("Samverka", None),
        ("Öppenhet", None),
        ("", None),
        ("–", None),
    ],
)
def test_match_title(words: str, number: int | None, principles: PrincipleSet) -> None:
    principle = match_title(words, principles)
    assert (principle.number if principle else None) == number

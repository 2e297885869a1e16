"""Known misspellings, words near known ones, and the dictionary where it is installed."""

import pytest

from planlint.language.spelling import WORD, Near, dictionary, known_misspelling

MISSPELLINGS = {"medans": "medan", "definera*": "definiera", "defin*": "för kort"}
NEAR = Near(["Nyttokalkyl", "kommundirektörsnätverket", "effektbokslut", "digitalisering", "förstudie", "mål"])


@pytest.mark.parametrize(
    ("word", "meant"),
    [("medans", "medan"), ("Medans", "medan"), ("definerades", "definierades"), ("medan", None), ("definiera", None),
     ("", None), ("å" * 100_000, None)],
)  # fmt: skip
def test_known_misspellings(word: str, meant: str | None) -> None:
    known = {key: value for key, value in MISSPELLINGS.items() if key != "defin*"}
    assert known_misspelling(word, known) == meant


def test_the_longest_beginning_tells() -> None:
    assert known_misspelling("defineras", MISSPELLINGS) == "definieras"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("nyttokallkylen", "nyttokalkyl"),  # a letter too many
        ("kommundirektörnätverket", "kommundirektörsnätverket"),  # one too few
        ("effetkbokslut", "effektbokslut"),  # two in wrong order
        ("efföktbokslut", "effektbokslut"),  # a wrong one
    ],
)
def test_near_a_known_word(word: str, meant: str) -> None:
    assert NEAR.find(word) == meant


@pytest.mark.parametrize(
    "word", ["nyttokalkylerna", "digitisering", "digitaliserad", "förstudierna", "målet", "måla", "annat"]
)
def test_not_near(word: str) -> None:
    assert NEAR.find(word) is None


def test_known_in_any_inflection() -> None:
    assert NEAR.knows("Nyttokalkylens")
    assert not NEAR.knows("nyttokallkyl")


def test_what_is_looked_up() -> None:
    text = "Förstudie- och e-rådet, bl.a. www.exempel.se/sida, a@b.se, IT-stödet 5G fil.docx slut."
    assert WORD.findall(text) == ["och", "e-rådet", "IT-stödet", "slut"]


def test_without_the_extra_there_is_no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "hunspell", None)
    dictionary.cache_clear()
    assert dictionary() is None
    dictionary.cache_clear()


def test_the_dictionary_knows_inflections_and_compounds_and_suggests_the_nearest() -> None:
    pytest.importorskip("hunspell", reason="the extra “spell” is not installed")
    words = dictionary()
    assert words is not None
    assert all(map(words.has, ["kommunernas", "Verksamhetsutveckling", "e-tjänsten", "IT-lösningar"]))
    assert not words.has("tvärsektorielt")
    assert words.suggest("tvärsektorielt") == "tvärsektoriellt"
    assert words.suggest("vardat") == "vårdat"
    assert words.suggest("kungemensamma") is None

"""Known misspellings, words near known ones, and the dictionary where it is installed."""

import pytest

from planlint.language.spelling import WORD, Dictionary, Near, Slips, dictionary, known_misspelling

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


def test_a_doubled_consonant_is_no_inflection() -> None:
    plans = Near(["tidplan", "plattform", "tjänstemannen"])
    assert [plans.knows(word) for word in ("tidplanen", "tidplannen", "plattformen", "tjänstemannens")] == [
        True, False, True, True,
    ]  # fmt: skip


def test_a_word_is_looked_up_in_the_dictionary_once() -> None:
    asked: list[str] = []

    class Slow(Few):
        def suggest(self, word: str) -> tuple[str, ...]:
            asked.append(word)
            return ("rad",)

    words = Dictionary(Slow())
    assert [words.suggest("radd"), words.suggest("radd")] == ["rad", "rad"]
    assert asked == ["radd"]


def test_slips_of_words_of_the_text_end_with_the_document() -> None:
    lookup, slips = Dictionary(Few()), Slips(["information", "radio"])
    assert slips.find("informtion", lookup) == "information"
    assert slips.find("informtionrad", lookup) is None  # no word of the dictionary
    assert slips.find("radion", lookup) is None  # too short
    for _ in range(200):
        slips.find("informtion", lookup)
    assert slips.find("informtion", lookup) is None


def test_what_is_looked_up() -> None:
    text = "Förstudie- och e-rådet, bl.a. www.exempel.se/sida, a@b.se, IT-stödet 5G fil.docx slut."
    assert WORD.findall(text) == ["och", "e-rådet", "IT-stödet", "slut"]


def test_without_the_extra_there_is_no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "hunspell", None)
    dictionary.cache_clear()
    assert dictionary() is None
    dictionary.cache_clear()


class Few:
    """A dictionary of three words."""

    def spell(self, word: str) -> bool:
        return word in {"information", "klassade", "rad"}


@pytest.mark.parametrize(
    ("word", "right"),
    [("informationsklassade", True), ("Informationsklassade", True), ("informationklassade", False),
     ("informationsklasade", False), ("informationsrad", False), ("e-informationsklassade", True)],
)  # fmt: skip
def test_two_words_joined_by_an_s(word: str, right: bool) -> None:  # noqa: FBT001 - a column of the table above
    assert Dictionary(Few()).has(word) is right


def test_a_known_word_may_be_joined_by_an_s() -> None:
    assert not Dictionary(Few()).has("samförläggningsklassade")
    assert Dictionary(Few()).has("samförläggningsklassade", {"samförläggning"}.__contains__)


def test_the_dictionary_knows_inflections_and_compounds_and_suggests_the_nearest() -> None:
    pytest.importorskip("hunspell", reason="the extra “spell” is not installed")
    words = dictionary()
    assert words is not None
    assert all(map(words.has, ["kommunernas", "Verksamhetsutveckling", "e-tjänsten", "IT-lösningar"]))
    assert not words.has("tvärsektorielt")
    assert words.suggest("tvärsektorielt") == "tvärsektoriellt"
    assert words.suggest("vardat") == "vårdat"
    assert words.suggest("kungemensamma") is None

"""Which language a text is in."""

import pytest

from planlint.language.identify import language_of

SWEDISH = (
    "Kommunerna ska under året ta fram en gemensam modell för hur invånarna kan nå tjänsterna från sin egen dator."
)
ENGLISH = "During the year the municipalities will make a common model of how people can reach the services from home."
NORWEGIAN = (
    "Kommunene skal i løpet av året lage en felles modell for hvordan innbyggerne kan nå tjenestene fra sin egen "
    "maskin, og de skal også følge opp at det ikke blir for dyrt, men etter en tid vil de heller bruke mer enn det de"
    " har seg imellom."
)
DANISH = (
    "Kommunerne skal i løbet af året lave en fælles model for, hvordan borgerne kan nå tjenesterne fra deres egen "
    "maskine, og de skal også følge op på, at det ikke bliver for dyrt, men efter en tid vil de hellere bruge af det,"
    " der er."
)
FINNISH = (
    "Kunnat laativat vuoden aikana yhteisen mallin siitä, että asukkaat voivat käyttää palveluja ja että se ei ole "
    "liian kallis, mutta myös niin kuin lain mukaan on sovittu kuntien kanssa."
)
GERMAN = (
    "Die Gemeinden werden im Laufe des Jahres ein gemeinsames Modell für die Dienste erarbeiten, und sie werden auch "
    "prüfen, dass es nicht zu teuer ist."
)
FRENCH = (
    "Les communes vont préparer un modèle commun pour que les habitants de la région aient accès aux services sur "
    "leur ordinateur, et pas seulement par téléphone."
)
SPANISH = (
    "Los municipios van a preparar un modelo común para que los habitantes de la región lleguen a los servicios desde"
    " su propio ordenador y no solo por teléfono."
)
POLISH = (
    "Gminy opracują wspólny model usług dla mieszkańców, którzy chcą z nich korzystać przez internet w domu i w pracy"
    " oraz w szkole przez cały rok."
)
FILLER = (
    "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore magna aliqua "
    "enim."
)
NAMES = "Hedmyra Tallvik Granå Norrådalen Sollén Åkervall Haddad Norlander " * 4


@pytest.mark.parametrize(
    ("language", "text"),
    [("sv", SWEDISH), ("en", ENGLISH), ("fi", FINNISH), ("de", GERMAN), ("fr", FRENCH), ("es", SPANISH)],
)
def test_languages_of_a_sentence_or_two(language: str, text: str) -> None:
    assert language_of([text]) == language


@pytest.mark.parametrize("text", [NORWEGIAN, DANISH])
def test_the_neighbours_of_swedish_are_not_taken_for_it(text: str) -> None:
    assert language_of([text]) != "sv"
    assert language_of([text] * 5) != "sv"


@pytest.mark.parametrize(
    "text",
    ["", "Kommunerna ska ta fram en modell för tjänsterna.", NAMES, FILLER, POLISH],
    ids=["nothing", "too short", "names", "filler", "a language that is not known"],
)
def test_what_cannot_be_told(text: str) -> None:
    assert language_of([text]) is None


def test_half_of_each_cannot_be_told() -> None:
    assert language_of([SWEDISH, ENGLISH] * 3) is None


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert language_of([SWEDISH] * 300 + [ENGLISH] * 900) == "sv"

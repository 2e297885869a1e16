"""Which language a text is in, told by its commonest words: those that only one language has tell twice as much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain, islice
from types import MappingProxyType
from typing import Final

from planlint.language.normalise import words

_COMMON: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        language: frozenset(common.split())
        for language, common in {
            "sv": """
                och att är för på av från till inte också eller ska som med det den ett en när där så hos mellan efter
                även utan vi har kan om i vid under de sig genom blir var hur sin
            """,
            "da": """
                og at er for på af fra til ikke også eller skal som med det den et en når der så hos mellem efter
                uden vi har kan om i ved under de sig gennem bliver var
            """,
            "no": """
                og å er for på av fra til ikke også eller skal som med det den et en når der så hos mellom etter
                uten vi har kan om i ved under de seg gjennom blir var
            """,
            "fi": """
                ja on ei että se joka ovat oli myös tai sekä kuin mutta niin kun hän tämä sen mukaan ole voi olla
                jotka kanssa tulee
            """,
            "en": """
                the of and to in is that for it as with be are on this by or an from at not which have was will can
                their has we you
            """,
            "de": """
                der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden
                aus er hat dass sie nach
            """,
            "fr": """
                de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec ou
                son aux
            """,
            "es": """
                de la que el en y a los del se las por un para con no una su al lo como más pero sus le o este
                son es
            """,
        }.items()
    }
)
"""The commonest small words of the languages that Swedish offices meet most, by ISO 639-1."""

_LANGUAGES: Final = Counter(chain.from_iterable(_COMMON.values()))
_WEIGHTS: Final = {word: 2 if _LANGUAGES[word] == 1 else 1 for word in _LANGUAGES}

_ENOUGH: Final = 5_000
"""Words that are looked at: more do not change the answer."""
_LEAST_WORDS: Final = 12
_LEAST_AHEAD: Final = 3
"""How much more the first language's common words weigh than the second's, however short the text is."""
_LEAST_SHARE: Final = 0.15
"""What the common words weigh for each word of the text: 0.3–0.7 in running text, less in lists of names."""
_LEAD: Final = 1.25
"""How much likelier the first language must be than the second: Swedish leads over Norwegian by half."""


def language_of(texts: Iterable[str]) -> str | None:
    """The language (ISO 639-1: "sv", "en" …; "no" for both Norwegians) of the texts; None where it cannot be told."""
    said = list(islice(chain.from_iterable(map(words, texts)), _ENOUGH))
    if len(said) < _LEAST_WORDS:
        return None
    counts = Counter(said)
    found = {language: sum(counts[word] * _WEIGHTS[word] for word in common) for language, common in _COMMON.items()}
    first, second = sorted(found, key=lambda language: found[language], reverse=True)[:2]
    ahead = found[first] >= max(_LEAD * found[second], found[second] + _LEAST_AHEAD)
    return first if ahead and found[first] >= _LEAST_SHARE * len(said) else None

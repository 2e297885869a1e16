"""Inflected words made comparable: the stem that a word's forms share."""

from __future__ import annotations

from functools import lru_cache

from planlint.language.normalise import words

LONGEST_WORD = 100
"""Characters; no Swedish word is longer, and a stemmer's time grows with the word."""

# The commonest Swedish function words, after the Snowball project's list, with those that plans are full of.
STOP_WORDS = frozenset(
    """
    aldrig all alla allt alltid alltså andra annan annat att av bara bland blev bli blir blivit bland både de dem den
    denna deras dess dessa det detta dig din dina ditt då där därför efter ej eller en er era ett finnas finns flera
    fler får få fått för före från genom ge ger ha hade han hans har hela helt hon honom hur här hos i icke in inom
    inte ingen inget inga jag ju kan kommer kunde kunna man med mellan men mer mera mot mycket många måste ned ni nu
    nya ny nytt när någon något några och också om på redan s samma samt sedan sig sin sina sitt ska skall skulle som
    så sådan sådana sådant till under upp ur ut utan utifrån var vara varit varje vars vi via vid vilka vilken vilket
    vår våra vårt vad å än ännu är även åt över bl.a t.ex m.m bör bland annat exempel exempelvis enligt respektive
    """.split()  # noqa: SIM905 - a list of words is easier to read and to add to as running text
)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The Snowball stem of one normalised Swedish word ("användarna" → "användar"); a very long word unchanged."""
    from snowballstemmer.swedish_stemmer import SwedishStemmer

    # A stemmer of its own for each word: it keeps the word in itself, and the web page runs in threads.
    return word if len(word) > LONGEST_WORD else str(SwedishStemmer().stemWord(word))


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order, function words included."""
    return tuple(stem(word) for word in words(text))


def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning: no function words, no single letters, no bare digits."""
    return frozenset(
        stem(word) for word in words(text) if word not in STOP_WORDS and len(word) > 1 and not word.isdigit()
    )

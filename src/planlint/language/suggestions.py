"""Which principles an intervention's text comes nearest to: a help for the author, never a judgement."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.fuzz import partial_ratio

from planlint.language.normalise import normalise
from planlint.language.principle_names import find_names
from planlint.language.stems import STOP_WORDS, stem, stems
from planlint.model.framework import Principle, PrincipleSet

LEAST = 2.0
"""Points: one phrase, two key words, or a good part of the name. Less is chance."""

WORDING = 3.0
"""Points for a wording that may mean the principle."""

NEAR = 75.0
"""Per cent of likeness between a name and the best stretch of the text, from which likeness counts at all."""

LONGEST = 20_000
"""Characters that are looked at: ten times a long intervention."""


@lru_cache(maxsize=8)
def _keywords(principles: PrincipleSet) -> tuple[tuple[Principle, str, tuple[tuple[str, float], ...]], ...]:
    return tuple((one, normalise(one.title), _weighed(one)) for one in principles.principles)


def _weighed(principle: Principle) -> tuple[tuple[str, float], ...]:
    """The key words' stems, a phrase worth two; words that share a stem once."""
    phrases = {" " + " ".join(stems(keyword)): 2.0 if " " in keyword else 1.0 for keyword in principle.keywords}
    title = {f" {stem(word)}": 0.5 for word in normalise(principle.title).split() if word not in STOP_WORDS}
    return tuple((title | phrases).items())


def suggest(texts: Iterable[str], principles: PrincipleSet, most: int = 3) -> tuple[Principle, ...]:
    """The principles that the texts of one intervention fit best, at most `most`, the best first; () if none does.

    Counted are key words by stem (the beginning of a compound too), each at most three times, the likeness of the name
    to the best stretch of the text, and wordings that the facts know. Equal principles stand in the set's order.
    """
    text = normalise(" ".join(texts))[:LONGEST]
    joined = f" {' '.join(stems(text))} "
    worded = {named.number for named in find_names(text, principles)}
    scores = [
        (_score(text, joined, title, words) + WORDING * (principle.number in worded), principle)
        for principle, title, words in _keywords(principles)
    ]
    fitting = sorted((pair for pair in scores if pair[0] >= LEAST), key=lambda pair: (-pair[0], pair[1].number))
    return tuple(principle for _, principle in fitting[:most])


def _score(text: str, joined: str, title: str, words: tuple[tuple[str, float], ...]) -> float:
    found = sum(weight * min(3, joined.count(word)) for word, weight in words)
    likeness = partial_ratio(title, text, score_cutoff=NEAR) if len(text) >= len(title) else 0.0
    return found + (likeness - NEAR) / 5 if likeness else found

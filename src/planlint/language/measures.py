"""Whether a text says how much, how many or by when."""

from __future__ import annotations

import re
from functools import lru_cache

from planlint.language.designations import names_something_else
from planlint.language.normalise import words as split_words
from planlint.language.numbers import WORDS
from planlint.language.stems import stem, stems

LONG = 6
"""Letters of a stem from which the beginning of a word tells it: "indikator" and "indikatorer" have two stems."""

_NOT_COUNTS = frozenset({"noll", "ett"})  # "ett" is mostly an article
_COUNTS = frozenset(stem(word) for word in WORDS if word not in _NOT_COUNTS)
# A number by itself: no part of "5G", "B2B", "3D-modell", "ISO-27001".
_NUMBER = re.compile(
    r"(?<![\w-])\d+(?:[ \u00a0.,:/-]\d+){0,5}(?:(?![\w-]|:[^\W\d])|(?=-procent)|(?=\s?%))|(?<!\w)\d+-\d+(?!\w)"
)


def has_measure(text: str, words: tuple[str, ...]) -> bool:
    """Whether the text has a number, a date, a number word, or one of the measuring `words` in any inflection.

    `words` are the rule's: single words or phrases ("halveras", "tre av fyra", "indikator"); a long one's stem
    counts as the beginning of a word too. Numbers that only say which one ("bilaga 5", "§ 4", "5G") are none. A
    goal's own code is not to be in the text.
    """
    if any(not names_something_else(text, number.start()) for number in _NUMBER.finditer(text)):
        return True
    found = stems(text)
    if not _COUNTS.isdisjoint(found):
        return True
    by_stem, as_written = f" {' '.join(found)} ", " " + " ".join(split_words(text))
    phrases, beginnings = _measuring(words)
    return any(phrase in by_stem for phrase in phrases) or any(beginning in as_written for beginning in beginnings)


@lru_cache(maxsize=16)
def _measuring(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words as stems between blanks, and the long stems as beginnings of words."""
    beginnings = (stem(word) for word in words)
    return (
        tuple(f" {' '.join(stems(word))} " for word in words),
        tuple(f" {beginning}" for beginning in beginnings if len(beginning) >= LONG),
    )

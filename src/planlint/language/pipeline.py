"""The only place that knows spaCy: its Swedish tokenizer and stop words, for the judged comparison of goals and texts.

spaCy takes 0.8 s and 200 MB to load, so it is imported when the first text is asked about, and nowhere else.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from planlint.language.stems import STOP_WORDS, stem

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

LONGEST = 20_000
"""Characters that are looked at; a goal is a line."""


@cache
def _swedish() -> Language:
    import spacy

    return spacy.blank("sv")


def _carries_meaning(token: Token) -> bool:
    """No function word, no number, no code ("4B"), no punctuation; "e-tjänster" is a word."""
    return not token.is_stop and len(token.text) > 1 and all(part.isalpha() for part in token.text.split("-"))


def key_words(text: str) -> tuple[str, ...]:
    """The words of a text that carry its meaning, in lower case and in order, each once whatever its inflection.

    They are compared with other texts by their stems (`planlint.language.stems.stem`).
    """
    by_stem: dict[str, str] = {}
    for token in _swedish().make_doc(text[:LONGEST]):
        word = token.lower_
        if _carries_meaning(token) and word.strip(".") not in STOP_WORDS:
            by_stem.setdefault(stem(word), word)
    return tuple(by_stem.values())

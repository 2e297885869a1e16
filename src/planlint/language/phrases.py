"""Phrases as frameworks write them: words, with a star for the rest of a word ("godkän*", "*nätverk*")."""

from __future__ import annotations

import re
from functools import lru_cache

from planlint.language.folding import fold
from planlint.language.principle_names import compile_wordings


def find_phrases(text: str, phrases: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the phrases stand in the text, in order: whole words, blind to case; " … " is up to four words between."""
    pattern = _pattern(phrases)
    if pattern is None:
        return []
    folded = fold(text)
    return [folded.stretch(*found.span()) for found in pattern.finditer(folded.text)]


def says(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands in the text."""
    return bool(find_phrases(text, phrases))


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    return compile_wordings(tuple(re.escape(one).replace(r"\ ", " ").replace(r"\*", r"[\w-]*") for one in phrases))

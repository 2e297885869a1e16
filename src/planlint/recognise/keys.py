"""What labels and titles are compared by, kept: a framework's forms and a document's labels come again and again."""

from __future__ import annotations

from functools import lru_cache

from planlint.language.normalise import label_key, words

LONGEST_KEPT = 120
"""Characters; what is longer is no label or title, and is not kept."""

_kept_key = lru_cache(maxsize=8_000)(label_key)
_kept_words = lru_cache(maxsize=8_000)(words)


def key_of(text: str) -> str:
    """As `language.normalise.label_key`."""
    return _kept_key(text) if len(text) <= LONGEST_KEPT else label_key(text)


def words_of(text: str) -> tuple[str, ...]:
    """As `language.normalise.words`."""
    return _kept_words(text) if len(text) <= LONGEST_KEPT else words(text)

"""LIX: how hard a Swedish text is to read, from the length of its sentences and of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

LONG_WORD: Final = 6
"""Letters; a word with more is long (C.-H. Björnsson, Läsbarhet, 1968)."""

_WORD: Final = re.compile(r"[^\W_]+(?:[-\u2010\u2011:'’.,/][^\W_]+)*")


def count_words(text: str) -> int:
    """The words of a text as a reader counts them: "e-rådet", "bl.a.", "2020–2022" and "12:3" are one each."""
    return len(_WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Readability:
    """What LIX is made of."""

    sentences: int
    words: int
    long_words: int

    @property
    def lix(self) -> int:
        """Words a sentence plus long words in per cent, rounded; 0 where there is no sentence."""
        if not self.sentences or not self.words:
            return 0
        return round(self.words / self.sentences + 100 * self.long_words / self.words)


def readability(sentences: Iterable[str]) -> Readability:
    """The counts for some sentences; a list item is one sentence. One without words is none."""
    counted = words = long_words = 0
    for sentence in sentences:
        found = _WORD.findall(sentence)
        counted += bool(found)
        words += len(found)
        long_words += sum(len(word) > LONG_WORD and (word.isalpha() or _letters(word) > LONG_WORD) for word in found)
    return Readability(counted, words, long_words)


def _letters(word: str) -> int:
    return sum(map(str.isalpha, word))

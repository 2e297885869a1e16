"""Spelling: a Swedish dictionary where one is installed (`pip install planlint[spell]`), and words near known ones.

The dictionary (hunspell-sv, LGPL-3) and the program that reads it (chunspell) are an extra, never part of planlint.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planlint.language.stems import LONGEST_WORD, stem

if TYPE_CHECKING:
    from hunspell import Hunspell

LEAST_BEGINNING: Final = 4
"""Letters of the shortest beginning that tells a misspelling."""

LEAST_NEAR: Final = 8
"""Letters; a shorter word is one letter away from too many others."""

LEAST_END: Final = 2
"""Letters at the end that a misspelling shares with what is meant: endings differ in right words too."""

NEAR: Final = 2
"""Letters by which a dictionary's suggestion may differ; what differs more is a guess."""

WORD: Final = re.compile(r"(?<![\w@./\\:-])[^\W\d_]+(?:[-\u2011'’][^\W\d_]+)*(?![\w@\\]|[./:][^\W\d_]|-)")
"""A word to look up: no part of an address, a file's name, an abbreviation with full stops or a divided compound."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A Swedish dictionary that is installed."""

    words: Hunspell

    def has(self, word: str) -> bool:
        """Whether the word, or each part of it between hyphens, is spelled right; its case does not count."""
        if self.words.spell(word) or self.words.spell(word.casefold()):
            return True
        parts = re.split(r"[-\u2011'’:]", word)
        return len(parts) > 1 and all(len(part) <= 1 or self.has(part) for part in parts)

    def suggest(self, word: str) -> str | None:
        """The nearest word, or None where none is near. Takes some tenths of a second."""
        from rapidfuzz.distance import DamerauLevenshtein

        near = [
            (_plain(found) != _plain(word), distance, found)
            for found in self.words.suggest(word)
            if " " not in found and (distance := DamerauLevenshtein.distance(word, found)) <= NEAR
        ]
        return str(min(near, key=lambda one: one[:2])[2]) if near else None


def _plain(word: str) -> str:
    """Without rings and dots: 'vardat' is nearer to 'vårdat' than to 'varda'."""
    return word.casefold().translate(_UNMARKED)


_UNMARKED: Final = str.maketrans("åäöé", "aaoe")


@cache
def dictionary() -> Dictionary | None:
    """The dictionary if the extra `spell` is installed, else None. Takes some tenths of a second the first time."""
    try:
        from hunspell import Hunspell

        files = distribution("hunspell-sv").files or []
    except (ImportError, PackageNotFoundError):
        return None
    found = next((Path(str(file.locate())) for file in files if file.name == "sv_SE.aff"), None)
    if found is None or not found.is_file():
        return None
    return Dictionary(Hunspell("sv_SE", hunspell_data_dir=str(found.parent)))


def known_misspelling(word: str, misspellings: Mapping[str, str]) -> str | None:
    """What is meant by a word that is often misspelt; a star at the end of a key stands for any ending."""
    form = word.casefold()
    if form in misspellings:
        return misspellings[form]
    for length in range(min(len(form), LONGEST_WORD), LEAST_BEGINNING - 1, -1):
        meant = misspellings.get(form[:length] + "*")
        if meant is not None:
            return meant + form[length:]
    return None


class Near:
    """Words that are one slip of the pen from a known one: a letter too many, too few, wrong, or two in wrong order."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_start: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._stems = {stem(word.casefold()): word.casefold() for word in known}
        for root, word in self._stems.items():
            if len(root) >= LEAST_NEAR:
                self._by_start[root[0]].append((root, word))

    def knows(self, word: str) -> bool:
        """Whether the word is one of them, in whatever inflection."""
        return stem(word.casefold()) in self._stems

    def find(self, word: str) -> str | None:
        """The known word that is meant, if the word is near one and has none of their stems."""
        from rapidfuzz.distance import DamerauLevenshtein

        root = stem(word.casefold())
        if len(root) < LEAST_NEAR or root in self._stems:
            return None
        for other, meant in self._by_start[root[0]]:
            near = abs(len(other) - len(root)) <= 1 and other[-LEAST_END:] == root[-LEAST_END:]
            if near and DamerauLevenshtein.distance(root, other, score_cutoff=1) == 1:
                return meant
        return None

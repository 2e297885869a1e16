"""Spelling: a Swedish dictionary where one is installed (`pip install planlint[spell]`), and words near known ones.

The dictionary (hunspell-sv, LGPL-3) and the program that reads it (chunspell) are an extra, never part of planlint.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
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

MOST_SOUGHT: Final = 200
"""Unknown words of a document that are held against its other words."""

MOST_COMPARED: Final = 1_000
"""Words of a document with the same first letter that an unknown one is held against."""

LONGEST_ENDING: Final = 4
"""Letters of an inflection ('verksamhet-erna')."""

LEAST_END: Final = 2
"""Letters at the end that a misspelling shares with what is meant: endings differ in right words too."""

NEAR: Final = 2
"""Letters by which a dictionary's suggestion may differ; what differs more is a guess."""

LEAST_PART: Final = 5
"""Letters of either part of a compound that the dictionary does not have as a whole: shorter parts are in too many."""

WORD: Final = re.compile(r"(?<![\w@./\\:-])[^\W\d_]+(?:[-\u2011'’][^\W\d_]+)*(?![\w@\\]|[./:][^\W\d_]|-)")
"""A word to look up: no part of an address, a file's name, an abbreviation with full stops or a divided compound."""


def _nothing(_word: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A Swedish dictionary that is installed."""

    words: Hunspell

    def has(self, word: str, also: Callable[[str], bool] = _nothing) -> bool:
        """Whether the word, or each part of it between hyphens, is spelled right; its case does not count.

        `also` tells words that are right beside those of the dictionary, and may stand before an 's' that joins two.
        """
        if self.words.spell(word) or self.words.spell(word.casefold()):
            return True
        parts = re.split(r"[-\u2011'’:]", word)
        if len(parts) > 1:
            return all(len(part) <= 1 or self.has(part, also) for part in parts)
        return self._is_joined(word.casefold(), also)

    def _is_joined(self, word: str, also: Callable[[str], bool]) -> bool:
        """Whether an 's' joins two words of the dictionary: it has no compounds with participles."""
        joints = range(LEAST_PART, len(word) - LEAST_PART)
        return any(
            word[at] == "s" and self.words.spell(word[at + 1 :]) and (self.words.spell(word[:at]) or also(word[:at]))
            for at in joints
        )

    def suggest(self, word: str) -> str | None:
        """The nearest word, or None where none is near. Takes up to a second, the first time that a word is asked."""
        return _suggest(self.words, word)


@lru_cache(maxsize=2_000)
def _suggest(words: Hunspell, word: str) -> str | None:
    from rapidfuzz.distance import DamerauLevenshtein

    near = [
        (_plain(found) != _plain(word), distance, found)
        for found in words.suggest(word)
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


class Slips:
    """Words that are one slip of the pen from a word of the text itself, but for its ending.

    They tell a misspelling where a sentence begins from a name: a name is seldom so near to what the text speaks of.
    """

    def __init__(self, written: Iterable[str]) -> None:
        self._by_start: dict[str, list[str]] = defaultdict(list)
        self._left = MOST_SOUGHT
        for word in written:
            if len(word) >= LEAST_NEAR and len(self._by_start[word[0]]) < MOST_COMPARED:
                self._by_start[word[0]].append(word)

    def find(self, word: str, lookup: Dictionary) -> str | None:
        """The dictionary's word that is meant: the one that needs the shortest ending on a word of the text.

        After `MOST_SOUGHT` words none is found: a text with so many unknown words is of another sort.
        """
        self._left -= 1
        bases = self._by_start[word[0]] if self._left >= 0 and len(word) >= LEAST_NEAR else ()
        found = (meant for base in bases for meant in _inflected(word, base) if lookup.has(base) and lookup.has(meant))
        return min(found, key=lambda meant: (abs(len(meant) - len(word)), meant), default=None)


def _inflected(word: str, base: str) -> Iterator[str]:
    """The base with the word's ending, where the word is one slip from that."""
    from rapidfuzz.distance import DamerauLevenshtein

    for end in range(max(len(base) - 1, len(word) - LONGEST_ENDING), min(len(base) + 1, len(word)) + 1):
        if DamerauLevenshtein.distance(word[:end], base, score_cutoff=1) == 1:
            yield base + word[end:]


class Near:
    """Words that are one slip of the pen from a known one: a letter too many, too few, wrong, or two in wrong order."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_start: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._stems: dict[str, str] = {}
        for word in sorted(word.casefold() for word in known):  # the shortest form of each, whatever the order was
            self._stems.setdefault(stem(word), word)
        for root, word in self._stems.items():
            if len(root) >= LEAST_NEAR:
                self._by_start[root[0]].append((root, word))

    def knows(self, word: str) -> bool:
        """Whether the word is one of them, in whatever inflection; not with a consonant doubled ('tidplannen')."""
        form = word.casefold()
        root = stem(form)
        doubled = root + root[-1:]
        return root in self._stems and (not form.startswith(doubled) or self._stems[root].startswith(doubled))

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

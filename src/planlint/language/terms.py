"""Terms in any inflection, and names with their endings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from planlint.language.normalise import normalise, words
from planlint.language.stems import stem

SHORT_STEM: Final = 5
"""Letters; a shorter stem must begin a word, a longer one may stand in a compound ("delindikatorer")."""

LONGEST_TERM: Final = 200
"""Characters; what is longer is no term, and nobody is told that it is not used."""

_OTHER_NAMES: Final = re.compile(r"[()/,;]| eller | alt\. ")


def is_used(term: str, text: str) -> bool:
    """Whether a term, in any inflection and in compounds, stands in a text that `normalise` has made comparable.

    A term may hold several names: "RPA (robotiserad processautomatisering)", "invånare/medborgare". Any one is enough.
    """
    return len(term) > LONGEST_TERM or any(_expression(name).search(text) for name in _names(term))


def _names(term: str) -> list[str]:
    return [name.strip() for name in _OTHER_NAMES.split(normalise(term)) if name.strip()] or [normalise(term)]


@lru_cache(maxsize=1_000)
def _expression(name: str) -> re.Pattern[str]:
    stems = [stem(word) for word in words(name)] or [name]
    first = "" if len(stems[0]) >= SHORT_STEM else r"(?<!\w)"
    return re.compile(first + r"\w*[ -]+".join(re.escape(one) for one in stems))


_LOOKS_ALIKE: Final = (("\u2010", "-"), ("\u2011", "-"), ("\u00a0", " "), ("\t", " "))
_ENDING: Final = re.compile(r"[^\W\d_]{0,8}")
_GOES_ON: Final = re.compile(r"-*\w")


def lowered(text: str) -> str:
    """The text in small letters with plain hyphens and blanks, character by character: places in it are the text's."""
    small = text.lower()
    if len(small) != len(text):  # one letter in a million has two small ones
        small = "".join(letter.lower()[:1] for letter in text)
    for odd, plain in _LOOKS_ALIKE:  # several times faster than to translate
        small = small.replace(odd, plain)
    return small


def find_names(names: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Where one of the names stands as a whole word in a text that `lowered` has made, in order.

    A star at the end of a name stands for any ending. A hyphen makes one word of two ("EU-medborgare").
    """
    found: dict[int, int] = {}
    for name in names:
        base, any_ending = lowered(name.rstrip("*")), name.endswith("*")
        start = text.find(base) if base else -1
        while start >= 0:
            end = start + len(base)
            if any_ending and (ending := _ENDING.match(text, end)):
                end = ending.end()
            if not _is_inside(text, start, end):
                found[start] = max(end, found.get(start, 0))
            start = text.find(base, start + 1)
    return sorted(found.items())


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether the stretch is only a part of a longer word."""
    before = text[start - 1 : start]
    return before == "-" or before.isalnum() or _GOES_ON.match(text, end) is not None

"""Ids that nothing in a file has yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import count
from typing import Final

_LARGEST: Final = 2**30
"""Ids from here on are not counted from: Word's end at 2**31, and a file may have one close to that."""
_PARAGRAPH_IDS: Final = 0x7FFF_FFFF
"""How many ids of paragraphs there are: below 0x80000000 and not 0."""


def fresh_ids(used: Iterable[str]) -> Iterator[str]:
    """Ids above the largest of those that are used."""
    numbers = {int(each) for each in used if each.isdecimal() and each.isascii() and len(each) <= len(str(_LARGEST))}
    above = max((number for number in numbers if number < _LARGEST), default=-1) + 1
    return (str(number) for number in count(above) if number not in numbers)


def paragraph_ids(key: str) -> Iterator[str]:
    """Ids for the paragraph of the note with that key, the one that it should have first: eight hexadecimal digits."""
    first = int.from_bytes(sha256(key.encode(errors="surrogatepass")).digest()[:4])
    return (f"{number % _PARAGRAPH_IDS + 1:08X}" for number in count(first))

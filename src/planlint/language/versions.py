"""How documents write their version: '0.4', '1', 'v. 1.2', 'Version 0.4 (remiss)'."""

from __future__ import annotations

import re
from typing import Final

from planlint.language.normalise import normalise

VERSION: Final = re.compile(r"\d{1,3}(?:[.,]\d{1,3}){0,3}(?![\w-]|[.,]\d)")
"""A version's number, as running text and labelled lines have it: '0.4', '0,4'."""

_WRITTEN = re.compile(rf"(?:(?:version(?:en)?|utgåva|revision|ver|rev|v)\.?\s*)?(?P<number>{VERSION.pattern})")
_PAIR = 2

Version = tuple[int, ...]


def parse_version(text: str) -> Version | None:
    """The numbers of the version that a text begins with, None where it names none by number.

    A version without decimals is its own x.0, so zeros at the end are left out: '1' and '1.0' give (1,).
    """
    found = _WRITTEN.match(normalise(text))
    if found is None:
        return None
    numbers = [int(number) for number in re.split("[.,]", found["number"])]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def comes_before(one: Version, other: Version) -> bool:
    """Whether a version is an earlier one, however its decimals are counted: '0.15' may come before or after '0.2'."""
    both = max(len(one), len(other)) <= _PAIR
    return one < other and not (both and _decimal(one) > _decimal(other))


def _decimal(version: Version) -> float:
    """A version of one or two numbers as a number: 0.15 for (0, 15)."""
    return float(".".join(map(str, version)))

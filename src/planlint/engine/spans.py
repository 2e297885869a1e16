"""Stretches of a document, asked whether any of them overlaps another, in time that grows with the logarithm."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from planlint.model.text import Text

T = TypeVar("T")
Spot = tuple[str, int, int]
"""A part of the file, a paragraph, an offset in it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` up to `end`, within one part of the file."""

    start: Spot
    end: Spot


def stretch(place: Text, until: int | None = None) -> Stretch:
    """Where a text stands; the whole paragraph where it has no words, whole paragraphs to the end of `until`."""
    start = (place.part, place.paragraph, place.start if place.text else 0)
    if place.text and until is None:
        return Stretch(start, (place.part, place.paragraph, place.end))
    return Stretch(start, (place.part, until or place.paragraph, sys.maxsize))


def _further(one: tuple[Stretch, T], other: tuple[Stretch, T]) -> tuple[Stretch, T]:
    return other if other[0].end > one[0].end else one


class Spans(Generic[T]):
    """Stretches with something that each stands for. They may overlap."""

    def __init__(self, members: Iterable[tuple[Stretch, T]]) -> None:
        ordered = sorted(members, key=lambda member: (member[0].start, member[0].end))
        self._starts = [each.start for each, _ in ordered]
        self._reaching = list(accumulate(ordered, _further))

    def meeting(self, asked: Stretch) -> T | None:
        """What the stretch that goes furthest of those that meet the one asked about stands for; None where none."""
        before = bisect_left(self._starts, asked.end)
        if not before:
            return None
        reaching, meant = self._reaching[before - 1]
        return meant if reaching.end > asked.start else None

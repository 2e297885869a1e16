"""Which spots of the plan, as it was sent, a change is at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, takewhile

from planlint.consult.elements import list_elements
from planlint.consult.spots import Places, list_spots
from planlint.consult.strands import Strand
from planlint.language.normalise import normalise
from planlint.model.comparison import Change, Element
from planlint.model.consultation import Spot
from planlint.model.plan import Plan
from planlint.model.text import Text


@dataclass(frozen=True, slots=True)
class Ground:
    """The spots of the old version, and the elements of the new one."""

    spots: tuple[Spot, ...]
    places: Places
    homes: tuple[int, ...]
    """By the index of a spot, that of the element which it is, or is a part of."""
    placed: Mapping[tuple[str, str, int, int], int]
    titled: Mapping[tuple[str, str], int]
    """Elements by sort and title, where no other has both."""
    new: tuple[Element, ...]

    @classmethod
    def of(cls, old: Plan, new: Plan) -> Ground:
        """For two versions of a plan."""
        spots = list_spots(old)
        whole = [spot for spot in spots if not spot.part]
        titled: dict[tuple[str, str], list[int]] = defaultdict(list)
        for spot in whole:
            titled[spot.sort, normalise(spot.title)].append(spot.index)
        return cls(
            spots,
            Places(spots),
            tuple(accumulate((0 if spot.part else spot.index for spot in spots), max)),
            {_place(spot.sort, spot.place): spot.index for spot in whole},
            {key: found[0] for key, found in titled.items() if len(found) == 1},
            list_elements(new),
        )

    def home(self, element: Element) -> int:
        """The spot of an element of the old version."""
        return self.placed.get(_place(element.sort, element.where.place), 0)

    def spots_of(self, change: Change, strand: Strand) -> frozenset[int]:
        """The element's, and its part's; of an element that came, that of what it now stands under."""
        if change.old is None:
            return self._above(change.new)
        home, label = self.home(change.old), normalise(strand.label.strip(" .:;*_–—-"))
        parts = {self.places.at(text).index for text in strand.old}
        parts |= {spot.index for spot in self._parts(home) if label and normalise(spot.part) == label}
        return frozenset({home, *(part for part in parts if self.homes[part] == home)})

    def _parts(self, home: int) -> Iterator[Spot]:
        """The labelled parts of an element, which follow it."""
        return takewhile(lambda spot: spot.part, self.spots[home + 1 :])

    def _above(self, element: Element | None) -> frozenset[int]:
        if element is None or element.parent is None:
            return frozenset()
        parent = self.new[element.parent]
        found = self.titled.get((parent.sort, normalise(parent.title.text)))
        return frozenset() if found is None else frozenset({found})


def _place(sort: str, place: Text) -> tuple[str, str, int, int]:
    return sort, place.part, place.paragraph, place.start

"""What a view can be about: the plan's elements and its interventions' labelled parts, each with a lasting key."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from planlint.consult.elements import list_elements
from planlint.language.normalise import normalise
from planlint.model.comparison import Element, Sort
from planlint.model.consultation import Spot
from planlint.model.plan import Intervention, Plan
from planlint.model.text import Text

KEY_LENGTH: Final = 8
"""Characters of a key, five bits each: among 2,000 spots two share a key once in half a million plans."""
ASKED: Final[frozenset[Sort]] = frozenset({"control", "section", "focus_area", "goal", "intervention", "stage", "card"})
"""What the answer form has a row for; a term, a principle or a version is spoken of under its section."""
_HEADED: Final[frozenset[Sort]] = frozenset({"section", "focus_area", "intervention", "card"})


def list_spots(plan: Plan) -> tuple[Spot, ...]:
    """Every spot in reading order; the first is the plan as a whole. A part follows its intervention."""
    elements = list_elements(plan)
    parts = {(each.heading.place.part, each.heading.place.paragraph): each for each in plan.interventions}
    spots: list[Spot] = []
    chapter = 0
    seen: Counter[tuple[str, ...]] = Counter()
    for element in elements:
        if element.sort in _HEADED and element.level == _chapter_level(elements):
            chapter = len(spots)
        for part, place in _parts(element, parts):
            name = element.sort, normalise(element.title.text), normalise(part)
            seen[name] += 1
            spots.append(
                Spot(
                    key=_key(*name, str(seen[name])),
                    index=len(spots),
                    sort=element.sort,
                    number=element.number,
                    title=element.title.text,
                    part=part,
                    chapter=chapter,
                    level=element.level,
                    asked=element.sort in ASKED,
                    place=place,
                )
            )
    return tuple(spots)


class Places:
    """Tells which spot a place of the plan belongs to."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self._whole = spots[0]
        inside = [spot for spot in spots[1:] if spot.place.part == "document"]
        self._inside = sorted(inside, key=_order)  # tables that hold an intervention a column are not in order

    def at(self, place: Text) -> Spot:
        """The last spot that begins at or before the place, in the body.

        What stands in another part of the file, or before everything, is the plan's as a whole.
        """
        if place.part != "document":
            return self._whole
        at = bisect_right(self._inside, (place.paragraph, place.start), key=_order)
        return self._inside[at - 1] if at else self._whole


def _order(spot: Spot) -> tuple[int, int]:
    return spot.place.paragraph, spot.place.start


def _chapter_level(elements: Iterable[Element]) -> int:
    """The level of chapters: the highest that a heading has."""
    return min((element.level for element in elements if element.level is not None), default=1)


def _parts(element: Element, interventions: dict[tuple[str, int], Intervention]) -> Iterator[tuple[str, Text]]:
    """The element itself, then its labelled parts, each label once, with where they begin."""
    place = element.where.place
    yield "", place
    each = interventions.get((place.part, place.paragraph)) if element.sort == "intervention" else None
    seen: set[str] = set()
    for part in each.parts if each else ():
        label = part.label.text.strip(" .:;*_–—-")
        if label and normalise(label) not in seen:
            seen.add(normalise(label))
            yield label, part.label


def _key(*words: str) -> str:
    digest = hashlib.sha256("\x1f".join(words).encode("utf-8", "replace")).digest()
    return b32encode(digest).decode().lower()[:KEY_LENGTH]

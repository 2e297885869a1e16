"""Two plans as rows of elements, and which element of one is which of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from planlint.consult.elements import list_elements
from planlint.consult.links import Goals
from planlint.consult.match import Lexicon, Pairs, Profile, match_elements, profile
from planlint.consult.moves import moved
from planlint.language.normalise import normalise
from planlint.model.comparison import Element, Sort
from planlint.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Versions:
    """Both rows of elements. An element is named by its index in its row."""

    old: tuple[Element, ...]
    new: tuple[Element, ...]
    now: Mapping[int, int]
    """By element of the old row, the same one in the new."""
    before: Mapping[int, int]
    """The other way round."""
    goals: Goals
    lexicon: Lexicon

    @property
    def pairs(self) -> tuple[tuple[Element, Element], ...]:
        """The elements that both versions have, in the order of the new one."""
        return tuple((self.old[i], self.new[j]) for j, i in sorted(self.before.items()))


def match_versions(old: Plan, new: Plan) -> Versions:
    """The elements of both plans, those of each sort matched."""
    lexicon = Lexicon((*old.texts, *new.texts))
    rows = list_elements(old), list_elements(new)
    now: dict[int, int] = {}
    goals = Goals.of((), (), [])
    for sort in get_args(Sort):
        olds, news = ([index for index, each in enumerate(row) if each.sort == sort] for row in rows)
        pairs = _match([_profile(rows[0], i) for i in olds], [_profile(rows[1], j) for j in news], sort, lexicon)
        now.update((olds[i], news[j]) for i, j in pairs)
        if sort == "goal":
            goals = Goals.of([rows[0][i] for i in olds], [rows[1][j] for j in news], pairs)
    return Versions(*rows, now, {j: i for i, j in now.items()}, goals, lexicon)


def find_moved(versions: Versions) -> frozenset[int]:
    """The elements of the new row that stand elsewhere among those with whom they share sort and home."""
    rows: dict[tuple[Sort, int | None], list[tuple[int, int]]] = defaultdict(list)
    for i, j in sorted(versions.now.items()):
        if not is_rehomed(versions, i, j):
            rows[versions.new[j].sort, versions.new[j].parent].append((i, j))
    found: set[int] = set()
    for pairs in rows.values():
        names = [_name(versions.old[i], versions.new[j]) for i, j in pairs]
        found.update(pairs[index][1] for index in moved(pairs, names))
    return frozenset(found)


def is_rehomed(versions: Versions, i: int, j: int) -> bool:
    """Whether an element stands under something else than it did."""
    was, now = versions.old[i].parent, versions.new[j].parent
    return (None if was is None else versions.now.get(was, -1)) != now


def places_of_gone(versions: Versions) -> dict[int, tuple[int, int, int]]:
    """By element that is gone, where in the new row it is told of: after the nearest one above it that is left."""
    after = -1
    places: dict[int, tuple[int, int, int]] = {}
    for index in range(len(versions.old)):
        if index in versions.now:
            after = versions.now[index]
        else:
            places[index] = after, 1, index
    return places


def _match(old: Sequence[Profile], new: Sequence[Profile], sort: Sort, lexicon: Lexicon) -> Pairs:
    """The pairs of elements of one sort that are the same; the document itself, and a card, are always one."""
    if sort in {"control", "card"}:
        return [(0, 0)] if old and new else []
    return match_elements(old, new, lexicon)


def _profile(row: Sequence[Element], index: int) -> Profile:
    """What an element is known by. One without a number is known by what it stands under, as 'Indikatorer' is."""
    element = row[index]
    home = row[element.parent].title.text if element.parent is not None else ""
    items = (text for part in element.parts for text in part.items)
    return profile(element.number or home, element.title.text, items)


def _name(old: Element, new: Element) -> str:
    return "\n".join(sorted((normalise(old.title.text), normalise(new.title.text))))

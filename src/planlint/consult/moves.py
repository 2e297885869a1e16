"""Which of a row of things moved, when both rows hold them: as few as can be, the same from either side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from hashlib import blake2b

_Best = tuple[int, int, int]
"""How many stay, how much they weigh, the index of the last of them."""


def moved(pairs: Sequence[tuple[int, int]], names: Sequence[str]) -> frozenset[int]:
    """The indices of the pairs that do not stand in the order of the others.

    A pair is the place of one thing in the old row and in the new; `names` tell them apart. What stays is the longest
    row that both orders have in common; of several so long, a digest of the names decides, so that it is the same
    seen from the other version. Time grows as n log n.
    """
    order = sorted(range(len(pairs)), key=lambda index: pairs[index])
    places = sorted(pair[1] for pair in pairs)
    tree: list[_Best] = [(0, 0, -1)] * (len(pairs) + 1)
    before = [-1] * len(pairs)
    best: _Best = (0, 0, -1)
    for index in order:
        rank = bisect_left(places, pairs[index][1]) + 1
        above = _best_below(tree, rank - 1)
        before[index] = above[2]
        now = (above[0] + 1, above[1] + _weight(names[index]), index)
        best = max(best, now)
        _put(tree, rank, now)
    staying = set()
    last = best[2]
    while last >= 0:
        staying.add(last)
        last = before[last]
    return frozenset(range(len(pairs))) - staying


def _best_below(tree: Sequence[_Best], rank: int) -> _Best:
    best: _Best = (0, 0, -1)
    while rank > 0:
        best = max(best, tree[rank])
        rank -= rank & -rank
    return best


def _put(tree: list[_Best], rank: int, value: _Best) -> None:
    while rank < len(tree):
        tree[rank] = max(tree[rank], value)
        rank += rank & -rank


def _weight(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).digest())

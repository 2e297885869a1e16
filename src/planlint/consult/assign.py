"""Pairs chosen so that their likeness taken together is the greatest, not each by itself in turn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import inf
from typing import Final

Scores = Mapping[tuple[int, int], float]

LARGEST: Final = 60
"""Members on either side of a group that is solved exactly: time grows by the cube, 60 take a tenth of a second.

Groups are what is alike by more than chance, two or three members; a larger one is of copies of one text, between
which no likeness decides much.
"""


def assign(scores: Scores) -> list[tuple[int, int]]:
    """The pairs of a matching of greatest total score; each member is in one pair at most. Scores are above 0."""
    chosen: list[tuple[int, int]] = []
    for group in _groups(scores):
        rows, columns = ({pair[side] for pair in group} for side in (0, 1))
        if len(rows) == 1 or len(columns) == 1 or max(len(rows), len(columns)) > LARGEST:
            chosen += _greedily(group)
        else:
            chosen += _exactly(group, sorted(rows), sorted(columns))
    return sorted(chosen)


def _groups(scores: Scores) -> Iterator[Scores]:
    """The pairs in groups that share no member."""
    neighbours: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for row, column in scores:
        neighbours[0, row].append((1, column))
        neighbours[1, column].append((0, row))
    seen: set[tuple[int, int]] = set()
    for start in sorted(neighbours):
        if start in seen:
            continue
        stack, rows = [start], []
        seen.add(start)
        while stack:
            node = stack.pop()
            if node[0] == 0:
                rows.append(node[1])
            fresh = [each for each in neighbours[node] if each not in seen]
            seen.update(fresh)
            stack += fresh
        yield {(row, column): scores[row, column] for row in sorted(rows) for _, column in neighbours[0, row]}


def _greedily(group: Scores) -> Iterator[tuple[int, int]]:
    rows: set[int] = set()
    columns: set[int] = set()
    for row, column in sorted(group, key=lambda pair: (-group[pair], abs(pair[0] - pair[1]), sum(pair), pair)):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            yield row, column


def _exactly(group: Scores, rows: list[int], columns: list[int]) -> Iterator[tuple[int, int]]:
    """The Hungarian method with potentials (Kuhn 1955, as Jonker and Volgenant walk it); no pair costs nothing."""
    size = max(len(rows), len(columns))
    cost = [[0.0] * size for _ in range(size)]
    at = {row: index for index, row in enumerate(rows)}, {column: index for index, column in enumerate(columns)}
    for (row, column), score in group.items():
        cost[at[0][row]][at[1][column]] = -score
    for column, row in enumerate(_cheapest(cost)):
        if row < len(rows) and column < len(columns) and (rows[row], columns[column]) in group:
            yield rows[row], columns[column]


def _cheapest(cost: list[list[float]]) -> Iterable[int]:
    """By column, the row that it gets in an assignment of least cost. `cost` is square."""
    size = len(cost)
    by_row, by_column = [0.0] * (size + 1), [0.0] * (size + 1)
    taken = [0] * (size + 1)  # by column, from 1: its row, from 1
    for row in range(1, size + 1):
        taken[0] = row
        _augment(cost, by_row, by_column, taken)
    return [row - 1 for row in taken[1:]]


def _augment(cost: list[list[float]], by_row: list[float], by_column: list[float], taken: list[int]) -> None:
    """Find a column for the row in `taken[0]`, moving others along the cheapest way."""
    size = len(cost)
    least, way, used = [inf] * (size + 1), [0] * (size + 1), [False] * (size + 1)
    column = 0
    while taken[column]:
        used[column] = True
        row, delta, nearest = taken[column], inf, 0
        for other in range(1, size + 1):
            if used[other]:
                continue
            here = cost[row - 1][other - 1] - by_row[row] - by_column[other]
            if here < least[other]:
                least[other], way[other] = here, column
            if least[other] < delta:
                delta, nearest = least[other], other
        for other in range(size + 1):
            if used[other]:
                by_row[taken[other]] += delta
                by_column[other] -= delta
            else:
                least[other] -= delta
        column = nearest
    while column:
        taken[column] = taken[way[column]]
        column = way[column]

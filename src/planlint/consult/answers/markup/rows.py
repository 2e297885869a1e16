"""Rows of tables that go, and which of those in the file are new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from planlint.consult.answers.markup.blocks import At, Blocks, RowPlace, words_of
from planlint.consult.answers.markup.ground import Ground
from planlint.consult.answers.markup.wishes import Fresh, GoneRow
from planlint.model.document import Row
from planlint.model.returned import TrackedChange

BETWEEN_CELLS: Final = " | "
"""What stands between the cells of a row where it is told in one line."""


def gone_rows(changes: Iterable[TrackedChange], ground: Ground) -> Mapping[str, list[GoneRow]]:
    """By author, the rows that go."""
    rows: dict[tuple[str, tuple[int, ...]], list[TrackedChange]] = defaultdict(list)
    for change in changes:
        line = ground.find(change.place)
        if change.scope == "row" and change.kind == "deletion" and line is not None:
            lines = tuple(dict.fromkeys(ground.locate(each, 0)[0] for each in ground.row_of(line)))
            rows[change.author, lines].append(change)
    found: dict[str, list[GoneRow]] = defaultdict(list)
    for (author, lines), members in rows.items():
        found[author].append(GoneRow(lines, tuple(members), members[0].place))
    return found


class NewRows:
    """Finds, among new paragraphs, those that make up new rows, or a new table."""

    def __init__(self, ground: Ground, blocks: Blocks) -> None:
        self._ground, self._blocks = ground, blocks
        self._known: dict[int, bool] = {}

    def gather(self, fresh: Iterable[Fresh]) -> Iterator[Fresh]:
        """What is new, with rows and tables in one piece."""
        rows: dict[int, list[Fresh]] = defaultdict(list)
        places: dict[int, RowPlace] = {}
        for each in fresh:
            place = self._new_row(each.at)
            if place is None:
                yield each
            else:
                places[id(place.row)] = place
                rows[id(place.row)].append(each)
        whole = [key for key, members in rows.items() if self._is_own(places[key].row, members)]
        for key in rows.keys() - set(whole):
            yield from (replace(each, apart=True) for each in rows[key])
        for _, keys in groupby(whole, key=lambda key: id(places[key].table)):
            yield from _together([(places[key], rows[key]) for key in keys])

    def _new_row(self, at: At) -> RowPlace | None:
        """The outermost row around a paragraph of which nothing was there before."""
        return next((place for place in self._blocks.rows(at) if self._is_new(place.row)), None)

    def _is_new(self, row: Row) -> bool:
        if id(row) not in self._known:
            self._known[id(row)] = not any(map(self._ground.has, self._blocks.within(row)))
        return self._known[id(row)]

    def _is_own(self, row: Row, members: Sequence[Fresh]) -> bool:
        """Whether the row is theirs whose paragraphs these are: they put it in, or wrote all that is in it."""
        if any(change.scope == "row" for each in members for change in each.changes):
            return True
        return {each.at for each in members}.issuperset(self._blocks.within(row, written=True))


def _together(rows: Sequence[tuple[RowPlace, Sequence[Fresh]]]) -> Iterator[Fresh]:
    """A table of which every row is new, in one piece; else each row."""
    first, table = rows[0][1][0], rows[0][0].table
    if rows[0][0].free and len(rows) == len(table.rows):
        changes = tuple(change for _, members in rows for each in members for change in each.changes)
        words = "\n".join(map(_words, table.rows))
        yield replace(first, words=words, changes=changes, table=table)
        return
    for place, members in rows:
        changes = tuple(change for each in members for change in each.changes)
        yield replace(members[0], words=_words(place.row), changes=changes, row=place.row, after=first.after)


def _words(row: Row) -> str:
    return BETWEEN_CELLS.join(words_of(row))

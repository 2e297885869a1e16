"""Which views of the answers a filled-in table has, and which of its rows come from none of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from planlint.consult.basis import missing_files, pair_files
from planlint.consult.cells import BETWEEN, clean, identify, told_cells
from planlint.language.normalise import normalise
from planlint.model.consultation import Compilation, Entry, Holder
from planlint.model.filled import TOLD, FilledRow, FilledTable

_RESPONDENT: Final = TOLD.index("respondent")

_Content = tuple[str, ...]
_Seats = list[tuple[FilledRow, tuple[Holder, ...]]]


class Coverage:
    """The rows of a table beside a fresh compilation of the answers.

    A view that several hold is one entry, but may stand in several rows, as answers came in at different times. So the
    two are compared by what is said and by who says it. A row that somebody has altered still has the id of what it
    said. A row has one entry's view: of two that read alike, each has a row of its own.
    """

    def __init__(self, table: FilledTable, compilation: Compilation) -> None:
        self._language = table.language
        pairs = pair_files(table, compilation)
        self._known = frozenset(answer for basis, answer in pairs if basis is not None and answer is not None)
        self._absent = {each for basis in missing_files(table, compilation) for each in _people(basis.respondents)}
        self._ids: dict[str, list[FilledRow]] = defaultdict(list)
        self._contents: dict[_Content, list[FilledRow]] = defaultdict(list)
        for row in table.rows:
            self._contents[_content(row.told)].append(row)
            if row.id:
                self._ids[row.id].append(row)
        self._said: dict[_Content, set[str]] = defaultdict(set)
        for entry in compilation.entries:
            for content in self._words(entry):
                self._said[content] |= _people(BETWEEN.join(entry.respondents))
        self._expected: set[str] = set()
        self._seats: dict[int, _Seats] = {}
        self._seat(compilation.entries)

    def cells(self, entry: Entry) -> tuple[str, ...]:
        """What the table's columns TOLD say of an entry, in the table's language."""
        return told_cells(entry, self._language)

    def id(self, entry: Entry) -> str:
        """The id of an entry's row in this table."""
        return identify(self.cells(entry))

    def rows(self, entry: Entry) -> Sequence[tuple[FilledRow, tuple[Holder, ...]]]:
        """The rows that have the entry's view, each with those of its holders that it is there for."""
        return self._seats.get(entry.number, ())

    def alike(self, entry: Entry) -> Iterator[FilledRow]:
        """The rows that have the entry's view, or say the same for others."""
        yield from (row for row, _ in self.rows(entry))
        for content in self._words(entry):
            yield from self._contents.get(content, ())

    def uncovered(self, entry: Entry) -> tuple[Holder, ...]:
        """Those who hold the entry and are named by no row that has it."""
        named = {holder.respondent for _, holders in self.rows(entry) for holder in holders}
        return tuple(holder for holder in entry.holders if holder.respondent not in named)

    def was_known(self, holders: Iterable[Holder]) -> bool:
        """Whether one of them said it in a file that the table was already made from."""
        return any(holder.answer in self._known for holder in holders)

    def strangers(self, row: FilledRow) -> tuple[str, ...]:
        """Those whom the row names and who say no such thing in the answers.

        Nobody for a row that somebody added or altered, and none of those whose file was not handed over.
        """
        if not row.id or row.id in self._expected or identify(row.told) != row.id:
            return ()
        holders = self._said.get(_content(row.told), set()) | self._absent
        return tuple(name for name in _split(row.told[_RESPONDENT]) if normalise(name) not in holders)

    def _seat(self, entries: Sequence[Entry]) -> None:
        """Finds each entry its rows: first those that are known by their ids, then those that say the same."""
        taken: set[int] = set()
        for find in (self._by_id, self._by_earlier_id, self._by_words):
            for entry in entries:
                seats = self._seats.setdefault(entry.number, [])
                waiting = {holder.respondent for holder in self.uncovered(entry)}
                for row, holders in find(entry) if waiting else ():
                    named = {holder.respondent for holder in holders}
                    if id(row) not in taken and not waiting.isdisjoint(named):
                        taken.add(id(row))
                        seats.append((row, holders))
                        waiting -= named

    def _by_id(self, entry: Entry) -> Iterator[tuple[FilledRow, tuple[Holder, ...]]]:
        self._expected.add(known := self.id(entry))
        for row in self._ids.get(known, ()):
            yield row, entry.holders

    def _by_earlier_id(self, entry: Entry) -> Iterator[tuple[FilledRow, tuple[Holder, ...]]]:
        """The row that it had when not all had answered, or that it has for one of them alone."""
        before = tuple(holder for holder in entry.holders if holder.answer in self._known)
        for holders in (before, *((holder,) for holder in entry.holders)):
            if holders and holders != entry.holders:
                yield from ((row, holders) for row, _ in self._by_id(replace(entry, holders=holders)))

    def _by_words(self, entry: Entry) -> Iterator[tuple[FilledRow, tuple[Holder, ...]]]:
        for content in self._words(entry):
            for row in self._contents.get(content, ()):
                people = _people(row.told[_RESPONDENT])
                yield row, tuple(holder for holder in entry.holders if _people(holder.respondent) <= people)

    def _words(self, entry: Entry) -> tuple[_Content, ...]:
        """What is said, in the words of each who says it."""
        alone = (replace(entry, holders=(holder,)) for holder in entry.holders)
        return tuple(dict.fromkeys(_content(self.cells(each)) for each in alone))


def _content(cells: Sequence[str]) -> _Content:
    """What a row says, whoever says it; case, white space and a full stop do not count."""
    told = (cell for index, cell in enumerate(cells) if index != _RESPONDENT)
    return tuple(normalise(clean(cell)).rstrip(" .:;,") for cell in told)


def _people(names: str) -> set[str]:
    return set(map(normalise, _split(names)))


def _split(names: str) -> tuple[str, ...]:
    """The names in a cell, or of one who answers: a name that has a semicolon in it is two on both sides."""
    return tuple(name for each in names.split(BETWEEN.strip()) if (name := each.strip()))

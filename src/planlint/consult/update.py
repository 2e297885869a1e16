"""Answers that came late: what a table that people have begun to fill in does not have yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from planlint.consult.coverage import Coverage
from planlint.consult.verify import missing_numbers
from planlint.model.consultation import Compilation, Entry
from planlint.model.filled import FilledTable


def late_entries(compilation: Compilation, table: FilledTable) -> tuple[Entry, ...]:
    """What the answers hold and no row says, for each who holds it, by number.

    They are numbered on from the table's highest, in the order of the plan; where a row that people deleted comes back,
    it takes a number that is gone, so that none lacks. `like` is the row that says the same for somebody else, and
    `against` are the rows, of the table and of these, that want the same words to be something else.
    """
    coverage = Coverage(table, compilation)
    new = [replace(entry, holders=lacking) for entry in compilation.entries if (lacking := coverage.uncovered(entry))]
    numbers = dict(zip((entry.number for entry in new), _numbers(new, table, coverage), strict=True))
    standing = {entry.number: _standing(entry, coverage) for entry in compilation.entries}
    late = []
    for entry in new:
        like = min(standing[entry.number], default=None)
        rivals = {
            number
            for other in entry.against
            for number in ((numbers[other],) if other in numbers else ()) + tuple(standing.get(other, ()))
        }
        placed = replace(entry, number=numbers[entry.number], against=tuple(sorted(rivals)), like=like)
        late.append(replace(placed, id=coverage.id(placed)))
    return tuple(sorted(late, key=lambda entry: entry.number))


def _numbers(new: list[Entry], table: FilledTable, coverage: Coverage) -> Iterator[int]:
    """A number for each new entry: that of a row which is gone, else the next that no row has.

    A number that somebody mistyped is no reason to begin higher up.
    """
    taken = {row.ordinal for row in table.rows if row.id}
    gone = iter(missing_numbers(table))
    free = count(table.views + 1) if table.views else count(max((each or 0 for each in taken), default=0) + 1)
    for entry in new:
        back = next(gone, None) if coverage.was_known(entry.holders) else None
        yield next(number for number in free if number not in taken) if back is None else back


def _standing(entry: Entry, coverage: Coverage) -> list[int]:
    """The numbers of the rows that say what the entry says, whoever says it."""
    return [row.ordinal for row in coverage.alike(entry) if row.ordinal is not None]

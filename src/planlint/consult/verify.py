"""What lacks in a compilation that people have filled in, and where it differs from the answers."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from planlint.consult.basis import compare_files
from planlint.consult.cells import BETWEEN, DIGITS, digest_of, identify
from planlint.consult.coverage import Coverage
from planlint.model.consultation import Compilation
from planlint.model.filled import TOLD, FilledRow, FilledTable
from planlint.model.shortfall import TOLERATED, Shortfall, ShortfallKind

_ELEMENT: Final = TOLD.index("element")
_QUOTE, _VIEW, _PROPOSAL = (TOLD.index(column) for column in ("quote", "view", "proposal"))
LONGEST: Final = 120
"""Characters of a view that tell which one it is."""


def verify(table: FilledTable, expected: Compilation | None) -> tuple[Shortfall, ...]:
    """Everything that lacks: files that are others, then of the table, row by row, of its numbers, against the answers.

    `expected` is a fresh compilation of the answers; None where they are not at hand.
    """
    found = list(compare_files(table, expected)) if expected else []
    found += (Shortfall("missing-column", words=column) for column in table.lacking)
    if table.revisions:
        found.append(Shortfall("tracked-changes", words=str(table.revisions)))
    for row in table.rows:
        found += _check_row(row, table)
    found += _check_numbers(table)
    found += _check_digest(table, known=expected is not None)
    if expected is not None:
        found += _check_answers(table, expected)
    return tuple(found)


def fails(shortfall: Shortfall) -> bool:
    """Whether the compilation is not done because of it."""
    return shortfall.kind not in TOLERATED


def digest_start(data: bytes) -> str:
    """A file's digest as the table states it."""
    return hashlib.sha256(data).hexdigest()[:DIGITS]


def is_altered(row: FilledRow) -> bool:
    """Whether the row does not say what its id was made of."""
    return bool(row.id) and identify(row.told) != row.id


def _check_row(row: FilledRow, table: FilledTable) -> Iterator[Shortfall]:
    """What lacks in one row; that it was altered cannot be told where a column is gone."""
    if not row.id and not _is_old(row, table):
        yield _at(row, "own-row")
    elif not row.id or (is_altered(row) and not set(table.lacking) & set(TOLD)):
        yield _at(row, "altered-row")
    if row.standpoint is None and "standpoint" not in table.lacking:
        kind: ShortfallKind = "unknown-standpoint" if row.standpoint_words else "no-standpoint"
        yield _at(row, kind, row.standpoint_words)
    if not row.reason and "reason" not in table.lacking:
        if row.standpoint == "not-met":
            yield _at(row, "no-reason")
        elif row.standpoint == "partly":
            yield _at(row, "no-reason-partly")


def _is_old(row: FilledRow, table: FilledTable) -> bool:
    """Whether a row without an id has the number of one that planlint wrote, and of no other that still has its id."""
    taken = any(other.id and other.number == row.number for other in table.rows)
    return not taken and row.number in {str(number) for number in range(1, table.views + 1)}


def _check_numbers(table: FilledTable) -> Iterator[Shortfall]:
    """Numbers that two rows have, and those that no row has."""
    counts = Counter(row.number for row in table.rows if row.id)
    for row in table.rows:
        if row.id and counts[row.number] > 1:
            yield _at(row, "double-row")
    gone = missing_numbers(table)
    if gone:
        kind: ShortfallKind = "changed-number" if _has_all(table) else "missing-row"
        yield Shortfall(kind, words=", ".join(spans(gone)))


def _has_all(table: FilledTable) -> bool:
    """Whether the rows are those that the table was made with, whatever their numbers."""
    return bool(table.digest) and digest_of(row.id for row in table.rows if row.id) == table.digest


def missing_numbers(table: FilledTable) -> tuple[int, ...]:
    """The numbers from 1 on that no row has any more."""
    there = {row.number for row in table.rows}
    return tuple(number for number in range(1, table.views + 1) if str(number) not in there)


def _check_digest(table: FilledTable, *, known: bool) -> Iterator[Shortfall]:
    """Whether the rows are those that the table was made with, where their numbers do not tell otherwise."""
    if not table.digest:
        if not known:
            yield Shortfall("no-digest")
        return
    explained = missing_numbers(table) or sum(bool(row.id) for row in table.rows) != table.views
    if not explained and not _has_all(table):
        yield Shortfall("other-digest", words=table.digest)


def _check_answers(table: FilledTable, expected: Compilation) -> Iterator[Shortfall]:
    """Views that no row has, rows that no answer holds."""
    coverage = Coverage(table, expected)
    for entry in expected.entries:
        lacking = coverage.uncovered(entry)
        if lacking:
            cells = coverage.cells(entry)
            names = BETWEEN.join(dict.fromkeys(holder.respondent for holder in lacking))
            yield Shortfall("missing-view", element=cells[_ELEMENT], words=names, view=_say_view(cells))
    for row in table.rows:
        strangers = coverage.strangers(row)
        if strangers:
            yield _at(row, "unknown-view", BETWEEN.join(strangers))


def _at(row: FilledRow, kind: ShortfallKind, words: str = "") -> Shortfall:
    told = row.told
    return Shortfall(kind, row.number, row.id, told[_ELEMENT], row.where, words, _say_view(told))


def _say_view(told: Sequence[str]) -> str:
    """How the view begins; of one without words of its own, what it proposes or is about."""
    line = " ".join((told[_VIEW] or told[_PROPOSAL] or told[_QUOTE]).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def spans(numbers: Iterable[int]) -> Iterator[str]:
    """Numbers in order as a reader takes them in: "3", "7–9"."""
    first = last = None
    for number in (*numbers, None):
        if first is None or last is None:
            first = last = number
        elif number == last + 1:
            last = number
        else:
            yield str(first) if first == last else f"{first}–{last}"
            first = last = number

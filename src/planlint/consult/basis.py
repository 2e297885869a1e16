"""The files that a filled-in table was made from, beside those that are at hand now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from planlint.model.consultation import Answer, Compilation
from planlint.model.filled import Basis, FilledTable
from planlint.model.shortfall import Shortfall

_FEWEST: Final = 8
"""Characters of a digest that tell files apart; a shorter one tells nothing."""


def pair_files(table: FilledTable, compilation: Compilation) -> tuple[tuple[int | None, int | None], ...]:
    """The indices of the table's files and of the answers that are the same, those of the table first, in order.

    Files are the same by their content, whatever they are called now; of the others those with one name. None stands
    for a file that the other side does not have.
    """
    basis, answers = table.basis, compilation.answers
    pairs: dict[int, int] = {}
    for fits in (_same_content, _same_path, _same_name):
        for index, each in enumerate(basis):
            if index not in pairs:
                free = (at for at, _ in enumerate(answers) if at not in pairs.values())
                found = next((at for at in free if fits(each, answers[at])), None)
                if found is not None:
                    pairs[index] = found
    old = tuple((index, pairs.get(index)) for index in range(len(basis)))
    return (*old, *((None, at) for at in range(len(answers)) if at not in pairs.values()))


def missing_files(table: FilledTable, compilation: Compilation) -> tuple[Basis, ...]:
    """The files that the table was made from and that are not among the answers."""
    pairs = pair_files(table, compilation)
    return tuple(table.basis[basis] for basis, answer in pairs if basis is not None and answer is None)


def compare_files(table: FilledTable, compilation: Compilation) -> Iterator[Shortfall]:
    """The plan, and each of the table's files, where it is another one now or is not at hand."""
    sha256 = compilation.sent.run.outcomes[0].sha256
    if table.plan and not has_content(table.plan, sha256):
        yield Shortfall("changed-plan", words=table.plan.path)
    for basis, answer in pair_files(table, compilation):
        if basis is None:
            continue
        each = table.basis[basis]
        if answer is None:
            yield Shortfall("missing-file", words=each.path)
        elif not has_content(each, compilation.answers[answer].sha256):
            yield Shortfall("changed-file", words=each.path)


def has_content(basis: Basis, sha256: str) -> bool:
    """Whether a file with that digest is the one that the table states; both are '' for one that cannot be read."""
    return basis.digest == sha256[: len(basis.digest)] if len(basis.digest) >= _FEWEST else basis.digest == sha256


def _same_content(basis: Basis, answer: Answer) -> bool:
    return has_content(basis, answer.sha256)


def _same_path(basis: Basis, answer: Answer) -> bool:
    return basis.path == answer.path


def _same_name(basis: Basis, answer: Answer) -> bool:
    return PurePosixPath(basis.path).name == PurePosixPath(answer.path).name

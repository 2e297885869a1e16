"""Which files the answers are in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from planlint.consult.answers.endings import ENDINGS
from planlint.errors import InputError
from planlint.intake import Source, absolute_path, find_sources, read_bytes


def find_answers(paths: Sequence[Path], folder: Path, spare: Iterable[Path]) -> tuple[Source, ...]:
    """The files that the arguments stand for, folders opened; each file once. `folder` is the current one.

    `spare` are the plan and whatever else is no answer, wherever it was named. In a folder, hidden files and Word's
    '~$' files are passed over, and what planlint itself wrote and nobody has saved since: empty forms, compilations,
    copies with findings in the margin. Files of kinds that answers come in and that cannot be read are among the rest,
    so that somebody is told.
    """
    spared = {absolute_path(path) for path in spare}
    return tuple(
        source
        for source in find_sources(paths, folder, ENDINGS)
        if absolute_path(source.path) not in spared and (source.named or not _is_own(source))
    )


def is_own(data: bytes) -> bool:
    """Whether planlint wrote the bytes, a Word file or a workbook, and nobody has saved them since."""
    from planlint import word
    from planlint.archive.seal import is_sealed

    return is_sealed(data) or word.is_annotated(data)


def _is_own(source: Source) -> bool:
    """Whether planlint wrote the file as it is. One that cannot be read is not known to be."""
    try:
        return is_own(read_bytes(source))
    except InputError:
        return False

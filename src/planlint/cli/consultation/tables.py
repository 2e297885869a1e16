"""The tables that a consultation writes and people fill in: their forms by ending, which may be replaced."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from planlint.cli.values import suggest_value
from planlint.errors import InputError, UsageError
from planlint.intake import WORD_ENDINGS, Source, read_bytes

Form = TypeVar("Form", bound=str)
WORKBOOK: str = ".xlsx"


def form_in(output: Path, endings: Mapping[str, Form]) -> Form:
    """The form that a file has by its ending. Raises UsageError for an ending without a form."""
    ending = output.suffix.lower()
    if ending not in endings:
        sv, en = suggest_value(ending, endings)
        raise UsageError(
            f"”{output}” har ingen ändelse som säger vad filen ska bli{sv}",
            f"“{output}” has no ending that tells what the file should be{en}",
        )
    return endings[ending]


def spare_tables(path: Path, *, force: bool, updates: bool = False) -> None:
    """Raises UsageError where a Word or Excel file stands at the path that is not as planlint wrote it.

    People fill such files in, so that one is only replaced with `force`; `updates` tells that there is --update too.
    """
    filled = path.suffix.lower() in WORD_ENDINGS | {WORKBOOK} and os.path.lexists(path) and not _is_own(path)
    if filled and not force:
        sv, en = ("fylla på med --update, eller", "add to it with --update, or") if updates else ("eller", "or")
        raise UsageError(
            f"”{path}” finns redan och är inte som planlint skrev det; ange ett annat namn, {sv} --force.",
            f"“{path}” exists already and is not as planlint wrote it; give another name, {en} --force.",
        )


def _is_own(path: Path) -> bool:
    """Whether nobody has saved it since planlint did."""
    from planlint.archive.seal import is_sealed

    try:
        return is_sealed(read_bytes(Source(path, str(path))))
    except InputError:
        return False

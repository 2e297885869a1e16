"""Values of options: closed sets of names, and one line with the nearest name for what is none of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click

from planlint.errors import UsageError

Callback = Callable[[click.Context, click.Parameter, str | None], object]
HUNDRED = 100
MOST_PROCESSES = 60
"""Windows lets a program wait for 63 others at most."""


def suggest_value(word: str, known: Iterable[str]) -> tuple[str, str]:
    """The end of an error message in Swedish and English: the nearest known word, or all of them."""
    from planlint.rulebook.nearest import suggest

    return suggest(word, known)


def one_of(values: Mapping[str, str]) -> Callback:
    """What turns an option's word, whatever its case, into the value of that name; several names may share a value.

    It raises UsageError with the nearest name for a word that is none.
    """

    def convert(_context: click.Context, parameter: click.Parameter, word: str | None) -> str | None:
        if word is None:
            return None
        if word.casefold() not in values:
            option = parameter.opts[0]
            sv, en = suggest_value(word, values)
            raise UsageError(f"okänt värde ”{word}” för {option}{sv}", f"unknown value “{word}” for {option}{en}")
        return values[word.casefold()]

    return convert


def one_word_of(*words: str) -> Callback:
    """The same for words that stand for themselves."""
    return one_of({word: word for word in words})


def document_path(word: str) -> Path:
    """A path as it was written. Raises UsageError for an empty one, which would otherwise mean the current folder."""
    if not word:
        raise UsageError("en sökväg är tom; ange en fil eller mapp", "a path is empty; name a file or a folder")
    return Path(word)


def processes(_context: click.Context, parameter: click.Parameter, word: str) -> int:
    """How many processes, from 1 to MOST_PROCESSES. Raises UsageError for anything else."""
    number = int(word) if word.isascii() and word.isdecimal() and len(word) <= len(str(MOST_PROCESSES)) else 0
    if not 0 < number <= MOST_PROCESSES:
        option = parameter.opts[0]
        raise UsageError(
            f"”{word}” går inte för {option}; ange ett heltal från 1 till {MOST_PROCESSES}.",
            f"“{word}” will not do for {option}; give a whole number from 1 to {MOST_PROCESSES}.",
        )
    return number


def percent(_context: click.Context, parameter: click.Parameter, word: str | None) -> float | None:
    """A share from 0 to 100, with or without '%', decimal comma or point. Raises UsageError for anything else."""
    if word is None:
        return None
    try:
        share = float(word.removesuffix("%").replace(",", "."))
    except ValueError:
        share = math.nan
    if not 0 <= share <= HUNDRED:
        option = parameter.opts[0]
        raise UsageError(
            f"”{word}” är inget procenttal för {option}; ange ett tal från 0 till 100",
            f"“{word}” is no percentage for {option}; give a number from 0 to 100",
        )
    return share

"""The words for what becomes of a view, as people write them."""

from __future__ import annotations

from functools import cache

from planlint.consult.table.columns import LANGUAGES
from planlint.language.normalise import normalise
from planlint.model.filled import STANDPOINTS, Standpoint
from planlint.texts import say


def read_standpoint(words: str) -> Standpoint | None:
    """Which of the four the words are, in either language; case, spaces and punctuation do not count.

    None for anything else: what "delvis", "ja" or "inte" stand for is not guessed.
    """
    return _standpoints().get(_letters(words))


@cache
def _standpoints() -> dict[str, Standpoint]:
    return {_letters(say(f"standpoint-{each}", language)): each for each in STANDPOINTS for language in LANGUAGES}


def is_prompt(words: str) -> bool:
    """Whether a standpoint's cell only says that one is to be chosen: some programs turn a control's prompt to text."""
    return _letters(words) in {_letters(say("choose-standpoint", language)) for language in LANGUAGES}


def _letters(words: str) -> str:
    return "".join(character for character in normalise(words) if character.isalnum())

"""A line of the plan cut into what is read as one: its sentences; a heading, an item of a list or a goal whole."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from planlint.consult.answers.markup.lines import Line
from planlint.language.sentences import sentences

_SENTENCE_ENDS: Final = re.compile(r"[.!?…:][”’\"')\]»]*\s*$")


def cut_units(line: Line, whole: Collection[tuple[str, int]]) -> tuple[tuple[int, int], ...]:
    """The starts and ends of a line's units, at least one. `whole` are the lines that are never cut, by their place."""
    text = line.text.strip()
    if line.level is not None or line.item or line.at in whole:
        return ((text.start, text.end),)
    return tuple((each.start, each.end) for each in sentences(line.text)) or ((text.start, text.end),)


def units_of(units: tuple[tuple[int, int], ...], start: int, end: int, words: str) -> tuple[int, int]:
    """The first and the last of the units that are changed where `words` take the place of `start` to `end`.

    Words between two sentences belong to the first where they end one themselves or stand right after it.
    """
    touched = [at for at, (begin, until) in enumerate(units) if start < until and begin < end]
    if touched:
        return touched[0], touched[-1]
    at = max((at for at, (begin, _) in enumerate(units) if begin <= start), default=0)
    ends_one = bool(_SENTENCE_ENDS.search(words)) or not words.strip()
    if at and start == units[at][0] and ends_one:
        at -= 1
    return at, at

"""What is to happen in a paragraph, step by step from its beginning to its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from planlint.model.edit import Replace, Split

_TOKEN: Final = re.compile(r"\w+|\s+|.", re.DOTALL)
_MOST: Final = 600
"""Words of a place that are compared one by one, as that takes the square of their number: some 40 lines."""


class Step(NamedTuple):
    """Words in place of those from `start` to `end`, in the original's code points; None for the paragraph's end."""

    start: int
    end: int
    words: str | None


def list_steps(edits: Iterable[Replace | Split]) -> list[Step]:
    """The steps that make the edits, in order; at one spot in the order given. Raises ValueError where two overlap."""
    ordered = sorted(edits, key=lambda edit: (edit.place.start, edit.place.end))
    reached = 0
    for edit in ordered:
        if edit.place.start < reached:
            raise ValueError(f"two edits overlap at {edit.place}")
        reached = edit.place.end
    return [step for edit in ordered for step in _steps_of(edit)]


def _steps_of(edit: Replace | Split) -> Iterator[Step]:
    """A split, or the words that differ: what stays the same keeps its look, and what hangs in it stays."""
    place = edit.place
    if isinstance(edit, Split):
        yield Step(place.start, place.end, None)
        return
    before, after = _TOKEN.findall(place.text), _TOKEN.findall(edit.words)
    if not before or len(before) > _MOST or len(after) > _MOST:
        yield Step(place.start, place.end, edit.words)
        return
    begins = [place.start]
    for token in before:
        begins.append(begins[-1] + len(token))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "insert" and not i1:  # it is to look as what it comes before, not as what stands before the place
            yield Step(begins[0], begins[1], "".join((*after[j1:j2], before[0])))
        elif tag != "equal":
            yield Step(begins[i1], begins[i2], "".join(after[j1:j2]))

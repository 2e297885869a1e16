"""The names by which the two ends of a move are known to be one."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import count
from typing import Final

from planlint.model.document import RevisionKind
from planlint.model.returned import TrackedChange

_OTHER_END: Final[Mapping[RevisionKind, RevisionKind]] = {"move-from": "move-to", "move-to": "move-from"}


def name_moves(changes: Sequence[TrackedChange]) -> tuple[TrackedChange, ...]:
    """The changes with a name for every move. Where the file has none, two ends with the same words are a move.

    The mark of a paragraph that was moved goes with the last words that were moved in it.
    """
    names = _invent({change.move for change in changes})
    named = list(_name_words(changes, names))
    in_paragraphs = {_spot(change): change.move for change in named if change.scope == "words"}
    return tuple(
        replace(change, move=in_paragraphs.get(_spot(change)) or next(names)) if _is_nameless(change) else change
        for change in named
    )


def _name_words(changes: Iterable[TrackedChange], names: Iterator[str]) -> Iterator[TrackedChange]:
    """The changes, those of words with a name: the first that is still alone with the same words, of the other end."""
    alone: defaultdict[tuple[str, str, str], deque[str]] = defaultdict(deque)
    for change in changes:
        if not _is_nameless(change) or change.scope != "words":
            yield change
            continue
        said = change.author, change.place.text.strip()
        others = alone[_OTHER_END[change.kind], *said]
        if others:
            name = others.popleft()
        else:
            name = next(names)
            alone[change.kind, *said].append(name)
        yield replace(change, move=name)


def _is_nameless(change: TrackedChange) -> bool:
    return not change.move and change.kind in _OTHER_END


def _spot(change: TrackedChange) -> tuple[str, int, str]:
    return change.place.part, change.paragraph, change.kind


def _invent(taken: AbstractSet[str]) -> Iterator[str]:
    """Names that the file does not use: the same ones for the same file."""
    return (name for number in count(1) if (name := f"move-{number}") not in taken)

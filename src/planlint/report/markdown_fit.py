"""Pieces of a text put together within a limit: whole ones, the gravest first, in the order that they are read."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final

_EMPTY_LINES: Final = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Shared:
    """A text that several pieces need, such as a heading: it comes once, with the first of them that is there."""

    key: Hashable
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that is left out whole or not at all, with what must stand before and after it.

    The lower its `rank`, the longer it is kept.
    """

    text: str
    rank: int
    before: tuple[Shared, ...] = ()
    after: tuple[Shared, ...] = ()


def size(text: str) -> int:
    """How much of a limit the text takes: bytes of UTF-8, of which there are never fewer than characters."""
    return len(text.encode("utf-8"))


def join(pieces: Sequence[Piece]) -> str:
    """The pieces in their order, each shared text once; where two ask for an empty line between them, there is one."""
    told: set[Hashable] = set()
    texts: list[str] = []
    for piece in pieces:
        texts += [*_untold(piece.before, told), piece.text, *_untold(piece.after, told)]
    return _EMPTY_LINES.sub("\n\n", "".join(texts))


def fit(pieces: Sequence[Piece], limit: int) -> list[Piece]:
    """The pieces that are kept where their text may take `limit` bytes: by rank, then as many as come first.

    Where a piece finds no room, nothing after it is kept either, so that nothing less grave takes a graver one's place.
    """
    told: set[Hashable] = set()
    kept: list[int] = []
    left = limit
    for place in sorted(range(len(pieces)), key=lambda each: pieces[each].rank):
        piece = pieces[place]
        new = [shared for shared in (*piece.before, *piece.after) if shared.key not in told]
        left -= size(piece.text) + sum(size(shared.text) for shared in new)
        if left < 0:
            break
        told.update(shared.key for shared in new)
        kept.append(place)
    return [pieces[place] for place in sorted(kept)]


def _untold(shared: Sequence[Shared], told: set[Hashable]) -> list[str]:
    new = {each.key: each.text for each in shared if each.key not in told}
    told.update(new)
    return list(new.values())

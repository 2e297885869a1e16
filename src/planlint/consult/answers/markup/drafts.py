"""A view while it is being made: what is struck, what is written, and where on the ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from planlint.consult.answers.markup.wishes import Changes
from planlint.model.consultation import Spot, ViewKind
from planlint.model.edit import Edit
from planlint.model.text import Text

LONGEST_QUOTE: Final = 300
"""Characters of words that a comment is about, or whose looks were changed: enough to find them."""
LONGEST_HINT: Final = 80
"""Characters of the words that something is moved to after."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One view of one actor. It stands at `line` and `start` of the ground, from which its place in the order comes.

    `moved` are its own words alone, those struck or those written. `after` are the words that new ones follow, and
    `to` is the spot that something is moved to.
    """

    kind: ViewKind
    line: int
    start: int
    spot: Spot
    place: Text | None
    quote: str = ""
    proposal: str = ""
    moved: str = ""
    edits: tuple[Edit, ...] = ()
    changes: Changes = ()
    after: str = ""
    to: Spot | None = None


def shorten(text: str, longest: int = LONGEST_QUOTE) -> str:
    """The text; where it is longer, its first words and three dots."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    whole = kept if text[longest - 1].isspace() else kept.rpartition(" ")[0]
    return (whole or kept).rstrip() + "…"


def shorten_before(text: str) -> str:
    """The text; where it is longer, three dots and its last words."""
    if len(text) <= LONGEST_HINT:
        return text
    return "…" + text[1 - LONGEST_HINT :].partition(" ")[2]

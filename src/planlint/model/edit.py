"""Changes of a plan as it was sent out, each at its place in it: so they can be held together, and made."""

from __future__ import annotations

from dataclasses import dataclass

from planlint.model.document import Block, Row
from planlint.model.text import Text


@dataclass(frozen=True, slots=True)
class Replace:
    """Other words for those of `place`: an insertion where `place` is an empty Text, a deletion where `words` is ''."""

    place: Text
    words: str


@dataclass(frozen=True, slots=True)
class Remove:
    """A paragraph goes, with its words and its mark. `place` is the whole paragraph as the plan has it."""

    place: Text


@dataclass(frozen=True, slots=True)
class Join:
    """A paragraph's mark goes, so that the next paragraph's words follow its own. `place` is the whole paragraph."""

    place: Text


@dataclass(frozen=True, slots=True)
class Split:
    """A paragraph ends at `place`, an empty Text inside it, and what follows is a paragraph of its own."""

    place: Text


@dataclass(frozen=True, slots=True)
class Add:
    """New blocks after a paragraph of the body, or after the table that it closes; -1 is before everything.

    The blocks are as the file that came back reads them: their style, level and list tell which of the plan's own
    paragraphs they should look like; their places are that file's.
    """

    after: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class AddRow:
    """A new row of a table, after the row that the paragraph `after` stands in."""

    after: int
    row: Row


@dataclass(frozen=True, slots=True)
class RemoveRow:
    """A row of a table goes: the one that the paragraph stands in. `place` is its first paragraph."""

    place: Text


Edit = Replace | Remove | Join | Split | Add | AddRow | RemoveRow
"""Places and paragraphs are the sent plan's, in the reading that was sent."""

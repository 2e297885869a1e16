"""A Word file that came back: its text as it was sent out, and everything that people have changed and said in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from planlint.model.document import Document, RevisionKind
from planlint.model.text import Text

Scope = Literal["words", "paragraph", "row", "cell", "layout"]
"""What a tracked change is a change of.

"words": words of a paragraph. "paragraph": the mark at a paragraph's end, or the paragraph's own formatting. "row",
"cell": a row or a cell of a table that came or went. "layout": how a table, a row, a cell, a section or a list looks.
"""


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """A tracked change. `marks` is how many elements of the file make it: an editor splits one change into several.

    `place` is in the original reading, and so are its start and end: words that stood there from the beginning as a
    Text, those that did not (inserted ones, and those that were inserted and struck again) as a Struck at the spot
    where they would stand. `paragraph` is the w:p that the change itself stands in, which may be one that the original
    does not have. `move` is the name that the two ends of a move share, '' for any other change. `nested` is True for
    words that were inserted and struck in the same file: no one asks for them.
    """

    kind: RevisionKind
    scope: Scope
    author: str
    date: str
    place: Text
    paragraph: int
    marks: int = 1
    move: str = ""
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back. `document` is its original reading, `final` the final one, both with all its comments.

    Every element of the file that marks a tracked change is counted in exactly one of the `changes`, which stand in
    the order of the file. `addresses` gives the account or e-mail address of an author, where the file states one.
    """

    document: Document
    final: Document
    changes: tuple[TrackedChange, ...]
    addresses: Mapping[str, str] = field(default_factory=dict)

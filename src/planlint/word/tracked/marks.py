"""Elements that mark tracked changes, by what they are changes of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from planlint.model.document import RevisionKind
from planlint.model.returned import Scope
from planlint.word import names
from planlint.word.changes import read_change
from planlint.word.names import w

_CELLS: Final = frozenset({w("cellIns"), w("cellDel")})
_LAYOUT: Final = frozenset(
    {
        w("sectPrChange"), w("tblPrChange"), w("tblGridChange"), w("tblPrExChange"), w("trPrChange"), w("tcPrChange"),
        w("cellMerge"), w("numberingChange"),
    }
)  # fmt: skip
MARKS: Final = _LAYOUT | _CELLS | frozenset({names.RUN_CHANGE, names.PARAGRAPH_CHANGE, *names.TRACKED})
"""The names of every element that marks a tracked change. The ends of a move's range are none of their own."""

_STRIKING: Final = frozenset({names.DELETED, names.MOVED_FROM, w("cellDel")})
_INSERTING: Final = frozenset({names.INSERTED, w("cellIns")})


@dataclass(slots=True, eq=False)
class Mark:
    """An element that marks a tracked change, with the w:p that it stands in or is nearest to, and that one's index.

    For a row, a cell and a table the w:p is their first, and `last` the index of their last. `nested` and `move` are as
    in TrackedChange; `move` is '' where the file gives the move no name.
    """

    element: Element
    kind: RevisionKind
    scope: Scope
    paragraph: Element | None
    number: int
    last: int = 0
    nested: bool = False
    move: str = ""
    lives: bool = False
    dies: bool = False
    """Whether it holds words that were not both inserted and struck, and words that were."""

    @property
    def leaves(self) -> bool:
        """Whether what it marks goes."""
        return self.kind in {"deletion", "move-from"}

    def undone(self, *, inserted: bool, struck: bool) -> bool:
        """Whether it comes to nothing where what stands around it was inserted, or struck."""
        if self.kind == "insertion":
            return struck
        return inserted if self.leaves else inserted and struck and self.kind == "formatting"

    def close(self) -> None:
        """Words that came or went, all of which were inserted and struck again: no one asks for them."""
        if self.kind != "move-to" and self.dies and not self.lives:
            self.nested = True


def classify(element: Element) -> tuple[RevisionKind, Scope]:
    """What kind of a change an element of MARKS marks, and what it is a change of."""
    tag, parent = element.tag, element.getparent()
    above = "" if parent is None else parent.tag
    change = read_change(element)
    if change is None or tag in _LAYOUT or above == names.NUMBERING:
        return "formatting", "layout"
    if tag in _CELLS:
        return change.kind, "cell"
    if above == names.ROW_PROPERTIES:
        return change.kind, "row"
    around = None if parent is None else parent.getparent()
    of_mark = above == names.RUN_PROPERTIES and around is not None and around.tag == names.PARAGRAPH_PROPERTIES
    return change.kind, "paragraph" if of_mark or tag == names.PARAGRAPH_CHANGE else "words"


def stands_beside(element: Element) -> tuple[bool, bool]:
    """Whether beside a mark of a paragraph, a row or a cell one stands that inserts it, and one that strikes it."""
    beside = {one.tag for one in (element.getprevious(), element.getnext()) if one is not None}
    return not beside.isdisjoint(_INSERTING), not beside.isdisjoint(_STRIKING)

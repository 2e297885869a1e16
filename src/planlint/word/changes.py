"""Tracked changes: whose, of what kind, and which of them a reading shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from planlint.model.document import GONE, Reading, RevisionKind
from planlint.word.names import AUTHOR, DATE, w

_KINDS: Final[dict[str, RevisionKind]] = {
    w("ins"): "insertion",
    w("del"): "deletion",
    w("moveFrom"): "move-from",
    w("moveTo"): "move-to",
    w("cellIns"): "insertion",
    w("cellDel"): "deletion",
    w("rPrChange"): "formatting",
    w("pPrChange"): "formatting",
}
CHANGES: Final = _KINDS.keys()
"""The names of elements that are tracked changes."""


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change as its element states it."""

    kind: RevisionKind
    author: str
    date: str

    def gone(self, reading: Reading) -> bool:
        """Whether what is changed in this way is not there in the reading."""
        return self.kind in GONE[reading]


def read_change(element: Element) -> Change | None:
    """The tracked change that an element stands for, None for any other element."""
    kind = _KINDS.get(element.tag)
    return Change(kind, element.get(AUTHOR, ""), element.get(DATE, "")) if kind else None

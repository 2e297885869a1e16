"""How the views of a consultation were treated: what became of each, and which change of the plan came from which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planlint.model.comparison import Change, Comparison
from planlint.model.filled import FilledRow, FilledTable, Standpoint

Bond = Literal["words", "place"]
"""What ties a view to a change. "words": the very words that it asks for came, or those that it strikes went. "place":
the table says that it is met, at least in part, and what changed is what it is about."""
Doubt = Literal["unseen", "despite"]
"""What a reader should look at again. "unseen": the table says that the view is met, and nothing changed where it
stands. "despite": it says that the view is not met, and the plan now has the words that it asks for."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A view that a change came from: its index among the treated, and what ties them."""

    view: int
    bond: Bond


@dataclass(frozen=True, slots=True)
class Made:
    """A change of the plan, or as much of one as came from the same views; none where no view asked for it."""

    change: Change
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Treated:
    """A view with its standpoint. `chapter` is the title that it stands under in the plan as it was sent, '' for none.

    `changes` are the indices of the changes that came from it.
    """

    row: FilledRow
    chapter: str
    changes: tuple[int, ...] = ()
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Treatment:
    """The whole consultation, accounted for. `comparison` is of the plan as it was sent and as it is now."""

    table: FilledTable
    comparison: Comparison
    views: tuple[Treated, ...]
    changes: tuple[Made, ...]

    def count(self, standpoint: Standpoint | None) -> int:
        """How many views have that standpoint; None for those that have none yet."""
        return sum(view.row.standpoint == standpoint for view in self.views)

    @property
    def respondents(self) -> tuple[str, ...]:
        """Everyone who answered, as the table has them, each once."""
        names = (name.strip() for basis in self.table.basis for name in basis.respondents.split(";"))
        return tuple(dict.fromkeys(name for name in names if name))

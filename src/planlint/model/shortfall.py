"""What lacks in a compilation that people have filled in, or differs from what it was made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

ShortfallKind = Literal[
    "missing-column", "no-standpoint", "unknown-standpoint", "no-reason", "no-reason-partly", "altered-row",
    "double-row", "missing-row", "changed-number", "no-digest", "other-digest", "own-row", "tracked-changes",
    "changed-plan", "changed-file", "missing-file", "missing-view", "unknown-view",
]  # fmt: skip
"""What it is.

Of the table alone: a column that planlint knows was taken away; a view has no standpoint, or one in other words than
the four; "no-reason": it is not met and the table does not say why ("no-reason-partly": met in part); the row does not
say what its id was made of; two rows have one number; rows are gone; "changed-number": none is gone, and yet no row has
these numbers; the line with the digest is gone, or it tells of other rows than these; "own-row": somebody added the row
by hand; the file has tracked changes, which are read as accepted.
Against the answers: the plan or a file is another than the one that the table was made of; a file was not handed over;
an answer holds a view that no row has; a row has a view that no answer holds.
"""
SHORTFALLS: Final[tuple[ShortfallKind, ...]] = get_args(ShortfallKind)
TOLERATED: Final[frozenset[ShortfallKind]] = frozenset({"no-reason-partly", "own-row", "tracked-changes"})
"""What is told, and fails nothing: that not all of a view is met should have a reason, that none of it is must."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One thing that lacks or differs.

    `number`, `id`, `element` and `where` (the table and the line in it) are the row's, '' where there is none. `words`
    is what the kind is about: what the standpoint's cell says, the column, the numbers that are gone, the file, or who
    holds the view. `view` is how the view begins.
    """

    kind: ShortfallKind
    number: str = ""
    id: str = ""
    element: str = ""
    where: str = ""
    words: str = ""
    view: str = ""

"""A compilation as people have filled it in: what the table says, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from planlint.model.rule import Language

Standpoint = Literal["met", "partly", "not-met", "noted"]
"""What becomes of a view: it is met, met in part, not met, or only noted."""
STANDPOINTS: Final = get_args(Standpoint)
_MOST_DIGITS: Final = 9

Column = Literal[
    "number", "id", "respondent", "element", "kind", "quote", "view", "proposal",
    "standpoint", "reason", "change", "responsible", "remark",
]  # fmt: skip
TOLD: Final[tuple[Column, ...]] = ("respondent", "element", "kind", "quote", "view", "proposal")
"""What the answers say: the digest of a row is of these."""
FILLED: Final[tuple[Column, ...]] = ("standpoint", "reason", "change", "responsible")
"""What people fill in."""


def ordinal(words: str) -> int | None:
    """The number that a cell states; None where it says something else."""
    return int(words) if words.isdecimal() and len(words) <= _MOST_DIGITS else None


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row of the table. `told` has the texts of the columns TOLD, in order, as they stand; `where` says where.

    `standpoint` is None where its cell is empty or says nothing known; `standpoint_words` is what the cell says.
    """

    number: str
    id: str
    told: tuple[str, ...]
    standpoint: Standpoint | None
    standpoint_words: str
    reason: str
    change: str
    responsible: str
    where: str

    @property
    def ordinal(self) -> int | None:
        """The number as such; None where the cell says something else."""
        return ordinal(self.number)


@dataclass(frozen=True, slots=True)
class Basis:
    """A file that the table was made from, as the table says: who, its name, what it held, how its digest begins."""

    respondents: str
    path: str
    revisions: int
    comments: int
    views: int
    digest: str


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A compilation as read back. `digest` is of all its rows' ids when it was made, `views` how many they were.

    Where the line that says so is gone, `digest` is '' and `views` 0. `lacking` are columns that people took away,
    `revisions` how many tracked changes the file has: its rows are as they read when all are accepted.
    """

    path: str
    language: Language
    rows: tuple[FilledRow, ...]
    plan: Basis | None
    basis: tuple[Basis, ...]
    views: int
    digest: str
    anonymous: bool = False
    lacking: tuple[Column, ...] = ()
    revisions: int = 0

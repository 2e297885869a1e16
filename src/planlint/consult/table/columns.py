"""The columns of a table, known again by the words over them, wherever people have moved them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, get_args

from planlint.language.normalise import label_key
from planlint.model.filled import Column
from planlint.model.rule import Language
from planlint.texts import say

LANGUAGES: Final[tuple[Language, ...]] = ("sv", "en")
COLUMNS: Final[tuple[Column, ...]] = get_args(Column)
BASIS: Final = ("respondent", "file", "revisions", "comments", "views", "digest")
"""The columns of the table of files, by their texts."""
_VIEWS_TELL: Final = frozenset({"view", "standpoint"})
_BASIS_TELLS: Final = frozenset({"file", "digest"})
_FEWEST: Final = 5
"""Columns that a table of views must have at least: a form that asks for views has fewer of these names."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a header row says: which column stands where, and in which language."""

    language: Language
    columns: Mapping[str, int]

    def cell(self, cells: Sequence[str], column: str) -> str:
        """What the row says in a column; '' where the table has none such, or the row ends before it."""
        at = self.columns.get(column)
        return cells[at] if at is not None and at < len(cells) else ""


def find_views(cells: Sequence[str]) -> Head | None:
    """The header of a table of views; None for any other row."""
    head = _find(cells, COLUMNS)
    return head if len(head.columns) >= _FEWEST and head.columns.keys() >= _VIEWS_TELL else None


def find_basis(cells: Sequence[str]) -> Head | None:
    """The header of the table of files; None for any other row."""
    head = _find(cells, BASIS)
    return head if head.columns.keys() >= _BASIS_TELLS else None


def lacking(head: Head, *, separate: bool) -> tuple[Column, ...]:
    """The columns that are gone. In Word ids and remarks stand in other columns: they are not `separate` there."""
    inside: set[Column] = set() if separate else {"id"}
    return tuple(each for each in COLUMNS if each not in head.columns and each not in inside | {"remark"})


def _find(cells: Sequence[str], names: Sequence[str]) -> Head:
    """The columns by their words in the language that most of them are in; of two alike, the first."""
    keys = [label_key(cell) for cell in cells]
    found = [
        Head(language, {name: keys.index(key) for name in names if (key := _key(name, language)) in keys})
        for language in LANGUAGES
    ]
    return max(found, key=lambda head: len(head.columns))


def _key(name: str, language: Language) -> str:
    return label_key(say(f"column-{name}", language))

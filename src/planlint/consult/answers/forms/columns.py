"""Which column of a table holds what, told by its head; and the words by which a form says who answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, get_args

from planlint.consult.answers.forms.lines import Line
from planlint.consult.form import COLUMNS, HEAD_FIELDS, FormColumn, HeadField
from planlint.language.normalise import label_key
from planlint.model.rule import Language
from planlint.texts import say

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
LONGEST: Final = 60
"""Characters of a head; what is longer is somebody's words."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The head of a form's table: by column of the grid what stands below, the form's own and added ones by name."""

    own: Mapping[int, FormColumn]
    added: Mapping[int, str] = field(default_factory=dict)

    def read(self, line: Line) -> dict[FormColumn, str]:
        """What a row says in each of the form's columns."""
        found: dict[FormColumn, str] = dict.fromkeys(COLUMNS, "")
        for box in line.boxes:
            column = self.own.get(self.over(box.column))
            if column:
                found[column] = "\n".join(filter(None, (found[column], box.words)))
        return found

    def read_added(self, line: Line) -> tuple[str, ...]:
        """What a row says in columns that people added, each after the column's head."""
        told = ((self.added.get(self.over(box.column), ""), box.words) for box in line.boxes)
        return tuple(f"{head}: {words}" for head, words in told if head and words)

    def over(self, column: int) -> int:
        """Where the head begins that stands over a column of the grid."""
        return max((start for start in (*self.own, *self.added) if start <= column), default=-1)


def find_columns(line: Line) -> Columns | None:
    """The columns of a form's table, where the line is the head of one; of two heads with one meaning the first.

    A form's table has views, what they are about, and either their kind or a proposal. One with what planlint's
    compilation has beside that is none.
    """
    own: dict[int, FormColumn] = {}
    added: dict[int, str] = {}
    for box in line.boxes:
        if len(box.words) > LONGEST:
            return None
        column = next((each for each in COLUMNS if each not in own.values() and _is_head(box.words, each)), None)
        if column:
            own[box.column] = column
        elif box.words:
            added[box.column] = " ".join(box.words.split())
    found = set(own.values())
    if "view" not in found or not found & {"id", "section"} or not found & {"kind", "proposal"}:
        return None
    return None if any(label_key(words) in _compiled() for words in added.values()) else Columns(own, added)


def find_field(words: str) -> HeadField | None:
    """What of a respondent the words are the label of."""
    key = label_key(words)
    return next((each for each in HEAD_FIELDS if key in _labels(each)), None)


@cache
def _labels(field: HeadField) -> frozenset[str]:
    return frozenset(label_key(say(f"form-{field}", language)) for language in LANGUAGES)


def _is_head(words: str, column: FormColumn) -> bool:
    """Whether the words begin as the column's head does: people write 'Synpunkter' and 'Förslag på text'."""
    key = label_key(words)
    return key in _heads(column) if column == "id" else key.startswith(_heads(column))


@cache
def _heads(column: FormColumn) -> tuple[str, ...]:
    """The first word of the column's head in each language."""
    return tuple(label_key(say(f"form-column-{column}", language).split()[0]) for language in LANGUAGES)


@cache
def _compiled() -> frozenset[str]:
    """Heads that only the compilation has."""
    heads = ("standpoint", "quote")
    return frozenset(label_key(say(f"column-{each}", language)) for each in heads for language in LANGUAGES)

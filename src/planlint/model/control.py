"""What a document says of itself: title, version, date, who answers for it, and its history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planlint.model.text import Text

StatedIn = Literal["front", "header", "footer", "history"]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A row of the version history; a missing cell is an empty Text at the row's place."""

    date: Text
    version: Text
    issuer: Text
    reason: Text


@dataclass(frozen=True, slots=True)
class Statement:
    """What the document says of itself in one place; `key` is the framework's name of the field ("version")."""

    key: str
    where: StatedIn
    text: Text


@dataclass(frozen=True, slots=True)
class Classification:
    """What a document says of its information class: the heading of that section, or a label's value; and the texts."""

    place: Text
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Control:
    """What the front page, the headers and the history say of the document itself."""

    title: Text | None = None
    subtitle: Text | None = None
    version: Text | None = None
    date: Text | None = None
    period: tuple[str, str] | None = None
    versions: tuple[VersionRow, ...] = ()
    newest: VersionRow | None = None
    """The row of the version that the document is: the last, or the first where the newest stands on top."""
    statements: tuple[Statement, ...] = ()
    """Every statement of a field, in reading order; `title`, `version` and `date` above are those that win."""
    classification: Classification | None = None

"""What a check hands over (a hit) and what a report shows (a finding)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from planlint.model.text import Text
from planlint.model.words import Words

Severity = Literal["error", "warning", "info"]
Kind = Literal["exact", "judged"]
SubjectType = Literal[
    "document", "chapter", "focus_area", "goal", "intervention", "principle", "version", "stage", "step", "term",
    "actor", "card", "header", "table", "image", "link",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about: `id` as INTERFACE.md defines it, `words` its own words (title or text, no number)."""

    type: SubjectType
    id: str
    words: str = ""


HitWords = str | int | Words | tuple[Words, ...]
"""What fills a message's hole: the author's words or a number, or names that the report's language decides."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule does not hold, from a check: pure data, no wording.

    `case` names one of the rule's messages ("missing", "empty" …); `words` fills that message's holes. `undecided`
    is set where the rule cannot decide: it is then reported as info. `subject` is set where it is not the node's own.
    """

    place: Text
    case: str = "default"
    words: Mapping[str, HitWords] = field(default_factory=dict)
    related: tuple[Text, ...] = ()
    suggestion: str | None = None
    undecided: bool = False
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where a finding stands: `path` the headings and label above it, then the place and the words themselves."""

    path: tuple[str, ...]
    place: Text


@dataclass(frozen=True, slots=True)
class Wording:
    """What a finding says in a language."""

    message: str
    why: str
    help: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as reports show it, in the run's language; `translation` says the same in the other one."""

    rule: str
    name: str
    severity: Severity
    kind: Kind
    subject: Subject
    message: str
    why: str
    help: str
    location: Location
    related: tuple[Location, ...]
    suggestion: str | None
    fingerprint: str
    translation: Wording
    suppressed: str | None = None
    """Why it does not count: the author's reason, or BASELINE."""
    exempted: bool = False
    """Whether the configuration gives that reason, not a comment beside the words."""


BASELINE: Final = "baseline"
"""What `suppressed` says of a finding that stands in the baseline."""

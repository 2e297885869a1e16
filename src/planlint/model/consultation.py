"""A consultation: what was said of a plan, by whom, about which of its elements, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from planlint.model.comparison import FindingChanges, Sort
from planlint.model.document import Document
from planlint.model.edit import Edit
from planlint.model.finding import Finding
from planlint.model.framework import Framework
from planlint.model.outcome import Run, Trouble
from planlint.model.plan import Plan
from planlint.model.text import Text

ViewKind = Literal[
    "insertion", "deletion", "rewording", "move", "formatting", "comment",
    "fact", "question", "editorial", "support", "statement",
]  # fmt: skip
"""What a view is. The first five are changes made in the plan's own text, "comment" one of its margin. "fact",
"question", "editorial" and "support" are as the respondent put it in an answer form; "statement" is free text, and a
row of a form whose kind is not told."""
Way = Literal["tracked", "untracked", "comment", "form", "letter"]
"""How it was said. "untracked": the plan's text was changed and nothing shows it but that the words differ."""
AnswerForm = Literal["version", "form", "letter"]
Why = Literal["no-place", "not-found", "whole-plan", "several", "layout"]
"""Why a view stands at no element: the file does not say where; what it names is not in the plan; it is about the
plan as a whole; it names several places alike; it is about how a page or a table looks."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Something of the plan that a view can be about: an element, or a labelled part of an intervention.

    `key` is made of its own words, not of numbers and places, so that forms from two runs fit together. `part` is the
    part's label ('' for the element itself). `asked` tells whether the answer form has a row for it. `chapter` is the
    index, among the spots, of the chapter that it stands in.
    """

    key: str
    index: int
    sort: Sort
    number: str | None
    title: str
    part: str
    chapter: int
    level: int | None
    asked: bool
    place: Text


@dataclass(frozen=True, slots=True)
class Sent:
    """The plan as it was sent out: its file's bytes, what was read in them, and the spots that views are placed at.

    `run` is of this one document, held against the rules.
    """

    run: Run
    data: bytes
    document: Document
    plan: Plan
    framework: Framework
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a comment in the file itself."""

    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """One view as one person put it in one file.

    `quote` is the plan's words that it is about, `text` what is said of them, `proposal` the words that are wanted
    instead; each may be ''. `author` and `date` are as the file states them, '' where it does not. `place` is in the
    file that came back. `marks` and `comments` are how many tracked elements and comments (replies included) it is
    made of. `respondent` is set where the file itself tells who answers, as a form does. `spot` is None for what could
    not be placed, and `why` then says why.

    Of a move, `quote` is what is moved, `to` the spot where it is to stand, `after` the words that it is then to stand
    after ('' for none), and `proposal` is '' unless it is moved and reworded.
    """

    kind: ViewKind
    way: Way
    spot: Spot | None
    quote: str = ""
    text: str = ""
    proposal: str = ""
    author: str = ""
    date: str = ""
    place: Text | None = None
    marks: int = 0
    comments: int = 0
    replies: tuple[Reply, ...] = ()
    resolved: bool = False
    edits: tuple[Edit, ...] = ()
    respondent: str = ""
    why: Why | None = None
    to: Spot | None = None
    after: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of an answer that are no view: a greeting, a signature, what a form's head says."""

    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """What one file says. `respondent` is who a form or a letter says that it is from, '' where it does not.

    `revisions` and `comments` count what is in the file, found in another way than the views were. `foreign` tells that
    an answer form was made from another version of the plan. `addresses` as in Returned.
    """

    form: AnswerForm
    said: tuple[Said, ...]
    respondent: str = ""
    dated: date | None = None
    asides: tuple[Aside, ...] = ()
    revisions: int = 0
    comments: int = 0
    foreign: bool = False
    addresses: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """A file that came back. `respondents` are those whose views it holds; `last` its latest day, where it has any.

    `told` is None where the file could not be read, and `error` then says why.
    """

    path: str
    sha256: str
    respondents: tuple[str, ...]
    told: Told | None
    last: date | None = None
    error: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a view, in which of the answers (its index), and how they put it."""

    respondent: str
    answer: int
    said: Said


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the compilation: one view with all who hold it. `number` counts from 1, in the order of the plan.

    `id` is a digest of what the row says, so that it tells whether the row was altered. `against` are the numbers of
    the rows that want the same words to be something else; `like` is that of an earlier row that says the same, where
    this one came later.
    """

    number: int
    id: str
    holders: tuple[Holder, ...]
    against: tuple[int, ...] = ()
    like: int | None = None

    @property
    def said(self) -> Said:
        """What is said, in the first one's words."""
        return self.holders[0].said

    @property
    def respondents(self) -> tuple[str, ...]:
        """Who holds it, each once, in order."""
        return tuple(dict.fromkeys(holder.respondent for holder in self.holders))


@dataclass(frozen=True, slots=True)
class Invited:
    """One who was asked to answer, as the list has it, and whether an answer has come."""

    name: str
    answered: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a timeline says of the consultation; None and () where it does not say."""

    last_day: date | None = None
    invited: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """What the rules say of the plan as somebody wants it; `findings` against those of the plan as it was sent.

    `respondent` is '' for the plan with every change that no other contradicts.
    """

    respondent: str
    findings: FindingChanges


@dataclass(frozen=True, slots=True)
class Trials:
    """The plan as sent, as each respondent wants it, and with all changes that agree. `contradicted`: rows left out.

    `by` tells, by the fingerprint of a finding that is new or gone in `together`, whose changes alone do the same.
    """

    sent: tuple[Finding, ...]
    each: tuple[Trial, ...]
    together: Trial | None
    contradicted: tuple[int, ...] = ()
    by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compilation:
    """Everything that came back, by element and respondent. Entries that stand at no element come last."""

    sent: Sent
    answers: tuple[Answer, ...]
    entries: tuple[Entry, ...]
    invited: tuple[Invited, ...] = ()
    calendar: Calendar = Calendar()
    trials: Trials | None = None
    anonymous: bool = False

    @property
    def unplaced(self) -> tuple[Entry, ...]:
        """The entries that stand at no element."""
        return tuple(entry for entry in self.entries if entry.said.spot is None)

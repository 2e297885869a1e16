"""What the document means: focus areas, goals, interventions, process, glossary, principles, control.

Every leaf is a Text, so every finding has its place from the reader. What recognition could not place is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from planlint.model.card import ProjectCard
from planlint.model.control import Control
from planlint.model.document import Unread
from planlint.model.kind import DocumentKind
from planlint.model.text import Text
from planlint.model.timeline import TimelineStep

MentionForm = Literal["number", "name"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading: `place` covers the title's words without a typed number."""

    title: str
    level: int
    place: Text
    number: str | None = None
    fake: bool = False


@dataclass(frozen=True, slots=True)
class Landmark:
    """A heading or a part's label, in reading order: what a place's path is made of. `depth` counts from 1."""

    words: str
    depth: int
    place: Text
    path: tuple[str, ...] = ()
    """The words of the landmarks above it and its own, outermost first."""


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A row of the table of contents as the file has it cached."""

    number: str | None
    title: str
    page: str | None
    place: Text


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the framework that was found; `key` is the framework's name for it, `empty` if nothing follows."""

    key: str
    heading: Heading
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """An effect goal where it is defined: `code` as normalised ("1A"), `text` without the code."""

    code: str
    text: Text
    area: int
    """0-based index into the plan's focus areas."""


@dataclass(frozen=True, slots=True)
class FocusArea:
    """A focus area: `ordinal` is its place among the areas, from 1."""

    ordinal: int
    heading: Heading
    goals: tuple[Goal, ...]


class LinkStatus(Enum):
    """How a reference from an intervention to a goal resolves; one name for every way in which it can fail."""

    RESOLVED = "resolved"
    """The code is defined once."""
    BY_TEXT = "by-text"
    """No code, but the words equal a defined goal's."""
    UNKNOWN = "unknown"
    """A code that the plan does not define."""
    AMBIGUOUS = "ambiguous"
    """A code that the plan defines more than once."""


@dataclass(frozen=True, slots=True)
class GoalLink:
    """A reference in an intervention's goal part. `code` is normalised; `text` is the repeated goal text, if any."""

    code: str
    place: Text
    """The code where it stands, or the repeated text where only that does."""
    text: Text | None
    status: LinkStatus
    goal: Goal | None


@dataclass(frozen=True, slots=True)
class PrincipleMention:
    """A reference to principles in prose: `numbers` in the order written, `place` the words that make it."""

    numbers: tuple[int, ...]
    place: Text
    by: MentionForm
    names: tuple[str, ...] = ()
    """A name written beside the number ("princip 5 – Öppna upp"), as written."""
    loose: bool = False
    """True where the wording may mean the principle but need not."""


@dataclass(frozen=True, slots=True)
class LabelledPart:
    """A part of an intervention under its label. `items` are what a reader sees as items: list items or paragraphs."""

    key: str
    label: Text
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Intervention:
    """An intervention with its parts by the framework's keys, in the order written.

    `kind` is the framework's name for its sort ("preliminary-study", "project"), or None. `texts` is everything that is
    said in it (title, background, parts, tables, text boxes, footnotes), for rules that look at its words.
    """

    number: str | None
    heading: Heading
    background: tuple[Text, ...]
    parts: tuple[LabelledPart, ...]
    links: tuple[GoalLink, ...]
    principles: tuple[PrincipleMention, ...]
    texts: tuple[Text, ...]
    kind: str | None = None
    under: tuple[str, ...] = ()
    """The codes of the goals it stands under, where the framework links by containment."""

    @property
    def id(self) -> str:
        """The number as a reader sees it ("4.2"), or the title where it has none."""
        return self.number or self.heading.title

    def part(self, key: str) -> LabelledPart | None:
        """The first part with that key that holds something, else the first with that key, else None."""
        found = [part for part in self.parts if part.key == key]
        return next((part for part in found if part.items), found[0] if found else None)

    def items(self, key: str) -> tuple[Text, ...]:
        """All items of all parts with that key."""
        return tuple(item for part in self.parts if part.key == key for item in part.items)


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the process; `decider` is empty where none is named."""

    decider: str
    text: Text


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the decision process, its decisions and deliverables in the order written."""

    heading: Heading
    decisions: tuple[Decision, ...]
    deliverables: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term and what the plan says that it means."""

    term: Text
    definition: Text


@dataclass(frozen=True, slots=True)
class ListedPrinciple:
    """A principle in the plan's own list; `title` as written."""

    number: int
    title: Text


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something in an intervention that looks like a labelled part and that the framework does not know."""

    label: Text
    intervention: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The document as recognised against one framework. Empty tuples where the document has no such thing."""

    framework: str
    kind: DocumentKind
    paragraphs: int
    control: Control
    headings: tuple[Heading, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    contents: tuple[ContentsRow, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    focus_areas: tuple[FocusArea, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    process: tuple[Stage, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    principles: tuple[ListedPrinciple, ...] = ()
    mentions: tuple[PrincipleMention, ...] = ()
    """References to principles anywhere in the plan's text, those of the interventions included."""
    texts: tuple[Text, ...] = ()
    """Every paragraph of the body and the notes in reading order, headings included."""
    card: ProjectCard | None = None
    """What a project card says; None where the document is none."""
    timeline: tuple[TimelineStep, ...] = ()
    """The steps of a consultation's timeline, in the order written."""
    unread: tuple[Unread, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()

    @property
    def goals(self) -> tuple[Goal, ...]:
        """All goals that the focus areas define, in order."""
        return tuple(goal for area in self.focus_areas for goal in area.goals)

    def chapter(self, key: str) -> Chapter | None:
        """The chapter with the framework's key, if the document has it."""
        return next((chapter for chapter in self.chapters if chapter.key == key), None)

"""`outline --format json`: the plan as it was read, as other programs see it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from planlint.model.kind import DocumentKind
from planlint.model.plan import MentionForm
from planlint.report.outline_card import CardView
from planlint.report.view import LocationView, View, Words


class PeriodView(View):
    """The years that the plan covers."""

    start: str
    end: str


class VersionView(View):
    """A row of the version history."""

    date: Words
    version: Words
    issuer: Words
    reason: Words
    location: LocationView


class HeadingView(View):
    """A section heading; `fake` is present, and true, where no heading style makes it one."""

    number: Words | None
    title: Words
    level: int
    fake: bool = Field(default=False, exclude_if=lambda fake: not fake)
    location: LocationView


class ContentsView(View):
    """A row of the table of contents."""

    number: Words | None
    title: Words
    page: Words | None
    location: LocationView


class GoalView(View):
    """An effect goal where it is defined."""

    id: Words
    text: Words
    location: LocationView


class FocusAreaView(View):
    """A focus area with its goals."""

    number: Words | None
    title: Words
    goals: tuple[GoalView, ...]
    location: LocationView


class GoalLinkView(View):
    """A reference to a goal; `text` is null where only a code stands."""

    id: Words
    text: Words | None
    location: LocationView


class BenefitsView(View):
    """Expected benefits, as the plan divides them."""

    short_term: tuple[Words, ...]
    long_term: tuple[Words, ...]
    unspecified: tuple[Words, ...]


class RolesView(View):
    """Duties by who has them."""

    council: tuple[Words, ...]
    municipal: tuple[Words, ...]


class MentionView(View):
    """A principle that an intervention refers to: its number, the words that do it, and whether by number or name."""

    number: int
    quote: Words
    by: MentionForm
    location: LocationView


class InterventionView(View):
    """An intervention with its parts; `fields` are those that the framework asks for beside the known parts."""

    number: Words | None
    title: Words
    background: tuple[Words, ...]
    goal_links: tuple[GoalLinkView, ...]
    benefits: BenefitsView
    activities: tuple[Words, ...]
    roles: RolesView
    principles: tuple[MentionView, ...]
    fields: dict[str, Words]
    location: LocationView


class DecisionView(View):
    """A decision of the process."""

    decider: Words
    text: Words
    location: LocationView


class StageView(View):
    """A stage of the decision process."""

    name: Words
    decisions: tuple[DecisionView, ...]
    deliverables: tuple[Words, ...]
    location: LocationView


class TermView(View):
    """A term of the glossary."""

    term: Words
    definition: Words
    location: LocationView


class PrincipleView(View):
    """A principle in the plan's own list."""

    number: int
    title: Words
    location: LocationView


class StepView(View):
    """A step of a timeline.

    `start` and `end` are ISO 8601 where the day is known, else as written. `kind` is the framework's key for what the
    step is about; null where its words do not tell.
    """

    start: Words
    end: Words
    text: Words
    actors: tuple[Words, ...]
    kind: Words | None
    location: LocationView


class PlanView(View):
    """The plan as it was read. `card` and `timeline` are for documents of those kinds."""

    schema_version: Literal["1"]
    kind: DocumentKind
    framework: str | None
    title: Words | None
    subtitle: Words | None
    version: Words | None
    date: Words | None
    period: PeriodView | None
    versions: tuple[VersionView, ...]
    headings: tuple[HeadingView, ...]
    contents: tuple[ContentsView, ...]
    focus_areas: tuple[FocusAreaView, ...]
    interventions: tuple[InterventionView, ...]
    process: tuple[StageView, ...]
    glossary: tuple[TermView, ...]
    principles: tuple[PrincipleView, ...]
    card: CardView | None
    timeline: tuple[StepView, ...]

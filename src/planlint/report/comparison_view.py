"""`compare --format json`: two versions of a plan held against each other, as other programs see it."""

from __future__ import annotations

from typing import Literal

from planlint.model.comparison import CauseKind, ChangeKind, LinkChangeKind, Sort
from planlint.model.document import Reading
from planlint.model.kind import DocumentKind
from planlint.model.rule import Language
from planlint.report.check_view import FaultView, FindingView, ToolView
from planlint.report.outline_view import PeriodView
from planlint.report.view import Count, LocationView, View, Words


class ComparisonRunView(View):
    """What the run was asked for."""

    phase: Literal["utkast", "remiss", "publicering"]
    lang: Language


class SideView(View):
    """One of the versions. What the plan does not state of itself is null."""

    path: Words
    sha256: str
    kind: DocumentKind
    framework: str | None
    reading: Reading
    revisions: Count
    """Tracked changes in the file, read as `reading` says."""
    title: Words | None
    version: Words | None
    date: Words | None
    period: PeriodView | None
    faults: tuple[FaultView, ...]
    """Rules that broke: planlint's own fault. What they would have found is not compared."""


class PieceView(View):
    """A stretch of two texts: words that both have, that only the old has, or that only the new has."""

    kind: Literal["same", "gone", "new"]
    words: Words


class RewordedView(View):
    """The same thing in other words; `editorial` where only punctuation, capitals or white space differ."""

    old: LocationView
    new: LocationView
    diff: tuple[PieceView, ...]
    editorial: bool


class RegroupedView(View):
    """Items that were joined into one (several `old`) or one that was split (several `new`)."""

    old: tuple[LocationView, ...]
    new: tuple[LocationView, ...]
    diff: tuple[PieceView, ...]
    editorial: bool


class ReorderedView(View):
    """An item that stands elsewhere in its list."""

    old: LocationView
    new: LocationView


class PartChangeView(View):
    """What changed in a part. `key` is the framework's, or planlint's own (`background`, `text`, `definition` …).

    `label` is as written, '' where it has none.
    """

    key: str
    label: Words
    added: tuple[LocationView, ...]
    removed: tuple[LocationView, ...]
    reworded: tuple[RewordedView, ...]
    regrouped: tuple[RegroupedView, ...]
    reordered: tuple[ReorderedView, ...]
    emptied: bool


class ShiftView(View):
    """An item that went from one part of an element to another."""

    old_part: str
    new_part: str
    words: RewordedView


class LinkView(View):
    """A link to a goal: the code as written, how it resolves, where it stands, and the goal that it means, if any."""

    id: Words
    status: Literal["resolved", "by-text", "unknown", "ambiguous"]
    location: LocationView
    goal: LocationView | None


class LinkChangeView(View):
    """A link that came, went, or leads elsewhere."""

    kind: LinkChangeKind
    old: LinkView | None
    new: LinkView | None


class MentionChangeView(View):
    """A principle that an intervention refers to in one of the versions only."""

    number: int
    location: LocationView


class PrincipleChangesView(View):
    """Principles that came and went."""

    added: tuple[MentionChangeView, ...]
    removed: tuple[MentionChangeView, ...]


class ElementView(View):
    """An element as one of the versions has it; `number` is its code or number, `title` its own words."""

    id: Words
    number: Words | None
    title: Words
    location: LocationView


class HomesView(View):
    """The headings that an element stood and stands under, '' for none."""

    old: Words
    new: Words


class ChangeView(View):
    """An element that is not as it was: `old` is null for what came, `new` for what went."""

    sort: Sort
    kinds: tuple[ChangeKind, ...]
    old: ElementView | None
    new: ElementView | None
    title: RewordedView | None
    """Where its own words changed."""
    moved: HomesView | None
    parts: tuple[PartChangeView, ...]
    shifts: tuple[ShiftView, ...]
    links: tuple[LinkChangeView, ...]
    principles: PrincipleChangesView


class SuspectLinkView(View):
    """A link to a goal whose words changed: someone should see whether it still holds."""

    intervention: Words
    goal: Words
    """The goal's code now."""
    old: LocationView
    new: LocationView
    """Where the link stands."""
    words: RewordedView
    """The goal's words."""


class TallyView(View):
    """How many elements of a sort there are, and how many are as they were; `kinds` has those that occur."""

    sort: Sort
    old: Count
    new: Count
    same: Count
    kinds: dict[ChangeKind, Count]


class CauseView(View):
    """What brought a finding about.

    `element` came, its `words` came or changed, a link lost its goal or means another (`lost`, `retargeted`), its
    `parts` were emptied, or the interventions in `unlinked` serve it no more.
    """

    kind: CauseKind
    element: Words
    words: tuple[RewordedView, ...]
    parts: tuple[str, ...]
    unlinked: tuple[Words, ...]


class NewFindingView(View):
    """A finding that the old version does not have; `cause` is null where nothing certain can be said."""

    finding: FindingView
    cause: CauseView | None


class FindingChangesView(View):
    """Findings that came, went (as of the old version) and are left; suppressed ones are in none of them."""

    new: tuple[NewFindingView, ...]
    gone: tuple[FindingView, ...]
    left: tuple[FindingView, ...]


class ComparisonView(View):
    """What changed. The same input gives the same bytes: no time stamps, no absolute paths."""

    schema_version: Literal["1"]
    tool: ToolView
    run: ComparisonRunView
    old: SideView
    new: SideView
    tallies: tuple[TallyView, ...]
    changes: tuple[ChangeView, ...]
    suspect_links: tuple[SuspectLinkView, ...]
    findings: FindingChangesView

"""Two versions of a plan held against each other: what of the plan itself came, went, changed and moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from planlint.model.finding import Finding, Location
from planlint.model.outcome import Run
from planlint.model.plan import GoalLink, PrincipleMention
from planlint.model.text import Text

Sort = Literal[
    "control", "version", "section", "focus_area", "goal", "intervention", "stage", "term", "principle", "card", "step",
]  # fmt: skip
ChangeKind = Literal["added", "removed", "renamed", "renumbered", "moved", "reordered", "changed", "editorial"]
"""What can be said of an element; only "added" and "removed" stand alone. "moved": it stands under something else;
"reordered": it stands elsewhere among its siblings; "editorial": nothing but punctuation, capitals or white space."""
LinkChangeKind = Literal["added", "removed", "retargeted", "lost", "found"]
"""What became of a link. "retargeted": the same code means another goal; "lost": its goal is no longer there;
"found": the code meant no goal before."""
CauseKind = Literal["added", "words", "lost", "retargeted", "emptied", "unlinked"]


@dataclass(frozen=True, slots=True)
class ElementPart:
    """A part of an element: its key ("activities"), its label as written ('' where it has none), its items.

    A `single` one holds one value, so that another value is a change of it however different the words are.
    """

    key: str
    label: str
    items: tuple[Text, ...]
    single: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """Something of the plan that can be pointed at: a goal, an intervention, a chapter, a term.

    `title` is its own words: the heading's, the goal's text, the term. `number` is the code or number as a reader sees
    it. `level` is its heading's, None where it is none. `parent` is the index, in reading order, of the element that
    it stands under.
    """

    sort: Sort
    number: str | None
    title: Text
    where: Location
    parts: tuple[ElementPart, ...] = ()
    parent: int | None = None
    level: int | None = None
    links: tuple[GoalLink, ...] = ()
    mentions: tuple[PrincipleMention, ...] = ()

    @property
    def id(self) -> str:
        """The number, or the words where it has none."""
        return self.number or self.title.text


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of two texts: words that both have, that only the old has, or that only the new has."""

    kind: Literal["same", "gone", "new"]
    words: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """The same thing in other words. `editorial`: they differ in punctuation, capitals or white space only."""

    old: Text
    new: Text
    pieces: tuple[Piece, ...]
    editorial: bool


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Items that were joined into one, or one that was split; the words may have changed too."""

    old: tuple[Text, ...]
    new: tuple[Text, ...]
    pieces: tuple[Piece, ...]
    editorial: bool


@dataclass(frozen=True, slots=True)
class PartChange:
    """What changed in a part: items that came, went, have other words, or stand elsewhere in its order."""

    key: str
    label: str
    added: tuple[Text, ...] = ()
    removed: tuple[Text, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    regrouped: tuple[Regrouped, ...] = ()
    reordered: tuple[tuple[Text, Text], ...] = ()
    emptied: bool = False
    """Whether nothing is left of a part that held something."""


@dataclass(frozen=True, slots=True)
class Shift:
    """An item that went from one part of an element to another, with the same words or nearly."""

    words: Reworded
    old_key: str
    new_key: str
    old_label: str
    new_label: str


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link of an intervention that came, went, or leads elsewhere."""

    kind: LinkChangeKind
    old: GoalLink | None
    new: GoalLink | None


@dataclass(frozen=True, slots=True)
class PrincipleChanges:
    """Principles that an intervention refers to now and did not, and the other way round; by number, in order."""

    added: tuple[tuple[int, PrincipleMention], ...] = ()
    removed: tuple[tuple[int, PrincipleMention], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """An element that is not as it was. `old` is None for what came, `new` for what went."""

    sort: Sort
    kinds: tuple[ChangeKind, ...]
    old: Element | None
    new: Element | None
    chapter: str
    """The chapter that a reader looks under: the new version's, or the old one's for what went."""
    title: Reworded | None = None
    parts: tuple[PartChange, ...] = ()
    shifts: tuple[Shift, ...] = ()
    links: tuple[LinkChange, ...] = ()
    principles: PrincipleChanges = PrincipleChanges()
    homes: tuple[str, str] | None = None
    """Where it moved: what it stood under, and what it stands under now."""

    @property
    def element(self) -> Element:
        """The element as it is now, or as it was where it is gone."""
        found = self.new or self.old
        assert found is not None, "a change is of something"  # noqa: S101 - tells mypy, and a bug of ours
        return found


@dataclass(frozen=True, slots=True)
class SuspectLink:
    """A link to a goal whose words changed: someone should see whether it still holds."""

    old: Element
    new: Element
    """The intervention, in both versions."""
    old_link: GoalLink
    new_link: GoalLink
    goal: Reworded
    code: str
    """The goal's code now."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many elements of a sort there are, how many are as they were, and how many are of each kind of change."""

    sort: Sort
    old: int
    new: int
    same: int
    kinds: Mapping[ChangeKind, int]


@dataclass(frozen=True, slots=True)
class Cause:
    """What brought a finding about, where that is certain.

    The element came, the very words came or changed, the goal that a link means went ("lost") or the link means another
    ("retargeted"), the part that the rule asks for was emptied, or a goal lost its last link.
    """

    kind: CauseKind
    element: Element
    words: tuple[Reworded, ...] = ()
    parts: tuple[PartChange, ...] = ()
    unlinked: tuple[Element, ...] = ()
    """The interventions, as they were, that served the goal."""


@dataclass(frozen=True, slots=True)
class NewFinding:
    """A finding that the old version does not have."""

    finding: Finding
    cause: Cause | None


@dataclass(frozen=True, slots=True)
class FindingChanges:
    """Findings that came, went and are left. Those that are suppressed are in none of them."""

    new: tuple[NewFinding, ...] = ()
    gone: tuple[Finding, ...] = ()
    left: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a plan. Both runs are of one document, read as asked."""

    old: Run
    new: Run
    changes: tuple[Change, ...]
    """In the order of the new version; what went stands where it stood."""
    suspects: tuple[SuspectLink, ...]
    tallies: tuple[Tally, ...]
    findings: FindingChanges

    @property
    def editorial(self) -> int:
        """In how many places only punctuation, capitals or white space changed."""
        titles = sum(change.title is not None and change.title.editorial for change in self.changes)
        parts = [part for change in self.changes for part in change.parts]
        reworded = sum(each.editorial for part in parts for each in part.reworded)
        return titles + reworded + sum(each.editorial for part in parts for each in part.regrouped)

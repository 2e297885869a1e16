"""What is told of a comparison, apart from how it is laid out: by chapter and element, in both languages.

What did not change is counted, not told. What is `Words` is the program's own; other texts are the plan's, safe to
show but escaped for no form yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from planlint.model.comparison import Cause, Change, Comparison, Element, Piece, Tally
from planlint.model.finding import Finding, Severity
from planlint.model.outcome import Run
from planlint.model.rule import Language
from planlint.model.words import Words
from planlint.report.comparison_told_items import (
    Group,
    Mark,
    content_groups,
    in_both,
    own_words,
    told_pieces,
    whole_groups,
)
from planlint.report.comparison_told_links import Review, tell_links
from planlint.report.comparison_words import number_and_title, short, what_became
from planlint.report.page import Page
from planlint.report.passage import middle_out
from planlint.report.printable import printable
from planlint.report.summary import DIFF_MARKS

MOST_TITLE: Final = 200
"""Cells of a title or a path before its middle is left out."""
MOST_MESSAGE: Final = 1_000


@dataclass(frozen=True, slots=True)
class Side:
    """One of the versions: the file, and what the plan states of itself."""

    lead: Words
    path: str
    facts: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A sort of element in numbers. `changed` are those of both versions that differ in any way; `ways` says how."""

    name: Words
    old: int
    new: int
    added: int
    removed: int
    changed: int
    same: int
    ways: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An element that is not as it was. `home` is the heading that it stands under, '' where that is its chapter."""

    mark: Mark
    sort: Words
    name: str
    became: Words
    home: str
    words: tuple[Piece, ...]
    """Its own words, where they are not its name or are not what they were."""
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with what is told of it; '' is the document as a whole."""

    title: str
    elements: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding that is new or gone, and what brought it about where that is certain."""

    severity: Severity
    rule: str
    says: Words
    cause: Words | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that is told."""

    title: str
    """The plan's own, of the new version; the file's path where it has none."""
    sides: tuple[Side, Side]
    frameworks: Words | None
    """What is said where the versions were read by different frameworks."""
    rows: tuple[Row, ...]
    chapters: tuple[Chapter, ...]
    reviews: tuple[Review, ...]
    new: tuple[Remark, ...]
    gone: tuple[Remark, ...]
    left: int
    editorial: int
    """In how many places only punctuation, capitals or white space changed."""

    @property
    def added(self) -> int:
        """How many elements came."""
        return sum(row.added for row in self.rows)

    @property
    def removed(self) -> int:
        """How many went."""
        return sum(row.removed for row in self.rows)

    @property
    def changed(self) -> int:
        """How many of those that both versions have differ."""
        return sum(row.changed for row in self.rows)

    @property
    def links(self) -> int:
        """How many links to look at again."""
        return sum(review.links for review in self.reviews)

    @property
    def differs(self) -> bool:
        """Whether some finding's message marks what was taken out and put in."""
        return any(mark in remark.says.sv for remark in (*self.new, *self.gone) for mark in DIFF_MARKS)


def tell(comparison: Comparison, most: int) -> Account:
    """What a report tells; of each part of an element at most so many items."""
    shown = [change for change in comparison.changes if change.kinds != ("editorial",)]
    old, new = comparison.old, comparison.new
    plan = new.outcomes[0].plan
    title = plan.control.title if plan else None
    return Account(
        title=_cut(title.text if title else new.outcomes[0].path),
        sides=(_side("compare-old", old), _side("compare-new", new)),
        frameworks=_frameworks(old, new),
        rows=tuple(_row(tally) for tally in comparison.tallies if tally.kinds),
        chapters=tuple(
            Chapter(_cut(chapter), tuple(_told(change, most) for change in changes))
            for chapter, changes in groupby(shown, key=lambda change: change.chapter)
        ),
        reviews=tell_links(comparison),
        new=tuple(tell_remark(each.finding, each.cause, new.language) for each in comparison.findings.new),
        gone=tuple(tell_remark(each, None, old.language) for each in comparison.findings.gone),
        left=len(comparison.findings.left),
        editorial=comparison.editorial,
    )


def _cut(text: str, most: int = MOST_TITLE) -> str:
    return middle_out(printable(text), most)


def _side(lead: str, run: Run) -> Side:
    outcome = run.outcomes[0]
    control = outcome.plan.control if outcome.plan else None
    facts: list[Words] = []
    if control and control.version:
        facts.append(own_words("compare-version", version=_cut(control.version.text)))
    if control and control.date:
        facts.append(Words(sv=_cut(control.date.text), en=_cut(control.date.text)))
    if outcome.revisions:
        facts.append(in_both(lambda page: page.count(f"revision-{run.reading}", outcome.revisions)))
    return Side(own_words(lead), _cut(outcome.path), tuple(facts))


def _frameworks(old: Run, new: Run) -> Words | None:
    names = [run.outcomes[0].framework or "" for run in (old, new)]
    return own_words("compare-frameworks", old=names[0], new=names[1]) if names[0] != names[1] else None


def _row(tally: Tally) -> Row:
    added, removed = tally.kinds.get("added", 0), tally.kinds.get("removed", 0)
    ways = [(kind, number) for kind, number in tally.kinds.items() if kind not in {"added", "removed", "changed"}]
    return Row(
        name=own_words(f"sorts-{tally.sort}"),
        old=tally.old,
        new=tally.new,
        added=added,
        removed=removed,
        changed=tally.new - added - tally.same,
        same=tally.same,
        ways=tuple(own_words(f"tally-{kind}", number=number) for kind, number in ways),
    )


def _told(change: Change, most: int) -> Told:
    element = change.element
    mark: Mark = "changed"
    if change.old is None:
        mark, groups = "new", whole_groups(element, "new", most)
    elif change.new is None:
        mark, groups = "gone", whole_groups(element, "gone", most)
    else:
        groups = content_groups(change, most)
    name = _name(element)
    return Told(
        mark=mark,
        sort=own_words(f"sort-{element.sort}"),
        name=name,
        became=in_both(partial(what_became, change)),
        home=_home(element),
        words=_own_words(change, mark, name),
        groups=groups,
    )


def _name(element: Element) -> str:
    """What people call an element beside its sort; a goal and a version by their number alone."""
    if element.sort == "control":
        return ""
    number = _cut(element.number or "")
    if element.sort in {"goal", "version"} and number:
        return number
    return f"{number} {_cut(element.title.text)}".strip()


def _home(element: Element) -> str:
    """The heading below the chapter's that an element without a heading of its own stands under."""
    below = element.where.path[1:2]
    return _cut(below[0]) if below and element.level is None else ""


def _own_words(change: Change, mark: Mark, name: str) -> tuple[Piece, ...]:
    if change.title and not change.title.editorial:
        return told_pieces(change.title.pieces)
    title = change.element.title.text
    if mark in {"new", "gone"} and printable(title) not in name and change.sort != "control":
        return told_pieces([Piece("new" if mark == "new" else "gone", title)])
    return ()


def tell_remark(finding: Finding, cause: Cause | None, language: Language) -> Remark:
    """A finding from a run in that language, and what brought it about, if that is known."""
    here, there = (_cut(words, MOST_MESSAGE) for words in (finding.message, finding.translation.message))
    sv, en = (here, there) if language == "sv" else (there, here)
    return Remark(finding.severity, finding.rule, Words(sv=sv, en=en), tell_cause(cause) if cause else None)


def tell_cause(cause: Cause) -> Words:
    """What brought a finding about."""
    if cause.kind == "unlinked":
        names = "; ".join(short(number_and_title(each)) for each in cause.unlinked)
        return own_words("cause-unlinked", interventions=names)
    return own_words(f"cause-{cause.kind}")


def editorial_words(account: Account) -> Words:
    """What is said of punctuation that is left out."""

    def said(page: Page) -> str:
        return page.say("comparison-editorial", places=page.count("place", account.editorial))

    return in_both(said)

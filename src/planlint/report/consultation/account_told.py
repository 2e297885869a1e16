"""What is told of how a consultation's views were treated, apart from how it is laid out.

What is `Words` is the program's own; other texts are other people's, safe to show but escaped for no form yet. Doubts
are for the one who writes the account: what is doubtful is not told here, and does not stand among the causes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Final

from planlint.consult.cells import BETWEEN
from planlint.model.consultation import Calendar
from planlint.model.filled import STANDPOINTS, Standpoint
from planlint.model.treatment import Bond, Cause, Made, Treated, Treatment
from planlint.model.words import Words
from planlint.report.comparison_told import Side, Told, tell
from planlint.report.comparison_told_items import in_both, own_words
from planlint.report.comparison_words import name_element, what_became
from planlint.report.consultation.account_said import SaidLine, tell_said, told_of
from planlint.report.consultation.compilation_told import name, same
from planlint.report.page import Page
from planlint.report.passage import middle_out
from planlint.report.printable import printable

MOST_HOLDERS: Final = 2_000
"""Cells of a list of those who hold a view; forty-nine municipalities take half of it."""
MOST_REASON: Final = 4_000
"""The same for a line of a reason."""
ORDER: Final[tuple[Standpoint | None, ...]] = (*STANDPOINTS, None)
"""What can become of a view, in the order in which it is told."""

HEADS: Final = (
    *(own_words(f"standpoint-{each}") for each in STANDPOINTS), own_words("column-open"), own_words("account-all"),
)  # fmt: skip
"""What stands over the columns of counts: ORDER, and all."""
COLUMNS: Final = ("number", "respondent", "element", "view", "standpoint", "reason", "led-to")
"""The columns of the table of views."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A view that a change came from: its index among the views, what it is called, what ties them."""

    view: int
    says: Words
    bond: Words


@dataclass(frozen=True, slots=True)
class MadeTold:
    """A change, or as much of one as came from the same views. `index` is its own among all changes."""

    index: int
    told: Told
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class ChapterMade:
    """The changes of a chapter; '' is the document as a whole."""

    title: str
    made: tuple[MadeTold, ...]


@dataclass(frozen=True, slots=True)
class LedTo:
    """A change that came from a view. `change` is its index, None where what changed is not told."""

    says: Words
    change: int | None


@dataclass(frozen=True, slots=True)
class ViewTold:
    """A view with what became of it. `index` is its own among all views; `changes` are those that came from it."""

    index: int
    number: str
    respondents: str
    element: str
    said: tuple[SaidLine, ...]
    standpoint: Standpoint | None
    reason: tuple[str, ...]
    version: Words | None
    changes: tuple[LedTo, ...]

    @property
    def led_to(self) -> tuple[Words, ...]:
        """The version that people have named, and the changes."""
        return (*([self.version] if self.version else []), *(change.says for change in self.changes))

    @property
    def verdict(self) -> Words:
        """What became of it."""
        return name_standpoint(self.standpoint)


@dataclass(frozen=True, slots=True)
class ChapterViews:
    """The views of a chapter. `plans`: its title is the plan's own words."""

    title: Words
    plans: bool
    views: tuple[ViewTold, ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """By standpoint, and all."""
        counted = Counter(view.standpoint for view in self.views)
        return (*(counted[each] for each in ORDER), len(self.views))


@dataclass(frozen=True, slots=True)
class Reasoned:
    """Views of the same respondents with the same reason."""

    views: tuple[ViewTold, ...]

    @property
    def respondents(self) -> str:
        """Who holds them."""
        return self.views[0].respondents

    @property
    def reason(self) -> tuple[str, ...]:
        """Why, line by line; () where it is not said."""
        return self.views[0].reason


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that is told. `tied` and `other` are changes that came from views, and those that came from none."""

    title: str
    facts: tuple[tuple[Words, Words], ...]
    respondents: tuple[str, ...]
    counts: tuple[int, ...]
    """Views by standpoint, as in ORDER, and all."""
    tied: tuple[ChapterMade, ...]
    other: tuple[ChapterMade, ...]
    editorial: Words | None
    """What is said of changes of punctuation, where there are any."""
    chapters: tuple[ChapterViews, ...]
    unmet: tuple[Reasoned, ...]
    partly: tuple[Reasoned, ...]

    @property
    def views(self) -> int:
        """How many there are."""
        return self.counts[-1]

    @property
    def columns(self) -> tuple[int, ...]:
        """Which of the columns of HEADS there are: those without a standpoint only where there are any."""
        return (*range(len(ORDER) - (not self.open)), len(ORDER))

    @property
    def open(self) -> int:
        """How many have no standpoint."""
        return self.counts[-2]


def tell_account(treatment: Treatment, calendar: Calendar, most: int) -> Account:
    """What a report tells; of each part of an element at most so many items."""
    comparison = replace(treatment.comparison, changes=tuple(made.change for made in treatment.changes))
    told = tell(comparison, most)
    chapters = tuple(_chapters(treatment))
    views = [view for chapter in chapters for view in chapter.views]
    made = list(_made(treatment, [(chapter.title, each) for chapter in told.chapters for each in chapter.elements]))
    return Account(
        title=told.title,
        facts=tuple(_facts(told.sides, calendar, len(views))),
        respondents=tuple(map(name, treatment.respondents)),
        counts=(*map(treatment.count, ORDER), len(views)),
        tied=_by_chapter((title, each) for title, each in made if each.ties),
        other=_by_chapter((title, each) for title, each in made if not each.ties),
        editorial=in_both(partial(_editorial, told.editorial)) if told.editorial else None,
        chapters=chapters,
        unmet=_reasoned(view for view in views if view.standpoint == "not-met"),
        partly=_reasoned(view for view in views if view.standpoint == "partly"),
    )


def name_standpoint(standpoint: Standpoint | None) -> Words:
    """What became of a view, as people call it."""
    return own_words(f"standpoint-{standpoint}" if standpoint else "account-open")


def is_told(made: Made) -> bool:
    """Whether more than punctuation changed, so that it is told what did."""
    return made.change.kinds != ("editorial",)


def causes_of(made: Made, treatment: Treatment) -> tuple[Cause, ...]:
    """The views that a change is told to have come from: none that the table says is not met."""
    return tuple(cause for cause in made.causes if treatment.views[cause.view].doubt != "despite")


def _editorial(places: int, page: Page) -> str:
    return page.say("account-editorial-changes", places=page.count("place", places))


def _facts(sides: Sequence[Side], calendar: Calendar, views: int) -> Iterator[tuple[Words, Words]]:
    for key, side in zip(("account-sent", "account-now"), sides, strict=True):
        yield own_words(key), in_both(partial(_side, side))
    if calendar.last_day:
        yield own_words("compilation-last-day"), same(calendar.last_day.isoformat())
    if calendar.responsible:
        yield own_words("account-responsible"), same(BETWEEN.join(map(name, calendar.responsible)))
    yield own_words("account-number"), same(str(views))


def _side(side: Side, page: Page) -> str:
    """What the version states of itself, and its file, whose folder is nobody's business."""
    file = side.path.replace("\\", "/").rpartition("/")[-1]
    return " · ".join((*(fact.in_language(page.language) for fact in side.facts), file))


def _made(treatment: Treatment, told: Sequence[tuple[str, Told]]) -> Iterator[tuple[str, MadeTold]]:
    """Changes with their chapters and the views that they came from."""
    shown = [(index, made) for index, made in enumerate(treatment.changes) if is_told(made)]
    for (index, made), (chapter, each) in zip(shown, told, strict=True):
        ties = (
            Tie(cause.view, _name_view(treatment.views[cause.view]), _bond(cause.bond))
            for cause in causes_of(made, treatment)
        )
        yield chapter, MadeTold(index, each, tuple(ties))


def _by_chapter(made: Iterable[tuple[str, MadeTold]]) -> tuple[ChapterMade, ...]:
    return tuple(
        ChapterMade(title, tuple(each for _, each in group)) for title, group in groupby(made, key=lambda pair: pair[0])
    )


def _name_view(view: Treated) -> Words:
    return own_words("account-cause", number=name(view.row.number), respondents=name(told_of(view.row, "respondent")))


def _bond(bond: Bond) -> Words:
    return own_words(f"account-bond-{bond}")


def _chapters(treatment: Treatment) -> Iterator[ChapterViews]:
    """The chapters in the order of the table; late answers stand at its end, and are put into theirs."""
    chapters: dict[str, list[ViewTold]] = {}
    for index, view in enumerate(treatment.views):
        chapters.setdefault(view.chapter, []).append(_view(index, view, treatment))
    for title, views in chapters.items():
        yield ChapterViews(same(name(title)) if title else own_words("account-elsewhere"), bool(title), tuple(views))


def _view(index: int, view: Treated, treatment: Treatment) -> ViewTold:
    row = view.row
    return ViewTold(
        index=index,
        number=name(row.number),
        respondents=middle_out(printable(told_of(row, "respondent")), MOST_HOLDERS),
        element=name(told_of(row, "element")),
        said=tell_said(row),
        standpoint=row.standpoint,
        reason=tuple(middle_out(printable(line), MOST_REASON) for line in row.reason.split("\n") if line.strip()),
        version=_version(name(row.change)),
        changes=() if view.doubt == "despite" else tuple(_changes(index, view, treatment)),
    )


def _version(said: str) -> Words | None:
    """The version that people have named, mostly by its number alone."""
    if said[:1].isdigit():
        return own_words("account-in-version", version=said)
    return same(said) if said else None


def _changes(index: int, view: Treated, treatment: Treatment) -> Iterator[LedTo]:
    """The changes that came from a view, and what ties them."""
    for each in view.changes:
        made = treatment.changes[each]
        bond = next(_bond(cause.bond) for cause in made.causes if cause.view == index)
        yield LedTo(in_both(partial(_change, made, bond)), each if is_told(made) else None)


def _change(made: Made, bond: Words, page: Page) -> str:
    became = what_became(made.change, page) if is_told(made) else page.say("account-became-editorial")
    return f"{name_element(made.change.element, page)}: {became} ({bond.in_language(page.language)})"


def _reasoned(views: Iterable[ViewTold]) -> tuple[Reasoned, ...]:
    groups: dict[tuple[str, tuple[str, ...]], list[ViewTold]] = {}
    for view in views:
        groups.setdefault((view.respondents, view.reason), []).append(view)
    return tuple(Reasoned(tuple(group)) for group in groups.values())

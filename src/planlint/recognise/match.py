"""Which framework a document is written after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from planlint.language.phrases import says
from planlint.model.document import Document, paragraphs
from planlint.model.framework import Framework
from planlint.model.kind import KnownKind
from planlint.model.plan import Plan
from planlint.model.text import Text
from planlint.recognise.card import card_score
from planlint.recognise.chapters import find_chapters
from planlint.recognise.control import title_paragraph
from planlint.recognise.keys import key_of
from planlint.recognise.link import coded_by, goal_named_by
from planlint.recognise.plan import recognise
from planlint.recognise.sections import Section, Tree, build_tree
from planlint.recognise.timeline import timeline_score

IDENTIFYING_WEIGHT = 5
"""How many ordinary chapters one that identifies the framework outweighs (a judgement: generic titles are many)."""

FEWEST_SECTIONS = 2
"""Sections in the identifying chapters that must be there before a framework is told not to fit (a judgement)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the choice looks at: the document, its sections, its title's words."""

    document: Document
    tree: Tree
    title: Text | None
    found: dict[str, Mapping[str, Section]] = field(default_factory=dict)
    """By framework: its chapters, as far as they have been looked for."""

    def chapters(self, framework: Framework) -> Mapping[str, Section]:
        """The sections that are the framework's chapters, by key."""
        if framework.name not in self.found:
            self.found[framework.name] = find_chapters(self.tree, framework)
        return self.found[framework.name]


def choose_framework(document: Document, frameworks: Mapping[str, Framework]) -> Framework:
    """The framework of whose kind the document is.

    A document with the chapters of a plan is a plan, whatever else it holds: a project card, a timeline or a roadmap is
    what has none. Where nothing tells, it is the framework for plans of which the document has the most.
    """
    seen = look(document)
    best = choose_plan(seen, frameworks.values())
    if best is not None and chapter_score(seen, best) >= IDENTIFYING_WEIGHT:
        return best
    for kind, score in _SCORES:
        scored = [(score(seen, one), one) for one in frameworks.values() if one.kind == kind]
        most = max(scored, key=lambda pair: pair[0], default=None)
        if most is not None and most[0]:
            return most[1]
    return best or next(iter(frameworks.values()))


def look(document: Document) -> Seen:
    """The document as the choice sees it. Without a title by style or place, the first heading is taken for it."""
    title = title_paragraph(document.body)
    tree = build_tree(document.body, title)
    first = next((section.heading.place for section in tree.walk()), None)
    return Seen(document, tree, title.content if title else first)


def choose_plan(seen: Seen, frameworks: Iterable[Framework]) -> Framework | None:
    """The framework for plans of whose chapters the document has the most, identifying ones above all.

    The first in a tie, unless interventions stand under numbered goals and a framework says so. A fallback is chosen
    only where the document is a plan and none of the others fits.
    """
    plans = [one for one in frameworks if one.kind == "plan"]
    common = {form for one in plans if one.fallback for form in _labels(one)}

    def rank(framework: Framework) -> tuple[bool, bool, bool, int]:
        score = chapter_score(seen, framework)
        identified = score >= IDENTIFYING_WEIGHT
        if framework.link == "containment":
            holds = _holds_actions(seen, framework)
            return holds, holds, holds, score
        own = not framework.fallback and (not identified or fits(seen, framework, common))
        return identified, own, False, score

    return max(plans, key=rank, default=None)


def chapter_score(seen: Seen, framework: Framework) -> int:
    """How many of the framework's chapters the document has, identifying ones weighing more."""
    found = (framework.chapters[key] for key in seen.chapters(framework))
    return sum(IDENTIFYING_WEIGHT if chapter.identifies else 1 for chapter in found)


def fits(seen: Seen, framework: Framework, common: set[str]) -> bool:
    """Whether nothing speaks against the framework: a document with content enough and not a trace of it does not fit.

    Traces are more than half of the chapters that it requires, a goal's code where goals have codes, and a label that
    is its own and not one of the `common` ones.
    """
    chapters = seen.chapters(framework)
    required = [key for key, chapter in framework.chapters.items() if chapter.required]
    identifying = [section for key, section in chapters.items() if framework.chapters[key].identifies]
    if sum(len(section.sections) for section in identifying) < FEWEST_SECTIONS:
        return True
    if required and 2 * sum(key in chapters for key in required) > len(required):
        return True
    coded = coded_by(framework.goals)
    own = set(_labels(framework)) - common
    lines = [f"{one.number or ''} {one.text}".strip() for one in paragraphs(seen.document.body)]
    return not required or any(coded(line) or key_of(line) in own for line in lines)


def _holds_actions(seen: Seen, framework: Framework) -> bool:
    """Whether the document has goals as the framework numbers them, and interventions under most of them."""
    chapter = seen.chapters(framework).get(framework.goals.chapter)
    named = goal_named_by(framework.goals)
    several = chapter is not None and len(chapter.sections) >= FEWEST_SECTIONS
    if not several and sum(named(one.text.strip()) for one in paragraphs(seen.document.body)) < FEWEST_SECTIONS:
        return False
    return serves_goals(recognise(seen.document, framework, None))


def serves_goals(plan: Plan) -> bool:
    """Whether a plan that is read by containment has several goals, and interventions for sure under most of them.

    More than its place tells that something is an intervention: its number, its labels, or that it is a row of a table
    or an item of a list and no section.
    """
    sections = {heading.place for heading in plan.headings}
    served = {
        code
        for one in plan.interventions
        for code in one.under
        if one.parts or one.heading.place not in sections or (one.number or "").startswith(f"{code}.")
    }
    goals = {goal.code for goal in plan.goals}
    return len(goals) >= FEWEST_SECTIONS and 2 * len(served) >= len(goals)


def _labels(framework: Framework) -> Iterator[str]:
    """What the labels of the framework's parts and fields are compared by."""
    for label in (*framework.parts.values(), *framework.fields.values()):
        yield from map(key_of, label.forms)


def _titled(seen: Seen, framework: Framework) -> int:
    """Whether the document's title says that it is of the framework's kind: on its front, as first heading or property.

    A letterhead ('TJÄNSTESKRIVELSE') may stand where the title is looked for.
    """
    first = next((section.heading.title for section in seen.tree.walk()), "")
    titles = (seen.title.text if seen.title else "", first, seen.document.properties.title)
    return int(any(says(title, framework.titles) for title in titles))


_SCORES: tuple[tuple[KnownKind, Callable[[Seen, Framework], int]], ...] = (
    ("card", lambda seen, framework: card_score(seen.document, framework.card)),
    ("timeline", lambda seen, framework: timeline_score(seen.document, seen.tree, seen.title, framework)),
    ("roadmap", _titled),
)
"""How the kinds beside plans are told, the surest first: 0 is none of it."""

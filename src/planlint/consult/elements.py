"""A plan as a row of elements, in reading order: all that can be pointed at in it, and every word in one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from planlint.consult.leaves import (
    card_parts,
    control_parts,
    intervention_parts,
    stage_parts,
    step_parts,
    version_parts,
)
from planlint.model.comparison import Element, ElementPart, Sort
from planlint.model.finding import Location
from planlint.model.places import path_of
from planlint.model.plan import GoalLink, Heading, Intervention, Plan, PrincipleMention
from planlint.model.text import Text

TEXT: Final = "text"
"""The key of what stands under an element's heading and in none of its parts."""
LONGEST_HEADING: Final = 30
"""Characters of a heading over a table of contents."""


@dataclass(slots=True)
class _Draft:
    """An element that is being put together; `heading` where it begins with one."""

    sort: Sort
    number: str | None
    title: Text
    parts: tuple[ElementPart, ...] = ()
    heading: Heading | None = None
    links: tuple[GoalLink, ...] = ()
    mentions: tuple[PrincipleMention, ...] = ()
    place: Text | None = None
    rest: list[Text] = field(default_factory=list)

    @property
    def at(self) -> Text:
        """Where it begins."""
        return self.place or (self.heading.place if self.heading else self.title)


def list_elements(plan: Plan) -> tuple[Element, ...]:
    """Every element of the plan, in reading order. Each paragraph that was read is in one of them.

    What stands before the first heading, and notes that hang at no intervention, are the control element's.
    """
    drafts = sorted(_drafts(plan), key=lambda draft: (draft.sort != "control", *_order(draft.at)))
    _share_out(plan, drafts)
    parents = _parents(drafts)
    return tuple(
        Element(
            sort=draft.sort,
            number=draft.number,
            title=draft.title,
            where=Location(path_of(plan.landmarks, draft.at), draft.at),
            parts=(*draft.parts, ElementPart(TEXT, "", tuple(draft.rest))) if draft.rest else draft.parts,
            parent=parents[index],
            level=draft.heading.level if draft.heading else None,
            links=draft.links,
            mentions=draft.mentions,
        )
        for index, draft in enumerate(drafts)
    )


def _drafts(plan: Plan) -> Iterator[_Draft]:
    headings = {_paragraph(heading.place): heading for heading in plan.headings}
    special = [*_from_chapters(plan), *_from_appendices(plan)]
    for draft in special:
        draft.heading = headings.pop(_paragraph(draft.at), draft.heading)
    yield from special
    for heading in headings.values():
        yield _Draft("section", heading.number, heading.place, heading=heading)


def _from_chapters(plan: Plan) -> Iterator[_Draft]:
    """The document itself, its focus areas with their goals, its interventions."""
    control = plan.control
    nowhere = Text("document", 0, 0, "")
    yield _Draft("control", None, control.title or nowhere, control_parts(control))
    for row in control.versions:
        yield _Draft("version", row.version.text or None, row.reason or row.date, version_parts(row), place=row.date)
    for area in plan.focus_areas:
        yield _Draft("focus_area", area.heading.number, area.heading.place, heading=area.heading)
        for goal in area.goals:
            yield _Draft("goal", goal.code, goal.text)
    for each in plan.interventions:
        yield _intervention(each)


def _intervention(each: Intervention) -> _Draft:
    draft = _Draft("intervention", each.number, each.heading.place, intervention_parts(each), each.heading, each.links)
    draft.mentions = tuple(mention for mention in each.principles if not mention.loose)
    return draft


def _from_appendices(plan: Plan) -> Iterator[_Draft]:
    """The process, the glossary, the list of principles; what a card or a timeline says."""
    for stage in plan.process:
        yield _Draft("stage", stage.heading.number, stage.heading.place, stage_parts(stage), stage.heading)
    for entry in plan.glossary:
        yield _Draft("term", None, entry.term, (ElementPart("definition", "", (entry.definition,), single=True),))
    for principle in plan.principles:
        yield _Draft("principle", str(principle.number), principle.title)
    for step in plan.timeline:
        yield _Draft("step", None, step.text, step_parts(step), place=step.place)
    if plan.card:
        yield _Draft("card", plan.card.number, plan.card.title or plan.card.place, card_parts(plan.card))


def _share_out(plan: Plan, drafts: list[_Draft]) -> None:
    """Give what no element has yet to the one under whose heading it stands; an intervention's own first."""
    taken = {_paragraph(place) for place in _places(plan, drafts)}
    owners = {_paragraph(each.heading.place): each for each in plan.interventions}
    for draft in drafts:
        for text in owners[_paragraph(draft.at)].texts if _paragraph(draft.at) in owners else ():
            if text and _paragraph(text) not in taken:
                draft.rest.append(text)
    taken |= {_paragraph(text) for draft in drafts for text in draft.rest}
    headed = [draft for draft in drafts if draft.heading]
    index = -1
    for text in sorted(plan.texts, key=_order):
        while text.part == "document" and index + 1 < len(headed) and _order(headed[index + 1].at) <= _order(text):
            index += 1
        if text and _paragraph(text) not in taken:
            inside = text.part == "document" and index >= 0
            (headed[index] if inside else drafts[0]).rest.append(text)


def _places(plan: Plan, drafts: Iterable[_Draft]) -> Iterator[Text]:
    """Everything that belongs to an element already, or is only a way to one: labels, the table of contents."""
    for draft in drafts:
        yield from (draft.at, draft.title)
        for part in draft.parts:
            yield from part.items
        for link in draft.links:
            yield link.place
            if link.text:
                yield link.text
    yield from (part.label for each in plan.interventions for part in each.parts)
    yield from _contents(plan)
    yield from (statement.text for statement in plan.control.statements)
    for row in plan.control.versions:
        yield from (row.date, row.version, row.issuer, row.reason)
    if plan.control.classification:
        yield from plan.control.classification.texts
    if plan.card:
        yield from (each.label for each in plan.card.fields)


def _contents(plan: Plan) -> Iterator[Text]:
    """The rows of the table of contents, and its own heading above them, which is no section's."""
    yield from (row.place for row in plan.contents)
    if plan.contents:
        first = min(row.place.paragraph for row in plan.contents)
        yield from (text for text in plan.texts if text.paragraph == first - 1 and len(text.text) <= LONGEST_HEADING)


def _parents(drafts: list[_Draft]) -> list[int | None]:
    """By element, the one whose heading it stands under: for a heading, the nearest above of a lower level.

    Nothing but a section stands under its own sort, whatever levels the headings have.
    """
    parents: list[int | None] = []
    above: list[tuple[int, int]] = []
    for index, draft in enumerate(drafts):
        if draft.heading:
            while above and above[-1][0] >= draft.heading.level:
                above.pop()
        homes = (one for _, one in reversed(above) if drafts[one].sort == "section" or drafts[one].sort != draft.sort)
        parents.append(None if draft.sort == "control" else next(homes, None))
        if draft.heading:
            above.append((draft.heading.level, index))
    return parents


def _paragraph(text: Text) -> tuple[str, int]:
    return text.part, text.paragraph


def _order(text: Text) -> tuple[bool, str, int, int]:
    return text.part != "document", text.part, text.paragraph, text.start

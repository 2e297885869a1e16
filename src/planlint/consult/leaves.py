"""The parts of single elements: what an intervention, a stage, a version and the document's control say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from planlint.language.normalise import normalise
from planlint.model.card import ProjectCard
from planlint.model.comparison import ElementPart
from planlint.model.control import Control, VersionRow
from planlint.model.plan import Intervention, Stage
from planlint.model.text import Text
from planlint.model.timeline import TimelineStep

BACKGROUND: Final = "background"
GOAL_LINKS: Final = "goal_links"
"""The framework's key of the part that holds the links to goals; they are compared as links, not as text."""
PRINCIPLES: Final = "principles"
LISTS: Final = frozenset({
    "benefits", "benefits_short", "benefits_long", "activities", "council_role", "municipal_role", PRINCIPLES,
})  # fmt: skip
"""Parts that hold lists. The others are fields, which hold a value where they hold one item."""


def intervention_parts(each: Intervention) -> tuple[ElementPart, ...]:
    """Background, then every part once by its key, in the order written; the part of goal links is left out."""
    background = (ElementPart(BACKGROUND, "", each.background),) if each.background else ()
    labels: dict[str, str] = {}
    for part in each.parts:
        labels.setdefault(part.key, part.label.text)
    return (
        *background,
        *(
            ElementPart(key, label, each.items(key), single=key not in LISTS)
            for key, label in labels.items()
            if key not in {GOAL_LINKS, BACKGROUND} and each.items(key)
        ),
    )


def card_parts(card: ProjectCard) -> tuple[ElementPart, ...]:
    """Its fields by key, its background, and what is said of its deliverables."""
    parts: dict[str, ElementPart] = {}
    for each in card.fields:
        known = parts.get(each.key, ElementPart(each.key, each.label.text, ()))
        parts[each.key] = replace(known, items=(*known.items, *each.values), single=True)
    described = tuple(text for each in card.deliverables for text in (each.name, *each.descriptions))
    parts["deliverables"] = ElementPart("deliverables", "", described)
    parts[BACKGROUND] = ElementPart(BACKGROUND, "", card.background)
    return tuple(part for part in parts.values() if part.items)


def stage_parts(stage: Stage) -> tuple[ElementPart, ...]:
    """Its decisions and its deliverables."""
    decisions = tuple(decision.text for decision in stage.decisions)
    parts = ElementPart("decisions", "", decisions), ElementPart("deliverables", "", stage.deliverables)
    return tuple(part for part in parts if part.items)


def step_parts(step: TimelineStep) -> tuple[ElementPart, ...]:
    """The days of a step of a timeline, and who does it."""
    days = ElementPart("days", "", tuple(dict.fromkeys((step.start, step.end))), single=True)
    return (days, ElementPart("actors", "", step.actors)) if step.actors else (days,)


def version_parts(row: VersionRow) -> tuple[ElementPart, ...]:
    """The cells of a row of the history beside its version and its reason, or the date where it has no reason."""
    cells = {"date": row.date if row.reason else None, "issuer": row.issuer}
    return tuple(ElementPart(key, "", (text,), single=True) for key, text in cells.items() if text)


def control_parts(control: Control) -> tuple[ElementPart, ...]:
    """Every field that the document states of itself, each value once; the title is the element's own."""
    values: dict[str, dict[str, Text]] = {}
    for key, text in _stated(control):
        values.setdefault(key, {}).setdefault(normalise(text.text), text)
    return tuple(ElementPart(key, "", tuple(texts.values()), single=True) for key, texts in values.items())


def _stated(control: Control) -> Iterator[tuple[str, Text]]:
    """Fields and what they hold: first what wins, then what stands elsewhere."""
    title = control.title
    for key, text in (("subtitle", control.subtitle), ("version", control.version), ("date", control.date)):
        if text:
            yield key, text
    for each in control.statements:
        own = each.key == "title" and title and normalise(each.text.text) == normalise(title.text)
        if each.where != "history" and not own:
            yield each.key, each.text
    if control.classification:
        for text in control.classification.texts:
            yield "classification", text

"""Duties, activities and steps that say what is done and not who does it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.passages import passages
from planlint.checks.quoting import MOST, quotations
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.pipeline import passives
from planlint.model.finding import Hit, HitWords
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text


class PassiveOptions(Strict):
    """Where to look, and how words for those who do something end.

    `steps`: the chapters in which every sentence is a step; `duties`: those in which "ska", "måste" make one;
    `activities`: the parts of an intervention whose items are activities; `roles`: the parts whose label says who.
    """

    steps: tuple[str, ...]
    duties: tuple[str, ...]
    activities: tuple[str, ...]
    roles: tuple[str, ...]
    actors: tuple[str, ...]


def passive_without_agent(node: Plan, scope: Scope, options: PassiveOptions) -> Iterator[Hit]:
    """One hit for the document: the sentences that tell a duty, an activity or a step and name nobody who does it."""
    actors = tuple(form for actor in scope.framework.actors.values() for form in actor.forms)
    found: dict[Text, None] = {}
    for text, only_duties in _texts(node, scope, options):
        for one in passives(text, actors, options.actors):
            if not one.named and (one.duty or not only_duties):
                found.setdefault(one.sentence)
    if found:
        first, *others = found
        words: dict[str, HitWords] = {
            "count": len(found),
            "quotes": quotations([text.text for text in found]),
            "rest": len(found) - MOST,
        }
        case = "one" if not others else "many" if len(found) > MOST else "default"
        yield Hit(first, case, words, tuple(others))


def _texts(plan: Plan, scope: Scope, options: PassiveOptions) -> Iterator[tuple[Text, bool]]:
    """The paragraphs to look at, and whether only duties count in them; in the order of the document."""
    chapters = {key: chapter.heading for key in (*options.steps, *options.duties) if (chapter := plan.chapter(key))}
    steps = {chapters[key] for key in options.steps if key in chapters}
    duties = {chapters[key] for key in options.duties if key in chapters}
    activities, named = _spots(plan, options.activities), _spots(plan, options.roles)
    named |= {(one.text.part, one.text.paragraph) for stage in plan.process for one in stage.decisions}
    for passage in scope.table(passages):
        spot = (passage.text.part, passage.text.paragraph)
        if passage.sort == "heading" or spot in named:
            continue
        if spot in activities or not steps.isdisjoint(passage.sections):
            yield passage.text, False
        elif not duties.isdisjoint(passage.sections):
            yield passage.text, True


def _spots(plan: Plan, parts: tuple[str, ...]) -> set[tuple[str, int]]:
    """The paragraphs of the interventions' parts."""
    texts = (item for one in plan.interventions for key in parts for item in one.items(key))
    return {(text.part, text.paragraph) for text in texts}


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "passive_without_agent": CheckSpec(
            passive_without_agent,
            Plan,
            dict.fromkeys(("one", "default", "many"), holes("count", "quotes", "rest")),
            PassiveOptions,
        )
    }
)
"""By the names that rule files use."""

"""The goals that a project card refers to, held against the plan that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.links import LikenessOptions, likeness, likest_goal, nearest_codes
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.checks.text import DriftOptions, changes, is_piece
from planlint.language.normalise import normalise, same_words
from planlint.model.card import CardLink, ProjectCard
from planlint.model.finding import Hit
from planlint.model.plan import Goal, Plan
from planlint.model.text import Text

_NUMBER = re.compile(r"\d+(?:\.\d+)*\w?")


def _plan_scope(scope: Scope) -> Scope:
    """What checks of a plan look at, for the plan that the card is held against."""
    return Scope(scope.against or scope.plan, scope.framework, scope.principles)


def _goals_by_code(scope: Scope) -> dict[str, tuple[Goal, ...]]:
    found: dict[str, tuple[Goal, ...]] = {}
    for goal in scope.against.goals if scope.against else ():
        found[goal.code] = (*found.get(goal.code, ()), goal)
    return found


def _likest(text: str, scope: Scope, least: float) -> Goal | None:
    """The plan's goal whose text is most like this one, if any is at least that like."""
    return likest_goal(text, scope.table(_plan_scope), least)


def unknown_card_goal(node: ProjectCard, scope: Scope, options: LikenessOptions) -> Iterator[Hit]:
    """A goal's code that the plan does not define; words that are no goal's are asked about. Silent without a plan."""
    if scope.against is None:
        return
    known = scope.table(_goals_by_code)
    for link in node.links:
        if link.code and link.code not in known:
            yield _unknown(link, scope, options)
        elif not link.code and not _leads_somewhere(link.place, scope, options):
            yield Hit(link.place, "no-goal", {"quote": excerpt(link.place.text)}, undecided=True)


def _unknown(link: CardLink, scope: Scope, options: LikenessOptions) -> Hit:
    goal = _likest(link.text.text, scope, options.likeness) if link.text else None
    if goal:
        return Hit(link.place, "by-text", {"code": link.code, "nearest": goal.code}, suggestion=goal.code)
    nearest = nearest_codes(link.code, list(scope.table(_goals_by_code)))
    if not nearest:
        return Hit(link.place, "none", {"code": link.code})
    return Hit(link.place, words={"code": link.code, "nearest": ", ".join(nearest)}, suggestion=nearest[0])


def _leads_somewhere(text: Text, scope: Scope, options: LikenessOptions) -> bool:
    """Whether words without a code name something in the plan: a goal, a focus area, an intervention or a section."""
    if _likest(text.text, scope, options.likeness) is not None:
        return True
    said = normalise(text.text)
    numbers = scope.table(_numbers)
    return any(title in said for title in scope.table(_names)) or any(
        found in numbers for found in _NUMBER.findall(said)
    )


def _names(scope: Scope) -> tuple[str, ...]:
    """What the plan calls its goals and sections, as words are compared."""
    plan = scope.against or scope.plan
    titles = (normalise(text).rstrip(" .") for text in (*_titles(plan), *(goal.text.text for goal in plan.goals)))
    return tuple(title for title in titles if title)


def _titles(plan: Plan) -> Iterator[str]:
    yield from (heading.title for heading in plan.headings)
    yield from (one.heading.title for one in plan.interventions)


def _numbers(scope: Scope) -> frozenset[str]:
    """The codes of the plan's goals and the numbers of its interventions, as words are compared."""
    plan = scope.against or scope.plan
    return frozenset(normalise(one) for one in (*(goal.code for goal in plan.goals), *_intervention_numbers(plan)))


def _intervention_numbers(plan: Plan) -> Iterator[str]:
    return (one.number for one in plan.interventions if one.number)


def drifted_card_goal(node: ProjectCard, scope: Scope, options: DriftOptions) -> Iterator[Hit]:
    """A goal's text that the card repeats in other words than the plan's. Silent without a plan.

    The code's separator and the end do not count; nor does a code that the plan defines twice, or not at all.
    """
    if scope.against is None:
        return
    for link in node.links:
        goals = scope.table(_goals_by_code).get(link.code, ())
        if link.text and len(goals) == 1 and not same_words(link.text.text, goals[0].text.text):
            yield _drift(link.text, goals[0], scope, options)
        elif link.text and not link.code:
            goal = _likest(link.text.text, scope, options.elsewhere)
            if goal and not same_words(link.text.text, goal.text.text):
                yield _drift(link.text, goal, scope, options)


def _drift(text: Text, goal: Goal, scope: Scope, options: DriftOptions) -> Hit:
    """What to say of a copy: that it differs, that it is another goal's text, or that it cannot be told."""
    own = likeness(text.text, goal.text.text)
    other = _likest(text.text, scope, max(options.other, own + 1))
    right = goal.text.text
    if other and other.code != goal.code:
        return Hit(text, "other", {"code": goal.code, "other": other.code}, suggestion=right)
    if own < options.linked and not is_piece(text, goal.text):
        return Hit(text, "unlike", {"code": goal.code}, undecided=True)
    return Hit(text, words={"code": goal.code, "diff": changes(right, text.text)}, suggestion=right)


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "unknown_card_goal": CheckSpec(
            unknown_card_goal,
            ProjectCard,
            {
                "default": holes("code", "nearest"),
                "by-text": holes("code", "nearest"),
                "none": holes("code"),
                "no-goal": holes("quote"),
            },
            LikenessOptions,
        ),
        "drifted_card_goal": CheckSpec(
            drifted_card_goal,
            ProjectCard,
            {"default": holes("code", "diff"), "other": holes("code", "other"), "unlike": holes("code")},
            DriftOptions,
        ),
    }
)
"""By the names that rule files use."""

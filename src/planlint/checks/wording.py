"""How goals and benefits are put: whether they can be measured, and whether they tell an effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import MOST, excerpt, quotations
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.measures import has_measure
from planlint.language.normalise import words
from planlint.model.finding import Hit, HitWords, Subject
from planlint.model.plan import Goal, Intervention, Plan
from planlint.model.rule import Strict
from planlint.model.text import Text


class MeasureOptions(Strict):
    """`measures`: words that make a text measurable ('andel', 'procent')."""

    measures: tuple[str, ...]


class BenefitOptions(MeasureOptions):
    """`parts`: where the benefits stand; `recipients`: phrases that tell who gains ('för invånarna')."""

    parts: tuple[str, ...]
    recipients: tuple[str, ...]


class GoalWordingOptions(Strict):
    """`activities`: how an activity begins; `lead_ins`: what may stand before it; `joints`: what joins two goals."""

    activities: tuple[str, ...]
    lead_ins: tuple[str, ...]
    joints: tuple[str, ...]


def unmeasurable_goal(node: Plan, scope: Scope, options: MeasureOptions) -> Iterator[Hit]:
    """Goals without a number, a date, an indicator or a measure: the plan where none has one, else each goal."""
    vague = [
        goal for goal, texts in _with_following(node) if not any(has_measure(t.text, options.measures) for t in texts)
    ]
    if vague and len(vague) == len(node.goals):
        chapter = node.chapter(scope.framework.goals.chapter)
        yield Hit(chapter.heading.place if chapter else vague[0].text, "plan", {"count": len(vague)})
        return
    for goal in vague:
        subject = Subject("goal", goal.code, goal.text.text)
        yield Hit(goal.text, "goal", {"code": goal.code, "text": excerpt(goal.text.text)}, subject=subject)


def _with_following(plan: Plan) -> list[tuple[Goal, list[Text]]]:
    """Each goal with its text and what stands between it and the next goal or heading: its indicator, for one."""
    found = [(goal, [goal.text]) for goal in plan.goals]
    goals = {(goal.text.part, goal.text.paragraph): texts for goal, texts in found}
    headings = {(heading.place.part, heading.place.paragraph) for heading in plan.headings}
    current: list[Text] = []
    for text in plan.texts:
        spot = (text.part, text.paragraph)
        if spot in goals:
            current = goals[spot]
        elif spot in headings:
            current = []
        else:
            current.append(text)
    return found


def goal_wording(node: Goal, _scope: Scope, options: GoalWordingOptions) -> Iterator[Hit]:
    """A goal that begins like an activity, or that joins several goals."""
    said = f" {' '.join(words(node.text.text))} "
    lead = max((f" {lead}" for lead in options.lead_ins if said.startswith(f" {lead} ")), key=len, default="")
    activity = next((verb for verb in options.activities if said.startswith(f"{lead} {verb} ")), None)
    joint = next((joint for joint in options.joints if f" {joint} " in said), None)
    named = {"code": node.code, "text": excerpt(node.text.text)}
    if activity:
        yield Hit(node.text, "activity", {**named, "verb": activity})
    elif joint:
        yield Hit(node.text, "several", {**named, "joint": joint})


def vague_benefits(node: Intervention, _scope: Scope, options: BenefitOptions) -> Iterator[Hit]:
    """Benefits without measure, size, recipient and time: one hit that counts and names them."""
    benefits = [item for key in options.parts for item in node.items(key)]
    vague = [item for item in benefits if not has_measure(item.text, options.measures) and not _received(item, options)]
    if not vague:
        return
    place = next((part.label for part in node.parts if part.key in options.parts and part.label), vague[0])
    words: dict[str, HitWords] = {"title": node.heading.title, "vague": quotations([item.text for item in vague])}
    words |= {"measured": len(benefits) - len(vague), "all": len(benefits), "rest": len(vague) - MOST}
    case = "only" if len(benefits) == 1 else "many" if len(vague) > MOST else "default"
    yield Hit(place, case, words, related=tuple(vague))


def _received(benefit: Text, options: BenefitOptions) -> bool:
    said = f" {' '.join(words(benefit.text))} "
    return any(f" {phrase} " in said for phrase in options.recipients)


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "unmeasurable_goal": CheckSpec(
            unmeasurable_goal,
            Plan,
            {"plan": holes("count"), "goal": holes("code", "text")},
            MeasureOptions,
        ),
        "goal_wording": CheckSpec(
            goal_wording,
            Goal,
            {"activity": holes("code", "text", "verb"), "several": holes("code", "text", "joint")},
            GoalWordingOptions,
        ),
        "vague_benefits": CheckSpec(
            vague_benefits,
            Intervention,
            dict.fromkeys(("only", "default", "many"), holes("title", "measured", "all", "vague", "rest")),
            BenefitOptions,
        ),
    }
)
"""By the names that rule files use."""

"""A consultation's timeline: steps in order, no days between them, and nothing forgotten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.checks.working_days import working_days
from planlint.model.finding import Hit, HitWords
from planlint.model.forms.timeline import StepForm
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text
from planlint.model.timeline import TimelineStep

CONSULTATION: Final = "consultation"
"""The framework's key for the kind of step that sends the plan out and takes in answers."""

_DAY: Final = timedelta(days=1)


class ConflictOptions(Strict):
    """`overlap`: as many shared days are too many for steps in order; `gap`: as many working days without a step."""

    overlap: int
    gap: int


class CompleteOptions(Strict):
    """`kinds`: keys of kinds of steps that a timeline needs; `of_consultation`: those that a consultation asks for."""

    kinds: tuple[str, ...]
    of_consultation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """A step whose days are known and in order."""

    step: TimelineStep
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Gap:
    """Working days that no step covers, and the step before them."""

    before: TimelineStep
    days: tuple[date, ...]


def stands_apart(step: TimelineStep) -> bool:
    """Whether its first and its last day stand in paragraphs of their own, as in two columns."""
    return (step.end.part, step.end.paragraph) != (step.start.part, step.start.paragraph)


def days_of(step: TimelineStep) -> Text:
    """The words that say when a step is: from its first day to its last one, or its first where they stand apart."""
    if stands_apart(step):
        return step.start
    begin = step.place.start
    return step.place.cut(step.start.start - begin, step.end.end - begin)


def timeline_conflict(node: TimelineStep, scope: Scope, options: ConflictOptions) -> Iterator[Hit]:
    """A step that overlaps one that the framework puts before or after it, or that begins after days without a step."""
    words: dict[str, HitWords] = {"step": excerpt(node.text.text)}
    kinds = scope.framework.timeline.kinds
    for other, shared in scope.table(overlaps, options).get(node, ()):
        titles = {"kind": kinds[node.kinds[0]].title, "other_kind": kinds[other.kinds[0]].title}
        case = {**words, **titles, "other": excerpt(other.text.text), "days": shared}
        yield Hit(days_of(node), "overlap", case, related=(days_of(other),))
    gap = scope.table(gaps, options).get(node)
    if gap is not None:
        first, last = gap.days[0].isoformat(), gap.days[-1].isoformat()
        case = {**words, "count": len(gap.days), "first": first, "last": last}
        yield Hit(days_of(node), "gap", case, related=(days_of(gap.before),))


def dated(scope: Scope) -> tuple[Dated, ...]:
    """The steps whose days are known, by the day on which they begin."""
    steps = scope.plan.timeline
    known = [Dated(one, one.first, one.last) for one in steps if one.first and one.last and one.first <= one.last]
    return tuple(sorted(known, key=lambda one: one.first))


def overlaps(scope: Scope, options: ConflictOptions) -> dict[TimelineStep, list[tuple[TimelineStep, int]]]:
    """By the later step of each pair: the earlier one, and how many days they share."""
    found: dict[TimelineStep, list[tuple[TimelineStep, int]]] = defaultdict(list)
    steps = scope.table(dated)
    kinds = scope.framework.timeline.kinds
    for index, later in enumerate(steps):
        for earlier in steps[:index]:
            shared = (min(earlier.last, later.last) - later.first).days + 1
            if shared >= options.overlap and _in_order(earlier.step, later.step, kinds):
                found[later.step].append((earlier.step, shared))
    return found


def _in_order(one: TimelineStep, other: TimelineStep, kinds: Mapping[str, StepForm]) -> bool:
    """Whether the framework puts what the one is about before what the other is about, or after it."""
    ranks = {kinds[kind].rank for step in (one, other) for kind in step.kinds[:1]}
    return bool(one.kinds and other.kinds) and None not in ranks and len(ranks) > 1


def gaps(scope: Scope, options: ConflictOptions) -> dict[TimelineStep, Gap]:
    """By the step after it: the working days that belong to no step.

    Only where at least half of the steps are ranges, and all days are known: between milestones there are always days.
    """
    steps = scope.table(dated)
    ranges = sum(one.first != one.last for one in steps)
    if len(steps) < len(scope.plan.timeline) or 2 * ranges < len(steps):
        return {}
    found: dict[TimelineStep, Gap] = {}
    latest = next(iter(steps), None)
    for one in steps:
        if latest is None:
            break
        between = working_days(latest.last + _DAY, one.first - _DAY, scope.framework.timeline.vacation_weeks)
        days = tuple(between)
        if len(days) >= options.gap:
            found[one.step] = Gap(latest.step, days)
        latest = max(latest, one, key=lambda two: two.last)
    return found


def timeline_incomplete(node: Plan, scope: Scope, options: CompleteOptions) -> Iterator[Hit]:
    """A timeline without a step of some kind that it needs: one hit that lists the kinds."""
    if not node.timeline:
        return
    forms = scope.framework.timeline.kinds
    there = {kind for step in node.timeline for kind in step.kinds}
    wanted = options.kinds + (options.of_consultation if CONSULTATION in there else ())
    missing = tuple(forms[kind].title for kind in wanted if kind in forms and kind not in there)
    if missing:
        yield Hit(_heading_over(node), words={"missing": missing})


def _heading_over(plan: Plan) -> Text:
    """The heading under which the timeline stands, else the document's title, else the first step."""
    place = plan.timeline[0].place
    over = [one.place for one in plan.headings if one.place.paragraph < place.paragraph]
    return over[-1] if over else plan.control.title or place


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "timeline_conflict": CheckSpec(
            timeline_conflict,
            TimelineStep,
            {
                "overlap": holes("step", "kind", "other", "other_kind", "days"),
                "gap": holes("step", "count", "first", "last"),
            },
            ConflictOptions,
        ),
        "timeline_incomplete": CheckSpec(timeline_incomplete, Plan, {"default": holes("missing")}, CompleteOptions),
    }
)
"""By the names that rule files use."""

"""How a plan becomes the outline's view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from planlint.model.kind import DocumentKind
from planlint.model.plan import FocusArea, Heading, Intervention, Plan, Stage
from planlint.model.text import Text
from planlint.model.timeline import TimelineStep
from planlint.report.outline_card import view_card
from planlint.report.outline_view import (
    BenefitsView,
    ContentsView,
    DecisionView,
    FocusAreaView,
    GoalLinkView,
    GoalView,
    HeadingView,
    InterventionView,
    MentionView,
    PeriodView,
    PlanView,
    PrincipleView,
    RolesView,
    StageView,
    StepView,
    TermView,
    VersionView,
)
from planlint.report.view import SCHEMA_VERSION, locate

KNOWN_PARTS: Final = frozenset({
    "goal_links", "background", "benefits", "benefits_short", "benefits_long", "activities", "council_role",
    "municipal_role", "principles",
})  # fmt: skip


def view_plan(plan: Plan, kind: DocumentKind) -> PlanView:
    """The plan as programs see it."""
    control = plan.control
    return PlanView(
        schema_version=SCHEMA_VERSION,
        kind=kind,
        framework=plan.framework,
        title=_words(control.title),
        subtitle=_words(control.subtitle),
        version=_words(control.version),
        date=_words(control.date),
        period=PeriodView(start=control.period[0], end=control.period[1]) if control.period else None,
        versions=_versions(plan),
        headings=tuple(_heading(each, plan) for each in plan.headings),
        contents=_contents(plan),
        focus_areas=tuple(_focus_area(each, plan) for each in plan.focus_areas),
        interventions=tuple(_intervention(each, plan) for each in plan.interventions),
        process=tuple(_stage(each, plan) for each in plan.process),
        glossary=_glossary(plan),
        principles=_principles(plan),
        card=view_card(plan.card, plan) if plan.card else None,
        timeline=tuple(_step(each, plan) for each in plan.timeline),
    )


def fields_of(intervention: Intervention) -> dict[str, str]:
    """The intervention's fields by key: its parts that are none of the known ones, their items joined."""
    keys = dict.fromkeys(part.key for part in intervention.parts if part.key not in KNOWN_PARTS)
    return {key: "; ".join(_all(intervention.items(key))) for key in keys}


def _words(text: Text | None) -> str | None:
    return text.text if text else None


def _all(texts: Sequence[Text]) -> tuple[str, ...]:
    return tuple(text.text for text in texts)


def _versions(plan: Plan) -> tuple[VersionView, ...]:
    return tuple(
        VersionView(
            date=row.date.text,
            version=row.version.text,
            issuer=row.issuer.text,
            reason=row.reason.text,
            location=locate(row.date, plan),
        )
        for row in plan.control.versions
    )


def _heading(heading: Heading, plan: Plan) -> HeadingView:
    return HeadingView(
        number=heading.number,
        title=heading.title,
        level=heading.level,
        fake=heading.fake,
        location=locate(heading.place, plan),
    )


def _contents(plan: Plan) -> tuple[ContentsView, ...]:
    return tuple(
        ContentsView(number=row.number, title=row.title, page=row.page, location=locate(row.place, plan))
        for row in plan.contents
    )


def _focus_area(area: FocusArea, plan: Plan) -> FocusAreaView:
    return FocusAreaView(
        number=area.heading.number,
        title=area.heading.title,
        goals=tuple(
            GoalView(id=goal.code, text=goal.text.text, location=locate(goal.text, plan)) for goal in area.goals
        ),
        location=locate(area.heading.place, plan),
    )


def _intervention(each: Intervention, plan: Plan) -> InterventionView:
    return InterventionView(
        number=each.number,
        title=each.heading.title,
        background=_all(each.background),
        goal_links=tuple(
            GoalLinkView(id=link.code, text=_words(link.text), location=locate(link.place, plan)) for link in each.links
        ),
        benefits=BenefitsView(
            short_term=_all(each.items("benefits_short")),
            long_term=_all(each.items("benefits_long")),
            unspecified=_all(each.items("benefits")),
        ),
        activities=_all(each.items("activities")),
        roles=RolesView(council=_all(each.items("council_role")), municipal=_all(each.items("municipal_role"))),
        principles=_mentions(each, plan),
        fields=fields_of(each),
        location=locate(each.heading.place, plan),
    )


def _mentions(intervention: Intervention, plan: Plan) -> tuple[MentionView, ...]:
    """One entry a principle: where the intervention first refers to it."""
    first: dict[int, MentionView] = {}
    for mention in intervention.principles:
        if mention.loose:
            continue
        where = locate(mention.place, plan)
        for number in mention.numbers:
            first.setdefault(
                number, MentionView(number=number, quote=mention.place.text, by=mention.by, location=where)
            )
    return tuple(first.values())


def _stage(stage: Stage, plan: Plan) -> StageView:
    return StageView(
        name=stage.heading.title,
        decisions=tuple(
            DecisionView(decider=each.decider, text=each.text.text, location=locate(each.text, plan))
            for each in stage.decisions
        ),
        deliverables=_all(stage.deliverables),
        location=locate(stage.heading.place, plan),
    )


def _glossary(plan: Plan) -> tuple[TermView, ...]:
    return tuple(
        TermView(term=entry.term.text, definition=entry.definition.text, location=locate(entry.term, plan))
        for entry in plan.glossary
    )


def _principles(plan: Plan) -> tuple[PrincipleView, ...]:
    return tuple(
        PrincipleView(number=each.number, title=each.title.text, location=locate(each.title, plan))
        for each in plan.principles
    )


def _step(step: TimelineStep, plan: Plan) -> StepView:
    first, last = days_of(step)
    return StepView(
        start=first,
        end=last,
        text=step.text.text,
        actors=_all(step.actors),
        kind=next(iter(step.kinds), None),
        location=locate(step.place, plan),
    )


def days_of(step: TimelineStep) -> tuple[str, str]:
    """The first and the last day of a step: ISO 8601 where the day is known, else as written."""
    first = step.first.isoformat() if step.first else step.start.text
    return first, step.last.isoformat() if step.last else step.end.text

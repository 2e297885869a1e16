"""A project card in the outline's view."""

from __future__ import annotations

from planlint.model.card import ProjectCard
from planlint.model.plan import Plan
from planlint.report.view import LocationView, View, Words, locate


class CardPeriodView(View):
    """When the work is done, as written; null where the card does not say."""

    start: Words | None
    end: Words | None
    location: LocationView


class CardLinkView(View):
    """A reference to a goal of the plan; `id` is null where only words stand, `text` where only a code does."""

    id: Words | None
    text: Words | None
    location: LocationView


class CardView(View):
    """A project card; what it does not state is null or empty. A field's lines are joined by line breaks."""

    number: Words | None
    title: Words | None
    process_step: Words | None
    type: Words | None
    funders: tuple[Words, ...]
    strategic_group: Words | None
    tactical_group: tuple[Words, ...]
    leader: Words | None
    period: CardPeriodView | None
    plan_links: tuple[CardLinkView, ...]
    purpose: Words | None
    project_goals: tuple[Words, ...]
    delivery_status: Words | None
    participants: tuple[Words, ...]
    deliverables: tuple[Words, ...]
    location: LocationView


def view_card(card: ProjectCard, plan: Plan) -> CardView:
    """The card as programs see it."""
    return CardView(
        number=card.number,
        title=card.title.text if card.title else None,
        process_step=_one(card, "process_step"),
        type=_one(card, "type"),
        funders=_all(card, "funders"),
        strategic_group=_one(card, "strategic_group"),
        tactical_group=_all(card, "tactical_group"),
        leader=_one(card, "leader"),
        period=_period(card, plan),
        plan_links=_links(card, plan),
        purpose=_one(card, "purpose"),
        project_goals=_all(card, "project_goals"),
        delivery_status=_one(card, "delivery_status"),
        participants=_all(card, "participants"),
        deliverables=tuple(each.name.text for each in card.deliverables),
        location=locate(card.place, plan),
    )


def _all(card: ProjectCard, key: str) -> tuple[str, ...]:
    return tuple(value.text for value in card.values(key))


def _one(card: ProjectCard, key: str) -> str | None:
    return "\n".join(_all(card, key)) or None


def _period(card: ProjectCard, plan: Plan) -> CardPeriodView | None:
    period = card.period
    if period is None:
        return None
    return CardPeriodView(
        start=period.start.text if period.start else None,
        end=period.end.text if period.end else None,
        location=locate(period.place, plan),
    )


def _links(card: ProjectCard, plan: Plan) -> tuple[CardLinkView, ...]:
    return tuple(
        CardLinkView(
            id=link.code or None, text=link.text.text if link.text else None, location=locate(link.place, plan)
        )
        for link in card.links
    )

"""What a project card is made of."""

from __future__ import annotations

from planlint.model.words import Strict, Words


class CardLabel(Strict):
    """A field of the card: every form of its label, matched after normalisation."""

    title: Words
    forms: tuple[str, ...]
    required: bool = False
    tells: bool = False
    """True if a document with such a label is likely a card."""
    prose: bool = False
    """True if the field holds sentences, not names or figures: then a long line goes on with it."""


class CardStep(Strict):
    """A step of the process that a card may stand in, with every form of its name."""

    title: Words
    forms: tuple[str, ...]


class CardDeliverable(Strict):
    """Something that the process asks of a type: what it may be called."""

    title: Words
    forms: tuple[str, ...]


class CardType(Strict):
    """A type of intervention that has cards of its own."""

    title: Words
    forms: tuple[str, ...]
    steps: tuple[str, ...] = ()
    """The steps that the type goes through, in order; empty where any will do."""
    work: tuple[str, ...] = ()
    """Those of them in which it delivers: before the first nothing is finished, after the last something is."""
    deliverables: tuple[CardDeliverable, ...] = ()


class CardForms(Strict):
    """What a project card is made of. `fields` and `steps` keep their order for reports.

    The keys of fields that recognition and rules name: number, title, process_step, type, funders, strategic_group,
    tactical_group, leader, period, start, end, plan_links, purpose, project_goals, delivery_status, participants,
    deliverables, background, updated.
    """

    fields: dict[str, CardLabel] = {}
    deliverable_columns: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """The headings of a table of deliverables: over their names, and over what is said of them."""
    steps: dict[str, CardStep] = {}
    types: dict[str, CardType] = {}
    finished: tuple[str, ...] = ()
    """What a delivery status says that means 100 per cent."""
    not_begun: tuple[str, ...] = ()
    """What it says that means that nothing is delivered."""

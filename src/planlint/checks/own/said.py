"""What a node says: the texts that a general check looks at, and what the node is called in a message."""

from __future__ import annotations

from planlint.checks.scope import Scope
from planlint.model.framework import Label
from planlint.model.plan import FocusArea, Goal, Intervention, Plan
from planlint.model.text import Text

Said = Plan | FocusArea | Goal | Intervention
"""The nodes that say something."""


def texts_of(node: Said, part: str | None) -> tuple[Text, ...]:
    """All that the node says or, of an intervention, what stands under one part or field."""
    if isinstance(node, Intervention):
        return node.texts if part is None else node.items(part)
    if isinstance(node, Goal):
        return (node.text,)
    if isinstance(node, FocusArea):
        return tuple(goal.text for goal in node.goals)
    return node.texts


def place_of(node: Said, part: str | None = None) -> Text:
    """Where to say that something is not there: at the part's label where it stands, else at the node's own words."""
    if isinstance(node, Plan):
        return node.control.title or (node.texts[0] if node.texts else Text("document", 0, 0, ""))
    if isinstance(node, Goal):
        return node.text
    labelled = node.part(part) if part is not None and isinstance(node, Intervention) else None
    return labelled.label if labelled is not None and labelled.label else node.heading.place


def name_of(node: Said) -> str:
    """What the node is called: its title, its code, or the plan's title."""
    if isinstance(node, Plan):
        return node.control.title.text if node.control.title else ""
    return node.code if isinstance(node, Goal) else node.heading.title


def label_of(scope: Scope, key: str) -> Label | None:
    """The framework's part or field with that key; None where its plans have no such thing."""
    return scope.framework.parts.get(key) or scope.framework.fields.get(key)

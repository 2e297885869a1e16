"""What the reading missed: content that was not read, and parts of the plan that the framework does not know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planlint.model.plan import Plan
from planlint.model.rule import Language
from planlint.model.text import Text
from planlint.texts import say

UNPLACED: Final = "unplaced-part"


@dataclass(frozen=True, slots=True)
class Unseen:
    """One thing that was not read or not placed: a code, a phrase for people, and where it is."""

    what: str
    detail: str
    place: Text


def unseen(plan: Plan, language: Language) -> tuple[Unseen, ...]:
    """Everything in the plan's file that no rule has looked at, the unread before the unplaced."""
    unplaced = (
        Unseen(UNPLACED, say("unplaced", language, label=each.label.text, where=each.intervention), each.label)
        for each in plan.unplaced
    )
    return (*unread(plan, language), *unplaced)


def unread(plan: Plan, language: Language) -> Iterator[Unseen]:
    """What was not read at all."""
    return (Unseen(each.what, say(f"unread-{each.what}", language), each.place) for each in plan.unread)


def unplaced_labels(plan: Plan, language: Language) -> Iterator[str]:
    """What was read but not placed, in words, each label once with every intervention that has it."""
    labels: dict[str, dict[str, None]] = {}
    for each in plan.unplaced:
        labels.setdefault(each.label.text, {})[each.intervention] = None
    return (say("unplaced", language, label=label, where=", ".join(where)) for label, where in labels.items())

"""Who is said to do what in each intervention: how many duties the council and the municipalities have in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from planlint.language.normalise import label_key
from planlint.model.plan import Intervention, Plan
from planlint.model.rule import Language
from planlint.report.printable import printable
from planlint.texts import say

ROLES: Final = ("council_role", "municipal_role")
"""The framework's keys of the parts that hold the duties."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role over all interventions: `label` as the plan itself writes it, '' where it never does."""

    key: str
    label: str
    counts: tuple[int, ...]
    """How many duties it has in each intervention, in the plan's order; 0 where the role is missing or empty."""


def measure_roles(plan: Plan) -> tuple[Role, ...]:
    """Both roles, in the order of ROLES; nothing where no intervention has a duty for either."""
    roles = tuple(
        Role(key, _label(plan.interventions, key), tuple(len(each.items(key)) for each in plan.interventions))
        for key in ROLES
    )
    return roles if any(any(role.counts) for role in roles) else ()


def name_role(role: Role, language: Language) -> str:
    """The role as the plan calls it in Swedish; as planlint does in English, and where the plan never names it."""
    own = role.label if language == "sv" else ""
    return own or say("outline-council" if role.key == ROLES[0] else "outline-municipal", language)


def _label(interventions: tuple[Intervention, ...], key: str) -> str:
    """The label that most interventions have over the part, in ordinary letters: 'E-RÅDETS ROLL' is set in capitals."""
    labels = [part.label.text for each in interventions for part in each.parts if part.key == key and part.label]
    if not labels:
        return ""
    commonest = Counter(map(label_key, labels)).most_common(1)[0][0]
    label = printable(next(each for each in labels if label_key(each) == commonest)).strip(" .:;*_–—-")
    return label.capitalize() if label.isupper() else label

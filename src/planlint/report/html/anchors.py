"""The names of the places on a page that links lead to. They are made of numbers only, never of the plan's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planlint.model.finding import Severity, SubjectType
from planlint.model.outcome import Outcome
from planlint.report.blocks import RANKS


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link to a finding: where it leads, and what it says."""

    anchor: str
    rule: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Pointers:
    """Links to the findings about each goal, intervention and principle, by its id, worst first."""

    goals: Mapping[str, tuple[Pointer, ...]]
    interventions: Mapping[str, tuple[Pointer, ...]]
    principles: Mapping[str, tuple[Pointer, ...]]


def document_id(index: int) -> str:
    """The name of a run's document; what belongs to it begins with it. `index` counts from 0, as below."""
    return f"d{index + 1}"


def finding_id(document: str, index: int) -> str:
    """The name of the document's finding, by its index in the outcome."""
    return f"{document}-f-{index + 1}"


def goal_id(document: str, index: int) -> str:
    """The name of a goal's row, by its index in the coverage."""
    return f"{document}-goal-{index + 1}"


def principle_id(document: str, index: int) -> str:
    """The name of a principle's row, by its index in the coverage."""
    return f"{document}-prin-{index + 1}"


def intervention_id(document: str, index: int) -> str:
    """The name of an intervention's column, by its index in the coverage."""
    return f"{document}-int-{index + 1}"


def pointers(outcome: Outcome, document: str) -> Pointers:
    """Links to the findings that count, by what they are about."""
    return Pointers(
        goals=_about("goal", outcome, document),
        interventions=_about("intervention", outcome, document),
        principles=_about("principle", outcome, document),
    )


def _about(subject: SubjectType, outcome: Outcome, document: str) -> dict[str, tuple[Pointer, ...]]:
    found: dict[str, list[Pointer]] = {}
    for index, finding in enumerate(outcome.findings):
        if finding.subject.type == subject and finding.suppressed is None:
            pointer = Pointer(finding_id(document, index), finding.rule, finding.severity)
            found.setdefault(finding.subject.id, []).append(pointer)
    return {about: tuple(sorted(each, key=lambda one: RANKS[one.severity])) for about, each in found.items()}

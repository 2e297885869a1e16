"""Where to begin: the rules that found what is gravest in a document, each with its places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from planlint.model.finding import Finding, Severity
from planlint.model.outcome import Outcome
from planlint.model.rule import Rule
from planlint.model.words import Words
from planlint.report.blocks import RANKS, section_of
from planlint.report.html.anchors import finding_id
from planlint.report.html.finding_view import title_of
from planlint.report.html.quote import TITLE, clip

FEW: Final = 3
"""Where fewer rules than this found errors, the list goes on with warnings."""
MOST: Final = 6
"""How many rules are listed."""
MOST_PLACES: Final = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A section with findings of the rule: the first of them, and its title, '' for the document as a whole."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Step:
    """A rule that found something grave: how much, where, and in how many sections more than are listed."""

    severity: Severity
    title: Words
    count: int
    spots: tuple[Spot, ...]
    left: int


def first_steps(outcome: Outcome, document: str, rules: Mapping[str, Rule]) -> tuple[tuple[Step, ...], int]:
    """The rules to begin with, and how many more rules found something as grave.

    Errors come before warnings, what is exact before what is judged, what is found in many places before the rest.
    What only informs is no beginning: nothing where there is nothing else.
    """
    found: dict[tuple[Severity, bool, str], list[tuple[str, Finding]]] = {}
    for index, finding in enumerate(outcome.findings):
        if finding.suppressed is None and finding.severity != "info":
            sort = (finding.severity, finding.kind == "judged", finding.rule)
            found.setdefault(sort, []).append((finding_id(document, index), finding))
    by_gravity = sorted(found.items(), key=lambda each: (RANKS[each[0][0]], each[0][1], -len(each[1])))
    errors = sum(severity == "error" for severity, _, _ in found)
    last = errors if errors >= FEW else len(by_gravity)
    listed = by_gravity[: min(last, MOST)]
    return tuple(_step(members, rules) for _, members in listed), last - len(listed)


def _step(members: list[tuple[str, Finding]], rules: Mapping[str, Rule]) -> Step:
    spots: dict[str, str] = {}
    for anchor, finding in members:
        spots.setdefault(section_of(finding) or next(iter(finding.location.path), ""), anchor)
    first = members[0][1]
    return Step(
        severity=first.severity,
        title=title_of(first, rules),
        count=len(members),
        spots=tuple(Spot(anchor, clip(title, TITLE)) for title, anchor in list(spots.items())[:MOST_PLACES]),
        left=max(0, len(spots) - MOST_PLACES),
    )

"""A finding as a SARIF result: what it says, where it stands, by what it is known again, why it does not count.

A Word file has no lines, and GitHub shows nothing without one: there the line is the paragraph's number in the body,
from 1, and the columns are characters in it. `logicalLocations` and a location's `properties` tell the true place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from planlint.model.finding import BASELINE, Finding, Location
from planlint.model.outcome import Outcome
from planlint.report.exchange import BODY, line_of, reason, told, way_to
from planlint.report.page import Page
from planlint.report.printable import encodable, printable
from planlint.report.sarif_rules import LEVELS

Json = Mapping[str, object]

ROOT: Final = "%SRCROOT%"
FINGERPRINT: Final = "planlint/v1"
MAX_RELATED: Final = 100
"""GitHub keeps no more places of a result."""
_MARKUP: Final = re.compile(r"\](?=\()|\{(?=\d+\})")
"""The beginnings of what a message may hold beside words: the target of a link, a hole to be filled."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, and the outcome that has it."""

    finding: Finding
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Indexes:
    """Where in the log rules stand, by code, and artifacts, by the `id` of their outcome."""

    rules: Mapping[str, int]
    artifacts: Mapping[int, int]

    def rule(self, code: str) -> Json:
        """A reference to the rule."""
        return {"id": code, "index": self.rules[code]} if code in self.rules else {"id": code}


def artifact_location(outcome: Outcome) -> Json:
    """The file's path as a reference relative to the folder that planlint ran in."""
    return {"uri": quote(encodable(outcome.path), safe="/"), "uriBaseId": ROOT}


def view_result(found: Found, indexes: Indexes, page: Page) -> Json:
    """The finding as a result; suppressed ones too, with the reason."""
    finding = found.finding
    index = {"ruleIndex": indexes.rules[finding.rule]} if finding.rule in indexes.rules else {}
    related = [
        {"id": number, **_location(each, found.outcome, indexes, page), "message": _compare(each, page)}
        for number, each in enumerate(finding.related[:MAX_RELATED], 1)
    ]
    return {
        "ruleId": finding.rule,
        **index,
        "level": LEVELS[finding.severity],
        "message": {"text": _plain(told(finding, page))},
        "locations": [_location(finding.location, found.outcome, indexes, page)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {
            FINGERPRINT: finding.fingerprint,
            "primaryLocationLineHash": f"{finding.fingerprint}:1",  # the only one that GitHub looks at, in its form
        },
        "suppressions": [] if finding.suppressed is None else [_suppression(finding, page)],
        "properties": {"kind": finding.kind, "subject": {"type": finding.subject.type, "id": finding.subject.id}},
    }


def _location(location: Location, outcome: Outcome, indexes: Indexes, page: Page) -> dict[str, object]:
    place = location.place
    artifact = {**artifact_location(outcome), "index": indexes.artifacts[id(outcome)]}
    return {
        "physicalLocation": {"artifactLocation": artifact, "region": _region(location, outcome)},
        "logicalLocations": [_logical(location, page)],
        "properties": {"part": place.part, "paragraph": place.paragraph, "start": place.start, "end": place.end},
    }


def _region(location: Location, outcome: Outcome) -> Json:
    place = location.place
    snippet = {"snippet": {"text": place.text}} if place.text else {}
    line = line_of(place, outcome)
    if line is not None:
        return {"startLine": line, **snippet}
    if place.part != BODY:
        return {"startLine": 1, **snippet}
    line = place.paragraph + 1
    columns = {"startColumn": place.start + 1, "endLine": line, "endColumn": place.end + 1}
    return {"startLine": line, **columns, **snippet}


def _logical(location: Location, page: Page) -> Json:
    """The section, the part beside the text, or the document; those three are the kinds that there are."""
    way = way_to(location, page)
    if location.place.part != BODY:
        return {"name": way, "fullyQualifiedName": way, "kind": "part"}
    if not location.path:
        return {"name": way, "fullyQualifiedName": way, "kind": "document"}
    return {"name": printable(location.path[-1]), "fullyQualifiedName": way, "kind": "section"}


def _compare(location: Location, page: Page) -> Json:
    words = f"{page.say('quote-opens')}{printable(location.place.text)}{page.say('quote-closes')}"
    return {"text": _plain(f"{page.say('related')}: {words}")}


def _suppression(finding: Finding, page: Page) -> Json:
    inside = finding.suppressed != BASELINE and not finding.exempted
    kind = "inSource" if inside else "external"
    return {"kind": kind, "status": "accepted", "justification": reason(finding, page)}


def _plain(text: str) -> str:
    """Words in which nobody sees a link or a hole to fill. Braces stay single: those who read SARIF show them so."""
    return _MARKUP.sub(r"\g<0> ", text)

"""SARIF 2.1.0 (OASIS), with what GitHub code scanning asks for beside it.

The root of the file, what was examined and what failed are here; rules and results have a module each. Nothing of it
changes but with the input: no time, no absolute path. There are no fixes, for those replace bytes of a text file, and
no `automationDetails`, for whoever uploads the file names its category.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from planlint import __version__
from planlint.model.outcome import Outcome, Run
from planlint.report.blocks import RANKS
from planlint.report.exchange import failures, whole
from planlint.report.page import Page
from planlint.report.printable import encodable, escaped_json
from planlint.report.sarif_results import ROOT, Found, Indexes, artifact_location, view_result
from planlint.report.sarif_rules import view_rules
from planlint.texts import PHASES

Json = Mapping[str, object]

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
MAX_RESULTS: Final = 25_000
"""GitHub refuses a file with more in a run."""


def render_sarif(run: Run) -> str:
    """The run as a SARIF log with one run in it; the gravest results where there are more than `MAX_RESULTS`."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_view_run(run, Page(run.language))]}
    return escaped_json(encodable(json.dumps(log, ensure_ascii=False, indent=2))) + "\n"


def _view_run(run: Run, page: Page) -> Json:
    found = [Found(finding, outcome) for outcome in run.outcomes for finding in outcome.findings]
    kept = _gravest(found)
    rules = view_rules(run)
    artifacts = {_artifact_key(outcome): _artifact(outcome) for outcome in run.outcomes}
    order = list(artifacts)
    places = {id(outcome): order.index(_artifact_key(outcome)) for outcome in run.outcomes}
    indexes = Indexes({str(rule["id"]): place for place, rule in enumerate(rules)}, places)
    driver = {"name": "planlint", "semanticVersion": __version__, "language": run.language, "rules": rules}
    return {
        "tool": {"driver": driver},
        "language": run.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": page.say("sarif-root")}}},
        "invocations": [
            {
                "executionSuccessful": whole(run),
                "toolExecutionNotifications": [
                    *_failures(run, indexes, page),
                    *_left_out(len(found) - len(kept), page),
                ],
            }
        ],
        "artifacts": list(artifacts.values()),
        "results": [view_result(each, indexes, page) for each in kept],
        "properties": {
            "phase": PHASES[run.phase],
            "reading": run.reading,
            "lineNumbers": page.say("sarif-lines"),
        },
    }


def _gravest(found: list[Found]) -> list[Found]:
    """As many as a file may hold, in their order."""
    if len(found) <= MAX_RESULTS:
        return found
    by_gravity = sorted(range(len(found)), key=lambda place: RANKS[found[place].finding.severity])
    return [found[place] for place in sorted(by_gravity[:MAX_RESULTS])]


def _artifact_key(outcome: Outcome) -> tuple[str, str]:
    """What tells files apart: those outside the current folder may share a name."""
    return outcome.path, outcome.sha256


def _artifact(outcome: Outcome) -> Json:
    hashes = {"hashes": {"sha-256": outcome.sha256}} if outcome.sha256 else {}
    return {"location": artifact_location(outcome), "roles": ["analysisTarget"], **hashes}


def _failures(run: Run, indexes: Indexes, page: Page) -> Iterator[Json]:
    """A notification for each file that could not be read, and for each rule that broke."""
    for outcome in run.outcomes:
        location = {"artifactLocation": {**artifact_location(outcome), "index": indexes.artifacts[id(outcome)]}}
        for failure in failures(outcome, page):
            yield {
                "level": "error",
                "descriptor": {"id": failure.code},
                "message": {"text": failure.words},
                "locations": [{"physicalLocation": location}],
                **({"associatedRule": indexes.rule(failure.rule)} if failure.rule else {}),
            }


def _left_out(number: int, page: Page) -> Iterator[Json]:
    if number:
        words = page.say("sarif-left-out", findings=page.count("finding", number))
        yield {"level": "warning", "descriptor": {"id": "too-many"}, "message": {"text": words}}

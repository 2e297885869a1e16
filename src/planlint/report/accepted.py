"""What does not count any more: findings that somebody has accepted with a reason, and those of the baseline."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from planlint.model.finding import BASELINE, Finding
from planlint.model.outcome import Outcome
from planlint.report.blocks import RANKS, section_of
from planlint.report.line import Line
from planlint.report.page import Page
from planlint.report.printable import printable

MOST_REASONS: Final = 8
"""How many reasons are listed before it is said how many more findings are suppressed."""
LONGEST_REASON: Final = 120
"""Characters of a reason that a list shows."""


def accepted_lines(outcome: Outcome, page: Page) -> Iterator[Line]:
    """The suppressed findings by rule and reason, and how the document stands against the baseline."""
    yield from _reasons(outcome, page)
    standing = outcome.baseline
    if standing is None:
        return
    if not standing.listed:
        yield from page.wrap(page.say("baseline-unlisted"), hanging=2)
    left = Counter(finding.severity for finding in outcome.findings if finding.suppressed == BASELINE)
    if left:
        what = ", ".join(page.count(severity, left[severity]) for severity in sorted(left, key=RANKS.__getitem__))
        yield from page.wrap(page.say("baseline-left", what=what), hanging=2)
    if standing.gone:
        yield from page.wrap(page.say("baseline-gone", what=page.count("gone", standing.gone)), hanging=2)


def _reasons(outcome: Outcome, page: Page) -> Iterator[Line]:
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in outcome.findings:
        if finding.suppressed not in {None, BASELINE}:
            alike[finding.rule, printable(finding.suppressed or "")].append(finding)
    if not alike:
        return
    yield from page.wrap(page.say("accepted"))
    for (rule, reason), findings in list(alike.items())[:MOST_REASONS]:
        yield from page.wrap(_accepted(rule, reason, findings, page), indent=2, hanging=2)
    if left := sum(map(len, list(alike.values())[MOST_REASONS:])):
        yield from page.wrap(page.say("more", places=page.count("place", left)), indent=2)


def _accepted(rule: str, reason: str, findings: Sequence[Finding], page: Page) -> str:
    shown = reason if len(reason) <= LONGEST_REASON else f"{reason[: LONGEST_REASON - 1]}…"
    if len(findings) > 1:
        return page.say("accepted-places", rule=rule, where=page.count("place", len(findings)), reason=shown)
    (finding,) = findings
    where = section_of(finding) or next(iter(finding.location.path), "")
    key = "accepted-in" if where else "accepted-anywhere"
    return page.say(key, rule=rule, where=printable(where), reason=shown)

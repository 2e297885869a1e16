"""Where to begin: the places of what is gravest, for a reader who has come to the end of a long report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from planlint.model.finding import Finding
from planlint.model.outcome import Run
from planlint.report.blocks import section_of
from planlint.report.line import Line
from planlint.report.page import Page
from planlint.report.printable import printable

FEW: Final = 5
"""A report with no more findings than this needs no list of them."""
MOST: Final = 10
"""How many places are listed."""
GRAVE: Final[tuple[Literal["error", "warning"], ...]] = ("error", "warning")


def first_steps(run: Run, page: Page) -> Iterator[Line]:
    """The sections that have errors, with their rules, or the files where there are several; else those with warnings.

    Nothing for a short report, and nothing for one that only informs.
    """
    shown = [(each, finding) for each in run.outcomes for finding in each.findings if finding.suppressed is None]
    worst = next((severity for severity in GRAVE if any(finding.severity == severity for _, finding in shown)), None)
    if worst is None or len(shown) <= FEW:
        return
    several = len(run.outcomes) > 1
    places: dict[str, list[Finding]] = {}
    for outcome, finding in shown:
        if finding.severity == worst:
            places.setdefault(outcome.path if several else _place(finding, page), []).append(finding)
    yield Line()
    yield from page.wrap(page.say(f"begin-with-{worst}"))
    for place, members in list(places.items())[:MOST]:
        what = page.count(worst, len(members)) if several else ", ".join(dict.fromkeys(each.rule for each in members))
        yield from page.wrap(f"{printable(place)}: {what}", indent=2, hanging=2)
    if len(places) > MOST:
        yield from page.wrap(page.say("more", places=page.count("place", len(places) - MOST)), indent=2)
    yield Line()


def _place(finding: Finding, page: Page) -> str:
    return section_of(finding) or next(iter(finding.location.path), page.say("whole-document"))

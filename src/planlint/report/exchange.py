"""What the forms for other programs have in common: a finding in plain words, its line, its place, what failed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planlint.errors import TroubleCode
from planlint.model.finding import BASELINE, Finding, Location
from planlint.model.outcome import Outcome, Run
from planlint.model.text import Text
from planlint.report.page import Page
from planlint.report.printable import printable
from planlint.report.wording import says

BODY: Final = "document"
WAY: Final = " › "
"""What stands between the headings above a place."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document was not checked, or not by one `rule`: a code for programs, and words for people."""

    code: TroubleCode
    words: str
    rule: str | None = None


def failures(outcome: Outcome, page: Page) -> Iterator[Failure]:
    """What went wrong with a document: that it could not be read, and rules that broke on it."""
    if outcome.error:
        words = f"{page.say('cannot-read')} {printable(outcome.error.message)}"
        yield Failure(outcome.error.code, words)
    for fault in outcome.faults:
        words = page.say("fault", rule=fault.rule, message=printable(fault.message))
        yield Failure("fault", words, fault.rule)


def whole(run: Run) -> bool:
    """Whether every document was read and no rule broke."""
    return not any(outcome.error or outcome.faults for outcome in run.outcomes)


def told(finding: Finding, page: Page) -> str:
    """The finding's message on one line, with what might stand there instead."""
    message, suggestion = printable(finding.message), finding.suggestion or ""
    return message if says(message, suggestion) else f"{message} {page.say('suggestion')} {printable(suggestion)}"


def reason(finding: Finding, page: Page) -> str:
    """Why a suppressed finding does not count, in words."""
    return page.say("accepted-baseline") if finding.suppressed == BASELINE else printable(finding.suppressed or "")


def line_of(place: Text, outcome: Outcome) -> int | None:
    """On which line of the file the place's paragraph begins, from 1; None in a Word file, which has no lines."""
    if place.part == BODY and place.paragraph < len(outcome.lines):
        return outcome.lines[place.paragraph]
    return None


def way_to(location: Location, page: Page) -> str:
    """The headings and the label above a place, or the part of the file where it stands beside the text."""
    if location.place.part != BODY:
        return page.part_name(location.place.part)
    return WAY.join(map(printable, location.path)) or page.say("whole-document")


def whereabouts(location: Location, outcome: Outcome, page: Page) -> str:
    """The same, with the line where the file has lines."""
    line = line_of(location.place, outcome)
    way = way_to(location, page)
    return way if line is None else f"{way}, {page.say('at-line', line=line)}"


def title_of(finding: Finding, page: Page) -> str:
    """How grave it is, the rule's code, and whether it is a judgement: "Fel PL305"."""
    judged = f" ({page.say('judged')})" if finding.kind == "judged" else ""
    return f"{page.say(f'severity-{finding.severity}')} {finding.rule}{judged}"

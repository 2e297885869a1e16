"""What was read and what was found, in a few lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from planlint.model.outcome import Outcome, Run
from planlint.model.places import path_of
from planlint.model.plan import Plan
from planlint.report.line import Line, line
from planlint.report.page import Page
from planlint.report.printable import printable
from planlint.report.unread import Unseen, unplaced_labels, unread
from planlint.rulebook.explain import age
from planlint.texts import PHASES

SEVERITIES: Final = ("error", "warning", "info")
MOST_UNREAD: Final = 5
DIFF_MARKS: Final = ("[-", "{+")
"""What planlint.language.normalise.word_diff marks changes with."""


def document_summary(outcome: Outcome, run: Run, page: Page) -> Iterator[Line]:
    """What was read of a document, how, and what was not; what was found in it too, where there are several."""
    if outcome.plan and outcome.kind == "unknown":
        yield from page.wrap(page.say("not-a-plan", framework=outcome.framework or ""), hanging=2)
    elif outcome.plan:
        yield from page.wrap(page.say("read", what=read_counts(outcome.plan, page)), hanging=2)
    if outcome.revisions:
        changes = page.count(f"revision-{run.reading}", outcome.revisions)
        yield from page.wrap(page.say("has", what=changes), hanging=2)
    if outcome.comments:
        yield from page.wrap(page.say("has", what=page.count("comment", outcome.comments)), hanging=2)
    if outcome.plan:
        yield from _unread(outcome.plan, page)
    if len(run.outcomes) > 1:
        yield from page.wrap(page.say("found", what=_found([outcome], page)), hanging=2)


def read_counts(plan: Plan, page: Page) -> str:
    """What was read in numbers: '5 fokusområden, 11 effektmål, 5 insatser, 13 principer'."""
    counted = {
        "focus-area": plan.focus_areas,
        "goal": plan.goals,
        "intervention": plan.interventions,
        "principle": plan.principles,
    }
    return ", ".join(page.count(noun, len(things)) for noun, things in counted.items())


def run_summary(run: Run, page: Page) -> Iterator[Line]:
    """The counts of the whole run, what was not read, and how old the facts are."""
    yield from page.wrap(line((_total(run, page), "bold")), hanging=2)
    if run.passed_over:
        yield from page.wrap(page.count("passed-over", run.passed_over) + ".", hanging=2)
    shown = [finding for outcome in run.outcomes for finding in outcome.findings if finding.suppressed is None]
    if shown:
        worst = min(shown, key=lambda finding: SEVERITIES.index(finding.severity))
        yield from page.wrap(page.say("explain-hint", code=worst.rule), hanging=2)
    if any(mark in finding.message for finding in shown for mark in DIFF_MARKS):
        yield from page.wrap(page.say("diff-hint"), hanging=2)
    yield from _facts(run, page)


def _facts(run: Run, page: Page) -> Iterator[Line]:
    """How old the principle sets are that the run leaned on."""
    found = [outcome.principles for outcome in run.outcomes]
    for used in {each.name: each for each in found if each}.values():
        yield from page.wrap(age(used, page.language), hanging=2)


def _unread(plan: Plan, page: Page) -> Iterator[Line]:
    """What was not read, and where; what was not placed."""
    found = [page.say("not-read", what=_with_place(each, plan, page)) for each in unread(plan, page.language)]
    found += [page.say("not-placed", what=what) for what in unplaced_labels(plan, page.language)]
    for sentence in found[:MOST_UNREAD]:
        yield from page.wrap(printable(sentence), hanging=2)
    if len(found) > MOST_UNREAD:
        yield from page.wrap(page.say("more", places=page.count("place", len(found) - MOST_UNREAD)), hanging=2)


def _with_place(each: Unseen, plan: Plan, page: Page) -> str:
    above = path_of(plan.landmarks, each.place)[-1:]
    return each.detail + (page.say("in", where=above[0]) if above else "")


def _total(run: Run, page: Page) -> str:
    read = [outcome for outcome in run.outcomes if not outcome.error]
    unread = len(run.outcomes) - len(read)
    sentences = []
    if read:
        sentences.append(page.say("total", documents=page.count("document", len(read)), what=_found(read, page)))
    if unread:
        sentences.append(page.say("unreadable", documents=page.count("document", unread)))
    return " ".join([*sentences, page.say("phase", phase=PHASES[run.phase] if page.language == "sv" else run.phase)])


def _found(outcomes: Sequence[Outcome], page: Page) -> str:
    """The findings by severity, how many of them are judgements, and how many do not count."""
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    shown = [finding for finding in findings if finding.suppressed is None]
    numbers = Counter(finding.severity for finding in shown)
    found = ", ".join(page.count(severity, numbers[severity]) for severity in SEVERITIES if numbers[severity])
    if judged := sum(finding.kind == "judged" for finding in shown):
        found += f" ({page.say('of-which', what=page.count('judged', judged))})"
    suppressed = [page.count("suppressed", len(findings) - len(shown))] if len(findings) > len(shown) else []
    return "; ".join([found or page.say("no-findings"), *suppressed])

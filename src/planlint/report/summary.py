"""What was read and what was found, in a few lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from planlint.model.finding import BASELINE
from planlint.model.outcome import Outcome, Run
from planlint.model.places import path_of
from planlint.model.plan import Plan
from planlint.report.accepted import accepted_lines
from planlint.report.block_text import STYLES
from planlint.report.first_steps import first_steps
from planlint.report.line import Line, Style, line
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
    """What was read of a document, how, and what was not."""
    if outcome.plan and outcome.kind != "unknown":
        yield from page.wrap(page.say("read", what=read_counts(outcome.plan, page)), hanging=2)
        if left := len(outcome.plan.goals) - len({goal.code for goal in outcome.plan.goals}):
            yield from page.wrap(page.say("same-code", goals=page.count("goal", left)), hanging=2)
        if outcome.kind == "card" and not outcome.compared:
            yield from page.wrap(page.say("not-compared"), hanging=2)
        if outcome.fallback:
            yield from page.wrap(page.say("fallback", path=printable(outcome.path)), hanging=2)
    elif not outcome.findings:
        yield from page.wrap(page.say("not-a-plan"), hanging=2)
    if outcome.revisions:
        changes = page.count(f"revision-{run.reading}", outcome.revisions)
        yield from page.wrap(page.say("has", what=changes), hanging=2)
    if outcome.comments:
        yield from page.wrap(page.say("has", what=page.count("comment", outcome.comments)), hanging=2)
    if outcome.plan:
        yield from _unread(outcome.plan, page)
    yield from accepted_lines(outcome, page)


def question_lines(outcome: Outcome, page: Page) -> Iterator[Line]:
    """The questions of the framework's checklist: for people to answer, whatever was found."""
    yield from page.wrap(line((page.say("questions"), "bold")))
    for number, question in enumerate(outcome.questions, 1):
        words = line(
            (f"{question.title.in_language(page.language)}: ", "bold"), question.text.in_language(page.language)
        )
        yield from page.wrap(words, indent=2, hanging=3, lead=f"{number}.")


def read_counts(plan: Plan, page: Page) -> str:
    """What was read in numbers: '5 fokusområden, 11 effektmål, 5 insatser, 13 principer'; of another kind, its own."""
    if plan.kind == "card" and plan.card:
        of_card = {"card-field": plan.card.fields, "card-link": plan.card.links, "deliverable": plan.card.deliverables}
        return page.say("kind-card") + ", ".join(page.count(noun, len(things)) for noun, things in of_card.items())
    if plan.kind == "timeline":
        return page.say("kind-timeline") + page.count("step", len(plan.timeline))
    if plan.kind == "roadmap":
        return page.say("kind-roadmap") + page.count("heading", len(plan.headings))
    counted = {
        **({} if _goals_without_areas(plan) else {"focus-area": plan.focus_areas}),
        "goal": plan.goals,
        "intervention": plan.interventions,
        "principle": plan.principles,
    }
    return ", ".join(page.count(noun, len(things)) for noun, things in counted.items())


def _goals_without_areas(plan: Plan) -> bool:
    """Whether the goals stand right in their chapter, which then is the one area that holds them."""
    chapters = {chapter.heading.place for chapter in plan.chapters}
    return len(plan.focus_areas) == 1 and plan.focus_areas[0].heading.place in chapters


def run_summary(run: Run, page: Page) -> Iterator[Line]:
    """The counts of the whole run, where to begin, what was not read, and how old the facts are."""
    yield from page.wrap(page.say("phase", phase=PHASES[run.phase] if page.language == "sv" else run.phase))
    yield from _totals(run, page)
    if run.passed_over:
        yield from page.wrap(page.count("passed-over", run.passed_over) + ".", hanging=2)
    if run.own:
        yield from page.wrap(page.count("own", run.own) + ".", hanging=2)
    yield from first_steps(run, page)
    shown = [finding for outcome in run.outcomes for finding in outcome.findings if finding.suppressed is None]
    if shown:
        worst = min(shown, key=lambda finding: SEVERITIES.index(finding.severity))
        yield from page.wrap(page.say("explain-hint", code=worst.rule), hanging=2)
    if any(mark in finding.message for finding in shown for mark in DIFF_MARKS):
        yield from page.wrap(page.say("diff-hint"), hanging=2)
    yield from _facts(run, page)


def found(outcomes: Sequence[Outcome], page: Page) -> Line:
    """The findings by severity, how many of them are judgements, and how many do not count."""
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    shown = [finding for finding in findings if finding.suppressed is None]
    numbers = Counter(finding.severity for finding in shown)
    left = sum(finding.suppressed == BASELINE for finding in findings)
    pieces: list[tuple[str, Style]] = []
    for severity in SEVERITIES:
        if numbers[severity]:
            pieces += [(", " if pieces else "", ""), (page.count(severity, numbers[severity]), STYLES[severity])]
    pieces = pieces or [(page.say("no-new-findings" if left else "no-findings"), "")]
    if judged := sum(finding.kind == "judged" for finding in shown):
        pieces.append((f" ({page.say('of-which', what=page.count('judged', judged))})", ""))
    apart = {"suppressed": len(findings) - len(shown) - left, "left": left}
    if accepted := ", ".join(page.count(noun, number) for noun, number in apart.items() if number):
        pieces.append((f"; {accepted}", ""))
    return line(*pieces)


def _facts(run: Run, page: Page) -> Iterator[Line]:
    """How old the principle sets are that the run leaned on."""
    leaned_on = [outcome.principles for outcome in run.outcomes if outcome.kind != "unknown"]
    for used in {each.name: each for each in leaned_on if each}.values():
        yield from page.wrap(age(used, page.language), hanging=2)


def missed(plan: Plan, page: Page) -> list[str]:
    """What was not read, and where; what was not placed: a sentence each."""
    found = [page.say("not-read", what=_with_place(each, plan, page)) for each in unread(plan, page.language)]
    return found + [page.say("not-placed", what=what) for what in unplaced_labels(plan, page.language)]


def _unread(plan: Plan, page: Page) -> Iterator[Line]:
    sentences = missed(plan, page)
    for sentence in sentences[:MOST_UNREAD]:
        yield from page.wrap(printable(sentence), hanging=2)
    if left := sentences[MOST_UNREAD:]:
        yield from page.wrap(page.say("more", places=page.count("place", len(left))), hanging=2)


def _with_place(each: Unseen, plan: Plan, page: Page) -> str:
    above = path_of(plan.landmarks, each.place)[-1:]
    return each.detail + (page.say("in", where=above[0]) if above else "")


def _totals(run: Run, page: Page) -> Iterator[Line]:
    read = [outcome for outcome in run.outcomes if not outcome.error]
    if read:
        lead = page.count("document", len(read)) if len(run.outcomes) > 1 else page.say("found")
        yield from page.wrap(line((f"{lead}: ", "bold"), *found(read, page).pieces, "."), hanging=2)
    if len(read) < len(run.outcomes):
        documents = page.count("document", len(run.outcomes) - len(read))
        yield from page.wrap(line((page.say("unreadable", documents=documents), "bold")), hanging=2)

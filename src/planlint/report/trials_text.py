"""What came of trying the examples of rules: a line for each rule, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planlint.engine.examples import Trial
from planlint.model.rule import Expected, Rule
from planlint.report.line import Line
from planlint.report.page import Page


def render_trials(trials: Sequence[tuple[Rule, Sequence[Trial]]], page: Page) -> str:
    """By rule: that its examples hold, that it has none, or what they expect beside what was found."""
    return page.render(line for rule, tried in trials for line in _rule(rule, tried, page))


def _rule(rule: Rule, tried: Sequence[Trial], page: Page) -> Iterator[Line]:
    names = {"code": rule.code, "name": rule.name}
    if not tried:
        yield from page.wrap(page.say("trial-none", **names), hanging=4)
    elif all(trial.holds for trial in tried):
        yield from page.wrap(page.say("trial-holds", **names, count=page.count("example", len(tried))), hanging=4)
    for trial in tried:
        if not trial.holds:
            title = trial.example.title.in_language(page.language)
            yield from page.wrap(page.say("trial-differs", **names, title=title), hanging=4)
            yield from _difference(trial, page)


def _difference(trial: Trial, page: Page) -> Iterator[Line]:
    for fault in trial.faults:
        yield from page.wrap(page.say("trial-fault", message=fault.message), indent=4)
    for key, findings in (("trial-expected", trial.example.findings), ("trial-found", trial.found)):
        for finding in findings or (None,):
            yield from page.wrap(_finding(finding, page), indent=4, hanging=10, lead=f"{page.say(key)}:")


def _finding(finding: Expected | None, page: Page) -> str:
    if finding is None:
        return page.say("trial-nothing")
    return page.say("trial-finding", message=finding.message, quote=finding.quote, subject=finding.subject)

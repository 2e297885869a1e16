"""The rules of a run as SARIF describes them, with their whole explanation as help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planlint.model.finding import Severity
from planlint.model.framework import PrincipleSet
from planlint.model.outcome import Run
from planlint.model.rule import Rule
from planlint.report.passage import middle_out
from planlint.rulebook.explain import explain
from planlint.rulebook.select import select
from planlint.rulebook.themes import theme_of

LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
PRECISION: Final = {"exact": "very-high", "judged": "medium"}
"""GitHub's words for how often a rule is right."""
PROBLEMS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "recommendation"}
"""GitHub's words for how grave a problem is that is none of security."""
MOST_CHARACTERS: Final = 1_024
"""Of a description, for GitHub."""


def view_rules(run: Run) -> list[Mapping[str, object]]:
    """The rules that are on in the run's phase or have found something, in the run's order.

    How grave they are is as they ship: a result carries what it is in this run.
    """
    used = {finding.rule for outcome in run.outcomes for finding in outcome.findings}
    sets = {outcome.principles.name: outcome.principles for outcome in run.outcomes if outcome.principles}
    principles = next(iter(sets.values())) if len(sets) == 1 else None
    shown = [rule for rule in run.rules if rule.code in used or _is_on(rule, run)]
    return [_view(rule, run, principles) for rule in shown]


def _is_on(rule: Rule, run: Run) -> bool:
    return bool(select((rule,), run.phase))


def _view(rule: Rule, run: Run, principles: PrincipleSet | None) -> Mapping[str, object]:
    language = run.language
    (selected,) = select((rule,), run.phase, (rule.code,))
    help_text = explain(rule, language, principles)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": middle_out(rule.title.in_language(language), MOST_CHARACTERS)},
        "fullDescription": {"text": middle_out(rule.why.in_language(language), MOST_CHARACTERS)},
        "help": {"text": help_text, "markdown": help_text},
        "defaultConfiguration": {"enabled": _is_on(rule, run), "level": LEVELS[selected.severity]},
        "properties": {
            "tags": [theme_of(rule.code), rule.kind],
            "precision": PRECISION[rule.kind],
            "problem.severity": PROBLEMS[selected.severity],
        },
    }

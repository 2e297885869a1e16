"""Every example of every rule is run: a good one gives nothing of its rule, a bad one exactly what it says."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from planlint.engine.examples import Trial, try_examples
from planlint.model.rule import Rule
from planlint.rulebook import load

BOOK = load()
SAMPLES = Path(__file__).parents[2] / "samples"
KINDS = [
    (rule, kind, number)
    for rule in BOOK.rules
    for kind, examples in (("good", rule.good), ("bad", rule.bad))
    for number in range(len(examples))
]


@cache
def trials(code: str) -> tuple[Trial, ...]:
    (rule,) = (rule for rule in BOOK.rules if rule.code == code)
    return tuple(try_examples(rule, BOOK, SAMPLES))


def each(test: Callable[[Trial], None]) -> Callable[..., None]:
    """The test, for every example of every rule."""

    def run(rule: Rule, kind: str, number: int) -> None:
        test(trials(rule.code)[number + (len(rule.good) if kind == "bad" else 0)])

    names = [f"{rule.code}-{kind}-{number + 1}" for rule, kind, number in KINDS]
    decorated: Callable[..., None] = pytest.mark.parametrize(("rule", "kind", "number"), KINDS, ids=names)(run)
    return decorated


@each
def test_an_example_gives_exactly_what_it_says(trial: Trial) -> None:
    assert trial.faults == ()
    found = [(one.message, one.quote, one.subject) for one in trial.found]
    assert found == [(one.message, one.quote, one.subject) for one in trial.example.findings]
    assert trial.holds


@each
def test_what_is_found_is_of_the_rules_sort(trial: Trial) -> None:
    """PL206 alone speaks of the plan or of a goal."""
    sorts = {trial.rule.subject, "goal"} if trial.rule.code == "PL206" else {trial.rule.subject}
    assert {finding.subject.type for finding in trial.findings} <= sorts


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.code)
def test_a_rule_shows_a_plan_with_and_one_without_findings(rule: Rule) -> None:
    assert rule.good
    assert rule.bad
    assert all(not example.findings for example in rule.good)
    assert all(example.findings for example in rule.bad)

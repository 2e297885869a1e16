"""Every example of every rule is run: a good one gives nothing of its rule, a bad one exactly what it says."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from planlint import markdown, word
from planlint.checks import Scope
from planlint.config import Config
from planlint.engine import hold
from planlint.model.document import Document
from planlint.model.finding import Finding
from planlint.model.plan import Plan
from planlint.model.rule import Example, Rule
from planlint.recognise import recognise
from planlint.rulebook import load
from planlint.rulebook.select import Selected

BOOK = load()
SAMPLES = Path(__file__).parents[2] / "samples"


@dataclass(frozen=True)
class Case:
    rule: Rule
    example: Example
    name: str


def cases() -> list[Case]:
    return [
        Case(rule, example, f"{rule.code}-{kind}-{number}")
        for rule in BOOK.rules
        for kind, examples in (("good", rule.good), ("bad", rule.bad))
        for number, example in enumerate(examples, 1)
    ]


def read(example: Example) -> Document:
    """The example's Markdown, or the Word sample that it names."""
    if example.sample is not None:
        return word.read((SAMPLES / example.sample).read_bytes(), "final")
    return markdown.read(example.plan or "")


def plan_of(text: str) -> Plan:
    """The plan that a card is held against, of the kind that the shipped framework for plans describes."""
    framework = BOOK.frameworks[Example.model_fields["framework"].default]
    return recognise(markdown.read(text), framework, BOOK.principle_sets.get(framework.principle_set or ""))


def findings(case: Case) -> tuple[Finding, ...]:
    """What the rule alone finds in the example."""
    framework = BOOK.frameworks[case.example.framework]
    principles = BOOK.principle_sets.get(framework.principle_set or "")
    document = read(case.example)
    plan = recognise(document, framework, principles)
    against = plan_of(case.example.against) if case.example.against else None
    found, faults = hold(
        Scope(plan, framework, principles, document, against), (Selected(case.rule, "error", counts=True),), Config()
    )
    assert faults == ()
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_an_example_gives_exactly_what_it_says(case: Case) -> None:
    found = [(f.message, f.location.place.text, f.subject.id) for f in findings(case)]
    assert found == [(e.message, e.quote, e.subject) for e in case.example.findings]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_what_is_found_is_of_the_rules_sort(case: Case) -> None:
    """PL206 alone speaks of the plan or of a goal."""
    sorts = {case.rule.subject, "goal"} if case.rule.code == "PL206" else {case.rule.subject}
    assert {finding.subject.type for finding in findings(case)} <= sorts


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.code)
def test_a_rule_shows_a_plan_with_and_one_without_findings(rule: Rule) -> None:
    assert rule.good
    assert rule.bad
    assert all(not example.findings for example in rule.good)
    assert all(example.findings for example in rule.bad)

"""The figures of docs/accuracy.md hold, and every finding in the set is one that somebody marked."""

from __future__ import annotations

from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.accuracy.marked import Outcome, hold, judged_plans, judged_samples
from tests.accuracy.mutants import mutants
from tests.accuracy.observe import BOOK
from tests.accuracy.page import off, without_plans, write
from tests.accuracy.score import Result, Tally, results

RULES = {rule.code: rule for rule in BOOK.rules}
LEAST = 0.8
"""What a judged rule's precision must reach, unless it is off by default."""

pytestmark = pytest.mark.skipif(find_spec("hunspell") is None, reason="the figures are those with the dictionary")


@pytest.fixture(scope="module")
def made() -> list[Result]:
    return results()


@pytest.fixture(scope="module")
def samples() -> list[Outcome]:
    return hold(judged_samples())


@pytest.fixture(scope="module")
def plan_forms(plans: Path) -> list[Outcome]:
    assert plans.is_dir()
    return hold(judged_plans())


def told(result: Result) -> str:
    """The mutants of a sheet with what is not as marked, for whoever mends a rule or a mark."""
    alarms = [f"{one.rule} {one.subject.id} | {one.location.place.text[:60]}" for one in result.alarms]
    lost = [f"{one.rule} {one.subject} | {one.words}" for one in (*result.lost, *result.healed)]
    names = ", ".join(one.name for one in result.sheet.mutants)
    return f"{names}\n  not marked: {alarms}\n  marked and not there: {lost}"


def test_a_mutant_gives_exactly_what_is_marked(made: list[Result]) -> None:
    """What is marked as a known fault of the tool is still one, too: else the mark should go."""
    strayed = [told(one) for one in made if one.alarms or one.lost or one.healed]
    assert not strayed, "\n".join(strayed)


def test_every_rule_has_faults_and_near_misses() -> None:
    faults = Counter(one.rule for one in mutants() if one.faulty)
    near = Counter(one.rule for one in mutants() if not one.faulty)
    assert {code for code in RULES if faults[code] < 3 or near[code] < 3} == set()
    assert len({one.name for one in mutants()}) == len(mutants())


def test_a_known_fault_says_why() -> None:
    assert [one.name for one in mutants() if bool(one.why) != bool(one.missed or one.false)] == []


def test_every_finding_in_the_samples_was_judged(samples: list[Outcome]) -> None:
    assert [(one.judged.path.name, one.unjudged, one.gone) for one in samples if one.unjudged or one.gone] == []


def test_every_finding_in_the_real_plan_was_judged(plan_forms: list[Outcome]) -> None:
    assert [(one.judged.path.name, one.unjudged, one.gone) for one in plan_forms if one.unjudged or one.gone] == []


def test_exact_rules_are_right(made: list[Result], samples: list[Outcome]) -> None:
    """But for the faults that are listed by name in the set, each with its reason."""
    known = {mark.rule for one in mutants() for mark in (*one.missed, *one.false)}
    counts = both(made, samples)
    wrong = {code for code in RULES if counts.false[code] or counts.missed[code]}
    assert {code for code in wrong - known if RULES[code].kind == "exact"} == set()


def test_judged_rules_are_mostly_right_or_off(made: list[Result], samples: list[Outcome]) -> None:
    counts = both(made, samples)
    shares = {code: counts.precision(code) for code, rule in RULES.items() if rule.kind == "judged" and not off(rule)}
    assert {code: share for code, share in shares.items() if share is None or share < LEAST} == {}


def both(made: list[Result], samples: list[Outcome]) -> Tally:
    return sum([one.tally() for one in made] + [one.tally for one in samples], Tally())


def test_the_page_is_up_to_date(made: list[Result], samples: list[Outcome], root: Path) -> None:
    """`python -m tests.accuracy` makes it anew."""
    page = (root / "docs/accuracy.md").read_text(encoding="utf-8")
    assert without_plans(page) == without_plans(write(made, samples, []))


def test_the_plans_figures_are_up_to_date(
    made: list[Result], samples: list[Outcome], plan_forms: list[Outcome], root: Path
) -> None:
    assert (root / "docs/accuracy.md").read_text(encoding="utf-8") == write(made, samples, plan_forms)

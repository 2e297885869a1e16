"""A finding's name across versions: text that moves, new numbers and edits elsewhere leave it alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planlint import markdown
from planlint.checks import Scope
from planlint.config import Config
from planlint.engine import hold
from planlint.model.finding import Finding
from planlint.recognise import recognise
from planlint.rulebook import load
from planlint.rulebook.select import Selected, select

BOOK = load()
FRAMEWORK = BOOK.frameworks["fyrbodal-2020"]
PRINCIPLES = BOOK.principles(FRAMEWORK)
RULES = select(BOOK.rules, "publication", ("PL2", "PL3", "PL4"))
"""The themes whose rules ask nothing about numbers, dates or places in the document."""

EVERY = select(BOOK.rules, "publication", ignored=("PL807",))
"""But for spelling, which takes a dictionary and knows one more word or less."""

TITLES = ("Gemensam e-tjänst", "E-arkiv", "Trygg inloggning", "Digital hjälp på biblioteken")
GOALS = ("Alla invånare kan delta senast 2027", "Handläggningen går snabbare", "Minst 90 procent litar på oss 2028")
ITEMS = ("Utreda behoven", "Upphandla tillsammans", "Minska restiden med 20 procent till 2028", "Enklare vardag")
LABELS = ("Effektmål", "Kortsiktig nytta", "Långsiktig nytta", "Aktiviteter", "E-rådets roll", "Kommunernas roll")
REFERENCES = ("", "Princip 5 är vägledande.", "Insatsen följer princip 14.", "Princip 5 – Öppna upp gäller.")
FILLING = st.lists(
    st.sampled_from(["Vi har gått igenom läget.", "Texten är ny.", "Kommunerna möts varje månad.", "Mer kan sägas."]),
    max_size=4,
)


@dataclass(frozen=True)
class Measure:
    """An intervention; `parts` are labels with their items."""

    title: str
    reference: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Draft:
    """A plan as an author might leave it: codes that lead nowhere, parts that are missing, items that stand twice."""

    goals: tuple[str, ...]
    measures: tuple[Measure, ...]
    first: int = 3
    before: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def text(self) -> str:
        areas, interventions = self.first, self.first + 1
        goals = [f"1{letter}: {goal}" for letter, goal in zip("ABC", self.goals, strict=False)]
        lines = ["# Handlingsplan för digitalisering i Norrådalen 2026–2028", f"## {areas - 1} Nuläge", *self.before]
        lines += [f"## {areas} Fokusområden", *self.between, f"### {areas}.1 Digital vardag", "**Effektmål**", *goals]
        lines += [f"## {interventions} Insatser"]
        for number, measure in enumerate(self.measures, 1):
            lines += [f"### {interventions}.{number} {measure.title}", measure.reference]
            for label, items in measure.parts:
                bullet = "" if label == "Effektmål" else "- "
                lines += [f"**{label}**", *(f"{bullet}{item}" for item in items)]
        lines += [f"## {interventions + 1} Bilagor", *self.after]
        return "\n\n".join(lines) + "\n"


def parts(label: str) -> st.SearchStrategy[tuple[str, tuple[str, ...]]]:
    items = [f"1A: {GOALS[0]}", f"1B: {GOALS[0]}", "9C"] if label == "Effektmål" else [*ITEMS]
    return st.tuples(st.just(label), st.lists(st.sampled_from(items), min_size=1, max_size=3).map(tuple))


MEASURES = st.builds(
    Measure,
    st.sampled_from(TITLES),
    st.sampled_from(REFERENCES),
    st.lists(st.sampled_from(LABELS), unique=True).flatmap(
        lambda labels: st.tuples(*(parts(label) for label in sorted(labels, key=LABELS.index)))
    ),
)
DRAFTS = st.builds(
    Draft,
    st.lists(st.sampled_from(GOALS), min_size=1, max_size=3).map(tuple),
    st.lists(MEASURES, min_size=1, max_size=4).map(tuple),
)


def found(text: str, rules: tuple[Selected, ...]) -> tuple[Finding, ...]:
    document = markdown.read(text)
    scope = Scope(recognise(document, FRAMEWORK, PRINCIPLES), FRAMEWORK, PRINCIPLES, document)
    findings, faults = hold(scope, rules, Config())
    assert faults == ()
    return findings


def findings(draft: Draft) -> tuple[Finding, ...]:
    return found(draft.text(), RULES)


def fingerprints(draft: Draft) -> dict[str, str]:
    found = findings(draft)
    assert len({finding.fingerprint for finding in found}) == len(found)
    return {finding.fingerprint: finding.rule for finding in found}


@settings(max_examples=40, deadline=None)
@given(DRAFTS, FILLING, FILLING, FILLING)
def test_they_survive_paragraphs_that_come_and_go_elsewhere(
    draft: Draft, before: list[str], between: list[str], after: list[str]
) -> None:
    edited = replace(draft, before=tuple(before), between=tuple(between), after=tuple(after))
    assert fingerprints(edited) == fingerprints(draft)


@settings(max_examples=40, deadline=None)
@given(DRAFTS, st.integers(2, 30))
def test_they_survive_chapters_that_are_renumbered(draft: Draft, first: int) -> None:
    assert fingerprints(replace(draft, first=first)) == fingerprints(draft)


@settings(max_examples=40, deadline=None)
@given(DRAFTS.flatmap(lambda draft: st.tuples(st.just(draft), st.permutations(draft.measures))))
def test_they_survive_interventions_that_change_places(drafts: tuple[Draft, list[Measure]]) -> None:
    draft, measures = drafts
    assert fingerprints(replace(draft, measures=tuple(measures))) == fingerprints(draft)


@settings(max_examples=40, deadline=None)
@given(DRAFTS, MEASURES)
def test_what_another_intervention_says_leaves_them_alone(draft: Draft, more: Measure) -> None:
    """Of the rules that look at one intervention by itself; those about siblings and the whole plan may change."""
    alone = {"PL302", "PL303", "PL304", "PL305", "PL306", "PL307", "PL308", "PL310", "PL314"}
    more = replace(more, title="Ännu en insats")
    before = Counter(finding.fingerprint for finding in findings(draft) if finding.rule in alone)
    after = findings(replace(draft, measures=(more, *draft.measures)))
    own = [finding.fingerprint for finding in after if finding.rule in alone and finding.subject.words != more.title]
    assert Counter(own) == before


@pytest.mark.parametrize("seed", range(5))
def test_no_rule_looks_at_where_in_the_document_it_stands(root: Path, seed: int) -> None:
    """All rules, on a whole plan with lines missing here and there, before and after a paragraph near its beginning."""
    whole = (root / "samples" / "norradalen-plan.md").read_text(encoding="utf-8").splitlines()
    chance = Random(seed)  # noqa: S311 - the same holes every time
    lines = [line for line in whole if line.startswith("## ") or chance.random() > 0.1]
    first = next(place for place, line in enumerate(lines) if line.startswith("## 1 "))
    longer = [*lines[: first + 1], "", "Vi har gått igenom läget med kommunerna.", "", *lines[first + 1 :]]
    before, after = (
        {finding.fingerprint: finding.rule for finding in found("\n".join(text), EVERY)} for text in (lines, longer)
    )
    assert before == after
    assert len(set(before.values())) > 5


@pytest.mark.parametrize("times", [1, 2, 5])
def test_one_more_of_the_same_leaves_the_others_alone(times: int) -> None:
    def unknown(number: int) -> set[str]:
        measure = Measure("E-arkiv", "", (("Effektmål", ("9C",) * number),))
        return {each.fingerprint for each in findings(Draft(GOALS[:1], (measure,))) if each.rule == "PL302"}

    assert len(unknown(times)) == times
    assert unknown(times) < unknown(times + 1)

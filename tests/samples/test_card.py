"""The sample cards: the good one says nothing, the other one exactly what its edits broke; in Word as in Markdown."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from planlint import engine, markdown, word
from planlint.config import Config
from planlint.intake import Source
from planlint.model.card import ProjectCard
from planlint.model.document import Document
from planlint.model.outcome import Outcome
from planlint.recognise.card import find_card
from planlint.rulebook import load

DRIFTED = (
    "Minst 95 procent av hushållen och företagen i Norrådalen kan köpa bredband med 1 gigabit per sekund "
    "senast i december 2029"
)


def examine(samples: Path, name: str, *, against: bool) -> Outcome:
    plan = samples / "norradalen-plan.docx" if against else None
    config = Config(phase="publication", plan=plan, select=("PL7",), debug=True)
    return engine.examine(Source(samples / name, name), engine.prepare(config, load()))


@pytest.mark.parametrize("name", ["norradalen-projektkort.docx", "norradalen-projektkort.md"])
@pytest.mark.parametrize("against", [False, True])
def test_the_good_card_has_no_findings(name: str, samples: Path, *, against: bool) -> None:
    outcome = examine(samples, name, against=against)
    assert (outcome.kind, outcome.framework, outcome.findings) == ("card", "projektkort", ())


def test_the_other_card_has_every_fault_that_was_put_into_it(
    samples: Path, source: Callable[[str], ModuleType]
) -> None:
    outcome = examine(samples, "norradalen-projektkort-utkast.docx", against=True)
    broken = sorted({rule for edit in source("card").CARD_EDITS for rule in edit.breaks})
    assert [(finding.rule, finding.subject.id, finding.location.place.text) for finding in outcome.findings] == [
        ("PL701", "4.5", "Förstudie om bredband och reservvägar"),
        ("PL704", "4.5", "Pausad"),
        ("PL705", "4.5", "2027-11-31"),
        (
            "PL703",
            "4.5",
            DRIFTED,
        ),
        ("PL702", "4.5", "4D"),
        ("PL706", "4.5", "100 %"),
        ("PL707", "4.5", "Leverabel"),
    ]
    assert sorted({finding.rule for finding in outcome.findings}) == broken


def test_without_the_plan_its_goals_are_not_looked_at(samples: Path) -> None:
    outcome = examine(samples, "norradalen-projektkort-utkast.docx", against=False)
    assert {finding.rule for finding in outcome.findings} == {"PL701", "PL704", "PL705", "PL706", "PL707"}


def card_of(document: Document) -> ProjectCard:
    found = find_card(document, load().frameworks["projektkort"])
    assert found is not None
    return found


def test_the_card_in_word_says_what_the_card_in_markdown_says(samples: Path) -> None:
    in_word = card_of(word.read((samples / "norradalen-projektkort.docx").read_bytes()))
    in_markdown = card_of(markdown.read((samples / "norradalen-projektkort.md").read_text(encoding="utf-8")))
    assert said(in_word) == said(in_markdown)
    assert len(in_word.fields) == 14


def said(card: ProjectCard) -> list[object]:
    fields = [(one.key, one.label.text, [value.text for value in one.values]) for one in card.fields]
    links = [(link.code, link.text and link.text.text) for link in card.links]
    deliverables = [(each.name.text, [text.text for text in each.descriptions]) for each in card.deliverables]
    return [card.number, card.title and card.title.text, fields, links, deliverables, [b.text for b in card.background]]

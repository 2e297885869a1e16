"""The 2020–2022 plan in every authoring style against the counts in the reference material (DOMAIN.md §1.1)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planlint import word
from planlint.model.document import Reading
from planlint.model.framework import Framework
from planlint.model.plan import LinkStatus, Plan
from planlint.recognise import recognise
from planlint.rulebook import Rulebook

STYLES = ("swedish-styles", "libreoffice", "gdocs-like", "tables", "fake-headings")
"""The tracked file is read twice, below."""

ReadPlan = Callable[..., Plan]


@pytest.fixture(scope="module")
def read_plan(plans: Path, fyrbodal: Framework, rulebook: Rulebook) -> ReadPlan:
    def read(name: str, reading: Reading = "final") -> Plan:
        document = word.read((plans / f"{name}.docx").read_bytes(), reading)
        return recognise(document, fyrbodal, rulebook.principle_sets[fyrbodal.principle_set or ""])

    return read


@pytest.mark.parametrize("style", STYLES)
def test_areas_and_goals(read_plan: ReadPlan, style: str) -> None:
    areas = [(area.heading.number, [goal.code for goal in area.goals]) for area in read_plan(style).focus_areas]
    assert areas == [
        ("3.1", ["1A", "1B", "1C"]),
        ("3.2", ["2A", "2B"]),
        ("3.3", ["3A", "3B"]),
        ("3.4", ["4A", "4B"]),
        ("3.5", ["5A", "5B"]),
    ]


@pytest.mark.parametrize("style", STYLES)
def test_interventions_and_their_parts(read_plan: ReadPlan, style: str) -> None:
    keys = ("benefits_short", "benefits_long", "activities", "council_role", "municipal_role")
    found = [
        (
            one.number,
            one.kind,
            len(one.background),
            [link.code for link in one.links],
            [len(one.items(k)) for k in keys],
        )
        for one in read_plan(style).interventions
    ]
    assert found == [
        ("4.1", "preliminary-study", 1, ["4B"], [2, 3, 3, 5, 2]),
        ("4.2", "project", 1, ["4A", "4B"], [5, 3, 4, 4, 2]),
        ("4.3", "project", 1, ["3A", "5A", "5B"], [4, 4, 4, 5, 3]),
        ("4.4", "project", 1, ["1B"], [4, 4, 5, 5, 3]),
        ("4.5", "preliminary-study", 1, ["1A", "2A"], [3, 3, 2, 5, 3]),
    ]


@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_undivided_unlinked_or_unplaced(read_plan: ReadPlan, style: str) -> None:
    plan = read_plan(style)
    assert [one.items("benefits") for one in plan.interventions] == [()] * 5
    assert {link.status for one in plan.interventions for link in one.links} == {LinkStatus.RESOLVED}
    assert (plan.unplaced, plan.unread) == ((), ())


@pytest.mark.parametrize("style", STYLES)
def test_fields_stand_only_in_the_tables(read_plan: ReadPlan, style: str) -> None:
    fields = [
        [p.key for p in one.parts if p.key in {"responsible", "period"}] for one in read_plan(style).interventions
    ]
    assert fields == [["responsible", "period"] if style == "tables" else []] * 5


@pytest.mark.parametrize("style", STYLES)
def test_the_process(read_plan: ReadPlan, style: str) -> None:
    stages = [
        (stage.heading.title.casefold(), [d.decider for d in stage.decisions], len(stage.deliverables))
        for stage in read_plan(style).process
    ]
    assert stages == [
        ("idé", ["E-rådet"], 1),
        ("initiera", ["E-rådet", "Kommunledningen"], 2),
        ("utreda", ["Styrgruppen", "Styrgruppen", "E-rådet", "Kommunledningen"], 4),
        ("etablera", ["Förbundsledningen", "Kommunledningarna", "Styrgruppen"], 2),
        ("genomförande", ["Styrgruppen"], 1),
        ("avveckling", ["Styrgruppen"], 1),
        ("realisera", ["e-råd och kommundirektörer"], 1),
    ]


@pytest.mark.parametrize("style", STYLES)
def test_appendices_and_control(read_plan: ReadPlan, style: str) -> None:
    plan = read_plan(style)
    assert [one.number for one in plan.principles] == list(range(1, 14))
    assert [entry.term.text for entry in plan.glossary] == [
        "Effektmål",
        "Nyttokalkyl",
        "Nyttorealiseringsplan",
        "Effektbokslut",
        "Indikator",
        "Leveransmål",
        "Digitisering",
        "Digitalisering",
        "Digital transformation",
    ]
    control = plan.control
    assert [(row.date.text, row.version.text) for row in control.versions[-2:]] == [
        ("2020-04-03", "0.5"),
        ("2020-04-03", "1.0"),
    ]
    assert len(control.versions) == 11
    assert (control.version and control.version.text, control.date and control.date.text, control.period) == (
        "1.0",
        "2020-04-03",
        ("2020", "2022"),
    )
    assert control.title is not None
    assert control.subtitle is not None


@pytest.mark.parametrize("style", STYLES)
def test_headings_are_the_same_in_every_style_and_agree_with_the_contents(read_plan: ReadPlan, style: str) -> None:
    plan = read_plan(style)
    numbered = [(heading.number, heading.title.casefold()) for heading in plan.headings if heading.number]
    unnumbered = [heading.title.casefold() for heading in plan.headings if not heading.number]
    assert len(numbered) == 23
    assert unnumbered[:4] == ["dokumentstyrning", "versionshistorik", "informationsklassning", "efterlevnad"]
    assert len(unnumbered) == 4 + 5 + 7 + 13
    contents = [(row.number, row.title.casefold()) for row in plan.contents]
    assert contents == ([] if style == "fake-headings" else numbered)


def test_the_accepted_reading_of_the_returned_version(read_plan: ReadPlan) -> None:
    plan = read_plan("tracked-comments", "final")
    assert [(one.number, len(one.parts)) for one in plan.interventions] == [
        ("4.1", 7),
        ("4.2", 7),
        ("4.3", 7),
        ("4.4", 0),
        ("4.5", 7),
        ("4.6", 7),
    ]
    assert [goal.code for goal in plan.goals] == ["1A", "1A", "1C", "2A", "2A", "3A", "3B", "4A", "4B", "5A", "5B"]
    linked = [(one.number, link.code, link.status) for one in plan.interventions for link in one.links]
    assert linked[-3:] == [
        ("4.5", "1B", LinkStatus.UNKNOWN),
        ("4.6", "1A", LinkStatus.AMBIGUOUS),
        ("4.6", "2A", LinkStatus.AMBIGUOUS),
    ]


def test_the_rejected_reading_of_the_returned_version(read_plan: ReadPlan) -> None:
    plan = read_plan("tracked-comments", "original")
    assert [one.number for one in plan.interventions] == ["4.1", "4.2", "4.3", "4.4", "4.5"]
    assert [one.heading.title.split()[0] for one in plan.interventions][1] == "Digitala"
    assert [len(one.items("council_role")) for one in plan.interventions] == [5, 4, 5, 5, 5]

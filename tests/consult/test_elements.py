"""Every word that was read is in one element, and what is the same plan in other clothes is the same."""

from pathlib import Path

import pytest

from planlint import markdown, word
from planlint.consult import compare, list_elements
from planlint.model.comparison import Comparison
from planlint.model.document import Reading
from planlint.model.outcome import Run
from planlint.model.plan import Plan
from tests.consult.plans import BOOK, run_of, told

SAMPLES = [
    ("norradalen-plan.docx", "fyrbodal-2020"),
    ("norradalen-utkast.docx", "fyrbodal-2020"),
    ("norradalen-remissvar.docx", "fyrbodal-2020"),
    ("norradalen-projektkort.docx", "projektkort"),
    ("norradalen-tidplan.docx", "remiss-tidplan"),
    ("norradalen-fardplan.md", "fardplan"),
    ("skarlanda-plan.docx", "numrerade-mal"),
]


def read(path: Path, framework: str = "fyrbodal-2020", reading: Reading = "final") -> Run:
    if path.suffix == ".md":
        return run_of(markdown.read(path.read_text("utf-8"), reading), framework, check=False, reading=reading)
    return run_of(word.read(path.read_bytes(), reading), framework, check=False, reading=reading)


def plan_of(run: Run) -> Plan:
    plan = run.outcomes[0].plan
    assert plan is not None
    return plan


@pytest.mark.parametrize(("name", "framework"), SAMPLES)
def test_every_paragraph_is_in_an_element(root: Path, name: str, framework: str) -> None:
    plan = plan_of(read(root / "samples" / name, framework))
    elements = list_elements(plan)
    held = {(text.part, text.paragraph) for each in elements for part in each.parts for text in part.items}
    held |= {(text.part, text.paragraph) for each in elements for text in (each.title, each.where.place)}
    held |= {(link.place.part, link.place.paragraph) for each in elements for link in each.links}
    ways = {(part.label.part, part.label.paragraph) for each in plan.interventions for part in each.parts}
    ways |= {(row.place.part, row.place.paragraph) for row in plan.contents}
    ways |= {(each.text.part, each.text.paragraph) for each in plan.control.statements}
    ways |= {(row.version.part, row.version.paragraph) for row in plan.control.versions}
    if plan.card:
        ways |= {(text.part, text.paragraph) for each in plan.card.fields for text in (each.label, *each.values)}
    lost = [text.text for text in plan.texts if text and (text.part, text.paragraph) not in held | ways]
    assert [text for text in lost if text != "Innehållsförteckning"] == []


@pytest.mark.parametrize(("name", "framework"), SAMPLES)
def test_no_item_is_in_two_elements(root: Path, name: str, framework: str) -> None:
    elements = list_elements(plan_of(read(root / "samples" / name, framework)))
    places = [
        (text.part, text.paragraph, text.start)
        for each in elements
        if each.sort != "control"
        for part in each.parts
        for text in part.items
    ]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(("name", "framework"), SAMPLES)
def test_a_document_is_like_itself(root: Path, name: str, framework: str) -> None:
    run = read(root / "samples" / name, framework)
    assert compare(run, run).changes == ()


def test_elements_know_what_they_stand_under(root: Path) -> None:
    elements = list_elements(plan_of(read(root / "samples" / "norradalen-plan.docx")))
    homes = {each.id: elements[each.parent].id for each in elements if each.parent is not None}
    assert (homes["2A"], homes["3.2"], homes["4.3"], homes["E-arkiv"]) == ("3.2", "3", "4", "5.2")
    assert elements[0].sort == "control"
    assert elements[0].parent is None


def test_the_same_plan_in_word_and_in_markdown(root: Path) -> None:
    old, new = read(root / "samples" / "norradalen-plan.docx"), read(root / "samples" / "norradalen-plan.md")
    assert told(compare(old, new)) == []


def test_what_the_reviewers_of_the_sample_changed(root: Path) -> None:
    comparison = compare(*_returned(root))
    assert told(comparison) == [
        ("section", ("changed",), "1", "1"),
        ("section", ("editorial",), "1.1", "1.1"),
        ("section", ("changed",), "2.1", "2.1"),
        ("goal", ("changed",), "2A", "2A"),
        ("intervention", ("changed",), "4.2", "4.2"),
        ("intervention", ("changed",), "4.3", "4.3"),
        ("intervention", ("added",), None, "4.4"),
        ("intervention", ("renumbered",), "4.4", "4.5"),
        ("intervention", ("renamed", "renumbered"), "4.5", "4.6"),
    ]
    assert [(each.new.id, each.code) for each in comparison.suspects] == [("4.2", "2A")]
    (joined,) = comparison.changes[1].parts[0].regrouped
    assert (len(joined.old), len(joined.new), joined.editorial) == (2, 1, True)


def test_the_tracked_changes_of_one_file_are_what_sets_it_apart_from_the_plan_sent_out(root: Path) -> None:
    path = root / "samples" / "norradalen-remissvar.docx"
    within = compare(read(path, reading="original"), read(path))
    assert told(within) == told(compare(*_returned(root)))


def _returned(root: Path) -> tuple[Run, Run]:
    return read(root / "samples" / "norradalen-plan.docx"), read(root / "samples" / "norradalen-remissvar.docx")


@pytest.mark.parametrize("name", ["gdocs-like", "swedish-styles", "fake-headings", "tables"])
def test_the_real_plan_in_other_styles(plans: Path, name: str) -> None:
    comparison = compare(read(plans / "libreoffice.docx"), read(plans / f"{name}.docx"))
    assert _real(comparison) == EXPECTED[name]


EXPECTED: dict[str, list[tuple[str, str | None, list[str]]]] = {
    "gdocs-like": [("section", "3", ["text"])],  # a text box that this file has not
    "swedish-styles": [],
    "fake-headings": [],
    "tables": [  # two fields and two notes more in each intervention
        ("intervention", f"4.{number}", ["responsible", "period", "text"]) for number in range(1, 6)
    ],
}


def _real(comparison: Comparison) -> list[tuple[str, str | None, list[str]]]:
    return [
        (each.sort, each.element.number, [part.key for part in each.parts])
        for each in comparison.changes
        if each.kinds != ("editorial",)
    ]


def test_the_frameworks_of_the_samples_are_shipped() -> None:
    assert {framework for _, framework in SAMPLES} <= BOOK.frameworks.keys()

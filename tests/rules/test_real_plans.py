"""The 2020–2022 plan, in the forms in which Word files hold it: what is true of it is found, and nothing else is."""

from collections import Counter
from pathlib import Path

import pytest

from planlint import engine
from planlint.config import Config
from planlint.intake import find_sources
from planlint.language.spelling import dictionary
from planlint.model.finding import Finding
from planlint.rulebook import load

INTERVENTIONS = ("4.1", "4.2", "4.3", "4.4", "4.5")
TYPOS = ("tvärsektorielt", "kungemensamma", "vardat") if dictionary() else ("tvärsektorielt",)
VARIANTS = (
    "Fyrbodals kommuner",
    "Näringslivsutvecklarnätverket",
    "e-råd",
    "finansiär",
    "invånare",
    "kommundirektörsnätverket",
    "standarder",
)
TRUE = Counter(
    [
        *[(rule, "") for rule in ("PL103", "PL107", "PL503", "PL507", "PL809")],
        *[("PL110", chapter) for chapter in ("4", "5.1")],
        *[("PL801", abbreviation) for abbreviation in ("RPA", "TUV")],
        *[("PL802", term) for term in ("Digitisering", "Indikator", "Leveransmål")],
        *[
            ("PL803", term)
            for term in ("förbundsledningen", "förstudiedirektiv", "intresseförfrågan", "projektdirektiv")
        ],
        *[("PL804", term) for term in VARIANTS],
        *[("PL805", chapter) for chapter in ("1.1", "2.2", "4.1", "5.3", "5.3", "5.3")],
        *[("PL807", word) for word in TYPOS],
        *[("PL204", goal) for goal in ("1C", "2B", "3B")],
        ("PL205", "2A"),
        ("PL206", ""),
        *[(rule, number) for rule in ("PL310", "PL311", "PL401") for number in INTERVENTIONS],
        ("PL312", "4.1"),
        ("PL313", "4.2"),
        ("PL313", "4.3"),
        ("PL406", "13"),
        ("PL407", ""),
    ]
)


def findings(plan: Path) -> tuple[Finding, ...]:
    config = Config(phase="publication", debug=True)
    run = engine.run(find_sources([plan], plan.parent), config, load())
    return run.outcomes[0].findings


@pytest.fixture(scope="module")
def styled(plans: Path) -> tuple[Finding, ...]:
    return findings(plans / "swedish-styles.docx")


def only(found: tuple[Finding, ...], rule: str, subject: str = "") -> Finding:
    (one,) = (finding for finding in found if (finding.rule, finding.subject.id) == (rule, subject))
    return one


@pytest.mark.parametrize("name", ["swedish-styles", "fake-headings", "gdocs-like", "libreoffice", "tables"])
def test_every_form_of_the_plan_has_the_same_faults(plans: Path, name: str) -> None:
    assert Counter((finding.rule, finding.subject.id) for finding in findings(plans / f"{name}.docx")) == TRUE


def test_the_goal_that_drifted_is_shown_word_by_word(styled: tuple[Finding, ...]) -> None:
    drift = only(styled, "PL205", "2A")
    assert all(change in drift.message for change in ("[-av-] {+i+}", "[-hos-] {+i+}"))
    assert drift.message.count("[-") == drift.message.count("{+") == 2
    assert drift.location.path[1].startswith("4.5 ")
    assert drift.location.place.text.endswith(".")
    assert [place.path[1][:4] for place in drift.related] == ["3.2 "]


def test_what_two_projects_have_and_the_third_lacks(styled: tuple[Finding, ...]) -> None:
    council, municipal = only(styled, "PL313", "4.2"), only(styled, "PL313", "4.3")
    assert "saknas uppgiften ”Ansöka om projektmedel”, som 2 av 2 liknande insatser har." in council.message
    assert "saknas uppgiften ”Leda förändringen i verksamheten”, som 2 av 2 liknande insatser har." in municipal.message
    assert council.location.place.text.casefold() == "e-rådets roll"
    assert [place.path[1][:3] for place in municipal.related] == ["4.2", "4.4"]


def test_how_many_benefits_can_be_measured(styled: tuple[Finding, ...]) -> None:
    counts = [only(styled, "PL311", number).message.split(" nyttor")[0] for number in INTERVENTIONS]
    assert counts == ["1 av 5", "0 av 8", "0 av 8", "0 av 8", "0 av 6"]


def test_the_source_is_cited_with_the_owner_that_had_just_left_it(styled: tuple[Finding, ...]) -> None:
    source = only(styled, "PL407")
    assert source.message == (
        "eSam nämns vid ramverket, men Digg ansvarar för det sedan 2020-01-31 och planen är från 2020-04-03. "
        "Versionen framgår inte."
    )
    assert source.location.place.text == "eSam"


def test_the_title_with_a_word_too_many(styled: tuple[Finding, ...]) -> None:
    title = only(styled, "PL406", "13")
    assert title.suggestion == "Ha helhetssyn på informationshantering"
    assert title.location.place.text.casefold() == "ha en helhetssyn på informationshantering"


@pytest.mark.parametrize(("reading", "numbers"), [("final", 6), ("original", 5)])
def test_an_inserted_intervention_counts_in_the_final_reading_only(plans: Path, reading: str, numbers: int) -> None:
    path = plans / "tracked-comments.docx"
    config = Config(phase="consultation", reading="final" if reading == "final" else "original", select=("PL3",))
    (outcome,) = engine.run(find_sources([path], plans), config, load()).outcomes
    missing = [f.rule for f in outcome.findings if f.rule in {"PL301", "PL303", "PL304", "PL305", "PL308", "PL309"}]
    assert len({f.subject.id for f in outcome.findings if f.rule == "PL310"}) == numbers
    assert missing == (["PL301", "PL303", "PL304", "PL305", "PL308", "PL309"] if reading == "final" else [])

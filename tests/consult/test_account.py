"""The account of a consultation: which change came from which view."""

from dataclasses import replace
from pathlib import Path

import pytest

from planlint import engine, rulebook
from planlint.config import Config
from planlint.consult import compare
from planlint.consult.account import give_account
from planlint.intake import Source
from planlint.model.comparison import Comparison
from planlint.model.document import Reading
from planlint.model.filled import Basis, FilledRow, FilledTable, Standpoint
from planlint.model.treatment import Cause, Treatment


@pytest.fixture(scope="module")
def comparison(root: Path) -> Comparison:
    """A plan before and after its tracked changes."""
    path = root / "samples" / "norradalen-remissvar.docx"
    readings: tuple[Reading, Reading] = ("original", "final")
    before, after = (
        engine.run((Source(path, path.name),), Config(reading=reading), rulebook.load()) for reading in readings
    )
    return compare(before, after)


def row(  # noqa: PLR0913 - any of its fields
    element: str,
    *,
    quote: str = "",
    proposal: str = "",
    standpoint: Standpoint | None = "met",
    number: int = 1,
    kind: str = "Ändrad lydelse",
) -> FilledRow:
    """A row as the table has it."""
    told = ("Tallvik", element, kind, quote, "", proposal)
    return FilledRow(str(number), "abcdefgh", told, standpoint, standpoint or "", "", "", "", f"rad {number}")


def account(comparison: Comparison, *rows: FilledRow) -> Treatment:
    """The account of a table with these rows."""
    return give_account(FilledTable("tabell.docx", "sv", rows, None, (), len(rows), ""), comparison)


def changes_of(treatment: Treatment, view: int = 0) -> list[tuple[str, str]]:
    """The changes that came from a view: the element's name, and what ties them."""
    return [
        (made.change.element.id, cause.bond)
        for made in treatment.changes
        for cause in made.causes
        if cause.view == view
    ]


def test_a_wanted_sentence_that_came_ties_the_view_to_its_change(comparison: Comparison) -> None:
    wanted = next(made for made in account(comparison).changes if made.change.element.id == "2A").change.element
    treatment = account(comparison, row("Effektmål 2A", quote="…", proposal=wanted.title.text))
    assert changes_of(treatment) == [("2A", "words")]
    assert (treatment.views[0].chapter, treatment.views[0].doubt) == ("3 Fokusområden", None)


def test_a_new_intervention_comes_from_the_view_that_has_its_words(comparison: Comparison) -> None:
    proposal = "Digital hjälp på biblioteken\nMånga äldre i Tallvik vågar inte använda e-tjänsterna på egen hand."
    assert changes_of(account(comparison, row("4 Insatser", proposal=proposal))) == [("4.4", "words")]


def test_words_that_a_view_strikes_and_that_went_tie_it_too(comparison: Comparison) -> None:
    quote = "Fatta biståndsbeslut"
    (gone,) = (
        text.text
        for made in account(comparison).changes
        for part in made.change.parts
        for text in part.removed
        if text.text.startswith(quote)
    )
    assert changes_of(account(comparison, row("4.2 Vad som helst", quote=gone, kind="Strykning"))) == [("4.2", "words")]


def test_without_words_a_view_that_is_met_is_tied_by_its_place(comparison: Comparison) -> None:
    at = "4.2 Digital tillsyn och mobil dokumentation – Kommunernas roll"
    assert changes_of(account(comparison, row(at))) == [("4.2", "place")]
    assert changes_of(account(comparison, row(at, standpoint="partly"))) == [("4.2", "place")]
    assert changes_of(account(comparison, row(at, standpoint="noted"))) == []
    assert changes_of(account(comparison, row(at, kind="Stöd"))) == []
    assert changes_of(account(comparison, row(at.replace("Kommunernas roll", "Aktiviteter")))) == []


def test_a_move_is_tied_to_the_words_that_stand_elsewhere(comparison: Comparison) -> None:
    at = "4.3 Gemensamma e-tjänster – Aktiviteter"
    wanted = row(at, quote="Mäta nöjdheten direkt efter varje ärende.", kind="Flytt")
    assert changes_of(account(comparison, wanted)) == [("4.3", "words")]
    assert changes_of(account(comparison, replace(wanted, told=(*wanted.told[:2], "Kommentar", "", "", "")))) == []


@pytest.mark.parametrize(
    ("element", "standpoint", "doubt"),
    [
        ("2 Nuläge", "met", "unseen"),
        ("2 Nuläge", "partly", None),
        ("2 Nuläge", "noted", None),
        ("2 Nuläge", None, None),
        ("4.3 Gemensamma e-tjänster – Ansvarig", "met", None),  # something of 4.3 did change
        ("Planen som helhet", "met", None),
        ("Inte placerad", "met", None),
    ],
)
def test_a_view_that_is_met_where_nothing_changed_is_doubted(
    comparison: Comparison, element: str, standpoint: Standpoint | None, doubt: str | None
) -> None:
    assert account(comparison, row(element, standpoint=standpoint)).views[0].doubt == doubt


def test_a_view_that_is_not_met_and_whose_words_came_is_doubted(comparison: Comparison) -> None:
    proposal = "Många äldre i Tallvik vågar inte använda e-tjänsterna på egen hand."
    treatment = account(comparison, row("4 Insatser", proposal=proposal, standpoint="not-met"))
    assert treatment.views[0].doubt == "despite"
    assert treatment.changes[treatment.views[0].changes[0]].causes == (Cause(0, "words"),)


def test_words_that_both_versions_have_tie_nothing(comparison: Comparison) -> None:
    standing = row(
        "4.2 Digital tillsyn och mobil dokumentation", proposal="Effektmål\nE-rådets roll", standpoint="noted"
    )
    assert changes_of(account(comparison, standing)) == []


def test_counts_and_respondents(comparison: Comparison) -> None:
    treatment = account(
        comparison, row("2 Nuläge"), row("2 Nuläge", standpoint=None), row("2 Nuläge", standpoint="noted")
    )
    assert [treatment.count(each) for each in ("met", "noted", "not-met", None)] == [1, 1, 0, 1]
    basis = Basis("Tallviks kommun; Granå kommun", "a.docx", 1, 2, 3, "0" * 16)
    several = replace(
        treatment, table=replace(treatment.table, basis=(basis, replace(basis, respondents="Granå kommun")))
    )
    assert several.respondents == ("Tallviks kommun", "Granå kommun")

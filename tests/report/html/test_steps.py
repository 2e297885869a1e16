"""Where to begin."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from planlint.model.finding import Finding, Kind, Severity
from planlint.model.outcome import Outcome
from planlint.report.html.steps import MOST, first_steps
from tests.report.html.conftest import Show
from tests.report.html.reading import find, only, said


def _steps(outcome: Outcome, findings: Iterable[Finding]) -> tuple[list[tuple[str, int, list[str]]], int]:
    steps, left = first_steps(replace(outcome, findings=tuple(findings)), "d1", {})
    return [(step.title.sv, step.count, [spot.title for spot in step.spots]) for step in steps], left


@pytest.fixture
def sorts(findings: tuple[Finding, ...]) -> list[Finding]:
    """Findings of one place and many rules, each rule named by its number."""
    return [replace(findings[7], rule=f"PL{number}", name=f"rule-{number}") for number in range(20)]


def _graded(finding: Finding, severity: Severity, kind: Kind = "exact") -> Finding:
    return replace(finding, severity=severity, kind=kind)


def test_errors_come_first_then_what_is_exact_then_what_is_in_many_places(
    outcome: Outcome, sorts: list[Finding]
) -> None:
    found = [
        _graded(sorts[0], "warning", "judged"),
        _graded(sorts[1], "warning"),
        _graded(sorts[2], "warning"),
        _graded(sorts[2], "warning"),
        _graded(sorts[3], "info"),
        _graded(sorts[4], "error"),
    ]
    assert _steps(outcome, found) == (
        [
            ("rule-4", 1, ["4.2 E-arkiv"]),
            ("rule-2", 2, ["4.2 E-arkiv"]),
            ("rule-1", 1, ["4.2 E-arkiv"]),
            ("rule-0", 1, ["4.2 E-arkiv"]),
        ],
        0,
    )


def test_where_errors_are_enough_warnings_wait(outcome: Outcome, sorts: list[Finding]) -> None:
    found = [*(_graded(each, "error") for each in sorts[:3]), _graded(sorts[3], "warning")]
    assert [name for name, _, _ in _steps(outcome, found)[0]] == ["rule-0", "rule-1", "rule-2"]


def test_a_long_list_is_cut_and_says_so(outcome: Outcome, sorts: list[Finding]) -> None:
    steps, left = _steps(outcome, [_graded(each, "error") for each in sorts])
    assert (len(steps), left) == (MOST, 20 - MOST)


def test_what_only_informs_or_does_not_count_is_no_beginning(outcome: Outcome, sorts: list[Finding]) -> None:
    accepted = replace(_graded(sorts[1], "error"), suppressed="beslutat")
    assert _steps(outcome, [_graded(sorts[0], "info"), accepted]) == ([], 0)


def test_every_section_is_named_once_and_leads_to_its_first_finding(show: Show, findings: tuple[Finding, ...]) -> None:
    spots = find(show(*findings), "//section[@class='begin']/ol/li[1]//a")
    assert [(said(each), each.get("href")) for each in spots] == [
        ("4.2 E-arkiv", "#d1-f-7"),
        ("4.3 Trygg inloggning", "#d1-f-10"),
    ]


def test_many_sections_are_counted(show: Show, findings: tuple[Finding, ...]) -> None:
    wide = [
        replace(
            findings[7],
            location=replace(findings[7].location, path=("4 Insatser", f"4.{n}")),
            subject=findings[0].subject,
        )
        for n in range(8)
    ]
    assert said(find(only(show(*wide), "//section[@class='begin']"), ".//li")[-1]) == "… och på 3 ställen till"


def test_what_stands_nowhere_is_the_document_as_a_whole(show: Show, findings: tuple[Finding, ...]) -> None:
    nowhere = replace(_graded(findings[0], "error"), location=replace(findings[0].location, path=()))
    link = only(show(nowhere), "//section[@class='begin']//a")
    assert (said(link, "sv"), said(link, "en")) == ("Dokumentet som helhet", "The document as a whole")

from dataclasses import replace

from planlint.model.finding import Finding, Location
from planlint.model.outcome import Outcome, Run
from planlint.model.text import Text
from planlint.report.first_steps import first_steps
from planlint.report.page import Page


def _steps(run: Run, page: Page | None = None) -> list[str]:
    return [each.plain for each in first_steps(run, page or Page())]


def _holding(run: Run, outcome: Outcome, *findings: Finding) -> Run:
    return replace(run, outcomes=(replace(outcome, findings=findings),))


def test_errors_by_section_with_their_rules(run: Run) -> None:
    assert _steps(run) == [
        "",
        "Börja med felen:",
        "  4.2 E-arkiv: PL305, PL302",
        "  4.3 Trygg inloggning: PL305, PL402",
        "",
    ]
    assert "Begin with the errors:" in _steps(run, Page("en"))


def test_errors_by_file_where_there_are_several(run: Run, outcome: Outcome) -> None:
    fine = replace(outcome, path="b.md", findings=outcome.findings[:1])
    assert _steps(replace(run, outcomes=(outcome, fine))) == [
        "",
        "Börja med felen:",
        "  planer/björkbygden.md: 4 fel",
        "",
    ]


def test_warnings_where_there_is_no_error(run: Run, outcome: Outcome, findings: tuple[Finding, ...]) -> None:
    warnings = [replace(each, severity="warning") if each.severity == "error" else each for each in findings]
    assert _steps(_holding(run, outcome, *warnings))[1:3] == [
        "Inga fel. Börja med varningarna:",
        "  3.1 Digital kompetens: PL204",
    ]


def test_nothing_for_a_short_report_nor_for_one_that_only_informs(
    run: Run, outcome: Outcome, findings: tuple[Finding, ...]
) -> None:
    assert _steps(_holding(run, outcome, *findings[:5])) == []
    assert _steps(_holding(run, outcome, *(replace(each, severity="info") for each in findings))) == []


def test_a_long_list_ends_with_how_many_more(run: Run, outcome: Outcome, findings: tuple[Finding, ...]) -> None:
    error = next(each for each in findings if each.rule == "PL402")
    place = Text("document", 1, 0, "x")
    many = [replace(error, location=Location(("4 Insatser", f"4.{n} Insats"), place)) for n in range(12)]
    lines = _steps(_holding(run, outcome, *many, replace(error, location=Location((), place))))
    assert lines[2:4] == ["  4.0 Insats: PL402", "  4.1 Insats: PL402"]
    assert lines[12:] == ["  … och på 3 ställen till", ""]

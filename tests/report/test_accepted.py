"""What the text report and the JSON say of findings that do not count."""

from dataclasses import replace

import pytest

from planlint.model.finding import BASELINE, Finding
from planlint.model.outcome import Outcome, Run, Standing
from planlint.report.accepted import LONGEST_REASON, accepted_lines
from planlint.report.check_view import view_report
from planlint.report.page import Page
from planlint.report.summary import found


def lines(outcome: Outcome, page: Page | None = None) -> list[str]:
    return [each.written(color=False) for each in accepted_lines(outcome, page or Page())]


@pytest.fixture
def open_findings(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that count: PL404, PL207, PL204 and more, in the order of the document."""
    return tuple(finding for finding in findings if finding.suppressed is None)


def suppressed(outcome: Outcome, findings: tuple[Finding, ...], reasons: dict[str, str]) -> Outcome:
    """The outcome with these findings, those of a rule suppressed for a reason."""
    marked = tuple(replace(each, suppressed=reasons.get(each.rule)) for each in findings)
    return replace(outcome, findings=marked)


def test_a_document_without_any_says_nothing(outcome: Outcome, open_findings: tuple[Finding, ...]) -> None:
    assert lines(replace(outcome, findings=open_findings)) == []


def test_each_rule_and_reason_has_a_line(outcome: Outcome, open_findings: tuple[Finding, ...]) -> None:
    reasons = {"PL204": "beslutas i juni", "PL401": "principerna kommer", "PL404": "så är det"}
    accepted = suppressed(outcome, open_findings, reasons)
    assert lines(accepted) == [
        "Undantaget med skäl:",
        "  PL404: så är det",
        "  PL204 i 3.1 Digital kompetens: beslutas i juni",
        "  PL401 (3 ställen): principerna kommer",
    ]
    assert lines(accepted, Page("en"))[0] == "Suppressed, with the reason:"
    assert lines(accepted, Page("en"))[3] == "  PL401 (3 places): principerna kommer"


def test_a_reason_that_anybody_may_have_written_is_one_short_line(
    outcome: Outcome, open_findings: tuple[Finding, ...]
) -> None:
    said = "\x1b[31mrött\u202e " + "ord " * 1000
    report = "\n".join(lines(suppressed(outcome, open_findings, {"PL404": said}), Page(width=200)))
    assert "\x1b" not in report
    assert "\u202e" not in report
    assert report.splitlines()[1].startswith("  PL404: \ufffd[31mrött ord ord ")
    assert len(report.splitlines()[1]) == len("  PL404: ") + LONGEST_REASON
    assert report.endswith("…")


def test_many_reasons_are_counted(outcome: Outcome, open_findings: tuple[Finding, ...]) -> None:
    many = tuple(replace(open_findings[0], suppressed=f"skäl {number}") for number in range(11))
    shown = lines(replace(outcome, findings=many))
    assert shown[-2:] == ["  PL404: skäl 7", "  … och på 3 ställen till"]
    assert len(shown) == 10


@pytest.mark.parametrize(
    ("standing", "reasons", "said"),
    [
        (Standing(listed=True), {}, []),
        (
            Standing(listed=True),
            {"PL401": BASELINE, "PL404": BASELINE},
            ["Kvar från baslinjen: 3 varningar, 1 upplysning."],
        ),
        (
            Standing(listed=True, gone=1),
            {},
            ["1 anmärkning i baslinjen finns inte längre. Uppdatera den med planlint baseline."],
        ),
        (
            Standing(listed=True, gone=2),
            {"PL305": BASELINE},
            [
                "Kvar från baslinjen: 2 fel.",
                "2 anmärkningar i baslinjen finns inte längre. Uppdatera den med planlint",
                "  baseline.",
            ],
        ),
        (
            Standing(listed=False),
            {},
            ["Dokumentet finns inte i baslinjen, så alla anmärkningar räknas som nya."],
        ),
    ],
)
def test_how_a_document_stands_against_the_baseline(
    outcome: Outcome, open_findings: tuple[Finding, ...], standing: Standing, reasons: dict[str, str], said: list[str]
) -> None:
    assert lines(replace(suppressed(outcome, open_findings, reasons), baseline=standing)) == said


def test_the_counts_tell_what_is_left_of_the_baseline_from_what_has_a_reason(
    outcome: Outcome, open_findings: tuple[Finding, ...]
) -> None:
    some = suppressed(outcome, open_findings, {"PL204": "beslutas i juni", "PL401": BASELINE})
    assert found([some], Page()).written(color=False).endswith("; 1 undantagen, 3 kvar från baslinjen")
    every = suppressed(outcome, open_findings, {each.rule: BASELINE for each in open_findings})
    assert found([every], Page()).written(color=False) == "inga nya anmärkningar; 12 kvar från baslinjen"
    assert found([every], Page("en")).written(color=False) == "nothing new to remark on; 12 left from the baseline"


def test_json_has_the_standing_only_where_there_is_a_baseline(
    run: Run, outcome: Outcome, open_findings: tuple[Finding, ...]
) -> None:
    def baseline(outcome: Outcome) -> object:
        return view_report(replace(run, outcomes=(outcome,))).model_dump()["documents"][0].get("baseline", "none")

    some = suppressed(outcome, open_findings, {"PL401": BASELINE})
    assert baseline(some) == "none"
    assert baseline(replace(some, baseline=Standing(listed=True, gone=4))) == {"listed": True, "left": 3, "gone": 4}

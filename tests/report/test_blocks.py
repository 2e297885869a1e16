from dataclasses import replace

from planlint.model.finding import Finding
from planlint.report.blocks import arrange


def _shape(findings: tuple[Finding, ...]) -> list[tuple[str, list[tuple[str, list[tuple[str, int, bool]]]]]]:
    return [
        (
            group.title,
            [
                (each.title, [(block.first.rule, len(block.findings), block.gathered) for block in each.blocks])
                for each in group.sections
            ],
        )
        for group in arrange(findings)
    ]


def test_chapters_sections_and_blocks_come_worst_first_else_as_in_the_document(findings: tuple[Finding, ...]) -> None:
    assert _shape(findings) == [
        (
            "4 Insatser",
            [
                ("4.2 E-arkiv", [("PL305", 1, False), ("PL302", 1, False)]),
                ("4.3 Trygg inloggning", [("PL305", 1, False), ("PL402", 1, False), ("PL205", 1, False)]),
                ("", [("PL401", 3, True)]),
                ("4.1 Lärportal för medarbetare", [("PL314", 1, False)]),
            ],
        ),
        ("3 Fokusområden", [("3.1 Digital kompetens", [("PL204", 1, False), ("PL207", 1, False)])]),
        ("", [("", [("PL404", 1, False)])]),
    ]


def test_what_concerns_a_chapter_itself_stands_with_what_is_gathered_from_its_sections(
    findings: tuple[Finding, ...],
) -> None:
    spread = [finding for finding in findings if finding.rule == "PL401"]
    location = replace(spread[0].location, path=("4 Insatser",))
    whole = replace(findings[0], severity="error", location=location)
    assert _shape((*spread, whole)) == [("4 Insatser", [("", [("PL404", 1, False), ("PL401", 3, True)])])]


def test_findings_of_two_severities_are_not_gathered_as_one(findings: tuple[Finding, ...]) -> None:
    spread = [finding for finding in findings if finding.rule == "PL401"]
    mixed = (*spread[:2], replace(spread[2], severity="info"))
    assert _shape(mixed) == [
        (
            "4 Insatser",
            [
                ("4.1 Lärportal för medarbetare", [("PL401", 1, False)]),
                ("4.2 E-arkiv", [("PL401", 1, False)]),
                ("4.3 Trygg inloggning", [("PL401", 1, False)]),
            ],
        )
    ]


def test_suppressed_findings_are_left_out(findings: tuple[Finding, ...]) -> None:
    assert arrange([replace(findings[0], suppressed="beslutat i styrgruppen")]) == ()

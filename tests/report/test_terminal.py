from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import pytest
from rich.cells import cell_len

from planlint.model.finding import Finding, Location, Subject
from planlint.model.outcome import Fault, Outcome, Run, Trouble
from planlint.model.plan import Plan
from planlint.model.text import Text
from planlint.report.page import Page
from planlint.report.terminal import render_report

Golden = Callable[[str, str], None]
TITLES = {"PL401": "Insats utan princip"}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_whole_report(run: Run, golden: Golden, language: Literal["sv", "en"]) -> None:
    report = render_report(replace(run, language=language), Page(language), TITLES, matrix=True)
    assert all(cell_len(each) <= 80 for each in report.splitlines())
    golden(f"report.{language}.txt", report)


def test_the_same_in_colour_on_a_narrow_page(run: Run, golden: Golden) -> None:
    golden("report.narrow-colour.txt", render_report(run, Page("sv", 50, color=True), TITLES))


def test_without_colour_there_is_no_escape(run: Run) -> None:
    assert "\x1b" not in render_report(run, Page("sv"), TITLES)


def test_quiet_gives_findings_and_nothing_else(run: Run) -> None:
    loud, quiet = render_report(run, Page(), TITLES), render_report(run, Page(), TITLES, quiet=True)
    title, counts, findings = loud.partition(
        "  4 fel, 6 varningar, 2 upplysningar (varav 1 är en bedömning); 1 undantagen\n"
    )
    assert counts
    assert (title + findings).startswith(quiet.rstrip("\n"))
    assert quiet.rstrip("\n").endswith("Gör så här: Gör något åt PL404.")


def test_quiet_about_a_plan_in_order_says_nothing(run: Run, outcome: Outcome) -> None:
    fine = replace(run, outcomes=(replace(outcome, findings=()),))
    assert render_report(fine, Page(), TITLES, quiet=True) == ""


def test_several_documents_with_troubles_of_every_kind(run: Run, outcome: Outcome, golden: Golden) -> None:
    unreadable = Outcome(
        path="hemlig.docx",
        sha256="",
        kind="unknown",
        framework=None,
        plan=None,
        error=Trouble("encrypted", "Filen är krypterad: ta bort lösenordet i Word och spara om.", "Encrypted."),
    )
    broken = replace(outcome, path="b.md", findings=(), faults=(Fault("PL303", "KeyError: 'x'"),), revisions=1)
    outcomes = (replace(outcome, findings=outcome.findings[:2]), unreadable, broken)
    golden("troubles.txt", render_report(replace(run, outcomes=outcomes, passed_over=2), Page(), TITLES))


def test_many_places_do_not_drown_the_reader(run: Run, outcome: Outcome) -> None:
    twice = next(finding for finding in outcome.findings if finding.rule == "PL314")
    many = replace(run, outcomes=(replace(outcome, findings=(twice,) * 40),))
    report = render_report(many, Page(), TITLES, quiet=True)
    assert report.count("PL314 (40 ställen)  ") == report.count("PL314") - 1 == 1  # once more in what to do
    assert report.count(f"”{twice.location.place.text}”") == 12
    assert "… och på 28 ställen till" in report


@pytest.mark.parametrize(
    ("related", "lines"),
    [
        (("A", "A", "A", "A", "A"), []),
        (("A", "B"), ["Jämför: ”B”"]),
        (("A", "A", "A", "B", "C"), ["… och på 2 ställen till"]),
    ],
)
def test_places_whose_words_are_told_already_are_neither_shown_nor_counted(
    run: Run, outcome: Outcome, related: tuple[str, ...], lines: list[str]
) -> None:
    """A message that names the other places must not be followed by them, nor by their number."""
    words = {"A": "Etiketten finns redan", "B": "Bred upphandling", "C": "Central drift"}
    twice = next(finding for finding in outcome.findings if finding.rule == "PL314")
    others = tuple(Location((), Text("document", 900 + n, 0, words[name])) for n, name in enumerate(related))
    finding = replace(twice, message=f"{twice.message} {words['A']}.", related=others)
    one = replace(run, outcomes=(replace(outcome, findings=(finding,)),))
    report = render_report(one, Page(), TITLES, quiet=True)
    told = [line.strip() for line in report.splitlines() if "Jämför" in line or "ställen till" in line]
    assert told == [line.replace("”B”", f"”{words['B']}”") for line in lines]


def test_goals_that_share_a_fault_are_told_by_code_each_under_its_area_once(
    run: Run, outcome: Outcome, findings: tuple[Finding, ...], plan: Plan
) -> None:
    unserved = next(finding for finding in findings if finding.rule == "PL204")
    many = [
        replace(
            unserved,
            subject=Subject("goal", goal.code, goal.text.text),
            message=f"Ingen insats är kopplad till {goal.code}: ”{goal.text.text[:9]}…”.",
            location=replace(unserved.location, path=("3 Fokusområden", area), place=goal.text),
        )
        for goal, area in zip((*plan.goals, plan.goals[0]), ("3.1 A", "3.1 A", "3.2 B", "3.3 C"), strict=True)
    ]
    report = render_report(replace(run, outcomes=(replace(outcome, findings=tuple(many)),)), Page(), TITLES, quiet=True)
    first, second, third = (goal.text.text for goal in plan.goals)
    assert "\n\n  Varning PL204 (4 ställen)  Ingen insats är kopplad till …\n      3.1 A\n        1A: ”" in report
    assert f"3.1 A 1A: ”{first}” 1B: ”{second}” 3.2 B 2A: ”{third}” 3.3 C 1A: ”{first}” Varför:" in " ".join(
        report.split()
    )


def test_a_judgement_is_compared_with_one_place_an_exact_finding_with_three(
    run: Run, outcome: Outcome, findings: tuple[Finding, ...]
) -> None:
    drift = next(finding for finding in findings if finding.rule == "PL205")
    five = tuple(
        replace(drift.related[0], path=(), place=Text("footnotes", n, 0, f"Fotnoten med nummer {n}.")) for n in range(5)
    )
    shown = [
        render_report(replace(run, outcomes=(replace(outcome, findings=(finding,)),)), Page(), TITLES, quiet=True)
        for finding in (replace(drift, related=five), replace(drift, related=five, kind="judged"))
    ]
    assert [each.count("Jämför Fotnot: ”Fotnoten med") for each in shown] == [3, 1]
    assert ["      … och på 2 ställen till\n" in each for each in shown] == [True, False]


def test_hostile_words_reach_no_terminal(run: Run, outcome: Outcome, findings: tuple[Finding, ...], plan: Plan) -> None:
    hostile = "\x1b]0;titel\x07\u202e\ud800 princip 14 \x9b2J" + "漢" * 200
    place = replace(findings[-2].location.place, text=hostile)
    finding = replace(
        findings[-2],
        message=hostile,
        suggestion=hostile,
        related=(replace(findings[-2].location, place=place),),
        location=replace(findings[-2].location, place=place, path=("4 Insatser", hostile, hostile)),
    )
    bad = replace(plan, texts=(Text(place.part, place.paragraph, place.start, hostile),))
    report = render_report(
        replace(run, outcomes=(replace(outcome, path=hostile, plan=bad, findings=(finding,)),)), Page(), TITLES
    )
    report.encode("utf-8")
    assert not set(report) & set("\x1b\x07\x9b\u202e\r")
    assert all(cell_len(each) <= 80 for each in report.splitlines())

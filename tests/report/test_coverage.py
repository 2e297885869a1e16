import csv
from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest

from planlint.model.framework import PrincipleSet
from planlint.model.plan import Plan
from planlint.report.coverage import Column, Coverage, Line, falls_short, measure, percentage, reached
from planlint.report.coverage_csv import render_coverage_csv
from planlint.report.coverage_text import render_coverage
from planlint.report.page import Page

Golden = Callable[[str, str], None]


def test_the_figures(plan: Plan, principles: PrincipleSet) -> None:
    coverage = measure(plan, principles)
    assert [column.id for column in coverage.columns] == ["4.1", "4.2", "4.3"]
    assert {line.key: coverage.ids(line) for line in coverage.goals} == {"1A": ["4.1"], "1B": [], "2A": ["4.3"]}
    assert {line.key: coverage.ids(line) for line in coverage.principles if line.served} == {"5": ["4.1"]}
    assert len(coverage.principles) == 13


def test_without_a_set_the_plans_own_list_counts(plan: Plan) -> None:
    assert [line.key for line in measure(plan, None).principles] == ["1", "2"]


def test_a_loose_wording_covers_nothing(plan: Plan, principles: PrincipleSet) -> None:
    first, *rest = plan.interventions
    loose = replace(first, principles=tuple(replace(mention, loose=True) for mention in first.principles))
    coverage = measure(replace(plan, interventions=(loose, *rest)), principles)
    assert reached(coverage.principles) == 0


def test_a_goal_is_served_by_what_stands_under_it(plan: Plan) -> None:
    first, *rest = plan.interventions
    under = replace(first, links=(), under=("1B",))
    coverage = measure(replace(plan, interventions=(under, *rest)), None)
    assert {line.key: coverage.ids(line) for line in coverage.goals} == {"1A": [], "1B": ["4.1"], "2A": ["4.3"]}


def test_the_text(plan: Plan, principles: PrincipleSet, golden: Golden) -> None:
    golden("coverage.sv.txt", render_coverage(measure(plan, principles), Page("sv")))
    golden("coverage.en.txt", render_coverage(measure(plan, principles), Page("en")))


def test_a_wide_table_is_cut_into_several_that_fit() -> None:
    lines = tuple(Line(f"{number}A", "Ett mål", (0,)) for number in range(1, 41))
    coverage = Coverage((Column("4.1", "En insats med ett namn som är alldeles för långt för sin ruta"),), lines, ())
    shown = render_coverage(coverage, Page()).splitlines()
    assert all(len(line) <= 80 for line in shown)
    assert sum("●" in line for line in shown) == 3
    assert sum(line.count("●") for line in shown) == 40


def test_a_plan_without_goals_says_so(plan: Plan) -> None:
    empty = replace(plan, focus_areas=(), principles=())
    assert render_coverage(measure(empty, None), Page()) == (
        "Effektmål × insatser\n\nPlanen har inga effektmål som kunde läsas.\n\n"
        "Principer × insatser\n\nRamverket har inga principer.\n"
    )


def test_a_plan_without_interventions_says_so_instead_of_an_empty_table(plan: Plan) -> None:
    shown = render_coverage(measure(replace(plan, interventions=()), None), Page())
    assert shown.count("Planen har inga insatser som kunde läsas.\n") == 2
    assert "Antal insatser" not in shown


def test_a_long_code_stands_apart_from_its_goal() -> None:
    coverage = Coverage((Column("4.1", "E-arkiv"),), (Line("MÅL 12", "Alla kan delta", ()),), ())
    assert "\n  MÅL 12 Alla kan delta\n" in render_coverage(coverage, Page())


def test_the_csv(plan: Plan, principles: PrincipleSet, golden: Golden) -> None:
    golden("coverage.csv", render_coverage_csv(measure(plan, principles), "sv"))


@pytest.mark.parametrize("cell", ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", " \u200b=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(cell: str) -> None:
    coverage = Coverage((Column(cell, cell),), (Line("1A", cell, (0,)),), ())
    rows = list(csv.reader(StringIO(render_coverage_csv(coverage, "sv").removeprefix("\ufeff")), delimiter=";"))
    assert rows[0][3].startswith("'")
    assert rows[1][2].startswith("'")


@pytest.mark.parametrize("cell", ["mer tid,=1+1", "mer tid; +46", 'mer tid,"@SUM(A1)', ",,-1", "＝1+1"])
def test_no_part_of_a_cell_is_a_formula_where_commas_part_cells(cell: str) -> None:
    coverage = Coverage((Column(cell, cell),), (Line("1A", cell, (0,)),), ())
    shown = render_coverage_csv(coverage, "sv").removeprefix("\ufeff")
    cells = [each for row in csv.reader(StringIO(shown), delimiter=",") for part in row for each in part.split(";")]
    assert not [each for each in cells if each.lstrip(' "').startswith(("=", "+", "-", "@", "＝"))]


def test_the_same_signs_inside_words_stand_as_they_are() -> None:
    words = "Kvalitets- och it-frågor, 24 timmar/dygn: +46 kronor @ kommunen"
    coverage = Coverage((Column("4.1", "E-arkiv"),), (Line("1A", words, (0,)),), ())
    assert f";{words};" in render_coverage_csv(coverage, "sv")


@pytest.mark.parametrize(
    ("served", "least", "short"), [(8, 72, False), (8, 73, True), (11, 100, False), (0, 0, False), (10, 90.9, False)]
)
def test_the_gate_counts_exactly(served: int, least: float, short: bool) -> None:  # noqa: FBT001
    lines = tuple(Line(str(n), "", (0,) if n < served else ()) for n in range(11))
    assert falls_short(lines, least) is short


def test_a_share_is_never_rounded_up_to_all() -> None:
    lines = tuple(Line(str(n), "", (0,) if n else ()) for n in range(500))
    assert percentage(lines) == 99
    assert percentage(()) == 0
    assert falls_short((), 1)

from collections.abc import Callable
from dataclasses import replace

from planlint.model.framework import PrincipleSet
from planlint.model.outcome import Outcome
from planlint.model.plan import Plan
from planlint.model.words import Words
from planlint.report.coverage import Column, Coverage, Line, measure
from planlint.report.html.anchors import pointers
from planlint.report.html.matrix import Head, Remark, Row, Series, view_matrices

Grow = Callable[[int, int], Outcome]


def test_the_goals_by_intervention(plan: Plan, outcome: Outcome, principles: PrincipleSet) -> None:
    goals = view_matrices(plan, measure(plan, principles), "d1", pointers(outcome, "d1")).goals
    trust = "Invånarna litar på att kommunerna hanterar deras uppgifter säkert."
    assert goals.rows == (
        Row(
            "d1-goal-1", "1A",
            "Alla medarbetare i hemtjänsten kan använda de digitala verktyg som deras arbete kräver.",
            (True, False, False), 1, (Remark("d1-f-2", "PL207", "info", 1),),
        ),
        Row(
            "d1-goal-2", "1B", "Förtroendevalda har kunskap nog att leda digital förändring.",
            (False, False, False), 0, (Remark("d1-f-3", "PL204", "warning", 1),),
        ),
        Row("d1-goal-3", "2A", trust, (False, False, True), 1, (Remark("d1-f-11", "PL205", "warning", 1),)),
    )  # fmt: skip
    assert goals.columns[1] == Head(
        "d1-int-2", "4.2", "E-arkiv",
        (
            Remark("d1-f-7", "PL305", "error", 1), Remark("d1-f-8", "PL302", "error", 1),
            Remark("d1-f-6", "PL401", "warning", 1),
        ),
    )  # fmt: skip
    assert (goals.totals, goals.reached, goals.all, goals.percent) == ((1, 0, 1), 2, 3, 66)
    assert [row.code for row in goals.unserved] == ["1B"]


def test_findings_of_one_rule_are_one_link(plan: Plan, outcome: Outcome, principles: PrincipleSet) -> None:
    first = outcome.findings[5]
    twice = replace(outcome, findings=(*outcome.findings, first, first))
    (_, archive, _) = view_matrices(plan, measure(plan, principles), "d2", pointers(twice, "d2")).load.rows
    assert archive.remarks[-1] == Remark("d2-f-6", "PL401", "warning", 3)


def test_suppressed_findings_are_no_remarks(plan: Plan, outcome: Outcome, principles: PrincipleSet) -> None:
    accepted = replace(outcome, findings=tuple(replace(each, suppressed="beslutat") for each in outcome.findings))
    view = view_matrices(plan, measure(plan, principles), "d1", pointers(accepted, "d1"))
    assert not any(row.remarks for row in view.goals.rows)
    assert not any(head.remarks for head in (*view.goals.columns, *view.load.rows))


def test_what_each_intervention_carries(plan: Plan, principles: PrincipleSet) -> None:
    load = view_matrices(plan, measure(plan, principles), "d1").load
    missing, unused = Words(sv="saknas", en="missing"), Words(sv="ingen princip", en="no principle")
    assert load.served == (
        Series("goals", Words(sv="Effektmål", en="Effect goals"), Words(sv="inget mål", en="no goal"), (1, 0, 1)),
        Series("principles", Words(sv="Principer", en="Principles"), unused, (1, 0, 0)),
    )
    assert load.roles == (
        Series("council_role", Words(sv="E-rådets roll", en="The council’s role"), missing, (1, 0, 0)),
        Series("municipal_role", Words(sv="Kommunernas roll", en="The municipalities’ role"), missing, (1, 0, 0)),
    )
    assert load.roles[0].missing == (1, 2)


def test_every_place_has_its_name_just_once(plan: Plan, principles: PrincipleSet) -> None:
    coverage = measure(plan, principles)
    view = view_matrices(plan, coverage, "d1")
    interventions = {"d1-int-1", "d1-int-2", "d1-int-3"}
    listed = {f"d1-prin-{number}" for number in range(1, 14)}
    assert view.anchors == {"d1-goal-1", "d1-goal-2", "d1-goal-3"} | interventions | listed
    assert {head.anchor for head in (*view.principles.columns, *view.load.rows)} == {""}
    without_goals = view_matrices(plan, replace(coverage, goals=()), "d1")
    assert without_goals.anchors == interventions | listed
    assert {head.anchor for head in without_goals.load.rows} == interventions


def test_more_than_a_page_holds_is_left_out_and_still_counts(plan: Plan) -> None:
    columns = tuple(Column(f"4.{n}", f"Insats {n}") for n in range(1, 151))
    goals = (*(Line(f"{n}A", "Ett mål", ()) for n in range(1, 250)), Line("250A", "Ett mål", (149, 0)))
    goals = (Line("0A", "Ett mål", (149,)), *goals)
    view = view_matrices(replace(plan, interventions=()), Coverage(columns, goals, ()), "d1").goals
    assert (len(view.rows), len(view.columns), view.cut) == (200, 100, True)
    assert (view.rows[0].count, any(view.rows[0].marks)) == (1, False)
    assert (view.reached, view.all, view.totals[0]) == (2, 251, 1)
    assert "0A" not in {row.code for row in view.unserved}


def test_a_plan_with_nothing_has_no_pictures(plan: Plan) -> None:
    empty = replace(plan, focus_areas=(), interventions=(), principles=())
    view = view_matrices(empty, measure(empty, None), "d1")
    assert (view.goals.picture, view.principles.picture, view.load.picture, view.load.balance) == (None,) * 4
    assert view.anchors == frozenset()


def test_titles_are_turned_where_there_are_many(grow: Grow) -> None:
    def upright(interventions: int) -> bool:
        plan = grow(3, interventions).plan
        assert plan is not None
        return view_matrices(plan, measure(plan, None), "d1").goals.upright

    assert [upright(6), upright(7)] == [True, False]

from collections.abc import Callable
from dataclasses import replace

from planlint.model.plan import LabelledPart, Plan
from planlint.model.text import Text
from planlint.report.outline_text import render_outline
from planlint.report.page import Page

Golden = Callable[[str, str], None]


def test_the_tree(plan: Plan, golden: Golden) -> None:
    golden("outline.sv.txt", render_outline(plan, Page("sv")))
    golden("outline.en.txt", render_outline(plan, Page("en")))


def test_fields_stand_under_the_plans_own_labels(plan: Plan) -> None:
    first, *rest = plan.interventions
    label, *items = (Text("document", 1, 0, words) for words in ("Ansvarig part", "Rådet", "Kommunerna"))
    field = LabelledPart("responsible", label, tuple(items))
    shown = render_outline(replace(plan, interventions=(replace(first, parts=(*first.parts, field)), *rest)), Page())
    assert "── Ansvarig part: Rådet; Kommunerna\n" in shown


def test_a_document_that_is_no_plan_shows_its_headings(plan: Plan) -> None:
    empty = replace(
        plan, kind="unknown", focus_areas=(), interventions=(), principles=(), unplaced=(), headings=plan.headings[:1]
    )
    assert render_outline(empty, Page()).splitlines()[-2:] == ["└── Rubriker (1)", "    └── 1 Sammanfattning"]

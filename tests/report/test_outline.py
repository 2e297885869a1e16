from collections.abc import Callable
from dataclasses import replace

from planlint.model.plan import Plan
from planlint.report.outline_text import render_outline
from planlint.report.page import Page

Golden = Callable[[str, str], None]


def test_the_tree(plan: Plan, golden: Golden) -> None:
    golden("outline.sv.txt", render_outline(plan, Page("sv")))
    golden("outline.en.txt", render_outline(plan, Page("en")))


def test_a_document_that_is_no_plan_shows_its_headings(plan: Plan) -> None:
    empty = replace(
        plan, kind="unknown", focus_areas=(), interventions=(), principles=(), unplaced=(), headings=plan.headings[:1]
    )
    assert render_outline(empty, Page()).splitlines()[-2:] == ["└── Rubriker (1)", "    └── 1 Sammanfattning"]

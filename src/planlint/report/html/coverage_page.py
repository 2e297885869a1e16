"""The matrices alone as a web page: one self-contained file, in both languages."""

from __future__ import annotations

from planlint.model.outcome import Outcome
from planlint.model.rule import Language
from planlint.report.coverage import measure
from planlint.report.html.anchors import document_id
from planlint.report.html.environment import Shell, render
from planlint.report.html.matrix import view_matrices
from planlint.report.printable import printable
from planlint.texts import say


def render_coverage_html(outcome: Outcome, language: Language) -> str:
    """The page; `language` is the one that shows first. ValueError where the outcome has no plan."""
    plan = outcome.plan
    if plan is None:
        raise ValueError(outcome.path)
    title = printable(plan.control.title.text) if plan.control.title else printable(outcome.path)
    return render(
        "coverage.html.j2",
        Shell(f"{say('matrix-page-title', language)} – {title}", language),
        title=title,
        path=outcome.path,
        matrices=view_matrices(plan, measure(plan, outcome.principles), document_id(0)),
    )

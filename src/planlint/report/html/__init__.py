"""The web page: a run as one file that needs no network, in both languages, and that works without scripts."""

from __future__ import annotations

from planlint.model.outcome import Run
from planlint.report.html.environment import Shell, render
from planlint.report.html.run_view import view_run


def render_html(run: Run) -> str:
    """The run as a self-contained page. The same run gives the same bytes."""
    page = view_run(run)
    title = f"{page.title.in_language(run.language)} – planlint"
    return render("run.html.j2", Shell(title, run.language), page=page)

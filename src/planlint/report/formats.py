"""The forms in which a run can be given, by name and by a file's ending; each renderer is imported when it is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, Literal

from planlint.model.outcome import Run

Form = Literal["json", "sarif", "junit", "github", "markdown", "html"]
"""Beside the text for terminals, which needs to know its page."""

ENDINGS: Final[Mapping[str, Form]] = MappingProxyType(
    {".json": "json", ".sarif": "sarif", ".xml": "junit", ".md": "markdown", ".html": "html"}
)
"""The form that a report's file has by its ending; Word is no report of a run, but a copy of the one document."""


def render(run: Run, form: Form) -> str:
    """The whole run in that form."""
    return _RENDERERS[form](run)


def _json(run: Run) -> str:
    from planlint.report.check_view import view_report
    from planlint.report.json import render_json

    return render_json(view_report(run))


def _sarif(run: Run) -> str:
    from planlint.report.sarif import render_sarif

    return render_sarif(run)


def _junit(run: Run) -> str:
    from planlint.report.junit import render_junit

    return render_junit(run)


def _github(run: Run) -> str:
    from planlint.report.github import render_annotations

    return render_annotations(run)


def _markdown(run: Run) -> str:
    from planlint.report.markdown import render_markdown

    return render_markdown(run)


def _html(run: Run) -> str:
    from planlint.report.html import render_html

    return render_html(run)


_RENDERERS: Final[Mapping[Form, Callable[[Run], str]]] = {
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "markdown": _markdown,
    "html": _html,
}

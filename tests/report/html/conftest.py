from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from planlint.model.finding import Finding
from planlint.model.outcome import Outcome, Run
from planlint.report.html import render_html
from planlint.rulebook import Rulebook
from tests.report.html.reading import Element, read

Show = Callable[..., Element]


@pytest.fixture(scope="session")
def ruled(run: Run, rulebook: Rulebook) -> Run:
    """The run with the rules' titles."""
    return replace(run, rules=tuple(rulebook.rules))


@pytest.fixture(scope="session")
def page(ruled: Run) -> Element:
    return read(render_html(ruled))


@pytest.fixture(scope="session")
def show(ruled: Run, outcome: Outcome) -> Show:
    """The page of a run whose one document has other findings, or differs otherwise."""

    def shown(*findings: Finding, **changes: Any) -> Element:  # noqa: ANN401 -- whatever an outcome holds
        different = {"findings": findings, **changes} if findings else changes
        return read(render_html(replace(ruled, outcomes=(replace(outcome, **different),))))

    return shown

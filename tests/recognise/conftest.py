"""Plans from Markdown, read against a framework."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from planlint import markdown
from planlint.model.framework import Framework
from planlint.model.plan import Plan
from planlint.recognise import recognise
from planlint.rulebook import Rulebook, load, load_framework

Recognise = Callable[..., Plan]


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load()


@pytest.fixture(scope="session")
def fyrbodal(rulebook: Rulebook) -> Framework:
    return rulebook.frameworks["fyrbodal-2020"]


@pytest.fixture(scope="session")
def strategirad() -> Framework:
    return load_framework(Path(__file__).parent.parent / "frameworks" / "strategirad-2025.yaml")


@pytest.fixture
def read(fyrbodal: Framework, rulebook: Rulebook) -> Recognise:
    """The plan that some Markdown is; the framework is the shipped one unless another is given."""

    def plan(text: str, framework: Framework | None = None) -> Plan:
        chosen = framework or fyrbodal
        principles = rulebook.principle_sets.get(chosen.principle_set or "")
        return recognise(markdown.read(dedent(text)), chosen, principles)

    return plan

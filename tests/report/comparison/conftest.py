from __future__ import annotations

import pytest

from planlint.model.comparison import Comparison
from tests.consult.plans import PLAN, compared
from tests.report.comparison.versions import edited
from tests.report.comparison.versions import hostile as hostile_versions


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """Two versions with every sort of change between them."""
    return compared(PLAN, edited(), check=True)


@pytest.fixture(scope="session")
def hostile() -> Comparison:
    """A version whose words try to be more than words."""
    return hostile_versions()

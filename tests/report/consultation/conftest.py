from __future__ import annotations

import pytest

from planlint.model.consultation import Compilation
from tests.report.consultation import compilations


@pytest.fixture(scope="session")
def compilation() -> Compilation:
    """Thirty views of five respondents."""
    return compilations.compilation()


@pytest.fixture(scope="session")
def hostile() -> Compilation:
    """Views whose words try to be more than words."""
    return compilations.hostile()

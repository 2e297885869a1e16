"""planlint installed in an environment of its own by those who install it: the action, pre-commit, the container."""

import os
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = sysconfig.get_path("purelib")


@pytest.fixture(scope="session")
def plain() -> dict[str, str]:
    """This environment, less what tells of the checkout, of the tests, or of a CI that they run in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COVERAGE", "GIT"))}
    return {name: value for name, value in kept.items() if name != "VIRTUAL_ENV"}


@pytest.fixture(scope="session")
def installing(plain: dict[str, str]) -> dict[str, str]:
    """One in which pip fetches nothing: it builds with what is installed here, and installs planlint alone."""
    return {
        **plain,
        "PYTHONPATH": HERE,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip's own way round: 0 switches the isolation off
        "PIP_NO_COMPILE": "1",
    }


@pytest.fixture(scope="session")
def lend() -> Callable[[Path], None]:
    """Lets an environment made so see what planlint depends on."""

    def give(environment: Path) -> None:
        (site,) = environment.glob("[Ll]ib/**/site-packages")
        (site / "dependencies.pth").write_text(HERE, encoding="utf-8")

    return give

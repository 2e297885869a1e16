"""Where the tests find things."""

import os
from pathlib import Path

import pytest

for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):  # what they suggest is tested where a test sets them
    os.environ.pop(name, None)

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material beside the checkout: real plans, and Word files from all over."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the reference material is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def plans(shared: Path) -> Path:
    """The 2020–2022 plan in many forms."""
    return shared / "plans"

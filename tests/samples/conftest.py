"""The samples as they stand in the checkout, and made anew."""

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def samples(root: Path) -> Path:
    return root / "samples"


@pytest.fixture
def source(root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """The modules that make the samples, by name; they are a program at the top of the checkout and not installed."""
    monkeypatch.syspath_prepend(str(root))
    return lambda name: importlib.import_module(f"samples.source.{name}")

"""The facts that the language tests lean on."""

from pathlib import Path

import pytest
import yaml

from planlint.model.framework import PrincipleSet


@pytest.fixture(scope="session")
def principles(root: Path) -> PrincipleSet:
    facts = yaml.safe_load((root / "rules/facts/digg-1.3.yaml").read_text(encoding="utf-8"))
    return PrincipleSet.model_validate(facts)

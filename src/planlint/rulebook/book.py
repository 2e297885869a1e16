"""A rulebook, and the files that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from planlint.model.framework import Framework, PrincipleSet
from planlint.model.rule import Rule, Strict

SUFFIX: Final = ".yaml"


class Rulebook(Strict):
    """Rules sorted by code; frameworks and principle sets by name."""

    rules: tuple[Rule, ...]
    frameworks: dict[str, Framework]
    principle_sets: dict[str, PrincipleSet]


def files(folder: Path) -> Iterator[Path]:
    """Every file that a rulebook is made of, one folder down, in order of folder and name."""
    for inner in sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")):
        yield from sorted(path for path in inner.iterdir() if path.suffix == SUFFIX)

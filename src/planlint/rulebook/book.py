"""A rulebook, and the files that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from planlint.errors import UsageError
from planlint.model.framework import Framework, PrincipleSet
from planlint.model.rule import Rule, Strict
from planlint.rulebook.nearest import shorten, suggest

SUFFIX: Final = ".yaml"
ENDINGS: Final = (SUFFIX, ".yml")
"""What a file of the user's own may end with."""


class Rulebook(Strict):
    """Rules sorted by code; frameworks and principle sets by name."""

    rules: tuple[Rule, ...]
    frameworks: dict[str, Framework]
    principle_sets: dict[str, PrincipleSet]

    def with_rules(self, own: tuple[Rule, ...]) -> Rulebook:
        """The same with a user's own rules, which come after those that ship."""
        return self.model_copy(update={"rules": (*self.rules, *own)})

    def framework(self, name: str) -> Framework:
        """The shipped framework of that name. Raises UsageError with the nearest name."""
        if name in self.frameworks:
            return self.frameworks[name]
        sv, en = suggest(name, self.frameworks)
        raise UsageError(
            f"okänt ramverk ”{shorten(name)}”{sv} (en egen ramverksfil anges med sin sökväg, .yaml)",
            f"unknown framework “{shorten(name)}”{en} (a framework file of your own is given by its path, .yaml)",
        )

    def principles(self, framework: Framework) -> PrincipleSet | None:
        """The principles that the framework leans on, if any."""
        return self.principle_sets.get(framework.principle_set or "")


def files(folder: Path) -> Iterator[Path]:
    """Every file that a rulebook is made of, one folder down, in order of folder and name."""
    for inner in sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")):
        yield from sorted(path for path in inner.iterdir() if path.suffix == SUFFIX)

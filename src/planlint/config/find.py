"""Which configuration each document of a run has: the file named, or the nearest one above the document."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from planlint.config.settings import Config

FILE_NAME: Final = "planlint.toml"
_OF_THE_RUN: Final = ("phase", "reading", "language", "fail_on")
"""Fields that a run has one value of: those of its first path."""


@dataclass(frozen=True, slots=True)
class Configurations:
    """Every configuration of a run. Made by `configurations`; each file is read once."""

    run: Config
    """What belongs to the run as a whole."""
    given: Mapping[str, Any]
    """Options of the command line, by Config's field; they win over every file."""
    named: Path | None
    folder: Path
    read: dict[Path | None, Config] = field(default_factory=dict)
    """By file, as far as one has been met."""

    def of(self, path: Path) -> Config:
        """The configuration of the document at a path. Raises UsageError for a file that is wrong."""
        file = self.named or find_file(path)
        if file not in self.read:
            shared = {name: getattr(self.run, name) for name in _OF_THE_RUN}
            self.read[file] = replace(_config(file, self.folder, self.given), **shared)
        return self.read[file]


def configurations(
    paths: Sequence[Path], folder: Path, given: Mapping[str, Any], named: Path | None = None
) -> Configurations:
    """The configurations of a run about these paths. `folder` is the current one; `named` the file asked for, if any.

    Raises UsageError where the file of the first path is wrong.
    """
    file = named or (find_file(paths[0]) if paths else None)
    return Configurations(_config(file, folder, given), given, named, folder)


def find_file(path: Path) -> Path | None:
    """The nearest configuration in the folder of the path (a folder's own, if it is one) or above it."""
    start = Path(os.path.normpath(path.absolute()))
    inside = os.path.isdir(start)  # noqa: PTH112 - Path.is_dir raises where it may not look
    for folder in (start, *start.parents) if inside else start.parents:
        file = folder / FILE_NAME
        if os.path.lexists(file):
            return file
    return None


def _config(file: Path | None, folder: Path, given: Mapping[str, Any]) -> Config:
    if file is None:
        return Config(**given)
    from planlint.config.file import read_config

    shown = _shown(file, folder)
    return Config(**{**read_config(shown, str(shown)), **given})


def _shown(file: Path, folder: Path) -> Path:
    """The file as people know it: from the current folder where it is below that, else in full."""
    return file.relative_to(folder) if file.is_absolute() and file.is_relative_to(folder) else file

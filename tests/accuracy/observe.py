"""What planlint finds in documents, with every rule switched on, in the phase in which they are gravest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from planlint import engine
from planlint.config import Config
from planlint.intake import find_sources
from planlint.model.document import Reading
from planlint.model.finding import Finding
from planlint.rulebook import Rulebook, load
from tests.accuracy.mutants import BASES
from tests.accuracy.sheets import Sheet

BOOK: Rulebook = load()


@cache
def config(reading: Reading = "final") -> Config:
    """Every rule by its code, those that are off included; cards are held against the good plan."""
    codes = tuple(rule.code for rule in BOOK.rules)
    return Config(phase="publication", reading=reading, select=codes, plan=BASES["plan"], debug=True)


def look(paths: Sequence[Path], reading: Reading = "final") -> list[tuple[Finding, ...]]:
    """The findings in each file."""
    run = engine.run(find_sources(paths, Path.cwd()), config(reading), BOOK)
    for outcome in run.outcomes:
        assert outcome.error is None, (outcome.path, outcome.error)
        assert outcome.faults == (), outcome.path
    return [outcome.findings for outcome in run.outcomes]


def look_at_sheets(sheets: Sequence[Sheet]) -> list[tuple[Finding, ...]]:
    """The findings in each sheet."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number:03}{sheet.ending}" for number, sheet in enumerate(sheets)]
        for path, sheet in zip(paths, sheets, strict=True):
            path.write_bytes(sheet.write())
        return look(paths)

"""One document read without being held against the rules: what `outline` and `coverage` are about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.cli.output import complain
from planlint.cli.status import UNREADABLE
from planlint.errors import UsageError
from planlint.texts import say

if TYPE_CHECKING:
    from planlint.config import Configurations
    from planlint.model.outcome import Outcome
    from planlint.model.plan import Plan


def read_one(path: Path, configurations: Configurations) -> tuple[Outcome, Plan]:
    """What came of the document, and its plan; says so where it is none. Ends with 3 where it cannot be read."""
    from planlint import engine, rulebook
    from planlint.intake import find_sources, is_folder

    if is_folder(path):
        raise UsageError(f"”{path}” är en mapp; ange ett dokument.", f"“{path}” is a folder; name one document.")
    run = engine.run(find_sources((path,), Path.cwd()), configurations, rulebook.load(), check=False)
    outcome = run.outcomes[0]
    if outcome.plan is None:
        complain(f"{outcome.path}: {outcome.error.message if outcome.error else outcome.kind}")
        raise click.exceptions.Exit(UNREADABLE)
    if outcome.kind == "unknown":
        complain(say("no-plan-in", configurations.run.language, path=outcome.path))
    return outcome, outcome.plan

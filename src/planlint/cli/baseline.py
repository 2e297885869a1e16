"""`planlint baseline`: accept today's findings, so that `check --baseline` tells only of new ones."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.cli.files import replace_file
from planlint.cli.options import (
    Settings,
    config_option,
    configure_all,
    debug_option,
    held_against,
    help_option,
    lang_option,
    option,
    plan_option,
)
from planlint.cli.output import complain_of_unread, write
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import FINE, UNREADABLE
from planlint.cli.values import document_path
from planlint.errors import UsageError
from planlint.texts import Tongue, count, say

if TYPE_CHECKING:
    from planlint.engine.baseline import Baseline, Change


@click.command("baseline", cls=SpokenCommand, help="baseline-help")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=document_path)
@option("--output", "-o", type=document_path, metavar="FILE", help="baseline-output-help")
@option("--force", is_flag=True, help="baseline-force-help")
@held_against
@plan_option
@config_option
@lang_option()
@debug_option
@help_option
def command(paths: tuple[Path, ...], output: Path | None, *, force: bool, **settings: Settings) -> int:
    """Accept today's findings."""
    from planlint import engine, rulebook
    from planlint.engine.baseline import FILE_NAME, record, write_out
    from planlint.intake import find_sources

    configurations = configure_all(settings, paths)
    language = configurations.run.language
    path = output or configurations.run.baseline or Path(FILE_NAME)
    baseline = _present(path, force=force)
    sources = find_sources(paths, Path.cwd())
    examined = engine.examine_all(engine.prepare_all(sources, configurations, rulebook.load()))
    run = engine.sum_up(examined, configurations.run)
    complain_of_unread(run)
    baseline, changes = record((each for each in examined if each.shown), baseline)
    if changes:
        replace_file(path, write_out(baseline))
        write(_told(path, changes, language))
    return UNREADABLE if any(outcome.error or outcome.faults for outcome in run.outcomes) else FINE


def _present(path: Path, *, force: bool) -> Baseline:
    """The baseline in the file so far: none where there is no file, or it does not matter what it holds."""
    from planlint.engine.baseline import Baseline, read_baseline

    if force or not os.path.lexists(path):
        return Baseline(path.parent, {})
    try:
        return read_baseline(path)
    except UsageError as error:
        raise UsageError(
            f"{error.sv}; den skrivs inte över utan --force", f"{error.en}; it is not written over without --force"
        ) from None


def _told(path: Path, changes: Sequence[Change], language: Tongue) -> str:
    """What was saved, a document a line."""
    from planlint.report.printable import printable

    lines = [say("baseline-saved", language, path=printable(str(path)))]
    for change in changes:
        moved = change.new or change.gone
        changed = say("baseline-changed", language, new=change.new, gone=change.gone) if moved else ""
        lines.append(f"  {printable(change.path)}: {count('finding', change.total, language)}{changed}")
    return "".join(f"{line}\n" for line in (*lines, say("baseline-next", language, path=printable(str(path)))))

"""`planlint annotate`: a copy of the plan in Word, with each finding as a comment on the very words."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.cli.options import (
    Settings,
    baseline_option,
    config_option,
    configure_all,
    debug_option,
    files_in,
    force_option,
    held_against,
    help_option,
    lang_option,
    option,
    plan_option,
)
from planlint.cli.output import complain, complain_of_unread, write
from planlint.cli.outputs import plan_outputs, write_outputs
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import FINE, UNREADABLE
from planlint.cli.values import document_path
from planlint.errors import UsageError
from planlint.intake import WORD_ENDINGS
from planlint.texts import say

if TYPE_CHECKING:
    from planlint.model.outcome import Run


@click.command("annotate", cls=SpokenCommand, help="annotate-help")
@click.argument("path", metavar="PATH", type=document_path)
@option("--output", "-o", type=document_path, required=True, metavar="FILE", help="annotate-output-help")
@force_option
@held_against
@baseline_option
@plan_option
@config_option
@lang_option()
@debug_option
@help_option
def command(path: Path, output: Path, *, force: bool, **settings: Settings) -> int:
    """Write the findings in the margin."""
    from planlint import engine, rulebook
    from planlint.intake import find_sources, is_folder

    if is_folder(path):
        raise UsageError(f"”{path}” är en mapp; ange ett dokument.", f"“{path}” is a folder; name one document.")
    sources = find_sources((path,), Path.cwd())
    if output.suffix.lower() not in WORD_ENDINGS:
        raise UsageError(
            f"”{output}” är ingen Wordfil; ge kopian planens ändelse. Andra rapporter: ”planlint check --output”.",
            f"“{output}” is no Word file; give the copy the plan’s ending. Other reports: “planlint check --output”.",
        )
    outputs = plan_outputs((output,), sources, files_in(settings), force=force)
    configurations = configure_all(settings, (path,))
    run = engine.run(sources, configurations, rulebook.load())
    complain_of_unread(run)
    if write_outputs(outputs, run, sources, datetime.now().astimezone()):
        write(_told(output, run))
    for outcome in run.outcomes:
        if outcome.plan and not outcome.plan.paragraphs:
            complain(say("annotate-nowhere", run.language, path=outcome.path))
    return UNREADABLE if any(outcome.error or outcome.faults for outcome in run.outcomes) else FINE


def _told(output: Path, run: Run) -> str:
    """What was written, in one line."""
    from planlint.report.page import Page
    from planlint.report.printable import printable
    from planlint.report.summary import found

    counts = found(run.outcomes, Page(run.language)).plain
    return say("annotate-done", run.language, path=printable(str(output)), found=counts)

"""`planlint rules`: every rule in a line; with `--check`, the user's own rule files and their examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.cli.options import (
    Settings,
    color_option,
    config_option,
    debug_option,
    help_option,
    lang_option,
    option,
    rules_here,
)
from planlint.cli.output import Color, page, write
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import FINE, FOUND
from planlint.cli.values import document_path

if TYPE_CHECKING:
    from planlint.report.page import Page


@click.command("rules", cls=SpokenCommand, help="rules-help")
@option("--check", "folder", metavar="FOLDER", type=document_path, help="rules-check-help")
@config_option
@lang_option()
@color_option
@debug_option
@help_option
def command(folder: Path | None, color: Color, **settings: Settings) -> int:
    """List all rules, or check rules of the user's own."""
    from planlint.report.rules_text import render_rules

    book, config = rules_here(settings)
    written_on = page(config.language, color)
    if folder is not None:
        return _check(folder, written_on)
    write(render_rules(book.rules, written_on))
    return FINE


def _check(folder: Path, written_on: Page) -> int:
    """Whether the rule files in the folder can be read, and their examples give what they say."""
    from planlint import rulebook
    from planlint.engine.examples import try_examples
    from planlint.report.trials_text import render_trials

    book = rulebook.load()
    trials = [(rule, tuple(try_examples(rule, book, folder))) for rule in rulebook.load_own(folder)]
    write(render_trials(trials, written_on))
    return FINE if all(trial.holds for _, tried in trials for trial in tried) else FOUND

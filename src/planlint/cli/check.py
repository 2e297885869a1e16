"""`planlint check`: lint files and folders, and print the report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from planlint.cli.options import (
    SEVERITIES,
    Settings,
    baseline_option,
    color_option,
    config_option,
    configure_all,
    debug_option,
    format_option,
    framework_option,
    help_option,
    ignore_option,
    lang_option,
    option,
    phase_option,
    plan_option,
    reading_option,
    select_option,
)
from planlint.cli.output import Color, complain_of_unread, page, write
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import status_of
from planlint.cli.values import document_path, one_word_of
from planlint.texts import Tongue, say

if TYPE_CHECKING:
    from planlint.intake import Source

MANY: Final = 5
"""Above so many files a progress bar is worth its line."""


@click.command("check", cls=SpokenCommand, help="check-help")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=document_path)
@phase_option
@framework_option
@reading_option
@select_option
@ignore_option
@option(
    "--fail-on",
    callback=one_word_of(*SEVERITIES, "never"),
    metavar="|".join((*SEVERITIES, "never")),
    help="fail-on-help",
)
@baseline_option
@plan_option
@format_option("text", "json")
@config_option
@option("--matrix", is_flag=True, help="matrix-help")
@option("--quiet", is_flag=True, help="quiet-help")
@lang_option()
@color_option
@debug_option
@help_option
def command(
    paths: tuple[Path, ...], form: str, color: Color, *, quiet: bool, matrix: bool, **settings: Settings
) -> int:
    """Lint files and folders."""
    from planlint import engine, rulebook
    from planlint.intake import find_sources

    configurations = configure_all(settings, paths)
    config = configurations.run
    sources = find_sources(paths, Path.cwd())
    with _progress(sources, config.language) as on_done:
        run = engine.run(sources, configurations, rulebook.load(), on_done=on_done)
    if form == "json":
        from planlint.report.check_view import view_report
        from planlint.report.json import render_json

        write(render_json(view_report(run)))
    else:
        from planlint.report.terminal import render_report

        titles = {rule.code: rule.title.in_language(config.language) for rule in run.rules}
        write(render_report(run, page(config.language, color), titles, quiet=quiet, matrix=matrix))
    if form == "json" or not sys.stdout.isatty():  # else the report itself is before the user's eyes
        complain_of_unread(run)
    return status_of(run)


@contextmanager
def _progress(sources: Sequence[Source], language: Tongue) -> Iterator[Callable[[Source], None] | None]:
    """A bar on standard error while many files are read, where somebody watches."""
    if len(sources) <= MANY or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("checking", language), total=len(sources))
        yield lambda _source: bar.advance(task)

"""`planlint check`: lint files and folders, and print the report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import click

from planlint.cli.actions import add_summary, as_plain_words, in_actions
from planlint.cli.options import (
    SEVERITIES,
    Settings,
    baseline_option,
    color_option,
    config_option,
    configure_all,
    debug_option,
    files_in,
    force_option,
    format_option,
    held_against,
    help_option,
    lang_option,
    option,
    output_option,
    plan_option,
)
from planlint.cli.output import Color, complain_of_unread, page, tell_written, write
from planlint.cli.outputs import plan_outputs, without_own, write_outputs
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import status_of
from planlint.cli.values import document_path, one_word_of, processes
from planlint.texts import Tongue, say

if TYPE_CHECKING:
    from planlint.intake import Source
    from planlint.model.outcome import Run
    from planlint.report.formats import Form
    from planlint.report.page import Page

MANY: Final = 5
"""Above so many files a progress bar is worth its line."""


@click.command("check", cls=SpokenCommand, help="check-help")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=document_path)
@held_against
@option(
    "--fail-on",
    callback=one_word_of(*SEVERITIES, "never"),
    metavar="|".join((*SEVERITIES, "never")),
    help="fail-on-help",
)
@baseline_option
@plan_option
@format_option("text", "json", "sarif", "junit", "github", "markdown", "html", default=None)
@output_option
@force_option
@config_option
@option("--jobs", callback=processes, metavar="N", default="1", help="jobs-help")
@option("--matrix", is_flag=True, help="matrix-help")
@option("--quiet", is_flag=True, help="quiet-help")
@lang_option()
@color_option
@debug_option
@help_option
def command(  # noqa: PLR0913 - click hands over each option
    paths: tuple[Path, ...],
    *,
    form: Form | Literal["text"] | None,
    outputs: tuple[Path, ...],
    color: Color,
    jobs: int,
    force: bool,
    quiet: bool,
    matrix: bool,
    **settings: Settings,
) -> int:
    """Lint files and folders."""
    from planlint import engine, rulebook
    from planlint.intake import find_sources

    sources = without_own(find_sources(paths, Path.cwd()), outputs)
    planned = plan_outputs(outputs, sources, files_in(settings), force=force)
    configurations = configure_all(settings, paths)
    with _progress(sources, configurations.run.language) as on_done:
        run = engine.run(sources, configurations, rulebook.load(), on_done=on_done, jobs=jobs)
    written = write_outputs(planned, run, sources, datetime.now().astimezone())
    _show(run, form, page(run.language, color), quiet=quiet, matrix=matrix)
    if form not in {None, "text"} or not sys.stdout.isatty():  # else the report itself is before the user's eyes
        complain_of_unread(run)
    if sys.stderr.isatty():
        tell_written(written, run.language)
    return status_of(run)


def _show(run: Run, form: Form | Literal["text"] | None, page: Page, *, quiet: bool, matrix: bool) -> None:
    """The report on standard output. In GitHub Actions more comes beside it, unless a form is asked for."""
    from planlint.report.formats import render

    if form is not None and form != "text":
        write(render(run, form))
        return
    from planlint.report.terminal import render_report

    titles = {rule.code: rule.title.in_language(run.language) for rule in run.rules}
    report = render_report(run, page, titles, quiet=quiet, matrix=matrix)
    if form is None and in_actions():
        write(as_plain_words(report) + render(run, "github"))
        add_summary(run)
    else:
        write(as_plain_words(report) if in_actions() else report)


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

"""`planlint coverage`: which interventions serve which goals and principles, and a gate on how many."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from planlint.cli.files import hold_writable, replace_file
from planlint.cli.one import read_one
from planlint.cli.options import (
    Settings,
    color_option,
    config_option,
    configure_all,
    debug_option,
    files_in,
    format_option,
    framework_option,
    help_option,
    lang_option,
    option,
    reading_option,
)
from planlint.cli.output import Color, complain, page, write
from planlint.cli.outputs import spare_documents
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import FINE, FOUND
from planlint.cli.values import document_path, percent, suggest_value
from planlint.errors import UsageError
from planlint.intake import WORD_ENDINGS
from planlint.texts import Tongue, say

if TYPE_CHECKING:
    from planlint.model.outcome import Outcome
    from planlint.report.coverage import Coverage, Line
    from planlint.report.page import Page


FORMS: Final = ("text", "csv", "html", "xlsx")
NO_MATRIX: Final = frozenset({"card", "timeline"})
"""Kinds of documents that have no goals and interventions of their own."""
ENDINGS: Final = {".txt": "text", ".csv": "csv", ".html": "html", ".xlsx": "xlsx"}


@click.command("coverage", cls=SpokenCommand, help="coverage-help")
@click.argument("path", metavar="PATH", type=document_path)
@framework_option
@reading_option
@config_option
@format_option(*FORMS, default=None)
@option("--output", "-o", type=document_path, metavar="FILE", help="coverage-output-help")
@option("--min-goals", callback=percent, metavar="N", help="min-goals-help")
@option("--min-principles", callback=percent, metavar="N", help="min-principles-help")
@lang_option()
@color_option
@debug_option
@help_option
def command(  # noqa: PLR0913 - click hands over each option
    path: Path,
    *,
    form: str | None,
    output: Path | None,
    color: Color,
    min_goals: float | None,
    min_principles: float | None,
    **settings: Settings,
) -> int:
    """Show goals × interventions and principles × interventions."""
    from planlint.report import page as paper
    from planlint.report.coverage import measure
    from planlint.report.printable import printable

    configurations = configure_all(settings, (path,))
    language = configurations.run.language
    if output:
        spare_documents(output, (path, *files_in(settings)))
        hold_writable(output)
        form = _form_in(output, form)
    outcome, plan = read_one(path, configurations)
    coverage = measure(plan, outcome.principles)
    if output:
        replace_file(output, _render(outcome, coverage, form or "text", paper.Page(language)))
        write(say("saved", language, path=printable(str(output))))
    else:
        write(_render(outcome, coverage, form or "text", page(language, color)))
    short = [
        _short("goals", coverage.goals, min_goals, language),
        _short("principles", coverage.principles, min_principles, language),
    ]
    if plan.kind in NO_MATRIX:
        complain(say("no-matrix", language, path=outcome.path))
    return FOUND if any(short) or plan.kind in {"unknown", *NO_MATRIX} else FINE


def _form_in(output: Path, asked: str | None) -> str:
    """The form for a file: the one asked for, else by its ending. Raises UsageError for an ending without a form."""
    ending = output.suffix.lower()
    if ending in WORD_ENDINGS or (asked is None and ending not in ENDINGS):
        sv, en = suggest_value(ending, ENDINGS)
        raise UsageError(
            f"”{output}” har ingen ändelse som säger vad matrisen ska bli{sv}",
            f"“{output}” has no ending that tells what the matrix should be{en}",
        )
    return asked or ENDINGS[ending]


def _render(outcome: Outcome, coverage: Coverage, form: str, page: Page) -> str | bytes:
    """The matrices in that form; only text has a page's width and colours."""
    if form == "csv":
        from planlint.report.coverage_csv import render_coverage_csv

        return render_coverage_csv(coverage, page.language)
    if form == "html":
        from planlint.report.html.coverage_page import render_coverage_html

        return render_coverage_html(outcome, page.language)
    if form == "xlsx":
        from planlint.report.coverage_xlsx import render_coverage_xlsx

        return render_coverage_xlsx(outcome, page.language)
    from planlint.report.coverage_text import render_coverage

    return render_coverage(coverage, page)


def _short(kind: str, lines: tuple[Line, ...], least: float | None, language: Tongue) -> bool:
    """Whether fewer are served than the gate asks for; says so."""
    from planlint.report.coverage import falls_short, reached

    if least is None or not falls_short(lines, least):
        return False
    complain(say(f"below-min-{kind}", language, reached=reached(lines), all=len(lines), least=f"{least:g}"))
    return True

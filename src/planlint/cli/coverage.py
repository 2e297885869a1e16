"""`planlint coverage`: which interventions serve which goals and principles, and a gate on how many."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.cli.one import read_one
from planlint.cli.options import (
    Settings,
    color_option,
    config_option,
    configure_all,
    debug_option,
    format_option,
    framework_option,
    help_option,
    lang_option,
    option,
    reading_option,
)
from planlint.cli.output import Color, complain, page, write
from planlint.cli.speech import SpokenCommand
from planlint.cli.status import FINE, FOUND
from planlint.cli.values import document_path, percent
from planlint.texts import Tongue, say

if TYPE_CHECKING:
    from planlint.report.coverage import Line


@click.command("coverage", cls=SpokenCommand, help="coverage-help")
@click.argument("path", metavar="PATH", type=document_path)
@framework_option
@reading_option
@config_option
@format_option("text", "csv")
@option("--min-goals", callback=percent, metavar="N", help="min-goals-help")
@option("--min-principles", callback=percent, metavar="N", help="min-principles-help")
@lang_option()
@color_option
@debug_option
@help_option
def command(
    path: Path,
    form: str,
    color: Color,
    min_goals: float | None,
    min_principles: float | None,
    **settings: Settings,
) -> int:
    """Show goals × interventions and principles × interventions."""
    from planlint.report.coverage import measure

    configurations = configure_all(settings, (path,))
    config = configurations.run
    outcome, plan = read_one(path, configurations)
    coverage = measure(plan, outcome.principles)
    if form == "csv":
        from planlint.report.coverage_csv import render_coverage_csv

        write(render_coverage_csv(coverage, config.language))
    else:
        from planlint.report.coverage_text import render_coverage

        write(render_coverage(coverage, page(config.language, color)))
    short = [
        _short("goals", coverage.goals, min_goals, config.language),
        _short("principles", coverage.principles, min_principles, config.language),
    ]
    return FOUND if any(short) or plan.kind == "unknown" else FINE


def _short(kind: str, lines: tuple[Line, ...], least: float | None, language: Tongue) -> bool:
    """Whether fewer are served than the gate asks for; says so."""
    from planlint.report.coverage import falls_short, reached

    if least is None or not falls_short(lines, least):
        return False
    complain(say(f"below-min-{kind}", language, reached=reached(lines), all=len(lines), least=f"{least:g}"))
    return True

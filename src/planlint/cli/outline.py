"""`planlint outline`: the plan as it was read."""

from __future__ import annotations

from pathlib import Path

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
    reading_option,
)
from planlint.cli.output import Color, page, write
from planlint.cli.speech import SpokenCommand
from planlint.cli.values import document_path


@click.command("outline", cls=SpokenCommand, help="outline-help")
@click.argument("path", metavar="PATH", type=document_path)
@framework_option
@reading_option
@config_option
@format_option("text", "json")
@lang_option()
@color_option
@debug_option
@help_option
def command(path: Path, form: str, color: Color, **settings: Settings) -> None:
    """Show the plan as it was read."""
    configurations = configure_all(settings, (path,))
    config = configurations.run
    outcome, plan = read_one(path, configurations)
    if form == "json":
        from planlint.report.json import render_json
        from planlint.report.outline_json import view_plan

        write(render_json(view_plan(plan, outcome.kind)))
    else:
        from planlint.report.outline_text import render_outline

        write(render_outline(plan, page(config.language, color)))
